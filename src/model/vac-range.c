/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-range"

#include "config.h"

#include "vac-range.h"

/* How many of a period make a year. Source: the U.S. Bureau of Labor Statistics makes a year's wage
 * of an hour's with 2,080 hours (Occupational Employment and Wage Statistics, Technical Notes),
 * which is 52 weeks of 5 days of 8 hours. */
static const struct
{
  const char *id;
  gint64      per_year;
} periods[] = {
  [VAC_PAY_PERIOD_YEAR] = { "year", 1 },
  [VAC_PAY_PERIOD_MONTH] = { "month", 12 },
  [VAC_PAY_PERIOD_WEEK] = { "week", 52 },
  [VAC_PAY_PERIOD_DAY] = { "day", 260 },
  [VAC_PAY_PERIOD_HOUR] = { "hour", 2080 },
};

#define WHOLE 1000   /* all of it, in tenths of a percent */

__extension__ typedef __int128 Wide;

/* Rounded to a multiple of @step, half away from zero; the nearest one that fits where it is too
 * large. @divisor has @step in it. */
static gint64
divide (Wide   value,
        Wide   divisor,
        gint64 step)
{
  const Wide size = value < 0 ? -value : value;
  const Wide rest = size % divisor;
  const Wide steps = MIN (size / divisor + (rest >= divisor - rest ? 1 : 0), G_MAXINT64 / step);
  const gint64 result = (gint64) steps * step;

  return value < 0 ? -result : result;
}

static gint64
add (gint64 a,
     gint64 b)
{
  gint64 sum;

  if (__builtin_add_overflow (a, b, &sum))
    return a < 0 ? G_MININT64 : G_MAXINT64;

  return sum;
}

static gint64
subtract (gint64 a,
          gint64 b)
{
  gint64 difference;

  if (__builtin_sub_overflow (a, b, &difference))
    return a < 0 ? G_MININT64 : G_MAXINT64;

  return difference;
}

/**
 * vac_scale:
 * @value: a number
 * @factor: what to multiply it by; not negative
 * @divisor: what to divide it by; greater than zero
 *
 * Computes @value × @factor / @divisor exactly and rounds once, half away from zero. Nothing
 * overflows on the way; a result that does not fit is the nearest number that does.
 *
 * Returns: the rounded quotient
 */
gint64
vac_scale (gint64 value,
           gint64 factor,
           gint64 divisor)
{
  g_return_val_if_fail (factor >= 0, 0);
  g_return_val_if_fail (divisor > 0, 0);

  return divide ((Wide) value * factor, divisor, 1);
}

/**
 * vac_scale_all:
 * @value: a number
 * @factors: (array length=n_factors): what to multiply it by; none negative
 * @n_factors: how many there are
 * @divisors: (array length=n_divisors): what to divide it by; each greater than zero
 * @n_divisors: how many there are
 * @step: what the result is a multiple of
 *
 * Computes the whole quotient exactly and rounds once, half away from zero.
 *
 * Returns: the rounded quotient; the greatest multiple of @step where it does not fit
 */
gint64
vac_scale_all (gint64        value,
               const gint64 *factors,
               guint         n_factors,
               const gint64 *divisors,
               guint         n_divisors,
               gint64        step)
{
  Wide product = value, divisor = step;
  gboolean fits = TRUE;

  g_return_val_if_fail (step > 0, 0);

  for (guint i = 0; i < n_factors; i++)
    {
      g_return_val_if_fail (factors[i] >= 0, 0);
      fits &= !__builtin_mul_overflow (product, (Wide) factors[i], &product);
    }
  for (guint i = 0; i < n_divisors; i++)
    {
      g_return_val_if_fail (divisors[i] > 0, 0);
      fits &= !__builtin_mul_overflow (divisor, (Wide) divisors[i], &divisor);
    }
  if (!fits)
    return G_MAXINT64 / step * step * (value < 0 ? -1 : 1);

  return divide (product, divisor, step);
}

/**
 * vac_pay_range_is_known:
 * @range: a range
 *
 * Returns: whether @range says what is paid: above zero, and not upside down
 */
gboolean
vac_pay_range_is_known (const VacPayRange *range)
{
  g_return_val_if_fail (range != NULL, FALSE);

  return range->minimum >= 0 && range->maximum > 0 && range->maximum >= range->minimum;
}

