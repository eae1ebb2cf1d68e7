/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-chart-picture"

#include "config.h"

#include <math.h>

#include "vac-chart-picture.h"
#include "vac-piece-chart.h"
#include "vac-type.h"

/* Pixels to the point: sharp on paper, at 216 to the inch. */
#define SCALE 3.0

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * vac_chart_draw_png:
 * @chart: a chart
 * @language: (nullable): of its texts, as BCP 47
 * @width: how wide it is shown, in points
 *
 * Draws a chart as it stands on a page, on white, so that it can be read on dark paper as well.
 *
 * Returns: (transfer full) (nullable): a PNG of three pixels to the point; %NULL when there is no
 *   memory for one
 */
GBytes *
vac_chart_draw_png (VacChart   *chart,
                    const char *language,
                    double      width)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  PangoContext *context;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (chart != NULL && width > 0, NULL);

  context = vac_type_create_context (language, FALSE);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * SCALE),
                                        (int) ceil (vac_chart_get_height (chart) * SCALE));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  vac_chart_draw_on (chart, context, cr, width);
  cairo_destroy (cr);
  g_object_unref (context);
  status = cairo_surface_write_to_png_stream (surface, append_bytes, png);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}
