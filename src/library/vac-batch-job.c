/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-batch-job"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-batch-private.h"
#include "vac-error.h"
#include "vac-json.h"
#include "vac-reader.h"
#include "vac-writer.h"

/* What is done with one of many postings: in its window where one shows it, or else in its file. */

/* A posting's file as it was read. */
typedef struct
{
  GFile       *file;
  GBytes      *bytes;
  VacBaseline *baseline;
  VacDocument *document;
} Loaded;

static void
loaded_clear (Loaded *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->baseline, vac_baseline_free);
  g_clear_object (&self->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loaded, loaded_clear)

void
vac_batch_stamp_clear (VacBatchStamp *stamp)
{
  g_clear_object (&stamp->document);
  g_clear_pointer (&stamp->checksum, g_free);
}

void
vac_batch_stamp_copy (VacBatchStamp       *stamp,
                      const VacBatchStamp *from)
{
  g_set_object (&stamp->document, from->document);
  g_free (stamp->checksum);
  stamp->checksum = g_strdup (from->checksum);
  stamp->state = from->state;
}

void
vac_batch_outcome_clear (VacBatchOutcome *outcome)
{
  g_free (outcome->title);
  g_free (outcome->reason);
  g_clear_pointer (&outcome->hits, g_ptr_array_unref);
  g_clear_pointer (&outcome->before, g_bytes_unref);
  if (outcome->result != NULL)
    outcome->free_result (outcome->result);
  vac_batch_stamp_clear (&outcome->stamp);
}

static void
fail (VacBatchJob *job,
      const char  *sentence)
{
  job->outcome.state = VAC_BATCH_FAILED;
  g_free (job->outcome.reason);
  job->outcome.reason = g_strdup (sentence);
}

/* What was cancelled has not been dealt with. */
static void
fail_for_error (VacBatchJob  *job,
                const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      job->outcome.state = job->state;
      return;
    }
  sentence = vac_error_describe (error, NULL);
  fail (job, sentence);
}

static void
take_title (VacBatchJob *job,
            VacDocument *document)
{
  g_free (job->outcome.title);
  job->outcome.title = g_strdup (vac_document_get_text (document, VAC_ROLE_JOB_TITLE));
}

/* Looking */

static void
list_hits (VacBatchJob *job,
           VacDocument *document,
           VacChange   *change)
{
  take_title (job, document);
  job->outcome.hits = vac_change_list_hits (change, document);
  for (guint i = 0; i < job->outcome.hits->len; i++)
    {
      const VacHit *hit = g_ptr_array_index (job->outcome.hits, i);

      if (hit->reason == NULL)
        job->outcome.n_changed++;
      else
        job->outcome.n_kept++;
    }
  job->outcome.state = job->outcome.hits->len > 0 ? VAC_BATCH_CHANGED : VAC_BATCH_UNCHANGED;
}

static void
locate_hits (VacBatchJob *job,
             GBytes      *bytes)
{
  for (guint i = 0; i < job->outcome.hits->len; i++)
    {
      VacHit *hit = g_ptr_array_index (job->outcome.hits, i);

      vac_read_position (bytes, hit->place, &hit->line, &hit->column);
    }
}

/* Files */

/* Whether the posting in the file may be changed. */
static gboolean
check_document (VacBatchJob *job,
                VacDocument *document)
{
  if (!vac_document_get_read_only (document))
    return TRUE;
  take_title (job, document);
  fail (job, _("This posting was made by a newer version of the program and is not changed."));

  return FALSE;
}

static gboolean
load (VacBatchJob  *job,
      Loaded       *loaded,
      GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  loaded->file = g_file_new_for_commandline_arg (job->path);
  loaded->bytes = vac_safe_file_load (loaded->file, VAC_JSON_MAX_BYTES, &loaded->baseline,
                                      cancellable, &error);
  if (loaded->bytes != NULL)
    loaded->document = vac_read_document (loaded->bytes, &error);
  if (loaded->document != NULL)
    return TRUE;
  fail_for_error (job, error);

  return FALSE;
}

