/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char   *vac_cache_get_folder (const char *name);
GBytes *vac_cache_load       (const char *folder,
                              const char *name);
void    vac_cache_save       (const char *folder,
                              const char *name,
                              GBytes     *bytes);
void    vac_cache_trim       (const char *folder,
                              guint       most);

G_END_DECLS
