/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-comparison.h"

/* Whether it says something to be the highest or the lowest: pay and prices have an order that a
 * reader asks for; the place, the posting's own range and a note are words. */
static const struct
{
  const char *id;
  const char *title;
  gboolean    ordered;
  gboolean    number;
  gboolean    compared; /* whether a difference to a base has a meaning */
} facts[] = {
  [VAC_FACT_NAME] = { "place", N_("Place"), FALSE, FALSE, FALSE },
  [VAC_FACT_MINIMUM] = { "minimum", N_("Minimum"), TRUE, TRUE, TRUE },
  [VAC_FACT_MAXIMUM] = { "maximum", N_("Maximum"), TRUE, TRUE, TRUE },
  [VAC_FACT_MIDPOINT] = { "midpoint", N_("Midpoint"), TRUE, TRUE, TRUE },
  [VAC_FACT_SPREAD] = { "spread", N_("Spread"), TRUE, TRUE, FALSE },
  [VAC_FACT_OVER_NATIONAL] = { "over-national", N_("Geographic differential"), TRUE, TRUE, FALSE },
  [VAC_FACT_OVER_NATIONAL_SHARE] = { "over-national-share", N_("In percent"), TRUE, TRUE, FALSE },
  [VAC_FACT_POSTING] = { "posting", N_("This posting’s range"), FALSE, FALSE, FALSE },
  [VAC_FACT_PRICE_INDEX] = { "price-index", N_("Price index"), TRUE, TRUE, TRUE },
  [VAC_FACT_NATIONAL_DOLLARS] = { "national-dollars", N_("At national prices"), TRUE, TRUE, TRUE },
  [VAC_FACT_NOTE] = { "note", N_("Note"), FALSE, FALSE, FALSE },
};

/* Half of a number that is twice an amount, rounded once, half away from zero. */
static VacMoney
halve (VacComparison *self,
       VacMoney       twice)
{
  const VacMoney step = vac_comparison_get_step (self);

  return vac_scale (twice, 1, 2 * step) * step;
}

/**
 * vac_compared_place_get_value:
 * @self: a comparison
 * @place: a place of it, or its base
 * @fact: what is asked
 * @value: (out): the figure in the unit that #VacFact names
 *
 * Returns: whether there is such a figure; never for a name or a note
 */
