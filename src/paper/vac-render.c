/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-render"

#include "config.h"

#include <math.h>
#include <string.h>

#include "vac-paper-private.h"

/* How much wider than needed a page is drawn for the box filter. */
#define OVERSAMPLING 4

/* From this scale on, and from this cairo version on, glyphs are placed well enough without it. */
#define FINE_SCALE 2.0
#define FINE_CAIRO CAIRO_VERSION_ENCODE (1, 17, 4)

/* What is beside ink where it is blurred: in points, and in pixels. */
#define INK_POINTS 2.0
#define INK_PIXELS 2

/* Draws some of the rows of pixels. */
static cairo_surface_t *
draw_on_image (VacPaper *paper,
               guint     page,
               int       width,
               int       top,
               int       height,
               double    scale_x,
               double    scale_y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, 0, -top);
  cairo_scale (cr, scale_x, scale_y);
  vac_paper_draw_page (paper, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The mean of neighbours: two channels at a time fit into one sum without touching each other. */
static void
filter_row (const guint32 *wide,
            guint32       *row,
            int            width)
{
  for (int x = 0; x < width; x++)
    {
      guint32 even = 0;
      guint32 odd = 0;

      for (int i = 0; i < OVERSAMPLING; i++)
        {
          guint32 pixel = wide[x * OVERSAMPLING + i];

          even += pixel & 0x00ff00ff;
          odd += (pixel >> 8) & 0x00ff00ff;
        }
      even = (even + 0x00020002) / OVERSAMPLING & 0x00ff00ff;
      odd = (odd + 0x00020002) / OVERSAMPLING & 0x00ff00ff;
      row[x] = even | (odd << 8);
    }
}

static cairo_surface_t *
filter_width (cairo_surface_t *wide,
              int              width,
              int              height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  int stride = cairo_image_surface_get_stride (surface);
  int wide_stride = cairo_image_surface_get_stride (wide);
  guint8 *pixels = cairo_image_surface_get_data (surface);
  const guint8 *wide_pixels = cairo_image_surface_get_data (wide);

  if (pixels == NULL || wide_pixels == NULL)
    return surface;

  for (int y = 0; y < height; y++)
    filter_row ((const guint32 *) (wide_pixels + (gsize) y * wide_stride),
                (guint32 *) (pixels + (gsize) y * stride), width);
  cairo_surface_mark_dirty (surface);
  return surface;
}

static cairo_surface_t *
render_rows (VacPaper *self,
             guint     page,
             double    scale,
             int       width,
             int       top,
             int       height)
{
  cairo_surface_t *wide;
  cairo_surface_t *surface;

  if (scale >= FINE_SCALE || cairo_version () >= FINE_CAIRO)
    return draw_on_image (self, page, width, top, height, scale, scale);

  wide = draw_on_image (self, page, width * OVERSAMPLING, top, height, scale * OVERSAMPLING, scale);
  surface = filter_width (wide, width, height);
  cairo_surface_destroy (wide);
  return surface;
}

static void
copy_rows (cairo_surface_t *from,
           int              from_row,
           cairo_surface_t *to,
           int              to_row,
           int              n_rows)
{
  const gsize stride = (gsize) cairo_image_surface_get_stride (to);

  memcpy (cairo_image_surface_get_data (to) + stride * (gsize) to_row,
          cairo_image_surface_get_data (from) + stride * (gsize) from_row, stride * (gsize) n_rows);
}

/**
 * vac_paper_render_page:
 * @self: pages
 * @page: which page
 * @scale: pixels per point
 *
 * Draws a page for a screen. cairo before 1.17.4 sets glyphs on whole pixels, which tears words
 * apart at small scales; there a page is drawn four times as wide and filtered down.
 *
 * Returns: (transfer full): an ARGB32 image surface, transparent where nothing is printed; check
 *   its status, a page may be too large for memory
 */
cairo_surface_t *
vac_paper_render_page (VacPaper *self,
                       guint     page,
                       double    scale)
{
  const VacPageSetup *setup;
  int width;
  int height;

  g_return_val_if_fail (VAC_IS_PAPER (self), NULL);
  g_return_val_if_fail (scale > 0, NULL);

  setup = vac_paper_get_setup (self);
  width = MAX ((int) ceil (setup->width * scale - 0.001), 1);
  height = MAX ((int) ceil (setup->height * scale - 0.001), 1);
  return render_rows (self, page, scale, width, 0, height);
}

/**
 * vac_paper_render_changes:
 * @self: pages
 * @page: which page
 * @scale: pixels per point
 * @earlier: the page as vac_paper_render_page() drew it at this scale
 * @serial: the page's serial then
 *
 * Draws a page again, but only the rows that an edit has changed.
 *
 * Returns: (transfer full): the same as vac_paper_render_page() would; @earlier stays as it is
 */
cairo_surface_t *
vac_paper_render_changes (VacPaper        *self,
                          guint            page,
                          double           scale,
                          cairo_surface_t *earlier,
                          guint64          serial)
{
  cairo_surface_t *rows;
  cairo_surface_t *surface;
  double changed_top;
  double changed_bottom;
  int width;
  int height;
  int top;
  int bottom;

  g_return_val_if_fail (VAC_IS_PAPER (self), NULL);
  g_return_val_if_fail (page < vac_paper_get_n_pages (self), NULL);
  g_return_val_if_fail (earlier != NULL && scale > 0, NULL);

  if (cairo_surface_status (earlier) != CAIRO_STATUS_SUCCESS
      || !vac_sheet_find_changes (vac_paper_get_page (self, page), serial, &changed_top,
                                  &changed_bottom))
    return vac_paper_render_page (self, page, scale);

  width = cairo_image_surface_get_width (earlier);
  height = cairo_image_surface_get_height (earlier);
  top = (int) floor (CLAMP ((vac_paper_get_top (self) + changed_top - INK_POINTS) * scale
                            - INK_PIXELS, 0, height));
  bottom = (int) ceil (CLAMP ((vac_paper_get_top (self) + changed_bottom + INK_POINTS)
                              * scale + INK_PIXELS, top, height));

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  rows = render_rows (self, page, scale, width, top, MAX (bottom - top, 1));
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS
      && cairo_surface_status (rows) == CAIRO_STATUS_SUCCESS)
    {
      copy_rows (earlier, 0, surface, 0, top);
      copy_rows (rows, 0, surface, top, bottom - top);
      copy_rows (earlier, bottom, surface, bottom, height - bottom);
      cairo_surface_mark_dirty (surface);
    }
  cairo_surface_destroy (rows);
  return surface;
}
