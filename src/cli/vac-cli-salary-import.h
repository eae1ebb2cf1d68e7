/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-cli.h"
#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacCliSalaryImport:
 * @files: (nullable): the tables to import, %NULL for none
 * @sheet: (nullable): which sheet of a workbook, or file of a zip file
 * @refused: (nullable): where to list the rows that cannot be imported
 * @forget: whether to forget what was said about tables with the same columns before
 * @force: whether @refused may be replaced
 * @decimal: (nullable): its decimal mark, "." or ","
 * @occupation: (nullable): code or title of the occupation whose rows are taken
 * @columns: (nullable): "FIELD=TITLE", what their columns are
 * @found: (nullable): those of @columns that a table has had, while the tables are imported
 * @period: (nullable): what its pay is counted by
 * @currency: (nullable): the currency of its pay, ISO 4217
 * @about: (nullable): "FIELD=TEXT", what is to be noted of the survey
 * @cap: (nullable): what the survey's mark for high wages stands for, a year
 *
 * What the user said about an import.
 */
typedef struct
{
  char    **files;
  char     *sheet;
  char     *refused;
  gboolean  forget;
  gboolean  force;
  char     *decimal;
  char     *occupation;
  char    **columns;
  GHashTable *found;
  char     *period;
  char     *currency;
  char     *cap;
  char    **about;
} VacCliSalaryImport;

void vac_cli_salary_import_clear (VacCliSalaryImport       *self);
int  vac_cli_salary_import       (const VacVerb            *verb,
                                  VacCliSalaryImport       *wanted,
                                  VacDocument              *document);

G_END_DECLS
