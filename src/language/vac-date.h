/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  vac_date_read            (const char         *text,
                                    const char *const  *languages,
                                    const GDate        *today,
                                    GDate              *date,
                                    GError            **error);
char     *vac_date_describe        (const GDate        *date,
                                    const char         *language);
char     *vac_date_format          (const GDate        *date,
                                    const char         *language);
char     *vac_date_format_short    (const GDate        *date,
                                    const char         *language);
gboolean  vac_date_has_zone        (const char         *name);
char     *vac_date_format_deadline (const char         *date,
                                    const char         *time,
                                    const char         *zone,
                                    const char         *language);
char     *vac_date_deadline_to_iso (const char         *date,
                                    const char         *time,
                                    const char         *zone);
gboolean  vac_date_from_iso        (const char         *text,
                                    GDate              *date);
char     *vac_date_to_iso          (const GDate        *date);
void      vac_date_today           (GDate              *today);

G_END_DECLS
