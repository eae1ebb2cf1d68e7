/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "exporting.h"
#include "salary-fixture.h"
#include "vac-comparison-outline.h"
#include "vac-comparison.h"
#include "vac-error.h"
#include "vac-exporters.h"
#include "vac-level.h"
#include "vac-salary-edit.h"

static char *
join_names (VacComparison *comparison)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    g_string_append_printf (string, "%s%.3s", i > 0 ? " " : "",
                            vac_comparison_get_place (comparison, i)->name);

  return g_string_free (string, FALSE);
}

static guint
find (VacComparison *comparison,
      const char    *name)
{
  g_autoptr (GError) error = NULL;
  guint index = 0;

  g_assert_true (vac_comparison_find (comparison, name, &index, &error));
  g_assert_no_error (error);

  return index;
}

static void
test_facts_read_as_a_person_expects (void)
{
  static const struct
  {
    const char *place;
    VacFact     fact;
    const char *expected;
  } cases[] = {
    { "Seattle", VAC_FACT_NAME, "Seattle" },
    { "Seattle", VAC_FACT_MINIMUM, "$140,000" },
    { "Seattle", VAC_FACT_MAXIMUM, "$200,000" },
    { "Seattle", VAC_FACT_MIDPOINT, "$170,000" },
    { "Seattle", VAC_FACT_SPREAD, "42.9%" },
    { "Seattle", VAC_FACT_OVER_NATIONAL, "+$20,000" },
    { "Seattle", VAC_FACT_OVER_NATIONAL_SHARE, "+13.3%" },
    { "Seattle", VAC_FACT_POSTING, "starts $20,000 below" },
    { "Seattle", VAC_FACT_PRICE_INDEX, "112.99" },
    { "Seattle", VAC_FACT_NATIONAL_DOLLARS, "$150,456" },
    { "Seattle", VAC_FACT_NOTE, "Tech hub" },
    { "Austin", VAC_FACT_OVER_NATIONAL, "$0" },
    { "Austin", VAC_FACT_OVER_NATIONAL_SHARE, "0.0%" },
    { "Austin", VAC_FACT_NATIONAL_DOLLARS, "$153,657" },
    { "Austin", VAC_FACT_POSTING, "$5,000 below to $5,000 above" },
    { "Boston", VAC_FACT_NATIONAL_DOLLARS, "$141,167" },
    { "Atlanta", VAC_FACT_OVER_NATIONAL_SHARE, "−11.7%" },
    { "Atlanta", VAC_FACT_POSTING, "ends $25,000 above" },
    { "Remote", VAC_FACT_SPREAD, "65.2%" },
    { "Remote", VAC_FACT_POSTING, "within" },
    { "Lowland", VAC_FACT_POSTING, "above by $20,000" },
    { "Highland", VAC_FACT_POSTING, "below by $70,000" },
    { "Nowhere", VAC_FACT_MIDPOINT, "" },
    { "Nowhere", VAC_FACT_POSTING, "" },
    { "Nowhere", VAC_FACT_PRICE_INDEX, "" },
  };
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = NULL;

  salary_fixture_add_place (document, "Lowland", "80000", "100000", "", "");
  salary_fixture_add_place (document, "Highland", "250000", "300000", "", "");
  salary_fixture_add_place (document, "Nowhere", "100000", "", "", "");
  comparison = vac_comparison_new (document);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_comparison_format (comparison, find (comparison, cases[i].place),
                                                     cases[i].fact);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_sort_takes_any_column (void)
{
  static const struct
  {
    VacFact     fact;
    gboolean    descending;
    const char *expected;
  } cases[] = {
    { VAC_FACT_NAME, FALSE, "Atl Aus Bos Chi New Rem San Sea Uns" },
    { VAC_FACT_NAME, TRUE, "Uns Sea San Rem New Chi Bos Aus Atl" },
    { VAC_FACT_MIDPOINT, TRUE, "San New Sea Bos Rem Aus Chi Atl Uns" },
    { VAC_FACT_MINIMUM, FALSE, "Atl Chi Rem Aus Bos Sea New San Uns" },
    { VAC_FACT_SPREAD, FALSE, "San New Aus Atl Bos Sea Chi Rem Uns" },
    { VAC_FACT_NATIONAL_DOLLARS, TRUE, "San New Aus Rem Sea Bos Chi Atl Uns" },
    { VAC_FACT_PRICE_INDEX, FALSE, "Aus Rem Atl Chi Bos New Sea San Uns" },
    { VAC_FACT_POSTING, FALSE, "San New Sea Bos Rem Aus Chi Atl Uns" },
  };
  g_autoptr (VacDocument) document = salary_fixture_new ();

  salary_fixture_add_place (document, "Unsaid", "", "", "", "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacComparison) comparison = vac_comparison_new (document);
      g_autofree char *names = NULL;

      vac_comparison_sort (comparison, cases[i].fact, cases[i].descending);
      names = join_names (comparison);
      g_assert_cmpstr (names, ==, cases[i].expected);
    }
}

static void
test_places_are_found_by_name_or_beginning (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) ambiguous = NULL;
  guint index;

  g_assert_cmpuint (find (comparison, "seattle"), ==, 2);
  g_assert_cmpuint (find (comparison, "San Fran"), ==, 0);
  g_assert_false (vac_comparison_find (comparison, "Paris", &index, &unknown));
  g_assert_error (unknown, VAC_ERROR, VAC_ERROR_NOT_FOUND);
  g_assert_false (vac_comparison_find (comparison, "S", &index, &ambiguous));
  g_assert_error (ambiguous, VAC_ERROR, VAC_ERROR_NOT_FOUND);
}

