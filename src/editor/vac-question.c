/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-question"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-alert.h"
#include "vac-question.h"

typedef struct
{
  VacAnswerFunc callback;     /* NULL once it has been called */
  gpointer      user_data;
  char         *closed;       /* what closing the dialog means */
} Asking;

static void
on_answer_cb (GtkWidget  *alert,
              const char *response,
              gpointer    user_data)
{
  Asking *asking = user_data;
  VacAnswerFunc callback = g_steal_pointer (&asking->callback);

  if (callback != NULL)
    callback (response, asking->user_data);
}

static void
free_asking (gpointer  data,
             GClosure *closure)
{
  Asking *asking = data;

  /* It was destroyed without an answer, and the caller is still waiting for one. */
  if (asking->callback != NULL)
    asking->callback (asking->closed, asking->user_data);
  g_free (asking->closed);
  g_free (asking);
}

/* A path is one long word; if it cannot be broken, newer versions of libadwaita warn. */
static void
break_long_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    break_long_words (child);
}

/**
 * vac_ask:
 * @parent: the window that the question is about
 * @heading: the question
 * @body: what follows from the answers
 * @answers: ended by one without an id; the first one is what closing the dialog means
 * @preferred: (nullable): the id of the answer that Enter gives
 * @callback: (nullable): called once with the answer
 * @user_data: for @callback
 *
 * Returns: (transfer none): the question, for vac_alert_set_child() and what else there is
 */
GtkWidget *
vac_ask (GtkWindow       *parent,
         const char      *heading,
         const char      *body,
         const VacAnswer *answers,
         const char      *preferred,
         VacAnswerFunc    callback,
         gpointer         user_data)
{
  GtkWidget *alert = vac_alert_new (heading, body);
  Asking *asking = g_new0 (Asking, 1);

  asking->callback = callback;
  asking->user_data = user_data;
  asking->closed = g_strdup (answers[0].id);
  for (const VacAnswer *answer = answers; answer->id != NULL; answer++)
    vac_alert_add_answer (alert, answer->id, answer->label, answer->appearance);
  vac_alert_set_closed (alert, answers[0].id);
  if (preferred != NULL)
    vac_alert_set_preferred (alert, preferred);

  break_long_words (alert);
  g_signal_connect_data (alert, "response", G_CALLBACK (on_answer_cb), asking, free_asking, 0);
  vac_alert_present (alert, parent);

  return alert;
}

/**
 * vac_tell:
 * @parent: the window that the message is about
 * @heading: what happened
 * @body: the rest
 */
void
vac_tell (GtkWindow  *parent,
          const char *heading,
          const char *body)
{
  const VacAnswer answers[] = { { "close", _("_Close") }, { NULL } };

  vac_ask (parent, heading, body, answers, "close", NULL, NULL);
}
