/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-comparison.h"
#include "vac-import-tables.h"
#include "vac-money.h"

/* How many decimals an amount of the comparison is written with. */
static guint
find_decimals (VacComparison *self,
               VacMoney       amount)
{
  return MAX (vac_comparison_get_decimals (self),
              vac_money_get_decimals (amount, vac_comparison_get_currency (self)));
}

/**
 * vac_comparison_format_amount:
 * @self: a comparison
 * @amount: an amount of it
 *
 * Returns: (transfer full): the amount in the currency of the table and the language of the
 *   document, with cents where one of the table's amounts has them
 */
char *
vac_comparison_format_amount (VacComparison *self,
                              VacMoney       amount)
{
  g_return_val_if_fail (self != NULL, NULL);

  return vac_money_format_with (amount, find_decimals (self, amount),
                                vac_comparison_get_currency (self),
                                vac_comparison_get_language (self));
}

static char *
format_difference (VacComparison *self,
                   VacMoney       amount)
{
  return vac_money_format_difference (amount, find_decimals (self, amount),
                                      vac_comparison_get_currency (self),
                                      vac_comparison_get_language (self));
}

static char *
format_placement (VacComparison          *self,
                  const VacComparedPlace *place)
{
  return vac_pay_range_describe_place (vac_comparison_get_posting (self), &place->range,
                                       VAC_RANGE_MANNER_FIGURE, NULL,
                                       vac_comparison_get_decimals (self),
                                       vac_comparison_get_currency (self),
                                       vac_comparison_get_language (self));
}

static const char *
get_words (const VacComparedPlace *place,
           VacFact                 fact)
{
  const char *words = fact == VAC_FACT_AREA ? place->area : place->sources;

  return words != NULL ? words : "";
}

/**
 * vac_doubts_format:
 * @doubts: what is doubtful of figures
 *
 * Returns: (transfer full): a few words on each, in the language of the interface; "" for none
 */
char *
vac_doubts_format (VacDoubts doubts)
{
  static const char *const words[VAC_N_DOUBTS] = {
    N_("Few responses"), N_("Wide spread of pay"), N_("Upper percentiles left out"),
    N_("Upper percentiles doubtful"), N_("Estimate"), N_("Another currency, no exchange rate"),
    N_("Survey without a date, not aged"),
    N_("Figures of an unknown survey left out"),
    N_("Several figures of one survey, the first one shown"),
  };
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < VAC_N_DOUBTS; i++)
    if ((doubts & (1u << i)) != 0)
      g_string_append_printf (string, "%s%s", string->len > 0 ? "; " : "", _(words[i]));

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * vac_compared_place_format:
 * @self: a comparison
 * @place: a place of it, its base, or a range made to stand beside them
 * @fact: what is asked
 *
 * Returns: (transfer full): the figure with its unit, as a reader of the document's language
 *   expects it; "" where there is none
 */
char *
vac_compared_place_format (VacComparison          *self,
                           const VacComparedPlace *place,
                           VacFact                 fact)
{
  const char *language;
  gint64 value;

  g_return_val_if_fail (self != NULL && place != NULL, NULL);

  language = vac_comparison_get_language (self);
  if (fact == VAC_FACT_NAME || fact == VAC_FACT_NOTE)
    return g_strdup (fact == VAC_FACT_NAME ? place->name : place->note);
  if (fact == VAC_FACT_AREA || fact == VAC_FACT_SOURCES)
    return g_strdup (get_words (place, fact));
  if (fact == VAC_FACT_DOUBTS)
    return vac_doubts_format (place->doubts);
  if (!vac_compared_place_get_value (self, place, fact, &value))
    return g_strdup ("");

  switch (fact)
    {
    case VAC_FACT_SPREAD:
    case VAC_FACT_COMPA_RATIO:
    case VAC_FACT_PENETRATION:
    case VAC_FACT_CANDIDATE_RATIO:
    case VAC_FACT_CANDIDATE_PENETRATION:
      return vac_money_format_percent (value, FALSE, language);
    case VAC_FACT_OVER_NATIONAL:
      return format_difference (self, value);
    case VAC_FACT_OVER_NATIONAL_SHARE:
      return vac_money_format_percent (value, TRUE, language);
    case VAC_FACT_POSTING:
      return format_placement (self, place);
    case VAC_FACT_PRICE_INDEX:
      return vac_money_format_decimal (value, 2, language);
    case VAC_FACT_NAME:
    case VAC_FACT_MINIMUM:
    case VAC_FACT_MAXIMUM:
    case VAC_FACT_MIDPOINT:
    case VAC_FACT_NATIONAL_DOLLARS:
    case VAC_FACT_BREAK_EVEN:
    case VAC_FACT_RULE_MINIMUM:
    case VAC_FACT_RULE_MAXIMUM:
    case VAC_FACT_AREA:
    case VAC_FACT_SOURCES:
    case VAC_FACT_DOUBTS:
    case VAC_FACT_NOTE:
    case VAC_N_FACTS:
    default:
      return vac_comparison_format_amount (self, value);
    }
}

