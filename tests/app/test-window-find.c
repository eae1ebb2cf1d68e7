/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-find-bar.h"
#include "vac-page-view.h"

/* Words are looked for, and replaced, with the keyboard alone. */

#define POSTING \
  "{\"format\": \"vacancy-posting\", \"version\": 2, \"language\": \"en-US\"," \
  " \"job\": {\"title\": \"Zebra keeper\", \"contract\": {\"months\": 6}," \
  "  \"contact\": {\"name\": \"Ms Zebra\"}}," \
  " \"sections\": [{\"id\": \"a\", \"title\": \"About\"," \
  "   \"advice\": \"Say zebra, not horse.\"," \
  "   \"text\": \"A zebra has stripes. Another zebra has more. {{title}}s know.\"," \
  "   \"items\": [{\"text\": \"Feed the zebras\"}, {\"text\": \"Sweep\"}]}," \
  "  {\"id\": \"b\", \"title\": \"Notes\", \"audience\": \"team\", \"text\": \"A zebra.\"}]}"

static VacWindow *
open_posting (void)
{
  g_autofree char *path = app_make_path ("zebra.vacancy");

  app_write (path, POSTING);

  return app_open (path);
}

static VacNode *
get_node (VacWindow  *window,
          const char *path)
{
  VacNode *node = vac_node_lookup (vac_document_get_root (app_get_document (window)), path, NULL);

  g_assert_nonnull (node);

  return node;
}

static const char *
get_text (VacWindow  *window,
          const char *path)
{
  return vac_node_get_text (get_node (window, path));
}

static VacFindBar *
get_bar (VacWindow *window)
{
  return VAC_FIND_BAR (app_get_template_child (window, "find_bar"));
}

static gboolean
says (VacWindow  *window,
      const char *count)
{
  return app_find_label (GTK_WIDGET (get_bar (window)), count) != NULL;
}

/* Whether the words @path names are shown, selected from there on. */
static gboolean
is_selected (VacWindow  *window,
             const char *path,
             int         from,
             int         to)
{
  GtkWidget *widget = app_find_field (window, get_node (window, path));
  int start, end;

  if (widget == NULL || !gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextIter first, last;

      gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)),
                                            &first, &last);
      start = gtk_text_iter_get_offset (&first);
      end = gtk_text_iter_get_offset (&last);
    }
  else if (!gtk_editable_get_selection_bounds (GTK_EDITABLE (widget), &start, &end))
    return FALSE;

  return start == from && end == to;
}

static gboolean
has_focus (VacWindow  *window,
           const char *path)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *field = app_find_field (window, get_node (window, path));

  return focus != NULL && field != NULL &&
         (focus == field || gtk_widget_is_ancestor (focus, field));
}

static void
test_typing_finds (void)
{
  VacWindow *window = open_posting ();
  VacFindBar *bar = get_bar (window);

  app_press ("<Control>f");
  g_assert_true (vac_find_bar_has_focus (bar));
  app_type ("zebra");
  app_wait_until (says (window, "1 of 7"));
  app_wait_until (is_selected (window, "job.title", 0, 5));
  g_assert_true (vac_find_bar_has_focus (bar));

  /* What is folded is opened. */
  app_press ("Return");
  app_wait_until (is_selected (window, "job.contact.name", 3, 8));
  app_press ("Return");
  app_wait_until (is_selected (window, "sections.0.advice", 4, 9));
  app_press ("Return");
  app_wait_until (is_selected (window, "sections.0.text", 2, 7));
  app_press ("<Control>g");
  app_wait_until (is_selected (window, "sections.0.text", 29, 34));
  app_press ("F3");
  app_wait_until (is_selected (window, "sections.0.items.0.text", 9, 14));
  app_wait_until (says (window, "6 of 7"));
  app_press ("Return");
  app_wait_until (is_selected (window, "sections.1.text", 2, 7));
  app_press ("Return");
  app_wait_until (is_selected (window, "job.title", 0, 5));
  app_press ("<Shift>Return");
  app_wait_until (is_selected (window, "sections.1.text", 2, 7));
  app_press ("<Control><Shift>g");
  app_wait_until (is_selected (window, "sections.0.items.0.text", 9, 14));
  g_assert_true (vac_find_bar_has_focus (bar));
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  g_assert_false (vac_document_get_can_undo (app_get_document (window)));

  /* The focus goes where the words are, so that the next key replaces them. */
  app_press ("Escape");
  g_assert_false (vac_find_bar_get_open (bar));
  g_assert_true (has_focus (window, "sections.0.items.0.text"));
  g_assert_true (is_selected (window, "sections.0.items.0.text", 9, 14));
  app_type ("cow");
  g_assert_cmpstr (get_text (window, "sections.0.items.0.text"), ==, "Feed the cows");

  /* Without the bar, it goes on from there. */
  app_press ("<Control>g");
  app_wait_until (is_selected (window, "sections.1.text", 2, 7));
  g_assert_true (has_focus (window, "sections.1.text"));
  g_assert_true (vac_find_bar_get_open (bar));
  app_close_all ();
}

