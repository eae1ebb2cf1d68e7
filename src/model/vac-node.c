/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node"

#include "config.h"

#include <string.h>

#include "vac-node-data.h"
#include "vac-node-private.h"
#include "vac-node-slot.h"

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

void
vac_node_adopt (VacNode *self,
                VacNode *child)
{
  g_assert (child->parent == NULL);

  child->parent = self;
}

/* The children are other nodes' from now on, or nobody's. */
void
vac_node_abandon (VacNode *self,
                  guint    position,
                  guint    n_children)
{
  for (guint i = position; i < position + n_children; i++)
    if (vac_node_slot_is_made (g_ptr_array_index (self->children, i)))
      ((VacNode *) g_ptr_array_index (self->children, i))->parent = NULL;
}

void
vac_node_take_text (VacNode *self,
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

  vac_node_abandon (self, 0, vac_node_get_n_children (self));
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->source, vac_node_source_unref);
  g_free (self->places);
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
  vac_node_take_text (self, g_strdup (text));

  return self;
}

static VacNode *
read_opaque (VacNodeSource *source,
             guint          place)
{
  VacNode *self = g_object_new (VAC_TYPE_NODE, NULL);

  self->name = vac_node_source_dup_name (source, place);
  self->raw = vac_node_source_dup_raw (source, place);

  return self;
}

/* One value of a file: of a record or list, nothing that is in it yet. */
static VacNode *
read_value (VacNodeSource  *source,
            guint           place,
            const VacField *field)
{
  const gboolean is_leaf = vac_field_is_leaf (field);
  g_autofree char *text = is_leaf ? vac_node_source_dup_text (source, place, field) : NULL;
  VacNode *self;

  if (is_leaf ? text == NULL : !vac_node_source_holds (source, place, field))
    {
      self = vac_node_new (field);
      self->raw = vac_node_source_dup_raw (source, place);
      return self;
    }
  self = g_object_new (VAC_TYPE_NODE, NULL);
  self->field = field;
  if (is_leaf)
    {
      vac_node_take_text (self, g_steal_pointer (&text));
      return self;
    }
  self->source = vac_node_source_ref (source);
  self->children = vac_node_source_make_slots (source, place, field, &self->places);

  return self;
}

/**
 * vac_node_new_for_json:
 * @json: a parsed file
 * @index: the index of a value in it
 * @field: what that is to be
 * @is_plain: whether the file is of a version without marks, so that what looks like one is none
 *
 * Values of another type than their fields say, and members that the schema does not know, are kept
 * verbatim. What is in a record or list is read from @json when it is asked for.
 *
 * Returns: (transfer full): a node that belongs to no document yet
 */
VacNode *
vac_node_new_for_json (VacJson        *json,
                       guint           index,
                       const VacField *field,
                       gboolean        is_plain)
{
  g_autoptr (VacNodeSource) source = NULL;

  g_return_val_if_fail (json != NULL && field != NULL, NULL);

  source = vac_node_source_new (json, is_plain);

  return read_value (source, index, field);
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

  if (self->places != NULL)
    {
      copy->source = vac_node_source_ref (self->source);
      copy->places = g_memdup2 (self->places, self->children->len * sizeof *self->places);
    }
  copy->children = g_ptr_array_new_full (self->children->len, vac_node_slot_free);
  for (guint i = 0; i < self->children->len; i++)
    {
      gpointer slot = g_atomic_pointer_get (&self->children->pdata[i]);

      if (vac_node_slot_is_made (slot))
        {
          slot = vac_node_copy (slot);
          vac_node_adopt (copy, slot);
        }
      g_ptr_array_add (copy->children, slot);
    }

  return copy;
}

static VacNode *
read_child (VacNode        *self,
            guint           position,
            const VacField *field)
{
  return field != NULL ? read_value (self->source, self->places[position], field)
                       : read_opaque (self->source, self->places[position]);
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
              ? read_child (self, position, vac_node_slot_get_field (slot))
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
