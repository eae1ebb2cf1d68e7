/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vac_term_pattern_join (GPtrArray *patterns);

G_END_DECLS
