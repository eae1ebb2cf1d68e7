/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAC_TYPE_CONTROL_ROW (vac_control_row_get_type ())

G_DECLARE_DERIVABLE_TYPE (VacControlRow, vac_control_row, VAC, CONTROL_ROW, AdwActionRow)

struct _VacControlRowClass
{
  AdwActionRowClass parent_class;
};

GtkWidget *vac_control_row_new_check  (const char *title,
                                       GtkWidget **check);
GtkWidget *vac_control_row_new_switch (const char *title,
                                       GtkWidget **toggle);

G_END_DECLS
