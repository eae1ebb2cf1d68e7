/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-history-item.h"

G_BEGIN_DECLS

#define VAC_TYPE_HISTORY_SUMMARIES (vac_history_summaries_get_type ())

G_DECLARE_FINAL_TYPE (VacHistorySummaries, vac_history_summaries, VAC, HISTORY_SUMMARIES, GObject)

VacHistorySummaries *vac_history_summaries_new  (GFile               *file,
                                                 VacDocument         *document,
                                                 GListModel          *items);
void                 vac_history_summaries_make (VacHistorySummaries *self,
                                                 VacHistoryItem      *item);
void                 vac_history_summaries_stop (VacHistorySummaries *self);

G_END_DECLS
