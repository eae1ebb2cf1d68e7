/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node-find"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-node-private.h"
#include "vac-quote.h"

/* Finding one node from another. */

/**
 * vac_node_get_ancestor:
 * @self: a node
 * @role: a role
 *
 * Returns: (transfer none) (nullable): the nearest of @self and what it is in that has the role
 */
VacNode *
vac_node_get_ancestor (VacNode *self,
                       VacRole  role)
{
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  for (VacNode *node = self; node != NULL; node = vac_node_get_parent (node))
    if (vac_node_get_role (node) == role)
      return node;

  return NULL;
}

/**
 * vac_node_get_root:
 * @self: a node
 *
 * Returns: (transfer none): the outermost node that @self is in
 */
VacNode *
vac_node_get_root (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  for (VacNode *parent = vac_node_get_parent (self); parent != NULL;
       parent = vac_node_get_parent (self))
    self = parent;

  return self;
}

/**
 * vac_node_get_member_text:
 * @self: a record
 * @role: the role of a leaf among its members
 *
 * Returns: (transfer none): the member's text, as vac_node_get_text()
 */
const char *
vac_node_get_member_text (VacNode *self,
                          VacRole  role)
{
  const VacField *field;
  const char *text = vac_node_peek_text (self, role, &field);

  g_return_val_if_fail (field != NULL, "");

  return text != NULL ? text : "";
}

/**
 * vac_node_get_member_integer:
 * @self: a record
 * @role: the role of an integer among its members
 * @value: (out): its value, 0 when it has none
 *
 * Returns: whether the member holds a whole number
 */
gboolean
vac_node_get_member_integer (VacNode *self,
                             VacRole  role,
                             gint64  *value)
{
  *value = 0;

  return vac_node_read_integer (vac_node_get_member_text (self, role), value);
}

/**
 * vac_node_get_member_money:
 * @self: a record
 * @role: the role of an amount of money among its members
 * @amount: (out): its value, 0 when it has none
 *
 * Returns: whether the member holds an amount
 */
gboolean
vac_node_get_member_money (VacNode  *self,
                           VacRole   role,
                           VacMoney *amount)
{
  *amount = 0;

  return vac_money_parse (vac_node_get_member_text (self, role), amount);
}

/**
 * vac_node_get_member_toggle:
 * @self: a record
 * @role: the role of a toggle among its members
 *
 * Returns: whether the member is on
 */
gboolean
vac_node_get_member_toggle (VacNode *self,
                            VacRole  role)
{
  const VacField *field;
  const char *text = vac_node_peek_text (self, role, &field);

  g_return_val_if_fail (field != NULL, FALSE);

  return text != NULL && (*text != '\0' ? g_str_equal (text, "true") : field->on);
}

static char *
make_path (VacNode  *self,
           gboolean  positions)
{
  VacNode *parent = vac_node_get_parent (self);
  g_autofree char *parent_path = NULL;
  g_autofree char *step = NULL;

  if (parent == NULL)
    return g_strdup ("");

  parent_path = make_path (parent, positions);
  if (vac_node_get_kind (parent) != VAC_KIND_LIST)
    step = g_strdup (vac_node_get_name (self));
  else if (positions)
    step = g_strdup_printf ("%u", vac_node_get_position (self));
  else
    return g_steal_pointer (&parent_path);

  return *parent_path == '\0' ? g_steal_pointer (&step)
                              : g_strdup_printf ("%s.%s", parent_path, step);
}

/**
 * vac_node_get_path:
 * @self: a node
 *
 * Returns: (transfer full): where it is, as in "sections.3.items.0.text"; empty for the document
 */
char *
vac_node_get_path (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  return make_path (self, TRUE);
}

/**
 * vac_node_get_field_path:
 * @self: a node
 *
 * Returns: (transfer full): where its field is in the schema, as in "sections.items.text": the same
 *   for all nodes that differ only in their positions in lists
 */
char *
vac_node_get_field_path (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), NULL);

  return make_path (self, FALSE);
}

static VacNode *
find_step (VacNode    *self,
           const char *step)
{
  guint64 position;

  if (vac_node_get_kind (self) == VAC_KIND_LIST)
    return g_ascii_string_to_unsigned (step, 10, 0, G_MAXUINT, &position, NULL)
           ? vac_node_get_child (self, (guint) position) : NULL;

  for (guint i = 0; i < vac_node_get_n_children (self); i++)
    {
      VacNode *child = vac_node_get_child (self, i);

      if (g_str_equal (vac_node_get_name (child), step))
        return child;
    }

  return NULL;
}

/**
 * vac_node_lookup:
 * @self: a node
 * @path: member names and positions, separated by dots, as vac_node_get_path() gives them
 * @error: return location for a #VacError
 *
 * Returns: (transfer none) (nullable): the node there; %NULL with %VAC_ERROR_NOT_FOUND when there
 *   is none
 */
VacNode *
vac_node_lookup (VacNode    *self,
                 const char *path,
                 GError    **error)
{
  g_auto (GStrv) steps = NULL;

  g_return_val_if_fail (VAC_IS_NODE (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  steps = g_strsplit (path, ".", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      VacNode *next = find_step (self, steps[i]);

      if (next == NULL)
        {
          g_autofree char *step = vac_quote_shorten (steps[i]);
          g_autofree char *whole = vac_quote_shorten (path);

          g_set_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND,
                       _("There is no “%s” in “%s”."), step, whole);
          return NULL;
        }
      self = next;
    }

  return self;
}
