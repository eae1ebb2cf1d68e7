/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacCurrencyMatch:
 * @VAC_CURRENCY_NONE: the word names no currency
 * @VAC_CURRENCY_ONE: it names one
 * @VAC_CURRENCY_SEVERAL: it may be one of several
 */
typedef enum
{
  VAC_CURRENCY_NONE,
  VAC_CURRENCY_ONE,
  VAC_CURRENCY_SEVERAL,
} VacCurrencyMatch;

#define VAC_CURRENCY_LENGTH 4   /* three letters and the end */

VacCurrencyMatch vac_currency_find       (const char *word,
                                          const char *language,
                                          const char *expected,
                                          char        code[VAC_CURRENCY_LENGTH]);
char            *vac_currency_get_name   (const char *code,
                                          const char *language);
guint            vac_currency_get_digits (const char *code);
gboolean         vac_currency_is_at_home (const char *code,
                                          const char *language);
gboolean         vac_currency_is_paid_in (const char *text);

G_END_DECLS
