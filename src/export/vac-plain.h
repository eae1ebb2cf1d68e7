/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *vac_plain_clean    (const char *text);
char    *vac_plain_line     (const char *text);
void     vac_plain_escape   (GString    *out,
                             const char *text);
gboolean vac_plain_is_link  (const char *uri);

G_END_DECLS
