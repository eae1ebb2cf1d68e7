/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "vac-compare-view.h"
#include "vac-export-text.h"
#include "vac-history-view.h"
#include "vac-page-view.h"
#include "vac-versions.h"
#include "vac-writer.h"

/* Earlier versions of a posting, as somebody uses them who has gone astray. */

static const char *
get_title (VacWindow *window)
{
  return vac_document_get_text (app_get_document (window), VAC_ROLE_JOB_TITLE);
}

/* By keyboard: the title becomes @title, and the posting is saved. */
static void
edit_and_save (VacWindow  *window,
               const char *title)
{
  VacDocument *document = app_get_document (window);
  VacNode *node = vac_document_get (document, VAC_ROLE_JOB_TITLE);
  GtkWidget *field;

  vac_window_show_node (window, node);
  app_settle ();
  field = app_find_field (window, node);
  app_click (field, gtk_widget_get_width (field) / 2.0, gtk_widget_get_height (field) / 2.0);
  app_press ("<Control>a");
  app_type (title);
  app_wait_until (g_str_equal (get_title (window), title));
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (document) &&
                  !vac_store_get_saving (vac_window_get_store (window)));
}

static GtkWidget *
get_view (VacWindow *window)
{
  GtkWidget *view = app_find_type (GTK_WIDGET (window), VAC_TYPE_HISTORY_VIEW);

  g_assert_nonnull (view);

  return view;
}

static GtkWidget *
get_list (VacWindow *window)
{
  GtkWidget *list = app_find_type (get_view (window), GTK_TYPE_LIST_VIEW);

  g_assert_nonnull (list);

  return list;
}

static guint
count_rows (VacWindow *window)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (get_list (window)));

  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static void
open_history (VacWindow *window)
{
  app_press ("<Control><Shift>h");
  app_wait_until (app_find_label (GTK_WIDGET (window), "Version History") != NULL);
  app_settle ();
}

/* In the list, with the focus on its first row. */
static void
open_versions (VacWindow *window)
{
  open_history (window);
  app_wait_until (app_find_label (GTK_WIDGET (window), "Current Version") != NULL);
  app_wait_until (gtk_root_get_focus (GTK_ROOT (window)) != NULL &&
                  gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                          get_list (window)));
}

static gboolean
is_shown (VacWindow *window)
{
  return app_find_type (GTK_WIDGET (window), VAC_TYPE_HISTORY_VIEW) != NULL;
}

static gboolean
shows_page (VacWindow  *window,
            const char *title)
{
  GtkWidget *view = app_find_type (get_view (window), VAC_TYPE_PAGE_VIEW);
  VacOutline *outline = view != NULL
                            ? vac_paper_get_outline (vac_page_view_get_paper (VAC_PAGE_VIEW (view)))
                            : NULL;
  g_autofree char *text = outline != NULL ? vac_outline_to_text (outline) : NULL;

  return text != NULL && g_str_has_prefix (text, title);
}

static gboolean
can (VacWindow  *window,
     const char *label)
{
  GtkWidget *button = app_find_button (get_view (window), label);

  return button != NULL && gtk_widget_is_sensitive (button);
}

static gboolean
saved_file_says (const char *path,
                 const char *title)
{
  g_autofree char *text = app_read (path);
  g_autofree char *line = g_strdup_printf ("\"title\": \"%s\"", title);

  return strstr (text, line) != NULL;
}

static void
test_restore_is_one_step (void)
{
  g_autofree char *path = app_copy_guide ("restored.vacancy");
  VacWindow *window = app_open (path);
  VacDocument *document = app_get_document (window);

  edit_and_save (window, "First");
  edit_and_save (window, "Second");
  open_versions (window);
  g_assert_cmpuint (count_rows (window), ==, 1 + 2);
  g_assert_true (shows_page (window, "Second"));
  g_assert_false (can (window, "_Restore"));
  app_wait_until (app_find_label (get_list (window), "“First” → “Second”") != NULL);

  app_press ("Down");
  app_wait_until (shows_page (window, "First") && can (window, "_Restore"));
  app_press_button (get_view (window), "_Restore");
  app_wait_until (!is_shown (window));
  g_assert_cmpstr (get_title (window), ==, "First");
  g_assert_true (vac_document_get_modified (document));
  g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Restore Version");
  g_assert_true (saved_file_says (path, "Second"));

  app_press_button (GTK_WIDGET (window), "_Undo");
  app_wait_until (g_str_equal (get_title (window), "Second"));
  g_assert_false (vac_document_get_modified (document));
  app_press ("<Control><Shift>z");
  app_wait_until (g_str_equal (get_title (window), "First"));
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (document));
  g_assert_true (saved_file_says (path, "First"));
  open_versions (window);
  g_assert_cmpuint (count_rows (window), ==, 1 + 3);
  app_close_all ();
}

