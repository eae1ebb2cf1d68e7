/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"

G_BEGIN_DECLS

/**
 * VacEditKind:
 * @VAC_EDIT_SET: the text of a leaf becomes another
 * @VAC_EDIT_INSERT: a detached node, or several, become elements of a list
 * @VAC_EDIT_REMOVE: an element leaves its list
 * @VAC_EDIT_MOVE: an element takes another position in its list
 * @VAC_EDIT_SET_RAW: the JSON that is kept verbatim in a node becomes another
 */
typedef enum
{
  VAC_EDIT_SET,
  VAC_EDIT_INSERT,
  VAC_EDIT_REMOVE,
  VAC_EDIT_MOVE,
  VAC_EDIT_SET_RAW,
} VacEditKind;

/**
 * VacEdit:
 * @kind: what to do
 * @node: set: the leaf; insert: the new element, or the first of them; remove, move: the element;
 *   set raw: the node
 * @nodes: (nullable): insert: all new elements when there are more, in their order
 * @list: insert: the list; for a member that the schema does not know, the record; otherwise unused
 * @position: insert: where the first one goes; move: the position that the element has afterwards
 * @text: set: the new text; set raw: (nullable): the new JSON, %NULL for none
 */
typedef struct
{
  VacEditKind  kind;
  VacNode     *node;
  GPtrArray   *nodes;
  VacNode     *list;
  guint        position;
  const char  *text;
} VacEdit;

#define VAC_TYPE_DOCUMENT (vac_document_get_type ())

G_DECLARE_FINAL_TYPE (VacDocument, vac_document, VAC, DOCUMENT, GObject)

/**
 * VacDocumentGuard:
 * @document: a document
 * @edit: an edit that would change something
 * @user_data: whatever was passed along
 *
 * Must change nothing itself.
 *
 * Returns: whether @edit may be made
 */
typedef gboolean (*VacDocumentGuard) (VacDocument   *document,
                                      const VacEdit *edit,
                                      gpointer       user_data);

VacDocument *vac_document_new             (void);
VacDocument *vac_document_new_for_root    (VacNode       *root);

VacNode     *vac_document_get_root        (VacDocument   *self);
VacNode     *vac_document_get             (VacDocument   *self,
                                           VacRole        role);
VacNode     *vac_document_find_section    (VacDocument   *self,
                                           const char    *id);
const char  *vac_document_get_text        (VacDocument   *self,
                                           VacRole        role);
gboolean     vac_document_get_read_only   (VacDocument   *self);
void         vac_document_set_read_only   (VacDocument   *self,
                                           gboolean       read_only);

void         vac_document_set_guard       (VacDocument   *self,
                                           VacDocumentGuard guard,
                                           gpointer       user_data);
gboolean     vac_document_apply           (VacDocument   *self,
                                           const VacEdit *edit);
gboolean     vac_document_set_text        (VacDocument   *self,
                                           VacNode       *leaf,
                                           const char    *text);
gboolean     vac_document_set_integer     (VacDocument   *self,
                                           VacNode       *leaf,
                                           gint64         value);
gboolean     vac_document_set_money       (VacDocument   *self,
                                           VacNode       *leaf,
                                           VacMoney       amount);
gboolean     vac_document_set_toggle      (VacDocument   *self,
                                           VacNode       *leaf,
                                           gboolean       on);
gboolean     vac_document_insert          (VacDocument   *self,
                                           VacNode       *list,
                                           guint          position,
                                           VacNode       *node);
gboolean     vac_document_insert_all      (VacDocument   *self,
                                           VacNode       *list,
                                           guint          position,
                                           GPtrArray     *nodes);
gboolean     vac_document_append          (VacDocument   *self,
                                           VacNode       *list,
                                           VacNode       *node);
gboolean     vac_document_remove          (VacDocument   *self,
                                           VacNode       *node);
gboolean     vac_document_move            (VacDocument   *self,
                                           VacNode       *node,
                                           guint          position);

void         vac_document_begin_step      (VacDocument   *self,
                                           const char    *label);
void         vac_document_end_step        (VacDocument   *self);
void         vac_document_join_steps      (VacDocument   *self,
                                           guint64        state);
void         vac_document_add_barrier     (VacDocument   *self);
VacNode     *vac_document_undo            (VacDocument   *self);
VacNode     *vac_document_redo            (VacDocument   *self);
gboolean     vac_document_get_can_undo    (VacDocument   *self);
gboolean     vac_document_get_can_redo    (VacDocument   *self);
const char  *vac_document_get_undo_label  (VacDocument   *self);
const char  *vac_document_get_redo_label  (VacDocument   *self);

guint64      vac_document_get_state       (VacDocument   *self);
guint64      vac_document_get_saved_state (VacDocument   *self);
void         vac_document_mark_saved      (VacDocument   *self,
                                           guint64        state);
gboolean     vac_document_get_modified    (VacDocument   *self);

G_END_DECLS
