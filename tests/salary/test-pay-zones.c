/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "exporting.h"
#include "salary-fixture.h"
#include "support.h"
#include "vac-comparison-outline.h"
#include "vac-comparison.h"
#include "vac-exporters.h"
#include "vac-level.h"
#include "vac-salary-edit.h"

/* @places with bars between them; @steps as "100000=110 =105", without an end for all above. */
static VacNode *
add_zone (VacDocument *document,
          const char  *name,
          const char  *places,
          const char  *steps)
{
  VacNode *zone = support_append (document, vac_document_get (document, VAC_ROLE_ZONES));
  g_auto (GStrv) names = g_strsplit (places, "|", -1);
  g_auto (GStrv) parts = g_strsplit (steps, " ", -1);

  support_set (document, zone, VAC_ROLE_ZONE_NAME, name);
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (vac_document_set_text (
        document, support_append (document, vac_node_get (zone, VAC_ROLE_ZONE_PLACES)), names[i]));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      VacNode *step = support_append (document, vac_node_get (zone, VAC_ROLE_ZONE_STEPS));
      const char *equals = strchr (parts[i], '=');
      g_autofree char *up_to = g_strndup (parts[i], (gsize) (equals - parts[i]));

      support_set (document, step, VAC_ROLE_ZONE_STEP_UP_TO, up_to);
      support_set (document, step, VAC_ROLE_ZONE_STEP_PERCENT, equals + 1);
    }

  return zone;
}

/* The national range of the fixture is 120,000 to 180,000, so its midpoint is 150,000. */
typedef struct
{
  const char *name;
  const char *steps;
  const char *target;      /* of the rule; "" for none */
  const char *factor;
  const char *spread;
  const char *rounding;
  const char *base;
  const char *minimum;     /* "" for no range */
  const char *maximum;
} Case;

static const Case cases[] = {
  { "without-a-rule-both-ends-are-multiplied", "=110", "", "", "", "", "", "132000", "198000" },
  { "cents-of-a-percent-count", "=102.375", "", "", "", "", "", "122850", "184275" },
  { "what-is-left-is-rounded-once", "=33.3333", "", "", "", "", "", "40000", "60000" },
  { "the-rule-is-multiplied", "=110", "midpoint", "", "20", "", "", "132000", "198000" },
  { "factor-spread-and-rounding-count", "=107.5", "midpoint", "1.1", "12.5", "500", "", "155000",
    "199500" },
  { "the-step-of-the-level-holds", "149999=120 150000=110 =105", "", "", "", "", "", "132000",
    "198000" },
  { "the-end-of-a-step-belongs-to-it", "150000=110 =105", "midpoint", "", "10", "", "", "148500",
    "181500" },
  { "above-it-the-next-holds", "149999.99=110 =105", "midpoint", "", "10", "", "", "141750",
    "173250" },
  { "steps-need-no-order", "=105 200000=107 100000=110", "", "", "", "", "", "128400", "192600" },
  { "the-level-has-the-factor-in-it", "150000=110 =105", "midpoint", "1.001", "0", "", "", "157658",
    "157658" },
  { "above-all-steps-nothing-holds", "100000=110", "", "", "", "", "", "", "" },
  { "a-base-is-a-place", "=90", "", "", "", "", "austin", "112500", "157500" },
  { "an-unknown-base-makes-nothing", "=90", "", "", "", "", "Paris", "", "" },
  { "a-figure-that-is-not-there-makes-nothing", "=90", "p75", "", "20", "", "", "", "" },
  { "what-is-rounded-to-nothing-is-no-range", "=90", "midpoint", "", "20", "1000000", "", "", "" },
  { "zero-percent-is-none", "=0", "", "", "", "", "", "", "" },
};

static void
test_range (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (VacDocument) document = salary_fixture_new ();
  VacNode *seattle = salary_fixture_get_place (document, "Seattle");
  g_autoptr (VacComparison) comparison = NULL;
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;
  VacPayRange range;
  guint index = 0;

  salary_fixture_set (document, VAC_ROLE_RULE_TARGET, test->target);
  salary_fixture_set (document, VAC_ROLE_RULE_FACTOR, test->factor);
  salary_fixture_set (document, VAC_ROLE_RULE_SPREAD, test->spread);
  salary_fixture_set (document, VAC_ROLE_RULE_ROUNDING, test->rounding);
  salary_fixture_set (document, VAC_ROLE_ZONE_BASE, test->base);
  add_zone (document, "Zone A", "Seattle|Boston", test->steps);

  g_assert_cmpint (vac_salary_get_offer (document, seattle, &range), ==, *test->minimum != '\0');
  comparison = vac_comparison_new (document);
  g_assert_true (vac_comparison_find (comparison, "Seattle", &index, NULL));
  if (*test->minimum == '\0')
    {
      g_assert_false (
          vac_pay_range_is_known (&vac_comparison_get_place (comparison, index)->made));
      g_assert_false (vac_salary_use_range (document, seattle, NULL));
      g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_PAY_MINIMUM), ==, "120000");
      return;
    }
  minimum = vac_money_to_text (range.minimum);
  maximum = vac_money_to_text (range.maximum);
  g_assert_cmpstr (minimum, ==, test->minimum);
  g_assert_cmpstr (maximum, ==, test->maximum);
  g_assert_cmpint (vac_comparison_get_place (comparison, index)->made.minimum, ==, range.minimum);
  g_assert_cmpint (vac_comparison_get_place (comparison, index)->made.maximum, ==, range.maximum);
}

