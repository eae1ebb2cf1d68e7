/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-state-folder"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "vac-descriptor.h"
#include "vac-error.h"
#include "vac-state-folder.h"

/* What the program keeps for itself: recovery slots and versions. They hold what people wrote, so
 * nobody else may look in. */

#define FOLDER_MODE 0700
#define FILE_MODE   0600

/* Of the end of a name that GLib gives a temporary file. */
#define N_RANDOM 6

/* Nothing takes so long to write. In seconds. */
#define OLD (60 * 60)

/* Folders in folders of ours. */
#define DEEPEST 3

/**
 * vac_state_folder_fail:
 * @path: of a folder or file of the program's own
 * @code: what the system says, a number of errno
 * @error: return location for a #VacError
 *
 * Returns: %FALSE
 */
gboolean
vac_state_folder_fail (const char  *path,
                       int          code,
                       GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED,
               /* Translators: the path of a folder or file, and what the system says */
               _("“%s” cannot be used: %s"), shown, g_strerror (code));

  return FALSE;
}

/**
 * vac_state_folder_get_path:
 * @name: of a folder among those that the program keeps for itself; may have several parts
 *
 * Returns: (transfer full): where it is, or would be
 */
char *
vac_state_folder_get_path (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_build_filename (g_get_user_state_dir (), "vacancy", name, NULL);
}

/**
 * vac_state_folder_ensure:
 * @name: of a folder among those that the program keeps for itself; may have several parts
 * @error: return location for a #VacError
 *
 * Makes the folder, for nobody but this user, if it is not there.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
vac_state_folder_ensure (const char  *name,
                         GError     **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = vac_state_folder_get_path (name);
  if (g_mkdir_with_parents (path, FOLDER_MODE) != 0 ||
      (g_access (path, R_OK | W_OK | X_OK) != 0))
    {
      vac_state_folder_fail (path, errno, error);
      return NULL;
    }

  return g_steal_pointer (&path);
}

/* As g_file_set_contents_full() names what it writes first: no file of ours ends like this. */
static gboolean
is_temporary (const char *name)
{
  const char *end = strrchr (name, '.');

  return end != NULL && strlen (end + 1) == N_RANDOM &&
         strspn (end + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == N_RANDOM;
}

static void
sweep (const char *folder,
       guint       depth)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_lstat (path, &status) != 0)
        continue;
      if (S_ISDIR (status.st_mode) && depth > 0)
        sweep (path, depth - 1);
      else if (S_ISREG (status.st_mode) && is_temporary (name) &&
               status.st_mtime < time (NULL) - OLD)
        g_unlink (path);
    }
}

/**
 * vac_state_folder_sweep:
 *
 * Deletes what killed programs left half-written in the folders of the program's own, if it is
 * older than an hour. Blocks.
 */
void
vac_state_folder_sweep (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "vacancy", NULL);

  sweep (path, DEEPEST);
}

/**
 * vac_state_file_read:
 * @path: in a folder of the program's own
 * @limit: how much of it to read at most, in bytes
 * @error: return location for a #GIOErrorEnum
 *
 * Reads an ordinary file and nothing else: no link, and no pipe that somebody would have to write
 * to. Blocks.
 *
 * Returns: (transfer full) (nullable): what it holds
 */
GBytes *
vac_state_file_read (const char  *path,
                     gsize        limit,
                     GError     **error)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  const int code = errno;
  GBytes *bytes = NULL;
  struct stat status;

  if (fd < 0)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  else if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, g_strerror (EINVAL));
  else
    bytes = vac_read_descriptor (fd, limit, NULL, error);
  vac_close_descriptor (&fd);

  return bytes;
}

/* Returns: the number of the system's error, 0 for one that only GLib can describe */
static int
get_code (const GError *error)
{
  static const struct
  {
    int file_error;
    int code;
  } codes[] = {
    { G_FILE_ERROR_NOSPC, ENOSPC }, { G_FILE_ERROR_IO, EIO }, { G_FILE_ERROR_ACCES, EACCES },
    { G_FILE_ERROR_PERM, EPERM }, { G_FILE_ERROR_ROFS, EROFS }, { G_FILE_ERROR_NOENT, ENOENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, G_FILE_ERROR, codes[i].file_error))
      return codes[i].code;

  return 0;
}

/**
 * vac_state_file_write:
 * @path: in a folder of the program's own
 * @bytes: what it shall hold
 * @error: return location for a #VacError
 *
 * Replaces a file of the program's own, readable by nobody but this user. GLib's writer takes no
 * account of links, owner and mode, which is right here and wrong for files of the user's.
 *
 * Returns: whether @bytes are there and will outlast a power cut; otherwise the file is as it was
 */
gboolean
vac_state_file_write (const char  *path,
                      GBytes      *bytes,
                      GError     **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                FILE_MODE, &cause))
    return TRUE;
  if (get_code (cause) != 0)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      return vac_state_folder_fail (folder, get_code (cause), error);
    }
  g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, "%s", cause->message);

  return FALSE;
}

/**
 * vac_state_folder_read:
 * @name: of a file that the program keeps for itself, and that may be missing
 * @limit: how much of it to read at most, in bytes
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL when it is not there or cannot be read
 */
GBytes *
vac_state_folder_read (const char *name,
                       gsize       limit)
{
  g_autofree char *path = vac_state_folder_get_path (name);

  return vac_state_file_read (path, limit, NULL);
}

/**
 * vac_state_folder_write:
 * @name: of a file that the program keeps for itself
 * @bytes: what it shall hold
 *
 * For what nobody misses much when it cannot be written. Blocks.
 */
void
vac_state_folder_write (const char *name,
                        GBytes     *bytes)
{
  g_autofree char *folder = vac_state_folder_ensure ("", NULL);
  g_autofree char *path = vac_state_folder_get_path (name);

  if (folder != NULL)
    vac_state_file_write (path, bytes, NULL);
}
