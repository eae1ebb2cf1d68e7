/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-control-row.h"
#include "vac-salary-import.h"

G_BEGIN_DECLS

#define VAC_TYPE_OCCUPATION_ROW (vac_occupation_row_get_type ())

G_DECLARE_FINAL_TYPE (VacOccupationRow, vac_occupation_row, VAC, OCCUPATION_ROW, VacControlRow)

void        vac_occupation_row_show     (VacOccupationRow      *self,
                                         VacSalaryImportResult *result);
const char *vac_occupation_row_get_code (VacOccupationRow      *self);

G_END_DECLS
