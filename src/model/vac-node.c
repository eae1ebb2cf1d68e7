/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node"

#include "config.h"

#include <string.h>

#include "vac-node.h"
#include "vac-node-private.h"
#include "vac-node-slot.h"

/**
 * VacNode:
 *
 * A place in a posting: a record, a list or a leaf. It is a #GListModel of its children, so lists
 * and forms bind to it; a leaf's text is a property to listen to.
 *
 * A record always has a child for every member that the schema knows, whether or not the file had
 * it, among members that the schema does not know (of %VAC_KIND_OPAQUE), in the file's order.
 */
struct _VacNode
{
  GObject         parent_instance;
  guint64         stamp;      /* of the last change of it or of what it holds */

  /* Borrowed */
  const VacField *field;      /* NULL for an opaque member */
  VacNode        *parent;

  /* Owned */
  GPtrArray      *children;   /* records and lists: slots, see vac-node-slot.h */
  char           *text;       /* leaves; never NULL there */
  VacMarkup      *markup;     /* of a text that readers see otherwise */
  char           *name;       /* opaque members */
  char           *raw;        /* JSON kept verbatim: an opaque member, or a value of another type
                               * than the schema's, which counts as empty until it is edited */
};

static void vac_node_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VacNode, vac_node, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, vac_node_list_model_init))

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gsize last_stamp;
static void
touch (VacNode *self)
{
  const guint64 stamp = (guint64) g_atomic_pointer_add (&last_stamp, 1) + 1;

  for (; self != NULL; self = self->parent)
    self->stamp = stamp;
}

static void
adopt (VacNode *self,
       VacNode *child)
{
  g_assert (child->parent == NULL);

  child->parent = self;
}

static const VacField *
get_slot_field (gpointer slot)
{
  return vac_node_slot_is_made (slot) ? ((VacNode *) slot)->field : vac_node_slot_get_field (slot);
}

/* The children are other nodes' from now on, or nobody's. */
static void
abandon (VacNode *self,
         guint    position,
         guint    n_children)
{
  for (guint i = position; i < position + n_children; i++)
    if (vac_node_slot_is_made (g_ptr_array_index (self->children, i)))
      ((VacNode *) g_ptr_array_index (self->children, i))->parent = NULL;
}

static void
take_text (VacNode *self,
           char    *text)
{
  g_free (self->text);
  self->text = text;
  if (!self->field->marked)
    return;
  g_clear_pointer (&self->markup, vac_markup_free);
  self->markup = vac_markup_new (text);
}

static GType
vac_node_get_item_type (GListModel *model)
{
  return VAC_TYPE_NODE;
}

static guint
vac_node_get_n_items (GListModel *model)
{
  return vac_node_get_n_children (VAC_NODE (model));
}

static gpointer
vac_node_get_item (GListModel *model,
                   guint       position)
{
  VacNode *child = vac_node_get_child (VAC_NODE (model), position);

  return child != NULL ? g_object_ref (child) : NULL;
}

static void
vac_node_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = vac_node_get_item_type;
  iface->get_n_items = vac_node_get_n_items;
  iface->get_item = vac_node_get_item;
}

static void
vac_node_finalize (GObject *object)
{
  VacNode *self = VAC_NODE (object);

  abandon (self, 0, vac_node_get_n_children (self));
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self->text);
  g_clear_pointer (&self->markup, vac_markup_free);
  g_free (self->name);
  g_free (self->raw);

  G_OBJECT_CLASS (vac_node_parent_class)->finalize (object);
}

