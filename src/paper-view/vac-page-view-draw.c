/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-view"

#include "config.h"

#include "vac-page-view-private.h"
#include "vac-tint.h"

/* How dark the surround of the pages is against the window, in light and in dark style. */
#define SURROUND_SHADE 0.09f

/* From this scale on, only the visible part of a page is drawn, each time anew: a picture of the
 * whole would take tens of megabytes. In device pixels per point. */
#define DIRECT_SCALE 4.0

static void
add_shadow (GtkSnapshot           *snapshot,
            const graphene_rect_t *page)
{
  const GskRoundedRect outline = GSK_ROUNDED_RECT_INIT (page->origin.x, page->origin.y,
                                                        page->size.width, page->size.height);

  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.16 }, 0, 0, 1, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.22 }, 0, 2, 0, 8);
}

/* A bar in the margin and a tint show what is being edited. */
static void
add_highlight (VacPageView           *self,
               GtkSnapshot           *snapshot,
               guint                  page,
               const graphene_rect_t *sheet)
{
  cairo_rectangle_t area;
  GdkRGBA color = vac_tint_get_color (GTK_WIDGET (self));
  float x;
  float y;
  float width;
  float height;

  if (self->block == VAC_PAPER_NONE
      || !vac_paper_get_block_area (self->paper, self->block, page, &area))
    return;

  x = (float) (area.x * self->scale - 9);
  y = (float) (area.y * self->scale - 2);
  width = (float) (area.width * self->scale + 15);
  height = (float) (area.height * self->scale + 4);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (sheet->origin.x + x, sheet->origin.y + y,
                                                  3, height));
  color.alpha = 0.09f;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (sheet->origin.x + x + 3, sheet->origin.y + y,
                                                  width - 3, height));
}

/* What of a page is in view, from the page's upper left corner. */
static gboolean
find_seen (VacPageView           *self,
           const graphene_rect_t *sheet,
           graphene_rect_t       *seen)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (!graphene_rect_intersection (sheet, &GRAPHENE_RECT_INIT (0, 0, width, height), seen))
    return FALSE;
  graphene_rect_offset (seen, -sheet->origin.x, -sheet->origin.y);

  return TRUE;
}

/* Draws the visible part of a page, at scales where a whole picture would be too large. */
static void
add_page_directly (VacPageView           *self,
                   GtkSnapshot           *snapshot,
                   guint                  page,
                   const graphene_rect_t *seen)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, seen);

  cairo_scale (cr, self->scale, self->scale);
  vac_paper_draw_part (self->paper, cr, page, seen->origin.y / self->scale,
                       (seen->origin.y + seen->size.height) / self->scale);
  cairo_destroy (cr);
}

static gboolean
draws_in_software (VacPageView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static void
add_page (VacPageView *self,
          GtkSnapshot *snapshot,
          guint        page)
{
  double device_scale = self->scale * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GskRenderNode *node = NULL;
  graphene_rect_t sheet;
  graphene_rect_t seen;
  double width;
  double height;
  double x;
  double y;

  vac_page_view_get_page_origin (self, page, &x, &y);
  vac_page_view_get_page_size (self, &width, &height);
  sheet = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);

  add_shadow (snapshot, &sheet);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &sheet);
  add_highlight (self, snapshot, page, &sheet);
  if (!find_seen (self, &sheet, &seen))
    return;
  if (device_scale < DIRECT_SCALE)
    node = vac_page_images_get (self->images, self->paper, page, device_scale, &sheet.size, &seen,
                                draws_in_software (self));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &sheet.origin);
  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
  else
    add_page_directly (self, snapshot, page, &seen);
  gtk_snapshot_restore (snapshot);
  vac_page_view_draw_marks (self, snapshot, page, &sheet);
}

static void
add_focus_ring (GtkSnapshot *snapshot,
                GtkWidget   *widget)
{
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA accent = vac_tint_get_color (widget);
  const GdkRGBA color = { accent.red, accent.green, accent.blue, 0.6f };
  const GdkRGBA colors[4] = { color, color, color, color };
  const GskRoundedRect outline = GSK_ROUNDED_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                        gtk_widget_get_height (widget));

  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

void
vac_page_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  VacPageView *self = VAC_PAGE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  guint first = vac_page_view_find_page (self, 0);
  guint last = vac_page_view_find_page (self, height);

  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0, 0, 0, SURROUND_SHADE }, &bounds);
  for (guint i = first; i <= last; i++)
    add_page (self, snapshot, i);
  if (gtk_widget_has_visible_focus (widget))
    add_focus_ring (snapshot, widget);
  gtk_snapshot_pop (snapshot);

  vac_page_images_keep (self->images, first, last);
}
