/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vac_library_merge (GListStore        *items,
                        GtkSelectionModel *selection,
                        GListModel        *entries);

G_END_DECLS
