/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

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
    { 120000, "PLN", "pl", "120" NBSP "000" NBSP "zł" },
    { 1234, "EUR", "es", "1234" NBSP "€" },
    { 12345, "EUR", "es", "12.345" NBSP "€" },
    { 120000, "EUR", "de-AT", "€" NBSP "120.000" },
    { 120000, "USD", "en-GB", "US$120,000" },
    { 120000, "USD", "tlh", "$120,000" },
    { 50000, NULL, "ar", "50,000" },
    { 50000, NULL, "fa", "50,000" },
    { 50000, NULL, "ar-u-nu-arab", "٥٠٬٠٠٠" },
    { 1200, "JPY", "ja", "￥1,200" },
    { 120000, "points", "en", "points" NBSP "120,000" },
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
test_percent_sign_stands_where_the_language_has_it (void)
{
  static const struct
  {
    gint64      tenths;
    const char *language;
    const char *expected;
  } cases[] = {
    { 500, "en-US", "+50.0%" },
    { 500, "de", "+50,0" NBSP "%" },
    { 500, "fr", "+50,0" NBSP "%" },
    { 0, "en", "0.0%" },
    { -117, "en", "−11.7%" },
    { 500, "tr", "%+50,0" },
    { 500, NULL, "+50.0%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_money_format_percent (cases[i].tenths, TRUE, cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].expected);
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
  g_test_add_func ("/money/format/percent-sign-stands-where-the-language-has-it",
                   test_percent_sign_stands_where_the_language_has_it);

  return g_test_run ();
}
