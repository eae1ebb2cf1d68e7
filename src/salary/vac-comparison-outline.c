/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison-outline"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-axis.h"
#include "vac-comparison-outline.h"
#include "vac-comparison-table.h"
#include "vac-comparison.h"
#include "vac-outline-builder.h"
#include "vac-phrase.h"
#include "vac-table-kind.h"
#include "vac-wording.h"

/* The comparison as a page: what fits side by side on upright paper, and the notes below. */

/* Of the chart: more bars than these fill a page, and tell no more than the table. The lengths are
 * those of the axis on paper and of one label with its gap, in points. */
#define MOST_BARS    30
#define AXIS_LENGTH  330
#define LABEL_LENGTH 46

/* What is doubtful of a place's figures, in the posting's language. */
static void
append_doubts (GString    *string,
               const char *language,
               VacDoubts   doubts)
{
  for (guint i = 0; i < VAC_N_DOUBTS; i++)
    if ((doubts & (1u << i)) != 0)
      g_string_append_printf (string, "%s%s", string->len > 0 ? "; " : "",
                              vac_phrase_get (language, VAC_PHRASE_DOUBT_FEW + i));
}

/* Which area and which surveys a row is made of, what is doubtful of it, and its note. */
static char *
make_note (const VacComparedPlace *place,
           const char             *language)
{
  const char *const parts[] = { place->area, place->sources };
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (string, "%s%s", string->len > 0 ? "; " : "", parts[i]);
  append_doubts (string, language, place->doubts);
  if (*place->note != '\0')
    g_string_append_printf (string, "%s%s", string->len > 0 ? "; " : "", place->note);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
add_notes (VacOutline    *outline,
           VacComparison *comparison)
{
  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    {
      const VacComparedPlace *place = vac_comparison_get_place (comparison, i);

      g_autofree char *note = make_note (place, vac_outline_get_language (outline));

      if (*note != '\0')
        vac_outline_add_labelled (outline, VAC_BLOCK_BULLET, place->name, note, place->node);
    }
}

static double
get_share (const VacAxis *axis,
           VacMoney       amount)
{
  return vac_axis_get_position (axis, amount, 1);
}

static void
add_band (VacChart          *chart,
          const VacAxis     *axis,
          VacChartBand       band,
          const VacPayRange *range,
          const char        *label)
{
  if (vac_pay_range_is_known (range))
    vac_chart_set_band (chart, band, get_share (axis, range->minimum),
                        get_share (axis, range->maximum), label);
}

/* "2 sources mixed"; NULL where all figures are of one. */
static char *
say_mixed (VacOutline    *outline,
           VacComparison *comparison)
{
  const guint n = vac_comparison_count_sources (comparison);
  g_autofree char *number = vac_money_format_number (n, vac_outline_get_language (outline));

  return n < 2 ? NULL
               : vac_phrase_format (vac_outline_get_language (outline), VAC_PHRASE_SOURCES_MIXED,
                                    "n", number, NULL);
}

static void
append_range (GString           *words,
              VacOutline        *outline,
              VacComparison     *comparison,
              const char        *name,
              const VacPayRange *ends)
{
  const char *language = vac_outline_get_language (outline);
  g_autofree char *text = NULL;

  if (ends->minimum <= 0 && ends->maximum <= 0)
    return;
  text = vac_phrase_range (language, vac_comparison_get_currency (comparison), "",
                           ends->minimum > 0 ? &ends->minimum : NULL,
                           ends->maximum > 0 ? &ends->maximum : NULL);
  g_string_append_printf (words, "%s%s%s%s", vac_phrase_get (language, VAC_PHRASE_BETWEEN_ITEMS),
                          name, vac_phrase_get (language, VAC_PHRASE_COLON), text);
}

/* What is read in place of the chart: what it shows, in the order in which it does. */
static char *
say_chart (VacOutline    *outline,
           VacComparison *comparison,
           const char    *mixed)
{
  const char *language = vac_outline_get_language (outline);
  GString *words = g_string_new (vac_outline_get_name (outline));

  if (mixed != NULL)
    g_string_append_printf (words, "%s%s", vac_phrase_get (language, VAC_PHRASE_BETWEEN_ITEMS),
                            mixed);
  append_range (words, outline, comparison, vac_phrase_get (language, VAC_PHRASE_NATIONAL),
                vac_comparison_get_national (comparison));
  append_range (words, outline, comparison, vac_phrase_get (language, VAC_PHRASE_THIS_POSTING),
                vac_comparison_get_posting (comparison));
  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    {
      const VacComparedPlace *place = vac_comparison_get_place (comparison, i);

      append_range (words, outline, comparison, place->name, &place->ends);
    }

  return g_string_free (words, FALSE);
}

/* All places on one axis, with the national and the posting's own range behind them. */
static void
add_chart (VacOutline    *outline,
           VacComparison *comparison,
           VacNode       *salaries)
{
  const char *language = vac_outline_get_language (outline);
  const guint n_places = vac_comparison_get_n_places (comparison);
  g_autoptr (VacChart) chart = vac_chart_new ();
  g_autofree char *mixed = NULL;
  g_autofree char *words = NULL;
  VacMoney minimum, maximum;
  VacAxis axis;

  vac_comparison_get_extent (comparison, &minimum, &maximum);
  if (maximum == 0 || n_places == 0 || n_places > MOST_BARS)
    return;
  axis = vac_axis_fit (minimum, maximum, AXIS_LENGTH, LABEL_LENGTH);
  for (guint i = 0; i < vac_axis_get_n_ticks (&axis); i++)
    {
      g_autofree char *label = vac_axis_format_tick (
          &axis, i, vac_comparison_get_currency (comparison), language);

      vac_chart_add_tick (chart, get_share (&axis, vac_axis_get_tick (&axis, i)), label);
    }
  add_band (chart, &axis, VAC_CHART_BAND_NATION, vac_comparison_get_national (comparison),
            vac_phrase_get (language, VAC_PHRASE_NATIONAL));
  add_band (chart, &axis, VAC_CHART_BAND_POSTING, vac_comparison_get_posting (comparison),
            vac_phrase_get (language, VAC_PHRASE_THIS_POSTING));
  for (guint i = 0; i < n_places; i++)
    {
      const VacComparedPlace *place = vac_comparison_get_place (comparison, i);
      const VacMoney twice = vac_compared_place_get_twice_midpoint (place);
      /* One end alone is a line. */
      const VacMoney low = place->ends.minimum > 0 ? place->ends.minimum : place->ends.maximum;
      const VacMoney high = place->ends.maximum > 0 ? place->ends.maximum : place->ends.minimum;

      const gboolean any = low > 0 && low <= high;

      vac_chart_add_bar (chart, place->name, any ? get_share (&axis, low) : -1,
                         any ? get_share (&axis, high) : -1,
                         twice > 0 ? get_share (&axis, twice / 2) : -1);
    }
  mixed = say_mixed (outline, comparison);
  vac_chart_set_note (chart, mixed);
  words = say_chart (outline, comparison, mixed);
  vac_outline_add_chart (outline, chart, words, salaries);
}

static void
add_missing (VacOutline    *outline,
             VacComparison *comparison,
             VacNode       *salaries)
{
  const char *language = vac_outline_get_language (outline);
  g_autofree char *names = vac_comparison_list_places (comparison, VAC_FACT_PRICE_INDEX);

  g_autofree char *text = NULL;

  if (names == NULL)
    return;
  text = vac_comparison_lacks_puerto_rico (comparison)
             ? g_strdup_printf ("%s. %s", names,
                                vac_phrase_get (language, VAC_PHRASE_NO_INDEX_OF_PUERTO_RICO))
             : g_steal_pointer (&names);
  vac_outline_add_labelled (outline, VAC_BLOCK_PARAGRAPH,
                            vac_phrase_get (language, VAC_PHRASE_NO_PRICE_INDEX), text, salaries);
}

static void
add_range (GArray            *facts,
           VacOutline        *outline,
           VacComparison     *comparison,
           VacPhrase          label,
           const VacPayRange *range,
           VacNode           *node)
{
  const char *language = vac_outline_get_language (outline);
  g_autofree char *text = NULL;

  if (!vac_pay_range_is_known (range))
    return;
  text = vac_phrase_range (language, vac_comparison_get_currency (comparison), "",
                           &range->minimum, &range->maximum);
  vac_facts_add (facts, vac_phrase_get (language, label), text, node);
}

/* With what it assumes, where the posting is paid by the hour or the day and the table is not. */
static void
add_posting (GArray        *facts,
             VacOutline    *outline,
             VacComparison *comparison,
             VacNode       *node)
{
  const char *language = vac_outline_get_language (outline);
  const VacPayRange *range = vac_comparison_get_posting (comparison);
  const VacPayPeriod assumed = vac_comparison_get_assumed (comparison);
  const gboolean hours = assumed == VAC_PAY_PERIOD_HOUR;
  g_autofree char *number = NULL;
  g_autofree char *amounts = NULL;
  g_autofree char *text = NULL;

  if (assumed == VAC_PAY_PERIOD_YEAR || !vac_pay_range_is_known (range))
    {
      add_range (facts, outline, comparison, VAC_PHRASE_THIS_POSTING, range, node);
      return;
    }
  number = vac_money_format_number (vac_pay_period_get_per_year (assumed), language);
  amounts = vac_phrase_range (language, vac_comparison_get_currency (comparison), "",
                              &range->minimum, &range->maximum);
  text = vac_phrase_format (language, hours ? VAC_PHRASE_HOURS_A_YEAR : VAC_PHRASE_DAYS_A_YEAR,
                            "range", amounts, hours ? "hours" : "days", number, NULL);
  vac_facts_add (facts, vac_phrase_get (language, VAC_PHRASE_THIS_POSTING), text, node);
}

static void
add_base (GArray        *facts,
          VacOutline    *outline,
          VacComparison *comparison)
{
  const VacComparedPlace *base = vac_comparison_get_base (comparison);
  g_autofree char *name = NULL;

  if (base == NULL)
    return;
  name = g_strconcat (base->name, VAC_COMPARISON_BASE_MARK, NULL);
  vac_facts_add (facts, vac_phrase_get (vac_outline_get_language (outline),
                                        VAC_PHRASE_COMPARED_WITH), name, base->node);
}

/* Before the figures, so that nobody takes them for those of one survey. */
static void
add_mixed (GArray        *facts,
           VacOutline    *outline,
           VacComparison *comparison,
           VacNode       *salaries)
{
  g_autofree char *mixed = say_mixed (outline, comparison);

  if (mixed != NULL)
    vac_facts_add (facts, NULL, mixed, vac_node_get (salaries, VAC_ROLE_SURVEYS));
}

/* What always stands with the figures: year, currency and period, what they are compared with, and
 * whether they are mixed. */
static void
add_facts (VacOutline    *outline,
           VacComparison *comparison,
           VacNode       *salaries)
{
  static const VacRole roles[] = { VAC_ROLE_SALARIES_YEAR, VAC_ROLE_SALARIES_CURRENCY };
  VacNode *period = vac_node_get (salaries, VAC_ROLE_SALARIES_PERIOD);
  const char *language = vac_outline_get_language (outline);
  g_autoptr (GArray) facts = vac_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    vac_facts_add (facts, NULL, vac_node_get_member_text (salaries, roles[i]),
                   vac_node_get (salaries, roles[i]));
  vac_facts_add (facts, NULL, vac_wording_choice (language, period), period);
  add_range (facts, outline, comparison, VAC_PHRASE_NATIONAL,
             vac_comparison_get_national (comparison), salaries);
  add_posting (facts, outline, comparison, salaries);
  add_base (facts, outline, comparison);
  add_mixed (facts, outline, comparison, salaries);
  vac_outline_add_facts (outline, facts, salaries);
}

static void
add_title (VacOutline *outline,
           VacNode    *salaries)
{
  vac_outline_set_subject (outline, vac_phrase_get (vac_outline_get_language (outline),
                                                    VAC_PHRASE_SALARY_COMPARISON));
  vac_outline_add (outline, VAC_BLOCK_TITLE, vac_outline_get_name (outline), salaries);
}

/* One survey, or each that is mixed with others; what is mixed says so with its weights. */
static void
add_sources (VacOutline    *outline,
             VacComparison *comparison,
             VacNode       *salaries)
{
  const char *language = vac_outline_get_language (outline);
  const char *const *sources = vac_comparison_get_sources (comparison);
  const char *const *others = vac_comparison_get_others (comparison);

  if (vac_comparison_get_rule (comparison) != NULL)
    vac_outline_add_labelled (outline, VAC_BLOCK_PARAGRAPH,
                              vac_phrase_get (language, VAC_PHRASE_RANGE_RULE),
                              vac_comparison_get_rule (comparison),
                              vac_node_get (salaries, VAC_ROLE_RULE));
  for (guint i = 0; sources[i] != NULL; i++)
    vac_outline_add_labelled (outline, VAC_BLOCK_PARAGRAPH,
                              vac_phrase_get (language, VAC_PHRASE_SOURCE), sources[i],
                              vac_node_get (salaries, VAC_ROLE_SALARIES_SOURCE));
  for (guint i = 0; others[i] != NULL; i++)
    vac_outline_add_labelled (outline, VAC_BLOCK_PARAGRAPH,
                              vac_phrase_get (language, VAC_PHRASE_SOURCE), others[i],
                              vac_node_get (salaries, VAC_ROLE_SURVEYS));
}

static VacOutline *
build_outline (VacDocument   *document,
               VacComparison *comparison)
{
  VacNode *salaries = vac_document_get (document, VAC_ROLE_SALARIES);
  VacOutline *outline = vac_outline_new_empty (document, VAC_AUDIENCE_TEAM);
  const guint n_places = vac_comparison_get_n_places (comparison);

  if (n_places <= VAC_COMPARISON_MOST)
    vac_outline_set_sheet (outline);
  add_title (outline, salaries);
  add_facts (outline, comparison, salaries);
  vac_comparison_add_table (outline, comparison, salaries);
  add_chart (outline, comparison, salaries);
  add_notes (outline, comparison);
  add_missing (outline, comparison, salaries);
  add_sources (outline, comparison, salaries);

  return outline;
}

/* Of the places that the user chose, or of all, to be shown, printed or written. */
static VacOutline *
make_outline (VacDocument            *document,
              const VacExportOptions *options)
{
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);

  vac_comparison_set_base_node (comparison, options->base);
  vac_comparison_set_differences (comparison, options->differences);
  if (options->places != NULL)
    vac_comparison_keep_chosen (comparison, (VacNode *const *) options->places->pdata,
                                options->places->len);

  return build_outline (document, comparison);
}

/* Places, the national range and levels are compared; no posting shows them. */
static gboolean
covers (VacNode *node)
{
  return vac_table_kind_covers (VAC_TABLE_SALARIES, node);
}

const VacSubject vac_comparison_subject = {
  .id = "salaries",
  .label = N_("Salary Comparison"),
  .file_suffix = N_("salaries"),
  .make = make_outline,
  .covers = covers,
};
