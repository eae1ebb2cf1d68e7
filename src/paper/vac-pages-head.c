/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pages-head"

#include "config.h"

#include "vac-pages-private.h"

/* Where the head of a posting stands: in a band with the facts in a panel below it, or with the
 * facts in a column beside the text. All lengths in points. */

/* From the edge of the sheet to what stands in the band, and from there to its lower edge. */
#define BAND_TOP 34.0
#define BAND_PADDING 22.0

/* Around the facts below the band, and from there to the text. */
#define PANEL_PADDING 15.0
#define PANEL_DISTANCE 20.0

/* Between what stands in the column beside the text. */
#define SIDE_GAP 11.0

static double
get_band_x (VacCutter *self)
{
  return self->measure->rtl ? 0.0 : self->measure->band_indent;
}

static void
place_in_band (VacCutter *self,
               guint      position,
               guint      n_lines)
{
  VacPiece *piece = vac_cutter_get_piece (self, position);
  const gboolean picture = piece->kind == VAC_BLOCK_PICTURE;
  const double top = BAND_TOP - self->top;
  const double height = vac_piece_get_lines_height (piece, 0, n_lines);

  if (self->band_bottom < top)
    self->band_bottom = self->y = top;
  vac_cutter_put (self, self->page, position, 0, n_lines, picture ? 0.0 : get_band_x (self),
                  self->y, picture ? self->measure->width
                                   : self->measure->width - self->measure->band_indent);
  self->band_bottom = MAX (self->band_bottom, self->y + height);
  if (!picture)
    self->y += height;
}

static void
open_panel (VacCutter *self)
{
  if (self->in_panel)
    return;
  self->page->band_bottom = MAX (self->band_bottom, BAND_TOP - self->top) + BAND_PADDING;
  self->page->panel_bottom = self->page->band_bottom;
  self->y = self->page->band_bottom;
  self->in_panel = TRUE;
}

static void
place_in_panel (VacCutter *self,
                guint      position,
                guint      first)
{
  VacPiece *piece = vac_cutter_get_piece (self, position);
  const guint n_lines = vac_piece_get_n_lines (piece) - first;
  const double height = vac_piece_get_lines_height (piece, first, n_lines);
  double gap;

  if (n_lines == 0)
    return;
  open_panel (self);
  gap = self->y > self->page->band_bottom ? SIDE_GAP * self->space_scale : PANEL_PADDING;
  if (self->y + gap + height + PANEL_PADDING > self->height && self->y > 0)
    {
      vac_cutter_begin_page (self);
      self->page->band_bottom = -self->top;
      gap = 0;
    }
  self->y += gap;
  vac_cutter_put (self, self->page, position, first, n_lines, 0.0, self->y, self->measure->width);
  self->y += height;
  self->page->panel_bottom = self->y + PANEL_PADDING;
}

/* The title and the employer's name are at the head of the text. */
static void
place_above (VacCutter *self,
             guint      position,
             guint      n_lines)
{
  if (n_lines == 0)
    return;
  self->y += self->y > 0 ? vac_cutter_get_space (self, position) : 0;
  vac_cutter_add_slice (self, position, 0, n_lines, FALSE);
}

/* What is read before the text stands on its first page: facts that find no room beside the text
 * stand above it. */
static void
place_beside (VacCutter *self,
              guint      position,
              guint      first)
{
  VacPiece *piece = vac_cutter_get_piece (self, position);
  const double gap = self->side_y > 0 ? SIDE_GAP * self->measure->look->design->spaces
                                            * self->space_scale
                                      : 0;
  const double height = piece->kind == VAC_BLOCK_FACTS ? piece->beside_height : piece->height;
  const gboolean apart = self->side_full || self->side_y + gap + height > self->height;
  guint n_lines;

  vac_piece_set_apart (piece, self->measure, apart);
  n_lines = vac_piece_get_n_lines (piece) - first;
  if (n_lines == 0)
    return;
  if (apart)
    {
      self->side_full = TRUE;
      self->y += self->y > 0 ? SIDE_GAP * self->space_scale : 0;
      vac_cutter_put (self, self->page, position, first, n_lines, 0.0, self->y,
                      self->measure->width);
      self->y += vac_piece_get_lines_height (piece, first, n_lines);
      return;
    }
  self->side_y += gap;
  vac_cutter_put (self, vac_cutter_get_sheet (self, 0), position, first, n_lines,
                  self->measure->side_x, self->side_y, self->measure->side_width);
  self->side_y += height;
}

/*
 * vac_cutter_place_head:
 * @position: of a piece of the head
 *
 * Returns: whether the design has a place for it; otherwise it stands in the column of text
 */
gboolean
vac_cutter_place_head (VacCutter *self,
                       guint      position)
{
  VacPiece *piece = vac_cutter_get_piece (self, position);
  const VacHead head = self->measure->look->design->head;

  if (head == VAC_HEAD_PLAIN || !vac_block_is_masthead (piece->kind))
    return FALSE;

  switch (piece->kind)
    {
    case VAC_BLOCK_PICTURE:
      if (head == VAC_HEAD_BAND)
        place_in_band (self, position, vac_piece_get_n_lines (piece));
      else
        place_beside (self, position, 0);
      break;
    case VAC_BLOCK_TITLE:
      if (head == VAC_HEAD_BAND)
        place_in_band (self, position, vac_piece_get_n_lines (piece));
      else
        place_above (self, position, vac_piece_get_n_lines (piece));
      break;
    default:
      if (head == VAC_HEAD_BAND && piece->lead_lines > 0)
        place_in_band (self, position, piece->lead_lines);
      if (head == VAC_HEAD_BAND)
        place_in_panel (self, position, piece->lead_lines);
      else
        {
          place_above (self, position, piece->lead_lines);
          place_beside (self, position, piece->lead_lines);
        }
    }

  return TRUE;
}

/*
 * vac_cutter_leave_head:
 *
 * Goes on below the head with the text.
 */
void
vac_cutter_leave_head (VacCutter *self)
{
  if (self->measure->look->design->head == VAC_HEAD_BAND)
    {
      open_panel (self);
      self->y = self->page->panel_bottom + PANEL_DISTANCE * self->space_scale;
    }
  else
    self->y += self->y > 0 ? PANEL_DISTANCE * self->space_scale : 0;
}

/**
 * vac_pages_find_boxes:
 * @look: how the pages look
 * @outline: (nullable): what they show
 * @n_blocks: of @outline
 *
 * Returns: (transfer full): for each block, the #VacBox that sets it off
 */
guint8 *
vac_pages_find_boxes (const VacLook *look,
                      VacOutline    *outline,
                      guint          n_blocks)
{
  guint8 *boxes = g_new0 (guint8, n_blocks + 1);
  VacBox box = VAC_BOX_NONE;

  for (guint i = 0; look->design->boxes && i < n_blocks; i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if (block->kind == VAC_BLOCK_HEADING && block->level < 2)
        box = vac_block_get_box (block);
      boxes[i] = (guint8) box;
    }

  return boxes;
}
