/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_SIDEBAR (vac_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (VacSidebar, vac_sidebar, VAC, SIDEBAR, GtkWidget)

GtkWidget *vac_sidebar_new          (VacDocument *document);
VacNode   *vac_sidebar_get_selected (VacSidebar  *self);
void       vac_sidebar_set_selected (VacSidebar  *self,
                                     VacNode     *node);

G_END_DECLS
