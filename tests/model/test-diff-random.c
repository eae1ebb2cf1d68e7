/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "diff-edits.h"
#include "support.h"
#include "vac-diff.h"
#include "vac-writer.h"

/* What must be true of the differences of any two documents. */

#define N_SEEDS 300

typedef struct
{
  VacDocument *a;
  VacDocument *b;
  GRand       *random;
  guint        n_edits;
} Pair;

static void
pair_clear (Pair *self)
{
  g_clear_object (&self->a);
  g_clear_object (&self->b);
  g_clear_pointer (&self->random, g_rand_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

/* A posting, and the same after some edits. */
static Pair
make_pair (guint seed)
{
  g_auto (GStrv) names = support_list_postings ();
  const guint n_names = g_strv_length (names);
  Pair pair = { .random = g_rand_new_with_seed (seed) };

  pair.a = seed % (n_names + 1) == n_names ? support_load_guide ()
                                           : support_load_posting (names[seed % (n_names + 1)]);
  pair.b = vac_copy_document (pair.a);
  pair.n_edits = 1 + seed % 7;
  diff_edits_make (pair.b, vac_document_get_root (pair.b), pair.random, pair.n_edits);

  return pair;
}

static void
assert_alike (VacDocument *a,
              VacDocument *b)
{
  g_autoptr (VacDiff) diff = vac_diff_new (a, b);
  g_autofree char *summary = vac_diff_summarize (diff);

  g_test_message ("%s", summary);
  g_assert_cmpuint (vac_diff_get_differences (diff)->len, ==, 0);
}

static void
assert_taking_all_gives (VacDocument *from,
                         VacDocument *to)
{
  g_autoptr (VacDocument) copy = vac_copy_document (from);
  g_autoptr (VacDiff) diff = vac_diff_new (copy, to);

  g_assert_true (vac_diff_take_all (diff, NULL));
  support_assert_same_documents (copy, to);
  vac_document_undo (copy);
  support_assert_same_documents (copy, from);
}

static void
test_taking_all_gives_the_other_document_and_back (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Pair) pair = make_pair (seed);

      g_test_message ("seed %u", seed);
      assert_taking_all_gives (pair.a, pair.b);
      assert_taking_all_gives (pair.b, pair.a);
    }
}

static void
test_there_are_never_more_differences_than_edits (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Pair) pair = make_pair (seed);
      g_autoptr (VacDiff) diff = vac_diff_new (pair.a, pair.b);
      GPtrArray *differences = vac_diff_get_differences (diff);

      g_test_message ("seed %u: %u edits", seed, pair.n_edits);
      for (guint i = 0; i < differences->len; i++)
        {
          g_autofree char *line = vac_diff_describe (diff, g_ptr_array_index (differences, i));

          g_test_message ("  %s", line);
        }
      g_assert_cmpuint (differences->len, <=, pair.n_edits);
    }
}

/* --- Short lists of choices, all of them --- */

#define N_CHOICES 3
/* One more makes it thirty times as long. */
#define LONGEST 3

static const VacField *
get_choice_field (VacDocument *document)
{
  return vac_node_get_field (vac_document_get (document, VAC_ROLE_EMPLOYMENT_TYPES))->element;
}

static char *
list_choices (VacDocument *document)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_EMPLOYMENT_TYPES);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    g_string_append_printf (text, " %s", vac_node_get_text (vac_node_get_child (list, i)));

  return g_string_free (text, FALSE);
}

/* Makes the nth edit of @list. Returns: whether there is one */
static gboolean
edit_choices (VacDocument *document,
              guint        nth)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_EMPLOYMENT_TYPES);
  const VacField *field = get_choice_field (document);
  const guint n = vac_node_get_n_children (list);

  if (nth < n * N_CHOICES)
    return vac_document_set_text (document, vac_node_get_child (list, nth / N_CHOICES),
                                  field->choices[nth % N_CHOICES].id) || TRUE;
  nth -= n * N_CHOICES;
  if (nth < (n + 1) * N_CHOICES)
    {
      g_autoptr (VacNode) node = vac_node_new_leaf (field, field->choices[nth % N_CHOICES].id);

      vac_document_insert (document, list, nth / N_CHOICES, node);
      return TRUE;
    }
  nth -= (n + 1) * N_CHOICES;
  if (nth < n)
    {
      vac_document_remove (document, vac_node_get_child (list, nth));
      return TRUE;
    }
  nth -= n;
  if (nth < n * n)
    {
      vac_document_move (document, vac_node_get_child (list, nth / n), nth % n);
      return TRUE;
    }

  return FALSE;
}

static void
assert_few_differences (VacDocument *a,
                        VacDocument *b,
                        guint        n_edits)
{
  g_autoptr (VacDiff) diff = vac_diff_new (a, b);
  g_autofree char *from = NULL, *to = NULL, *summary = NULL;

  if (vac_diff_get_differences (diff)->len <= n_edits)
    return;
  from = list_choices (a);
  to = list_choices (b);
  summary = vac_diff_summarize (diff);
  g_error ("from%s to%s: %s", from, to, summary);
}

static void
test_short_lists_have_never_more_differences_than_edits (void)
{
  for (guint length = 0, n_lists = 1; length <= LONGEST; length++, n_lists *= N_CHOICES)
    for (guint number = 0; number < n_lists; number++)
      {
        g_autoptr (VacDocument) a = vac_document_new ();
        VacNode *list = vac_document_get (a, VAC_ROLE_EMPLOYMENT_TYPES);

        for (guint i = 0, digits = number; i < length; i++, digits /= N_CHOICES)
          {
            g_autoptr (VacNode) node = vac_node_new_leaf (
                get_choice_field (a), get_choice_field (a)->choices[digits % N_CHOICES].id);

            vac_document_insert (a, list, i, node);
          }
        for (guint first = 0;; first++)
          {
            g_autoptr (VacDocument) once = vac_copy_document (a);

            if (!edit_choices (once, first))
              break;
            assert_few_differences (a, once, 1);
            for (guint second = 0;; second++)
              {
                g_autoptr (VacDocument) twice = vac_copy_document (once);

                if (!edit_choices (twice, second))
                  break;
                assert_few_differences (a, twice, 2);
              }
          }
      }
}

