/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-import-number.h"
#include "vac-range.h"

G_BEGIN_DECLS

/**
 * VacImportPay:
 * @amounts: both ends of a range
 * @n_amounts: 1 or 2; 0 for an empty cell
 * @has: which ends the cell gives; one amount is both, unless words say which it is
 * @has_period: whether the cell says by what pay is counted
 * @period: what it says
 * @currency: (nullable): the sign or the code that stands in it
 * @evidence: the decimal mark that an amount proves, 0 for none
 */
typedef struct
{
  VacMoney     amounts[2];
  guint        n_amounts;
  gboolean     has[2];
  gboolean     has_period;
  VacPayPeriod period;
  char        *currency;
  char         evidence;
} VacImportPay;

VacImportReading vac_import_read_pay  (const char   *text,
                                       char          decimal,
                                       gboolean      is_money,
                                       VacImportPay *pay);
void             vac_import_pay_clear (VacImportPay *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VacImportPay, vac_import_pay_clear)

G_END_DECLS
