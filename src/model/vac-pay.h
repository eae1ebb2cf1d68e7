/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-range.h"

G_BEGIN_DECLS

/**
 * VacPay:
 * @range: the two ends; one that is not known is 0
 * @currency: ISO 4217 code, which may be empty; belongs to the document
 *
 * What somebody is paid, by the period of the job's pay.
 */
typedef struct
{
  VacPayRange  range;
  const char  *currency;
} VacPay;

gboolean  vac_pay_get_of_job      (VacDocument       *document,
                                   VacPay            *pay);
gboolean  vac_pay_get_of_location (VacDocument       *document,
                                   VacNode           *location,
                                   VacPay            *pay);
gboolean  vac_pay_get_of_grade    (VacDocument       *document,
                                   VacNode           *grade,
                                   VacPay            *pay);
GArray   *vac_pay_get_headlines   (VacDocument       *document);
gboolean  vac_pay_get_at_share    (VacDocument       *document,
                                   const VacPay      *full,
                                   VacPay            *part);

G_END_DECLS
