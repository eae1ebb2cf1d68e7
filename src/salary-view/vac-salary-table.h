/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-salary-list.h"

G_BEGIN_DECLS

/**
 * VacSalaryColumns:
 *
 * Which columns are shown. Not all of them fit beside the sidebar and the preview, and figures
 * whose place has scrolled out of view cannot be read.
 */
typedef enum
{
  VAC_SALARY_COLUMNS_PAY,
  VAC_SALARY_COLUMNS_AGAINST,
  VAC_SALARY_COLUMNS_LIVING,
  VAC_SALARY_COLUMNS_NOTES,
  VAC_SALARY_COLUMNS_ALL,
  VAC_N_SALARY_COLUMNS
} VacSalaryColumns;

#define VAC_TYPE_SALARY_TABLE (vac_salary_table_get_type ())

G_DECLARE_FINAL_TYPE (VacSalaryTable, vac_salary_table, VAC, SALARY_TABLE, GtkWidget)

GtkWidget          *vac_salary_table_new           (VacSalaryList      *list,
                                                    GtkSingleSelection *selection);
void                vac_salary_table_set_menu      (VacSalaryTable     *self,
                                                    GMenuModel         *menu);
void                vac_salary_table_set_columns   (VacSalaryTable     *self,
                                                    VacSalaryColumns    columns);
void                vac_salary_table_sort          (VacSalaryTable     *self,
                                                    VacFact             fact,
                                                    gboolean            descending);
void                vac_salary_table_unsort        (VacSalaryTable     *self);
void                vac_salary_table_scroll_to     (VacSalaryTable     *self,
                                                    guint               position);

G_END_DECLS
