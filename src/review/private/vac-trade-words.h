/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vac_trade_words_have (const char *language,
                               const char *word);

G_END_DECLS
