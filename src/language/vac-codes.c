/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-codes"

#include "config.h"

#include <unicode/ucurr.h>
#include <unicode/uloc.h>

#include "vac-codes.h"
#include "vac-icu-private.h"

static GHashTable *
list_currencies (void)
{
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *currencies = ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  const char *code;

  while ((code = uenum_next (currencies, NULL, &status)) != NULL && U_SUCCESS (status))
    g_hash_table_add (codes, g_strdup (code));
  uenum_close (currencies);

  return codes;
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
  const char *const *countries = (const char *const *) uloc_getISOCountries ();

  g_return_val_if_fail (code != NULL, FALSE);

  return g_strv_contains (countries, code);
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
  static GHashTable *currencies;

  g_return_val_if_fail (code != NULL, FALSE);

  if (g_once_init_enter (&currencies))
    g_once_init_leave (&currencies, list_currencies ());

  return g_hash_table_contains (currencies, code);
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
  g_autofree char *locale = NULL;

  g_return_val_if_fail (language != NULL, FALSE);

  locale = vac_icu_parse_tag (language);

  return uloc_isRightToLeft (locale);
}
