/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vac_narrow_set_header (GtkWidget  *header,
                            gboolean    narrow);
void vac_narrow_set_button (GtkWidget  *button,
                            gboolean    narrow,
                            const char *label,
                            const char *icon_name);
const char *vac_narrow_get_layout (GtkWidget *widget,
                                   gboolean   narrow);
void vac_narrow_show_window_buttons (GtkWidget  *header,
                                     gboolean    shown,
                                     const char *layout);

G_END_DECLS
