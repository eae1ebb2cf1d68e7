/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-feed"

#include "config.h"

#include <string.h>

#include "vac-date.h"
#include "vac-library-feed.h"
#include "vac-library-item.h"
#include "vac-library-merge.h"
#include "vac-library-watch.h"
#include "vac-schema.h"

/**
 * VacLibraryFeed:
 *
 * The list that a window shows of postings in folders: what the index has, at once; meanwhile the
 * index is brought up to date, now and whenever something happens in the folders.
 */
struct _VacLibraryFeed
{
  GObject            parent_instance;

  /* Owned */
  VacLibrary        *library;
  VacLibraryWatch   *watch;
  GListStore        *items;        /* of VacLibraryItem */
  GtkSelectionModel *selection;
  char             **folders;
  VacLibraryQuery   *query;        /* what to list; without folders, those above */
  GCancellable      *finding;      /* NULL while nothing is */
  GCancellable      *counting;
  GCancellable      *scanning;
  GPtrArray         *problems;     /* of VacLibraryProblem */

  VacLibraryState    state;
  gboolean           find_again;   /* the index has changed since a list was asked for */
  gboolean           scan_again;   /* a folder has changed since it was looked at */
};

G_DEFINE_FINAL_TYPE (VacLibraryFeed, vac_library_feed, G_TYPE_OBJECT)

enum
{
  LISTED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void find (VacLibraryFeed *self);

static void
clear (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
tell (VacLibraryFeed *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_trouble (VacLibraryFeed *self,
             const GError   *error)
{
  g_free (self->state.trouble);
  self->state.trouble = error != NULL ? g_strdup (error->message) : NULL;
}

/* How many there are */

static gboolean
has_conditions (const VacLibraryQuery *query)
{
  return query->folders != NULL || (query->text != NULL && *query->text != '\0') ||
         query->statuses != NULL || query->place != NULL || query->closes || query->has_findings;
}

static void
count (VacLibraryFeed *self,
       GListModel     *entries)
{
  const guint n = g_list_model_get_n_items (entries);
  g_autofree char *first = NULL, *last = NULL;
  GDate day;

  vac_date_today (&day);
  first = vac_date_to_iso (&day);
  g_date_add_days (&day, VAC_LIBRARY_SOON);
  last = vac_date_to_iso (&day);
  self->state.n_all = n;
  self->state.n_closing = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VacLibraryEntry) entry = g_list_model_get_item (entries, i);
      const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);

      /* ISO 8601 dates are in order as texts. */
      if (g_strcmp0 (facts->status, VAC_STATUS_OPEN) == 0 && strcmp (facts->closes, first) >= 0 &&
          strcmp (facts->closes, last) <= 0)
        self->state.n_closing++;
    }
}

static void
on_counted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (VacLibraryFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) entries = vac_library_find_finish (VAC_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->counting);
  if (entries != NULL)
    count (self, entries);
  tell (self);
}

/* While only some are listed, the others are counted. */
static void
find_all (VacLibraryFeed *self)
{
  const VacLibraryQuery query = { .folders = (const char *const *) self->folders };

  clear (&self->counting);
  self->counting = g_cancellable_new ();
  vac_library_find_async (self->library, &query, self->counting, on_counted_cb,
                          g_object_ref (self));
}

/* Listing */

static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VacLibraryFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) entries = vac_library_find_finish (VAC_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->finding);
  set_trouble (self, error);
  if (entries != NULL)
    {
      vac_library_merge (self->items, self->selection, entries);
      self->state.listed = TRUE;
      if (!has_conditions (self->query))
        count (self, entries);
    }
  if (self->find_again)
    find (self);
  g_signal_emit (self, signals[LISTED], 0);
  tell (self);
}

