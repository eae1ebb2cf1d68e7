/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-data.h"
#include "vac-in-order.h"

#define N 500

typedef struct
{
  GThread *caller;
  guint    n_taken;
  int      n_under_way;   /* atomic: begun and not yet taken */
  int      most;          /* atomic */
  gboolean uneven;        /* whether the first of all takes longest */
  int      done;          /* atomic: pieces after the first */
  guint    n_arranged;
  int      finished;      /* atomic */
} Test;

static gpointer
work_cb (guint    index,
         gpointer user_data)
{
  Test *test = user_data;
  const int under_way = g_atomic_int_add (&test->n_under_way, 1) + 1;

  if (under_way > g_atomic_int_get (&test->most))
    g_atomic_int_set (&test->most, under_way);
  /* What is late must wait for none of those that are told after it. */
  while (test->uneven && index == 0 && g_atomic_int_get (&test->done) < 3)
    g_thread_yield ();
  if (index > 0)
    g_atomic_int_inc (&test->done);

  return g_strdup_printf ("%u", index * index);
}

static void
take_cb (guint    index,
         gpointer result,
         gpointer user_data)
{
  Test *test = user_data;
  g_autofree char *expected = g_strdup_printf ("%u", index * index);

  g_assert_true (g_thread_self () == test->caller);
  g_assert_cmpuint (index, ==, test->n_taken++);
  g_assert_cmpstr (result, ==, expected);
  g_atomic_int_add (&test->n_under_way, -1);
  g_free (result);
}

static const VacInOrder steps = { .work = work_cb, .take = take_cb };

static void
test_results_come_in_order_whoever_is_late (void)
{
  for (guint n_threads = 2; n_threads <= 16; n_threads *= 2)
    {
      Test test = { .caller = g_thread_self (), .uneven = TRUE };

      vac_in_order (N, n_threads, &steps, &test);
      g_assert_cmpuint (test.n_taken, ==, N);
    }
}

static void
test_what_waits_does_not_grow_with_the_work (void)
{
  Test test = { .caller = g_thread_self (), .uneven = TRUE };

  vac_in_order (N, 2, &steps, &test);
  g_assert_cmpint (g_atomic_int_get (&test.most), <, N / 10);
}

static gpointer
work_here_cb (guint    index,
              gpointer user_data)
{
  const Test *test = user_data;

  g_assert_true (g_thread_self () == test->caller);

  return g_strdup_printf ("%u", index * index);
}

static const VacInOrder here = { .work = work_here_cb, .take = take_cb };

static void
test_one_thread_is_the_callers (void)
{
  Test test = { .caller = g_thread_self () };

  vac_in_order (N, 1, &here, &test);
  g_assert_cmpuint (test.n_taken, ==, N);
  vac_in_order (0, 4, &here, &test);
  g_assert_cmpuint (test.n_taken, ==, N);

  test.n_taken = 0;
  vac_in_order (1, 4, &here, &test);
  g_assert_cmpuint (test.n_taken, ==, 1);
}

static void
arrange_cb (guint    index,
            gpointer result,
            gpointer user_data)
{
  Test *test = user_data;

  g_assert_true (g_thread_self () == test->caller);
  g_assert_nonnull (result);
  g_assert_cmpuint (index, ==, test->n_arranged++);
}

/* What is finished first of all waits for pieces after it, unless it is the only one. */
static void
finish_cb (guint    index,
           gpointer result,
           gpointer user_data)
{
  Test *test = user_data;

  g_assert_nonnull (result);
  while (test->uneven && index == 0 && g_atomic_int_get (&test->finished) < 3)
    g_thread_yield ();
  g_atomic_int_inc (&test->finished);
}

static void
take_finished_cb (guint    index,
                  gpointer result,
                  gpointer user_data)
{
  Test *test = user_data;

  g_assert_cmpuint (test->n_arranged, >, index);
  g_assert_cmpint (g_atomic_int_get (&test->finished), >, (int) index);
  take_cb (index, result, user_data);
}

static const VacInOrder all_steps = {
  .work = work_cb, .arrange = arrange_cb, .finish = finish_cb, .take = take_finished_cb,
};

static void
test_what_is_finished_beside_is_taken_in_order (void)
{
  for (guint n_threads = 1; n_threads <= 16; n_threads *= 2)
    {
      Test test = { .caller = g_thread_self (), .uneven = n_threads > 1 };

      vac_in_order (N, n_threads, &all_steps, &test);
      g_assert_cmpuint (test.n_arranged, ==, N);
      g_assert_cmpint (test.finished, ==, N);
      g_assert_cmpuint (test.n_taken, ==, N);
      g_assert_cmpint (test.most, <, N);
    }
}

#define N_ASKING 8

/* All at once, as nearly as can be. */
static gpointer
ask_cb (guint    index,
        gpointer user_data)
{
  int *n_ready = user_data;

  g_atomic_int_inc (n_ready);
  while (g_atomic_int_get (n_ready) < N_ASKING)
    g_thread_yield ();

  return vac_data_get ();
}

static void
take_data_cb (guint    index,
              gpointer result,
              gpointer user_data)
{
  g_assert_nonnull (result);
}

static const VacInOrder asking = { .work = ask_cb, .take = take_data_cb };

static void
test_all_who_ask_first_get_the_data (void)
{
  if (g_test_subprocess ())
    {
      int n_ready = 0;

      vac_in_order (N_ASKING, N_ASKING, &asking, &n_ready);
      return;
    }
  for (guint i = 0; i < 20; i++)
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/in-order/late", test_results_come_in_order_whoever_is_late);
  g_test_add_func ("/in-order/ahead", test_what_waits_does_not_grow_with_the_work);
  g_test_add_func ("/in-order/data", test_all_who_ask_first_get_the_data);
  g_test_add_func ("/in-order/one", test_one_thread_is_the_callers);
  g_test_add_func ("/in-order/finished-beside", test_what_is_finished_beside_is_taken_in_order);

  return g_test_run ();
}