/**
 * vac_pay_range_format:
 * @range: a range
 * @currency: (nullable): ISO 4217 code; %NULL for amounts without a sign
 * @language: (nullable): BCP 47 tag
 *
 * For windows and notes; what a candidate reads is made by vac_phrase_range().
 *
 * Returns: (transfer full): both ends, with cents on both sides when one side has them:
 *   "$120,000 – $180,000", "$18.00 – $19.25"
 */
char *
vac_pay_range_format (const VacPayRange *range,
                      const char        *currency,
                      const char        *language)
{
  guint decimals;
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;

  g_return_val_if_fail (range != NULL, NULL);

  decimals = MAX (vac_money_get_decimals (range->minimum, currency),
                  vac_money_get_decimals (range->maximum, currency));
  minimum = vac_money_format_with (range->minimum, decimals, currency, language);
  maximum = vac_money_format_with (range->maximum, decimals, currency, language);

  return g_strdup_printf ("%s – %s", minimum, maximum);
}

/**
 * vac_pay_range_get_twice_midpoint:
 * @range: a range
 *
 * The midpoint of an odd sum lies between two whole amounts. All further arithmetic starts from
 * twice the midpoint, which is exact, so that nothing is rounded two times.
 *
 * Returns: minimum + maximum
 */
VacMoney
vac_pay_range_get_twice_midpoint (const VacPayRange *range)
{
  g_return_val_if_fail (range != NULL, 0);

  return add (range->minimum, range->maximum);
}

/**
 * vac_pay_range_get_midpoint:
 * @range: a range
 * @step: what the amount is a multiple of
 *
 * Returns: the amount half-way between the ends, for showing; a half is rounded away from zero
 */
VacMoney
vac_pay_range_get_midpoint (const VacPayRange *range,
                            VacMoney           step)
{
  g_return_val_if_fail (range != NULL && step > 0, 0);

  /* Half of the greatest amounts is an amount, although the sum of them is none. */
  return divide ((Wide) range->minimum + range->maximum, 2 * (Wide) step, step);
}

/**
 * vac_pay_halve:
 * @twice: twice a midpoint
 * @range: the range that it may be the middle of
 * @step: what the amount is a multiple of
 *
 * Returns: the midpoint for showing, a half rounded away from zero; also of the greatest amounts,
 *   whose double is none
 */
VacMoney
vac_pay_halve (VacMoney           twice,
               const VacPayRange *range,
               VacMoney           step)
{
  g_return_val_if_fail (range != NULL && step > 0, 0);

  return twice == G_MAXINT64 && vac_pay_range_is_known (range)
             ? vac_pay_range_get_midpoint (range, step)
             : divide (twice, 2 * (Wide) step, step);
}

/**
 * vac_pay_range_get_spread:
 * @range: a range
 * @tenths: (out): (maximum − minimum) / minimum in tenths of a percent, rounded half away from
 *   zero: 429 is 42.9 %
 *
 * Returns: whether there is a spread; a range that is not known or starts at zero has none
 */
gboolean
vac_pay_range_get_spread (const VacPayRange *range,
                          gint64            *tenths)
{
  g_return_val_if_fail (tenths != NULL, FALSE);

  if (!vac_pay_range_is_known (range) || range->minimum == 0)
    return FALSE;
  *tenths = vac_scale (subtract (range->maximum, range->minimum), 1000, range->minimum);

  return TRUE;
}

/**
 * vac_pay_range_is_wide:
 * @range: a range
 *
 * Returns: whether @range is wider than %VAC_RANGE_WIDE, compared before rounding
 */
gboolean
vac_pay_range_is_wide (const VacPayRange *range)
{
  if (!vac_pay_range_is_known (range) || range->minimum == 0)
    return FALSE;

  return subtract (range->maximum, range->minimum) > range->minimum / 2;
}

/**
 * vac_pay_range_get_penetration:
 * @range: a range
 * @twice: twice an amount
 * @tenths: (out): how far the amount lies between minimum and maximum, in tenths of a percent,
 *   rounded half away from zero; below 0 or above 1000 outside of the range
 *
 * Returns: whether there is one; not of a range without a width
 */
gboolean
vac_pay_range_get_penetration (const VacPayRange *range,
                               VacMoney           twice,
                               gint64            *tenths)
{
  g_return_val_if_fail (tenths != NULL, FALSE);

  if (twice <= 0 || !vac_pay_range_is_known (range) || range->maximum == range->minimum)
    return FALSE;
  *tenths = vac_scale (subtract (twice, add (range->minimum, range->minimum)), 1000,
                       add (range->maximum - range->minimum, range->maximum - range->minimum));

  return TRUE;
}

