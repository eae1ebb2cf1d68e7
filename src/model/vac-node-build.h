/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"

G_BEGIN_DECLS

/* For code that makes nodes before anyone has seen them: the reader, and copies with less in
 * them. */
VacNode *vac_node_new_opaque      (const char     *name,
                                   const char     *raw);
VacNode *vac_node_new_for_members (const VacField *field,
                                   GPtrArray      *members);
void     vac_node_set_raw         (VacNode        *self,
                                   const char     *raw);
void     vac_node_escape_marks    (VacNode        *self);
void     vac_node_insert_child    (VacNode        *self,
                                   guint           position,
                                   VacNode        *child);
void     vac_node_remove_child    (VacNode        *self,
                                   guint           position);

G_END_DECLS
