/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-store-open"

#include "config.h"

#include "vac-baseline-private.h"
#include "vac-json.h"
#include "vac-original.h"
#include "vac-reader.h"
#include "vac-store-private.h"

/* How a posting comes to be open: from its file, or from what was kept of it besides. */

static void
sweep_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      folder,
                 GCancellable *cancellable)
{
  vac_safe_file_sweep (folder);
}

/* Whoever opens a posting again after the program was killed finds no rubbish beside it. */
static void
sweep_folder (GFile *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  const char *path = g_file_peek_path (file);

  if (path == NULL)
    return;
  g_task_set_source_tag (task, sweep_folder);
  g_task_set_task_data (task, g_path_get_dirname (path), g_free);
  g_task_run_in_thread (task, sweep_in_thread);
}

/* Makes a document of a file. */
typedef VacDocument *Read (GBytes  *bytes,
                           GError **error);

static void
on_load_ready_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (VacDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) original = NULL;
  g_autoptr (GError) error = NULL;
  VacStore *self;

  bytes = vac_safe_file_load_finish (G_FILE (source), result, &baseline, &error);
  if (bytes != NULL)
    document = (*read) (bytes, &error);
  if (document == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (!vac_store_is_rating (document))
    original = vac_original_mend (&document, G_FILE (source));
  self = vac_store_new_for_file (document, G_FILE (source), g_steal_pointer (&baseline), TRUE);
  if (original != NULL)
    vac_store_set_original (self, original);
  sweep_folder (G_FILE (source));
  g_task_return_pointer (task, self, g_object_unref);
}

static void
open_file (GFile               *file,
           Read                *read,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, open_file);
  g_task_set_task_data (task, read, NULL);
  vac_safe_file_load_async (file, VAC_JSON_MAX_BYTES, cancellable, on_load_ready_cb, task);
}

/**
 * vac_store_open_async:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads a posting without keeping the main thread from its work.
 */
void
vac_store_open_async (GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  open_file (file, vac_read_document, cancellable, callback, user_data);
}

/**
 * vac_store_open_rating_async:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads the ratings of a candidate as vac_store_open_async() reads a posting. They are written so
 * that only the user can read them, and no versions of them are kept.
 */
void
vac_store_open_rating_async (GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  open_file (file, vac_read_rating, cancellable, callback, user_data);
}

/**
 * vac_store_open_finish:
 * @result: what the callback got
 * @error: return location for an error; when the file's contents are at fault, it has
 *   a place
 *
 * Returns: (transfer full) (nullable): the open posting
 */
VacStore *
vac_store_open_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What takes the place of what the file says. */
typedef struct
{
  VacDocument *document;   /* owned */
  GBytes      *bytes;      /* owned: the document as it would be written */
  char        *checksum;   /* owned, nullable: of the file that the document came from */
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_object_unref (restoring->document);
  g_bytes_unref (restoring->bytes);
  g_free (restoring->checksum);
  g_free (restoring);
}

/* The program may have ended just after it saved. A file that cannot be read now, or holds neither
 * the document nor what that came from, counts as changed by somebody else: nothing is written over
 * it unasked. */
static void
on_compared_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Restoring *restoring = g_task_get_task_data (task);
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *checksum = NULL;
  gboolean is_saved;

  bytes = vac_safe_file_load_finish (G_FILE (source), result, &baseline, NULL);
  if (bytes != NULL)
    checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  is_saved = bytes != NULL && g_bytes_equal (bytes, restoring->bytes);
  if (!is_saved && (checksum == NULL || g_strcmp0 (checksum, restoring->checksum) != 0))
    {
      vac_baseline_free (baseline);
      baseline = vac_baseline_new_unknown ();
    }
  g_task_return_pointer (task,
                         vac_store_new_for_file (restoring->document, G_FILE (source),
                                                 g_steal_pointer (&baseline), is_saved),
                         g_object_unref);
}

/**
 * vac_store_restore_async:
 * @document: what was kept of a posting
 * @bytes: @document as it would be written
 * @file: (nullable): the file that it had
 * @checksum: (nullable): what vac_store_dup_checksum() said then
 * @callback: called when done
 * @user_data: for @callback
 *
 * Opens a posting whose document is not in its file. If the file has changed since @checksum was
 * taken, that is a conflict like any other.
 */
void
vac_store_restore_async (VacDocument         *document,
                         GBytes              *bytes,
                         GFile               *file,
                         const char          *checksum,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;
  Restoring *restoring;

  g_return_if_fail (VAC_IS_DOCUMENT (document));

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, vac_store_restore_async);
  if (file == NULL)
    {
      g_task_return_pointer (task, vac_store_new_for_file (document, NULL, NULL, FALSE),
                             g_object_unref);
      g_object_unref (task);
      return;
    }
  restoring = g_new0 (Restoring, 1);
  restoring->document = g_object_ref (document);
  restoring->bytes = g_bytes_ref (bytes);
  restoring->checksum = g_strdup (checksum);
  g_task_set_task_data (task, restoring, (GDestroyNotify) restoring_free);
  vac_safe_file_load_async (file, VAC_JSON_MAX_BYTES, NULL, on_compared_cb, task);
}

/**
 * vac_store_restore_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full): the open posting, with unsaved changes unless its file has them by now
 */
VacStore *
vac_store_restore_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vac_store_restore_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