/**
 * vac_pay_range_get_ratio:
 * @amount: an amount, or twice one
 * @midpoint: a midpoint, or twice one
 * @tenths: (out): @amount in tenths of a percent of @midpoint, rounded half away from zero
 *
 * Returns: whether both are known
 */
gboolean
vac_pay_range_get_ratio (VacMoney  amount,
                         VacMoney  midpoint,
                         gint64   *tenths)
{
  g_return_val_if_fail (tenths != NULL, FALSE);

  if (amount <= 0 || midpoint <= 0)
    return FALSE;
  *tenths = vac_scale (amount, 1000, midpoint);

  return TRUE;
}

/**
 * vac_pay_range_get_share:
 * @range: a range
 * @tenths: how far between minimum and maximum, in tenths of a percent; 0 is the minimum
 * @step: what the part above the minimum is a multiple of
 *
 * Returns: the amount at that share of the range, rounded half away from zero; both ends are exact
 */
VacMoney
vac_pay_range_get_share (const VacPayRange *range,
                         gint64             tenths,
                         VacMoney           step)
{
  VacMoney width;

  g_return_val_if_fail (range != NULL, 0);

  if (tenths >= WHOLE)
    return range->maximum;

  width = subtract (range->maximum, range->minimum);

  return add (range->minimum, divide ((Wide) width * MAX (tenths, 0), (Wide) WHOLE * step, step));
}

/**
 * vac_pay_range_get_national_dollars:
 * @range: a range
 * @price_index: the place's prices in hundredths of a point, the nation being 100.00; 0 when not
 *   known
 * @step: what the amount is a multiple of
 * @amount: (out): what the midpoint buys at national prices: midpoint / index × 100
 *
 * Prices are the cost of living. Pay is the cost of labour and is not touched by this. Rounded
 * once, half away from zero, from the exact midpoint. Source of the method: U.S. Bureau of
 * Economic Analysis, Regional Price Parities: an income divided by its regional price parity is
 * the income at national prices.
 *
 * Returns: whether @amount was set
 */
gboolean
vac_pay_range_get_national_dollars (const VacPayRange *range,
                                    gint64             price_index,
                                    VacMoney           step,
                                    VacMoney          *amount)
{
  VacMoney twice;

  g_return_val_if_fail (amount != NULL, FALSE);

  if (!vac_pay_range_is_known (range) || price_index <= 0)
    return FALSE;
  twice = vac_pay_range_get_twice_midpoint (range);
  *amount = divide ((Wide) twice * (VAC_PRICE_INDEX_NATIONAL / 2), (Wide) price_index * step, step);

  return TRUE;
}

static VacRangePosition
find_position (const VacPayRange *range,
               const VacPayRange *other)
{
  gboolean under = range->minimum < other->minimum;
  gboolean over = range->maximum > other->maximum;

  if (range->maximum < other->minimum)
    return VAC_RANGE_BELOW;
  if (range->minimum > other->maximum)
    return VAC_RANGE_ABOVE;
  if (under && over)
    return VAC_RANGE_AROUND;
  if (under)
    return VAC_RANGE_OVERLAPS_BELOW;

  return over ? VAC_RANGE_OVERLAPS_ABOVE : VAC_RANGE_WITHIN;
}

/**
 * vac_pay_range_place:
 * @range: the range to place, such as the posting's own
 * @other: the range to place it against, such as a metro's
 *
 * Ranges that share one amount overlap; two ranges with a gap between them do not.
 *
 * Returns: where @range lies and by how much
 */
VacRangePlacement
vac_pay_range_place (const VacPayRange *range,
                     const VacPayRange *other)
{
  VacRangePlacement placement = { VAC_RANGE_UNKNOWN, 0, 0 };

  if (!vac_pay_range_is_known (range) || !vac_pay_range_is_known (other))
    return placement;

  placement.position = find_position (range, other);
  placement.below = subtract (other->minimum, range->minimum);
  placement.above = subtract (range->maximum, other->maximum);

  return placement;
}

/**
 * vac_pay_get_difference_tenths:
 * @amount: an amount
 * @base: what it is compared with
 * @tenths: (out): (@amount − @base) / @base in tenths of a percent, rounded half away from zero
 *
 * Two midpoints may be given as their doubles, which keeps a half from being rounded first.
 *
 * Returns: whether @tenths was set; nothing is a percentage of zero or less
 */
