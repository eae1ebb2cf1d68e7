/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-money-read.h"
#include "vac-money.h"

#define NBSP "\302\240"
#define NARROW_NBSP "\342\200\257"

static void
test_usual_spellings (void)
{
  static const struct
  {
    const char *text;
    gint64      value;
    guint       decimals;
  } cases[] = {
    { "0", 0, 0 },
    { "120000", 120000, 0 },
    { "120,000", 120000, 0 },
    { " 120,000 ", 120000, 0 },
    { "120.000", 120000, 0 },
    { "120 000", 120000, 0 },
    { "120" NBSP "000", 120000, 0 },
    { "31" NARROW_NBSP "500 €", 31500, 0 },
    { "120'000", 120000, 0 },
    { "120’000", 120000, 0 },
    { "CHF 85'000.-", 85000, 0 },
    { "€ 31.500,–", 31500, 0 },
    { "$120,000", 120000, 0 },
    { "$ 120,000", 120000, 0 },
    { "CA$120,000", 120000, 0 },
    { "$120,000 CAD", 120000, 0 },
    { "$5 USD", 5, 0 },
    { "$120k", 120000, 0 },
    { "120K", 120000, 0 },
    { "120 k", 120000, 0 },
    { "120k€", 120000, 0 },
    { "120k EUR", 120000, 0 },
    { "120kEUR", 120000, 0 },
    { "EUR 120.000", 120000, 0 },
    { "120.000 €", 120000, 0 },
    { "1.2M", 1200000, 0 },
    { "1,2M", 1200000, 0 },
    { "1.2 million", 1200000, 0 },
    { "1.250M", 1250000, 0 },
    { "152.5k", 152500, 0 },
    { "1,234,567", 1234567, 0 },
    { "1.234.567", 1234567, 0 },
    { "120,000.00", 120000, 0 },
    { "120.000,00", 120000, 0 },
    { "120000.0", 120000, 0 },
    { "18.0", 18, 0 },
    { "18.50", 185, 1 },
    { "£12.21", 1221, 2 },
    { "18,05", 1805, 2 },
    { "1.2345k", 12345, 1 },
    { "0.125", 125, 3 },
    { "1,000", 1000, 0 },
    { "12,34,567", 1234567, 0 },
    { "١٢٠٬٠٠٠", 120000, 0 },
    { "१२,३४,५६७", 1234567, 0 },
    { "１２０，０００", 120000, 0 },
    { "￥５００", 500, 0 },
    { "999999999999999", VAC_MONEY_MAX, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      VacMoneyText read = { 0 };

      if (!vac_money_read (cases[i].text, NULL, "JPY", &read, &error))
        g_error ("%s", error->message);
      g_assert_false (read.is_range);
      g_assert_cmpint (read.low.value, ==, cases[i].value);
      g_assert_cmpuint (read.low.decimals, ==, cases[i].decimals);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "", " ", "$", "USD", "k", "abc", "-5", "−5", "-$5", "$-5", "(5)", "1e5", "12 EUR 000", "5kk",
    "1,250k", "120,00,000", "1,2345,678", "1.2.3", "1,000.000,00", ",5", "5,", "1..5", "0x10",
    "1000000000000000", "999999999999999k", "99999999999999999999999", "\xff", "½", "120²",
    "$5 EUR", "5 bananas", "up to 120k", "120k p.a.", "120 %", "150-120k", "1-2-3", "120k per 2 weeks",
    "0.12345", "120k–", "5 / ", "12 per hour per day", "5,-5", "1 -2 -3", "  - ", "5 kr", "¥5", "C$5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      VacMoneyText read = { .low = { 77, 0 } };

      if (vac_money_read (cases[i], "en", "USD", &read, &error))
        g_error ("“%s” was read as %" G_GINT64_FORMAT, cases[i], read.low.value);
      g_assert_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE);
      g_assert_cmpint (read.low.value, ==, 77);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_one_mark_goes_by_the_language (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    const char *currency;
    gint64      value;      /* -1: refused */
    guint       decimals;
  } cases[] = {
    { "1.200", "de", "EUR", 1200, 0 },
    { "1.200", "en", "USD", -1, 0 },
    { "1,200", "de", "EUR", -1, 0 },
    { "1,200", "en-US", "USD", 1200, 0 },
    { "1,200", "de-CH", "CHF", 1200, 0 },
    { "EUR 31.500", "en-US", "USD", 31500, 0 },
    { "US$52,000", "de", "EUR", 52000, 0 },
    { "$52,000", "de", "EUR", -1, 0 },
    { "$1.200", "en-US", "USD", -1, 0 },
    { "1.200", "en", "KWD", 12, 1 },
    { "1,200", "en", "KWD", 1200, 0 },
    { "1.250M", "en", "USD", 1250000, 0 },
    { "1.250M", "de", "EUR", -1, 0 },
    { "1,250M", "de", "EUR", 1250000, 0 },
    { "1200.500", "en", "USD", 12005, 1 },
    { "31 500", "fr", "EUR", 31500, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacMoneyText read = { .low = { -1, 0 } };

      vac_money_read (cases[i].text, cases[i].language, cases[i].currency, &read, NULL);
      if (read.low.value != cases[i].value)
        g_test_message ("%s %s", cases[i].text, cases[i].language);
      g_assert_cmpint (read.low.value, ==, cases[i].value);
      g_assert_cmpuint (read.low.decimals, ==, cases[i].decimals);
    }
}

static void
test_currencies_and_units (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    const char *expected;
    const char *currency;
    VacUnit     unit;
  } cases[] = {
    { "24404", "en-US", "USD", "", VAC_UNIT_NONE },
    { "£24,404", "en-US", "USD", "GBP", VAC_UNIT_NONE },
    { "£24 404", "sv", "SEK", "GBP", VAC_UNIT_NONE },
    { "£24 404", "fr", "EUR", "GBP", VAC_UNIT_NONE },
    { "$5", "en-US", "EUR", "USD", VAC_UNIT_NONE },
    { "$5", "en-US", "CAD", "CAD", VAC_UNIT_NONE },
    { "$5", "en-CA", "USD", "USD", VAC_UNIT_NONE },
    { "$5", "en-CA", "EUR", "CAD", VAC_UNIT_NONE },
    { "$5 CAD", "en-US", "USD", "CAD", VAC_UNIT_NONE },
    { "C$5", "en-CA", "EUR", "CAD", VAC_UNIT_NONE },
    { "A$5", "en", "USD", "AUD", VAC_UNIT_NONE },
    { "US$5", "en-GB", "GBP", "USD", VAC_UNIT_NONE },
    { "5 kr", "sv", "EUR", "SEK", VAC_UNIT_NONE },
    { "5 kr", "en", "NOK", "NOK", VAC_UNIT_NONE },
    { "¥5", "ja", "USD", "JPY", VAC_UNIT_NONE },
    { "５００円", "ja", "USD", "JPY", VAC_UNIT_NONE },
    { "50万円", "ja", "USD", "JPY", VAC_UNIT_NONE },
    { "¥5", "en", "CNY", "CNY", VAC_UNIT_NONE },
    { "5 eur", "en", "USD", "EUR", VAC_UNIT_NONE },
    { "5 Euro", "de", "USD", "EUR", VAC_UNIT_NONE },
    { "5 euros", "en", "USD", "EUR", VAC_UNIT_NONE },
    { "5 zł", "pl", "EUR", "PLN", VAC_UNIT_NONE },
    { "Schweizer Franken 5", "de", "EUR", "CHF", VAC_UNIT_NONE },
    { "₹12,34,567", "en-IN", "USD", "INR", VAC_UNIT_NONE },
    { "$60/hour", "en", "USD", "USD", VAC_UNIT_HOUR },
    { "60/h", "en", "USD", "", VAC_UNIT_HOUR },
    { "$60/hr", "en", "USD", "USD", VAC_UNIT_HOUR },
    { "120k per year", "en", "USD", "", VAC_UNIT_YEAR },
    { "120k/yr", "en", "USD", "", VAC_UNIT_YEAR },
    { "120k a year", "en", "USD", "", VAC_UNIT_YEAR },
    { "24 € pro Stunde", "de", "EUR", "EUR", VAC_UNIT_HOUR },
    { "24 €/Std.", "de", "EUR", "EUR", VAC_UNIT_HOUR },
    { "4200 EUR/Monat", "de", "EUR", "EUR", VAC_UNIT_MONTH },
    { "12 € de l’heure", "fr", "EUR", "EUR", VAC_UNIT_HOUR },
    { "2000 € al mes", "es", "USD", "EUR", VAC_UNIT_MONTH },
    { "per day 400", "en", "USD", "", VAC_UNIT_DAY },
    { "2000 EUR per month", "de", "USD", "EUR", VAC_UNIT_MONTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      VacMoneyText read;

      if (!vac_money_read (cases[i].text, cases[i].language, cases[i].expected, &read, &error))
        g_error ("%s: %s", cases[i].text, error->message);
      if (!g_str_equal (read.currency, cases[i].currency) || read.unit != cases[i].unit)
        g_test_message ("%s %s", cases[i].text, cases[i].language);
      g_assert_cmpstr (read.currency, ==, cases[i].currency);
      g_assert_cmpuint (read.unit, ==, cases[i].unit);
    }
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *text;
    gint64      low;
    gint64      high;
    const char *currency;
  } cases[] = {
    { "120-150k", 120000, 150000, "" },
    { "120k - 150k", 120000, 150000, "" },
    { "$120,000 – $150,000 per year", 120000, 150000, "USD" },
    { "£20–30k", 20000, 30000, "GBP" },
    { "EUR 40k—EUR 50k", 40000, 50000, "EUR" },
    { "30–40 €", 30, 40, "EUR" },
    { "0-50k", 0, 50000, "" },
    { "1-1.2M", 1000000, 1200000, "" },
    { "120,000-150k", 120000, 150000, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      VacMoneyText read;

      if (!vac_money_read (cases[i].text, "en-US", "USD", &read, &error))
        g_error ("%s: %s", cases[i].text, error->message);
      g_assert_true (read.is_range);
      g_assert_cmpint (read.low.value, ==, cases[i].low);
      g_assert_cmpint (read.high.value, ==, cases[i].high);
      g_assert_cmpstr (read.currency, ==, cases[i].currency);
    }
}

static void
test_round_trip (void)
{
  static const char *const languages[] = { "en", "de", "de-CH", "fr", "pl", "pt-BR", "sv", "en-IN", "en-CA" };
  static const gint64 amounts[] = { 0, 7, 999, 1000, 45678, 120000, 99999, 12345678 };
  static const char *const currencies[] = { "USD", "EUR", "PLN", "CAD", "" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (amounts) * G_N_ELEMENTS (currencies); j++)
      {
        const char *currency = currencies[j % G_N_ELEMENTS (currencies)];
        gint64 amount = amounts[j / G_N_ELEMENTS (currencies)];
        g_autofree char *text = vac_money_format (amount, currency, languages[i]);
        g_autoptr (GError) error = NULL;
        VacMoneyText read;

        if (!vac_money_read (text, languages[i], currency, &read, &error))
          g_error ("%s: %s", languages[i], error->message);
        g_assert_cmpint (read.low.value, ==, amount);
        g_assert_cmpuint (read.low.decimals, ==, 0);
        g_assert_cmpstr (read.currency, ==, currency);
      }
}

static void
test_long (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'k');
  g_autofree char *text = g_strconcat ("5 ", long_text, NULL);
  g_autoptr (GError) error = NULL;
  VacMoneyText read;

  g_assert_false (vac_money_read (text, "en", "USD", &read, &error));
  g_assert_cmpuint (strlen (error->message), <, 200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money-read/usual-spellings-are-read", test_usual_spellings);
  g_test_add_func ("/money-read/what-would-have-to-be-guessed-is-refused", test_refused);
  g_test_add_func ("/money-read/one-mark-goes-by-the-language", test_one_mark_goes_by_the_language);
  g_test_add_func ("/money-read/currencies-and-units-are-named", test_currencies_and_units);
  g_test_add_func ("/money-read/a-long-text-is-refused-in-short", test_long);
  g_test_add_func ("/money-read/a-range-is-two-amounts", test_ranges);
  g_test_add_func ("/money-read/what-format-wrote-is-read-back", test_round_trip);

  return g_test_run ();
}
