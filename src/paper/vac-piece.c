/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece"

#include "config.h"

#include <string.h>

#include "vac-outline-facts.h"
#include "vac-outline-parts.h"
#include "vac-outline-table.h"
#include "vac-phrase.h"
#include "vac-piece-chart.h"
#include "vac-piece-hyphens.h"
#include "vac-piece-layout.h"
#include "vac-piece-marks.h"
#include "vac-piece-picture.h"
#include "vac-piece-short.h"
#include "vac-piece-space.h"

#define BULLET "\342\200\242"
#define NBSP "\302\240"

/* The indents of a bullet and of its text, as multiples of the type size. */
#define BULLET_AT 0.35
#define BULLET_INDENT 1.45

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

static PangoLayout *
create_layout (const VacBlock   *block,
               const VacMeasure *measure,
               const char       *text,
               gsize             label_length)
{
  return vac_piece_create_layout (block, measure,
                                  vac_type_get_step (measure->look, block, measure->box), text,
                                  label_length);
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
  VacCell cell = {
    .numeric = vac_cell_get_kind (text) != VAC_CELL_WORDS,
    .step = vac_type_get_step (&self->look, self->block, self->box),
  };

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

/* Where the text of a block begins and how wide it is. */
static void
place_text (VacPiece         *self,
            const VacMeasure *measure,
            VacCell          *cell)
{
  double size = vac_type_get_body_size (measure->look, measure->squeeze);
  double indent = self->kind == VAC_BLOCK_BULLET ? size * BULLET_INDENT : 0.0;

  cell->width = MAX (self->width - indent, size);
  cell->x = measure->rtl ? 0.0 : indent;
  vac_piece_break_layout (cell->layout, (int) (cell->width * PANGO_SCALE));

  if (self->bullet != NULL)
    self->bullet_x = measure->rtl
                       ? self->width - size * BULLET_AT - get_layout_width (self->bullet)
                       : size * BULLET_AT;
}

static void
lay_out_text (VacPiece         *self,
              const VacMeasure *measure)
{
  g_autoptr (GString) text = g_string_new (NULL);
  VacCell cell = { 0 };

  self->label_length = append_label (text, self->block, measure);
  if (self->kind == VAC_BLOCK_PAY)
    self->label_length = vac_piece_append_caption (text, self, measure,
                                                   vac_phrase_get (measure->language,
                                                                   VAC_PHRASE_PAY));
  if (self->kind != VAC_BLOCK_SPACE)
    append_text (self, text, measure);
  self->links = vac_block_list_links (self->block, self->label_length);
  cell.layout = create_layout (self->block, measure, text->str, self->label_length);
  vac_piece_mark_parts (self, cell.layout);
  if (self->fact_ends != NULL)
    vac_piece_keep_facts_whole (cell.layout, self, 0, self->block->facts->len, measure->language);
  else
    vac_piece_keep_words (cell.layout);
  if (self->kind == VAC_BLOCK_TITLE || self->kind == VAC_BLOCK_HEADING)
    vac_piece_keep_title (cell.layout);
  else if (self->kind == VAC_BLOCK_PAY)
    vac_piece_keep_pay (cell.layout);
  vac_piece_mark_changes (self, cell.layout, 0);
  cell.step = vac_type_get_step (&self->look, self->block, self->box);
  if (self->kind == VAC_BLOCK_PAY && self->label_length > 0)
    vac_piece_mark_caption (&cell, measure, self->label_length);

  if (self->kind == VAC_BLOCK_BULLET)
    self->bullet = g_object_ref (measure->bullet);
  if (self->kind == VAC_BLOCK_BULLET && self->look.design->list_columns > 1)
    cell.natural = get_layout_width (cell.layout);
  place_text (self, measure, &cell);
  g_array_append_val (self->cells, cell);
  if (self->kind == VAC_BLOCK_SPACE)
    {
      vac_piece_measure_space (self, measure);
      self->serial = vac_piece_take_serial ();
    }
  else
    {
      vac_piece_hyphenate (self, measure);
      vac_piece_measure_lines (self, measure);
    }
}

/* Of the text of a block, with its bullet. */
static double
get_width (const VacBlock   *block,
           const VacMeasure *measure)
{
  const VacHead head = measure->look->design->head;

  if (head == VAC_HEAD_SIDE && (block->kind == VAC_BLOCK_PICTURE || block->kind == VAC_BLOCK_PAY))
    return measure->side_width;
  if (head == VAC_HEAD_BAND && block->kind == VAC_BLOCK_TITLE)
    return measure->width - measure->band_indent;

  return measure->width - (measure->box == VAC_BOX_APPLY ? 2 * VAC_BOX_PADDING : 0.0);
}

/**
 * vac_piece_set_width:
 * @self: a piece of text
 * @measure: how it is laid out
 * @width: of its text and its bullet together, in points
 *
 * Breaks the text into lines of another width. Does nothing when they are as wide already.
 */
void
vac_piece_set_width (VacPiece         *self,
                     const VacMeasure *measure,
                     double            width)
{
  g_return_if_fail (self->kind == VAC_BLOCK_BULLET || self->kind == VAC_BLOCK_HEADING);

  if (self->width == width)
    return;

  vac_piece_get_layout (self, 0);
  self->width = width;
  place_text (self, measure, &g_array_index (self->cells, VacCell, 0));
  vac_piece_hyphenate (self, measure);
  vac_piece_measure_lines (self, measure);
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
 * @block: a block of an outline
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
  self->block = vac_block_ref (block);
  self->kind = block->kind;
  self->level = block->level;
  self->header = block->header;
  self->look = *measure->look;
  self->box = measure->box;
  self->width = get_width (block, measure);
  self->move = block->move;
  if (vac_short_put_off (self, measure))
    return self;

  self->cells = vac_piece_create_cells ();
  self->lines = g_array_new (FALSE, TRUE, sizeof (VacLine));
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
  else if (block->kind == VAC_BLOCK_FACTS && !measure->plain)
    vac_piece_lay_out_facts (self, measure);
  else if (block->kind != VAC_BLOCK_ROW)
    lay_out_text (self, measure);
  else
    for (guint i = 0; block->cells != NULL && block->cells[i] != NULL; i++)
      add_row_cell (self, measure, block->cells[i]);
  vac_short_learn (measure->shorts, self);

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

  vac_block_unref (self->block);
  g_clear_pointer (&self->shorts, vac_short_unref);
  g_array_unref (self->cells);
  g_array_unref (self->lines);
  g_clear_pointer (&self->picture, vac_picture_unref);
  g_clear_pointer (&self->chart, vac_chart_unref);
  g_clear_object (&self->context);
  g_clear_pointer (&self->pixels, cairo_surface_destroy);
  g_clear_object (&self->bullet);
  g_clear_pointer (&self->links, g_array_unref);
  vac_piece_forget_hyphens (self);
  g_free (self->fact_ends);
  g_free (self->fact_cells);
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
          vac_piece_break_layout (cell->layout, (int) (cell->width * PANGO_SCALE) + 1);
        }
      x += widths[i] + vac_piece_get_column_gap (n_columns);
    }

  if (changed)
    vac_piece_measure_lines (self, measure);
}
