/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-export-text.h"
#include "vac-item-list.h"
#include "vac-item-row.h"
#include "vac-outline.h"
#include "vac-page-view.h"
#include "vac-reader.h"
#include "vac-sidebar.h"
#include "vac-text-pane.h"
#include "vac-writer.h"

/* Editing in the window: what is typed is in the document, in the preview and in the file. */

static gboolean
page_says (VacWindow  *window,
           const char *part)
{
  g_autofree char *text = app_get_page_text (window);

  return strstr (text, part) != NULL;
}

static gboolean
file_says (const char *path,
           const char *part)
{
  g_autofree char *text = app_read (path);

  return strstr (text, part) != NULL;
}

static VacNode *
find_section (VacWindow  *window,
              const char *title)
{
  VacNode *sections = vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);

  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);

      if (strcmp (vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE), title) == 0)
        return section;
    }
  g_error ("There is no section “%s”", title);
}

/* The first list of two items or more in @node. */
static VacNode *
find_items (VacNode *node)
{
  if (vac_node_get_role (node) == VAC_ROLE_SECTION_ITEMS && vac_node_get_n_children (node) > 1)
    return node;
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    {
      VacNode *found = find_items (vac_node_get_child (node, i));

      if (found != NULL)
        return found;
    }

  return NULL;
}

static VacNode *
get_title (VacWindow *window)
{
  return vac_document_get (app_get_document (window), VAC_ROLE_JOB_TITLE);
}

static void
click_on_field (VacWindow *window,
                VacNode   *node)
{
  GtkWidget *field = app_find_field (window, node);

  g_assert_nonnull (field);
  app_click (field, gtk_widget_get_width (field) / 2.0, gtk_widget_get_height (field) / 2.0);
}

static void
test_title (void)
{
  g_autofree char *path = app_copy_guide ("title.vacancy");
  VacWindow *window = app_open (path);

  click_on_field (window, get_title (window));
  app_press ("<Control>a");
  app_type ("Head of Tea");
  g_assert_cmpstr (vac_node_get_text (get_title (window)), ==, "Head of Tea");
  app_wait_until (page_says (window, "Head of Tea"));

  gtk_stack_set_visible_child_name (GTK_STACK (app_get_template_child (window, "preview_stack")),
                                    "text");
  app_settle ();
  {
    GtkWidget *pane = app_find_type (GTK_WIDGET (window), VAC_TYPE_TEXT_PANE);
    g_autofree char *shown = vac_text_pane_get_text (VAC_TEXT_PANE (pane));
    g_autofree char *exported = app_get_text (window);

    g_assert_cmpstr (shown, ==, exported);
    g_assert_nonnull (strstr (shown, "Head of Tea"));
  }

  g_assert_false (file_says (path, "Head of Tea"));
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  g_assert_true (file_says (path, "\"Head of Tea\""));
  app_close_all ();
}

static void
test_bullet_by_keyboard (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *items = find_items (find_section (window, "Required Qualifications"));
  g_autoptr (VacNode) first = g_object_ref (vac_node_get_child (items, 0));
  g_autoptr (VacNode) second = g_object_ref (vac_node_get_child (items, 1));

  vac_window_show_node (window, first);
  app_settle ();
  app_press ("<Alt>Down");
  g_assert_true (vac_node_get_child (items, 0) == second);
  g_assert_true (vac_node_get_child (items, 1) == first);
  app_type ("Tea! ");
  g_assert_nonnull (strstr (vac_node_get_member_text (first, VAC_ROLE_ITEM_TEXT), "Tea! "));
  app_press ("<Alt>Up");
  g_assert_true (vac_node_get_child (items, 0) == first);
  app_close_all ();
}