/**
 * vac_comparison_format:
 * @self: a comparison
 * @index: which place
 * @fact: what is asked
 *
 * Returns: (transfer full): the same of the place at @index
 */
char *
vac_comparison_format (VacComparison *self,
                       guint          index,
                       VacFact        fact)
{
  const VacComparedPlace *place = vac_comparison_get_place (self, index);

  g_return_val_if_fail (place != NULL, NULL);

  return vac_compared_place_format (self, place, fact);
}

/**
 * vac_comparison_format_difference:
 * @self: a comparison with a base
 * @index: which place
 * @fact: an amount or the price index
 *
 * Returns: (transfer full): the difference to the base with its percentage, or one of them, as
 *   vac_comparison_set_differences() has it: "+$20,000 (+13.3 %)"; "" for the base itself and where
 *   there is none
 */
char *
vac_comparison_format_difference (VacComparison *self,
                                  guint          index,
                                  VacFact        fact)
{
  const char *language = vac_comparison_get_language (self);
  g_autofree char *amount = NULL;
  g_autofree char *share = NULL;
  gint64 difference, tenths;

  if (!vac_comparison_get_difference (self, index, fact, &difference, &tenths) ||
      vac_comparison_get_place (self, index)->node == vac_comparison_get_base (self)->node)
    return g_strdup ("");

  if (fact == VAC_FACT_PRICE_INDEX)
    {
      g_autofree char *number = vac_money_format_decimal (difference, 2, language);

      amount = g_strconcat (difference > 0 ? "+" : "", number, NULL);
    }
  else
    amount = format_difference (self, difference);
  share = vac_money_format_percent (tenths, TRUE, language);
  switch (vac_comparison_get_differences (self))
    {
    case VAC_DIFFERENCES_AMOUNTS:
      return g_steal_pointer (&amount);
    case VAC_DIFFERENCES_PERCENT:
      return g_steal_pointer (&share);
    case VAC_DIFFERENCES_BOTH:
    default:
      return g_strdup_printf ("%s (%s)", amount, share);
    }
}

static const char *
get_period_title (VacPayPeriod period)
{
  switch (period)
    {
    case VAC_PAY_PERIOD_MONTH:
      return _("per month");
    case VAC_PAY_PERIOD_WEEK:
      return _("per week");
    case VAC_PAY_PERIOD_DAY:
      return _("per day");
    case VAC_PAY_PERIOD_HOUR:
      return _("per hour");
    case VAC_PAY_PERIOD_YEAR:
    default:
      return _("per year");
    }
}

/* Also of one end: "from $120,000". %NULL when there is neither, or they are upside down. */
static char *
format_ends (VacComparison     *self,
             const VacPayRange *ends)
{
  const gboolean low = ends->minimum > 0 && ends->maximum == 0;
  const gboolean high = ends->maximum > 0 && ends->minimum == 0;
  g_autofree char *amount =
    vac_comparison_format_amount (self, low ? ends->minimum : ends->maximum);

  if (!low && !high)
    return NULL;

  return low ? g_strdup_printf (_("from %s"), amount) : g_strdup_printf (_("up to %s"), amount);
}

/**
 * vac_comparison_format_range:
 * @self: a comparison
 * @range: a range of it that is known
 *
 * Returns: (transfer full): both ends: "$120,000 – $180,000"
 */
