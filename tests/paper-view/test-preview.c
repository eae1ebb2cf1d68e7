/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <X11/extensions/XTest.h>
#include <adwaita.h>
#include <gdk/x11/gdkx.h>
#include <math.h>
#include <string.h>

#include "support.h"
#include "vac-page-view-private.h"
#include "vac-text-pane.h"
#include "waiting-display.h"

typedef struct
{
  VacDocument *document;
  GtkWidget   *window;
  VacPageView *view;
  VacNode     *activated;
  guint        n_activated;
} Fixture;

typedef gboolean (*Condition) (Fixture *self);

static void
wait_for (Fixture   *self,
          Condition  condition)
{
  waiting_until (condition (self));
}

static void
on_node_activated_cb (VacPageView *view,
                      VacNode     *node,
                      Fixture     *self)
{
  self->activated = node;
  self->n_activated++;
}

static void
show_document (Fixture *self)
{
  g_autoptr (VacOutline) outline = vac_outline_new (self->document, VAC_AUDIENCE_CANDIDATE);

  vac_page_view_set_outline (self->view, outline);
}

static gboolean
is_laid_out (Fixture *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self->view)) > 1
         && vac_page_view_get_n_pages (self->view) > 1;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->document = support_load_guide ();
  self->view = VAC_PAGE_VIEW (vac_page_view_new ());
  self->window = adw_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_window_set_content (ADW_WINDOW (self->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 700);
  g_signal_connect (self->view, "node-activated", G_CALLBACK (on_node_activated_cb), self);
  show_document (self);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_for (self, is_laid_out);
  waiting_settle (100);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  waiting_settle (20);
  g_clear_object (&self->document);
}

static Display *
get_x_display (void)
{
  return gdk_x11_display_get_xdisplay (GDK_X11_DISPLAY (gdk_display_get_default ()));
}

/* Where a point of the view is on the screen. */
static void
move_pointer (Fixture *self,
              double   x,
              double   y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self->view));
  Window window = gdk_x11_surface_get_xid (gtk_native_get_surface (native));
  graphene_point_t point;
  Window child;
  double dx;
  double dy;
  int root_x;
  int root_y;

  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (native),
                                           &GRAPHENE_POINT_INIT ((float) x, (float) y), &point));
  gtk_native_get_surface_transform (native, &dx, &dy);
  XTranslateCoordinates (get_x_display (), window, DefaultRootWindow (get_x_display ()),
                         (int) (point.x + dx), (int) (point.y + dy), &root_x, &root_y, &child);
  XTestFakeMotionEvent (get_x_display (), -1, root_x, root_y, 0);
  XFlush (get_x_display ());
  waiting_settle (60);
}

static void
press_button (guint button)
{
  XTestFakeButtonEvent (get_x_display (), button, True, 0);
  XTestFakeButtonEvent (get_x_display (), button, False, 0);
  XFlush (get_x_display ());
  waiting_settle (60);
}

static gboolean
is_active (Fixture *self)
{
  return gtk_window_is_active (GTK_WINDOW (self->window));
}

/* There is no window manager that would give the window the keyboard. */
static void
take_keyboard (Fixture *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self->view));

  XSetInputFocus (get_x_display (), gdk_x11_surface_get_xid (gtk_native_get_surface (native)),
                  RevertToParent, CurrentTime);
  XFlush (get_x_display ());
  wait_for (self, is_active);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
hold_key (guint    keyval,
          gboolean down)
{
  XTestFakeKeyEvent (get_x_display (), XKeysymToKeycode (get_x_display (), keyval), down, 0);
  XFlush (get_x_display ());
}

static void
press_key (guint keyval)
{
  hold_key (keyval, TRUE);
  hold_key (keyval, FALSE);
  waiting_settle (60);
}

static VacNode *
get_item (Fixture    *self,
          const char *section,
          guint       position)
{
  VacNode *found = vac_document_find_section (self->document, section);

  g_assert_nonnull (found);
  return vac_node_get_child (vac_node_get (found, VAC_ROLE_SECTION_ITEMS), position);
}

/* The middle of what shows a node, in the view. */
static void
find_on_view (Fixture *self,
              VacNode *node,
              double  *x,
              double  *y)
{
  cairo_rectangle_t area;
  guint page;

  g_assert_true (vac_paper_find_node (vac_page_view_get_paper (self->view), node, &page, &area));
  vac_page_view_get_page_origin (self->view, page, x, y);
  *x += (area.x + area.width / 2) * self->view->scale;
  *y += (area.y + area.height / 2) * self->view->scale;
}