static void
test_bullets_typed (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *items = find_items (find_section (window, "Required Qualifications"));
  const guint n_items = vac_node_get_n_children (items);

  vac_window_show_node (window, vac_node_get_child (items, 0));
  app_settle ();
  app_press ("<Control>End");
  app_press ("Return");
  app_type ("Makes tea");
  g_assert_cmpuint (vac_node_get_n_children (items), ==, n_items + 1);
  g_assert_cmpstr (vac_node_get_member_text (vac_node_get_child (items, 1), VAC_ROLE_ITEM_TEXT), ==,
                   "Makes tea");
  app_wait_until (page_says (window, "Makes tea"));

  app_press ("<Control>a");
  app_press ("BackSpace");
  app_press ("BackSpace");
  g_assert_cmpuint (vac_node_get_n_children (items), ==, n_items);
  app_close_all ();
}

static void
test_undo_to_clean (void)
{
  g_autofree char *path = app_copy_guide ("undo.vacancy");
  VacWindow *window = app_open (path);
  VacDocument *document = app_get_document (window);
  g_autofree char *title = g_strdup (vac_node_get_text (get_title (window)));

  g_assert_false (gtk_widget_is_sensitive (app_find_button (GTK_WIDGET (window), "_Save")));
  g_assert_nonnull (strstr (app_get_subtitle (window), "Saved"));
  click_on_field (window, get_title (window));
  app_press ("End");
  app_type ("xyz");
  g_assert_true (vac_document_get_modified (document));
  g_assert_true (gtk_widget_is_sensitive (app_find_button (GTK_WIDGET (window), "_Save")));
  g_assert_nonnull (strstr (app_get_subtitle (window), "Unsaved changes"));

  app_press ("<Control>z");
  g_assert_cmpstr (vac_node_get_text (get_title (window)), ==, title);
  g_assert_false (vac_document_get_modified (document));
  g_assert_false (gtk_widget_is_sensitive (app_find_button (GTK_WIDGET (window), "_Save")));
  g_assert_nonnull (strstr (app_get_subtitle (window), "Saved"));

  app_press ("<Control><Shift>z");
  g_assert_true (vac_document_get_modified (document));
  app_press ("<Control>z");
  app_close_all ();
}

static void
test_undo_shows_the_place (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *items = find_items (find_section (window, "Required Qualifications"));
  VacSidebar *sidebar = VAC_SIDEBAR (app_find_type (GTK_WIDGET (window), VAC_TYPE_SIDEBAR));
  VacNode *selected;

  vac_window_show_node (window, vac_node_get_child (items, 0));
  app_settle ();
  app_type ("Q");
  selected = vac_sidebar_get_selected (sidebar);
  vac_window_show_node (window, get_title (window));
  app_settle ();
  g_assert_true (vac_sidebar_get_selected (sidebar) != selected);
  app_press ("<Control>z");
  g_assert_true (vac_sidebar_get_selected (sidebar) == selected);
  app_close_all ();
}

/* A posting of nothing but what markup takes for its own, and of lines without end. */
static void
test_hostile (void)
{
  static const char hostile[] = "R&D <b>\"&amp;\" & a < b > c</span>";
  g_autofree char *path = app_make_path ("hostile.vacancy");
  g_autofree char *copy = app_copy_guide ("not-hostile.vacancy");
  g_autofree char *read = app_read (copy);
  g_autoptr (GBytes) bytes = g_bytes_new (read, strlen (read));
  g_autoptr (VacDocument) document = vac_read_document (bytes, NULL);
  g_autoptr (GString) endless = g_string_new (hostile);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new ();
  g_autoptr (GBytes) written = NULL;
  g_autofree char *text = NULL;
  VacWindow *window;
  VacNode *sections;

  while (endless->len < 1200)
    g_string_append (endless, "W&");

  g_ptr_array_add (leaves, vac_document_get_root (document));
  for (guint i = 0; i < leaves->len; i++)
    {
      VacNode *node = g_ptr_array_index (leaves, i);
      const VacKind kind = vac_node_get_kind (node);

      for (guint j = 0; j < vac_node_get_n_children (node); j++)
        g_ptr_array_add (leaves, vac_node_get_child (node, j));
      if ((kind == VAC_KIND_TEXT || kind == VAC_KIND_PROSE) &&
          vac_node_get_role (node) != VAC_ROLE_FORMAT &&
          vac_node_get_role (node) != VAC_ROLE_SECTION_ID &&
          vac_node_get_role (node) != VAC_ROLE_SECTION_TABLE)
        vac_document_set_text (document, node,
                               kind == VAC_KIND_PROSE && i % 7 == 0 ? endless->str : hostile);
    }
  written = vac_write_document (document);
  text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  app_write (path, text);

  window = app_open (path);
  g_assert_nonnull (strstr (app_get_subtitle (window), hostile));
  g_assert_true (page_says (window, hostile));
  g_assert_nonnull (
      app_find_label (app_find_type (GTK_WIDGET (window), VAC_TYPE_SIDEBAR), hostile));
  sections = vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);
  app_press ("F8");
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      vac_window_show_node (window, vac_node_get_child (sections, i));
      app_settle ();
    }
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 1600);
  app_press ("F8");
  app_close_all ();
}

