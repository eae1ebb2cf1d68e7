/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-alike"

#include "config.h"

#include "vac-diff-elements.h"

/* Which element of one list is so like one of another that it became that. */

/* In thousandths. An element that is elsewhere has to be more like than one in its place. */
#define ALIKE_ELSEWHERE 600
#define HERE_COUNTS     150

/* A word in more elements than this says little, and looking at all of them would take too long. */
#define COMMON_WORD 32
/* How many elements are looked at for each one. */
#define MOST_CANDIDATES 8

typedef struct
{
  guint a;
  guint b;
  guint likeness;
} Candidate;

/*
 * vac_aligner_get_profile:
 * @self: what aligns lists
 * @node: an element
 *
 * Returns: (transfer none): its words, made once
 */
GArray *
vac_aligner_get_profile (VacAligner *self,
                         VacNode    *node)
{
  GArray *profile = g_hash_table_lookup (self->profiles, node);

  if (profile == NULL)
    {
      profile = vac_profile_new (self->breaks, node);
      g_hash_table_insert (self->profiles, node, profile);
    }

  return profile;
}

static gboolean
is_same_gap (const VacElements *self,
             guint              a,
             guint              b)
{
  return self->gaps_a != NULL && self->gaps_a[a] == self->gaps_b[b];
}

/* Returns: (transfer full): word → GArray of the elements of A that have it and are left */
static GHashTable *
index_words (VacElements *self)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->n_a; i++)
    {
      GArray *profile = vac_elements_is_left_a (self, i)
                            ? vac_aligner_get_profile (self->aligner, self->a[i])
                            : NULL;

      for (guint k = 0; profile != NULL && k < profile->len; k++)
        {
          gpointer word = GUINT_TO_POINTER (g_array_index (profile, guint, k));
          GArray *places = g_hash_table_lookup (index, word);

          if (places == NULL)
            {
              places = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (index, word, places);
            }
          if (places->len <= COMMON_WORD &&
              (places->len == 0 || g_array_index (places, guint, places->len - 1) != i))
            g_array_append_val (places, i);
        }
    }

  return index;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a, *other = b;

  if (one->likeness != other->likeness)
    return one->likeness > other->likeness ? -1 : 1;
  if (one->b != other->b)
    return one->b < other->b ? -1 : 1;

  return one->a < other->a ? -1 : one->a > other->a;
}

/* Counts for each element of A how many rare words it shares with @b. Returns: those that share
 * any, by that number */
static void
count_shared (VacElements *self,
              GHashTable  *index,
              guint        b,
              guint       *shared,
              GArray      *found)
{
  GArray *profile = vac_aligner_get_profile (self->aligner, self->b[b]);

  g_array_set_size (found, 0);
  for (guint k = 0; k < profile->len; k++)
    {
      gpointer word = GUINT_TO_POINTER (g_array_index (profile, guint, k));
      GArray *places = g_hash_table_lookup (index, word);

      for (guint i = 0; places != NULL && places->len <= COMMON_WORD && i < places->len; i++)
        {
          const Candidate candidate = { g_array_index (places, guint, i), b, 0 };

          if (shared[candidate.a]++ == 0)
            g_array_append_val (found, candidate);
        }
    }
  for (guint i = 0; i < found->len; i++)
    {
      Candidate *candidate = &g_array_index (found, Candidate, i);

      candidate->likeness = shared[candidate->a];
      shared[candidate->a] = 0;
    }
  g_array_sort (found, compare_candidates);
}

static void
add_candidates (VacElements *self,
                GArray      *found,
                GArray      *candidates)
{
  for (guint i = 0; i < MIN (found->len, MOST_CANDIDATES); i++)
    {
      Candidate candidate = g_array_index (found, Candidate, i);
      const gboolean here = is_same_gap (self, candidate.a, candidate.b);

      candidate.likeness = vac_profile_compare (
          vac_aligner_get_profile (self->aligner, self->a[candidate.a]),
          vac_aligner_get_profile (self->aligner, self->b[candidate.b]));
      if (candidate.likeness < (here ? VAC_ALIKE_HERE : ALIKE_ELSEWHERE))
        continue;
      candidate.likeness += here ? HERE_COUNTS : 0;
      g_array_append_val (candidates, candidate);
    }
}

/*
 * vac_elements_match_alike:
 * @self: elements
 *
 * Matches the pairs of what is left that are most alike first, wherever they stand.
 */
void
vac_elements_match_alike (VacElements *self)
{
  g_autoptr (GHashTable) index = index_words (self);
  g_autofree guint *shared = g_new0 (guint, self->n_a + 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  if (g_hash_table_size (index) == 0)
    return;

  for (guint j = 0; j < self->n_b; j++)
    if (vac_elements_is_left_b (self, j))
      {
        count_shared (self, index, j, shared, found);
        add_candidates (self, found, candidates);
      }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (vac_elements_is_left_a (self, candidate->a) &&
          vac_elements_is_left_b (self, candidate->b))
        vac_elements_match (self, candidate->a, candidate->b);
    }
}
