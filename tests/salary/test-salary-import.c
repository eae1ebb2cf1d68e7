/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "salary-fixture.h"
#include "vac-error.h"
#include "vac-import-number.h"
#include "vac-salary-import.h"

static VacSalaryImport *
analyse_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  VacSalaryImport *import = vac_salary_import_analyse (bytes, "own.csv", &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);

  return import;
}

static VacSalaryImport *
analyse_text (const char *text,
              gssize      length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return analyse_bytes (bytes);
}

static VacSalaryImport *
analyse_fixture (const char *name)
{
  g_autoptr (GBytes) bytes = salary_fixture_load_table (name);

  return analyse_bytes (bytes);
}

static VacSalaryImportResult *
run (VacSalaryImport *import)
{
  g_autoptr (GError) error = NULL;
  VacSalaryImportResult *result = vac_salary_import_run (import, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);

  return result;
}

static const VacSalaryImportPlace *
get_place (VacSalaryImportResult *result,
           guint                  index)
{
  g_assert_cmpuint (index, <, result->places->len);

  return g_ptr_array_index (result->places, index);
}

static void
assert_place (VacSalaryImportResult *result,
              guint                  index,
              guint                  line,
              const char            *name,
              gint64                 minimum,
              gint64                 maximum,
              gint64                 price_index)
{
  const VacSalaryImportPlace *place = get_place (result, index);

  g_assert_cmpstr (place->problem, ==, NULL);
  g_assert_true (place->chosen);
  g_assert_cmpuint (place->line, ==, line);
  g_assert_cmpstr (place->name, ==, name);
  g_assert_cmpint (place->range.minimum, ==, minimum * VAC_MONEY_ONE);
  g_assert_cmpint (place->range.maximum, ==, maximum * VAC_MONEY_ONE);
  g_assert_cmpint (place->price_index, ==, price_index);
}

static void
assert_problem (VacSalaryImportResult *result,
                guint                  index,
                guint                  line,
                const char            *problem)
{
  const VacSalaryImportPlace *place = get_place (result, index);

  g_assert_cmpuint (place->line, ==, line);
  g_assert_cmpstr (place->problem, ==, problem);
  g_assert_false (place->chosen);
}

