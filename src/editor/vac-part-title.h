/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-node.h"

G_BEGIN_DECLS

VacNode    *vac_part_find_title (VacNode *node);
const char *vac_part_get_title  (VacNode *node);
void        vac_part_name       (gpointer    widget,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (2, 3);

void        vac_part_name_cell  (GtkWidget  *content,
                                 const char *column,
                                 const char *row,
                                 const char *text,
                                 gboolean    is_head);
void        vac_part_tell_apart (GtkWidget  *widget,
                                 VacNode    *node,
                                 const char *name);

G_END_DECLS
