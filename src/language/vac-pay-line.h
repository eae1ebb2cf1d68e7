/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-money-read.h"

G_BEGIN_DECLS

/**
 * VacPayLine:
 * @has_minimum: whether it says the lower end; a single amount is both ends
 * @has_maximum: whether it says the upper end
 * @minimum: the lower end
 * @maximum: the upper end
 * @currency: ISO 4217 code; empty when it says none, or one of several
 * @unit: the time that it is paid for, or none
 * @is_whole: whether there is nothing else in it ("plus bonus")
 *
 * What a line in a posting says of pay.
 */
typedef struct
{
  gboolean has_minimum;
  gboolean has_maximum;
  gboolean is_whole;
  VacMoney minimum;
  VacMoney maximum;
  char     currency[VAC_CURRENCY_LENGTH];
  VacUnit  unit;
} VacPayLine;

gboolean vac_pay_line_read (const char *text,
                            const char *language,
                            VacPayLine *line);

G_END_DECLS
