/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-draw"

#include "config.h"

#include "vac-outline-facts.h"
#include "vac-piece-chart.h"
#include "vac-piece-picture.h"
#include "vac-piece-space.h"

/* Draws what is laid out, and finds what is at a place of it. */

static double
get_line_offset (const VacCell   *cell,
                 PangoLayoutLine *line)
{
  PangoRectangle logical;

  if (!cell->align_right
      && pango_layout_line_get_resolved_direction (line) != PANGO_DIRECTION_RTL)
    return 0;

  pango_layout_line_get_extents (line, NULL, &logical);
  return cell->width - (double) logical.width / PANGO_SCALE;
}

/**
 * vac_piece_get_cell_lines:
 * @self: a piece
 * @cell: one of its cells
 * @first: a line of the piece
 * @n_lines: how many
 * @from: (out): the first of these lines that the cell has text on
 * @end: (out): behind the last one
 *
 * Returns: whether the cell has text on these lines
 */
gboolean
vac_piece_get_cell_lines (VacPiece *self,
                          guint     cell,
                          guint     first,
                          guint     n_lines,
                          guint    *from,
                          guint    *end)
{
  const VacCell *found;

  g_return_val_if_fail (cell < self->cells->len, FALSE);

  found = &g_array_index (self->cells, VacCell, cell);
  *from = MAX (first, found->first_line);
  /* What was put off has one line. */
  *end = MIN (first + n_lines,
              found->first_line + (found->layout != NULL
                                       ? (guint) pango_layout_get_line_count (found->layout) : 1));

  return *from < *end;
}

/**
 * vac_piece_draw_cell:
 * @self: a piece
 * @cr: where to draw, in points
 * @cell: which of its cells
 * @x: left edge of the column of text
 * @y: top of line @first
 * @first: the first line to draw
 * @n_lines: how many
 *
 * Draws lines of a cell.
 */
void
vac_piece_draw_cell (VacPiece *self,
                     cairo_t  *cr,
                     guint     cell,
                     double    x,
                     double    y,
                     guint     first,
                     guint     n_lines)
{
  PangoLayout *layout = vac_piece_get_layout (self, cell);
  const VacCell *drawn = &g_array_index (self->cells, VacCell, cell);
  guint from, end;

  if (!vac_piece_get_cell_lines (self, cell, first, n_lines, &from, &end))
    return;

  vac_type_set_colour (cr, vac_look_get_colour (&self->look, drawn->step->ink));
  for (guint i = from; i < end; i++)
    {
      PangoLayoutLine *line =
          pango_layout_get_line_readonly (layout, (int) (i - drawn->first_line));
      double top = g_array_index (self->lines, VacLine, first).top;

      cairo_move_to (cr, x + drawn->x + get_line_offset (drawn, line),
                     y + g_array_index (self->lines, VacLine, i).baseline - top);
      pango_cairo_show_layout_line (cr, line);
    }
}

/**
 * vac_piece_draw_bullet:
 * @self: a piece
 * @cr: where to draw, in points
 * @x: left edge of the column of text
 * @y: top of the piece
 *
 * Draws the mark of a bullet beside its first line, if the piece is one.
 */
void
vac_piece_draw_bullet (VacPiece *self,
                       cairo_t  *cr,
                       double    x,
                       double    y)
{
  if (self->bullet == NULL || self->lines->len == 0)
    return;

  vac_type_set_colour (cr, vac_look_get_colour (&self->look, self->look.design->bullet));
  cairo_move_to (cr, x + self->bullet_x, y + g_array_index (self->lines, VacLine, 0).baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->bullet, 0));
}

/**
 * vac_piece_draw_rules:
 * @self: a piece
 * @cr: where to draw, in points
 * @x: left edge of the column of text
 * @y: top of line @first
 * @first: the first line drawn
 * @n_lines: how many
 *
 * Draws the line below a row of a table, if the piece is one and ends here, and those of room to
 * write in.
 */
