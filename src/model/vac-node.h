/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-markup.h"
#include "vac-money.h"
#include "vac-picture.h"
#include "vac-schema.h"

G_BEGIN_DECLS

#define VAC_TYPE_NODE (vac_node_get_type ())

G_DECLARE_FINAL_TYPE (VacNode, vac_node, VAC, NODE, GObject)

/**
 * VacNodeSkim:
 * @field: the field of a leaf
 * @text: (nullable): its value; %NULL as long as it need not be read
 * @length: how many bytes it has, at most
 * @user_data: what the caller gave
 *
 * Returns: whether there is nothing to be looked at; of %NULL, whether that holds for every value
 *   of the field of that length
 */
typedef gboolean (*VacNodeSkim) (const VacField *field,
                                 const char     *text,
                                 gsize           length,
                                 gpointer        user_data);

/* Making a node; a document is changed through vac_document_apply () alone. */
VacNode        *vac_node_new              (const VacField *field);
VacNode        *vac_node_new_leaf         (const VacField *field,
                                           const char     *text);
VacNode        *vac_node_new_record       (const VacField *field,
                                           VacRole         first_role,
                                           ...);
VacNode        *vac_node_copy             (VacNode        *self);

/* Reading it. */
const VacField *vac_node_get_field        (VacNode        *self);
VacKind         vac_node_get_kind         (VacNode        *self);
VacRole         vac_node_get_role         (VacNode        *self);
VacNode        *vac_node_get_parent       (VacNode        *self);
guint           vac_node_get_position     (VacNode        *self);
guint           vac_node_get_n_children   (VacNode        *self);
VacNode        *vac_node_get_child        (VacNode        *self,
                                           guint           position);
const gconstpointer *vac_node_peek_children (VacNode      *self);
guint           vac_node_find_changed     (VacNode        *self,
                                           guint           first,
                                           guint           end,
                                           guint64         stamp);
VacNode        *vac_node_peek_child       (VacNode        *self,
                                           guint           position);
gboolean        vac_node_skim_child       (VacNode        *self,
                                           guint           position,
                                           VacNodeSkim     skim,
                                           gpointer        user_data);
VacNode        *vac_node_peek_unless      (VacNode        *self,
                                           guint           position,
                                           VacNodeSkim     skim,
                                           gpointer        user_data);
VacNode        *vac_node_peek_holding     (VacNode        *self,
                                           guint           position,
                                           const char     *needle);
VacRole         vac_node_get_child_role   (VacNode        *self,
                                           guint           position);
VacNode        *vac_node_get              (VacNode        *self,
                                           VacRole         role);
VacNode        *vac_node_peek             (VacNode        *self,
                                           VacRole         role);
const char     *vac_node_peek_text        (VacNode        *self,
                                           VacRole         role,
                                           const VacField **field);
VacNode        *vac_node_get_ancestor     (VacNode        *self,
                                           VacRole         role);
VacNode        *vac_node_get_root         (VacNode        *self);
const char     *vac_node_get_text         (VacNode        *self);
const char     *vac_node_get_member_text  (VacNode        *self,
                                           VacRole         role);
const char     *vac_node_get_shown_text   (VacNode        *self);
const VacMarkup *vac_node_get_markup      (VacNode        *self);
const char     *vac_node_get_member_shown_text (VacNode   *self,
                                           VacRole         role);
const char     *vac_node_get_digest_text  (VacNode        *self);
gboolean        vac_node_has_marks        (VacNode        *self);
char           *vac_node_splice           (VacNode        *self,
                                           gsize           start,
                                           gsize           end,
                                           const char     *text);
gboolean        vac_node_get_integer      (VacNode        *self,
                                           gint64         *value);
gboolean        vac_node_get_member_integer (VacNode      *self,
                                           VacRole         role,
                                           gint64         *value);
gboolean        vac_node_get_money        (VacNode        *self,
                                           VacMoney       *amount);
gboolean        vac_node_get_member_money (VacNode        *self,
                                           VacRole         role,
                                           VacMoney       *amount);
gboolean        vac_node_get_toggle       (VacNode        *self);
gboolean        vac_node_get_member_toggle (VacNode       *self,
                                           VacRole         role);
VacPicture     *vac_node_get_picture      (VacNode        *self);
gboolean        vac_node_is_empty         (VacNode        *self);
const char     *vac_node_get_name         (VacNode        *self);
const char     *vac_node_get_raw          (VacNode        *self);
guint64         vac_node_get_stamp      (VacNode        *self);
guint64         vac_node_get_last_stamp (void);
char           *vac_node_get_path         (VacNode        *self);
char           *vac_node_get_field_path   (VacNode        *self);
VacNode        *vac_node_lookup           (VacNode        *self,
                                           const char     *path,
                                           GError        **error);

G_END_DECLS
