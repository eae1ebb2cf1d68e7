/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: whether everything is safe now */
typedef gboolean (*VacKeepFunc) (GtkApplication *application);

void vac_last_moments_watch (GtkApplication *application,
                             VacKeepFunc     keep);

G_END_DECLS
