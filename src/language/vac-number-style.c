/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-number-style"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "vac-icu-facts.h"
#include "vac-icu-library.h"
#include "vac-icu-private.h"
#include "vac-number-style.h"

/* ISO 4217's code for tests: it has no symbol, so its letters show where a currency goes. */
#define NO_CURRENCY "XTS"

#define MOST_UNITS 64

static UNumberFormat *
open_format (const char         *language,
             UNumberFormatStyle  style)
{
  g_autofree char *locale = vac_icu_get_locale (language);
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = vac_icu ()->unum_open (style, NULL, 0, locale, NULL, &status);

  if (U_FAILURE (status))
    g_error ("ICU cannot write numbers: %s", vac_icu ()->u_errorName (status));
  vac_icu ()->unum_setAttribute (format, UNUM_FRACTION_DIGITS, 0);

  return format;
}

static char *
dup_symbol (UNumberFormat       *format,
            UNumberFormatSymbol  symbol)
{
  UChar units[MOST_UNITS] = { 0 };
  UErrorCode status = U_ZERO_ERROR;

  vac_icu ()->unum_getSymbol (format, symbol, units, MOST_UNITS, &status);

  return U_SUCCESS (status) ? vac_icu_to_utf8 (units) : g_strdup ("");
}

static gunichar
get_zero (UNumberFormat *format)
{
  g_autofree char *zero = dup_symbol (format, UNUM_ZERO_DIGIT_SYMBOL);

  return *zero != '\0' ? g_utf8_get_char (zero) : '0';
}

/* What the format puts around a number is what it puts around zero. */
static VacAffixes
take_affixes (UNumberFormat       *format,
              UNumberFormatSymbol  group,
              UNumberFormatSymbol  decimal)
{
  UChar units[MOST_UNITS] = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *text = NULL;
  const char *digit;

  vac_icu ()->unum_formatInt64 (format, 0, units, MOST_UNITS, NULL, &status);
  text = vac_icu_to_utf8 (units);
  digit = g_utf8_strchr (text, -1, get_zero (format));
  if (U_FAILURE (status))
    digit = NULL;

  return (VacAffixes) {
    .before = digit != NULL ? g_strndup (text, (gsize) (digit - text)) : g_strdup (""),
    .after = g_strdup (digit != NULL ? g_utf8_next_char (digit) : ""),
    .group = dup_symbol (format, group),
    .decimal = dup_symbol (format, decimal),
  };
}

/* Spanish and Polish write 1234 without a group, and 12.345 with one; no attribute tells. */
static guint
find_least (const char *language)
{
  g_autofree char *locale = vac_icu_get_locale (language);
  g_autofree char *text = vac_icu_format_number ("", locale, 1234);

  return g_utf8_strlen (text, -1) == 4 ? 2 : 1;
}

static VacNumberStyle *
ask_for_style (const char *language)
{
  UNumberFormat *format = open_format (language, UNUM_DECIMAL);
  UNumberFormat *percent = open_format (language, UNUM_PERCENT);
  VacNumberStyle *style = g_new0 (VacNumberStyle, 1);

  style->zero = get_zero (format);
  style->first_group = (guint) MAX (vac_icu ()->unum_getAttribute (format, UNUM_GROUPING_SIZE), 0);
  style->other_groups = (guint) MAX (
      vac_icu ()->unum_getAttribute (format, UNUM_SECONDARY_GROUPING_SIZE), 0);
  if (style->other_groups == 0)
    style->other_groups = style->first_group;
  style->least = find_least (language);
  style->plain = take_affixes (format, UNUM_GROUPING_SEPARATOR_SYMBOL,
                               UNUM_DECIMAL_SEPARATOR_SYMBOL);
  style->percent = take_affixes (percent, UNUM_GROUPING_SEPARATOR_SYMBOL,
                                 UNUM_DECIMAL_SEPARATOR_SYMBOL);

  vac_icu ()->unum_close (percent);
  vac_icu ()->unum_close (format);

  return style;
}

static VacAffixes
read_affixes (char **parts)
{
  return (VacAffixes) {
    .before = g_strdup (parts[0]),
    .after = g_strdup (parts[1]),
    .group = g_strdup (parts[2]),
    .decimal = g_strdup (parts[3]),
  };
}

#define BREAK ((const char[]){ VAC_ICU_BREAK, '\0' })

/*
 * vac_number_style_write_affixes:
 *
 * Returns: (transfer full): @affixes as a fact
 */
char *
vac_number_style_write_affixes (const VacAffixes *affixes)
{
  return g_strjoin (BREAK, affixes->before, affixes->after, affixes->group, affixes->decimal, NULL);
}

/*
 * vac_number_style_write:
 *
 * Returns: (transfer full): @style as a fact
 */
