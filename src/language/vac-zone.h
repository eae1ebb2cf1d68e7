/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **vac_zone_list               (void);
char  *vac_zone_get_name           (const char *zone,
                                    const char *language);
char  *vac_zone_get_city           (const char *zone,
                                    const char *language);
char  *vac_zone_list_abbreviations (const char *zone);

G_END_DECLS
