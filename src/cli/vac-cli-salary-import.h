/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-cli.h"
#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacCliSalaryImport:
 * @file: (nullable): the table to import, %NULL for none
 * @decimal: (nullable): its decimal mark, "." or ","
 * @occupation: (nullable): code or title of the occupation whose rows are taken
 * @columns: (nullable): "FIELD=TITLE", what its columns are
 * @period: (nullable): what its pay is counted by
 * @currency: (nullable): the currency of its pay, ISO 4217
 * @cap: (nullable): what the survey's mark for high wages stands for, a year
 *
 * What the user said about an import.
 */
typedef struct
{
  char  *file;
  char  *decimal;
  char  *occupation;
  char **columns;
  char  *period;
  char  *currency;
  char  *cap;
} VacCliSalaryImport;

void vac_cli_salary_import_clear (VacCliSalaryImport       *self);
int  vac_cli_salary_import       (const VacVerb      *verb,
                           const VacCliSalaryImport *import,
                           VacDocument        *document);

G_END_DECLS
