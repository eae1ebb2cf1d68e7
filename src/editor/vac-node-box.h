/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_NODE_BOX (vac_node_box_get_type ())

G_DECLARE_FINAL_TYPE (VacNodeBox, vac_node_box, VAC, NODE_BOX, GtkWidget)

typedef GtkWidget *(*VacNodeBoxFunc) (VacNode  *element,
                                      gpointer  user_data);

GtkWidget *vac_node_box_new         (VacNode        *list,
                                     VacNodeBoxFunc  create,
                                     gpointer        user_data);
void       vac_node_box_set_spacing (VacNodeBox     *self,
                                     int             spacing);

G_END_DECLS