static void
test_difference_is_counted_from_the_base (void)
{
  static const char *const names[] = { "Austin", "Boston", "austin", NULL };
  static const char *const wrong[] = { "Austin", "Paris", NULL };
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autoptr (GError) error = NULL;
  g_autofree char *pay = NULL;
  g_autofree char *index = NULL;
  g_autofree char *dollars = NULL;
  g_autofree char *spread = NULL;

  g_assert_false (vac_comparison_keep (comparison, wrong, NULL));
  g_assert_cmpuint (vac_comparison_get_n_places (comparison), ==, 8);
  g_assert_true (vac_comparison_set_base (comparison, "Seattle", &error));
  g_assert_no_error (error);
  g_assert_true (vac_comparison_keep (comparison, names, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (vac_comparison_get_n_places (comparison), ==, 2);

  pay = vac_comparison_format_difference (comparison, 0, VAC_FACT_MIDPOINT);
  g_assert_cmpstr (pay, ==, "−$20,000 (−11.8%)");
  index = vac_comparison_format_difference (comparison, 0, VAC_FACT_PRICE_INDEX);
  g_assert_cmpstr (index, ==, "−15.37 (−13.6%)");
  dollars = vac_comparison_format_difference (comparison, 0, VAC_FACT_NATIONAL_DOLLARS);
  g_assert_cmpstr (dollars, ==, "+$3,201 (+2.1%)");
  spread = vac_comparison_format_difference (comparison, 0, VAC_FACT_SPREAD);
  g_assert_cmpstr (spread, ==, "");
}

static void
test_marks_say_what_is_highest_and_lowest (void)
{
  static const struct
  {
    guint   index;
    VacFact fact;
    VacMark expected;
  } cases[] = {
    { 0, VAC_FACT_MIDPOINT, VAC_MARK_HIGHEST },
    { 6, VAC_FACT_MIDPOINT, VAC_MARK_LOWEST },
    { 2, VAC_FACT_MIDPOINT, VAC_MARK_NONE },
    { 0, VAC_FACT_PRICE_INDEX, VAC_MARK_HIGHEST },
    { 3, VAC_FACT_PRICE_INDEX, VAC_MARK_LOWEST },
    { 7, VAC_FACT_SPREAD, VAC_MARK_HIGHEST },
    { 0, VAC_FACT_NAME, VAC_MARK_NONE },
    { 0, VAC_FACT_POSTING, VAC_MARK_NONE },
    { 0, VAC_FACT_NOTE, VAC_MARK_NONE },
  };
  static const char *const pair[] = { "Austin", "Remote", NULL };
  static const char *const alone[] = { "Austin", NULL };
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vac_comparison_get_mark (comparison, cases[i].index, cases[i].fact), ==,
                     cases[i].expected);

  g_assert_true (vac_comparison_keep (comparison, pair, NULL));
  g_assert_cmpint (vac_comparison_get_mark (comparison, 1, VAC_FACT_MIDPOINT), ==,
                   VAC_MARK_HIGHEST);
  g_assert_true (vac_comparison_keep (comparison, alone, NULL));
  g_assert_true (vac_comparison_set_base (comparison, "Austin", NULL));
  text = vac_comparison_to_text (comparison, 0);
  g_assert_null (strstr (text, "▲"));
  g_assert_null (strstr (text, "▼"));
}

static void
test_equal_figures_have_no_mark (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacComparison) comparison = NULL;

  salary_fixture_add_place (document, "One", "100000", "150000", "10000", "a");
  salary_fixture_add_place (document, "Other", "100000", "150000", "10000", "b");
  salary_fixture_add_place (document, "Unsaid", "", "", "", "c");
  comparison = vac_comparison_new (document);
  for (VacFact fact = 0; fact < VAC_N_FACTS; fact++)
    for (guint i = 0; i < 3; i++)
      g_assert_cmpint (vac_comparison_get_mark (comparison, i, fact), ==, VAC_MARK_NONE);
}