static void
test_hide_section (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *section = find_section (window, "Preferred Qualifications");
  g_autofree char *shown = NULL;
  GtkWidget *toggle;

  g_assert_true (page_says (window, "Preferred Qualifications"));
  vac_window_show_node (window, section);
  app_settle ();
  toggle = app_find_button (gtk_stack_get_visible_child (
                                GTK_STACK (app_get_template_child (window, "page_stack"))),
                            "Include Preferred Qualifications in the posting");
  g_assert_nonnull (toggle);
  app_click (toggle, gtk_widget_get_width (toggle) / 2.0, gtk_widget_get_height (toggle) / 2.0);
  g_assert_false (vac_node_get_member_toggle (section, VAC_ROLE_SECTION_INCLUDE));
  app_wait_until (!page_says (window, "Preferred Qualifications"));
  shown = app_get_text (window);
  g_assert_null (strstr (shown, "Preferred Qualifications"));
  app_press ("<Control>z");
  app_wait_until (page_says (window, "Preferred Qualifications"));
  app_close_all ();
}

static void
test_preview_click (void)
{
  VacWindow *window = app_open_guide ();
  VacSidebar *sidebar = VAC_SIDEBAR (app_find_type (GTK_WIDGET (window), VAC_TYPE_SIDEBAR));
  GtkWidget *view = app_find_type (GTK_WIDGET (window), VAC_TYPE_PAGE_VIEW);

  g_assert_cmpint (vac_node_get_role (vac_sidebar_get_selected (sidebar)), ==, VAC_ROLE_JOB);
  app_click (view, gtk_widget_get_width (view) / 3.0, gtk_widget_get_height (view) * 0.45);
  g_assert_cmpint (vac_node_get_role (vac_sidebar_get_selected (sidebar)), ==, VAC_ROLE_SECTION);
  app_close_all ();
}

static void
test_team_preview (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *sections = vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);
  VacNode *last = vac_node_get_child (sections, vac_node_get_n_children (sections) - 1);
  const char *title = vac_node_get_member_text (last, VAC_ROLE_SECTION_TITLE);

  g_assert_cmpstr (vac_node_get_member_text (last, VAC_ROLE_SECTION_AUDIENCE), ==,
                   VAC_AUDIENCE_ID_TEAM);
  g_assert_false (page_says (window, title));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_get_template_child (window, "subject_drop_down")),
                              1);
  app_wait_until (page_says (window, title));
  app_close_all ();
}

/* Whether the label of @text is in the part of @within that is not scrolled away. */
static gboolean
is_in_sight (GtkWidget  *within,
             const char *text)
{
  GtkWidget *label = app_find_label (within, text);
  graphene_rect_t bounds;

  return label != NULL && gtk_widget_compute_bounds (label, within, &bounds) &&
         bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (within);
}

static void
test_every_page (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *sections = vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);

  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);
      AdwWindowTitle *title = ADW_WINDOW_TITLE (app_get_template_child (window, "form_title"));

      vac_window_show_node (window, section);
      app_settle ();
      g_assert_true (is_in_sight (app_find_type (GTK_WIDGET (window), VAC_TYPE_SIDEBAR),
                                  vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE)));
      g_assert_cmpstr (adw_window_title_get_title (title), ==,
                       vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
    }
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_close_all ();
}

