/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-align"

#include "config.h"

#include <string.h>

#include "vac-diff-private.h"
#include "vac-sequence.h"

/* Which element of one list became which of the other: by id, by being the same, by being like it,
 * and by standing in its place. Each way takes what the ones before it have left over. */

/* In thousandths. An element that is elsewhere has to be more like than one in its place. */
#define ALIKE_ELSEWHERE 600
#define ALIKE_HERE      400
#define HERE_COUNTS     150

/* A word in more elements than this says little, and looking at all of them would take too long. */
#define COMMON_WORD 32
/* How many elements are looked at for each one. */
#define MOST_CANDIDATES 8
/* How many pairs of elements in the same place are compared, for all lists together. */
#define MOST_PAIRS 2000000

#define IMPOSSIBLE (G_MAXUINT / 4)
#define ONE_SIDE   1000   /* what an element costs that is in one list alone */

struct _VacAligner
{
  VacWordBreak *breaks;
  GHashTable   *profiles;   /* VacNode → GArray, of those that were looked at */
  guint         n_pairs;    /* compared in places so far */
};

/* Elements of both sides, and what is known of them. */
typedef struct
{
  VacAligner *aligner;
  VacNode   **a;
  VacNode   **b;
  guint       n_a;
  guint       n_b;
  guint      *of_a;
  guint      *of_b;
  guint      *gaps_a;     /* nullable: between which elements that stayed it is */
  guint      *gaps_b;
  guint      *numbers_a;  /* nullable: what it says; the same number is the same content */
  guint      *numbers_b;
} Elements;

typedef struct
{
  guint a;
  guint b;
  guint likeness;
} Candidate;

/* An element to be looked up by what it says. */
typedef struct
{
  VacWordBreak *breaks;
  VacNode      *node;
  guint         hash;
} Content;

/*
 * vac_aligner_new:
 * @breaks: what parts texts into words
 *
 * Returns: (transfer full): what aligns the lists of two documents
 */
VacAligner *
vac_aligner_new (VacWordBreak *breaks)
{
  VacAligner *self = g_new0 (VacAligner, 1);

  self->breaks = breaks;
  self->profiles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  return self;
}

void
vac_aligner_free (VacAligner *self)
{
  g_clear_pointer (&self->profiles, g_hash_table_unref);
  g_free (self);
}

void
vac_alignment_free (VacAlignment *self)
{
  g_free (self->of_a);
  g_free (self->of_b);
  g_free (self->settled);
  g_free (self);
}

static GArray *
get_profile (VacAligner *self,
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

static void
match (Elements *self,
       guint     a,
       guint     b)
{
  self->of_a[a] = b;
  self->of_b[b] = a;
}

static gboolean
is_left_a (const Elements *self,
           guint           a)
{
  return self->of_a[a] == VAC_SEQUENCE_NONE;
}

static gboolean
is_left_b (const Elements *self,
           guint           b)
{
  return self->of_b[b] == VAC_SEQUENCE_NONE;
}

/* Returns: (transfer full): id → its position plus one; 0 for one that several elements have */
static GHashTable *
collect_ids (VacNode **elements,
             guint     n_elements,
             VacRole   role)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_elements; i++)
    {
      const char *id = vac_node_get_member_text (elements[i], role);

      if (*id != '\0')
        g_hash_table_insert (ids, (gpointer) id,
                             GUINT_TO_POINTER (g_hash_table_contains (ids, id) ? 0 : i + 1));
    }

  return ids;
}

static void
match_ids (Elements *self,
           VacRole   role)
{
  g_autoptr (GHashTable) ids_a = collect_ids (self->a, self->n_a, role);
  g_autoptr (GHashTable) ids_b = collect_ids (self->b, self->n_b, role);
  GHashTableIter iter;
  gpointer id, place_a;

  g_hash_table_iter_init (&iter, ids_a);
  while (g_hash_table_iter_next (&iter, &id, &place_a))
    {
      const guint a = GPOINTER_TO_UINT (place_a);
      const guint b = GPOINTER_TO_UINT (g_hash_table_lookup (ids_b, id));

      if (a > 0 && b > 0)
        match (self, a - 1, b - 1);
    }
}

static guint
hash_content (gconstpointer key)
{
  return ((const Content *) key)->hash;
}

static gboolean
equal_contents (gconstpointer a,
                gconstpointer b)
{
  const Content *content = a, *other = b;

  return content->hash == other->hash &&
         vac_diff_node_equal (content->breaks, content->node, other->node);
}

