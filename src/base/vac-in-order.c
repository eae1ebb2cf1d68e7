/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-in-order"

#include "config.h"

#include "vac-in-order.h"

/* Much work of one kind, done by all processors and told of as if by one. */

/* Results that wait for an earlier one, for each thread: the memory needed does not grow with the
 * number of pieces. */
#define AHEAD 4

typedef struct
{
  gpointer result;
  gboolean done;
} Slot;

typedef struct
{
  VacInOrderWork work;
  gpointer       user_data;
  GMutex         mutex;
  GCond          cond;        /* a slot is done */
  Slot          *slots;       /* of the pieces under way, each at its index modulo @n_slots */
  guint          n_slots;
} Run;

static void
work_cb (gpointer data,
         gpointer user_data)
{
  const guint index = GPOINTER_TO_UINT (data) - 1;
  Run *run = user_data;
  gpointer result = run->work (index, run->user_data);
  Slot *slot = &run->slots[index % run->n_slots];

  g_mutex_lock (&run->mutex);
  slot->result = result;
  slot->done = TRUE;
  g_cond_signal (&run->cond);
  g_mutex_unlock (&run->mutex);
}

static gpointer
wait_for (Run  *run,
          guint index)
{
  Slot *slot = &run->slots[index % run->n_slots];

  g_mutex_lock (&run->mutex);
  while (!slot->done)
    g_cond_wait (&run->cond, &run->mutex);
  slot->done = FALSE;
  g_mutex_unlock (&run->mutex);

  return slot->result;
}

static void
run_threads (Run           *run,
             guint          n,
             guint          n_threads,
             VacInOrderTake take)
{
  GThreadPool *pool = g_thread_pool_new (work_cb, run, (gint) n_threads, TRUE, NULL);
  guint n_pushed = 0;

  run->n_slots = MIN (n, n_threads * AHEAD);
  run->slots = g_new0 (Slot, run->n_slots);
  g_mutex_init (&run->mutex);
  g_cond_init (&run->cond);
  for (guint i = 0; i < n; i++)
    {
      for (; n_pushed < MIN (n, i + run->n_slots); n_pushed++)
        g_thread_pool_push (pool, GUINT_TO_POINTER (n_pushed + 1), NULL);
      take (i, wait_for (run, i), run->user_data);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  g_mutex_clear (&run->mutex);
  g_cond_clear (&run->cond);
  g_free (run->slots);
}

/**
 * vac_in_order:
 * @n: how many pieces of work there are
 * @n_threads: how many of them may be under way at once, at least 1
 * @work: does one of them
 * @take: takes what came of one
 * @user_data: for both
 *
 * Calls @take for all pieces in their order, each as soon as it and those before it are done. With
 * one thread nothing runs but the caller's own.
 */
void
vac_in_order (guint          n,
              guint          n_threads,
              VacInOrderWork work,
              VacInOrderTake take,
              gpointer       user_data)
{
  Run run = { .work = work, .user_data = user_data };

  g_return_if_fail (n_threads > 0 && work != NULL && take != NULL);

  if (MIN (n, n_threads) > 1)
    run_threads (&run, n, MIN (n, n_threads), take);
  else
    for (guint i = 0; i < n; i++)
      take (i, work (i, user_data), user_data);
}
