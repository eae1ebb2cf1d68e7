/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-many-actions.h"

G_BEGIN_DECLS

#define VAC_TYPE_LIBRARY_WINDOW (vac_library_window_get_type ())

G_DECLARE_FINAL_TYPE (VacLibraryWindow, vac_library_window, VAC, LIBRARY_WINDOW,
                      AdwApplicationWindow)

GtkWidget *vac_library_window_new        (AdwApplication    *application,
                                          GSettings         *settings,
                                          GListModel        *proposals,
                                          const VacManyHost *host);
void       vac_library_window_add_folder (VacLibraryWindow  *self,
                                          GFile             *folder);

G_END_DECLS
