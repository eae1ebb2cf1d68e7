/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece"

#include "config.h"

#include <string.h>

#include "vac-outline-facts.h"
#include "vac-outline-table.h"
#include "vac-phrase.h"
#include "vac-piece-marks.h"
#include "vac-piece-chart.h"
#include "vac-piece-picture.h"
#include "vac-piece-space.h"

#define BULLET "\342\200\242"
#define NBSP "\302\240"

/* The indents of a bullet and of its text, as multiples of the type size. */
#define BULLET_AT 0.35
#define BULLET_INDENT 1.45

/* White space above and below the text of a table's row, in points. */
#define ROW_PADDING 4.5

/* A table of more columns than these is set smaller and closer, so that its words stay whole. */
#define MOST_USUAL_COLUMNS 6
#define USUAL_GAP 14.0
#define WIDE_TABLE_GAP 8.0
#define WIDE_TABLE_SCALE 0.84
#define WIDE_TABLE_PADDING 2.2
#define WIDE_TABLE_LEADING 1.22

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

static void
clear_cell (gpointer data)
{
  VacCell *cell = data;

  g_clear_object (&cell->layout);
}

/* Appends the block's text after its label. */
static void
append_text (VacPiece         *self,
             GString          *text,
             const VacMeasure *measure)
{
  g_autofree char *line = NULL;

  if (self->block->facts == NULL)
    {
      g_string_append (text, self->block->text != NULL ? self->block->text : "");
      return;
    }
  self->fact_ends = g_new0 (gsize, self->block->facts->len);
  line = vac_facts_join (self->block->facts, measure->language, self->fact_ends);
  g_string_append (text, line);
}

/* Puts the label before the text; returns how many bytes come before the text itself. */
static gsize
append_label (GString          *text,
              const VacBlock   *block,
              const VacMeasure *measure)
{
  g_autofree char *label = NULL;

  if (block->label == NULL || *block->label == '\0')
    return 0;

  label = vac_phrase_run_in (measure->language, block->label);
  g_string_append (text, label);
  return text->len;
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
  return vac_type_get_scale (measure->squeeze) * (is_wide (block) ? WIDE_TABLE_SCALE : 1.0);
}

static PangoLayout *
create_layout (const VacBlock   *block,
               const VacMeasure *measure,
               const char       *text,
               gsize             label_length)
{
  const VacTypeFace *face = vac_type_get_face (block);
  PangoLayout *layout = pango_layout_new (measure->context);
  PangoFontDescription *font;

  font = vac_type_describe (face->size * get_scale (block, measure), face->weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, !measure->rtl);
  pango_layout_set_text (layout, text, -1);
  vac_piece_mark_text (layout, block, label_length);
  pango_font_description_free (font);

  return layout;
}

static double
get_layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static void
add_row_cell (VacPiece         *self,
              const VacMeasure *measure,
              const char       *text)
{
  VacCell cell = { .numeric = vac_cell_get_kind (text) != VAC_CELL_WORDS };

  cell.layout = create_layout (self->block, measure, text, 0);
  vac_piece_mark_changes (self, cell.layout, self->cells->len);
  cell.natural = get_layout_width (cell.layout);
  pango_layout_set_wrap (cell.layout, PANGO_WRAP_WORD);
  pango_layout_set_width (cell.layout, 0);
  cell.least = get_layout_width (cell.layout);
  pango_layout_set_wrap (cell.layout, PANGO_WRAP_WORD_CHAR);
  cell.width = -1.0;
  g_array_append_val (self->cells, cell);
}

/* One line of the piece holds a line of every cell; the tallest decides. The leading is our own, so
 * that lines are evenly spaced whatever fallback fonts a line needs. */
static void
measure_line (VacPiece *self,
              guint     position,
              double    leading,
              VacLine  *line)
{
  double ascent = 0;
  double descent = 0;
  double extra;

  for (guint i = 0; i < self->cells->len; i++)
    {
      PangoLayout *layout = g_array_index (self->cells, VacCell, i).layout;
      PangoRectangle logical;

      if (position >= (guint) pango_layout_get_line_count (layout))
        continue;
      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, (int) position),
                                     NULL, &logical);
      ascent = MAX (ascent, (double) -logical.y / PANGO_SCALE);
      descent = MAX (descent, (double) (logical.y + logical.height) / PANGO_SCALE);
    }

  extra = MAX (leading - ascent - descent, 0.0);
  line->height = ascent + descent + extra;
  line->baseline = extra / 2 + ascent;
}

