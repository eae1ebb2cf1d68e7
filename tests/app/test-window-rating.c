/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "vac-dialogs.h"
#include "vac-rating-window.h"
#include "vac-score.h"

/* Rating a candidate: a window and a file of their own. */

static VacRatingWindow *
find_rating_window (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (app_get ())); l != NULL;
       l = l->next)
    if (VAC_IS_RATING_WINDOW (l->data))
      return l->data;

  return NULL;
}

static VacRatingWindow *
rate (VacWindow *window)
{
  VacRatingWindow *rating;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.rate-candidate", NULL);
  app_wait_until (find_rating_window () != NULL);
  rating = find_rating_window ();
  app_wait_until (gtk_widget_get_mapped (GTK_WIDGET (rating)));
  app_focus (GTK_WIDGET (rating));
  app_settle ();

  return rating;
}

static VacNode *
get_criterion (VacRatingWindow *window,
               guint            position)
{
  VacNode *list = vac_document_get (vac_rating_window_get_rating (window), VAC_ROLE_ASSESSMENTS);

  return vac_node_get_child (vac_node_get (vac_node_get_child (list, 0), VAC_ROLE_CRITERIA),
                             position);
}

static void
close_rating (VacRatingWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  app_settle ();
}

/* What asks something of the window of ratings. */
static GtkWidget *
find_dialog (VacRatingWindow *window)
{
  return vac_dialogs_get_top (GTK_WINDOW (window));
}

static void
test_grades (void)
{
  VacWindow *window = app_open_guide ();
  VacRatingWindow *rating = rate (window);
  GtkWidget *button = app_find_button (GTK_WIDGET (rating), "2");

  gtk_widget_grab_focus (button);
  app_press ("space");
  app_settle ();
  g_assert_cmpuint (vac_score_get_rating (get_criterion (rating, 0)), ==, 2);
  g_assert_nonnull (app_find_label (GTK_WIDGET (rating), "50 of 100 points"));
  app_press ("<Control>z");
  app_settle ();
  g_assert_cmpuint (vac_score_get_rating (get_criterion (rating, 0)), ==, 0);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  app_press ("<Control><Shift>z");
  app_settle ();
  g_assert_cmpuint (vac_score_get_rating (get_criterion (rating, 0)), ==, 2);
  app_press ("space");
  app_settle ();
  g_assert_cmpuint (vac_score_get_rating (get_criterion (rating, 0)), ==, 0);

  g_assert_false (vac_document_get_modified (app_get_document (window)));
  close_rating (rating);
  app_close_all ();
}

static void
test_saved_and_opened (void)
{
  VacWindow *window = app_open_guide ();
  VacRatingWindow *rating = rate (window);
  VacDocument *document = vac_rating_window_get_rating (rating);
  g_autofree char *path = app_make_path ("ab.vacancy-rating");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  GStatBuf status;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_RATING_CANDIDATE), "A. B.");
  vac_document_set_integer (document, vac_node_get (get_criterion (rating, 1),
                                                    VAC_ROLE_CRITERION_RATING), 4);
  app_settle ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (rating)), ==, "Rating of A. B.");
  gtk_widget_activate_action (GTK_WIDGET (rating), "win.save", NULL);
  app_wait_until (find_dialog (rating) != NULL);
  app_settle ();
  app_choose_file (find_dialog (rating), path);
  app_wait_until (!vac_document_get_modified (document));
  contents = app_read (path);
  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_nonnull (strstr (contents, "\"format\": \"vacancy-rating\""));
  g_assert_nonnull (strstr (contents, "\"rating\": 4"));
  close_rating (rating);

  vac_rating_window_open (GTK_APPLICATION (app_get ()), file);
  app_wait_until (find_rating_window () != NULL);
  rating = find_rating_window ();
  g_assert_cmpuint (vac_score_get_rating (get_criterion (rating, 1)), ==, 4);
  close_rating (rating);
  app_close_all ();
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static guint
count_slots (void)
{
  g_autoptr (GPtrArray) slots = vac_recovery_find_slots ();

  return slots->len;
}

/* Windows of the tests before were destroyed, not closed. */
static void
forget_slots (void)
{
  g_autoptr (GPtrArray) slots = vac_recovery_find_slots ();

  for (guint i = 0; i < slots->len; i++)
    vac_slot_discard (g_ptr_array_index (slots, i));
}

