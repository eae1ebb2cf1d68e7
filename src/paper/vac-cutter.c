/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cutter"

#include "config.h"

#include "vac-pages-private.h"

/* Puts lines to places on pages. */

static void
clear_slice (gpointer data)
{
  VacSlice *slice = data;

  g_clear_pointer (&slice->piece, vac_piece_unref);
}

/*
 * vac_sheet_set_slices:
 * @slices: (nullable) (element-type VacSlice): slices
 * @n_slices: how many of them are on the page
 *
 * Gives a page slices of its own.
 */
void
vac_sheet_set_slices (VacSheet *self,
                      GArray   *slices,
                      guint     n_slices)
{
  GArray *own = g_array_new (FALSE, TRUE, sizeof (VacSlice));

  g_array_set_clear_func (own, clear_slice);
  for (guint i = 0; i < n_slices; i++)
    {
      VacSlice slice = g_array_index (slices, VacSlice, i);

      vac_piece_ref (slice.piece);
      g_array_append_val (own, slice);
    }
  g_clear_pointer (&self->slices, g_array_unref);
  self->slices = own;
  self->shares_slices = FALSE;
}

/*
 * vac_cutter_has_piece:
 *
 * Returns: whether there are so many pieces
 */
gboolean
vac_cutter_has_piece (VacCutter *self,
                      guint      position)
{
  self->seen = MAX (self->seen, position + 1);

  return position < self->pieces->len;
}

VacPiece *
vac_cutter_get_piece (VacCutter *self,
                      guint      position)
{
  g_assert (position < self->pieces->len);

  self->seen = MAX (self->seen, position + 1);
  return g_ptr_array_index (self->pieces, position);
}

/*
 * vac_cutter_get_sheet:
 * @page: a page, at most one behind the last
 *
 * Returns: (transfer none): the page, new if it was not there
 */
VacSheet *
vac_cutter_get_sheet (VacCutter *self,
                      guint      page)
{
  VacSheet *sheet;

  if (page < self->pages->len)
    return g_ptr_array_index (self->pages, page);

  sheet = g_new0 (VacSheet, 1);
  vac_sheet_set_slices (sheet, NULL, 0);
  sheet->band_bottom = sheet->panel_bottom = VAC_NO_BAND;
  g_ptr_array_add (self->pages, sheet);

  return sheet;
}

void
vac_cutter_go_to_page (VacCutter *self,
                       guint      page)
{
  self->n_page = page;
  self->page = vac_cutter_get_sheet (self, page);
  self->y = 0;
}

void
vac_cutter_begin_page (VacCutter *self)
{
  vac_cutter_go_to_page (self, self->n_page + 1);
}

/*
 * vac_cutter_put:
 *
 * Puts lines of a piece to a place on a page.
 */
void
vac_cutter_put (VacCutter *self,
                VacSheet  *sheet,
                guint      position,
                guint      first,
                guint      n_lines,
                double     x,
                double     y,
                double     width)
{
  VacPiece *piece = vac_cutter_get_piece (self, position);
  VacSlice slice = {
    .piece = vac_piece_ref (piece),
    .serial = piece->serial,
    .position = position,
    .first = first,
    .n_lines = n_lines,
    .x = x,
    .width = width,
    .y = y,
    .height = vac_piece_get_lines_height (piece, first, n_lines),
  };

  g_assert (first + n_lines <= vac_piece_get_n_lines (piece));

  if (sheet->shares_slices)
    vac_sheet_set_slices (sheet, sheet->slices, sheet->slices->len);
  g_array_append_val (sheet->slices, slice);
}

static gboolean
ends_masthead (VacCutter *self,
               guint      position)
{
  return self->measure->look->design->head == VAC_HEAD_PLAIN &&
         vac_block_is_masthead (vac_cutter_get_piece (self, position)->kind) &&
         vac_cutter_has_piece (self, position + 1) &&
         !vac_block_is_masthead (vac_cutter_get_piece (self, position + 1)->kind);
}

/*
 * vac_cutter_add_slice:
 *
 * Puts lines of a piece below what is on the page.
 */
void
vac_cutter_add_slice (VacCutter *self,
                      guint      position,
                      guint      first,
                      guint      n_lines,
                      gboolean   repeated)
{
  VacPiece *piece = vac_cutter_get_piece (self, position);
  VacSlice *slice;

  vac_cutter_put (self, self->page, position, first, n_lines,
                  piece->box == VAC_BOX_APPLY ? VAC_BOX_PADDING : 0.0, self->y, piece->width);
  slice = &g_array_index (self->page->slices, VacSlice, self->page->slices->len - 1);
  slice->repeated = repeated;
  slice->rule = first + n_lines == vac_piece_get_n_lines (piece) && ends_masthead (self, position);
  self->y += slice->height;
}

double
vac_cutter_get_space (VacCutter *self,
                      guint      position)
{
  const VacPiece *above, *below;
  double space;

  if (position == 0)
    return 0;

  above = vac_cutter_get_piece (self, position - 1);
  below = vac_cutter_get_piece (self, position);
  space = self->space_scale
          * vac_type_get_space (self->measure->look, above->block, below->block);
  if (above->box == VAC_BOX_CLOSING && below->box == VAC_BOX_CLOSING &&
      below->kind == VAC_BLOCK_HEADING)
    space *= 0.6;

  return (above->box == VAC_BOX_APPLY) != (below->box == VAC_BOX_APPLY) ? space + VAC_BOX_PADDING
                                                                        : space;
}