static void
test_one_end_of_a_range_is_shown (void)
{
  static const struct
  {
    const char *minimum;
    const char *maximum;
    const char *low;
    const char *high;
    const char *description;
  } cases[] = {
    { "100000", "", "$100,000", "", "Half: from $100,000" },
    { "", "90000", "", "$90,000", "Half: up to $90,000" },
    { "200000", "100000", "$200,000", "$100,000", "Half: no pay range" },
    { "", "", "", "", "Half: no pay range" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = salary_fixture_new ();
      g_autoptr (VacComparison) comparison = NULL;
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;
      g_autofree char *midpoint = NULL;
      g_autofree char *description = NULL;

      salary_fixture_add_place (document, "Half", cases[i].minimum, cases[i].maximum, "", "");
      comparison = vac_comparison_new (document);
      low = vac_comparison_format (comparison, 8, VAC_FACT_MINIMUM);
      high = vac_comparison_format (comparison, 8, VAC_FACT_MAXIMUM);
      midpoint = vac_comparison_format (comparison, 8, VAC_FACT_MIDPOINT);
      description = vac_comparison_describe (comparison, 8);
      g_assert_cmpstr (low, ==, cases[i].low);
      g_assert_cmpstr (high, ==, cases[i].high);
      g_assert_cmpstr (midpoint, ==, "");
      g_assert_cmpstr (description, ==, cases[i].description);
    }
}

static char *
export_outline (VacOutline *outline,
                VacDocument *document,
                const char *format)
{
  const VacExporter *exporter = vac_export_find (support_formats.exporters, format);
  g_autoptr (GBytes) bytes = exporter->write (document, outline, &vac_export_defaults, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_page_has_its_title_index_and_base (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  VacNode *nodes[] = {
    salary_fixture_get_place (document, "Seattle"), salary_fixture_get_place (document, "Austin"),
  };
  VacExportOptions options = vac_export_defaults;
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (VacOutline) outline = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    g_ptr_array_add (places, nodes[i]);
  options.places = places;
  options.base = nodes[0];
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "Engineer");
  outline = vac_comparison_subject.make (document, &options);
  g_assert_cmpstr (vac_outline_get_name (outline), ==, "Salary comparison: Engineer");
  text = export_outline (outline, document, "markdown");
  g_assert_true (g_str_has_prefix (text, "# Salary comparison: Engineer\n"));
  g_assert_nonnull (strstr (text, "Compared with: Seattle †\n"));
  g_assert_nonnull (strstr (text, "| Place | Seattle † | Austin |\n"
                                  "| --- | ---: | ---: |\n"
                                  "| Minimum | $140,000 | $125,000 |\n"
                                  "| ± Seattle | — | −$15,000 (−10.7%) |\n"));
  g_assert_nonnull (strstr (text, "| Cost of living | 112.99 | 97.62 |\n"));
  g_assert_nonnull (strstr (text, "| At national prices | $150,456 | $153,657 |\n"));
  g_assert_null (strstr (text, "Boston"));
}

static void
test_differences_have_the_chosen_form (void)
{
  static const char *const expected[] = {
    [VAC_DIFFERENCES_BOTH] = "−$20,000 (−11.8%)",
    [VAC_DIFFERENCES_AMOUNTS] = "−$20,000",
    [VAC_DIFFERENCES_PERCENT] = "−11.8%",
  };
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  guint index = 0;

  g_assert_true (vac_comparison_set_base (comparison, "Seattle", NULL));
  g_assert_true (vac_comparison_find (comparison, "Austin", &index, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = NULL;

      vac_comparison_set_differences (comparison, i);
      text = vac_comparison_format_difference (comparison, index, VAC_FACT_MIDPOINT);
      g_assert_cmpstr (text, ==, expected[i]);
    }
}

/* What is on paper is what the window shows beside each other: every figure of it, in its order. */
static void
test_page_is_the_comparison_cell_by_cell (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  VacExportOptions options = vac_export_defaults;
  g_autoptr (VacOutline) outline = NULL;
  guint row = 0;

  options.base = salary_fixture_get_place (document, "Austin");
  g_assert_true (vac_comparison_set_base (comparison, "Austin", NULL));
  outline = vac_comparison_subject.make (document, &options);
  while (vac_outline_get_block (outline, row)->kind != VAC_BLOCK_ROW)
    row++;
  for (VacFact fact = VAC_FACT_MINIMUM; fact < VAC_N_FACTS; fact++)
    {
      gboolean any = FALSE;

      if (!vac_fact_is_number (fact) || !vac_comparison_has_fact (comparison, fact))
        continue;
      row++;
      for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
        {
          g_autofree char *figure = vac_comparison_format (comparison, i, fact);

          g_assert_cmpstr (vac_outline_get_block (outline, row)->cells[i + 1], ==,
                           *figure != '\0' ? figure : "—");
        }
      for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
        {
          g_autofree char *difference = vac_comparison_format_difference (comparison, i, fact);

          any |= *difference != '\0';
          if (*difference != '\0')
            g_assert_cmpstr (vac_outline_get_block (outline, row + 1)->cells[i + 1], ==,
                             difference);
        }
      row += any;
    }
  g_assert_cmpint (vac_outline_get_block (outline, row + 1)->kind, ==, VAC_BLOCK_CHART);
}

static void
test_page_has_the_chosen_places (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  VacNode *boston = salary_fixture_get_place (document, "Boston");
  VacNode *nodes[] = { salary_fixture_get_place (document, "Remote"), boston };
  static const char *const expected[] = { "Rem Bos", "Rem", "San New Sea Aus Bos Chi Atl Rem" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (VacComparison) comparison = NULL;
      g_autofree char *names = NULL;

      if (i == 1)
        vac_document_remove (document, boston);
      if (i == 2)
        vac_document_undo (document);
      comparison = vac_comparison_new (document);
      vac_comparison_keep_chosen (comparison, nodes, i == 2 ? 0 : 2);
      names = join_names (comparison);
      g_assert_cmpstr (names, ==, expected[i]);
    }
}

static void
test_posting_in_another_period_or_currency (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) hourly = NULL;
  g_autoptr (VacComparison) foreign = NULL;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_PERIOD), "hour");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MINIMUM), "60");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MAXIMUM), "80");
  hourly = vac_comparison_new (document);
  g_assert_cmpint (vac_comparison_get_posting (hourly)->minimum, ==, 124800 * VAC_MONEY_ONE);
  g_assert_cmpint (vac_comparison_get_posting (hourly)->maximum, ==, 166400 * VAC_MONEY_ONE);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_CURRENCY), "EUR");
  foreign = vac_comparison_new (document);
  g_assert_false (vac_pay_range_is_known (vac_comparison_get_posting (foreign)));
  g_assert_cmpint (vac_comparison_get_place (foreign, 0)->placement.position, ==,
                   VAC_RANGE_UNKNOWN);
}

