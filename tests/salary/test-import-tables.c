/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "salary-fixture.h"
#include "vac-import-pay.h"
#include "vac-import-tables.h"
#include "vac-salary-import.h"

/* Tables as people and offices write them, with what has to come out. */

/* A posting without figures for places, whose pay is counted by @period. */
static VacDocument *
make_posting (const char *period,
              const char *currency,
              const char *job_title)
{
  VacDocument *document = vac_document_new ();

  salary_fixture_set (document, VAC_ROLE_LANGUAGE, "en-US");
  salary_fixture_set (document, VAC_ROLE_JOB_TITLE, job_title);
  salary_fixture_set (document, VAC_ROLE_PAY_PERIOD, period);
  salary_fixture_set (document, VAC_ROLE_PAY_CURRENCY, currency);

  return document;
}

static VacSalaryImport *
analyse_bytes (GBytes      *bytes,
               const char  *name,
               VacDocument *document)
{
  g_autoptr (GError) error = NULL;
  VacSalaryImport *import = vac_salary_import_analyse (bytes, name, &error);

  g_assert_no_error (error);
  vac_salary_import_assume (import, document);

  return import;
}

static VacSalaryImport *
analyse_text (const char  *text,
              const char  *name,
              VacDocument *document)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return analyse_bytes (bytes, name, document);
}

static VacSalaryImport *
analyse_fixture (const char  *name,
                 VacDocument *document)
{
  g_autoptr (GBytes) bytes = salary_fixture_load_table (name);

  return analyse_bytes (bytes, name, document);
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

/* "Place 1–2 period currency" for every row, in hundredths, with a mark for what is not chosen and
 * for a nation. */
static char *
describe (VacSalaryImport       *import,
          VacSalaryImportResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);
      const char *currency = place->currency != NULL
                                 ? place->currency
                                 : vac_salary_import_get_settings (import)->currency;

      g_string_append_printf (text, "%s%s", i > 0 ? "/" : "", place->name);
      if (place->problem != NULL)
        g_string_append (text, " !");
      else
        g_string_append_printf (text, "%s %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT " %s %s%s",
                                place->is_nation ? "=" : "",
                                place->exact.minimum / (VAC_IMPORT_SCALE / 100),
                                place->exact.maximum / (VAC_IMPORT_SCALE / 100),
                                vac_pay_period_get_id (place->period), currency,
                                place->chosen ? "" : "?");
    }

  return g_string_free (text, FALSE);
}