static double
get_scroll (Fixture *self)
{
  return gtk_adjustment_get_value (self->view->adjustments[GTK_ORIENTATION_VERTICAL]);
}

static cairo_surface_t *
draw_node (GskRenderNode         *node,
           const graphene_size_t *size)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) size->width, (int) size->height);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Asked for a part after the other as they come into view, and for the whole at last. */
static void
test_same_for_every_renderer (Fixture       *self,
                              gconstpointer  data)
{
  const VacPageSetup *setup = vac_paper_get_setup (self->view->paper);
  const graphene_size_t size = {
    (float) ceil (setup->width - 0.001), (float) ceil (setup->height - 0.001),
  };
  const graphene_rect_t parts[] = {
    GRAPHENE_RECT_INIT (70, 300, 300, 150),
    GRAPHENE_RECT_INIT (70, 100, 300, 250),
    GRAPHENE_RECT_INIT (150, 300, 300, 100),
    GRAPHENE_RECT_INIT (0, 0, size.width, size.height),
  };
  cairo_surface_t *drawn = vac_paper_render_page (self->view->paper, 0, 1.0);
  const gsize stride = (gsize) cairo_image_surface_get_stride (drawn);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (VacPageImages) images = vac_page_images_new ();

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          GskRenderNode *node = vac_page_images_get (images, self->view->paper, 0, 1.0, &size,
                                                     &parts[j], i > 0);
          cairo_surface_t *surface = draw_node (node, &size);

          g_assert_cmpint (gsk_render_node_get_node_type (node), ==,
                           i > 0 ? GSK_CONTAINER_NODE : GSK_TEXTURE_NODE);
          g_assert_true (node == vac_page_images_get (images, self->view->paper, 0, 1.0, &size,
                                                      &parts[j], i > 0));
          for (gsize y = 0; y < (gsize) parts[j].size.height; y++)
            {
              const gsize start = stride * ((gsize) parts[j].origin.y + y)
                                  + 4 * (gsize) parts[j].origin.x;

              g_assert_cmpmem (cairo_image_surface_get_data (surface) + start,
                               4 * (gsize) parts[j].size.width,
                               cairo_image_surface_get_data (drawn) + start,
                               4 * (gsize) parts[j].size.width);
            }
          cairo_surface_destroy (surface);
        }
    }
  cairo_surface_destroy (drawn);
}

static void
test_at_once (Fixture       *self,
              gconstpointer  data)
{
  VacNode *title = vac_document_get (self->document, VAC_ROLE_JOB_TITLE);
  guint64 serial = vac_paper_get_page_serial (self->view->paper, 0);

  vac_document_set_text (self->document, title, "Engineer of Machines that Learn");
  show_document (self);
  g_assert_cmpuint (vac_paper_get_page_serial (self->view->paper, 0), !=, serial);
  g_assert_cmpstr (vac_outline_get_block (vac_paper_get_outline (self->view->paper), 0)->text, ==,
                   "Engineer of Machines that Learn");
}

typedef struct
{
  Fixture *fixture;
  guint64  before;
  guint64  painted;
} Frame;

static gboolean
on_edit_tick_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  Frame *frame = user_data;

  show_document (frame->fixture);
  return G_SOURCE_REMOVE;
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   Frame         *frame)
{
  if (frame->painted == 0)
    frame->painted = vac_paper_get_page_serial (frame->fixture->view->paper, 0);
}

/* The window gathers edits until a frame begins, and must not wait for another one. */
static void
test_same_frame (Fixture       *self,
                 gconstpointer  data)
{
  Frame frame = { self, vac_paper_get_page_serial (self->view->paper, 0), 0 };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  vac_document_set_text (self->document, vac_document_get (self->document, VAC_ROLE_JOB_TITLE),
                         "Quick Engineer");
  gtk_widget_add_tick_callback (self->window, on_edit_tick_cb, &frame, NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &frame);
  waiting_settle (100);
  g_signal_handlers_disconnect_by_func (clock, on_after_paint_cb, &frame);
  g_assert_cmpuint (frame.painted, !=, 0);
  g_assert_cmpuint (frame.painted, !=, frame.before);
}

