/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-money"

#include "config.h"

#include <string.h>

#include "vac-icu-private.h"
#include "vac-money.h"

#define NBSP "\302\240"
#define NARROW_NBSP "\342\200\257"
#define MINUS "\342\210\222"

/* How a language writes money. A posting is written in its own language, so the locale of the
 * process has no say here. Source: Unicode CLDR 42, currency and decimal patterns. */
typedef struct
{
  const char *language;     /* BCP 47 prefix, lower case */
  const char *group;        /* between thousands */
  const char *decimal;
  const char *symbol_space; /* between a symbol and the digits */
  gboolean    symbol_last;
  gboolean    lakh;         /* 12,34,567 */
} MoneyStyle;

static const MoneyStyle styles[] = {
  { "en",    ",",              ".", "",   FALSE, FALSE },
  { "en-in", ",",              ".", "",   FALSE, TRUE },
  { "en-za", NBSP,             ",", "",   FALSE, FALSE },
  { "hi",    ",",              ".", "",   FALSE, TRUE },
  { "cs",    NBSP,             ",", NBSP, TRUE,  FALSE },
  { "da",    ".",              ",", NBSP, TRUE,  FALSE },
  { "de",    ".",              ",", NBSP, TRUE,  FALSE },
  { "de-ch", "\342\200\231",   ".", NBSP, FALSE, FALSE },
  { "es",    ".",              ",", NBSP, TRUE,  FALSE },
  { "es-mx", ",",              ".", "",   FALSE, FALSE },
  { "es-us", ",",              ".", "",   FALSE, FALSE },
  { "fi",    NBSP,             ",", NBSP, TRUE,  FALSE },
  { "fr",    NARROW_NBSP,      ",", NBSP, TRUE,  FALSE },
  { "it",    ".",              ",", NBSP, TRUE,  FALSE },
  { "ja",    ",",              ".", "",   FALSE, FALSE },
  { "ko",    ",",              ".", "",   FALSE, FALSE },
  { "nb",    NBSP,             ",", NBSP, TRUE,  FALSE },
  { "nl",    ".",              ",", NBSP, FALSE, FALSE },
  { "pl",    NBSP,             ",", NBSP, TRUE,  FALSE },
  { "pt",    NBSP,             ",", NBSP, TRUE,  FALSE },
  { "pt-br", ".",              ",", NBSP, FALSE, FALSE },
  { "ru",    NBSP,             ",", NBSP, TRUE,  FALSE },
  { "sk",    NBSP,             ",", NBSP, TRUE,  FALSE },
  { "sv",    NBSP,             ",", NBSP, TRUE,  FALSE },
  { "tr",    ".",              ",", "",   FALSE, FALSE },
  { "uk",    NBSP,             ",", NBSP, TRUE,  FALSE },
  { "zh",    ",",              ".", "",   FALSE, FALSE },
};

/* A dollar is "$" alone only where nobody can take it for another one. */
typedef struct
{
  const char *code;
  const char *symbol;
  const char *home;       /* region whose readers know @home_symbol, lower case; or NULL */
  const char *home_symbol;
} MoneySymbol;

static const MoneySymbol symbols[] = {
  { "USD", "$",            NULL, NULL },
  { "EUR", "\342\202\254", NULL, NULL },
  { "GBP", "\302\243",     NULL, NULL },
  { "INR", "\342\202\271", NULL, NULL },
  { "JPY", "\302\245",     NULL, NULL },
  { "KRW", "\342\202\251", NULL, NULL },
  { "ILS", "\342\202\252", NULL, NULL },
  { "CAD", "CA$",          "ca", "$" },
  { "AUD", "A$",           "au", "$" },
  { "NZD", "NZ$",          "nz", "$" },
  { "MXN", "MX$",          "mx", "$" },
  { "BRL", "R$",           NULL, NULL },
  { "CNY", "CN\302\245",   "cn", "\302\245" },
};

static gboolean
language_has_prefix (const char *language,
                     const char *prefix)
{
  gsize length = strlen (prefix);

  for (gsize i = 0; i < length; i++)
    {
      char c = language[i] == '_' ? '-' : g_ascii_tolower (language[i]);

      if (c != prefix[i])
        return FALSE;
    }

  return language[length] == '\0' || strchr ("-_.@", language[length]) != NULL;
}

