/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-salary-import.h"

G_BEGIN_DECLS

/**
 * VAC_SALARY_LAYOUTS_FILE:
 *
 * What the file is called that keeps them, among those that the program keeps for itself.
 */
#define VAC_SALARY_LAYOUTS_FILE "salary-layouts.ini"

/**
 * VAC_SALARY_LAYOUTS_MOST_BYTES:
 *
 * A longer file is none of ours.
 */
#define VAC_SALARY_LAYOUTS_MOST_BYTES (4 * 1024 * 1024)

typedef struct _VacSalaryLayouts VacSalaryLayouts;

VacSalaryLayouts *vac_salary_layouts_new      (GBytes                        *bytes);
void              vac_salary_layouts_free     (VacSalaryLayouts              *self);
GBytes           *vac_salary_layouts_to_bytes (VacSalaryLayouts              *self);
gboolean          vac_salary_layouts_apply    (VacSalaryLayouts              *self,
                                               VacSalaryImport               *import);
gboolean          vac_salary_layouts_remember (VacSalaryLayouts              *self,
                                               VacSalaryImport               *import,
                                               const VacSalaryImportSettings *found);
gboolean          vac_salary_layouts_forget   (VacSalaryLayouts              *self,
                                               VacSalaryImport               *import);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSalaryLayouts, vac_salary_layouts_free)

G_END_DECLS
