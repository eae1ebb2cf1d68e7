/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_FROZEN_CELL (vac_frozen_cell_get_type ())

G_DECLARE_FINAL_TYPE (VacFrozenCell, vac_frozen_cell, VAC, FROZEN_CELL, GtkWidget)

#define VAC_TYPE_FROZEN_ROW (vac_frozen_row_get_type ())

G_DECLARE_FINAL_TYPE (VacFrozenRow, vac_frozen_row, VAC, FROZEN_ROW, GtkWidget)

GtkWidget *vac_frozen_row_new          (const char          *title);
GtkWidget *vac_frozen_cell_new         (GtkWidget           *content,
                                        GtkAccessibleRole    role,
                                        const char          *title);
GtkWidget *vac_frozen_cell_get_content (VacFrozenCell       *self);
void       vac_frozen_cell_allocate    (VacFrozenCell       *self,
                                        const GtkAllocation *place,
                                        const GtkAllocation *area);

G_END_DECLS
