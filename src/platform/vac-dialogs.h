/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *vac_dialogs_get_top       (GtkWindow *window);
GtkWidget *vac_dialogs_get_around    (GtkWidget *widget);
void       vac_dialogs_close         (GtkWindow *window);
void       vac_dialogs_close_window  (GtkWindow *window);
void       vac_dialogs_show_about    (GtkWindow *window,
                                      const char *property,
                                      ...) G_GNUC_NULL_TERMINATED;
void       vac_dialogs_present_sheet (GtkWidget *sheet,
                                      GtkWindow *window);

G_END_DECLS
