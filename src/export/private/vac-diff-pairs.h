/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-diff-outline.h"

G_BEGIN_DECLS

/**
 * VacDiffPairs:
 * @outlines: (owned): what the team reads of each document
 * @n_blocks: how many blocks each has
 * @partners: (owned): for each block the position of the one in the other outline that shows the
 *   same, or %VAC_SEQUENCE_NONE
 * @settled: (owned): for each block of the first whether its partner stands in the same order
 *
 * The blocks of two documents that belong together.
 */
typedef struct
{
  VacOutline *outlines[2];
  guint       n_blocks[2];
  guint      *partners[2];
  gboolean   *settled;
} VacDiffPairs;

VacDiffPairs *vac_diff_pairs_new  (const VacDiffSides *sides);
void          vac_diff_pairs_free (VacDiffPairs       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacDiffPairs, vac_diff_pairs_free)

G_END_DECLS