static void
test_tables_of_the_world_are_read (void)
{
  static const struct
  {
    const char *fixture;
    const char *occupation;
    const char *expected;
  } cases[] = {
    { "oews-header.csv", "29-1141",
      "U.S.= 7761000-10607000 year USD/Denver-Aurora-Centennial, CO 8287000-10608000 year USD/"
      "San Francisco-Oakland-Fremont, CA 14976000-23920000 year USD/Asheville, NC !/"
      "Baton Rouge, LA 6344000-8528000 year USD" },
    { "oews-header.csv", "25-2021",
      "U.S.= 5090000-7954000 year USD/Denver-Aurora-Centennial, CO 5630000-8010000 year USD" },
    { "oews-header.csv", "27-2011", "Los Angeles-Long Beach-Anaheim, CA 2015-4771 hour USD" },
    { "oews-header.csv", "Actors", "Los Angeles-Long Beach-Anaheim, CA 2015-4771 hour USD" },
    { "oews-header.csv", "27-9999", "" },
    { "oews-notes.csv", "27-2011", "Los Angeles-Long Beach-Anaheim, CA 2015-4771 hour USD" },
    { "oes-2017.csv", "29-1141",
      "Denver-Aurora-Lakewood, CO 6136000-8445000 year USD/"
      "Seattle-Tacoma-Bellevue, WA 6536000-9445000 year USD" },
    { "oes-state.csv", "", "Colorado 6136000-8445000 year USD" },
    { "state-open-data.csv", "",
      "New York State 7113000-11212000 year USD/New York City 8113000-12212000 year USD/"
      "Capital Region !" },
    { "uk-ashe.csv", "",
      "London 3500000-7150000 year GBP/North East 2410000-4530000 year GBP" },
    { "excel-hourly.csv", "", "Reno, NV 1850-2275 hour USD/Orlando, FL 1725-2100 hour USD" },
    { "range-in-one-cell.csv", "",
      "Austin, TX 12000000-16000000 year USD/Boston, MA 13000000-17500000 year USD/"
      "Denver, CO 11500000-15000000 year USD" },
    { "hourly-decimals.csv", "",
      "Reno, NV 1850-2275 year USD/Orlando, FL 1725-2100 year USD/Tulsa, OK 1650-1949 year USD" },
    { "year-first.csv", "", "Austin 9800000-17200000 year USD/Boston 10500000-18200000 year USD" },
    { "excel-sep.csv", "", "Köln 5200000-6100000 year USD" },
  };
  g_autoptr (VacDocument) document = make_posting ("year", "USD", "Engineer");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacSalaryImport) import = analyse_fixture (cases[i].fixture, document);
      g_autoptr (VacSalaryImportResult) result = NULL;
      g_autofree char *found = NULL;

      g_test_message ("%s %s", cases[i].fixture, cases[i].occupation);
      salary_fixture_set_occupation (import, cases[i].occupation);
      g_assert_true (vac_salary_import_is_complete (import));
      result = run (import, document);
      found = describe (import, result);
      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_null (result->question);
    }
}

