/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-scenario"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-csv.h"
#include "vac-json.h"
#include "vac-scenario.h"
#include "vac-text-table.h"

/* Scenarios beside the present range, for a terminal and for other programs. */

#define NAME_WIDTH 32

static void
add_line (VacTextTable *table,
          const char   *text,
          guint         width)
{
  g_autofree char *line = g_strdup (text);

  vac_text_table_add (table, g_strdelimit (line, "\n\r\t", ' '), width);
}

/**
 * vac_scenarios_to_text:
 * @self: scenarios
 *
 * Returns: (transfer full): an aligned table, and below it how each range is made or why there is
 *   none; UTF-8 that ends with a line end
 */
char *
vac_scenarios_to_text (VacScenarios *self)
{
  g_autoptr (VacTextTable) table = NULL;
  g_autoptr (GString) string = NULL;
  guint n_columns = 2;

  g_return_val_if_fail (self != NULL, NULL);

  for (VacScenarioFigure figure = 0; figure < VAC_N_SCENARIO_FIGURES; figure++)
    n_columns += vac_scenarios_has_figure (self, figure);
  table = vac_text_table_new (n_columns, ~1u);
  add_line (table, _("Scenario"), 0);
  add_line (table, _("Range"), 0);
  for (VacScenarioFigure figure = 0; figure < VAC_N_SCENARIO_FIGURES; figure++)
    if (vac_scenarios_has_figure (self, figure))
      add_line (table, vac_scenario_figure_get_title (figure), 0);
  for (guint i = 0; i < vac_scenarios_get_n (self); i++)
    {
      g_autofree char *range = vac_scenarios_format_range (self, i);

      add_line (table, vac_scenarios_get (self, i)->name, NAME_WIDTH);
      add_line (table, range, 0);
      for (VacScenarioFigure figure = 0; figure < VAC_N_SCENARIO_FIGURES; figure++)
        {
          g_autofree char *text = vac_scenarios_format (self, i, figure);

          if (vac_scenarios_has_figure (self, figure))
            add_line (table, text, 0);
        }
    }
  string = g_string_new (NULL);
  vac_text_table_append_to (table, string, 0);
  g_string_append_c (string, '\n');
  /* Translators: a place, or the national range */
  g_string_append_printf (string, _("Compared with: %s"), vac_scenarios_get_reference (self));
  g_string_append_c (string, '\n');
  for (guint i = 1; i < vac_scenarios_get_n (self); i++)
    {
      const VacScenario *scenario = vac_scenarios_get (self, i);

      g_string_append_printf (string, "%s: %s\n", scenario->name,
                              scenario->problem != NULL ? scenario->problem : scenario->rule);
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * vac_scenarios_to_csv:
 * @self: scenarios
 * @delimiter: what stands between fields
 *
 * Returns: (transfer full): a header and a row for each scenario, as vac_comparison_to_csv() writes
 *   them; "inside" is a number of ranges, of "ranges"
 */
char *
vac_scenarios_to_csv (VacScenarios *self,
                      char          delimiter)
{
  static const char *const more[] = { "ranges", "reference", "rule" };
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  vac_csv_append_text (string, delimiter, "scenario");
  vac_csv_append_text (string, delimiter, "minimum");
  vac_csv_append_text (string, delimiter, "maximum");
  for (VacScenarioFigure figure = 0; figure < VAC_N_SCENARIO_FIGURES; figure++)
    if (vac_scenarios_has_figure (self, figure))
      vac_csv_append_text (string, delimiter, vac_scenario_figure_get_id (figure));
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    vac_csv_append_text (string, delimiter, more[i]);
  vac_csv_end_row (string);
  for (guint i = 0; i < vac_scenarios_get_n (self); i++)
    {
      const VacScenario *scenario = vac_scenarios_get (self, i);
      const gboolean known = vac_pay_range_is_known (&scenario->range);

      vac_csv_append_text (string, delimiter, scenario->name);
      if (known)
        {
          vac_csv_append_money (string, delimiter, scenario->range.minimum);
          vac_csv_append_money (string, delimiter, scenario->range.maximum);
        }
      for (guint j = known ? 2 : 0; j < 2; j++)
        vac_csv_append_text (string, delimiter, "");
      for (VacScenarioFigure figure = 0; figure < VAC_N_SCENARIO_FIGURES; figure++)
        {
          gint64 value;

          if (vac_scenarios_get_value (self, i, figure, &value))
            vac_csv_append_number (string, delimiter, value,
                                   figure == VAC_SCENARIO_INSIDE ? 0 : 1);
          else if (vac_scenarios_has_figure (self, figure))
            vac_csv_append_text (string, delimiter, "");
        }
      vac_csv_append_number (string, delimiter, vac_scenarios_get_n_ranges (self), 0);
      vac_csv_append_text (string, delimiter, vac_scenarios_get_reference (self));
      vac_csv_append_text (string, delimiter, scenario->rule);
      vac_csv_end_row (string);
    }

  return g_string_free (string, FALSE);
}

static void
append_text (GString    *string,
             const char *name,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (string, ",\n      \"%s\": ", name);
  vac_json_append_string (string, text);
}

static void
append_scenario (GString      *string,
                 VacScenarios *self,
                 guint         index)
{
  static const char *const members[VAC_N_SCENARIO_FIGURES] = {
    "spreadPercent", "inside", "compaRatioPercent", "rangePenetrationPercent",
    "candidateCompaRatioPercent", "candidateRangePenetrationPercent",
  };
  const VacScenario *scenario = vac_scenarios_get (self, index);

  g_string_append (string, index > 0 ? ",\n    {\n      \"name\": " : "\n    {\n      \"name\": ");
  vac_json_append_string (string, scenario->name);
  if (vac_pay_range_is_known (&scenario->range))
    {
      g_autofree char *minimum = vac_money_to_text (scenario->range.minimum);
      g_autofree char *maximum = vac_money_to_text (scenario->range.maximum);

      g_string_append_printf (string, ",\n      \"minimum\": %s,\n      \"maximum\": %s", minimum,
                              maximum);
    }
  for (VacScenarioFigure figure = 0; figure < VAC_N_SCENARIO_FIGURES; figure++)
    {
      g_autofree char *number = NULL;
      gint64 value;

      if (!vac_scenarios_get_value (self, index, figure, &value))
        continue;
      number = vac_money_decimal_to_text (value, figure == VAC_SCENARIO_INSIDE ? 0 : 1);
      g_string_append_printf (string, ",\n      \"%s\": %s", members[figure], number);
    }
  append_text (string, "rule", scenario->rule);
  append_text (string, "problem", scenario->problem);
  g_string_append (string, "\n    }");
}

/**
 * vac_scenarios_to_json:
 * @self: scenarios
 *
 * Writes what is known and leaves out what is not. The first is the present range.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line end
 */
char *
vac_scenarios_to_json (VacScenarios *self)
{
  GString *string;

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new ("{\n  \"reference\": ");
  vac_json_append_string (string, vac_scenarios_get_reference (self));
  g_string_append_printf (string, ",\n  \"ranges\": %u,\n  \"scenarios\": [",
                          vac_scenarios_get_n_ranges (self));
  for (guint i = 0; i < vac_scenarios_get_n (self); i++)
    append_scenario (string, self, i);
  g_string_append (string, "\n  ]\n}\n");

  return g_string_free (string, FALSE);
}
