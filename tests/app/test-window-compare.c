/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-compare-view.h"
#include "vac-outline-marks.h"
#include "vac-page-view.h"
#include "vac-writer.h"

/* The page that compares a posting with another one. */

static const char *
get_title (VacDocument *document)
{
  return vac_document_get_text (document, VAC_ROLE_JOB_TITLE);
}

static VacNode *
find_items (VacDocument *document)
{
  VacNode *section = vac_document_find_section (document, "key-responsibilities");
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);

  return vac_node_get_n_children (items) > 2
             ? items
             : vac_node_get (vac_node_get_child (vac_node_get (section, VAC_ROLE_SUBSECTIONS), 0),
                             VAC_ROLE_SECTION_ITEMS);
}

/* Three differences: the title, a bullet with other words, a bullet that is gone. */
static VacDocument *
make_other (VacDocument *document)
{
  VacDocument *other = vac_copy_document (document);
  VacNode *items = find_items (other);
  VacNode *text = vac_node_get (vac_node_get_child (items, 0), VAC_ROLE_ITEM_TEXT);
  g_autofree char *longer = g_strconcat (vac_node_get_text (text), " every single day", NULL);

  vac_document_set_text (other, vac_document_get (other, VAC_ROLE_JOB_TITLE), "Their Title");
  vac_document_set_text (other, text, longer);
  vac_document_remove (other, vac_node_get_child (items, 1));

  return other;
}

static char *
write_other (VacWindow  *window,
             const char *name)
{
  g_autoptr (VacDocument) other = make_other (app_get_document (window));
  g_autoptr (GBytes) bytes = vac_write_document (other);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *path = app_make_path (name);

  app_write (path, text);

  return path;
}

static VacCompareView *
get_view (VacWindow *window)
{
  return (VacCompareView *) app_find_type (GTK_WIDGET (window), VAC_TYPE_COMPARE_VIEW);
}

static VacCompareView *
wait_view (VacWindow *window)
{
  app_wait_until (get_view (window) != NULL);
  app_settle ();

  return get_view (window);
}

static GtkWidget *
get_child (VacCompareView *view,
           const char     *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (view), VAC_TYPE_COMPARE_VIEW,
                                                    name));
}

static GtkListBox *
get_list (VacCompareView *view)
{
  return GTK_LIST_BOX (get_child (view, "list"));
}

static int
get_selected (VacCompareView *view)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (get_list (view));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/* How many words are marked so on the pages. */
static guint
count_marks (VacCompareView *view,
             const char     *pages,
             VacMarkKind     kind)
{
  VacPaper *paper = vac_page_view_get_paper (VAC_PAGE_VIEW (get_child (view, pages)));
  VacOutline *outline = vac_paper_get_outline (paper);
  guint n = 0;

  for (guint i = 0; outline != NULL && i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      for (guint j = 0; block->marks != NULL && j < block->marks->len; j++)
        n += g_array_index (block->marks, VacMark, j).kind == kind;
    }

  return n;
}

static void
compare_with_file (VacWindow  *window,
                   const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare-with", NULL);
  app_choose_file (app_wait_dialog (window), path);
  app_focus (GTK_WIDGET (window));
}

