/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-options"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-employer-size.h"
#include "vac-preferences-dialog.h"
#include "vac-window-private.h"

/* How a window reviews its posting: what the user has said once for all of them. */

#define PAY_LAW_BAR "pay-law"

static void
update_law_bar (VacWindow *self)
{
  const char *trouble = vac_review_settings_get_trouble (self->review_settings);
  g_autofree char *text = NULL;

  if (trouble == NULL)
    {
      vac_state_bars_remove (self->bars, PAY_LAW_BAR);
      return;
    }
  /* Translators: a place in a file, and what is wrong there */
  text = g_strdup_printf (_("Your own table of laws on pay is not used, only the built-in one. %s"),
                          trouble);
  vac_state_bars_add (self->bars, PAY_LAW_BAR, text, "win.read-pay-law", _("_Try Again"));
}

/**
 * vac_window_take_options:
 * @self: a window with a posting
 *
 * Reviews as the user wishes from now on, for whoever shows no more of it than how far the posting
 * has come. Before that, nothing is read and no dictionary is loaded.
 */
void
vac_window_take_options (VacWindow *self)
{
  VacReviewOptions options;

  self->has_options = TRUE;
  options = vac_review_settings_get_options (self->review_settings, vac_window_get_document (self));
  vac_reviewer_set_options (vac_review_loop_get_reviewer (self->review_loop), &options);
}

/**
 * vac_window_apply_options:
 * @self: a window whose review somebody wants to see
 *
 * Does what vac_window_take_options() does, and looks for what findings are compared with.
 */
void
vac_window_apply_options (VacWindow *self)
{
  if (vac_window_get_document (self) == NULL)
    return;
  vac_window_take_options (self);
  update_law_bar (self);
  vac_own_postings_look (self->own, vac_store_get_file (self->store));
}

static void
reapply_options (VacWindow *self)
{
  if (self->has_options && gtk_widget_get_mapped (GTK_WIDGET (self->review_pane)))
    vac_window_apply_options (self);
  else if (self->has_options)
    vac_window_take_options (self);
}

static void
on_document_changed_cb (VacDocument *document,
                        VacNode     *node,
                        VacWindow   *self)
{
  if (vac_node_get_role (node) == VAC_ROLE_LANGUAGE)
    reapply_options (self);
}

/* It is asked where the answer matters, and not again. */
static void
on_finished_cb (VacReviewLoop *loop,
                VacWindow     *self)
{
  gtk_widget_set_visible (self->size_question,
                          vac_reviewer_asks_for_size (vac_review_loop_get_reviewer (loop)));
}

static void
on_size_changed_cb (GSettings  *settings,
                    const char *key,
                    VacWindow  *self)
{
  if (gtk_widget_get_mapped (self->size_question) && gtk_window_is_active (GTK_WINDOW (self)) &&
      g_settings_get_uint (settings, key) > 0)
    vac_window_show_toast (self, _("The size can be changed in the preferences."));
}

/**
 * vac_window_watch_options:
 * @self: a window that is being created
 */
void
vac_window_watch_options (VacWindow *self)
{
  self->review_settings = vac_review_settings_new (self->settings);
  g_signal_connect_object (self->review_settings, "changed", G_CALLBACK (reapply_options), self,
                           G_CONNECT_SWAPPED);
  self->own = vac_own_postings_new (self->recent);
  vac_review_pane_set_own (self->review_pane, self->own);
  self->size_question = vac_employer_size_question_new (self->settings);
  gtk_widget_set_visible (self->size_question, FALSE);
  vac_review_pane_add_part (self->review_pane, self->size_question);
  g_signal_connect_object (self->settings, "changed::" VAC_SETTING_EMPLOYER_SIZE,
                           G_CALLBACK (on_size_changed_cb), self, 0);
}

/**
 * vac_window_follow_options:
 * @self: a window with a new review
 */
void
vac_window_follow_options (VacWindow *self)
{
  self->has_options = FALSE;
  gtk_widget_set_visible (self->size_question, FALSE);
  g_signal_connect_object (self->review_loop, "finished", G_CALLBACK (on_finished_cb), self, 0);
  g_signal_connect_object (vac_window_get_document (self), "changed",
                           G_CALLBACK (on_document_changed_cb), self, 0);
}

static void
read_pay_law_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  vac_review_settings_read_law (VAC_WINDOW (widget)->review_settings);
}

static void
preferences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);

  vac_binder_settle (GTK_ROOT (self));
  vac_preferences_dialog_show (GTK_WINDOW (self), self->settings, vac_window_get_document (self));
}

/**
 * vac_window_class_install_option_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_option_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.read-pay-law", NULL, read_pay_law_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
}
