/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-debounce.h"

typedef struct
{
  VacDebounce *debounce;   /* owned */
  guint        calls;
  gint64       called_at;  /* monotonic µs */
} Counter;

static gboolean
on_call_cb (gpointer user_data)
{
  Counter *counter = user_data;

  counter->calls++;
  counter->called_at = g_get_monotonic_time ();

  return G_SOURCE_CONTINUE;
}

static gboolean
on_call_free_cb (gpointer user_data)
{
  Counter *counter = user_data;

  counter->calls++;
  g_clear_pointer (&counter->debounce, vac_debounce_free);

  return G_SOURCE_REMOVE;
}

static gboolean
on_call_trigger_again_cb (gpointer user_data)
{
  Counter *counter = user_data;

  if (++counter->calls < 3)
    vac_debounce_trigger (counter->debounce);

  return G_SOURCE_REMOVE;
}

static gboolean
on_time_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_time_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
run_until (Counter *counter,
           guint    calls)
{
  while (counter->calls < calls)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_many_triggers_become_one_call (void)
{
  Counter counter = { 0 };
  g_autoptr (VacDebounce) debounce = vac_debounce_new (10, 0, on_call_cb, &counter);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100; i++)
    vac_debounce_trigger (debounce);
  g_assert_cmpuint (counter.calls, ==, 0);
  run_until (&counter, 1);
  g_assert_cmpint (counter.called_at - start, >=, 9 * 1000);
  run_for (40);
  g_assert_cmpuint (counter.calls, ==, 1);

  vac_debounce_trigger (debounce);
  run_until (&counter, 2);
}

static void
test_a_trigger_waits_no_longer_than_the_longest (void)
{
  Counter counter = { 0 };
  /* Never quiet: without the limit no call would come within a minute. */
  g_autoptr (VacDebounce) debounce = vac_debounce_new (60 * 1000, 30, on_call_cb, &counter);
  gint64 start = g_get_monotonic_time ();

  while (counter.calls == 0)
    {
      vac_debounce_trigger (debounce);
      run_for (2);
    }
  g_assert_cmpint (counter.called_at - start, >=, 29 * 1000);
  g_assert_cmpint (counter.called_at - start, <, 30 * G_USEC_PER_SEC);
}

static void
test_cancel_and_free_drop_the_waiting_call (void)
{
  Counter counter = { 0 };
  VacDebounce *debounce = vac_debounce_new (1, 0, on_call_cb, &counter);

  vac_debounce_trigger (debounce);
  vac_debounce_cancel (debounce);
  run_for (20);
  g_assert_cmpuint (counter.calls, ==, 0);

  vac_debounce_trigger (debounce);
  vac_debounce_free (debounce);
  run_for (20);
  g_assert_cmpuint (counter.calls, ==, 0);

  vac_debounce_free (NULL);
}

static void
test_flush_calls_now_and_only_what_waits (void)
{
  Counter counter = { 0 };
  g_autoptr (VacDebounce) debounce = vac_debounce_new (5, 0, on_call_cb, &counter);

  vac_debounce_flush (debounce);
  g_assert_cmpuint (counter.calls, ==, 0);

  vac_debounce_trigger (debounce);
  vac_debounce_flush (debounce);
  g_assert_cmpuint (counter.calls, ==, 1);
  run_for (30);
  g_assert_cmpuint (counter.calls, ==, 1);
}

static void
test_the_callback_may_trigger_or_free (void)
{
  Counter again = { 0 };
  Counter freed = { 0 };

  again.debounce = vac_debounce_new (1, 0, on_call_trigger_again_cb, &again);
  vac_debounce_trigger (again.debounce);
  run_until (&again, 3);
  run_for (10);
  g_assert_cmpuint (again.calls, ==, 3);
  vac_debounce_free (again.debounce);

  freed.debounce = vac_debounce_new (1, 0, on_call_free_cb, &freed);
  vac_debounce_trigger (freed.debounce);
  run_until (&freed, 1);
  g_assert_null (freed.debounce);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/debounce/many-triggers-become-one-call", test_many_triggers_become_one_call);
  g_test_add_func ("/debounce/a-trigger-waits-no-longer-than-the-longest",
                   test_a_trigger_waits_no_longer_than_the_longest);
  g_test_add_func ("/debounce/cancel-and-free-drop-the-waiting-call",
                   test_cancel_and_free_drop_the_waiting_call);
  g_test_add_func ("/debounce/flush-calls-now-and-only-what-waits",
                   test_flush_calls_now_and_only_what_waits);
  g_test_add_func ("/debounce/the-callback-may-trigger-or-free",
                   test_the_callback_may_trigger_or_free);

  return g_test_run ();
}
