/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-library-text.h"

G_BEGIN_DECLS

#define VAC_TYPE_LIBRARY_TABLE (vac_library_table_get_type ())

G_DECLARE_FINAL_TYPE (VacLibraryTable, vac_library_table, VAC, LIBRARY_TABLE, GtkWidget)

void           vac_library_table_set_up          (VacLibraryTable   *self,
                                                  GtkSelectionModel *selection,
                                                  GMenuModel        *menu);
void           vac_library_table_sort            (VacLibraryTable   *self,
                                                  VacLibrarySort     sort,
                                                  gboolean           descending);
VacLibrarySort vac_library_table_get_sort        (VacLibraryTable   *self,
                                                  gboolean          *descending);
void           vac_library_table_show_column     (VacLibraryTable   *self,
                                                  VacLibraryColumn   column,
                                                  gboolean           visible);
void           vac_library_table_scroll_to_start (VacLibraryTable   *self);

G_END_DECLS
