/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include "vac-comparison.h"
#include "vac-csv.h"

static guint
get_decimals (VacFact fact)
{
  switch (fact)
    {
    case VAC_FACT_SPREAD:
    case VAC_FACT_OVER_NATIONAL_SHARE:
    case VAC_FACT_COMPA_RATIO:
    case VAC_FACT_PENETRATION:
    case VAC_FACT_CANDIDATE_RATIO:
    case VAC_FACT_CANDIDATE_PENETRATION:
      return 1;
    case VAC_FACT_PRICE_INDEX:
      return 2;
    case VAC_FACT_NAME:
    case VAC_FACT_MINIMUM:
    case VAC_FACT_MAXIMUM:
    case VAC_FACT_MIDPOINT:
    case VAC_FACT_OVER_NATIONAL:
    case VAC_FACT_POSTING:
    case VAC_FACT_NATIONAL_DOLLARS:
    case VAC_FACT_BREAK_EVEN:
    case VAC_FACT_RULE_MINIMUM:
    case VAC_FACT_RULE_MAXIMUM:
    case VAC_FACT_ZONE:
    case VAC_FACT_AREA:
    case VAC_FACT_SOURCES:
    case VAC_FACT_DOUBTS:
    case VAC_FACT_NOTE:
    case VAC_N_FACTS:
    default:
      return 0;
    }
}

static void
append_csv_fact (GString       *string,
                 char           delimiter,
                 VacComparison *self,
                 guint          index,
                 VacFact        fact)
{
  g_autofree char *text = NULL;
  gint64 value;

  if (vac_fact_is_number (fact))
    {
      if (!vac_comparison_get_value (self, index, fact, &value))
        vac_csv_append_text (string, delimiter, "");
      else if (vac_fact_is_amount (fact))
        vac_csv_append_money (string, delimiter, value);
      else
        vac_csv_append_number (string, delimiter, value, get_decimals (fact));
      return;
    }
  text = vac_comparison_format (self, index, fact);
  vac_csv_append_text (string, delimiter, text);
}

static void
append_csv_differences (GString       *string,
                        char           delimiter,
                        VacComparison *self,
                        guint          index)
{
  gint64 difference, tenths;

  if (vac_comparison_get_base (self) == NULL)
    return;
  if (vac_comparison_get_difference (self, index, VAC_FACT_MIDPOINT, &difference, &tenths))
    {
      vac_csv_append_money (string, delimiter, difference);
      vac_csv_append_number (string, delimiter, tenths, 1);
      return;
    }
  vac_csv_append_text (string, delimiter, "");
  vac_csv_append_text (string, delimiter, "");
}

/**
 * vac_comparison_to_csv:
 * @self: a comparison
 * @delimiter: what stands between fields; a tabulator pastes into a spreadsheet
 *
 * Writes a header and a row for each place (RFC 4180), with a column for every fact that is always
 * shown and for those that a place has. Column names are the ids of the facts, the
 * same in every language; numbers are plain, with a point as decimal mark, and text that a
 * spreadsheet would run as a formula is disarmed. Year, currency, period and source stand in
 * every row, so that a row never loses them, and so does the rule for ranges. With a base, the
 * difference of the midpoint is added.
 *
 * Returns: (transfer full): UTF-8 text without byte order mark
 */
char *
vac_comparison_to_csv (VacComparison *self,
                       char           delimiter)
{
  GString *string = g_string_new (NULL);
  const VacComparedPlace *base;
  gboolean shown[VAC_N_FACTS];

  g_return_val_if_fail (self != NULL, NULL);

  base = vac_comparison_get_base (self);
  for (VacFact fact = 0; fact < VAC_N_FACTS; fact++)
    {
      shown[fact] = vac_comparison_has_fact (self, fact);
      if (shown[fact])
        vac_csv_append_text (string, delimiter, vac_fact_get_id (fact));
    }
  if (base != NULL)
    {
      vac_csv_append_text (string, delimiter, "over-base");
      vac_csv_append_text (string, delimiter, "over-base-share");
      vac_csv_append_text (string, delimiter, "base");
    }
  vac_csv_append_text (string, delimiter, "year");
  vac_csv_append_text (string, delimiter, "currency");
  vac_csv_append_text (string, delimiter, "period");
  vac_csv_append_text (string, delimiter, "source");
  if (vac_comparison_get_rule (self) != NULL)
    vac_csv_append_text (string, delimiter, "rule");
  vac_csv_end_row (string);

  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      for (VacFact fact = 0; fact < VAC_N_FACTS; fact++)
        if (shown[fact])
          append_csv_fact (string, delimiter, self, i, fact);
      append_csv_differences (string, delimiter, self, i);
      if (base != NULL)
        vac_csv_append_text (string, delimiter, base->name);
      if (vac_comparison_get_year (self) > 0)
        vac_csv_append_number (string, delimiter, vac_comparison_get_year (self), 0);
      else
        vac_csv_append_text (string, delimiter, "");
      vac_csv_append_text (string, delimiter, vac_comparison_get_currency (self));
      vac_csv_append_text (string, delimiter,
                           vac_pay_period_get_id (vac_comparison_get_period (self)));
      vac_csv_append_text (string, delimiter, vac_comparison_get_source (self));
      if (vac_comparison_get_rule (self) != NULL)
        vac_csv_append_text (string, delimiter, vac_comparison_get_rule (self));
      vac_csv_end_row (string);
    }

  return g_string_free (string, FALSE);
}
