/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-candidate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-candidate.h"
#include "vac-error.h"
#include "vac-money-read.h"

/**
 * vac_candidate_read:
 * @comparison: a comparison
 * @text: what somebody typed as a candidate's figure
 * @amount: (out): one amount in the currency and the period of the table
 * @error: return location for an error
 *
 * Returns: whether there is such an amount; %VAC_ERROR_INVALID_VALUE where there are two, or
 *   another currency or period was named
 */
gboolean
vac_candidate_read (VacComparison  *comparison,
                    const char     *text,
                    VacMoney       *amount,
                    GError        **error)
{
  const char *currency;
  VacMoneyText money;

  g_return_val_if_fail (comparison != NULL && text != NULL && amount != NULL, FALSE);

  *amount = 0;
  currency = vac_comparison_get_currency (comparison);
  if (!vac_money_read (text, vac_comparison_get_language (comparison), currency, &money, error))
    return FALSE;
  if (money.is_range || money.low <= 0 || money.unit != VAC_UNIT_NONE ||
      (*money.currency != '\0' && !g_str_equal (money.currency, currency)))
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                           _("One amount is needed, in the currency and the period of the table."));
      return FALSE;
    }
  *amount = money.low;

  return TRUE;
}
