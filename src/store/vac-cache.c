/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cache"

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <time.h>

#include "vac-cache.h"
#include "vac-state-folder.h"

/* What can be made again: whoever deletes it loses nothing, and what cannot be read or written is
 * simply made again. It shows what people wrote, so nobody else may look in. */

#define FOLDER_MODE 0700
#define FILE_MODE   0600

/* Nothing here is as large as that. In bytes. */
#define MOST_BYTES (4 * 1024 * 1024)

/* How old the note that a file was used may be. In seconds. */
#define A_DAY (24 * 60 * 60)

/**
 * vac_cache_get_folder:
 * @name: of a folder among those in the program's cache
 *
 * Returns: (transfer full): where it is, or would be
 */
char *
vac_cache_get_folder (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_build_filename (g_get_user_cache_dir (), "vacancy", name, NULL);
}

/* What is used stays longest. */
static void
note_use (const char *path)
{
  const struct timespec now[] = { { .tv_nsec = UTIME_NOW }, { .tv_nsec = UTIME_NOW } };
  GStatBuf status;

  if (g_lstat (path, &status) == 0 && status.st_mtime < time (NULL) - A_DAY)
    utimensat (AT_FDCWD, path, now, AT_SYMLINK_NOFOLLOW);
}

/**
 * vac_cache_load:
 * @folder: from vac_cache_get_folder()
 * @name: of a file in it
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): what was saved there; %NULL where nothing is
 */
GBytes *
vac_cache_load (const char *folder,
                const char *name)
{
  g_autofree char *path = NULL;
  GBytes *bytes;

  g_return_val_if_fail (folder != NULL && name != NULL, NULL);

  path = g_build_filename (folder, name, NULL);
  bytes = vac_state_file_read (path, MOST_BYTES, NULL);
  if (bytes != NULL)
    note_use (path);

  return bytes;
}

/**
 * vac_cache_save:
 * @folder: from vac_cache_get_folder(); need not exist
 * @name: of a file in it
 * @bytes: what it shall hold
 *
 * Keeps something for the next time, if that is possible. Blocks.
 */
void
vac_cache_save (const char *folder,
                const char *name,
                GBytes     *bytes)
{
  g_autofree char *path = NULL;
  const char *data;
  gsize size;

  g_return_if_fail (folder != NULL && name != NULL && bytes != NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size == 0 || size > MOST_BYTES || g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    return;
  path = g_build_filename (folder, name, NULL);
  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, FILE_MODE,
                            NULL);
}

typedef struct
{
  char   *path;
  gint64  used;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->path);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const gint64 left = ((const Entry *) a)->used, right = ((const Entry *) b)->used;

  return left < right ? -1 : left > right;
}

/* What a killed program left half-written is an entry like others. */
static GArray *
list_entries (const char *folder)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (entries, clear_entry);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_lstat (path, &status) == 0 && S_ISREG (status.st_mode))
        {
          const Entry entry = { g_steal_pointer (&path), status.st_mtime };

          g_array_append_val (entries, entry);
        }
    }

  return entries;
}

/**
 * vac_cache_trim:
 * @folder: from vac_cache_get_folder(); need not exist
 * @most: how many files may stay
 *
 * Deletes the files that have not been used for longest. Blocks.
 */
void
vac_cache_trim (const char *folder,
                guint       most)
{
  g_autoptr (GArray) entries = NULL;

  g_return_if_fail (folder != NULL);

  entries = list_entries (folder);
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i + most < entries->len; i++)
    g_unlink (g_array_index (entries, Entry, i).path);
}
