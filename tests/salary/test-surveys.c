/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "exporting.h"
#include "salary-fixture.h"
#include "support.h"
#include "vac-comparison-outline.h"
#include "vac-comparison.h"
#include "vac-exporters.h"
#include "vac-salary-edit.h"

/* The fixture's own figures, and those of a survey for Seattle: weight 100 shows the survey. */
static VacDocument *
create_document (const char *weight,
                 const char *own)
{
  VacDocument *document = salary_fixture_new ();
  VacNode *survey = support_append (document, vac_document_get (document, VAC_ROLE_SURVEYS));
  VacNode *seattle = salary_fixture_get_place (document, "Seattle");
  VacNode *figure = support_append (document, vac_node_get (seattle, VAC_ROLE_FIGURES));

  support_set (document, survey, VAC_ROLE_SURVEY_NAME, "OEWS");
  support_set (document, survey, VAC_ROLE_SURVEY_EDITION, "May 2024");
  support_set (document, survey, VAC_ROLE_SURVEY_WEIGHT, weight);
  salary_fixture_set (document, VAC_ROLE_SALARIES_WEIGHT, own);
  support_set (document, figure, VAC_ROLE_FIGURE_SURVEY, "OEWS");
  support_set (document, figure, VAC_ROLE_FIGURE_P25, "140000");
  support_set (document, figure, VAC_ROLE_FIGURE_MEDIAN, "172000");
  support_set (document, figure, VAC_ROLE_FIGURE_P75, "220000");
  support_set (document, figure, VAC_ROLE_FIGURE_P90, "239200");
  support_set (document, figure, VAC_ROLE_FIGURE_AREA_KIND, VAC_AREA_METROPOLITAN);
  support_set (document, figure, VAC_ROLE_FIGURE_AREA_CODE, "42660");

  return document;
}

