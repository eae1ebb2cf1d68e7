/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "app-fixture.h"
#include "vac-reader.h"
#include "vac-writer.h"

/* What other programs do to the files of windows, and what the windows make of it. */

static void
change_title (VacWindow  *window,
              const char *title)
{
  VacDocument *document = app_get_document (window);

  g_assert_true (
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), title));
  app_settle ();
}

static gboolean
has_label (VacWindow  *window,
           const char *part)
{
  return app_find_label (GTK_WIDGET (window), part) != NULL;
}

static void
change_on_disk (const char *path,
                const char *title)
{
  g_autofree char *text = app_read (path);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (VacDocument) document = vac_read_document (bytes, NULL);
  g_autoptr (GBytes) changed = NULL;
  g_autofree char *changed_text = NULL;

  g_assert_nonnull (document);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), title);
  changed = vac_write_document (document);
  changed_text = g_strndup (g_bytes_get_data (changed, NULL), g_bytes_get_size (changed));
  app_write (path, changed_text);
}

static const char *
get_title (VacWindow *window)
{
  return vac_document_get_text (app_get_document (window), VAC_ROLE_JOB_TITLE);
}

static void
test_changed_beneath_unsaved_changes (void)
{
  g_autofree char *path = app_copy_guide ("beneath-changes.vacancy");
  g_autofree char *after = NULL;
  VacWindow *window = app_open (path);

  change_on_disk (path, "Theirs");
  app_wait_until (has_label (window, "The file has changed on disk."));
  change_title (window, "Ours");
  app_wait_until (has_label (window, "unsaved changes"));
  g_assert_false (has_label (window, "The file has changed on disk."));

  app_press_button (GTK_WIDGET (window), "_Keep Mine");
  app_wait_until (!has_label (window, "changed on disk"));
  g_assert_true (vac_document_get_modified (app_get_document (window)));
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  after = app_read (path);
  g_assert_nonnull (strstr (after, "\"Ours\""));
  app_close_all ();
}

static void
test_third_version (void)
{
  g_autofree char *path = app_copy_guide ("third.vacancy");
  g_autofree char *after = NULL;
  VacWindow *window = app_open (path);

  change_title (window, "Ours");
  change_on_disk (path, "Second");
  app_press ("<Control>s");
  app_wait_dialog (window);
  change_on_disk (path, "Third");
  app_press_button (app_wait_dialog (window), "_Overwrite");
  app_settle ();
  after = app_read (path);
  g_assert_nonnull (strstr (after, "\"Third\""));
  app_press_button (app_wait_dialog (window), "_Overwrite");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  g_free (after);
  after = app_read (path);
  g_assert_nonnull (strstr (after, "\"Ours\""));
  app_close_all ();
}

static void
test_reload_from_the_question (void)
{
  g_autofree char *path = app_copy_guide ("reload.vacancy");
  VacWindow *window = app_open (path);

  change_title (window, "Ours");
  change_on_disk (path, "Theirs");
  app_press ("<Control>s");
  app_press_button (app_wait_dialog (window), "_Reload");
  app_settle ();
  app_press_button (app_wait_dialog (window), "_Reload");
  app_wait_until (strcmp (get_title (window), "Theirs") == 0);
  app_wait_until (!has_label (window, "changed on disk"));
  app_close_all ();
}

