/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-edit"

#include "config.h"

#include "vac-edit-private.h"

/* A record takes members that the schema does not know; those that it does are always there. */
static gboolean
is_for_list (VacNode *node,
             VacNode *list)
{
  if (vac_node_get_parent (node) != NULL)
    return FALSE;
  if (vac_node_get_kind (list) == VAC_KIND_RECORD)
    return vac_node_get_kind (node) == VAC_KIND_OPAQUE;

  return vac_node_get_kind (list) == VAC_KIND_LIST &&
         vac_node_get_field (node) == vac_node_get_field (list)->element;
}

static gboolean
are_for_list (const VacEdit *edit)
{
  for (guint i = 0; edit->nodes != NULL && i < edit->nodes->len; i++)
    if (!is_for_list (g_ptr_array_index (edit->nodes, i), edit->list))
      return FALSE;

  return is_for_list (edit->node, edit->list);
}

/*
 * vac_edit_is_possible:
 * @edit: an edit
 * @root: the root of a document
 *
 * Returns: whether it fits what is in the document now
 */
gboolean
vac_edit_is_possible (const VacEdit *edit,
                      VacNode       *root)
{
  VacNode *parent = vac_node_get_parent (edit->node);

  switch (edit->kind)
    {
    case VAC_EDIT_SET:
      return vac_node_get_field (edit->node) != NULL &&
             vac_field_is_leaf (vac_node_get_field (edit->node)) && edit->text != NULL &&
             vac_node_get_root (edit->node) == root;
    case VAC_EDIT_INSERT:
      return VAC_IS_NODE (edit->list) && vac_node_get_root (edit->list) == root &&
             are_for_list (edit) && edit->position <= vac_node_get_n_children (edit->list);
    case VAC_EDIT_REMOVE:
      return parent != NULL && vac_node_get_root (parent) == root &&
             (vac_node_get_kind (parent) == VAC_KIND_LIST ||
              vac_node_get_kind (edit->node) == VAC_KIND_OPAQUE);
    case VAC_EDIT_MOVE:
      return parent != NULL && vac_node_get_kind (parent) == VAC_KIND_LIST &&
             vac_node_get_root (parent) == root &&
             edit->position < vac_node_get_n_children (parent);
    case VAC_EDIT_SET_RAW:
      return vac_node_get_root (edit->node) == root &&
             (edit->text != NULL || vac_node_get_kind (edit->node) != VAC_KIND_OPAQUE);
    default:
      return FALSE;
    }
}

/*
 * vac_edit_is_nothing:
 * @edit: an edit that is possible
 *
 * Returns: whether all would be as before
 */
gboolean
vac_edit_is_nothing (const VacEdit *edit)
{
  switch (edit->kind)
    {
    case VAC_EDIT_SET:
      return g_str_equal (vac_node_get_text (edit->node), edit->text);
    case VAC_EDIT_MOVE:
      return vac_node_get_position (edit->node) == edit->position;
    case VAC_EDIT_SET_RAW:
      return g_strcmp0 (vac_node_get_raw (edit->node), edit->text) == 0;
    case VAC_EDIT_INSERT:
    case VAC_EDIT_REMOVE:
    default:
      return FALSE;
    }
}
