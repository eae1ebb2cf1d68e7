/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-facts"

#include "config.h"

#include "vac-outline-facts.h"
#include "vac-phrase.h"
#include "vac-piece-layout.h"
#include "vac-piece-marks.h"

/* The facts of a head: the employer's name in a line of its own, and the others in one line or in
 * columns, each below a caption. */

/* Between two rows and between two columns of facts, in points. */
#define ROW_GAP 7.5
#define COLUMN_GAP 22.0

/* How many columns facts have that there is no room for beside the text. */
#define APART_COLUMNS 3

/* Between the letters of a caption, as a share of its size. */
#define CAPTION_SPACING 0.05

/*
 * vac_piece_append_caption:
 * @text: takes the caption
 * @self: a piece of the head
 * @measure: how it is laid out
 * @caption: (nullable): what stands above the text
 *
 * Returns: how many bytes come before the text itself; none where facts stand in lines
 */
gsize
vac_piece_append_caption (GString          *text,
                          VacPiece         *self,
                          const VacMeasure *measure,
                          const char       *caption)
{
  g_autofree char *capitals = NULL;

  if (self->look.design->fact_columns == 0 || measure->plain || caption == NULL)
    return 0;
  /* Capitals that Pango makes of small letters would be these in what is read from a PDF, and with
   * them each such capital of its typeface: a glyph of it stands for one letter (cairo 1.16). */
  capitals = vac_phrase_in_capitals (measure->language, caption);
  g_string_append_printf (text, "%s\n", capitals);

  return text->len;
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               gsize           end)
{
  attribute->start_index = 0;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* Sets the beginning of a text otherwise than the rest. */
static PangoAttrList *
mark_step (VacCell           *cell,
           const VacMeasure  *measure,
           const VacTypeStep *step,
           gsize              length)
{
  const guint32 colour = vac_look_get_colour (measure->look, step->ink);
  PangoAttrList *attributes = pango_layout_get_attributes (cell->layout);
  PangoFontDescription *font =
      vac_type_describe_step (measure->look, step,
                              vac_type_get_scale (measure->look, measure->squeeze));

  add_attribute (attributes, pango_attr_font_desc_new (font), length);
  add_attribute (attributes, pango_attr_foreground_new ((guint16) ((colour >> 16 & 0xff) * 0x101),
                                                        (guint16) ((colour >> 8 & 0xff) * 0x101),
                                                        (guint16) ((colour & 0xff) * 0x101)),
                 length);
  pango_font_description_free (font);
  pango_layout_set_attributes (cell->layout, attributes);

  return attributes;
}

/*
 * vac_piece_mark_caption:
 * @cell: whose text begins with a caption
 * @length: of the caption, in bytes, with the end of its line
 *
 * Sets how the caption looks.
 */
void
vac_piece_mark_caption (VacCell          *cell,
                        const VacMeasure *measure,
                        gsize             length)
{
  const VacTypeStep *step = &measure->look->design->steps[VAC_STEP_CAPTION];
  const double size = step->size * vac_type_get_scale (measure->look, measure->squeeze);
  PangoAttrList *attributes = mark_step (cell, measure, step, length);

  add_attribute (attributes,
                 pango_attr_letter_spacing_new ((int) (size * CAPTION_SPACING * PANGO_SCALE)),
                 length);
  pango_layout_set_attributes (cell->layout, attributes);
  cell->caption = TRUE;
}

/* Facts in a line begin with the employer's name, which stands out. */
static void
mark_employer (VacCell          *cell,
               const VacMeasure *measure,
               gsize             length)
{
  const VacTypeStep *step = &measure->look->design->steps[VAC_STEP_EMPLOYER];

  mark_step (cell, measure, step, length);
}

/* Where the cells of facts are put. */
typedef struct
{
  double width;        /* of one of its columns */
  guint  n_columns;
  guint  column;       /* of the next cell */
  guint  row_line;     /* of the piece, on which the row begins */
  guint  row_lines;    /* of the highest cell of the row */
  double above;        /* what is free above the row */
} Grid;

static void
place_cell (VacPiece         *self,
            const VacMeasure *measure,
            Grid             *grid,
            double            room,
            VacCell          *cell)
{
  const double at = grid->column * (grid->width + COLUMN_GAP);
  guint n_lines;

  cell->width = grid->width;
  cell->x = measure->rtl ? room - at - grid->width : at;
  cell->first_line = grid->row_line;
  cell->above = grid->above;
  vac_piece_break_layout (cell->layout, (int) (cell->width * PANGO_SCALE));
  n_lines = (guint) pango_layout_get_line_count (cell->layout);
  grid->row_lines = MAX (grid->row_lines, n_lines);
  g_array_append_val (self->cells, *cell);

  if (++grid->column < grid->n_columns)
    return;
  grid->column = 0;
  grid->row_line += grid->row_lines;
  grid->row_lines = 0;
  grid->above = ROW_GAP * measure->look->design->spaces
                * vac_type_get_space_scale (measure->squeeze);
}

/* Facts that are read as one: with columns those below one caption, otherwise all that follow. */
static guint
find_end (VacPiece *self,
          guint     first)
{
  return self->look.design->fact_columns == 0 ? self->block->facts->len
                                              : vac_facts_find_end (self->block->facts, first);
}

/* The facts below a caption, which says what they are. */
static char *
write_column (VacPiece         *self,
              const VacMeasure *measure,
              guint             first,
              guint             end,
              gsize            *caption_length)
{
  GArray *facts = self->block->facts;
  g_autofree char *line = vac_facts_join_bare (facts, first, end, measure->language,
                                               self->fact_ends);
  GString *text = g_string_new (NULL);

  *caption_length =
      vac_piece_append_caption (text, self, measure,
                                vac_facts_get_caption (facts, first, measure->language));
  for (guint i = first; i < end; i++)
    self->fact_ends[i] += *caption_length;
  g_string_append (text, line);

  return g_string_free (text, FALSE);
}

static void
add_facts (VacPiece         *self,
           const VacMeasure *measure,
           Grid             *grid,
           double            room,
           guint             first,
           guint             end)
{
  const gboolean columns = self->look.design->fact_columns > 0;
  VacCell cell = { .step = &self->look.design->steps[VAC_STEP_FACTS] };
  gsize caption_length = 0;
  g_autofree char *text =
      columns ? write_column (self, measure, first, end, &caption_length)
              : vac_facts_join_some (self->block->facts, first, end, measure->language,
                                     self->fact_ends);

  for (guint i = first; i < end; i++)
    self->fact_cells[i] = self->cells->len;
  cell.layout = vac_piece_create_layout (self->block, measure, cell.step, text, 0);
  if (caption_length > 0)
    vac_piece_mark_caption (&cell, measure, caption_length);
  if (!columns && first == 0 && vac_facts_names_employer (self->block->facts))
    mark_employer (&cell, measure, self->fact_ends[0]);
  if (columns)
    vac_piece_keep_words (cell.layout);
  else
    vac_piece_keep_facts_whole (cell.layout, self, first, end, measure->language);
  place_cell (self, measure, grid, room, &cell);
}

/* The name stands in the band or right below the title, larger than the other facts. */
static void
add_employer (VacPiece         *self,
              const VacMeasure *measure)
{
  VacCell cell = { .step = &self->look.design->steps[VAC_STEP_EMPLOYER] };
  g_autofree char *text = vac_facts_join_some (self->block->facts, 0, 1, measure->language,
                                               self->fact_ends);

  cell.width = self->look.design->head == VAC_HEAD_BAND ? measure->width - measure->band_indent
                                                        : measure->width;
  cell.layout = vac_piece_create_layout (self->block, measure, cell.step, text,
                                         0);
  vac_piece_break_layout (cell.layout, (int) (cell.width * PANGO_SCALE));
  self->lead_lines = (guint) pango_layout_get_line_count (cell.layout);
  g_array_append_val (self->cells, cell);
}

static void
lay_out (VacPiece         *self,
         const VacMeasure *measure)
{
  const VacDesign *design = self->look.design;
  const guint n_facts = self->block->facts->len;
  const double room = design->head == VAC_HEAD_SIDE && !self->apart ? measure->side_width
                                                                    : measure->width;
  Grid grid = { .n_columns = self->apart ? APART_COLUMNS : MAX (design->fact_columns, 1) };
  guint first = 0;

  grid.width = (room - (grid.n_columns - 1) * COLUMN_GAP) / grid.n_columns;
  if (vac_facts_names_employer (self->block->facts) && design->fact_columns > 0)
    {
      add_employer (self, measure);
      grid.row_line = self->lead_lines;
      first = 1;
    }
  for (guint end; first < n_facts; first = end)
    {
      end = find_end (self, first);
      add_facts (self, measure, &grid, room, first, end);
    }
  vac_piece_measure_lines (self, measure);
}

/*
 * vac_piece_lay_out_facts:
 * @self: a piece of facts, without cells yet
 * @measure: how to lay it out
 */
void
vac_piece_lay_out_facts (VacPiece         *self,
                         const VacMeasure *measure)
{
  const guint n_facts = self->block->facts->len;

  self->fact_ends = g_new0 (gsize, n_facts);
  self->fact_cells = g_new0 (guint, n_facts);
  lay_out (self, measure);
  self->beside_height = vac_piece_get_lines_height (self, self->lead_lines,
                                                    self->lines->len - self->lead_lines);
}

/**
 * vac_piece_set_apart:
 * @self: a piece of the head
 * @measure: how it is laid out
 * @apart: whether there is no room for it beside the text
 *
 * Lays facts out for the column of text, or for the one beside it. Does nothing to what is not
 * facts, and when they are laid out so already.
 */
void
vac_piece_set_apart (VacPiece         *self,
                     const VacMeasure *measure,
                     gboolean          apart)
{
  if (self->kind != VAC_BLOCK_FACTS || self->apart == apart)
    return;

  self->apart = apart;
  g_array_set_size (self->cells, 0);
  lay_out (self, measure);
}
