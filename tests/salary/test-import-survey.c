/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "salary-fixture.h"
#include "vac-comparison.h"
#include "vac-salary-import.h"

static VacSalaryImport *
analyse (const char  *text,
         const char  *name,
         VacDocument *document)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  VacSalaryImport *import = vac_salary_import_analyse (bytes, name, &error);

  g_assert_no_error (error);
  vac_salary_import_assume (import, document);

  return import;
}

static VacSalaryImportResult *
run (VacSalaryImport *import,
     VacDocument     *document)
{
  g_autoptr (GError) error = NULL;
  VacSalaryImportResult *result = vac_salary_import_run (import, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  vac_salary_import_result_match (result, import, document);

  return result;
}

static void
apply (VacSalaryImport *import,
       VacDocument     *document)
{
  g_autoptr (VacSalaryImportResult) result = run (import, document);

  for (guint i = 0; i < result->places->len; i++)
    ((VacSalaryImportPlace *) g_ptr_array_index (result->places, i))->chosen = TRUE;
  g_assert_true (vac_salary_apply_import (document, import, result, NULL, NULL));
}

static VacNode *
get_survey (VacDocument *document,
            guint        index)
{
  return vac_node_get_child (vac_document_get (document, VAC_ROLE_SURVEYS), index);
}

static VacNode *
get_figure (VacDocument *document,
            const char  *place,
            guint        index)
{
  return vac_node_get_child (vac_node_get (salary_fixture_get_place (document, place),
                                           VAC_ROLE_FIGURES), index);
}

static void
assert_member (VacNode    *record,
               VacRole     role,
               const char *expected)
{
  g_assert_nonnull (record);
  g_assert_cmpstr (vac_node_get_member_text (record, role), ==, expected);
}

/* One end of a range: which one, and what the posting has of it. */
static void
test_one_end_is_taken (void)
{
  static const struct
  {
    const char *table;
    const char *minimum;
    const char *maximum;
    const char *shown;
  } cases[] = {
    { "City,Minimum\nReno,60000\n", "60000", "", "from $60,000" },
    { "City,Maximum\nReno,60000\n", "", "60000", "up to $60,000" },
    { "City,Min,Max\nReno,60000,\n", "60000", "", "from $60,000" },
    { "City,Min,Max\nReno,,60000\n", "", "60000", "up to $60,000" },
    { "City,Range\nReno,\"from $60,000\"\nElko,\"$50,000 - $70,000\"\n", "60000", "",
      "from $60,000" },
    { "City,Range\nReno,\"up to $60,000\"\nElko,\"$50,000 - $70,000\"\n", "", "60000",
      "up to $60,000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = salary_fixture_new ();
      g_autoptr (VacSalaryImport) import = analyse (cases[i].table, "own.csv", document);
      g_autoptr (VacSalaryImportResult) result = run (import, document);
      const VacSalaryImportPlace *reno = g_ptr_array_index (result->places, 0);
      g_autofree char *shown = NULL;

      g_test_message ("%s", cases[i].table);
      g_assert_true (vac_salary_import_is_complete (import));
      g_assert_cmpstr (reno->problem, ==, NULL);
      g_assert_cmpuint (result->n_one_sided, ==, 1);
      shown = vac_salary_import_format_range (reno, &reno->range, "USD", "en-US");
      g_assert_cmpstr (shown, ==, cases[i].shown);
      apply (import, document);
      assert_member (salary_fixture_get_place (document, "Reno"), VAC_ROLE_PLACE_MINIMUM,
                     cases[i].minimum);
      assert_member (salary_fixture_get_place (document, "Reno"), VAC_ROLE_PLACE_MAXIMUM,
                     cases[i].maximum);
    }
}

/* A range is replaced as a whole, and what was there before comes back. */
static void
test_one_end_replaces_both (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImport) import = analyse ("City,Min\nAustin,130000\n", "own.csv", document);
  VacNode *austin = salary_fixture_get_place (document, "Austin");

  apply (import, document);
  assert_member (austin, VAC_ROLE_PLACE_MINIMUM, "130000");
  assert_member (austin, VAC_ROLE_PLACE_MAXIMUM, "");
  g_assert_true (vac_document_undo (document));
  assert_member (austin, VAC_ROLE_PLACE_MINIMUM, "125000");
  assert_member (austin, VAC_ROLE_PLACE_MAXIMUM, "175000");
  g_assert_false (vac_document_get_modified (document));
}

#define OEWS_HEAD "AREA,AREA_TITLE,AREA_TYPE,OCC_CODE,OCC_TITLE,A_MEAN,MEAN_PRSE,A_PCT10,A_PCT25," \
                  "A_MEDIAN,A_PCT75,A_PCT90\n"
#define OEWS_ROW(median) "42660,\"Seattle-Tacoma-Bellevue, WA\",4,15-2051,Data Scientists,171000," \
                         "1.2,100000,140000," median ",210000,239000\n"

static void
test_official_figures_are_noted_as_published (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImport) import = analyse (OEWS_HEAD OEWS_ROW ("172000"), "oesm24ma.csv",
                                                document);
  g_autoptr (VacComparison) comparison = NULL;
  g_autofree char *sources = NULL;
  VacNode *survey, *figure;
  guint seattle = 0;

  apply (import, document);
  survey = get_survey (document, 0);
  assert_member (survey, VAC_ROLE_SURVEY_NAME, "Occupational Employment and Wage Statistics");
  assert_member (survey, VAC_ROLE_SURVEY_PUBLISHER, "U.S. Bureau of Labor Statistics");
  assert_member (survey, VAC_ROLE_SURVEY_EDITION, "May 2024");
  assert_member (survey, VAC_ROLE_SURVEY_EFFECTIVE, "2024-05-01");
  assert_member (survey, VAC_ROLE_SURVEY_URL, "https://www.bls.gov/oes/");
  assert_member (survey, VAC_ROLE_SURVEY_CURRENCY, "USD");
  assert_member (survey, VAC_ROLE_SURVEY_PERIOD, "year");
  figure = get_figure (document, "Seattle", 0);
  g_assert_true (vac_survey_find (document, figure) == survey);
  assert_member (figure, VAC_ROLE_FIGURE_P10, "100000");
  assert_member (figure, VAC_ROLE_FIGURE_P25, "140000");
  assert_member (figure, VAC_ROLE_FIGURE_MEDIAN, "172000");
  assert_member (figure, VAC_ROLE_FIGURE_P75, "210000");
  assert_member (figure, VAC_ROLE_FIGURE_P90, "239000");
  assert_member (figure, VAC_ROLE_FIGURE_MEAN, "171000");
  assert_member (figure, VAC_ROLE_FIGURE_MINIMUM, "");
  assert_member (figure, VAC_ROLE_FIGURE_OCCUPATION, "15-2051");
  assert_member (figure, VAC_ROLE_FIGURE_AREA_CODE, "42660");
  assert_member (figure, VAC_ROLE_FIGURE_AREA_KIND, VAC_AREA_METROPOLITAN);
  comparison = vac_comparison_new (document);
  g_assert_true (vac_comparison_find (comparison, "Seattle", &seattle, NULL));
  sources = vac_comparison_format (comparison, seattle, VAC_FACT_SOURCES);
  g_assert_cmpstr (sources, ==,
                   "Occupational Employment and Wage Statistics, May 2024 (P25–P75) 15-2051");
  g_assert_cmpuint (vac_comparison_count_sources (comparison), ==, 2);
}

