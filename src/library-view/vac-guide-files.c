/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-files"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vac-error.h"
#include "vac-guide-files.h"
#include "vac-guide-library.h"
#include "vac-guide-update.h"
#include "vac-json.h"
#include "vac-reader.h"
#include "vac-writer.h"

/* The files of the user's own guides. */

/* What is to be done with one of them, and what comes of it. */
typedef struct
{
  GFile  *file;       /* owned */
  GBytes *bytes;      /* owned, nullable: what it shall hold */
  char   *title;      /* owned, nullable: what the guide shall be called */
  char   *summary;    /* owned, nullable: what it shall say that it is for */
  VacDocument *posting;  /* owned, nullable: whose texts it shall take over, for the thread alone */
  GHashTable  *chosen;   /* owned, nullable: which of them */
  VacBaseline *written;  /* owned, nullable: what the file must still be */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->title);
  g_free (job->summary);
  g_clear_object (&job->posting);
  g_clear_pointer (&job->chosen, g_hash_table_unref);
  g_clear_pointer (&job->written, vac_baseline_free);
  g_free (job);
}

/**
 * vac_guide_files_takes_title:
 * @title: what somebody typed
 *
 * Returns: whether a guide can be called so: a card without a word is nothing to choose
 */
gboolean
vac_guide_files_takes_title (const char *title)
{
  g_return_val_if_fail (title != NULL, FALSE);

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isgraph (g_utf8_get_char (p)) && !g_unichar_iszerowidth (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static void
set_details (VacDocument *guide,
             const char  *title,
             const char  *summary)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title));

  vac_document_set_text (guide, vac_document_get (guide, VAC_ROLE_GUIDE_TITLE), stripped);
  vac_document_set_text (guide, vac_document_get (guide, VAC_ROLE_GUIDE_SUMMARY), summary);
}

static void
start (Job                 *job,
       gpointer             tag,
       GTaskThreadFunc      func,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

/* Adding, and what was deleted again */

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GFile) folder = g_file_get_parent (job->file);
  GError *error = NULL;

  g_mkdir_with_parents (g_file_peek_path (folder), 0755);
  if (vac_safe_file_write (job->file, job->bytes, NULL, VAC_WRITE_NONE, NULL, NULL, &error))
    g_task_return_pointer (task, g_object_ref (job->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * vac_guide_files_add_async:
 * @document: a posting, or a guide
 * @title: of the new guide
 * @summary: what it is for; may be empty
 * @callback: called when done
 * @user_data: for @callback
 *
 * Puts a copy of @document among the user's guides.
 */
void
vac_guide_files_add_async (VacDocument         *document,
                           const char          *title,
                           const char          *summary,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autofree char *folder = vac_guide_get_user_folder ();
  g_autofree char *id = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (VacDocument) guide = NULL;
  GError *error = NULL;
  Job *job;

  g_return_if_fail (VAC_IS_DOCUMENT (document));
  g_return_if_fail (title != NULL && summary != NULL);

  file = vac_guide_propose_file (folder, title, &id);
  guide = vac_guide_make (document, id, title);
  set_details (guide, title, summary);
  job = g_new0 (Job, 1);
  job->file = g_steal_pointer (&file);
  job->bytes = vac_write_readable (guide, &error);
  if (job->bytes == NULL)
    {
      g_task_report_error (NULL, callback, user_data, vac_guide_files_add_async, error);
      job_free (job);
      return;
    }
  start (job, vac_guide_files_add_async, write_in_thread, callback, user_data);
}

/**
 * vac_guide_files_add_finish:
 * @result: what the callback got
 * @error: return location for a #VacError
 *
 * Returns: (transfer full) (nullable): the new guide's file
 */
GFile *
vac_guide_files_add_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vac_guide_files_add_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vac_guide_files_restore_async:
 * @file: where a guide was
 * @bytes: what was deleted there
 * @callback: called when done
 * @user_data: for @callback
 *
 * Puts back what was deleted, unless another file has taken its place.
 */
void
vac_guide_files_restore_async (GFile               *file,
                               GBytes              *bytes,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Job *job;

  g_return_if_fail (G_IS_FILE (file) && bytes != NULL);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->bytes = g_bytes_ref (bytes);
  start (job, vac_guide_files_restore_async, write_in_thread, callback, user_data);
}

/**
 * vac_guide_files_restore_finish:
 * @result: what the callback got
 * @error: return location for a #VacError
 *
 * Returns: whether it is back
 */
gboolean
vac_guide_files_restore_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, vac_guide_files_restore_async), FALSE);

  file = g_task_propagate_pointer (G_TASK (result), error);

  return file != NULL;
}

/* Describing */

/* Returns: (transfer full) (nullable): the guide in a file, which can be changed */
static VacDocument *
load (GFile        *file,
      GBytes      **before,
      VacBaseline **baseline,
      GError      **error)
{
  g_autoptr (VacDocument) guide = NULL;

  *before = vac_safe_file_load (file, VAC_JSON_MAX_BYTES, baseline, NULL, error);
  guide = *before != NULL ? vac_read_document (*before, error) : NULL;
  if (guide == NULL || !vac_document_get_read_only (guide))
    return g_steal_pointer (&guide);

  g_set_error_literal (error, VAC_ERROR, VAC_ERROR_READ_ONLY,
                       _("This guide was written by a newer version of Vacancy. It can be "
                         "used, but not changed."));

  return NULL;
}

static gboolean
describe (Job     *job,
          GError **error)
{
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (VacDocument) guide = load (job->file, &before, &baseline, error);
  g_autoptr (GBytes) after = NULL;

  if (guide == NULL)
    return FALSE;
  set_details (guide, job->title, job->summary);
  after = vac_write_readable (guide, error);

  return after != NULL &&
         vac_safe_file_write (job->file, after, baseline, VAC_WRITE_NONE, NULL, NULL, error);
}

