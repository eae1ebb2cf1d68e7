/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared-files"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vac-error.h"
#include "vac-json.h"
#include "vac-safe-file.h"
#include "vac-shared-files.h"
#include "vac-writer.h"

/* The files of shared texts: one for the newest version of each, one for every version before. */

typedef struct
{
  GFile  *file;       /* owned */
  GBytes *bytes;      /* owned: what it shall hold */
  GBytes *before;     /* owned, nullable: what it holds as far as we know */
  GFile  *older;      /* owned, nullable: where what it says so far is kept */
  GBytes *said;       /* owned, nullable: that */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->before, g_bytes_unref);
  g_clear_object (&job->older);
  g_clear_pointer (&job->said, g_bytes_unref);
  g_free (job);
}

static void
make_folder_of (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_mkdir_with_parents (g_file_peek_path (folder), 0755);
}

/* A version that was kept before is not written again: it is the same. */
static gboolean
keep (Job     *job,
      GError **error)
{
  g_autoptr (GError) local = NULL;

  if (job->older == NULL)
    return TRUE;
  make_folder_of (job->older);
  if (vac_safe_file_write (job->older, job->said, NULL, VAC_WRITE_NONE, NULL, NULL, &local) ||
      g_error_matches (local, VAC_ERROR, VAC_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* Another program, or another window, may have changed the text since it was read. */
static gboolean
load_before (Job          *job,
             VacBaseline **baseline,
             GError      **error)
{
  g_autoptr (GBytes) found = vac_safe_file_load (job->file, VAC_JSON_MAX_BYTES, baseline, NULL,
                                                 error);

  if (found == NULL || g_bytes_equal (found, job->before))
    return found != NULL;
  g_set_error_literal (error, VAC_ERROR, VAC_ERROR_CONFLICT,
                       _("The shared text has been changed meanwhile. Open it again to see what it "
                         "says now."));

  return FALSE;
}

static gboolean
save (Job     *job,
      GError **error)
{
  g_autoptr (VacBaseline) baseline = NULL;

  make_folder_of (job->file);
  if (job->before != NULL && !load_before (job, &baseline, error))
    return FALSE;

  return keep (job, error) && vac_safe_file_write (job->file, job->bytes, baseline, VAC_WRITE_NONE,
                                                   NULL, NULL, error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  VacSharedText *text = save (job, &error) ? vac_shared_text_read (job->bytes, job->file, &error)
                                           : NULL;

  if (text != NULL)
    g_task_return_pointer (task, text, (GDestroyNotify) vac_shared_text_free);
  else
    g_task_return_error (task, error);
}

/**
 * vac_shared_files_save_async:
 * @before: (nullable): the text as it was read; %NULL for a new one
 * @document: what it shall be; for a new one, with an id that no other has
 * @callback: called when done
 * @user_data: for @callback
 *
 * Writes the text to its file among the user's texts. If it says something else than @before, it
 * becomes the next version, and @before is kept beside it.
 */
void
vac_shared_files_save_async (const VacSharedText *before,
                             VacDocument         *document,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  g_autoptr (VacDocument) next = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  const char *id;
  Job *job;

  g_return_if_fail (VAC_IS_DOCUMENT (document));

  next = vac_shared_text_make_next (before, document);
  bytes = vac_write_readable (next, &error);
  if (bytes == NULL)
    {
      g_task_report_error (NULL, callback, user_data, vac_shared_files_save_async, error);
      return;
    }
  id = vac_document_get_text (next, VAC_ROLE_SHARED_ID);
  job = g_new0 (Job, 1);
  job->file = vac_shared_get_file (folder, id);
  job->bytes = g_steal_pointer (&bytes);
  if (before != NULL && before->file != NULL)
    job->before = g_bytes_ref (before->bytes);
  if (before != NULL)
    {
      job->older = vac_shared_get_older_file (folder, id, before->version);
      job->said = g_bytes_ref (before->bytes);
    }
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, vac_shared_files_save_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * vac_shared_files_save_finish:
 * @result: what the callback got
 * @error: return location for a #VacError
 *
 * Returns: (transfer full) (nullable): the text as it is now
 */
VacSharedText *
vac_shared_files_save_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vac_shared_files_save_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
