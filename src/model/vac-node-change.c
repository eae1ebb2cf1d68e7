/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node-change"

#include "config.h"

#include <string.h>

#include "vac-node-data.h"
#include "vac-node-private.h"
#include "vac-node-slot.h"

/* What changes a node; only the document and the reader call it. */

static gsize last_stamp;

static void
touch (VacNode *self)
{
  const guint64 stamp = (guint64) g_atomic_pointer_add (&last_stamp, 1) + 1;

  for (; self != NULL; self = self->parent)
    self->stamp = stamp;
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

/* Before children get other positions than they have in the file. The source stays: the texts that
 * vac_node_peek_text() gave are its own. */
static void
read_all (VacNode *self)
{
  if (self->places == NULL)
    return;
  for (guint i = 0; i < self->children->len; i++)
    if (vac_node_slot_is_unread (self->children->pdata[i]))
      vac_node_get_child (self, i);
  g_clear_pointer (&self->places, g_free);
}

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
  vac_node_take_text (self, replaced);
  touch (self);

  g_object_notify (G_OBJECT (self), "text");
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

  read_all (self);
  n_after = self->children->len - position;
  g_ptr_array_set_size (self->children, (int) (self->children->len + n_children));
  place = self->children->pdata + position;
  memmove (place + n_children, place, n_after * sizeof *place);
  for (guint i = 0; i < n_children; i++)
    {
      vac_node_adopt (self, children[i]);
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
  g_assert (position + n_children <= self->children->len);

  if (n_children == 0)
    return;
  if (n_children < self->children->len)
    read_all (self);
  vac_node_abandon (self, position, n_children);
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

  read_all (self);
  child = g_ptr_array_steal_index (self->children, from);
  g_ptr_array_insert (self->children, (int) to, child);
  touch (self);
  g_list_model_items_changed (G_LIST_MODEL (self), first, span, span);
}
