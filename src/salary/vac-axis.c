/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-axis"

#include "config.h"

#include "vac-axis.h"
#include "vac-money.h"

/* More ticks than this are a ruler, not an axis. */
#define MOST_STEPS 10

/* No tick is finer than a cent. */
#define FINEST (VAC_MONEY_ONE / 100)

/* Twice this still fits, so no sum below overflows. */
#define LARGEST G_GINT64_CONSTANT (2000000000000000000)

/* The distance after @step: 1, 2, 2.5, 5, 10, … The 2.5 is left out where it is no whole number
 * of cents. */
static VacMoney
next_step (VacMoney step)
{
  VacMoney power = FINEST;

  while (step / power >= 10)
    power *= 10;

  if (step == power)
    return 2 * power;
  if (step == 2 * power)
    return power > FINEST ? 25 * (power / 10) : 5 * power;
  if (step == 5 * power)
    return 10 * power;

  return 5 * power;
}

static void
cover (VacAxis *axis,
       VacMoney minimum,
       VacMoney maximum)
{
  axis->lower = minimum / axis->step * axis->step;
  axis->upper = (maximum / axis->step + (maximum % axis->step != 0)) * axis->step;
  if (axis->upper == axis->lower)
    axis->upper += axis->step;
}

/**
 * vac_axis_fit:
 * @minimum: the smallest amount to show
 * @maximum: the largest amount to show
 * @length: from the first tick to the last, in any unit
 * @label_length: room that the label of one tick needs with its gap, in the same unit
 *
 * Chooses the smallest distance of 1, 2, 2.5 or 5 times a power of ten at which the labels do not
 * touch, and extends the axis to whole ticks ("nice numbers", P. Heckbert in Graphics Gems,
 * 1990). There are at least two ticks, even where not one label has room, and at most eleven.
 * Pay is not negative: amounts below zero count as zero. A single amount gets an axis of at most
 * a tenth around it.
 *
 * Returns: the axis
 */
VacAxis
vac_axis_fit (VacMoney minimum,
              VacMoney maximum,
              double   length,
              double   label_length)
{
  VacAxis axis = { 0, 0, FINEST };
  double room = label_length > 0 ? length / label_length : MOST_STEPS;
  gint64 most = room >= MOST_STEPS ? MOST_STEPS : room >= 1 ? (gint64) room : 1;

  minimum = CLAMP (minimum, 0, LARGEST);
  maximum = CLAMP (maximum, 0, LARGEST);
  if (minimum > maximum)
    {
      VacMoney swap = minimum;

      minimum = maximum;
      maximum = swap;
    }
  if (minimum == maximum)
    {
      minimum -= minimum / 20;
      maximum += maximum / 20;
    }

  cover (&axis, minimum, maximum);
  while ((axis.upper - axis.lower) / axis.step > most)
    {
      axis.step = next_step (axis.step);
      cover (&axis, minimum, maximum);
    }

  return axis;
}

/**
 * vac_axis_get_n_ticks:
 * @axis: an axis
 *
 * Returns: how many ticks there are, both ends counted; at least 2
 */
guint
vac_axis_get_n_ticks (const VacAxis *axis)
{
  g_return_val_if_fail (axis != NULL && axis->step > 0, 0);

  return (guint) ((axis->upper - axis->lower) / axis->step) + 1;
}

/**
 * vac_axis_get_tick:
 * @axis: an axis
 * @index: which tick, from 0
 *
 * Returns: the amount at the tick
 */
VacMoney
vac_axis_get_tick (const VacAxis *axis,
                   guint          index)
{
  g_return_val_if_fail (axis != NULL, 0);

  return axis->lower + (gint64) index * axis->step;
}

/**
 * vac_axis_format_tick:
 * @axis: an axis
 * @index: which tick, from 0
 * @currency: (nullable): ISO 4217 code
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer full): a short label that is exact: "$80k", "$1.2M", "$18.50"; where one of
 *   the ticks has cents, all have them
 */
char *
vac_axis_format_tick (const VacAxis *axis,
                      guint          index,
                      const char    *currency,
                      const char    *language)
{
  const VacMoney amount = vac_axis_get_tick (axis, index);

  if (!vac_money_is_whole (axis->step))
    return vac_money_format_with (amount, vac_money_get_decimals (axis->step, currency), currency,
                                  language);

  return vac_money_format_short (amount, VAC_MONEY_SHORT_EXACT, currency, language);
}

/**
 * vac_axis_get_position:
 * @axis: an axis
 * @amount: any amount
 * @length: from the first tick to the last, in any unit
 *
 * Returns: where @amount stands, from 0 to @length; amounts outside stand at the nearer end
 */
double
vac_axis_get_position (const VacAxis *axis,
                       VacMoney       amount,
                       double         length)
{
  g_return_val_if_fail (axis != NULL && axis->upper > axis->lower, 0);

  amount = CLAMP (amount, axis->lower, axis->upper);

  return (double) (amount - axis->lower) / (double) (axis->upper - axis->lower) * length;
}
