/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vac_type_to_find (GtkWidget      *widget,
                       GtkSearchEntry *entry);

G_END_DECLS
