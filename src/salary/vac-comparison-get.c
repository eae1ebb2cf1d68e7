/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison-get"

#include "config.h"

#include "vac-comparison-private.h"

/* What a comparison says of itself. */

/**
 * vac_comparison_get_year:
 * @self: a comparison
 *
 * Returns: the year of the figures, 0 when not given
 */
gint64
vac_comparison_get_year (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

/**
 * vac_comparison_get_currency:
 * @self: a comparison
 *
 * Returns: (transfer none): ISO 4217 code of every amount, "" when not given
 */
const char *
vac_comparison_get_currency (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->currency;
}

/**
 * vac_comparison_get_language:
 * @self: a comparison
 *
 * Returns: (transfer none): BCP 47 tag of the document, "" when not given
 */
const char *
vac_comparison_get_language (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * vac_comparison_get_source:
 * @self: a comparison
 *
 * Returns: (transfer none): where the figures come from, "" when not given
 */
const char *
vac_comparison_get_source (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}

/**
 * vac_comparison_get_period:
 * @self: a comparison
 *
 * Returns: what the amounts are counted by
 */
VacPayPeriod
vac_comparison_get_period (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, VAC_PAY_PERIOD_YEAR);

  return self->period;
}

/**
 * vac_comparison_get_assumed:
 * @self: a comparison
 *
 * Returns: as vac_pay_period_get_assumed(): what the posting's own range assumes, where it was
 *   converted into the period of the table
 */
VacPayPeriod
vac_comparison_get_assumed (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, VAC_PAY_PERIOD_YEAR);

  return self->assumed;
}

/**
 * vac_comparison_get_step:
 * @self: a comparison
 *
 * Returns: what amounts that are computed from the table's are multiples of, as
 *   vac_pay_range_get_step() has it for all of them together
 */
VacMoney
vac_comparison_get_step (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, VAC_MONEY_ONE);

  return self->step;
}

/**
 * vac_comparison_get_decimals:
 * @self: a comparison
 *
 * Returns: with how many decimals its amounts are written at least: with those of the currency
 *   where one amount of the table has cents, else with none
 */
guint
vac_comparison_get_decimals (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->decimals;
}

/**
 * vac_comparison_get_national:
 * @self: a comparison
 *
 * Returns: (transfer none): the national range; may be unknown
 */
const VacPayRange *
vac_comparison_get_national (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->national;
}

/**
 * vac_comparison_get_posting:
 * @self: a comparison
 *
 * Returns: (transfer none): the posting's own range in the period of the table; may be unknown
 */
const VacPayRange *
vac_comparison_get_posting (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->posting;
}

/**
 * vac_comparison_get_national_twice_midpoint:
 * @self: a comparison
 *
 * Returns: twice the midpoint of the national figures, 0 when there is none
 */
VacMoney
vac_comparison_get_national_twice_midpoint (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->national_twice;
}

/**
 * vac_comparison_get_sources:
 * @self: a comparison
 *
 * Returns: (transfer none) (array zero-terminated=1): where what is shown comes from, a line for
 *   each survey that has a part in it; in a blend with its weight
 */
const char *const *
vac_comparison_get_sources (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->sources;
}

/**
 * vac_comparison_get_others:
 * @self: a comparison
 *
 * Returns: (transfer none) (array zero-terminated=1): a line for each survey that figures of the
 *   table itself were taken from; vac_comparison_get_sources() has none of them
 */
const char *const *
vac_comparison_get_others (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->others;
}

/**
 * vac_comparison_get_rule:
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): how a range is made of the figures of a place, in the
 *   posting's language; %NULL when the posting has no rule
 */
const char *
vac_comparison_get_rule (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rule;
}

/**
 * vac_comparison_get_zones:
 * @self: a comparison
 *
 * Returns: (transfer none): the pay zones of the posting
 */
VacPayZones *
vac_comparison_get_zones (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->zones;
}

/**
 * vac_comparison_get_zone:
 * @self: a comparison
 * @index: which zone, in the order of vac_comparison_get_zones()
 *
 * Returns: (transfer none): the zone with its range
 */
const VacComparedZone *
vac_comparison_get_zone (VacComparison *self,
                         guint          index)
{
  g_return_val_if_fail (self != NULL && index < self->compared_zones->len, NULL);

  return &g_array_index (self->compared_zones, VacComparedZone, index);
}

/**
 * vac_comparison_get_levels:
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable) (element-type VacPayLevel): the levels of the posting,
 *   counted from its own range; %NULL where it defines none
 */
GPtrArray *
vac_comparison_get_levels (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->levels;
}

/**
 * vac_comparison_get_candidate:
 * @self: a comparison
 *
 * Returns: the candidate's figure that places are compared with, 0 for none
 */
VacMoney
vac_comparison_get_candidate (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->candidate;
}
