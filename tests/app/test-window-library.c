/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "vac-date.h"
#include "vac-dialogs.h"
#include "vac-library-entry.h"
#include "vac-library-window.h"

/* The window with all postings. */

static GSettings *settings;

/* Files */

/* Single quotation marks stand for double ones. */
static void
put (const char *folder,
     const char *name,
     const char *title,
     const char *members,
     const char *job)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *json = g_strdup_printf (
      "{'format':'vacancy-posting','version':2,'language':'en'%s,'job':{'title':'%s'%s}}", members,
      title, job);

  g_strdelimit (json, "'", '"');
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  app_write (path, json);
}

/* Each test has a folder of its own. */
static char *
make_folder (void)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("postings-%u", n++);
  char *folder = app_make_path (name);

  put (folder, "nurse.vacancy", "Nurse", ",'status':'open'",
       ",'employer':{'name':'Harbor'},'locations':[{'city':'Reno','region':'NV','country':'US'}]");
  put (folder, "deep/er/taster.vacancy", "Tea Taster", ",'status':'draft'",
       ",'employer':{'name':'Acme'},'locations':[{'city':'Leeds','country':'GB'}]");
  put (folder, "welder.vacancy", "Welder",
       ",'status':'approved','sections':[{'id':'s','title':'S','text':'Be a rockstar.'}]", "");

  return folder;
}

/* The window */

static GtkWindow *
find_library (void)
{
  return app_find_window (VAC_TYPE_LIBRARY_WINDOW);
}

static GtkWidget *
get_child (GtkWindow  *window,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), VAC_TYPE_LIBRARY_WINDOW,
                                                    name));
}

static const char *
get_count (GtkWindow *window)
{
  return gtk_label_get_text (GTK_LABEL (get_child (window, "count_label")));
}

static void
wait_count (GtkWindow  *window,
            const char *count)
{
  app_wait_until (g_str_equal (get_count (window), count));
}

static const char *
get_page (GtkWindow *window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_child (window, "stack")));
}

static void
set_folder (const char *folder)
{
  g_autofree char *uri = folder != NULL ? g_filename_to_uri (folder, NULL, NULL) : NULL;

  g_settings_set_strv (settings, "library-folders", (const char *const[]) { uri, NULL });
}

/* Opens it as people do: from the window that they are in. */
static GtkWindow *
start (const char *folder)
{
  g_settings_reset (settings, "library-sort");
  g_settings_reset (settings, "library-descending");
  g_settings_reset (settings, "library-hidden-columns");
  g_settings_reset (settings, "library-width");
  set_folder (folder);
  g_settings_set_string (settings, "library-sort", "title");
  g_settings_set_boolean (settings, "library-descending", FALSE);
  g_application_activate (G_APPLICATION (app_get ()));
  app_wait_start ();
  app_press ("F4");
  app_wait_until (find_library () != NULL);
  app_focus (GTK_WIDGET (find_library ()));
  app_settle ();

  return find_library ();
}

static GtkWidget *
find_view (GtkWindow *window)
{
  GtkWidget *view = app_find_type (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW);

  g_assert_nonnull (view);

  return view;
}

static GtkSelectionModel *
get_list (GtkWindow *window)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find_view (window)));
}

/* Their titles, each followed by a semicolon. */
static char *
name_rows (GtkWindow *window,
           gboolean   selected)
{
  GtkSelectionModel *list = get_list (window);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autoptr (VacLibraryEntry) entry = NULL;

      g_object_get (item, "entry", &entry, NULL);
      if (!selected || gtk_selection_model_is_selected (list, i))
        g_string_append_printf (names, "%s;", vac_library_entry_get_facts (entry)->title);
    }

  return g_string_free (names, FALSE);
}

static gboolean
shows (GtkWindow  *window,
       const char *names)
{
  g_autofree char *shown = name_rows (window, FALSE);

  return g_str_equal (shown, names);
}

static void
assert_selected (GtkWindow  *window,
                 const char *names)
{
  g_autofree char *selected = name_rows (window, TRUE);

  g_assert_cmpstr (selected, ==, names);
}

/* What came first may stand anywhere by now, and has the focus. */
static void
select_second (GtkWindow *window)
{
  app_press ("Home");
  app_press ("Down");
  assert_selected (window, "Tea Taster;");
}

static gboolean
has_focus (GtkWindow *window,
           GtkWidget *within)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && (focus == within || gtk_widget_is_ancestor (focus, within));
}

