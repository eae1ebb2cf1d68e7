/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-picture"

#include "config.h"

#include <string.h>

#include "vac-page-setup.h"
#include "vac-piece-picture.h"

/* A picture on a page: a piece of one line, as tall as the picture. */

typedef struct
{
  const guint8 *data;
  gsize         left;
} Source;

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

/*
 * vac_piece_lay_out_picture:
 * @self: a piece of a picture, without lines yet
 * @measure: how to lay it out
 *
 * Puts it where lines of text begin, also on a page that is read from right to left.
 */
void
vac_piece_lay_out_picture (VacPiece         *self,
                           const VacMeasure *measure)
{
  VacLine line = { 0 };

  self->picture = vac_picture_ref (self->block->picture);
  vac_page_setup_fit_picture (self->picture, &self->area.width, &self->area.height);
  self->area.x = measure->rtl ? measure->width - self->area.width : 0;
  line.height = self->area.height;
  line.baseline = self->area.height;
  g_array_append_val (self->lines, line);
  self->height = self->area.height;
}

/* Kept, but made only to draw: pages that are to be one are laid out many times. */
static cairo_surface_t *
get_pixels (VacPiece *self)
{
  GBytes *png = vac_picture_get_png (self->picture);
  Source source = { g_bytes_get_data (png, NULL), g_bytes_get_size (png) };

  if (self->pixels == NULL)
    self->pixels = cairo_image_surface_create_from_png_stream (read_bytes, &source);

  return self->pixels;
}

/*
 * vac_piece_draw_picture:
 * @self: a piece of a picture
 * @cr: where to draw, in points
 * @x: left edge of the column of text
 * @y: top of the piece
 */
void
vac_piece_draw_picture (VacPiece *self,
                        cairo_t  *cr,
                        double    x,
                        double    y)
{
  cairo_surface_t *pixels = get_pixels (self);
  const int width = cairo_image_surface_get_width (pixels);
  const int height = cairo_image_surface_get_height (pixels);

  if (width < 1 || height < 1)
    return;

  cairo_save (cr);
  cairo_translate (cr, x + self->area.x, y + self->area.y);
  cairo_scale (cr, self->area.width / width, self->area.height / height);
  cairo_set_source_surface (cr, pixels, 0, 0);
  /* Painted without a shape, it makes cairo 1.16 forget the tags around it and break the PDF. */
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
}