static char *
dup_checksum (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static void
look_at_file (VacBatchJob  *job,
              VacChange    *change,
              gboolean      locate,
              GCancellable *cancellable)
{
  g_auto (Loaded) loaded = { 0 };
  g_autoptr (GError) error = NULL;

  if (!load (job, &loaded, cancellable))
    return;
  list_hits (job, loaded.document, change);
  if (locate)
    locate_hits (job, loaded.bytes);
  job->outcome.stamp.checksum = dup_checksum (loaded.bytes);
  if (job->outcome.hits->len == 0)
    return;
  if (vac_document_get_read_only (loaded.document))
    fail (job, _("This posting was made by a newer version of the program and is not changed."));
  else if (!vac_safe_file_check_writable (loaded.file, &error))
    fail_for_error (job, error);
}

/* Takes what @result says of the outcome. Returns: whether the posting has changed. */
static gboolean
take_result (VacBatchJob *job,
             VacReplaced *result,
             gboolean     has_changed)
{
  job->outcome.n_changed = result->n_replaced;
  job->outcome.n_kept = result->n_kept;
  job->outcome.reason = g_steal_pointer (&result->reason);
  if (has_changed)
    job->outcome.state = VAC_BATCH_CHANGED;
  else
    job->outcome.state = result->n_kept > 0 ? VAC_BATCH_FAILED : VAC_BATCH_UNCHANGED;

  return has_changed;
}

/* Doubts about what was written all the same. */
static void
take_doubts (VacBatchJob       *job,
             const VacBaseline *written)
{
  if (job->outcome.reason != NULL)
    return;
  if (!vac_baseline_is_confirmed (written))
    job->outcome.reason = g_strdup (_("Written, but the disk did not confirm it."));
  else if (vac_baseline_get_unkept (written) != NULL)
    job->outcome.reason = g_strdup_printf (
        _("Written, but the version before could not be kept: %s"),
        vac_baseline_get_unkept (written));
}

/* Replaces what was read from the file, and nothing else. Returns: whether it was done. */
static gboolean
save (VacBatchJob  *job,
      Loaded       *loaded,
      GBytes       *bytes,
      GCancellable *cancellable)
{
  g_autoptr (VacBaseline) written = NULL;
  g_autoptr (GError) error = NULL;

  if (!vac_safe_file_write (loaded->file, bytes, loaded->baseline, VAC_WRITE_KEEP_VERSION,
                            &written, cancellable, &error))
    {
      job->outcome.n_changed = 0;
      fail_for_error (job, error);
      return FALSE;
    }
  job->outcome.stamp.checksum = dup_checksum (bytes);
  take_doubts (job, written);

  return TRUE;
}

static gboolean
is_as_stamped (const VacBatchStamp *stamp,
               const Loaded        *loaded)
{
  g_autofree char *checksum = dup_checksum (loaded->bytes);

  return stamp->document == NULL && g_strcmp0 (checksum, stamp->checksum) == 0;
}

static gboolean
is_stamped (const VacBatchStamp *stamp)
{
  return stamp->document != NULL || stamp->checksum != NULL;
}

/* A file in which nothing changes is not written, so that one of an older version stays one. */
static void
change_file (VacBatchJob  *job,
             VacChange    *change,
             GCancellable *cancellable)
{
  g_auto (Loaded) loaded = { 0 };
  g_auto (VacReplaced) result = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!load (job, &loaded, cancellable) || !check_document (job, loaded.document))
    return;
  take_title (job, loaded.document);
  if (is_stamped (&job->stamp) && !is_as_stamped (&job->stamp, &loaded))
    {
      fail (job, _("It has changed since it was looked at."));
      return;
    }
  vac_change_apply (change, loaded.document, job->chosen, &result);
  if (!take_result (job, &result, vac_document_get_modified (loaded.document)))
    return;
  bytes = vac_write_readable (loaded.document, &error);
  if (bytes == NULL)
    {
      job->outcome.n_changed = 0;
      fail_for_error (job, error);
      return;
    }
  if (g_bytes_equal (bytes, loaded.bytes))
    job->outcome.state = VAC_BATCH_UNCHANGED;
  else if (save (job, &loaded, bytes, cancellable))
    {
      job->outcome.before = g_steal_pointer (&loaded.bytes);
      take_title (job, loaded.document);
    }
}

