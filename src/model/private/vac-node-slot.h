/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"

G_BEGIN_DECLS

/* What a record or list has for a child: the node, or only its field as long as nobody has asked
 * for the node. Most members of most entries stay empty, and 100,000 bullets would have 400,000 of
 * them; and most of what a file holds is not looked at by who reads it for one purpose. The lowest
 * bits, which no address of a structure has set, tell an empty member from a value of the file that
 * is still unread; of a member that the schema does not know there is no field. */

#define VAC_NODE_SLOT_EMPTY  1
#define VAC_NODE_SLOT_UNREAD 2
#define VAC_NODE_SLOT_BITS   3

static inline gpointer
vac_node_slot_for (const VacField *field)
{
  return (gpointer) ((guintptr) field | VAC_NODE_SLOT_EMPTY);
}

static inline gpointer
vac_node_slot_unread (const VacField *field)
{
  return (gpointer) ((guintptr) field | VAC_NODE_SLOT_UNREAD);
}

static inline gboolean
vac_node_slot_is_made (gconstpointer slot)
{
  return ((guintptr) slot & VAC_NODE_SLOT_BITS) == 0;
}

static inline gboolean
vac_node_slot_is_unread (gconstpointer slot)
{
  return ((guintptr) slot & VAC_NODE_SLOT_UNREAD) != 0;
}

static inline const VacField *
vac_node_slot_get_field (gconstpointer slot)
{
  g_assert (!vac_node_slot_is_made (slot));

  return (const VacField *) ((guintptr) slot & ~(guintptr) VAC_NODE_SLOT_BITS);
}

static inline void
vac_node_slot_free (gpointer slot)
{
  if (vac_node_slot_is_made (slot))
    g_object_unref (slot);
}

G_END_DECLS
