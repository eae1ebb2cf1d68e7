/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"
#include "vac-node-source.h"

G_BEGIN_DECLS

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
  VacNodeSource  *source;     /* what unread ones are read from; NULL where there never were any */
  guint32        *places;     /* where in it, for each of @children; NULL where there are none */
  char           *text;       /* leaves; never NULL there */
  VacMarkup      *markup;     /* of a text that readers see otherwise */
  char           *name;       /* opaque members */
  char           *raw;        /* JSON kept verbatim: an opaque member, or a value of another type
                               * than the schema's, which counts as empty until it is edited */
};

void vac_node_adopt     (VacNode *self,
                         VacNode *child);
void vac_node_abandon   (VacNode *self,
                         guint    position,
                         guint    n_children);
void vac_node_take_text (VacNode *self,
                         char    *text);

G_END_DECLS
