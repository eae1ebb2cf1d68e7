/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-unread"

#include "config.h"

#include "vac-node-source.h"

/* Values of a file for those who pass them on without looking at them as nodes. */

/**
 * vac_unread_holds:
 * @self: a value of a file
 *
 * Returns: whether it is a record or list, and its field is
 */
gboolean
vac_unread_holds (const VacUnread *self)
{
  return self->field != NULL && !vac_field_is_leaf (self->field) &&
         vac_node_source_holds (self->source, self->index, self->field);
}

/**
 * vac_unread_dup_text:
 * @self: a value of a file
 *
 * Returns: (transfer full) (nullable): the text of a leaf; %NULL for a record or list, for a value
 *   of another type than its field, and for a member that the schema does not know
 */
char *
vac_unread_dup_text (const VacUnread *self)
{
  return self->field != NULL && vac_field_is_leaf (self->field)
             ? vac_node_source_dup_text (self->source, self->index, self->field) : NULL;
}

/**
 * vac_unread_dup_name:
 * @self: a member of a record
 *
 * Returns: (transfer full): its name in the file
 */
char *
vac_unread_dup_name (const VacUnread *self)
{
  return vac_node_source_dup_name (self->source, self->index);
}

/**
 * vac_unread_dup_raw:
 * @self: a value of a file
 *
 * Returns: (transfer full): the value as it is in the file, byte for byte
 */
char *
vac_unread_dup_raw (const VacUnread *self)
{
  return vac_node_source_dup_raw (self->source, self->index);
}

/**
 * vac_unread_is_empty:
 * @self: a value of a file
 *
 * Returns: what vac_node_is_empty() would say of it
 */
gboolean
vac_unread_is_empty (const VacUnread *self)
{
  return vac_node_source_is_empty (self->source, self->index, self->field);
}

/**
 * vac_unread_visit:
 * @self: a record or list, see vac_unread_holds()
 * @visit: (scope call): is called with each of its children that is in the file, in that order
 * @user_data: for @visit
 */
void
vac_unread_visit (const VacUnread *self,
                  VacUnreadVisit   visit,
                  gpointer         user_data)
{
  vac_node_source_visit (self->source, self->index, self->field, visit, user_data);
}