static void
restore_file (VacBatchJob  *job,
              GCancellable *cancellable)
{
  g_auto (Loaded) loaded = { 0 };
  g_autoptr (GError) error = NULL;

  loaded.file = g_file_new_for_commandline_arg (job->path);
  loaded.bytes = vac_safe_file_load (loaded.file, VAC_JSON_MAX_BYTES, &loaded.baseline,
                                     cancellable, &error);
  if (loaded.bytes == NULL)
    fail_for_error (job, error);
  else if (!is_as_stamped (&job->stamp, &loaded))
    fail (job, _("It has changed again since, and stays as it is."));
  else if (save (job, &loaded, job->before, cancellable))
    {
      job->outcome.state = VAC_BATCH_UNDONE;
      loaded.document = vac_read_document (job->before, NULL);
      if (loaded.document != NULL)
        take_title (job, loaded.document);
    }
}

/* Windows */

static void
take_stamp (VacBatchJob *job)
{
  g_set_object (&job->outcome.stamp.document, job->document);
  job->outcome.stamp.state = vac_document_get_state (job->document);
}

static gboolean
is_window_as_stamped (VacBatchJob *job)
{
  return job->stamp.document == job->document &&
         job->stamp.state == vac_document_get_state (job->document);
}

static void
change_window (VacBatchJob *job,
               VacChange   *change)
{
  const guint64 before = vac_document_get_state (job->document);
  g_auto (VacReplaced) result = { 0 };

  take_title (job, job->document);
  if (is_stamped (&job->stamp) && !is_window_as_stamped (job))
    {
      fail (job, _("It has changed since it was looked at."));
      return;
    }
  vac_change_apply (change, job->document, job->chosen, &result);
  if (!take_result (job, &result, vac_document_get_state (job->document) != before))
    return;
  take_stamp (job);
  take_title (job, job->document);
}

static void
restore_window (VacBatchJob *job)
{
  if (!is_window_as_stamped (job))
    {
      fail (job, _("It has changed again in its window, where it can be undone."));
      return;
    }
  vac_document_undo (job->document);
  job->outcome.state = VAC_BATCH_UNDONE;
  take_title (job, job->document);
}

static void
perform_in_window (VacBatchJob  *job,
                   VacChange    *change,
                   VacBatchTask  task)
{
  if (task == VAC_BATCH_UNDO)
    {
      restore_window (job);
      return;
    }
  if (!check_document (job, job->document))
    return;
  if (task == VAC_BATCH_APPLY)
    {
      change_window (job, change);
      return;
    }
  list_hits (job, job->document, change);
  take_stamp (job);
}

/*
 * vac_batch_job_perform:
 * @job: a posting
 * @change: (nullable): what to do to it
 * @task: how
 * @cancellable: (nullable): a cancellable
 *
 * Does it, and fills in the outcome. A job with a document belongs to the main thread; others
 * block.
 */
void
vac_batch_job_perform (VacBatchJob  *job,
                       VacChange    *change,
                       VacBatchTask  task,
                       GCancellable *cancellable)
{
  job->outcome.state = job->state;
  if (g_cancellable_is_cancelled (cancellable))
    return;
  if (task == VAC_BATCH_UNDO && (job->stamp.document != NULL) != (job->document != NULL))
    fail (job, _("It was opened or closed since; its history has the version before."));
  else if (job->document != NULL)
    perform_in_window (job, change, task);
  else if (task == VAC_BATCH_APPLY)
    change_file (job, change, cancellable);
  else if (task == VAC_BATCH_UNDO)
    restore_file (job, cancellable);
  else
    look_at_file (job, change, task == VAC_BATCH_LOCATE, cancellable);
}

/*
 * vac_batch_job_visit:
 * @job: a posting
 * @visit: what is made of it
 * @cancellable: (nullable): a cancellable
 *
 * Does it, and fills in the outcome; blocks.
 */
void
vac_batch_job_visit (VacBatchJob         *job,
                     const VacBatchVisit *visit,
                     GCancellable        *cancellable)
{
  g_auto (Loaded) loaded = { 0 };
  g_autoptr (GError) error = NULL;

  job->outcome.state = job->state;
  if (g_cancellable_is_cancelled (cancellable))
    return;
  if (job->copy != NULL)
    loaded.document = g_steal_pointer (&job->copy);
  else if (!load (job, &loaded, cancellable))
    return;
  take_title (job, loaded.document);
  job->outcome.state = VAC_BATCH_UNCHANGED;
  job->outcome.free_result = visit->free_result;
  job->outcome.result = visit->func (job->path, loaded.document, visit->user_data, &error);
  if (error != NULL)
    fail_for_error (job, error);
}
