/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @uri is where the words shall lead, or empty for nowhere. */
typedef void (*VacLinkFunc) (const char *uri,
                             gpointer    user_data);

GtkWidget *vac_link_popover_open (GtkWidget          *parent,
                                  const GdkRectangle *place,
                                  const char         *uri,
                                  VacLinkFunc         func,
                                  gpointer            user_data);

G_END_DECLS