static void
test_take_over (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  g_autofree char *title = g_strdup (get_title (document));
  g_autofree char *path = write_other (window, "theirs.vacancy");
  const guint n_items = vac_node_get_n_children (find_items (document));
  VacCompareView *view;

  compare_with_file (window, path);
  view = wait_view (window);
  g_assert_cmpuint (vac_compare_view_get_n_differences (view), ==, 3);
  g_assert_nonnull (app_find_label (GTK_WIDGET (view), "Compared with theirs.vacancy"));
  g_assert_cmpuint (count_marks (view, "inline_view", VAC_MARK_ADDED), >=, 2);
  g_assert_cmpuint (count_marks (view, "inline_view", VAC_MARK_REMOVED), >=, 2);
  g_assert_cmpint (get_selected (view), ==, 0);

  app_press ("<Alt>Page_Down");
  g_assert_cmpint (get_selected (view), ==, 1);
  app_press ("<Alt>Page_Up");
  g_assert_cmpint (get_selected (view), ==, 0);

  app_press_button (GTK_WIDGET (view), "_Take Over");
  app_settle ();
  g_assert_cmpstr (get_title (document), ==, "Their Title");
  g_assert_cmpuint (vac_compare_view_get_n_differences (view), ==, 2);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (get_list (view))));

  app_press ("<Control>z");
  app_wait_until (vac_compare_view_get_n_differences (view) == 3);
  g_assert_cmpstr (get_title (document), ==, title);
  g_assert_true (get_view (window) == view);

  for (guint i = 0; i < 3; i++)
    app_press ("<Control>Return");
  app_wait_until (vac_compare_view_get_n_differences (view) == 0);
  g_assert_cmpuint (vac_node_get_n_children (find_items (document)), ==, n_items - 1);
  g_assert_cmpuint (count_marks (view, "inline_view", VAC_MARK_ADDED), ==, 0);
  g_assert_nonnull (app_find_label (GTK_WIDGET (view), "Both say the same."));

  app_press ("Escape");
  app_wait_until (get_view (window) == NULL);
  g_assert_true (app_get_enabled (window, "undo_button"));
  app_close_all ();
}

/* What this one has more was added, and goes again. */
static void
test_restore (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  g_autoptr (VacDocument) other = make_other (document);
  VacCompareView *view;

  vac_window_compare (window, other, "the version of Monday");
  view = wait_view (window);
  g_assert_nonnull (app_find_label (GTK_WIDGET (view), "Only in the version of Monday"));
  g_assert_cmpuint (vac_compare_view_get_n_differences (view), ==, 3);
  for (guint left = 3; left > 0; left--)
    {
      app_press_button (GTK_WIDGET (view), "_Restore");
      app_wait_until (vac_compare_view_get_n_differences (view) == left - 1);
    }
  g_assert_cmpstr (get_title (document), ==, "Their Title");
  for (guint i = 0; i < 3; i++)
    app_press ("<Control>z");
  app_wait_until (vac_compare_view_get_n_differences (view) == 3);
  app_close_all ();
}

static void
test_room (void)
{
  VacWindow *window = app_open_guide ();
  g_autoptr (VacDocument) other = make_other (app_get_document (window));
  VacCompareView *view;

  vac_window_compare (window, other, "a version with quite a long name that nobody can shorten");
  view = wait_view (window);
  app_resize (window, 1590, 900);
  app_press_button (GTK_WIDGET (view), "Side _by Side");
  app_wait_until (gtk_widget_get_mapped (get_child (view, "earlier_view")) &&
                  gtk_widget_get_mapped (get_child (view, "later_view")));
  g_assert_false (gtk_widget_get_mapped (get_child (view, "inline_view")));
  g_assert_cmpuint (count_marks (view, "earlier_view", VAC_MARK_ADDED), ==, 0);
  g_assert_cmpuint (count_marks (view, "earlier_view", VAC_MARK_REMOVED), >, 0);
  g_assert_cmpuint (count_marks (view, "later_view", VAC_MARK_REMOVED), ==, 0);
  g_assert_cmpuint (count_marks (view, "later_view", VAC_MARK_ADDED), >, 0);

  app_resize (window, 360, 640);
  app_wait_until (gtk_widget_get_mapped (get_child (view, "inline_view")));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  g_assert_false (gtk_widget_get_mapped (get_child (view, "earlier_view")));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_list (view))));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (get_child (view, "list_stack"))), >=, 150);
  g_assert_cmpint (gtk_widget_get_height (get_child (view, "inline_view")), >=, 150);

  app_resize (window, 1590, 900);
  app_wait_until (gtk_widget_get_mapped (get_child (view, "earlier_view")));
  app_close_all ();
}

