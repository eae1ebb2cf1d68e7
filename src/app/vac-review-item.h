/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-finding.h"

G_BEGIN_DECLS

#define VAC_TYPE_REVIEW_ITEM (vac_review_item_get_type ())

G_DECLARE_FINAL_TYPE (VacReviewItem, vac_review_item, VAC, REVIEW_ITEM, GObject)

VacReviewItem *vac_review_item_new_heading  (VacFindingGroup   group);
VacReviewItem *vac_review_item_new          (VacDocument      *document,
                                             const VacFinding *finding);
VacFinding    *vac_review_item_get_finding  (VacReviewItem    *self);
void           vac_review_item_set_span     (VacReviewItem    *self,
                                             gsize             start,
                                             gsize             length);
const char    *vac_review_item_get_title    (VacReviewItem    *self);
const char    *vac_review_item_get_place    (VacReviewItem    *self);
VacFindingGroup vac_review_item_get_group   (VacReviewItem    *self);
guint          vac_review_item_get_count    (VacReviewItem    *self);
void           vac_review_item_set_count    (VacReviewItem    *self,
                                             guint             count);
gboolean       vac_review_item_is_legal     (VacReviewItem    *self);
char          *vac_review_item_describe     (VacReviewItem    *self);
char          *vac_review_item_make_key     (const VacFinding *finding);

G_END_DECLS