static VacDocument *
make_hourly (void)
{
  VacDocument *document = salary_fixture_new ();
  VacNode *places = vac_document_get (document, VAC_ROLE_PLACES);

  while (vac_node_get_n_children (places) > 0)
    vac_document_remove (document, vac_node_get_child (places, 0));
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_SALARIES_PERIOD), "hour");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_NATIONAL_MINIMUM), "35");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_NATIONAL_MAXIMUM), "44");
  salary_fixture_add_place (document, "Reno", "38.5", "46.25", "10011", "");
  salary_fixture_add_place (document, "Fargo", "34", "42", "", "");

  return document;
}

static void
test_hourly_pay_keeps_its_cents (void)
{
  g_autoptr (VacDocument) document = make_hourly ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autofree char *minimum = vac_comparison_format (comparison, 0, VAC_FACT_MINIMUM);
  g_autofree char *other = vac_comparison_format (comparison, 1, VAC_FACT_MAXIMUM);
  g_autofree char *midpoint = vac_comparison_format (comparison, 0, VAC_FACT_MIDPOINT);
  g_autofree char *over = vac_comparison_format (comparison, 0, VAC_FACT_OVER_NATIONAL);
  g_autofree char *dollars = vac_comparison_format (comparison, 0, VAC_FACT_NATIONAL_DOLLARS);
  g_autofree char *csv = vac_comparison_to_csv (comparison, ',');
  g_autofree char *json = vac_comparison_to_json (comparison);

  g_assert_cmpstr (minimum, ==, "$38.50");
  g_assert_cmpstr (other, ==, "$42.00");
  g_assert_cmpstr (midpoint, ==, "$42.38");
  g_assert_cmpstr (over, ==, "+$2.88");
  g_assert_cmpstr (dollars, ==, "$42.33");
  g_assert_nonnull (strstr (csv, "\r\nReno,38.5,46.25,42.38,20.1,2.88,"));
  g_assert_nonnull (strstr (json, "\"minimum\": 38.5,\n"));
  g_assert_nonnull (strstr (json, "\"midpoint\": 42.38,\n"));
}

