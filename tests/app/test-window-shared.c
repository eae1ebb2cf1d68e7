/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "support.h"
#include "vac-dialogs.h"
#include "vac-reader.h"
#include "vac-shared-library.h"
#include "vac-shared-line.h"
#include "vac-shared-page.h"
#include "vac-shared.h"
#include "vac-writer.h"

/* Texts that postings share, in the windows of the program. */

#define STATEMENT "equal-opportunity-us"

static void
clear_texts (void)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  const char *argv[] = { "rm", "-rf", folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
}

static VacDocument *
open_text (const char *id)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (folder);
  const VacSharedText *text = vac_shared_library_find (library, id);

  g_assert_nonnull (text);

  return vac_shared_text_open (text, NULL);
}

static gboolean
has_text (const char *id)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (folder);

  return vac_shared_library_find (library, id) != NULL;
}

static gboolean
is_locked (const char *id)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (folder);
  const VacSharedText *text = vac_shared_library_find (library, id);

  return text != NULL && text->locked;
}

static gint64
get_text_version (const char *id)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (folder);
  const VacSharedText *text = vac_shared_library_find (library, id);

  return text != NULL ? text->version : 0;
}

static VacNode *
find_copy (VacWindow  *window,
           const char *id)
{
  g_autoptr (GPtrArray) copies = vac_shared_list (app_get_document (window), id);

  return copies->len > 0 ? g_ptr_array_index (copies, 0) : NULL;
}

static void
assert_copy (VacWindow *window,
             gint64     version,
             gboolean   edited)
{
  VacNode *copy = find_copy (window, STATEMENT);
  VacReference reference;

  g_assert_nonnull (copy);
  g_assert_true (vac_shared_get_reference (copy, &reference));
  g_assert_cmpint (reference.version, ==, version);
  g_assert_cmpint (reference.edited, ==, edited);
}

static gboolean
has_version (VacWindow *window,
             gint64     version)
{
  VacReference reference;

  return vac_shared_get_reference (find_copy (window, NULL), &reference) &&
         reference.version == version;
}

static void
insert (VacWindow  *window,
        const char *typed)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.insert-shared-text", NULL);
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_type (typed);
  app_wait_until (app_find_label (GTK_WIDGET (dialog), "veteran status") != NULL);
  app_press ("Return");
  app_wait_until (find_copy (window, NULL) != NULL);
  app_focus (GTK_WIDGET (window));
  app_settle ();
}

static GtkWidget *
find_line (VacWindow *window)
{
  VacNode *copy = find_copy (window, NULL);

  vac_window_show_node (window, vac_node_get (copy, VAC_ROLE_SECTION_TITLE));
  app_settle ();

  return app_find_type (gtk_stack_get_visible_child (
                            GTK_STACK (app_get_template_child (window, "page_stack"))),
                        VAC_TYPE_SHARED_LINE);
}