static void
vac_node_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  VacNode *self = VAC_NODE (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_node_class_init (VacNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vac_node_finalize;
  object_class->get_property = vac_node_get_property;

  /**
   * VacNode:text:
   *
   * The value of a leaf as text; %NULL for other kinds.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_node_init (VacNode *self)
{
}

/**
 * vac_node_new:
 * @field: what the node is
 *
 * Returns: (transfer full): an empty node; a record has all its members, themselves empty
 */
VacNode *
vac_node_new (const VacField *field)
{
  VacNode *self;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (VAC_TYPE_NODE, NULL);
  self->field = field;

  if (vac_field_is_leaf (field))
    {
      self->text = g_strdup ("");
      return self;
    }

  self->children = g_ptr_array_new_with_free_func (vac_node_slot_free);
  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    g_ptr_array_add (self->children, vac_node_slot_for (member));

  return self;
}

/**
 * vac_node_new_leaf:
 * @field: the field of a leaf
 * @text: its value
 *
 * Returns: (transfer full): a leaf that belongs to no document yet
 */
VacNode *
vac_node_new_leaf (const VacField *field,
                   const char     *text)
{
  VacNode *self;

  g_return_val_if_fail (field != NULL && vac_field_is_leaf (field), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = vac_node_new (field);
  take_text (self, g_strdup (text));

  return self;
}

/**
 * vac_node_new_opaque:
 * @name: (nullable): the member's name
 * @raw: its value, as JSON
 *
 * Returns: (transfer full): a node for a member that the schema does not know
 */
VacNode *
vac_node_new_opaque (const char *name,
                     const char *raw)
{
  VacNode *self = g_object_new (VAC_TYPE_NODE, NULL);

  self->name = g_strdup (name);
  self->raw = g_strdup (raw);

  return self;
}

static guint
find_field (GPtrArray *members, const VacField *field, guint position)
{
  guint i = position < members->len &&
                    get_slot_field (g_ptr_array_index (members, position)) == field ? position : 0;

  for (; i < members->len; i++)
    if (get_slot_field (g_ptr_array_index (members, i)) == field)
      break;

  return i;
}

/**
 * vac_node_new_for_members:
 * @field: the field of a record or a list
 * @members: (transfer full) (element-type VacNode): what a file has in it, in its order
 *
 * Members that the file leaves out are made and follow the one that precedes them in the schema,
 * where they would be written.
 *
 * Returns: (transfer full): the record or list
 */
VacNode *
vac_node_new_for_members (const VacField *field,
                          GPtrArray      *members)
{
  VacNode *self = g_object_new (VAC_TYPE_NODE, NULL);
  guint position = 0;

  self->field = field;
  self->children = members;
  g_ptr_array_set_free_func (members, vac_node_slot_free);
  for (guint i = 0; i < members->len; i++)
    adopt (self, g_ptr_array_index (members, i));
  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    {
      guint found = find_field (members, member, position);

      if (found < members->len)
        position = found + 1;
      else
        g_ptr_array_insert (members, (int) position++, vac_node_slot_for (member));
    }

  return self;
}

/**
 * vac_node_copy:
 * @self: a node
 *
 * Returns: (transfer full): a copy of @self and all that is in it, belonging to no document
 */
VacNode *
vac_node_copy (VacNode *self)
{
  VacNode *copy;

  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  copy = g_object_new (VAC_TYPE_NODE, NULL);
  copy->field = self->field;
  copy->text = g_strdup (self->text);
  copy->markup = vac_markup_copy (self->markup);
  copy->name = g_strdup (self->name);
  copy->raw = g_strdup (self->raw);

  if (self->children == NULL)
    return copy;

  copy->children = g_ptr_array_new_with_free_func (vac_node_slot_free);
  for (guint i = 0; i < self->children->len; i++)
    {
      gpointer slot = g_ptr_array_index (self->children, i);

      if (vac_node_slot_is_made (slot))
        {
          slot = vac_node_copy (slot);
          adopt (copy, slot);
        }
      g_ptr_array_add (copy->children, slot);
    }

  return copy;
}

/**
 * vac_node_get_field:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): what the schema says of it; %NULL for an opaque member
 */
const VacField *
vac_node_get_field (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  return self->field;
}

/**
 * vac_node_get_role:
 * @self: a node
 *
 * Returns: what it means; %VAC_ROLE_NONE for an opaque member
 */
VacRole
vac_node_get_role (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), VAC_ROLE_NONE);

  return self->field != NULL ? self->field->role : VAC_ROLE_NONE;
}

/**
 * vac_node_get_parent:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the record or list that it is in
 */
VacNode *
vac_node_get_parent (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  return self->parent;
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

  child = vac_node_new (vac_node_slot_get_field (slot));
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

  slot = g_ptr_array_index (self->children, position);

  return vac_node_slot_is_made (slot) ? slot : NULL;
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
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    {
      const VacField *field = get_slot_field (g_ptr_array_index (self->children, i));

      if (field != NULL && field->role == role)
        return make (self, i);
    }

  return NULL;
}

/**
 * vac_node_get_text:
 * @self: a leaf
 *
 * Returns: (transfer none): its value as text, empty when it has none; valid until it changes
 */
const char *
vac_node_get_text (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), "");

  return self->text != NULL ? self->text : "";
}