/* Tests */

static void
test_one_window_lists_the_folders (void)
{
  g_autofree char *folder = make_folder ();
  GtkWindow *window = start (folder);

  wait_count (window, "3 postings");
  app_wait_until (shows (window, "Nurse;Tea Taster;Welder;"));
  g_assert_true (has_focus (window, find_view (window)));
  app_press ("F4");
  app_focus (GTK_WIDGET (app_wait_start ()));
  app_press ("F4");
  app_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (app_get ()))), ==,
                    2);
  app_focus (GTK_WIDGET (window));
  app_press ("<Control>w");
  app_wait_until (find_library () == NULL);
  g_assert_cmpuint (app_count_windows (), ==, 1);
  app_close_all ();
}

static void
test_folders_are_chosen_first (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GtkWindow *window = start (NULL);

  g_assert_cmpstr (get_page (window), ==, "first");
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Where Are Your Postings?"));
  g_assert_nonnull (app_find_button (GTK_WIDGET (window), "_Add Folder…"));
  vac_library_window_add_folder (VAC_LIBRARY_WINDOW (window), file);
  wait_count (window, "3 postings");
  g_assert_cmpstr (get_page (window), ==, "list");
  app_close_all ();
  /* It is remembered. */
  window = start (folder);
  wait_count (window, "3 postings");
  app_close_all ();
}

static void
test_a_folder_is_added_by_a_dialog (void)
{
  g_autofree char *folder = make_folder ();
  GtkWindow *window = start (NULL);
  GListModel *windows = gtk_window_get_toplevels ();
  const guint n_windows = g_list_model_get_n_items (windows);
  GtkWindow *dialog = NULL;

  app_press_button (GTK_WIDGET (window), "_Add Folder…");
  app_wait_until (g_list_model_get_n_items (windows) > n_windows);
  app_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (other))
        dialog = other;
    }
  g_assert_nonnull (dialog);
  app_choose_file (GTK_WIDGET (dialog), folder);
  wait_count (window, "3 postings");
  app_close_all ();
}

static void
test_a_folder_is_removed_and_comes_back (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *name = g_strdup_printf ("Do Not List “%s”", folder);
  GtkWindow *window = start (folder);

  wait_count (window, "3 postings");
  gtk_menu_button_popup (GTK_MENU_BUTTON (get_child (window, "folders_button")));
  app_wait_until (app_find_button (get_child (window, "folders_popover"), name) != NULL);
  app_press_button (get_child (window, "folders_popover"), name);
  app_wait_until (g_str_equal (get_page (window), "first"));
  gtk_popover_popdown (GTK_POPOVER (get_child (window, "folders_popover")));
  app_wait_until (app_find_button (GTK_WIDGET (window), "_Undo") != NULL);
  app_press_button (GTK_WIDGET (window), "_Undo");
  wait_count (window, "3 postings");
  app_close_all ();
}

static void
test_typing_searches_all_text (void)
{
  g_autofree char *folder = make_folder ();
  GtkWindow *window = start (folder);

  wait_count (window, "3 postings");
  app_type ("rockst");
  wait_count (window, "1 of 3 postings");
  g_assert_true (shows (window, "Welder;"));
  g_assert_true (has_focus (window, get_child (window, "search_entry")));
  app_type ("xyz");
  app_wait_until (g_str_equal (get_page (window), "nothing"));
  g_assert_cmpstr (get_count (window), ==, "0 of 3 postings");
  app_press_button (GTK_WIDGET (window), "_Show All Postings");
  wait_count (window, "3 postings");
  app_press ("<Control>f");
  app_type ("tea");
  wait_count (window, "1 of 3 postings");
  app_press ("Down");
  g_assert_true (has_focus (window, find_view (window)));
  app_press ("<Control>f");
  app_press ("Escape");
  wait_count (window, "3 postings");
  g_assert_true (has_focus (window, find_view (window)));
  app_close_all ();
}

static GtkWidget *
find_filter (GtkWindow *window)
{
  return get_child (window, "filter");
}

