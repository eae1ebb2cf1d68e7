/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-codes"

#include "config.h"

#include <string.h>

#include "vac-codes.h"
#include "vac-icu-facts.h"
#include "vac-icu-library.h"
#include "vac-icu-private.h"

static GHashTable *
take_codes (const char *list)
{
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) parts = g_strsplit (list, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_hash_table_add (codes, g_strdup (parts[i]));

  return codes;
}

static GHashTable *
ask_for_currencies (void)
{
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *currencies = vac_icu ()->ucurr_openISOCurrencies (
      UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  const char *code;

  while ((code = vac_icu ()->uenum_next (currencies, NULL, &status)) != NULL && U_SUCCESS (status))
    g_hash_table_add (codes, g_strdup (code));
  vac_icu ()->uenum_close (currencies);

  return codes;
}

static GHashTable *
list_currencies (void)
{
  const char *known = vac_icu_facts_get (VAC_ICU_CURRENCIES, "");

  return known != NULL ? take_codes (known) : ask_for_currencies ();
}

/**
 * vac_codes_has_country:
 * @code: two letters
 *
 * Returns: whether @code is that of a country, as CLDR lists them (ISO 3166-1, and XK for Kosovo);
 *   "UK" is none, "GB" is
 */
gboolean
vac_codes_has_country (const char *code)
{
  const char *known = vac_icu_facts_get (VAC_ICU_COUNTRIES, "");

  g_return_val_if_fail (code != NULL, FALSE);

  if (known != NULL)
    return vac_icu_facts_list_has (known, code);

  return g_strv_contains ((const char *const *) vac_icu ()->uloc_getISOCountries (), code);
}

static GHashTable *
get_currencies (void)
{
  static GHashTable *currencies;

  if (g_once_init_enter (&currencies))
    g_once_init_leave (&currencies, list_currencies ());

  return currencies;
}

/**
 * vac_codes_has_currency:
 * @code: three letters
 *
 * Returns: whether @code is that of a currency that people are paid in, as CLDR lists them (ISO
 *   4217 without funds, metals, and what is no longer in use)
 */
gboolean
vac_codes_has_currency (const char *code)
{
  g_return_val_if_fail (code != NULL, FALSE);

  return g_hash_table_contains (get_currencies (), code);
}

/**
 * vac_codes_list_currencies:
 *
 * Returns: (transfer full) (array zero-terminated=1): all that vac_codes_has_currency() knows, in
 *   no order
 */
char **
vac_codes_list_currencies (void)
{
  g_autofree gpointer *codes = g_hash_table_get_keys_as_array (get_currencies (), NULL);

  return g_strdupv ((char **) codes);
}

/**
 * vac_codes_is_rtl:
 * @language: a BCP 47 tag
 *
 * Goes by the script that the language is likely written in.
 *
 * Returns: whether the language is written from right to left
 */
gboolean
vac_codes_is_rtl (const char *language)
{
  const char *known;
  g_autofree char *locale = NULL;

  g_return_val_if_fail (language != NULL, FALSE);

  known = vac_icu_facts_get (VAC_ICU_RTL, language);
  if (known != NULL)
    return *known != '\0';
  locale = vac_icu_parse_tag (language);

  return vac_icu ()->uloc_isRightToLeft (locale);
}

/**
 * vac_codes_is_same_language:
 * @language: a BCP 47 tag, or with underscores
 * @other: another one
 *
 * Regions do not matter, scripts do: "de-AT" is "de", "zh-TW" is not "zh".
 *
 * Returns: whether a text in one of them is in the other, too; %FALSE for what is no tag
 */
gboolean
vac_codes_is_same_language (const char *language,
                            const char *other)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (language != NULL && other != NULL, FALSE);

  first = vac_icu_get_script (language);
  second = vac_icu_get_script (other);

  return *first != '\0' && g_str_equal (first, second);
}

/**
 * vac_codes_get_home_country:
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): the code of the country that the tag names, or in which the language is
 *   likely written: "DE" for "de"; empty for what is no tag, and for a region of several countries
 */
char *
vac_codes_get_home_country (const char *language)
{
  char likely[ULOC_FULLNAME_CAPACITY], country[ULOC_COUNTRY_CAPACITY] = "";
  const char *known;
  g_autofree char *locale = NULL;
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (language != NULL, NULL);

  known = vac_icu_facts_get (VAC_ICU_HOME, language);
  if (known != NULL)
    return g_strdup (known);
  locale = vac_icu_read_tag (language);
  if (locale == NULL)
    return g_strdup ("");
  vac_icu ()->uloc_addLikelySubtags (locale, likely, sizeof likely, &status);
  vac_icu ()->uloc_getCountry (likely, country, sizeof country, &status);

  return g_strdup (U_SUCCESS (status) && vac_codes_has_country (country) ? country : "");
}
