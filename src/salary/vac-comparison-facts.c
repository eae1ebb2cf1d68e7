/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-comparison-private.h"

/* Whether it says something to be the highest or the lowest: pay and prices have an order that a
 * reader asks for; the place, the posting's own range and a note are words. The names are those of
 * the compensation field, and each says what it is and how it is computed. */
static const struct
{
  const char *id;
  const char *title;
  const char *explanation;
  const char *formula;   /* NULL for what is not computed */
  gboolean    ordered;
  gboolean    number;
  gboolean    compared;  /* whether a difference to a base has a meaning */
  gboolean    always;    /* shown even where no place has it */
} facts[] = {
  [VAC_FACT_NAME] = { "place", N_("Place"), N_("The place as the table names it."), NULL, FALSE,
                      FALSE, FALSE, TRUE },
  [VAC_FACT_MINIMUM] = { "minimum", N_("Minimum"), N_("The lower end of pay in the place."), NULL,
                         TRUE, TRUE, TRUE, TRUE },
  [VAC_FACT_MAXIMUM] = { "maximum", N_("Maximum"), N_("The upper end of pay in the place."), NULL,
                         TRUE, TRUE, TRUE, TRUE },
  [VAC_FACT_MIDPOINT] = { "midpoint", N_("Midpoint"),
                          N_("The median of a survey, or the middle of a range."),
                          N_("median, or (minimum + maximum) ÷ 2"), TRUE, TRUE, TRUE, TRUE },
  [VAC_FACT_SPREAD] = { "spread", N_("Spread"), N_("How wide the range is."),
                        N_("(maximum − minimum) ÷ minimum"), TRUE, TRUE, FALSE, TRUE },
  [VAC_FACT_OVER_NATIONAL] = { "over-national", N_("Geographic differential"),
                               N_("How much more or less the place pays than the country."),
                               N_("midpoint − national midpoint"), TRUE, TRUE, FALSE, TRUE },
  [VAC_FACT_OVER_NATIONAL_SHARE] = { "over-national-share", N_("In percent"),
                                     N_("The geographic differential in percent."),
                                     N_("midpoint ÷ national midpoint − 1"), TRUE, TRUE, FALSE,
                                     TRUE },
  [VAC_FACT_POSTING] = { "posting", N_("This posting’s range"),
                         N_("Where the posting’s range lies against that of the place."), NULL,
                         FALSE, FALSE, FALSE, TRUE },
  [VAC_FACT_PRICE_INDEX] = { "price-index", N_("Price index"),
                             N_("What living costs, the country being 100."), NULL, TRUE, TRUE,
                             TRUE, TRUE },
  [VAC_FACT_NATIONAL_DOLLARS] = { "national-dollars", N_("At national prices"),
                                  N_("What the midpoint buys, adjusted for the cost of living."),
                                  N_("midpoint ÷ price index × 100"), TRUE, TRUE, TRUE, TRUE },
  [VAC_FACT_COMPA_RATIO] = { "compa-ratio", N_("Compa-ratio"),
                             N_("The posting’s midpoint in percent of the place’s."),
                             N_("posting’s midpoint ÷ midpoint"), TRUE, TRUE, FALSE, FALSE },
  [VAC_FACT_PENETRATION] = { "range-penetration", N_("Range penetration"),
                             N_("How far into the place’s range the posting’s midpoint lies."),
                             N_("(posting’s midpoint − minimum) ÷ (maximum − minimum)"), TRUE, TRUE,
                             FALSE, FALSE },
  [VAC_FACT_CANDIDATE_RATIO] = { "candidate-compa-ratio", N_("Candidate’s compa-ratio"),
                                 N_("A candidate’s figure in percent of the place’s midpoint."),
                                 N_("candidate’s figure ÷ midpoint"), TRUE, TRUE, FALSE, FALSE },
  [VAC_FACT_CANDIDATE_PENETRATION] = { "candidate-range-penetration",
                                       N_("Candidate’s range penetration"),
                                       N_("How far into the place’s range a candidate’s figure "
                                          "lies."),
                                       N_("(candidate’s figure − minimum) ÷ (maximum − minimum)"),
                                       TRUE, TRUE, FALSE, FALSE },
  [VAC_FACT_BREAK_EVEN] = { "break-even", N_("Break-even"),
                            N_("What buys in the place what the base’s midpoint buys there."),
                            N_("base’s midpoint × price index ÷ base’s price index"), TRUE, TRUE,
                            FALSE, FALSE },
  [VAC_FACT_RULE_MINIMUM] = { "rule-minimum", N_("Minimum by rule"),
                              N_("The lower end of the range that the range rule or the pay zone "
                                 "makes."),
                              N_("figure × factor × differential × (1 − spread), rounded"), TRUE,
                              TRUE, TRUE, FALSE },
  [VAC_FACT_RULE_MAXIMUM] = { "rule-maximum", N_("Maximum by rule"),
                              N_("The upper end of the range that the range rule or the pay zone "
                                 "makes."),
                              N_("figure × factor × differential × (1 + spread), rounded"), TRUE,
                              TRUE, TRUE, FALSE },
  [VAC_FACT_ZONE] = { "pay-zone", N_("Pay zone"),
                      N_("The pay zone that the place is in, and its differential."),
                      N_("range of the base × differential of the zone"), FALSE, FALSE, FALSE,
                      FALSE },
  [VAC_FACT_AREA] = { "area", N_("Area"), N_("Which area the figures and the price index are of."),
                      NULL, FALSE, FALSE, FALSE, FALSE },
  [VAC_FACT_SOURCES] = { "sources", N_("Surveys"),
                         N_("Which surveys the figures are from, and how much each counts."), NULL,
                         FALSE, FALSE, FALSE, FALSE },
  [VAC_FACT_DOUBTS] = { "doubts", N_("Doubts"), N_("What is doubtful of the figures."), NULL, FALSE,
                        FALSE, FALSE, FALSE },
  [VAC_FACT_NOTE] = { "note", N_("Note"), N_("What is particular about pay in the place."), NULL,
                      FALSE, FALSE, FALSE, TRUE },
};

