/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-outline"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-diff-block.h"
#include "vac-diff-outline.h"
#include "vac-diff-pairs.h"
#include "vac-sequence.h"

/* Differences as pages show them: what everybody knows from a text with changes marked in it. */

typedef struct
{
  const VacDiffSides *sides;
  VacDiffView         view;
  VacDiffPairs       *pairs;
  VacWordBreak       *breaks;
  VacOutline         *outline;
  guint               next;      /* the first block of the earlier one that is not dealt with */
  gboolean            explained; /* what the marks mean */
} Maker;

static const VacBlock *
get_block (Maker *self,
           guint  side,
           guint  position)
{
  return position == VAC_SEQUENCE_NONE
             ? NULL : vac_outline_get_block (self->pairs->outlines[side], position);
}

/* Below the head of the page, in the marks themselves. */
static void
explain (Maker *self)
{
  g_autofree char *removed = NULL;
  g_autofree char *added = NULL;
  VacBlock block = { .kind = VAC_BLOCK_PARAGRAPH };

  self->explained = TRUE;
  if (self->sides->earlier_name == NULL || self->sides->later_name == NULL)
    return;
  /* Translators: %s is what a posting is called: the name of a file, “this posting”. */
  removed = g_strdup_printf (_("Only in %s"), self->sides->earlier_name);
  added = g_strdup_printf (_("Only in %s"), self->sides->later_name);
  block.text = g_strdup_printf ("%s\n%s", removed, added);
  vac_block_add_mark (&block, VAC_MARK_REMOVED, VAC_PART_TEXT, 0, strlen (removed));
  vac_block_add_mark (&block, VAC_MARK_ADDED, VAC_PART_TEXT, strlen (removed) + 1,
                      strlen (block.text));
  vac_outline_take_block (self->outline, &block);
}

static gboolean
is_moved (Maker          *self,
          const VacBlock *block)
{
  return block != NULL && block->node != NULL &&
         vac_diff_find (self->sides->diff, block->node, VAC_DIFFERENCE_MOVED) != NULL;
}

static void
add (Maker *self,
     guint  earlier,
     guint  later)
{
  const VacBlock *a = get_block (self, 0, earlier), *b = get_block (self, 1, later);
  VacBlock block;

  /* Without a mark it would look as if it had stayed; that it is gone is said at the end. */
  if (b == NULL && a->kind == VAC_BLOCK_PICTURE && self->view == VAC_DIFF_INLINE)
    return;
  block = vac_diff_make_block (self->sides->diff, self->breaks, self->view, a, b);
  if (a != NULL && b != NULL && is_moved (self, a) && !block.header)
    block.move = self->view == VAC_DIFF_EARLIER ? VAC_MOVE_FROM : VAC_MOVE_TO;
  if (!self->explained && !vac_block_is_masthead (block.kind))
    explain (self);
  vac_outline_take_block (self->outline, &block);
}

/* The part of the posting that a block belongs to, as a node of the later document if it is in
 * both. */
static VacNode *
get_place (Maker          *self,
           const VacBlock *block,
           guint           side)
{
  VacNode *place = block->node;
  VacNode *section = place != NULL ? vac_node_get_ancestor (place, VAC_ROLE_SECTION) : NULL;
  VacNode *other;

  if (section != NULL)
    place = section;
  while (section == NULL && place != NULL && vac_node_get_parent (place) != NULL &&
         vac_node_get_parent (vac_node_get_parent (place)) != NULL)
    place = vac_node_get_parent (place);
  other = side == 0 && place != NULL ? vac_diff_get_counterpart (self->sides->diff, place) : NULL;

  return other != NULL ? other : place;
}

/* What was removed comes before what was added in its place, but not under another heading. */
static void
add_removed (Maker          *self,
             guint           end,
             const VacBlock *before)
{
  VacNode *place = before != NULL ? get_place (self, before, 1) : NULL;

  for (; self->next < end; self->next++)
    {
      if (self->pairs->partners[0][self->next] != VAC_SEQUENCE_NONE)
        {
          if (before != NULL && self->pairs->settled[self->next])
            return;
          continue;
        }
      if (before != NULL && get_place (self, get_block (self, 0, self->next), 0) != place)
        return;
      add (self, self->next, VAC_SEQUENCE_NONE);
    }
}

static void
add_inline (Maker *self)
{
  const guint n_earlier = self->pairs->n_blocks[0];

  for (guint i = 0; i < self->pairs->n_blocks[1]; i++)
    {
      const guint partner = self->pairs->partners[1][i];

      if (partner != VAC_SEQUENCE_NONE && self->pairs->settled[partner])
        {
          add_removed (self, partner, NULL);
          self->next = partner + 1;
        }
      else
        {
          add_removed (self, n_earlier, get_block (self, 1, i));
        }
      add (self, partner, i);
    }
  add_removed (self, n_earlier, NULL);
}

