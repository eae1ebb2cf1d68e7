/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vac_term_fit (const char *suggestion,
                    const char *words);

G_END_DECLS
