/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vac_codes_has_country      (const char *code);
gboolean vac_codes_has_currency     (const char *code);
char   **vac_codes_list_currencies  (void);
gboolean vac_codes_is_rtl           (const char *language);
gboolean vac_codes_is_same_language (const char *language,
                                     const char *other);
char    *vac_codes_get_home_country (const char *language);

G_END_DECLS