static void
test_name (void)
{
  g_autofree char *path = app_copy_guide ("named.vacancy");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) versions = NULL;
  VacWindow *window = app_open (path);

  edit_and_save (window, "First");
  edit_and_save (window, "Second");
  open_versions (window);
  app_press ("Down");
  app_wait_until (shows_page (window, "First"));
  gtk_widget_activate_action (get_list (window), "history.name", NULL);
  app_focus (app_wait_dialog (window));
  app_type ("sent to legal");
  app_press ("Return");
  app_focus (GTK_WIDGET (window));
  app_wait_until (app_find_label (get_list (window), "sent to legal") != NULL);
  g_assert_true (shows_page (window, "First"));

  versions = vac_versions_list (file, NULL, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((VacVersion *) g_ptr_array_index (versions, 0))->name, ==, "sent to legal");
  g_assert_cmpstr (((VacVersion *) g_ptr_array_index (versions, 1))->name, ==, "");
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  g_assert_true (saved_file_says (path, "Second"));
  app_close_all ();
}

static void
test_copy (void)
{
  g_autofree char *path = app_copy_guide ("copied.vacancy");
  g_autofree char *copy = app_make_path ("copy.vacancy");
  g_autofree char *original = app_read (path);
  g_autofree char *copied = NULL;
  VacWindow *window = app_open (path);

  edit_and_save (window, "First");
  open_versions (window);
  app_press ("Down");
  app_wait_until (!shows_page (window, "First"));
  gtk_widget_activate_action (get_list (window), "history.copy", NULL);
  app_choose_file (app_wait_dialog (window), copy);
  app_wait_until (app_find_label (GTK_WIDGET (window), "Copy saved.") != NULL);
  copied = app_read (copy);
  g_assert_cmpstr (copied, ==, original);
  g_assert_cmpstr (get_title (window), ==, "First");
  app_close_all ();
}

static void
test_compare (void)
{
  g_autofree char *path = app_copy_guide ("compared.vacancy");
  VacWindow *window = app_open (path);

  edit_and_save (window, "First");
  edit_and_save (window, "Second");
  open_versions (window);
  app_press ("Down");
  app_wait_until (shows_page (window, "First") && can (window, "_Restore"));
  gtk_widget_activate_action (get_list (window), "history.compare", NULL);
  app_wait_until (app_find_type (GTK_WIDGET (window), VAC_TYPE_COMPARE_VIEW) != NULL);
  g_assert_false (is_shown (window));
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "the version of "));
  app_close_all ();
}

static void
test_never_saved (void)
{
  VacWindow *window = app_open_guide ();

  open_history (window);
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Not Saved Yet"));
  app_press ("Escape");
  app_wait_until (!is_shown (window));
  app_close_all ();
}

static void
test_saved_once (void)
{
  g_autofree char *path = app_copy_guide ("once.vacancy");
  VacWindow *window = app_open (path);

  open_history (window);
  app_wait_until (app_find_label (GTK_WIDGET (window), "No Earlier Versions") != NULL);
  app_press_button (get_view (window), "Back to the Posting");
  app_wait_until (!is_shown (window));
  app_close_all ();
}

