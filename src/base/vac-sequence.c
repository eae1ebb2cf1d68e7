/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-sequence"

#include "config.h"

#include <string.h>

#include "vac-sequence.h"

/* What two sequences have in common, in order. */

/* The least number of steps after which a shortest way is no longer looked for. */
#define FEWEST_STEPS 256

typedef struct
{
  const guint *a;
  const guint *b;
  const guint *places_a;   /* of what is compared in the whole sequences */
  const guint *places_b;
  guint       *partners;
  int         *forward;    /* by diagonal: how far a way from the start has come in @a */
  int         *backward;   /* by diagonal: how far a way from the end has come in @a */
  int          most;       /* steps */
} Matcher;

/* A stretch of both sequences: from the first until before the second. */
typedef struct
{
  int a0;
  int a1;
  int b0;
  int b1;
} Box;

typedef struct
{
  int x;
  int y;
} Point;

static Point
clamp (const Box *box,
       int        x,
       int        diagonal)
{
  x = CLAMP (x, box->a0, box->a1);
  if (x - diagonal > box->b1)
    x = box->b1 + diagonal;
  if (x - diagonal < box->b0)
    x = box->b0 + diagonal;

  return (Point) { x, x - diagonal };
}

/* One step further from the start on each diagonal. Returns: whether a way from the end was met. */
static gboolean
step_forward (Matcher   *self,
              const Box *box,
              int        first,
              int        last,
              int        met_first,
              int        met_last,
              gboolean   can_meet,
              Point     *met)
{
  for (int diagonal = last; diagonal >= first; diagonal -= 2)
    {
      int x = MAX (self->forward[diagonal - 1] + 1, self->forward[diagonal + 1]);

      while (x < box->a1 && x - diagonal < box->b1 && self->a[x] == self->b[x - diagonal])
        x++;
      self->forward[diagonal] = x;
      if (can_meet && met_first <= diagonal && diagonal <= met_last &&
          self->backward[diagonal] <= x)
        {
          *met = clamp (box, x, diagonal);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
step_backward (Matcher   *self,
               const Box *box,
               int        first,
               int        last,
               int        met_first,
               int        met_last,
               gboolean   can_meet,
               Point     *met)
{
  for (int diagonal = last; diagonal >= first; diagonal -= 2)
    {
      int x = MIN (self->backward[diagonal - 1], self->backward[diagonal + 1] - 1);

      while (x > box->a0 && x - diagonal > box->b0 && self->a[x - 1] == self->b[x - diagonal - 1])
        x--;
      self->backward[diagonal] = x;
      if (can_meet && met_first <= diagonal && diagonal <= met_last &&
          x <= self->forward[diagonal])
        {
          *met = clamp (box, x, diagonal);
          return TRUE;
        }
    }

  return FALSE;
}

/* Where a way that was given up had come furthest, from the start or from the end. */
static Point
find_furthest (Matcher   *self,
               const Box *box,
               int        forward_first,
               int        forward_last,
               int        backward_first,
               int        backward_last)
{
  Point ahead = { box->a0, box->b0 }, behind = { box->a1, box->b1 };

  for (int diagonal = forward_first; diagonal <= forward_last; diagonal += 2)
    {
      Point point = clamp (box, self->forward[diagonal], diagonal);

      if (point.x + point.y > ahead.x + ahead.y)
        ahead = point;
    }
  for (int diagonal = backward_first; diagonal <= backward_last; diagonal += 2)
    {
      Point point = clamp (box, self->backward[diagonal], diagonal);

      if (point.x + point.y < behind.x + behind.y)
        behind = point;
    }

  return ahead.x + ahead.y - box->a0 - box->b0 > box->a1 + box->b1 - behind.x - behind.y ? ahead
                                                                                         : behind;
}

/* Where a shortest way from one corner of the box to the other passes its middle: Myers, "An O(ND)
 * difference algorithm and its variations" (1986), section 4b. A way that takes too long is given
 * up for one that is good enough, so that the time stays bounded. */
static Point
find_middle (Matcher   *self,
             const Box *box)
{
  const int least = box->a0 - box->b1, greatest = box->a1 - box->b0;
  const int start = box->a0 - box->b0, end = box->a1 - box->b1;
  const gboolean odd = (start - end) & 1;
  int forward_first = start, forward_last = start, backward_first = end, backward_last = end;
  Point met;

  self->forward[start] = box->a0;
  self->backward[end] = box->a1;
  for (int steps = 1; steps <= self->most; steps++)
    {
      if (forward_first > least)
        self->forward[--forward_first - 1] = -1;
      else
        forward_first++;
      if (forward_last < greatest)
        self->forward[++forward_last + 1] = -1;
      else
        forward_last--;
      if (step_forward (self, box, forward_first, forward_last, backward_first, backward_last, odd,
                        &met))
        return met;

      if (backward_first > least)
        self->backward[--backward_first - 1] = G_MAXINT;
      else
        backward_first++;
      if (backward_last < greatest)
        self->backward[++backward_last + 1] = G_MAXINT;
      else
        backward_last--;
      if (step_backward (self, box, backward_first, backward_last, forward_first, forward_last,
                         !odd, &met))
        return met;
    }

  return find_furthest (self, box, forward_first, forward_last, backward_first, backward_last);
}

static void
match_at (Matcher *self,
          int      x,
          int      y)
{
  self->partners[self->places_a[x]] = self->places_b[y];
}

static gboolean
is_corner (const Box *box,
           Point      point)
{
  return (point.x == box->a0 && point.y == box->b0) || (point.x == box->a1 && point.y == box->b1);
}

static void
match_box (Matcher *self,
           Box      box)
{
  Point middle;

  while (box.a0 < box.a1 && box.b0 < box.b1)
    {
      if (self->a[box.a0] == self->b[box.b0])
        {
          match_at (self, box.a0++, box.b0++);
          continue;
        }
      if (self->a[box.a1 - 1] == self->b[box.b1 - 1])
        {
          match_at (self, --box.a1, --box.b1);
          continue;
        }
      middle = find_middle (self, &box);
      if (is_corner (&box, middle))
        return;
      match_box (self, (Box) { box.a0, middle.x, box.b0, middle.y });
      box.a0 = middle.x;
      box.b0 = middle.y;
    }
}

/* What the other sequence has nowhere can have no partner, and only costs time. Returns: how many
 * are left */
static guint
keep_shared (const guint *values,
             guint        n_values,
             GHashTable  *others,
             guint       *shared,
             guint       *places)
{
  guint n = 0;

  for (guint i = 0; i < n_values; i++)
    if (g_hash_table_contains (others, GUINT_TO_POINTER (values[i])))
      {
        shared[n] = values[i];
        places[n++] = i;
      }

  return n;
}

static GHashTable *
collect (const guint *values,
         guint        n_values)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_values; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (values[i]));

  return set;
}

/**
 * vac_sequence_match:
 * @a: (array length=n_a): numbers that stand for words, lines or elements
 * @n_a: how many
 * @b: (array length=n_b): others, where the same number is the same thing
 * @n_b: how many
 * @partners: (array length=n_a) (out caller-allocates): for each of @a the position in @b that it
 *   went to, or %VAC_SEQUENCE_NONE
 *
 * Finds what the two have in common, in their order: as much as possible where they are alike, and
 * a good deal of it where they are long and differ a lot. The time grows with the length times its
 * square root at the worst.
 */
void
vac_sequence_match (const guint *a,
                    guint        n_a,
                    const guint *b,
                    guint        n_b,
                    guint       *partners)
{
  g_autoptr (GHashTable) set_a = collect (a, n_a);
  g_autoptr (GHashTable) set_b = collect (b, n_b);
  g_autofree guint *shared_a = g_new (guint, n_a + 1);
  g_autofree guint *shared_b = g_new (guint, n_b + 1);
  g_autofree guint *places_a = g_new (guint, n_a + 1);
  g_autofree guint *places_b = g_new (guint, n_b + 1);
  g_autofree int *forward = NULL;
  g_autofree int *backward = NULL;
  Matcher matcher = { .partners = partners, .most = FEWEST_STEPS };
  int n_shared_a, n_shared_b;

  for (guint i = 0; i < n_a; i++)
    partners[i] = VAC_SEQUENCE_NONE;
  n_shared_a = (int) keep_shared (a, n_a, set_b, shared_a, places_a);
  n_shared_b = (int) keep_shared (b, n_b, set_a, shared_b, places_b);
  while (matcher.most * matcher.most < n_shared_a + n_shared_b)
    matcher.most *= 2;

  forward = g_new (int, n_shared_a + n_shared_b + 3);
  backward = g_new (int, n_shared_a + n_shared_b + 3);
  matcher.a = shared_a;
  matcher.b = shared_b;
  matcher.places_a = places_a;
  matcher.places_b = places_b;
  matcher.forward = forward + n_shared_b + 1;
  matcher.backward = backward + n_shared_b + 1;
  match_box (&matcher, (Box) { 0, n_shared_a, 0, n_shared_b });
}

/**
 * vac_sequence_rise:
 * @values: (array length=n_values): numbers of which no two are the same, besides
 *   %VAC_SEQUENCE_NONE
 * @n_values: how many
 * @rising: (array length=n_values) (out caller-allocates): whether it belongs to the longest row
 *   of them that rises; never for %VAC_SEQUENCE_NONE
 *
 * Tells what can stay where it is from what has to move. Of several longest rows, that with the
 * smallest numbers is taken. (Fredman, "On computing the length of longest increasing
 * subsequences", 1975.)
 */
void
vac_sequence_rise (const guint *values,
                   guint        n_values,
                   gboolean    *rising)
{
  g_autofree guint *ends = g_new (guint, n_values + 1);      /* by length: the last of such a row */
  g_autofree guint *previous = g_new (guint, n_values + 1);
  guint length = 0;

  for (guint i = 0; i < n_values; i++)
    {
      guint low = 0, high = length;

      rising[i] = FALSE;
      if (values[i] == VAC_SEQUENCE_NONE)
        continue;
      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (values[ends[middle]] < values[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? ends[low - 1] : VAC_SEQUENCE_NONE;
      ends[low] = i;
      length = MAX (length, low + 1);
    }
  for (guint i = length > 0 ? ends[length - 1] : VAC_SEQUENCE_NONE; i != VAC_SEQUENCE_NONE;
       i = previous[i])
    rising[i] = TRUE;
}

typedef struct
{
  const guint *costs;
  guint        n_a;
  guint        n_b;
  guint        one_side;
  guint       *partners;   /* of what is tried */
  gboolean    *taken;      /* of B, by what is tried */
  guint       *best;
  guint        least;
} Pairing;

static guint
count_moves (const Pairing *self)
{
  g_autofree gboolean *rising = g_new (gboolean, self->n_a + 1);
  guint n = 0;

  vac_sequence_rise (self->partners, self->n_a, rising);
  for (guint i = 0; i < self->n_a; i++)
    n += self->partners[i] != VAC_SEQUENCE_NONE && !rising[i] ? 1 : 0;

  return n;
}

/* Tries what can become of the elements of A from @i on; those before cost @cost. */
static void
try_pairs (Pairing *self,
           guint    i,
           guint    cost)
{
  if (cost >= self->least)
    return;
  if (i == self->n_a)
    {
      for (guint j = 0; j < self->n_b; j++)
        cost += self->taken[j] ? 0 : self->one_side;
      cost += count_moves (self) * self->one_side;
      if (cost >= self->least)
        return;
      self->least = cost;
      memcpy (self->best, self->partners, self->n_a * sizeof *self->best);
      return;
    }

  for (guint j = 0; j < self->n_b; j++)
    {
      const guint pair = self->costs[i * self->n_b + j];

      if (self->taken[j] || pair == VAC_SEQUENCE_NONE)
        continue;
      self->taken[j] = TRUE;
      self->partners[i] = j;
      try_pairs (self, i + 1, cost + pair);
      self->taken[j] = FALSE;
    }
  self->partners[i] = VAC_SEQUENCE_NONE;
  try_pairs (self, i + 1, cost + self->one_side);
}

/**
 * vac_sequence_pair:
 * @costs: (array): for each of A and each of B what it costs to see the one as what became of the
 *   other; %VAC_SEQUENCE_NONE where that cannot be
 * @n_a: how many there are in A
 * @n_b: how many there are in B
 * @one_side: what each costs that is in one of them alone, and each that has moved
 * @partners: (array length=n_a) (out caller-allocates): takes for each of A which of B it became,
 *   or %VAC_SEQUENCE_NONE
 *
 * Finds the cheapest way from A to B by trying all of them, so that both have to be short: there
 * are 13,327 ways for six.
 */
void
vac_sequence_pair (const guint *costs,
                   guint        n_a,
                   guint        n_b,
                   guint        one_side,
                   guint       *partners)
{
  g_autofree guint *tried = g_new (guint, n_a + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, n_b + 1);
  Pairing pairing = { costs, n_a, n_b, one_side, tried, taken, partners, VAC_SEQUENCE_NONE };

  try_pairs (&pairing, 0, 0);
}
