/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-batch-item"

#include "config.h"

#include <sys/stat.h>

#include "vac-batch-item-private.h"

/**
 * VacBatchItem:
 *
 * One of many postings that something is done with: what would become of it, or what has.
 */
G_DEFINE_FINAL_TYPE (VacBatchItem, vac_batch_item, G_TYPE_OBJECT)

static void
vac_batch_item_finalize (GObject *object)
{
  VacBatchItem *self = VAC_BATCH_ITEM (object);

  g_free (self->path);
  g_clear_object (&self->document);
  g_clear_pointer (&self->chosen, g_array_unref);
  vac_batch_outcome_clear (&self->outcome);

  G_OBJECT_CLASS (vac_batch_item_parent_class)->finalize (object);
}

static void
vac_batch_item_class_init (VacBatchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_batch_item_finalize;
}

static void
vac_batch_item_init (VacBatchItem *self)
{
}

static VacBatchItem *
batch_item_new (const char *path)
{
  VacBatchItem *self = g_object_new (VAC_TYPE_BATCH_ITEM, NULL);

  self->path = g_strdup (path);

  return self;
}

/* Returns: (transfer full): what two paths have in common that lead to one file */
static char *
identify (const char *path)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return g_canonicalize_filename (path, NULL);

  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) status.st_dev,
                          (guint64) status.st_ino);
}

/**
 * vac_batch_new_items:
 * @paths: (array zero-terminated=1): paths of postings
 *
 * A file that several paths lead to is there once, under the first of them.
 *
 * Returns: (transfer full) (element-type VacBatchItem): the postings, in the order of @paths
 */
GPtrArray *
vac_batch_new_items (const char *const *paths)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (paths != NULL, items);

  for (guint i = 0; paths[i] != NULL; i++)
    if (g_hash_table_add (known, identify (paths[i])))
      g_ptr_array_add (items, batch_item_new (paths[i]));

  return items;
}

/**
 * vac_batch_find_documents:
 * @items: (element-type VacBatchItem): postings
 * @find: says which of them are open
 * @user_data: for @find
 *
 * To be called before each run: what is open then changes in its window.
 */
void
vac_batch_find_documents (GPtrArray        *items,
                          VacBatchFindFunc  find,
                          gpointer          user_data)
{
  g_return_if_fail (items != NULL && find != NULL);

  for (guint i = 0; i < items->len; i++)
    {
      VacBatchItem *item = g_ptr_array_index (items, i);

      g_set_object (&item->document, find (item->path, user_data));
    }
}

/*
 * vac_batch_item_make_job:
 * @self: a posting
 *
 * Returns: (transfer full): all that a thread has to know of it
 */
VacBatchJob *
vac_batch_item_make_job (VacBatchItem *self)
{
  VacBatchJob *job = g_new0 (VacBatchJob, 1);

  job->path = g_strdup (self->path);
  g_set_object (&job->document, self->document);
  job->state = self->outcome.state;
  vac_batch_stamp_copy (&job->stamp, &self->outcome.stamp);
  job->chosen = self->chosen != NULL ? g_array_copy (self->chosen) : NULL;
  job->before = self->outcome.before != NULL ? g_bytes_ref (self->outcome.before) : NULL;

  return job;
}

/*
 * vac_batch_item_take_outcome:
 * @self: a posting
 * @job: what was done with it; its outcome is taken out
 *
 * What is not done, because somebody cancelled, leaves all as it was.
 */
void
vac_batch_item_take_outcome (VacBatchItem *self,
                             VacBatchJob  *job)
{
  if (job->outcome.state == job->state && job->outcome.title == NULL &&
      job->outcome.reason == NULL)
    return;
  if (job->outcome.title == NULL)
    job->outcome.title = g_steal_pointer (&self->outcome.title);
  vac_batch_outcome_clear (&self->outcome);
  self->outcome = job->outcome;
  job->outcome = (VacBatchOutcome) { 0 };
  g_clear_pointer (&self->chosen, g_array_unref);
}

/**
 * vac_batch_item_get_path:
 * @self: a posting
 *
 * Returns: (transfer none): the path of its file
 */
