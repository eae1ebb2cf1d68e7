/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-batch.h"
#include "vac-many-actions.h"

G_BEGIN_DECLS

#define VAC_TYPE_MANY (vac_many_get_type ())

G_DECLARE_FINAL_TYPE (VacMany, vac_many, VAC, MANY, GObject)

VacMany           *vac_many_new        (GtkWindow           *window,
                                        AdwToastOverlay     *toasts,
                                        GListModel          *entries,
                                        const VacManyHost   *host);
GtkWindow         *vac_many_get_window (VacMany             *self);
const VacManyHost *vac_many_get_host   (VacMany             *self);
GPtrArray         *vac_many_list_items (VacMany             *self);
void               vac_many_run_async  (VacMany             *self,
                                        GPtrArray           *items,
                                        VacChange           *change,
                                        VacBatchTask         task,
                                        VacBatchFunc         tell,
                                        gpointer             tell_data,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void               vac_many_toast      (VacMany             *self,
                                        const char          *sentence);
void               vac_many_offer_undo (VacMany             *self,
                                        GPtrArray           *items,
                                        const char          *sentence);
void               vac_many_undo       (VacMany             *self,
                                        GPtrArray           *items);
void               vac_many_change     (VacMany             *self,
                                        VacChange           *change);
void               vac_many_tell_reasons (VacMany           *self,
                                        const char          *heading,
                                        GPtrArray           *items);
char              *vac_many_sum_up     (GPtrArray           *items);

G_END_DECLS