static void
test_a_converted_range_says_what_it_assumes (void)
{
  static const struct
  {
    const char *pay;
    const char *table;
    const char *minimum;
    const char *maximum;
    const char *expected;
  } cases[] = {
    { "hour", "year", "38.5", "46.25", "This posting: $80,080 – $96,200, at 2,080 hours a year\n" },
    { "year", "hour", "120000", "180000",
      "This posting: $57.69 – $86.54, at 2,080 hours a year\n" },
    { "day", "year", "500", "600", "This posting: $130,000 – $156,000, at 260 days a year\n" },
    { "month", "year", "10000", "12000.5", "This posting: $120,000 – $144,006\n" },
    { "hour", "hour", "38.5", "46", "This posting: $38.50 – $46.00\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = salary_fixture_new ();
      g_autoptr (VacComparison) comparison = NULL;
      g_autofree char *heading = NULL;

      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_PERIOD),
                             cases[i].pay);
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MINIMUM),
                             cases[i].minimum);
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MAXIMUM),
                             cases[i].maximum);
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_SALARIES_PERIOD),
                             cases[i].table);
      comparison = vac_comparison_new (document);
      heading = vac_comparison_format_heading (comparison);
      g_test_message ("%s", heading);
      g_assert_nonnull (strstr (heading, cases[i].expected));
    }
}

static void
test_levels_of_hourly_pay_have_cents (void)
{
  g_autoptr (VacDocument) document = make_hourly ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  const VacPayRange range = { 200000, 250000 };   /* 20 to 25 */
  g_autoptr (GPtrArray) levels = vac_pay_levels_new (document, &range,
                                                     vac_comparison_get_step (comparison));

  g_assert_cmpint (((VacPayLevel *) g_ptr_array_index (levels, 0))->range.maximum, ==, 212500);
  g_assert_cmpint (((VacPayLevel *) g_ptr_array_index (levels, 2))->range.minimum, ==, 225000);
}

static void
test_hostile_figures_do_no_harm (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = NULL;
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;

  salary_fixture_add_place (document, "Huge", "1", "9223372036854775807", "1", "");
  salary_fixture_add_place (document, "Low", "-9223372036854775808", "-9223372036854775808", "-5",
                            "");
  salary_fixture_add_place (document, "Reversed", "200000", "100000", "10000", "");
  salary_fixture_add_place (document, "", "", "", "", "");
  salary_fixture_add_place (document, "=cmd()\n\"x\"\x01", "1", "2", "", "+SUM(A1)");
  comparison = vac_comparison_new (document);
  text = vac_comparison_to_text (comparison, 300);
  csv = vac_comparison_to_csv (comparison, ',');
  json = vac_comparison_to_json (comparison);

  g_assert_nonnull (strstr (text, "=cmd() \"x\""));
  g_assert_nonnull (strstr (csv, "\"'=cmd()\n\"\"x\"\""));
  g_assert_nonnull (strstr (csv, ",'+SUM(A1),"));
  g_assert_nonnull (strstr (json, "\"=cmd()\\u000a\\\"x\\\"\\u0001\""));
}

static void
test_text_is_aligned_and_has_bars_where_there_is_room (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autofree char *file = vac_comparison_to_text (comparison, 0);
  g_autofree char *narrow = vac_comparison_to_text (comparison, 80);
  g_autofree char *wide = vac_comparison_to_text (comparison, 200);
  g_auto (GStrv) lines = g_strsplit (file, "\n", -1);
  g_auto (GStrv) narrow_lines = g_strsplit (narrow, "\n", -1);

  g_test_message ("%s", wide);
  g_assert_cmpstr (lines[0], ==, "2025 · USD · per year");
  g_assert_cmpstr (lines[1], ==, "National range: $120,000 – $180,000");
  g_assert_cmpstr (lines[2], ==, "This posting: $120,000 – $180,000");
  g_assert_cmpstr (lines[3], ==, "Source: Synthetic survey");
  g_assert_cmpstr (lines[5], ==,
                   "                                                                Geographic"
                   "              At national  This posting’s");
  g_assert_cmpstr (lines[9], ==,
                   "Seattle                 $140,000  $200,000  $170,000   42.9%      +$20,000"
                   "      +13.3%     $150,456  starts $20,000 below");
  g_assert_cmpstr (narrow_lines[9], ==,
                   "Seattle                 $140,000  $200,000  $170,000   42.9%      +$20,000");
  g_assert_nonnull (strstr (file, "Remote: This range is 65.2% wide."));
  g_assert_null (strstr (file, "━"));
  g_assert_nonnull (strstr (wide, "━◆━"));
}

