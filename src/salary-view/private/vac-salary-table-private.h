/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-salary-table.h"

G_BEGIN_DECLS

/* What the cells know of their table. */
typedef struct
{
  /* Owned */
  VacSalaryList       *list;
  GtkColumnViewColumn *columns[VAC_N_FACTS];
} VacSalaryCells;

/* What the rows say. */
GtkListItemFactory *vac_salary_cells_new_texts  (VacSalaryCells *self,
                                                 VacFact         fact,
                                                 int             chars);

GtkListItemFactory *vac_salary_cells_new_checks (VacSalaryCells *self);

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
