/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-reviewer.h"

G_BEGIN_DECLS

#define VAC_TYPE_REVIEW_LOOP (vac_review_loop_get_type ())

G_DECLARE_FINAL_TYPE (VacReviewLoop, vac_review_loop, VAC, REVIEW_LOOP, GObject)

VacReviewLoop *vac_review_loop_new          (VacReviewer   *reviewer);
VacReviewer   *vac_review_loop_get_reviewer (VacReviewLoop *self);
void           vac_review_loop_set_active   (VacReviewLoop *self,
                                             gboolean       active);
void           vac_review_loop_hurry        (VacReviewLoop *self);
gboolean       vac_review_loop_get_known    (VacReviewLoop *self);

G_END_DECLS
