/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *vac_import_simplify    (const char *text);
GStrv  vac_import_split_words (const char *text);

G_END_DECLS
