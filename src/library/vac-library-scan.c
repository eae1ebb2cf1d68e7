/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-scan"

#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "vac-library-scan.h"

/* Brings the index up to date with what is in folders: first the names of all files, then what is
 * new or has changed is read, last what is gone is taken out. Blocks. */

/* Whoever chooses the whole disk does not mean it. */
#define MOST_FILES 200000

/* Put in at once, so that others wait for moments only. */
#define MOST_AT_ONCE 50
#define LONGEST_AT_ONCE (200 * G_TIME_SPAN_MILLISECOND)

#define MOST_ROUNDS 3

#define NANOSECONDS G_GINT64_CONSTANT (1000000000)

/* Two writes this close may have one time, as they do on FAT: what was changed just now is read
 * again the next time. */
#define UNSETTLED (2 * NANOSECONDS)

/* A file or folder, whatever its path. */
typedef struct
{
  gint64 device;
  gint64 inode;
} Identity;

typedef struct
{
  VacLibraryIndex  *index;
  VacLibraryReport *report;
  GCancellable     *cancellable;
  VacScanFunc       tell;
  gpointer          user_data;

  GQueue           *folders;    /* of paths that are still to be looked through */
  GQueue           *links;      /* of paths of links to such, which come last */
  GHashTable       *visited;    /* set of Identity: folders that have been looked through */
  GHashTable       *files;      /* path → VacFingerprint: may be postings */
  GPtrArray        *unseen;     /* of paths: folders that are there and cannot be looked through */
  gint64            start;      /* in nanoseconds since 1970 */
} Scan;

static guint
hash_identity (gconstpointer key)
{
  const Identity *identity = key;

  return g_int64_hash (&identity->inode) ^ (g_int64_hash (&identity->device) * 31);
}

static gboolean
equal_identities (gconstpointer a,
                  gconstpointer b)
{
  const Identity *one = a, *other = b;

  return one->inode == other->inode && one->device == other->device;
}

static void
problem_free (gpointer data)
{
  VacLibraryProblem *problem = data;

  g_free (problem->path);
  g_free (problem->sentence);
  g_free (problem);
}

static void
add_problem (Scan       *self,
             const char *path,
             const char *sentence)
{
  VacLibraryProblem *problem = g_new0 (VacLibraryProblem, 1);

  problem->path = g_strdup (path);
  problem->sentence = g_strdup (sentence);
  g_ptr_array_add (self->report->problems, problem);
}

static gint64
get_nanoseconds (const struct timespec *time)
{
  return (gint64) time->tv_sec * NANOSECONDS + time->tv_nsec;
}

static VacFingerprint *
fingerprint_new (const struct stat *status)
{
  VacFingerprint *print = g_new0 (VacFingerprint, 1);

  print->size = status->st_size;
  print->mtime = get_nanoseconds (&status->st_mtim);
  print->ctime = get_nanoseconds (&status->st_ctim);
  print->inode = (gint64) status->st_ino;
  print->device = (gint64) status->st_dev;

  return print;
}

/* Walking */

static gboolean
is_full (Scan *self)
{
  return g_cancellable_is_cancelled (self->cancellable) ||
         g_hash_table_size (self->files) >= MOST_FILES;
}

/* What is behind a link that leads nowhere, or cannot be asked, is nothing that can be compared: it
 * is tried again each time. */
static void
take_entry (Scan       *self,
            const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat status = { 0 };
  const gboolean known = stat (path, &status) == 0;

  if (known && S_ISDIR (status.st_mode))
    {
      GQueue *queue = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? self->links : self->folders;

      g_queue_push_tail (queue, g_steal_pointer (&path));
    }
  else if (vac_library_is_name (name))
    {
      VacFingerprint *print = known ? fingerprint_new (&status) : g_new0 (VacFingerprint, 1);

      g_hash_table_insert (self->files, g_steal_pointer (&path), print);
    }
}

/* By what it is and not by its path: links make circles, and chosen folders lie in others. */
static gboolean
is_new (Scan       *self,
        const char *folder)
{
  struct stat status;
  Identity *identity;

  if (stat (folder, &status) != 0)
    return TRUE;
  identity = g_new0 (Identity, 1);
  identity->device = (gint64) status.st_dev;
  identity->inode = (gint64) status.st_ino;

  return g_hash_table_add (self->visited, identity);
}

