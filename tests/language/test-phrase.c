/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>
#include <unicode/uvernum.h>

#include "vac-codes.h"
#include "vac-phrase.h"

#define NBSP "\302\240"
#define RLM "\342\200\217"

static void
test_words_are_those_of_the_closest_language (void)
{
  static const struct
  {
    const char *language;
    const char *expected;
  } cases[] = {
    { "en", "Department" },
    { "en-GB", "Department" },
    { "de", "Abteilung" },
    { "de-CH", "Abteilung" },
    { "DE_at", "Abteilung" },
    { "de-CH-1901", "Abteilung" },
    { "fr-CA", "Service" },
    { "es-419", "Departamento" },
    { "pt-PT", "Departamento" },
    { "pt-AO", "Departamento" },
    { "pt-BR", "Área" },
    { "zh-CN", "部门" },
    { "zh-Hans-TW", "部门" },
    { "zh-TW", "部門" },
    { "zh_hant_HK", "部門" },
    { "no", "Avdeling" },
    { "iw", "מחלקה" },
    { "den", "Department" },
    { "tlh", "Department" },
    { "", "Department" },
    { "../en", "Department" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (vac_phrase_get (cases[i].language, VAC_PHRASE_DEPARTMENT), ==,
                     cases[i].expected);
}

static void
test_languages_without_words_are_told (void)
{
  static const char *const spoken[] = { "en", "de-CH", "pt-BR", "zh-TW", "no", "iw", "ar-EG" };
  static const char *const silent[] = { "tlh", "nn", "uk", "den", "x-klingon", "../en", "" };

  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    g_assert_true (vac_phrase_speaks (spoken[i]));
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    g_assert_false (vac_phrase_speaks (silent[i]));
}

static void
test_a_label_has_the_colon_of_its_language (void)
{
  static const struct
  {
    const char *language;
    const char *label;
    const char *expected;
  } cases[] = {
    { "en", "Start", "Start: " },
    { "fr", "Début", "Début" NBSP ": " },
    { "ja", "給与", "給与：" },
    { "ar", "الراتب", "الراتب: " },
    { "en", "Why here?", "Why here? " },
    { "ja", "なぜ？", "なぜ？ " },
    { "ar", "لماذا؟", "لماذا؟ " },
    { "en", "", ": " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_phrase_run_in (cases[i].language, cases[i].label);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_values_take_the_place_of_names (void)
{
  static const struct
  {
    const char *value;
    const char *expected;
  } cases[] = {
    { "Acme", "Über Acme" },
    { "{employer}", "Über {employer}" },
    { "{{employer}}", "Über {{employer}}" },
    { "%s %n", "Über %s %n" },
    { "", "Über " },
  };
  g_autofree char *without = vac_phrase_format ("de", VAC_PHRASE_ABOUT, "section", "X", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_phrase_format ("de", VAC_PHRASE_ABOUT, "employer", cases[i].value,
                                                 NULL);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  g_assert_cmpstr (without, ==, "Über {employer}");
}

static void
test_choices_have_words (void)
{
  g_assert_cmpstr (vac_phrase_get_choice ("de-AT", "hour"), ==, "pro Stunde");
  g_assert_cmpstr (vac_phrase_get_choice ("ja", "hour"), ==, "時給");
  g_assert_cmpstr (vac_phrase_get_choice ("tlh", "hour"), ==, "per hour");
  g_assert_cmpstr (vac_phrase_get_choice ("en", "flexitime"), ==, "flexitime");
  g_assert_cmpstr (vac_phrase_get_choice ("en", ""), ==, "");
}

static void
test_dates_are_written_in_full (void)
{
  static const struct
  {
    const char *language;
    const char *date;
    const char *expected;
  } cases[] = {
    { "en-US", "2026-12-03", "December 3, 2026" },
    { "en", "2026-12-03", "December 3, 2026" },
    { "en-GB", "2026-12-03", "3 December 2026" },
    { "de", "2026-12-03", "3. Dezember 2026" },
    { "fr", "2026-08-01", "1 août 2026" },
    { "es", "2026-12-03", "3 de diciembre de 2026" },
    { "ja", "2026-12-03", "2026年12月3日" },
    { "pt-BR", "2026-12-03", "3 de dezembro de 2026" },
    { "pl", "2026-12-03", "3 grudnia 2026" },
    { "cs", "2026-12-03", "3. prosince 2026" },
    { "fi", "2026-12-03", "3. joulukuuta 2026" },
    { "zh-TW", "2026-12-03", "2026年12月3日" },
    { "ar", "2026-12-03", "3 ديسمبر 2026" },
    { "he", "2026-12-03", "3 בדצמבר 2026" },
    { "th", "2026-12-03", "3 ธันวาคม 2026" },
    { "tlh", "2026-12-03", "December 3, 2026" },
    { "en", "2026-02-30", "2026-02-30" },
    { "en", "soon", "soon" },
    { "en", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_phrase_date (cases[i].language, cases[i].date);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_durations_have_the_plurals_of_the_language (void)
{
  static const struct
  {
    const char *language;
    gint64      months;
    const char *expected;
  } cases[] = {
    { "en", 1, "1 month" },
    { "en", 12, "1 year" },
    { "en", 18, "18 months" },
    { "en", 36, "3 years" },
    { "de", 12, "1 Jahr" },
    { "de", 60, "5 Jahre" },
    { "fr", 24, "2 ans" },
    { "it", 5, "5 mesi" },
    { "nb", 18, "18 måneder" },
    { "cs", 2, "2 měsíce" },
    { "cs", 18, "18 měsíců" },
    { "cs", 60, "5 let" },
    { "fi", 1, "1 kuukausi" },
    { "fi", 60, "5 vuotta" },
    { "ar", 2, "شهران" },
    { "ar", 5, "5 أشهر" },
    { "ar", 18, "18 شهرًا" },
    { "he", 2, "חודשיים" },
    { "he", 60, "5 שנים" },
    { "zh", 18, "18个月" },
    { "pl", 24, "2 lata" },
    { "pl", 60, "5 lat" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_phrase_duration (cases[i].language, cases[i].months);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_ranges_say_which_end_is_open (void)
{
  const VacMoney low = 120000 * VAC_MONEY_ONE, high = 180000 * VAC_MONEY_ONE;
  g_autofree char *both = vac_phrase_range ("en", "USD", "year", &low, &high);
  g_autofree char *from = vac_phrase_range ("de", "EUR", "month", &low, NULL);
  g_autofree char *to = vac_phrase_range ("fr", "EUR", "", NULL, &high);
  g_autofree char *one = vac_phrase_range ("en", "USD", "hour", &low, &low);

  g_assert_cmpstr (both, ==, "$120,000 – $180,000 per year");
  g_assert_cmpstr (from, ==, "Ab 120.000" NBSP "€ pro Monat");
  g_assert_cmpstr (to, ==, "Jusqu’à 180\342\200\257000" NBSP "€");
  g_assert_cmpstr (one, ==, "$120,000 per hour");
  g_assert_null (vac_phrase_range ("en", "USD", "year", NULL, NULL));
}

static void
test_cents_stand_on_both_sides_when_one_side_has_them (void)
{
  static const struct
  {
    const char *language;
    const char *currency;
    const char *period;
    const char *low;
    const char *high;
    const char *expected;
  } cases[] = {
    { "en-US", "USD", "hour", "18.5", "22", "$18.50 – $22.00 per hour" },
    { "en-US", "USD", "hour", "38", "46.25", "$38.00 – $46.25 per hour" },
    { "en-US", "USD", "hour", "38", "46", "$38 – $46 per hour" },
    { "de-DE", "EUR", "hour", "18.5", "21.4", "18,50" NBSP "€ – 21,40" NBSP "€ pro Stunde" },
    { "en-US", "JPY", "", "1200", "1200", "¥1,200" },
    { "en", "KWD", "day", "12.5", "14", "KWD" NBSP "12.500 – KWD" NBSP "14.000 per day" },
    { "en-US", "USD", "hour", "18.5", "18.5", "$18.50 per hour" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacMoney low, high;
      g_autofree char *text = NULL;

      g_assert_true (vac_money_parse (cases[i].low, &low) &&
                     vac_money_parse (cases[i].high, &high));
      text = vac_phrase_range (cases[i].language, cases[i].currency, cases[i].period, &low, &high);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_pay_is_said_as_job_postings_say_it (void)
{
  static const struct
  {
    const char *language;
    const char *currency;
    const char *period;
    gint64      minimum;
    gint64      maximum;
    const char *expected;
  } cases[] = {
    { "it", "EUR", "year", 18000, 21400, "18.000" NBSP "€ – 21.400" NBSP "€ all’anno" },
    { "nl", "EUR", "month", 18000, 0, "Vanaf €" NBSP "18.000 per maand" },
    { "pt-PT", "EUR", "hour", 0, 21400, "Até 21" NBSP "400" NBSP "€ por hora" },
    { "pt-BR", "BRL", "month", 18000, 21400, "R$" NBSP "18.000 – R$" NBSP "21.400 por mês" },
    { "pl", "PLN", "month", 18000, 21400,
      "18" NBSP "000" NBSP "zł – 21" NBSP "400" NBSP "zł miesięcznie" },
    { "cs", "CZK", "month", 0, 21400, "Až 21" NBSP "400" NBSP "Kč měsíčně" },
    { "sv", "SEK", "month", 18000, 0, "Från 18" NBSP "000" NBSP "kr per månad" },
    { "da", "DKK", "month", 18000, 21400, "18.000" NBSP "kr. – 21.400" NBSP "kr. pr. måned" },
    /* Between ICU 72 and 76, CLDR moved the sign. */
#if U_ICU_VERSION_MAJOR_NUM >= 76
    { "nb", "NOK", "year", 0, 21400, "Opptil 21" NBSP "400" NBSP "kr per år" },
#else
    { "nb", "NOK", "year", 0, 21400, "Opptil kr" NBSP "21" NBSP "400 per år" },
#endif
    { "fi", "EUR", "month", 18000, 0, "Vähintään 18" NBSP "000" NBSP "€ kuukaudessa" },
    { "tr", "TRY", "month", 18000, 21400, "Aylık ₺18.000 – ₺21.400" },
    { "tr", "TRY", "month", 18000, 0, "Aylık ₺18.000 ve üzeri" },
    { "ja", "JPY", "month", 180000, 214000, "月給 ￥180,000～￥214,000" },
    { "ja", "JPY", "", 180000, 0, "￥180,000以上" },
    { "zh", "CNY", "month", 18000, 21400, "月薪 ¥18,000–¥21,400" },
    { "zh-TW", "TWD", "hour", 0, 214, "時薪 最高 $214" },
    { "ar", "SAR", "month", 18000, 21400,
      RLM "18,000" NBSP "ر.س." RLM " – " RLM "21,400" NBSP "ر.س." RLM " شهريًا" },
    { "he", "ILS", "month", 18000, 21400,
      RLM "18,000" NBSP RLM "₪ – " RLM "21,400" NBSP RLM "₪ לחודש" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const VacMoney minimum = cases[i].minimum * VAC_MONEY_ONE;
      const VacMoney maximum = cases[i].maximum * VAC_MONEY_ONE;
      g_autofree char *text = vac_phrase_range (cases[i].language, cases[i].currency,
                                                cases[i].period, &minimum,
                                                maximum > 0 ? &maximum : NULL);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_codes_are_those_in_use (void)
{
  g_assert_true (vac_codes_has_country ("GB") && vac_codes_has_country ("US"));
  g_assert_false (vac_codes_has_country ("UK") || vac_codes_has_country ("EU") ||
                  vac_codes_has_country ("gb") || vac_codes_has_country (""));
  g_assert_true (vac_codes_has_currency ("USD") && vac_codes_has_currency ("CHF"));
  g_assert_false (vac_codes_has_currency ("XXZ") || vac_codes_has_currency ("XAU") ||
                  vac_codes_has_currency ("DEM") || vac_codes_has_currency ("usd"));
}

static void
test_direction_follows_the_script (void)
{
  static const char *const rtl[] = { "ar", "he",  "iw",      "fa",   "ur-PK",
                                     "yi", "ckb", "az-Arab", "pa-PK" };
  static const char *const ltr[] = { "en", "de", "az", "pa", "ja", "tlh", "" };

  for (guint i = 0; i < G_N_ELEMENTS (rtl); i++)
    g_assert_true (vac_codes_is_rtl (rtl[i]));
  for (guint i = 0; i < G_N_ELEMENTS (ltr); i++)
    g_assert_false (vac_codes_is_rtl (ltr[i]));
}

static void
test_capitals_are_those_of_the_language (void)
{
  static const struct { const char *language, *text, *capitals; } cases[] = {
    { "en", "Place", "PLACE" }, { "", "i", "I" }, { "tr", "istihdam", "\xc4\xb0ST\xc4\xb0HDAM" },
    { "de", "Gr\xc3\xb6\xc3\x9f" "e", "GR\xc3\x96SSE" }, { "ja", "給与", "給与" },
    { "en", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *capitals = vac_phrase_in_capitals (cases[i].language, cases[i].text);

      g_assert_cmpstr (capitals, ==, cases[i].capitals);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phrase/words-are-those-of-the-closest-language",
                   test_words_are_those_of_the_closest_language);
  g_test_add_func ("/phrase/languages-without-words-are-told",
                   test_languages_without_words_are_told);
  g_test_add_func ("/phrase/a-label-has-the-colon-of-its-language",
                   test_a_label_has_the_colon_of_its_language);
  g_test_add_func ("/phrase/values-take-the-place-of-names", test_values_take_the_place_of_names);
  g_test_add_func ("/phrase/capitals-are-those-of-the-language",
                   test_capitals_are_those_of_the_language);
  g_test_add_func ("/phrase/choices-have-words", test_choices_have_words);
  g_test_add_func ("/phrase/dates-are-written-in-full", test_dates_are_written_in_full);
  g_test_add_func ("/phrase/durations-have-the-plurals-of-the-language",
                   test_durations_have_the_plurals_of_the_language);
  g_test_add_func ("/phrase/ranges-say-which-end-is-open", test_ranges_say_which_end_is_open);
  g_test_add_func ("/phrase/cents-stand-on-both-sides-when-one-side-has-them",
                   test_cents_stand_on_both_sides_when_one_side_has_them);
  g_test_add_func ("/phrase/pay-is-said-as-job-postings-say-it",
                   test_pay_is_said_as_job_postings_say_it);
  g_test_add_func ("/phrase/codes-are-those-in-use", test_codes_are_those_in_use);
  g_test_add_func ("/phrase/direction-follows-the-script", test_direction_follows_the_script);

  return g_test_run ();
}