char *
vac_comparison_format_range (VacComparison     *self,
                             const VacPayRange *range)
{
  const char *currency, *language;
  guint decimals;
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;

  g_return_val_if_fail (self != NULL && range != NULL, NULL);

  currency = vac_comparison_get_currency (self);
  language = vac_comparison_get_language (self);
  decimals = MAX (find_decimals (self, range->minimum), find_decimals (self, range->maximum));
  minimum = vac_money_format_with (range->minimum, decimals, currency, language);
  maximum = vac_money_format_with (range->maximum, decimals, currency, language);

  return g_strdup_printf ("%s – %s", minimum, maximum);
}

/**
 * vac_comparison_add_assumption:
 * @self: a comparison
 * @text: a remark on the posting's own range
 *
 * Returns: (transfer full): @text with what the range assumes, where it is paid by the hour or the
 *   day and the table is not: "$80,080 – $96,200, at 2,080 hours a year"
 */
char *
vac_comparison_add_assumption (VacComparison *self,
                               const char    *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  return vac_pay_period_add_assumption (vac_comparison_get_assumed (self), text,
                                        vac_comparison_get_language (self));
}

/**
 * vac_comparison_format_posting:
 * @self: a comparison
 *
 * Returns: (transfer full) (nullable): the posting's own range with what it assumes; %NULL when it
 *   is not known
 */
char *
vac_comparison_format_posting (VacComparison *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!vac_pay_range_is_known (vac_comparison_get_posting (self)))
    return NULL;
  text = vac_comparison_format_range (self, vac_comparison_get_posting (self));

  return vac_comparison_add_assumption (self, text);
}

/**
 * vac_comparison_format_heading:
 * @self: a comparison
 *
 * Returns: (transfer full): what must always stand with the figures, a line each: year, currency
 *   and period; the national and the posting's own range; the sources, and the rule for ranges
 */
char *
vac_comparison_format_heading (VacComparison *self)
{
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (vac_comparison_get_year (self) > 0)
    g_string_append_printf (string, "%" G_GINT64_FORMAT " · ", vac_comparison_get_year (self));
  if (*vac_comparison_get_currency (self) != '\0')
    g_string_append_printf (string, "%s · ", vac_comparison_get_currency (self));
  g_string_append_printf (string, "%s\n",
                          get_period_title (vac_comparison_get_period (self)));

  if (vac_pay_range_is_known (vac_comparison_get_national (self)))
    {
      g_autofree char *range =
        vac_comparison_format_range (self, vac_comparison_get_national (self));

      g_string_append_printf (string, _("National range: %s"), range);
      g_string_append_c (string, '\n');
    }
  if (vac_pay_range_is_known (vac_comparison_get_posting (self)))
    {
      g_autofree char *range = vac_comparison_format_posting (self);

      g_string_append_printf (string, _("This posting: %s"), range);
      g_string_append_c (string, '\n');
    }
  for (guint i = 0; vac_comparison_get_sources (self)[i] != NULL; i++)
    {
      g_string_append_printf (string, _("Source: %s"), vac_comparison_get_sources (self)[i]);
      g_string_append_c (string, '\n');
    }
  for (guint i = 0; vac_comparison_get_others (self)[i] != NULL; i++)
    {
      g_string_append_printf (string, _("Source: %s"), vac_comparison_get_others (self)[i]);
      g_string_append_c (string, '\n');
    }
  if (vac_comparison_count_sources (self) > 1)
    {
      g_string_append_printf (string, _("The figures are mixed from %u sources."),
                              vac_comparison_count_sources (self));
      g_string_append_c (string, '\n');
    }
  if (vac_comparison_get_rule (self) != NULL)
    {
      g_string_append_printf (string, _("Range rule: %s"), vac_comparison_get_rule (self));
      g_string_append_c (string, '\n');
    }

  return g_string_free (string, FALSE);
}

/**
 * vac_comparison_list_places:
 * @self: a comparison
 * @fact: a fact
 *
 * Returns: (transfer full) (nullable): the names of the places that lack it, in their order; %NULL
 *   when none does, or all do without a reason that is known
 */
