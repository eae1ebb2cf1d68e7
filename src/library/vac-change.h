/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-search.h"

G_BEGIN_DECLS

/**
 * VacHit:
 * @place: the path in the document of what would change
 * @where: what a person calls that place
 * @before: the words in front of @found; empty for none
 * @found: what stands there; empty for nothing
 * @after: the words behind it; empty for none
 * @becomes: what would be there instead
 * @note: (nullable): how a value was understood where that may surprise
 * @reason: (nullable): a sentence that says why it stays as it is
 * @line: of its file, from 1; 0 where nobody asked
 * @column: in that line, from 1; 0 where nobody asked
 *
 * What a change would do in one place of a posting.
 */
typedef struct
{
  char *place;
  char *where;
  char *before;
  char *found;
  char *after;
  char *becomes;
  char *note;
  char *reason;
  guint line;
  guint column;
} VacHit;

/**
 * VacChange:
 *
 * What is done to each of many postings. Immutable; any thread may use it.
 */
typedef struct _VacChange VacChange;

VacChange  *vac_change_new_replace (const char      *words,
                                    const char      *replacement,
                                    VacPatternFlags  flags,
                                    VacSearchScope   scope);
void        vac_change_spare       (VacChange       *self,
                                    GHashTable      *locked);
VacChange  *vac_change_new_field   (const char      *path,
                                    const char      *value);
VacChange  *vac_change_new_status  (const char      *id);
VacChange  *vac_change_new_update  (GBytes          *text,
                                    gboolean         edited_too);
VacChange  *vac_change_ref         (VacChange       *self);
void        vac_change_unref       (VacChange       *self);
GPtrArray  *vac_change_list_hits   (VacChange       *self,
                                    VacDocument     *document);
void        vac_change_apply       (VacChange       *self,
                                    VacDocument     *document,
                                    const GArray    *chosen,
                                    VacReplaced     *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacChange, vac_change_unref)

G_END_DECLS
