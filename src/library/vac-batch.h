/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-change.h"

G_BEGIN_DECLS

/**
 * VacBatchState:
 * @VAC_BATCH_WAITING: nothing has been done yet, or it was cancelled before
 * @VAC_BATCH_UNCHANGED: there is nothing to do
 * @VAC_BATCH_CHANGED: it is changed, or would be
 * @VAC_BATCH_UNDONE: it is as it was before it was changed
 * @VAC_BATCH_FAILED: it stays as it is, see vac_batch_item_get_reason()
 *
 * What became of one posting.
 */
typedef enum
{
  VAC_BATCH_WAITING,
  VAC_BATCH_UNCHANGED,
  VAC_BATCH_CHANGED,
  VAC_BATCH_UNDONE,
  VAC_BATCH_FAILED,
} VacBatchState;

/**
 * VacBatchTask:
 * @VAC_BATCH_LOOK: say what a change would do
 * @VAC_BATCH_LOCATE: the same, and where in the file that is
 * @VAC_BATCH_APPLY: do it
 * @VAC_BATCH_UNDO: take back what was done
 *
 * What is to be done with many postings.
 */
typedef enum
{
  VAC_BATCH_LOOK,
  VAC_BATCH_LOCATE,
  VAC_BATCH_APPLY,
  VAC_BATCH_UNDO,
} VacBatchTask;

#define VAC_TYPE_BATCH_ITEM (vac_batch_item_get_type ())

G_DECLARE_FINAL_TYPE (VacBatchItem, vac_batch_item, VAC, BATCH_ITEM, GObject)

/**
 * VacBatchFindFunc:
 * @path: the path of a file
 * @user_data: whatever was passed along
 *
 * Returns: (transfer none) (nullable): the document of the window that shows it; %NULL for a file
 *   that is not open
 */
typedef VacDocument *(*VacBatchFindFunc) (const char *path,
                                          gpointer    user_data);

/**
 * VacBatchFunc:
 * @item: a posting that has been dealt with
 * @n_done: how many have been so far
 * @user_data: whatever was passed along
 *
 * Called in the order of the postings, in the thread that began.
 */
typedef void (*VacBatchFunc) (VacBatchItem *item,
                              guint         n_done,
                              gpointer      user_data);

GPtrArray    *vac_batch_new_items         (const char *const   *paths);
void          vac_batch_find_documents    (GPtrArray           *items,
                                           VacBatchFindFunc     find,
                                           gpointer             user_data);
void          vac_batch_run               (GPtrArray           *items,
                                           VacChange           *change,
                                           VacBatchTask         task,
                                           GCancellable        *cancellable);
void          vac_batch_run_async         (GPtrArray           *items,
                                           VacChange           *change,
                                           VacBatchTask         task,
                                           VacBatchFunc         tell,
                                           gpointer             tell_data,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean      vac_batch_run_finish        (GAsyncResult        *result,
                                           GError             **error);

const char   *vac_batch_item_get_path     (VacBatchItem        *self);
VacDocument  *vac_batch_item_get_document (VacBatchItem        *self);
const char   *vac_batch_item_get_title    (VacBatchItem        *self);
VacBatchState vac_batch_item_get_state    (VacBatchItem        *self);
guint         vac_batch_item_get_n_changed (VacBatchItem       *self);
guint         vac_batch_item_get_n_kept   (VacBatchItem        *self);
const char   *vac_batch_item_get_reason   (VacBatchItem        *self);
GPtrArray    *vac_batch_item_get_hits     (VacBatchItem        *self);
gboolean      vac_batch_item_get_chosen   (VacBatchItem        *self,
                                           guint                hit);
void          vac_batch_item_choose       (VacBatchItem        *self,
                                           guint                hit,
                                           gboolean             chosen);

G_END_DECLS