static void
test_own_table_is_noted_as_somebody_says (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImport) import = analyse ("City,Min,Max,Sample\nReno,60000,80000,12\n",
                                                "Pay survey 2024.csv", document);
  VacNode *survey, *figure;

  g_assert_cmpstr (vac_salary_import_get_term (import, VAC_SALARY_IMPORT_SURVEY_NAME), ==,
                   "Pay survey 2024");
  g_assert_cmpstr (vac_salary_import_get_term (import, VAC_SALARY_IMPORT_SURVEY_EDITION), ==,
                   "2024");
  g_assert_false (vac_salary_import_says_term (import, VAC_SALARY_IMPORT_SURVEY_PUBLISHER));
  g_assert_false (vac_salary_import_set_term (import, VAC_SALARY_IMPORT_SURVEY_EFFECTIVE, "soon"));
  g_assert_true (vac_salary_import_set_term (import, VAC_SALARY_IMPORT_SURVEY_EFFECTIVE,
                                             "2024-03-01"));
  g_assert_true (vac_salary_import_set_term (import, VAC_SALARY_IMPORT_SURVEY_PUBLISHER, " We "));
  apply (import, document);
  survey = get_survey (document, 0);
  assert_member (survey, VAC_ROLE_SURVEY_NAME, "Pay survey 2024");
  assert_member (survey, VAC_ROLE_SURVEY_PUBLISHER, "We");
  assert_member (survey, VAC_ROLE_SURVEY_EFFECTIVE, "2024-03-01");
  assert_member (survey, VAC_ROLE_SURVEY_URL, "");
  figure = get_figure (document, "Reno", 0);
  assert_member (figure, VAC_ROLE_FIGURE_MINIMUM, "60000");
  assert_member (figure, VAC_ROLE_FIGURE_MAXIMUM, "80000");
  assert_member (figure, VAC_ROLE_FIGURE_SAMPLE, "12");
}

