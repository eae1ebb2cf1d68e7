/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "vac-recovery.h"
#include "vac-writer.h"

/* What a start finds of the one before that ended unexpectedly, and what is kept for the next. */

static gboolean
has_label (VacWindow  *window,
           const char *part)
{
  return app_find_label (GTK_WIDGET (window), part) != NULL;
}

static const char *
get_title (VacWindow *window)
{
  return vac_document_get_text (app_get_document (window), VAC_ROLE_JOB_TITLE);
}

static void
set_title (VacDocument *document,
           const char  *title)
{
  g_assert_true (vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE),
                                        title));
}

static guint
count_kept (void)
{
  g_autofree char *folder = vac_slot_ensure_folder (NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".a") || g_str_has_suffix (name, ".b");

  return n;
}

/* A program ended while it showed @document, which had been read from @path. */
static void
leave (VacDocument *document,
       const char  *path,
       const char  *place)
{
  g_autofree char *folder = vac_slot_ensure_folder (NULL);
  g_autoptr (VacSlot) slot = vac_slot_new (folder, NULL);
  g_autoptr (VacSlotContents) contents = g_new0 (VacSlotContents, 1);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autofree char *text = path != NULL ? app_read (path) : NULL;

  contents->sequence = vac_slot_next (slot);
  contents->uri = file != NULL ? g_file_get_uri (file) : NULL;
  contents->baseline = text != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1)
                                    : NULL;
  contents->place = g_strdup (place);
  contents->bytes = vac_write_document (document);
  g_assert_true (vac_slot_write (slot, contents, NULL));
}

static VacWindow *
find_window (const char *title)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (app_get ())); l != NULL;
       l = l->next)
    if (VAC_IS_WINDOW (l->data) && vac_window_get_store (l->data) != NULL &&
        g_str_equal (get_title (l->data), title))
      return l->data;

  return NULL;
}

static char *recovered_path;

/* The first test: a program restores once. */
static void
test_a_start_shows_what_was_not_saved (void)
{
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
  const VacGuide *guide = g_ptr_array_index (vac_guide_library_get_guides (library), 0);
  g_autoptr (VacDocument) changed = vac_guide_open (guide, NULL);
  g_autoptr (VacDocument) unsaved = vac_guide_open (guide, NULL);
  VacWindow *window;
  GtkWidget *focus;

  recovered_path = app_copy_guide ("recovered.vacancy");
  set_title (changed, "Typed in a File");
  leave (changed, recovered_path, "sections.2");
  set_title (unsaved, "Typed and Never Saved");
  leave (unsaved, NULL, "");

  g_application_activate (G_APPLICATION (app_get ()));
  app_wait_until (app_count_windows () == 1);
  window = app_wait_start ();
  g_assert_nonnull (app_find_row (GTK_WIDGET (window), "Typed in a File"));
  g_assert_nonnull (app_find_row (GTK_WIDGET (window), "Typed and Never Saved"));
  /* The first of them is one key away. */
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_true (g_str_equal (G_OBJECT_TYPE_NAME (focus), "VacPostingRow"));
}

static void
test_discarding_on_the_start_page_can_be_undone (void)
{
  VacWindow *window = app_wait_start ();
  GtkWidget *row = app_find_row (GTK_WIDGET (window), "Typed in a File");

  app_press_button (row, "Discard");
  app_settle ();
  g_assert_null (app_find_row (GTK_WIDGET (window), "Typed in a File"));
  g_assert_cmpuint (count_kept (), ==, 2);
  app_press_button (GTK_WIDGET (window), "_Undo");
  app_wait_until (app_find_row (GTK_WIDGET (window), "Typed in a File") != NULL);
  g_assert_cmpuint (count_kept (), ==, 2);
}

/* As long as something waits there, whatever is chosen has a window of its own. */
static void
test_the_page_stays_while_something_waits (void)
{
  VacWindow *window = app_wait_start ();
  VacWindow *other;

  other = app_open_guide_id ("blank");
  g_assert_true (other != window);
  g_assert_true (vac_window_shows_start (window));
  gtk_window_close (GTK_WINDOW (other));
  app_wait_until (app_count_windows () == 1);
}

static void
test_the_file_is_opened_with_its_changes (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (recovered_path);
  GtkWidget *title;
  VacWindow *window;

  g_application_open (G_APPLICATION (app_get ()), &file, 1, "");
  app_wait_until (app_count_windows () == 2);
  window = find_window ("Typed in a File");
  g_assert_nonnull (window);
  app_wait_shown (window);
  g_assert_true (has_label (window, "not saved when Vacancy ended"));
  g_assert_true (g_str_has_suffix (gtk_window_get_title (GTK_WINDOW (window)),
                                   "recovered.vacancy"));
  title = app_get_template_child (window, "form_title");
  g_assert_cmpstr (adw_window_title_get_title (ADW_WINDOW_TITLE (title)), !=, "Job Details");
}

