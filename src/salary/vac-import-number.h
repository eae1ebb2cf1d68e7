/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-money.h"

G_BEGIN_DECLS

/* Numbers of an import are counted as amounts of money are, before it is known what they are. */
#define VAC_IMPORT_SCALE VAC_MONEY_ONE

/**
 * VacImportReading:
 * @VAC_IMPORT_EMPTY: nothing there
 * @VAC_IMPORT_NUMBER: a number
 * @VAC_IMPORT_AMBIGUOUS: a number that means another amount with the other decimal mark
 * @VAC_IMPORT_NOT_A_NUMBER: anything else, and what is too large or negative
 */
typedef enum
{
  VAC_IMPORT_EMPTY,
  VAC_IMPORT_NUMBER,
  VAC_IMPORT_AMBIGUOUS,
  VAC_IMPORT_NOT_A_NUMBER,
} VacImportReading;

VacImportReading vac_import_read_number (const char *text,
                                         char        decimal,
                                         gint64     *value,
                                         char       *evidence);

G_END_DECLS
