/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vac_quote_is_override (gunichar    c);
char    *vac_quote_visible     (const char *text,
                                const char *kept);
char    *vac_quote_shorten     (const char *text);

G_END_DECLS
