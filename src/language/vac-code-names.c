/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-code-names"

#include "config.h"

#include <string.h>

#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-currency.h"
#include "vac-icu-facts.h"
#include "vac-icu-library.h"
#include "vac-icu-private.h"
#include "vac-typed.h"
#include "vac-words-private.h"
#include "vac-zone.h"

/* What people call countries, currencies, languages and time zones. The names are those of Unicode
 * CLDR, by way of ICU; data/languages holds what is usual in a language and differs. */

#define SHORTEST 3       /* letters: a name of two is taken for a code */
#define LONGEST_NAME 200 /* bytes */
#define MOST_INDEXES 12

/* Not countries of ISO 3166-1, but reserved there, and people write them all the same. */
static const char *const reserved[] = { "EU", "UK", NULL };

/* Languages that are written differently, or with other dates and amounts, from place to place:
 * those of regions with many postings. */
static const char *const regional[] = {
  "ar-AE", "ar-EG", "ar-SA", "de-AT", "de-CH", "de-DE", "en-AU", "en-CA", "en-GB", "en-IE", "en-IN",
  "en-NZ", "en-SG", "en-US", "en-ZA", "es-419", "es-AR", "es-ES", "es-MX", "es-US", "fr-BE",
  "fr-CA", "fr-CH", "fr-FR", "it-CH", "it-IT", "nl-BE", "nl-NL", "pt-BR", "pt-PT", "sv-FI",
  "zh-Hant", "zh-HK", "zh-SG", "zh-TW", NULL,
};

/**
 * vac_code_names_get_regional:
 *
 * Returns: (transfer none) (array zero-terminated=1): the tags of languages of single regions that
 *   vac_code_names_list() has
 */
const char *const *
vac_code_names_get_regional (void)
{
  return regional;
}

static char **
list_languages (void)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autofree gpointer *languages = g_hash_table_get_keys_as_array (vac_icu_get_languages (), NULL);

  g_strv_builder_addv (codes, (const char **) languages);
  g_strv_builder_addv (codes, (const char **) regional);

  return g_strv_builder_end (codes);
}

/**
 * vac_code_names_list:
 * @kind: which codes
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes of all countries, of all currencies
 *   that people are paid in, of all languages of CLDR, with the regional forms of some, or of all
 *   time zones
 */
char **
vac_code_names_list (VacCodeKind kind)
{
  switch (kind)
    {
    case VAC_CODE_COUNTRY: return g_strdupv ((char **) vac_icu ()->uloc_getISOCountries ());
    case VAC_CODE_CURRENCY:
      return vac_codes_list_currencies ();
    case VAC_CODE_ZONE:
      return vac_zone_list ();
    case VAC_CODE_LANGUAGE:
    default:
      return list_languages ();
    }
}

static char *
get_region_name (const char     *code,
                 const char     *locale,
                 UDisplayContext length)
{
  UDisplayContext contexts[] = { length };
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names;
  UChar text[VAC_ICU_LONG] = { 0 };

  if (!vac_codes_has_country (code) && !g_strv_contains (reserved, code))
    return NULL;

  names = vac_icu ()->uldn_openForContext (locale, contexts, G_N_ELEMENTS (contexts), &status);
  vac_icu ()->uldn_regionDisplayName (names, code, text, VAC_ICU_LONG, &status);
  vac_icu ()->uldn_close (names);

  return U_SUCCESS (status) ? vac_icu_to_utf8 (text) : NULL;
}

/* Returns: (nullable): NULL for what is no tag, and for a language that CLDR has no name for */
static char *
get_language_name (const char *tag,
                   const char *locale)
{
  g_autofree char *named = vac_icu_read_tag (tag);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[VAC_ICU_LONG] = { 0 };

  if (named == NULL)
    return NULL;
  vac_icu ()->uloc_getDisplayLanguage (named, locale, text, VAC_ICU_LONG, &status);
  if (U_FAILURE (status) || status == U_USING_DEFAULT_WARNING)
    return NULL;
  status = U_ZERO_ERROR;
  vac_icu ()->uloc_getDisplayName (named, locale, text, VAC_ICU_LONG, &status);

  return U_SUCCESS (status) ? vac_icu_to_utf8 (text) : NULL;
}

/* As it stands in a list: "Deutsch", but "allemand" in CLDR's French. */
static char *
capitalize (char *name)
{
  g_autofree char *owned = name;
  char first[7] = { 0 };

  if (name == NULL || *name == '\0')
    return g_steal_pointer (&owned);
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (name)), first);

  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

/**
 * vac_code_names_get:
 * @kind: what @code is the code of
 * @code: a code, or any other text
 * @language: BCP 47 tag of the language to name it in
 *
 * Returns: (transfer full) (nullable): the full name, as it stands in a list; %NULL when @code is
 *   none that has a name. The European Union has one, although it is no country.
 */
char *
vac_code_names_get (VacCodeKind kind,
                    const char *code,
                    const char *language)
{
  g_autofree char *locale = NULL;

  g_return_val_if_fail (code != NULL && language != NULL, NULL);

  locale = vac_icu_get_locale (language);
  switch (kind)
    {
    case VAC_CODE_COUNTRY:
      return capitalize (get_region_name (code, locale, UDISPCTX_LENGTH_FULL));
    case VAC_CODE_CURRENCY:
      return vac_codes_has_currency (code) ? capitalize (vac_currency_get_name (code, language))
                                           : NULL;
    case VAC_CODE_ZONE:
      return capitalize (vac_zone_get_name (code, language));
    case VAC_CODE_LANGUAGE:
    default:
      return capitalize (get_language_name (code, locale));
    }
}

