/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacConflictKind:
 * @VAC_CONFLICT_CHANGED: both have made something else of the same words or the same value
 * @VAC_CONFLICT_REMOVED_HERE: an element was removed here and changed there
 * @VAC_CONFLICT_REMOVED_THERE: an element was changed here and removed there
 * @VAC_CONFLICT_MOVED: both have moved an element, each to another place
 * @VAC_CONFLICT_INSERTED: both have added elements with the same id that are not the same
 */
typedef enum
{
  VAC_CONFLICT_CHANGED,
  VAC_CONFLICT_REMOVED_HERE,
  VAC_CONFLICT_REMOVED_THERE,
  VAC_CONFLICT_MOVED,
  VAC_CONFLICT_INSERTED,
} VacConflictKind;

/**
 * VacConflict:
 * @kind: how the two collide
 * @base: (nullable): what both began with, in the base
 * @mine: (nullable): what became of it here; %NULL when it was removed
 * @theirs: (nullable): what became of it there; %NULL when it was removed
 * @place: where in mine to show it: @mine, or the list that it was removed from
 * @sentence: what collides and where, translated; long texts are shortened
 * @taken: whether vac_merge_take_theirs() has decided it
 *
 * What a merge left to a person; mine stands until then. It is the #VacMerge's own; the nodes are
 * references.
 */
typedef struct
{
  VacConflictKind kind;
  VacNode        *base;
  VacNode        *mine;
  VacNode        *theirs;
  VacNode        *place;
  char           *sentence;
  gboolean        taken;
} VacConflict;

typedef struct _VacMerge VacMerge;

VacMerge  *vac_merge_run           (VacDocument *base,
                                    VacDocument *mine,
                                    VacDocument *theirs);
void       vac_merge_free          (VacMerge    *self);
guint      vac_merge_get_n_taken   (VacMerge    *self);
GPtrArray *vac_merge_get_conflicts (VacMerge    *self);
VacNode   *vac_merge_take_theirs   (VacMerge    *self,
                                    VacConflict *conflict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacMerge, vac_merge_free)

G_END_DECLS
