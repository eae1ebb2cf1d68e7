/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-in-order"

#include "config.h"

#include "vac-in-order.h"

/* Much work of one kind, done by all processors and told of as if by one. */

/* Pieces under way, for each thread: the memory needed does not grow with the number of pieces. */
#define AHEAD 8

/* What finishes a piece waits for a disk most of the time: that many for each thread that works. */
#define FINISHERS 2

typedef enum
{
  BEGUN,
  WORKED,
  FINISHED
} State;

typedef struct
{
  gpointer result;
  State    state;
} Slot;

typedef struct
{
  const VacInOrder *steps;
  gpointer          user_data;
  GMutex            mutex;
  GCond             cond;        /* a slot has another state */
  Slot             *slots;       /* of the pieces under way, each at its index modulo @n_slots */
  guint             n_slots;
  GThreadPool      *workers;
  GThreadPool      *finishers;
} Run;

static Slot *
get_slot (Run   *run,
          guint  index)
{
  return &run->slots[index % run->n_slots];
}

static void
set_state (Run   *run,
           guint  index,
           State  state)
{
  g_mutex_lock (&run->mutex);
  get_slot (run, index)->state = state;
  g_cond_signal (&run->cond);
  g_mutex_unlock (&run->mutex);
}

static gboolean
has_state (Run   *run,
           guint  index,
           State  state)
{
  gboolean has;

  g_mutex_lock (&run->mutex);
  has = get_slot (run, index)->state == state;
  g_mutex_unlock (&run->mutex);

  return has;
}

static void
work_cb (gpointer data,
         gpointer user_data)
{
  const guint index = GPOINTER_TO_UINT (data) - 1;
  Run *run = user_data;

  get_slot (run, index)->result = run->steps->work (index, run->user_data);
  set_state (run, index, WORKED);
}

static void
finish_cb (gpointer data,
           gpointer user_data)
{
  const guint index = GPOINTER_TO_UINT (data) - 1;
  Run *run = user_data;

  run->steps->finish (index, get_slot (run, index)->result, run->user_data);
  set_state (run, index, FINISHED);
}

static void
arrange (Run   *run,
         guint  index)
{
  if (run->steps->arrange != NULL)
    run->steps->arrange (index, get_slot (run, index)->result, run->user_data);
  if (run->steps->finish != NULL)
    g_thread_pool_push (run->finishers, GUINT_TO_POINTER (index + 1), NULL);
  else
    set_state (run, index, FINISHED);
}

static void
take (Run   *run,
      guint  index)
{
  Slot *slot = get_slot (run, index);

  slot->state = BEGUN;
  run->steps->take (index, g_steal_pointer (&slot->result), run->user_data);
}

/* Waits until the next one of @n_arranged can be arranged, if it is one of @n_pushed, or the next
 * one of @n_taken be taken, if it is one of those. */
static void
wait_for_either (Run   *run,
                 guint  n_pushed,
                 guint  n_arranged,
                 guint  n_taken)
{
  g_mutex_lock (&run->mutex);
  while ((n_arranged == n_pushed || get_slot (run, n_arranged)->state != WORKED) &&
         (n_taken == n_arranged || get_slot (run, n_taken)->state != FINISHED))
    g_cond_wait (&run->cond, &run->mutex);
  g_mutex_unlock (&run->mutex);
}

static void
run_pieces (Run   *run,
            guint  n)
{
  guint n_pushed = 0;
  guint n_arranged = 0;

  for (guint n_taken = 0; n_taken < n;)
    {
      for (; n_pushed < MIN (n, n_taken + run->n_slots); n_pushed++)
        g_thread_pool_push (run->workers, GUINT_TO_POINTER (n_pushed + 1), NULL);
      wait_for_either (run, n_pushed, n_arranged, n_taken);
      if (n_arranged < n_pushed && has_state (run, n_arranged, WORKED))
        arrange (run, n_arranged++);
      else
        take (run, n_taken++);
    }
}

static void
run_threads (Run   *run,
             guint  n,
             guint  n_threads)
{
  run->n_slots = MIN (n, n_threads * AHEAD);
  run->slots = g_new0 (Slot, run->n_slots);
  g_mutex_init (&run->mutex);
  g_cond_init (&run->cond);
  run->workers = g_thread_pool_new (work_cb, run, (gint) n_threads, TRUE, NULL);
  run->finishers = g_thread_pool_new (finish_cb, run, (gint) n_threads * FINISHERS, FALSE, NULL);
  run_pieces (run, n);
  g_thread_pool_free (run->workers, FALSE, TRUE);
  g_thread_pool_free (run->finishers, FALSE, TRUE);
  g_mutex_clear (&run->mutex);
  g_cond_clear (&run->cond);
  g_free (run->slots);
}

static void
run_here (const VacInOrder *steps,
          guint             index,
          gpointer          user_data)
{
  gpointer result = steps->work (index, user_data);

  if (steps->arrange != NULL)
    steps->arrange (index, result, user_data);
  if (steps->finish != NULL)
    steps->finish (index, result, user_data);
  steps->take (index, result, user_data);
}

/**
 * vac_in_order:
 * @n: how many pieces of work there are
 * @n_threads: how many of them may be worked on at once, at least 1
 * @steps: what is done with each
 * @user_data: for all of @steps
 *
 * Does all pieces. Each is arranged, and each taken, in their order, as soon as those before it
 * are. With one thread nothing runs but the caller's own.
 */
void
vac_in_order (guint             n,
              guint             n_threads,
              const VacInOrder *steps,
              gpointer          user_data)
{
  Run run = { .steps = steps, .user_data = user_data };

  g_return_if_fail (n_threads > 0 && steps != NULL);
  g_return_if_fail (steps->work != NULL && steps->take != NULL);

  if (MIN (n, n_threads) > 1)
    run_threads (&run, n, MIN (n, n_threads));
  else
    for (guint i = 0; i < n; i++)
      run_here (steps, i, user_data);
}