const char *
vac_batch_item_get_path (VacBatchItem *self)
{
  g_return_val_if_fail (VAC_IS_BATCH_ITEM (self), NULL);

  return self->path;
}

/**
 * vac_batch_item_get_document:
 * @self: a posting
 *
 * Returns: (transfer none) (nullable): its document, if a window showed it before the last run
 */
VacDocument *
vac_batch_item_get_document (VacBatchItem *self)
{
  g_return_val_if_fail (VAC_IS_BATCH_ITEM (self), NULL);

  return self->document;
}

/**
 * vac_batch_item_get_title:
 * @self: a posting
 *
 * Returns: (transfer none): the title of the job; empty if it has none or could not be read
 */
const char *
vac_batch_item_get_title (VacBatchItem *self)
{
  g_return_val_if_fail (VAC_IS_BATCH_ITEM (self), NULL);

  return self->outcome.title != NULL ? self->outcome.title : "";
}

/**
 * vac_batch_item_get_state:
 * @self: a posting
 *
 * Returns: what has become of it
 */
VacBatchState
vac_batch_item_get_state (VacBatchItem *self)
{
  g_return_val_if_fail (VAC_IS_BATCH_ITEM (self), VAC_BATCH_WAITING);

  return self->outcome.state;
}

/**
 * vac_batch_item_get_n_changed:
 * @self: a posting
 *
 * Returns: how many places of it have changed, or would
 */
guint
vac_batch_item_get_n_changed (VacBatchItem *self)
{
  g_return_val_if_fail (VAC_IS_BATCH_ITEM (self), 0);

  return self->outcome.n_changed;
}

/**
 * vac_batch_item_get_n_kept:
 * @self: a posting
 *
 * Returns: how many places of it stay as they are because they would not be right any more
 */
guint
vac_batch_item_get_n_kept (VacBatchItem *self)
{
  g_return_val_if_fail (VAC_IS_BATCH_ITEM (self), 0);

  return self->outcome.n_kept;
}

/**
 * vac_batch_item_get_reason:
 * @self: a posting
 *
 * Returns: (transfer none) (nullable): a sentence that says why all or some of it stays as it is,
 *   or what is in doubt about what was written
 */
const char *
vac_batch_item_get_reason (VacBatchItem *self)
{
  g_return_val_if_fail (VAC_IS_BATCH_ITEM (self), NULL);

  return self->outcome.reason;
}

/**
 * vac_batch_item_get_hits:
 * @self: a posting
 *
 * Returns: (transfer none) (nullable) (element-type VacHit): what a change would do in it; %NULL
 *   unless that was asked for last
 */
GPtrArray *
vac_batch_item_get_hits (VacBatchItem *self)
{
  g_return_val_if_fail (VAC_IS_BATCH_ITEM (self), NULL);

  return self->outcome.hits;
}

/**
 * vac_batch_item_get_chosen:
 * @self: a posting
 * @hit: the number of one of its hits
 *
 * Returns: whether that is wanted, as all are at first
 */
gboolean
vac_batch_item_get_chosen (VacBatchItem *self,
                           guint         hit)
{
  g_return_val_if_fail (VAC_IS_BATCH_ITEM (self), FALSE);

  return self->chosen == NULL || (hit < self->chosen->len &&
                                  g_array_index (self->chosen, gboolean, hit));
}

/**
 * vac_batch_item_choose:
 * @self: a posting
 * @hit: the number of one of its hits
 * @chosen: whether that is wanted
 */
void
vac_batch_item_choose (VacBatchItem *self,
                       guint         hit,
                       gboolean      chosen)
{
  g_return_if_fail (VAC_IS_BATCH_ITEM (self));
  g_return_if_fail (self->outcome.hits != NULL && hit < self->outcome.hits->len);

  if (self->chosen == NULL)
    {
      const gboolean wanted = TRUE;

      self->chosen = g_array_new (FALSE, FALSE, sizeof (gboolean));
      for (guint i = 0; i < self->outcome.hits->len; i++)
        g_array_append_val (self->chosen, wanted);
    }
  g_array_index (self->chosen, gboolean, hit) = chosen;
}