static void
test_figures_of_the_shown_survey (void)
{
  static const struct
  {
    VacFact     fact;
    const char *expected;
  } cases[] = {
    { VAC_FACT_MINIMUM, "$140,000" },
    { VAC_FACT_MAXIMUM, "$220,000" },
    { VAC_FACT_MIDPOINT, "$172,000" },
    { VAC_FACT_COMPA_RATIO, "87.2%" },
    { VAC_FACT_PENETRATION, "12.5%" },
    { VAC_FACT_CANDIDATE_RATIO, "104.7%" },
    { VAC_FACT_CANDIDATE_PENETRATION, "50.0%" },
    { VAC_FACT_NATIONAL_DOLLARS, "$152,226" },
    { VAC_FACT_AREA, "metropolitan area 42660" },
    { VAC_FACT_SOURCES, "OEWS, May 2024 (P25–P75)" },
    { VAC_FACT_OVER_NATIONAL, "" },
  };
  g_autoptr (VacDocument) document = create_document ("100", "");
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  guint index = 0;

  vac_comparison_set_candidate (comparison, 180000 * VAC_MONEY_ONE);
  g_assert_true (vac_comparison_find (comparison, "Seattle", &index, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_comparison_format (comparison, index, cases[i].fact);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  g_assert_true (vac_comparison_find (comparison, "Austin", &index, NULL));
  g_assert_false (vac_pay_range_is_known (&vac_comparison_get_place (comparison, index)->range));
}

static void
test_break_even_keeps_what_pay_buys (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autofree char *text = NULL;
  guint index = 0;

  g_assert_false (vac_comparison_has_fact (comparison, VAC_FACT_BREAK_EVEN));
  g_assert_true (vac_comparison_set_base (comparison, "Austin", NULL));
  g_assert_true (vac_comparison_find (comparison, "Seattle", &index, NULL));
  text = vac_comparison_format (comparison, index, VAC_FACT_BREAK_EVEN);
  g_assert_cmpstr (text, ==, "$173,617");
}

static void
test_page_says_what_is_mixed (void)
{
  g_autoptr (VacDocument) document = create_document ("60", "40");
  g_autofree char *text = NULL;

  salary_fixture_set (document, VAC_ROLE_RULE_TARGET, VAC_TARGET_MEDIAN);
  salary_fixture_set (document, VAC_ROLE_RULE_SPREAD, "20");
  salary_fixture_set (document, VAC_ROLE_RULE_ROUNDING, "1000");
  text = salary_fixture_export (document, "markdown");
  g_assert_nonnull (strstr (text, " · 2 sources mixed\n"));
  g_assert_nonnull (strstr (text, "| Maximum | $220,000 | $210,000 | $212,000 | $175,000 |"));
  g_assert_nonnull (strstr (text, "| Midpoint | $190,000 | $180,000 | $171,200 | $150,000 |"));
  g_assert_nonnull (strstr (text, "**Source:** Synthetic survey · 40.0%"));
  g_assert_nonnull (strstr (text, "**Source:** OEWS, May 2024 · 60.0%"));
  g_assert_nonnull (strstr (text, "**Range rule:** Median (OEWS, May 2024) × 1.00 ± 20.0%, rounded "
                                  "to $1,000"));
  g_assert_nonnull (strstr (text, "| Range rule: Minimum | — | — | $138,000 |"));
  g_assert_nonnull (strstr (text, "| Range rule: Maximum | — | — | $206,000 |"));
  g_assert_nonnull (strstr (text, "**Austin:** Own figures; "));
}

static void
test_web_page_has_a_chart (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autofree char *html = salary_fixture_export (document, "html");
  g_autofree char *text = salary_fixture_export (document, "text");
  guint n_texts = 0;

  for (const char *p = html; (p = strstr (p, "<text ")) != NULL; p++)
    n_texts++;
  g_assert_nonnull (strstr (html, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""));
  g_assert_nonnull (strstr (html, ">San Francisco Bay Area</text>"));
  /* Eight places, two bands, and seven ticks from $100k to $220k. */
  g_assert_cmpuint (n_texts, ==, 17);
  g_assert_null (strstr (text, "svg"));
}

static VacChart *
find_chart (VacOutline *outline)
{
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    if (vac_outline_get_block (outline, i)->kind == VAC_BLOCK_CHART)
      return vac_outline_get_block (outline, i)->chart;

  return NULL;
}

/* Pages keep what looks the same, and must not keep a chart of other figures. */
static void
test_charts_differ_by_their_figures (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacOutline) first = vac_comparison_subject.make (document, &vac_export_defaults);
  g_autoptr (VacOutline) again = vac_comparison_subject.make (document, &vac_export_defaults);
  g_autoptr (VacOutline) other = NULL;

  support_set (document, salary_fixture_get_place (document, "Seattle"), VAC_ROLE_PLACE_MINIMUM,
               "141000");
  other = vac_comparison_subject.make (document, &vac_export_defaults);
  g_assert_nonnull (find_chart (first));
  g_assert_true (vac_chart_equal (find_chart (first), find_chart (again)));
  g_assert_false (vac_chart_equal (find_chart (first), find_chart (other)));
  g_assert_false (vac_chart_equal (find_chart (first), NULL));
}

static void
test_range_of_the_rule_is_used (void)
{
  g_autoptr (VacDocument) document = create_document ("100", "");
  VacNode *seattle = salary_fixture_get_place (document, "Seattle");
  VacPayRange range;

  salary_fixture_set (document, VAC_ROLE_RULE_TARGET, VAC_TARGET_P75);
  salary_fixture_set (document, VAC_ROLE_RULE_FACTOR, "0.9");
  salary_fixture_set (document, VAC_ROLE_RULE_SPREAD, "10");
  salary_fixture_set (document, VAC_ROLE_RULE_ROUNDING, "500");
  vac_document_add_barrier (document);
  g_assert_true (vac_salary_get_offer (document, seattle, &range));
  g_assert_true (vac_salary_use_range (document, seattle, NULL));
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_PAY_MINIMUM), ==, "178000");
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_PAY_MAXIMUM), ==, "218000");
  g_assert_true (vac_document_undo (document));
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_PAY_MINIMUM), ==, "120000");
  g_assert_false (vac_salary_use_range (document, salary_fixture_get_place (document, "Austin"),
                                        NULL));
}

static void
test_places_without_a_price_index_are_named (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) full = vac_comparison_new (document);
  g_autoptr (VacComparison) comparison = NULL;
  g_autofree char *none = vac_comparison_list_without_index (full);
  g_autofree char *text = NULL;

  salary_fixture_add_place (document, "San Juan", "60000", "90000", "", "");
  salary_fixture_add_place (document, "Ponce", "60000", "90000", "", "");
  comparison = vac_comparison_new (document);
  text = vac_comparison_list_without_index (comparison);
  g_assert_null (none);
  g_assert_cmpstr (text, ==, "No price index: San Juan; Ponce");
}

static void
test_puerto_rico_has_no_price_index (void)
{
  static const char *const names[] = {
    "Aguadilla, PR", "Arecibo, PR", "Guayama, PR", "Mayagüez, PR", "Ponce, PR", "San Juan, PR",
  };
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = NULL;
  g_autofree char *text = NULL;
  g_autofree char *page = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    salary_fixture_add_place (document, names[i], "60000", "90000", "", "");
  comparison = vac_comparison_new (document);
  text = vac_comparison_list_without_index (comparison);
  g_assert_cmpstr (text, ==, "No price index: Aguadilla, PR; Arecibo, PR; Guayama, PR; Mayagüez, "
                             "PR; Ponce, PR; San Juan, PR. No official index covers Puerto Rico.");
  page = salary_fixture_export (document, "markdown");
  g_assert_nonnull (strstr (page, "San Juan, PR. No official index covers Puerto Rico.\n"));
  /* Also where no place has one. */
  g_assert_true (vac_comparison_keep (comparison, (const char *const[]) { "Ponce, PR", NULL },
                                      NULL));
  g_free (text);
  text = vac_comparison_list_without_index (comparison);
  g_assert_cmpstr (text, ==, "No price index: Ponce, PR. No official index covers Puerto Rico.");
}

