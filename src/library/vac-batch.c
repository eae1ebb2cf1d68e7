/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-batch"

#include "config.h"

#include "vac-batch-item-private.h"
#include "vac-in-order.h"

/* Something is done with many postings, on as many processors as there are. What is open belongs to
 * the thread that began, and is done there. */

/* So long the thread that began is kept from its other work. */
#define LONGEST_AT_ONCE (8 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  GPtrArray    *items;        /* owned */
  VacChange    *change;       /* owned, nullable */
  VacBatchTask  task;
  VacBatchVisit visit;        /* for that task */
  GCancellable *cancellable;  /* owned, nullable */
  GPtrArray    *jobs;         /* owned; of VacBatchJob, as many as items */
  int          *done;         /* owned; for each of them, atomic */

  /* Where nobody waits */
  GThreadPool  *pool;         /* owned until all is done */
  GMainContext *context;      /* owned */
  int           scheduled;    /* atomic: somebody will look for what is done */
  guint         n_delivered;
  VacBatchFunc  tell;         /* nullable */
  gpointer      tell_data;
  GTask        *answer;       /* owned until all is done */
} Run;

static void
job_free (gpointer data)
{
  VacBatchJob *job = data;

  g_free (job->path);
  g_clear_object (&job->document);
  g_clear_object (&job->copy);
  vac_batch_stamp_clear (&job->stamp);
  g_clear_pointer (&job->chosen, g_array_unref);
  g_clear_pointer (&job->before, g_bytes_unref);
  vac_batch_outcome_clear (&job->outcome);
  g_free (job);
}

static void
run_clear (gpointer data)
{
  Run *self = data;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->change, vac_change_unref);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->jobs);
  g_free (self->done);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->answer);
}

static void
run_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, run_clear);
}

static Run *
run_new (GPtrArray *items,
         VacChange *change,
         VacBatchTask task,
         const VacBatchVisit *visit,
         GCancellable *cancellable)
{
  Run *self = g_atomic_rc_box_new0 (Run);

  self->items = g_ptr_array_ref (items);
  self->change = change != NULL ? vac_change_ref (change) : NULL;
  self->task = task;
  if (visit != NULL)
    self->visit = *visit;
  g_set_object (&self->cancellable, cancellable);
  self->jobs = g_ptr_array_new_with_free_func (job_free);
  self->done = g_new0 (int, items->len + 1);
  for (guint i = 0; i < items->len; i++)
    {
      VacBatchItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (self->jobs, visit != NULL ? vac_batch_item_make_visit (item)
                                                 : vac_batch_item_make_job (item));
    }

  return self;
}

/* Whether there is anything to do with it. What was looked at is changed only if something was
 * found. */
static gboolean
is_concerned (Run         *self,
              VacBatchJob *job)
{
  if (self->task == VAC_BATCH_UNDO)
    return job->state == VAC_BATCH_CHANGED;

  return self->task != VAC_BATCH_APPLY || job->state == VAC_BATCH_CHANGED ||
         job->state == VAC_BATCH_WAITING;
}

static void
perform (Run   *self,
         guint  i)
{
  VacBatchJob *job = g_ptr_array_index (self->jobs, i);

  if (self->task == VAC_BATCH_VISIT)
    vac_batch_job_visit (job, &self->visit, self->cancellable);
  else if (is_concerned (self, job))
    vac_batch_job_perform (job, self->change, self->task, self->cancellable);
  else
    job->outcome.state = job->state;
}

/* Takes over what has become of the next posting. */
static void
deliver (Run *self)
{
  const guint i = self->n_delivered++;
  VacBatchItem *item = g_ptr_array_index (self->items, i);

  vac_batch_item_take_outcome (item, g_ptr_array_index (self->jobs, i));
  if (self->tell != NULL)
    self->tell (item, self->n_delivered, self->tell_data);
}

/* For who waits */

static gpointer
perform_apart (guint    i,
               gpointer user_data)
{
  const VacBatchJob *job = g_ptr_array_index (((Run *) user_data)->jobs, i);

  if (job->document == NULL)
    perform (user_data, i);

  return NULL;
}

static void
take_over (guint    i,
           gpointer result,
           gpointer user_data)
{
  const VacBatchJob *job = g_ptr_array_index (((Run *) user_data)->jobs, i);

  if (job->document != NULL)
    perform (user_data, i);
  deliver (user_data);
}

/* For who does not */

static gboolean
is_ready (Run *self)
{
  const VacBatchJob *job = g_ptr_array_index (self->jobs, self->n_delivered);

  if (job->document != NULL)
    perform (self, self->n_delivered);

  return job->document != NULL || g_atomic_int_get (&self->done[self->n_delivered]);
}

/* The last thread that lets go of the run finds nothing in it that belongs to this one. */
static void
finish (Run *self)
{
  g_autoptr (GTask) answer = g_steal_pointer (&self->answer);

  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_ptr_array_set_size (self->jobs, 0);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  if (!g_task_return_error_if_cancelled (answer))
    g_task_return_boolean (answer, TRUE);
}

