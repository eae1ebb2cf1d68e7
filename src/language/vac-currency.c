/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-currency"

#include "config.h"

#include <string.h>

#include "vac-codes.h"
#include "vac-currency.h"
#include "vac-icu-facts.h"
#include "vac-icu-library.h"
#include "vac-icu-private.h"
#include "vac-typed.h"

/* Which currency a word stands for. Codes, signs and names are those of Unicode CLDR, by way of
 * ICU; what is added here is only how to choose among currencies that share a sign. */

#define LONGEST_NAME 100   /* bytes */
#define MOST_WORDS   7     /* code, two signs, two names and the last words of these */

/* What a currency goes by in a language. */
typedef struct
{
  char        code[VAC_CURRENCY_LENGTH];
  char       *narrow;               /* its shortest sign, as it is written */
  const char *sign;                 /* folded; one of the words, or NULL */
  char       *words[MOST_WORDS];    /* folded; the code first; NULL for one that cannot be typed */
  guint       n_words;
} Currency;

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

  vac_icu ()->u_uastrcpy (wide, code);
  name = vac_icu ()->ucurr_getName (wide, locale, style, NULL, &length, &status);

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

  vac_icu ()->u_uastrcpy (wide, code);
  name = vac_icu ()->ucurr_getPluralName (wide, locale, NULL, count, &length, &status);

  return U_SUCCESS (status) ? vac_icu_to_utf8 (name) : g_strdup (code);
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

static void
add_word (Currency   *self,
          const char *word)
{
  self->words[self->n_words++] = vac_typed_fold (word);
}

/* "US dollars" also goes by its last word. */
static void
add_name (Currency   *self,
          const char *name)
{
  const char *last = strrchr (name, ' ');

  add_word (self, name);
  if (last != NULL)
    add_word (self, last + 1);
}

static Currency *
make_currency (const char *code,
               const char *locale)
{
  Currency *self = g_new0 (Currency, 1);
  g_autofree char *sign = get_name (code, locale, UCURR_SYMBOL_NAME);
  g_autofree char *one = get_plural_name (code, locale, "one");
  g_autofree char *other = get_plural_name (code, locale, "other");

  g_strlcpy (self->code, code, sizeof self->code);
  self->narrow = get_name (code, locale, UCURR_NARROW_SYMBOL_NAME);
  add_word (self, self->code);
  add_word (self, sign);
  self->sign = self->words[1];
  add_word (self, self->narrow);
  add_name (self, one);
  add_name (self, other);

  return self;
}

static GPtrArray *
make_currencies (const char *locale)
{
  GPtrArray *all = g_ptr_array_new ();
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = vac_icu ()->ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED,
                                                             &status);
  const char *code;

  while ((code = vac_icu ()->uenum_next (codes, NULL, &status)) != NULL && U_SUCCESS (status))
    g_ptr_array_add (all, make_currency (code, locale));
  vac_icu ()->uenum_close (codes);

  return all;
}

/* Returns: (transfer none) (element-type Currency): all of today, by the words of @locale; valid
 *   forever, because a line of pay asks a hundred times */
static GPtrArray *
get_currencies (const char *locale)
{
  static GMutex mutex;
  static GHashTable *table;
  GPtrArray *all;

  g_mutex_lock (&mutex);
  if (table == NULL)
    table = g_hash_table_new (g_str_hash, g_str_equal);
  all = g_hash_table_lookup (table, locale);
  if (all == NULL)
    {
      all = make_currencies (locale);
      g_hash_table_insert (table, g_strdup (locale), all);
    }
  g_mutex_unlock (&mutex);

  return all;
}

static gboolean
is_word_for (const char     *folded,
             const Currency *currency)
{
  for (guint i = 0; i < currency->n_words; i++)
    if (g_strcmp0 (folded, currency->words[i]) == 0)
      return TRUE;

  return is_sign_with_letters (folded, currency->code, currency->narrow);
}

static void
free_currency (Currency *self)
{
  for (guint i = 0; i < self->n_words; i++)
    g_free (self->words[i]);
  g_free (self->narrow);
  g_free (self);
}

/* In English, and also for a currency of the past. */
static gboolean
is_word_for_code (const char *folded,
                  const char *code)
{
  Currency *currency = make_currency (code, "en");
  const gboolean found = is_word_for (folded, currency);

  free_currency (currency);

  return found;
}

static void
find_home (const char *locale,
           char        code[VAC_CURRENCY_LENGTH])
{
  UErrorCode status = U_ZERO_ERROR;
  char likely[ULOC_FULLNAME_CAPACITY];
  UChar wide[VAC_CURRENCY_LENGTH];

  vac_icu ()->uloc_addLikelySubtags (locale, likely, sizeof likely, &status);
  *code = '\0';
  if (vac_icu ()->ucurr_forLocale (likely, wide, VAC_CURRENCY_LENGTH, &status) == 3 &&
      U_SUCCESS (status))
    vac_icu ()->u_austrncpy (code, wide, VAC_CURRENCY_LENGTH);
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
  GPtrArray *all = get_currencies (locale);

  for (guint i = 0; i < all->len; i++)
    {
      const Currency *currency = g_ptr_array_index (all, i);

      if (g_strcmp0 (search->folded, currency->words[0]) == 0)
        {
          g_strlcpy (search->first, currency->code, sizeof search->first);
          search->n_found = 1;
          break;
        }
      if (is_word_for (search->folded, currency))
        note (search, currency->code);
    }
}

/* The only currency whose usual sign in a language has @folded in it: "£" is Sterling to a reader
 * of English, who would write "E£" for the Egyptian one, but "¥" may be that of China or Japan. */
static gboolean
find_usual (const char *folded,
            const char *locale,
            char        found[VAC_CURRENCY_LENGTH])
{
  GPtrArray *all = get_currencies (locale);
  guint n_found = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Currency *currency = g_ptr_array_index (all, i);

      if (currency->sign == NULL || strstr (currency->sign, folded) == NULL ||
          !is_word_for (folded, currency))
        continue;
      n_found++;
      g_strlcpy (found, currency->code, VAC_CURRENCY_LENGTH);
    }

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
    search.finds_expected |= is_word_for_code (folded, search.expected);
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
  const char *known;
  int32_t digits;

  g_return_val_if_fail (code != NULL, 2);

  known = vac_icu_facts_get (VAC_ICU_DIGITS, code);
  if (known != NULL)
    return (guint) (*known - '0');
  if (strlen (code) != 3)
    return 2;
  vac_icu ()->u_uastrcpy (wide, code);
  digits = vac_icu ()->ucurr_getDefaultFractionDigits (wide, &status);

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

/**
 * vac_currency_is_paid_in:
 * @text: words of a posting
 *
 * Returns: whether there is a sign or a code of a currency in @text, and a digit somewhere, as in
 *   "$120k" and "CAD 90,000"
 */
gboolean
vac_currency_is_paid_in (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (strpbrk (text, "0123456789") == NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char code[] = { p[0], p[1], p[1] != '\0' ? p[2] : '\0', '\0' };

      if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_CURRENCY_SYMBOL)
        return TRUE;
      if (g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) && g_ascii_isupper (code[2]) &&
          vac_codes_has_currency (code))
        return TRUE;
    }

  return FALSE;
}
