/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "vac-dialogs.h"
#include "vac-guide-library.h"
#include "vac-page-view.h"
#include "vac-writer.h"

/* Opening, saving and closing. */

static void
test_broken_file (void)
{
  static const char *const broken[] = {
    "{\n  \"format\": \"vacancy-posting\",\n  \"version\": 1,\n  oops\n}\n",
    "",
    "[1, 2]\n",
    "{ \"format\": \"vacancy-posting\", \"version\": 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = app_make_path ("broken & <b>.vacancy");
      g_autofree char *after = NULL;
      g_autofree char *place = g_strdup_printf ("%s:%s", path, i == 0 ? "4:3: " : "");
      VacWindow *window;

      app_write (path, broken[i]);
      window = app_open (path);
      g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Could Not Open File"));
      g_assert_nonnull (app_find_label (GTK_WIDGET (window), place));
      app_press ("<Control>s");
      app_press ("<Control>z");
      app_press ("<Control>e");
      after = app_read (path);
      g_assert_cmpstr (after, ==, broken[i]);
      gtk_window_close (GTK_WINDOW (window));
      app_wait_until (app_count_windows () == 0);
    }
}

static void
test_missing_file (void)
{
  g_autofree char *path = app_make_path ("nowhere.vacancy");
  VacWindow *window = app_open (path);

  g_assert_nonnull (app_find_label (GTK_WIDGET (window), path));
  app_close_all ();
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);

  return g_strjoinv (new, parts);
}

static void
test_newer_version (void)
{
  g_autofree char *path = app_copy_guide ("newer.vacancy");
  g_autofree char *text = app_read (path);
  g_autofree char *newer = replace (text, "\"version\": 2", "\"version\": 4");
  g_autofree char *after = NULL;
  VacWindow *window;

  app_write (path, newer);
  window = app_open (path);
  g_assert_true (vac_document_get_read_only (app_get_document (window)));
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "newer version"));
  g_assert_nonnull (strstr (app_get_subtitle (window), "Read-only"));
  vac_window_show_node (window, vac_document_get (app_get_document (window), VAC_ROLE_JOB_TITLE));
  app_settle ();
  app_type ("x");
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_press ("<Control>s");
  after = app_read (path);
  g_assert_cmpstr (after, ==, newer);
  app_close_all ();
}

static void
change_title (VacWindow  *window,
              const char *title)
{
  VacDocument *document = app_get_document (window);

  g_assert_true (
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), title));
  app_settle ();
}