static void
test_titles_are_understood_in_four_languages (void)
{
  static const struct
  {
    const char *period;
    const char *text;
    const char *expected;
  } cases[] = {
    { "month",
      "Region;Unteres Quartil;Median;Oberes Quartil\nDeutschland;3.500;4.200;5.100\n"
      "Bayern;3.700,50;4.400;5.300\n",
      "Deutschland= 350000-510000 month EUR/Bayern 370050-530000 month EUR" },
    { "month", "Ort;von;bis\nGraz;3200;4200\n", "Graz 320000-420000 month EUR" },
    { "year", "Standort;Mindestgehalt (€/Monat);Höchstgehalt (€/Monat)\nGraz;3200;4200,5\n",
      "Graz 320000-420050 month EUR" },
    { "year", "Stadt;Stundenlohn min;Stundenlohn max\nGraz;18,50;22,75\n",
      "Graz 1850-2275 hour EUR" },
    { "year",
      "Ville;Salaire minimum brut annuel (€);Salaire maximum brut annuel (€)\n"
      "Lyon;38 000;52 000\n",
      "Lyon 3800000-5200000 year EUR" },
    { "month", "Région;1er quartile;3e quartile\nBretagne;1 900,5;2 800\n",
      "Bretagne 190050-280000 month EUR" },
    { "year", "Ciudad;Salario mínimo anual;Salario máximo anual\nSevilla;28.000,00;35.500,00\n",
      "Sevilla 2800000-3550000 year EUR" },
    { "year", "Ciudad,Desde,Hasta,Notas\nSevilla,28000,35500,x\n",
      "Sevilla 2800000-3550000 year EUR" },
    { "year", "Metro Area\tSalary Min\tSalary Max\nReno\t100000\t120000\n",
      "Reno 10000000-12000000 year EUR" },
    { "year",
      "Location,minSalary,maxSalary,currency,period\nReno,20,30,USD,hourly\n"
      "Ulm,4000,5000,EUR,month\n",
      "Reno 2000-3000 hour USD/Ulm 400000-500000 month EUR?" },
    { "year",
      "City,Hourly 25th percentile,Hourly 75th percentile,Annual 25th percentile,"
      "Annual 75th percentile\nReno,20.5,30.5,42640,63440\n",
      "Reno 4264000-6344000 year EUR" },
    { "hour",
      "City,Hourly 25th percentile,Hourly 75th percentile,Annual 25th percentile,"
      "Annual 75th percentile\nReno,20.5,30.5,42640,63440\n",
      "Reno 2050-3050 hour EUR" },
    { "year", "City,Pay\nReno,\"£30,000 to £35,000 per annum\"\n",
      "Reno 3000000-3500000 year GBP" },
    { "year", "City,Base Pay (USD)\nReno,130–175K\n", "Reno 13000000-17500000 year USD" },
    { "year", "City;Gehaltsspanne\nUlm;52.000 € bis 61.000 € brutto/Jahr\n",
      "Ulm 5200000-6100000 year EUR" },
    { "year", "Wages 2024, per week\nby place\nPlace,Min,Max\nLeeds,600,700\n",
      "Leeds 60000-70000 week EUR" },
    { "year",
      "NOC_CNP,NOC_Title_eng,prov,ER_Code_Code_RE,ER_Name,Low_Wage_Salaire_Minium,"
      "Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal,Annual_Wage_Flag_Salaire_annuel\n"
      "NOC_21211,Data scientists,NAT,ER00,Canada,26.44,43.27,69.23,0\n"
      "NOC_21211,Data scientists,ON,ER35,Ontario,55000,90000,144000,1\n"
      "NOC_21211,Data scientists,QC,ER24,Québec,,,,0\n",
      "Canada= 2644-6923 hour CAD/Ontario 5500000-14400000 year CAD/Québec !" },
    { "year",
      "OCC_CODE,OCC_TITLE,OCC_GROUP,H_MEDIAN,A_PCT25,A_MEDIAN,A_PCT75\n"
      "15-2051,Data Scientists,detailed,50,\"90,000\",\"100,000\",#\n",
      "U.S.= 9000000-20800000 year USD" },
    { "year",
      "AREA,AREA_TITLE,I_GROUP,OCC_CODE,A_PCT25,A_PCT75\n1,Here,cross-industry,15-2051,1000,2000\n"
      "1,Here,sector,15-2051,3000,4000\n",
      "Here 100000-200000 year USD" },
    { "year",
      "\"Location\n(city)\",\"Pay\nmin\",\"Pay max [US$]\"\n\"Reno,\nNV\",\"100\n000\",120000\n",
      "Reno, NV 10000000-12000000 year USD" },
    { "year", "place,min,max\nHere,1,2\nHere,3,4\nThere,5,6\n",
      "Here 100-200 year EUR/Here 300-400 year EUR?/There 500-600 year EUR" },
    { "year", "country,min,max\nFrance,1,2\nGermany,3,4\n",
      "France 100-200 year EUR/Germany 300-400 year EUR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = make_posting (cases[i].period, "EUR", "Engineer");
      g_autoptr (VacSalaryImport) import = analyse_text (cases[i].text,
                                                    "table.csv", document);
      g_autoptr (VacSalaryImportResult) result = run (import, document);
      g_autofree char *found = describe (import, result);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_null (result->question);
    }
}

static void
test_what_is_not_certain_is_left_open (void)
{
  static const char *const texts[] = {
    "100000,Here,150000\n90000,There,95000\n",
    "Year,SOC,Case,Value\n2024,151252,I-200-1,100000\n2024,151252,I-200-2,120000\n",
    "City,Amount A,Amount B\nReno,1,2\n",
    "City,Min 2023,Min 2024,Max 2023,Max 2024\nReno,1,2,3,4\n",
    "City,Average,Employees\nReno,1,2\n",
    "City,City,Min,Max\nReno,NV,1,2\n",
    "Case Number,Employer,Wage Rate\nI-1,Acme,100000\n",
    "City,Salary\nReno,100000\n",
  };
  g_autoptr (VacDocument) document = make_posting ("year", "USD", "Engineer");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (VacSalaryImport) import = analyse_text (texts[i], "t.csv", document);
      g_autoptr (VacSalaryImportResult) result = run (import, document);

      g_test_message ("%s", texts[i]);
      g_assert_false (vac_salary_import_is_complete (import));
      g_assert_cmpuint (result->places->len, ==, 0);
    }
}

