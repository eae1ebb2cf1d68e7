/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-diff-private.h"
#include "vac-merge.h"

G_BEGIN_DECLS

/* Between the files that merge trees and texts and say what collides. */

struct _VacMerge
{
  VacDocument  *mine;
  VacDocument  *theirs;
  VacDiff      *here;        /* from the base to mine */
  VacDiff      *there;       /* from the base to theirs */
  VacWordBreak *breaks;
  GHashTable   *touched;     /* nodes of the base in which something was changed or added here */
  GHashTable   *arrived;     /* element of theirs → a node of mine that is no node of the base */
  GHashTable   *claimed;     /* elements of mine that are in the same way new in theirs */
  GHashTable   *settled;     /* elements of theirs that have moved here as there */
  GHashTable   *disputed;    /* nodes of the base with a conflict of their own */
  GPtrArray    *conflicts;   /* of VacConflict */
  guint         n_taken;
};

char *vac_merge_describe (VacMerge          *self,
                          const VacConflict *conflict);
char *vac_merge_text     (VacWordBreak      *breaks,
                          const char        *base,
                          const char        *mine,
                          const char        *theirs);

G_END_DECLS
