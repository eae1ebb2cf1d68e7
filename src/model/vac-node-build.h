/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-json.h"
#include "vac-node.h"

G_BEGIN_DECLS

/* For code that makes nodes before anyone has seen them: the reader, and copies with less in
 * them. */
VacNode *vac_node_new_for_json    (VacJson        *json,
                                   guint           index,
                                   const VacField *field,
                                   gboolean        is_plain);
void     vac_node_set_raw         (VacNode        *self,
                                   const char     *raw);
void     vac_node_insert_child    (VacNode        *self,
                                   guint           position,
                                   VacNode        *child);
void     vac_node_remove_children (VacNode        *self,
                                   guint           position,
                                   guint           n_children);
void     vac_node_remove_child    (VacNode        *self,
                                   guint           position);

G_END_DECLS
