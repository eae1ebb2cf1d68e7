/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_PANES (vac_panes_get_type ())

G_DECLARE_FINAL_TYPE (VacPanes, vac_panes, VAC, PANES, GtkWidget)

void     vac_panes_set_widths      (VacPanes *self,
                                    int       sidebar,
                                    int       review,
                                    int       preview);
void     vac_panes_get_widths      (VacPanes *self,
                                    int      *sidebar,
                                    int      *review,
                                    int      *preview);
void     vac_panes_show_form       (VacPanes *self);
gboolean vac_panes_focus_next      (VacPanes *self,
                                    int       direction);

G_END_DECLS