static void
test_text_stands_side_by_side_with_a_base (void)
{
  static const char *const names[] = { "Seattle", "Austin", "Boston", NULL };
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autofree char *text = NULL;

  g_assert_true (vac_comparison_keep (comparison, names, NULL));
  g_assert_true (vac_comparison_set_base (comparison, "Seattle", NULL));
  text = vac_comparison_to_text (comparison, 0);
  g_test_message ("%s", text);

  g_assert_nonnull (strstr (text, "$170,000 ▲"));
  g_assert_nonnull (strstr (text, "$150,000 ▼"));
  g_assert_nonnull (strstr (text, "−$20,000 (−11.8%)"));
  g_assert_nonnull (strstr (text, "$153,657 ▲"));
  g_assert_nonnull (strstr (text, "± against Seattle"));
}

static void
test_text_says_when_there_is_nothing (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autofree char *text = vac_comparison_to_text (comparison, 80);

  g_assert_cmpstr (text, ==, "per year\n\nThere are no places to compare.\n");
}

static void
test_csv_has_plain_numbers_and_its_source (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (vac_comparison_set_base (comparison, "Austin", NULL));
  csv = vac_comparison_to_csv (comparison, ',');
  lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 10);
  g_assert_cmpstr (lines[0], ==,
                   "place,minimum,maximum,midpoint,spread,over-national,over-national-share,"
                   "posting,price-index,national-dollars,compa-ratio,range-penetration,break-even,"
                   "note,over-base,over-base-share,base,year,currency,period,source");
  g_assert_cmpstr (lines[3], ==,
                   "Seattle,140000,200000,170000,42.9,20000,13.3,\"starts $20,000 below\","
                   "112.99,150456,88.2,16.7,173617,Tech hub,20000,13.3,Austin,2025,USD,year,"
                   "Synthetic survey");
  g_assert_nonnull (strstr (lines[7], ",-17500,-11.7,"));
}

static void
test_json_leaves_out_what_is_not_known (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacDocument) full_document = salary_fixture_new ();
  g_autoptr (VacComparison) empty = NULL;
  g_autoptr (VacComparison) full = vac_comparison_new (full_document);
  g_autofree char *empty_json = NULL;
  g_autofree char *full_json = vac_comparison_to_json (full);

  salary_fixture_add_place (document, "Here", "", "", "", "");
  empty = vac_comparison_new (document);
  empty_json = vac_comparison_to_json (empty);
  g_assert_cmpstr (empty_json, ==,
                   "{\n  \"period\": \"year\",\n  \"places\": [\n    {\n"
                   "      \"name\": \"Here\"\n    }\n  ]\n}\n");
  g_assert_nonnull (strstr (full_json, "\"spreadPercent\": 42.9,"));
  g_assert_nonnull (strstr (full_json, "\"overNationalPercent\": -11.7,"));
  g_assert_nonnull (strstr (full_json, "\"priceIndex\": 112.99,"));
  g_assert_nonnull (strstr (full_json, "\"position\": \"overlaps-below\","));
}

static void
test_description_tells_what_the_chart_shows (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autofree char *text = vac_comparison_describe (comparison, 2);

  g_assert_cmpstr (text, ==,
                   "Seattle: $140,000 – $200,000, midpoint $170,000. Against the national "
                   "midpoint: +13.3%. This posting’s range: starts $20,000 below.");
}

static void
test_use_range_is_one_step (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  VacNode *seattle = salary_fixture_get_place (document, "Seattle");
  VacNode *locations = vac_document_get (document, VAC_ROLE_LOCATIONS);
  VacSalaryLocation location;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_PERIOD), "month");
  vac_document_add_barrier (document);
  g_assert_true (vac_salary_find_location ("Seattle", &location));
  g_assert_true (vac_salary_use_range (document, seattle, &location));
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_PAY_MINIMUM), ==, "140000");
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_PAY_MAXIMUM), ==, "200000");
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_PAY_PERIOD), ==, "year");
  g_assert_cmpuint (vac_node_get_n_children (locations), ==, 1);
  g_assert_cmpstr (vac_node_get_member_text (vac_node_get_child (locations, 0),
                                             VAC_ROLE_LOCATION_CITY), ==, "Seattle");
  g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Use Range of Seattle");

  vac_document_undo (document);
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_PAY_MINIMUM), ==, "120000");
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_PAY_PERIOD), ==, "month");
  g_assert_cmpuint (vac_node_get_n_children (locations), ==, 0);
}

