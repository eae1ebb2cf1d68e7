/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-versions"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "vac-error.h"
#include "vac-safe-file-private.h"
#include "vac-versions-contents.h"
#include "vac-versions-folder.h"

/* The versions of a file that saves have replaced, for whoever wants to see them or have one back.
 * The saver keeps them: see vac_versions_keep(). */

/* Returns: (transfer full): the same for every way to a file through links */
static char *
make_uri (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *real = path != NULL ? vac_safe_file_resolve (path) : NULL;
  char *uri = real != NULL ? g_filename_to_uri (real, NULL, NULL) : NULL;

  free (real);

  return uri != NULL ? uri : g_file_get_uri (file);
}

/* The file itself is read only if its versions have to be looked for under another name. */
static VacVersionsFolder *
find_folder (GFile   *file,
             GError **error)
{
  g_autofree char *uri = make_uri (file);
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) bytes = NULL;
  VacVersionsSought sought = { .uri = uri };

  if (!vac_versions_folder_exists (uri))
    {
      if (path != NULL)
        vac_file_mark_take_path (&sought.mark, path);
      bytes = vac_safe_file_load (file, VAC_VERSIONS_LARGEST, NULL, NULL, NULL);
      hash = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
      sought.hash = hash;
    }

  return vac_versions_folder_find (&sought, error);
}

/**
 * vac_versions_list:
 * @file: a file, which may be gone
 * @rebuilt: (out) (optional): whether the list was damaged and has been made anew: then names are
 *   missing, and times are those when a version was replaced
 * @error: return location for a #VacError
 *
 * Lists the versions of a file that saves with %VAC_WRITE_KEEP_VERSION replaced. A file that has
 * been renamed or moved has those that it had under its old name. Blocks.
 *
 * Returns: (transfer full) (element-type VacVersion): the versions, newest first; none for a file
 *   that has never been replaced
 */
GPtrArray *
vac_versions_list (GFile     *file,
                   gboolean  *rebuilt,
                   GError   **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (VacVersionsFolder) folder = NULL;
  GPtrArray *versions;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  folder = find_folder (file, &cause);
  if (rebuilt != NULL)
    *rebuilt = folder != NULL && folder->rebuilt;
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  versions = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_version_free);
  for (guint i = folder != NULL ? folder->index.versions->len : 0; i-- > 0;)
    {
      VacVersion *version = vac_version_copy (g_ptr_array_index (folder->index.versions, i));

      version->damaged = !vac_versions_contents_has (folder->path, version->hash);
      g_ptr_array_add (versions, version);
    }

  return versions;
}

static void
set_error_missing (GError **error,
                   guint64  number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  g_set_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND, _("There is no version %s."), text);
}

static void
set_error_damaged (GError    **error,
                   guint64     number,
                   const char *aside)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  g_autofree char *shown = aside != NULL ? g_filename_display_name (aside) : NULL;

  if (shown == NULL)
    g_set_error (error, VAC_ERROR, VAC_ERROR_SYNTAX, _("Version %s is lost."), text);
  else
    g_set_error (error, VAC_ERROR, VAC_ERROR_SYNTAX,
                 /* Translators: the number of a version and the path of a file */
                 _("Version %s is damaged. What is left of it is in “%s”."), text, shown);
}

/**
 * vac_versions_load:
 * @file: a file, which may be gone
 * @version: one of its versions
 * @error: return location for a #VacError: %VAC_ERROR_NOT_FOUND when it has been let go of
 *   meanwhile, %VAC_ERROR_SYNTAX when it is damaged, and then what is left of it has been put aside
 *
 * Reads a version: exactly what was replaced, posting or not. Blocks.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
vac_versions_load (GFile             *file,
                   const VacVersion  *version,
                   GError           **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (VacVersionsFolder) folder = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *aside = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (version != NULL, NULL);

  folder = find_folder (file, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  if (folder == NULL || !vac_versions_have (folder->index.versions, version->hash))
    {
      set_error_missing (error, version->number);
      return NULL;
    }
  bytes = vac_versions_contents_read (folder->path, version->hash, &aside);
  if (bytes == NULL)
    set_error_damaged (error, version->number, aside);

  return g_steal_pointer (&bytes);
}

static VacVersion *
find_version (GPtrArray *versions,
              guint64    number)
{
  for (guint i = 0; i < versions->len; i++)
    {
      VacVersion *version = g_ptr_array_index (versions, i);

      if (version->number == number)
        return version;
    }

  return NULL;
}

/**
 * vac_versions_name:
 * @file: a file, which may be gone
 * @number: of one of its versions
 * @name: what to call it, without line ends; empty for no name
 * @error: return location for a #VacError: %VAC_ERROR_NOT_FOUND when there is no such version
 *
 * Names a version. One with a name is kept for good. Blocks.
 *
 * Returns: whether it has that name now
 */
