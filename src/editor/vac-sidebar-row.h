/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"
#include "vac-progress.h"

G_BEGIN_DECLS

#define VAC_TYPE_SIDEBAR_ROW (vac_sidebar_row_get_type ())

G_DECLARE_FINAL_TYPE (VacSidebarRow, vac_sidebar_row, VAC, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *vac_sidebar_row_new          (VacDocument   *document,
                                         VacNode       *node);
VacNode   *vac_sidebar_row_get_node     (VacSidebarRow *self);
guint      vac_sidebar_row_get_position (VacSidebarRow *self);
void       vac_sidebar_row_set_position (VacSidebarRow *self,
                                         guint          position);
void       vac_sidebar_row_update       (VacSidebarRow *self);

void        vac_sidebar_row_set_progress (VacSidebarRow *self,
                                          VacProgress    progress,
                                          const char    *reason);
VacProgress vac_sidebar_row_get_progress (VacSidebarRow *self);

G_END_DECLS
