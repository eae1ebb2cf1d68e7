/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-salary-list.h"
#include "vac-salary-table.h"

G_BEGIN_DECLS

#define VAC_TYPE_SALARY_PANEL (vac_salary_panel_get_type ())

G_DECLARE_FINAL_TYPE (VacSalaryPanel, vac_salary_panel, VAC, SALARY_PANEL, GtkWidget)

GtkWidget          *vac_salary_panel_new           (VacDocument    *document);
VacSalaryList      *vac_salary_panel_get_list      (VacSalaryPanel *self);
VacSalaryTable     *vac_salary_panel_get_table     (VacSalaryPanel *self);
GtkSingleSelection *vac_salary_panel_get_selection (VacSalaryPanel *self);
void                vac_salary_panel_set_columns   (VacSalaryPanel   *self,
                                                    VacSalaryColumns  columns);

GtkWidget          *vac_market_create_table        (VacDocument    *document,
                                                    VacNode        *section,
                                                    const char     *table,
                                                    gpointer        user_data);

G_END_DECLS