static void
toggle_check (GtkWindow  *window,
              const char *label)
{
  GtkWidget *check = gtk_widget_get_ancestor (app_find_label (find_filter (window), label),
                                              GTK_TYPE_CHECK_BUTTON);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
test_filters_are_combined (void)
{
  g_autofree char *folder = make_folder ();
  GtkWindow *window = start (folder);
  GtkWidget *entry;

  wait_count (window, "3 postings");
  gtk_popover_popup (GTK_POPOVER (find_filter (window)));
  app_settle ();
  toggle_check (window, "Open");
  wait_count (window, "1 of 3 postings");
  toggle_check (window, "Draft");
  wait_count (window, "2 of 3 postings");
  g_assert_true (shows (window, "Nurse;Tea Taster;"));
  entry = app_find_type (find_filter (window), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "leeds");
  wait_count (window, "1 of 3 postings");
  g_assert_true (shows (window, "Tea Taster;"));
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Filter (2)"));

  app_press_button (find_filter (window), "_Clear Filters");
  wait_count (window, "3 postings");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Filter"));
  gtk_popover_popdown (GTK_POPOVER (find_filter (window)));
  app_close_all ();
}

/* What is looked at stays where it is while files come and go. */
static void
test_folders_are_watched (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *nurse = g_build_filename (folder, "nurse.vacancy", NULL);
  GtkWindow *window = start (folder);

  wait_count (window, "3 postings");
  select_second (window);
  put (folder, "baker.vacancy", "Baker", "", "");
  app_wait_until (shows (window, "Baker;Nurse;Tea Taster;Welder;"));
  assert_selected (window, "Tea Taster;");
  /* In a folder that was not there. */
  put (folder, "new/folder/cook.vacancy", "Cook", "", "");
  app_wait_until (shows (window, "Baker;Cook;Nurse;Tea Taster;Welder;"));
  put (folder, "new/folder/later.vacancy", "Xylographer", "", "");
  app_wait_until (shows (window, "Baker;Cook;Nurse;Tea Taster;Welder;Xylographer;"));
  put (folder, "deep/er/taster.vacancy", "Zoologist", "", "");
  app_wait_until (shows (window, "Baker;Cook;Nurse;Welder;Xylographer;Zoologist;"));
  assert_selected (window, "Zoologist;");
  g_assert_cmpint (g_unlink (nurse), ==, 0);
  app_wait_until (shows (window, "Baker;Cook;Welder;Xylographer;Zoologist;"));
  assert_selected (window, "Zoologist;");
  g_assert_true (has_focus (window, find_view (window)));
  app_close_all ();
}

static gboolean
match_text (GtkWidget  *widget,
            const void *data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), data);
}

static void
test_headings_and_the_menu_sort (void)
{
  g_autofree char *folder = make_folder ();
  GtkWindow *window = start (folder);
  GtkWidget *heading;
  g_autofree char *remembered = NULL;

  wait_count (window, "3 postings");
  heading = app_find (find_view (window), match_text, "Title");
  g_assert_nonnull (heading);
  app_click (heading, 5, 5);
  app_wait_until (shows (window, "Welder;Tea Taster;Nurse;"));
  g_assert_true (g_settings_get_boolean (settings, "library-descending"));
  app_click (app_find (find_view (window), match_text, "Employer"), 5, 5);
  app_wait_until (shows (window, "Welder;Tea Taster;Nurse;"));
  remembered = g_settings_get_string (settings, "library-sort");
  g_assert_cmpstr (remembered, ==, "employer");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "view.library-sort", "s",
                                             "status"));
  app_wait_until (shows (window, "Tea Taster;Welder;Nurse;"));
  app_close_all ();
}

static gboolean
is_column_shown (GtkWindow  *window,
                 const char *title)
{
  GtkWidget *heading = app_find (find_view (window), match_text, title);

  return heading != NULL;
}

static void
test_columns_are_hidden_and_remembered (void)
{
  g_autofree char *folder = make_folder ();
  g_auto (GStrv) hidden = NULL;
  GtkWindow *window = start (folder);

  wait_count (window, "3 postings");
  g_assert_true (is_column_shown (window, "Pay"));
  gtk_widget_activate_action (GTK_WIDGET (window), "view.column-pay", NULL);
  app_settle ();
  g_assert_false (is_column_shown (window, "Pay"));
  hidden = g_settings_get_strv (settings, "library-hidden-columns");
  g_assert_cmpstr (hidden[0], ==, "pay");
  g_assert_null (hidden[1]);
  gtk_widget_activate_action (GTK_WIDGET (window), "view.column-pay", NULL);
  app_settle ();
  g_assert_true (is_column_shown (window, "Pay"));
  app_close_all ();
}

