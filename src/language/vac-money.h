/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VAC_MONEY_MAX:
 *
 * The largest amount that is read, in whole units of a currency.
 */
#define VAC_MONEY_MAX G_GINT64_CONSTANT (999999999999999)

char       *vac_money_format            (gint64       amount,
                                         const char  *currency,
                                         const char  *language);
char       *vac_money_format_difference (gint64       amount,
                                         const char  *currency,
                                         const char  *language);
char       *vac_money_format_short      (gint64       amount,
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
const char *vac_money_get_decimal_mark  (const char  *language);

G_END_DECLS
