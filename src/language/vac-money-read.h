/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-currency.h"
#include "vac-money.h"

G_BEGIN_DECLS

/* The time that an amount is paid for, where somebody named it. */
typedef enum
{
  VAC_UNIT_NONE,
  VAC_UNIT_YEAR,
  VAC_UNIT_MONTH,
  VAC_UNIT_WEEK,
  VAC_UNIT_DAY,
  VAC_UNIT_HOUR,
} VacUnit;

/**
 * VacMoneyText:
 * @low: the amount, or the lower one of a range
 * @high: the higher one of a range
 * @is_range: whether there are two
 * @currency: ISO 4217 code of the currency that was written, or empty
 * @unit: the period that was written, or none
 */
typedef struct
{
  VacMoney low;
  VacMoney high;
  gboolean is_range;
  char     currency[VAC_CURRENCY_LENGTH];
  VacUnit  unit;
} VacMoneyText;

gboolean vac_money_read (const char   *text,
                         const char   *language,
                         const char   *currency,
                         VacMoneyText *result,
                         GError      **error);

gboolean vac_money_read_whole (const char   *text,
                               const char   *language,
                               gint64       *amount);

G_END_DECLS