static void
shuffle (GPtrArray *array,
         GRand     *random)
{
  for (guint i = array->len; i > 1; i--)
    {
      const guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer last = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[j];
      array->pdata[j] = last;
    }
}

static void
take_and_check (VacDiff       *diff,
                VacDifference *difference,
                VacDocument   *a)
{
  g_autoptr (GBytes) before = vac_write_document (a);
  g_autoptr (GBytes) undone = NULL;

  g_assert_nonnull (vac_diff_take (diff, difference));
  g_assert_null (vac_diff_take (diff, difference));
  vac_document_undo (a);
  g_assert_false (vac_diff_is_current (diff));
  undone = vac_write_document (a);
  support_assert_same_bytes (undone, before);
  vac_document_redo (a);
  g_assert_true (vac_diff_is_current (diff));
}

static void
take_in_random_order (VacDocument *from,
                      VacDocument *to,
                      GRand       *random)
{
  g_autoptr (VacDocument) copy = vac_copy_document (from);
  g_autoptr (VacDiff) diff = vac_diff_new (copy, to);
  g_autoptr (GPtrArray) order = g_ptr_array_copy (vac_diff_get_differences (diff), NULL, NULL);

  g_ptr_array_set_free_func (order, NULL);
  shuffle (order, random);
  for (guint i = 0; i < order->len; i++)
    take_and_check (diff, g_ptr_array_index (order, i), copy);
  assert_alike (copy, to);
}

static void
test_differences_can_be_taken_one_by_one_in_any_order (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Pair) pair = make_pair (seed);

      g_test_message ("seed %u", seed);
      take_in_random_order (pair.a, pair.b, pair.random);
      take_in_random_order (pair.b, pair.a, pair.random);
    }
}

/* All whole postings and guides, each against each. */
static GPtrArray *
load_all (void)
{
  g_auto (GStrv) guides = support_list_guides ();
  g_auto (GStrv) names = support_list_postings ();
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (all, support_load_posting (names[i]));
  for (guint i = 0; guides[i] != NULL; i++)
    g_ptr_array_add (all, support_load_document (guides[i]));

  return all;
}

static void
test_any_posting_can_become_any_other (void)
{
  g_autoptr (GPtrArray) all = load_all ();
  g_autoptr (GRand) random = g_rand_new_with_seed (10);

  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < all->len; j++)
      {
        VacDocument *a = g_ptr_array_index (all, i), *b = g_ptr_array_index (all, j);

        g_test_message ("%u to %u", i, j);
        assert_taking_all_gives (a, b);
        if ((i + j) % 5 == 0)
          take_in_random_order (a, b, random);
      }
}

static void
check_spans (VacDifference *difference)
{
  gsize at_a = 0, at_b = 0;

  for (guint i = 0; i < difference->spans->len; i++)
    {
      const VacDiffSpan *span = &g_array_index (difference->spans, VacDiffSpan, i);

      g_assert_cmpuint (span->start_a, ==, at_a);
      g_assert_cmpuint (span->start_b, ==, at_b);
      g_assert_true (span->kind != VAC_DIFF_REMOVED || span->length_b == 0);
      g_assert_true (span->kind != VAC_DIFF_ADDED || span->length_a == 0);
      at_a += span->length_a;
      at_b += span->length_b;
      g_assert_true (g_utf8_validate (difference->text_a + span->start_a, (gssize) span->length_a,
                                      NULL));
      g_assert_true (g_utf8_validate (difference->text_b + span->start_b, (gssize) span->length_b,
                                      NULL));
    }
  g_assert_cmpuint (at_a, ==, strlen (difference->text_a));
  g_assert_cmpuint (at_b, ==, strlen (difference->text_b));
}

static void
test_spans_cover_both_texts (void)
{
  g_autoptr (GPtrArray) all = load_all ();

  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < all->len; j++)
      {
        g_autoptr (VacDiff) diff = vac_diff_new (g_ptr_array_index (all, i),
                                                 g_ptr_array_index (all, j));
        GPtrArray *differences = vac_diff_get_differences (diff);

        for (guint k = 0; k < differences->len; k++)
          {
            VacDifference *difference = g_ptr_array_index (differences, k);
            g_autofree char *line = vac_diff_describe (diff, difference);

            g_assert_null (strchr (line, '\n'));
            g_assert_cmpint (g_utf8_strlen (line, -1), <, 300);
            if (difference->kind == VAC_DIFFERENCE_CHANGED)
              check_spans (difference);
          }
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff/random/taking-all-gives-the-other-document-and-back",
                   test_taking_all_gives_the_other_document_and_back);
  g_test_add_func ("/diff/random/short-lists-have-never-more-differences-than-edits",
                   test_short_lists_have_never_more_differences_than_edits);
  g_test_add_func ("/diff/random/there-are-never-more-differences-than-edits",
                   test_there_are_never_more_differences_than_edits);
  g_test_add_func ("/diff/random/differences-can-be-taken-one-by-one-in-any-order",
                   test_differences_can_be_taken_one_by_one_in_any_order);
  g_test_add_func ("/diff/random/any-posting-can-become-any-other",
                   test_any_posting_can_become_any_other);
  g_test_add_func ("/diff/random/spans-cover-both-texts", test_spans_cover_both_texts);

  return g_test_run ();
}
