/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-align"

#include "config.h"

#include "vac-diff-elements.h"

/* Which element of one list became which of the other: by id, by being the same, by being like it,
 * and by standing in its place. Each way takes what the ones before it have left over. */

/* How many pairs of elements in the same place are compared, for all lists together. */
#define MOST_PAIRS 2000000

/* All ways are tried from one list of so many elements to another. */
#define LONGEST_SHORT 6

#define IMPOSSIBLE (G_MAXUINT / 4)
#define ONE_SIDE   1000   /* what an element costs that is in one list alone */

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

/* The numbers of the contents are smaller. */
static guint
count_of_numbers (const VacElements *self)
{
  return 2 * self->n_a + self->n_b + 1;
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
match_ids (VacElements *self,
           VacRole      role)
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
        vac_elements_match (self, a - 1, b - 1);
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
number_contents (VacElements *self,
                 Content     *storage)
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

/* What it costs to see @b as what became of @a: never more than to see them as one removed and one
 * inserted, or impossible. An element of a word or two is allowed to become quite another one. */
static guint
get_cost (VacElements *self,
          guint        a,
          guint        b)
{
  GArray *profile_a, *profile_b;
  guint likeness;
  gboolean small;

  if (self->numbers_a[a] == self->numbers_b[b])
    return 0;
  profile_a = vac_aligner_get_profile (self->aligner, self->a[a]);
  profile_b = vac_aligner_get_profile (self->aligner, self->b[b]);
  likeness = vac_profile_compare (profile_a, profile_b);
  small = MAX (profile_a->len, profile_b->len) <= 2 || profile_a->len == 0 || profile_b->len == 0;
  if (likeness < VAC_ALIKE_HERE &&
      (!small || vac_diff_count_leaves (self->aligner->breaks, self->a[a], self->b[b], 2) > 1))
    return IMPOSSIBLE;

  return ONE_SIDE + (1000 - likeness) * 9 / 10;
}

/* The cheapest way to align what is left between two elements that stayed, in order. With
 * @only_same, those that would be changed are left for now: they may be found elsewhere. */
static void
match_gap (VacElements *self,
           GArray      *left_a,
           GArray      *left_b,
           gboolean     only_same)
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
        {
          if (!only_same || pairs[i * width + j] == 0)
            vac_elements_match (self, g_array_index (left_a, guint, i),
                                g_array_index (left_b, guint, j));
          i++;
          j++;
        }
      else if (*cost == cost[width] + ONE_SIDE)
        i++;
      else
        j++;
    }
}

/* Says of each element behind how many of those that stayed in their order it is. */
static void
find_gaps (VacElements *self)
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

/* Aligns what is left between elements that stayed. */
static void
match_gaps (VacElements *self,
            gboolean     only_same)
{
  g_autoptr (GArray) left_a = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) left_b = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i = 0, j = 0;

  while (i < self->n_a && j < self->n_b)
    {
      const guint gap = MIN (self->gaps_a[i], self->gaps_b[j]);

      g_array_set_size (left_a, 0);
      g_array_set_size (left_b, 0);
      for (; i < self->n_a && self->gaps_a[i] == gap; i++)
        if (vac_elements_is_left_a (self, i))
          g_array_append_val (left_a, i);
      for (; j < self->n_b && self->gaps_b[j] == gap; j++)
        if (vac_elements_is_left_b (self, j))
          g_array_append_val (left_b, j);
      if (left_a->len > 0 && left_b->len > 0)
        match_gap (self, left_a, left_b, only_same);
    }
}

/* Counts how often each number is there. Returns: whether one is more than once */
static gboolean
count_numbers (const guint *numbers,
               guint        n,
               guint       *counts)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    any = ++counts[numbers[i]] > 1 || any;

  return any;
}

static void
add_left (const guint *of,
          guint        n,
          GArray      *left)
{
  for (guint i = 0; i < n; i++)
    if (of[i] == VAC_SEQUENCE_NONE)
      g_array_append_val (left, i);
}

/* Pairs what is left of two short lists in the cheapest way of all. */
static void
match_short (VacElements *self,
             GArray      *left_a,
             GArray      *left_b)
{
  guint costs[LONGEST_SHORT * LONGEST_SHORT];
  guint partners[LONGEST_SHORT];

  for (guint i = 0; i < left_a->len; i++)
    for (guint j = 0; j < left_b->len; j++)
      {
        const guint cost = get_cost (self, g_array_index (left_a, guint, i),
                                     g_array_index (left_b, guint, j));

        /* One difference, however little alike they are. */
        costs[i * left_b->len + j] = cost == IMPOSSIBLE ? VAC_SEQUENCE_NONE
                                     : cost == 0        ? 0
                                                        : ONE_SIDE + (cost - ONE_SIDE) / 10;
      }
  vac_sequence_pair (costs, left_a->len, left_b->len, ONE_SIDE, partners);
  for (guint i = 0; i < left_a->len; i++)
    if (partners[i] != VAC_SEQUENCE_NONE)
      vac_elements_match (self, g_array_index (left_a, guint, i),
                          g_array_index (left_b, guint, partners[i]));
}

