/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-salary-list.h"

G_BEGIN_DECLS

#define VAC_TYPE_SIDE_BY_SIDE (vac_side_by_side_get_type ())

G_DECLARE_FINAL_TYPE (VacSideBySide, vac_side_by_side, VAC, SIDE_BY_SIDE, GtkWidget)

GtkWidget *vac_side_by_side_new       (VacSalaryList *list);
void       vac_side_by_side_focus     (VacSideBySide *self);
void       vac_side_by_side_print     (VacSideBySide *self);
void       vac_side_by_side_set_base  (VacSideBySide *self,
                                       guint          index);
GtkWidget *vac_side_by_side_get_cell  (VacSideBySide *self,
                                       guint          index,
                                       VacFact        fact);

G_END_DECLS
