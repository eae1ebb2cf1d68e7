/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-take"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-diff-private.h"

/* Taking differences over: what B has comes into A, in any order. */

/* Where the counterpart of @b belongs: behind that of the nearest element before it in B that has
 * found its place. What has not yet may stand anywhere. */
static guint
find_place (VacDiff *self,
            VacNode *list_a,
            VacNode *b)
{
  VacNode *list_b = vac_node_get_parent (b);

  for (guint i = vac_node_get_position (b); i > 0; i--)
    {
      VacNode *before = vac_node_get_child (list_b, i - 1);
      VacNode *a = g_hash_table_lookup (self->counterparts, before);

      if (a != NULL && vac_node_get_parent (a) == list_a &&
          (vac_node_get_kind (list_a) == VAC_KIND_RECORD ||
           g_hash_table_contains (self->settled, before)))
        return vac_node_get_position (a) + 1;
    }

  return 0;
}

/*
 * vac_diff_put_value:
 * @document: the document that @node is in
 * @other: a node of the same field
 *
 * Gives @node the value of @other, and the JSON that is kept in it.
 */
void
vac_diff_put_value (VacDocument *document,
                    VacNode     *node,
                    VacNode     *other)
{
  const VacField *field = vac_node_get_field (node);

  if (field != NULL && vac_field_is_leaf (field))
    vac_document_set_text (document, node, vac_node_get_text (other));
  vac_document_apply (document, &(VacEdit) {
    .kind = VAC_EDIT_SET_RAW, .node = node, .text = vac_node_get_raw (other) });
}

/*
 * vac_diff_put_element:
 * @document: the document that @element and @list are in
 * @list: where to, its own list or another one of the same field
 * @place: before which element of @list, as they stand now
 *
 * Moves an element.
 */
void
vac_diff_put_element (VacDocument *document,
                      VacNode     *element,
                      VacNode     *list,
                      guint        place)
{
  g_autoptr (VacNode) kept = g_object_ref (element);

  if (vac_node_get_parent (element) == list)
    {
      vac_document_move (document, element,
                         place > vac_node_get_position (element) ? place - 1 : place);
      return;
    }
  vac_document_remove (document, element);
  vac_document_insert (document, list, place, kept);
}

static VacNode *
take_insertion (VacDiff *self,
                VacNode *b)
{
  VacNode *list = g_hash_table_lookup (self->counterparts, vac_node_get_parent (b));
  g_autoptr (VacNode) copy = vac_node_copy (b);

  vac_document_insert (self->a, list, find_place (self, list, b), copy);
  vac_diff_pair (self, copy, b);
  g_hash_table_add (self->settled, b);

  return copy;   /* the document holds it */
}

static VacNode *
take_removal (VacDiff *self,
              VacNode *a)
{
  VacNode *list = vac_node_get_parent (a);

  vac_document_remove (self->a, a);

  return list;
}

static VacNode *
take_move (VacDiff *self,
           VacNode *a,
           VacNode *b)
{
  VacNode *list = g_hash_table_lookup (self->counterparts, vac_node_get_parent (b));

  vac_diff_put_element (self->a, a, list, find_place (self, list, b));
  g_hash_table_add (self->settled, b);

  return a;
}

static VacNode *
take (VacDiff       *self,
      VacDifference *difference)
{
  difference->taken = TRUE;
  switch (difference->kind)
    {
    case VAC_DIFFERENCE_INSERTED:
      return take_insertion (self, difference->b);
    case VAC_DIFFERENCE_REMOVED:
      return take_removal (self, difference->a);
    case VAC_DIFFERENCE_MOVED:
      return take_move (self, difference->a, difference->b);
    case VAC_DIFFERENCE_CHANGED:
    case VAC_DIFFERENCE_LAYOUT:
    default:
      vac_diff_put_value (self->a, difference->a, difference->b);
      return difference->a;
    }
}

static gboolean
can_take (VacDiff *self)
{
  return vac_diff_is_current (self) && !vac_document_get_read_only (self->a);
}

/**
 * vac_diff_take:
 * @self: differences
 * @difference: one of them
 *
 * Makes A as B is in this one place, as one step that can be undone. What is inserted is a copy.
 * The others stay true and can be taken in any order; all of them, in whatever order, make A like B
 * but for the layout of texts.
 *
 * Returns: (transfer none) (nullable): the node in A to show: what changed, or the list that lost
 *   an element; %NULL when nothing was taken because A is read-only, @difference was taken before,
 *   or the differences are not current
 */
VacNode *
vac_diff_take (VacDiff       *self,
               VacDifference *difference)
{
  VacNode *node;

  g_return_val_if_fail (self != NULL && difference != NULL, NULL);

  if (difference->taken || !can_take (self))
    return NULL;

  vac_document_begin_step (self->a, _("Take Over Change"));
  node = take (self, difference);
  vac_document_end_step (self->a);
  self->state_a = vac_document_get_state (self->a);

  return node;
}

static void
take_each (VacDiff   *self,
           GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      VacDifference *difference = g_ptr_array_index (differences, i);

      if (!difference->taken)
        take (self, difference);
    }
}

/**
 * vac_diff_take_all:
 * @self: differences
 * @label: (nullable): what the person did, for the undo button; translated
 *
 * Makes A like B, layout included, as one step that can be undone. Members that no form shows keep
 * the order that they have in A.
 *
 * Returns: whether A is now like B; %FALSE when it is read-only or the differences are not current
 */
gboolean
vac_diff_take_all (VacDiff    *self,
                   const char *label)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!can_take (self))
    return FALSE;

  vac_document_begin_step (self->a, label != NULL ? label : _("Take Over All Changes"));
  take_each (self, self->differences);
  take_each (self, self->layout);
  vac_document_end_step (self->a);
  self->state_a = vac_document_get_state (self->a);

  return TRUE;
}
