/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-source-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-safe-file.h"
#include "vac-source-reader.h"

/* Reads what is to be imported in a thread: a file, or what was on the clipboard. */

typedef struct
{
  GFile         *file;    /* owned; NULL for bytes */
  GBytes        *bytes;   /* owned; NULL for a file */
  VacImportKind  kind;    /* of bytes */
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_clear_object (&source->file);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free (source);
}

/* What is data by its name must be data that is known: it is no text for a posting. */
static gboolean
tell_kind (GBytes         *bytes,
           const char     *name,
           VacImportKind  *kind,
           GError        **error)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (!vac_import_tell_kind (bytes, name, kind, error))
    return FALSE;
  if (*kind != VAC_IMPORT_TEXT || !g_str_has_suffix (folded, ".json"))
    return TRUE;
  g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT, _("There is no posting in it."));

  return FALSE;
}

static GBytes *
load (GFile         *file,
      VacImportKind *kind,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (GBytes) bytes = vac_safe_file_load (file, VAC_IMPORT_MAX_SOURCE, &baseline,
                                                 cancellable, error);

  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) > VAC_IMPORT_MAX_SOURCE)
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                           _("The file is larger than 128 MiB."));
      return NULL;
    }

  return tell_kind (bytes, name, kind, error) ? g_steal_pointer (&bytes) : NULL;
}

static void
read_in_thread (GTask        *task,
                gpointer      object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Source *source = task_data;
  GError *error = NULL;
  GPtrArray *drafts;

  if (source->bytes == NULL)
    source->bytes = load (source->file, &source->kind, cancellable, &error);
  if (source->bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  drafts = vac_import_read (source->kind, source->bytes, &error);
  if (drafts != NULL)
    g_task_return_pointer (task, drafts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
start (Source              *source,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, source, source_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * vac_source_read_file_async:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads the postings in @file, which is of some other program.
 */
void
vac_source_read_file_async (GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Source *source;

  g_return_if_fail (G_IS_FILE (file));

  source = g_new0 (Source, 1);
  source->file = g_object_ref (file);
  start (source, cancellable, callback, user_data);
}

/**
 * vac_source_read_bytes_async:
 * @bytes: what was copied somewhere
 * @kind: what that is
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 */
void
vac_source_read_bytes_async (GBytes              *bytes,
                             VacImportKind        kind,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Source *source;

  g_return_if_fail (bytes != NULL);

  source = g_new0 (Source, 1);
  source->bytes = g_bytes_ref (bytes);
  source->kind = kind;
  start (source, cancellable, callback, user_data);
}

/**
 * vac_source_read_finish:
 * @result: what the callback got
 * @error: return location for a sentence
 *
 * Returns: (transfer full) (element-type VacDraft) (nullable): the postings, at least one
 */
GPtrArray *
vac_source_read_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
