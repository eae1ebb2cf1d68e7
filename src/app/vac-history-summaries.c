/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-history-summaries"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-history-summaries.h"
#include "vac-versions-summary.h"
#include "vac-writer.h"

/**
 * VacHistorySummaries:
 *
 * Finds out what changed from version to version, for the rows that somebody looks at, in another
 * thread.
 */
struct _VacHistorySummaries
{
  GObject      parent_instance;

  /* Owned */
  GFile       *file;        /* NULL for a posting that has never been saved */
  VacDocument *document;    /* as it is now */
  GListModel  *items;       /* of VacHistoryItem, newest first */
  GQueue       waiting;     /* of VacHistoryItem */

  gboolean     running;
};

G_DEFINE_FINAL_TYPE (VacHistorySummaries, vac_history_summaries, G_TYPE_OBJECT)

/* Two contents that are compared in another thread. */
typedef struct
{
  GFile          *file;
  VacHistoryItem *item;
  VacVersion     *before;     /* NULL without one */
  VacVersion     *version;    /* NULL for the posting as it is now */
  GBytes         *present;    /* that, if so */
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  g_object_unref (comparison->file);
  g_object_unref (comparison->item);
  vac_version_free (comparison->before);
  vac_version_free (comparison->version);
  g_clear_pointer (&comparison->present, g_bytes_unref);
  g_free (comparison);
}

static void
summarize_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  const Comparison *comparison = task_data;
  g_autoptr (GBytes) after = comparison->present != NULL
                                 ? g_bytes_ref (comparison->present)
                                 : vac_versions_load (comparison->file, comparison->version, NULL);
  g_autoptr (GBytes) before = comparison->before != NULL && after != NULL
                                  ? vac_versions_load (comparison->file, comparison->before, NULL)
                                  : NULL;

  g_task_return_pointer (task, after != NULL ? vac_versions_summarize (before, after)
                                             : g_strdup (_("Damaged")), g_free);
}

static void summarize_next (VacHistorySummaries *self);

static void
on_summarized_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (VacHistorySummaries) self = VAC_HISTORY_SUMMARIES (g_object_ref (source));
  const Comparison *comparison = g_task_get_task_data (G_TASK (result));
  g_autofree char *summary = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  vac_history_item_set_summary (comparison->item, summary);
  summarize_next (self);
}

/* Returns: (transfer none) (nullable): the version that comes next in the list */
static const VacVersion *
find_before (VacHistorySummaries *self,
             VacHistoryItem      *item)
{
  const guint n = g_list_model_get_n_items (self->items);

  for (guint i = 0; i + 1 < n; i++)
    {
      g_autoptr (VacHistoryItem) each = g_list_model_get_item (self->items, i);
      g_autoptr (VacHistoryItem) next = g_list_model_get_item (self->items, i + 1);

      if (each == item)
        return vac_history_item_get_version (next);
    }

  return NULL;
}

/* One at a time, the rows that came last first: they are those that somebody looks at. */
static void
summarize_next (VacHistorySummaries *self)
{
  g_autoptr (VacHistoryItem) item = NULL;
  g_autoptr (GTask) task = NULL;
  const VacVersion *before, *version;
  Comparison *comparison;

  if (self->running || (item = g_queue_pop_tail (&self->waiting)) == NULL)
    return;
  before = find_before (self, item);
  version = vac_history_item_get_version (item);
  comparison = g_new0 (Comparison, 1);
  comparison->file = g_object_ref (self->file);
  comparison->item = g_object_ref (item);
  comparison->before = before != NULL ? vac_version_copy (before) : NULL;
  comparison->version = version != NULL ? vac_version_copy (version) : NULL;
  comparison->present = version == NULL ? vac_write_document (self->document) : NULL;
  self->running = TRUE;
  task = g_task_new (self, NULL, on_summarized_cb, NULL);
  g_task_set_source_tag (task, summarize_next);
  g_task_set_task_data (task, comparison, comparison_free);
  g_task_run_in_thread (task, summarize_in_thread);
}

static void
vac_history_summaries_finalize (GObject *object)
{
  VacHistorySummaries *self = VAC_HISTORY_SUMMARIES (object);

  vac_history_summaries_stop (self);
  g_clear_object (&self->file);
  g_clear_object (&self->document);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (vac_history_summaries_parent_class)->finalize (object);
}

static void
vac_history_summaries_class_init (VacHistorySummariesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_history_summaries_finalize;
}

static void
vac_history_summaries_init (VacHistorySummaries *self)
{
  g_queue_init (&self->waiting);
}

/**
 * vac_history_summaries_new:
 * @file: (nullable): the posting's file; %NULL for one that has never been saved
 * @document: the posting as it is now
 * @items: (element-type VacHistoryItem): the list, newest first
 *
 * Returns: (transfer full): nothing yet
 */
VacHistorySummaries *
vac_history_summaries_new (GFile       *file,
                           VacDocument *document,
                           GListModel  *items)
{
  VacHistorySummaries *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);

  self = g_object_new (VAC_TYPE_HISTORY_SUMMARIES, NULL);
  g_set_object (&self->file, file);
  self->document = g_object_ref (document);
  self->items = g_object_ref (items);

  return self;
}

/**
 * vac_history_summaries_make:
 * @self: summaries
 * @item: one of the list
 *
 * Gives the item its summary, if it has none, as soon as there is time.
 */
void
vac_history_summaries_make (VacHistorySummaries *self,
                            VacHistoryItem      *item)
{
  g_return_if_fail (VAC_IS_HISTORY_SUMMARIES (self));
  g_return_if_fail (VAC_IS_HISTORY_ITEM (item));

  if (vac_history_item_get_summary (item) != NULL || g_queue_find (&self->waiting, item) != NULL)
    return;
  g_queue_push_head (&self->waiting, g_object_ref (item));
  summarize_next (self);
}

/**
 * vac_history_summaries_stop:
 * @self: summaries
 *
 * Forgets about all that are not being made already.
 */
void
vac_history_summaries_stop (VacHistorySummaries *self)
{
  g_return_if_fail (VAC_IS_HISTORY_SUMMARIES (self));

  g_queue_clear_full (&self->waiting, g_object_unref);
}