static guint
count_lines (VacPiece *self)
{
  int n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n = MAX (n, pango_layout_get_line_count (g_array_index (self->cells, VacCell, i).layout));

  return (guint) n;
}

static void
measure_lines (VacPiece         *self,
               const VacMeasure *measure)
{
  const VacTypeFace *face = vac_type_get_face (self->block);
  const gboolean wide = is_wide (self->block);
  double leading = face->size * (wide ? WIDE_TABLE_LEADING : face->leading) *
                   get_scale (self->block, measure);
  double padding = self->kind == VAC_BLOCK_ROW
                     ? (wide ? WIDE_TABLE_PADDING : ROW_PADDING) *
                         vac_type_get_space_scale (measure->squeeze) : 0.0;
  guint n_lines = count_lines (self);
  double y = 0;

  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < n_lines; i++)
    {
      VacLine line = { .top = y };

      measure_line (self, i, leading, &line);
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

/* Where the text of a block begins and how wide it is. */
static void
place_text (VacPiece         *self,
            const VacMeasure *measure,
            VacCell          *cell)
{
  double size = vac_type_get_body_size (measure->squeeze);
  double indent = self->kind == VAC_BLOCK_BULLET ? size * BULLET_INDENT : 0.0;

  cell->width = MAX (measure->width - indent, size);
  cell->x = measure->rtl ? 0.0 : indent;
  pango_layout_set_width (cell->layout, (int) (cell->width * PANGO_SCALE));

  if (self->bullet != NULL)
    self->bullet_x = measure->rtl
                       ? measure->width - size * BULLET_AT - get_layout_width (self->bullet)
                       : size * BULLET_AT;
}

static void
lay_out_text (VacPiece         *self,
              const VacMeasure *measure)
{
  g_autoptr (GString) text = g_string_new (NULL);
  VacCell cell = { 0 };

  self->label_length = append_label (text, self->block, measure);
  if (self->kind != VAC_BLOCK_SPACE)
    append_text (self, text, measure);
  cell.layout = create_layout (self->block, measure, text->str, self->label_length);
  if (self->fact_ends != NULL)
    vac_piece_keep_facts_whole (cell.layout, self, measure->language);
  else
    vac_piece_keep_words (cell.layout);
  vac_piece_mark_changes (self, cell.layout, 0);

  if (self->kind == VAC_BLOCK_BULLET)
    self->bullet = g_object_ref (measure->bullet);
  place_text (self, measure, &cell);
  g_array_append_val (self->cells, cell);
  if (self->kind == VAC_BLOCK_SPACE)
    {
      vac_piece_measure_space (self, measure);
      self->serial = vac_piece_take_serial ();
    }
  else
    {
      measure_lines (self, measure);
    }
}

/**
 * vac_piece_create_bullet:
 * @measure: how to lay it out
 *
 * Returns: (transfer full): the mark before the text of a bullet
 */
PangoLayout *
vac_piece_create_bullet (const VacMeasure *measure)
{
  g_return_val_if_fail (measure != NULL, NULL);

  return create_layout (&(VacBlock) { .kind = VAC_BLOCK_BULLET }, measure, BULLET, 0);
}

/**
 * vac_piece_new:
 * @block: a block; must live as long as the piece lays out
 * @measure: how to lay it out
 *
 * Lays out a block. A row of a table has no lines until vac_piece_set_columns().
 *
 * Returns: (transfer full): the piece
 */
VacPiece *
vac_piece_new (const VacBlock   *block,
               const VacMeasure *measure)
{
  VacPiece *self;

  g_return_val_if_fail (block != NULL && measure != NULL, NULL);

  self = g_new0 (VacPiece, 1);
  self->ref_count = 1;
  self->block = block;
  self->kind = block->kind;
  self->level = block->level;
  self->header = block->header;
  self->colour = vac_type_get_face (block)->colour;
  self->move = block->move;
  self->link = g_strdup (block->link);
  self->cells = g_array_new (FALSE, TRUE, sizeof (VacCell));
  self->lines = g_array_new (FALSE, TRUE, sizeof (VacLine));
  g_array_set_clear_func (self->cells, clear_cell);

  if (block->kind == VAC_BLOCK_PICTURE)
    {
      vac_piece_lay_out_picture (self, measure);
      self->serial = vac_piece_take_serial ();
    }
  else if (block->kind == VAC_BLOCK_CHART)
    {
      vac_piece_lay_out_chart (self, measure);
      self->serial = vac_piece_take_serial ();
    }
  else if (block->kind != VAC_BLOCK_ROW)
    lay_out_text (self, measure);
  else
    for (guint i = 0; block->cells != NULL && block->cells[i] != NULL; i++)
      add_row_cell (self, measure, block->cells[i]);

  return self;
}

/**
 * vac_piece_ref:
 * @self: a piece
 *
 * Returns: (transfer full): @self
 */
VacPiece *
vac_piece_ref (VacPiece *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  self->ref_count++;
  return self;
}

/**
 * vac_piece_unref:
 * @self: (transfer full): a piece
 */
void
vac_piece_unref (VacPiece *self)
{
  g_return_if_fail (self != NULL && self->ref_count > 0);

  if (--self->ref_count > 0)
    return;

  g_array_unref (self->cells);
  g_array_unref (self->lines);
  g_clear_pointer (&self->picture, vac_picture_unref);
  g_clear_pointer (&self->chart, vac_chart_unref);
  g_clear_object (&self->context);
  g_clear_pointer (&self->pixels, cairo_surface_destroy);
  g_clear_object (&self->bullet);
  g_free (self->link);
  g_free (self->fact_ends);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

/**
 * vac_piece_set_columns:
 * @self: a row of a table
 * @measure: how to lay it out
 * @widths: (array length=n_columns): of the columns, in points
 * @numeric: (array length=n_columns): which columns hold numbers
 * @n_columns: how many columns the table has
 *
 * Breaks the row's cells into lines. Does nothing when they are broken for these columns already.
 */
void
vac_piece_set_columns (VacPiece         *self,
                       const VacMeasure *measure,
                       const double     *widths,
                       const gboolean   *numeric,
                       guint             n_columns)
{
  gboolean changed = self->lines->len == 0;
  double x = 0;

  g_return_if_fail (self->cells->len <= n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    {
      VacCell *cell = &g_array_index (self->cells, VacCell, i);
      double at = measure->rtl ? measure->width - x - widths[i] : x;

      if (cell->width != widths[i] || cell->x != at || cell->align_right != numeric[i])
        {
          changed = TRUE;
          cell->x = at;
          cell->width = widths[i];
          cell->align_right = numeric[i];
          pango_layout_set_width (cell->layout, (int) (cell->width * PANGO_SCALE) + 1);
        }
      x += widths[i] + vac_piece_get_column_gap (n_columns);
    }

  if (changed)
    measure_lines (self, measure);
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
  const VacCell *drawn = &g_array_index (self->cells, VacCell, cell);
  guint n = (guint) pango_layout_get_line_count (drawn->layout);

  vac_type_set_colour (cr, self->colour);
  for (guint i = first; i < MIN (first + n_lines, n); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (drawn->layout, (int) i);
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

  vac_type_set_colour (cr, VAC_TYPE_BULLET_COLOUR);
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
  const VacCell *cell;
  PangoLayoutLine *line;
  guint fact = 0;
  int index;

  if (self->fact_ends == NULL)
    return NULL;

  g_return_val_if_fail (first < self->lines->len, NULL);

  cell = &g_array_index (self->cells, VacCell, 0);
  line = pango_layout_get_line_readonly (cell->layout, (int) find_line (self, first, y));
  x -= cell->x + get_line_offset (cell, line);
  if (!pango_layout_line_x_to_index (line, (int) (x * PANGO_SCALE), &index, NULL))
    return NULL;
  while (fact + 1 < self->block->facts->len && (gsize) index >= self->fact_ends[fact])
    fact++;

  return vac_facts_get (self->block->facts, fact)->node;
}
