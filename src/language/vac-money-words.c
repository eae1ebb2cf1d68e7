/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-money-words"

#include "config.h"

#include <string.h>

#include "vac-icu-private.h"
#include "vac-money-words-private.h"
#include "vac-typed.h"

/* The words beside an amount that are no currency: how many zeros, and how often it is paid. They
 * are found by having ICU write them and comparing, so no language has a table here. */

#define GREATEST_FACTOR 9

/* Returns: (transfer none): what ICU writes, folded; valid forever, because a posting asks for the
 *   same few thousands of times */
static const char *
get_written (const char *skeleton,
             const char *locale,
             gint64      number)
{
  static GMutex mutex;
  static GHashTable *table;
  g_autofree char *key = g_strdup_printf ("%s %s %" G_GINT64_FORMAT, locale, skeleton, number);
  const char *written;

  g_mutex_lock (&mutex);
  if (table == NULL)
    table = g_hash_table_new (g_str_hash, g_str_equal);
  written = g_hash_table_lookup (table, key);
  if (written == NULL)
    {
      g_autofree char *text = vac_icu_format_number (skeleton, locale, number);
      char *folded = vac_typed_fold (text);

      written = folded != NULL ? folded : g_strdup ("");
      g_hash_table_insert (table, g_steal_pointer (&key), (char *) written);
    }
  g_mutex_unlock (&mutex);

  return written;
}

/* Whether @folded is what is left of "2 Std." without the number and the dot. */
static gboolean
is_written (const char *folded,
            const char *skeleton,
            const char *locale,
            gint64      number)
{
  const char *written = get_written (skeleton, locale, number);
  g_autofree char *word = g_strdup (written + strspn (written, "0123456789"));

  if (g_str_has_suffix (word, "."))
    word[strlen (word) - 1] = '\0';

  return *g_strstrip (word) != '\0' && g_str_equal (word, folded);
}

static char *
fold_word (const char *word)
{
  g_autofree char *folded = vac_typed_fold (word);

  if (folded != NULL && g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';

  return folded != NULL ? g_steal_pointer (&folded) : g_strdup ("");
}

/* "2 thousand" has a 2 before the word only where the word stands for three zeros. */
static gboolean
is_compact (const char *folded,
            const char *skeleton,
            const char *locale,
            gint64      power)
{
  for (int number = 1; number <= 2; number++)
    {
      const char *written = get_written (skeleton, locale, number * power);

      if (strspn (written, "0123456789") == 1 && written[0] == '0' + number &&
          is_written (folded, skeleton, locale, number * power))
        return TRUE;
    }

  return FALSE;
}

static guint
find_factor (const char *folded,
             const char *locale)
{
  static const char *const skeletons[] = { "compact-short", "compact-long" };

  for (guint i = 0; i < G_N_ELEMENTS (skeletons); i++)
    {
      gint64 power = 1000;

      for (guint zeros = 3; zeros <= GREATEST_FACTOR; zeros++, power *= 10)
        if (is_compact (folded, skeletons[i], locale, power))
          return zeros;
    }

  return 0;
}

/*
 * vac_money_find_factor:
 * @word: what follows a number
 *
 * Returns: how many zeros @word stands for, in @language or in English: 3 for "k", 6 for "Mio.";
 *   0 when it stands for none
 */
guint
vac_money_find_factor (const char *word,
                       const char *language)
{
  g_autofree char *locale = vac_icu_get_locale (language);
  g_autofree char *folded = fold_word (word);
  guint zeros;

  if (*folded == '\0')
    return 0;
  if (g_str_equal (folded, "k"))
    return 3;
  if (g_str_equal (folded, "m"))
    return 6;
  zeros = find_factor (folded, locale);

  return zeros > 0 ? zeros : find_factor (folded, "en");
}

static gboolean
is_unit (const char *folded,
         const char *unit,
         const char *locale)
{
  static const char *const widths[] = { "full-name", "short", "narrow" };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *skeleton = g_strdup_printf ("%s unit-width-%s", unit, widths[i]);

      if (is_written (folded, skeleton, locale, 1) || is_written (folded, skeleton, locale, 2))
        return TRUE;
    }

  return FALSE;
}

static VacUnit
find_unit (const char *folded,
           const char *locale)
{
  static const char *const units[] = {
    [VAC_UNIT_YEAR] = "measure-unit/duration-year",
    [VAC_UNIT_MONTH] = "measure-unit/duration-month",
    [VAC_UNIT_WEEK] = "measure-unit/duration-week",
    [VAC_UNIT_DAY] = "measure-unit/duration-day",
    [VAC_UNIT_HOUR] = "measure-unit/duration-hour",
  };

  for (VacUnit unit = VAC_UNIT_YEAR; unit <= VAC_UNIT_HOUR; unit++)
    if (is_unit (folded, units[unit], locale))
      return unit;

  return VAC_UNIT_NONE;
}

/*
 * vac_money_find_unit:
 * @words: what follows an amount: "per hour", "al mes", "h"
 *
 * The last word is a unit of time in @language or in English; a language's little words, of three
 * letters at most, may stand before it.
 *
 * Returns: the unit
 */
VacUnit
vac_money_find_unit (const char *words,
                     const char *language)
{
  g_autofree char *locale = vac_icu_get_locale (language);
  g_autofree char *folded = fold_word (words);
  g_auto (GStrv) tokens = g_regex_split_simple ("[ '’]+", folded, 0, 0);
  guint n_tokens = g_strv_length (tokens);
  VacUnit unit;

  if (n_tokens == 0 || n_tokens > 3)
    return VAC_UNIT_NONE;
  for (guint i = 0; i + 1 < n_tokens; i++)
    if (g_utf8_strlen (tokens[i], -1) > 3 || !g_unichar_isalpha (g_utf8_get_char (tokens[i])))
      return VAC_UNIT_NONE;
  unit = find_unit (tokens[n_tokens - 1], locale);

  return unit != VAC_UNIT_NONE ? unit : find_unit (tokens[n_tokens - 1], "en");
}
