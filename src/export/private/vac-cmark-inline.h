/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-cmark.h"

G_BEGIN_DECLS

/* State of one walk over the outline. The pointers are into the tree that is being built. */
typedef struct
{
  VacOutline  *outline;
  VacCmarkUse  use;
  cmark_node  *document;
  cmark_node  *root;        /* what takes blocks: the document, or a part of it that is set off */
  cmark_node  *header;      /* of the page, until the first block that does not belong to it */
  cmark_node  *side;        /* of the header: what stands beside the text */
  cmark_node  *list;        /* of consecutive bullets */
  cmark_node  *table;       /* of consecutive rows */
  char       **columns;     /* borrowed: the cells of the table's header row */
  guint32      figures;     /* columns of figures, see vac_outline_find_figures () */
  guint        position;    /* of the block at hand */
} VacCmarkBuilder;

cmark_node *vac_cmark_add                (cmark_node      *parent,
                                          cmark_node_type  type);
cmark_node *vac_cmark_add_custom         (cmark_node      *parent,
                                          cmark_node_type  type,
                                          const char      *enter,
                                          const char      *leave);
void        vac_cmark_add_line           (cmark_node *parent,
                                          const char *line);
void        vac_cmark_add_text           (VacCmarkBuilder *self,
                                          cmark_node      *parent,
                                          const char      *text,
                                          gboolean         linked);
void        vac_cmark_add_label          (VacCmarkBuilder *self,
                                          cmark_node      *parent,
                                          const char      *label,
                                          gboolean         followed);
void        vac_cmark_add_marked         (VacCmarkBuilder *self,
                                          cmark_node      *parent,
                                          const char      *line,
                                          gsize            label_length,
                                          const GArray    *marks);
gboolean    vac_cmark_shows_marks        (VacCmarkBuilder *self,
                                          const VacBlock  *block);
void        vac_cmark_add_move           (cmark_node     *parent,
                                          const VacBlock *block);
void        vac_cmark_add_marked_inlines (VacCmarkBuilder *self,
                                          cmark_node      *parent,
                                          const VacBlock  *block);
void        vac_cmark_add_inlines        (VacCmarkBuilder *self,
                                          cmark_node      *parent,
                                          const VacBlock  *block);
gboolean    vac_cmark_is_blank           (VacCmarkBuilder *self,
                                          const VacBlock  *block);

G_END_DECLS
