/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-money"

#include "config.h"

#include <string.h>

#include "vac-money.h"
#include "vac-number-style.h"

#define MINUS "\342\210\222"

#define THOUSAND (1000 * (guint64) VAC_MONEY_ONE)
#define MILLION (1000 * THOUSAND)

/* Whether a group of digits ends before the last @left ones of @length. */
static gboolean
is_boundary (const VacNumberStyle *style,
             gsize                 left,
             gsize                 length)
{
  if (style->first_group == 0 || left < style->first_group ||
      length < style->first_group + style->least)
    return FALSE;

  g_assert (style->other_groups > 0);

  return (left - style->first_group) % style->other_groups == 0;
}

/* Appends digits as the language writes them. */
static void
append_digits (GString              *string,
               const char           *digits,
               const VacNumberStyle *style)
{
  for (const char *p = digits; *p != '\0'; p++)
    g_string_append_unichar (string, style->zero + (gunichar) (*p - '0'));
}

static void
append_grouped (GString              *string,
                guint64               number,
                const VacNumberStyle *style,
                const VacAffixes     *affixes)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      const char digit[] = { digits[i], '\0' };

      if (i > 0 && is_boundary (style, length - i, length))
        g_string_append (string, affixes->group);
      append_digits (string, digit, style);
    }
}

static void
append_decimals (GString              *string,
                 guint64               number,
                 guint                 decimals,
                 const VacNumberStyle *style,
                 const VacAffixes     *affixes)
{
  g_autofree char *digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) decimals, number);

  if (decimals == 0)
    return;
  g_string_append (string, affixes->decimal);
  append_digits (string, digits, style);
}

static guint64
magnitude (gint64 number)
{
  return number < 0 ? 0 - (guint64) number : (guint64) number;
}

static const VacAffixes *
find_affixes (const char *currency,
              const char *language)
{
  return currency == NULL || *currency == '\0' ? &vac_number_style_get (language)->plain
                                              : vac_number_style_get_currency (language, currency);
}

/* With at least @decimals digits after the mark, and as many more as it takes to be exact. */
static char *
format_signed (const char *sign,
               guint64     amount,
               guint       decimals,
               const char *currency,
               const char *language)
{
  const VacNumberStyle *style = vac_number_style_get (language);
  const VacAffixes *affixes = find_affixes (currency, language);
  g_autoptr (GString) number = g_string_new (NULL);
  guint64 part = amount % VAC_MONEY_ONE;
  guint digits = VAC_MONEY_DIGITS;

  for (; digits > decimals && part % 10 == 0; digits--)
    part /= 10;
  append_grouped (number, amount / VAC_MONEY_ONE, style, affixes);
  append_decimals (number, part, digits, style, affixes);

  return g_strconcat (sign, affixes->before, number->str, affixes->after, NULL);
}

/**
 * vac_money_format:
 * @amount: an amount
 * @currency: (nullable): ISO 4217 code; %NULL or "" writes the number alone
 * @language: (nullable): BCP 47 tag of the text that the amount is part of; unknown or %NULL writes
 *   as English does
 *
 * Writes an amount in full, as a reader of @language expects it: "$120,000", "18,50 €". A whole
 * amount is written without decimals; nothing is rounded. Spaces inside are no-break ones. Signs,
 * marks, and digits are those of Unicode CLDR, through ICU; the locale of the process is not
 * consulted.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vac_money_format (VacMoney    amount,
                  const char *currency,
                  const char *language)
{
  const guint decimals = vac_money_get_decimals (amount, currency);

  return vac_money_format_with (amount, decimals, currency, language);
}

/**
 * vac_money_format_with:
 * @amount: an amount
 * @decimals: at least this many digits after the decimal mark, up to %VAC_MONEY_DIGITS; more where
 *   the amount would have to be rounded
 * @currency: (nullable): ISO 4217 code
 * @language: (nullable): BCP 47 tag
 *
 * Like vac_money_format(), for amounts that stand side by side: cents in all when one has them.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vac_money_format_with (VacMoney    amount,
                       guint       decimals,
                       const char *currency,
                       const char *language)
{
  return format_signed (amount < 0 ? MINUS : "", magnitude (amount), decimals, currency, language);
}

/**
 * vac_money_format_difference:
 * @amount: an amount
 * @decimals: as for vac_money_format_with()
 * @currency: (nullable): ISO 4217 code
 * @language: (nullable): BCP 47 tag
 *
 * Like vac_money_format_with(), with a plus sign before an amount above zero.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vac_money_format_difference (VacMoney    amount,
                             guint       decimals,
                             const char *currency,
                             const char *language)
{
  return format_signed (amount < 0 ? MINUS : amount > 0 ? "+" : "",
                        magnitude (amount), decimals, currency, language);
}

/* Digits of @number / 10^@decimals without trailing zeros. */
static void
append_decimal (GString              *string,
                guint64               number,
                guint                 decimals,
                const VacNumberStyle *style,
                const VacAffixes     *affixes)
{
  guint64 power = 1;

  for (; decimals > 0 && number % 10 == 0; decimals--)
    number /= 10;
  for (guint i = 0; i < decimals; i++)
    power *= 10;

  append_grouped (string, number / power, style, affixes);
  append_decimals (string, number % power, decimals, style, affixes);
}

