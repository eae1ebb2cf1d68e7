/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "salary-fixture.h"
#include "support.h"
#include "vac-salary-edit.h"
#include "vac-scenario.h"

/* What a scenario says, in the order of the form. */
static VacNode *
add_scenario (VacDocument       *document,
              const char *const *values)
{
  static const VacRole roles[] = {
    VAC_ROLE_SCENARIO_NAME, VAC_ROLE_SCENARIO_PLACE, VAC_ROLE_SCENARIO_ZONE,
    VAC_ROLE_SCENARIO_SURVEY, VAC_ROLE_SCENARIO_TARGET, VAC_ROLE_SCENARIO_FACTOR,
    VAC_ROLE_SCENARIO_SPREAD, VAC_ROLE_SCENARIO_ROUNDING,
  };
  VacNode *scenario = support_append (document, vac_document_get (document, VAC_ROLE_SCENARIOS));

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    support_set (document, scenario, roles[i], values[i] != NULL ? values[i] : "");

  return scenario;
}

/* The fixture, a zone "Coast" of Seattle at 110 percent, and a survey of Seattle with weight 0. */
static VacDocument *
create_document (void)
{
  VacDocument *document = salary_fixture_new ();
  VacNode *zone = support_append (document, vac_document_get (document, VAC_ROLE_ZONES));
  VacNode *step = support_append (document, vac_node_get (zone, VAC_ROLE_ZONE_STEPS));
  VacNode *survey = support_append (document, vac_document_get (document, VAC_ROLE_SURVEYS));
  VacNode *seattle = salary_fixture_get_place (document, "Seattle");
  VacNode *figure = support_append (document, vac_node_get (seattle, VAC_ROLE_FIGURES));

  support_set (document, zone, VAC_ROLE_ZONE_NAME, "Coast");
  support_set (document, step, VAC_ROLE_ZONE_STEP_PERCENT, "110");
  support_set (document, survey, VAC_ROLE_SURVEY_NAME, "OEWS");
  support_set (document, figure, VAC_ROLE_FIGURE_SURVEY, "OEWS");
  support_set (document, figure, VAC_ROLE_FIGURE_P25, "140000");
  support_set (document, figure, VAC_ROLE_FIGURE_MEDIAN, "172000");
  support_set (document, figure, VAC_ROLE_FIGURE_P75, "220000");
  vac_document_add_barrier (document);

  return document;
}

/* By hand: the reference is the national range, 120,000 to 180,000 around 150,000. */
typedef struct
{
  const char *name;
  const char *values[8];   /* name, place, zone, survey, target, factor, spread, rounding */
  const char *range;
  const char *figures[VAC_N_SCENARIO_FIGURES];
  const char *said;        /* the rule, or the problem where there is no range */
} Case;

static const Case cases[] = {
  { "says-nothing-and-is-the-national-range", { "" }, "$120,000 – $180,000",
    { "50.0%", "1 of 8", "100.0%", "50.0%" }, "National average range: Minimum – Maximum" },
  { "is-of-a-place", { "S", "seattle" }, "$140,000 – $200,000",
    { "42.9%", "1 of 8", "113.3%", "83.3%" }, "Seattle: Minimum – Maximum" },
  { "has-a-spread-around-the-midpoint", { "S", "Seattle", NULL, NULL, NULL, NULL, "10" },
    "$153,000 – $187,000", { "22.2%", "3 of 8", "113.3%", "83.3%" },
    "Seattle: Midpoint × 1.00 ± 10.0%" },
  { "takes-one-survey", { "S", "Seattle", NULL, "OEWS", "p75", "0.9", "5", "5000" },
    "$190,000 – $210,000", { "10.5%", "2 of 8", "133.3%", "133.3%" },
    "Seattle: P75 (OEWS) × 0.90 ± 5.0%, rounded to $5,000" },
  { "takes-the-table-s-own", { "S", "Seattle", NULL, "own" }, "$140,000 – $200,000",
    { "42.9%", "1 of 8", "113.3%", "83.3%" }, "Seattle: Minimum – Maximum" },
  { "is-of-a-zone", { "Z", NULL, "coast", NULL, NULL, NULL, NULL, "500" },
    "$132,000 – $198,000", { "50.0%", "0 of 8", "110.0%", "75.0%" },
    "Coast: National average range, Minimum – Maximum × 110%, rounded to $500" },
  { "is-not-of-both", { "B", "Seattle", "Coast" }, "", { "", "", "", "" },
    "A scenario is of a place or of a pay zone, not of both." },
  { "knows-its-place", { "B", "Paris" }, "", { "", "", "", "" },
    "There is no place “Paris” in the table." },
  { "knows-its-zone", { "B", NULL, "Paris" }, "", { "", "", "", "" },
    "There is no pay zone “Paris”." },
  { "knows-its-survey", { "B", NULL, NULL, "Paris" }, "", { "", "", "", "" },
    "There is no survey “Paris”." },
  { "needs-figures", { "B", "Austin", NULL, "OEWS" }, "", { "", "", "", "" },
    "There are no figures to make this range of, or it is rounded to nothing." },
};

