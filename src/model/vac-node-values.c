/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node-values"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "vac-node-private.h"

/* What the text of a leaf stands for. */

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

      g_assert (leaf != NULL && vac_field_is_leaf (vac_node_get_field (leaf)));
      vac_node_replace_text (leaf, 0, 0, text != NULL ? text : "");
    }
  va_end (args);

  return self;
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
  const VacField *field = vac_node_get_field (self);

  return field != NULL ? field->kind : VAC_KIND_OPAQUE;
}

/* Whether the text of a leaf is a whole number; if not, @value stays as it is. */
gboolean
vac_node_read_integer (const char *text,
                       gint64     *value)
{
  return *text != '\0' &&
         g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL);
}

/**
 * vac_node_get_integer:
 * @self: an integer
 * @value: (out): its value, 0 when it has none
 *
 * Returns: whether it holds a whole number
 */
gboolean
vac_node_get_integer (VacNode *self,
                      gint64  *value)
{
  *value = 0;
  g_return_val_if_fail (VAC_IS_NODE (self), FALSE);

  return vac_node_read_integer (vac_node_get_text (self), value);
}

/**
 * vac_node_get_money:
 * @self: an amount of money, or another number with decimals
 * @amount: (out): its value in ten-thousandths, 0 when it has none
 *
 * Returns: whether it holds an amount
 */
gboolean
vac_node_get_money (VacNode  *self,
                    VacMoney *amount)
{
  *amount = 0;
  g_return_val_if_fail (VAC_IS_NODE (self), FALSE);

  return vac_money_parse (vac_node_get_text (self), amount);
}

/**
 * vac_node_get_toggle:
 * @self: a toggle
 *
 * What a switch shows is hidden when the document says something that is neither on nor off.
 *
 * Returns: whether it is on; as the schema says when the document does not
 */
gboolean
vac_node_get_toggle (VacNode *self)
{
  const char *text;

  g_return_val_if_fail (VAC_IS_NODE (self) && vac_node_get_kind (self) == VAC_KIND_TOGGLE, FALSE);

  text = vac_node_get_text (self);
  if (*text == '\0')
    return vac_node_get_raw (self) == NULL && vac_node_get_field (self)->on;

  return g_str_equal (text, "true");
}

/**
 * vac_node_get_shown_text:
 * @self: a leaf
 *
 * Returns: (transfer none): its text as readers see it, without marks; valid until it changes
 */
const char *
vac_node_get_shown_text (VacNode *self)
{
  const VacMarkup *markup;

  g_return_val_if_fail (VAC_IS_NODE (self), "");

  markup = vac_node_get_markup (self);

  return markup != NULL ? vac_markup_get_text (markup) : vac_node_get_text (self);
}

/**
 * vac_node_get_member_shown_text:
 * @self: a record
 * @role: the role of a leaf among its members
 *
 * Returns: (transfer none): the member's text, as vac_node_get_shown_text()
 */
const char *
vac_node_get_member_shown_text (VacNode *self,
                                VacRole  role)
{
  const VacField *field;
  const char *text = vac_node_peek_text (self, role, &field);
  g_autoptr (VacMarkup) markup = NULL;

  g_return_val_if_fail (field != NULL, "");

  if (text == NULL)
    return "";
  markup = field->marked ? vac_markup_new (text) : NULL;

  return markup != NULL ? vac_node_get_shown_text (vac_node_get (self, role)) : text;
}

/**
 * vac_node_splice:
 * @self: a text
 * @start: where in it words begin, in bytes
 * @end: where they end
 * @text: what readers shall see in their place
 *
 * Returns: (transfer full): the text with @text in it; nothing is changed yet
 */
char *
vac_node_splice (VacNode    *self,
                 gsize       start,
                 gsize       end,
                 const char *text)
{
  const char *whole;

  g_return_val_if_fail (VAC_IS_NODE (self) && text != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= strlen (vac_node_get_text (self)), NULL);

  whole = vac_node_get_text (self);
  if (vac_node_get_field (self)->marked)
    return vac_markup_splice (whole, start, end, text);

  return g_strdup_printf ("%.*s%s%s", (int) start, whole, text, whole + end);
}

static gboolean
is_without_marks (const VacField *field,
                  const char     *text,
                  gsize           length,
                  gpointer        user_data)
{
  g_autoptr (VacMarkup) markup = NULL;

  if (!field->marked || text == NULL)
    return !field->marked;
  markup = vac_markup_new (text);

  return markup == NULL;
}

/**
 * vac_node_has_marks:
 * @self: a node
 *
 * Returns: whether readers see a text in it otherwise than it is stored
 */
gboolean
vac_node_has_marks (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), FALSE);

  if (vac_node_get_markup (self) != NULL)
    return TRUE;
  for (guint i = 0; i < vac_node_get_n_children (self); i++)
    {
      VacNode *child = vac_node_peek_unless (self, i, is_without_marks, NULL);

      if (child != NULL && vac_node_has_marks (child))
        return TRUE;
    }

  return FALSE;
}

/**
 * vac_node_get_digest_text:
 * @self: a leaf
 *
 * Returns: (transfer none): what digests are made of: its text, without the backslashes of one that
 *   has no bold words and no links. So a digest is the same in every version of the format.
 */
const char *
vac_node_get_digest_text (VacNode *self)
{
  g_return_val_if_fail (VAC_IS_NODE (self), "");

  return vac_markup_get_parts (vac_node_get_markup (self)) != NULL
             ? vac_node_get_text (self) : vac_node_get_shown_text (self);
}

/* For the document and the reader, as all that changes a node. */

void
vac_node_insert_child (VacNode *self,
                       guint    position,
                       VacNode *child)
{
  vac_node_insert_children (self, position, &child, 1);
}

void
vac_node_remove_child (VacNode *self,
                       guint    position)
{
  vac_node_remove_children (self, position, 1);
}
