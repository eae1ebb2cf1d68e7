/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The key of the program's settings. */
#define VAC_SETTING_FOLDERS "library-folders"

char      **vac_listed_folders_load    (GSettings    *settings);
gboolean    vac_listed_folders_add     (GSettings    *settings,
                                        GFile        *folder);
char       *vac_listed_folders_remove  (GSettings    *settings,
                                        const char   *path);
GtkWidget  *vac_listed_folders_row_new (const char   *path,
                                        const char   *problem,
                                        GtkWidget   **button);

G_END_DECLS