/* Tables as programs and people write them: @expected as describe() has it. */
static void
test_shapes_of_tables_are_read (void)
{
  static const struct
  {
    const char *text;
    gsize       length;     /* 0 for all */
    const char *occupation;
    guint       n_notes;
    const char *expected;
  } cases[] = {
    { "Place|Minimum|Maximum\nReno|52000|61000\n", 0, "", 0,
      "Reno 5200000-6100000 year USD" },
    { "sep=|\nPlace|Minimum|Maximum\nReno|52000|61000\n", 0, "", 0,
      "Reno 5200000-6100000 year USD" },
    { "\"sep=;\"\r\nPlace;Minimum;Maximum\r\nReno;52000;61000\r\n", 0, "", 0,
      "Reno 5200000-6100000 year USD" },
    { "\xff\xfeO\0r\0t\0;\0V\0o\0n\0;\0B\0i\0s\0\n\0B\0\xfc\0;\0" "9\0" "0\0" "0\0" "0\0;\0"
      "9\0" "5\0" "0\0" "0\0\n\0", 52, "", 0, "B\xc3\xbc 900000-950000 year USD" },
    /* A header in the fifth row; "HR" is no hour, but what stands after a slash is. */
    { "Survey of 2025\nPrepared by HR\n\n\nCity,Min (USD),Max (USD)\nReno,61000,70000\n", 0, "",
      0, "Reno 6100000-7000000 year USD" },
    { "City,Min $/HR,Max $/HR\nReno,29.50,33.75\n", 0, "", 0, "Reno 2950-3375 hour USD" },
    /* By the year and by the hour: what needs no conversion. */
    { "City,Hourly min,Hourly max,Annual min,Annual max\nReno,29.50,33.75,61000,70000\n", 0, "", 0,
      "Reno 6100000-7000000 year USD" },
    /* Notes below the table; a place without figures is none. */
    { "City,Min,Max\nReno,61000,70000\nTulsa\nNote: gross\n* provisional,,\n", 0, "", 2,
      "Reno 6100000-7000000 year USD/Tulsa !" },
    { "City,Min,Max\nNote: gross\nReno,61000,70000\n", 0, "", 0,
      "Note: gross !/Reno 6100000-7000000 year USD" },
    /* Codes of a classification are known by themselves. */
    { "City,Code,Job,Min,Max\nReno,29-1141,Nurse,61000,70000\nReno,15-2051,Analyst,91000,99000\n",
      0, "29-1141", 0, "Reno 6100000-7000000 year USD" },
    /* Ranges in half of the cells, and one end in others. */
    { "Town,Pay\nReno,$45k-$60k pa\nBoise,\"from $50,000\"\nYork,$21.50 an hour\n", 0, "", 0,
      "Reno 4500000-6000000 year USD/Boise 5000000-0 year USD/York 2150-2150 hour USD" },
    { "Ort;Von;Bis\nUlm;52.000,50;61.000,75\n", 0, "", 0, "Ulm 5200050-6100075 year USD" },
  };
  g_autoptr (VacDocument) document = make_posting ("year", "USD", "Engineer");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = cases[i].length > 0 ? cases[i].length : strlen (cases[i].text);
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, length);
      g_autoptr (VacSalaryImport) import = vac_salary_import_analyse (bytes, "own.csv", NULL);
      g_autoptr (VacSalaryImportResult) result = NULL;
      g_autofree char *found = NULL;

      g_test_message ("case %u", i);
      g_assert_nonnull (import);
      vac_salary_import_assume (import, document);
      salary_fixture_set_occupation (import, cases[i].occupation);
      g_assert_true (vac_salary_import_is_complete (import));
      result = run (import, document);
      found = describe (import, result);
      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_cmpuint (result->n_notes, ==, cases[i].n_notes);
    }
}