static void
test_figures_that_are_left_out_are_named (void)
{
  g_autoptr (VacDocument) document = create_document ("100", "");
  VacNode *seattle = salary_fixture_get_place (document, "Seattle");
  g_autoptr (VacComparison) comparison = NULL;
  g_autofree char *text = NULL;
  guint index = 0;
  VacNode *figure;

  figure = support_append (document, vac_node_get (seattle, VAC_ROLE_FIGURES));
  support_set (document, figure, VAC_ROLE_FIGURE_SURVEY, "OEWS");
  support_set (document, figure, VAC_ROLE_FIGURE_MEDIAN, "99000");
  figure = support_append (document, vac_node_get (seattle, VAC_ROLE_FIGURES));
  support_set (document, figure, VAC_ROLE_FIGURE_SURVEY, "Nobody’s");
  support_set (document, figure, VAC_ROLE_FIGURE_MEDIAN, "1");
  comparison = vac_comparison_new (document);
  g_assert_true (vac_comparison_find (comparison, "Seattle", &index, NULL));
  text = vac_comparison_format (comparison, index, VAC_FACT_DOUBTS);
  g_assert_cmpstr (text, ==, "Figures of an unknown survey left out; Several figures of one "
                             "survey, the first one shown");
  g_clear_pointer (&text, g_free);
  text = vac_comparison_format (comparison, index, VAC_FACT_MIDPOINT);
  g_assert_cmpstr (text, ==, "$172,000");
  g_clear_pointer (&text, g_free);
  text = salary_fixture_export (document, "markdown");
  g_assert_nonnull (strstr (text, "Figures of an unknown survey left out; Several figures"));
}

/* The table's own range that a survey has as well was taken from there. */
static void
test_own_figures_know_the_survey_they_were_taken_from (void)
{
  g_autoptr (VacDocument) document = create_document ("", "");
  VacNode *seattle = salary_fixture_get_place (document, "Seattle");
  g_autoptr (VacComparison) before = vac_comparison_new (document);
  g_autoptr (VacComparison) after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *page = NULL;
  guint index = 0;

  g_assert_cmpuint (vac_comparison_count_sources (before), ==, 1);
  support_set (document, seattle, VAC_ROLE_PLACE_MAXIMUM, "220000");
  after = vac_comparison_new (document);
  g_assert_cmpuint (vac_comparison_count_sources (after), ==, 2);
  g_assert_true (vac_comparison_find (after, "Seattle", &index, NULL));
  text = vac_comparison_format (after, index, VAC_FACT_SOURCES);
  g_assert_cmpstr (text, ==, "OEWS, May 2024 (P25–P75)");
  page = salary_fixture_export (document, "markdown");
  g_assert_nonnull (strstr (page, " · 2 sources mixed\n"));
  g_assert_nonnull (strstr (page, "**Source:** OEWS, May 2024"));
  g_assert_true (vac_comparison_keep (after, (const char *const[]) { "Seattle", NULL }, NULL));
  g_assert_cmpuint (vac_comparison_count_sources (after), ==, 1);
}

static void
test_every_figure_is_explained (void)
{
  for (VacFact fact = 0; fact < VAC_N_FACTS; fact++)
    {
      const char *explanation = vac_fact_get_explanation (fact);

      g_assert_nonnull (explanation);
      g_assert_true (g_str_has_suffix (explanation, "."));
      g_assert_null (strchr (explanation, '\n'));
    }
  g_assert_nonnull (vac_fact_get_formula (VAC_FACT_COMPA_RATIO));
  g_assert_null (vac_fact_get_formula (VAC_FACT_NOTE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surveys/figures-of-the-shown-survey", test_figures_of_the_shown_survey);
  g_test_add_func ("/surveys/break-even-keeps-what-pay-buys", test_break_even_keeps_what_pay_buys);
  g_test_add_func ("/surveys/the-page-says-what-is-mixed", test_page_says_what_is_mixed);
  g_test_add_func ("/surveys/a-web-page-has-a-chart", test_web_page_has_a_chart);
  g_test_add_func ("/surveys/charts-differ-by-their-figures", test_charts_differ_by_their_figures);
  g_test_add_func ("/surveys/the-range-of-the-rule-is-used", test_range_of_the_rule_is_used);
  g_test_add_func ("/surveys/places-without-a-price-index-are-named",
                   test_places_without_a_price_index_are_named);
  g_test_add_func ("/surveys/puerto-rico-has-no-price-index", test_puerto_rico_has_no_price_index);
  g_test_add_func ("/surveys/figures-that-are-left-out-are-named",
                   test_figures_that_are_left_out_are_named);
  g_test_add_func ("/surveys/own-figures-know-the-survey-they-were-taken-from",
                   test_own_figures_know_the_survey_they_were_taken_from);
  g_test_add_func ("/surveys/every-figure-is-explained", test_every_figure_is_explained);

  return g_test_run ();
}