static void
look_through (Scan       *self,
              const char *folder)
{
  DIR *stream;
  struct dirent *entry;

  if (!is_new (self, folder))
    return;
  stream = opendir (folder);
  if (stream == NULL)
    {
      add_problem (self, folder, g_strerror (errno));
      if (errno != ENOENT && errno != ENOTDIR)
        g_ptr_array_add (self->unseen, g_strdup (folder));
      return;
    }
  while (!is_full (self) && (entry = readdir (stream)) != NULL)
    if (entry->d_name[0] != '.')
      take_entry (self, folder, entry->d_name);
  closedir (stream);
}

/* Folder by folder: however deep they are, this needs no stack. */
static void
walk (Scan *self)
{
  char *folder;

  while ((folder = g_queue_pop_head (self->folders)) != NULL ||
         (folder = g_queue_pop_head (self->links)) != NULL)
    {
      if (!is_full (self))
        look_through (self, folder);
      g_free (folder);
    }
}

/* What there was no room for is still there. */
static void
check_full (Scan              *self,
            const char *const *roots)
{
  g_autofree char *sentence = NULL;

  if (g_hash_table_size (self->files) < MOST_FILES)
    return;
  sentence = g_strdup_printf (_("There are more than %d files; the others were left out."),
                              MOST_FILES);
  add_problem (self, roots[0], sentence);
  for (guint i = 0; roots[i] != NULL; i++)
    g_ptr_array_add (self->unseen, g_strdup (roots[i]));
}

/* Reading */

static gboolean
is_same (const VacFingerprint *before,
         const VacFingerprint *now)
{
  return before != NULL && before->inode != 0 && before->size == now->size &&
         before->mtime == now->mtime && before->ctime == now->ctime &&
         before->inode == now->inode && before->device == now->device;
}

/* What of @print will hold for as long as the file is not changed. */
static VacFingerprint
settle (const VacFingerprint *print)
{
  const gint64 age = g_get_real_time () * 1000 - print->mtime;

  return ABS (age) < UNSETTLED ? (VacFingerprint) { .mtime = print->mtime } : *print;
}

/* Returns: FALSE on error */
static gboolean
put (Scan       *self,
     GPtrArray  *indexed,
     guint       n_done,
     guint       n_all,
     GError    **error)
{
  const gboolean changed = indexed->len > 0;

  if (!vac_library_index_put (self->index, indexed, error))
    return FALSE;
  g_ptr_array_set_size (indexed, 0);
  if (self->tell != NULL)
    self->tell (n_done, n_all, changed, self->user_data);

  return TRUE;
}

static gboolean
read_changed (Scan       *self,
              GHashTable *before,
              GError    **error)
{
  g_autoptr (GPtrArray) indexed = g_ptr_array_new_with_free_func (vac_indexed_free);
  const guint n_all = g_hash_table_size (self->files);
  gint64 last = g_get_monotonic_time ();
  guint n_done = 0;
  GHashTableIter iter;
  gpointer path, print;

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &path, &print))
    {
      VacLibraryPosting *posting;
      VacIndexed *one;

      n_done++;
      if (is_same (g_hash_table_lookup (before, path), print))
        continue;
      posting = vac_library_posting_read (path, (guint64) ((VacFingerprint *) print)->size,
                                          self->cancellable);
      if (posting == NULL)
        return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
      one = g_new0 (VacIndexed, 1);
      one->path = g_strdup (path);
      one->print = settle (print);
      one->posting = posting;
      g_ptr_array_add (indexed, one);
      self->report->n_read++;
      if (indexed->len < MOST_AT_ONCE && g_get_monotonic_time () - last < LONGEST_AT_ONCE)
        continue;
      if (!put (self, indexed, n_done, n_all, error))
        return FALSE;
      last = g_get_monotonic_time ();
    }

  return put (self, indexed, n_done, n_all, error);
}

/* Removing */

static gboolean
is_in (const char *path,
       const char *folder)
{
  const gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0 &&
         (path[length] == '/' || (length > 0 && folder[length - 1] == '/'));
}

