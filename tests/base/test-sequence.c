/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-sequence.h"

#define LONG 20000

static guint
count_matches (const guint *partners,
               guint        n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += partners[i] != VAC_SEQUENCE_NONE;

  return count;
}

/* In order, and each the same on both sides. */
static void
assert_valid (const guint *a,
              guint        n_a,
              const guint *b,
              guint        n_b,
              const guint *partners)
{
  guint next = 0;

  for (guint i = 0; i < n_a; i++)
    {
      if (partners[i] == VAC_SEQUENCE_NONE)
        continue;
      g_assert_cmpuint (partners[i], >=, next);
      g_assert_cmpuint (partners[i], <, n_b);
      g_assert_cmpuint (a[i], ==, b[partners[i]]);
      next = partners[i] + 1;
    }
}

/* The plain way, by a table of all beginnings. */
static guint
find_most (const guint *a,
           guint        n_a,
           const guint *b,
           guint        n_b)
{
  g_autofree guint *most = g_new0 (guint, (n_a + 1) * (n_b + 1));

  for (guint i = 1; i <= n_a; i++)
    for (guint j = 1; j <= n_b; j++)
      {
        const guint without = MAX (most[(i - 1) * (n_b + 1) + j], most[i * (n_b + 1) + j - 1]);

        most[i * (n_b + 1) + j] =
            a[i - 1] == b[j - 1] ? MAX (without, most[(i - 1) * (n_b + 1) + j - 1] + 1) : without;
      }

  return most[n_a * (n_b + 1) + n_b];
}

static guint
fill (GRand *random,
      guint *values,
      guint  most,
      guint  n_kinds)
{
  const guint n = (guint) g_rand_int_range (random, 0, (gint32) most + 1);

  for (guint i = 0; i < n; i++)
    values[i] = (guint) g_rand_int_range (random, 0, (gint32) n_kinds);

  return n;
}

static void
test_short_sequences_match_as_much_as_possible (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint a[40], b[40], partners[40];

  for (guint round = 0; round < 5000; round++)
    {
      const guint n_kinds = 1 + round % 12;
      const guint n_a = fill (random, a, G_N_ELEMENTS (a), n_kinds);
      const guint n_b = fill (random, b, G_N_ELEMENTS (b), n_kinds);

      vac_sequence_match (a, n_a, b, n_b, partners);
      assert_valid (a, n_a, b, n_b, partners);
      g_assert_cmpuint (count_matches (partners, n_a), ==, find_most (a, n_a, b, n_b));
    }
}

/* These would take the square of their length if a shortest way were looked for to the end. */
static void
test_long_sequences_without_order_match_validly (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autofree guint *a = g_new (guint, LONG);
  g_autofree guint *b = g_new (guint, LONG);
  g_autofree guint *partners = g_new (guint, LONG);

  for (guint n_kinds = 2; n_kinds < LONG; n_kinds *= 10)
    {
      for (guint i = 0; i < LONG; i++)
        {
          a[i] = (guint) g_rand_int_range (random, 0, (gint32) n_kinds);
          b[i] = (guint) g_rand_int_range (random, 0, (gint32) n_kinds);
        }
      vac_sequence_match (a, LONG, b, LONG, partners);
      assert_valid (a, LONG, b, LONG, partners);
      g_assert_cmpuint (count_matches (partners, LONG), >, 0);
    }
}

static void
test_what_does_not_rise_has_to_move (void)
{
  static const struct
  {
    guint    values[5];
    gboolean rising[5];
  } rows[] = {
    { { 0, 1, 2, 3, 4 }, { TRUE, TRUE, TRUE, TRUE, TRUE } },
    { { 4, 0, 1, 2, 3 }, { FALSE, TRUE, TRUE, TRUE, TRUE } },
    { { 1, 2, 3, 4, 0 }, { TRUE, TRUE, TRUE, TRUE, FALSE } },
    { { 0, VAC_SEQUENCE_NONE, 1, VAC_SEQUENCE_NONE, 2 }, { TRUE, FALSE, TRUE, FALSE, TRUE } },
    { { 0, 3, 1, 2, 4 }, { TRUE, FALSE, TRUE, TRUE, TRUE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean rising[5];

      vac_sequence_rise (rows[i].values, 5, rising);
      g_assert_cmpmem (rising, sizeof rising, rows[i].rising, sizeof rows[i].rising);
    }
}

/* What is shifted stays itself, a change is cheaper than one left on each side, and what went to
 * the front has moved. */
static void
test_pairs_are_the_cheapest (void)
{
  const guint none = VAC_SEQUENCE_NONE;
  const guint shifted[] = { none, 11, 0, none };
  const guint changed[] = { 11, none, none, 11 };
  const guint moved[] = { none, 0, none, none, none, 0, 0, none, none };
  guint partners[3];

  vac_sequence_pair (shifted, 2, 2, 10, partners);
  g_assert_cmpuint (partners[0], ==, none);
  g_assert_cmpuint (partners[1], ==, 0);
  vac_sequence_pair (changed, 2, 2, 10, partners);
  g_assert_cmpuint (partners[0], ==, 0);
  g_assert_cmpuint (partners[1], ==, 1);
  vac_sequence_pair (moved, 3, 3, 10, partners);
  g_assert_cmpuint (partners[0], ==, 1);
  g_assert_cmpuint (partners[1], ==, 2);
  g_assert_cmpuint (partners[2], ==, 0);
  vac_sequence_pair (NULL, 2, 0, 10, partners);
  g_assert_cmpuint (partners[1], ==, none);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sequence/short-ones-match-as-much-as-possible",
                   test_short_sequences_match_as_much_as_possible);
  g_test_add_func ("/sequence/long-ones-without-order-match-validly",
                   test_long_sequences_without_order_match_validly);
  g_test_add_func ("/sequence/what-does-not-rise-has-to-move",
                   test_what_does_not_rise_has_to_move);
  g_test_add_func ("/sequence/pairs-are-the-cheapest", test_pairs_are_the_cheapest);

  return g_test_run ();
}
