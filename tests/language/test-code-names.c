/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-code-names.h"
#include "vac-codes.h"

static void
test_codes_have_names (void)
{
  static const struct
  {
    VacCodeKind kind;
    const char *code;
    const char *language;
    const char *expected;
  } cases[] = {
    { VAC_CODE_COUNTRY, "GB", "en", "United Kingdom" },
    { VAC_CODE_COUNTRY, "GB", "de-AT", "Vereinigtes Königreich" },
    { VAC_CODE_COUNTRY, "EU", "de", "Europäische Union" },
    { VAC_CODE_COUNTRY, "XX", "en", NULL },
    { VAC_CODE_COUNTRY, "ZZ", "en", NULL },
    { VAC_CODE_COUNTRY, "us", "en", NULL },
    { VAC_CODE_COUNTRY, "Germany", "en", NULL },
    { VAC_CODE_COUNTRY, "", "en", NULL },
    { VAC_CODE_CURRENCY, "EUR", "fr", "Euro" },
    { VAC_CODE_CURRENCY, "USD", "fr", "Dollar des États-Unis" },
    { VAC_CODE_CURRENCY, "XXZ", "en", NULL },
    { VAC_CODE_CURRENCY, "Euro", "en", NULL },
    { VAC_CODE_LANGUAGE, "de", "fr", "Allemand" },
    { VAC_CODE_LANGUAGE, "en-US", "de", "Englisch (Vereinigte Staaten)" },
    { VAC_CODE_LANGUAGE, "en_us", "en", "English (United States)" },
    { VAC_CODE_LANGUAGE, "zh-Hant", "en", "Chinese (Traditional)" },
    { VAC_CODE_LANGUAGE, "qqq", "en", NULL },
    { VAC_CODE_LANGUAGE, "American English", "en", NULL },
    { VAC_CODE_LANGUAGE, "", "en", NULL },
    { VAC_CODE_ZONE, "America/New_York", "en", "New York – Eastern Time" },
    { VAC_CODE_ZONE, "Europe/Vienna", "de", "Wien – Mitteleuropäische Zeit" },
    { VAC_CODE_ZONE, "Asia/Kolkata", "en", "Kolkata – India Standard Time" },
    { VAC_CODE_ZONE, "Europe/Isle_of_Man", "en", "Isle of Man Time" },
    { VAC_CODE_ZONE, "Etc/UTC", "en", "Coordinated Universal Time" },
    { VAC_CODE_ZONE, "Mars/Base", "en", NULL },
    { VAC_CODE_ZONE, "", "en", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = vac_code_names_get (cases[i].kind, cases[i].code, cases[i].language);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_names_have_codes (void)
{
  static const struct
  {
    VacCodeKind kind;
    const char *name;
    const char *language;
    const char *expected;
  } cases[] = {
    { VAC_CODE_COUNTRY, "Germany", "en", "DE" },
    { VAC_CODE_COUNTRY, " deutschland ", "de-CH", "DE" },
    { VAC_CODE_COUNTRY, "Deutschland", "en", NULL },
    { VAC_CODE_COUNTRY, "USA", "en", "US" },
    { VAC_CODE_COUNTRY, "uk", "en", "GB" },
    { VAC_CODE_COUNTRY, "European Union", "en", NULL },
    { VAC_CODE_COUNTRY, "Germ", "en", NULL },
    { VAC_CODE_COUNTRY, "", "en", NULL },
    { VAC_CODE_CURRENCY, "Schweizer Franken", "de", "CHF" },
    { VAC_CODE_LANGUAGE, "German", "en", "de" },
    { VAC_CODE_LANGUAGE, "English (United Kingdom)", "en", "en-GB" },
    { VAC_CODE_LANGUAGE, "Klingon", "de", NULL },
    { VAC_CODE_ZONE, "new york", "en", "America/New_York" },
    { VAC_CODE_ZONE, "Wien", "de", "Europe/Vienna" },
    { VAC_CODE_ZONE, "Kyiv – Eastern European Time", "en", "Europe/Kyiv" },
    { VAC_CODE_ZONE, "Eastern Time", "en", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = vac_code_names_find (cases[i].kind, cases[i].name, cases[i].language);

      g_assert_cmpstr (code, ==, cases[i].expected);
    }
}

static void
test_all_that_are_listed_have_names (void)
{
  for (VacCodeKind kind = VAC_CODE_COUNTRY; kind <= VAC_CODE_ZONE; kind++)
    {
      g_auto (GStrv) codes = vac_code_names_list (kind);
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_assert_cmpuint (g_strv_length (codes), >, 100);
      for (guint i = 0; codes[i] != NULL; i++)
        {
          char *name = vac_code_names_get (kind, codes[i], "en");

          g_assert_nonnull (name);
          g_assert_true (g_hash_table_add (names, name));
        }
    }
}

static void
test_languages_have_a_home (void)
{
  static const char *const cases[][2] = {
    { "en", "US" }, { "en-GB", "GB" }, { "de", "DE" }, { "de_CH", "CH" }, { "zh-Hant", "TW" },
    { "es-419", "" }, { "en-001", "" }, { "no language", "" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *country = vac_codes_get_home_country (cases[i][0]);

      g_assert_cmpstr (country, ==, cases[i][1]);
    }
}

static void
test_regions_share_a_language (void)
{
  static const struct
  {
    const char *language;
    const char *other;
    gboolean    same;
  } cases[] = {
    { "de", "de", TRUE },           { "de-AT", "de", TRUE },      { "en_GB", "en-US", TRUE },
    { "pt", "pt-BR", TRUE },        { "zh-TW", "zh-Hant", TRUE }, { "zh-TW", "zh-CN", FALSE },
    { "de", "nl", FALSE },          { "", "", FALSE },            { "a language", "en", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vac_codes_is_same_language (cases[i].language, cases[i].other), ==,
                     cases[i].same);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/code-names/codes-have-names-in-every-language", test_codes_have_names);
  g_test_add_func ("/code-names/a-whole-name-stands-for-one-code", test_names_have_codes);
  g_test_add_func ("/code-names/all-that-are-listed-have-names-of-their-own",
                   test_all_that_are_listed_have_names);
  g_test_add_func ("/code-names/a-language-has-a-likely-home", test_languages_have_a_home);
  g_test_add_func ("/code-names/regions-share-a-language", test_regions_share_a_language);

  return g_test_run ();
}
