/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-library.h"

G_BEGIN_DECLS

#define VAC_TYPE_LIBRARY_FILTER (vac_library_filter_get_type ())

G_DECLARE_FINAL_TYPE (VacLibraryFilter, vac_library_filter, VAC, LIBRARY_FILTER, GtkPopover)

void     vac_library_filter_set_folders (VacLibraryFilter  *self,
                                         const char *const *folders);
void     vac_library_filter_set_closing (VacLibraryFilter  *self,
                                         guint              days);
void     vac_library_filter_clear       (VacLibraryFilter  *self);
guint    vac_library_filter_count       (VacLibraryFilter  *self);
void     vac_library_filter_take        (VacLibraryFilter  *self,
                                         VacLibraryQuery   *query);

G_END_DECLS
