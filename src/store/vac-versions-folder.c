/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-versions-folder"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "vac-descriptor.h"
#include "vac-state-folder.h"
#include "vac-versions-contents.h"
#include "vac-versions-folder.h"
#include "vac-versions-heads.h"

/* The folder of a file's versions is named after the SHA-256 of the file's URI. */

#define ALL_FOLDERS "versions"
#define INDEX "index"
#define LARGEST_INDEX (64 * 1024 * 1024)

/* Damaged indexes that are kept; the last one is replaced when more come. */
#define MOST_ASIDE 9

/* Others need a few milliseconds for a change. In milliseconds. */
#define LONGEST_WAIT 2000

/*
 * vac_file_mark_take:
 * @self: to be filled in; all zero when nobody can tell
 * @folder: a descriptor of the file's folder
 * @name: the file's name in it
 */
void
vac_file_mark_take (VacFileMark *self,
                    int          folder,
                    const char  *name)
{
  struct statx status;
  struct stat parent;

  *self = (VacFileMark) { 0 };
  if (statx (folder, name, AT_SYMLINK_NOFOLLOW, STATX_INO | STATX_BTIME, &status) != 0 ||
      fstat (folder, &parent) != 0)
    return;
  self->device = makedev (status.stx_dev_major, status.stx_dev_minor);
  self->inode = status.stx_ino;
  if ((status.stx_mask & STATX_BTIME) != 0 && status.stx_btime.tv_sec > 0)
    self->born = status.stx_btime.tv_sec * G_GINT64_CONSTANT (1000000000) +
                 status.stx_btime.tv_nsec;
  self->volume = parent.st_dev;
}

/* A number alone may have gone to another file by now. */
static gboolean
is_same_file (const VacFileMark *one,
              const VacFileMark *other)
{
  return one->inode != 0 && one->born != 0 && one->device == other->device &&
         one->inode == other->inode && one->born == other->born;
}

/* The same, for a path that leads through no link. */
void
vac_file_mark_take_path (VacFileMark *self,
                         const char  *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  int folder = open (parent, O_PATH | O_DIRECTORY | O_CLOEXEC);

  *self = (VacFileMark) { 0 };
  if (folder >= 0)
    vac_file_mark_take (self, folder, name);
  vac_close_descriptor (&folder);
}

/* Gone is what is missing on a file system that is there: a disk that was taken out has not lost
 * its files. */
static gboolean
is_gone (const char *path,
         guint64     volume)
{
  g_autofree char *above = g_strdup (path);
  GStatBuf status;

  if (g_lstat (path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR))
    return FALSE;
  while (g_stat (above, &status) != 0)
    {
      char *parent;

      if (errno != ENOENT && errno != ENOTDIR)
        return FALSE;
      parent = g_path_get_dirname (above);
      g_free (above);
      above = parent;
    }

  return status.st_dev == volume;
}

/* Whether the versions that @index lists are those of the file that somebody looks for, which has
 * another name by now. A copy has no claim to those of an original that is still there. */
static gboolean
belongs_to (const VacVersionsIndex  *index,
            const VacVersionsSought *sought)
{
  const gboolean is_same = is_same_file (&index->mark, &sought->mark);
  g_autoptr (GFile) file = NULL;
  const char *path;
  VacFileMark there;

  if (!is_same && (index->hash == NULL || g_strcmp0 (index->hash, sought->hash) != 0))
    return FALSE;
  file = g_file_new_for_uri (index->uri);
  path = g_file_peek_path (file);
  if (path == NULL)
    return FALSE;
  if (is_same)
    {
      vac_file_mark_take_path (&there, path);
      return !is_same_file (&there, &sought->mark);
    }

  return is_gone (path, index->mark.volume);
}

static char *
make_path (const char *uri)
{
  g_autofree char *all = vac_state_folder_get_path (ALL_FOLDERS);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  return g_build_filename (all, name, NULL);
}

/* By what it holds: the folder itself may be left from an attempt that failed. */
gboolean
vac_versions_folder_exists (const char *uri)
{
  g_autofree char *path = make_path (uri);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) != NULL;
}

static gboolean
read_head (const char       *folder,
           VacVersionsIndex *index)
{
  g_autofree char *path = g_build_filename (folder, INDEX, NULL);

  return vac_versions_heads_read (path, index);
}

