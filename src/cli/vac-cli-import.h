/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-cli.h"
#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacCliImport:
 * @file: (nullable): the table to import, %NULL for none
 * @decimal: (nullable): its decimal mark, "." or ","
 * @occupation: (nullable): SOC code of the rows to take from an official table
 *
 * What the user said about an import.
 */
typedef struct
{
  char *file;
  char *decimal;
  char *occupation;
} VacCliImport;

int vac_cli_import (const VacVerb      *verb,
                    const VacCliImport *import,
                    VacDocument        *document);

G_END_DECLS
