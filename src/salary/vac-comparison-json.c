/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include "vac-comparison.h"
#include "vac-level.h"

/* The names of what the comparison writes; it is a report and not a document of ours. */
static const struct
{
  const char *name;
  VacFact     fact;
  guint       decimals;   /* of what is no amount */
} members[] = {
  { "minimum", VAC_FACT_MINIMUM },
  { "maximum", VAC_FACT_MAXIMUM },
  { "midpoint", VAC_FACT_MIDPOINT },
  { "spreadPercent", VAC_FACT_SPREAD, 1 },
  { "overNational", VAC_FACT_OVER_NATIONAL },
  { "overNationalPercent", VAC_FACT_OVER_NATIONAL_SHARE, 1 },
  { "priceIndex", VAC_FACT_PRICE_INDEX, 2 },
  { "nationalDollars", VAC_FACT_NATIONAL_DOLLARS },
  { "compaRatioPercent", VAC_FACT_COMPA_RATIO, 1 },
  { "rangePenetrationPercent", VAC_FACT_PENETRATION, 1 },
  { "candidateCompaRatioPercent", VAC_FACT_CANDIDATE_RATIO, 1 },
  { "candidateRangePenetrationPercent", VAC_FACT_CANDIDATE_PENETRATION, 1 },
  { "breakEven", VAC_FACT_BREAK_EVEN },
  { "ruleMinimum", VAC_FACT_RULE_MINIMUM },
  { "ruleMaximum", VAC_FACT_RULE_MAXIMUM },
};

static const char *const positions[] = {
  [VAC_RANGE_UNKNOWN] = NULL,
  [VAC_RANGE_BELOW] = "below",
  [VAC_RANGE_OVERLAPS_BELOW] = "overlaps-below",
  [VAC_RANGE_WITHIN] = "within",
  [VAC_RANGE_OVERLAPS_ABOVE] = "overlaps-above",
  [VAC_RANGE_ABOVE] = "above",
  [VAC_RANGE_AROUND] = "around",
};

static void
append_string (GString    *string,
               const char *text)
{
  g_string_append_c (string, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (string, "\\%c", *p);
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (string, "\\u%04x", (guint) *p);
      else
        g_string_append_c (string, *p);
    }
  g_string_append_c (string, '"');
}

static void
append_member (GString    *string,
               guint       indent,
               const char *name)
{
  char last = string->str[string->len - 1];

  g_string_append_printf (string, "%s\n%*s\"%s\": ", last == '{' ? "" : ",", (int) indent, "",
                          name);
}

static void
append_text (GString    *string,
             guint       indent,
             const char *name,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  append_member (string, indent, name);
  append_string (string, text);
}

static void
append_number (GString    *string,
               guint       indent,
               const char *name,
               gint64      number,
               guint       decimals)
{
  g_autofree char *text = vac_money_decimal_to_text (number, decimals);

  append_member (string, indent, name);
  g_string_append (string, text);
}

static void
append_amount (GString    *string,
               guint       indent,
               const char *name,
               VacMoney    amount)
{
  g_autofree char *number = vac_money_to_text (amount);

  append_member (string, indent, name);
  g_string_append (string, number);
}

/* A figure in the unit of the fact. */
static void
append_figure (GString    *string,
               guint       indent,
               const char *name,
               guint       index,
               gint64      value)
{
  if (vac_fact_is_amount (members[index].fact))
    append_amount (string, indent, name, value);
  else
    append_number (string, indent, name, value, members[index].decimals);
}

static void
append_range (GString           *string,
              VacComparison     *self,
              const char        *name,
              const VacPayRange *range,
              VacMoney           twice_midpoint,
              VacPayPeriod       assumed)
{
  const VacMoney step = vac_comparison_get_step (self);

  if (!vac_pay_range_is_known (range))
    return;
  append_member (string, 2, name);
  g_string_append_c (string, '{');
  append_amount (string, 4, "minimum", range->minimum);
  append_amount (string, 4, "maximum", range->maximum);
  append_amount (string, 4, "midpoint", vac_scale (twice_midpoint, 1, 2 * step) * step);
  if (assumed != VAC_PAY_PERIOD_YEAR)
    append_number (string, 4, assumed == VAC_PAY_PERIOD_HOUR ? "hoursPerYear" : "daysPerYear",
                   vac_pay_period_get_per_year (assumed), 0);
  g_string_append (string, "\n  }");
}

