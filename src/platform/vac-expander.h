/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vac_expander_prepare    (GtkWidget   *row);
void vac_expander_hide_child (GtkExpander *expander);

G_END_DECLS
