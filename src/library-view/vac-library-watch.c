/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-watch"

#include "config.h"

#include "vac-debounce.h"
#include "vac-library-watch.h"
#include "vac-library.h"

/* A desktop allows some thousand for all of its programs together. What is in further folders is
 * seen when the window is looked at again. */
#define MOST_FOLDERS 1000

/* In milliseconds: whoever copies a folder of postings here is not done with the first. */
#define QUIET 400
#define LONGEST 3000

/**
 * VacLibraryWatch:
 *
 * Tells when something in folders, or in folders within them, may have to be looked at again.
 */
struct _VacLibraryWatch
{
  GObject       parent_instance;

  /* Owned */
  char        **folders;
  GHashTable   *monitors;      /* path → GFileMonitor */
  VacDebounce  *reaction;
  GCancellable *walking;       /* NULL when no thread looks for folders */

  gboolean      again;         /* something has happened since it began to */
};

G_DEFINE_FINAL_TYPE (VacLibraryWatch, vac_library_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void walk (VacLibraryWatch *self);

/* Looking for folders */

static gboolean
is_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

static void
add_folders_in (const char   *path,
                GQueue       *queue,
                GCancellable *cancellable)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && !g_cancellable_is_cancelled (cancellable) &&
         (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = NULL;

      if (*name == '.' || vac_library_is_name (name))
        continue;
      child = g_build_filename (path, name, NULL);
      if (is_folder (child))
        g_queue_push_tail (queue, g_steal_pointer (&child));
    }
}

static void
walk_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  char **roots = task_data;
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GQueue queue = G_QUEUE_INIT;
  char *path;

  for (guint i = 0; roots[i] != NULL; i++)
    g_queue_push_tail (&queue, g_strdup (roots[i]));
  while ((path = g_queue_pop_head (&queue)) != NULL)
    {
      if (g_hash_table_size (found) < MOST_FOLDERS && g_hash_table_add (found, path))
        add_folders_in (path, &queue, cancellable);
      else if (g_hash_table_size (found) >= MOST_FOLDERS)
        g_free (path);
    }
  g_task_return_pointer (task, found, (GDestroyNotify) g_hash_table_unref);
}

/* Events */

/* Whether it is, or was, a posting or a folder. */
static gboolean
concerns (VacLibraryWatch *self,
          GFile           *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  return name != NULL &&
         (vac_library_is_name (name) || g_hash_table_contains (self->monitors, path) ||
          (*name != '.' && is_folder (path)));
}

static void
on_monitor_changed_cb (GFileMonitor      *monitor,
                       GFile             *file,
                       GFile             *other_file,
                       GFileMonitorEvent  event,
                       VacLibraryWatch   *self)
{
  /* That a file was written is told once more when it is done. */
  if (self->reaction != NULL && event != G_FILE_MONITOR_EVENT_CHANGED &&
      (concerns (self, file) || concerns (self, other_file)))
    vac_debounce_trigger (self->reaction);
}

static void
monitor (VacLibraryWatch *self,
         const char      *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  GFileMonitor *monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL)
    return;
  g_signal_connect_object (monitor, "changed", G_CALLBACK (on_monitor_changed_cb), self, 0);
  g_hash_table_insert (self->monitors, g_strdup (path), monitor);
}

static void
on_walked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  VacLibraryWatch *self = VAC_LIBRARY_WATCH (source);
  g_autoptr (GHashTable) found = g_task_propagate_pointer (G_TASK (result), NULL);
  GHashTableIter iter;
  gpointer path;

  /* Cancelled because of other folders, or for good. */
  if (found == NULL || g_task_get_cancellable (G_TASK (result)) != self->walking)
    return;
  g_clear_object (&self->walking);
  g_hash_table_iter_init (&iter, self->monitors);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_hash_table_contains (found, path))
      g_hash_table_iter_remove (&iter);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_hash_table_contains (self->monitors, path))
      monitor (self, path);
  if (self->again)
    walk (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
walk (VacLibraryWatch *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->walking != NULL;
  if (self->again)
    return;
  self->walking = g_cancellable_new ();
  task = g_task_new (self, self->walking, on_walked_cb, NULL);
  g_task_set_source_tag (task, walk);
  g_task_set_task_data (task, g_strdupv (self->folders), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, walk_in_thread);
}

/* New folders are watched before anybody looks into them, so that nothing is missed. */
static gboolean
on_quiet_cb (gpointer user_data)
{
  walk (VAC_LIBRARY_WATCH (user_data));

  return G_SOURCE_REMOVE;
}

static void
vac_library_watch_dispose (GObject *object)
{
  vac_library_watch_stop (VAC_LIBRARY_WATCH (object));

  G_OBJECT_CLASS (vac_library_watch_parent_class)->dispose (object);
}

static void
vac_library_watch_finalize (GObject *object)
{
  VacLibraryWatch *self = VAC_LIBRARY_WATCH (object);

  g_strfreev (self->folders);
  g_hash_table_unref (self->monitors);

  G_OBJECT_CLASS (vac_library_watch_parent_class)->finalize (object);
}

static void
vac_library_watch_class_init (VacLibraryWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vac_library_watch_dispose;
  object_class->finalize = vac_library_watch_finalize;

  /**
   * VacLibraryWatch::changed:
   *
   * Emitted once folders are watched, and some time after something has happened in them.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_LIBRARY_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_library_watch_init (VacLibraryWatch *self)
{
  self->folders = g_new0 (char *, 1);
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->reaction = vac_debounce_new (QUIET, LONGEST, on_quiet_cb, self);
}

/**
 * vac_library_watch_new:
 *
 * Returns: (transfer full): what watches no folder yet
 */
VacLibraryWatch *
vac_library_watch_new (void)
{
  return g_object_new (VAC_TYPE_LIBRARY_WATCH, NULL);
}

/**
 * vac_library_watch_set_folders:
 * @self: a watch
 * @folders: (type filename): %NULL-ended: absolute paths
 *
 * Watches @folders and what is in them, and nothing else from now on.
 */
void
vac_library_watch_set_folders (VacLibraryWatch   *self,
                               const char *const *folders)
{
  g_return_if_fail (VAC_IS_LIBRARY_WATCH (self) && folders != NULL);

  g_strfreev (self->folders);
  self->folders = g_strdupv ((char **) folders);
  g_cancellable_cancel (self->walking);
  g_clear_object (&self->walking);
  walk (self);
}

/**
 * vac_library_watch_stop:
 * @self: a watch
 *
 * Watches nothing any more, for good.
 */
void
vac_library_watch_stop (VacLibraryWatch *self)
{
  g_return_if_fail (VAC_IS_LIBRARY_WATCH (self));

  g_cancellable_cancel (self->walking);
  g_clear_object (&self->walking);
  g_clear_pointer (&self->reaction, vac_debounce_free);
  g_hash_table_remove_all (self->monitors);
}
