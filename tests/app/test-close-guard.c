/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "support.h"
#include "vac-close-guard.h"
#include "vac-dialogs.h"
#include "waiting-display.h"

/* A window of no special kind, closed as far as the guard lets it. */
typedef struct
{
  VacDocument   *document;
  GtkWindow     *window;      /* NULL once it is closed */
  VacCloseGuard *guard;
  guint          n_saves;
} Fixture;

static gboolean
on_close_request_cb (GtkWindow *window,
                     Fixture   *self)
{
  return !vac_close_guard_confirm (self->guard, self->document);
}

static void
on_save_cb (VacCloseGuard *guard,
            Fixture       *self)
{
  self->n_saves++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->document = support_read_text ("{\"format\": \"vacancy-posting\", \"version\": 1}");
  g_set_weak_pointer (&self->window, GTK_WINDOW (adw_window_new ()));
  self->guard = vac_close_guard_new (self->window);
  g_signal_connect (self->window, "close-request", G_CALLBACK (on_close_request_cb), self);
  g_signal_connect (self->guard, "save", G_CALLBACK (on_save_cb), self);
  gtk_window_present (self->window);
  waiting_until (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  waiting_settle (50);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->guard);
  g_clear_object (&self->document);
}

static void
edit (Fixture *self)
{
  vac_document_set_text (self->document, vac_document_get (self->document, VAC_ROLE_JOB_TITLE),
                         "x");
}

static GtkWidget *
find_button (GtkWidget  *within,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (within) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (within)), label) == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static void
close_and_answer (Fixture    *self,
                  const char *label)
{
  GtkWidget *question;

  gtk_window_close (self->window);
  waiting_until (vac_dialogs_get_top (self->window) != NULL);
  question = vac_dialogs_get_top (self->window);
  g_assert_false (vac_close_guard_confirm (self->guard, self->document));
  g_assert_true (vac_dialogs_get_top (self->window) == question);
  g_signal_emit_by_name (find_button (question, label), "clicked");
  waiting_settle (50);
}

static void
test_unchanged (Fixture       *self,
                gconstpointer  data)
{
  gtk_window_close (self->window);
  waiting_until (self->window == NULL);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  edit (self);
  for (guint i = 0; i < 2; i++)
    {
      close_and_answer (self, "_Cancel");
      g_assert_nonnull (self->window);
      g_assert_null (vac_dialogs_get_top (self->window));
    }
  g_assert_cmpuint (self->n_saves, ==, 0);
}

static void
test_discarded (Fixture       *self,
                gconstpointer  data)
{
  edit (self);
  close_and_answer (self, "_Discard");
  waiting_until (self->window == NULL);
  g_assert_cmpuint (self->n_saves, ==, 0);
}

static void
test_saved (Fixture       *self,
            gconstpointer  data)
{
  edit (self);
  close_and_answer (self, "_Save");
  g_assert_cmpuint (self->n_saves, ==, 1);
  g_assert_nonnull (self->window);
  vac_document_mark_saved (self->document, vac_document_get_state (self->document));
  vac_close_guard_close (self->guard);
  waiting_until (self->window == NULL);
}

static void
test_waits_for_every_file (Fixture       *self,
                           gconstpointer  data)
{
  vac_close_guard_begin_writing (self->guard);
  vac_close_guard_begin_writing (self->guard);
  gtk_window_close (self->window);
  vac_close_guard_end_writing (self->guard, TRUE);
  waiting_settle (50);
  g_assert_nonnull (self->window);
  vac_close_guard_end_writing (self->guard, TRUE);
  waiting_until (self->window == NULL);
}

static void
test_a_failure_keeps_it_open (Fixture       *self,
                              gconstpointer  data)
{
  vac_close_guard_begin_writing (self->guard);
  gtk_window_close (self->window);
  vac_close_guard_end_writing (self->guard, FALSE);
  waiting_settle (50);
  g_assert_nonnull (self->window);
  gtk_window_close (self->window);
  waiting_until (self->window == NULL);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture       *self,
                      gconstpointer  data);
  } tests[] = {
    { "/close-guard/what-is-not-changed-closes-unasked", test_unchanged },
    { "/close-guard/a-question-put-away-is-asked-again", test_cancelled },
    { "/close-guard/discarding-closes-for-good", test_discarded },
    { "/close-guard/saving-closes-once-it-is-saved", test_saved },
    { "/close-guard/closing-waits-for-every-file", test_waits_for_every_file },
    { "/close-guard/a-file-that-fails-keeps-it-open", test_a_failure_keeps_it_open },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