static void
test_cap_follows_the_year (void)
{
  static const struct
  {
    const char            *name;
    const char            *text;
    gint64                 maximum;
    VacSalaryImportReason  reason;
  } cases[] = {
    { "t.csv", "AREA_TITLE,OCC_CODE,O_GROUP,A_PCT25,A_PCT75\nA,1-2,d,1000,#\n", 239200,
      VAC_SALARY_IMPORT_ASSUMED },
    { "MSA_M2021_dl.csv", "AREA_TITLE,OCC_CODE,A_PCT25,A_PCT75\nA,1-2,1000,#\n", 208000,
      VAC_SALARY_IMPORT_FROM_FILE },
    { "oesm23ma.csv", "AREA_TITLE,OCC_CODE,A_PCT25,A_PCT75\nA,1-2,1000,#\n", 239200,
      VAC_SALARY_IMPORT_FROM_FILE },
    { "t.csv", "May 2020 estimates\nAREA_TITLE,OCC_CODE,A_PCT25,A_PCT75\nA,1-2,1000,#\n", 208000,
      VAC_SALARY_IMPORT_FROM_FILE },
    { "t.csv", "AREA_NAME,OCC_CODE,OCC_GROUP,A_PCT25,A_PCT75\nA,1-2,d,1000,#\n", 208000,
      VAC_SALARY_IMPORT_ASSUMED },
    { "t.csv", "AREA_TITLE,OCC_CODE,A_PCT25,A_PCT75\nA,1-2,1000,#\n"
               "\"# = a wage equal to or greater than $90.00 per hour or $187,200 per year\"\n",
      187200, VAC_SALARY_IMPORT_FROM_FILE },
  };
  g_autoptr (VacDocument) document = make_posting ("year", "USD", "Engineer");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacSalaryImport) import = analyse_text (cases[i].text,
                                                    cases[i].name, document);
      g_autoptr (VacSalaryImportResult) result = run (import, document);
      const VacSalaryImportPlace *place;

      g_assert_cmpuint (result->places->len, ==, 1);
      place = g_ptr_array_index (result->places, 0);
      g_assert_cmpint (place->range.maximum, ==, cases[i].maximum * VAC_MONEY_ONE);
      g_assert_cmpint (result->cap_reason, ==, cases[i].reason);
      g_assert_cmpuint (result->n_capped, ==, 1);
    }
}