static void
test_conflict (void)
{
  static const struct { const char *answer; gboolean overwritten; } cases[] = {
    { "_Cancel", FALSE }, { "_Overwrite", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = app_copy_guide ("conflict.vacancy");
      g_autofree char *text = app_read (path);
      g_autofree char *theirs = g_strconcat (text, "\n\n", NULL);
      g_autofree char *after = NULL;
      VacWindow *window = app_open (path);

      change_title (window, "Ours");
      app_write (path, theirs);
      app_press ("<Control>s");
      app_press_button (app_wait_dialog (window), cases[i].answer);
      app_settle ();
      if (cases[i].overwritten)
        app_wait_until (!vac_document_get_modified (app_get_document (window)));
      g_assert_true (vac_document_get_modified (app_get_document (window)) != cases[i].overwritten);
      after = app_read (path);
      if (cases[i].overwritten)
        g_assert_nonnull (strstr (after, "\"Ours\""));
      else
        g_assert_cmpstr (after, ==, theirs);
      app_close_all ();
    }
}

static void
test_changed_on_disk (void)
{
  g_autofree char *path = app_copy_guide ("changed.vacancy");
  VacWindow *window = app_open (path);
  g_autoptr (VacDocument) theirs = vac_copy_document (app_get_document (window));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  VacWindow *other;

  g_assert_null (app_find_label (GTK_WIDGET (window), "has changed on disk"));
  vac_document_set_text (theirs, vac_document_get (theirs, VAC_ROLE_JOB_TITLE), "Theirs");
  bytes = vac_write_document (theirs);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  app_write (path, text);
  other = app_open_guide ();
  g_assert_true (other != window);
  app_focus (GTK_WIDGET (window));
  app_wait_until (app_find_label (GTK_WIDGET (window), "has changed on disk") != NULL);
  app_press_button (GTK_WIDGET (window), "_Reload");
  app_wait_until (strcmp (vac_document_get_text (app_get_document (window), VAC_ROLE_JOB_TITLE),
                          "Theirs") == 0);
  app_settle ();
  g_assert_null (app_find_label (GTK_WIDGET (window), "has changed on disk"));
  app_close_all ();
}

static void
test_close (void)
{
  static const struct { const char *answer; gboolean closed, saved; } cases[] = {
    { "_Cancel", FALSE, FALSE }, { "_Discard", TRUE, FALSE }, { "_Save", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = app_copy_guide ("close.vacancy");
      g_autofree char *after = NULL;
      VacWindow *window = app_open (path);

      change_title (window, "Changed before closing");
      app_press ("<Control>w");
      app_press_button (app_wait_dialog (window), cases[i].answer);
      app_settle ();
      if (cases[i].closed)
        app_wait_until (app_count_windows () == 0);
      g_assert_cmpuint (app_count_windows (), ==, cases[i].closed ? 0 : 1);
      after = app_read (path);
      g_assert_true ((strstr (after, "Changed before closing") != NULL) == cases[i].saved);
      app_close_all ();
    }
}

static void
test_close_clean (void)
{
  VacWindow *window = app_open_guide ();

  g_assert_nonnull (window);
  app_press ("<Control>w");
  app_wait_until (app_count_windows () == 0);
}

static void
test_save_as (void)
{
  VacWindow *window = app_open_guide ();
  g_autofree char *path = app_make_path ("saved-as.vacancy");
  g_autofree char *text = NULL;

  g_assert_nonnull (strstr (app_get_subtitle (window), "Not saved yet"));
  change_title (window, "Saved under a name");
  app_press ("<Control>s");
  app_choose_file (app_wait_dialog (window), path);
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  app_wait_until (strstr (app_get_subtitle (window), "· Saved") != NULL);
  text = app_read (path);
  g_assert_nonnull (strstr (text, "\"Saved under a name\""));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "saved-as.vacancy");
  app_close_all ();
}

static void
test_same_file (void)
{
  g_autofree char *path = app_copy_guide ("same.vacancy");
  g_autofree char *other_path = app_copy_guide ("other.vacancy");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window = app_open (path);

  app_open (other_path);
  g_assert_cmpuint (app_count_windows (), ==, 2);
  g_application_open (G_APPLICATION (app_get ()), &file, 1, "");
  app_settle ();
  g_assert_cmpuint (app_count_windows (), ==, 2);
  app_focus (GTK_WIDGET (window));
  app_close_all ();
}

static void
test_pristine_window_is_reused (void)
{
  g_autofree char *path = app_copy_guide ("instead.vacancy");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window = app_open_guide ();

  g_application_open (G_APPLICATION (app_get ()), &file, 1, "");
  app_wait_until (vac_store_get_file (vac_window_get_store (window)) != NULL);
  g_assert_cmpuint (app_count_windows (), ==, 1);
  app_close_all ();
}

static double
get_paper_width (VacWindow *window)
{
  GtkWidget *view = app_find_type (GTK_WIDGET (window), VAC_TYPE_PAGE_VIEW);

  return vac_paper_get_setup (vac_page_view_get_paper (VAC_PAGE_VIEW (view)))->width;
}

/* The tests' locale is nobody's, so the paper is that of the posting's language. */
static void
test_paper_follows_the_posting (void)
{
  g_autofree char *path = app_copy_guide ("german.vacancy");
  g_autofree char *text = app_read (path);
  g_auto (GStrv) parts = g_strsplit (text, "\"language\": \"en-US\"", 2);
  g_autofree char *german = g_strjoinv ("\"language\": \"de-DE\"", parts);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window = app_open_guide ();

  app_write (path, german);
  g_assert_cmpfloat (get_paper_width (window), ==, 612);
  g_application_open (G_APPLICATION (app_get ()), &file, 1, "");
  app_wait_until (vac_store_get_file (vac_window_get_store (window)) != NULL);
  g_assert_cmpfloat (get_paper_width (window), <, 600);
  app_close_all ();
}

static void
test_save_as_guide (void)
{
  g_autofree char *path = app_copy_guide ("becomes-a-guide.vacancy");
  g_autofree char *folder = vac_guide_get_user_folder ();
  VacWindow *window = app_open (path);
  GtkWidget *dialog;
  GtkWidget *entry, *card;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save-guide", NULL));
  dialog = app_wait_dialog (window);
  entry = app_find_type (GTK_WIDGET (dialog), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Tea & <Biscuits>");
  app_press_button (GTK_WIDGET (dialog), "_Save Guide");
  app_wait_until (app_find_label (GTK_WIDGET (window), "Saved as a guide") != NULL);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));

  app_press ("<Control>n");
  app_wait_until (app_count_windows () == 2);
  window = app_wait_start ();
  card = app_find_card (window, "Tea & <Biscuits>");
  g_assert_nonnull (card);
  g_assert_true (gtk_widget_activate (card));
  app_wait_until (vac_window_get_store (window) != NULL);
  g_assert_cmpuint (app_count_windows (), ==, 2);
  app_close_all ();
}

