/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library"

#include "config.h"

#include "vac-library-query-private.h"
#include "vac-library-scan.h"
#include "vac-library.h"

/**
 * VacLibrary:
 *
 * All postings in folders of the user, by way of an index in the cache that can be deleted at any
 * time. Postings stay where they are; nothing is written to them.
 *
 * A list shows what the index has at once, while a scan brings the index up to date;
 * #VacLibrary::changed tells when it is time to look again. All of it may be called from any
 * thread, and two programs at once may use one index.
 */
struct _VacLibrary
{
  GObject          parent_instance;

  /* Owned */
  VacLibraryIndex *index;
};

G_DEFINE_FINAL_TYPE (VacLibrary, vac_library, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PROGRESS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
vac_library_finalize (GObject *object)
{
  VacLibrary *self = VAC_LIBRARY (object);

  g_clear_pointer (&self->index, vac_library_index_free);

  G_OBJECT_CLASS (vac_library_parent_class)->finalize (object);
}

static void
vac_library_class_init (VacLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_library_finalize;

  /**
   * VacLibrary::changed:
   * @self: the library
   *
   * During vac_library_scan_async(), at most a few times a second: lists may have become others.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /**
   * VacLibrary::progress:
   * @self: the library
   * @n_done: how many files are up to date
   * @n_all: how many there are
   *
   * During vac_library_scan_async(), as often.
   */
  signals[PROGRESS] = g_signal_new ("progress", VAC_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
vac_library_init (VacLibrary *self)
{
}

/**
 * vac_library_dup_path:
 *
 * Returns: (transfer full) (type filename): where the user's index is
 */
char *
vac_library_dup_path (void)
{
  return g_build_filename (g_get_user_cache_dir (), "vacancy", "library.db", NULL);
}

/**
 * vac_library_new:
 * @path: (type filename): where its index is, or will be
 *
 * Nothing is opened before something is asked for. An index that is damaged, or of another version,
 * begins empty; where none can be written, it is in memory.
 *
 * Returns: (transfer full): a library
 */
VacLibrary *
vac_library_new (const char *path)
{
  VacLibrary *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (VAC_TYPE_LIBRARY, NULL);
  self->index = vac_library_index_new (path);

  return self;
}

/* Paths without what leads nowhere: "a/../b/" is "b", so that one file has one path. */
static char **
make_absolute (const char *const *folders)
{
  GPtrArray *paths = g_ptr_array_new ();

  for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
    g_ptr_array_add (paths, g_canonicalize_filename (folders[i], NULL));
  g_ptr_array_add (paths, NULL);

  return (char **) g_ptr_array_free (paths, FALSE);
}

/* Scanning */

/**
 * vac_library_scan:
 * @self: a library
 * @folders: (type filename): %NULL-ended: folders
 * @cancellable: (nullable): a cancellable; what was read until then stays
 * @error: return location: %VAC_ERROR_FAILED for the index, %G_IO_ERROR_CANCELLED
 *
 * Brings the index up to date with all that is in @folders and the folders in them, but for what is
 * hidden. Reads what is new or has another size, time or inode. What cannot be read is in the index
 * with the reason. Blocks, and emits nothing.
 *
 * Returns: (transfer full) (nullable): what was done
 */
VacLibraryReport *
vac_library_scan (VacLibrary         *self,
                  const char *const  *folders,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_auto (GStrv) absolute = NULL;

  g_return_val_if_fail (VAC_IS_LIBRARY (self) && folders != NULL, NULL);

  absolute = make_absolute (folders);

  return vac_library_scan_folders (self->index, (const char *const *) absolute, NULL, NULL,
                                   cancellable, error);
}

/* What is on its way to whoever listens. */
typedef struct
{
  VacLibrary *library;
  guint       n_done;
  guint       n_all;
  gboolean    changed;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->library);
  g_free (news);
}

static gboolean
on_news_cb (gpointer user_data)
{
  const News *news = user_data;

  g_signal_emit (news->library, signals[PROGRESS], 0, news->n_done, news->n_all);
  if (news->changed)
    g_signal_emit (news->library, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
tell (guint    n_done,
      guint    n_all,
      gboolean changed,
      gpointer user_data)
{
  GTask *task = user_data;
  News *news = g_new0 (News, 1);

  *news = (News) { g_object_ref (g_task_get_source_object (task)), n_done, n_all, changed };
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, on_news_cb, news,
                              news_free);
}

static void
scan_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  VacLibraryReport *report = vac_library_scan_folders (VAC_LIBRARY (source)->index, task_data, tell,
                                                       task, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) vac_library_report_free);
  else
    g_task_return_error (task, error);
}

/**
 * vac_library_scan_async:
 * @self: a library
 * @folders: (type filename): %NULL-ended: folders
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what vac_library_scan() does in another thread, with #VacLibrary::progress and
 * #VacLibrary::changed in this one.
 */
void
vac_library_scan_async (VacLibrary          *self,
                        const char *const   *folders,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (VAC_IS_LIBRARY (self) && folders != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vac_library_scan_async);
  g_task_set_task_data (task, make_absolute (folders), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, scan_in_thread);
}

/**
 * vac_library_scan_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): as vac_library_scan()
 */
VacLibraryReport *
vac_library_scan_finish (VacLibrary    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Finding */

static GListModel *
find (VacLibrary             *self,
      const VacLibraryQuery  *query,
      GCancellable           *cancellable,
      GError                **error)
{
  g_auto (GStrv) absolute = make_absolute (query->folders);
  VacLibraryQuery own = *query;
  g_autoptr (GPtrArray) entries = NULL;
  GListStore *list;

  own.folders = query->folders != NULL ? (const char *const *) absolute : NULL;
  entries = vac_library_query_run (self->index, &own, cancellable, error);
  if (entries == NULL)
    return NULL;
  list = g_list_store_new (VAC_TYPE_LIBRARY_ENTRY);
  g_list_store_splice (list, 0, 0, entries->pdata, entries->len);

  return G_LIST_MODEL (list);
}

/**
 * vac_library_find:
 * @self: a library
 * @query: what to list
 * @cancellable: (nullable): a cancellable
 * @error: return location: %VAC_ERROR_FAILED for the index, %G_IO_ERROR_CANCELLED
 *
 * Lists what the index has, without a look at the files.
 *
 * Returns: (transfer full) (nullable): a list of #VacLibraryEntry
 */
GListModel *
vac_library_find (VacLibrary             *self,
                  const VacLibraryQuery  *query,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_return_val_if_fail (VAC_IS_LIBRARY (self) && query != NULL, NULL);

  return find (self, query, cancellable, error);
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GListModel *list = find (source, task_data, cancellable, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * vac_library_find_async:
 * @self: a library
 * @query: what to list; need not stay
 * @cancellable: (nullable): to be cancelled when something else is typed
 * @callback: called with the list
 * @user_data: for @callback
 *
 * Does what vac_library_find() does in another thread.
 */
void
vac_library_find_async (VacLibrary            *self,
                        const VacLibraryQuery *query,
                        GCancellable          *cancellable,
                        GAsyncReadyCallback    callback,
                        gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (VAC_IS_LIBRARY (self) && query != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vac_library_find_async);
  g_task_set_task_data (task, vac_library_query_copy (query),
                        (GDestroyNotify) vac_library_query_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * vac_library_find_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): as vac_library_find()
 */
GListModel *
vac_library_find_finish (VacLibrary    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