/*
 * vac_comparison_halve:
 * @self: a comparison
 * @twice: twice an amount
 *
 * Returns: the amount, rounded once, half away from zero
 */
VacMoney
vac_comparison_halve (VacComparison *self,
                      VacMoney       twice)
{
  const VacMoney step = vac_comparison_get_step (self);

  return vac_scale (twice, 1, 2 * step) * step;
}

/**
 * vac_compared_place_get_twice_midpoint:
 * @place: a place, or a range made to stand beside places
 *
 * Returns: twice its midpoint: the median of a survey, or the middle of the range; 0 for none
 */
VacMoney
vac_compared_place_get_twice_midpoint (const VacComparedPlace *place)
{
  g_return_val_if_fail (place != NULL, 0);

  if (place->twice_midpoint > 0)
    return place->twice_midpoint;

  return vac_pay_range_is_known (&place->range) ? vac_pay_range_get_twice_midpoint (&place->range)
                                                : 0;
}

static gboolean
get_break_even (VacComparison          *self,
                const VacComparedPlace *place,
                VacMoney               *amount)
{
  const VacComparedPlace *base = vac_comparison_get_base (self);
  const VacMoney twice = base != NULL ? vac_compared_place_get_twice_midpoint (base) : 0;
  gint64 divisors[2] = { 2, 0 };

  if (twice == 0 || base->price_index <= 0 || place->price_index <= 0)
    return FALSE;
  divisors[1] = base->price_index;
  *amount = vac_scale_all (twice, &place->price_index, 1, divisors, 2,
                           vac_comparison_get_step (self));

  return TRUE;
}

static gboolean
get_national_dollars (VacComparison          *self,
                      const VacComparedPlace *place,
                      VacMoney                twice,
                      VacMoney               *amount)
{
  const VacPayRange middle = { twice / 2, twice - twice / 2 };

  return twice > 0 && vac_pay_range_get_national_dollars (&middle, place->price_index,
                                                          vac_comparison_get_step (self), amount);
}

