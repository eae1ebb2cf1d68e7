/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *vac_file_name_tell    (GFile      *file);
gboolean vac_file_name_is_made_up (const char *folder);
char *vac_file_name_propose (const char *title,
                             const char *extension);
GFile *vac_file_name_find_free (GFile      *folder,
                             const char *name,
                             GPtrArray  *others);

G_END_DECLS