static void
test_a_text_is_inserted (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *line;

  clear_texts ();
  insert (window, "veteran");
  assert_copy (window, 1, FALSE);
  line = find_line (window);
  g_assert_true (gtk_widget_get_mapped (line));
  g_assert_nonnull (app_find_label (line, "Shared text: Equal opportunity, version 1"));
  g_assert_true (vac_document_get_modified (app_get_document (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_null (find_copy (window, NULL));
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_close_all ();
}

static GtkWidget *
focus_text (VacWindow *window)
{
  VacNode *leaf = vac_node_get (find_copy (window, NULL), VAC_ROLE_SECTION_TEXT);

  g_assert_true (vac_window_show_node (window, leaf));
  app_settle ();

  return app_find_field (window, leaf);
}

static void
test_a_locked_text_asks_before_it_is_edited (void)
{
  VacWindow *window = app_open_guide ();
  g_autofree char *before = NULL;
  GtkWidget *dialog;
  VacNode *leaf;

  clear_texts ();
  insert (window, "veteran");
  leaf = vac_node_get (find_copy (window, NULL), VAC_ROLE_SECTION_TEXT);
  before = g_strdup (vac_node_get_text (leaf));
  focus_text (window);
  app_type ("x");
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  g_assert_cmpstr (vac_node_get_text (leaf), ==, before);
  app_press ("Escape");
  app_focus (GTK_WIDGET (window));
  app_settle ();
  assert_copy (window, 1, FALSE);

  focus_text (window);
  app_type ("x");
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_press_button (dialog, "Edit _This Copy");
  app_settle ();
  app_focus (GTK_WIDGET (window));
  focus_text (window);
  app_type ("x");
  app_wait_until (!g_str_equal (vac_node_get_text (leaf), before));
  app_settle ();
  assert_copy (window, 1, TRUE);
  g_assert_nonnull (app_find_label (find_line (window), "differs from version 1"));
  app_press ("<Control>z");
  app_settle ();
  assert_copy (window, 1, FALSE);
  app_close_all ();
}

static void
put_newer (void)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  g_autofree char *path = g_build_filename (folder, STATEMENT ".json", NULL);
  g_autoptr (VacDocument) document = open_text (STATEMENT);
  g_autoptr (GBytes) bytes = NULL;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_SHARED_VERSION), "2");
  vac_document_set_text (document, vac_node_get (vac_shared_get_section (document),
                                                 VAC_ROLE_SECTION_TEXT),
                         "{{employer}} is an equal opportunity employer. Everybody may apply.");
  bytes = vac_write_document (document);
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static void
test_a_newer_version_is_offered (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *dialog;
  GtkWidget *line;

  clear_texts ();
  insert (window, "veteran");
  line = find_line (window);
  put_newer ();
  app_wait_until (app_find_button (line, "Update to Version 2…") != NULL &&
                  gtk_widget_get_mapped (app_find_button (line, "Update to Version 2…")));
  app_press_button (line, "Update to Version 2…");
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "Everybody may apply."));
  app_press ("Return");
  app_wait_until (has_version (window, 2));
  app_focus (GTK_WIDGET (window));
  assert_copy (window, 2, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  assert_copy (window, 1, FALSE);
  app_close_all ();
}

static char *
make_file (const char *name)
{
  char *path = app_copy_guide (name);
  g_autofree char *contents = app_read (path);
  g_autoptr (GBytes) bytes = g_bytes_new (contents, strlen (contents));
  g_autoptr (VacDocument) posting = vac_read_document (bytes, NULL);
  g_autoptr (VacDocument) text = open_text (STATEMENT);
  g_autofree char *written = NULL;

  g_assert_nonnull (vac_shared_insert (posting, text, 1));
  written = support_write_text (posting);
  app_write (path, written);

  return path;
}

static gboolean
is_text (GtkWidget  *widget,
         const void *data)
{
  GtkTextBuffer *buffer = GTK_IS_TEXT_VIEW (widget)
                              ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)) : NULL;
  g_autofree char *text = NULL;

  if (buffer != NULL)
    g_object_get (buffer, "text", &text, NULL);

  return text != NULL && strstr (text, "is an equal opportunity employer") != NULL;
}

static gboolean
is_file (const char *path,
         const char *contents)
{
  g_autofree char *now = app_read (path);

  return g_str_equal (now, contents);
}

static void
test_a_text_is_edited_and_postings_follow (void)
{
  g_autofree char *open_path = NULL;
  g_autofree char *closed_path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  VacWindow *window;
  GtkWidget *dialog;
  GtkWidget *area;

  clear_texts ();
  open_path = make_file ("open.vacancy");
  closed_path = make_file ("closed.vacancy");
  before = app_read (closed_path);
  window = app_open (open_path);
  gtk_widget_activate_action (find_line (window), "shared.edit", NULL);
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_wait_until (app_find_label (GTK_WIDGET (dialog), "closed.vacancy") != NULL &&
                  app_find_label (GTK_WIDGET (dialog), "open.vacancy") != NULL);
  area = app_find (GTK_WIDGET (dialog), is_text, NULL);
  g_assert_nonnull (area);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), "Everybody may apply.",
                            -1);
  app_settle ();
  app_press_button (GTK_WIDGET (dialog), "_Save");
  app_wait_until (get_text_version (STATEMENT) == 2);
  app_wait_until (app_find_label (GTK_WIDGET (window), "2 postings have the new version.") != NULL);
  app_focus (GTK_WIDGET (window));
  assert_copy (window, 2, FALSE);
  g_assert_true (vac_document_get_modified (app_get_document (window)));
  g_assert_cmpstr (vac_document_get_undo_label (app_get_document (window)), ==,
                   "Update Shared Text");
  after = app_read (closed_path);
  g_assert_nonnull (strstr (after, "Everybody may apply."));

  /* Each alone, or all at once. */
  app_press_button (GTK_WIDGET (window), "_Undo");
  app_wait_until (is_file (closed_path, before));
  app_settle ();
  assert_copy (window, 1, FALSE);
  app_close_all ();
}

