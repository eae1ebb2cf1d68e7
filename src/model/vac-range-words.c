/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-range-words"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-range.h"

/* What is said of two ranges, in the language of the interface. */

static char *
say_figure (VacRangePosition position,
            const char      *under,
            const char      *over)
{
  switch (position)
    {
    case VAC_RANGE_BELOW:
      return g_strdup_printf (_("below by %s"), under);
    case VAC_RANGE_OVERLAPS_BELOW:
      return g_strdup_printf (_("starts %s below"), under);
    case VAC_RANGE_WITHIN:
      return g_strdup (_("within"));
    case VAC_RANGE_OVERLAPS_ABOVE:
      return g_strdup_printf (_("ends %s above"), over);
    case VAC_RANGE_ABOVE:
      return g_strdup_printf (_("above by %s"), over);
    case VAC_RANGE_AROUND:
      return g_strdup_printf (_("%s below to %s above"), under, over);
    case VAC_RANGE_UNKNOWN:
    default:
      return g_strdup ("");
    }
}

static char *
say_of_place (VacRangePosition  position,
              const char       *name,
              const char       *under,
              const char       *over)
{
  switch (position)
    {
    case VAC_RANGE_BELOW:
      /* Translators: a place and an amount: "Below Seattle by $20,000" */
      return g_strdup_printf (_("Below %s by %s"), name, under);
    case VAC_RANGE_OVERLAPS_BELOW:
      /* Translators: the lower end of a range lies below that of a place by an amount */
      return g_strdup_printf (_("Starts below %s by %s"), name, under);
    case VAC_RANGE_WITHIN:
      return g_strdup_printf (_("Within the range of %s"), name);
    case VAC_RANGE_OVERLAPS_ABOVE:
      /* Translators: the upper end of a range lies above that of a place by an amount */
      return g_strdup_printf (_("Ends above %s by %s"), name, over);
    case VAC_RANGE_ABOVE:
      /* Translators: a place and an amount: "Above Austin by $5,000" */
      return g_strdup_printf (_("Above %s by %s"), name, over);
    case VAC_RANGE_AROUND:
      /* Translators: a place and two amounts: both ends of a range lie outside that of the place */
      return g_strdup_printf (_("Starts below %s by %s and ends above it by %s"), name, under,
                              over);
    case VAC_RANGE_UNKNOWN:
    default:
      return g_strdup ("");
    }
}

static char *
say_of_nation (VacRangePosition position,
               const char      *under,
               const char      *over)
{
  switch (position)
    {
    case VAC_RANGE_BELOW:
      return g_strdup_printf (_("Below the national range by %s"), under);
    case VAC_RANGE_OVERLAPS_BELOW:
      return g_strdup_printf (_("Starts below the national range by %s"), under);
    case VAC_RANGE_WITHIN:
      return g_strdup (_("Within the national range"));
    case VAC_RANGE_OVERLAPS_ABOVE:
      return g_strdup_printf (_("Ends above the national range by %s"), over);
    case VAC_RANGE_ABOVE:
      return g_strdup_printf (_("Above the national range by %s"), over);
    case VAC_RANGE_AROUND:
      return g_strdup_printf (_("Starts below the national range by %s and ends above it by %s"),
                              under, over);
    case VAC_RANGE_UNKNOWN:
    default:
      return g_strdup ("");
    }
}

/**
 * vac_pay_range_describe_place:
 * @range: the range to place, such as the posting's own
 * @other: the range to place it against
 * @manner: how to say it
 * @name: (nullable): whose range @other is; only for %VAC_RANGE_MANNER_PLACE
 * @decimals: what amounts are written with at least
 * @currency: (nullable): ISO 4217 code of both
 * @language: (nullable): BCP 47 tag for the amounts
 *
 * Says the gap to a range wholly below or above, else how far each end reaches out.
 *
 * Returns: (transfer full): where @range lies, as vac_pay_range_place() has it; "" when one of them
 *   is not known
 */
char *
vac_pay_range_describe_place (const VacPayRange *range,
                              const VacPayRange *other,
                              VacRangeManner     manner,
                              const char        *name,
                              guint              decimals,
                              const char        *currency,
                              const char        *language)
{
  const VacRangePlacement placement = vac_pay_range_place (range, other);
  const VacMoney below = placement.position == VAC_RANGE_BELOW ? other->minimum - range->maximum
                                                               : placement.below;
  const VacMoney above = placement.position == VAC_RANGE_ABOVE ? range->minimum - other->maximum
                                                               : placement.above;
  g_autofree char *under = NULL;
  g_autofree char *over = NULL;

  g_return_val_if_fail (manner != VAC_RANGE_MANNER_PLACE || name != NULL, NULL);

  under = vac_money_format_with (below, MAX (decimals, vac_money_get_decimals (below, currency)),
                                 currency, language);
  over = vac_money_format_with (above, MAX (decimals, vac_money_get_decimals (above, currency)),
                                currency, language);
  switch (manner)
    {
    case VAC_RANGE_MANNER_PLACE:
      return say_of_place (placement.position, name, under, over);
    case VAC_RANGE_MANNER_NATION:
      return say_of_nation (placement.position, under, over);
    case VAC_RANGE_MANNER_FIGURE:
    default:
      return say_figure (placement.position, under, over);
    }
}

/**
 * vac_pay_period_add_assumption:
 * @assumed: as vac_pay_period_get_assumed() has it
 * @text: a remark on a range that was converted
 * @language: (nullable): BCP 47 tag for the number
 *
 * Returns: (transfer full): @text with what the conversion assumes of a year: "$80,080 – $96,200,
 *   at 2,080 hours a year"; @text as it is where it assumes nothing
 */
char *
vac_pay_period_add_assumption (VacPayPeriod  assumed,
                               const char   *text,
                               const char   *language)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  number = vac_money_format_number (vac_pay_period_get_per_year (assumed), language);
  if (assumed == VAC_PAY_PERIOD_HOUR)
    /* Translators: "$80,080 – $96,200, at 2,080 hours a year" */
    return g_strdup_printf (_("%s, at %s hours a year"), text, number);
  if (assumed == VAC_PAY_PERIOD_DAY)
    /* Translators: "$130,000 – $156,000, at 260 days a year" */
    return g_strdup_printf (_("%s, at %s days a year"), text, number);

  return g_strdup (text);
}