static void
test_enter_opens_or_raises (void)
{
  g_autofree char *folder = make_folder ();
  GtkWindow *window = start (folder);
  VacWindow *posting = NULL;

  wait_count (window, "3 postings");
  select_second (window);
  app_press ("Return");
  app_wait_until (app_count_windows () == 1 &&
                  (posting = VAC_WINDOW (gtk_application_get_windows (
                       GTK_APPLICATION (app_get ()))->data)) != NULL &&
                  VAC_IS_WINDOW (posting) && vac_window_get_store (posting) != NULL);
  app_wait_shown (posting);
  g_assert_cmpstr (vac_document_get_text (app_get_document (posting), VAC_ROLE_JOB_TITLE), ==,
                   "Tea Taster");
  app_focus (GTK_WIDGET (window));
  app_press ("Return");
  app_settle ();
  g_assert_cmpuint (app_count_windows (), ==, 1);
  app_focus (GTK_WIDGET (window));
  app_press ("Home");
  app_press ("Return");
  app_wait_until (app_count_windows () == 2);
  app_close_all ();
}

static void
test_several_are_selected_and_opened (void)
{
  g_autofree char *folder = make_folder ();
  GtkWindow *window = start (folder);

  wait_count (window, "3 postings");
  g_assert_false (gtk_widget_is_sensitive (get_child (window, "selection_button")));
  select_second (window);
  app_press ("<Shift>Down");
  wait_count (window, "3 postings · 2 selected");
  assert_selected (window, "Tea Taster;Welder;");
  g_assert_true (gtk_widget_is_sensitive (get_child (window, "selection_button")));
  app_press ("<Control>a");
  wait_count (window, "3 postings · 3 selected");
  gtk_widget_activate_action (GTK_WIDGET (window), "library.open", NULL);
  app_wait_until (app_count_windows () == 3);
  app_close_all ();
}

static void
test_what_is_selected_changes (void)
{
  g_autofree char *folder = make_folder ();
  GtkWindow *window = start (folder);

  wait_count (window, "3 postings");
  select_second (window);
  app_press ("<Shift>Down");
  gtk_widget_activate_action (GTK_WIDGET (window), "many.set-status", "s", "closed");
  app_wait_until (app_find_label (GTK_WIDGET (window), "Closed since") != NULL);
  app_wait_until (app_find_label (GTK_WIDGET (window), "2 postings changed.") != NULL);
  app_wait_until (app_find_label (GTK_WIDGET (window), "Approved") == NULL);
  assert_selected (window, "Tea Taster;Welder;");
  app_press_button (GTK_WIDGET (window), "_Undo");
  app_wait_until (app_find_label (GTK_WIDGET (window), "Closed since") == NULL);
  app_close_all ();
}

static gboolean
has_dialog (GtkWindow  *window,
            const char *title)
{
  GtkWidget *dialog = vac_dialogs_get_top (window);
  g_autofree char *shown = NULL;

  if (dialog != NULL)
    g_object_get (dialog, "title", &shown, NULL);

  return g_strcmp0 (shown, title) == 0;
}

static void
test_keys_of_a_posting_act_on_those_selected (void)
{
  g_autofree char *folder = make_folder ();
  GtkWindow *window = start (folder);

  wait_count (window, "3 postings");
  app_press ("<Control>h");
  select_second (window);
  g_assert_false (has_dialog (window, "Replace in Postings"));
  app_press ("<Control>h");
  app_wait_until (has_dialog (window, "Replace in Postings"));
  app_press ("Escape");
  app_wait_until (!has_dialog (window, "Replace in Postings"));
  assert_selected (window, "Tea Taster;");
  app_press ("<Control>e");
  app_wait_until (has_dialog (window, "Export Postings"));
  app_press ("Escape");
  app_wait_until (!has_dialog (window, "Export Postings"));
  app_close_all ();
}