/* Gives elements that say the same the same number. */
static void
number_contents (Elements *self,
                 Content  *storage)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (hash_content, equal_contents);

  for (guint i = 0; i < self->n_a + self->n_b; i++)
    {
      VacNode *node = i < self->n_a ? self->a[i] : self->b[i - self->n_a];
      gpointer number;

      storage[i] = (Content) { self->aligner->breaks, node, vac_diff_node_hash (node) };
      if (!g_hash_table_lookup_extended (numbers, &storage[i], NULL, &number))
        {
          number = GUINT_TO_POINTER (g_hash_table_size (numbers));
          g_hash_table_insert (numbers, &storage[i], number);
        }
      *(i < self->n_a ? self->numbers_a + i : self->numbers_b + i - self->n_a) =
          GPOINTER_TO_UINT (number);
    }
}

/* Those in their order first; what is left of the same number then has moved. */
static void
match_numbers (Elements *self)
{
  g_autofree guint *partners = g_new (guint, self->n_a + 1);
  g_autofree guint *queue = g_new (guint, 2 * self->n_a + self->n_b + 1);
  g_autofree guint *next = g_new (guint, self->n_a + 1);

  vac_sequence_match (self->numbers_a, self->n_a, self->numbers_b, self->n_b, partners);
  for (guint i = 0; i < self->n_a; i++)
    if (partners[i] != VAC_SEQUENCE_NONE && is_left_a (self, i) && is_left_b (self, partners[i]))
      match (self, i, partners[i]);

  for (guint i = 0; i < 2 * self->n_a + self->n_b; i++)
    queue[i] = VAC_SEQUENCE_NONE;
  for (guint i = self->n_a; i > 0; i--)
    if (is_left_a (self, i - 1))
      {
        next[i - 1] = queue[self->numbers_a[i - 1]];
        queue[self->numbers_a[i - 1]] = i - 1;
      }
  for (guint j = 0; j < self->n_b; j++)
    {
      const guint first = queue[self->numbers_b[j]];

      if (!is_left_b (self, j) || first == VAC_SEQUENCE_NONE)
        continue;
      queue[self->numbers_b[j]] = next[first];
      match (self, first, j);
    }
}

static void
match_same (Elements *self)
{
  g_autofree Content *storage = g_new (Content, self->n_a + self->n_b + 1);

  number_contents (self, storage);
  match_numbers (self);
}

/* Of elements that say the same, those are kept that have to move least now that all partners are
 * known: each element of A counts as what it became. */
static void
match_again (Elements *self)
{
  for (guint i = 0; i < self->n_a; i++)
    self->numbers_a[i] = is_left_a (self, i) ? self->n_a + self->n_b + i
                                             : self->numbers_b[self->of_a[i]];
  for (guint i = 0; i < self->n_a; i++)
    self->of_a[i] = VAC_SEQUENCE_NONE;
  for (guint j = 0; j < self->n_b; j++)
    self->of_b[j] = VAC_SEQUENCE_NONE;
  match_numbers (self);
}

/* Says of each element behind how many of those that stayed in their order it is. */
static void
find_gaps (Elements *self)
{
  g_autofree gboolean *rising = g_new (gboolean, self->n_b + 1);
  guint gap = 0, done = 0;

  vac_sequence_rise (self->of_b, self->n_b, rising);
  for (guint j = 0; j < self->n_b; j++)
    {
      self->gaps_b[j] = gap;
      if (!rising[j])
        continue;
      for (; done <= self->of_b[j]; done++)
        self->gaps_a[done] = gap;
      gap++;
    }
  for (; done < self->n_a; done++)
    self->gaps_a[done] = gap;
}

static gboolean
is_same_gap (const Elements *self,
             guint           a,
             guint           b)
{
  return self->gaps_a != NULL && self->gaps_a[a] == self->gaps_b[b];
}

