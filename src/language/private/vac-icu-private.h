/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

/* Between GLib's texts and those of ICU; for the files of this folder. */

#define VAC_ICU_LONG 256   /* longer than any name, pattern or date of CLDR */

GHashTable *vac_icu_get_languages (void);

char *vac_icu_read_tag   (const char  *language);
char *vac_icu_parse_tag  (const char  *language);
char *vac_icu_get_locale (const char  *language);
char *vac_icu_get_script (const char  *language);
char *vac_icu_to_utf8    (const UChar *text);
void  vac_icu_from_utf8  (const char  *text,
                          UChar        result[VAC_ICU_LONG]);

char *vac_icu_format_number (const char *skeleton,
                             const char *locale,
                             gint64      number);

G_END_DECLS
