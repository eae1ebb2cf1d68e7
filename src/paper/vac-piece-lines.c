/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-lines"

#include "config.h"

#include "vac-piece-layout.h"
#include "vac-piece-marks.h"

/* The lines of a piece: how a text is set, and what its lines measure. */

/* White space above and below the text of a table's row, in points. */
#define ROW_PADDING 4.5

/* A table of more columns than these is set smaller and closer, so that its words stay whole. */
#define MOST_USUAL_COLUMNS 6
#define USUAL_GAP 14.0
#define WIDE_TABLE_GAP 8.0
#define WIDE_TABLE_SCALE 0.84
#define WIDE_TABLE_PADDING 2.2
#define WIDE_TABLE_LEADING 1.22

/* How wide a character is on average, as a multiple of the type size: a text with more of them has
 * more than one line. */
#define LEAST_CHARACTER 0.45

/**
 * vac_piece_take_serial:
 *
 * Any thread may call it: pages are made in several.
 *
 * Returns: a number that it has not returned before
 */
guint64
vac_piece_take_serial (void)
{
  static gsize last_serial;

  return (guint64) g_atomic_pointer_add (&last_serial, 1) + 1;
}

/**
 * vac_piece_get_column_gap:
 * @n_columns: of a table
 *
 * Returns: the white space between two of them, in points
 */
double
vac_piece_get_column_gap (guint n_columns)
{
  return n_columns > MOST_USUAL_COLUMNS ? WIDE_TABLE_GAP : USUAL_GAP;
}

static gboolean
is_wide (const VacBlock *block)
{
  return block->cells != NULL && g_strv_length (block->cells) > MOST_USUAL_COLUMNS;
}

static double
get_scale (const VacBlock   *block,
           const VacMeasure *measure)
{
  return vac_type_get_scale (measure->look, measure->squeeze)
         * (is_wide (block) ? WIDE_TABLE_SCALE : 1.0);
}

static void
clear_cell (gpointer data)
{
  VacCell *cell = data;

  g_clear_object (&cell->layout);
}

/*
 * vac_piece_create_cells:
 *
 * Returns: (transfer full) (element-type VacCell): no cells yet
 */
GArray *
vac_piece_create_cells (void)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (VacCell));

  g_array_set_clear_func (cells, clear_cell);

  return cells;
}

/*
 * vac_piece_create_layout:
 * @block: whose text it is
 * @step: how it is set
 *
 * Returns: (transfer full): the text, not broken into lines
 */
PangoLayout *
vac_piece_create_layout (const VacBlock    *block,
                         const VacMeasure  *measure,
                         const VacTypeStep *step,
                         const char        *text,
                         gsize              label_length)
{
  PangoLayout *layout = pango_layout_new (measure->context);
  PangoFontDescription *font;

  font = vac_type_describe_step (measure->look, step, get_scale (block, measure));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, !measure->rtl);
  pango_layout_set_text (layout, text, -1);
  vac_piece_mark_text (layout, block, label_length);
  pango_font_description_free (font);

  return layout;
}

/* Whether all of the text is narrower than @width, from left to right. */
static gboolean
fits (PangoLayout *layout,
      int          width)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  const double character = LEAST_CHARACTER * pango_font_description_get_size (font);
  PangoRectangle logical;

  if (pango_layout_get_character_count (layout) * character > width)
    return FALSE;

  pango_layout_set_width (layout, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  if (logical.width > width)
    return FALSE;

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    if (pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, i))
        == PANGO_DIRECTION_RTL)
      return FALSE;

  return TRUE;
}

/*
 * vac_piece_break_layout:
 * @layout: a text
 * @width: in Pango units
 *
 * Breaks the text into lines that are no wider. The layout of a text that fits as it is gets no
 * width: Pango shapes everything at least twice that it may have to break, and that is most of what
 * it takes to lay a text out.
 */
void
vac_piece_break_layout (PangoLayout *layout,
                        int          width)
{
  if (!fits (layout, width))
    pango_layout_set_width (layout, width);
}

