/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv vac_paste_split (const char *text);
char *vac_paste_tidy  (const char *text,
                       gboolean    single_line);

G_END_DECLS
