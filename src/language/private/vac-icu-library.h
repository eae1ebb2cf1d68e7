/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ureldatefmt.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

G_BEGIN_DECLS

/* What is used of ICU. */
#define VAC_ICU_FUNCTIONS(FUNCTION)                                                                \
  FUNCTION (u_austrncpy)                                                                           \
  FUNCTION (u_charDirection)                                                                       \
  FUNCTION (u_charsToUChars)                                                                       \
  FUNCTION (u_errorName)                                                                           \
  FUNCTION (u_getIntPropertyValue)                                                                 \
  FUNCTION (u_strFromUTF8)                                                                         \
  FUNCTION (u_strToUTF8)                                                                           \
  FUNCTION (u_uastrcpy)                                                                            \
  FUNCTION (ubidi_close)                                                                           \
  FUNCTION (ubidi_getBaseDirection)                                                                \
  FUNCTION (ubidi_getLogicalRun)                                                                   \
  FUNCTION (ubidi_open)                                                                            \
  FUNCTION (ubidi_setPara)                                                                         \
  FUNCTION (ubrk_close)                                                                            \
  FUNCTION (ubrk_first)                                                                            \
  FUNCTION (ubrk_following)                                                                        \
  FUNCTION (ubrk_next)                                                                             \
  FUNCTION (ubrk_open)                                                                             \
  FUNCTION (ubrk_setUText)                                                                         \
  FUNCTION (ucal_clear)                                                                            \
  FUNCTION (ucal_close)                                                                            \
  FUNCTION (ucal_getCanonicalTimeZoneID)                                                           \
  FUNCTION (ucal_getMillis)                                                                        \
  FUNCTION (ucal_getNow)                                                                           \
  FUNCTION (ucal_open)                                                                             \
  FUNCTION (ucal_openTimeZoneIDEnumeration)                                                        \
  FUNCTION (ucal_setDateTime)                                                                      \
  FUNCTION (ucasemap_close)                                                                        \
  FUNCTION (ucasemap_open)                                                                         \
  FUNCTION (ucasemap_utf8ToUpper)                                                                  \
  FUNCTION (ucurr_forLocale)                                                                       \
  FUNCTION (ucurr_getDefaultFractionDigits)                                                        \
  FUNCTION (ucurr_getName)                                                                         \
  FUNCTION (ucurr_getPluralName)                                                                   \
  FUNCTION (ucurr_openISOCurrencies)                                                               \
  FUNCTION (udat_close)                                                                            \
  FUNCTION (udat_format)                                                                           \
  FUNCTION (udat_getSymbols)                                                                       \
  FUNCTION (udat_open)                                                                             \
  FUNCTION (udat_parse)                                                                            \
  FUNCTION (udat_setLenient)                                                                       \
  FUNCTION (udatpg_close)                                                                          \
  FUNCTION (udatpg_getBestPattern)                                                                 \
  FUNCTION (udatpg_open)                                                                           \
  FUNCTION (uenum_close)                                                                           \
  FUNCTION (uenum_next)                                                                            \
  FUNCTION (uenum_unext)                                                                           \
  FUNCTION (uldn_close)                                                                            \
  FUNCTION (uldn_openForContext)                                                                   \
  FUNCTION (uldn_regionDisplayName)                                                                \
  FUNCTION (uloc_addLikelySubtags)                                                                 \
  FUNCTION (uloc_countAvailable)                                                                   \
  FUNCTION (uloc_forLanguageTag)                                                                   \
  FUNCTION (uloc_getAvailable)                                                                     \
  FUNCTION (uloc_getCountry)                                                                       \
  FUNCTION (uloc_getDisplayLanguage)                                                               \
  FUNCTION (uloc_getDisplayName)                                                                   \
  FUNCTION (uloc_getISOCountries)                                                                  \
  FUNCTION (uloc_getKeywordValue)                                                                  \
  FUNCTION (uloc_getLanguage)                                                                      \
  FUNCTION (uloc_getScript)                                                                        \
  FUNCTION (uloc_isRightToLeft)                                                                    \
  FUNCTION (uloc_setKeywordValue)                                                                  \
  FUNCTION (unorm2_getNFCInstance)                                                                 \
  FUNCTION (unorm2_getNFKCCasefoldInstance)                                                        \
  FUNCTION (unorm2_normalize)                                                                      \
  FUNCTION (unum_close)                                                                            \
  FUNCTION (unum_formatInt64)                                                                      \
  FUNCTION (unum_format)                                                                           \
  FUNCTION (unum_getAttribute)                                                                     \
  FUNCTION (unum_getSymbol)                                                                        \
  FUNCTION (unum_open)                                                                             \
  FUNCTION (unum_setAttribute)                                                                     \
  FUNCTION (unum_setTextAttribute)                                                                 \
  FUNCTION (unumf_closeResult)                                                                     \
  FUNCTION (unumf_close)                                                                           \
  FUNCTION (unumf_formatInt)                                                                       \
  FUNCTION (unumf_openForSkeletonAndLocale)                                                        \
  FUNCTION (unumf_openResult)                                                                      \
  FUNCTION (unumf_resultToString)                                                                  \
  FUNCTION (ureldatefmt_close)                                                                     \
  FUNCTION (ureldatefmt_formatNumeric)                                                             \
  FUNCTION (ureldatefmt_format)                                                                    \
  FUNCTION (ureldatefmt_open)                                                                      \
  FUNCTION (utext_close)                                                                           \
  FUNCTION (utext_openUTF8)

/* The functions of the library, each under its own name. */
typedef struct
{
#define VAC_ICU_MEMBER(name) __typeof__ (name) *name;
  VAC_ICU_FUNCTIONS (VAC_ICU_MEMBER)
#undef VAC_ICU_MEMBER
} VacIcu;

const VacIcu *vac_icu (void);

G_END_DECLS