static void
test_narrow_by_keyboard (void)
{
  g_autofree char *path = app_copy_guide ("narrow.vacancy");
  VacWindow *window = app_open (path);

  edit_and_save (window, "First");
  edit_and_save (window, "Second");
  app_resize (window, 360, 700);
  open_versions (window);
  g_assert_null (app_find_type (get_view (window), VAC_TYPE_PAGE_VIEW));
  app_press ("Down");
  app_press ("Down");
  app_press ("Return");
  app_wait_until (app_find_type (get_view (window), VAC_TYPE_PAGE_VIEW) != NULL);
  g_assert_false (shows_page (window, "First"));
  app_wait_until (can (window, "Restore This Version"));
  app_press ("Escape");
  app_wait_until (app_find_label (get_view (window), "Current Version") != NULL);
  app_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         get_list (window)));
  app_press ("Escape");
  app_wait_until (!is_shown (window));
  app_close_all ();
}

static char *
get_versions_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "vacancy", "versions", NULL);
}

static void
damage_contents (void)
{
  g_autofree char *all = get_versions_folder ();
  g_autoptr (GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, name, NULL);
      g_autoptr (GDir) contents = g_dir_open (folder, 0, NULL);

      while ((name = g_dir_read_name (contents)) != NULL)
        if (g_str_has_suffix (name, ".gz"))
          {
            g_autofree char *path = g_build_filename (folder, name, NULL);

            app_write (path, "nonsense");
          }
    }
}

static void
test_damaged (void)
{
  g_autofree char *path = app_copy_guide ("damaged.vacancy");
  VacWindow *window = app_open (path);

  edit_and_save (window, "First");
  damage_contents ();
  open_versions (window);
  app_press ("Down");
  app_wait_until (app_find_label (get_view (window), "Version Is Damaged") != NULL);
  g_assert_nonnull (app_find_label (get_view (window), "What is left of it is in"));
  g_assert_false (can (window, "_Restore"));
  app_wait_until (app_find_label (get_list (window), "Damaged") != NULL);
  app_close_all ();
}

/* What the file held before is a version like any other, and comes back as it was. */
static void
test_no_posting (void)
{
  g_autofree char *path = app_copy_guide ("none.vacancy");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autofree char *posting = app_read (path);
  g_autoptr (GBytes) back = g_bytes_new (posting, strlen (posting));
  VacWindow *window;

  g_assert_true (vac_safe_file_write (file, bytes, NULL,
                                      VAC_WRITE_OVERWRITE | VAC_WRITE_KEEP_VERSION, NULL, NULL,
                                      NULL));
  g_assert_true (vac_safe_file_write (file, back, NULL,
                                      VAC_WRITE_OVERWRITE | VAC_WRITE_KEEP_VERSION, NULL, NULL,
                                      NULL));
  window = app_open (path);
  open_versions (window);
  app_wait_until (app_find_label (get_list (window), "Not a posting") != NULL);
  app_press ("Down");
  app_wait_until (app_find_label (get_view (window), "Not a Posting") != NULL);
  g_assert_false (can (window, "_Restore"));
  app_close_all ();
}

static void
test_unkept (void)
{
  g_autofree char *path = app_copy_guide ("unkept.vacancy");
  g_autofree char *all = get_versions_folder ();
  g_autofree char *aside = g_strconcat (all, ".aside", NULL);
  VacWindow *window = app_open (path);

  edit_and_save (window, "First");
  g_assert_null (app_find_label (GTK_WIDGET (window), "could not be kept"));
  g_assert_no_errno (g_rename (all, aside));
  app_write (all, "no folder");
  edit_and_save (window, "Second");
  app_wait_until (app_find_label (GTK_WIDGET (window), "could not be kept") != NULL);
  g_assert_true (saved_file_says (path, "Second"));
  g_assert_no_errno (g_unlink (all));
  g_assert_no_errno (g_rename (aside, all));
  app_close_all ();
}

/* Selected, the text would be replaced by the next key. */
static void
test_return (void)
{
  g_autofree char *path = app_copy_guide ("return.vacancy");
  VacWindow *window = app_open (path);
  GtkWidget *text;
  int start, end;

  app_focus (GTK_WIDGET (window));
  vac_window_show_node (window, vac_document_get (app_get_document (window), VAC_ROLE_JOB_TITLE));
  app_settle ();
  text = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (GTK_IS_TEXT (text));
  gtk_editable_select_region (GTK_EDITABLE (text), 3, 3);
  open_history (window);
  app_press ("Escape");
  app_wait_until (!is_shown (window));
  app_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == text);
  gtk_editable_get_selection_bounds (GTK_EDITABLE (text), &start, &end);
  g_assert_cmpint (start, ==, 3);
  g_assert_cmpint (end, ==, 3);
  app_close_all ();
}