static void
test_nothing_found_leads_back (void)
{
  VacWindow *window = open_posting ();

  vac_window_show_node (window, get_node (window, "sections.0.text"));
  app_settle ();
  app_press ("<Control>Home");
  app_press ("Right");
  app_press ("<Control>f");
  app_type ("giraffe");
  app_wait_until (says (window, "Not found"));
  app_press ("Return");
  app_press ("Escape");
  g_assert_false (says (window, "Not found"));
  g_assert_true (has_focus (window, "sections.0.text"));
  app_type ("n");
  g_assert_true (g_str_has_prefix (get_text (window, "sections.0.text"), "An zebra"));
  app_close_all ();
}

static void
test_a_selection_is_looked_for (void)
{
  VacWindow *window = open_posting ();

  vac_window_show_node (window, get_node (window, "sections.0.text"));
  app_settle ();
  app_press ("<Control>Home");
  for (guint i = 0; i < 7; i++)
    app_press ("<Control>Right");
  app_press ("<Control><Shift>Left");
  app_press ("<Control>f");
  g_assert_cmpstr (vac_find_bar_get_words (get_bar (window)), ==, "has");
  app_wait_until (says (window, "2 of 2"));
  app_press ("Return");
  app_wait_until (is_selected (window, "sections.0.text", 8, 11));
  app_close_all ();
}

static void
set_option (VacWindow  *window,
            const char *name,
            gboolean    active)
{
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_bar (window)),
                                                                 VAC_TYPE_FIND_BAR, name));

  g_assert_true (GTK_IS_CHECK_BUTTON (button));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
}

static void
test_options_count (void)
{
  VacWindow *window = open_posting ();

  app_press ("<Control>f");
  app_type ("zebra");
  app_wait_until (says (window, "1 of 7"));
  set_option (window, "whole_button", TRUE);
  app_wait_until (says (window, "1 of 6"));
  set_option (window, "case_button", TRUE);
  app_wait_until (says (window, "1 of 4"));
  set_option (window, "team_button", FALSE);
  app_wait_until (says (window, "1 of 2"));
  set_option (window, "texts_button", FALSE);
  app_wait_until (says (window, "Not found"));
  set_option (window, "case_button", FALSE);
  set_option (window, "headings_button", FALSE);
  app_wait_until (says (window, "1 of 1"));
  app_wait_until (is_selected (window, "job.contact.name", 3, 8));
  set_option (window, "facts_button", FALSE);
  set_option (window, "whole_button", FALSE);
  app_wait_until (is_selected (window, "sections.0.items.0.text", 9, 14));
  set_option (window, "bullets_button", FALSE);
  app_wait_until (says (window, "Not found"));
  app_close_all ();
}

static void
test_one_place_is_replaced (void)
{
  VacWindow *window = open_posting ();

  app_press ("<Control>h");
  app_type ("zebra");
  app_wait_until (is_selected (window, "job.title", 0, 5));
  app_press ("<Control>h");
  app_type ("Cow");
  app_press ("Return");
  g_assert_cmpstr (get_text (window, "job.title"), ==, "Cow keeper");
  app_wait_until (says (window, "1 of 6"));
  app_wait_until (is_selected (window, "job.contact.name", 3, 8));
  app_press ("<Shift>Return");
  app_press ("<Control>g");
  app_press ("Return");
  g_assert_cmpstr (get_text (window, "job.contact.name"), ==, "Ms Cow");
  app_press ("<Control>z");
  g_assert_cmpstr (get_text (window, "job.contact.name"), ==, "Ms Zebra");
  g_assert_cmpstr (get_text (window, "job.title"), ==, "Cow keeper");
  app_press ("<Control>z");
  g_assert_cmpstr (get_text (window, "job.title"), ==, "Zebra keeper");
  /* Another word takes the place of the one before. */
  app_press ("<Control>f");
  app_type ("stripes");
  g_assert_cmpstr (vac_find_bar_get_words (get_bar (window)), ==, "stripes");
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_close_all ();
}

static void
test_all_places_are_replaced (void)
{
  VacWindow *window = open_posting ();
  VacDocument *document = app_get_document (window);

  app_press ("<Control>h");
  app_type ("zebra");
  app_wait_until (says (window, "1 of 7"));
  app_press ("Tab");
  app_type ("cow");
  app_press ("<Alt>a");
  app_wait_until (app_find_label (GTK_WIDGET (window), "7 replaced") != NULL);
  g_assert_cmpstr (get_text (window, "sections.0.text"), ==,
                   "A cow has stripes. Another cow has more. {{title}}s know.");
  g_assert_cmpstr (get_text (window, "sections.1.text"), ==, "A cow.");
  g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Replace all");
  g_assert_true (vac_find_bar_has_focus (get_bar (window)));
  app_press_button (GTK_WIDGET (window), "_Undo");
  app_settle ();
  g_assert_cmpstr (get_text (window, "sections.1.text"), ==, "A zebra.");
  g_assert_false (vac_document_get_modified (document));
  app_close_all ();
}

