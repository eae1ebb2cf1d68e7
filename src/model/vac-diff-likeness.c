/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-likeness"

#include "config.h"

#include <string.h>

#include "vac-diff-private.h"

/* How much alike two elements are: the share of their words that both have. */

static void
add_word (GArray *profile,
          guint   hash)
{
  g_array_append_val (profile, hash);
}

/* Amounts, dates and choices are like words of their field's own. */
static void
add_value (GArray     *profile,
           VacNode    *node,
           const char *value)
{
  const char *name = vac_node_get_name (node);

  if (value != NULL && *value != '\0')
    add_word (profile, vac_diff_hash_bytes (name != NULL ? g_str_hash (name) : 0, value,
                                            strlen (value)));
}

static void
add_words (VacWordBreak *breaks,
           GArray       *profile,
           GArray       *words,
           const char   *text)
{
  vac_word_break_split (breaks, text, words);
  for (guint i = 0; i < words->len; i++)
    {
      const VacWord *word = &g_array_index (words, VacWord, i);

      add_word (profile, vac_diff_hash_bytes (VAC_DIFF_HASH_START, text + word->start,
                                              word->length));
    }
}

static void
add_node (VacWordBreak *breaks,
          GArray       *profile,
          GArray       *words,
          VacNode      *node)
{
  const VacField *field = vac_node_get_field (node);

  add_value (profile, node, vac_node_get_raw (node));
  if (field != NULL && vac_field_is_leaf (field))
    {
      if (vac_diff_has_words (field))
        add_words (breaks, profile, words, vac_node_get_text (node));
      else
        add_value (profile, node, vac_node_get_text (node));
    }
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    add_node (breaks, profile, words, vac_node_get_child (node, i));
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const guint word = *(const guint *) a, other = *(const guint *) b;

  return word < other ? -1 : word > other;
}

/*
 * vac_profile_new:
 * @breaks: what parts texts into words
 * @node: an element
 *
 * Returns: (transfer full) (element-type guint): what stands for the words of @node, in their order
 *   as numbers
 */
GArray *
vac_profile_new (VacWordBreak *breaks,
                 VacNode      *node)
{
  GArray *profile = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (VacWord));

  add_node (breaks, profile, words, node);
  g_array_sort (profile, compare_words);

  return profile;
}

/*
 * vac_profile_compare:
 *
 * Returns: how much alike @a and @b are, from 0 for nothing in common to 1000 for the same words:
 *   twice what both have by what there is in all (Dice, "Measures of the amount of ecologic
 *   association between species", 1945)
 */
guint
vac_profile_compare (GArray *a,
                     GArray *b)
{
  guint i = 0, j = 0, n = 0;

  if (a->len + b->len == 0)
    return 1000;
  while (i < a->len && j < b->len)
    {
      const guint word = g_array_index (a, guint, i), other = g_array_index (b, guint, j);

      n += word == other;
      i += word <= other;
      j += other <= word;
    }

  return (guint) ((guint64) 2000 * n / (a->len + b->len));
}
