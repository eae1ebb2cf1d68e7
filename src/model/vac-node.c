/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "vac-node.h"
#include "vac-node-private.h"

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

  /* Borrowed */
  const VacField *field;      /* NULL for an opaque member */
  VacNode        *parent;

  /* Owned */
  GPtrArray      *children;   /* records and lists */
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

static void
adopt (VacNode *self,
       VacNode *child)
{
  g_assert (child->parent == NULL);

  child->parent = self;
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

  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    VAC_NODE (g_ptr_array_index (self->children, i))->parent = NULL;
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

  self->children = g_ptr_array_new_with_free_func (g_object_unref);
  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    {
      VacNode *child = vac_node_new (member);

      adopt (self, child);
      g_ptr_array_add (self->children, child);
    }

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
 * vac_node_new_record:
 * @field: the field of a record
 * @first_role: the role of a leaf among its members, or %VAC_ROLE_NONE
 * @...: the leaf's text, then more roles and texts, ended by %VAC_ROLE_NONE
 *
 * Returns: (transfer full): a record that belongs to no document yet
 */
VacNode *
vac_node_new_record (const VacField *field,
                     VacRole         first_role,
                     ...)
{
  VacNode *self;
  va_list args;

  g_return_val_if_fail (field != NULL && field->kind == VAC_KIND_RECORD, NULL);

  self = vac_node_new (field);

  va_start (args, first_role);
  for (VacRole role = first_role; role != VAC_ROLE_NONE; role = va_arg (args, VacRole))
    {
      VacNode *leaf = vac_node_get (self, role);
      const char *text = va_arg (args, const char *);

      g_assert (leaf != NULL && leaf->text != NULL);
      take_text (leaf, g_strdup (text != NULL ? text : ""));
    }
  va_end (args);

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
find_field (GPtrArray      *members,
            const VacField *field)
{
  guint i;

  for (i = 0; i < members->len; i++)
    if (VAC_NODE (g_ptr_array_index (members, i))->field == field)
      break;

  return i;
}

/**
 * vac_node_new_for_members:
 * @field: the field of a record
 * @members: (transfer full) (element-type VacNode): the members that a file has, in its order
 *
 * Members that the file leaves out are made and follow the one that precedes them in the schema,
 * where they would be written.
 *
 * Returns: (transfer full): the record
 */
VacNode *
vac_node_new_for_members (const VacField *field,
                          GPtrArray      *members)
{
  VacNode *self = g_object_new (VAC_TYPE_NODE, NULL);
  guint position = 0;

  self->field = field;
  self->children = members;
  for (const VacField *member = field->fields; member->name != NULL; member++)
    {
      guint found = find_field (members, member);

      if (found < members->len)
        position = found + 1;
      else
        g_ptr_array_insert (members, (int) position++, vac_node_new (member));
    }
  for (guint i = 0; i < members->len; i++)
    adopt (self, g_ptr_array_index (members, i));

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

  copy->children = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->children->len; i++)
    {
      VacNode *child = vac_node_copy (g_ptr_array_index (self->children, i));

      adopt (copy, child);
      g_ptr_array_add (copy->children, child);
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
 * vac_node_get_kind:
 * @self: a node
 *
 * Returns: its kind
 */
VacKind
vac_node_get_kind (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), VAC_KIND_OPAQUE);

  return self->field != NULL ? self->field->kind : VAC_KIND_OPAQUE;
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

  return g_ptr_array_index (self->children, position);
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
      VacNode *child = g_ptr_array_index (self->children, i);

      if (child->field != NULL && child->field->role == role)
        return child;
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
  g_return_val_if_fail (VAC_IS_NODE (self), TRUE);

  if (self->raw != NULL)
    return FALSE;
  if (self->text != NULL)
    return *self->text == '\0';
  if (self->field != NULL && self->field->kind == VAC_KIND_LIST)
    return self->children->len == 0;

  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    if (!vac_node_is_empty (g_ptr_array_index (self->children, i)))
      return FALSE;

  return TRUE;
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

/* What follows changes a node; only the document and the reader call it. */

void
vac_node_set_raw (VacNode    *self,
                  const char *raw)
{
  g_assert (VAC_IS_NODE (self));

  g_free (self->raw);
  self->raw = g_strdup (raw);
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
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_children);
}

void
vac_node_insert_child (VacNode *self,
                       guint    position,
                       VacNode *child)
{
  vac_node_insert_children (self, position, &child, 1);
}

void
vac_node_remove_children (VacNode *self,
                          guint    position,
                          guint    n_children)
{
  g_assert (VAC_IS_NODE (self) && self->children != NULL);
  g_assert (n_children > 0 && position + n_children <= self->children->len);

  for (guint i = 0; i < n_children; i++)
    VAC_NODE (g_ptr_array_index (self->children, position + i))->parent = NULL;
  g_ptr_array_remove_range (self->children, position, n_children);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_children, 0);
}

void
vac_node_remove_child (VacNode *self,
                       guint    position)
{
  vac_node_remove_children (self, position, 1);
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
  g_list_model_items_changed (G_LIST_MODEL (self), first, span, span);
}
