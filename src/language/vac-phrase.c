/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-phrase"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "vac-date.h"
#include "vac-direction.h"
#include "vac-icu-facts.h"
#include "vac-icu-library.h"
#include "vac-icu-private.h"
#include "vac-phrase.h"
#include "vac-words-private.h"

/**
 * vac_phrase_speaks:
 * @language: a BCP 47 tag
 *
 * Returns: whether we have words of that language, or of one that it is a form of; what we write
 *   into a posting of any other language is English
 */
gboolean
vac_phrase_speaks (const char *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  return vac_words_get (language) != NULL;
}

/**
 * vac_phrase_get:
 * @language: the posting's language, as a BCP 47 tag
 * @phrase: which phrase
 *
 * Returns: (transfer none): the phrase in that language, in English where it is not known
 */
const char *
vac_phrase_get (const char *language,
                VacPhrase   phrase)
{
  g_return_val_if_fail (language != NULL && phrase < VAC_N_PHRASES, "");

  return vac_words_get_with (language, phrase)->phrases[phrase];
}

/* Returns: (nullable): the value of the pair named at @name */
static const char *
find_value (const char *const *pairs,
            const char        *name,
            gsize              length)
{
  for (guint i = 0; pairs[i] != NULL; i += 2)
    if (strlen (pairs[i]) == length && strncmp (pairs[i], name, length) == 0)
      return pairs[i + 1];

  return NULL;
}

static char *
replace_names (const char        *text,
               const char *const *pairs)
{
  GString *out = g_string_new (NULL);
  const char *open;

  /* One pass: a value may hold braces of its own. */
  while ((open = strchr (text, '{')) != NULL)
    {
      const char *close = strchr (open, '}');
      const char *value = close != NULL ? find_value (pairs, open + 1, (gsize) (close - open) - 1)
                                        : NULL;

      if (value == NULL)
        close = open;
      g_string_append_len (out, text, open - text);
      g_string_append_len (out, value != NULL ? value : open, value != NULL ? -1 : 1);
      text = close + 1;
    }
  g_string_append (out, text);

  return g_string_free (out, FALSE);
}

/**
 * vac_phrase_format:
 * @language: the posting's language, as a BCP 47 tag
 * @phrase: a phrase with names in braces
 * @...: pairs of a name and its value, ended by %NULL
 *
 * Returns: (transfer full): the phrase with each name replaced by its value
 */
char *
vac_phrase_format (const char *language,
                   VacPhrase   phrase,
                   ...)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  const char *word;
  va_list args;

  va_start (args, phrase);
  while ((word = va_arg (args, const char *)) != NULL)
    {
      g_ptr_array_add (pairs, g_strdup (word));
      g_ptr_array_add (pairs, vac_direction_keep (va_arg (args, const char *), language));
    }
  va_end (args);
  g_ptr_array_add (pairs, NULL);

  return replace_names (vac_phrase_get (language, phrase), (const char *const *) pairs->pdata);
}

/**
 * vac_phrase_take_apart:
 * @language: the posting's language, as a BCP 47 tag
 * @phrase: a phrase with one name or two in braces
 * @text: what vac_phrase_format() may have made of it
 * @first: (out): what stands in the place of its first name
 * @second: (out) (optional): what stands in the place of the second
 *
 * Returns: whether @text is that phrase
 */
gboolean
vac_phrase_take_apart (const char *language,
                       VacPhrase   phrase,
                       const char *text,
                       char      **first,
                       char      **second)
{
  g_auto (GStrv) pieces = NULL;
  const char *end, *middle;

  g_return_val_if_fail (language != NULL && text != NULL && first != NULL, FALSE);

  pieces = g_regex_split_simple ("\\{[a-z]+\\}", vac_phrase_get (language, phrase), 0, 0);
  if (g_strv_length (pieces) != (second != NULL ? 3 : 2) || !g_str_has_prefix (text, pieces[0]))
    return FALSE;
  text += strlen (pieces[0]);
  end = text + strlen (text) - strlen (pieces[second != NULL ? 2 : 1]);
  if (end <= text || !g_str_has_suffix (text, pieces[second != NULL ? 2 : 1]))
    return FALSE;
  if (second == NULL)
    {
      *first = g_strndup (text, (gsize) (end - text));
      return TRUE;
    }
  middle = g_strrstr_len (text, end - text, pieces[1]);
  if (middle == NULL || middle == text || middle + strlen (pieces[1]) >= end)
    return FALSE;
  *first = g_strndup (text, (gsize) (middle - text));
  *second = g_strndup (middle + strlen (pieces[1]), (gsize) (end - middle) - strlen (pieces[1]));

  return TRUE;
}

