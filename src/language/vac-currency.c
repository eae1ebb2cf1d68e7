/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-currency"

#include "config.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "vac-currency.h"
#include "vac-icu-private.h"
#include "vac-typed.h"

/* Which currency a word stands for. Codes, signs and names are those of Unicode CLDR, by way of
 * ICU; what is added here is only how to choose among currencies that share a sign. */

#define LONGEST_NAME 100   /* bytes */

/* A word and what is known of it while the currencies are gone through. */
typedef struct
{
  const char *folded;      /* the word */
  const char *expected;
  char        home[VAC_CURRENCY_LENGTH];
  char        first[VAC_CURRENCY_LENGTH];
  guint       n_found;
  gboolean    finds_expected;
  gboolean    finds_home;
} Search;

static char *
get_name (const char       *code,
          const char       *locale,
          UCurrNameStyle    style)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[VAC_CURRENCY_LENGTH];
  int32_t length = 0;
  const UChar *name;

  g_assert (strlen (code) < VAC_CURRENCY_LENGTH);

  u_uastrcpy (wide, code);
  name = ucurr_getName (wide, locale, style, NULL, &length, &status);

  return U_SUCCESS (status) ? vac_icu_to_utf8 (name) : g_strdup (code);
}

static char *
get_plural_name (const char *code,
                 const char *locale,
                 const char *count)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[VAC_CURRENCY_LENGTH];
  int32_t length = 0;
  const UChar *name;

  g_assert (strlen (code) < VAC_CURRENCY_LENGTH);

  u_uastrcpy (wide, code);
  name = ucurr_getPluralName (wide, locale, NULL, count, &length, &status);

  return U_SUCCESS (status) ? vac_icu_to_utf8 (name) : g_strdup (code);
}

/* "US dollars" also goes by its last word. */
static gboolean
is_name (const char *folded,
         const char *name)
{
  const char *last = strrchr (name, ' ');

  return vac_typed_equal (folded, name) || (last != NULL && vac_typed_equal (folded, last + 1));
}

/* "C$" is the sign of a currency whose code begins with a C, as well as one that CLDR knows. */
static gboolean
is_sign_with_letters (const char *folded,
                      const char *code,
                      const char *sign)
{
  gsize letters = strlen (folded) > strlen (sign) ? strlen (folded) - strlen (sign) : 0;

  return letters > 0 && letters <= 2 && g_ascii_strncasecmp (folded, code, letters) == 0 &&
         g_str_equal (folded + letters, sign) && !g_unichar_isalpha (g_utf8_get_char (sign));
}

static gboolean
is_word_for (const char *folded,
             const char *code,
             const char *locale)
{
  g_autofree char *sign = get_name (code, locale, UCURR_SYMBOL_NAME);
  g_autofree char *narrow = get_name (code, locale, UCURR_NARROW_SYMBOL_NAME);
  g_autofree char *one = get_plural_name (code, locale, "one");
  g_autofree char *other = get_plural_name (code, locale, "other");

  return vac_typed_equal (folded, code) || vac_typed_equal (folded, sign) ||
         vac_typed_equal (folded, narrow) || is_sign_with_letters (folded, code, narrow) ||
         is_name (folded, one) || is_name (folded, other);
}

static void
find_home (const char *locale,
           char        code[VAC_CURRENCY_LENGTH])
{
  UErrorCode status = U_ZERO_ERROR;
  char likely[ULOC_FULLNAME_CAPACITY];
  UChar wide[VAC_CURRENCY_LENGTH];

  uloc_addLikelySubtags (locale, likely, sizeof likely, &status);
  *code = '\0';
  if (ucurr_forLocale (likely, wide, VAC_CURRENCY_LENGTH, &status) == 3 && U_SUCCESS (status))
    u_austrncpy (code, wide, VAC_CURRENCY_LENGTH);
}

static void
note (Search     *search,
      const char *code)
{
  if (search->n_found++ == 0)
    g_strlcpy (search->first, code, sizeof search->first);
  search->finds_expected |= g_str_equal (code, search->expected);
  search->finds_home |= g_str_equal (code, search->home);
}

/* A code is one currency. Of the others, all that the word may stand for are noted. */
static void
search_all (Search     *search,
            const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  const char *code;

  while ((code = uenum_next (codes, NULL, &status)) != NULL && U_SUCCESS (status))
    {
      if (vac_typed_equal (search->folded, code))
        {
          g_strlcpy (search->first, code, sizeof search->first);
          search->n_found = 1;
          break;
        }
      if (is_word_for (search->folded, code, locale))
        note (search, code);
    }
  uenum_close (codes);
}