gboolean
vac_pay_get_difference_tenths (VacMoney  amount,
                               VacMoney  base,
                               gint64   *tenths)
{
  g_return_val_if_fail (tenths != NULL, FALSE);

  if (base <= 0)
    return FALSE;
  *tenths = vac_scale (subtract (amount, base), 1000, base);

  return TRUE;
}

/**
 * vac_pay_period_from_id:
 * @id: (nullable): "year", "month", "week", "day" or "hour", as the document has it
 * @period: (out): the period
 *
 * Returns: whether @id is a period
 */
gboolean
vac_pay_period_from_id (const char   *id,
                        VacPayPeriod *period)
{
  g_return_val_if_fail (period != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      if (g_strcmp0 (id, periods[i].id) == 0)
        {
          *period = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * vac_pay_period_get_id:
 * @period: a period
 *
 * Returns: (transfer none): how the document spells it
 */
const char *
vac_pay_period_get_id (VacPayPeriod period)
{
  g_return_val_if_fail (period < G_N_ELEMENTS (periods), NULL);

  return periods[period].id;
}

/**
 * vac_pay_period_get_per_year:
 * @period: a period
 *
 * Returns: how many such periods are paid in a year of full-time work
 */
gint64
vac_pay_period_get_per_year (VacPayPeriod period)
{
  g_return_val_if_fail (period < G_N_ELEMENTS (periods), 1);

  return periods[period].per_year;
}

/**
 * vac_pay_period_get_assumed:
 * @from: what pay is counted by
 * @to: what else it is counted by
 *
 * A year has twelve months and 52 weeks. How many days and hours of it are worked is assumed, and
 * whoever reads an amount that was made that way must be told.
 *
 * Returns: %VAC_PAY_PERIOD_HOUR or %VAC_PAY_PERIOD_DAY, whose number in a year a conversion between
 *   @from and @to assumes; %VAC_PAY_PERIOD_YEAR when it assumes none
 */
VacPayPeriod
vac_pay_period_get_assumed (VacPayPeriod from,
                            VacPayPeriod to)
{
  if (from == to)
    return VAC_PAY_PERIOD_YEAR;
  if (from == VAC_PAY_PERIOD_HOUR || to == VAC_PAY_PERIOD_HOUR)
    return VAC_PAY_PERIOD_HOUR;

  return from == VAC_PAY_PERIOD_DAY || to == VAC_PAY_PERIOD_DAY ? VAC_PAY_PERIOD_DAY
                                                                : VAC_PAY_PERIOD_YEAR;
}

/**
 * vac_pay_range_convert:
 * @range: a range
 * @from: what it is counted by
 * @to: what to count it by
 * @step: what amounts of @to are multiples of
 *
 * Returns: the same pay in another period, each end rounded half away from zero; in the same period
 *   it is @range as it is
 */
VacPayRange
vac_pay_range_convert (const VacPayRange *range,
                       VacPayPeriod       from,
                       VacPayPeriod       to,
                       VacMoney           step)
{
  const gint64 factor = vac_pay_period_get_per_year (from);
  const gint64 divisor = vac_pay_period_get_per_year (to);

  g_return_val_if_fail (range != NULL, ((VacPayRange) { 0, 0 }));

  if (from == to)
    return *range;

  return (VacPayRange) { divide ((Wide) range->minimum * factor, (Wide) divisor * step, step),
                         divide ((Wide) range->maximum * factor, (Wide) divisor * step, step) };
}

/**
 * vac_pay_range_get_step:
 * @range: a range
 * @currency: (nullable): ISO 4217 code
 * @period: what it is counted by
 *
 * What is computed from amounts is rounded, once, to what people of that pay count in: cents where
 * the amounts have cents or are paid by the hour, else whole units.
 *
 * Returns: what computed amounts are multiples of
 */
VacMoney
vac_pay_range_get_step (const VacPayRange *range,
                        const char        *currency,
                        VacPayPeriod       period)
{
  g_return_val_if_fail (range != NULL, VAC_MONEY_ONE);

  return period == VAC_PAY_PERIOD_HOUR || !vac_money_is_whole (range->minimum) ||
         !vac_money_is_whole (range->maximum) ? vac_money_get_step (currency) : VAC_MONEY_ONE;
}