/**
 * vac_phrase_get_choice:
 * @language: the posting's language, as a BCP 47 tag
 * @id: the id of an employment type, a workplace or a pay period, or empty
 *
 * Returns: (transfer none): what a candidate reads for it; @id itself when nobody knows it
 */
const char *
vac_phrase_get_choice (const char *language,
                       const char *id)
{
  const VacWords *words;
  const char *found;

  g_return_val_if_fail (language != NULL && id != NULL, "");

  words = vac_words_get (language);
  found = words != NULL ? g_hash_table_lookup (words->choices, id) : NULL;
  if (found == NULL)
    found = g_hash_table_lookup (vac_words_get (VAC_WORDS_FALLBACK)->choices, id);

  return found != NULL ? found : id;
}

/* "Why here?" needs no colon. */
static gboolean
ends_itself (const char *label)
{
  static const gunichar ends[] = { '.', ':', '?', '!', 0x3002, 0xff1a, 0xff1f, 0xff01, 0x061f, 0 };
  gunichar last = *label != '\0' ? g_utf8_get_char (g_utf8_prev_char (label + strlen (label))) : 0;

  for (guint i = 0; ends[i] != 0; i++)
    if (ends[i] == last)
      return TRUE;

  return FALSE;
}

/**
 * vac_phrase_repeats:
 * @label: what would stand before a text
 * @text: (nullable): the text
 *
 * Returns: whether @text begins with @label, as a word or more and in any case, so that it needs no
 *   label
 */
gboolean
vac_phrase_repeats (const char *label,
                    const char *text)
{
  g_autofree char *start = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_autofree char *folded = NULL;
  gsize length;

  g_return_val_if_fail (label != NULL, FALSE);

  folded = g_utf8_casefold (label, -1);
  length = strlen (folded);

  return start != NULL && length > 0 && g_str_has_prefix (start, folded) &&
         (start[length] == '\0' || !g_unichar_isalnum (g_utf8_get_char (start + length)));
}

/**
 * vac_phrase_run_in:
 * @language: the posting's language, as a BCP 47 tag
 * @label: what stands before a text in the same line
 *
 * Returns: (transfer full): @label with what the language puts between it and the text: a colon,
 *   with the spaces that belong to it, or one space where the label ends a sentence
 */
char *
vac_phrase_run_in (const char *language,
                   const char *label)
{
  g_return_val_if_fail (language != NULL && label != NULL, NULL);

  return g_strconcat (label,
                      ends_itself (label) ? " " : vac_phrase_get (language, VAC_PHRASE_COLON),
                      NULL);
}

/**
 * vac_phrase_in_capitals:
 * @language: the posting's language, as a BCP 47 tag
 * @text: words
 *
 * Returns: (transfer full): @text in capital letters, as the language has them: "İSTANBUL" in
 *   Turkish, "STRASSE" in German
 */
char *
vac_phrase_in_capitals (const char *language,
                        const char *text)
{
  g_autofree char *locale = NULL;
  g_autofree char *capitals = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UCaseMap *map;
  int32_t size, length;

  g_return_val_if_fail (language != NULL && text != NULL, NULL);

  locale = vac_icu_read_tag (language);
  map = vac_icu ()->ucasemap_open (locale, 0, &status);
  if (U_FAILURE (status))
    return g_strdup (text);
  /* No letter takes more than three times its bytes. */
  size = (int32_t) MIN (3 * strlen (text) + 1, G_MAXINT32);
  capitals = g_malloc ((gsize) size);
  length = vac_icu ()->ucasemap_utf8ToUpper (map, capitals, size, text, -1, &status);
  vac_icu ()->ucasemap_close (map);

  return U_SUCCESS (status) && length < size ? g_steal_pointer (&capitals) : g_strdup (text);
}

