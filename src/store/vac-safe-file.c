/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-safe-file"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <unistd.h>

#include "vac-baseline-private.h"
#include "vac-error.h"
#include "vac-safe-file-private.h"

#define LARGEST_KEPT (64 * 1024 * 1024)

typedef struct
{
  GBytes       *bytes;      /* owned */
  VacBaseline  *expected;   /* owned, nullable */
  VacBaseline  *found;      /* owned, nullable */
  VacWriteFlags flags;
} WriteJob;

typedef struct
{
  GBytes      *bytes;       /* owned */
  VacBaseline *baseline;    /* owned */
} LoadResult;

static void
write_job_free (WriteJob *job)
{
  g_bytes_unref (job->bytes);
  vac_baseline_free (job->expected);
  vac_baseline_free (job->found);
  g_free (job);
}

static void
load_result_free (LoadResult *result)
{
  g_clear_pointer (&result->bytes, g_bytes_unref);
  vac_baseline_free (result->baseline);
  g_free (result);
}

char *
vac_safe_file_get_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
}

void
vac_set_error_exists (GError    **error,
                      const char *name)
{
  g_set_error (error, VAC_ERROR, VAC_ERROR_EXISTS, _("“%s” already exists."), name);
}

void
vac_set_error_deleted (GError    **error,
                       const char *name)
{
  g_set_error (error, VAC_ERROR, VAC_ERROR_DELETED,
               _("“%s” has been deleted or moved since it was last opened or saved."), name);
}

void
vac_set_error_conflict (GError    **error,
                        const char *name)
{
  g_set_error (error, VAC_ERROR, VAC_ERROR_CONFLICT,
               _("“%s” has been changed by another program since it was last opened or saved."),
               name);
}

void
vac_set_error_bad_target (GError    **error,
                          const char *name,
                          gboolean    is_folder)
{
  g_set_error (error, VAC_ERROR, VAC_ERROR_BAD_TARGET,
               is_folder ? _("“%s” is a folder, not a file.")
                         : _("“%s” is not an ordinary file."),
               name);
}

/* Saving through a link that leads to nothing creates what it names. */
char *
vac_safe_file_resolve (const char *path)
{
  char *real = realpath (path, NULL);
  g_autofree char *target = NULL;
  g_autofree char *followed = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *leaf = NULL;
  char *real_folder;

  if (real != NULL || errno != ENOENT)
    return real;

  target = g_file_read_link (path, NULL);
  folder = g_path_get_dirname (path);
  if (target == NULL)
    followed = g_strdup (path);
  else if (g_path_is_absolute (target))
    followed = g_steal_pointer (&target);
  else
    followed = g_build_filename (folder, target, NULL);

  g_free (folder);
  folder = g_path_get_dirname (followed);
  real_folder = realpath (folder, NULL);
  if (real_folder == NULL)
    return NULL;
  leaf = g_path_get_basename (followed);
  real = g_build_filename (real_folder, leaf, NULL);
  free (real_folder);

  return real;
}

static void
set_load_error (GError    **error,
                const char *name,
                int         code)
{
  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND, _("There is no file “%s”."), name);
  else if (code == ENXIO)
    vac_set_error_bad_target (error, name, FALSE);
  else
    g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, _("“%s” cannot be read: %s"), name,
                 g_strerror (code));
}

/* Without waiting: opening a pipe for reading otherwise hangs until somebody writes to it. */
static gboolean
open_regular (const char  *path,
              const char  *name,
              int         *fd,
              struct stat *status,
              GError     **error)
{
  *fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (*fd < 0 || fstat (*fd, status) != 0)
    {
      set_load_error (error, name, errno);
      return FALSE;
    }
  if (!S_ISREG (status->st_mode))
    {
      vac_set_error_bad_target (error, name, S_ISDIR (status->st_mode));
      return FALSE;
    }

  return TRUE;
}

typedef int Descriptor;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Descriptor, vac_close_descriptor)

GBytes *
vac_safe_file_load_local (GFile        *file,
                          gsize         limit,
                          VacBaseline **baseline,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autofree char *name = vac_safe_file_get_name (file);
  g_auto (Descriptor) fd = -1;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  struct stat status;

  if (!open_regular (g_file_peek_path (file), name, &fd, &status, error))
    return NULL;

  bytes = vac_read_descriptor (fd, limit < G_MAXSIZE ? limit + 1 : limit, cancellable, &cause);
  if (bytes == NULL)
    {
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&cause));
      else
        g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, _("“%s” cannot be read: %s"), name,
                     cause->message);
      return NULL;
    }
  if (baseline != NULL)
    *baseline = vac_baseline_new_local (&status, bytes);

  return g_steal_pointer (&bytes);
}