static void
test_deleted (void)
{
  g_autofree char *path = app_copy_guide ("deleted.vacancy");
  g_autofree char *after = NULL;
  VacWindow *window = app_open (path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  app_wait_until (has_label (window, "deleted or moved"));
  g_assert_false (has_label (window, "changed on disk"));
  g_assert_null (strstr (app_get_subtitle (window), "Saved ·"));
  g_assert_true (app_get_enabled (window, "save_button"));
  app_press ("<Control>s");
  g_assert_nonnull (
      app_find_label (app_wait_dialog (window), "Save the Deleted File Again?"));
  app_press_button (app_wait_dialog (window), "_Cancel");
  app_settle ();
  app_press_button (GTK_WIDGET (window), "Save _Again");
  app_wait_until (!has_label (window, "deleted or moved"));
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  after = app_read (path);
  g_assert_nonnull (strstr (after, "vacancy-posting"));
  app_close_all ();
}

static void
test_read_only (void)
{
  g_autofree char *path = app_copy_guide ("read-only.vacancy");
  VacWindow *window;

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  window = app_open (path);
  g_assert_true (has_label (window, "is read-only."));
  app_press_button (GTK_WIDGET (window), "Save _As…");
  app_press_button (app_wait_dialog (window), "_Cancel");
  app_settle ();
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  app_wait_until (!has_label (window, "is read-only."));
  app_close_all ();
}

/* For a posting that cannot be saved, nothing is offered or asked that would end in a refusal. */
static void
test_deleted_newer_version (void)
{
  g_autofree char *path = app_make_path ("newer-deleted.vacancy");
  VacWindow *window;

  app_write (path, "{ \"format\": \"vacancy-posting\", \"version\": 1000 }\n");
  window = app_open (path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  app_wait_until (has_label (window, "deleted or moved"));
  g_assert_null (app_find_button (GTK_WIDGET (window), "Save _Again"));
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_press ("<Control>w");
  app_wait_until (app_count_windows () == 0);
}

/* The file is about to hold the second state while the first, which was saved before, is shown. */
static void
test_undone_while_saving (void)
{
  g_autofree char *path = app_copy_guide ("undone.vacancy");
  g_autofree char *after = NULL;
  VacWindow *window = app_open (path);

  change_title (window, "Second");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  vac_document_undo (app_get_document (window));
  g_assert_true (vac_store_get_saving (vac_window_get_store (window)));
  g_assert_true (g_str_has_prefix (app_get_subtitle (window), "Saving…"));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "•"));
  g_assert_true (app_get_enabled (window, "save_button"));
  app_wait_until (!vac_store_get_saving (vac_window_get_store (window)));
  g_assert_true (g_str_has_prefix (app_get_subtitle (window), "Unsaved changes"));
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  after = app_read (path);
  g_assert_null (strstr (after, "\"Second\""));
  app_close_all ();
}

static void
test_typing_while_reloading (void)
{
  g_autofree char *path = app_copy_guide ("typing-reload.vacancy");
  VacWindow *window = app_open (path);

  change_on_disk (path, "Theirs");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  vac_document_set_text (app_get_document (window),
                         vac_document_get (app_get_document (window), VAC_ROLE_DEPARTMENT),
                         "Typed meanwhile");
  app_press_button (app_wait_dialog (window), "_Cancel");
  app_settle ();
  g_assert_cmpstr (vac_document_get_text (app_get_document (window), VAC_ROLE_DEPARTMENT), ==,
                   "Typed meanwhile");
  app_close_all ();
}

/* Compact, it is below the size limit of the JSON gate; with one value per line, above it. */
static void
test_too_large (void)
{
  g_autofree char *path = app_make_path ("large.vacancy");
  g_autoptr (GString) before = g_string_new (
      "{\"format\":\"vacancy-posting\",\"version\":1,\"x\":[0");
  g_autofree char *after = NULL;
  VacWindow *window;

  for (guint i = 0; i < 3 * 1000 * 1000; i++)
    g_string_append (before, ",0");
  g_string_append (before, "]}");
  app_write (path, before->str);
  window = app_open (path);
  change_title (window, "Ours");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  g_assert_nonnull (app_find_label (app_wait_dialog (window), "16 MiB"));
  app_press_button (app_wait_dialog (window), "_Close");
  after = app_read (path);
  g_assert_true (g_str_equal (after, before->str));
  g_assert_true (vac_document_get_modified (app_get_document (window)));
  vac_document_undo (app_get_document (window));
  app_close_all ();
}