static void
test_the_last_one_takes_the_place_of_the_page (void)
{
  VacWindow *window = app_wait_start ();

  g_assert_null (app_find_row (GTK_WIDGET (window), "Typed in a File"));
  gtk_widget_grab_focus (app_find_row (GTK_WIDGET (window), "Typed and Never Saved"));
  app_press ("Return");
  app_wait_until (find_window ("Typed and Never Saved") == window);
  g_assert_cmpuint (app_count_windows (), ==, 2);
  app_wait_shown (window);
  g_assert_true (has_label (window, "not saved when Vacancy ended"));
  g_assert_true (g_str_has_prefix (app_get_subtitle (window), "Unsaved changes"));
}

static void
test_the_changes_can_be_seen (void)
{
  VacWindow *window = find_window ("Typed in a File");

  app_press_button (GTK_WIDGET (window), "Co_mpare");
  app_wait_until (app_find_label (GTK_WIDGET (window), "Typed in a File") != NULL &&
                  app_find_type (GTK_WIDGET (window), g_type_from_name ("VacCompareView")) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare-close", NULL);
  app_wait_until (app_find_type (GTK_WIDGET (window), g_type_from_name ("VacCompareView")) == NULL);
  g_assert_true (has_label (window, "not saved when Vacancy ended"));
}

static void
test_discarding_can_be_undone (void)
{
  VacWindow *window = find_window ("Typed in a File");
  const guint n_kept = count_kept ();

  app_press_button (GTK_WIDGET (window), "_Discard");
  app_wait_until (strcmp (get_title (window), "Typed in a File") != 0);
  g_assert_false (has_label (window, "not saved when Vacancy ended"));
  g_assert_true (g_str_has_prefix (app_get_subtitle (window), "Saved"));
  g_assert_cmpuint (count_kept (), ==, n_kept);

  app_press_button (GTK_WIDGET (window), "_Undo");
  app_settle ();
  g_assert_cmpstr (get_title (window), ==, "Typed in a File");
  g_assert_true (has_label (window, "not saved when Vacancy ended"));
  g_assert_cmpuint (count_kept (), ==, n_kept);
}

static void
test_undoing_the_discarding_keeps_what_was_typed_since (void)
{
  VacWindow *window = find_window ("Typed in a File");
  VacWindow *other;
  const guint n_windows = app_count_windows ();

  app_focus (GTK_WIDGET (window));
  app_press_button (GTK_WIDGET (window), "_Discard");
  app_wait_until (strcmp (get_title (window), "Typed in a File") != 0);
  set_title (app_get_document (window), "Typed since Then");
  app_press_button (GTK_WIDGET (window), "_Undo");
  app_wait_until (app_count_windows () == n_windows + 1);
  other = find_window ("Typed in a File");
  g_assert_true (other != window);
  g_assert_cmpstr (get_title (window), ==, "Typed since Then");
  g_assert_true (has_label (other, "not saved when Vacancy ended"));
  g_assert_true (vac_document_get_modified (app_get_document (other)));

  vac_recovery_discard (vac_window_get_recovery (window));
  gtk_window_destroy (GTK_WINDOW (window));
  app_settle ();
}

static void
test_saving_ends_it (void)
{
  VacWindow *window = find_window ("Typed in a File");
  g_autofree char *after = NULL;

  app_focus (GTK_WIDGET (window));
  app_press_button (GTK_WIDGET (window), "_Save");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  app_wait_until (!has_label (window, "not saved when Vacancy ended"));
  after = app_read (recovered_path);
  g_assert_nonnull (strstr (after, "Typed in a File"));
  g_assert_cmpuint (count_kept (), ==, 1);
  gtk_window_close (GTK_WINDOW (window));
  app_wait_until (app_count_windows () == 1);
}

static void
test_discarding_what_has_no_file_shows_a_new_posting (void)
{
  VacWindow *window = find_window ("Typed and Never Saved");

  app_focus (GTK_WIDGET (window));
  app_press_button (GTK_WIDGET (window), "_Discard");
  app_settle ();
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  g_assert_null (vac_store_get_file (vac_window_get_store (window)));
  /* A file that is opened now must not take the place that undoing needs. */
  g_assert_false (vac_window_is_pristine (window));
  g_assert_cmpuint (count_kept (), ==, 1);
  /* Who closes the window does not want it back. */
  gtk_window_close (GTK_WINDOW (window));
  app_wait_until (app_count_windows () == 0);
  g_assert_cmpuint (count_kept (), ==, 0);
}

static void
test_turning_to_another_window_keeps_the_text (void)
{
  g_autofree char *path = app_copy_guide ("turning.vacancy");
  VacWindow *window = app_open (path);
  VacWindow *other;

  app_focus (GTK_WIDGET (window));
  set_title (app_get_document (window), "Typed");
  other = app_open_guide ();
  app_focus (GTK_WIDGET (other));
  app_wait_until (count_kept () == 1);

  /* Thrown away by the user, it is not kept. */
  gtk_window_destroy (GTK_WINDOW (other));
  app_focus (GTK_WIDGET (window));
  gtk_window_close (GTK_WINDOW (window));
  app_press_button (app_wait_dialog (window), "_Discard");
  app_wait_until (app_count_windows () == 0);
  app_wait_until (count_kept () == 0);
}

static double
get_scroll (VacWindow *window)
{
  double scroll;

  vac_window_get_place (window, &scroll);

  return scroll;
}

/* As a session that is opened again does. */
static void
test_a_window_returns_to_its_page_and_position (void)
{
  g_autofree char *path = app_copy_guide ("place.vacancy");
  VacWindow *window = app_open (path);
  double ignored;

  vac_window_set_place (window, "sections.5", 120);
  app_wait_until (get_scroll (window) == 120);
  g_assert_cmpstr (vac_window_get_place (window, &ignored), ==, "sections.5");
  vac_window_set_place (window, "sections.99", 50);
  app_settle ();
  g_assert_cmpfloat (get_scroll (window), ==, 120);
  app_close_all ();
}

static void
test_the_end_of_the_session_keeps_the_text (void)
{
  VacWindow *window = app_open_guide ();

  set_title (app_get_document (window), "Typed");
  g_signal_emit_by_name (app_get (), "query-end");
  g_assert_cmpuint (count_kept (), ==, 1);
  vac_recovery_discard (vac_window_get_recovery (window));
  app_close_all ();
}

static void
test_a_folder_that_cannot_be_used_is_said_once (void)
{
  g_autofree char *folder = vac_slot_ensure_folder (NULL);
  g_autofree char *path = app_copy_guide ("no-folder.vacancy");
  VacWindow *window = app_open (path);

  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  set_title (app_get_document (window), "Typed");
  g_assert_false (vac_application_keep (app_get ()));
  app_settle ();
  g_assert_true (has_label (window, "would not survive a crash"));

  app_focus (GTK_WIDGET (window));
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  app_wait_until (!has_label (window, "would not survive a crash"));
  g_assert_cmpint (g_unlink (folder), ==, 0);
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window-recovery/a-start-shows-what-was-not-saved",
                   test_a_start_shows_what_was_not_saved);
  g_test_add_func ("/window-recovery/discarding-on-the-start-page-can-be-undone",
                   test_discarding_on_the_start_page_can_be_undone);
  g_test_add_func ("/window-recovery/the-page-stays-while-something-waits",
                   test_the_page_stays_while_something_waits);
  g_test_add_func ("/window-recovery/the-file-is-opened-with-its-changes",
                   test_the_file_is_opened_with_its_changes);
  g_test_add_func ("/window-recovery/the-last-one-takes-the-place-of-the-page",
                   test_the_last_one_takes_the_place_of_the_page);
  g_test_add_func ("/window-recovery/the-changes-can-be-seen", test_the_changes_can_be_seen);
  g_test_add_func ("/window-recovery/discarding-can-be-undone", test_discarding_can_be_undone);
  g_test_add_func ("/window-recovery/undoing-the-discarding-keeps-what-was-typed-since",
                   test_undoing_the_discarding_keeps_what_was_typed_since);
  g_test_add_func ("/window-recovery/saving-ends-it", test_saving_ends_it);
  g_test_add_func ("/window-recovery/discarding-what-has-no-file-shows-a-new-posting",
                   test_discarding_what_has_no_file_shows_a_new_posting);
  g_test_add_func ("/window-recovery/turning-to-another-window-keeps-the-text",
                   test_turning_to_another_window_keeps_the_text);
  g_test_add_func ("/window-recovery/a-window-returns-to-its-page-and-position",
                   test_a_window_returns_to_its_page_and_position);
  g_test_add_func ("/window-recovery/the-end-of-the-session-keeps-the-text",
                   test_the_end_of_the_session_keeps_the_text);
  g_test_add_func ("/window-recovery/a-folder-that-cannot-be-used-is-said-once",
                   test_a_folder_that_cannot_be_used_is_said_once);

  return g_test_run ();
}