/**
 * vac_safe_file_load:
 * @file: what to read
 * @limit: the largest size that the caller takes, in bytes
 * @baseline: (out) (optional) (transfer full): what the file was when read
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads a file, at most @limit + 1 bytes of it: one byte more than @limit tells the caller that
 * the file is too large, however large it is. Blocks, but never on a pipe or a device.
 *
 * Errors: %VAC_ERROR_NOT_FOUND, %VAC_ERROR_BAD_TARGET, %VAC_ERROR_FAILED, %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the bytes, or %NULL
 */
GBytes *
vac_safe_file_load (GFile        *file,
                    gsize         limit,
                    VacBaseline **baseline,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (baseline == NULL || *baseline == NULL, NULL);

  if (g_file_peek_path (file) != NULL)
    return vac_safe_file_load_local (file, limit, baseline, cancellable, error);

  return vac_safe_file_load_remote (file, limit, baseline, cancellable, error);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  gsize limit = GPOINTER_TO_SIZE (task_data);
  LoadResult *result = g_new0 (LoadResult, 1);
  GError *error = NULL;

  result->bytes = vac_safe_file_load (source, limit, &result->baseline, cancellable, &error);
  if (result->bytes != NULL)
    {
      g_task_return_pointer (task, result, (GDestroyNotify) load_result_free);
      return;
    }
  load_result_free (result);
  g_task_return_error (task, error);
}

/**
 * vac_safe_file_load_async:
 * @file: what to read
 * @limit: the largest size that the caller takes, in bytes
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context that is the default one of the calling thread
 * @user_data: for @callback
 *
 * Does vac_safe_file_load() in another thread.
 */
void
vac_safe_file_load_async (GFile              *file,
                          gsize               limit,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, vac_safe_file_load_async);
  g_task_set_task_data (task, GSIZE_TO_POINTER (limit), NULL);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * vac_safe_file_load_finish:
 * @file: the file given to vac_safe_file_load_async()
 * @result: what the callback got
 * @baseline: (out) (optional) (transfer full): what the file was when read
 * @error: return location, see vac_safe_file_load()
 *
 * Returns: (transfer full): the bytes, or %NULL
 */
GBytes *
vac_safe_file_load_finish (GFile        *file,
                           GAsyncResult *result,
                           VacBaseline **baseline,
                           GError      **error)
{
  LoadResult *loaded;
  GBytes *bytes;

  g_return_val_if_fail (g_task_is_valid (result, file), NULL);
  g_return_val_if_fail (baseline == NULL || *baseline == NULL, NULL);

  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (loaded == NULL)
    return NULL;
  bytes = g_steal_pointer (&loaded->bytes);
  if (baseline != NULL)
    *baseline = g_steal_pointer (&loaded->baseline);
  load_result_free (loaded);

  return bytes;
}

static VacBaseline *
write_anywhere (GFile             *file,
                GBytes            *bytes,
                const VacBaseline *expected,
                VacWriteFlags      flags,
                GCancellable      *cancellable,
                GError           **error)
{
  if (g_file_peek_path (file) != NULL)
    return vac_safe_file_write_local (file, bytes, expected, flags, cancellable, error);

  return vac_safe_file_write_remote (file, bytes, expected, flags, cancellable, error);
}

/**
 * vac_safe_file_write:
 * @file: where to write
 * @bytes: the whole new content
 * @expected: (nullable): what the caller believes the file to be; %NULL for a new file
 * @flags: what the user agreed to
 * @new_baseline: (out) (optional) (transfer full): what the file is now; ask it with
 *   vac_baseline_is_confirmed() whether the disk confirmed the save
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Replaces a file as a whole or leaves it as it was: whatever fails, the file never holds
 * anything but its old or its new bytes. A link is kept and its target replaced; mode, owner,
 * access control list and `user.*` attributes are kept. Where a new file would separate hard links
 * or change the owner, and where the folder takes none, the file's own bytes are written over once
 * the new ones are in a recovery slot. Blocks.
 *
 * Errors, all of which leave the file untouched: %VAC_ERROR_EXISTS when expected new but present,
 * %VAC_ERROR_DELETED when expected but gone, %VAC_ERROR_CONFLICT when its bytes are not those
 * expected (these three can be overruled by %VAC_WRITE_OVERWRITE); %VAC_ERROR_BAD_TARGET for a
 * folder, pipe or device; %VAC_ERROR_READ_ONLY when it can only be saved under another name;
 * %VAC_ERROR_NOT_FOUND when its folder is not there; %VAC_ERROR_FAILED, a full disk for example;
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether the file now holds @bytes
 */
