/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-short"

#include "config.h"

#include "vac-outline-parts.h"
#include "vac-piece-layout.h"
#include "vac-piece-marks.h"
#include "vac-piece-short.h"

/* Bullets so short that they stand on one line whatever they say. Of very many, few are ever seen:
 * such a one is laid out when it is drawn, and until then is as high as every other one. */

/* The printable characters of ASCII. Of all others, fonts decide how high a line is. */
#define FIRST_CHARACTER ' '
#define LAST_CHARACTER '~'

/* How much wider than by themselves two characters may be side by side, as a multiple of the type
 * size. It is 0.02 in Lato ("&A") and 0.06 in DejaVu ("-J"), and nearly all others come closer. */
#define MOST_KERNING 0.06

/**
 * VacShort:
 * @ref_count: how many hold it
 * @measure: how bullets are laid out
 * @context: (owned): of @measure
 * @look: of @measure
 * @widths: of characters by themselves, in points, with room for kerning
 * @cells: (nullable) (owned) (element-type VacCell): of every such bullet: one, without a layout;
 *   %NULL before there is one
 * @lines: (nullable) (owned) (element-type VacLine): likewise
 * @bullet_x: likewise, where the mark is
 */
struct _VacShort
{
  guint         ref_count;
  VacMeasure    measure;
  PangoContext *context;
  VacLook       look;
  double        widths[LAST_CHARACTER - FIRST_CHARACTER + 1];
  GArray       *cells;
  GArray       *lines;
  double        bullet_x;
};

static PangoLayout *
create_layout (VacShort       *self,
               const VacBlock *block)
{
  return vac_piece_create_layout (block, &self->measure,
                                  vac_type_get_step (&self->look, block, VAC_BOX_NONE),
                                  block->text, 0);
}

/* Returns: whether all characters are of the same height */
static gboolean
measure_characters (VacShort *self)
{
  const VacTypeStep *step =
      vac_type_get_step (&self->look, &(VacBlock) { .kind = VAC_BLOCK_BULLET }, VAC_BOX_NONE);
  const double kerning = MOST_KERNING * step->size
                         * vac_type_get_scale (&self->look, self->measure.squeeze);
  PangoRectangle first = { 0 };

  for (char character = FIRST_CHARACTER; character <= LAST_CHARACTER; character++)
    {
      char text[] = { character, '\0' };
      g_autoptr (PangoLayout) layout =
          create_layout (self, &(VacBlock) { .kind = VAC_BLOCK_BULLET, .text = text });
      PangoRectangle logical;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &logical);
      if (character == FIRST_CHARACTER)
        first = logical;
      if (logical.y != first.y || logical.height != first.height)
        return FALSE;
      self->widths[character - FIRST_CHARACTER] =
          (double) logical.width / PANGO_SCALE + kerning;
    }

  return TRUE;
}

/*
 * vac_short_new:
 * @measure: how bullets are laid out
 *
 * Returns: (transfer full) (nullable): what is common to short ones; %NULL where there is nothing
 */
VacShort *
vac_short_new (const VacMeasure *measure)
{
  g_autoptr (VacShort) self = NULL;

  /* Of those that may stand in columns, it matters how wide they are. */
  if (measure->rtl || measure->look->design->list_columns > 1)
    return NULL;

  self = g_new0 (VacShort, 1);
  self->ref_count = 1;
  self->context = g_object_ref (measure->context);
  self->look = *measure->look;
  self->measure = (VacMeasure) { .context = self->context, .width = measure->width,
                                 .squeeze = measure->squeeze, .look = &self->look };

  return measure_characters (self) ? g_steal_pointer (&self) : NULL;
}

VacShort *
vac_short_ref (VacShort *self)
{
  self->ref_count++;

  return self;
}