static void
find (VacLibraryFeed *self)
{
  VacLibraryQuery query = *self->query;

  clear (&self->finding);
  self->find_again = FALSE;
  self->finding = g_cancellable_new ();
  if (query.folders == NULL)
    query.folders = (const char *const *) self->folders;
  vac_library_find_async (self->library, &query, self->finding, on_found_cb, g_object_ref (self));
}

/* What is asked for last is waited for. */
static void
on_library_changed_cb (VacLibrary     *library,
                       VacLibraryFeed *self)
{
  if (self->folders[0] == NULL)
    return;
  if (self->finding != NULL)
    self->find_again = TRUE;
  else
    find (self);
  if (has_conditions (self->query) && self->counting == NULL)
    find_all (self);
}

/* Scanning */

static void
on_library_progress_cb (VacLibrary     *library,
                        guint           n_done,
                        guint           n_all,
                        VacLibraryFeed *self)
{
  self->state.n_done = n_done;
  self->state.n_files = n_all;
  tell (self);
}

static void
on_scanned_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (VacLibraryFeed) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacLibraryReport) report = vac_library_scan_finish (VAC_LIBRARY (source), result,
                                                                 &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->scanning);
  set_trouble (self, error);
  if (report != NULL)
    {
      g_ptr_array_unref (self->problems);
      self->problems = g_ptr_array_ref (report->problems);
    }
  self->state.scanning = FALSE;
  self->state.scanned = TRUE;
  if (self->scan_again)
    vac_library_feed_scan (self);
  /* The last count may have been on its way while more came in. */
  if (has_conditions (self->query) && report != NULL && report->n_read + report->n_removed > 0)
    find_all (self);
  tell (self);
}

static void
vac_library_feed_dispose (GObject *object)
{
  vac_library_feed_stop (VAC_LIBRARY_FEED (object));

  G_OBJECT_CLASS (vac_library_feed_parent_class)->dispose (object);
}

static void
vac_library_feed_finalize (GObject *object)
{
  VacLibraryFeed *self = VAC_LIBRARY_FEED (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->library);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_strfreev (self->folders);
  vac_library_query_free (self->query);
  g_ptr_array_unref (self->problems);
  g_free (self->state.trouble);

  G_OBJECT_CLASS (vac_library_feed_parent_class)->finalize (object);
}