static void
test_numbers_are_read_or_put_as_a_question (void)
{
  static const struct
  {
    const char       *text;
    char              decimal;
    VacImportReading  reading;
    gint64            value;
    char              evidence;
  } cases[] = {
    { "", 0, VAC_IMPORT_EMPTY, 0, 0 },
    { "  ", 0, VAC_IMPORT_EMPTY, 0, 0 },
    { "0", 0, VAC_IMPORT_NUMBER, 0, 0 },
    { "120000", 0, VAC_IMPORT_NUMBER, 1200000000, 0 },
    { " $120000 ", 0, VAC_IMPORT_NUMBER, 1200000000, 0 },
    { "€ 120 000", 0, VAC_IMPORT_NUMBER, 1200000000, 0 },
    { "120'000", 0, VAC_IMPORT_NUMBER, 1200000000, 0 },
    { "120k", 0, VAC_IMPORT_NUMBER, 1200000000, 0 },
    { "62.5", 0, VAC_IMPORT_NUMBER, 625000, '.' },
    { "62,5", 0, VAC_IMPORT_NUMBER, 625000, ',' },
    { "1,234.5", 0, VAC_IMPORT_NUMBER, 12345000, '.' },
    { "1.234,5", 0, VAC_IMPORT_NUMBER, 12345000, ',' },
    { "1,234,567", 0, VAC_IMPORT_NUMBER, G_GINT64_CONSTANT (12345670000), '.' },
    { "1.234.567", 0, VAC_IMPORT_NUMBER, G_GINT64_CONSTANT (12345670000), ',' },
    { "1234.567", 0, VAC_IMPORT_NUMBER, 12345670, '.' },
    { "0.567", 0, VAC_IMPORT_NUMBER, 5670, '.' },
    { "1.23456", 0, VAC_IMPORT_NUMBER, 12346, '.' },
    { "1.000", 0, VAC_IMPORT_AMBIGUOUS, 0, 0 },
    { "1,000", 0, VAC_IMPORT_AMBIGUOUS, 0, 0 },
    { "120,000", 0, VAC_IMPORT_AMBIGUOUS, 0, 0 },
    { "1.000", '.', VAC_IMPORT_NUMBER, 10000, 0 },
    { "1.000", ',', VAC_IMPORT_NUMBER, 10000000, 0 },
    { "1,000", '.', VAC_IMPORT_NUMBER, 10000000, 0 },
    { "1,000", ',', VAC_IMPORT_NUMBER, 10000, 0 },
    { "1,00", '.', VAC_IMPORT_NOT_A_NUMBER, 0, ',' },
    { "12,34,567", '.', VAC_IMPORT_NOT_A_NUMBER, 0, '.' },
    { "1.2.3", '.', VAC_IMPORT_NOT_A_NUMBER, 0, ',' },
    { "-5", 0, VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "=1+1", 0, VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "n/a", 0, VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "120-130", 0, VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "1e5", 0, VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "$", 0, VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { ".", 0, VAC_IMPORT_NOT_A_NUMBER, 0, '.' },
    { "99999999999999999999", 0, VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value;
      char evidence;
      VacImportReading reading = vac_import_read_number (cases[i].text, cases[i].decimal, &value,
                                                         &evidence);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (reading, ==, cases[i].reading);
      g_assert_cmpint (evidence, ==, cases[i].evidence);
      if (reading == VAC_IMPORT_NUMBER)
        g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_own_table_is_understood (void)
{
  g_autoptr (VacSalaryImport) import = analyse_fixture ("own-semicolon.csv");
  const VacSalaryImportSettings *settings = vac_salary_import_get_settings (import);
  g_autoptr (VacSalaryImportResult) result = NULL;

  g_assert_cmpint (settings->encoding, ==, VAC_CSV_WINDOWS_1252);
  g_assert_cmpint (settings->delimiter, ==, ';');
  g_assert_true (settings->has_header);
  g_assert_null (vac_salary_import_get_table_name (import));
  g_assert_cmpuint (vac_salary_import_get_n_columns (import), ==, 6);
  g_assert_cmpstr (vac_salary_import_get_column_title (import, 1), ==, "City");
  g_assert_cmpint (settings->columns[VAC_SALARY_IMPORT_NAME], ==, 1);
  g_assert_cmpint (settings->columns[VAC_SALARY_IMPORT_PRICE_INDEX], ==, 4);
  g_assert_cmpuint (vac_salary_import_get_sample (import)->len, ==, 3);

  result = run (import);
  g_assert_cmpstr (result->question, ==, NULL);
  g_assert_cmpuint (result->n_rows, ==, 3);
  g_assert_cmpuint (result->n_problems, ==, 0);
  assert_place (result, 0, 2, "Zürich", 95000, 140000, 13150);
  g_assert_cmpstr (get_place (result, 0)->note, ==, "synthetic – €");
  assert_place (result, 1, 3, "Köln", 60000, 80000, 10125);
  g_assert_cmpint (get_place (result, 2)->sides, ==, VAC_SALARY_IMPORT_FROM);
  assert_place (result, 2, 5, "Graz", 55000, 0, 9800);
}

static void
test_oews_is_read_by_name_and_occupation (void)
{
  g_autoptr (VacSalaryImport) import = analyse_fixture ("oews-metro.csv");
  VacSalaryImportSettings settings = *vac_salary_import_get_settings (import);
  g_autoptr (VacSalaryImportResult) unasked = run (import);
  g_autoptr (VacSalaryImportResult) result = NULL;
  g_autoptr (VacSalaryImportResult) other = NULL;

  g_assert_cmpstr (vac_salary_import_get_table_name (import), ==,
                   "BLS Occupational Employment and Wage Statistics");
  g_assert_cmpuint (unasked->places->len, ==, 0);
  g_assert_true (vac_salary_import_choose (import, unasked, "Machine Learning Engineer"));
  g_assert_cmpstr (vac_salary_import_get_settings (import)->occupation, ==, "15-2051");
  result = run (import);
  g_assert_cmpuint (result->n_rows, ==, 5);
  g_assert_cmpuint (result->places->len, ==, 4);
  assert_place (result, 0, 2, "Alphaville, AA", 90010, 150010, 0);
  g_assert_cmpstr (get_place (result, 0)->note, ==, "Data Scientists, a_pct25 – a_pct75");
  assert_place (result, 1, 4, "Betatown-Gamma, BB", 150020, 239200, 0);
  g_assert_cmpstr (
      get_place (result, 1)->note, ==,
      "Data Scientists, a_pct25 – a_pct75; maximum ≥ 239,200 a year, the survey’s cap");
  assert_problem (result, 2, 5, "the survey gives no figure");
  assert_place (result, 3, 6, "Epsilon, DD", 85000, 140000, 0);

  g_strlcpy (settings.occupation, "15-1252", sizeof settings.occupation);
  settings.columns[VAC_SALARY_IMPORT_MINIMUM] = 11;
  settings.columns[VAC_SALARY_IMPORT_MAXIMUM] = 7;
  g_assert_true (vac_salary_import_set_settings (import, &settings, NULL));
  other = run (import);
  g_assert_cmpuint (other->places->len, ==, 1);
  assert_place (other, 0, 3, "Alphaville, AA", 80000, 200000, 0);
}

static void
test_marpp_gives_price_indexes (void)
{
  g_autoptr (VacSalaryImport) import = analyse_fixture ("marpp.csv");
  g_autoptr (VacSalaryImportResult) result = run (import);

  g_assert_cmpstr (vac_salary_import_get_table_name (import), ==, "BEA regional price parities");
  g_assert_cmpint (vac_salary_import_get_settings (import)->encoding, ==, VAC_CSV_WINDOWS_1252);
  g_assert_cmpuint (result->places->len, ==, 4);
  assert_place (result, 0, 2, "United States (Metropolitan Portion)", 0, 0, 10071);
  assert_place (result, 1, 3, "Alphaville, AA", 0, 0, 9235);
  assert_problem (result, 2, 5, "the survey gives no figure");
  g_assert_cmpstr (get_place (result, 2)->name, ==, "Peñaburg, BB");
  assert_place (result, 3, 6, "Graz-Linz, CC", 0, 0, 10300);
}

static void
test_oflc_wages_are_made_yearly (void)
{
  g_autoptr (VacSalaryImport) import = analyse_fixture ("oflc-alc.csv");
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImportResult) result = NULL;
  g_autoptr (VacSalaryImportResult) hourly = NULL;

  g_assert_cmpstr (vac_salary_import_get_table_name (import), ==, "DOL OFLC prevailing wages");
  salary_fixture_set_occupation (import, "15-2051");
  vac_salary_import_assume (import, document);
  result = run (import);
  g_assert_cmpuint (result->places->len, ==, 2);
  assert_place (result, 0, 2, "Seattle-Tacoma-Bellevue, WA", 104000, 167960, 0);
  g_assert_cmpstr (get_place (result, 0)->note, ==,
                   "15-2051, Level1 – Level4; 50.00 – 80.75 per hour");
  assert_place (result, 1, 4, "Area 99999", 83408, 115544, 0);
  g_assert_cmpstr (get_place (result, 1)->note, ==,
                   "15-2051, Level1 – Level4; from a wider area than this one; "
                   "40.10 – 55.55 per hour");

  g_assert_true (vac_document_set_text (document, vac_document_get (document,
                                                                    VAC_ROLE_SALARIES_PERIOD),
                                        VAC_PERIOD_HOUR));
  vac_salary_import_assume (import, document);
  hourly = run (import);
  g_assert_cmpint (get_place (hourly, 0)->range.minimum, ==, 500000);
  g_assert_cmpint (get_place (hourly, 0)->range.maximum, ==, 807500);
  g_assert_cmpstr (get_place (hourly, 0)->note, ==, "15-2051, Level1 – Level4");
}

static void
test_ambiguous_numbers_are_asked_about (void)
{
  static const struct
  {
    char   decimal;
    gint64 minimum;
  } answers[] = {
    { '.', 120000 },
    { ',', 120 },
  };
  g_autoptr (VacSalaryImport) import = analyse_text ("place,min,max\n"
                                                     "Here,\"120,000\",\"180,000\"\n"
                                                     "There,100000,150000\n", -1);
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImportResult) asked = run (import);
  guint64 state = vac_document_get_state (document);

  g_assert_cmpstr (asked->question, ==, "120,000");
  g_assert_cmpuint (asked->question_line, ==, 2);
  assert_problem (asked, 0, 2, "“120,000” can be read in two ways");
  assert_place (asked, 1, 3, "There", 100000, 150000, 0);
  g_assert_false (vac_salary_apply_import (document, import, asked, NULL, NULL));
  g_assert_cmpuint (vac_document_get_state (document), ==, state);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      VacSalaryImportSettings settings = *vac_salary_import_get_settings (import);
      g_autoptr (VacSalaryImportResult) result = NULL;

      settings.decimal = answers[i].decimal;
      g_assert_true (vac_salary_import_set_settings (import, &settings, NULL));
      result = run (import);
      g_assert_cmpstr (result->question, ==, NULL);
      assert_place (result, 0, 2, "Here", answers[i].minimum, answers[i].minimum * 3 / 2, 0);
    }
}

static void
test_one_plain_number_settles_the_others (void)
{
  g_autoptr (VacSalaryImport) proved = analyse_text ("place;min;max;rpp\nA;120.000;180.000;101,5\n",
                                                     -1);
  g_autoptr (VacSalaryImport) torn = analyse_text ("place;min;max\nA;1.234,5;2.000,5\n"
                                                   "B;1,234.5;2,000.5\nC;1.000;2.000\n", -1);
  g_autoptr (VacSalaryImportResult) result = run (proved);
  g_autoptr (VacSalaryImportResult) question = run (torn);

  g_assert_cmpstr (result->question, ==, NULL);
  assert_place (result, 0, 2, "A", 120000, 180000, 10150);
  g_assert_cmpstr (question->question, ==, "1,234.5");
  g_assert_cmpuint (question->question_line, ==, 3);
}

static void
test_bad_rows_keep_their_line_numbers (void)
{
  g_autoptr (VacSalaryImport) import = analyse_text ("\xef\xbb\xbfPlace,Minimum,Maximum,Note\r\n"
                                                     "\r\n"
                                                     "\"A\",100000,150000,\"two\r\nlines\"\r\n"
                                                     ",100000,150000,\r\n"
                                                     "B,abc,150000,\r\n"
                                                     "C,200000,100000\r\n"
                                                     "D\r\n"
                                                     ",,,\r\n"
                                                     "E,=1+1,5,=x\r\n"
                                                     "F,1,99999999999,\r\n"
                                                     "G,100000,150000,=cmd()\r\n", -1);
  g_autoptr (VacSalaryImportResult) result = run (import);

  g_assert_cmpuint (result->n_rows, ==, 8);
  g_assert_cmpuint (result->n_problems, ==, 6);
  assert_place (result, 0, 3, "A", 100000, 150000, 0);
  g_assert_cmpstr (get_place (result, 0)->note, ==, "two  lines");
  assert_problem (result, 1, 5, "there is no name of a place");
  assert_problem (result, 2, 6, "“abc” is not an amount");
  assert_problem (result, 3, 7, "the maximum is below the minimum");
  assert_problem (result, 4, 8, "there are no figures");
  assert_problem (result, 5, 10, "“=1+1” is not an amount");
  assert_problem (result, 6, 11, "the amount is too large");
  assert_place (result, 7, 12, "G", 100000, 150000, 0);
  g_assert_cmpstr (get_place (result, 7)->note, ==, "=cmd()");
}

static void
test_long_cells_are_shown_in_part (void)
{
  g_autoptr (GString) text = g_string_new ("place,min,max\nA,x");
  g_autoptr (VacSalaryImport) import = NULL;
  g_autoptr (VacSalaryImportResult) result = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "ü");
  g_string_append (text, ",5\nB,1,2\n");
  import = analyse_text (text->str, text->len);
  result = run (import);
  g_assert_true (g_utf8_validate (get_place (result, 0)->problem, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (get_place (result, 0)->problem, -1), <, 100);
  assert_place (result, 1, 3, "B", 1, 2, 0);
}

static void
test_encodings_and_delimiters_read_the_same (void)
{
  static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };
  static const char delimiters[] = { ',', ';', '\t' };
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    for (guint j = 0; j < G_N_ELEMENTS (delimiters); j++)
      for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
        {
          char d = delimiters[j];
          g_autofree char *text = g_strdup_printf ("place%cmin%cmax%s\"Zürich, ZH; a\tb\"%c1%c2%s",
                                                   d, d, ends[k], d, d, ends[k]);
          gsize length;
          g_autofree char *bytes = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
          g_autoptr (VacSalaryImport) import = analyse_text (bytes, length);
          g_autoptr (VacSalaryImportResult) result = run (import);

          g_assert_cmpint (vac_salary_import_get_settings (import)->delimiter, ==, d);
          assert_place (result, 0, 2, "Zürich, ZH; a b", 1, 2, 0);
        }
}

