/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-member.h"
#include "vac-money.h"

G_BEGIN_DECLS

/**
 * VacDataPay:
 * @title: (nullable): what it is the pay for
 * @minimum: the lower end, or 0
 * @maximum: the upper end, or 0
 * @currency: (nullable): ISO 4217 code
 * @period: (nullable): what it is paid for, as the source says it
 *
 * One of several ranges of pay.
 */
typedef struct
{
  const char *title;
  VacMoney    minimum;
  VacMoney    maximum;
  const char *currency;
  const char *period;
} VacDataPay;

void vac_take_single_pay         (VacSource        *source,
                                  guint             value,
                                  const VacMember  *member,
                                  guint             index);
VacMoney vac_data_pay_get_amount (VacSource        *source,
                                  guint             object,
                                  const char       *name);
void vac_data_pay_add_paragraph  (VacSource        *source,
                                  const VacDataPay *pay,
                                  guint             value);

G_END_DECLS
