/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *vac_state_list_load (const char *name);
void       vac_state_list_add  (const char *name,
                                GPtrArray  *lines,
                                guint       most);

G_END_DECLS
