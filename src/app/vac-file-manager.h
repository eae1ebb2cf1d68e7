/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vac_show_in_folder (GtkWindow *parent,
                         GFile     *file);

void vac_show_in_folder_action (GSimpleAction *action,
                                GVariant      *uri,
                                gpointer       parent);

G_END_DECLS
