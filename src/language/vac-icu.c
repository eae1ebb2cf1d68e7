/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-icu"

#include "config.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#include "vac-icu-private.h"

/*
 * vac_icu_get_locale:
 * @language: (nullable): BCP 47 tag, or a locale's name such as de_DE.UTF-8
 *
 * Returns: (transfer full): ICU's name of the locale; of English for what is neither
 */
char *
vac_icu_get_locale (const char *language)
{
  char locale[ULOC_FULLNAME_CAPACITY];
  g_autofree char *tag = g_strdelimit (g_strdup (language != NULL ? language : ""), "_", '-');
  UErrorCode status = U_ZERO_ERROR;

  tag[strcspn (tag, ".@")] = '\0';
  if (uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status) == 0 || U_FAILURE (status) ||
      status == U_STRING_NOT_TERMINATED_WARNING)
    return g_strdup ("en");

  return g_strdup (locale);
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

  u_strFromUTF8 (result, VAC_ICU_LONG, NULL, text, -1, &status);
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
  formatter = unumf_openForSkeletonAndLocale (pattern, -1, locale, &status);
  result = unumf_openResult (&status);
  unumf_formatInt (formatter, number, result, &status);
  unumf_resultToString (result, text, VAC_ICU_LONG, &status);
  unumf_closeResult (result);
  unumf_close (formatter);

  return U_SUCCESS (status) ? vac_icu_to_utf8 (text) : g_strdup ("");
}
