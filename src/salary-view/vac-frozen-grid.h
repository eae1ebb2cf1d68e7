/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_FROZEN_GRID (vac_frozen_grid_get_type ())

G_DECLARE_FINAL_TYPE (VacFrozenGrid, vac_frozen_grid, VAC, FROZEN_GRID, GtkWidget)

void       vac_frozen_grid_set_n_frozen (VacFrozenGrid *self,
                                         guint          n_frozen);
void       vac_frozen_grid_clear        (VacFrozenGrid *self);
void       vac_frozen_grid_attach       (VacFrozenGrid *self,
                                         GtkWidget     *content,
                                         guint          column,
                                         guint          row,
                                         const char    *name);
GtkWidget *vac_frozen_grid_get_child    (VacFrozenGrid *self,
                                         guint          column,
                                         guint          row);

G_END_DECLS