/* What a program that ended left of ratings, shown by the next one. */
static VacRatingWindow *
restore (void)
{
  g_autoptr (GPtrArray) slots = vac_recovery_find_slots ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (VacRecovery) recovery = NULL;
  VacRatingWindow *rating;

  g_assert_cmpuint (slots->len, ==, 1);
  vac_recovery_restore_async (g_ptr_array_index (slots, 0), keep_result_cb, &result);
  app_wait_until (result != NULL);
  recovery = vac_recovery_restore_finish (result, NULL);
  g_assert_nonnull (recovery);
  g_assert_true (vac_rating_window_is_of (recovery));
  rating = vac_rating_window_new (GTK_APPLICATION (app_get ()), recovery);
  gtk_window_present (GTK_WINDOW (rating));
  app_settle ();

  return rating;
}

static void
test_kept_until_saved_or_discarded (void)
{
  VacWindow *window = app_open_guide ();
  VacRatingWindow *rating = rate (window);
  VacDocument *document = vac_rating_window_get_rating (rating);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_RATING_CANDIDATE), "A. B.");
  app_settle ();
  forget_slots ();
  g_assert_true (vac_application_keep (app_get ()));
  close_rating (rating);
  app_wait_until (count_slots () == 1);

  rating = restore ();
  document = vac_rating_window_get_rating (rating);
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_RATING_CANDIDATE), ==, "A. B.");
  g_assert_true (vac_document_get_modified (document));
  g_assert_nonnull (app_find_label (GTK_WIDGET (rating), "not saved when Vacancy ended"));
  g_assert_null (vac_store_get_file (vac_recovery_get_store (
      vac_rating_window_get_recovery (rating))));

  gtk_window_close (GTK_WINDOW (rating));
  app_settle ();
  app_press_button (GTK_WIDGET (find_dialog (rating)), "_Discard");
  app_wait_until (find_rating_window () == NULL);
  app_settle ();
  g_assert_cmpuint (count_slots (), ==, 0);
  app_close_all ();
}

static void
on_text_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_result_is_copied (void)
{
  VacWindow *window = app_open_guide ();
  VacRatingWindow *rating = rate (window);
  VacDocument *document = vac_rating_window_get_rating (rating);
  g_autofree char *text = NULL;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_RATING_CANDIDATE), "A. B.");
  vac_document_set_integer (document, vac_node_get (get_criterion (rating, 0),
                                                    VAC_ROLE_CRITERION_RATING), 2);
  app_press ("<Control><Shift>c");
  app_settle ();
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (rating)), NULL,
                                 on_text_read_cb, &text);
  app_wait_until (text != NULL);
  g_assert_true (g_str_has_prefix (text, "Machine Learning Engineer\nCandidate: A. B.\n"));
  g_assert_nonnull (strstr (text, ": 2\n"));
  g_assert_nonnull (strstr (text, ": 50\n"));
  close_rating (rating);
  app_close_all ();
}

static void
test_closing_asks (void)
{
  VacWindow *window = app_open_guide ();
  VacRatingWindow *rating = rate (window);
  VacDocument *document = vac_rating_window_get_rating (rating);
  GtkWidget *question;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_RATING_CANDIDATE), "A. B.");
  app_settle ();
  gtk_window_close (GTK_WINDOW (rating));
  app_settle ();
  g_assert_true (find_rating_window () == rating);
  question = find_dialog (rating);
  g_assert_nonnull (question);
  g_assert_nonnull (app_find_label (GTK_WIDGET (question), "The ratings have unsaved changes"));
  app_press_button (GTK_WIDGET (question), "_Discard");
  app_wait_until (find_rating_window () == NULL);
  app_close_all ();
}

int
main (int   argc,
      char *argv[])
{
  app_init (&argc, &argv);

  g_test_add_func ("/rating-window/grades-are-buttons-and-can-be-undone", test_grades);
  g_test_add_func ("/rating-window/is-saved-in-a-file-of-its-own-and-opens-again",
                   test_saved_and_opened);
  g_test_add_func ("/rating-window/unsaved-ratings-are-kept-until-saved-or-discarded",
                   test_kept_until_saved_or_discarded);
  g_test_add_func ("/rating-window/the-result-is-copied", test_result_is_copied);
  g_test_add_func ("/rating-window/closing-asks-about-what-is-not-saved", test_closing_asks);

  return g_test_run ();
}