static gboolean
on_done_cb (gpointer user_data)
{
  Run *self = user_data;
  const gint64 start = g_get_monotonic_time ();

  g_atomic_int_set (&self->scheduled, FALSE);
  if (self->answer == NULL)
    return G_SOURCE_REMOVE;
  while (self->n_delivered < self->items->len && is_ready (self))
    {
      deliver (self);
      if (g_get_monotonic_time () - start < LONGEST_AT_ONCE)
        continue;
      g_atomic_int_set (&self->scheduled, TRUE);
      return G_SOURCE_CONTINUE;
    }
  if (self->n_delivered == self->items->len)
    finish (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (Run *self)
{
  GSource *source;

  if (!g_atomic_int_compare_and_exchange (&self->scheduled, FALSE, TRUE))
    return;
  source = g_idle_source_new ();
  g_source_set_static_name (source, "vac-batch");
  g_source_set_callback (source, on_done_cb, g_atomic_rc_box_acquire (self), run_unref);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

static void
work (gpointer data,
      gpointer user_data)
{
  Run *self = user_data;
  const guint i = GPOINTER_TO_UINT (data) - 1;   /* a pool takes no zero */

  perform (self, i);
  g_atomic_int_set (&self->done[i], TRUE);
  schedule (self);
  run_unref (self);
}

static void
start (Run *self)
{
  self->pool = g_thread_pool_new (work, self, (int) g_get_num_processors (), FALSE, NULL);
  for (guint i = 0; i < self->jobs->len; i++)
    if (((VacBatchJob *) g_ptr_array_index (self->jobs, i))->document == NULL)
      {
        g_atomic_rc_box_acquire (self);
        g_thread_pool_push (self->pool, GUINT_TO_POINTER (i + 1), NULL);
      }
}

static void
start_beside (Run          *self,
              VacBatchFunc  tell,
              gpointer      tell_data,
              GTask        *answer)
{
  g_task_set_source_tag (answer, start_beside);
  self->context = g_main_context_ref_thread_default ();
  self->tell = tell;
  self->tell_data = tell_data;
  self->answer = answer;
  start (self);
  schedule (self);
  run_unref (self);
}

/**
 * vac_batch_run:
 * @items: (element-type VacBatchItem): postings
 * @change: (nullable): what is to be done to them; only @VAC_BATCH_UNDO needs none
 * @task: how
 * @cancellable: (nullable): a cancellable
 *
 * Deals with all of @items, and returns when that is done. A file is replaced as the window saves
 * it: if it is still what was read, and the version before goes into its history. What was looked
 * at before must still be what it was, and only chosen hits are changed. What cannot be changed
 * stays as it is and says why.
 */
void
vac_batch_run (GPtrArray    *items,
               VacChange    *change,
               VacBatchTask  task,
               GCancellable *cancellable)
{
  const VacInOrder steps = { .work = perform_apart, .take = take_over };
  Run *self;

  g_return_if_fail (items != NULL);
  g_return_if_fail (change != NULL || task == VAC_BATCH_UNDO);

  self = run_new (items, change, task, NULL, cancellable);
  vac_in_order (items->len, g_get_num_processors (), &steps, self);
  run_unref (self);
}

/**
 * vac_batch_run_async:
 * @items: (element-type VacBatchItem): postings
 * @change: (nullable): what is to be done to them; only @VAC_BATCH_UNDO needs none
 * @task: how
 * @tell: (nullable): called for each posting, in their order
 * @tell_data: for @tell; must live until @callback is called
 * @cancellable: (nullable): to stop before the next posting
 * @callback: called when done
 * @user_data: for @callback
 *
 * Does what vac_batch_run() does beside other work. What is open changes in the thread that calls
 * this.
 */
void
vac_batch_run_async (GPtrArray           *items,
                     VacChange           *change,
                     VacBatchTask         task,
                     VacBatchFunc         tell,
                     gpointer             tell_data,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (items != NULL);
  g_return_if_fail (change != NULL || task == VAC_BATCH_UNDO);

  start_beside (run_new (items, change, task, NULL, cancellable), tell, tell_data,
                g_task_new (NULL, cancellable, callback, user_data));
}

/**
 * vac_batch_visit_async:
 * @items: (element-type VacBatchItem): postings
 * @visit: called for each of them, in any thread
 * @visit_data: for @visit; must live until @callback is called
 * @free_result: frees what @visit returns
 * @tell: (nullable): called for each posting, in their order
 * @tell_data: for @tell; must live until @callback is called
 * @cancellable: (nullable): to stop before the next posting
 * @callback: called when done; vac_batch_run_finish() takes what it gets
 * @user_data: for @callback
 *
 * Reads all of @items as they are now, and changes nothing.
 */
void
vac_batch_visit_async (GPtrArray *items,
                       VacBatchVisitFunc visit,
                       gpointer visit_data,
                       GDestroyNotify free_result,
                       VacBatchFunc tell,
                       gpointer tell_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  const VacBatchVisit how = { visit, visit_data, free_result };

  g_return_if_fail (items != NULL && visit != NULL && free_result != NULL);

  start_beside (run_new (items, NULL, VAC_BATCH_VISIT, &how, cancellable), tell, tell_data,
                g_task_new (NULL, cancellable, callback, user_data));
}

/**
 * vac_batch_run_finish:
 * @result: what the callback got
 * @error: return location for a %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all postings were dealt with; those that were not because somebody cancelled are
 *   as they were
 */
gboolean
vac_batch_run_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