static void
add_side (Maker *self)
{
  const guint side = self->view == VAC_DIFF_EARLIER ? 0 : 1;

  for (guint i = 0; i < self->pairs->n_blocks[side]; i++)
    {
      const guint partner = self->pairs->partners[side][i];

      add (self, side == 0 ? i : partner, side == 0 ? partner : i);
    }
}

/* Which nodes the marked parts of an outline come from, and what they are in. */
typedef struct
{
  GHashTable *blocks;   /* VacNode → VacBlock: the one that shows it */
  GHashTable *parts;    /* VacNode → VacNode: a part of it that is shown */
} Shown;

static void
note_shown (Shown          *self,
            VacNode        *node,
            const VacBlock *block)
{
  if (node == NULL)
    return;
  g_hash_table_insert (self->blocks, node, (gpointer) block);
  for (VacNode *n = vac_node_get_parent (node); n != NULL; n = vac_node_get_parent (n))
    if (!g_hash_table_contains (self->parts, n))
      g_hash_table_insert (self->parts, n, node);
}

static void
note_block (Shown          *self,
            const VacBlock *block)
{
  for (guint i = 0; block->facts != NULL && block->marks != NULL && i < block->marks->len; i++)
    {
      const VacMark *mark = &g_array_index (block->marks, VacMark, i);

      note_shown (self, vac_facts_get (block->facts, (guint) mark->part)->node, block);
    }
  if (block->facts == NULL && (block->marks != NULL || block->move != VAC_MOVE_NONE))
    note_shown (self, block->node, block);
}