static void
test_location_that_is_set_is_known (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  const char *const names[] = { "Seattle", "Remote" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      VacSalaryLocation location;

      g_assert_true (vac_salary_find_location (names[i], &location));
      g_assert_false (vac_salary_is_located (document, &location));
      g_assert_true (vac_salary_use_range (document, salary_fixture_get_place (document, names[i]),
                                           &location));
      g_assert_true (vac_salary_is_located (document, &location));
    }
}

static void
test_use_range_refuses_half_a_range (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  guint64 state;

  salary_fixture_add_place (document, "Half", "100000", "", "", "");
  salary_fixture_add_place (document, "Reversed", "200000", "100000", "", "");
  state = vac_document_get_state (document);
  g_assert_false (vac_salary_use_range (document, salary_fixture_get_place (document, "Half"),
                                        NULL));
  g_assert_false (vac_salary_use_range (document, salary_fixture_get_place (document, "Reversed"),
                                        NULL));
  vac_document_set_read_only (document, TRUE);
  g_assert_false (vac_salary_use_range (document, salary_fixture_get_place (document, "Seattle"),
                                        NULL));
  g_assert_cmpuint (vac_document_get_state (document), ==, state);
}

static void
test_official_names_find_the_guide_s_places (void)
{
  static const struct
  {
    const char *name;
    const char *place;
  } cases[] = {
    { "seattle", "Seattle" },
    { "San Francisco-Oakland-Fremont, CA", "San Francisco Bay Area" },
    { "New York-Newark-Jersey City, NY-NJ", "New York City" },
    { "Austin-Round Rock-San Marcos, TX", "Austin" },
    { "Boston, MA", "Boston" },
    { "Bos, MA", NULL },
    { "San Jose-Sunnyvale-Santa Clara, CA", NULL },
    { "", NULL },
    { "-", NULL },
  };
  g_autoptr (VacDocument) document = salary_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacNode *place = vac_salary_find_place (document, cases[i].name);

      g_assert_cmpstr (place != NULL ? vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME) : NULL,
                       ==, cases[i].place);
    }
}

static void
test_levels_of_hourly_jobs_are_no_juniors (void)
{
  static const char *const names[] = { "Entry", "Experienced", "Senior", "Lead" };
  g_autoptr (VacDocument) document = salary_fixture_new ();
  const VacPayRange range = { 20 * VAC_MONEY_ONE, 28 * VAC_MONEY_ONE };

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_PERIOD),
                         VAC_PERIOD_HOUR);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) levels = vac_pay_levels_new (document, &range, VAC_MONEY_ONE);

      g_assert_cmpuint (levels->len, ==, G_N_ELEMENTS (names));
      for (guint i = 0; i < levels->len; i++)
        g_assert_cmpstr (((VacPayLevel *) g_ptr_array_index (levels, i))->name, ==, names[i]);
      g_assert_cmpint (vac_pay_levels_define (document), ==, round == 0);
    }
}

static void
test_levels_are_equal_quarters_until_defined (void)
{
  static const struct
  {
    const char *name;
    gint64      minimum;
    gint64      maximum;
  } cases[] = {
    { "Junior", 120000, 135000 },
    { "Mid", 135000, 150000 },
    { "Senior", 150000, 165000 },
    { "Lead", 165000, 180000 },
  };
  g_autoptr (VacDocument) document = salary_fixture_new ();
  const VacPayRange range = { 120000 * VAC_MONEY_ONE, 180000 * VAC_MONEY_ONE };

  g_assert_true (vac_pay_levels_are_default (document));
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) levels = vac_pay_levels_new (document, &range, VAC_MONEY_ONE);

      g_assert_cmpuint (levels->len, ==, G_N_ELEMENTS (cases));
      for (guint i = 0; i < levels->len; i++)
        {
          const VacPayLevel *level = g_ptr_array_index (levels, i);

          g_assert_cmpstr (level->name, ==, cases[i].name);
          g_assert_cmpint (level->range.minimum, ==, cases[i].minimum * VAC_MONEY_ONE);
          g_assert_cmpint (level->range.maximum, ==, cases[i].maximum * VAC_MONEY_ONE);
        }
      g_assert_cmpint (vac_pay_levels_define (document), ==, round == 0);
      g_assert_false (vac_pay_levels_are_default (document));
    }
  vac_document_undo (document);
  g_assert_true (vac_pay_levels_are_default (document));
}