static void
test_fits_the_width (Fixture       *self,
                     gconstpointer  data)
{
  double width;
  double height;
  int room = gtk_widget_get_width (GTK_WIDGET (self->view));

  g_assert_cmpfloat (vac_page_view_get_zoom (self->view), ==, 0);
  vac_page_view_get_page_size (self->view, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, room - 2 * VAC_PAGE_VIEW_GAP, 2);

  vac_page_view_set_zoom (self->view, 1);
  g_assert_cmpuint (vac_page_view_get_percent (self->view), ==, 100);
  vac_page_view_get_page_size (self->view, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, vac_paper_get_setup (self->view->paper)->width * 4 / 3, 1);

  vac_page_view_zoom (self->view, 1);
  g_assert_cmpuint (vac_page_view_get_percent (self->view), ==, 110);
  vac_page_view_zoom (self->view, -1);
  vac_page_view_zoom (self->view, -1);
  g_assert_cmpuint (vac_page_view_get_percent (self->view), ==, 90);

  vac_page_view_set_zoom (self->view, 0);
  vac_page_view_get_page_size (self->view, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, room - 2 * VAC_PAGE_VIEW_GAP, 2);
}

static void
test_click_activates (Fixture       *self,
                      gconstpointer  data)
{
  VacNode *item = get_item (self, "key-highlights", 2);
  double x;
  double y;

  find_on_view (self, item, &x, &y);
  move_pointer (self, x, y);
  g_assert_nonnull (gtk_widget_get_cursor (GTK_WIDGET (self->view)));
  press_button (1);
  g_assert_cmpuint (self->n_activated, ==, 1);
  g_assert_true (self->activated == item);

  /* The margin of the page belongs to nothing. */
  move_pointer (self, 30, y);
  g_assert_null (gtk_widget_get_cursor (GTK_WIDGET (self->view)));
  press_button (1);
  g_assert_cmpuint (self->n_activated, ==, 1);
}

static void
test_reveal (Fixture       *self,
             gconstpointer  data)
{
  VacNode *node = get_item (self, "technical-skills", 2);
  double x;
  double y;

  find_on_view (self, node, &x, &y);
  g_assert_cmpfloat (y, >, gtk_widget_get_height (GTK_WIDGET (self->view)));
  vac_page_view_reveal_node (self->view, node);
  waiting_settle (500);
  find_on_view (self, node, &x, &y);
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (y, <, gtk_widget_get_height (GTK_WIDGET (self->view)));
  g_assert_cmpuint (vac_page_view_get_current_page (self->view), >, 1);

  /* Edited, it comes back into view. */
  gtk_adjustment_set_value (self->view->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  vac_document_set_text (self->document, vac_node_get (node, VAC_ROLE_ITEM_TEXT), "Another skill");
  show_document (self);
  waiting_settle (500);
  find_on_view (self, node, &x, &y);
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (y, <, gtk_widget_get_height (GTK_WIDGET (self->view)));
}

static void
test_keys_scroll (Fixture       *self,
                  gconstpointer  data)
{
  static const struct
  {
    guint key;
    int   direction;
  } steps[] = {
    { GDK_KEY_Down, 1 }, { GDK_KEY_Page_Down, 1 }, { GDK_KEY_Up, -1 }, { GDK_KEY_Page_Up, -1 },
    { GDK_KEY_space, 1 }, { GDK_KEY_End, 1 }, { GDK_KEY_Home, -1 },
  };

  take_keyboard (self);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double before = get_scroll (self);

      press_key (steps[i].key);
      g_assert_cmpfloat ((get_scroll (self) - before) * steps[i].direction, >, 0);
      if (steps[i].key == GDK_KEY_End)
        g_assert_cmpuint (vac_page_view_get_current_page (self->view), ==,
                          vac_page_view_get_n_pages (self->view));
    }
  g_assert_cmpfloat (get_scroll (self), ==, 0);
  g_assert_cmpuint (vac_page_view_get_current_page (self->view), ==, 1);
}

static void
test_control_scroll_zooms (Fixture       *self,
                           gconstpointer  data)
{
  guint percent = vac_page_view_get_percent (self->view);
  double x;
  double y;
  double new_x;
  double new_y;

  vac_page_view_set_zoom (self->view, 1.0);
  find_on_view (self, get_item (self, "key-highlights", 2), &x, &y);
  move_pointer (self, 200, y);
  take_keyboard (self);
  hold_key (GDK_KEY_Control_L, TRUE);
  press_button (4);
  hold_key (GDK_KEY_Control_L, FALSE);
  waiting_settle (60);

  g_assert_cmpuint (vac_page_view_get_percent (self->view), >, 100);
  g_assert_cmpuint (percent, <, 100);
  /* What is under the pointer stays there. */
  find_on_view (self, get_item (self, "key-highlights", 2), &new_x, &new_y);
  g_assert_cmpfloat_with_epsilon (new_y, y, 3);
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[(gsize) x];
}

