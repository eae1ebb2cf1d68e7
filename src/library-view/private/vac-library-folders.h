/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_LIBRARY_FOLDERS (vac_library_folders_get_type ())

G_DECLARE_FINAL_TYPE (VacLibraryFolders, vac_library_folders, VAC, LIBRARY_FOLDERS, GtkPopover)

void vac_library_folders_show (VacLibraryFolders *self,
                               const char *const *folders,
                               GPtrArray         *problems);

G_END_DECLS
