/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-temporary"

#include "config.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "vac-descriptor.h"
#include "vac-safe-file.h"
#include "vac-temporary-private.h"

/* The files that a save writes first, and what a killed one leaves behind. */

#define PREFIX ".vacancy-"
#define SUFFIX ".tmp"
#define N_DIGITS 16

/* No save takes this long. In seconds. */
#define OLD (60 * 60)

/* Returns: (transfer full): a name for a temporary file, probably not taken */
char *
vac_temporary_make_name (void)
{
  return g_strdup_printf (PREFIX "%08x%08x" SUFFIX, g_random_int (), g_random_int ());
}

static gboolean
is_temporary (const char *name)
{
  const char *digits = name + strlen (PREFIX);

  return strlen (name) == strlen (PREFIX) + N_DIGITS + strlen (SUFFIX) &&
         g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX) &&
         strspn (digits, "0123456789abcdef") == N_DIGITS;
}

static gboolean
is_left_behind (const struct stat *status)
{
  return S_ISREG (status->st_mode) && status->st_uid == geteuid () &&
         status->st_mtime < time (NULL) - OLD;
}

static void
sweep_one (int         folder,
           const char *name)
{
  struct stat status;
  int fd;

  if (fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !is_left_behind (&status))
    return;
  fd = vac_open_descriptor (folder, name, O_RDONLY);
  /* Whoever still writes it holds the lock. */
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &status) == 0 &&
      is_left_behind (&status))
    unlinkat (folder, name, 0);
  vac_close_descriptor (&fd);
}

/* Deletes the temporaries that killed saves left in @folder: of our pattern, of this user, older
 * than an hour and locked by nobody. For the moment nobody renames there: a save that has just
 * exchanged its temporary with the old file may want it back. */
static void
sweep (int folder)
{
  int fd = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *dir = fd >= 0 ? fdopendir (fd) : NULL;
  const struct dirent *entry;

  if (dir == NULL)
    {
      vac_close_descriptor (&fd);
      return;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    while ((entry = readdir (dir)) != NULL)
      if (is_temporary (entry->d_name))
        sweep_one (folder, entry->d_name);
  closedir (dir);
}

/* Does so for a save into the folder at @path, open as @folder, unless the save before went there
 * within a minute: for what has lain there for an hour, many exports need not read the folder as
 * many times. */
void
vac_temporary_sweep (int         folder,
                     const char *path)
{
  static GMutex mutex;
  static char *last;
  static gint64 again;
  const gint64 now = g_get_monotonic_time ();
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (now < again && g_str_equal (path, last))
    return;
  g_free (last);
  last = g_strdup (path);
  again = now + G_TIME_SPAN_MINUTE;
  g_clear_pointer (&locker, g_mutex_locker_free);
  sweep (folder);
}

/**
 * vac_safe_file_sweep:
 * @folder: path of a folder where postings are kept
 *
 * Deletes what killed saves left there: our temporaries of this user that are older than an hour
 * and that nobody writes any more. A save does the same to its folder. Blocks.
 */
void
vac_safe_file_sweep (const char *folder)
{
  int fd;

  g_return_if_fail (folder != NULL);

  fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0)
    sweep (fd);
  vac_close_descriptor (&fd);
}
