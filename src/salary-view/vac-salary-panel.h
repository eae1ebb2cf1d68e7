/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-salary-list.h"
#include "vac-salary-table.h"
#include "vac-table.h"

G_BEGIN_DECLS

#define VAC_TYPE_SALARY_PANEL (vac_salary_panel_get_type ())

G_DECLARE_FINAL_TYPE (VacSalaryPanel, vac_salary_panel, VAC, SALARY_PANEL, GtkWidget)

GtkWidget          *vac_salary_panel_new           (VacDocument    *document);
VacSalaryList      *vac_salary_panel_get_list      (VacSalaryPanel *self);
VacSalaryTable     *vac_salary_panel_get_table     (VacSalaryPanel *self);
GtkSingleSelection *vac_salary_panel_get_selection (VacSalaryPanel *self);
void                vac_salary_panel_set_columns   (VacSalaryPanel   *self,
                                                    VacSalaryColumns  columns);

/* The tables that this layer edits, for the pages of sections. */
extern const VacTableFactory vac_salary_tables[VAC_N_TABLES];

G_END_DECLS
