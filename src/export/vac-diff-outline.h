/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-diff.h"
#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacDiffView:
 * @VAC_DIFF_INLINE: both documents as one: what was removed stands struck through at its old place
 * @VAC_DIFF_EARLIER: the first document, with what was removed from it
 * @VAC_DIFF_LATER: the second document, with what was added to it
 */
typedef enum
{
  VAC_DIFF_INLINE,
  VAC_DIFF_EARLIER,
  VAC_DIFF_LATER,
} VacDiffView;

/**
 * VacDiffSides:
 * @diff: the differences
 * @earlier: the document that is A of @diff
 * @later: the document that is B of it
 * @earlier_name: (nullable): what a reader calls the first one
 * @later_name: (nullable): what a reader calls the second one
 *
 * What is compared with what. With both names, the outline says what its marks mean.
 */
typedef struct
{
  VacDiff     *diff;
  VacDocument *earlier;
  VacDocument *later;
  const char  *earlier_name;
  const char  *later_name;
} VacDiffSides;

VacOutline *vac_diff_make_outline (const VacDiffSides  *sides,
                                   VacDiffView          view);
VacNode    *vac_diff_find_shown   (VacOutline          *outline,
                                   const VacDifference *difference);
guint       vac_diff_find_at      (VacOutline          *outline,
                                   VacDiff             *diff,
                                   VacNode             *node);

G_END_DECLS
