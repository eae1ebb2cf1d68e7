/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node-children"

#include "config.h"

#include "vac-node-data.h"
#include "vac-node-slot.h"

/* What is in a record or list, which becomes a node when somebody asks for it. */

static const VacField *
get_slot_field (gpointer slot)
{
  return vac_node_slot_is_made (slot) ? ((VacNode *) slot)->field : vac_node_slot_get_field (slot);
}

/* Two threads may read one document: the first to have made the node wins. */
static VacNode *
make (VacNode *self,
      guint    position)
{
  gpointer *place = &g_ptr_array_index (self->children, position);
  gpointer slot = g_atomic_pointer_get (place);
  VacNode *child;

  if (vac_node_slot_is_made (slot))
    return slot;

  child = vac_node_slot_is_unread (slot)
              ? vac_node_read (self->source, self->places[position],
                               vac_node_slot_get_field (slot))
              : vac_node_new (vac_node_slot_get_field (slot));
  child->parent = self;
  if (g_atomic_pointer_compare_and_exchange (place, slot, child))
    return child;
  child->parent = NULL;
  g_object_unref (child);

  return g_atomic_pointer_get (place);
}

/**
 * vac_node_get_position:
 * @self: a node that has a parent
 *
 * Returns: its position among its parent's children
 */
guint
vac_node_get_position (VacNode *self)
{
  guint position = 0;

  g_return_val_if_fail (VAC_IS_NODE (self) && self->parent != NULL, 0);

  if (!g_ptr_array_find (self->parent->children, self, &position))
    g_assert_not_reached ();

  return position;
}

/**
 * vac_node_get_n_children:
 * @self: a node
 *
 * Returns: how many children it has; 0 for a leaf
 */
guint
vac_node_get_n_children (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), 0);

  return self->children != NULL ? self->children->len : 0;
}

/**
 * vac_node_get_child:
 * @self: a node
 * @position: which child
 *
 * Returns: (transfer none) (nullable): the child, %NULL when there are fewer
 */
VacNode *
vac_node_get_child (VacNode *self,
                    guint    position)
{
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  if (self->children == NULL || position >= self->children->len)
    return NULL;

  return make (self, position);
}

/**
 * vac_node_peek_child:
 * @self: a node
 * @position: which child, of those there are
 *
 * Returns: (transfer none) (nullable): the child; %NULL for a member that is empty and that nobody
 *   has asked for, and that stays so
 */
VacNode *
vac_node_peek_child (VacNode *self,
                     guint    position)
{
  gpointer slot;

  g_return_val_if_fail (position < vac_node_get_n_children (self), NULL);

  slot = g_atomic_pointer_get (&self->children->pdata[position]);
  if (vac_node_slot_is_unread (slot))
    return make (self, position);

  return vac_node_slot_is_made (slot) ? slot : NULL;
}

/**
 * vac_node_skim_child:
 * @self: a node
 * @position: which child, of those there are
 * @skim: (scope call): says whether a value is passed over
 * @user_data: for @skim
 *
 * For those who look through a document for what few have in it.
 *
 * Returns: whether nobody has asked for the child so far, and there is nothing in it but values
 *   that @skim passes over: none of another type than its field, and no member that the schema does
 *   not know. It is not made for that.
 */
gboolean
vac_node_skim_child (VacNode     *self,
                     guint        position,
                     VacNodeSkim  skim,
                     gpointer     user_data)
{
  gpointer slot;

  g_return_val_if_fail (position < vac_node_get_n_children (self) && skim != NULL, FALSE);

  slot = g_atomic_pointer_get (&self->children->pdata[position]);
  if (vac_node_slot_is_unread (slot))
    return vac_node_source_skim (self->source, self->places[position],
                                 vac_node_slot_get_field (slot), skim, user_data);

  return !vac_node_slot_is_made (slot);
}

/**
 * vac_node_get_child_role:
 * @self: a node
 * @position: which child, of those there are
 *
 * Returns: what vac_node_get_role() would say of the child
 */
VacRole
vac_node_get_child_role (VacNode *self,
                         guint    position)
{
  const VacField *field;

  g_return_val_if_fail (position < vac_node_get_n_children (self), VAC_ROLE_NONE);

  field = get_slot_field (g_ptr_array_index (self->children, position));

  return field != NULL ? field->role : VAC_ROLE_NONE;
}

/* Returns: (nullable): the field of the first member with that role, and where it is */
static const VacField *
find_role (VacNode *self,
           VacRole  role,
           guint   *position)
{
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    {
      const VacField *field = get_slot_field (g_ptr_array_index (self->children, i));

      if (field != NULL && field->role == role)
        {
          *position = i;
          return field;
        }
    }

  return NULL;
}

/**
 * vac_node_get:
 * @self: a record
 * @role: the role of one of its members
 *
 * Returns: (transfer none) (nullable): the member
 */
VacNode *
vac_node_get (VacNode *self,
              VacRole  role)
{
  guint position;

  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  return find_role (self, role, &position) != NULL ? make (self, position) : NULL;
}

/**
 * vac_node_peek_member:
 * @self: a record
 * @role: the role of one of its members
 * @field: (out) (nullable): the member's field; %NULL when the record has none of that role
 *
 * Returns: (transfer none) (nullable): the member; %NULL for one that is empty and that nobody has
 *   asked for, and that stays so
 */
VacNode *
vac_node_peek_member (VacNode         *self,
                      VacRole          role,
                      const VacField **field)
{
  guint position;

  *field = NULL;
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  *field = find_role (self, role, &position);

  return *field != NULL ? vac_node_peek_child (self, position) : NULL;
}
