/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-finding.h"

G_BEGIN_DECLS

/**
 * VacReviewScope:
 * @VAC_REVIEW_FACTS: facts of the job that are missing or contradict one another
 * @VAC_REVIEW_STRUCTURE: values outside the limits of their fields, references to sections that are
 *   not there, placeholders that nothing fills in what a candidate reads
 * @VAC_REVIEW_BOARDS: what job boards would miss, and as hints what the posting's own words say of
 *   fields that are empty
 * @VAC_REVIEW_UNSHOWN: of the structure, values of a type that does not belong in their place, such
 *   as a number for a title or words for an amount: they stay in the file until the place gets
 *   another one, and until then are not printed
 * @VAC_REVIEW_POSTING: what is wrong with the posting, whoever its audience is
 *
 * What to look for.
 */
typedef enum
{
  VAC_REVIEW_FACTS     = 1 << 0,
  VAC_REVIEW_STRUCTURE = 1 << 1,
  VAC_REVIEW_BOARDS    = 1 << 2,
  VAC_REVIEW_UNSHOWN   = 1 << 3,
  VAC_REVIEW_POSTING   = VAC_REVIEW_FACTS | VAC_REVIEW_STRUCTURE,
} VacReviewScope;

GPtrArray *vac_review_check (VacDocument    *document,
                             VacReviewScope  scope);

G_END_DECLS