static void
test_settings_can_be_corrected (void)
{
  g_autoptr (VacSalaryImport) import = analyse_text ("100000,Here,150000\n90000,There,95000\n", -1);
  VacSalaryImportSettings settings = *vac_salary_import_get_settings (import);
  g_autoptr (VacSalaryImportResult) found = NULL;
  g_autoptr (VacSalaryImportResult) with_header = NULL;
  g_autoptr (VacSalaryImportResult) reversed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (settings.has_header);
  g_assert_false (vac_salary_import_is_complete (import));
  settings.columns[VAC_SALARY_IMPORT_NAME] = 1;
  settings.columns[VAC_SALARY_IMPORT_MINIMUM] = 0;
  settings.columns[VAC_SALARY_IMPORT_MAXIMUM] = 2;
  g_assert_true (vac_salary_import_set_settings (import, &settings, NULL));
  found = run (import);
  g_assert_cmpuint (found->places->len, ==, 2);
  assert_place (found, 0, 1, "Here", 100000, 150000, 0);

  settings.columns[VAC_SALARY_IMPORT_MINIMUM] = 2;
  settings.columns[VAC_SALARY_IMPORT_MAXIMUM] = 0;
  g_assert_true (vac_salary_import_set_settings (import, &settings, NULL));
  reversed = run (import);
  assert_problem (reversed, 0, 1, "the maximum is below the minimum");

  settings.has_header = TRUE;
  g_assert_true (vac_salary_import_set_settings (import, &settings, NULL));
  g_assert_cmpstr (vac_salary_import_get_column_title (import, 1), ==, "Here");
  settings.columns[VAC_SALARY_IMPORT_MINIMUM] = 0;
  settings.columns[VAC_SALARY_IMPORT_MAXIMUM] = 2;
  g_assert_true (vac_salary_import_set_settings (import, &settings, NULL));
  with_header = run (import);
  g_assert_cmpuint (with_header->places->len, ==, 1);
  assert_place (with_header, 0, 2, "There", 90000, 95000, 0);

  settings = *vac_salary_import_get_settings (import);
  settings.encoding = VAC_CSV_UTF_16_LE;
  settings.delimiter = ';';
  g_assert_false (vac_salary_import_set_settings (import, &settings, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_SYNTAX);
  g_assert_cmpint (vac_salary_import_get_settings (import)->delimiter, ==, ',');
}

static void
test_empty_and_broken_files_are_no_accident (void)
{
  g_autoptr (VacSalaryImport) empty = analyse_text ("", 0);
  g_autoptr (VacSalaryImport) blank = analyse_text ("\n\n\n", -1);
  g_autoptr (VacSalaryImport) header = analyse_text ("place,min,max\n", -1);
  g_autoptr (VacSalaryImport) open_quote = analyse_text ("place,min,max\nA,1,2\n\"B,3,4\n", -1);
  VacSalaryImport *const imports[] = { empty, blank, header };
  g_autoptr (GError) error = NULL;
  guint line, column;

  for (guint i = 0; i < G_N_ELEMENTS (imports); i++)
    {
      g_autoptr (VacSalaryImportResult) result = run (imports[i]);

      g_assert_cmpuint (result->places->len, ==, 0);
    }
  g_assert_null (vac_salary_import_run (open_quote, NULL, NULL, NULL, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_SYNTAX);
  g_assert_true (vac_error_get_place (error, &line, &column));
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 1);
}

static void
test_apply_is_one_step (void)
{
  g_autoptr (VacSalaryImport) import = analyse_text ("place,min,max,rpp,note\n"
                                                     "\"Austin-Round Rock, TX\",130000,180000,,\n"
                                                     "\"Boston-Cambridge, MA\",,,110.50,\n"
                                                     "Denver,120000,170000,105.25,=new\n"
                                                     "Bad,?,,,\n", -1);
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImportResult) result = NULL;
  VacNode *austin = salary_fixture_get_place (document, "Austin");
  VacNode *boston = salary_fixture_get_place (document, "Boston");
  VacNode *list = vac_document_get (document, VAC_ROLE_PLACES);
  g_autofree char *source = NULL;
  VacNode *denver;
  guint n;

  vac_salary_import_assume (import, document);
  result = run (import);
  vac_salary_import_result_match (result, import, document);
  source = vac_salary_import_describe_source (import);
  g_assert_true (vac_salary_apply_import (document, import, result, source, &n));
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_SALARIES_SOURCE), ==,
                   "Synthetic survey. Imported: own.csv.");
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (vac_node_get_member_text (austin, VAC_ROLE_PLACE_MINIMUM), ==, "130000");
  g_assert_cmpstr (vac_node_get_member_text (austin, VAC_ROLE_PLACE_PRICE_INDEX), ==, "9762");
  g_assert_cmpstr (vac_node_get_member_text (austin, VAC_ROLE_PLACE_NOTE), ==, "Growing AI scene");
  g_assert_cmpstr (vac_node_get_member_text (boston, VAC_ROLE_PLACE_MINIMUM), ==, "130000");
  g_assert_cmpstr (vac_node_get_member_text (boston, VAC_ROLE_PLACE_PRICE_INDEX), ==, "11050");
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 9);
  denver = salary_fixture_get_place (document, "Denver");
  g_assert_cmpstr (vac_node_get_member_text (denver, VAC_ROLE_PLACE_MAXIMUM), ==, "170000");
  g_assert_cmpstr (vac_node_get_member_text (denver, VAC_ROLE_PLACE_NOTE), ==, "=new");

  vac_document_undo (document);
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 8);
  g_assert_cmpstr (vac_node_get_member_text (austin, VAC_ROLE_PLACE_MINIMUM), ==, "125000");
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_SALARIES_SOURCE), ==,
                   "Synthetic survey");
  g_assert_false (vac_document_get_modified (document));

  vac_document_set_read_only (document, TRUE);
  g_assert_false (vac_salary_apply_import (document, import, result, NULL, NULL));
}

