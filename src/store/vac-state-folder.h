/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char     *vac_state_folder_get_path (const char  *name);
char     *vac_state_folder_ensure   (const char  *name,
                                     GError     **error);
gboolean  vac_state_folder_fail     (const char  *path,
                                     int          code,
                                     GError     **error);
void      vac_state_folder_sweep    (void);
GBytes   *vac_state_file_read       (const char  *path,
                                     gsize        limit,
                                     GError     **error);
gboolean  vac_state_file_write      (const char  *path,
                                     GBytes      *bytes,
                                     GError     **error);

GBytes   *vac_state_folder_read     (const char  *name,
                                     gsize        limit);
void      vac_state_folder_write    (const char  *name,
                                     GBytes      *bytes);

G_END_DECLS