static void
test_occupation_is_the_files_own (void)
{
  static const struct
  {
    const char *job_title;
    const char *code;
  } cases[] = {
    { "Registered Nurse", "29-1141" },
    { "Senior registered nurse (nights)", "29-1141" },
    { "Actor", "27-2011" },
    { "Machine Learning Engineer", NULL },
    { "Gardener", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = make_posting ("year", "USD", cases[i].job_title);
      g_autoptr (VacSalaryImport) import = analyse_fixture ("oews-header.csv", document);
      g_autoptr (VacSalaryImportResult) result = run (import, document);
      gboolean chosen = vac_salary_import_choose (import, result, cases[i].job_title);

      g_test_message ("%s", cases[i].job_title);
      g_assert_cmpuint (result->places->len, ==, 0);
      g_assert_cmpuint (result->occupations->len, ==, 3);
      g_assert_true (chosen == (cases[i].code != NULL));
      if (chosen)
        g_assert_cmpstr (vac_salary_import_get_settings (import)->occupation, ==, cases[i].code);
    }
}

/* Titles that say nothing of what the survey calls the occupation. A posting that pays by the hour
 * gets the wages by the hour. */
static void
test_jobs_of_a_warehouse_find_their_occupation (void)
{
  static const char text[] =
      "AREA_TITLE,I_GROUP,OCC_CODE,OCC_TITLE,H_PCT25,H_MEDIAN,H_PCT75,A_PCT25,A_MEDIAN,A_PCT75\n"
      "U.S.,cross-industry,53-7051,Industrial Truck and Tractor Operators,"
      "20.00,21.00,22.00,\"41,600\",\"43,680\",\"45,760\"\n"
      "U.S.,cross-industry,53-7062,\"Laborers and Freight, Stock, and Material Movers, Hand\","
      "17.00,18.00,19.00,\"35,360\",\"37,440\",\"39,520\"\n"
      "U.S.,cross-industry,53-7065,Stockers and Order Fillers,"
      "16.00,17.50,18.50,\"33,280\",\"36,400\",\"38,480\"\n";
  static const struct
  {
    const char *job_title;
    const char *code;
    VacMoney    minimum;
  } cases[] = {
    { "Warehouse Associate", "53-7065", 16 },
    { "Order Picker (nights)", "53-7065", 16 },
    { "Forklift Operator", "53-7051", 20 },
    { "Material Handler", "53-7062", 17 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = make_posting ("hour", "USD", cases[i].job_title);
      g_autoptr (VacSalaryImport) import = analyse_text (text, "t.csv", document);
      g_autoptr (VacSalaryImportResult) all = run (import, document);
      g_autoptr (VacSalaryImportResult) result = NULL;
      const VacSalaryImportPlace *place;

      g_test_message ("%s", cases[i].job_title);
      g_assert_true (vac_salary_import_choose (import, all, cases[i].job_title));
      g_assert_cmpstr (vac_salary_import_get_settings (import)->occupation, ==, cases[i].code);
      result = run (import, document);
      g_assert_cmpint (result->to, ==, VAC_PAY_PERIOD_HOUR);
      g_assert_cmpuint (result->places->len, ==, 1);
      place = result->places->pdata[0];
      g_assert_cmpint (place->range.minimum, ==, cases[i].minimum * VAC_MONEY_ONE);
      g_assert_true (g_str_has_suffix (place->note, ", H_PCT25 – H_PCT75"));
    }
}

static void
test_figures_far_away_and_foreign_are_not_chosen (void)
{
  const char *text = "Place,Min,Max\nNear,100000,150000\nFar,19,23\n\"Lyon\",€100000,€150000\n";
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImport) import = analyse_text (text, "t.csv", document);
  VacSalaryImportSettings settings = *vac_salary_import_get_settings (import);
  g_autoptr (VacSalaryImportResult) result = NULL;
  const VacSalaryImportPlace *places[3];
  g_autofree char *far = NULL;
  g_autofree char *foreign = NULL;

  g_strlcpy (settings.currency, "USD", sizeof settings.currency);
  settings.currency_reason = VAC_SALARY_IMPORT_FROM_PERSON;
  g_assert_true (vac_salary_import_set_settings (import, &settings, NULL));
  result = run (import, document);
  g_assert_cmpuint (result->places->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    places[i] = g_ptr_array_index (result->places, i);
  far = vac_salary_import_describe_doubts (result, places[1]);
  foreign = vac_salary_import_describe_doubts (result, places[2]);

  g_assert_true (places[0]->chosen);
  g_assert_false (places[1]->chosen);
  g_assert_cmpstr (far, ==, "far outside of the posting’s 110,000 – 220,000");
  g_assert_false (places[2]->chosen);
  g_assert_cmpstr (foreign, ==, "in EUR, not converted");
  g_assert_cmpstr (places[2]->note, ==, "amounts in EUR");
}

static void
test_cents_are_kept (void)
{
  g_autoptr (VacDocument) document = make_posting ("hour", "USD", "Cook");
  g_autoptr (VacSalaryImport) import = analyse_fixture ("hourly-decimals.csv", document);
  g_autoptr (VacSalaryImportResult) result = run (import, document);
  g_auto (GStrv) texts = vac_salary_import_describe (import, result);
  const VacSalaryImportPlace *reno = g_ptr_array_index (result->places, 0);

  g_assert_false (reno->is_rounded);
  g_assert_cmpint (reno->exact.minimum, ==, 185000);
  g_assert_cmpint (reno->range.minimum, ==, 185000);
  g_assert_cmpint (reno->range.maximum, ==, 227500);
  g_assert_cmpstr (reno->note, ==, "nights +1.50");
  g_assert_true (g_str_has_prefix (texts[0], "The table does not say"));
  g_assert_null (texts[1]);
}

static void
test_what_a_currency_cannot_pay_is_rounded_in_sight (void)
{
  static const char table[] = "Place,Minimum,Maximum\nReno,22.5962,24.75\n";
  g_autoptr (VacDocument) document = make_posting ("hour", "USD", "Cook");
  g_autoptr (VacSalaryImport) import = analyse_text (table, "t.csv", document);
  g_autoptr (VacSalaryImportResult) result = run (import, document);
  g_auto (GStrv) texts = vac_salary_import_describe (import, result);
  const VacSalaryImportPlace *reno = g_ptr_array_index (result->places, 0);

  g_assert_true (reno->is_rounded);
  g_assert_cmpint (reno->range.minimum, ==, 226000);
  g_assert_cmpint (reno->range.maximum, ==, 247500);
  g_assert_cmpstr (reno->note, ==, "22.5962 – 24.7500 per hour");
  g_assert_nonnull (strstr (texts[1], "1 place have more decimals"));
}

/* Actors have hourly wages only, in a survey of wages per year. */
static void
test_an_hourly_occupation_comes_as_hourly (void)
{
  g_autoptr (VacDocument) empty = make_posting ("year", "USD", "Actor");
  g_autoptr (VacDocument) full = salary_fixture_new ();
  VacDocument *documents[] = { empty, full };
  const VacPayPeriod periods[] = { VAC_PAY_PERIOD_HOUR, VAC_PAY_PERIOD_YEAR };
  const VacMoney minimums[] = { 201500, 41912 * VAC_MONEY_ONE };
  const char *const sentences[] = {
    "The table says that pay is per hour, USD.",
    "The table says that pay is per year, USD. 1 place is converted",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (VacSalaryImport) import = analyse_fixture ("oews-header.csv", documents[i]);
      g_autoptr (VacSalaryImportResult) result = NULL;
      g_auto (GStrv) texts = NULL;
      const VacSalaryImportPlace *place = NULL;

      salary_fixture_set_occupation (import, "27-2011");
      result = run (import, documents[i]);
      texts = vac_salary_import_describe (import, result);
      for (guint j = 0; j < result->places->len && place == NULL; j++)
        if (vac_pay_range_is_known (
                &((VacSalaryImportPlace *) g_ptr_array_index (result->places, j))->range))
          place = g_ptr_array_index (result->places, j);
      g_assert_nonnull (place);
      g_assert_cmpint (result->to, ==, periods[i]);
      g_assert_cmpint (place->range.minimum, ==, minimums[i]);
      g_assert_true (g_str_has_prefix (texts[0], sentences[i]));
    }
}

static void
test_table_without_figures_takes_over_period_and_currency (void)
{
  g_autoptr (VacDocument) document = make_posting ("year", "USD", "Cook");
  g_autoptr (VacSalaryImport) import = analyse_fixture ("uk-ashe.csv", document);
  g_autoptr (VacSalaryImportResult) result = run (import, document);
  g_autoptr (VacDocument) full = salary_fixture_new ();
  g_autoptr (VacSalaryImport) other = analyse_fixture ("oews-header.csv", full);
  g_autoptr (VacSalaryImportResult) nurses = NULL;
  guint n;

  g_assert_true (vac_salary_apply_import (document, import, result, NULL, &n));
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_SALARIES_CURRENCY), ==, "GBP");
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_SALARIES_PERIOD), ==, "year");
  vac_document_undo (document);
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_SALARIES_CURRENCY), ==, "");

  salary_fixture_set_occupation (other, "29-1141");
  nurses = run (other, full);
  g_assert_true (vac_salary_apply_import (full, other, nurses, NULL, &n));
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (vac_document_get_text (full, VAC_ROLE_NATIONAL_MINIMUM), ==, "77610");
  g_assert_cmpstr (vac_document_get_text (full, VAC_ROLE_NATIONAL_MAXIMUM), ==, "106070");
}