static void
mutate (GByteArray *bytes)
{
  static const char special[] = "\"\"\n\r,;\t'=#*.\0\xff\xfe";

  for (guint i = g_test_rand_int_range (1, 12); i > 0; i--)
    {
      guint8 byte = special[g_test_rand_int_range (0, sizeof special)];
      guint at = g_test_rand_int_range (0, bytes->len);

      if (g_test_rand_bit ())
        bytes->data[at] = byte;
      else if (g_test_rand_bit () && bytes->len > 1)
        g_byte_array_remove_range (bytes, at, g_test_rand_int_range (1, bytes->len - at + 1));
      else
        g_byte_array_append (bytes, &byte, 1);
      if (bytes->len == 0)
        g_byte_array_append (bytes, &byte, 1);
    }
}

/* As far as it goes: the first occupation, every way of reading numbers, into a posting and
 * back. */
static VacSalaryImportResult *
run_damaged (VacSalaryImport *import,
             VacDocument     *document)
{
  VacSalaryImportSettings settings;
  VacSalaryImportResult *result;
  guint64 state = vac_document_get_state (document);

  vac_salary_import_assume (import, document);
  result = vac_salary_import_run (import, NULL, NULL, NULL, NULL);
  settings = *vac_salary_import_get_settings (import);
  if (result != NULL && result->occupations->len > 0)
    g_strlcpy (settings.occupation,
               ((VacSalaryImportOccupation *) g_ptr_array_index (result->occupations, 0))->code,
               sizeof settings.occupation);
  settings.decimal = "\0.,"[g_test_rand_int_range (0, 3)];
  settings.columns[g_test_rand_int_range (0, VAC_SALARY_IMPORT_N_FIELDS)] =
    g_test_rand_int_range (-1, 6);
  g_clear_pointer (&result, vac_salary_import_result_free);
  g_assert_true (vac_salary_import_set_settings (import, &settings, NULL));
  result = vac_salary_import_run (import, NULL, NULL, NULL, NULL);
  if (result != NULL)
    {
      g_auto (GStrv) texts = NULL;

      vac_salary_import_result_match (result, import, document);
      texts = vac_salary_import_describe (import, result);
      vac_salary_apply_import (document, import, result, "fuzz", NULL);
      if (vac_document_get_state (document) != state)
        vac_document_undo (document);
      g_assert_cmpuint (vac_document_get_state (document), ==, state);
    }

  return result;
}