/* Several files at once */

static guint
count_errors (void)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (app_get ())); l != NULL;
       l = l->next)
    if (VAC_IS_WINDOW (l->data) && vac_window_get_store (l->data) == NULL &&
        gtk_widget_get_visible (l->data))
      n++;

  return n;
}

static void
test_every_error_is_told (void)
{
  static const char *const names[] = { "first-bad.vacancy", "good.vacancy", "second-bad.vacancy" };
  g_autofree char *good = app_copy_guide (names[1]);
  g_autofree char *bad = app_make_path (names[0]);
  g_autofree char *other_bad = app_make_path (names[2]);
  g_autofree char *good_text = NULL;
  GFile *files[G_N_ELEMENTS (names)];
  VacWindow *window = NULL;

  app_write (bad, "{]");
  app_write (other_bad, "[]");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = app_make_path (names[i]);

      files[i] = g_file_new_for_path (path);
    }
  g_application_open (G_APPLICATION (app_get ()), files, G_N_ELEMENTS (files), "");
  app_wait_until (app_count_windows () == 3);
  app_wait_until (count_errors () == 2);

  /* The same file once more, still broken and then repaired. */
  g_application_open (G_APPLICATION (app_get ()), &files[0], 1, "");
  app_settle ();
  g_assert_cmpuint (app_count_windows (), ==, 3);
  good_text = app_read (good);
  app_write (bad, good_text);
  g_application_open (G_APPLICATION (app_get ()), &files[0], 1, "");
  app_wait_until (count_errors () == 1);
  g_assert_cmpuint (app_count_windows (), ==, 3);

  /* Turning from an error to another file. */
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (app_get ())); l != NULL;
       l = l->next)
    if (vac_window_get_store (l->data) == NULL)
      window = l->data;
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-recent", "s",
                              "file:///dev/null/no.vacancy");
  app_settle ();
  g_assert_cmpuint (app_count_windows (), ==, 3);
  g_assert_true (has_label (window, "no.vacancy"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_unref (files[i]);
  app_close_all ();
}

static void
test_links_are_the_same_file (void)
{
  g_autofree char *path = app_copy_guide ("linked.vacancy");
  g_autofree char *symbolic = app_make_path ("symbolic.vacancy");
  g_autofree char *hard = app_make_path ("hard.vacancy");
  const char *const others[] = { symbolic, hard };

  app_open (path);
  g_assert_cmpint (symlink ("linked.vacancy", symbolic), ==, 0);
  g_assert_cmpint (link (path, hard), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (others[i]);

      g_application_open (G_APPLICATION (app_get ()), &file, 1, "");
      app_settle ();
      g_assert_cmpuint (app_count_windows (), ==, 1);
    }
  app_close_all ();
}

/* Exporting */

/* The disk has room for the text but not for the rest. */
static void
test_exported_to_a_full_disk (void)
{
  static const char *const formats[] = { "text", "json", NULL };
  g_autofree char *path = app_copy_guide ("exported.vacancy");
  g_autofree char *disk = app_make_path ("small-disk");
  g_autofree char *text = app_make_path ("small-disk/Machine Learning Engineer.txt");
  g_autoptr (GSettings) settings = g_settings_new (VAC_APPLICATION_ID);
  VacWindow *window;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("none", disk, "tmpfs", 0, "size=16k") != 0)
    {
      g_test_skip ("SKIPPED: a small disk can be mounted by an administrator only");
      return;
    }
  g_settings_set_strv (settings, "export-formats", formats);
  window = app_open (path);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
  app_press_button (app_wait_dialog (window), "_Export…");
  app_settle ();
  app_choose_file (app_wait_dialog (window), disk);
  app_wait_until (g_file_test (text, G_FILE_TEST_EXISTS));
  g_assert_nonnull (
      app_find_label (app_wait_dialog (window), "• Machine Learning Engineer.txt"));
  app_press_button (app_wait_dialog (window), "_Close");
  app_close_all ();
  g_settings_reset (settings, "export-formats");
  g_assert_cmpint (umount (disk), ==, 0);
  g_assert_cmpint (g_rmdir (disk), ==, 0);
}