/* Hourly pay counts cents, yen none, and dinars three places. */
static void
test_the_smallest_unit_is_that_of_the_currency (void)
{
  static const struct
  {
    const char *currency;
    const char *minimum;
    const char *maximum;
    const char *made_minimum;
    const char *made_maximum;
  } units[] = {
    { "USD", "18.45", "23.15", "19.83", "24.89" },
    { "JPY", "1845", "2315", "1983", "2489" },
    { "KWD", "1.845", "2.315", "1.983", "2.489" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (VacDocument) document = salary_fixture_new ();
      g_autofree char *minimum = NULL;
      g_autofree char *maximum = NULL;
      VacPayRange range;

      salary_fixture_set (document, VAC_ROLE_SALARIES_CURRENCY, units[i].currency);
      salary_fixture_set (document, VAC_ROLE_SALARIES_PERIOD, VAC_PERIOD_HOUR);
      salary_fixture_set (document, VAC_ROLE_NATIONAL_MINIMUM, units[i].minimum);
      salary_fixture_set (document, VAC_ROLE_NATIONAL_MAXIMUM, units[i].maximum);
      add_zone (document, "Zone A", "Seattle", "=107.5");
      g_assert_true (vac_salary_get_offer (document, salary_fixture_get_place (document, "Seattle"),
                                           &range));
      minimum = vac_money_to_text (range.minimum);
      maximum = vac_money_to_text (range.maximum);
      g_assert_cmpstr (minimum, ==, units[i].made_minimum);
      g_assert_cmpstr (maximum, ==, units[i].made_maximum);
    }
}

static gboolean
says (char       **remarks,
      const char  *remark)
{
  return g_strv_contains ((const char *const *) remarks, remark);
}

static void
test_what_is_wrong_is_said (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacPayZones) zones = NULL;
  g_auto (GStrv) remarks = NULL;

  add_zone (document, "Zone A", "Seattle|Paris|seattle", "=110");
  add_zone (document, "zone a", " SEATTLE |Austin", "100000=90");
  add_zone (document, "Empty", "", "");
  zones = vac_pay_zones_new (document);
  remarks = vac_pay_zones_list_remarks (zones);
  g_assert_true (says (remarks, "“Zone A” names “Paris”, which is no place of the table."));
  g_assert_true (says (remarks, "“Seattle” is in several pay zones: Zone A, zone a. It is paid by "
                                "the first, Zone A."));
  g_assert_true (says (remarks, "Another pay zone is called “zone a” as well."));
  g_assert_true (says (remarks, "“zone a” has no percentage for pay of $150,000."));
  g_assert_true (says (remarks, "“Empty” has no places."));
  g_assert_true (says (remarks, "“Empty” has no percentage."));
  g_assert_cmpuint (g_strv_length (remarks), ==, 6);
  g_assert_cmpstr (vac_pay_zones_find (zones, "SEATTLE")->name, ==, "Zone A");
  g_assert_null (vac_pay_zones_find (zones, "Boston"));
  g_assert_null (vac_pay_zones_find (zones, ""));
}

static void
test_a_base_without_figures_is_said (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacPayZones) zones = NULL;
  g_auto (GStrv) remarks = NULL;

  add_zone (document, "Zone A", "Seattle", "=110");
  salary_fixture_set (document, VAC_ROLE_NATIONAL_MAXIMUM, "");
  zones = vac_pay_zones_new (document);
  remarks = vac_pay_zones_list_remarks (zones);
  g_assert_cmpuint (g_strv_length (remarks), ==, 1);
  g_assert_true (says (remarks, "The base of the pay zones, “National average range”, has no "
                                "figures to make a range of."));
}

/* A name that is typed otherwise stays as it was typed, and nothing of the zone is lost. */
static void
test_a_zone_outlives_its_place (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  VacNode *seattle = salary_fixture_get_place (document, "Seattle");
  g_autoptr (VacComparison) comparison = NULL;
  guint index = 0;

  add_zone (document, "Zone A", "Seattle", "=110");
  comparison = vac_comparison_new (document);
  g_assert_true (vac_document_remove (document, seattle));
  g_assert_true (vac_comparison_find (comparison, "Seattle", &index, NULL));
  g_assert_cmpstr (vac_comparison_get_place (comparison, index)->zone, ==, "Zone A, 110%");
  g_assert_cmpstr (vac_comparison_get_zone (comparison, 0)->zone->places[0], ==, "Seattle");
  g_clear_pointer (&comparison, vac_comparison_free);
  comparison = vac_comparison_new (document);
  g_assert_cmpstr (vac_comparison_get_zone (comparison, 0)->zone->places[0], ==, "Seattle");
  g_assert_true (vac_document_undo (document));
  g_clear_pointer (&comparison, vac_comparison_free);
  comparison = vac_comparison_new (document);
  g_assert_true (vac_comparison_find (comparison, "Seattle", &index, NULL));
  g_assert_nonnull (vac_comparison_get_place (comparison, index)->zone);
}

