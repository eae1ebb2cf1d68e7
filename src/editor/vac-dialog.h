/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWindow *vac_dialog_new     (GtkWindow  *parent,
                               const char *title,
                               GtkWidget  *content,
                               int         width,
                               int         height);
GtkWidget *vac_dialog_add_accept (GtkWindow *dialog,
                               const char *label);

G_END_DECLS
