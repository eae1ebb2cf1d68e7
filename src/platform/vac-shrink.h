/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vac_let_shrink           (GtkWidget   *widget);
void vac_let_header_shrink    (GtkWidget   *header);
void vac_let_drop_down_shrink (GtkDropDown *drop_down);

G_END_DECLS
