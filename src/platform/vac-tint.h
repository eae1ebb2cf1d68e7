/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_TINT (vac_tint_get_type ())

G_DECLARE_FINAL_TYPE (VacTint, vac_tint, VAC, TINT, GtkWidget)

GtkWidget *vac_tint_new       (GtkWidget  *parent,
                              const char *style);
GdkRGBA    vac_tint_get_color (GtkWidget  *widget);

G_END_DECLS