static gboolean
may_be_there (Scan       *self,
              const char *path)
{
  struct stat status;

  for (guint i = 0; i < self->unseen->len; i++)
    if (is_in (path, g_ptr_array_index (self->unseen, i)))
      return TRUE;

  /* Another program has put it in after we looked. */
  return stat (path, &status) == 0 && get_nanoseconds (&status.st_ctim) >= self->start;
}

static gboolean
remove_gone (Scan       *self,
             GHashTable *before,
             GError    **error)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_hash_table_contains (self->files, path) && !may_be_there (self, path))
      g_ptr_array_add (gone, path);
  self->report->n_removed = gone->len;
  if (!vac_library_index_remove (self->index, gone, error))
    return FALSE;
  if (gone->len > 0 && self->tell != NULL)
    self->tell (g_hash_table_size (self->files), g_hash_table_size (self->files), TRUE,
                self->user_data);

  return TRUE;
}

/* All together */

static GHashTable *
list_known (Scan               *self,
            const char *const  *folders,
            GError            **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GHashTable) some = vac_library_index_list (self->index, folders[i], error);
      GHashTableIter iter;
      gpointer path, print;

      if (some == NULL)
        return NULL;
      g_hash_table_iter_init (&iter, some);
      while (g_hash_table_iter_next (&iter, &path, &print))
        {
          g_hash_table_iter_steal (&iter);
          g_hash_table_replace (known, path, print);
        }
    }

  return g_steal_pointer (&known);
}

/* An index that begins empty in the middle of this has only what came after that. One that does so
 * again and again is at odds with another program, and the next scan will see. */
static gboolean
update (Scan               *self,
        const char *const  *folders,
        GError            **error)
{
  for (guint i = 0; i < MOST_ROUNDS; i++)
    {
      g_autoptr (GHashTable) before = list_known (self, folders, error);
      const guint age = vac_library_index_get_age (self->index);

      if (before == NULL || !read_changed (self, before, error) ||
          !remove_gone (self, before, error))
        return FALSE;
      if (age == vac_library_index_get_age (self->index))
        break;
    }

  return TRUE;
}

static void
scan_clear (Scan *self)
{
  g_queue_free_full (self->folders, g_free);
  g_queue_free_full (self->links, g_free);
  g_hash_table_unref (self->visited);
  g_hash_table_unref (self->files);
  g_ptr_array_unref (self->unseen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, scan_clear)

/**
 * vac_library_scan_folders:
 * @index: an index
 * @folders: %NULL-ended: absolute paths of folders
 * @tell: (nullable): called now and then
 * @user_data: for @tell
 * @cancellable: (nullable): a cancellable; what was read until then stays in the index
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was done; %NULL on an error of the index, or when
 *   cancelled
 */
VacLibraryReport *
vac_library_scan_folders (VacLibraryIndex    *index,
                          const char *const  *folders,
                          VacScanFunc         tell,
                          gpointer            user_data,
                          GCancellable       *cancellable,
                          GError            **error)
{
  g_autoptr (VacLibraryReport) report = g_new0 (VacLibraryReport, 1);
  g_auto (Scan) self = {
    .index = index, .report = report, .cancellable = cancellable, .tell = tell,
    .user_data = user_data, .start = g_get_real_time () * 1000,
  };

  report->problems = g_ptr_array_new_with_free_func (problem_free);
  self.visited = g_hash_table_new_full (hash_identity, equal_identities, g_free, NULL);
  self.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.unseen = g_ptr_array_new_with_free_func (g_free);
  self.folders = g_queue_new ();
  self.links = g_queue_new ();
  for (guint i = 0; folders[i] != NULL; i++)
    g_queue_push_tail (self.folders, g_strdup (folders[i]));
  walk (&self);
  check_full (&self, folders);
  report->n_files = g_hash_table_size (self.files);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !update (&self, folders, error))
    return NULL;

  return g_steal_pointer (&report);
}

/**
 * vac_library_report_free:
 * @report: a report
 *
 * Frees it.
 */
void
vac_library_report_free (VacLibraryReport *report)
{
  g_clear_pointer (&report->problems, g_ptr_array_unref);
  g_free (report);
}