static void
append_placement (GString                 *string,
                  const VacRangePlacement *placement)
{
  if (placement->position == VAC_RANGE_UNKNOWN)
    return;
  append_member (string, 6, "posting");
  g_string_append_c (string, '{');
  append_text (string, 8, "position", positions[placement->position]);
  append_amount (string, 8, "below", placement->below);
  append_amount (string, 8, "above", placement->above);
  g_string_append (string, "\n      }");
}

static void
append_differences (GString       *string,
                    VacComparison *self,
                    guint          index)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gint64 difference, tenths;

      if (!vac_comparison_get_difference (self, index, members[i].fact, &difference, &tenths))
        continue;
      if (!any)
        {
          append_member (string, 6, "overBase");
          g_string_append_c (string, '{');
          any = TRUE;
        }
      append_member (string, 8, members[i].name);
      g_string_append_c (string, '{');
      append_figure (string, 10, "difference", i, difference);
      append_number (string, 10, "percent", tenths, 1);
      g_string_append (string, "\n        }");
    }
  if (any)
    g_string_append (string, "\n      }");
}

static void
append_doubts (GString   *string,
               VacDoubts  doubts)
{
  const char *separator = "";

  if (doubts == VAC_DOUBT_NONE)
    return;
  append_member (string, 6, "doubts");
  g_string_append_c (string, '[');
  for (guint i = 0; i < VAC_N_DOUBTS; i++)
    if ((doubts & (1u << i)) != 0)
      {
        g_string_append (string, separator);
        append_string (string, vac_doubt_get_id (i));
        separator = ", ";
      }
  g_string_append_c (string, ']');
}

/* What a blend or a single survey is made of; the table's own source is "source" alone. */
static void
append_sources (GString       *string,
                VacComparison *self)
{
  const char *const *sources = vac_comparison_get_sources (self);
  const char *separator = "";

  if (sources[0] == NULL || sources[1] == NULL)
    return;
  append_member (string, 2, "sources");
  g_string_append_c (string, '[');
  for (guint i = 0; sources[i] != NULL; i++)
    {
      g_string_append_printf (string, "%s\n    ", separator);
      append_string (string, sources[i]);
      separator = ",";
    }
  g_string_append (string, "\n  ]");
}

/* Pay zones with what they pay; a step without "upTo" holds for all above. */
static void
append_zone (GString       *string,
             VacComparison *self,
             guint          index)
{
  const VacComparedZone *compared = vac_comparison_get_zone (self, index);
  const VacPayZone *zone = compared->zone;

  g_string_append (string, index > 0 ? ",\n    {" : "\n    {");
  append_member (string, 6, "name");
  append_string (string, zone->name);
  append_text (string, 6, "explanation", zone->explanation);
  append_member (string, 6, "places");
  g_string_append_c (string, '[');
  for (guint i = 0; zone->places[i] != NULL; i++)
    {
      g_string_append (string, i > 0 ? ", " : "");
      append_string (string, zone->places[i]);
    }
  g_string_append_c (string, ']');
  append_member (string, 6, "steps");
  g_string_append_c (string, '[');
  for (guint i = 0; i < zone->steps->len; i++)
    {
      const VacZoneStep *step = &g_array_index (zone->steps, VacZoneStep, i);

      g_string_append (string, i > 0 ? ", {" : "{");
      if (step->up_to > 0)
        append_amount (string, 8, "upTo", step->up_to);
      append_amount (string, 8, "percentOfBase", step->percent);
      g_string_append (string, "\n      }");
    }
  g_string_append_c (string, ']');
  if (compared->percent > 0)
    append_amount (string, 6, "percentOfBase", compared->percent);
  if (vac_pay_range_is_known (&compared->range))
    {
      append_amount (string, 6, "minimum", compared->range.minimum);
      append_amount (string, 6, "maximum", compared->range.maximum);
    }
  g_string_append (string, "\n    }");
}