static void
test_scenario (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (VacDocument) document = create_document ();
  g_autoptr (VacComparison) comparison = NULL;
  g_autoptr (VacScenarios) scenarios = NULL;
  g_autofree char *range = NULL;
  const VacScenario *scenario;

  add_scenario (document, test->values);
  comparison = vac_comparison_new (document);
  scenarios = vac_scenarios_new (document, comparison);
  g_assert_cmpuint (vac_scenarios_get_n (scenarios), ==, 2);
  g_assert_cmpstr (vac_scenarios_get_reference (scenarios), ==, "National range");
  scenario = vac_scenarios_get (scenarios, 1);
  range = vac_scenarios_format_range (scenarios, 1);
  g_assert_cmpstr (range, ==, test->range);
  for (VacScenarioFigure figure = 0; figure < VAC_N_SCENARIO_FIGURES; figure++)
    {
      g_autofree char *text = vac_scenarios_format (scenarios, 1, figure);

      g_assert_cmpstr (text, ==, test->figures[figure] != NULL ? test->figures[figure] : "");
    }
  g_assert_cmpstr (scenario->problem != NULL ? scenario->problem : scenario->rule, ==, test->said);
  g_assert_cmpint (scenario->problem == NULL, ==, *test->range != '\0');
}

static void
test_the_rule_holds_where_a_scenario_says_nothing (void)
{
  static const char *const values[8] = { "S", "Seattle", NULL, NULL, NULL, NULL, "10", NULL };
  g_autoptr (VacDocument) document = create_document ();
  g_autoptr (VacComparison) comparison = NULL;
  g_autoptr (VacScenarios) scenarios = NULL;
  g_autofree char *range = NULL;

  salary_fixture_set (document, VAC_ROLE_RULE_TARGET, VAC_TARGET_MIDPOINT);
  salary_fixture_set (document, VAC_ROLE_RULE_FACTOR, "1.05");
  salary_fixture_set (document, VAC_ROLE_RULE_SPREAD, "25");
  salary_fixture_set (document, VAC_ROLE_RULE_ROUNDING, "1000");
  add_scenario (document, values);
  comparison = vac_comparison_new (document);
  g_assert_true (vac_comparison_set_base (comparison, "Austin", NULL));
  scenarios = vac_scenarios_new (document, comparison);
  range = vac_scenarios_format_range (scenarios, 1);
  /* 170,000 × 1.05 = 178,500, less and more a tenth. */
  g_assert_cmpstr (range, ==, "$161,000 – $196,000");
  g_assert_cmpstr (vac_scenarios_get_reference (scenarios), ==, "Austin");
}

/* 155,000 of 120,000 to 180,000 is 35 of 60, and 103.3 percent of 150,000. */
static void
test_a_candidate_is_held_against_each_range (void)
{
  g_autoptr (VacDocument) document = create_document ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autoptr (VacScenarios) scenarios = vac_scenarios_new (document, comparison);
  g_autofree char *ratio = NULL;
  g_autofree char *penetration = NULL;

  g_assert_false (vac_scenarios_has_figure (scenarios, VAC_SCENARIO_CANDIDATE_RATIO));
  vac_comparison_set_candidate (comparison, 155000 * VAC_MONEY_ONE);
  ratio = vac_scenarios_format (scenarios, 0, VAC_SCENARIO_CANDIDATE_RATIO);
  penetration = vac_scenarios_format (scenarios, 0, VAC_SCENARIO_CANDIDATE_PENETRATION);
  g_assert_true (vac_scenarios_has_figure (scenarios, VAC_SCENARIO_CANDIDATE_RATIO));
  g_assert_cmpstr (ratio, ==, "103.3%");
  g_assert_cmpstr (penetration, ==, "58.3%");
}

static const char *
get_text (VacDocument *document,
          VacRole      role)
{
  return vac_document_get_text (document, role);
}