/**
 * vac_phrase_date:
 * @language: the posting's language, as a BCP 47 tag
 * @date: an ISO 8601 date, or anything else
 *
 * Returns: (transfer full): the date as people write it in full; @date itself when it is not one
 */
char *
vac_phrase_date (const char *language,
                 const char *date)
{
  GDate day;

  g_return_val_if_fail (language != NULL && date != NULL, NULL);

  return vac_date_from_iso (date, &day) ? vac_date_format (&day, language) : g_strdup (date);
}

/**
 * vac_phrase_duration:
 * @language: the posting's language, as a BCP 47 tag
 * @months: how long it is
 *
 * Returns: (transfer full): the time in years where it is whole ones, otherwise in months: "3
 *   years", "18 months"
 */
char *
vac_phrase_duration (const char *language,
                     gint64      months)
{
  const gboolean years = months % 12 == 0;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, months);
  const char *known = vac_icu_facts_get_pair (VAC_ICU_DURATION, language, number);
  g_autofree char *locale = NULL;

  if (known != NULL)
    return g_strdup (known);
  locale = vac_icu_get_locale (language);

  return vac_icu_format_number (years ? "unit/year unit-width-full-name"
                                      : "unit/month unit-width-full-name",
                                locale, years ? months / 12 : months);
}

/**
 * vac_phrase_share:
 * @language: the posting's language, as a BCP 47 tag
 * @percent: a share of something, in percent
 *
 * Returns: (transfer full): the share with the sign of the language: "60%", "60 %"
 */
char *
vac_phrase_share (const char *language,
                  gint64      percent)
{
  g_autofree char *locale = vac_icu_get_locale (language);

  return vac_icu_format_number ("percent", locale, percent);
}

/**
 * vac_phrase_range:
 * @language: the posting's language
 * @currency: ISO 4217 code, or empty
 * @period: the id of a pay period, or empty
 * @minimum: (nullable): an amount
 * @maximum: (nullable): an amount
 *
 * Job boards look for a symbol, full numbers and a period, so that is how a range is written:
 * "$120,000 – $180,000 per year", "$38.50 – $46.00 per hour" with cents on both sides. A range
 * that begins at nothing has no lower end for a reader, and one the wrong way round says nothing:
 * which end is wrong is for the writer to say.
 *
 * Returns: (transfer full) (nullable): the range in words, %NULL when it has neither end or its
 *   minimum is greater than its maximum
 */
char *
vac_phrase_range (const char     *language,
                  const char     *currency,
                  const char     *period,
                  const VacMoney *minimum,
                  const VacMoney *maximum)
{
  const gboolean has_low = minimum != NULL && *minimum > 0;
  const gboolean has_high = maximum != NULL && *maximum > 0;
  const guint decimals = MAX (vac_money_get_decimals (has_low ? *minimum : 0, currency),
                              vac_money_get_decimals (has_high ? *maximum : 0, currency));
  g_autofree char *low = has_low ? vac_money_format_with (*minimum, decimals, currency, language)
                                 : NULL;
  g_autofree char *high = has_high ? vac_money_format_with (*maximum, decimals, currency, language)
                                   : NULL;
  g_autofree char *range = NULL;

  if ((!has_low && !has_high) || (has_low && maximum != NULL && *minimum > *maximum))
    return NULL;
  if (low == NULL)
    range = vac_phrase_format (language, VAC_PHRASE_UP_TO_PAY, "amount", high, NULL);
  else if (high == NULL)
    range = vac_phrase_format (language, VAC_PHRASE_FROM_PAY, "amount", low, NULL);
  else if (*minimum == *maximum)
    range = g_steal_pointer (&low);
  else
    range = vac_phrase_format (language, VAC_PHRASE_PAY_RANGE, "low", low, "high", high, NULL);

  return *period == '\0'
             ? g_steal_pointer (&range)
             : vac_phrase_format (language, VAC_PHRASE_PAID_PER, "amount", range, "period",
                                  vac_phrase_get_choice (language, period), NULL);
}
