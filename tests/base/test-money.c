/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-error.h"
#include "vac-money.h"

#define NBSP "\302\240"

typedef struct
{
  gint64      amount;
  const char *currency;
  const char *language;
  const char *expected;
} FormatCase;

static void
test_format_follows_the_language (void)
{
  static const FormatCase cases[] = {
    { 0, "USD", "en-US", "$0" },
    { 999, "USD", "en-US", "$999" },
    { 120000, "USD", "en-US", "$120,000" },
    { 120000, "USD", NULL, "$120,000" },
    { 120000, "USD", "xx", "$120,000" },
    { 1234567, "EUR", "en-IE", "€1,234,567" },
    { 120000, "EUR", "de-DE", "120.000" NBSP "€" },
    { 120000, "EUR", "DE", "120.000" NBSP "€" },
    { 120000, "CHF", "de-CH", "CHF" NBSP "120’000" },
    { 120000, "EUR", "fr", "120\342\200\257000" NBSP "€" },
    { 120000, "EUR", "nl-NL", "€" NBSP "120.000" },
    { 120000, "PLN", "en", "PLN" NBSP "120,000" },
    { 120000, "PLN", "pl", "120" NBSP "000" NBSP "PLN" },
    { 120000, "CAD", "en-US", "CA$120,000" },
    { 120000, "CAD", "en-CA", "$120,000" },
    { 120000, "USD", "en-CA", "US$120,000" },
    { 1234567, "INR", "en-IN", "₹12,34,567" },
    { 120000, NULL, "en", "120,000" },
    { 120000, "", "de", "120.000" },
    { -5000, "USD", "en", "−$5,000" },
    { G_MAXINT64, NULL, "en", "9,223,372,036,854,775,807" },
    { G_MININT64, NULL, "en", "−9,223,372,036,854,775,808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_money_format (cases[i].amount, cases[i].currency,
                                                cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_format_difference_shows_its_sign (void)
{
  g_autofree char *more = vac_money_format_difference (20000, "USD", "en");
  g_autofree char *less = vac_money_format_difference (-20000, "EUR", "de");
  g_autofree char *same = vac_money_format_difference (0, "USD", "en");

  g_assert_cmpstr (more, ==, "+$20,000");
  g_assert_cmpstr (less, ==, "−20.000" NBSP "€");
  g_assert_cmpstr (same, ==, "$0");
}

static void
test_format_short_fits_an_axis (void)
{
  static const struct
  {
    gint64      amount;
    guint       decimals;
    const char *expected;
  } cases[] = {
    { 0, 1, "$0" },
    { 250, 1, "$250" },
    { 80000, 1, "$80k" },
    { 82500, 1, "$82.5k" },
    { 153650, 1, "$153.7k" },
    { 150456, 1, "$150.5k" },
    { 999949, 1, "$999.9k" },
    { 999950, 1, "$1M" },
    { 999500, 0, "$1M" },
    { 1200000, 1, "$1.2M" },
    { 1025000, 6, "$1.025M" },
    { 10000000, 1, "$10M" },
    { 1234567890, 1, "$1,234.6M" },
    { -82500, 1, "−$82.5k" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_money_format_short (cases[i].amount, cases[i].decimals,
                                                      "USD", "en-US");

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_format_decimal_writes_every_decimal (void)
{
  static const struct
  {
    gint64      number;
    guint       decimals;
    const char *language;
    const char *expected;
  } cases[] = {
    { 429, 1, "en", "42.9" },
    { 429, 1, "de", "42,9" },
    { -5, 1, "en", "−0.5" },
    { 11823, 2, "en", "118.23" },
    { 10000, 2, "fr", "100,00" },
    { 7, 0, "en", "7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_money_format_decimal (cases[i].number, cases[i].decimals,
                                                        cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  g_assert_cmpstr (vac_money_get_decimal_mark ("sv-SE"), ==, ",");
}

static void
test_parse_reads_usual_spellings (void)
{
  static const struct
  {
    const char *text;
    gint64      expected;
  } cases[] = {
    { "0", 0 },
    { "120000", 120000 },
    { "120,000", 120000 },
    { " 120,000 ", 120000 },
    { "120.000", 120000 },
    { "120 000", 120000 },
    { "120" NBSP "000", 120000 },
    { "120'000", 120000 },
    { "120’000", 120000 },
    { "$120,000", 120000 },
    { "$ 120,000", 120000 },
    { "CA$120,000", 120000 },
    { "$120k", 120000 },
    { "120K", 120000 },
    { "120 k", 120000 },
    { "120k€", 120000 },
    { "120k EUR", 120000 },
    { "EUR 120.000", 120000 },
    { "120.000 €", 120000 },
    { "1.2M", 1200000 },
    { "1,2M", 1200000 },
    { "1.250M", 1250000 },
    { "152.5k", 152500 },
    { "1,234,567", 1234567 },
    { "1.234.567", 1234567 },
    { "120,000.00", 120000 },
    { "120.000,00", 120000 },
    { "120000.0", 120000 },
    { "1,000", 1000 },
    { "12,34,567", 1234567 },
    { "999999999999999", VAC_MONEY_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 amount = -1;

      g_assert_true (vac_money_parse (cases[i].text, &amount, &error));
      g_assert_no_error (error);
      g_assert_cmpint (amount, ==, cases[i].expected);
    }
}

static void
test_parse_refuses_what_it_would_have_to_guess (void)
{
  static const char *const cases[] = {
    "", " ", "$", "USD", "k", "abc", "-5", "−5", "(5)", "1e5", "12 EUR 000", "$5 USD", "5kk",
    "1,250k", "120,00,000", "1,2345,678", "1.2.3", "1,000.000,00", ",5", "5,", "1..5", "0x10",
    "120000.50", "1.2345k", "120–180", "120k-180k", "1000000000000000", "999999999999999k",
    "99999999999999999999999", "\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 amount = 77;

      if (vac_money_parse (cases[i], &amount, &error))
        g_error ("“%s” was read as %" G_GINT64_FORMAT, cases[i], amount);
      g_assert_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE);
      g_assert_cmpint (amount, ==, 77);
    }
}

static void
test_parse_reads_back_what_format_wrote (void)
{
  static const char *const languages[] = { "en", "de", "de-CH", "fr", "pl", "pt-BR", "sv", "en-IN" };
  static const gint64 amounts[] = { 0, 7, 999, 1000, 45678, 120000, 99999 };
  static const char *const currencies[] = { "USD", "EUR", "PLN", "CAD" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (amounts) * G_N_ELEMENTS (currencies); j++)
      {
        gint64 amount = amounts[j / G_N_ELEMENTS (currencies)];
        g_autofree char *text = vac_money_format (amount, currencies[j % G_N_ELEMENTS (currencies)],
                                                  languages[i]);
        g_autoptr (GError) error = NULL;
        gint64 parsed = -1;

        g_assert_true (vac_money_parse (text, &parsed, &error));
        g_assert_no_error (error);
        g_assert_cmpint (parsed, ==, amount);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/format/follows-the-language", test_format_follows_the_language);
  g_test_add_func ("/money/format/difference-shows-its-sign",
                   test_format_difference_shows_its_sign);
  g_test_add_func ("/money/format/short-fits-an-axis", test_format_short_fits_an_axis);
  g_test_add_func ("/money/format/decimal-writes-every-decimal",
                   test_format_decimal_writes_every_decimal);
  g_test_add_func ("/money/parse/reads-usual-spellings", test_parse_reads_usual_spellings);
  g_test_add_func ("/money/parse/refuses-what-it-would-have-to-guess",
                   test_parse_refuses_what_it_would_have_to_guess);
  g_test_add_func ("/money/parse/reads-back-what-format-wrote",
                   test_parse_reads_back_what_format_wrote);

  return g_test_run ();
}
