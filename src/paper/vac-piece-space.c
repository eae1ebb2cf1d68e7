/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-space"

#include "config.h"

#include <string.h>

#include "vac-piece-space.h"

/* Room on a page to write in by hand. */

/* Of a line, and what is below the letters in it; in points. */
#define WRITING_HEIGHT 22.0
#define WRITING_FOOT   5.0

/*
 * vac_piece_measure_space:
 * @self: a piece of room to write in, without lines yet; its cell holds the label
 * @measure: how it is laid out
 *
 * Each blank line is one to write on by hand, with a rule below it; the label is on the first.
 */
void
vac_piece_measure_space (VacPiece         *self,
                         const VacMeasure *measure)
{
  const char *text = self->block->text != NULL ? self->block->text : "";
  const double height = WRITING_HEIGHT * vac_type_get_space_scale (measure->squeeze);

  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      VacLine written = { .top = self->height, .height = height,
                          .baseline = self->height + height - WRITING_FOOT };

      line += line > text ? 1 : 0;
      self->height += height;
      g_array_append_val (self->lines, written);
    }
}

/*
 * vac_piece_draw_space:
 * @self: a piece of room to write in
 * @cr: where to draw, in points
 * @x: left edge of the column of text
 * @y: top of line @first
 * @first: the first line to draw
 * @n_lines: how many
 *
 * Draws the rules to write on.
 */
void
vac_piece_draw_space (VacPiece *self,
                      cairo_t  *cr,
                      double    x,
                      double    y,
                      guint     first,
                      guint     n_lines)
{
  const VacCell *cell = &g_array_index (self->cells, VacCell, 0);
  const double top = g_array_index (self->lines, VacLine, first).top;

  vac_type_set_colour (cr, VAC_TYPE_MUTED_COLOUR);
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < n_lines; i++)
    {
      const VacLine *line = &g_array_index (self->lines, VacLine, first + i);
      const double bottom = y + line->top + line->height - top;

      cairo_move_to (cr, x + cell->x, bottom);
      cairo_line_to (cr, x + cell->x + cell->width, bottom);
    }
  cairo_stroke (cr);
}
