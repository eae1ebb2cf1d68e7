/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-document-edits"

#include "config.h"

#include "vac-document.h"

/* The edits by name; each is an application of one. */

/**
 * vac_document_set_text:
 * @self: a document
 * @leaf: a leaf in it
 * @text: valid UTF-8
 *
 * Applies a %VAC_EDIT_SET.
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_document_set_text (VacDocument *self,
                       VacNode     *leaf,
                       const char  *text)
{
  return vac_document_apply (self, &(VacEdit) { .kind = VAC_EDIT_SET, .node = leaf, .text = text });
}

/**
 * vac_document_set_integer:
 * @self: a document
 * @leaf: an integer in it
 * @value: its new value
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_document_set_integer (VacDocument *self,
                          VacNode     *leaf,
                          gint64       value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return vac_document_set_text (self, leaf, text);
}

/**
 * vac_document_set_money:
 * @self: a document
 * @leaf: an amount of money in it
 * @amount: its new value
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_document_set_money (VacDocument *self,
                        VacNode     *leaf,
                        VacMoney     amount)
{
  g_autofree char *text = vac_money_to_text (amount);

  return vac_document_set_text (self, leaf, text);
}

/**
 * vac_document_set_toggle:
 * @self: a document
 * @leaf: a toggle in it
 * @on: its new value; the schema's own is stored as nothing, so that the file leaves it out
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_document_set_toggle (VacDocument *self,
                         VacNode     *leaf,
                         gboolean     on)
{
  gboolean is_default;

  g_return_val_if_fail (VAC_IS_NODE (leaf) && vac_node_get_kind (leaf) == VAC_KIND_TOGGLE, FALSE);

  if (vac_node_get_toggle (leaf) == !!on)
    return !vac_document_get_read_only (self);

  /* Nothing would not take the place of a value of another type. */
  is_default = vac_node_get_field (leaf)->on == !!on && vac_node_get_raw (leaf) == NULL;

  return vac_document_set_text (self, leaf, is_default ? "" : on ? "true" : "false");
}

/**
 * vac_document_insert:
 * @self: a document
 * @list: a list in it
 * @position: where, at most the number of its elements
 * @node: a detached node of the list's element field
 *
 * Applies a %VAC_EDIT_INSERT.
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_document_insert (VacDocument *self,
                     VacNode     *list,
                     guint        position,
                     VacNode     *node)
{
  return vac_document_apply (self, &(VacEdit) {
    .kind = VAC_EDIT_INSERT, .list = list, .position = position, .node = node });
}

/**
 * vac_document_insert_all:
 * @self: a document
 * @list: a list in it
 * @position: where the first one goes, at most the number of its elements
 * @nodes: (element-type VacNode): detached nodes of the list's element field
 *
 * Applies one %VAC_EDIT_INSERT for all of them, of which @list tells once.
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_document_insert_all (VacDocument *self,
                         VacNode     *list,
                         guint        position,
                         GPtrArray   *nodes)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (nodes != NULL, FALSE);

  if (nodes->len == 0)
    return !vac_document_get_read_only (self);

  return vac_document_apply (self, &(VacEdit) {
    .kind = VAC_EDIT_INSERT, .list = list, .position = position,
    .node = g_ptr_array_index (nodes, 0), .nodes = nodes });
}

/**
 * vac_document_append:
 * @self: a document
 * @list: a list in it
 * @node: a detached node of the list's element field
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_document_append (VacDocument *self,
                     VacNode     *list,
                     VacNode     *node)
{
  return vac_document_insert (self, list, vac_node_get_n_children (list), node);
}

/**
 * vac_document_remove:
 * @self: a document
 * @node: an element of a list in it
 *
 * Applies a %VAC_EDIT_REMOVE.
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_document_remove (VacDocument *self,
                     VacNode     *node)
{
  return vac_document_apply (self, &(VacEdit) { .kind = VAC_EDIT_REMOVE, .node = node });
}

/**
 * vac_document_move:
 * @self: a document
 * @node: an element of a list in it
 * @position: the position that it has afterwards
 *
 * Applies a %VAC_EDIT_MOVE.
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_document_move (VacDocument *self,
                   VacNode     *node,
                   guint        position)
{
  return vac_document_apply (self, &(VacEdit) {
    .kind = VAC_EDIT_MOVE, .node = node, .position = position });
}
