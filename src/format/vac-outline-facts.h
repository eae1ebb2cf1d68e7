/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacBlockFact:
 * @label: (nullable): what it is ("Reports to"), without punctuation; none where it is plain
 * @text: what is read, never blank
 * @node: (nullable): where in the document it comes from; a reference
 *
 * One of the short facts that stand side by side in a #VAC_BLOCK_FACTS.
 */
typedef struct
{
  char    *label;
  char    *text;
  VacNode *node;
} VacBlockFact;

GArray             *vac_facts_new (void);
void                vac_facts_add (GArray     *facts,
                                   const char *label,
                                   const char *text,
                                   VacNode    *node);
const VacBlockFact *vac_facts_get (GArray     *facts,
                                   guint       position);
const char         *vac_facts_get_caption (GArray     *facts,
                                           guint       position,
                                           const char *language);
guint               vac_facts_find_end (GArray     *facts,
                                        guint       first);
char               *vac_facts_join_bare (GArray     *facts,
                                         guint       first,
                                         guint       end,
                                         const char *language,
                                         gsize      *ends);
gboolean            vac_facts_names_employer (GArray *facts);
char               *vac_facts_join_some (GArray     *facts,
                                         guint       first,
                                         guint       end,
                                         const char *language,
                                         gsize      *ends);
char               *vac_facts_join (GArray     *facts,
                                    const char *language,
                                    gsize      *ends);

G_END_DECLS