static void
test_one_is_kept_and_the_rest_are_gone (void)
{
  static const char *const values[3][8] = {
    { "A", NULL, "Coast" },
    { "B", "Seattle", NULL, "OEWS", "p75", "0.9", "5", "5000" },
    { "C" },
  };
  g_autoptr (VacDocument) document = create_document ();
  VacNode *list = vac_document_get (document, VAC_ROLE_SCENARIOS);
  VacNode *survey = vac_node_get_child (vac_document_get (document, VAC_ROLE_SURVEYS), 0);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    add_scenario (document, values[i]);
  vac_document_add_barrier (document);
  g_assert_true (vac_scenario_keep (document, vac_node_get_child (list, 1)));
  for (guint i = 0; i < 3; i++)
    {
      const gboolean undone = i == 1;

      g_assert_cmpstr (get_text (document, VAC_ROLE_PAY_MINIMUM), ==, undone ? "120000" : "190000");
      g_assert_cmpstr (get_text (document, VAC_ROLE_PAY_MAXIMUM), ==, undone ? "180000" : "210000");
      g_assert_cmpstr (get_text (document, VAC_ROLE_RULE_TARGET), ==, undone ? "" : "p75");
      g_assert_cmpstr (get_text (document, VAC_ROLE_RULE_FACTOR), ==, undone ? "" : "0.9");
      g_assert_cmpstr (get_text (document, VAC_ROLE_RULE_ROUNDING), ==, undone ? "" : "5000");
      g_assert_cmpstr (vac_node_get_member_text (survey, VAC_ROLE_SURVEY_WEIGHT), ==,
                       undone ? "" : "100");
      g_assert_cmpuint (vac_node_get_n_children (list), ==, undone ? 3 : 0);
      if (i < 2)
        g_assert_true (i == 0 ? vac_document_undo (document) : vac_document_redo (document));
    }
}

static void
test_what_has_no_range_is_not_kept (void)
{
  static const char *const values[8] = { "A", "Paris" };
  g_autoptr (VacDocument) document = create_document ();
  VacNode *scenario = add_scenario (document, values);
  const guint64 state = vac_document_get_state (document);

  g_assert_false (vac_scenario_keep (document, scenario));
  g_assert_cmpuint (vac_document_get_state (document), ==, state);
  vac_document_set_read_only (document, TRUE);
  g_assert_false (vac_scenario_discard_all (document));
  g_assert_cmpuint (vac_document_get_state (document), ==, state);
}

static void
test_all_are_discarded_in_one_step (void)
{
  static const char *const values[8] = { "A" };
  g_autoptr (VacDocument) document = create_document ();
  VacNode *list = vac_document_get (document, VAC_ROLE_SCENARIOS);

  for (guint i = 0; i < 3; i++)
    add_scenario (document, values);
  vac_document_add_barrier (document);
  g_assert_true (vac_scenario_discard_all (document));
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 0);
  g_assert_true (vac_document_undo (document));
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 3);
  g_assert_cmpstr (vac_node_get_member_text (vac_node_get_child (list, 2), VAC_ROLE_SCENARIO_NAME),
                   ==, "A");
}

static void
test_hostile_names_stay_in_their_cells (void)
{
  static const char *const values[8] = { "=HYPERLINK(\"x\")\n<b>\"&", "Seattle\u202e" };
  g_autoptr (VacDocument) document = create_document ();
  g_autoptr (VacComparison) comparison = NULL;
  g_autoptr (VacScenarios) scenarios = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;

  add_scenario (document, values);
  comparison = vac_comparison_new (document);
  scenarios = vac_scenarios_new (document, comparison);
  csv = vac_scenarios_to_csv (scenarios, ',');
  json = vac_scenarios_to_json (scenarios);
  text = vac_scenarios_to_text (scenarios);
  g_assert_nonnull (strstr (csv, "\"'=HYPERLINK("));
  g_assert_nonnull (strstr (json, "\"=HYPERLINK(\\\"x\\\")\\n<b>\\\"&\""));
  g_assert_nonnull (strstr (text, "=HYPERLINK(\"x\") <b>\"&"));
}

/* Pay of places of work */

static VacNode *
add_location (VacDocument *document,
              const char  *city,
              const char  *minimum,
              const char  *currency)
{
  VacNode *location = support_append (document, vac_document_get (document, VAC_ROLE_LOCATIONS));

  support_set (document, location, VAC_ROLE_LOCATION_CITY, city);
  support_set (document, location, VAC_ROLE_LOCATION_PAY_MINIMUM, minimum);
  support_set (document, location, VAC_ROLE_LOCATION_PAY_CURRENCY, currency);

  return location;
}

