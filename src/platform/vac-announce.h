/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vac_announce              (GtkWidget     *widget,
                                const char    *text);
void vac_announce_by_its_label (GtkMenuButton *button);

G_END_DECLS