static void
append_zones (GString       *string,
              VacComparison *self)
{
  VacPayZones *zones = vac_comparison_get_zones (self);
  const guint n = vac_pay_zones_get_n (zones);

  if (n == 0)
    return;
  append_text (string, 2, "zoneBase", vac_pay_zones_get_base_name (zones));
  append_member (string, 2, "zones");
  g_string_append_c (string, '[');
  for (guint i = 0; i < n; i++)
    append_zone (string, self, i);
  g_string_append (string, "\n  ]");
}

static void
append_levels (GString       *string,
               VacComparison *self)
{
  GPtrArray *levels = vac_comparison_get_levels (self);
  const VacMoney step = vac_comparison_get_step (self);

  if (levels == NULL)
    return;
  append_member (string, 2, "levels");
  g_string_append_c (string, '[');
  for (guint i = 0; i < levels->len; i++)
    {
      const VacPayLevel *level = g_ptr_array_index (levels, i);
      gint64 tenths;

      g_string_append (string, i > 0 ? ",\n    {" : "\n    {");
      append_member (string, 6, "name");
      append_string (string, level->name);
      if (vac_pay_range_is_known (&level->range))
        {
          append_amount (string, 6, "minimum", level->range.minimum);
          append_amount (string, 6, "maximum", level->range.maximum);
          append_amount (string, 6, "midpoint", vac_pay_range_get_midpoint (&level->range, step));
        }
      if (vac_pay_levels_get_progression (levels, i, &tenths))
        append_number (string, 6, "midpointProgressionPercent", tenths, 1);
      g_string_append (string, "\n    }");
    }
  g_string_append (string, "\n  ]");
}

static void
append_place (GString       *string,
              VacComparison *self,
              guint          index)
{
  const VacComparedPlace *place = vac_comparison_get_place (self, index);

  g_string_append (string, index > 0 ? ",\n    {" : "\n    {");
  append_member (string, 6, "name");
  append_string (string, place->name);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gint64 value;

      if (vac_comparison_get_value (self, index, members[i].fact, &value))
        append_figure (string, 6, members[i].name, i, value);
    }
  append_placement (string, &place->placement);
  append_differences (string, self, index);
  append_text (string, 6, "payZone", place->zone);
  append_text (string, 6, "area", place->area);
  append_text (string, 6, "sources", place->sources);
  append_doubts (string, place->doubts);
  append_text (string, 6, "note", place->note);
  g_string_append (string, "\n    }");
}

/**
 * vac_comparison_to_json:
 * @self: a comparison
 *
 * Writes what is known and leaves out what is not. Percentages and price indexes are numbers with
 * their decimals; amounts are exact, without needless digits.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line end
 */
char *
vac_comparison_to_json (VacComparison *self)
{
  GString *string;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new ("{");
  if (vac_comparison_get_year (self) > 0)
    append_number (string, 2, "year", vac_comparison_get_year (self), 0);
  append_text (string, 2, "currency", vac_comparison_get_currency (self));
  append_text (string, 2, "period", vac_pay_period_get_id (vac_comparison_get_period (self)));
  append_text (string, 2, "source", vac_comparison_get_source (self));
  append_sources (string, self);
  append_text (string, 2, "rule", vac_comparison_get_rule (self));
  append_range (string, self, "national", vac_comparison_get_national (self),
                vac_comparison_get_national_twice_midpoint (self), VAC_PAY_PERIOD_YEAR);
  append_range (string, self, "posting", vac_comparison_get_posting (self),
                vac_pay_range_get_twice_midpoint (vac_comparison_get_posting (self)),
                vac_comparison_get_assumed (self));
  if (vac_comparison_get_candidate (self) > 0)
    append_amount (string, 2, "candidate", vac_comparison_get_candidate (self));
  if (vac_comparison_get_base (self) != NULL)
    append_text (string, 2, "base", vac_comparison_get_base (self)->name);

  append_zones (string, self);
  append_levels (string, self);
  append_member (string, 2, "places");
  g_string_append_c (string, '[');
  n = vac_comparison_get_n_places (self);
  for (guint i = 0; i < n; i++)
    append_place (string, self, i);
  g_string_append (string, n > 0 ? "\n  ]\n}\n" : "]\n}\n");

  return g_string_free (string, FALSE);
}
