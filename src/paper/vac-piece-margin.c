/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-margin"

#include "config.h"

#include "vac-outline-marks.h"
#include "vac-piece.h"

/* What stands in the margin beside a piece that shows differences: a bar along the lines that have
 * some, and an arrow where it was moved. All lengths in points. */

#define MARGIN_COLOUR 0x2a323b

#define BAR_DISTANCE 12.0
#define BAR_WIDTH 1.6

#define ARROW_DISTANCE 17.0
#define ARROW_LENGTH 9.0
#define ARROW_HEAD 3.2
#define ARROW_WIDTH 1.2

static gboolean
has_marks (VacPiece *self,
           guint     line)
{
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const VacMark *mark = &g_array_index (self->marks, VacMark, i);
      PangoLayout *layout = vac_piece_get_layout (self, mark->part);
      PangoLayoutLine *shown = pango_layout_get_line_readonly (layout, (int) line);

      if (shown != NULL && mark->start < (gsize) (shown->start_index + shown->length) &&
          mark->end > (gsize) shown->start_index)
        return TRUE;
    }

  return FALSE;
}

/* To the text for what comes to its place, away from it for what leaves. */
static void
draw_arrow (cairo_t *cr,
            double   x,
            double   y,
            gboolean to_right)
{
  const double direction = to_right ? 1.0 : -1.0;
  const double tip = x + direction * ARROW_LENGTH / 2;

  cairo_set_line_width (cr, ARROW_WIDTH);
  cairo_move_to (cr, x - direction * ARROW_LENGTH / 2, y);
  cairo_line_to (cr, tip, y);
  cairo_move_to (cr, tip - direction * ARROW_HEAD, y - ARROW_HEAD);
  cairo_line_to (cr, tip, y);
  cairo_line_to (cr, tip - direction * ARROW_HEAD, y + ARROW_HEAD);
  cairo_stroke (cr);
}

/**
 * vac_piece_draw_margin:
 * @self: a piece
 * @cr: where to draw, in points
 * @x: the edge of the column of text at which lines begin
 * @y: top of line @first
 * @rtl: whether that is the right edge
 * @first: the first line drawn
 * @n_lines: how many
 *
 * Draws what says in the margin that lines differ and that the piece was moved.
 */
void
vac_piece_draw_margin (VacPiece *self,
                       cairo_t  *cr,
                       double    x,
                       double    y,
                       gboolean  rtl,
                       guint     first,
                       guint     n_lines)
{
  const double out = rtl ? 1.0 : -1.0;
  const double top = self->lines->len > first ? g_array_index (self->lines, VacLine, first).top : 0;

  if (self->marks == NULL && self->move == VAC_MOVE_NONE)
    return;

  vac_type_set_colour (cr, MARGIN_COLOUR);
  for (guint i = first; i < MIN (first + n_lines, self->lines->len); i++)
    {
      const VacLine *line = &g_array_index (self->lines, VacLine, i);

      if (!has_marks (self, i))
        continue;
      cairo_rectangle (cr, x + out * BAR_DISTANCE - BAR_WIDTH / 2, y + line->top - top, BAR_WIDTH,
                       line->height);
      cairo_fill (cr);
    }
  if (self->move != VAC_MOVE_NONE && first == 0 && self->lines->len > 0)
    {
      const VacLine *line = &g_array_index (self->lines, VacLine, 0);

      draw_arrow (cr, x + out * (ARROW_DISTANCE + ARROW_LENGTH / 2), y + line->height / 2,
                  (self->move == VAC_MOVE_TO) != rtl);
    }
}
