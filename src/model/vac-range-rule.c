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
  VacNode *node;
  const char *target;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && rule != NULL, FALSE);

  *rule = (VacRangeRule) { .factor = VAC_MONEY_ONE };
  node = vac_document_get (document, VAC_ROLE_RULE);
  target = vac_node_get_member_text (node, VAC_ROLE_RULE_TARGET);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].id, target))
      rule->target = targets[i].id;
  if (!vac_node_get_member_money (node, VAC_ROLE_RULE_FACTOR, &rule->factor) || rule->factor <= 0)
    rule->factor = VAC_MONEY_ONE;
  if (!vac_node_get_member_money (node, VAC_ROLE_RULE_SPREAD, &rule->spread))
    rule->spread = 0;
  rule->spread = CLAMP (rule->spread, 0, PERCENT * VAC_MONEY_ONE);
  if (!vac_node_get_member_money (node, VAC_ROLE_RULE_ROUNDING, &rule->rounding))
    rule->rounding = 0;

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

/**
 * vac_range_rule_apply:
 * @rule: a rule
 * @figure: what the table shows of a place
 * @step: what amounts of the table are multiples of
 *
 * Either end is figure × factor × (1 ∓ spread), computed exactly and rounded once, half away from
 * zero.
 *
 * Returns: the range; unknown where @figure lacks what it is made of
 */
VacPayRange
vac_range_rule_apply (const VacRangeRule    *rule,
                      const VacMarketFigure *figure,
                      VacMoney               step)
{
  const gint64 whole = PERCENT * VAC_MONEY_ONE;
  const gint64 divisors[] = { 2, VAC_MONEY_ONE, whole };
  gint64 factors[2];
  VacStatistic statistic;
  VacMoney twice;
  VacPayRange range = { 0, 0 };

  g_return_val_if_fail (rule != NULL && rule->target != NULL, range);
  g_return_val_if_fail (figure != NULL && step > 0, range);

  statistic = targets[find_target (rule)].statistic;
  twice = statistic == VAC_N_STATISTICS ? figure->twice_midpoint
                                        : 2 * figure->statistics[statistic];
  if (twice <= 0)
    return range;
  step = rule->rounding > 0 ? rule->rounding : step;
  factors[0] = rule->factor;
  factors[1] = whole - rule->spread;
  range.minimum = vac_scale_all (twice, factors, 2, divisors, 3, step);
  factors[1] = whole + rule->spread;
  range.maximum = vac_scale_all (twice, factors, 2, divisors, 3, step);

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
  g_autoptr (GString) string = NULL;
  g_autofree char *aged = NULL;
  g_autofree char *factor = NULL;
  g_autofree char *spread = NULL;
  g_autofree char *text = NULL;
  g_autofree char *rounding = NULL;
  guint target;

  g_return_val_if_fail (rule != NULL && rule->target != NULL && surveys != NULL, NULL);

  target = find_target (rule);
  string = g_string_new (targets[target].sign != NULL
                             ? targets[target].sign
                             : vac_phrase_get (language, targets[target].phrase));
  append_sources (string, targets[target].statistic, surveys);
  aged = add_aging (g_strdup (string->str), surveys, language);
  factor = format_decimal (rule->factor, 2, language);
  spread = vac_money_format_percent (vac_scale (rule->spread, 10, VAC_MONEY_ONE), FALSE, language);
  text = g_strdup_printf ("%s × %s ± %s", aged, factor, spread);
  if (rule->rounding == 0)
    return g_steal_pointer (&text);
  rounding = vac_money_format (rule->rounding, currency, language);

  return vac_phrase_format (language, VAC_PHRASE_ROUNDED_TO, "rule", text, "amount", rounding,
                            NULL);
}