void
vac_piece_draw_rules (VacPiece *self,
                      cairo_t  *cr,
                      double    x,
                      double    y,
                      guint     first,
                      guint     n_lines)
{
  double bottom;
  double left = G_MAXDOUBLE;
  double right = 0;

  if (self->kind == VAC_BLOCK_SPACE)
    vac_piece_draw_space (self, cr, x, y, first, n_lines);
  if (self->kind != VAC_BLOCK_ROW || self->cells->len == 0 || first + n_lines < self->lines->len)
    return;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const VacCell *cell = &g_array_index (self->cells, VacCell, i);

      left = MIN (left, cell->x);
      right = MAX (right, cell->x + cell->width);
    }

  bottom = y + vac_piece_get_lines_height (self, first, n_lines);
  vac_type_set_colour (cr, self->header ? VAC_TYPE_MUTED_COLOUR : VAC_TYPE_RULE_COLOUR);
  cairo_set_line_width (cr, self->header ? 0.9 : 0.5);
  cairo_move_to (cr, x + left, bottom);
  cairo_line_to (cr, x + right, bottom);
  cairo_stroke (cr);
}

/**
 * vac_piece_draw:
 * @self: a piece
 * @cr: where to draw, in points
 * @x: left edge of the column of text
 * @y: top of line @first
 * @first: the first line to draw
 * @n_lines: how many
 *
 * Draws lines of a piece with its bullet and its rules, or its picture or chart.
 */
void
vac_piece_draw (VacPiece *self,
                cairo_t  *cr,
                double    x,
                double    y,
                guint     first,
                guint     n_lines)
{
  g_return_if_fail (first + n_lines <= self->lines->len);

  if (self->picture != NULL && n_lines > 0)
    vac_piece_draw_picture (self, cr, x, y);
  if (self->chart != NULL && n_lines > 0)
    vac_piece_draw_chart (self, cr, x, y);
  if (first == 0)
    vac_piece_draw_bullet (self, cr, x, y);
  for (guint i = 0; i < self->cells->len; i++)
    vac_piece_draw_cell (self, cr, i, x, y, first, n_lines);
  vac_piece_draw_rules (self, cr, x, y, first, n_lines);
}

/* The line at a distance from the top of line @first; the last one for what is below it. */
static guint
find_line (VacPiece *self,
           guint     first,
           double    y)
{
  guint i = first;

  g_assert (first < self->lines->len);

  y += g_array_index (self->lines, VacLine, first).top;
  while (i + 1 < self->lines->len && y >= g_array_index (self->lines, VacLine, i + 1).top)
    i++;

  return i;
}

/* The fact at a distance from the column's edge on a line of a cell. */
static VacNode *
find_fact_in (VacPiece *self,
              guint     number,
              guint     line_number,
              double    x)
{
  PangoLayout *layout = vac_piece_get_layout (self, number);
  const VacCell *cell = &g_array_index (self->cells, VacCell, number);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) line_number);
  int index;

  x -= cell->x + get_line_offset (cell, line);
  if (!pango_layout_line_x_to_index (line, (int) (x * PANGO_SCALE), &index, NULL) &&
      self->cells->len == 1)
    return NULL;
  for (guint i = 0; i < self->block->facts->len; i++)
    if ((self->fact_cells != NULL ? self->fact_cells[i] : 0) == number &&
        ((gsize) index < self->fact_ends[i] || i + 1 == self->block->facts->len ||
         (self->fact_cells != NULL && self->fact_cells[i + 1] != number)))
      return vac_facts_get (self->block->facts, i)->node;

  return NULL;
}

/**
 * vac_piece_find_fact:
 * @self: a piece
 * @first: the first line shown
 * @x: from the left edge of the column of text, in points
 * @y: from the top of line @first
 *
 * Returns: (transfer none) (nullable): where in the document the fact at this place comes from;
 *   %NULL when the piece has no facts or there is none
 */
VacNode *
vac_piece_find_fact (VacPiece *self,
                     guint     first,
                     double    x,
                     double    y)
{
  guint number;

  if (self->fact_ends == NULL)
    return NULL;

  g_return_val_if_fail (first < self->lines->len, NULL);

  number = find_line (self, first, y);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const VacCell *cell = &g_array_index (self->cells, VacCell, i);
      guint from, end;

      if (!vac_piece_get_cell_lines (self, i, number, 1, &from, &end) ||
          (self->cells->len > 1 && (x < cell->x || x >= cell->x + cell->width)))
        continue;
      return find_fact_in (self, i, number - cell->first_line, x);
    }

  return NULL;
}