/* The title stands before the bullet that is looked at. */
static void
test_same_difference (void)
{
  static const struct
  {
    gboolean    swapped;
    const char *take;
  } cases[] = { { FALSE, "_Take Over" }, { TRUE, "_Restore" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacWindow *window = app_open_guide ();
      g_autofree char *path = write_other (window, "looked-at.vacancy");
      VacCompareView *view;

      compare_with_file (window, path);
      view = wait_view (window);
      g_object_set (view, "swapped", cases[i].swapped, NULL);
      app_press_button (GTK_WIDGET (view), cases[i].take);
      app_wait_until (vac_compare_view_get_n_differences (view) == 2);
      app_press ("<Alt>Page_Down");
      g_assert_cmpint (get_selected (view), ==, 1);

      app_press ("<Control>z");
      app_wait_until (vac_compare_view_get_n_differences (view) == 3);
      g_assert_cmpint (get_selected (view), ==, 2);
      g_assert_nonnull (app_find_label (GTK_WIDGET (view), "3 of 3"));
      app_close_all ();
    }
}

static gboolean
has_label (VacWindow  *window,
           const char *part)
{
  return app_find_label (GTK_WIDGET (window), part) != NULL;
}

static void
test_disk (void)
{
  for (guint question = 0; question < 2; question++)
    {
      g_autofree char *path = app_copy_guide ("on-disk.vacancy");
      VacWindow *window = app_open (path);
      VacDocument *document = app_get_document (window);
      VacCompareView *view;

      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME),
                             "Acme");
      app_settle ();
      g_free (write_other (window, "on-disk.vacancy"));
      if (question)
        {
          app_press ("<Control>s");
          app_press_button (app_wait_dialog (window), "Co_mpare");
          app_focus (GTK_WIDGET (window));
        }
      else
        {
          app_wait_until (has_label (window, "The file has changed on disk"));
          app_press_button (GTK_WIDGET (window), "Co_mpare");
        }
      view = wait_view (window);
      g_assert_nonnull (app_find_label (GTK_WIDGET (view), "Only in the file on disk"));
      g_assert_cmpuint (vac_compare_view_get_n_differences (view), ==, 3);
      app_press_button (GTK_WIDGET (view), "_Take Over");
      app_settle ();
      g_assert_cmpstr (get_title (document), ==, "Their Title");
      app_close_all ();
    }
}

static void
test_guide (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  VacCompareView *view;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "Ours");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare-guide", NULL);
  view = wait_view (window);
  g_assert_nonnull (app_find_label (GTK_WIDGET (view), "Compared with Machine Learning"));
  g_assert_cmpuint (vac_compare_view_get_n_differences (view), >=, 1);
  app_press_button (GTK_WIDGET (view), "_Restore");
  app_settle ();
  g_assert_cmpstr (get_title (document), !=, "Ours");
  app_close_all ();
}

static void
test_export (void)
{
  static const struct
  {
    const char *format;
    const char *name;
    const char *added;
  } cases[] = {
    { "html", "comparison.html", "<ins>" },
    { "text", "comparison.txt", "{+" },
    { "pdf", "comparison.pdf", "%PDF" },
  };
  VacWindow *window = app_open_guide ();
  g_autoptr (VacDocument) other = make_other (app_get_document (window));

  vac_window_compare (window, other, "the approved version");
  wait_view (window);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = app_make_path (cases[i].name);
      g_autofree char *text = NULL;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.compare-export", "s",
                                  cases[i].format);
      app_choose_file (app_wait_dialog (window), path);
      app_wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
      app_focus (GTK_WIDGET (window));
      app_settle ();
      text = app_read (path);
      g_assert_nonnull (strstr (text, cases[i].added));
      if (i < 2)
        g_assert_nonnull (strstr (text, "Only in the approved version"));
    }
  app_close_all ();
}

static void
test_names (void)
{
  VacWindow *window = app_open_guide ();
  g_autoptr (VacDocument) other = make_other (app_get_document (window));
  VacCompareView *view;
  GtkListBoxRow *row;

  vac_window_compare (window, other, "a version");
  view = wait_view (window);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (view), i)) != NULL; i++)
    {
      g_autofree char *wrong = gtk_test_accessible_check_property (
          GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "");

      g_assert_nonnull (wrong);
      g_assert_null (strstr (wrong, "undefined"));
    }
  app_close_all ();
}