static void
vac_library_feed_class_init (VacLibraryFeedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vac_library_feed_dispose;
  object_class->finalize = vac_library_feed_finalize;

  /**
   * VacLibraryFeed::listed:
   *
   * Emitted when the list is what was asked for last.
   */
  signals[LISTED] = g_signal_new ("listed", VAC_TYPE_LIBRARY_FEED, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  /**
   * VacLibraryFeed::changed:
   *
   * Emitted when there is something new to say of it: its state or its problems.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_LIBRARY_FEED, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_library_feed_init (VacLibraryFeed *self)
{
  const VacLibraryQuery all = { .descending = TRUE };

  self->items = g_list_store_new (VAC_TYPE_LIBRARY_ITEM);
  self->selection = GTK_SELECTION_MODEL (
      gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->items))));
  self->folders = g_new0 (char *, 1);
  self->query = vac_library_query_copy (&all);
  self->problems = g_ptr_array_new ();
  self->watch = vac_library_watch_new ();
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (vac_library_feed_scan), self,
                           G_CONNECT_SWAPPED);
}

/**
 * vac_library_feed_new:
 * @index: (type filename): where the index is
 *
 * Returns: (transfer full): an empty list
 */
VacLibraryFeed *
vac_library_feed_new (const char *index)
{
  VacLibraryFeed *self = g_object_new (VAC_TYPE_LIBRARY_FEED, NULL);

  self->library = vac_library_new (index);
  g_signal_connect_object (self->library, "changed", G_CALLBACK (on_library_changed_cb), self, 0);
  g_signal_connect_object (self->library, "progress", G_CALLBACK (on_library_progress_cb), self,
                           0);

  return self;
}

/**
 * vac_library_feed_get_selection:
 * @self: a feed
 *
 * Returns: (transfer none): the list, of #VacLibraryItem, and what is selected in it
 */
GtkSelectionModel *
vac_library_feed_get_selection (VacLibraryFeed *self)
{
  g_return_val_if_fail (VAC_IS_LIBRARY_FEED (self), NULL);

  return self->selection;
}

/**
 * vac_library_feed_get_state:
 * @self: a feed
 *
 * Returns: (transfer none): what can be said of the list now
 */
const VacLibraryState *
vac_library_feed_get_state (VacLibraryFeed *self)
{
  g_return_val_if_fail (VAC_IS_LIBRARY_FEED (self), NULL);

  return &self->state;
}

/**
 * vac_library_feed_get_problems:
 * @self: a feed
 *
 * Returns: (transfer none) (element-type VacLibraryProblem): the folders that could not be looked
 *   through the last time
 */
GPtrArray *
vac_library_feed_get_problems (VacLibraryFeed *self)
{
  g_return_val_if_fail (VAC_IS_LIBRARY_FEED (self), NULL);

  return self->problems;
}

/**
 * vac_library_feed_set_folders:
 * @self: a feed
 * @folders: (type filename): %NULL-ended: absolute paths
 *
 * Lists what is in @folders and the folders in them.
 */
void
vac_library_feed_set_folders (VacLibraryFeed    *self,
                              const char *const *folders)
{
  g_return_if_fail (VAC_IS_LIBRARY_FEED (self) && folders != NULL);

  g_strfreev (self->folders);
  self->folders = g_strdupv ((char **) folders);
  clear (&self->finding);
  clear (&self->counting);
  clear (&self->scanning);
  g_ptr_array_unref (self->problems);
  self->problems = g_ptr_array_new ();
  set_trouble (self, NULL);
  self->state = (VacLibraryState) { .scanning = self->folders[0] != NULL };
  vac_library_watch_set_folders (self->watch, folders);
  if (self->folders[0] != NULL)
    {
      find (self);
      if (has_conditions (self->query))
        find_all (self);
    }
  else
    {
      g_list_store_remove_all (self->items);
    }
  tell (self);
}

/**
 * vac_library_feed_ask:
 * @self: a feed
 * @query: what to list, and in which order; without folders, all of those that are listed
 *
 * Whatever was asked for before is no longer looked for. The list stays as it is until the answer
 * is there.
 */
void
vac_library_feed_ask (VacLibraryFeed        *self,
                      const VacLibraryQuery *query)
{
  g_return_if_fail (VAC_IS_LIBRARY_FEED (self) && query != NULL);

  vac_library_query_free (self->query);
  self->query = vac_library_query_copy (query);
  if (self->folders[0] != NULL)
    find (self);
}

/**
 * vac_library_feed_scan:
 * @self: a feed
 *
 * Brings the index up to date with the folders.
 */
void
vac_library_feed_scan (VacLibraryFeed *self)
{
  g_return_if_fail (VAC_IS_LIBRARY_FEED (self));

  self->scan_again = self->scanning != NULL;
  if (self->scan_again || self->library == NULL || self->folders[0] == NULL)
    return;
  self->scanning = g_cancellable_new ();
  self->state.scanning = TRUE;
  self->state.n_done = self->state.n_files = 0;
  vac_library_scan_async (self->library, (const char *const *) self->folders, self->scanning,
                          on_scanned_cb, g_object_ref (self));
  tell (self);
}

/**
 * vac_library_feed_stop:
 * @self: a feed
 *
 * Ends all that is under way, because nobody looks at the list any more.
 */
void
vac_library_feed_stop (VacLibraryFeed *self)
{
  g_return_if_fail (VAC_IS_LIBRARY_FEED (self));

  vac_library_watch_stop (self->watch);
  clear (&self->finding);
  clear (&self->counting);
  clear (&self->scanning);
}
