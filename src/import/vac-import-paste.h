/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv vac_import_split_text (const char *text);
GStrv vac_import_split_html (GBytes     *html,
                             gboolean   *is_list);
char *vac_import_prose_text (const char *text);
char *vac_import_prose_html (GBytes     *html);

G_END_DECLS