static void
test_another_posting (void)
{
  g_autofree char *path = app_copy_guide ("reloaded.vacancy");
  VacWindow *window = app_open (path);
  g_autoptr (VacDocument) other = make_other (app_get_document (window));
  VacDocument *document = app_get_document (window);

  vac_window_compare (window, other, "a version");
  wait_view (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  app_wait_until (app_get_document (window) != document);
  app_wait_until (get_view (window) == NULL);
  app_close_all ();
}

static void
merge_copy (VacWindow  *window,
            const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.merge", NULL);
  app_choose_file (app_wait_dialog (window), path);
  app_focus (GTK_WIDGET (window));
}

/* They changed the title and two bullets; here the employer was named, and maybe the title. */
static void
test_merge (void)
{
  for (guint collides = 0; collides < 2; collides++)
    {
      g_autofree char *path = app_copy_guide ("given-away.vacancy");
      VacWindow *window = app_open (path);
      VacDocument *document = app_get_document (window);
      g_autofree char *copy = write_other (window, "returned.vacancy");
      const guint n_items = vac_node_get_n_children (find_items (document));
      VacCompareView *view;

      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME),
                             "Acme");
      if (collides)
        vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "Ours");
      merge_copy (window, copy);
      app_wait_until (vac_node_get_n_children (find_items (document)) == n_items - 1);
      g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME), ==, "Acme");
      g_assert_cmpstr (get_title (document), ==, collides ? "Ours" : "Their Title");
      app_wait_until (has_label (window, collides ? "2 changes were merged. 1 place was changed"
                                                  : "3 changes were merged."));
      if (collides)
        {
          view = wait_view (window);
          g_assert_cmpuint (vac_compare_view_get_n_differences (view), ==, 1);
          app_press_button (GTK_WIDGET (view), "_Take Over");
          app_settle ();
          g_assert_cmpstr (get_title (document), ==, "Their Title");
          app_press ("<Control>z");
          app_wait_until (strcmp (get_title (document), "Ours") == 0);
        }
      else
        {
          g_assert_null (get_view (window));
        }
      app_press ("<Control>z");
      app_wait_until (vac_node_get_n_children (find_items (document)) == n_items);
      g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME), ==, "Acme");
      app_close_all ();
    }
}

/* A new posting has no file that the copy could have been made from. */
static void
test_merge_without_a_base (void)
{
  VacWindow *window = app_open_guide ();
  g_autofree char *copy = write_other (window, "returned-to-nobody.vacancy");

  merge_copy (window, copy);
  g_assert_cmpuint (vac_compare_view_get_n_differences (wait_view (window)), ==, 3);
  app_wait_until (has_label (window, "Nothing is known of what the copy was made from."));
  app_close_all ();
}

/* The wrong file was chosen: nothing of it may come into the posting unasked. */
static void
test_merge_another_posting (void)
{
  g_autofree char *path = app_copy_guide ("not-this-one.vacancy");
  g_autofree char *other = app_make_path ("another.vacancy");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  VacWindow *window = app_open (path);

  app_write (other, "{\"format\":\"vacancy-posting\",\"version\":2,\"job\":{\"title\":\"Nurse\"},"
                    "\"sections\":[{\"title\":\"Your Day\",\"text\":\"On the ward.\"}]}");
  before = app_get_text (window);
  merge_copy (window, other);
  wait_view (window);
  app_wait_until (has_label (window, "Nothing is known of what the copy was made from."));
  after = app_get_text (window);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/compare/differences-are-taken-over-from-a-file", test_take_over);
  g_test_add_func ("/window/compare/an-earlier-version-is-restored-piece-by-piece", test_restore);
  g_test_add_func ("/window/compare/what-is-looked-at-stays-when-another-change-is-undone",
                   test_same_difference);
  g_test_add_func ("/window/compare/narrow-shows-one-page-and-wide-shows-two", test_room);
  g_test_add_func ("/window/compare/mine-is-compared-with-what-is-on-disk", test_disk);
  g_test_add_func ("/window/compare/a-posting-is-compared-with-its-guide", test_guide);
  g_test_add_func ("/window/compare/what-differs-is-exported-with-marks", test_export);
  g_test_add_func ("/window/compare/every-difference-has-a-name", test_names);
  g_test_add_func ("/window/compare/another-posting-ends-the-comparison", test_another_posting);

  g_test_add_func ("/window/merge/a-returned-copy-is-merged-and-what-collides-is-decided",
                   test_merge);
  g_test_add_func ("/window/merge/another-posting-is-only-compared", test_merge_another_posting);
  g_test_add_func ("/window/merge/without-a-common-version-all-is-compared",
                   test_merge_without_a_base);

  return g_test_run ();
}
