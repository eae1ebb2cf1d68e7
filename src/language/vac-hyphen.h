/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In characters: a longer word is not divided, a shorter one neither. */
#define VAC_HYPHEN_LONGEST 60
#define VAC_HYPHEN_SHORTEST 6

gboolean vac_hyphen_has_language (const char *language);
guint    vac_hyphen_find         (const char *language,
                                  const char *word,
                                  gsize       length,
                                  gsize       breaks[VAC_HYPHEN_LONGEST]);

G_END_DECLS