/**
 * vac_code_names_get_short:
 * @country: a country's code, or any other text
 * @language: BCP 47 tag
 *
 * CLDR's short forms are taken where they can be read: "USA" in German and "Hong Kong", but not
 * "R.-U." or "RU" for the United Kingdom.
 *
 * Returns: (transfer full) (nullable): what an address in that language says; %NULL when @country
 *   has no name
 */
char *
vac_code_names_get_short (const char *country,
                          const char *language)
{
  g_autofree char *locale = NULL;
  g_autofree char *name = NULL;
  const VacWords *words;
  const char *known, *usual;

  g_return_val_if_fail (country != NULL && language != NULL, NULL);

  known = vac_icu_facts_get_pair (VAC_ICU_COUNTRY_NAME, language, country);
  if (known != NULL)
    return g_strdup (known);
  locale = vac_icu_get_locale (language);
  words = vac_words_get (language);
  /* No language, or one that CLDR does not know either. */
  if (words == NULL && strcspn (locale, "_@") == 2 && g_str_has_prefix (locale, VAC_WORDS_FALLBACK))
    words = vac_words_get (VAC_WORDS_FALLBACK);
  usual = words != NULL && words->countries != NULL
              ? g_hash_table_lookup (words->countries, g_str_equal (country, "UK") ? "GB" : country)
              : NULL;
  if (usual != NULL)
    return g_strdup (usual);

  name = get_region_name (country, locale, UDISPCTX_LENGTH_SHORT);
  if (name != NULL &&
      (strchr (name, '.') != NULL || (g_str_is_ascii (name) && strlen (name) < SHORTEST)))
    return get_region_name (country, locale, UDISPCTX_LENGTH_FULL);

  return g_steal_pointer (&name);
}

/* Two codes of the same name find neither. */
static void
add_name (GHashTable *index,
          const char *name,
          const char *code)
{
  g_autofree char *folded = name != NULL ? vac_typed_fold (name) : NULL;
  const char *other = folded != NULL ? g_hash_table_lookup (index, folded) : NULL;

  if (folded != NULL && (other == NULL || !g_str_equal (other, code)))
    g_hash_table_insert (index, g_steal_pointer (&folded), g_strdup (other == NULL ? code : ""));
}

/* Returns: (nullable): what else a person may write: "USA", or the city of a time zone */
static char *
get_other_name (VacCodeKind kind,
                const char *code,
                const char *language)
{
  switch (kind)
    {
    case VAC_CODE_COUNTRY:
      return vac_code_names_get_short (code, language);
    case VAC_CODE_ZONE:
      return vac_zone_get_city (code, language);
    case VAC_CODE_CURRENCY:
    case VAC_CODE_LANGUAGE:
    default:
      return NULL;
    }
}

static GHashTable *
make_index (VacCodeKind kind,
            const char *language)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) codes = vac_code_names_list (kind);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = vac_code_names_get (kind, codes[i], language);
      g_autofree char *short_name = get_other_name (kind, codes[i], language);

      add_name (index, name, codes[i]);
      add_name (index, short_name, codes[i]);
    }

  return index;
}

/* Returns: (transfer full): folded names → code, empty for a name of several. ICU takes
 * milliseconds to name all countries, and an outline asks with every edit. */
static GHashTable *
get_index (VacCodeKind kind,
           const char *language)
{
  static GMutex mutex;
  static GHashTable *indexes;
  g_autofree char *key = g_strdup_printf ("%d %s", kind, language);
  GHashTable *index;

  g_mutex_lock (&mutex);
  if (indexes == NULL)
    indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify) g_hash_table_unref);
  index = g_hash_table_lookup (indexes, key);
  if (index == NULL)
    {
      /* Few languages are in use at a time, but thousands of files may name any. */
      if (g_hash_table_size (indexes) >= MOST_INDEXES)
        g_hash_table_remove_all (indexes);
      index = make_index (kind, language);
      g_hash_table_insert (indexes, g_steal_pointer (&key), index);
    }
  g_hash_table_ref (index);
  g_mutex_unlock (&mutex);

  return index;
}

/**
 * vac_code_names_find:
 * @kind: which codes
 * @name: what a person wrote
 * @language: BCP 47 tag of the language that it was written in
 *
 * Returns: (transfer full) (nullable): the only code with that name, whole and without regard to
 *   case; %NULL when there is none or there are several
 */
char *
vac_code_names_find (VacCodeKind kind,
                     const char *name,
                     const char *language)
{
  g_autofree char *folded = NULL;
  g_autoptr (GHashTable) index = NULL;
  const char *code;

  g_return_val_if_fail (name != NULL && language != NULL, NULL);

  folded = vac_typed_fold (name);
  if (folded == NULL || *folded == '\0' || strlen (folded) > LONGEST_NAME)
    return NULL;
  index = get_index (kind, language);
  code = g_hash_table_lookup (index, folded);

  return code != NULL && *code != '\0' ? g_strdup (code) : NULL;
}