char *
vac_comparison_list_places (VacComparison *self,
                            VacFact        fact)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_missing = 0, n_places;

  g_return_val_if_fail (self != NULL, NULL);

  n_places = vac_comparison_get_n_places (self);
  for (guint i = 0; i < n_places; i++)
    {
      gint64 value;

      if (vac_comparison_get_value (self, i, fact, &value))
        continue;
      g_string_append_printf (names, "%s%s", n_missing > 0 ? "; " : "",
                              vac_comparison_get_place (self, i)->name);
      n_missing++;
    }

  return n_missing > 0 && (n_missing < n_places || (fact == VAC_FACT_PRICE_INDEX &&
                                                    vac_comparison_lacks_puerto_rico (self)))
             ? g_string_free (g_steal_pointer (&names), FALSE)
             : NULL;
}

/**
 * vac_comparison_lacks_puerto_rico:
 * @self: a comparison
 *
 * Returns: whether a place lacks a price index because it is in Puerto Rico, which the official
 *   index leaves out
 */
gboolean
vac_comparison_lacks_puerto_rico (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      const VacComparedPlace *place = vac_comparison_get_place (self, i);

      if (place->price_index == 0 && vac_import_is_without_index (place->name))
        return TRUE;
    }

  return FALSE;
}

/**
 * vac_comparison_list_without_index:
 * @self: a comparison
 *
 * Official price indexes leave areas out, such as those of Puerto Rico.
 *
 * Returns: (transfer full) (nullable): a line that names the places without a price index, %NULL
 *   when all or none have one
 */
char *
vac_comparison_list_without_index (VacComparison *self)
{
  g_autofree char *names = vac_comparison_list_places (self, VAC_FACT_PRICE_INDEX);

  if (names == NULL)
    return NULL;

  return vac_comparison_lacks_puerto_rico (self)
             ? g_strdup_printf (_("No price index: %s. No official index covers Puerto Rico."),
                                names)
             : g_strdup_printf (_("No price index: %s"), names);
}

/**
 * vac_pay_range_describe_width:
 * @range: a range
 * @language: (nullable): BCP 47 tag for the number
 *
 * Returns: (transfer full) (nullable): a plain remark on a range wider than %VAC_RANGE_WIDE, else
 *   %NULL
 */
char *
vac_pay_range_describe_width (const VacPayRange *range,
                              const char        *language)
{
  g_autofree char *spread = NULL;
  gint64 tenths;

  if (!vac_pay_range_is_wide (range) || !vac_pay_range_get_spread (range, &tenths))
    return NULL;
  spread = vac_money_format_percent (tenths, FALSE, language);

  return g_strdup_printf (_("This range is %s wide. Many job boards reject pay ranges wider than "
                            "half of the minimum."), spread);
}

/**
 * vac_comparison_describe:
 * @self: a comparison
 * @index: which place
 *
 * Returns: (transfer full): a sentence or two with what a chart shows of the place, for a screen
 *   reader
 */
char *
vac_comparison_describe (VacComparison *self,
                         guint          index)
{
  const VacComparedPlace *place = vac_comparison_get_place (self, index);
  g_autofree char *range = NULL;
  g_autofree char *midpoint = NULL;
  g_autofree char *over = NULL;
  g_autofree char *placement = NULL;
  GString *string;

  g_return_val_if_fail (place != NULL, NULL);

  if (!vac_pay_range_is_known (&place->range))
    {
      g_autofree char *ends = format_ends (self, &place->ends);
      g_autofree char *middle = vac_comparison_format (self, index, VAC_FACT_MIDPOINT);

      if (ends != NULL && *middle != '\0')
        return g_strdup_printf (_("%s: %s, midpoint %s."), place->name, ends, middle);

      return ends != NULL ? g_strdup_printf ("%s: %s", place->name, ends)
                          : g_strdup_printf (_("%s: no pay range"), place->name);
    }

  range = vac_comparison_format_range (self, &place->range);
  midpoint = vac_comparison_format (self, index, VAC_FACT_MIDPOINT);
  over = vac_comparison_format (self, index, VAC_FACT_OVER_NATIONAL_SHARE);
  placement = vac_comparison_format (self, index, VAC_FACT_POSTING);

  string = g_string_new (NULL);
  g_string_append_printf (string, _("%s: %s, midpoint %s."), place->name, range, midpoint);
  if (*over != '\0')
    {
      g_string_append_c (string, ' ');
      g_string_append_printf (string, _("Against the national midpoint: %s."), over);
    }
  if (*placement != '\0')
    {
      g_string_append_c (string, ' ');
      g_string_append_printf (string, _("This posting’s range: %s."), placement);
    }

  return g_string_free (string, FALSE);
}