static void
test_level_as_an_amount_holds_for_every_range (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacNode) node = vac_node_new_record (vac_schema_get_field (VAC_ROLE_LEVEL),
                                                  VAC_ROLE_LEVEL_NAME, "Principal",
                                                  VAC_ROLE_LEVEL_FROM, "190000",
                                                  VAC_ROLE_LEVEL_TO, "230000",
                                                  VAC_ROLE_LEVEL_BASIS, VAC_BASIS_AMOUNT,
                                                  VAC_ROLE_NONE);
  const VacPayRange range = { 120000 * VAC_MONEY_ONE, 180000 * VAC_MONEY_ONE };
  g_autoptr (GPtrArray) levels = NULL;
  const VacPayLevel *level;

  vac_document_append (document, vac_document_get (document, VAC_ROLE_LEVELS), node);
  levels = vac_pay_levels_new (document, &range, VAC_MONEY_ONE);
  g_assert_cmpuint (levels->len, ==, 1);
  level = g_ptr_array_index (levels, 0);
  g_assert_false (level->is_share);
  g_assert_false (level->include);
  g_assert_cmpint (level->range.minimum, ==, 190000 * VAC_MONEY_ONE);
  g_assert_cmpint (level->range.maximum, ==, 230000 * VAC_MONEY_ONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison/hourly-pay-keeps-its-cents", test_hourly_pay_keeps_its_cents);
  g_test_add_func ("/comparison/a-converted-range-says-what-it-assumes",
                   test_a_converted_range_says_what_it_assumes);
  g_test_add_func ("/levels/levels-of-hourly-pay-have-cents", test_levels_of_hourly_pay_have_cents);
  g_test_add_func ("/comparison/facts-read-as-a-person-expects",
                   test_facts_read_as_a_person_expects);
  g_test_add_func ("/comparison/sort-takes-any-column", test_sort_takes_any_column);
  g_test_add_func ("/comparison/places-are-found-by-name-or-beginning",
                   test_places_are_found_by_name_or_beginning);
  g_test_add_func ("/comparison/difference-is-counted-from-the-base",
                   test_difference_is_counted_from_the_base);
  g_test_add_func ("/comparison/marks-say-what-is-highest-and-lowest",
                   test_marks_say_what_is_highest_and_lowest);
  g_test_add_func ("/comparison/equal-figures-have-no-mark", test_equal_figures_have_no_mark);
  g_test_add_func ("/comparison/one-end-of-a-range-is-shown", test_one_end_of_a_range_is_shown);
  g_test_add_func ("/comparison/page-has-its-title-index-and-base",
                   test_page_has_its_title_index_and_base);
  g_test_add_func ("/comparison/differences-have-the-chosen-form",
                   test_differences_have_the_chosen_form);
  g_test_add_func ("/comparison/the-page-is-the-comparison-cell-by-cell",
                   test_page_is_the_comparison_cell_by_cell);
  g_test_add_func ("/comparison/page-has-the-chosen-places", test_page_has_the_chosen_places);
  g_test_add_func ("/comparison/posting-in-another-period-or-currency",
                   test_posting_in_another_period_or_currency);
  g_test_add_func ("/comparison/hostile-figures-do-no-harm", test_hostile_figures_do_no_harm);
  g_test_add_func ("/comparison/text/is-aligned-and-has-bars-where-there-is-room",
                   test_text_is_aligned_and_has_bars_where_there_is_room);
  g_test_add_func ("/comparison/text/stands-side-by-side-with-a-base",
                   test_text_stands_side_by_side_with_a_base);
  g_test_add_func ("/comparison/text/says-when-there-is-nothing",
                   test_text_says_when_there_is_nothing);
  g_test_add_func ("/comparison/csv/has-plain-numbers-and-its-source",
                   test_csv_has_plain_numbers_and_its_source);
  g_test_add_func ("/comparison/json/leaves-out-what-is-not-known",
                   test_json_leaves_out_what_is_not_known);
  g_test_add_func ("/comparison/description-tells-what-the-chart-shows",
                   test_description_tells_what_the_chart_shows);
  g_test_add_func ("/salary-edit/use-range-is-one-step", test_use_range_is_one_step);
  g_test_add_func ("/salary-edit/location-that-is-set-is-known",
                   test_location_that_is_set_is_known);
  g_test_add_func ("/salary-edit/use-range-refuses-half-a-range",
                   test_use_range_refuses_half_a_range);
  g_test_add_func ("/salary-edit/official-names-find-the-guide-s-places",
                   test_official_names_find_the_guide_s_places);
  g_test_add_func ("/level/levels-of-hourly-jobs-are-no-juniors",
                   test_levels_of_hourly_jobs_are_no_juniors);
  g_test_add_func ("/level/equal-quarters-until-defined",
                   test_levels_are_equal_quarters_until_defined);
  g_test_add_func ("/level/as-an-amount-holds-for-every-range",
                   test_level_as_an_amount_holds_for_every_range);

  return g_test_run ();
}
