/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-salary-import.h"

G_BEGIN_DECLS

#define VAC_TYPE_IMPORT_SAMPLE (vac_import_sample_get_type ())

G_DECLARE_FINAL_TYPE (VacImportSample, vac_import_sample, VAC, IMPORT_SAMPLE, AdwBin)

void         vac_import_sample_show        (VacImportSample         *self,
                                            VacSalaryImport         *import);
void         vac_import_sample_read        (VacImportSample         *self,
                                            VacSalaryImportSettings *settings);
GtkDropDown *vac_import_sample_get_chooser (VacImportSample         *self,
                                            guint                    column);
void         vac_import_sample_choose      (VacImportSample         *self,
                                            guint                    column,
                                            VacSalaryImportField     field);

G_END_DECLS