/**
 * vac_money_format_short:
 * @amount: an amount
 * @decimals: at most this many digits after the decimal mark of thousands or millions, up to
 *   %VAC_MONEY_SHORT_EXACT; trailing zeros are dropped
 * @currency: (nullable): ISO 4217 code
 * @language: (nullable): BCP 47 tag
 *
 * Writes an amount for a narrow place such as an axis: "$80k", "$153.7k", "$1.2M". Rounds half
 * away from zero; with %VAC_MONEY_SHORT_EXACT decimals nothing is rounded. An amount below a
 * thousand is written in full.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vac_money_format_short (VacMoney    amount,
                        guint       decimals,
                        const char *currency,
                        const char *language)
{
  const VacAffixes *affixes = find_affixes (currency, language);
  g_autoptr (GString) number = g_string_new (NULL);
  guint64 value = magnitude (amount);
  guint64 unit = value >= MILLION ? MILLION : THOUSAND;
  guint64 step = unit;
  guint digits = 0;

  if (value < THOUSAND)
    return vac_money_format (amount, currency, language);
  for (; digits < MIN (decimals, VAC_MONEY_SHORT_EXACT) && step % 10 == 0; digits++)
    step /= 10;
  value = value / step + (value % step >= step - value % step ? 1 : 0);

  /* 999,960 at one decimal is no longer a number of thousands. */
  if (unit == THOUSAND && value * step >= MILLION)
    {
      unit = MILLION;
      value = 1;
      digits = 0;
    }
  append_decimal (number, value, digits, vac_number_style_get (language), affixes);
  g_string_append_c (number, unit == THOUSAND ? 'k' : 'M');

  return g_strconcat (amount < 0 ? MINUS : "", affixes->before, number->str, affixes->after, NULL);
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
  return vac_money_format_decimal (number, 0, language);
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
  const VacNumberStyle *style = vac_number_style_get (language);
  g_autoptr (GString) string = g_string_new (number < 0 ? MINUS : "");
  guint64 value = magnitude (number);
  guint64 power = 1;

  decimals = MIN (decimals, 6);
  for (guint i = 0; i < decimals; i++)
    power *= 10;

  append_grouped (string, value / power, style, &style->plain);
  append_decimals (string, value % power, decimals, style, &style->plain);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * vac_money_format_percent:
 * @tenths: a share in tenths of a percent
 * @with_sign: whether a share above zero gets a plus sign
 * @language: (nullable): BCP 47 tag
 *
 * Writes a share with one decimal and the percent sign where the language has it: "50.0%", "50,0
 * %",
 * "%50,0". The pattern is that of Unicode CLDR.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vac_money_format_percent (gint64      tenths,
                          gboolean    with_sign,
                          const char *language)
{
  const VacAffixes *percent = &vac_number_style_get (language)->percent;
  g_autofree char *number = vac_money_format_decimal (tenths, 1, language);

  return g_strconcat (percent->before, with_sign && tenths > 0 ? "+" : "", number, percent->after,
                      NULL);
}

/**
 * vac_money_format_exact_percent:
 * @percent: a number of percent, as a decimal
 * @language: (nullable): BCP 47 tag
 *
 * Does what vac_money_format_percent() does, with as many decimals as there are.
 *
 * Returns: (transfer full): UTF-8 text: "110%", "102.25%"
 */
char *
vac_money_format_exact_percent (VacMoney    percent,
                                const char *language)
{
  const VacAffixes *affixes = &vac_number_style_get (language)->percent;
  const guint decimals = vac_money_count_decimals (percent);
  gint64 divisor = 1;
  g_autofree char *number = NULL;

  for (guint i = decimals; i < VAC_MONEY_DIGITS; i++)
    divisor *= 10;
  number = vac_money_format_decimal (percent / divisor, decimals, language);

  return g_strconcat (affixes->before, number, affixes->after, NULL);
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
  return vac_number_style_get (language)->plain.decimal;
}