static void
test_pay_of_a_place_of_work_is_its_own (void)
{
  g_autoptr (VacDocument) document = create_document ();
  VacNode *seattle = add_location (document, "Seattle", "", "");
  VacNode *austin = add_location (document, "Austin", "90000", "");
  VacNode *place = salary_fixture_get_place (document, "Seattle");

  vac_document_add_barrier (document);
  g_assert_true (vac_salary_find_own_pay (document, "Seattle") == seattle);
  g_assert_null (vac_salary_find_own_pay (document, "Boston"));
  g_assert_true (vac_salary_use_range (document, place, NULL));
  g_assert_cmpstr (get_text (document, VAC_ROLE_PAY_MINIMUM), ==, "120000");
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_LOCATION_PAY_MINIMUM), ==, "140000");
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_LOCATION_PAY_MAXIMUM), ==, "200000");
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_LOCATION_PAY_CURRENCY), ==, "");
  g_assert_cmpstr (vac_node_get_member_text (austin, VAC_ROLE_LOCATION_PAY_MINIMUM), ==, "90000");
  g_assert_true (vac_document_undo (document));
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_LOCATION_PAY_MINIMUM), ==, "");
  g_assert_true (vac_salary_use_range_at (document, place, NULL, 7000 * VAC_MONEY_ONE, NULL));
  g_assert_cmpstr (get_text (document, VAC_ROLE_PAY_MINIMUM), ==, "140000");
  g_assert_cmpstr (get_text (document, VAC_ROLE_PAY_MAXIMUM), ==, "203000");
}

static void
test_pay_of_one_place_is_that_of_the_posting (void)
{
  g_autoptr (VacDocument) document = create_document ();

  add_location (document, "Seattle", "100000", "");
  g_assert_null (vac_salary_find_own_pay (document, "Seattle"));
}

/* 140,000 a year is 67.31 an hour of 2,080; the other places keep period and currency. */
static void
test_other_amounts_keep_their_meaning (void)
{
  g_autoptr (VacDocument) document = create_document ();
  VacNode *place = salary_fixture_get_place (document, "Seattle");
  VacNode *austin = add_location (document, "Austin", "45", "");
  VacNode *seattle = add_location (document, "Seattle", "50", "CAD");

  salary_fixture_set (document, VAC_ROLE_PAY_PERIOD, VAC_PERIOD_HOUR);
  salary_fixture_set (document, VAC_ROLE_PAY_CURRENCY, "EUR");
  g_assert_true (vac_salary_use_range (document, place, NULL));
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_LOCATION_PAY_MINIMUM), ==, "67.31");
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_LOCATION_PAY_MAXIMUM), ==, "96.15");
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_LOCATION_PAY_CURRENCY), ==, "USD");
  g_assert_true (vac_salary_use_range_at (document, place, NULL, 0, NULL));
  g_assert_cmpstr (get_text (document, VAC_ROLE_PAY_MINIMUM), ==, "67.31");
  g_assert_cmpstr (get_text (document, VAC_ROLE_PAY_PERIOD), ==, VAC_PERIOD_HOUR);
  g_assert_cmpstr (get_text (document, VAC_ROLE_PAY_CURRENCY), ==, "USD");
  g_assert_cmpstr (vac_node_get_member_text (austin, VAC_ROLE_LOCATION_PAY_CURRENCY), ==, "EUR");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/scenarios/one/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_scenario);
    }
  g_test_add_func ("/scenarios/the-rule-holds-where-a-scenario-says-nothing",
                   test_the_rule_holds_where_a_scenario_says_nothing);
  g_test_add_func ("/scenarios/a-candidate-is-held-against-each-range",
                   test_a_candidate_is_held_against_each_range);
  g_test_add_func ("/scenarios/one-is-kept-and-the-rest-are-gone",
                   test_one_is_kept_and_the_rest_are_gone);
  g_test_add_func ("/scenarios/what-has-no-range-is-not-kept", test_what_has_no_range_is_not_kept);
  g_test_add_func ("/scenarios/all-are-discarded-in-one-step", test_all_are_discarded_in_one_step);
  g_test_add_func ("/scenarios/hostile-names-stay-in-their-cells",
                   test_hostile_names_stay_in_their_cells);
  g_test_add_func ("/scenarios/pay-of-a-place-of-work-is-its-own",
                   test_pay_of_a_place_of_work_is_its_own);
  g_test_add_func ("/scenarios/pay-of-one-place-is-that-of-the-posting",
                   test_pay_of_one_place_is_that_of_the_posting);
  g_test_add_func ("/scenarios/other-amounts-keep-their-meaning",
                   test_other_amounts_keep_their_meaning);

  return g_test_run ();
}
