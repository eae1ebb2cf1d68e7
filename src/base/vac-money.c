/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-money"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vac-error.h"
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

/* A text taken apart: digits and marks, with every kind of group space as a ' '. */
typedef struct
{
  GString *digits;
  gint64   factor;
  gboolean has_currency;
} MoneyText;

static gboolean
is_group_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x202f || c == '\'' || c == 0x2019;
}

static gint64
factor_of (const char *letters)
{
  if (g_ascii_strcasecmp (letters, "k") == 0)
    return 1000;
  if (g_ascii_strcasecmp (letters, "m") == 0)
    return 1000000;

  return 0;
}

static gboolean
is_currency_word (const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (strcmp (word, symbols[i].symbol) == 0 || g_strcmp0 (word, symbols[i].home_symbol) == 0)
      return TRUE;
  if (strcmp (word, "US$") == 0)
    return TRUE;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (word[i]))
      return FALSE;

  return length == 3;
}

/* Takes a run of letters and symbols; FALSE when it is neither a factor nor a currency. */
static gboolean
take_word (MoneyText  *parts,
           const char *word)
{
  const char first[2] = { word[0], '\0' };

  if (*word == '\0')
    return TRUE;

  if (parts->digits->len > 0 && parts->factor == 1)
    {
      parts->factor = MAX (factor_of (word), 1);
      if (parts->factor > 1)
        return TRUE;
      if (factor_of (first) > 0 && is_currency_word (word + 1))
        {
          parts->factor = factor_of (first);
          word++;
        }
    }
  if (parts->has_currency || !is_currency_word (word))
    return FALSE;
  parts->has_currency = TRUE;

  return TRUE;
}

static gboolean
split_text (const char *text,
            MoneyText  *parts)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean closed = FALSE;
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean number = g_ascii_isdigit (*p) || *p == '.' || *p == ',';

      if (!number && !is_group_space (c))
        {
          g_string_append_unichar (word, c);
          closed = parts->digits->len > 0;
          continue;
        }
      if (!take_word (parts, word->str) || (number && closed))
        return FALSE;
      if (number && space && parts->digits->len > 0)
        g_string_append_c (parts->digits, ' ');
      if (number)
        g_string_append_c (parts->digits, *p);
      g_string_truncate (word, 0);
      space = !number;
    }

  return take_word (parts, word->str) && parts->digits->len > 0;
}

/* Whether the digits before @end are groups of @size set apart by @mark, the last one of three and
 * the first one not longer than @size. */
static gboolean
has_groups_of (const char *text,
               const char *end,
               char        mark,
               gsize       size)
{
  const char *start = text;

  for (const char *p = text; p <= end; p++)
    {
      gsize length = p - start;

      if (p < end && g_ascii_isdigit (*p))
        continue;
      if (p < end && *p != mark)
        return FALSE;
      if (p == end ? length != 3 : start == text ? length == 0 || length > size : length != size)
        return FALSE;
      start = p + 1;
    }

  return TRUE;
}

static gboolean
is_grouped (const char *text,
            const char *end,
            char        mark)
{
  return has_groups_of (text, end, mark, 3) || has_groups_of (text, end, mark, 2);
}

/* Finds the decimal mark in digits and marks, NULL when the number is whole; FALSE when the
 * groups make no sense. */
static gboolean
find_decimal (const char  *text,
              gint64       factor,
              const char **decimal)
{
  const char *last = NULL;
  gboolean other = FALSE;
  guint same = 0;

  *decimal = NULL;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        continue;
      if (last != NULL && *last != *p)
        other = TRUE;
      same = last != NULL && *last == *p ? same + 1 : 1;
      last = p;
    }

  if (last == NULL)
    return TRUE;
  if (*last == ' ' || same > 1)
    return is_grouped (text, text + strlen (text), *last);

  /* One mark before three digits: groups, since nobody writes money with three decimals. With a
   * factor, "1.250M" is a number with decimals, and "1,250k" could be either. */
  if (!other && strlen (last + 1) == 3 && factor == 1)
    return is_grouped (text, text + strlen (text), *last);
  if (!other && strlen (last + 1) == 3 && *last == ',')
    return FALSE;
  if (last == text || last[1] == '\0')
    return FALSE;
  *decimal = last;

  return !other || is_grouped (text, last, text[strcspn (text, " .,")]);
}

static gboolean
add_digit (gint64 *value,
           char    digit)
{
  *value = *value * 10 + (digit - '0');

  return *value <= VAC_MONEY_MAX;
}

/* The amount, or FALSE when it is too large or not whole. */
static gboolean
count_amount (const char *text,
              const char *decimal,
              gint64      factor,
              gint64     *amount)
{
  gint64 value = 0;

  for (const char *p = text; *p != '\0' && p != decimal; p++)
    if (g_ascii_isdigit (*p) && !add_digit (&value, *p))
      return FALSE;
  if (value > VAC_MONEY_MAX / factor)
    return FALSE;
  value *= factor;

  for (const char *p = decimal != NULL ? decimal + 1 : ""; *p != '\0'; p++)
    {
      if (*p != '0' && factor % 10 != 0)
        return FALSE;
      factor = factor % 10 == 0 ? factor / 10 : factor;
      value += (*p - '0') * factor;
    }
  if (value > VAC_MONEY_MAX)
    return FALSE;
  *amount = value;

  return TRUE;
}

/**
 * vac_money_parse:
 * @text: what a person typed
 * @amount: (out): where to put the amount, in whole units; untouched on failure
 * @error: return location for an error
 *
 * Reads an amount of at most %VAC_MONEY_MAX in any usual spelling: "120000", "120,000",
 * "120.000", "120 000", "120'000", "$120k", "1.2M", "120,000.00", "EUR 95.000". A currency may
 * stand before or after and is not checked. A single mark before exactly three digits sets
 * groups apart, because nobody writes money with three decimals. Negative and fractional
 * amounts, and those that can be read in two ways ("1,250k"), are refused rather than guessed.
 *
 * Returns: whether @amount was set; otherwise the error is %VAC_ERROR_INVALID_VALUE
 */
gboolean
vac_money_parse (const char  *text,
                 gint64      *amount,
                 GError     **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  MoneyText parts = { digits, 1, FALSE };
  const char *decimal;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (amount != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL) || !split_text (text, &parts) ||
      !find_decimal (digits->str, parts.factor, &decimal))
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                   _("“%s” is not an amount of money"), text);
      return FALSE;
    }
  if (!count_amount (digits->str, decimal, parts.factor, amount))
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                   _("“%s” is not a whole amount that can be kept"), text);
      return FALSE;
    }

  return TRUE;
}
