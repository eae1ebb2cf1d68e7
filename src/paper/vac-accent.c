/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-accent"

#include "config.h"

#include "vac-accent.h"
#include "vac-piece-picture.h"

/* The colour that a logo is remembered by: of those with some colour in them the one that covers
 * most of it. */

/* Colours that are the same in so many upper bits of each channel are one. */
#define BITS 4
#define N_BINS (1 << (3 * BITS))

/* Between the strongest and the weakest channel of what is not grey, out of 255. */
#define LEAST_COLOUR 40

/* What shines through more than that is background. */
#define LEAST_ALPHA 128

typedef struct
{
  guint64 weight;
  guint64 sums[3];
} Bin;

static void
add_pixel (Bin     *bins,
           guint32  pixel)
{
  const guint channels[] = { pixel & 0xff, pixel >> 8 & 0xff, pixel >> 16 & 0xff };
  const guint most = MAX (channels[0], MAX (channels[1], channels[2]));
  const guint least = MIN (channels[0], MIN (channels[1], channels[2]));
  guint at = 0;
  Bin *bin;

  if (pixel >> 24 < LEAST_ALPHA || most - least < LEAST_COLOUR)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    at = at << BITS | channels[i] >> (8 - BITS);
  bin = &bins[at];
  bin->weight += most - least;
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    bin->sums[i] += (guint64) channels[i] * (most - least);
}

static const Bin *
count_pixels (cairo_surface_t *surface,
              Bin             *bins)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  const guint32 opaque =
      cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24 ? 0xff000000 : 0;
  const Bin *best = bins;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      add_pixel (bins, ((const guint32 *) (pixels + (gsize) y * (gsize) stride))[x] | opaque);
  for (guint i = 0; i < N_BINS; i++)
    if (bins[i].weight > best->weight)
      best = &bins[i];

  return best;
}

/**
 * vac_accent_find:
 * @picture: a logo
 * @accent: (out): its colour, 0xRRGGBB
 *
 * Returns: whether there is some colour in it
 */
gboolean
vac_accent_find (VacPicture *picture,
                 guint32    *accent)
{
  cairo_surface_t *surface;
  g_autofree Bin *bins = NULL;
  const Bin *best = NULL;
  cairo_format_t format;

  g_return_val_if_fail (picture != NULL && accent != NULL, FALSE);

  surface = vac_piece_read_picture (picture);
  format = cairo_image_surface_get_format (surface);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS &&
      (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24))
    {
      bins = g_new0 (Bin, N_BINS);
      best = count_pixels (surface, bins);
    }
  cairo_surface_destroy (surface);
  if (best == NULL || best->weight == 0)
    return FALSE;

  *accent = (guint32) (best->sums[0] / best->weight)
            | (guint32) (best->sums[1] / best->weight) << 8
            | (guint32) (best->sums[2] / best->weight) << 16;

  return TRUE;
}
