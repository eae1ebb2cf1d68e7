/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_START_COLUMNS (vac_start_columns_get_type ())

G_DECLARE_FINAL_TYPE (VacStartColumns, vac_start_columns, VAC, START_COLUMNS, GtkWidget)

G_END_DECLS
