/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize    vac_json_measure_plain (const char  *text,
                                 gsize        length);
gboolean vac_json_is_text       (const char  *text,
                                 gsize        length,
                                 const char **end);

G_END_DECLS