static cairo_surface_t *
draw_view (Fixture *self)
{
  GtkWidget *widget = GTK_WIDGET (self->view);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Draws over a picture of the view what its pages are drawn like, and looks for a difference. */
static void
assert_sharp (Fixture *self)
{
  cairo_surface_t *shown = draw_view (self);
  const int width = cairo_image_surface_get_width (shown);
  const int height = cairo_image_surface_get_height (shown);
  cairo_surface_t *wanted = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (wanted);

  cairo_set_source_surface (cr, shown, 0, 0);
  cairo_paint (cr);
  for (guint i = vac_page_view_find_page (self->view, 0);
       i <= vac_page_view_find_page (self->view, height); i++)
    {
      cairo_surface_t *page = vac_paper_render_page (self->view->paper, i, self->view->scale);
      double x, y;

      vac_page_view_get_page_origin (self->view, i, &x, &y);
      cairo_rectangle (cr, x, y, cairo_image_surface_get_width (page),
                       cairo_image_surface_get_height (page));
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill_preserve (cr);
      cairo_set_source_surface (cr, page, x, y);
      cairo_fill (cr);
      cairo_surface_destroy (page);
    }
  cairo_destroy (cr);
  cairo_surface_flush (wanted);
  g_assert_cmpmem (cairo_image_surface_get_data (shown), (gsize) width * 4 * (gsize) height,
                   cairo_image_surface_get_data (wanted), (gsize) width * 4 * (gsize) height);
  cairo_surface_destroy (shown);
  cairo_surface_destroy (wanted);
}

/* Only what is in view is drawn: by another scale, further down and aside, and after an edit. */
static void
test_what_is_seen_is_sharp (Fixture       *self,
                            gconstpointer  data)
{
  static const double zooms[] = { 0, 0.4, 1, 1.1, 2 };
  static const double scrolls[] = { 0, 47, 400, 1300, 250 };
  VacNode *node = vac_node_get (get_item (self, "key-highlights", 2), VAC_ROLE_ITEM_TEXT);

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autofree char *text = g_strdup_printf ("Another text, the %uth", i);

      vac_page_view_set_zoom (self->view, zooms[i]);
      for (guint j = 0; j < G_N_ELEMENTS (scrolls); j++)
        {
          gtk_adjustment_set_value (self->view->adjustments[GTK_ORIENTATION_VERTICAL], scrolls[j]);
          gtk_adjustment_set_value (self->view->adjustments[GTK_ORIENTATION_HORIZONTAL],
                                    scrolls[j] / 4);
          waiting_settle (30);
          assert_sharp (self);
        }
      vac_document_set_text (self->document, node, text);
      show_document (self);
      waiting_settle (30);
      assert_sharp (self);
    }
}

/* A page is white in any style; what is edited has a bar beside it, in the view's color. */
static void
test_pages_are_drawn (Fixture       *self,
                      gconstpointer  data)
{
  static const double zooms[] = { 0, 1, 4 };
  VacNode *title = vac_document_get (self->document, VAC_ROLE_JOB_TITLE);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, "pageview { color: #3584e4; }", -1);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self->view)),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  vac_page_view_reveal_node (self->view, title);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      cairo_surface_t *surface;
      cairo_rectangle_t area;
      guint32 bar;
      guint page;
      double x;
      double y;

      vac_page_view_set_zoom (self->view, zooms[i]);
      for (guint j = 0; j < 2; j++)
        gtk_adjustment_set_value (self->view->adjustments[j], 0);
      waiting_settle (100);
      surface = draw_view (self);
      vac_page_view_get_page_origin (self->view, 0, &x, &y);
      g_assert_true (vac_paper_find_node (self->view->paper, title, &page, &area));
      g_assert_cmphex (get_pixel (surface, x + 4, y + 40), ==, 0xffffffff);
      g_assert_cmphex (get_pixel (surface, 4, 40), !=, 0xffffffff);
      bar = get_pixel (surface, x + area.x * self->view->scale - 7,
                       y + (area.y + area.height / 2) * self->view->scale);
      g_assert_cmphex (bar & 0xff, >, 0xc0);
      g_assert_cmphex (bar >> 16 & 0xff, <, 0x60);
      cairo_surface_destroy (surface);
    }
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self->view)),
                                                 GTK_STYLE_PROVIDER (provider));
}

static void
test_screen_reader (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *label = NULL;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_ROLE_IMG);
  label = g_strdup_printf ("Preview, page 1 of %u", vac_page_view_get_n_pages (self->view));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* A hidden page has no frames; what was set last is shown when the page is visible again. */
