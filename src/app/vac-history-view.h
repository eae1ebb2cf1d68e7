/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"
#include "vac-page-view.h"

G_BEGIN_DECLS

#define VAC_TYPE_HISTORY_VIEW (vac_history_view_get_type ())

G_DECLARE_FINAL_TYPE (VacHistoryView, vac_history_view, VAC, HISTORY_VIEW, AdwBin)

GtkWidget *vac_history_view_new   (GFile              *file,
                                   VacDocument        *document);
void       vac_history_view_set_setup (VacHistoryView *self,
                                   const VacPageSetup *setup);
void       vac_history_view_focus (VacHistoryView     *self);

G_END_DECLS