static void
test_damaged_tables_do_no_harm (void)
{
  static const char *const names[] = {
    "own-semicolon.csv", "oews-metro.csv", "marpp.csv", "oflc-alc.csv", "oews-notes.csv",
    "oes-2017.csv", "state-open-data.csv", "uk-ashe.csv", "excel-hourly.csv",
    "range-in-one-cell.csv", "hourly-decimals.csv", "year-first.csv", "excel-sep.csv",
  };

  g_autoptr (VacDocument) document = salary_fixture_new ();

  for (guint i = 0; i < (g_test_slow () ? 200000 : 2000); i++)
    {
      g_autoptr (GBytes) table = salary_fixture_load_table (names[i % G_N_ELEMENTS (names)]);
      g_autoptr (GByteArray) array = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (VacSalaryImport) import = NULL;
      g_autoptr (VacSalaryImportResult) result = NULL;

      g_byte_array_append (array, g_bytes_get_data (table, NULL), (guint) g_bytes_get_size (table));
      mutate (array);
      bytes = g_bytes_new (array->data, array->len);
      import = vac_salary_import_analyse (bytes, "own.csv", NULL);
      result = import != NULL ? run_damaged (import, document) : NULL;
      for (guint j = 0; result != NULL && j < result->places->len; j++)
        {
          const VacSalaryImportPlace *place = get_place (result, j);

          g_assert_true (g_utf8_validate (place->name, -1, NULL));
          g_assert_true (g_utf8_validate (place->note, -1, NULL));
          g_assert_true (place->problem == NULL || g_utf8_validate (place->problem, -1, NULL));
          g_assert_true (place->problem != NULL || vac_salary_import_has_pay (place) ||
                         place->price_index > 0);
        }
    }
}

