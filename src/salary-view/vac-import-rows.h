/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-salary-import.h"

G_BEGIN_DECLS

/* What becomes of a row. */
typedef enum
{
  VAC_IMPORT_ROWS_NEW,
  VAC_IMPORT_ROWS_REPLACING,
  VAC_IMPORT_ROWS_PROBLEMS,
  VAC_N_IMPORT_ROWS
} VacImportRowsKind;

VacImportRowsKind     vac_import_rows_get_kind (const VacSalaryImportPlace *place);

#define VAC_TYPE_IMPORT_ROW (vac_import_row_get_type ())

G_DECLARE_FINAL_TYPE (VacImportRow, vac_import_row, VAC, IMPORT_ROW, GObject)

VacSalaryImportPlace *vac_import_row_get_place (VacImportRow          *self);

#define VAC_TYPE_IMPORT_ROWS (vac_import_rows_get_type ())

G_DECLARE_FINAL_TYPE (VacImportRows, vac_import_rows, VAC, IMPORT_ROWS, GObject)

VacImportRows        *vac_import_rows_new      (VacSalaryImportResult *result,
                                                VacImportRowsKind      kind);

G_END_DECLS
