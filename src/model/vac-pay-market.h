/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-range.h"

G_BEGIN_DECLS

/**
 * VacPayMarketPlace:
 * @node: the place, or the record of the national range
 * @range: what is paid there, in the posting's period
 *
 * A known range of the salary table.
 */
typedef struct
{
  VacNode     *node;
  VacPayRange  range;
} VacPayMarketPlace;

/**
 * VacPayMarketScale:
 * @lower: where it begins
 * @upper: where it ends; greater than @lower
 * @step: what is chosen on it is a multiple of; so are its ends
 *
 * The amounts among which pay is chosen beside a range of the market.
 */
typedef struct
{
  VacMoney lower;
  VacMoney upper;
  VacMoney step;
} VacPayMarketScale;

typedef struct _VacPayMarket VacPayMarket;

VacPayRange              vac_pay_market_read_range    (VacNode      *record,
                                                       VacRole       minimum_role,
                                                       VacRole       maximum_role,
                                                       VacPayRange  *ends);
VacPayPeriod             vac_pay_market_read_period   (VacDocument  *document,
                                                       VacRole       role);
gboolean                 vac_pay_market_is_comparable (VacDocument  *document);

VacPayMarket            *vac_pay_market_new           (VacDocument  *document);
void                     vac_pay_market_free          (VacPayMarket *self);
guint                    vac_pay_market_get_n_places  (VacPayMarket *self);
const VacPayMarketPlace *vac_pay_market_get_place     (VacPayMarket *self,
                                                       guint         index);
gboolean                 vac_pay_market_find          (VacPayMarket *self,
                                                       VacNode      *node,
                                                       guint        *index);
guint                    vac_pay_market_match         (const char   *name,
                                                       VacNode      *location);
guint                    vac_pay_market_choose        (VacPayMarket *self);
const VacPayRange       *vac_pay_market_get_posting   (VacPayMarket *self);
char                    *vac_pay_market_name_place    (VacPayMarket *self,
                                                       guint         index);
char                    *vac_pay_market_format_amount (VacPayMarket *self,
                                                       VacMoney      amount);
char                    *vac_pay_market_format_place  (VacPayMarket *self,
                                                       guint         index);
char                    *vac_pay_market_describe      (VacPayMarket *self,
                                                       guint         index);
char                    *vac_pay_market_explain       (VacPayMarket *self);
VacPayMarketScale        vac_pay_market_get_scale     (VacPayMarket *self,
                                                       guint         index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPayMarket, vac_pay_market_free)

G_END_DECLS