char *
vac_number_style_write (const VacNumberStyle *style)
{
  g_autofree char *plain = vac_number_style_write_affixes (&style->plain);
  g_autofree char *percent = vac_number_style_write_affixes (&style->percent);

  return g_strdup_printf ("%u%c%u%c%u%c%u%c%s%c%s", style->zero, VAC_ICU_BREAK,
                          style->first_group, VAC_ICU_BREAK, style->other_groups, VAC_ICU_BREAK,
                          style->least, VAC_ICU_BREAK, plain, VAC_ICU_BREAK, percent);
}

static VacNumberStyle *
read_style (const char *fact)
{
  g_auto (GStrv) parts = g_strsplit (fact, BREAK, -1);
  VacNumberStyle *style = g_new (VacNumberStyle, 1);

  *style = (VacNumberStyle) {
    .zero = (gunichar) atoi (parts[0]),
    .first_group = (guint) atoi (parts[1]),
    .other_groups = (guint) atoi (parts[2]),
    .least = (guint) atoi (parts[3]),
    .plain = read_affixes (parts + 4),
    .percent = read_affixes (parts + 8),
  };

  return style;
}

static VacNumberStyle *
make_style (const char *language)
{
  const char *known = vac_icu_facts_get (VAC_ICU_NUMBERS, language);

  return known != NULL ? read_style (known) : ask_for_style (language);
}

/**
 * vac_number_style_get:
 * @language: (nullable): BCP 47 tag
 *
 * The source is Unicode's CLDR, through ICU; the locale of the process has no say, because a
 * posting is written in a language of its own.
 *
 * Returns: (transfer none): how @language writes numbers; valid forever
 */
const VacNumberStyle *
vac_number_style_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *table;
  VacNumberStyle *style;

  if (language == NULL)
    language = "";
  g_mutex_lock (&mutex);
  if (table == NULL)
    table = g_hash_table_new (g_str_hash, g_str_equal);
  style = g_hash_table_lookup (table, language);
  if (style == NULL)
    {
      style = make_style (language);
      g_hash_table_insert (table, g_strdup (language), style);
    }
  g_mutex_unlock (&mutex);

  return style;
}

static gboolean
is_code (const char *currency)
{
  return strlen (currency) == 3 && g_ascii_isalpha (currency[0]) &&
         g_ascii_isalpha (currency[1]) && g_ascii_isalpha (currency[2]);
}

static void
put_in (char       **affix,
        const char  *currency)
{
  g_auto (GStrv) parts = g_strsplit (*affix, NO_CURRENCY, -1);

  g_free (*affix);
  *affix = g_strjoinv (currency, parts);
}

static VacAffixes *
ask_for_currency (const char *language,
                  const char *currency)
{
  UNumberFormat *format = open_format (language, UNUM_CURRENCY);
  g_autofree char *code = is_code (currency) ? g_ascii_strup (currency, -1)
                                             : g_strdup (NO_CURRENCY);
  VacAffixes *affixes = g_new (VacAffixes, 1);
  UErrorCode status = U_ZERO_ERROR;
  UChar units[4];

  vac_icu ()->u_charsToUChars (code, units, 4);
  vac_icu ()->unum_setTextAttribute (format, UNUM_CURRENCY_CODE, units, 3, &status);
  vac_icu ()->unum_setAttribute (format, UNUM_FRACTION_DIGITS, 0);
  *affixes = take_affixes (format, UNUM_MONETARY_GROUPING_SEPARATOR_SYMBOL,
                           UNUM_MONETARY_SEPARATOR_SYMBOL);
  vac_icu ()->unum_close (format);

  if (!is_code (currency))
    {
      put_in (&affixes->before, currency);
      put_in (&affixes->after, currency);
    }

  return affixes;
}

static VacAffixes *
make_currency (const char *language,
               const char *currency)
{
  const char *known = vac_icu_facts_get_pair (VAC_ICU_AFFIXES, language, currency);
  g_auto (GStrv) parts = known != NULL ? g_strsplit (known, BREAK, -1) : NULL;
  VacAffixes *affixes;

  if (parts == NULL)
    return ask_for_currency (language, currency);
  affixes = g_new (VacAffixes, 1);
  *affixes = read_affixes (parts);

  return affixes;
}

/**
 * vac_number_style_get_currency:
 * @language: (nullable): BCP 47 tag
 * @currency: ISO 4217 code; anything else is written as it is
 *
 * Returns: (transfer none): what @language writes around an amount of @currency; valid forever
 */
const VacAffixes *
vac_number_style_get_currency (const char *language,
                               const char *currency)
{
  static GMutex mutex;
  static GHashTable *table;
  g_autofree char *key = g_strdup_printf ("%s\n%s", language != NULL ? language : "", currency);
  VacAffixes *affixes;

  g_mutex_lock (&mutex);
  if (table == NULL)
    table = g_hash_table_new (g_str_hash, g_str_equal);
  affixes = g_hash_table_lookup (table, key);
  if (affixes == NULL)
    {
      affixes = make_currency (language, currency);
      g_hash_table_insert (table, g_steal_pointer (&key), affixes);
    }
  g_mutex_unlock (&mutex);

  return affixes;
}
