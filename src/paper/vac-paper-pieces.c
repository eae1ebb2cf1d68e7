/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paper-pieces"

#include "config.h"

#include "vac-paper-pieces.h"

/* Finds the pieces of an earlier outline that serve the new one. */

/* An element whose piece was taken over is %NULL. */
static void
clear_piece (gpointer piece)
{
  if (piece != NULL)
    vac_piece_unref (piece);
}

/*
 * vac_paper_pieces_new:
 *
 * Returns: (transfer full) (element-type VacPiece): room for so many, all %NULL
 */
GPtrArray *
vac_paper_pieces_new (guint n_pieces)
{
  GPtrArray *pieces = g_ptr_array_new_full (n_pieces, clear_piece);

  g_ptr_array_set_size (pieces, (int) n_pieces);
  return pieces;
}

/*
 * vac_change_note:
 *
 * Adds a position to what has changed.
 */
void
vac_change_note (VacChange *self,
                 guint      position)
{
  self->first = MIN (self->first, position);
  self->end = MAX (self->end, position + 1);
}

static gboolean
take_piece (const VacPaperPieces *self,
            guint            to,
            const VacPaperPieces *old,
            guint            from,
            VacChange       *change)
{
  VacPiece *piece;
  const VacBlock *block, *old_block;

  g_assert (from < old->pieces->len && to < self->pieces->len && self->pieces->pdata[to] == NULL);

  piece = g_ptr_array_index (old->pieces, from);
  if (piece == NULL)
    return FALSE;

  /* Outlines share a block that stays as it is: nine of ten thousand pieces need not be looked at,
   * which takes longer than all else. */
  block = self->blocks[to];
  old_block = old->blocks[from];
  if (block != old_block || self->boxes[to] != old->boxes[from])
    {
      if (self->boxes[to] != old->boxes[from] || !vac_block_same_content (old_block, block))
        return FALSE;
      if (block->keep != old_block->keep || block->new_page != old_block->new_page)
        vac_change_note (change, to);
      vac_block_unref (piece->block);
      piece->block = vac_block_ref (block);
    }
  self->pieces->pdata[to] = g_steal_pointer (&old->pieces->pdata[from]);

  return TRUE;
}

/* Blocks that moved are found again by their content. Of several with the same content, the first
 * one left is taken: @next leads from each to the next one, with indices that count from 1. */
static void
take_moved_pieces (const VacPaperPieces *self,
                   guint            first,
                   guint            end,
                   const VacPaperPieces *old,
                   guint            old_end,
                   VacChange       *change)
{
  g_autoptr (GHashTable) left = g_hash_table_new (vac_block_hash_content,
                                                  vac_block_same_content);
  g_autofree guint *next = NULL;

  g_assert (first <= end && end <= self->pieces->len);
  g_assert (first <= old_end && old_end <= old->pieces->len);

  next = g_new (guint, old_end - first + 1);
  for (guint i = old_end; i > first; i--)
    {
      VacPiece *piece = g_ptr_array_index (old->pieces, i - 1);

      if (piece == NULL)
        continue;
      next[i - 1 - first] = GPOINTER_TO_UINT (g_hash_table_lookup (left, piece->block));
      g_hash_table_insert (left, (gpointer) piece->block, GUINT_TO_POINTER (i));
    }

  for (guint i = first; i < end; i++)
    {
      const VacBlock *block = self->blocks[i];
      guint from = self->pieces->pdata[i] == NULL
                       ? GPOINTER_TO_UINT (g_hash_table_lookup (left, block)) : 0;

      if (from == 0)
        continue;
      take_piece (self, i, old, from - 1, change);
      g_hash_table_insert (left, (gpointer) block, GUINT_TO_POINTER (next[from - 1 - first]));
    }
}

/*
 * vac_paper_pieces_take:
 * @self: an outline; no piece is there yet
 * @old: an earlier outline with its pieces, of which some are taken away; perhaps of none
 * @change: (out): which pieces are not those that were there
 *
 * An edit leaves nearly every block as it was: the pieces of those before and after it are taken
 * over, and of those between them what is found again.
 */
void
vac_paper_pieces_take (const VacPaperPieces *self,
                 const VacPaperPieces *old,
                 VacChange       *change)
{
  const guint n = self->pieces->len;
  const guint old_n = old->pieces->len;
  guint before = 0;
  guint after = 0;

  *change = (VacChange) { .first = n, .shift = (int) n - (int) old_n };
  while (before < MIN (n, old_n) && take_piece (self, before, old, before, change))
    before++;
  while (after < MIN (n, old_n) - before
         && take_piece (self, n - after - 1, old, old_n - after - 1, change))
    after++;
  change->first = MIN (change->first, before);
  change->end = MAX (change->end, n - after);

  /* A title that is typed shows in several blocks, and what is between them stays. */
  for (guint i = before; n == old_n && i < n - after; i++)
    take_piece (self, i, old, i, change);
  take_moved_pieces (self, before, n - after, old, old_n - after, change);
}
