/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacMoney:
 *
 * An exact amount of money, counted in ten-thousandths of the currency's unit: no currency of ISO
 * 4217 has more than four digits. The count does not depend on the currency, so that an amount
 * stays what it is when its currency is changed.
 */
typedef gint64 VacMoney;

/**
 * VAC_MONEY_DIGITS:
 *
 * How many digits after the decimal mark a #VacMoney holds.
 */
#define VAC_MONEY_DIGITS 4

/**
 * VAC_MONEY_ONE:
 *
 * One unit of a currency.
 */
#define VAC_MONEY_ONE G_GINT64_CONSTANT (10000)

/**
 * VAC_MONEY_MAX:
 *
 * The largest amount that is read. Twice as much still fits.
 */
#define VAC_MONEY_MAX (G_GINT64_CONSTANT (99999999999999) * VAC_MONEY_ONE)

/**
 * VAC_MONEY_SHORT_EXACT:
 *
 * With this many decimals, a short form holds every digit of an amount of millions.
 */
#define VAC_MONEY_SHORT_EXACT 10

gboolean    vac_money_parse             (const char  *text,
                                         VacMoney    *amount);
gboolean    vac_money_parse_json        (const char  *text,
                                         VacMoney    *amount);
char       *vac_money_decimal_to_text   (gint64       number,
                                         guint        decimals);
char       *vac_money_to_text           (VacMoney     amount);
gboolean    vac_money_is_whole          (VacMoney     amount);
guint       vac_money_count_decimals    (VacMoney     amount);
guint       vac_money_get_decimals      (VacMoney     amount,
                                         const char  *currency);
gboolean    vac_money_suits             (VacMoney     amount,
                                         const char  *currency);
VacMoney    vac_money_get_step          (const char  *currency);

char       *vac_money_format            (VacMoney     amount,
                                         const char  *currency,
                                         const char  *language);
char       *vac_money_format_with       (VacMoney     amount,
                                         guint        decimals,
                                         const char  *currency,
                                         const char  *language);
char       *vac_money_format_difference (VacMoney     amount,
                                         guint        decimals,
                                         const char  *currency,
                                         const char  *language);
char       *vac_money_format_short      (VacMoney     amount,
                                         guint        decimals,
                                         const char  *currency,
                                         const char  *language);
char       *vac_money_format_number     (gint64       number,
                                         const char  *language);
char       *vac_money_format_decimal    (gint64       number,
                                         guint        decimals,
                                         const char  *language);
char       *vac_money_format_percent    (gint64       tenths,
                                         gboolean     with_sign,
                                         const char  *language);
char       *vac_money_format_exact_percent (VacMoney percent,
                                         const char *language);
const char *vac_money_get_decimal_mark  (const char  *language);

G_END_DECLS
