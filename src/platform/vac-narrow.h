/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window narrower than this has room for one pane, and its header bars have little. */
#define VAC_NARROW_WIDTH 720

void vac_narrow_set_header          (GtkWidget  *header,
                                     gboolean    narrow);
void vac_narrow_set_button          (GtkWidget  *button,
                                     gboolean    narrow,
                                     const char *label,
                                     const char *icon_name);
void vac_narrow_show_window_buttons (GtkWidget  *header,
                                     gboolean    shown);
gboolean vac_narrow_is_window       (GtkWindow  *window,
                                     int         width);
void vac_narrow_watch_window        (GtkWidget  *header,
                                     GtkWindow  *window);

G_END_DECLS