gboolean
vac_safe_file_write (GFile             *file,
                     GBytes            *bytes,
                     const VacBaseline *expected,
                     VacWriteFlags      flags,
                     VacBaseline      **new_baseline,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autoptr (VacBaseline) written = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (new_baseline == NULL || *new_baseline == NULL, FALSE);

  written = write_anywhere (file, bytes, expected, flags, cancellable, error);
  if (written == NULL)
    return FALSE;
  if (new_baseline != NULL)
    *new_baseline = g_steal_pointer (&written);

  return TRUE;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  WriteJob *job = task_data;
  VacBaseline *written;
  GError *error = NULL;

  written = write_anywhere (source, job->bytes, job->expected, job->flags, cancellable, &error);
  if (written != NULL)
    {
      g_task_return_pointer (task, written, (GDestroyNotify) vac_baseline_free);
      return;
    }
  if (g_error_matches (error, VAC_ERROR, VAC_ERROR_EXISTS) ||
      g_error_matches (error, VAC_ERROR, VAC_ERROR_CONFLICT) ||
      g_error_matches (error, VAC_ERROR, VAC_ERROR_DELETED))
    job->found = vac_safe_file_inspect (source);
  g_task_return_error (task, error);
}

/**
 * vac_safe_file_write_async:
 * @file: where to write
 * @bytes: the whole new content
 * @expected: (nullable): what the caller believes the file to be; %NULL for a new file
 * @flags: what the user agreed to
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context that is the default one of the calling thread
 * @user_data: for @callback
 *
 * Does vac_safe_file_write() in another thread.
 */
void
vac_safe_file_write_async (GFile              *file,
                           GBytes             *bytes,
                           const VacBaseline  *expected,
                           VacWriteFlags       flags,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  WriteJob *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (bytes != NULL);

  job = g_new0 (WriteJob, 1);
  job->bytes = g_bytes_ref (bytes);
  job->expected = expected != NULL ? vac_baseline_copy (expected) : NULL;
  job->flags = flags;

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, vac_safe_file_write_async);
  /* A file that has been replaced is replaced, even if somebody cancelled a moment too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) write_job_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * vac_safe_file_write_finish:
 * @file: the file given to vac_safe_file_write_async()
 * @result: what the callback got
 * @new_baseline: (out) (optional) (transfer full): what the file is now
 * @error: return location, see vac_safe_file_write()
 *
 * Returns: whether the file now holds the bytes
 */
gboolean
vac_safe_file_write_finish (GFile        *file,
                            GAsyncResult *result,
                            VacBaseline **new_baseline,
                            GError      **error)
{
  g_autoptr (VacBaseline) written = NULL;

  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);
  g_return_val_if_fail (new_baseline == NULL || *new_baseline == NULL, FALSE);

  written = g_task_propagate_pointer (G_TASK (result), error);
  if (written == NULL)
    return FALSE;
  if (new_baseline != NULL)
    *new_baseline = g_steal_pointer (&written);

  return TRUE;
}

/**
 * vac_safe_file_write_dup_found:
 * @result: what the callback of vac_safe_file_write_async() got
 *
 * Returns: (transfer full) (nullable): after %VAC_ERROR_EXISTS, %VAC_ERROR_CONFLICT or
 *   %VAC_ERROR_DELETED what vac_safe_file_inspect() found then
 */
VacBaseline *
vac_safe_file_write_dup_found (GAsyncResult *result)
{
  WriteJob *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, vac_safe_file_write_async), NULL);

  job = g_task_get_task_data (G_TASK (result));

  return job->found != NULL ? vac_baseline_copy (job->found) : NULL;
}

