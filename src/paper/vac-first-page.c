/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-first-page"

#include "config.h"

#include "vac-first-page.h"
#include "vac-paper.h"

/**
 * vac_first_page_render:
 * @document: a posting
 * @size: the sheet
 * @width: of the picture, in pixels
 *
 * Draws what a candidate sees first, on white paper. Any thread may, as long as @document is its
 * own.
 *
 * Returns: (transfer full): an image surface; check its status
 */
cairo_surface_t *
vac_first_page_render (VacDocument  *document,
                       VacPaperSize  size,
                       int           width)
{
  g_autoptr (VacPaper) paper = NULL;
  g_autoptr (VacOutline) outline = NULL;
  cairo_surface_t *printed, *surface;
  VacPageSetup setup;
  cairo_t *cr;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (width > 0, NULL);

  vac_page_setup_init (&setup, size);
  paper = vac_paper_new (&setup);
  outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  vac_paper_set_outline (paper, outline);
  printed = vac_paper_render_page (paper, 0, width / setup.width);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        cairo_image_surface_get_width (printed),
                                        cairo_image_surface_get_height (printed));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, printed, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (printed);
  cairo_surface_flush (surface);

  return surface;
}