static void
describe_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  GError *error = NULL;

  if (describe (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * vac_guide_files_describe_async:
 * @file: one of the user's guides
 * @title: what it shall be called
 * @summary: what it shall say that it is for; may be empty
 * @callback: called when done
 * @user_data: for @callback
 *
 * The file keeps its name, and the guide its id: postings that were made from it find it by that.
 */
void
vac_guide_files_describe_async (GFile               *file,
                                const char          *title,
                                const char          *summary,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (title != NULL && summary != NULL);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->title = g_strdup (title);
  job->summary = g_strdup (summary);
  start (job, vac_guide_files_describe_async, describe_in_thread, callback, user_data);
}

/**
 * vac_guide_files_describe_finish:
 * @result: what the callback got
 * @error: return location for a #VacError
 *
 * Returns: whether the guide says so now
 */
gboolean
vac_guide_files_describe_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vac_guide_files_describe_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Deleting */

static void
delete_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = vac_safe_file_load (job->file, VAC_JSON_MAX_BYTES, NULL, NULL, &error);

  if (bytes != NULL && !g_file_trash (job->file, NULL, NULL))
    g_file_delete (job->file, NULL, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

/**
 * vac_guide_files_delete_async:
 * @file: one of the user's guides
 * @callback: called when done
 * @user_data: for @callback
 *
 * Deletes it, into the trash where there is one.
 */
void
vac_guide_files_delete_async (GFile               *file,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Job *job;

  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  start (job, vac_guide_files_delete_async, delete_in_thread, callback, user_data);
}

/**
 * vac_guide_files_delete_finish:
 * @result: what the callback got
 * @error: return location for a #VacError or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): what it held, for vac_guide_files_restore_async()
 */
GBytes *
vac_guide_files_delete_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vac_guide_files_delete_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Taking texts over */

/**
 * vac_guide_file_free:
 * @self: (transfer full): what became of a guide
 */
void
vac_guide_file_free (VacGuideFile *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->before, g_bytes_unref);
  g_clear_pointer (&self->written, vac_baseline_free);
  g_free (self);
}

static gboolean
update (Job           *job,
        VacGuideFile  *result,
        GError       **error)
{
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (VacDocument) guide = load (job->file, &result->before, &baseline, error);
  g_autoptr (VacGuideUpdate) changes = NULL;
  g_autoptr (GBytes) after = NULL;

  if (guide == NULL)
    return FALSE;

  changes = vac_guide_update_new (guide, job->posting);
  result->n_taken = vac_guide_update_take (changes, job->chosen);
  result->n_left = g_hash_table_size (job->chosen) - result->n_taken;
  if (result->n_taken == 0)
    return TRUE;
  after = vac_write_readable (guide, error);

  return after != NULL &&
         vac_safe_file_write (job->file, after, baseline, VAC_WRITE_KEEP_VERSION,
                              &result->written, NULL, error);
}

static void
update_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (VacGuideFile) result = g_new0 (VacGuideFile, 1);
  GError *error = NULL;

  result->file = g_object_ref (job->file);
  if (update (job, result, &error))
    g_task_return_pointer (task, g_steal_pointer (&result),
                           (GDestroyNotify) vac_guide_file_free);
  else
    g_task_return_error (task, error);
}

/**
 * vac_guide_files_update_async:
 * @file: one of the user's guides
 * @posting: what was made from it
 * @chosen: (element-type utf8): digests of the changes that the guide shall have; see
 *   vac_guide_update_take()
 * @callback: called when done
 * @user_data: for @callback
 *
 * Makes the guide say what @posting does. The version before is kept. What somebody else has
 * changed in the guide by now stays.
 */
void
vac_guide_files_update_async (GFile               *file,
                              VacDocument         *posting,
                              GHashTable          *chosen,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (VacNode) root = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file) && VAC_IS_DOCUMENT (posting) && chosen != NULL);

  root = vac_node_copy (vac_document_get_root (posting));
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->posting = vac_document_new_for_root (root);
  job->chosen = g_hash_table_ref (chosen);
  start (job, vac_guide_files_update_async, update_in_thread, callback, user_data);
}

/**
 * vac_guide_files_update_finish:
 * @result: what the callback got
 * @error: return location for a #VacError
 *
 * Returns: (transfer full) (nullable): what became of the guide, for
 *   vac_guide_files_revert_async(); %NULL when nothing was written because of @error
 */
VacGuideFile *
vac_guide_files_update_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vac_guide_files_update_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
revert_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (vac_safe_file_write (job->file, job->bytes, job->written, VAC_WRITE_KEEP_VERSION, NULL, NULL,
                           &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * vac_guide_files_revert_async:
 * @guide: what became of a guide that took something over
 * @callback: called when done
 * @user_data: for @callback
 *
 * Makes the guide what it was before, unless somebody has changed it since.
 */
void
vac_guide_files_revert_async (VacGuideFile        *guide,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Job *job;

  g_return_if_fail (guide != NULL && guide->written != NULL);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (guide->file);
  job->bytes = g_bytes_ref (guide->before);
  job->written = vac_baseline_copy (guide->written);
  start (job, vac_guide_files_revert_async, revert_in_thread, callback, user_data);
}

/**
 * vac_guide_files_revert_finish:
 * @result: what the callback got
 * @error: return location for a #VacError
 *
 * Returns: whether the guide is what it was
 */
gboolean
vac_guide_files_revert_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vac_guide_files_revert_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