/**
 * vac_safe_file_inspect:
 * @file: a file
 *
 * Looks at what is there now, so that a user who is asked about it agrees to that and nothing else:
 * given as what a later write expects, only this is replaced. For a file above 64 MiB, only size
 * and times are kept. Blocks.
 *
 * Returns: (transfer full) (nullable): what is there, also when that is nothing; %NULL when nobody
 *   can tell
 */
VacBaseline *
vac_safe_file_inspect (GFile *file)
{
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = vac_safe_file_load (file, LARGEST_KEPT, &baseline, NULL, &error);
  if (bytes == NULL && g_error_matches (error, VAC_ERROR, VAC_ERROR_NOT_FOUND))
    return vac_baseline_new_absent ();
  if (bytes != NULL && g_bytes_get_size (bytes) > LARGEST_KEPT)
    vac_baseline_drop_bytes (baseline);

  return g_steal_pointer (&baseline);
}

/**
 * vac_safe_file_compare:
 * @file: a file that was read or written before
 * @baseline: what it was then
 *
 * Checks whether somebody else changed or removed the file: one system call as long as nobody did,
 * and its bytes are compared only when it looks touched. Meant for a window that gets the focus. A
 * file without a local path is not asked for over the network; it counts as unchanged here, and a
 * write compares it anyway.
 *
 * Returns: what has become of the file
 */
VacDiskState
vac_safe_file_compare (GFile             *file,
                       const VacBaseline *baseline)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *path;
  struct stat status;

  g_return_val_if_fail (G_IS_FILE (file), VAC_DISK_SAME);
  g_return_val_if_fail (baseline != NULL, VAC_DISK_SAME);

  path = g_file_peek_path (file);
  if (path == NULL)
    return VAC_DISK_SAME;
  if (stat (path, &status) != 0)
    return errno == ENOENT || errno == ENOTDIR ? VAC_DISK_DELETED : VAC_DISK_SAME;
  if (vac_baseline_has_status (baseline, &status))
    return VAC_DISK_SAME;
  bytes = vac_safe_file_load_local (file, vac_baseline_get_size (baseline), NULL, NULL, &error);
  if (g_error_matches (error, VAC_ERROR, VAC_ERROR_NOT_FOUND))
    return VAC_DISK_DELETED;
  if (bytes != NULL && vac_baseline_has_bytes (baseline, bytes))
    return VAC_DISK_SAME;

  return VAC_DISK_CHANGED;
}

/**
 * vac_safe_file_is_same:
 * @file: a file
 * @other: another name, or the same
 *
 * By device and inode where there are any: a link is another name for the same file.
 *
 * Returns: whether both name the same file
 */
gboolean
vac_safe_file_is_same (GFile *file,
                       GFile *other)
{
  const char *path, *other_path;
  struct stat status, other_status;

  g_return_val_if_fail (G_IS_FILE (file) && G_IS_FILE (other), FALSE);

  if (g_file_equal (file, other))
    return TRUE;

  path = g_file_peek_path (file);
  other_path = g_file_peek_path (other);

  return path != NULL && other_path != NULL && stat (path, &status) == 0 &&
         stat (other_path, &other_status) == 0 && status.st_dev == other_status.st_dev &&
         status.st_ino == other_status.st_ino;
}

/**
 * vac_safe_file_check_writable:
 * @file: a file
 * @error: return location for the %VAC_ERROR_READ_ONLY that a write would report
 *
 * Checks whether the file can be replaced, as far as that can be told without trying: a few system
 * calls. A file without a local path counts as writable.
 *
 * Returns: %FALSE when a write would be refused
 */
gboolean
vac_safe_file_check_writable (GFile   *file,
                              GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return g_file_peek_path (file) == NULL || vac_safe_file_check_writable_local (file, error);
}

/**
 * vac_safe_file_confirm_folder:
 * @folder: a folder's path
 *
 * Waits until the names of the files that were written with %VAC_WRITE_ONE_OF_MANY are on the disk.
 *
 * Returns: whether the disk confirmed that they will outlast a crash
 */
gboolean
vac_safe_file_confirm_folder (const char *folder)
{
  int descriptor;
  gboolean confirmed;

  g_return_val_if_fail (folder != NULL, FALSE);

  descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  confirmed = descriptor >= 0 && fsync (descriptor) == 0;
  vac_close_descriptor (&descriptor);

  return confirmed;
}