static void
test_what_would_be_wrong_stays (void)
{
  VacWindow *window = open_posting ();

  app_press ("<Control>h");
  app_type ("Zebra keeper");
  app_wait_until (says (window, "1 of 1"));
  app_press ("<Alt>r");
  app_wait_until (app_find_label (GTK_WIDGET (window), "must not be empty") != NULL);
  g_assert_cmpstr (get_text (window, "job.title"), ==, "Zebra keeper");
  g_assert_false (vac_document_get_can_undo (app_get_document (window)));

  app_press ("<Control>f");
  app_type ("title");
  app_wait_until (says (window, "1 of 1"));
  app_press ("<Control>h");
  app_type ("x");
  app_press ("<Alt>a");
  app_wait_until (app_find_label (GTK_WIDGET (window), "1 stays as it is") != NULL);
  g_assert_nonnull (strstr (get_text (window, "sections.0.text"), "{{title}}"));
  app_close_all ();
}

static guint
count_marks (VacWindow  *window,
             const char *path)
{
  GtkWidget *view = app_find_field (window, get_node (window, path));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer),
                                               "vac-mark-found");
  GtkTextIter iter;
  guint n = 0;

  if (tag == NULL)
    return 0;
  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    n += gtk_text_iter_starts_tag (&iter, tag);
  while (gtk_text_iter_forward_char (&iter));

  return n;
}

/* What is on the pages, with the marks on top of it. */
static guint
hash_picture (VacWindow *window)
{
  GtkWidget *view = app_find_type (GTK_WIDGET (window), VAC_TYPE_PAGE_VIEW);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  gdk_paintable_snapshot (picture, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (view),
                          gtk_widget_get_height (view));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return 0;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (view),
                                        gtk_widget_get_height (view));
  cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) *
                           (gsize) cairo_image_surface_get_height (surface));
  cairo_surface_destroy (surface);

  return g_bytes_hash (bytes);
}

static void
test_matches_are_marked (void)
{
  VacWindow *window = open_posting ();
  guint plain;

  vac_window_show_node (window, get_node (window, "sections.0.text"));
  app_settle ();
  app_press ("<Control>Home");
  app_press ("<Control>f");
  plain = hash_picture (window);
  app_type ("zebra");
  /* The words that are selected need no mark. */
  app_wait_until (is_selected (window, "sections.0.text", 2, 7));
  app_wait_until (count_marks (window, "sections.0.text") == 1);
  app_wait_until (count_marks (window, "sections.0.items.0.text") == 1);
  app_wait_until (hash_picture (window) != plain);

  /* Marks and count follow what is typed elsewhere. */
  vac_document_set_text (app_get_document (window), get_node (window, "sections.0.items.1.text"),
                         "Sweep around zebras, zebras");
  app_wait_until (says (window, "of 9"));
  app_wait_until (count_marks (window, "sections.0.items.1.text") == 2);
  vac_document_undo (app_get_document (window));
  app_wait_until (says (window, "of 7"));
  app_press ("Escape");
  app_wait_until (count_marks (window, "sections.0.text") == 0);
  app_wait_until (count_marks (window, "sections.0.items.0.text") == 0);
  app_wait_until (hash_picture (window) == plain);
  app_close_all ();
}

static void
test_a_read_only_posting_is_searched (void)
{
  VacWindow *window = open_posting ();

  vac_document_set_read_only (app_get_document (window), TRUE);
  app_press ("<Control>h");
  g_assert_false (vac_find_bar_get_open (get_bar (window)));
  app_press ("<Control>f");
  app_type ("zebra");
  app_wait_until (says (window, "1 of 7"));
  app_wait_until (is_selected (window, "job.title", 0, 5));
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/find/typing-finds", test_typing_finds);
  g_test_add_func ("/window/find/nothing-found-leads-back", test_nothing_found_leads_back);
  g_test_add_func ("/window/find/a-selection-is-looked-for", test_a_selection_is_looked_for);
  g_test_add_func ("/window/find/options-count", test_options_count);
  g_test_add_func ("/window/find/one-place-is-replaced", test_one_place_is_replaced);
  g_test_add_func ("/window/find/all-places-are-replaced", test_all_places_are_replaced);
  g_test_add_func ("/window/find/what-would-be-wrong-stays", test_what_would_be_wrong_stays);
  g_test_add_func ("/window/find/matches-are-marked", test_matches_are_marked);
  g_test_add_func ("/window/find/a-read-only-posting-is-searched",
                   test_a_read_only_posting_is_searched);

  return g_test_run ();
}