static void
test_hidden_view_catches_up (Fixture       *self,
                             gconstpointer  data)
{
  gtk_widget_set_visible (GTK_WIDGET (self->view), FALSE);
  vac_document_set_text (self->document, vac_document_get (self->document, VAC_ROLE_JOB_TITLE),
                         "Hidden Engineer");
  show_document (self);
  waiting_settle (60);
  gtk_widget_set_visible (GTK_WIDGET (self->view), TRUE);
  waiting_settle (100);
  g_assert_cmpstr (vac_outline_get_title (vac_paper_get_outline (self->view->paper)), ==,
                   "Hidden Engineer");
}

static void
test_text_pane_shows_what_it_is_told (void)
{
  static const char *const texts[] = {
    "", "one\ntwo\n", "one\nünd\ntwo\n", "ünd", "ünd < & >", "日本語\n", "",
  };
  GtkWidget *pane = g_object_ref_sink (vac_text_pane_new ("Text"));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *shown = NULL;

      vac_text_pane_set_text (VAC_TEXT_PANE (pane), texts[i]);
      shown = vac_text_pane_get_text (VAC_TEXT_PANE (pane));
      g_assert_cmpstr (shown, ==, texts[i]);
    }
  g_object_unref (pane);
}

static GtkWidget *
find_text_view (GtkWidget *pane)
{
  return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (pane)));
}

static void
test_text_pane_keeps_the_place (void)
{
  GtkWidget *pane = g_object_ref_sink (vac_text_pane_new ("Text"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text_view (pane)));
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *selected = NULL;

  vac_text_pane_set_text (VAC_TEXT_PANE (pane), "title\nbody\nfoot\n");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 11);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 15);
  gtk_text_buffer_select_range (buffer, &start, &end);
  vac_text_pane_set_text (VAC_TEXT_PANE (pane), "another title\nbody\nfoot\n");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (selected, ==, "foot");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_text_view (pane)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Text");
  g_object_unref (pane);
}

/* GTK warns about a label that changes while others are given their place. */
static void
test_a_label_may_follow_the_view (Fixture       *self,
                                  gconstpointer  data)
{
  static const char *const facts[] = { "percent", "n-pages", "current-page" };
  GtkWidget *scroller = adw_window_get_content (ADW_WINDOW (self->window));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *labels[G_N_ELEMENTS (facts)];

  g_object_ref (scroller);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      labels[i] = gtk_label_new (NULL);
      gtk_box_append (GTK_BOX (box), labels[i]);
      g_object_bind_property (self->view, facts[i], labels[i], "label", G_BINDING_SYNC_CREATE);
    }
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  g_object_unref (scroller);
  for (int width = 400; width < 1200; width += 200)
    {
      g_autofree char *percent = NULL;

      gtk_window_set_default_size (GTK_WINDOW (self->window), width, 700);
      waiting_settle (50);
      percent = g_strdup_printf ("%u", vac_page_view_get_percent (self->view));
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (labels[0])), ==, percent);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture       *self,
                      gconstpointer  data);
  } tests[] = {
    { "/page-view/is-drawn-the-same-for-every-renderer", test_same_for_every_renderer },
    { "/page-view/lays-an-edit-out-at-once", test_at_once },
    { "/page-view/shows-an-edit-in-the-frame-that-handed-it-over", test_same_frame },
    { "/page-view/fits-the-width-until-zoomed", test_fits_the_width },
    { "/page-view/a-click-activates-the-node-below-it", test_click_activates },
    { "/page-view/what-is-edited-stays-in-view", test_reveal },
    { "/page-view/keys-scroll", test_keys_scroll },
    { "/page-view/control-and-wheel-zoom-around-the-pointer", test_control_scroll_zooms },
    { "/page-view/what-is-seen-is-sharp", test_what_is_seen_is_sharp },
    { "/page-view/pages-are-white-and-marked-where-edited", test_pages_are_drawn },
    { "/page-view/says-its-page-to-a-screen-reader", test_screen_reader },
    { "/page-view/catches-up-when-it-is-shown-again", test_hidden_view_catches_up },
    { "/page-view/a-label-may-follow-the-view", test_a_label_may_follow_the_view },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/text-pane/shows-what-it-is-told", test_text_pane_shows_what_it_is_told);
  g_test_add_func ("/text-pane/keeps-the-place-that-is-read", test_text_pane_keeps_the_place);

  return g_test_run ();
}