gboolean
vac_compared_place_get_value (VacComparison          *self,
                              const VacComparedPlace *place,
                              VacFact                 fact,
                              gint64                 *value)
{
  const VacPayRange *national;
  const VacPayRange *posting;
  gboolean known;
  VacMoney twice;

  g_return_val_if_fail (self != NULL && place != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  national = vac_comparison_get_national (self);
  posting = vac_comparison_get_posting (self);
  *value = 0;
  known = vac_pay_range_is_known (&place->range);
  if (!known && fact != VAC_FACT_MINIMUM && fact != VAC_FACT_MAXIMUM &&
      fact != VAC_FACT_PRICE_INDEX)
    return FALSE;
  twice = vac_pay_range_get_twice_midpoint (&place->range);

  switch (fact)
    {
    case VAC_FACT_MINIMUM:
      *value = known ? place->range.minimum : place->ends.minimum;
      return known || place->ends.minimum > 0;
    case VAC_FACT_MAXIMUM:
      *value = known ? place->range.maximum : place->ends.maximum;
      return known || place->ends.maximum > 0;
    case VAC_FACT_MIDPOINT:
      *value = vac_pay_range_get_midpoint (&place->range, vac_comparison_get_step (self));
      return TRUE;
    case VAC_FACT_SPREAD:
      return vac_pay_range_get_spread (&place->range, value);
    case VAC_FACT_OVER_NATIONAL:
      if (!vac_pay_range_is_known (national))
        return FALSE;
      *value = halve (self, twice - vac_pay_range_get_twice_midpoint (national));
      return TRUE;
    case VAC_FACT_OVER_NATIONAL_SHARE:
      return vac_pay_range_is_known (national) &&
             vac_pay_get_difference_tenths (
               twice, vac_pay_range_get_twice_midpoint (national), value);
    case VAC_FACT_POSTING:
      if (place->placement.position == VAC_RANGE_UNKNOWN)
        return FALSE;
      *value = halve (self, vac_pay_range_get_twice_midpoint (posting) - twice);
      return TRUE;
    case VAC_FACT_PRICE_INDEX:
      *value = place->price_index;
      return place->price_index > 0;
    case VAC_FACT_NATIONAL_DOLLARS:
      return vac_pay_range_get_national_dollars (&place->range, place->price_index,
                                                 vac_comparison_get_step (self), value);
    case VAC_FACT_NAME:
    case VAC_FACT_NOTE:
    case VAC_N_FACTS:
    default:
      return FALSE;
    }
}

/**
 * vac_comparison_get_value:
 * @self: a comparison
 * @index: which place
 * @fact: what is asked
 * @value: (out): the figure in the unit that #VacFact names
 *
 * Returns: whether there is such a figure
 */
gboolean
vac_comparison_get_value (VacComparison *self,
                          guint          index,
                          VacFact        fact,
                          gint64        *value)
{
  const VacComparedPlace *place = vac_comparison_get_place (self, index);

  g_return_val_if_fail (place != NULL, FALSE);

  return vac_compared_place_get_value (self, place, fact, value);
}

/**
 * vac_comparison_get_difference:
 * @self: a comparison with a base
 * @index: which place
 * @fact: what is compared: an amount or the price index
 * @difference: (out): the place's figure less that of the base, in the unit of @fact
 * @tenths: (out): the same in tenths of a percent of the base's
 *
 * Returns: whether both places have the figure, and it is one to compare
 */
gboolean
vac_comparison_get_difference (VacComparison *self,
                               guint          index,
                               VacFact        fact,
                               gint64        *difference,
                               gint64        *tenths)
{
  const VacComparedPlace *base_place;
  gint64 value, base;

  g_return_val_if_fail (self != NULL && fact < VAC_N_FACTS, FALSE);
  g_return_val_if_fail (difference != NULL && tenths != NULL, FALSE);

  base_place = vac_comparison_get_base (self);
  if (base_place == NULL || !facts[fact].compared ||
      !vac_comparison_get_value (self, index, fact, &value) ||
      !vac_compared_place_get_value (self, base_place, fact, &base))
    return FALSE;
  *difference = value - base;

  /* The shown midpoint may have a half rounded up; its percentage is that of the exact one. */
  if (fact == VAC_FACT_MIDPOINT)
    {
      value = vac_pay_range_get_twice_midpoint (&vac_comparison_get_place (self, index)->range);
      base = vac_pay_range_get_twice_midpoint (&base_place->range);
    }

  return vac_pay_get_difference_tenths (value, base, tenths);
}

/**
 * vac_comparison_get_mark:
 * @self: a comparison
 * @index: which place
 * @fact: what is looked at
 *
 * Says what stands in the figures and judges nothing: what is high pay for one is high cost for
 * another. Places that share the highest or the lowest figure share the mark; when all that have
 * the figure have the same one, or only one has it, nobody has a mark.
 *
 * Returns: whether the place has the highest or the lowest figure of those compared
 */
VacMark
vac_comparison_get_mark (VacComparison *self,
                         guint          index,
                         VacFact        fact)
{
  gint64 own, least = G_MAXINT64, greatest = G_MININT64;

  g_return_val_if_fail (self != NULL && fact < VAC_N_FACTS, VAC_MARK_NONE);

  if (!facts[fact].ordered || !vac_comparison_get_value (self, index, fact, &own))
    return VAC_MARK_NONE;
  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      gint64 value;

      if (!vac_comparison_get_value (self, i, fact, &value))
        continue;
      least = MIN (least, value);
      greatest = MAX (greatest, value);
    }
  if (least == greatest || (own != least && own != greatest))
    return VAC_MARK_NONE;

  return own == greatest ? VAC_MARK_HIGHEST : VAC_MARK_LOWEST;
}

/**
 * vac_fact_get_id:
 * @fact: a fact
 *
 * Returns: (transfer none): its name on the command line and in CSV
 */
const char *
vac_fact_get_id (VacFact fact)
{
  g_return_val_if_fail (fact < VAC_N_FACTS, NULL);

  return facts[fact].id;
}

/**
 * vac_fact_get_title:
 * @fact: a fact
 *
 * Returns: (transfer none): its heading, in the language of the interface
 */
const char *
vac_fact_get_title (VacFact fact)
{
  g_return_val_if_fail (fact < VAC_N_FACTS, NULL);

  return _(facts[fact].title);
}

/**
 * vac_fact_is_number:
 * @fact: a fact
 *
 * Returns: whether it is shown as a number, to the right
 */
gboolean
vac_fact_is_number (VacFact fact)
{
  g_return_val_if_fail (fact < VAC_N_FACTS, FALSE);

  return facts[fact].number;
}

/**
 * vac_fact_is_amount:
 * @fact: a fact
 *
 * Returns: whether its value, and the difference of two, is a #VacMoney
 */
gboolean
vac_fact_is_amount (VacFact fact)
{
  switch (fact)
    {
    case VAC_FACT_MINIMUM:
    case VAC_FACT_MAXIMUM:
    case VAC_FACT_MIDPOINT:
    case VAC_FACT_OVER_NATIONAL:
    case VAC_FACT_POSTING:
    case VAC_FACT_NATIONAL_DOLLARS:
      return TRUE;
    case VAC_FACT_NAME:
    case VAC_FACT_SPREAD:
    case VAC_FACT_OVER_NATIONAL_SHARE:
    case VAC_FACT_PRICE_INDEX:
    case VAC_FACT_NOTE:
    case VAC_N_FACTS:
    default:
      return FALSE;
    }
}

/**
 * vac_fact_from_id:
 * @id: (nullable): a name on the command line
 * @fact: (out): the fact
 *
 * Returns: whether there is one of that name
 */
gboolean
vac_fact_from_id (const char *id,
                  VacFact    *fact)
{
  g_return_val_if_fail (fact != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      if (g_strcmp0 (id, facts[i].id) == 0)
        {
          *fact = i;
          return TRUE;
        }
    }

  return FALSE;
}