/**
 * vac_node_get_markup:
 * @self: a leaf
 *
 * Returns: (transfer none) (nullable): what readers see of its text; %NULL when they see just that.
 *   Valid until it changes.
 */
const VacMarkup *
vac_node_get_markup (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  return self->markup;
}

/**
 * vac_node_get_name:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): its member name in the file; %NULL for an element
 */
const char *
vac_node_get_name (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  return self->field != NULL ? self->field->name : self->name;
}

/**
 * vac_node_get_raw:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the JSON that was found in its place and is kept
 */
const char *
vac_node_get_raw (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  return self->raw;
}

/**
 * vac_node_get_stamp:
 * @self: a node
 *
 * Returns: a number that grows whenever @self or anything in it changes: at most what
 *   vac_node_get_last_stamp() said once if nothing has changed since
 */
guint64
vac_node_get_stamp (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), G_MAXUINT64);

  return self->stamp;
}

/**
 * vac_node_get_last_stamp:
 *
 * Returns: the largest number that any node has had so far
 */
guint64
vac_node_get_last_stamp (void)
{
  return (guint64) (gsize) g_atomic_pointer_get (&last_stamp);
}

/* What follows changes a node; only the document and the reader call it. */

void
vac_node_set_raw (VacNode    *self,
                  const char *raw)
{
  g_assert (VAC_IS_NODE (self));

  g_free (self->raw);
  self->raw = g_strdup (raw);
  touch (self);
}

void
vac_node_replace_text (VacNode    *self,
                       gsize       start,
                       gsize       length,
                       const char *text)
{
  gsize old_length, new_length;
  char *replaced;

  g_assert (VAC_IS_NODE (self) && self->text != NULL);
  old_length = strlen (self->text);
  new_length = strlen (text);
  g_assert (start + length <= old_length);

  replaced = g_malloc (old_length - length + new_length + 1);
  memcpy (replaced, self->text, start);
  memcpy (replaced + start, text, new_length);
  memcpy (replaced + start + new_length, self->text + start + length,
          old_length - start - length + 1);
  take_text (self, replaced);
  touch (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
vac_node_insert_children (VacNode  *self,
                          guint     position,
                          VacNode **children,
                          guint     n_children)
{
  gpointer *place;
  guint n_after;

  g_assert (VAC_IS_NODE (self) && self->children != NULL && position <= self->children->len);

  n_after = self->children->len - position;
  g_ptr_array_set_size (self->children, (int) (self->children->len + n_children));
  place = self->children->pdata + position;
  memmove (place + n_children, place, n_after * sizeof *place);
  for (guint i = 0; i < n_children; i++)
    {
      adopt (self, children[i]);
      place[i] = g_object_ref (children[i]);
    }
  touch (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_children);
}

void
vac_node_remove_children (VacNode *self,
                          guint    position,
                          guint    n_children)
{
  g_assert (VAC_IS_NODE (self) && self->children != NULL);
  g_assert (n_children > 0 && position + n_children <= self->children->len);

  abandon (self, position, n_children);
  g_ptr_array_remove_range (self->children, position, n_children);
  touch (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_children, 0);
}

void
vac_node_move_child (VacNode *self,
                     guint    from,
                     guint    to)
{
  VacNode *child;
  guint first = MIN (from, to), span = MAX (from, to) - first + 1;

  g_assert (VAC_IS_NODE (self) && self->children != NULL);
  g_assert (from < self->children->len && to < self->children->len);

  child = g_ptr_array_steal_index (self->children, from);
  g_ptr_array_insert (self->children, (int) to, child);
  touch (self);
  g_list_model_items_changed (G_LIST_MODEL (self), first, span, span);
}