static GtkWidget *
open_manager (VacWindow *window)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.shared-texts", NULL);
  dialog = app_wait_dialog (window);
  app_focus (dialog);

  return dialog;
}

/* The key that closed both still holds the dialog when the window is gone. */
static void
test_the_list_may_outlive_its_window (void)
{
  g_autofree char *path = app_copy_guide ("outlived.vacancy");
  VacWindow *window = app_open (path);
  GtkWidget *dialog = g_object_ref (open_manager (window));

  vac_dialogs_close_window (GTK_WINDOW (window));
  app_wait_until (app_count_windows () == 0);
  app_settle ();
  g_object_unref (dialog);
}

static void
do_to_selected (GtkWidget  *dialog,
                const char *action)
{
  gtk_widget_activate_action (app_find_type (GTK_WIDGET (dialog), VAC_TYPE_SHARED_PAGE), action,
                              NULL);
  app_settle ();
}

static void
test_texts_are_managed (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *dialog;

  clear_texts ();
  dialog = open_manager (window);
  app_type ("benefits-us");
  app_wait_until (app_find_label (GTK_WIDGET (dialog), "401(k)") != NULL);
  do_to_selected (dialog, "text.duplicate");
  app_wait_until (app_find_row (GTK_WIDGET (dialog), "Benefits in the United States (copy)") !=
                  NULL);

  /* The copy is selected, and only it has a file. */
  do_to_selected (dialog, "text.delete");
  app_wait_until (!has_text ("benefits-in-the-united-states-copy"));
  app_settle ();
  app_press_button (GTK_WIDGET (dialog), "_Undo");
  app_wait_until (has_text ("benefits-in-the-united-states-copy"));
  app_settle ();
  app_close_all ();
}

static void
test_a_text_is_locked_and_unlocked (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *dialog;

  clear_texts ();
  dialog = open_manager (window);
  app_type ("benefits-us");
  app_wait_until (app_find_label (GTK_WIDGET (dialog), "401(k)") != NULL);
  do_to_selected (dialog, "text.lock");
  app_wait_until (is_locked ("benefits-us"));
  /* It says what it said. */
  g_assert_cmpint (get_text_version ("benefits-us"), ==, 1);
  app_settle ();
  do_to_selected (dialog, "text.unlock");
  app_wait_until (!is_locked ("benefits-us"));
  app_close_all ();
}

static void
test_a_section_is_saved_as_a_text (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *section = vac_document_find_section (app_get_document (window), "about-the-role");
  g_autofree char *path = vac_node_get_path (section);
  g_autoptr (VacDocument) document = NULL;
  GtkWidget *dialog;

  clear_texts ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-shared-text", "s", path);
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_press_button (GTK_WIDGET (dialog), "_Save");
  app_wait_until (has_text ("about-the-role"));
  document = open_text ("about-the-role");
  g_assert_cmpstr (vac_node_get_member_text (vac_shared_get_section (document),
                                             VAC_ROLE_SECTION_TEXT), ==,
                   vac_node_get_member_text (section, VAC_ROLE_SECTION_TEXT));
  g_assert_cmpint (get_text_version ("about-the-role"), ==, 1);
  app_settle ();
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window-shared/a-text-is-inserted", test_a_text_is_inserted);
  g_test_add_func ("/window-shared/a-locked-text-asks-before-it-is-edited",
                   test_a_locked_text_asks_before_it_is_edited);
  g_test_add_func ("/window-shared/a-newer-version-is-offered", test_a_newer_version_is_offered);
  g_test_add_func ("/window-shared/a-text-is-edited-and-postings-follow",
                   test_a_text_is_edited_and_postings_follow);
  g_test_add_func ("/window-shared/texts-are-managed", test_texts_are_managed);
  g_test_add_func ("/window-shared/the-list-may-outlive-its-window",
                   test_the_list_may_outlive_its_window);
  g_test_add_func ("/window-shared/a-text-is-locked-and-unlocked",
                   test_a_text_is_locked_and_unlocked);
  g_test_add_func ("/window-shared/a-section-is-saved-as-a-text",
                   test_a_section_is_saved_as_a_text);

  return g_test_run ();
}