/* The only currency whose usual sign in a language has @folded in it: "£" is Sterling to a reader
 * of English, who would write "E£" for the Egyptian one, but "¥" may be that of China or Japan. */
static gboolean
find_usual (const char *folded,
            const char *locale,
            char        found[VAC_CURRENCY_LENGTH])
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  const char *code;
  guint n_found = 0;

  while ((code = uenum_next (codes, NULL, &status)) != NULL && U_SUCCESS (status))
    {
      g_autofree char *sign = get_name (code, locale, UCURR_SYMBOL_NAME);
      g_autofree char *known = vac_typed_fold (sign);

      if (known == NULL || strstr (known, folded) == NULL || !is_word_for (folded, code, locale))
        continue;
      n_found++;
      g_strlcpy (found, code, VAC_CURRENCY_LENGTH);
    }
  uenum_close (codes);

  return n_found == 1;
}

/**
 * vac_currency_find:
 * @word: what a person wrote beside an amount
 * @language: (nullable): BCP 47 tag of the language that it was written in
 * @expected: (nullable): ISO 4217 code of the currency that an amount without a word would have
 * @code: (out): where to put the ISO 4217 code, with %VAC_CURRENCY_ONE only
 *
 * Finds the currency that @word is the code, the sign or the name of: "EUR", "€", "euros". Where
 * several share a sign, it is the expected one, or the one of the language's own region, or the
 * only one that the language writes with that sign.
 *
 * Returns: whether there is one
 */
VacCurrencyMatch
vac_currency_find (const char *word,
                   const char *language,
                   const char *expected,
                   char        code[VAC_CURRENCY_LENGTH])
{
  g_autofree char *locale = vac_icu_get_locale (language);
  g_autofree char *folded = NULL;
  Search search = { 0 };
  const char *found = NULL;

  g_return_val_if_fail (word != NULL, VAC_CURRENCY_NONE);

  folded = vac_typed_fold (word);
  if (folded == NULL || *folded == '\0' || strlen (folded) > LONGEST_NAME)
    return VAC_CURRENCY_NONE;
  search.folded = folded;
  search.expected = expected != NULL ? expected : "";
  find_home (locale, search.home);
  search_all (&search, locale);
  if (search.n_found == 0)
    search_all (&search, "en");
  if (search.n_found == 0)
    return VAC_CURRENCY_NONE;

  /* To a Canadian "US$" is the sign of the other dollar; who chose that one may still write "$". */
  if (strlen (search.expected) == 3)
    search.finds_expected |= is_word_for (folded, search.expected, "en");
  if (search.finds_expected)
    found = search.expected;
  else if (search.n_found == 1)
    found = search.first;
  else if (search.finds_home)
    found = search.home;
  else if (find_usual (folded, locale, search.first) || find_usual (folded, "en", search.first))
    found = search.first;
  if (found == NULL)
    return VAC_CURRENCY_SEVERAL;
  g_strlcpy (code, found, VAC_CURRENCY_LENGTH);

  return VAC_CURRENCY_ONE;
}

/**
 * vac_currency_get_name:
 * @code: ISO 4217 code
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer full): the currency's name in that language; @code itself for an unknown one
 */
char *
vac_currency_get_name (const char *code,
                       const char *language)
{
  g_autofree char *locale = vac_icu_get_locale (language);

  g_return_val_if_fail (code != NULL && strlen (code) < VAC_CURRENCY_LENGTH, NULL);

  return get_name (code, locale, UCURR_LONG_NAME);
}

/**
 * vac_currency_get_digits:
 * @code: ISO 4217 code
 *
 * Returns: how many digits the currency has after the decimal mark, 2 for an unknown one
 */
guint
vac_currency_get_digits (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[VAC_CURRENCY_LENGTH];
  int32_t digits;

  g_return_val_if_fail (code != NULL, 2);

  if (strlen (code) != 3)
    return 2;
  u_uastrcpy (wide, code);
  digits = ucurr_getDefaultFractionDigits (wide, &status);

  return U_SUCCESS (status) && digits >= 0 ? (guint) digits : 2;
}

/**
 * vac_currency_is_at_home:
 * @code: ISO 4217 code
 * @language: (nullable): BCP 47 tag
 *
 * Returns: whether it is the currency of the region of @language
 */
gboolean
vac_currency_is_at_home (const char *code,
                         const char *language)
{
  g_autofree char *locale = vac_icu_get_locale (language);
  char home[VAC_CURRENCY_LENGTH];

  find_home (locale, home);

  return g_strcmp0 (code, home) == 0;
}