static void
test_giving_up_leaves_nothing_behind (void)
{
  const char *text = "Place,Min,Max\nA,100000,150000\nB,100000,150000\nC,100000,150000\n";
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacSalaryImport) import = analyse_text (text, "t.csv", document);
  g_autoptr (VacSalaryImportResult) result = run (import, document);
  VacSalaryImportStep *step = vac_salary_import_step_new (document, import, result, "t.csv");
  guint64 state = vac_document_get_state (document);

  g_assert_true (vac_salary_import_step_prepare (step, 2));
  g_assert_cmpfloat (vac_salary_import_step_get_share (step), >, 0.5);
  vac_salary_import_step_free (step);
  g_assert_cmpuint (vac_document_get_state (document), ==, state);
  g_assert_false (vac_document_get_can_redo (document));
}

static void
test_many_places_take_linear_time (void)
{
  g_autoptr (GString) text = g_string_new ("place,minimum,maximum\n");
  g_autoptr (VacDocument) document = make_posting ("year", "USD", "Cook");
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "Town %u,%u,%u\n", i, 50000 + i % 1000, 90000 + i % 1000);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (VacSalaryImport) import = analyse_text (text->str, "t.csv", document);
      g_autoptr (VacSalaryImportResult) result = run (import, document);
      guint n;

      g_assert_true (vac_salary_apply_import (document, import, result, NULL, &n));
      g_assert_cmpuint (n, ==, 100000);
      g_assert_cmpuint (vac_node_get_n_children (vac_document_get (document, VAC_ROLE_PLACES)), ==,
                        100000);
    }
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "100,000 places, added and found again");
  /* Comparing each with each takes many minutes. */
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 60.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/tables/of-the-world-are-read", test_tables_of_the_world_are_read);
  g_test_add_func ("/import/tables/titles-are-understood-in-four-languages",
                   test_titles_are_understood_in_four_languages);
  g_test_add_func ("/import/tables/what-is-not-certain-is-left-open",
                   test_what_is_not_certain_is_left_open);
  g_test_add_func ("/import/tables/shapes-of-tables-are-read",
                   test_shapes_of_tables_are_read);
  g_test_add_func ("/import/tables/cap-follows-the-year", test_cap_follows_the_year);
  g_test_add_func ("/import/tables/occupation-is-the-files-own", test_occupation_is_the_files_own);
  g_test_add_func ("/import/tables/jobs-of-a-warehouse-find-their-occupation",
                   test_jobs_of_a_warehouse_find_their_occupation);
  g_test_add_func ("/import/tables/figures-far-away-and-foreign-are-not-chosen",
                   test_figures_far_away_and_foreign_are_not_chosen);
  g_test_add_func ("/import/tables/cents-are-kept", test_cents_are_kept);
  g_test_add_func ("/import/tables/what-a-currency-cannot-pay-is-rounded-in-sight",
                   test_what_a_currency_cannot_pay_is_rounded_in_sight);
  g_test_add_func ("/import/tables/an-hourly-occupation-comes-as-hourly",
                   test_an_hourly_occupation_comes_as_hourly);
  g_test_add_func ("/import/tables/without-figures-takes-over-period-and-currency",
                   test_table_without_figures_takes_over_period_and_currency);
  g_test_add_func ("/import/tables/giving-up-leaves-nothing-behind",
                   test_giving_up_leaves_nothing_behind);
  g_test_add_func ("/import/tables/many-places-take-linear-time",
                   test_many_places_take_linear_time);

  return g_test_run ();
}
