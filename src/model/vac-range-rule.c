/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-range-rule"

#include "config.h"

#include "vac-date.h"
#include "vac-phrase.h"
#include "vac-range-rule.h"

#define PERCENT 100

static const struct
{
  const char   *id;
  VacStatistic  statistic;
  const char   *sign;      /* what analysts of all languages call it */
  VacPhrase     phrase;    /* where they do not */
} targets[] = {
  { VAC_TARGET_MIDPOINT, VAC_N_STATISTICS, NULL, VAC_PHRASE_MIDPOINT },
  { VAC_TARGET_P10, VAC_STATISTIC_P10, "P10", VAC_N_PHRASES },
  { VAC_TARGET_P25, VAC_STATISTIC_P25, "P25", VAC_N_PHRASES },
  { VAC_TARGET_MEDIAN, VAC_STATISTIC_MEDIAN, NULL, VAC_PHRASE_MEDIAN },
  { VAC_TARGET_P75, VAC_STATISTIC_P75, "P75", VAC_N_PHRASES },
  { VAC_TARGET_P90, VAC_STATISTIC_P90, "P90", VAC_N_PHRASES },
  { VAC_TARGET_MEAN, VAC_STATISTIC_MEAN, NULL, VAC_PHRASE_MEAN },
};

/**
 * vac_range_rule_take:
 * @rule: a rule
 * @record: a record that says how a range is made
 * @roles: (array length=4): its members: target, factor, spread, and rounding
 *
 * Makes @rule what @record says; where it says nothing, @rule stays.
 */
void
vac_range_rule_take (VacRangeRule  *rule,
                     VacNode       *record,
                     const VacRole *roles)
{
  const char *target;
  VacMoney amount;

  g_return_if_fail (rule != NULL && VAC_IS_NODE (record) && roles != NULL);

  target = vac_node_get_member_text (record, roles[0]);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].id, target))
      rule->target = targets[i].id;
  if (vac_node_get_member_money (record, roles[1], &amount) && amount > 0)
    rule->factor = amount;
  if (vac_node_get_member_money (record, roles[2], &amount))
    rule->spread = CLAMP (amount, 0, PERCENT * VAC_MONEY_ONE);
  if (vac_node_get_member_money (record, roles[3], &amount) && amount >= 0)
    rule->rounding = amount;
}

/**
 * vac_range_rule_read:
 * @document: a posting
 * @rule: (out): the rule of its salary table
 *
 * Returns: whether there is one: it says what a range is made of
 */
gboolean
vac_range_rule_read (VacDocument  *document,
                     VacRangeRule *rule)
{
  static const VacRole roles[] = { VAC_ROLE_RULE_TARGET, VAC_ROLE_RULE_FACTOR,
                                   VAC_ROLE_RULE_SPREAD, VAC_ROLE_RULE_ROUNDING };

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && rule != NULL, FALSE);

  *rule = (VacRangeRule) { .factor = VAC_MONEY_ONE };
  vac_range_rule_take (rule, vac_document_get (document, VAC_ROLE_RULE), roles);

  return rule->target != NULL;
}

static guint
find_target (const VacRangeRule *rule)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (targets) && !g_str_equal (targets[i].id, rule->target))
    i++;

  return i;
}

/* Twice what a range is made of; 0 where @figure lacks it. */
static VacMoney
get_twice (const VacRangeRule    *rule,
           const VacMarketFigure *figure)
{
  const VacStatistic statistic = rule->target != NULL ? targets[find_target (rule)].statistic
                                                      : VAC_N_STATISTICS;

  return statistic == VAC_N_STATISTICS ? figure->twice_midpoint
                                       : 2 * figure->statistics[statistic];
}

/* Twice an amount × factor × differential × (1 ∓ spread) ÷ 2, exactly and rounded once. */
static VacMoney
make_end (const VacRangeRule *rule,
          VacMoney            twice,
          VacMoney            spread,
          VacMoney            step)
{
  const gint64 whole = PERCENT * VAC_MONEY_ONE;
  const gint64 factors[] = { rule->factor, spread, rule->differential };
  const gint64 divisors[] = { 2, VAC_MONEY_ONE, whole, whole };
  const guint differs = rule->differential > 0 ? 1 : 0;

  return vac_scale_all (twice, factors, 2 + differs, divisors, 3 + differs,
                        rule->rounding > 0 ? rule->rounding : step);
}

/**
 * vac_range_rule_get_level:
 * @rule: a rule
 * @figure: what the table shows of a place
 *
 * The level of pay that differentials may depend on: the midpoint that the rule makes, without a
 * differential and before it is rounded.
 *
 * Returns: figure × factor; 0 where @figure lacks what a range is made of
 */
VacMoney
vac_range_rule_get_level (const VacRangeRule    *rule,
                          const VacMarketFigure *figure)
{
  const gint64 divisors[] = { 2, VAC_MONEY_ONE };

  g_return_val_if_fail (rule != NULL && figure != NULL, 0);

  return vac_scale_all (MAX (get_twice (rule, figure), 0), &rule->factor, 1, divisors, 2, 1);
}

/**
 * vac_range_rule_apply:
 * @rule: a rule
 * @figure: what the table shows of a place
 * @step: what amounts of the table are multiples of
 *
 * Either end is figure × factor × differential × (1 ∓ spread), computed exactly and rounded once,
 * half away from zero. Without a target either end of the range is multiplied.
 *
 * Returns: the range; unknown where @figure lacks what it is made of
 */
