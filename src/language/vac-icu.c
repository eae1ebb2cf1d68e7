/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-icu"

#include "config.h"

#include <string.h>

#include "vac-icu-facts.h"
#include "vac-icu-library.h"
#include "vac-icu-private.h"

/*
 * vac_icu_get_languages:
 *
 * Returns: (transfer none): the languages that CLDR knows, as a set
 */
GHashTable *
vac_icu_get_languages (void)
{
  static GHashTable *languages;

  if (g_once_init_enter (&languages))
    {
      GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (int32_t i = 0; i < vac_icu ()->uloc_countAvailable (); i++)
        {
          const char *locale = vac_icu ()->uloc_getAvailable (i);

          g_hash_table_add (found, g_strndup (locale, strcspn (locale, "_")));
        }
      g_once_init_leave (&languages, found);
    }

  return languages;
}

/* Asked for a language that it does not know, ICU takes that of the process, which has no say in
 * how a posting is written. */
static gboolean
is_known (const char *locale)
{
  g_autofree char *language = g_strndup (locale, strcspn (locale, "_@"));

  return g_hash_table_contains (vac_icu_get_languages (), language);
}

/*
 * vac_icu_read_tag:
 * @language: BCP 47 tag, or with underscores
 *
 * Returns: (transfer full) (nullable): ICU's name of the locale; %NULL for what is no tag
 */
char *
vac_icu_read_tag (const char *language)
{
  const char *known = vac_icu_facts_get (VAC_ICU_TAG, language);
  char locale[ULOC_FULLNAME_CAPACITY];
  g_autofree char *tag = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;

  if (known != NULL)
    return g_strdup (known);
  tag = g_strdelimit (g_strdup (language), "_", '-');
  if (vac_icu ()->uloc_forLanguageTag (tag, locale, sizeof locale, &length, &status) == 0 ||
      U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING ||
      (gsize) length != strlen (tag))
    return NULL;

  return g_strdup (locale);
}

/*
 * vac_icu_parse_tag:
 * @language: (nullable): BCP 47 tag, or a locale as the environment names it: "zh_TW.UTF-8"
 *
 * Returns: (transfer full): ICU's name of the locale; of English for what is no tag
 */
char *
vac_icu_parse_tag (const char *language)
{
  char locale[ULOC_FULLNAME_CAPACITY];
  const char *text = language != NULL ? language : "";
  const char *known = vac_icu_facts_get (VAC_ICU_PARSED, text);
  g_autofree char *tag = NULL;
  UErrorCode status = U_ZERO_ERROR;

  if (known != NULL)
    return g_strdup (known);
  tag = g_strdelimit (g_strndup (text, strcspn (text, ".@")), "_", '-');
  if (vac_icu ()->uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status) == 0 ||
      U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    return g_strdup ("en");

  return g_strdup (locale);
}

/* Job boards find the pay of a posting by its ASCII digits, so these are written in every language,
 * unless the tag itself asks for others: "ar-u-nu-arab". */
static char *
take_ascii_digits (const char *locale)
{
  char result[ULOC_FULLNAME_CAPACITY + sizeof "@numbers=latn"], value[ULOC_KEYWORDS_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  if (vac_icu ()->uloc_getKeywordValue (locale, "numbers", value, sizeof value, &status) > 0)
    return g_strdup (locale);
  status = U_ZERO_ERROR;
  g_strlcpy (result, locale, sizeof result);
  vac_icu ()->uloc_setKeywordValue ("numbers", "latn", result, sizeof result, &status);

  return g_strdup (U_SUCCESS (status) ? result : locale);
}

/*
 * vac_icu_get_locale:
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer full): as vac_icu_parse_tag(), with the digits that we write; that of English
 *   for a language that CLDR does not know
 */
char *
vac_icu_get_locale (const char *language)
{
  const char *known = vac_icu_facts_get (VAC_ICU_LOCALE, language != NULL ? language : "");
  g_autofree char *locale = NULL;

  if (known != NULL)
    return g_strdup (known);
  locale = vac_icu_parse_tag (language);

  return is_known (locale) ? take_ascii_digits (locale) : g_strdup ("en");
}

/*
 * vac_icu_get_script:
 * @language: BCP 47 tag
 *
 * Returns: (transfer full): the language with the script that it is likely written in there, in
 *   lower case: "zh-hant" for "zh-TW"; empty for what is no tag
 */
char *
vac_icu_get_script (const char *language)
{
  const char *known = vac_icu_facts_get (VAC_ICU_SCRIPT, language);
  char locale[ULOC_FULLNAME_CAPACITY], code[ULOC_LANG_CAPACITY], script[ULOC_SCRIPT_CAPACITY];
  g_autofree char *parsed = NULL;
  g_autofree char *tag = NULL;
  UErrorCode status = U_ZERO_ERROR;

  if (known != NULL)
    return g_strdup (known);
  parsed = vac_icu_read_tag (language);
  if (parsed == NULL)
    return g_strdup ("");
  vac_icu ()->uloc_addLikelySubtags (parsed, locale, sizeof locale, &status);
  vac_icu ()->uloc_getLanguage (locale, code, sizeof code, &status);
  vac_icu ()->uloc_getScript (locale, script, sizeof script, &status);
  tag = U_SUCCESS (status) ? g_strdup_printf ("%s-%s", code, script) : g_strdup ("");

  return g_ascii_strdown (tag, -1);
}

/*
 * vac_icu_to_utf8:
 *
 * Returns: (transfer full): @text, which ends with a zero, in UTF-8
 */
char *
vac_icu_to_utf8 (const UChar *text)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, -1, NULL, NULL, NULL);
}

/*
 * vac_icu_from_utf8:
 * @result: takes @text; empty when it is too long for a text of this kind
 */
void
vac_icu_from_utf8 (const char *text,
                   UChar       result[VAC_ICU_LONG])
{
  UErrorCode status = U_ZERO_ERROR;

  vac_icu ()->u_strFromUTF8 (result, VAC_ICU_LONG, NULL, text, -1, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    result[0] = 0;
}

/*
 * vac_icu_format_number:
 * @skeleton: a number skeleton of ICU
 *
 * Returns: (transfer full): @number as the skeleton says; empty where the language has no such form
 */
char *
vac_icu_format_number (const char *skeleton,
                       const char *locale,
                       gint64      number)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar pattern[VAC_ICU_LONG], text[VAC_ICU_LONG] = { 0 };
  UNumberFormatter *formatter;
  UFormattedNumber *result;

  vac_icu_from_utf8 (skeleton, pattern);
  formatter = vac_icu ()->unumf_openForSkeletonAndLocale (pattern, -1, locale, &status);
  result = vac_icu ()->unumf_openResult (&status);
  vac_icu ()->unumf_formatInt (formatter, number, result, &status);
  vac_icu ()->unumf_resultToString (result, text, VAC_ICU_LONG, &status);
  vac_icu ()->unumf_closeResult (result);
  vac_icu ()->unumf_close (formatter);

  return U_SUCCESS (status) ? vac_icu_to_utf8 (text) : g_strdup ("");
}
