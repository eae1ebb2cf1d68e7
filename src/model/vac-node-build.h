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

/**
 * VacUnread:
 * @source: the file
 * @index: where in it the value is
 * @field: (nullable): what it is; %NULL for a member that the schema does not know
 *
 * A value of a file that nobody has asked for as a node. Valid until its parent changes.
 */
typedef struct
{
  gpointer        source;
  guint           index;
  const VacField *field;
} VacUnread;

/**
 * VacUnreadVisit:
 * @child: what is in a record or list
 * @user_data: what the caller gave
 */
typedef void (*VacUnreadVisit) (const VacUnread *child,
                                gpointer         user_data);

gboolean vac_node_peek_unread     (VacNode         *self,
                                   guint            position,
                                   VacUnread       *unread);
gboolean vac_unread_holds         (const VacUnread *self);
char    *vac_unread_dup_text      (const VacUnread *self);
char    *vac_unread_dup_name      (const VacUnread *self);
char    *vac_unread_dup_raw       (const VacUnread *self);
gboolean vac_unread_is_empty      (const VacUnread *self);
void     vac_unread_visit         (const VacUnread *self,
                                   VacUnreadVisit   visit,
                                   gpointer         user_data);

/* What a leaf's text stands for. */
gboolean vac_node_read_integer    (const char     *text,
                                   gint64         *value);
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