static GBytes *
make_large_table (guint rows)
{
  GString *text = g_string_sized_new (rows * 100);

  g_string_append (text, "AREA,AREA_TITLE,OCC_CODE,OCC_TITLE,A_PCT10,A_PCT25,A_PCT75,A_PCT90\n");
  for (guint i = 0; i < rows; i++)
    g_string_append_printf (text, "%u,\"Town %u, ST\",15-%u,Synthetic,\"50,000\",\"%u,010\","
                            "\"%u,020\",#\n", i, i, i % 2 == 0 ? 2051 : 1252, 60 + i % 40,
                            110 + i % 40);

  return g_string_free_to_bytes (text);
}

static void
count_progress (double   share,
                gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (share, >=, *last);
  g_assert_cmpfloat (share, <=, 1.0);
  *last = share;
}

static void
test_large_table_is_read_to_its_end (void)
{
  g_autoptr (GBytes) bytes = make_large_table (200000);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (VacSalaryImport) import = vac_salary_import_analyse (bytes, "own.csv", NULL);
  g_autoptr (VacSalaryImportResult) result = NULL;
  double share = 0;

  salary_fixture_set_occupation (import, "15-2051");
  result = vac_salary_import_run (import, count_progress, &share, NULL, NULL);
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "200,000 rows");
  g_assert_cmpuint (result->n_rows, ==, 200000);
  g_assert_cmpuint (result->places->len, ==, 100000);
  g_assert_cmpfloat (share, ==, 1.0);
}

