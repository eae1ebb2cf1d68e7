/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-export-html.h"
#include "vac-page-view.h"

/* What the review finds, marked in a window. */

static GSettings *settings;

static VacNode *
get_overview (VacWindow *window)
{
  return vac_node_get (vac_document_find_section (app_get_document (window), "position-overview"),
                       VAC_ROLE_SECTION_TEXT);
}

static gboolean
shows (VacWindow  *window,
       const char *text)
{
  g_autofree char *page = app_get_page_text (window);

  return strstr (page, text) != NULL;
}

static VacWindow *
open_with (const char *text)
{
  VacWindow *window = app_open_guide ();

  vac_document_set_text (app_get_document (window), get_overview (window), text);
  app_wait_until (shows (window, text));
  app_settle ();

  return window;
}

static void
close_all (void)
{
  app_close_all ();
  g_settings_reset (settings, "mark-words");
  g_settings_reset (settings, "preview-marks");
}

static guint
count_marks (VacWindow *window,
             VacNode   *node)
{
  GtkWidget *view = app_find_field (window, node);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter iter;
  guint n = 0;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    {
      GSList *tags = gtk_text_iter_get_toggled_tags (&iter, TRUE);

      n += g_slist_length (tags);
      g_slist_free (tags);
    }
  while (gtk_text_iter_forward_char (&iter));

  return n;
}

static void
test_form (void)
{
  VacWindow *window = open_with ("A ninja works with a rockstar.");
  VacNode *overview = get_overview (window);

  vac_window_show_node (window, overview);
  app_wait_until (app_find_field (window, overview) != NULL);
  app_wait_until (count_marks (window, overview) == 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.mark-words", NULL);
  g_assert_false (g_settings_get_boolean (settings, "mark-words"));
  app_wait_until (count_marks (window, overview) == 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.mark-words", NULL);
  app_wait_until (count_marks (window, overview) == 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.ignore-always", "s", "wording.tit.ninja");
  app_wait_until (count_marks (window, overview) == 1);
  g_settings_reset (settings, "ignored-rules");
  app_wait_until (count_marks (window, overview) == 2);
  close_all ();
}

static VacPageView *
get_pages (VacWindow *window)
{
  return VAC_PAGE_VIEW (app_find_type (GTK_WIDGET (window), VAC_TYPE_PAGE_VIEW));
}

static GskRenderNode *
take_snapshot (GtkWidget *view)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (picture, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (view),
                          gtk_widget_get_height (view));

  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

/* What the view looks like on the screen, once it has been drawn. */
static GBytes *
take_picture (VacWindow *window)
{
  GtkWidget *view = GTK_WIDGET (get_pages (window));
  const int width = gtk_widget_get_width (view), height = gtk_widget_get_height (view);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;
  GBytes *bytes;

  app_wait_until (node != NULL || (node = take_snapshot (view)) != NULL);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * (gsize) height);
  cairo_surface_destroy (surface);

  return bytes;
}

static gboolean
looks_like (VacWindow *window,
            GBytes    *picture)
{
  g_autoptr (GBytes) now = take_picture (window);

  return g_bytes_equal (now, picture);
}

/* What is printed is drawn by the paper of the preview. */
static GBytes *
draw_paper (VacWindow *window)
{
  cairo_surface_t *surface = vac_paper_render_page (vac_page_view_get_paper (get_pages (window)),
                                                    0, 2);
  GBytes *bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                               (gsize) cairo_image_surface_get_stride (surface) *
                                   (gsize) cairo_image_surface_get_height (surface));

  cairo_surface_destroy (surface);

  return bytes;
}

static void
test_preview (void)
{
  VacWindow *window = open_with ("A ninja works with somebody.");
  VacDocument *document = app_get_document (window);
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) paper = NULL;
  g_autoptr (GBytes) marked_paper = NULL;
  g_autoptr (GBytes) marked = NULL;
  g_autofree char *text = app_get_text (window);
  g_autofree char *marked_text = NULL;

  app_wait_until (strstr (text, "ninja") != NULL);
  app_settle ();
  g_assert_false (g_settings_get_boolean (settings, "preview-marks"));
  plain = take_picture (window);
  paper = draw_paper (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preview-marks", NULL);
  g_assert_true (g_settings_get_boolean (settings, "preview-marks"));
  app_wait_until (!looks_like (window, plain));
  app_settle ();
  marked = take_picture (window);
  marked_paper = draw_paper (window);
  marked_text = app_get_text (window);
  g_assert_true (g_bytes_equal (paper, marked_paper));
  g_assert_cmpstr (text, ==, marked_text);

  /* Somewhere else in the text, the mark moves; mended, it goes. */
  vac_document_set_text (document, get_overview (window), "So a ninja works with somebody.");
  app_wait_until (!looks_like (window, marked));
  vac_document_undo (document);
  app_wait_until (looks_like (window, marked));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preview-marks", NULL);
  app_wait_until (looks_like (window, plain));
  close_all ();
}

/* Exports are made of the outline. */
static void
test_exports (void)
{
  VacWindow *window = open_with ("A ninja works with somebody.");
  VacDocument *document = app_get_document (window);
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_autofree char *html = vac_export_html_fragment (outline);
  g_autofree char *marked_html = NULL;
  g_autoptr (GBytes) plain = take_picture (window);

  g_settings_set_boolean (settings, "preview-marks", TRUE);
  app_wait_until (!looks_like (window, plain));
  {
    g_autoptr (VacOutline) marked = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);

    g_assert_false (vac_outline_has_marks (marked));
    marked_html = vac_export_html_fragment (marked);
  }
  g_assert_cmpstr (html, ==, marked_html);
  g_assert_false (vac_outline_has_marks (
      vac_paper_get_outline (vac_page_view_get_paper (get_pages (window)))));
  close_all ();
}

static void
test_another_posting (void)
{
  VacWindow *window = open_with ("A ninja works with somebody.");
  g_autoptr (GBytes) plain = take_picture (window);

  g_settings_set_boolean (settings, "preview-marks", TRUE);
  app_wait_until (!looks_like (window, plain));
  app_close_all ();
  window = open_with ("A ninja works with somebody.");
  app_wait_until (!looks_like (window, plain));
  close_all ();
}

int
main (int    argc,
      char **argv)
{
  int result;

  app_init (&argc, &argv);
  settings = g_settings_new (VAC_APPLICATION_ID);
  g_test_add_func ("/window-marks/words-are-marked-until-that-is-switched-off", test_form);
  g_test_add_func ("/window-marks/the-preview-has-them-on-request-and-the-paper-never",
                   test_preview);
  g_test_add_func ("/window-marks/no-export-has-them", test_exports);
  g_test_add_func ("/window-marks/the-wish-is-remembered", test_another_posting);
  result = g_test_run ();
  g_object_unref (settings);

  return result;
}