static void
test_removal_toast (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *items = find_items (find_section (window, "Required Qualifications"));
  const guint n_items = vac_node_get_n_children (items);
  GtkWidget *row;

  vac_window_show_node (window, vac_node_get_child (items, 0));
  app_settle ();
  row = app_find_type (GTK_WIDGET (window), VAC_TYPE_ITEM_ROW);
  app_press_button (row, "Remove bullet 1, Education & Experience");
  app_settle ();
  g_assert_cmpuint (vac_node_get_n_children (items), ==, n_items - 1);
  app_press_button (GTK_WIDGET (window), "_Undo");
  app_settle ();
  g_assert_cmpuint (vac_node_get_n_children (items), ==, n_items);
  app_close_all ();
}

static void
on_clipboard_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  GInputStream **stream = user_data;
  g_autoptr (GError) error = NULL;

  *stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_assert_no_error (error);
}

static void
on_spliced_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What another program gets when it asks the clipboard for @mime_type; read without blocking, as
 * this process also writes it. */
static char *
paste (VacWindow  *window,
       const char *mime_type)
{
  const char *mime_types[] = { mime_type, NULL };
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (output);
  gboolean done = FALSE;

  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), mime_types,
                            G_PRIORITY_DEFAULT, NULL, on_clipboard_read_cb, &stream);
  app_wait_until (stream != NULL);
  g_output_stream_splice_async (output, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced_cb, &done);
  app_wait_until (done);

  return g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
}

static void
test_copy_posting (void)
{
  static const char *const plain[] = { "text/plain;charset=utf-8", "text/plain" };
  static const char *const pages[] = { "<!doctype", "<html",   "<head>", "<body",
                                       "<style",    "<script", "<main" };
  VacWindow *window = app_open_guide ();
  g_autofree char *html = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *exported = NULL;

  vac_document_set_text (app_get_document (window), get_title (window), "R&D <Lead> of Tea");
  app_settle ();
  app_press ("<Control><Shift>c");

  html = paste (window, "text/html");
  lower = g_ascii_strdown (html, -1);
  g_assert_true (g_utf8_validate (html, -1, NULL));
  g_assert_nonnull (strstr (html, "<h1>R&amp;D &lt;Lead&gt; of Tea</h1>"));
  g_assert_nonnull (strstr (html, "<li>"));
  g_assert_null (strstr (html, "R&D"));
  g_assert_null (strstr (html, "<Lead>"));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_null (strstr (lower, pages[i]));

  exported = app_get_form_text (window);
  g_assert_nonnull (strstr (exported, "R&D <Lead> of Tea\n\n"));
  g_assert_nonnull (strstr (exported, "•"));
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *text = paste (window, plain[i]);

      g_assert_cmpstr (text, ==, exported);
    }

  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/edit/a-typed-title-is-in-preview-text-and-file", test_title);
  g_test_add_func ("/window/edit/alt-and-arrows-reorder-a-bullet-and-keep-the-focus",
                   test_bullet_by_keyboard);
  g_test_add_func ("/window/edit/enter-adds-a-bullet-and-backspace-removes-an-empty-one",
                   test_bullets_typed);
  g_test_add_func ("/window/edit/undo-back-to-the-saved-state-is-clean", test_undo_to_clean);
  g_test_add_func ("/window/edit/undo-shows-the-place", test_undo_shows_the_place);
  g_test_add_func ("/window/edit/markup-and-endless-lines-are-shown-as-they-are", test_hostile);
  g_test_add_func ("/window/edit/a-hidden-section-leaves-the-preview", test_hide_section);
  g_test_add_func ("/window/edit/a-removed-bullet-comes-back-from-its-toast", test_removal_toast);
  g_test_add_func ("/window/edit/every-page-shows-and-changes-nothing", test_every_page);
  g_test_add_func ("/window/edit/a-copied-posting-pastes-as-html-and-as-plain-text",
                   test_copy_posting);
  g_test_add_func ("/window/preview/a-click-on-a-page-selects-the-form", test_preview_click);
  g_test_add_func ("/window/preview/the-team-sees-its-own-parts", test_team_preview);

  return g_test_run ();
}