/* A place that nobody has figures of is paid by its zone all the same. */
static void
test_a_place_without_figures_is_paid_by_its_zone (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  VacPayRange range;

  salary_fixture_add_place (document, "Nowhere", "", "", "", "");
  add_zone (document, "Zone A", "Nowhere", "=90");
  g_assert_true (vac_salary_get_offer (document, salary_fixture_get_place (document, "Nowhere"),
                                       &range));
  g_assert_cmpint (range.minimum, ==, 108000 * VAC_MONEY_ONE);
}

static void
test_the_page_lists_zones_and_levels (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  VacNode *zone = add_zone (document, "Zone <A>", "Seattle|New York City", "100000=110 =105");
  g_autofree char *markdown = NULL;
  g_autofree char *html = NULL;

  support_set (document, zone, VAC_ROLE_ZONE_EXPLANATION, "The coast & its prices.");
  g_assert_true (vac_pay_levels_define (document));
  markdown = salary_fixture_export (document, "markdown");
  html = salary_fixture_export (document, "html");
  g_assert_nonnull (strstr (markdown, "**Base of the pay zones:** National average range"));
  g_assert_nonnull (strstr (markdown, "**Zone \\<A\\>**"));
  g_assert_nonnull (strstr (markdown, "up to $100,000: 110%; above: 105%"));
  g_assert_nonnull (strstr (markdown, "Seattle; New York City"));
  g_assert_nonnull (strstr (markdown, "$126,000 – $189,000  "));
  g_assert_nonnull (strstr (markdown, "**Seattle:** Zone \\<A\\>, 105%; "));
  g_assert_nonnull (strstr (markdown, "| Mid | $135,000 – $150,000 | $142,500 | +11.8% |"));
  g_assert_nonnull (strstr (html, "<p>Pay zone</p>"));
  g_assert_nonnull (strstr (html, "<p>The coast &amp; its prices.</p>"));
}

static void
test_midpoints_of_levels_progress (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    int         tenths;      /* G_MAXINT for none */
  } levels[] = {
    { "100000", "120000", G_MAXINT },
    { "120000", "144000", 200 },
    { "130000", "130001", -15 },
    { "0", "", G_MAXINT },
    { "200000", "240000", G_MAXINT },
  };
  g_autoptr (VacDocument) document = salary_fixture_new ();
  const VacPayRange range = { 0, 0 };
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *explanation = vac_pay_levels_explain_progression ();

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      VacNode *level = support_append (document, vac_document_get (document, VAC_ROLE_LEVELS));

      support_set (document, level, VAC_ROLE_LEVEL_BASIS, VAC_BASIS_AMOUNT);
      support_set (document, level, VAC_ROLE_LEVEL_FROM, levels[i].from);
      support_set (document, level, VAC_ROLE_LEVEL_TO, levels[i].to);
    }
  found = vac_pay_levels_new (document, &range, VAC_MONEY_ONE);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      gint64 tenths = 0;

      g_assert_cmpint (vac_pay_levels_get_progression (found, i, &tenths), ==,
                       levels[i].tenths != G_MAXINT);
      if (levels[i].tenths != G_MAXINT)
        g_assert_cmpint (tenths, ==, levels[i].tenths);
    }
  g_assert_nonnull (strstr (explanation, ".\nmidpoint ÷ "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/pay-zones/range/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_range);
    }
  g_test_add_func ("/pay-zones/the-smallest-unit-is-that-of-the-currency",
                   test_the_smallest_unit_is_that_of_the_currency);
  g_test_add_func ("/pay-zones/what-is-wrong-is-said", test_what_is_wrong_is_said);
  g_test_add_func ("/pay-zones/a-base-without-figures-is-said",
                   test_a_base_without_figures_is_said);
  g_test_add_func ("/pay-zones/a-zone-outlives-its-place", test_a_zone_outlives_its_place);
  g_test_add_func ("/pay-zones/a-place-without-figures-is-paid-by-its-zone",
                   test_a_place_without_figures_is_paid_by_its_zone);
  g_test_add_func ("/pay-zones/the-page-lists-zones-and-levels",
                   test_the_page_lists_zones_and_levels);
  g_test_add_func ("/pay-zones/midpoints-of-levels-progress", test_midpoints_of_levels_progress);

  return g_test_run ();
}
