/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-library-text.h"

G_BEGIN_DECLS

GtkListItemFactory *vac_library_cells_new     (VacLibraryColumn  column);
GtkListItemFactory *vac_library_rows_new      (void);
guint               vac_library_rows_find     (GtkWidget        *widget,
                                               GtkWidget        *within);

G_END_DECLS