static void
test_quit (void)
{
  g_autofree char *path = app_copy_guide ("quit.vacancy");
  g_autofree char *other_path = app_copy_guide ("quit-other.vacancy");
  VacWindow *window = app_open (path);

  app_open (other_path);
  change_title (window, "Changed before quitting");
  app_press ("<Control>q");
  app_wait_until (app_count_windows () == 1);
  app_press_button (app_wait_dialog (window), "_Discard");
  app_wait_until (app_count_windows () == 0);
}

static guint
count_toplevels (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

/* Whatever is open above a window that closes: none of it stays, or uses what is gone. */
static void
test_dialogs_go_with_their_window (void)
{
  static const char *const actions[] = { "win.export", "win.save-guide", "win.save-as" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *path = app_copy_guide ("beneath.vacancy");
      VacWindow *window = app_open (path);
      GWeakRef weak;

      g_weak_ref_init (&weak, window);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL));
      app_wait_dialog (window);
      g_action_group_activate_action (G_ACTION_GROUP (app_get ()), "quit", NULL);
      app_wait_until (app_count_windows () == 0);
      app_wait_until (count_toplevels () == 0);
      app_settle ();
      g_assert_null (g_weak_ref_get (&weak));
      g_weak_ref_clear (&weak);
    }
}

static void
test_close_twice (void)
{
  g_autofree char *path = app_copy_guide ("twice.vacancy");
  VacWindow *window = app_open (path);

  change_title (window, "Changed before closing twice");
  gtk_window_close (GTK_WINDOW (window));
  app_wait_dialog (window);
  gtk_window_close (GTK_WINDOW (window));
  app_settle ();
  /* Where the question is a sheet, the second time closes that. */
  if (vac_dialogs_get_top (GTK_WINDOW (window)) != NULL)
    app_press_button (app_wait_dialog (window), "_Cancel");
  app_settle ();
  g_assert_null (vac_dialogs_get_top (GTK_WINDOW (window)));
  gtk_window_close (GTK_WINDOW (window));
  app_press_button (app_wait_dialog (window), "_Discard");
  app_wait_until (app_count_windows () == 0);
}