/* Those that are the same, and the only ones of their content. */
static void
match_singles (VacElements *self,
               const guint *counts_a,
               const guint *counts_b)
{
  g_autofree guint *of_number = g_new0 (guint, count_of_numbers (self));

  for (guint j = 0; j < self->n_b; j++)
    of_number[self->numbers_b[j]] = j;
  for (guint i = 0; i < self->n_a; i++)
    {
      const guint number = self->numbers_a[i];

      if (vac_elements_is_left_a (self, i) && counts_a[number] == 1 && counts_b[number] == 1 &&
          vac_elements_is_left_b (self, of_number[number]))
        vac_elements_match (self, i, of_number[number]);
    }
}

/* Which of several elements that say the same stays depends on what becomes of the others: of C C
 * becoming F C the first one is changed. */
static void
match_duplicates (VacElements *self)
{
  g_autoptr (GArray) left_a = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) left_b = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *counts_a = g_new0 (guint, count_of_numbers (self));
  g_autofree guint *counts_b = g_new0 (guint, count_of_numbers (self));
  const gboolean any_a = count_numbers (self->numbers_a, self->n_a, counts_a);
  const gboolean any_b = count_numbers (self->numbers_b, self->n_b, counts_b);

  if (!any_a && !any_b)
    return;
  add_left (self->of_a, self->n_a, left_a);
  add_left (self->of_b, self->n_b, left_b);
  if (MAX (left_a->len, left_b->len) <= LONGEST_SHORT)
    {
      match_short (self, left_a, left_b);
      return;
    }

  match_singles (self, counts_a, counts_b);
  find_gaps (self);
  match_gaps (self, TRUE);
}

/* Those in their order first; what is left of the same number then has moved. */
static void
match_numbers (VacElements *self)
{
  g_autofree guint *partners = g_new (guint, self->n_a + 1);
  g_autofree guint *queue = g_new (guint, count_of_numbers (self));
  g_autofree guint *next = g_new (guint, self->n_a + 1);

  match_duplicates (self);
  vac_sequence_match (self->numbers_a, self->n_a, self->numbers_b, self->n_b, partners);
  for (guint i = 0; i < self->n_a; i++)
    if (partners[i] != VAC_SEQUENCE_NONE && vac_elements_is_left_a (self, i) &&
        vac_elements_is_left_b (self, partners[i]))
      vac_elements_match (self, i, partners[i]);

  for (guint i = 0; i < count_of_numbers (self); i++)
    queue[i] = VAC_SEQUENCE_NONE;
  for (guint i = self->n_a; i > 0; i--)
    if (vac_elements_is_left_a (self, i - 1))
      {
        next[i - 1] = queue[self->numbers_a[i - 1]];
        queue[self->numbers_a[i - 1]] = i - 1;
      }
  for (guint j = 0; j < self->n_b; j++)
    {
      const guint first = queue[self->numbers_b[j]];

      if (!vac_elements_is_left_b (self, j) || first == VAC_SEQUENCE_NONE)
        continue;
      queue[self->numbers_b[j]] = next[first];
      vac_elements_match (self, first, j);
    }
}

static void
match_same (VacElements *self)
{
  g_autofree Content *storage = g_new (Content, self->n_a + self->n_b + 1);

  number_contents (self, storage);
  match_numbers (self);
}

/* Of elements that say the same, those are kept that have to move least now that all partners are
 * known: each element of A counts as what it became. */
static void
match_again (VacElements *self)
{
  for (guint i = 0; i < self->n_a; i++)
    self->numbers_a[i] = vac_elements_is_left_a (self, i) ? self->n_a + self->n_b + i
                                             : self->numbers_b[self->of_a[i]];
  for (guint i = 0; i < self->n_a; i++)
    self->of_a[i] = VAC_SEQUENCE_NONE;
  for (guint j = 0; j < self->n_b; j++)
    self->of_b[j] = VAC_SEQUENCE_NONE;
  match_numbers (self);
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
  VacElements elements = { self, a, b, alignment->n_a, alignment->n_b, alignment->of_a,
                        alignment->of_b, gaps_a, gaps_b, numbers_a, numbers_b };

  if (alignment->n_a == 0 || alignment->n_b == 0)
    return alignment;

  if (id != VAC_ROLE_NONE)
    match_ids (&elements, id);
  match_same (&elements);
  find_gaps (&elements);
  vac_elements_match_alike (&elements);
  find_gaps (&elements);
  match_gaps (&elements, FALSE);
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
 * Finds what went from one list to another. VacElements without words are everywhere and nowhere.
 */
void
vac_aligner_match_rest (VacAligner *self,
                        GPtrArray  *a,
                        GPtrArray  *b,
                        guint      *of_a)
{
  g_autofree guint *of_b = g_new (guint, b->len + 1);
  VacElements elements = { self, (VacNode **) a->pdata, (VacNode **) b->pdata, a->len, b->len, of_a,
                        of_b };

  for (guint i = 0; i < a->len; i++)
    of_a[i] = VAC_SEQUENCE_NONE;
  for (guint j = 0; j < b->len; j++)
    of_b[j] = VAC_SEQUENCE_NONE;
  vac_elements_match_alike (&elements);
}