void
vac_short_unref (VacShort *self)
{
  if (--self->ref_count > 0)
    return;
  g_object_unref (self->context);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

/* Whether nothing is in a text but characters that leave room on a line of this width. */
static gboolean
is_narrower (const VacShort *self,
             const char     *text,
             double          width)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c < FIRST_CHARACTER || *c > LAST_CHARACTER)
        return FALSE;
      width -= self->widths[*c - FIRST_CHARACTER];
      if (width <= 0)
        return FALSE;
    }

  return *text != '\0';
}

/* Whether a block is a bullet of which nothing but its letters tells how it looks, and stands on a
 * line of this width. Addresses, which take longest to look for, come last. */
static gboolean
is_short (const VacShort *self,
          const VacBlock *block,
          double          width)
{
  g_autoptr (GArray) links = NULL;

  if (block->kind != VAC_BLOCK_BULLET || block->label != NULL || block->text == NULL ||
      block->parts != NULL || block->marks != NULL || block->unfilled ||
      block->move != VAC_MOVE_NONE || !is_narrower (self, block->text, width))
    return FALSE;
  links = vac_block_list_links (block, 0);

  return links == NULL;
}

/*
 * vac_short_put_off:
 * @piece: a new piece without cells and lines
 * @measure: how it is laid out
 *
 * Gives a short bullet the cell and the line of all short ones, which it shares with them.
 *
 * Returns: FALSE for what has to be laid out at once
 */
gboolean
vac_short_put_off (VacPiece         *piece,
                   const VacMeasure *measure)
{
  VacShort *self = measure->shorts;

  if (self == NULL || self->cells == NULL || measure->box != VAC_BOX_NONE ||
      !is_short (self, piece->block, g_array_index (self->cells, VacCell, 0).width))
    return FALSE;

  piece->shorts = vac_short_ref (self);
  piece->bullet = g_object_ref (measure->bullet);
  piece->bullet_x = self->bullet_x;
  piece->cells = g_array_ref (self->cells);
  piece->lines = g_array_ref (self->lines);
  piece->height = g_array_index (piece->lines, VacLine, 0).height;
  piece->serial = vac_piece_take_serial ();

  return TRUE;
}

/*
 * vac_short_learn:
 * @self: (nullable): what is common to short bullets
 * @piece: a piece that is laid out
 *
 * Learns from the first short bullet where all of them stand.
 */
void
vac_short_learn (VacShort *self,
                 VacPiece *piece)
{
  VacCell cell;

  if (self == NULL || self->cells != NULL || piece->box != VAC_BOX_NONE ||
      piece->lines->len != 1 || piece->cells->len != 1)
    return;

  cell = g_array_index (piece->cells, VacCell, 0);
  if (!is_short (self, piece->block, cell.width))
    return;
  cell.layout = NULL;
  self->cells = g_array_append_val (g_array_new (FALSE, FALSE, sizeof cell), cell);
  self->lines = g_array_copy (piece->lines);
  self->bullet_x = piece->bullet_x;
}

/* The piece looks as it would have, so that its serial stays. */
static void
lay_out (VacPiece *piece)
{
  g_autoptr (VacShort) self = g_steal_pointer (&piece->shorts);
  g_autoptr (GArray) shared_cells = piece->cells;
  g_autoptr (GArray) shared_lines = piece->lines;
  VacCell cell = g_array_index (shared_cells, VacCell, 0);

  cell.layout = create_layout (self, piece->block);
  vac_piece_keep_words (cell.layout);
  piece->cells = vac_piece_create_cells ();
  g_array_append_val (piece->cells, cell);
  piece->lines = g_array_copy (shared_lines);
}

/**
 * vac_piece_get_layout:
 * @self: a piece
 * @cell: which of its cells
 *
 * Lays the piece out if that was put off. Pointers to its cells and lines are no longer valid then.
 *
 * Returns: (transfer none): the text of the cell
 */
PangoLayout *
vac_piece_get_layout (VacPiece *self,
                      guint     cell)
{
  if (self->shorts != NULL)
    lay_out (self);

  return g_array_index (self->cells, VacCell, cell).layout;
}
