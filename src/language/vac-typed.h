/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *vac_typed_tidy  (const char *text);
char     *vac_typed_fold  (const char *text);
gboolean  vac_typed_equal (const char *folded,
                           const char *word);

gboolean  vac_typed_is_apostrophe (gunichar c);

G_END_DECLS
