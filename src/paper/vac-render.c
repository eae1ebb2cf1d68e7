/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-render"

#include "config.h"

#include <math.h>
#include <string.h>

#include "vac-paper-private.h"

/* How much wider than needed a page is drawn for the box filter. */
#define OVERSAMPLING 4

/* How many rows are drawn so wide at a time: few enough for the processor's cache. A whole page
 * would take tens of megabytes, most of them blank. */
#define BAND_ROWS 32

/* From this scale on, and from this cairo version on, glyphs are placed well enough without it. */
#define FINE_SCALE 2.0
#define FINE_CAIRO CAIRO_VERSION_ENCODE (1, 17, 4)

/* Draws a part of a page on a surface that is blank; all in pixels of the surface. */
static void
draw_on_image (VacPaper                    *paper,
               guint                        page,
               cairo_surface_t             *surface,
               const cairo_rectangle_int_t *part,
               double                       scale_x,
               double                       scale_y)
{
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -part->x, -part->y);
  cairo_scale (cr, scale_x, scale_y);
  vac_paper_draw_part (paper, cr, page, part->y / scale_y, (part->y + part->height) / scale_y);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

/* The mean of neighbours: two channels at a time fit into one sum without touching each other. Most
 * of a page is blank, and so is @row at first. */
static void
filter_row (const guint32 *wide,
            guint32       *row,
            int            width)
{
  for (int x = 0; x < width; x++, wide += OVERSAMPLING)
    {
      guint64 halves[OVERSAMPLING / 2];
      guint32 even = 0;
      guint32 odd = 0;

      memcpy (halves, wide, sizeof halves);
      if ((halves[0] | halves[1]) == 0)
        continue;
      for (int i = 0; i < OVERSAMPLING; i++)
        {
          guint32 pixel = wide[i];

          even += pixel & 0x00ff00ff;
          odd += (pixel >> 8) & 0x00ff00ff;
        }
      even = (even + 0x00020002) / OVERSAMPLING & 0x00ff00ff;
      odd = (odd + 0x00020002) / OVERSAMPLING & 0x00ff00ff;
      row[x] = even | (odd << 8);
    }
}

static void
filter_rows (cairo_surface_t *wide,
             cairo_surface_t *surface,
             int              top,
             int              height)
{
  const int width = cairo_image_surface_get_width (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const gsize wide_stride = (gsize) cairo_image_surface_get_stride (wide);
  const guint8 *from = cairo_image_surface_get_data (wide);
  guint8 *to = cairo_image_surface_get_data (surface) + stride * (gsize) top;

  for (int y = 0; y < height; y++, from += wide_stride, to += stride)
    filter_row ((const guint32 *) from, (guint32 *) to, width);
}

static void
clear (cairo_surface_t *surface)
{
  memset (cairo_image_surface_get_data (surface), 0,
          (gsize) cairo_image_surface_get_stride (surface)
            * (gsize) cairo_image_surface_get_height (surface));
  cairo_surface_mark_dirty (surface);
}

static cairo_surface_t *
draw_filtered (VacPaper                    *paper,
               guint                        page,
               const cairo_rectangle_int_t *part,
               double                       scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, part->width,
                                                         part->height);
  cairo_surface_t *wide = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, part->width * OVERSAMPLING, MIN (BAND_ROWS, part->height));

  if (cairo_surface_status (wide) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return wide;
    }

  for (int y = 0; y < part->height && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
       y += BAND_ROWS)
    {
      const cairo_rectangle_int_t band = {
        part->x * OVERSAMPLING, part->y + y, part->width * OVERSAMPLING,
        MIN (BAND_ROWS, part->height - y),
      };

      if (y > 0)
        clear (wide);
      draw_on_image (paper, page, wide, &band, scale * OVERSAMPLING, scale);
      filter_rows (wide, surface, y, band.height);
    }
  cairo_surface_destroy (wide);
  cairo_surface_mark_dirty (surface);

  return surface;
}

/**
 * vac_paper_get_pixels:
 * @self: pages
 * @scale: pixels per point
 * @width: (out): how many columns of pixels every page has; at least one
 * @height: (out): how many rows; at least one
 *
 * Says how large pages are drawn.
 */
void
vac_paper_get_pixels (VacPaper *self,
                      double    scale,
                      int      *width,
                      int      *height)
{
  const VacPageSetup *setup;

  g_return_if_fail (VAC_IS_PAPER (self));
  g_return_if_fail (scale > 0);

  setup = vac_paper_get_setup (self);
  *width = MAX ((int) ceil (setup->width * scale - 0.001), 1);
  *height = MAX ((int) ceil (setup->height * scale - 0.001), 1);
}

/**
 * vac_paper_render_part:
 * @self: pages
 * @page: which page
 * @scale: pixels per point
 * @part: which pixels; at least one
 *
 * Draws a part of what vac_paper_render_page() draws.
 *
 * Returns: (transfer full): an ARGB32 image surface with just these pixels; check its status
 */
cairo_surface_t *
vac_paper_render_part (VacPaper                    *self,
                       guint                        page,
                       double                       scale,
                       const cairo_rectangle_int_t *part)
{
  cairo_surface_t *surface;

  g_return_val_if_fail (VAC_IS_PAPER (self), NULL);
  g_return_val_if_fail (page < vac_paper_get_n_pages (self), NULL);
  g_return_val_if_fail (scale > 0 && part->width > 0 && part->height > 0, NULL);

  if (scale < FINE_SCALE && cairo_version () < FINE_CAIRO)
    return draw_filtered (self, page, part, scale);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, part->width, part->height);
  draw_on_image (self, page, surface, part, scale, scale);

  return surface;
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
  cairo_rectangle_int_t all = { 0 };

  g_return_val_if_fail (VAC_IS_PAPER (self), NULL);
  g_return_val_if_fail (scale > 0, NULL);

  vac_paper_get_pixels (self, scale, &all.width, &all.height);

  return vac_paper_render_part (self, page, scale, &all);
}

/**
 * vac_paper_find_changed_rows:
 * @self: pages
 * @page: which page
 * @scale: pixels per point
 * @serial: an earlier serial of the page
 * @top: (out): the first row of pixels that may be drawn differently
 * @bottom: (out): the row behind the last; where there is none, no greater than @top
 *
 * Returns: whether all other rows are drawn as they were then; if not, any may have changed
 */
gboolean
vac_paper_find_changed_rows (VacPaper *self,
                             guint     page,
                             double    scale,
                             guint64   serial,
                             int      *top,
                             int      *bottom)
{
  double changed_top;
  double changed_bottom;
  int width, height;

  g_return_val_if_fail (VAC_IS_PAPER (self), FALSE);
  g_return_val_if_fail (page < vac_paper_get_n_pages (self), FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  if (!vac_sheet_find_changes (vac_paper_get_page (self, page), serial, &changed_top,
                               &changed_bottom))
    return FALSE;

  vac_paper_get_pixels (self, scale, &width, &height);
  *top = (int) floor (CLAMP ((vac_paper_get_top (self) + changed_top - VAC_INK_POINTS) * scale
                             - VAC_INK_PIXELS, 0, height));
  *bottom = (int) ceil (CLAMP ((vac_paper_get_top (self) + changed_bottom + VAC_INK_POINTS) * scale
                               + VAC_INK_PIXELS, 0, height));

  return TRUE;
}
