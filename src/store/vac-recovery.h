/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-slot.h"
#include "vac-store.h"

G_BEGIN_DECLS

#define VAC_TYPE_RECOVERY (vac_recovery_get_type ())

G_DECLARE_FINAL_TYPE (VacRecovery, vac_recovery, VAC, RECOVERY, GObject)

VacRecovery *vac_recovery_new            (VacStore             *store);
GPtrArray   *vac_recovery_find_slots     (void);
void         vac_recovery_restore_async  (VacSlot              *slot,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
VacRecovery *vac_recovery_restore_finish (GAsyncResult         *result,
                                          GError              **error);
VacStore    *vac_recovery_get_store      (VacRecovery          *self);
const char  *vac_recovery_get_trouble    (VacRecovery          *self);
gboolean     vac_recovery_get_recovered  (VacRecovery          *self);
gboolean     vac_recovery_get_fell_back  (VacRecovery          *self);
const char  *vac_recovery_get_place      (VacRecovery          *self);
void         vac_recovery_set_place      (VacRecovery          *self,
                                          const char           *place);
void         vac_recovery_hurry          (VacRecovery          *self);
void         vac_recovery_flush          (VacRecovery          *self);
void         vac_recovery_discard        (VacRecovery          *self);

G_END_DECLS
