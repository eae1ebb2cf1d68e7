/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  vac_tag_speaks       (const char *tag,
                                const char *language);
char     *vac_tag_dup_language (const char *tag);

G_END_DECLS
