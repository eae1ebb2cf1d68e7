/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-alert"

#include "config.h"

#include "vac-newer.h"

#include "vac-alert.h"
#include "vac-dialogs.h"

/* A question with a few answers. It is a sheet inside the window that it is about where libadwaita
 * has those, since 1.5, and a small window elsewhere. Its signal "response" has the id of the
 * answer. */

#if ADW_CHECK_VERSION(1, 5, 0)
#define is_alert(widget) ADW_IS_ALERT_DIALOG (widget)
#define call(function, alert, ...) \
  adw_alert_dialog_##function (ADW_ALERT_DIALOG (alert), __VA_ARGS__)
#else
#define is_alert(widget) ADW_IS_MESSAGE_DIALOG (widget)
#define call(function, alert, ...) \
  adw_message_dialog_##function (ADW_MESSAGE_DIALOG (alert), __VA_ARGS__)
#endif

/**
 * vac_alert_new:
 * @heading: the question
 * @body: (nullable): what follows from the answers
 *
 * Returns: (transfer none): a question, to be given answers and presented
 */
GtkWidget *
vac_alert_new (const char *heading,
               const char *body)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  return GTK_WIDGET (adw_alert_dialog_new (heading, body));
#else
  return adw_message_dialog_new (NULL, heading, body);
#endif
}

/**
 * vac_alert_add_answer:
 * @alert: a question
 * @id: what its signal calls the answer
 * @label: of the button, with a mnemonic
 * @appearance: of the button
 */
void
vac_alert_add_answer (GtkWidget             *alert,
                      const char            *id,
                      const char            *label,
                      AdwResponseAppearance  appearance)
{
  g_return_if_fail (is_alert (alert));

  call (add_response, alert, id, label);
  call (set_response_appearance, alert, id, appearance);
}

/**
 * vac_alert_set_closed:
 * @alert: a question
 * @id: the answer that closing it gives
 */
void
vac_alert_set_closed (GtkWidget  *alert,
                      const char *id)
{
  g_return_if_fail (is_alert (alert));

  call (set_close_response, alert, id);
}

/**
 * vac_alert_set_preferred:
 * @alert: a question
 * @id: the answer that Enter gives
 */
void
vac_alert_set_preferred (GtkWidget  *alert,
                         const char *id)
{
  g_return_if_fail (is_alert (alert));

  call (set_default_response, alert, id);
}

/**
 * vac_alert_set_enabled:
 * @alert: a question
 * @id: an answer
 * @enabled: whether it can be given
 */
void
vac_alert_set_enabled (GtkWidget  *alert,
                       const char *id,
                       gboolean    enabled)
{
  g_return_if_fail (is_alert (alert));

  call (set_response_enabled, alert, id, enabled);
}

/**
 * vac_alert_set_child:
 * @alert: a question
 * @child: what is shown below its text
 */
void
vac_alert_set_child (GtkWidget *alert,
                     GtkWidget *child)
{
  g_return_if_fail (is_alert (alert));

  call (set_extra_child, alert, child);
}

/**
 * vac_alert_present:
 * @alert: a question
 * @window: (nullable): what it is about
 */
void
vac_alert_present (GtkWidget *alert,
                   GtkWindow *window)
{
  g_return_if_fail (is_alert (alert));

#if ADW_CHECK_VERSION(1, 5, 0)
  vac_dialogs_present_sheet (alert, window);
#else
  gtk_window_set_transient_for (GTK_WINDOW (alert), window);
  gtk_window_present (GTK_WINDOW (alert));
#endif
}
