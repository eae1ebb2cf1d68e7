/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-money.h"

#define NBSP "\302\240"

typedef struct
{
  const char *amount;
  const char *currency;
  const char *language;
  const char *expected;
} FormatCase;

static VacMoney
parse (const char *text)
{
  VacMoney amount;

  if (!vac_money_parse (text, &amount))
    g_error ("%s", text);

  return amount;
}

static void
test_format_follows_the_language (void)
{
  static const FormatCase cases[] = {
    { "0", "USD", "en-US", "$0" },
    { "999", "USD", "en-US", "$999" },
    { "120000", "USD", "en-US", "$120,000" },
    { "120000", "USD", NULL, "$120,000" },
    { "120000", "USD", "xx", "$120,000" },
    { "1234567", "EUR", "en-IE", "€1,234,567" },
    { "120000", "EUR", "de-DE", "120.000" NBSP "€" },
    { "120000", "EUR", "DE", "120.000" NBSP "€" },
    { "120000", "CHF", "de-CH", "CHF" NBSP "120’000" },
    { "120000", "EUR", "fr", "120\342\200\257000" NBSP "€" },
    { "120000", "EUR", "nl-NL", "€" NBSP "120.000" },
    { "120000", "PLN", "en", "PLN" NBSP "120,000" },
    { "120000", "PLN", "pl", "120" NBSP "000" NBSP "zł" },
    { "1234", "EUR", "es", "1234" NBSP "€" },
    { "12345", "EUR", "es", "12.345" NBSP "€" },
    { "120000", "EUR", "de-AT", "€" NBSP "120.000" },
    { "120000", "USD", "en-GB", "US$120,000" },
    { "120000", "USD", "tlh", "$120,000" },
    { "50000", NULL, "ar", "50,000" },
    { "50000", NULL, "fa", "50,000" },
    { "50000", NULL, "ar-u-nu-arab", "٥٠٬٠٠٠" },
    { "1234.5", NULL, "ar-u-nu-arab", "١٬٢٣٤٫٥٠" },
    { "1200", "JPY", "ja", "￥1,200" },
    { "1200", "JPY", "en-US", "¥1,200" },
    { "120000", "points", "en", "points" NBSP "120,000" },
    { "120000", "CAD", "en-US", "CA$120,000" },
    { "120000", "CAD", "en-CA", "$120,000" },
    { "120000", "USD", "en-CA", "US$120,000" },
    { "1234567", "INR", "en-IN", "₹12,34,567" },
    { "120000", NULL, "en", "120,000" },
    { "120000", "", "de", "120.000" },
    { "-5000", "USD", "en", "−$5,000" },
    { "18.5", "USD", "en-US", "$18.50" },
    { "18.05", "USD", "en-US", "$18.05" },
    { "0.05", "USD", "en-US", "$0.05" },
    { "-0.5", "USD", "en-US", "−$0.50" },
    { "52000.5", "USD", "en-US", "$52,000.50" },
    { "18.5", "EUR", "de-DE", "18,50" NBSP "€" },
    { "1234.5", "EUR", "de-AT", "€" NBSP "1.234,50" },
    { "1234.5", "CHF", "de-CH", "CHF" NBSP "1’234.50" },
    { "18.5", "EUR", "fr-FR", "18,50" NBSP "€" },
    { "18.5", "KWD", "en", "KWD" NBSP "18.500" },
    { "18.5", "JPY", "en", "¥18.5" },
    { "18.505", "USD", "en", "$18.505" },
    { "18.5055", "USD", "en", "$18.5055" },
    { "18.5", NULL, "en", "18.50" },
    { "922337203685477.5807", NULL, "en", "922,337,203,685,477.5807" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_money_format (parse (cases[i].amount), cases[i].currency,
                                                cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_arabic_is_written_in_the_digits_of_its_region (void)
{
  g_autofree char *text = vac_money_format (parse ("1234.5"), NULL, "ar-AE");
  g_autofree char *dinar = vac_money_format (parse ("12.5"), "KWD", "ar-AE");

  g_assert_cmpstr (text, ==, "1,234.50");
  g_assert_nonnull (strstr (dinar, "12.500"));
}

static void
test_a_number_of_a_file_is_exact_or_refused (void)
{
  static const struct
  {
    const char *text;
    gint64      amount;
    const char *written;   /* NULL: refused */
  } cases[] = {
    { "0", 0, "0" },
    { "-0", 0, "0" },
    { "0.0000", 0, "0" },
    { "0e99999999999999999999", 0, "0" },
    { "18", 180000, "18" },
    { "18.0", 180000, "18" },
    { "18.00000000000000000000000000000000", 180000, "18" },
    { "18.5", 185000, "18.5" },
    { "18.50", 185000, "18.5" },
    { "18.05", 180500, "18.05" },
    { "18.0505", 180505, "18.0505" },
    { "-18.5", -185000, "-18.5" },
    { "0.0001", 1, "0.0001" },
    { "1.8e1", 180000, "18" },
    { "1.85E+1", 185000, "18.5" },
    { "185e-1", 185000, "18.5" },
    { "1e5", G_GINT64_CONSTANT (1000000000), "100000" },
    { "120000", G_GINT64_CONSTANT (1200000000), "120000" },
    { "922337203685477.5807", G_MAXINT64, "922337203685477.5807" },
    { "922337203685477.5808", 0, NULL },
    { "9223372036854775807", 0, NULL },
    { "1e400", 0, NULL },
    { "18.50505", 0, NULL },
    { "1e-5", 0, NULL },
    { "", 0, NULL }, { "-", 0, NULL }, { ".5", 0, NULL }, { "5.", 0, NULL }, { "+5", 0, NULL },
    { "5 ", 0, NULL }, { " 5", 0, NULL }, { "5e", 0, NULL }, { "1,5", 0, NULL }, { "$5", 0, NULL },
    { "0x10", 0, NULL }, { "1e5.5", 0, NULL }, { "--5", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacMoney amount = 77;
      gboolean done = vac_money_parse_json (cases[i].text, &amount);
      g_autofree char *written = vac_money_to_text (amount);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (done, ==, cases[i].written != NULL);
      g_assert_cmpint (amount, ==, done ? cases[i].amount : 77);
      if (done)
        g_assert_cmpstr (written, ==, cases[i].written);
      g_assert_cmpint (vac_money_parse (cases[i].text, &amount), ==,
                       done && strpbrk (cases[i].text, "eE") == NULL);
    }
}

static void
test_what_is_written_is_read_back (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      VacMoney amount = (VacMoney) (bits >> (1 + i % 63)) * (i % 2 == 0 ? 1 : -1);
      g_autofree char *text = vac_money_to_text (amount);

      g_assert_cmpint (parse (text), ==, amount);
    }
}

static void
test_an_amount_suits_a_currency_with_enough_digits (void)
{
  static const struct
  {
    const char *amount;
    const char *currency;
    gboolean    suits;
    guint       decimals;
  } cases[] = {
    { "18", "JPY", TRUE, 0 }, { "18.5", "JPY", FALSE, 1 }, { "18.5", "USD", TRUE, 2 },
    { "18.505", "USD", FALSE, 3 }, { "18.505", "KWD", TRUE, 3 }, { "18.5", "KWD", TRUE, 3 },
    { "18.5055", "KWD", FALSE, 4 }, { "18.5055", "CLF", TRUE, 4 }, { "18.5055", "", TRUE, 4 },
    { "18.5", "CHF", TRUE, 2 }, { "18.5", "EUR", TRUE, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].amount, cases[i].currency);
      g_assert_cmpint (vac_money_suits (parse (cases[i].amount), cases[i].currency), ==,
                       cases[i].suits);
      g_assert_cmpuint (vac_money_get_decimals (parse (cases[i].amount), cases[i].currency), ==,
                        cases[i].decimals);
    }
}

static void
test_format_difference_shows_its_sign (void)
{
  g_autofree char *more = vac_money_format_difference (parse ("20000"), 0, "USD", "en");
  g_autofree char *less = vac_money_format_difference (parse ("-20000"), 0, "EUR", "de");
  g_autofree char *same = vac_money_format_difference (0, 0, "USD", "en");
  g_autofree char *cents = vac_money_format_difference (parse ("2"), 2, "USD", "en");

  g_assert_cmpstr (more, ==, "+$20,000");
  g_assert_cmpstr (less, ==, "−20.000" NBSP "€");
  g_assert_cmpstr (same, ==, "$0");
  g_assert_cmpstr (cents, ==, "+$2.00");
}

static void
test_format_short_fits_an_axis (void)
{
  static const struct
  {
    const char *amount;
    guint       decimals;
    const char *expected;
  } cases[] = {
    { "0", 1, "$0" },
    { "250", 1, "$250" },
    { "80000", 1, "$80k" },
    { "82500", 1, "$82.5k" },
    { "153650", 1, "$153.7k" },
    { "150456", 1, "$150.5k" },
    { "999949", 1, "$999.9k" },
    { "999950", 1, "$1M" },
    { "999500", 0, "$1M" },
    { "1200000", 1, "$1.2M" },
    { "1025000", 6, "$1.025M" },
    { "10000000", 1, "$10M" },
    { "1234567890", 1, "$1,234.6M" },
    { "-82500", 1, "−$82.5k" },
    { "18.5", 0, "$18.50" },
    { "999.99", 0, "$999.99" },
    { "1000.5", VAC_MONEY_SHORT_EXACT, "$1.0005k" },
    { "1234567.8901", VAC_MONEY_SHORT_EXACT, "$1.2345678901M" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_money_format_short (parse (cases[i].amount), cases[i].decimals,
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
  g_test_add_func ("/money/format/arabic-is-written-in-the-digits-of-its-region",
                   test_arabic_is_written_in_the_digits_of_its_region);
  g_test_add_func ("/money/a-number-of-a-file-is-exact-or-refused",
                   test_a_number_of_a_file_is_exact_or_refused);
  g_test_add_func ("/money/what-is-written-is-read-back", test_what_is_written_is_read_back);
  g_test_add_func ("/money/an-amount-suits-a-currency-with-enough-digits",
                   test_an_amount_suits_a_currency_with_enough_digits);
  g_test_add_func ("/money/format/difference-shows-its-sign",
                   test_format_difference_shows_its_sign);
  g_test_add_func ("/money/format/short-fits-an-axis", test_format_short_fits_an_axis);
  g_test_add_func ("/money/format/decimal-writes-every-decimal",
                   test_format_decimal_writes_every_decimal);
  g_test_add_func ("/money/format/percent-sign-stands-where-the-language-has-it",
                   test_percent_sign_stands_where_the_language_has_it);

  return g_test_run ();
}
