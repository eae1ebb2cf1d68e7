/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void          vac_type_own_use             (void);
void          vac_type_own_leave           (void);
gboolean      vac_type_own_has             (const char *text);
PangoFontMap *vac_type_own_get_map         (void);
char         *vac_type_own_put_into_memory (const char *name,
                                            GBytes     *bytes);

G_END_DECLS