/* Returns: (transfer full): word → GArray of the elements of A that have it and are left */
static GHashTable *
index_words (Elements *self)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->n_a; i++)
    {
      GArray *profile = is_left_a (self, i) ? get_profile (self->aligner, self->a[i]) : NULL;

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
count_shared (Elements   *self,
              GHashTable *index,
              guint       b,
              guint      *shared,
              GArray     *found)
{
  GArray *profile = get_profile (self->aligner, self->b[b]);

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
add_candidates (Elements *self,
                GArray   *found,
                GArray   *candidates)
{
  for (guint i = 0; i < MIN (found->len, MOST_CANDIDATES); i++)
    {
      Candidate candidate = g_array_index (found, Candidate, i);
      const gboolean here = is_same_gap (self, candidate.a, candidate.b);

      candidate.likeness = vac_profile_compare (get_profile (self->aligner, self->a[candidate.a]),
                                                get_profile (self->aligner, self->b[candidate.b]));
      if (candidate.likeness < (here ? ALIKE_HERE : ALIKE_ELSEWHERE))
        continue;
      candidate.likeness += here ? HERE_COUNTS : 0;
      g_array_append_val (candidates, candidate);
    }
}

/* Matches the pairs that are most alike first. */
static void
match_alike (Elements *self)
{
  g_autoptr (GHashTable) index = index_words (self);
  g_autofree guint *shared = g_new0 (guint, self->n_a + 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  if (g_hash_table_size (index) == 0)
    return;

  for (guint j = 0; j < self->n_b; j++)
    if (is_left_b (self, j))
      {
        count_shared (self, index, j, shared, found);
        add_candidates (self, found, candidates);
      }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (is_left_a (self, candidate->a) && is_left_b (self, candidate->b))
        match (self, candidate->a, candidate->b);
    }
}

/* What it costs to see @b as what became of @a: never more than to see them as one removed and one
 * inserted, or impossible. An element of a word or two is allowed to become quite another one. */
static guint
get_cost (Elements *self,
          guint     a,
          guint     b)
{
  GArray *profile_a = get_profile (self->aligner, self->a[a]);
  GArray *profile_b = get_profile (self->aligner, self->b[b]);
  const guint likeness = vac_profile_compare (profile_a, profile_b);
  const gboolean small = MAX (profile_a->len, profile_b->len) <= 2 || profile_a->len == 0 ||
                         profile_b->len == 0;

  if (likeness < ALIKE_HERE &&
      (!small || vac_diff_count_leaves (self->aligner->breaks, self->a[a], self->b[b], 2) > 1))
    return IMPOSSIBLE;

  return ONE_SIDE + (1000 - likeness) * 9 / 10;
}

/* The cheapest way to align what is left between two elements that stayed, in order. */
static void
match_gap (Elements *self,
           GArray   *left_a,
           GArray   *left_b)
{
  const guint width = left_b->len + 1;
  g_autofree guint *costs = NULL;
  g_autofree guint *pairs = NULL;

  if ((guint64) left_a->len * left_b->len > MOST_PAIRS - self->aligner->n_pairs)
    return;
  self->aligner->n_pairs += left_a->len * left_b->len;

  /* From element i of A and j of B to the end. */
  costs = g_new0 (guint, (left_a->len + 1) * width);
  pairs = g_new (guint, (left_a->len + 1) * width);
  for (guint i = left_a->len + 1; i-- > 0;)
    for (guint j = left_b->len + 1; j-- > 0;)
      {
        guint *cost = &costs[i * width + j];

        if (i == left_a->len || j == left_b->len)
          {
            *cost = (left_a->len - i + left_b->len - j) * ONE_SIDE;
            continue;
          }
        pairs[i * width + j] = get_cost (self, g_array_index (left_a, guint, i),
                                         g_array_index (left_b, guint, j));
        *cost = MIN (cost[1], cost[width]) + ONE_SIDE;
        *cost = MIN (*cost, cost[width + 1] + pairs[i * width + j]);
      }

  for (guint i = 0, j = 0; i < left_a->len && j < left_b->len;)
    {
      const guint *cost = &costs[i * width + j];

      if (*cost == cost[width + 1] + pairs[i * width + j])
        match (self, g_array_index (left_a, guint, i++), g_array_index (left_b, guint, j++));
      else if (*cost == cost[width] + ONE_SIDE)
        i++;
      else
        j++;
    }
}

static gboolean
has_left_a (const Elements *self,
            guint           a)
{
  return a < self->n_a && is_left_a (self, a);
}

/* Gives the partner of @b to its neighbor that says the same, when the place of @b is then next to
 * an element that is left, as that of its neighbor is not: F P becoming P P is a change of F. */
static void
slide (Elements *self,
       guint     b,
       guint     neighbor)
{
  const guint partner = b < self->n_b && neighbor < self->n_b ? self->of_b[b] : VAC_SEQUENCE_NONE;
  guint here, there;

  if (partner == VAC_SEQUENCE_NONE || !is_left_b (self, neighbor) ||
      self->numbers_b[b] != self->numbers_b[neighbor])
    return;
  here = b < neighbor ? partner - 1 : partner + 1;
  there = b < neighbor ? partner + 1 : partner - 1;
  if (!has_left_a (self, here) || has_left_a (self, there))
    return;
  self->of_b[b] = VAC_SEQUENCE_NONE;
  match (self, partner, neighbor);
}

static void
slide_duplicates (Elements *self)
{
  for (guint j = 0; j < self->n_b; j++)
    slide (self, j + 1, j);
  for (guint j = self->n_b; j > 0; j--)
    slide (self, j - 1, j);
}

static void
match_places (Elements *self)
{
  g_autoptr (GArray) left_a = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) left_b = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i = 0, j = 0;

  slide_duplicates (self);
  find_gaps (self);
  while (i < self->n_a && j < self->n_b)
    {
      const guint gap = MIN (self->gaps_a[i], self->gaps_b[j]);

      g_array_set_size (left_a, 0);
      g_array_set_size (left_b, 0);
      for (; i < self->n_a && self->gaps_a[i] == gap; i++)
        if (is_left_a (self, i))
          g_array_append_val (left_a, i);
      for (; j < self->n_b && self->gaps_b[j] == gap; j++)
        if (is_left_b (self, j))
          g_array_append_val (left_b, j);
      if (left_a->len > 0 && left_b->len > 0)
        match_gap (self, left_a, left_b);
    }
}

static VacNode **
list_elements (VacNode *list)
{
  const guint n = vac_node_get_n_children (list);
  VacNode **elements = g_new (VacNode *, n + 1);

  for (guint i = 0; i < n; i++)
    elements[i] = vac_node_get_child (list, i);

  return elements;
}

static VacAlignment *
alignment_new (guint n_a,
               guint n_b)
{
  VacAlignment *self = g_new0 (VacAlignment, 1);

  self->n_a = n_a;
  self->n_b = n_b;
  self->of_a = g_new (guint, n_a + 1);
  self->of_b = g_new (guint, n_b + 1);
  self->settled = g_new0 (gboolean, n_b + 1);
  for (guint i = 0; i < n_a; i++)
    self->of_a[i] = VAC_SEQUENCE_NONE;
  for (guint j = 0; j < n_b; j++)
    self->of_b[j] = VAC_SEQUENCE_NONE;

  return self;
}

/*
 * vac_aligner_align:
 * @list_a: a list
 * @list_b: another one of the same field
 *
 * Returns: (transfer full): which of their elements are the same, changed or not, and which of
 *   those stand in their order
 */
VacAlignment *
vac_aligner_align (VacAligner *self,
                   VacNode    *list_a,
                   VacNode    *list_b)
{
  g_autofree VacNode **a = list_elements (list_a);
  g_autofree VacNode **b = list_elements (list_b);
  const VacRole id = vac_field_get_id_role (vac_node_get_field (list_a)->element);
  VacAlignment *alignment = alignment_new (vac_node_get_n_children (list_a),
                                           vac_node_get_n_children (list_b));
  g_autofree guint *gaps_a = g_new (guint, alignment->n_a + 1);
  g_autofree guint *gaps_b = g_new (guint, alignment->n_b + 1);
  g_autofree guint *numbers_a = g_new (guint, alignment->n_a + 1);
  g_autofree guint *numbers_b = g_new (guint, alignment->n_b + 1);
  Elements elements = { self, a, b, alignment->n_a, alignment->n_b, alignment->of_a,
                        alignment->of_b, gaps_a, gaps_b, numbers_a, numbers_b };

  if (alignment->n_a == 0 || alignment->n_b == 0)
    return alignment;

  if (id != VAC_ROLE_NONE)
    match_ids (&elements, id);
  match_same (&elements);
  find_gaps (&elements);
  match_alike (&elements);
  match_places (&elements);
  match_again (&elements);
  vac_sequence_rise (alignment->of_b, alignment->n_b, alignment->settled);

  return alignment;
}

/*
 * vac_aligner_match_rest:
 * @a: (element-type VacNode): elements of several lists of A that are left over
 * @b: (element-type VacNode): those of B, all of the same field
 * @of_a: (array): takes for each of @a its position in @b, or %VAC_SEQUENCE_NONE
 *
 * Finds what went from one list to another. Elements without words are everywhere and nowhere.
 */
void
vac_aligner_match_rest (VacAligner *self,
                        GPtrArray  *a,
                        GPtrArray  *b,
                        guint      *of_a)
{
  g_autofree guint *of_b = g_new (guint, b->len + 1);
  Elements elements = { self, (VacNode **) a->pdata, (VacNode **) b->pdata, a->len, b->len, of_a,
                        of_b };

  for (guint i = 0; i < a->len; i++)
    of_a[i] = VAC_SEQUENCE_NONE;
  for (guint j = 0; j < b->len; j++)
    of_b[j] = VAC_SEQUENCE_NONE;
  match_alike (&elements);
}
