/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-money-read.h"
#include "vac-money.h"

#define NBSP "\302\240"
#define NARROW_NBSP "\342\200\257"

static void
assert_amount (VacMoney    amount,
               const char *expected)
{
  g_autofree char *text = vac_money_to_text (amount);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_usual_spellings (void)
{
  static const struct
  {
    const char *text;
    const char *amount;
  } cases[] = {
    { "0", "0" },
    { "120000", "120000" },
    { "120,000", "120000" },
    { " 120,000 ", "120000" },
    { "120.000", "120000" },
    { "120 000", "120000" },
    { "120" NBSP "000", "120000" },
    { "31" NARROW_NBSP "500 €", "31500" },
    { "120'000", "120000" },
    { "120’000", "120000" },
    { "CHF 85'000.-", "85000" },
    { "€ 31.500,–", "31500" },
    { "$120,000", "120000" },
    { "$ 120,000", "120000" },
    { "CA$120,000", "120000" },
    { "$120,000 CAD", "120000" },
    { "$5 USD", "5" },
    { "$120k", "120000" },
    { "120K", "120000" },
    { "120 k", "120000" },
    { "120k€", "120000" },
    { "120k EUR", "120000" },
    { "120kEUR", "120000" },
    { "EUR 120.000", "120000" },
    { "120.000 €", "120000" },
    { "1.2M", "1200000" },
    { "1,2M", "1200000" },
    { "1.2 million", "1200000" },
    { "1.250M", "1250000" },
    { "152.5k", "152500" },
    { "1,234,567", "1234567" },
    { "1.234.567", "1234567" },
    { "120,000.00", "120000" },
    { "120.000,00", "120000" },
    { "120000.0", "120000" },
    { "18.0", "18" },
    { "18.50", "18.5" },
    { "£12.21", "12.21" },
    { "18,05", "18.05" },
    { "1.2345k", "1234.5" },
    { "0.125", "0.125" },
    { "18.5055", "18.5055" },
    { "18.00000", "18" },
    { "$52,000.00", "52000" },
    { "18,50 €", "18.5" },
    { "1,000", "1000" },
    { "12,34,567", "1234567" },
    { "١٢٠٬٠٠٠", "120000" },
    { "१२,३४,५६७", "1234567" },
    { "１２０，０００", "120000" },
    { "￥５００", "500" },
    { "99999999999999", "99999999999999" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      VacMoneyText read = { 0 };

      if (!vac_money_read (cases[i].text, NULL, "JPY", &read, &error))
        g_error ("%s", error->message);
      g_assert_false (read.is_range);
      assert_amount (read.low, cases[i].amount);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "", " ", "$", "USD", "k", "abc", "-5", "−5", "-$5", "$-5", "(5)", "1e5", "12 EUR 000", "5kk",
    "1,250k", "120,00,000", "1,2345,678", "1.2.3", "1,000.000,00", ",5", "5,", "1..5", "0x10",
    "100000000000000", "99999999999999k", "99999999999999999999999", "\xff", "½", "120²", "$5 EUR",
    "5 bananas", "up to 120k", "120k p.a.", "120 %", "150-120k", "1-2-3", "120k per 2 weeks",
    "0.12345", "18.50505", "120k–", "5 / ", "12 per hour per day", "5,-5", "1 -2 -3", "  - ",
    "5 kr", "¥5", "C$5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      VacMoneyText read = { .low = 77 };

      if (vac_money_read (cases[i], "en", "USD", &read, &error))
        g_error ("“%s” was read as %" G_GINT64_FORMAT, cases[i], read.low);
      g_assert_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE);
      g_assert_cmpint (read.low, ==, 77);
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
    const char *amount;     /* NULL: refused */
  } cases[] = {
    { "1.200", "de", "EUR", "1200" },
    { "1.200", "en", "USD", NULL },
    { "1,200", "de", "EUR", NULL },
    { "1,200", "en-US", "USD", "1200" },
    { "1,200", "de-CH", "CHF", "1200" },
    { "EUR 31.500", "en-US", "USD", "31500" },
    { "US$52,000", "de", "EUR", "52000" },
    { "$52,000", "de", "EUR", NULL },
    { "$1.200", "en-US", "USD", NULL },
    { "1.200", "en", "KWD", "1.2" },
    { "1,200", "en", "KWD", "1200" },
    { "1.250M", "en", "USD", "1250000" },
    { "1.250M", "de", "EUR", NULL },
    { "1,250M", "de", "EUR", "1250000" },
    { "1200.500", "en", "USD", "1200.5" },
    { "31 500", "fr", "EUR", "31500" },
    { "18,50", "de", "EUR", "18.5" },
    { "18.50", "de", "EUR", "18.5" },
    { "18,50", "en-US", "USD", "18.5" },
    { "18'000.50", "de-CH", "CHF", "18000.5" },
    { "12.505", "en", "KWD", "12.505" },
    { "12,505", "de", "KWD", "12.505" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacMoneyText read;
      gboolean done = vac_money_read (cases[i].text, cases[i].language, cases[i].currency, &read,
                                      NULL);

      g_test_message ("%s %s", cases[i].text, cases[i].language);
      g_assert_cmpint (done, ==, cases[i].amount != NULL);
      if (done)
        assert_amount (read.low, cases[i].amount);
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
    const char *low;
    const char *high;
    const char *currency;
  } cases[] = {
    { "120-150k", "120000", "150000", "" },
    { "120k - 150k", "120000", "150000", "" },
    { "$120,000 – $150,000 per year", "120000", "150000", "USD" },
    { "£20–30k", "20000", "30000", "GBP" },
    { "EUR 40k—EUR 50k", "40000", "50000", "EUR" },
    { "30–40 €", "30", "40", "EUR" },
    { "0-50k", "0", "50000", "" },
    { "1-1.2M", "1000000", "1200000", "" },
    { "120,000-150k", "120000", "150000", "" },
    { "$18.50 – $22.00 per hour", "18.5", "22", "USD" },
    { "$38 – $46 per hour", "38", "46", "USD" },
    { "18,50 € – 21,40 €", "18.5", "21.4", "EUR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      VacMoneyText read;

      if (!vac_money_read (cases[i].text, "en-US", "USD", &read, &error))
        g_error ("%s: %s", cases[i].text, error->message);
      g_assert_true (read.is_range);
      assert_amount (read.low, cases[i].low);
      assert_amount (read.high, cases[i].high);
      g_assert_cmpstr (read.currency, ==, cases[i].currency);
    }
}

/* Random amounts of every size, with and without the cents that each currency has. */
static void
test_round_trip (void)
{
  static const char *const languages[] = { "en",    "en-US", "de",    "de-CH", "de-AT",
                                           "fr",    "ja",    "ar-AE", "ar",    "pl",
                                           "pt-BR", "sv",    "en-IN", "en-CA" };
  static const char *const currencies[] = { "USD", "EUR", "PLN", "CAD", "JPY", "KWD", "CHF", "" };

  for (guint i = 0; i < G_N_ELEMENTS (languages) * G_N_ELEMENTS (currencies) * 20; i++)
    {
      const char *language = languages[i % G_N_ELEMENTS (languages)];
      const char *currency = currencies[i / G_N_ELEMENTS (languages) % G_N_ELEMENTS (currencies)];
      VacMoney step = i % 3 == 0 ? VAC_MONEY_ONE : vac_money_get_step (currency);
      VacMoney amount = (VacMoney) ((guint32) g_test_rand_int () >> (i % 31)) * step;
      g_autofree char *text = vac_money_format (amount, currency, language);
      g_autoptr (GError) error = NULL;
      VacMoneyText read;

      if (!vac_money_read (text, language, currency, &read, &error))
        g_error ("%s: %s", language, error->message);
      g_test_message ("%s %s", language, text);
      g_assert_cmpint (read.low, ==, amount);
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
