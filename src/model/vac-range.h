/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-money.h"

G_BEGIN_DECLS

/**
 * VAC_RANGE_WIDE:
 *
 * The widest spread that passes without a remark, in tenths of a percent. Job boards reject or
 * bury postings whose range is wider than half of its minimum.
 */
#define VAC_RANGE_WIDE 500

/**
 * VAC_PRICE_INDEX_NATIONAL:
 *
 * The price index of the nation as a whole, 100.00, in hundredths of a point.
 */
#define VAC_PRICE_INDEX_NATIONAL 10000

/**
 * VacPayRange:
 * @minimum: an amount
 * @maximum: an amount; not less than @minimum
 *
 * What a job pays in one period. A range of which nothing is known is 0 to 0.
 */
typedef struct
{
  VacMoney minimum;
  VacMoney maximum;
} VacPayRange;

/**
 * VacRangePosition:
 * @VAC_RANGE_UNKNOWN: one of the two ranges is not known
 * @VAC_RANGE_BELOW: all of it lies under the other range
 * @VAC_RANGE_OVERLAPS_BELOW: it begins under the other range and ends inside
 * @VAC_RANGE_WITHIN: all of it lies inside the other range, or the two are equal
 * @VAC_RANGE_OVERLAPS_ABOVE: it begins inside the other range and ends over it
 * @VAC_RANGE_ABOVE: all of it lies over the other range
 * @VAC_RANGE_AROUND: it begins under the other range and ends over it
 */
typedef enum
{
  VAC_RANGE_UNKNOWN,
  VAC_RANGE_BELOW,
  VAC_RANGE_OVERLAPS_BELOW,
  VAC_RANGE_WITHIN,
  VAC_RANGE_OVERLAPS_ABOVE,
  VAC_RANGE_ABOVE,
  VAC_RANGE_AROUND,
} VacRangePosition;

/**
 * VacRangePlacement:
 * @position: where the range lies
 * @below: how far its minimum lies under the other's minimum; negative when over it
 * @above: how far its maximum lies over the other's maximum; negative when under it
 */
typedef struct
{
  VacRangePosition position;
  VacMoney         below;
  VacMoney         above;
} VacRangePlacement;

/**
 * VacRangeManner:
 * @VAC_RANGE_MANNER_FIGURE: as a figure of a table: "below by $20,000"
 * @VAC_RANGE_MANNER_PLACE: as a sentence on a place: "Below Seattle by $20,000"
 * @VAC_RANGE_MANNER_NATION: as a sentence on the nation: "Below the national range by $20,000"
 *
 * How a placement is said.
 */
typedef enum
{
  VAC_RANGE_MANNER_FIGURE,
  VAC_RANGE_MANNER_PLACE,
  VAC_RANGE_MANNER_NATION,
} VacRangeManner;

/**
 * VacPayPeriod:
 *
 * What a pay range is counted by.
 */
typedef enum
{
  VAC_PAY_PERIOD_YEAR,
  VAC_PAY_PERIOD_MONTH,
  VAC_PAY_PERIOD_WEEK,
  VAC_PAY_PERIOD_DAY,
  VAC_PAY_PERIOD_HOUR,
} VacPayPeriod;

gint64            vac_scale                          (gint64             value,
                                                      gint64             factor,
                                                      gint64             divisor);
gint64            vac_scale_all                      (gint64             value,
                                                      const gint64      *factors,
                                                      guint              n_factors,
                                                      const gint64      *divisors,
                                                      guint              n_divisors,
                                                      gint64             step);

gboolean          vac_pay_range_is_known             (const VacPayRange *range);
char             *vac_pay_range_format               (const VacPayRange *range,
                                                      const char        *currency,
                                                      const char        *language);
VacMoney          vac_pay_range_get_twice_midpoint   (const VacPayRange *range);
VacMoney          vac_pay_range_get_midpoint         (const VacPayRange *range,
                                                      VacMoney           step);
VacMoney          vac_pay_halve                      (VacMoney           twice,
                                                      const VacPayRange *range,
                                                      VacMoney           step);
gboolean          vac_pay_range_get_spread           (const VacPayRange *range,
                                                      gint64            *tenths);
gboolean          vac_pay_range_is_wide              (const VacPayRange *range);
gboolean          vac_pay_range_get_penetration      (const VacPayRange *range,
                                                      VacMoney           twice,
                                                      gint64            *tenths);
gboolean          vac_pay_range_get_ratio            (VacMoney           amount,
                                                      VacMoney           midpoint,
                                                      gint64            *tenths);
VacMoney          vac_pay_range_get_share            (const VacPayRange *range,
                                                      gint64             tenths,
                                                      VacMoney           step);
gboolean          vac_pay_range_get_national_dollars (const VacPayRange *range,
                                                      gint64             price_index,
                                                      VacMoney           step,
                                                      VacMoney          *amount);
VacMoney          vac_pay_range_get_step             (const VacPayRange *range,
                                                      const char        *currency,
                                                      VacPayPeriod       period);
VacRangePlacement vac_pay_range_place                (const VacPayRange *range,
                                                      const VacPayRange *other);
char             *vac_pay_range_describe_place       (const VacPayRange *range,
                                                      const VacPayRange *other,
                                                      VacRangeManner     manner,
                                                      const char        *name,
                                                      guint              decimals,
                                                      const char        *currency,
                                                      const char        *language);
gboolean          vac_pay_get_difference_tenths      (VacMoney           amount,
                                                      VacMoney           base,
                                                      gint64            *tenths);

gboolean          vac_pay_period_from_id             (const char        *id,
                                                      VacPayPeriod      *period);
const char       *vac_pay_period_get_id              (VacPayPeriod       period);
gint64            vac_pay_period_get_per_year        (VacPayPeriod       period);
VacPayPeriod      vac_pay_period_get_assumed         (VacPayPeriod       from,
                                                      VacPayPeriod       to);
char             *vac_pay_period_add_assumption      (VacPayPeriod       assumed,
                                                      const char        *text,
                                                      const char        *language);
VacPayRange       vac_pay_range_convert              (const VacPayRange *range,
                                                      VacPayPeriod       from,
                                                      VacPayPeriod       to,
                                                      VacMoney           step);

G_END_DECLS
