/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-codes"

#include "config.h"

#include <string.h>

#include "vac-codes.h"

/* ISO 3166-1 alpha-2, the 249 codes that are officially assigned. */
static const char countries[] =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
  "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM "
  "DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS "
  "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
  "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
  "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
  "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
  "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
  "VN VU WF WS YE YT ZA ZM ZW ";

/* ISO 4217, the codes of national currencies in use; no funds, metals or test codes. */
static const char currencies[] =
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN "
  "BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD "
  "FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY "
  "KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP "
  "MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR "
  "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT "
  "TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER "
  "ZAR ZMW ZWG ";

static gboolean
contains (const char *codes,
          const char *code,
          gsize       length)
{
  if (strlen (code) != length)
    return FALSE;
  for (const char *p = codes; *p != '\0'; p += length + 1)
    if (memcmp (p, code, length) == 0)
      return TRUE;

  return FALSE;
}

/**
 * vac_codes_has_country:
 * @code: two letters
 *
 * Returns: whether ISO 3166-1 assigns @code to a country; "UK" is none, "GB" is
 */
gboolean
vac_codes_has_country (const char *code)
{
  g_return_val_if_fail (code != NULL, FALSE);

  return contains (countries, code, 2);
}

/**
 * vac_codes_has_currency:
 * @code: three letters
 *
 * Returns: whether ISO 4217 assigns @code to a currency that people are paid in
 */
gboolean
vac_codes_has_currency (const char *code)
{
  g_return_val_if_fail (code != NULL, FALSE);

  return contains (currencies, code, 3);
}