static void
cancel_later (double   share,
              gpointer user_data)
{
  if (share > 0.3)
    g_cancellable_cancel (user_data);
}

static void
test_import_can_be_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_large_table (20000);
  g_autoptr (VacSalaryImport) import = vac_salary_import_analyse (bytes, "own.csv", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (vac_salary_import_run (import, cancel_later, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/numbers-are-read-or-put-as-a-question",
                   test_numbers_are_read_or_put_as_a_question);
  g_test_add_func ("/import/own-table-is-understood", test_own_table_is_understood);
  g_test_add_func ("/import/oews-is-read-by-name-and-occupation",
                   test_oews_is_read_by_name_and_occupation);
  g_test_add_func ("/import/marpp-gives-price-indexes", test_marpp_gives_price_indexes);
  g_test_add_func ("/import/oflc-wages-are-made-yearly", test_oflc_wages_are_made_yearly);
  g_test_add_func ("/import/ambiguous-numbers-are-asked-about",
                   test_ambiguous_numbers_are_asked_about);
  g_test_add_func ("/import/one-plain-number-settles-the-others",
                   test_one_plain_number_settles_the_others);
  g_test_add_func ("/import/bad-rows-keep-their-line-numbers",
                   test_bad_rows_keep_their_line_numbers);
  g_test_add_func ("/import/long-cells-are-shown-in-part", test_long_cells_are_shown_in_part);
  g_test_add_func ("/import/encodings-and-delimiters-read-the-same",
                   test_encodings_and_delimiters_read_the_same);
  g_test_add_func ("/import/settings-can-be-corrected", test_settings_can_be_corrected);
  g_test_add_func ("/import/empty-and-broken-files-are-no-accident",
                   test_empty_and_broken_files_are_no_accident);
  g_test_add_func ("/import/damaged-tables-do-no-harm", test_damaged_tables_do_no_harm);
  g_test_add_func ("/import/apply-is-one-step", test_apply_is_one_step);
  g_test_add_func ("/import/large-table-is-read-to-its-end", test_large_table_is_read_to_its_end);
  g_test_add_func ("/import/can-be-cancelled", test_import_can_be_cancelled);

  return g_test_run ();
}