VacPayRange
vac_range_rule_apply (const VacRangeRule    *rule,
                      const VacMarketFigure *figure,
                      VacMoney               step)
{
  const gint64 whole = PERCENT * VAC_MONEY_ONE;
  VacMoney low, high;
  VacPayRange range = { 0, 0 };

  g_return_val_if_fail (rule != NULL, range);
  g_return_val_if_fail (figure != NULL && step > 0, range);

  low = high = get_twice (rule, figure);
  if (rule->target == NULL)
    {
      const gboolean known = vac_pay_range_is_known (&figure->range);

      low = known ? 2 * figure->range.minimum : 0;
      high = known ? 2 * figure->range.maximum : 0;
    }
  if (high <= 0)
    return range;
  range.minimum = make_end (rule, low, whole - (rule->target != NULL ? rule->spread : 0), step);
  range.maximum = make_end (rule, high, whole + (rule->target != NULL ? rule->spread : 0), step);

  return range;
}

static char *
format_decimal (VacMoney    value,
                guint       at_least,
                const char *language)
{
  guint decimals = MAX (vac_money_count_decimals (value), at_least);
  gint64 divisor = 1;

  for (guint i = decimals; i < VAC_MONEY_DIGITS; i++)
    divisor *= 10;

  return vac_money_format_decimal (value / divisor, decimals, language);
}

/* "Median (OEWS, May 2024)": of the surveys that have a part in it, unless there are none but the
 * table's own figures, which have nothing but a midpoint. */
static void
append_sources (GString      *string,
                VacStatistic  statistic,
                VacSurveys   *surveys)
{
  const char *separator = " (";
  gboolean any = FALSE;

  if (vac_surveys_is_own (surveys))
    return;
  for (guint i = 0; i < vac_surveys_get_n (surveys); i++)
    {
      const VacSurvey *survey = vac_surveys_get (surveys, i);

      if (survey->weight == 0 || *survey->title == '\0' ||
          (survey->node == NULL && statistic != VAC_N_STATISTICS))
        continue;
      g_string_append_printf (string, "%s%s", separator, survey->title);
      separator = "; ";
      any = TRUE;
    }
  if (any)
    g_string_append_c (string, ')');
}

static char *
add_aging (char       *text,
           VacSurveys *surveys,
           const char *language)
{
  g_autofree char *figures = text;
  g_autofree char *rate = NULL;
  g_autofree char *date = NULL;

  if (!vac_surveys_is_aged (surveys))
    return g_steal_pointer (&figures);
  rate = vac_money_format_percent (vac_scale (vac_surveys_get_rate (surveys), 10, VAC_MONEY_ONE),
                                   FALSE, language);
  date = vac_date_format (vac_surveys_get_aged_to (surveys), language);

  return vac_phrase_format (language, VAC_PHRASE_AGED_TO, "figures", figures, "date", date, "rate",
                            rate, NULL);
}

/* Median, or of a range as it is what its ends are called. */
static char *
name_target (const VacRangeRule *rule,
             const char         *language)
{
  guint target;

  if (rule->target == NULL)
    return g_strconcat (vac_phrase_get (language, VAC_PHRASE_MINIMUM), " – ",
                        vac_phrase_get (language, VAC_PHRASE_MAXIMUM), NULL);
  target = find_target (rule);

  return g_strdup (targets[target].sign != NULL
                       ? targets[target].sign
                       : vac_phrase_get (language, targets[target].phrase));
}

static void
append_factors (GString            *string,
                const VacRangeRule *rule,
                const char         *language)
{
  g_autofree char *factor = format_decimal (rule->factor, 2, language);
  g_autofree char *differential = vac_money_format_exact_percent (rule->differential, language);
  g_autofree char *spread = vac_money_format_percent (vac_scale (rule->spread, 10, VAC_MONEY_ONE),
                                                      FALSE, language);

  if (rule->target != NULL || rule->factor != VAC_MONEY_ONE)
    g_string_append_printf (string, " × %s", factor);
  if (rule->differential > 0)
    g_string_append_printf (string, " × %s", differential);
  if (rule->target != NULL)
    g_string_append_printf (string, " ± %s", spread);
}

/**
 * vac_range_rule_describe:
 * @rule: a rule
 * @surveys: whose figures it is applied to
 * @currency: ISO 4217 code of the table
 * @language: BCP 47 tag of the posting
 *
 * Returns: (transfer full): the rule as it is printed with a comparison: "Median (OEWS, May 2024),
 *   aged to July 1, 2026 at 3.0% a year, × 1.00, ± 20%, rounded to $1,000"
 */
char *
vac_range_rule_describe (const VacRangeRule *rule,
                         VacSurveys         *surveys,
                         const char         *currency,
                         const char         *language)
{
  g_autofree char *name = NULL;
  g_autofree char *aged = NULL;
  g_autoptr (GString) string = NULL;
  g_autofree char *rounding = NULL;

  g_return_val_if_fail (rule != NULL && surveys != NULL, NULL);

  name = name_target (rule, language);
  string = g_string_new (name);
  append_sources (string, rule->target != NULL ? targets[find_target (rule)].statistic
                                               : VAC_N_STATISTICS, surveys);
  aged = add_aging (g_strdup (string->str), surveys, language);
  g_string_assign (string, aged);
  append_factors (string, rule, language);
  if (rule->rounding == 0)
    return g_string_free (g_steal_pointer (&string), FALSE);
  rounding = vac_money_format (rule->rounding, currency, language);

  return vac_phrase_format (language, VAC_PHRASE_ROUNDED_TO, "rule", string->str, "amount",
                            rounding, NULL);
}