static const MoneyStyle *
find_style (const char *language)
{
  const MoneyStyle *found = &styles[0];
  gsize length = 0;

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (styles); i++)
    {
      if (strlen (styles[i].language) > length &&
          language_has_prefix (language, styles[i].language))
        {
          found = &styles[i];
          length = strlen (found->language);
        }
    }

  return found;
}

static gboolean
language_has_region (const char *language,
                     const char *region)
{
  g_auto (GStrv) parts = g_strsplit_set (language != NULL ? language : "", "-_.@", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (i > 0 && g_ascii_strcasecmp (parts[i], region) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_foreign_dollar_region (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (symbols[i].home != NULL && g_str_has_suffix (symbols[i].symbol, "$") &&
        language_has_region (language, symbols[i].home))
      return TRUE;

  return FALSE;
}

/* The symbol, or the code itself for a currency without a known one. */
static const char *
find_symbol (const char *currency,
             const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      if (g_ascii_strcasecmp (currency, symbols[i].code) != 0)
        continue;
      if (i == 0 && is_foreign_dollar_region (language))
        return "US$";
      if (symbols[i].home != NULL && language_has_region (language, symbols[i].home))
        return symbols[i].home_symbol;
      return symbols[i].symbol;
    }

  return currency;
}

static void
append_grouped (GString          *string,
                guint64           number,
                const MoneyStyle *style)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      gsize left = length - i;
      gboolean boundary = style->lakh ? left == 3 || (left > 3 && left % 2 == 1) : left % 3 == 0;

      if (i > 0 && boundary)
        g_string_append (string, style->group);
      g_string_append_c (string, digits[i]);
    }
}

static guint64
magnitude (gint64 number)
{
  return number < 0 ? (guint64) -(number + 1) + 1 : (guint64) number;
}

static char *
join_symbol (const char       *sign,
             const char       *number,
             const char       *currency,
             const char       *language,
             const MoneyStyle *style)
{
  const char *symbol;
  const char *space = style->symbol_space;

  if (currency == NULL || *currency == '\0')
    return g_strconcat (sign, number, NULL);

  symbol = find_symbol (currency, language);
  if (*space == '\0' && g_ascii_isalpha (symbol[strlen (symbol) - 1]))
    space = NBSP;

  return style->symbol_last ? g_strconcat (sign, number, space, symbol, NULL)
                            : g_strconcat (sign, symbol, space, number, NULL);
}

static char *
format_signed (const char *sign,
               guint64     amount,
               const char *currency,
               const char *language)
{
  const MoneyStyle *style = find_style (language);
  g_autoptr (GString) number = g_string_new (NULL);

  append_grouped (number, amount, style);

  return join_symbol (sign, number->str, currency, language, style);
}

/**
 * vac_money_format:
 * @amount: in whole units of @currency
 * @currency: (nullable): ISO 4217 code; %NULL or "" writes the number alone
 * @language: (nullable): BCP 47 tag of the text that the amount stands in; unknown or %NULL
 *   writes as English does
 *
 * Writes an amount in full, as a reader of @language expects it: "$120,000", "120.000 €". Spaces
 * inside are no-break ones. A currency without a well-known symbol is written with its code.
 * Patterns are those of Unicode CLDR 42; the locale of the process is not consulted.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vac_money_format (gint64      amount,
                  const char *currency,
                  const char *language)
{
  return format_signed (amount < 0 ? MINUS : "", magnitude (amount), currency, language);
}

/**
 * vac_money_format_difference:
 * @amount: in whole units of @currency
 * @currency: (nullable): ISO 4217 code
 * @language: (nullable): BCP 47 tag
 *
 * Like vac_money_format(), with a plus sign before an amount above zero.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vac_money_format_difference (gint64      amount,
                             const char *currency,
                             const char *language)
{
  return format_signed (amount < 0 ? MINUS : amount > 0 ? "+" : "",
                        magnitude (amount), currency, language);
}

/* Digits of @number / 10^@decimals without trailing zeros. */
static void
append_decimal (GString          *string,
                guint64           number,
                guint             decimals,
                const MoneyStyle *style)
{
  guint64 power = 1;

  for (; decimals > 0 && number % 10 == 0; decimals--)
    number /= 10;
  for (guint i = 0; i < decimals; i++)
    power *= 10;

  append_grouped (string, number / power, style);
  if (decimals > 0)
    g_string_append_printf (string, "%s%0*" G_GUINT64_FORMAT,
                            style->decimal, (int) decimals, number % power);
}

