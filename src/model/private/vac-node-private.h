/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node-build.h"

G_BEGIN_DECLS

/* For the document, which is the only one to change an attached node. */
void     vac_node_replace_text  (VacNode    *self,
                                 gsize       start,
                                 gsize       length,
                                 const char *text);
void     vac_node_insert_children (VacNode  *self,
                                 guint       position,
                                 VacNode   **children,
                                 guint       n_children);
void     vac_node_move_child    (VacNode    *self,
                                 guint       from,
                                 guint       to);

G_END_DECLS
