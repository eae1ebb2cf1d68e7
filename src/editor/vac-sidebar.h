/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"
#include "vac-progress.h"

G_BEGIN_DECLS

#define VAC_TYPE_SIDEBAR (vac_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (VacSidebar, vac_sidebar, VAC, SIDEBAR, GtkWidget)

GtkWidget *vac_sidebar_new          (VacDocument *document);
VacNode   *vac_sidebar_get_selected (VacSidebar  *self);
void       vac_sidebar_set_selected (VacSidebar  *self,
                                     VacNode     *node);
void       vac_sidebar_show_progress (VacSidebar      *self,
                                      VacProgressFunc  func,
                                      gpointer         user_data);

G_END_DECLS