static void
shown_clear (Shown *self)
{
  g_clear_pointer (&self->blocks, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static Shown
collect_shown (VacOutline *outline)
{
  Shown self = { g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL) };

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    note_block (&self, vac_outline_get_block (outline, i));

  return self;
}

static gboolean
contains (const VacBlock *block,
          const char     *words)
{
  if (strstr (block->text, words) != NULL ||
      (block->label != NULL && strstr (block->label, words) != NULL))
    return TRUE;
  for (guint i = 0; block->facts != NULL && i < block->facts->len; i++)
    if (strstr (vac_facts_get (block->facts, i)->text, words) != NULL)
      return TRUE;
  for (guint i = 0; block->cells != NULL && block->cells[i] != NULL; i++)
    if (strstr (block->cells[i], words) != NULL)
      return TRUE;

  return FALSE;
}

/* A block of a record does not show all that the record holds. Figures and dates are read otherwise
 * than they are kept, and so are texts with placeholders; of other values a word must be there. */
static gboolean
could_show (const VacBlock *block,
            VacNode        *leaf)
{
  const char *text = vac_node_get_shown_text (leaf);
  g_autofree char *first = NULL;

  switch (vac_node_get_kind (leaf))
    {
    case VAC_KIND_RECORD:
    case VAC_KIND_LIST:
    case VAC_KIND_INTEGER:
    case VAC_KIND_MONEY:
    case VAC_KIND_DECIMAL:
    case VAC_KIND_DATE:
      return TRUE;
    case VAC_KIND_PICTURE:
      return FALSE;
    case VAC_KIND_TEXT:
    case VAC_KIND_PROSE:
    case VAC_KIND_CHOICE:
    case VAC_KIND_TOGGLE:
    case VAC_KIND_OPAQUE:
    default:
      first = g_strndup (text, strcspn (text, " \t\n"));
      return *first == '\0' || strstr (first, "{{") != NULL || contains (block, first);
    }
}

/* The block of what a node is in, if it could show the node. */
static VacNode *
find_around (const Shown *self,
             VacNode     *node,
             VacNode     *place)
{
  for (VacNode *n = place; n != NULL; n = vac_node_get_parent (n))
    {
      const VacBlock *block = g_hash_table_lookup (self->blocks, n);

      if (block != NULL)
        return could_show (block, node) ? n : NULL;
    }

  return NULL;
}

/* The node of the block that shows what became of a node: its own, one of a part of it, or one of
 * what it is in, or would be in in the other document. */
static VacNode *
find_shown (const Shown *self,
            VacNode     *node,
            VacNode     *other_list)
{
  VacNode *found;

  if (node == NULL)
    return NULL;
  if (g_hash_table_contains (self->blocks, node))
    return node;
  if (g_hash_table_contains (self->parts, node))
    return g_hash_table_lookup (self->parts, node);
  found = find_around (self, node, vac_node_get_parent (node));

  return found != NULL ? found : find_around (self, node, other_list);
}

static VacNode *
find_difference (const Shown         *self,
                 const VacDifference *difference)
{
  VacNode *found = find_shown (self, difference->b, difference->list_a);

  return found != NULL ? found : find_shown (self, difference->a, difference->list_b);
}

static VacNode *
get_node (const VacDifference *difference)
{
  return difference->b != NULL ? difference->b : difference->a;
}

/* What no page shows is said in words, so that nobody signs what was hidden. */
static void
add_rest (Maker      *self,
          VacOutline *of)
{
  GPtrArray *differences = vac_diff_get_differences (self->sides->diff);
  g_auto (Shown) shown = collect_shown (of);
  gboolean any = FALSE;

  for (guint i = 0; i < differences->len; i++)
    {
      VacDifference *difference = g_ptr_array_index (differences, i);
      VacBlock block = { .kind = VAC_BLOCK_BULLET };

      if (find_difference (&shown, difference) != NULL)
        continue;
      if (!any)
        vac_outline_add_heading (self->outline, 1, _("Not on the Page"), NULL);
      any = TRUE;
      block.text = vac_diff_describe (self->sides->diff, difference);
      block.node = g_object_ref (get_node (difference));
      vac_outline_take_block (self->outline, &block);
    }
}

static VacOutline *
make_outline (const VacDiffSides *sides,
              VacDiffView         view,
              VacDiffPairs       *pairs,
              VacWordBreak       *breaks)
{
  Maker self = { .sides = sides, .view = view, .pairs = pairs, .breaks = breaks };

  self.outline = vac_outline_new_like (pairs->outlines[view == VAC_DIFF_EARLIER ? 0 : 1]);
  vac_outline_set_subject (self.outline, _("Comparison"));
  if (view == VAC_DIFF_INLINE)
    {
      add_inline (&self);
      add_rest (&self, self.outline);
    }
  else
    {
      add_side (&self);
    }
  /* Beside it, the earlier document shows its part. */
  if (view == VAC_DIFF_LATER)
    {
      g_autoptr (VacOutline) both = make_outline (sides, VAC_DIFF_INLINE, pairs, breaks);

      add_rest (&self, both);
    }

  return self.outline;
}

/**
 * vac_diff_make_outline:
 * @sides: what is compared
 * @view: what is shown of it
 *
 * Makes an outline, as the team reads it, whose blocks have marks where the documents differ. What
 * no page shows is listed at its end, except in that of the earlier document alone.
 *
 * Returns: (transfer full): the outline
 */
VacOutline *
vac_diff_make_outline (const VacDiffSides *sides,
                       VacDiffView         view)
{
  g_autoptr (VacDiffPairs) pairs = NULL;
  g_autoptr (VacWordBreak) breaks = NULL;

  g_return_val_if_fail (sides != NULL, NULL);

  pairs = vac_diff_pairs_new (sides);
  breaks = vac_word_break_new (
      vac_outline_get_language (pairs->outlines[view == VAC_DIFF_EARLIER ? 0 : 1]));

  return make_outline (sides, view, pairs, breaks);
}

/**
 * vac_diff_find_shown:
 * @outline: an outline of differences
 * @difference: one of them
 *
 * Returns: (transfer none) (nullable): the node of the first block that shows it; %NULL when the
 *   outline has nothing of it, or only says it at its end
 */
VacNode *
vac_diff_find_shown (VacOutline          *outline,
                     const VacDifference *difference)
{
  g_auto (Shown) shown = { NULL };

  g_return_val_if_fail (outline != NULL && difference != NULL, NULL);

  shown = collect_shown (outline);

  return find_difference (&shown, difference);
}

/**
 * vac_diff_find_at:
 * @outline: an outline of differences
 * @diff: the differences
 * @node: the node of a block
 *
 * Returns: the position of the first difference that the block shows, or that it says at the end of
 *   the outline; %VAC_DIFF_NOWHERE without one
 */
guint
vac_diff_find_at (VacOutline *outline,
                  VacDiff    *diff,
                  VacNode    *node)
{
  g_auto (Shown) shown = { NULL };
  GPtrArray *differences;
  guint said = VAC_DIFF_NOWHERE;

  g_return_val_if_fail (outline != NULL && diff != NULL, VAC_DIFF_NOWHERE);
  g_return_val_if_fail (VAC_IS_NODE (node), VAC_DIFF_NOWHERE);

  shown = collect_shown (outline);
  differences = vac_diff_get_differences (diff);
  for (guint i = 0; i < differences->len; i++)
    {
      const VacDifference *difference = g_ptr_array_index (differences, i);
      VacNode *found = find_difference (&shown, difference);

      if (found == node)
        return i;
      if (found == NULL && said == VAC_DIFF_NOWHERE && get_node (difference) == node)
        said = i;
    }

  return said;
}
