/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vac_expander_prepare (GtkWidget *row);

G_END_DECLS