/* Printing */

static GtkPrintUnixDialog *
wait_print_dialog (const char *path)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkPrintUnixDialog *dialog = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) toplevel = g_list_model_get_item (toplevels, i);

      if (GTK_IS_PRINT_UNIX_DIALOG (toplevel))
        dialog = GTK_PRINT_UNIX_DIALOG (toplevel);
    }
  g_assert_nonnull (dialog);
  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_unix_dialog_set_settings (dialog, settings);
  app_wait_until (gtk_print_unix_dialog_get_selected_printer (dialog) != NULL);

  return dialog;
}

static void
test_printed_to_a_full_disk (void)
{
  g_autofree char *path = app_copy_guide ("printed.vacancy");
  g_autofree char *disk = app_make_path ("small-disk");
  g_autofree char *full = app_make_path ("small-disk/full.pdf");
  g_autofree char *roomy = app_make_path ("roomy.pdf");
  g_autofree char *remembered = g_build_filename (g_get_user_config_dir (), "vacancy", "print.ini",
                                                  NULL);
  const char *const files[] = { roomy, full };
  VacWindow *window;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("none", disk, "tmpfs", 0, "size=8k") != 0)
    {
      g_test_skip ("SKIPPED: a small disk can be mounted by an administrator only");
      return;
    }
  window = app_open (path);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      /* For a printer that is chosen already the dialog keeps the file. */
      g_unlink (remembered);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL);
      app_press_button (app_wait_dialog (window), "_Print…");
      gtk_dialog_response (GTK_DIALOG (wait_print_dialog (files[i])), GTK_RESPONSE_OK);
      if (files[i] == roomy)
        {
          app_wait_until (g_file_test (roomy, G_FILE_TEST_EXISTS));
          app_settle ();
          continue;
        }
      g_assert_nonnull (app_find_label (app_wait_dialog (window), "full.pdf"));
      app_press_button (app_wait_dialog (window), "_Close");
    }
  app_close_all ();
  g_assert_cmpint (umount (disk), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/save/a-change-on-disk-beneath-unsaved-changes-can-be-overruled",
                   test_changed_beneath_unsaved_changes);
  g_test_add_func ("/window/save/a-third-version-asks-again", test_third_version);
  g_test_add_func ("/window/save/the-question-offers-to-reload", test_reload_from_the_question);
  g_test_add_func ("/window/save/a-deleted-file-is-called-so-and-can-be-saved-again", test_deleted);
  g_test_add_func ("/window/save/of-a-deleted-newer-version-nothing-is-offered",
                   test_deleted_newer_version);
  g_test_add_func ("/window/save/a-read-only-file-shows-a-bar-until-it-is-not", test_read_only);
  g_test_add_func ("/window/save/what-is-undone-while-saving-is-not-saved",
                   test_undone_while_saving);
  g_test_add_func ("/window/save/what-is-typed-while-reloading-is-asked-about",
                   test_typing_while_reloading);
  g_test_add_func ("/window/save/what-could-not-be-read-again-is-not-written", test_too_large);
  g_test_add_func ("/window/open/every-file-that-cannot-be-opened-is-told",
                   test_every_error_is_told);
  g_test_add_func ("/window/open/a-link-raises-the-window-of-its-file",
                   test_links_are_the_same_file);
  g_test_add_func ("/window/export/files-that-were-written-before-one-failed-are-named",
                   test_exported_to_a_full_disk);
  g_test_add_func ("/window/print/a-file-on-a-full-disk-is-told", test_printed_to_a_full_disk);

  return g_test_run ();
}
