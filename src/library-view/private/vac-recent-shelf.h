/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-first-pages.h"
#include "vac-recent-list.h"

G_BEGIN_DECLS

#define VAC_TYPE_RECENT_SHELF (vac_recent_shelf_get_type ())

G_DECLARE_FINAL_TYPE (VacRecentShelf, vac_recent_shelf, VAC, RECENT_SHELF, GtkBox)

void     vac_recent_shelf_stop        (VacRecentShelf *self);
void     vac_recent_shelf_set_up      (VacRecentShelf *self,
                                       VacFirstPages  *pages,
                                       VacRecentList  *recent);
void     vac_recent_shelf_filter      (VacRecentShelf *self,
                                       const char     *typed);
gboolean vac_recent_shelf_open_first  (VacRecentShelf *self);

G_END_DECLS