/**
 * vac_money_format_short:
 * @amount: in whole units of @currency
 * @decimals: at most this many digits after the decimal mark, up to 6; trailing zeros are dropped
 * @currency: (nullable): ISO 4217 code
 * @language: (nullable): BCP 47 tag
 *
 * Writes an amount for a narrow place such as an axis: "$80k", "$153.7k", "$1.2M". Rounds half
 * away from zero; with 6 decimals nothing is rounded.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vac_money_format_short (gint64      amount,
                        guint       decimals,
                        const char *currency,
                        const char *language)
{
  const MoneyStyle *style = find_style (language);
  g_autoptr (GString) number = g_string_new (NULL);
  guint64 value = magnitude (amount);
  guint64 unit = value >= 1000000 ? 1000000 : value >= 1000 ? 1000 : 1;
  guint64 step = unit;
  guint digits = 0;

  for (; digits < MIN (decimals, 6) && step % 10 == 0; digits++)
    step /= 10;
  value = value / step + (value % step >= step - value % step ? 1 : 0);

  /* 999,960 at one decimal is no longer a number of thousands. */
  if (unit == 1000 && value * step >= 1000000)
    {
      unit = 1000000;
      value = 1;
      digits = 0;
    }
  append_decimal (number, value, digits, style);
  if (unit > 1)
    g_string_append_c (number, unit == 1000 ? 'k' : 'M');

  return join_symbol (amount < 0 ? MINUS : "", number->str, currency, language, style);
}

/**
 * vac_money_format_number:
 * @number: any number
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer full): @number with the group marks of @language, without a currency
 */
char *
vac_money_format_number (gint64      number,
                         const char *language)
{
  return vac_money_format (number, NULL, language);
}

/**
 * vac_money_format_decimal:
 * @number: a number counted in parts of ten to the power of -@decimals
 * @decimals: how many of its digits stand after the decimal mark, up to 6
 * @language: (nullable): BCP 47 tag
 *
 * Writes a number that the program keeps as an integer in tenths or hundredths: 429 with one
 * decimal is "42.9", 11823 with two is "118.23". All decimals are written, so columns line up.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vac_money_format_decimal (gint64      number,
                          guint       decimals,
                          const char *language)
{
  const MoneyStyle *style = find_style (language);
  g_autoptr (GString) string = g_string_new (number < 0 ? MINUS : "");
  guint64 value = magnitude (number);
  guint64 power = 1;

  decimals = MIN (decimals, 6);
  for (guint i = 0; i < decimals; i++)
    power *= 10;

  append_grouped (string, value / power, style);
  if (decimals > 0)
    g_string_append_printf (string, "%s%0*" G_GUINT64_FORMAT,
                            style->decimal, (int) decimals, value % power);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * vac_money_format_percent:
 * @tenths: a share in tenths of a percent
 * @with_sign: whether a share above zero gets a plus sign
 * @language: (nullable): BCP 47 tag
 *
 * Writes a share with one decimal and the percent sign where the language has it: "50.0%", "50,0 %",
 * "%50,0". The pattern is that of Unicode CLDR.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vac_money_format_percent (gint64      tenths,
                          gboolean    with_sign,
                          const char *language)
{
  g_autofree char *locale = vac_icu_get_locale (language);
  g_autofree char *pattern = vac_icu_format_number ("percent latin", locale, 1);
  g_autofree char *number = vac_money_format_decimal (tenths, 1, language);
  g_autofree char *figure = g_strconcat (with_sign && tenths > 0 ? "+" : "", number, NULL);
  g_auto (GStrv) around = g_strsplit (pattern, "1", 2);

  if (g_strv_length (around) < 2)
    return g_strconcat (figure, "%", NULL);

  return g_strconcat (around[0], figure, around[1], NULL);
}

/**
 * vac_money_get_decimal_mark:
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer none): the text between a whole number and its decimals
 */
const char *
vac_money_get_decimal_mark (const char *language)
{
  return find_style (language)->decimal;
}
