/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-versions.h"

G_BEGIN_DECLS

#define VAC_TYPE_HISTORY_ITEM (vac_history_item_get_type ())

G_DECLARE_FINAL_TYPE (VacHistoryItem, vac_history_item, VAC, HISTORY_ITEM, GObject)

VacHistoryItem   *vac_history_item_new         (const VacVersion *version,
                                                gint64            now);
const VacVersion *vac_history_item_get_version (VacHistoryItem   *self);
const char       *vac_history_item_get_title   (VacHistoryItem   *self);
char             *vac_history_item_make_title  (VacHistoryItem   *self);
const char       *vac_history_item_get_detail  (VacHistoryItem   *self);
const char       *vac_history_item_get_summary (VacHistoryItem   *self);
void              vac_history_item_set_summary (VacHistoryItem   *self,
                                                const char       *summary);
char             *vac_history_item_describe    (VacHistoryItem   *self);

G_END_DECLS