static gboolean
is_open (GtkWidget *menu_button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu_button));

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

/* The menu of the page that is shown. */
static void
test_menu_by_keyboard (void)
{
  g_autofree char *path = app_copy_guide ("menu.vacancy");
  VacWindow *window = app_open (path);
  GtkWidget *main_button = app_get_template_child (window, "main_menu_button");
  GtkWidget *button;

  edit_and_save (window, "First");
  app_press ("F10");
  app_wait_until (is_open (main_button));
  app_press ("Escape");
  app_wait_until (!is_open (main_button));

  open_versions (window);
  app_press ("Down");
  app_wait_until (!shows_page (window, "First"));
  button = app_find_type (GTK_WIDGET (gtk_widget_get_template_child (get_view (window),
                                                                     VAC_TYPE_HISTORY_VIEW,
                                                                     "version_header")),
                          GTK_TYPE_MENU_BUTTON);
  app_press ("F10");
  app_wait_until (is_open (button));
  app_press ("Escape");
  app_wait_until (!is_open (button));

  gtk_widget_activate_action (get_list (window), "history.compare", NULL);
  app_wait_until (app_find_type (GTK_WIDGET (window), VAC_TYPE_COMPARE_VIEW) != NULL);
  app_settle ();
  button = GTK_WIDGET (gtk_widget_get_template_child (
      app_find_type (GTK_WIDGET (window), VAC_TYPE_COMPARE_VIEW), VAC_TYPE_COMPARE_VIEW,
      "menu_button"));
  app_press ("F10");
  app_wait_until (is_open (button));
  app_press ("Escape");
  app_wait_until (!is_open (button));

  app_press ("Escape");
  app_wait_until (app_find_type (GTK_WIDGET (window), VAC_TYPE_COMPARE_VIEW) == NULL);
  app_press ("F10");
  app_wait_until (is_open (main_button));
  app_press ("Escape");
  app_wait_until (!is_open (main_button));
  app_close_all ();
}

/* Such as one with a file that was still being read when somebody asked for the versions. */
static void
test_comparison_in_its_place (void)
{
  VacWindow *window = app_open_guide ();
  g_autoptr (VacDocument) other = vac_copy_document (app_get_document (window));

  app_focus (GTK_WIDGET (window));
  open_history (window);
  vac_window_compare (window, other, "a version");
  app_wait_until (app_find_type (GTK_WIDGET (window), VAC_TYPE_COMPARE_VIEW) != NULL);
  g_assert_false (is_shown (window));
  app_settle ();
  app_press ("Escape");
  app_wait_until (app_find_type (GTK_WIDGET (window), VAC_TYPE_COMPARE_VIEW) == NULL);
  g_assert_true (gtk_widget_get_mapped (app_get_template_child (window, "panes")));
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window-history/restore-is-one-step", test_restore_is_one_step);
  g_test_add_func ("/window-history/a-version-gets-a-name", test_name);
  g_test_add_func ("/window-history/a-version-becomes-a-file", test_copy);
  g_test_add_func ("/window-history/a-version-is-compared-with-now", test_compare);
  g_test_add_func ("/window-history/a-posting-never-saved-has-none", test_never_saved);
  g_test_add_func ("/window-history/a-posting-saved-once-has-none", test_saved_once);
  g_test_add_func ("/window-history/narrow-windows-show-list-or-version", test_narrow_by_keyboard);
  g_test_add_func ("/window-history/a-damaged-version-is-not-shown", test_damaged);
  g_test_add_func ("/window-history/what-is-no-posting-is-said", test_no_posting);
  g_test_add_func ("/window-history/what-could-not-be-kept-is-said", test_unkept);
  g_test_add_func ("/window-history/f10-opens-the-menu-of-the-page", test_menu_by_keyboard);
  g_test_add_func ("/window-history/a-comparison-takes-its-place", test_comparison_in_its_place);
  g_test_add_func ("/window-history/whoever-returns-goes-on-typing", test_return);

  return g_test_run ();
}
