/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-pairs"

#include "config.h"

#include "vac-diff-pairs.h"
#include "vac-outline-facts.h"
#include "vac-sequence.h"

/* Which blocks of two documents show the same. The differences know which nodes are the same; a
 * text of several paragraphs is one node, and its paragraphs are told apart by what they say. */

/* What blocks that may show the same have in common. */
typedef struct
{
  VacNode      *node;     /* of the second document, or of the first alone */
  VacBlockKind  kind;
  gboolean      header;
} Key;

/* The blocks with a key, by position in their outlines. */
typedef struct
{
  GArray *positions[2];
} Group;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->node) * 31 + key->kind * 2 + (key->header ? 1 : 0);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->node == y->node && x->kind == y->kind && x->header == y->header;
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->positions[0]);
  g_array_unref (group->positions[1]);
  g_free (group);
}

static Group *
get_group (GHashTable *groups,
           const Key  *key)
{
  Group *group = g_hash_table_lookup (groups, key);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->positions[0] = g_array_new (FALSE, FALSE, sizeof (guint));
  group->positions[1] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_hash_table_insert (groups, g_memdup2 (key, sizeof *key), group);

  return group;
}

static GHashTable *
group_blocks (const VacDiffPairs *self,
              VacDiff            *diff)
{
  GHashTable *groups = g_hash_table_new_full (hash_key, equal_keys, g_free, group_free);

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->n_blocks[side]; i++)
      {
        const VacBlock *block = vac_outline_get_block (self->outlines[side], i);
        VacNode *other = side == 0 && block->node != NULL
                             ? vac_diff_get_counterpart (diff, block->node) : NULL;
        const Key key = { other != NULL ? other : block->node, block->kind, block->header };

        g_array_append_val (get_group (groups, &key)->positions[side], i);
      }

  return groups;
}

/* Two addresses, and tables of other columns, are not words that changed. */
static gboolean
can_pair (const VacBlock *a,
          const VacBlock *b)
{
  if (g_strcmp0 (a->link, b->link) != 0 || (a->cells == NULL) != (b->cells == NULL))
    return FALSE;

  return a->cells == NULL || g_strv_length (a->cells) == g_strv_length (b->cells);
}

static void
pair (VacDiffPairs *self,
      guint         a,
      guint         b)
{
  if (!can_pair (vac_outline_get_block (self->outlines[0], a),
                 vac_outline_get_block (self->outlines[1], b)))
    return;
  self->partners[0][a] = b;
  self->partners[1][b] = a;
}

/* The same number for the same text. */
static guint *
number_texts (const VacDiffPairs *self,
              GHashTable         *numbers,
              const GArray       *positions,
              guint               side)
{
  guint *numbered = g_new (guint, positions->len + 1);

  for (guint i = 0; i < positions->len; i++)
    {
      const VacBlock *block = vac_outline_get_block (self->outlines[side],
                                                     g_array_index (positions, guint, i));
      char *text = g_strconcat (block->label != NULL ? block->label : "", "\n", block->text, NULL);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text));

      if (number == 0)
        {
          number = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, g_steal_pointer (&text), GUINT_TO_POINTER (number));
        }
      g_free (text);
      numbered[i] = number;
    }

  return numbered;
}

/* What stands between the same paragraphs goes with what stands there in the other document. */
static void
pair_group (VacDiffPairs *self,
            const Group  *group)
{
  const GArray *a = group->positions[0], *b = group->positions[1];
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *numbers_a = number_texts (self, numbers, a, 0);
  g_autofree guint *numbers_b = number_texts (self, numbers, b, 1);
  g_autofree guint *same = g_new (guint, a->len + 1);
  guint next_b = 0;

  vac_sequence_match (numbers_a, a->len, numbers_b, b->len, same);
  for (guint i = 0, end; i < a->len; i = end + 1, next_b++)
    {
      guint end_b = b->len;

      for (end = i; end < a->len && same[end] == VAC_SEQUENCE_NONE; end++)
        ;
      if (end < a->len)
        end_b = same[end];
      for (; i < end && next_b < end_b; i++, next_b++)
        pair (self, g_array_index (a, guint, i), g_array_index (b, guint, next_b));
      next_b = end_b;
      if (end < a->len)
        pair (self, g_array_index (a, guint, end), g_array_index (b, guint, end_b));
    }
}

/**
 * vac_diff_pairs_new:
 * @sides: what is compared
 *
 * Returns: (transfer full): the blocks of both, and which belong together
 */
VacDiffPairs *
vac_diff_pairs_new (const VacDiffSides *sides)
{
  VacDiffPairs *self = g_new0 (VacDiffPairs, 1);
  g_autoptr (GHashTable) groups = NULL;
  GHashTableIter iter;
  gpointer group;

  for (guint side = 0; side < 2; side++)
    {
      self->outlines[side] = vac_outline_new (side == 0 ? sides->earlier : sides->later,
                                              VAC_AUDIENCE_TEAM);
      self->n_blocks[side] = vac_outline_get_n_blocks (self->outlines[side]);
      self->partners[side] = g_new (guint, self->n_blocks[side] + 1);
      for (guint i = 0; i < self->n_blocks[side]; i++)
        self->partners[side][i] = VAC_SEQUENCE_NONE;
    }

  groups = group_blocks (self, sides->diff);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    pair_group (self, group);
  self->settled = g_new (gboolean, self->n_blocks[0] + 1);
  vac_sequence_rise (self->partners[0], self->n_blocks[0], self->settled);

  return self;
}

/**
 * vac_diff_pairs_free:
 * @self: (transfer full): pairs
 */
void
vac_diff_pairs_free (VacDiffPairs *self)
{
  for (guint side = 0; side < 2; side++)
    {
      vac_outline_unref (self->outlines[side]);
      g_free (self->partners[side]);
    }
  g_free (self->settled);
  g_free (self);
}
