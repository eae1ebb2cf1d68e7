/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-cli.h"
#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacCliImport:
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
} VacCliImport;

void vac_cli_import_clear (VacCliImport       *self);
int  vac_cli_import       (const VacVerb      *verb,
                           const VacCliImport *import,
                           VacDocument        *document);

G_END_DECLS
