/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-salary-table.h"

G_BEGIN_DECLS

/* What the pointer does to the rows: the wheel, the menu, the drag. */
void vac_salary_table_add_mouse (GtkWidget          *table,
                                 GtkScrolledWindow  *scroller,
                                 GtkColumnView      *view,
                                 VacSalaryList      *list,
                                 GtkSingleSelection *selection);

void vac_salary_table_popup_menu (VacSalaryTable    *self,
                                  int                x,
                                  int                y);

G_END_DECLS