gboolean
vac_versions_name (GFile      *file,
                   guint64     number,
                   const char *name,
                   GError    **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (VacVersionsFolder) folder = NULL;
  VacVersion *version;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), FALSE);

  folder = find_folder (file, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  version = folder != NULL ? find_version (folder->index.versions, number) : NULL;
  if (version == NULL)
    {
      set_error_missing (error, number);
      return FALSE;
    }
  g_free (version->name);
  version->name = g_strdup (name);

  return vac_versions_folder_write (folder, error);
}

/* A call in another thread. */
typedef struct
{
  GPtrArray  *list;       /* the answer of one that lists */
  gboolean    rebuilt;
  VacVersion *version;    /* of one that loads or names; with the new name */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->list, g_ptr_array_unref);
  vac_version_free (job->version);
  g_free (job);
}

static void
run (GFile              *file,
     const VacVersion   *version,
     gpointer            tag,
     GTaskThreadFunc     func,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->version = version != NULL ? vac_version_copy (version) : NULL;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  job->list = vac_versions_list (source, &job->rebuilt, &error);
  if (job->list != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * vac_versions_list_async:
 * @file: a file, which may be gone
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Does vac_versions_list() in another thread.
 */
void
vac_versions_list_async (GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  run (file, NULL, vac_versions_list_async, list_in_thread, cancellable, callback, user_data);
}

/**
 * vac_versions_list_finish:
 * @file: the file
 * @result: what the callback got
 * @rebuilt: (out) (optional): see vac_versions_list()
 * @error: return location, see vac_versions_list()
 *
 * Returns: (transfer full) (element-type VacVersion): the versions, newest first
 */
GPtrArray *
vac_versions_list_finish (GFile         *file,
                          GAsyncResult  *result,
                          gboolean      *rebuilt,
                          GError       **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  job = g_task_get_task_data (G_TASK (result));
  if (rebuilt != NULL)
    *rebuilt = job->rebuilt;

  return g_steal_pointer (&job->list);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  GBytes *bytes = vac_versions_load (source, job->version, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * vac_versions_load_async:
 * @file: a file, which may be gone
 * @version: one of its versions
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Does vac_versions_load() in another thread.
 */
void
vac_versions_load_async (GFile              *file,
                         const VacVersion   *version,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (version != NULL);

  run (file, version, vac_versions_load_async, load_in_thread, cancellable, callback, user_data);
}

/**
 * vac_versions_load_finish:
 * @file: the file
 * @result: what the callback got
 * @error: return location, see vac_versions_load()
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
vac_versions_load_finish (GFile        *file,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
name_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const VacVersion *version = ((Job *) task_data)->version;
  GError *error = NULL;

  if (vac_versions_name (source, version->number, version->name, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * vac_versions_name_async:
 * @file: a file, which may be gone
 * @number: of one of its versions
 * @name: what to call it; empty for no name
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Does vac_versions_name() in another thread.
 */
void
vac_versions_name_async (GFile              *file,
                         guint64             number,
                         const char         *name,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  const VacVersion version = { .number = number, .name = (char *) name };

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (name != NULL);

  run (file, &version, vac_versions_name_async, name_in_thread, cancellable, callback, user_data);
}

/**
 * vac_versions_name_finish:
 * @file: the file
 * @result: what the callback got
 * @error: return location, see vac_versions_name()
 *
 * Returns: whether it has that name now
 */
gboolean
vac_versions_name_finish (GFile        *file,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