/* Returns: (nullable): the folder in which the file's versions are kept under its old name */
static char *
find_moved (const VacVersionsSought *sought)
{
  g_autofree char *all = vac_state_folder_get_path (ALL_FOLDERS);
  g_autoptr (GDir) dir = g_dir_open (all, 0, NULL);
  g_autofree char *best = NULL;
  gboolean sure = FALSE;
  gint64 newest = -1;
  const char *name;

  while (!sure && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (all, name, NULL);
      g_auto (VacVersionsIndex) head = { 0 };

      vac_versions_index_init (&head);
      if (!vac_versions_is_hash (name) || !read_head (path, &head) || !belongs_to (&head, sought))
        continue;
      sure = is_same_file (&head.mark, &sought->mark);
      if (!sure && head.time <= newest)
        continue;
      newest = head.time;
      g_free (best);
      best = g_steal_pointer (&path);
    }

  return g_steal_pointer (&best);
}

/* Whether the name still means the folder that has been locked. */
static gboolean
is_still_there (int         fd,
                const char *path)
{
  GStatBuf named;
  struct stat locked;

  return fstat (fd, &locked) == 0 && g_stat (path, &named) == 0 &&
         locked.st_dev == named.st_dev && locked.st_ino == named.st_ino;
}

/* File systems without locks stop nobody; another program that holds the folder for long does. */
static gboolean
take_lock (VacVersionsFolder *self,
           GError           **error)
{
  for (guint i = 0; i < LONGEST_WAIT; i++)
    {
      const int fd = open (self->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

      if (fd < 0)
        return vac_state_folder_fail (self->path, errno, error);
      self->lock = fd;
      if (flock (fd, LOCK_EX | LOCK_NB) == 0 ? is_still_there (fd, self->path)
                                             : errno != EWOULDBLOCK && errno != EINTR)
        return TRUE;
      vac_close_descriptor (&self->lock);
      g_usleep (1000);
    }

  return vac_state_folder_fail (self->path, EWOULDBLOCK, error);
}

static void
put_index_aside (VacVersionsFolder *self)
{
  g_autofree char *path = g_build_filename (self->path, INDEX, NULL);

  for (guint i = 1; i <= MOST_ASIDE; i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s.damaged-%u", path, i);

      if (i < MOST_ASIDE && g_file_test (aside, G_FILE_TEST_EXISTS))
        continue;
      g_rename (path, aside);
      return;
    }
}

static void
add_content (const char *hash,
             guint64     stored,
             gint64      time,
             gpointer    user_data)
{
  GPtrArray *unlisted = user_data;
  VacVersion *version = g_new0 (VacVersion, 1);

  version->hash = g_strdup (hash);
  version->who = g_strdup ("");
  version->name = g_strdup ("");
  version->time = version->kept = time;
  g_ptr_array_add (unlisted, version);
}

static int
compare_kept (gconstpointer one,
              gconstpointer other)
{
  const VacVersion *first = *(const VacVersion *const *) one;
  const VacVersion *second = *(const VacVersion *const *) other;

  return first->kept != second->kept ? (first->kept > second->kept ? 1 : -1)
         : g_strcmp0 (first->hash, second->hash);
}

/* Whatever has been kept and is not listed comes behind what is: when it was kept is all that is
 * known about it. */
static void
list_unlisted (VacVersionsFolder *self)
{
  g_autoptr (GPtrArray) unlisted = g_ptr_array_new ();

  vac_versions_contents_each (self->path, add_content, unlisted);
  g_ptr_array_sort (unlisted, compare_kept);
  for (guint i = 0; i < unlisted->len; i++)
    {
      VacVersion *version = g_ptr_array_index (unlisted, i);
      g_autoptr (GBytes) bytes = NULL;

      if (!vac_versions_have (self->index.versions, version->hash))
        bytes = vac_versions_contents_read (self->path, version->hash, NULL);
      if (bytes == NULL)
        {
          vac_version_free (version);
          continue;
        }
      version->size = g_bytes_get_size (bytes);
      vac_versions_index_add (&self->index, version);
    }
}

static gboolean
has_contents (VacVersionsFolder *self)
{
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func (
      (GDestroyNotify) vac_version_free);

  vac_versions_contents_each (self->path, add_content, contents);

  return contents->len > 0;
}

/* Reads the index, or makes it anew from whatever is there. That it is written as well matters less
 * than that it can be used. */
static void
load_index (VacVersionsFolder *self,
            const char        *uri)
{
  g_autofree char *path = g_build_filename (self->path, INDEX, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vac_state_file_read (path, LARGEST_INDEX, &error);
  const gboolean missing = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  gboolean sound;

  vac_versions_index_init (&self->index);
  sound = bytes != NULL ? vac_versions_index_read (&self->index, g_bytes_get_data (bytes, NULL),
                                                   g_bytes_get_size (bytes))
          : missing && !has_contents (self);
  self->rebuilt = !sound;
  g_free (self->index.uri);
  self->index.uri = g_strdup (uri);
  if (sound)
    return;
  list_unlisted (self);
  if (!missing)
    put_index_aside (self);
  vac_versions_folder_write (self, NULL);
}

/* Returns: whether the versions are now under the file's present name. Somebody else may have moved
 * them first. */
static gboolean
adopt (VacVersionsFolder       *self,
       const VacVersionsSought *sought,
       const char              *moved)
{
  g_auto (VacVersionsIndex) head = { 0 };
  VacVersionsFolder old = { .path = (char *) moved, .lock = -1 };
  gboolean adopted;

  vac_versions_index_init (&head);
  adopted = take_lock (&old, NULL) && read_head (moved, &head) && belongs_to (&head, sought) &&
            g_rename (moved, self->path) == 0;
  vac_close_descriptor (&old.lock);

  return adopted;
}

static VacVersionsFolder *
open_folder (const VacVersionsSought *sought,
             gboolean                 make,
             GError                 **error)
{
  g_autoptr (VacVersionsFolder) self = g_new0 (VacVersionsFolder, 1);
  g_autofree char *moved = NULL;

  self->lock = -1;
  self->path = make_path (sought->uri);
  if (!vac_versions_folder_exists (sought->uri))
    moved = find_moved (sought);
  if (moved != NULL)
    adopt (self, sought, moved);
  if (!make && !vac_versions_folder_exists (sought->uri))
    return NULL;
  if (make && g_mkdir (self->path, 0700) != 0 && errno != EEXIST)
    {
      vac_state_folder_fail (self->path, errno, error);
      return NULL;
    }
  if (!take_lock (self, error))
    return NULL;
  load_index (self, sought->uri);

  return g_steal_pointer (&self);
}

/*
 * vac_versions_folder_find:
 * @sought: whose versions
 * @error: return location for a #VacError
 *
 * Locks the folder of a file's versions until vac_versions_folder_close(). Waits for others that
 * change it, but not for long.
 *
 * Returns: (transfer full) (nullable): the folder; %NULL without an error if no version is kept
 */
VacVersionsFolder *
vac_versions_folder_find (const VacVersionsSought *sought,
                          GError                 **error)
{
  return open_folder (sought, FALSE, error);
}

/*
 * vac_versions_folder_make:
 * @sought: whose versions
 * @error: return location for a #VacError
 *
 * What vac_versions_folder_find() does, for a file that will have a version if it has none.
 *
 * Returns: (transfer full) (nullable): the folder
 */
VacVersionsFolder *
vac_versions_folder_make (const VacVersionsSought *sought,
                          GError                 **error)
{
  g_autofree char *all = vac_state_folder_ensure (ALL_FOLDERS, error);

  return all != NULL ? open_folder (sought, TRUE, error) : NULL;
}

/* Returns: whether the index is on disk, and will outlast a power cut */
gboolean
vac_versions_folder_write (VacVersionsFolder *self,
                           GError           **error)
{
  g_autofree char *path = g_build_filename (self->path, INDEX, NULL);
  g_autoptr (GBytes) bytes = vac_versions_index_write (&self->index);

  return vac_state_file_write (path, bytes, error);
}

/* An empty folder would hide versions that are still under the file's old name. */
void
vac_versions_folder_close (VacVersionsFolder *self)
{
  if (self->path != NULL)
    g_rmdir (self->path);
  vac_close_descriptor (&self->lock);
  if (self->index.versions != NULL)
    vac_versions_index_clear (&self->index);
  g_free (self->path);
  g_free (self);
}
