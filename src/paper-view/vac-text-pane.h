/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_TEXT_PANE (vac_text_pane_get_type ())

G_DECLARE_FINAL_TYPE (VacTextPane, vac_text_pane, VAC, TEXT_PANE, GtkWidget)

GtkWidget *vac_text_pane_new       (const char  *label);
void       vac_text_pane_set_label (VacTextPane *self,
                                    const char  *label);
void       vac_text_pane_set_text  (VacTextPane *self,
                                    const char  *text);
char      *vac_text_pane_get_text  (VacTextPane *self);

G_END_DECLS