static void
test_closing_dates_are_told_once_a_day (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *iso = NULL, *job = NULL;
  GtkWindow *window;
  GDate day;

  vac_date_today (&day);
  g_date_add_days (&day, 3);
  iso = vac_date_to_iso (&day);
  job = g_strdup_printf (",'closes':'%s'", iso);
  put (folder, "soon.vacancy", "Soon", ",'status':'open'", job);
  put (folder, "draft.vacancy", "No Hurry", ",'status':'draft'", job);
  window = start (folder);
  wait_count (window, "5 postings");
  app_wait_until (app_find_label (GTK_WIDGET (window), "1 open posting closes within 7 days") !=
                  NULL);
  app_press_button (GTK_WIDGET (window), "_Show");
  wait_count (window, "1 of 5 postings");
  g_assert_true (shows (window, "Soon;"));
  app_press_button (GTK_WIDGET (window), "_Dismiss");
  app_wait_until (app_find_label (GTK_WIDGET (window), "closes within 7 days") == NULL);
  app_close_all ();
  window = start (folder);
  wait_count (window, "5 postings");
  app_settle ();
  g_assert_null (app_find_label (GTK_WIDGET (window), "1 open posting closes within 7 days"));
  g_settings_reset (settings, "library-notice-dismissed");
  app_close_all ();
}

static void
test_a_folder_that_is_gone_is_named (void)
{
  g_autofree char *folder = app_make_path ("nowhere");
  g_autofree char *sentence = g_strdup_printf ("Not all postings of “%s” are listed", folder);
  GtkWindow *window = start (folder);

  app_wait_until (app_find_label (GTK_WIDGET (window), sentence) != NULL);
  put (folder, "a.vacancy", "Appears", "", "");
  app_press_button (GTK_WIDGET (window), "_Try Again");
  wait_count (window, "1 posting");
  app_wait_until (app_find_label (GTK_WIDGET (window), sentence) == NULL);
  app_close_all ();
}

static void
test_what_cannot_be_read_is_listed (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "broken.vacancy", NULL);
  GtkWindow *window;

  app_write (path, "{ oops");
  window = start (folder);
  wait_count (window, "4 postings");
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "broken.vacancy"));
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Cannot be read"));
  app_close_all ();
}

static void
test_a_narrow_window_has_rows_of_lines (void)
{
  g_autofree char *folder = make_folder ();
  GtkWindow *window = start (folder);
  int minimum;

  wait_count (window, "3 postings");
  select_second (window);
  gtk_window_set_default_size (window, 360, 600);
  app_wait_until (app_find_type (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW) == NULL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_wait_until (app_find_label (GTK_WIDGET (window), "Harbor · Reno, NV · Open") != NULL);
  g_assert_true (has_focus (window, app_find_type (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW)));
  gtk_window_set_default_size (window, 1200, 600);
  app_wait_until (app_find_type (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW) != NULL);
  assert_selected (window, "Tea Taster;");
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);
  settings = g_settings_new (VAC_APPLICATION_ID);

  g_test_add_func ("/window-library/one-window-lists-the-folders",
                   test_one_window_lists_the_folders);
  g_test_add_func ("/window-library/folders-are-chosen-first", test_folders_are_chosen_first);
  g_test_add_func ("/window-library/a-folder-is-added-by-a-dialog",
                   test_a_folder_is_added_by_a_dialog);
  g_test_add_func ("/window-library/a-folder-is-removed-and-comes-back",
                   test_a_folder_is_removed_and_comes_back);
  g_test_add_func ("/window-library/typing-searches-all-text", test_typing_searches_all_text);
  g_test_add_func ("/window-library/filters-are-combined", test_filters_are_combined);
  g_test_add_func ("/window-library/folders-are-watched", test_folders_are_watched);
  g_test_add_func ("/window-library/headings-and-the-menu-sort", test_headings_and_the_menu_sort);
  g_test_add_func ("/window-library/columns-are-hidden-and-remembered",
                   test_columns_are_hidden_and_remembered);
  g_test_add_func ("/window-library/enter-opens-or-raises", test_enter_opens_or_raises);
  g_test_add_func ("/window-library/several-are-selected-and-opened",
                   test_several_are_selected_and_opened);
  g_test_add_func ("/window-library/what-is-selected-changes", test_what_is_selected_changes);
  g_test_add_func ("/window-library/keys-of-a-posting-act-on-those-selected",
                   test_keys_of_a_posting_act_on_those_selected);
  g_test_add_func ("/window-library/closing-dates-are-told-once-a-day",
                   test_closing_dates_are_told_once_a_day);
  g_test_add_func ("/window-library/a-folder-that-is-gone-is-named",
                   test_a_folder_that_is_gone_is_named);
  g_test_add_func ("/window-library/what-cannot-be-read-is-listed",
                   test_what_cannot_be_read_is_listed);
  g_test_add_func ("/window-library/a-narrow-window-has-rows-of-lines",
                   test_a_narrow_window_has_rows_of_lines);

  return g_test_run ();
}