/* An end of the place's range, or of the one that the rule makes. */
static gboolean
get_end (const VacComparedPlace *place,
         VacFact                 fact,
         VacMoney               *amount)
{
  const gboolean low = fact == VAC_FACT_MINIMUM || fact == VAC_FACT_RULE_MINIMUM;
  const gboolean made = fact == VAC_FACT_RULE_MINIMUM || fact == VAC_FACT_RULE_MAXIMUM;
  const VacPayRange *range = made ? &place->made : &place->range;

  if (vac_pay_range_is_known (range))
    {
      *amount = low ? range->minimum : range->maximum;
      return TRUE;
    }
  *amount = made ? 0 : low ? place->ends.minimum : place->ends.maximum;

  return *amount > 0;
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
  VacMoney twice, national, posting, candidate;

  g_return_val_if_fail (self != NULL && place != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  *value = 0;
  twice = vac_compared_place_get_twice_midpoint (place);
  national = vac_comparison_get_national_twice_midpoint (self);
  posting = vac_pay_range_is_known (vac_comparison_get_posting (self))
                ? vac_pay_range_get_twice_midpoint (vac_comparison_get_posting (self))
                : 0;
  candidate = 2 * vac_comparison_get_candidate (self);

  switch (fact)
    {
    case VAC_FACT_MINIMUM:
    case VAC_FACT_MAXIMUM:
    case VAC_FACT_RULE_MINIMUM:
    case VAC_FACT_RULE_MAXIMUM:
      return get_end (place, fact, value);
    case VAC_FACT_MIDPOINT:
      *value = vac_pay_halve (twice, &place->range, vac_comparison_get_step (self));
      return twice > 0;
    case VAC_FACT_SPREAD:
      return vac_pay_range_get_spread (&place->range, value);
    case VAC_FACT_OVER_NATIONAL:
      *value = vac_comparison_halve (self, twice - national);
      return twice > 0 && national > 0;
    case VAC_FACT_OVER_NATIONAL_SHARE:
      return twice > 0 && vac_pay_get_difference_tenths (twice, national, value);
    case VAC_FACT_POSTING:
      *value = vac_comparison_halve (self, posting - twice);
      return place->placement.position != VAC_RANGE_UNKNOWN;
    case VAC_FACT_PRICE_INDEX:
      *value = place->price_index;
      return place->price_index > 0;
    case VAC_FACT_NATIONAL_DOLLARS:
      return get_national_dollars (self, place, twice, value);
    case VAC_FACT_COMPA_RATIO:
      return vac_pay_range_get_ratio (posting, twice, value);
    case VAC_FACT_PENETRATION:
      return vac_pay_range_get_penetration (&place->range, posting, value);
    case VAC_FACT_CANDIDATE_RATIO:
      return vac_pay_range_get_ratio (candidate, twice, value);
    case VAC_FACT_CANDIDATE_PENETRATION:
      return vac_pay_range_get_penetration (&place->range, candidate, value);
    case VAC_FACT_BREAK_EVEN:
      return get_break_even (self, place, value);
    case VAC_FACT_NAME:
    case VAC_FACT_ZONE:
    case VAC_FACT_AREA:
    case VAC_FACT_SOURCES:
    case VAC_FACT_DOUBTS:
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

static gboolean
has_words (const VacComparedPlace *place,
           VacFact                 fact)
{
  return (fact == VAC_FACT_ZONE && place->zone != NULL) ||
         (fact == VAC_FACT_AREA && place->area != NULL && *place->area != '\0') ||
         (fact == VAC_FACT_SOURCES && place->sources != NULL && *place->sources != '\0') ||
         (fact == VAC_FACT_DOUBTS && place->doubts != VAC_DOUBT_NONE);
}

/**
 * vac_comparison_has_fact:
 * @self: a comparison
 * @fact: a fact
 *
 * Returns: whether a table has room for it: what every comparison is about always, all else where a
 *   place has it
 */
gboolean
vac_comparison_has_fact (VacComparison *self,
                         VacFact        fact)
{
  g_return_val_if_fail (self != NULL && fact < VAC_N_FACTS, FALSE);

  if (facts[fact].always)
    return TRUE;
  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      gint64 value;

      if (vac_comparison_get_value (self, i, fact, &value) ||
          has_words (vac_comparison_get_place (self, i), fact))
        return TRUE;
    }

  return FALSE;
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
      value = vac_compared_place_get_twice_midpoint (vac_comparison_get_place (self, index));
      base = vac_compared_place_get_twice_midpoint (base_place);
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
 * vac_fact_get_explanation:
 * @fact: a fact
 *
 * Returns: (transfer none): what it is, a sentence in the language of the interface
 */
const char *
vac_fact_get_explanation (VacFact fact)
{
  g_return_val_if_fail (fact < VAC_N_FACTS, NULL);

  return _(facts[fact].explanation);
}

/**
 * vac_fact_get_formula:
 * @fact: a fact
 *
 * Returns: (transfer none) (nullable): how it is computed, in the language of the interface; %NULL
 *   for what is not computed
 */
const char *
vac_fact_get_formula (VacFact fact)
{
  g_return_val_if_fail (fact < VAC_N_FACTS, NULL);

  return facts[fact].formula != NULL ? _(facts[fact].formula) : NULL;
}

/**
 * vac_fact_explain:
 * @fact: a fact
 *
 * Returns: (transfer full): what it is and, on a line of its own, how it is computed, in the
 *   language of the interface
 */
char *
vac_fact_explain (VacFact fact)
{
  const char *formula = vac_fact_get_formula (fact);

  return formula != NULL ? g_strdup_printf ("%s\n%s", vac_fact_get_explanation (fact), formula)
                         : g_strdup (vac_fact_get_explanation (fact));
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
    case VAC_FACT_BREAK_EVEN:
    case VAC_FACT_RULE_MINIMUM:
    case VAC_FACT_RULE_MAXIMUM:
      return TRUE;
    case VAC_FACT_NAME:
    case VAC_FACT_SPREAD:
    case VAC_FACT_OVER_NATIONAL_SHARE:
    case VAC_FACT_PRICE_INDEX:
    case VAC_FACT_COMPA_RATIO:
    case VAC_FACT_PENETRATION:
    case VAC_FACT_CANDIDATE_RATIO:
    case VAC_FACT_CANDIDATE_PENETRATION:
    case VAC_FACT_ZONE:
    case VAC_FACT_AREA:
    case VAC_FACT_SOURCES:
    case VAC_FACT_DOUBTS:
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
