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

/* Around a logo on the accent colour, in points: most are made for white paper. */
#define TILE_PADDING 7.0
#define TILE_RADIUS 5.0

/* From there to the title. */
#define TILE_DISTANCE 18.0

/*
 * vac_piece_get_band_indent:
 * @picture: a logo
 *
 * Returns: how much room it takes beside a title, in points
 */
double
vac_piece_get_band_indent (VacPicture *picture)
{
  double width, height;

  vac_page_setup_fit_picture (picture, &width, &height);

  return width + 2 * TILE_PADDING + TILE_DISTANCE;
}

static gboolean
has_tile (VacPiece *self)
{
  return self->look.design->head == VAC_HEAD_BAND;
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
  double padding;

  self->picture = vac_picture_ref (self->block->picture);
  vac_page_setup_fit_picture (self->picture, &self->area.width, &self->area.height);
  if (self->area.width > self->width)
    {
      self->area.height *= self->width / self->area.width;
      self->area.width = self->width;
    }
  padding = has_tile (self) ? TILE_PADDING : 0;
  self->area.x = measure->rtl ? self->width - self->area.width - padding : padding;
  self->area.y = padding;
  line.height = self->area.height + 2 * padding;
  line.baseline = line.height;
  g_array_append_val (self->lines, line);
  self->height = line.height;
}

/*
 * vac_piece_read_picture:
 * @picture: a picture
 *
 * Returns: (transfer full): its pixels; check their status
 */
cairo_surface_t *
vac_piece_read_picture (VacPicture *picture)
{
  GBytes *png = vac_picture_get_png (picture);
  Source source = { g_bytes_get_data (png, NULL), g_bytes_get_size (png) };

  return cairo_image_surface_create_from_png_stream (read_bytes, &source);
}

/* Kept, but made only to draw: pages that are to be one are laid out many times. */
static cairo_surface_t *
get_pixels (VacPiece *self)
{
  if (self->pixels == NULL)
    self->pixels = vac_piece_read_picture (self->picture);

  return self->pixels;
}

static void
draw_tile (VacPiece *self,
           cairo_t  *cr,
           double    x,
           double    y)
{
  const double left = x + self->area.x - TILE_PADDING;
  const double top = y + self->area.y - TILE_PADDING;
  const double right = x + self->area.x + self->area.width + TILE_PADDING;
  const double bottom = y + self->area.y + self->area.height + TILE_PADDING;
  const double radius = TILE_RADIUS;

  vac_type_set_colour (cr, 0xffffff);
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, top + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, left + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, left + radius, top + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
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
  if (has_tile (self))
    draw_tile (self, cr, x, y);
  cairo_translate (cr, x + self->area.x, y + self->area.y);
  cairo_scale (cr, self->area.width / width, self->area.height / height);
  cairo_set_source_surface (cr, pixels, 0, 0);
  /* Painted without a shape, it makes cairo 1.16 forget the tags around it and break the PDF. */
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
}
