/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint vac_syllables_count (const char *word,
                           gsize       length);

G_END_DECLS
