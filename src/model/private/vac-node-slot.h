/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"

G_BEGIN_DECLS

/* What a record has for a member: the node, or only the field as long as nobody has asked for the
 * node. Most members of most entries stay empty, and 100,000 bullets would have 400,000 of them. A
 * pointer to a field is told by its lowest bit, which no address of a structure has. */

static inline gpointer
vac_node_slot_for (const VacField *field)
{
  return (gpointer) ((guintptr) field | 1);
}

static inline gboolean
vac_node_slot_is_made (gconstpointer slot)
{
  return ((guintptr) slot & 1) == 0;
}

static inline const VacField *
vac_node_slot_get_field (gconstpointer slot)
{
  g_assert (!vac_node_slot_is_made (slot));

  return (const VacField *) ((guintptr) slot & ~(guintptr) 1);
}

static inline void
vac_node_slot_free (gpointer slot)
{
  if (vac_node_slot_is_made (slot))
    g_object_unref (slot);
}

G_END_DECLS