/* The shortcut that saves and the one that closes, before the disk has answered. */
static void
test_close_while_saving (void)
{
  static const gboolean edits[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = app_copy_guide ("slow.vacancy");
      g_autofree char *after = NULL;
      VacWindow *window = app_open (path);

      change_title (window, "Saved before closing");
      gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
      g_assert_true (vac_store_get_saving (vac_window_get_store (window)));
      if (edits[i])
        vac_document_set_text (app_get_document (window),
                               vac_document_get (app_get_document (window), VAC_ROLE_DEPARTMENT),
                               "Later");
      gtk_window_close (GTK_WINDOW (window));
      g_assert_cmpuint (app_count_windows (), ==, 1);
      if (edits[i])
        app_press_button (app_wait_dialog (window), "_Discard");
      app_wait_until (app_count_windows () == 0);
      after = app_read (path);
      g_assert_nonnull (strstr (after, "Saved before closing"));
      g_assert_null (strstr (after, "Later"));
    }
}

static void
test_edit_after_save_and_close (void)
{
  g_autofree char *path = app_copy_guide ("typing.vacancy");
  VacWindow *window = app_open (path);
  GtkWidget *dialog;

  change_title (window, "Saved");
  gtk_window_close (GTK_WINDOW (window));
  dialog = app_wait_dialog (window);
  g_signal_emit_by_name (app_find_button (dialog, "_Save"), "clicked");
  vac_document_set_text (app_get_document (window),
                         vac_document_get (app_get_document (window), VAC_ROLE_DEPARTMENT),
                         "Typed meanwhile");
  app_press_button (app_wait_dialog (window), "_Discard");
  app_wait_until (app_count_windows () == 0);
}

static void
test_error_beside_a_posting (void)
{
  g_autofree char *path = app_make_path ("not-there.vacancy");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window = app_open_guide ();

  g_application_open (G_APPLICATION (app_get ()), &file, 1, "");
  app_wait_until (app_count_windows () == 2);
  app_settle ();
  g_assert_null (app_find_label (GTK_WIDGET (window), "not-there.vacancy"));
  g_assert_nonnull (vac_window_get_store (window));
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/open/a-broken-file-shows-file-line-and-column", test_broken_file);
  g_test_add_func ("/window/open/a-missing-file-is-named", test_missing_file);
  g_test_add_func ("/window/open/a-newer-version-is-read-only-and-says-so", test_newer_version);
  g_test_add_func ("/window/open/the-same-file-raises-the-same-window", test_same_file);
  g_test_add_func ("/window/open/an-untouched-new-posting-makes-room",
                   test_pristine_window_is_reused);
  g_test_add_func ("/window/open/the-paper-is-that-of-the-posting-shown",
                   test_paper_follows_the_posting);
  g_test_add_func ("/window/save/a-conflict-asks-and-obeys-the-answer", test_conflict);
  g_test_add_func ("/window/save/a-change-on-disk-shows-a-bar-that-reloads", test_changed_on_disk);
  g_test_add_func ("/window/save/a-new-posting-asks-for-a-name", test_save_as);
  g_test_add_func ("/window/close/unsaved-changes-ask-and-obey-the-answer", test_close);
  g_test_add_func ("/window/close/a-clean-window-does-not-ask", test_close_clean);
  g_test_add_func ("/window/close/quitting-asks-only-where-something-is-unsaved", test_quit);
  g_test_add_func ("/window/close/dialogs-go-with-their-window", test_dialogs_go_with_their_window);
  g_test_add_func ("/window/close/asked-twice-is-one-question", test_close_twice);
  g_test_add_func ("/window/close/a-save-under-way-comes-first", test_close_while_saving);
  g_test_add_func ("/window/close/what-is-typed-after-saving-is-asked-about",
                   test_edit_after_save_and_close);
  g_test_add_func ("/window/open/an-error-hides-no-posting", test_error_beside_a_posting);
  g_test_add_func ("/window/guide/a-posting-saved-as-guide-is-on-the-start-page",
                   test_save_as_guide);

  return g_test_run ();
}