static void
test_newer_edition_takes_the_place_of_the_older (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImport) older = analyse (OEWS_HEAD OEWS_ROW ("172000"), "oesm23ma.csv",
                                               document);
  g_autoptr (VacSalaryImport) newer = NULL;
  g_autoptr (VacSalaryImport) same = NULL;
  g_autoptr (VacSalaryImportResult) result = NULL;
  g_auto (GStrv) sentences = NULL;
  VacNode *surveys = vac_document_get (document, VAC_ROLE_SURVEYS);
  gboolean said = FALSE;

  apply (older, document);
  g_assert_true (vac_document_set_text (document,
                                        vac_node_get (get_survey (document, 0),
                                                      VAC_ROLE_SURVEY_WEIGHT), "70"));
  newer = analyse (OEWS_HEAD OEWS_ROW ("180000"), "oesm24ma.csv", document);
  result = run (newer, document);
  g_assert_cmpstr (result->editions, ==, "May 2023");
  sentences = vac_salary_import_describe (newer, result);
  for (guint i = 0; sentences[i] != NULL; i++)
    said |= strstr (sentences[i], "May 2023") != NULL && strstr (sentences[i], "May 2024") != NULL;
  g_assert_true (said);
  apply (newer, document);
  g_assert_cmpuint (vac_node_get_n_children (surveys), ==, 1);
  assert_member (get_survey (document, 0), VAC_ROLE_SURVEY_EDITION, "May 2024");
  assert_member (get_survey (document, 0), VAC_ROLE_SURVEY_WEIGHT, "70");
  assert_member (get_figure (document, "Seattle", 0), VAC_ROLE_FIGURE_MEDIAN, "180000");
  g_assert_null (get_figure (document, "Seattle", 1));
  g_assert_true (vac_document_undo (document));
  assert_member (get_survey (document, 0), VAC_ROLE_SURVEY_EDITION, "May 2023");
  assert_member (get_figure (document, "Seattle", 0), VAC_ROLE_FIGURE_MEDIAN, "172000");
  /* The same edition again is the same entry. */
  same = analyse (OEWS_HEAD OEWS_ROW ("172000"), "oesm23ma.csv", document);
  apply (same, document);
  g_assert_cmpuint (vac_node_get_n_children (surveys), ==, 1);
  g_assert_null (get_figure (document, "Seattle", 1));
}

/* Where some places are not in the newer edition, the older one stays for them. */
static void
test_older_edition_stays_where_it_is_needed (void)
{
  static const char reno[] = "39900,\"Reno, NV\",4,15-2051,Data Scientists,91000,1.2,70000,80000,"
                             "90000,100000,120000\n";
  g_autofree char *both = g_strconcat (OEWS_HEAD OEWS_ROW ("172000"), reno, NULL);
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImport) older = analyse (both, "oesm23ma.csv", document);
  g_autoptr (VacSalaryImport) newer = NULL;
  g_autoptr (VacComparison) comparison = NULL;

  apply (older, document);
  newer = analyse (OEWS_HEAD OEWS_ROW ("180000"), "oesm24ma.csv", document);
  apply (newer, document);
  g_assert_cmpuint (vac_node_get_n_children (vac_document_get (document, VAC_ROLE_SURVEYS)), ==, 2);
  comparison = vac_comparison_new (document);
  g_assert_true (vac_comparison_keep (comparison, (const char *const[]) { "Seattle", "Reno", NULL },
                                      NULL));
  g_assert_cmpuint (vac_comparison_count_sources (comparison), ==, 2);
}

/* What a publisher caps is shown as the table has it, and said to be doubtful. */
static void
test_capped_percentiles_are_doubted (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImport) import = analyse (
      OEWS_HEAD "42660,\"Seattle, WA\",4,15-2051,Data Scientists,171000,1,100000,140000,172000,#,#\n",
      "oesm24ma.csv", document);
  g_autoptr (VacComparison) comparison = NULL;
  guint seattle = 0;

  apply (import, document);
  comparison = vac_comparison_new (document);
  g_assert_true (vac_comparison_find (comparison, "Seattle", &seattle, NULL));
  g_assert_cmpuint (vac_comparison_get_place (comparison, seattle)->doubts & VAC_DOUBT_ACCEPTED, !=,
                    0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/survey/one-end-of-a-range-is-taken", test_one_end_is_taken);
  g_test_add_func ("/import/survey/one-end-replaces-both", test_one_end_replaces_both);
  g_test_add_func ("/import/survey/official-figures-are-noted-as-published",
                   test_official_figures_are_noted_as_published);
  g_test_add_func ("/import/survey/own-table-is-noted-as-somebody-says",
                   test_own_table_is_noted_as_somebody_says);
  g_test_add_func ("/import/survey/newer-edition-takes-the-place-of-the-older",
                   test_newer_edition_takes_the_place_of_the_older);
  g_test_add_func ("/import/survey/older-edition-stays-where-it-is-needed",
                   test_older_edition_stays_where_it_is_needed);
  g_test_add_func ("/import/survey/capped-percentiles-are-doubted",
                   test_capped_percentiles_are_doubted);

  return g_test_run ();
}