/* What is free above a line is not a part of its leading. */
static double
get_leading (const VacCell *cell,
             guint          line,
             const VacLook *look,
             gboolean       wide,
             double         scale)
{
  const VacTypeStep *step = cell->caption && line == 0
                                ? &look->design->steps[VAC_STEP_CAPTION] : cell->step;

  return step->size * (wide ? WIDE_TABLE_LEADING : step->leading) * scale;
}

/* One line of the piece holds a line of every cell that has one there; the tallest decides. The
 * leading is our own, so that lines are evenly spaced whatever fallback fonts a line needs. */
static void
measure_line (VacPiece *self,
              guint     position,
              double    scale,
              VacLine  *line)
{
  double ascent = 0;
  double descent = 0;
  double leading = 0;
  double above = 0;
  double extra;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const VacCell *cell = &g_array_index (self->cells, VacCell, i);
      const guint at = position - cell->first_line;
      PangoRectangle logical;

      if (position < cell->first_line || at >= (guint) pango_layout_get_line_count (cell->layout))
        continue;
      pango_layout_line_get_extents (pango_layout_get_line_readonly (cell->layout, (int) at),
                                     NULL, &logical);
      ascent = MAX (ascent, (double) -logical.y / PANGO_SCALE);
      descent = MAX (descent, (double) (logical.y + logical.height) / PANGO_SCALE);
      leading = MAX (leading, get_leading (cell, at, &self->look, is_wide (self->block),
                                           scale));
      above = MAX (above, at == 0 ? cell->above : 0);
    }

  extra = MAX (leading - ascent - descent, 0.0);
  line->height = above + ascent + descent + extra;
  line->baseline = above + extra / 2 + ascent;
}

static guint
count_lines (VacPiece *self)
{
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const VacCell *cell = &g_array_index (self->cells, VacCell, i);

      n = MAX (n, cell->first_line + (guint) pango_layout_get_line_count (cell->layout));
    }

  return n;
}

/*
 * vac_piece_measure_lines:
 * @self: a piece whose cells are broken into lines
 *
 * Takes the measure of its lines.
 */
void
vac_piece_measure_lines (VacPiece         *self,
                         const VacMeasure *measure)
{
  const gboolean wide = is_wide (self->block);
  const double scale = get_scale (self->block, measure);
  double padding = self->kind == VAC_BLOCK_ROW
                     ? (wide ? WIDE_TABLE_PADDING : ROW_PADDING) *
                         vac_type_get_space_scale (measure->squeeze) : 0.0;
  guint n_lines = count_lines (self);
  double y = 0;

  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < n_lines; i++)
    {
      VacLine line = { .top = y };

      measure_line (self, i, scale, &line);
      if (i == 0)
        {
          line.height += padding;
          line.baseline += padding;
        }
      if (i == n_lines - 1)
        line.height += padding;
      line.baseline += y;
      y += line.height;
      g_array_append_val (self->lines, line);
    }

  self->height = y;
  self->serial = vac_piece_take_serial ();

  /* The lines are known now; their glyphs, many times the text in size, are made again to draw. */
  for (guint i = 0; measure->many && i < self->cells->len; i++)
    pango_layout_context_changed (g_array_index (self->cells, VacCell, i).layout);
}

/**
 * vac_piece_get_n_lines:
 * @self: a piece
 *
 * Returns: how many lines it has; at least one, unless it is a row without cells
 */
guint
vac_piece_get_n_lines (VacPiece *self)
{
  return self->lines->len;
}

/**
 * vac_piece_get_lines_height:
 * @self: a piece
 * @first: a line
 * @n_lines: how many lines from there on
 *
 * Returns: their height in points
 */
double
vac_piece_get_lines_height (VacPiece *self,
                            guint     first,
                            guint     n_lines)
{
  const VacLine *last;

  if (n_lines == 0)
    return 0;

  g_return_val_if_fail (first + n_lines <= self->lines->len, 0);

  last = &g_array_index (self->lines, VacLine, first + n_lines - 1);
  return last->top + last->height - g_array_index (self->lines, VacLine, first).top;
}
