/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node-peek"

#include "config.h"

#include "vac-node-data.h"
#include "vac-node-slot.h"

/* Members by what they mean, and what can be told of a child that nobody has asked for: a node
 * costs more than what most of those who walk through a document want to know of it. */

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
    return vac_node_get_child (self, position);

  return vac_node_slot_is_made (slot) ? slot : NULL;
}

/**
 * vac_node_peek_children:
 * @self: a record or list
 *
 * Returns: (transfer none) (array): its children, as many as vac_node_get_n_children() says, only
 *   to be compared with nodes: what nobody has asked for is none. Valid until one is inserted,
 *   removed or moved.
 */
const gconstpointer *
vac_node_peek_children (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self) && self->children != NULL, NULL);

  return (const gconstpointer *) self->children->pdata;
}

/**
 * vac_node_find_changed:
 * @self: a record or list
 * @first: where to begin
 * @end: where to stop, at most how many children there are
 * @stamp: what vac_node_get_last_stamp() said once
 *
 * Returns: the position of the first child from @first to before @end that has changed since; @end
 *   if none has. What nobody has asked for has not.
 */
guint
vac_node_find_changed (VacNode *self,
                       guint    first,
                       guint    end,
                       guint64  stamp)
{
  guint i = first;

  g_return_val_if_fail (first <= end && end <= vac_node_get_n_children (self), first);

  for (; i < end; i++)
    {
      gpointer slot = g_atomic_pointer_get (&self->children->pdata[i]);

      if (vac_node_slot_is_made (slot) && ((VacNode *) slot)->stamp > stamp)
        break;
    }

  return i;
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
    return vac_node_slot_get_field (slot) != NULL &&
           vac_node_source_skim (self->source, self->places[position],
                                 vac_node_slot_get_field (slot), skim, user_data);

  return !vac_node_slot_is_made (slot);
}

/**
 * vac_node_peek_unless:
 * @self: a node
 * @position: which child, of those there are
 * @skim: (scope call): says whether a value is passed over
 * @user_data: for @skim
 *
 * Returns: (transfer none) (nullable): the child; %NULL for one that vac_node_skim_child() passes
 *   over, and where vac_node_peek_child() has none
 */
VacNode *
vac_node_peek_unless (VacNode     *self,
                      guint        position,
                      VacNodeSkim  skim,
                      gpointer     user_data)
{
  return vac_node_skim_child (self, position, skim, user_data)
             ? NULL : vac_node_peek_child (self, position);
}

static const VacField *
get_slot_field (gpointer slot)
{
  return vac_node_slot_is_made (slot) ? ((VacNode *) slot)->field : vac_node_slot_get_field (slot);
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

  return find_role (self, role, &position) != NULL ? vac_node_get_child (self, position) : NULL;
}

/**
 * vac_node_peek:
 * @self: a record
 * @role: the role of one of its members
 *
 * Returns: (transfer none) (nullable): the member; %NULL when the record has none of that role, and
 *   where vac_node_peek_child() has none
 */
VacNode *
vac_node_peek (VacNode *self,
               VacRole  role)
{
  guint position;

  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  return find_role (self, role, &position) != NULL ? vac_node_peek_child (self, position) : NULL;
}

/**
 * vac_node_peek_text:
 * @self: a record
 * @role: the role of a leaf among its members
 * @field: (out) (nullable): the member's field; %NULL when the record has none of that role
 *
 * Returns: (transfer none) (nullable): the member's text, empty when it has none; %NULL for a value
 *   of another type than its field. The member is not made for that. Valid until it changes.
 */
const char *
vac_node_peek_text (VacNode         *self,
                    VacRole          role,
                    const VacField **field)
{
  const VacNode *made;
  gpointer slot;
  guint position;

  *field = NULL;
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  *field = find_role (self, role, &position);
  if (*field == NULL)
    return NULL;
  g_return_val_if_fail (vac_field_is_leaf (*field), NULL);

  slot = g_atomic_pointer_get (&self->children->pdata[position]);
  if (vac_node_slot_is_unread (slot))
    return vac_node_source_get_text (self->source, self->places[position], *field);
  if (!vac_node_slot_is_made (slot))
    return "";
  made = slot;

  return *made->text == '\0' && made->raw != NULL ? NULL : made->text;
}

/**
 * vac_node_peek_holding:
 * @self: a node
 * @position: which child, of those there are
 * @needle: punctuation that is in no value of another kind than text
 *
 * For those who look through a document for what few texts have in them.
 *
 * Returns: (transfer none) (nullable): the child; %NULL where nobody has asked for it so far, and
 *   it is empty or @needle is in no text of it
 */
VacNode *
vac_node_peek_holding (VacNode    *self,
                       guint       position,
                       const char *needle)
{
  gpointer slot;

  g_return_val_if_fail (position < vac_node_get_n_children (self) && needle != NULL, NULL);

  slot = g_atomic_pointer_get (&self->children->pdata[position]);
  if (vac_node_slot_is_unread (slot) &&
      !vac_node_source_may_hold (self->source, self->places[position], needle))
    return NULL;

  return vac_node_peek_child (self, position);
}

/* Whether what vac_node_get_child() would return is empty; it is not made for that. */
static gboolean
is_child_empty (VacNode *self,
                guint    position)
{
  gpointer slot = g_atomic_pointer_get (&self->children->pdata[position]);

  if (vac_node_slot_is_unread (slot))
    return vac_node_source_is_empty (self->source, self->places[position],
                                     vac_node_slot_get_field (slot));

  return !vac_node_slot_is_made (slot) || vac_node_is_empty (slot);
}

/**
 * vac_node_is_empty:
 * @self: a node
 *
 * An empty member is one that the file leaves out. A value kept verbatim is not empty.
 *
 * Returns: whether neither it nor anything in it has a value; a list with elements has
 */
gboolean
vac_node_is_empty (VacNode *self)
{
  guint n_children;

  g_return_val_if_fail (VAC_IS_NODE (self), TRUE);

  if (self->raw != NULL || (self->text != NULL && *self->text != '\0'))
    return FALSE;
  n_children = vac_node_get_n_children (self);
  if (self->field != NULL && self->field->kind == VAC_KIND_LIST)
    return n_children == 0;
  for (guint i = 0; i < n_children; i++)
    if (!is_child_empty (self, i))
      return FALSE;

  return TRUE;
}

/**
 * vac_node_peek_unread:
 * @self: a node
 * @position: which child, of those there are
 * @unread: (out): its value; untouched where there is none
 *
 * Returns: whether the child has a value in the file that nobody has asked for
 */
gboolean
vac_node_peek_unread (VacNode   *self,
                      guint      position,
                      VacUnread *unread)
{
  gpointer slot;

  g_return_val_if_fail (position < vac_node_get_n_children (self) && unread != NULL, FALSE);

  slot = g_atomic_pointer_get (&self->children->pdata[position]);
  if (!vac_node_slot_is_unread (slot))
    return FALSE;
  *unread = (VacUnread) { self->source, self->places[position], vac_node_slot_get_field (slot) };

  return TRUE;
}
