/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-findings.h"
#include "vac-own-postings.h"
#include "vac-review-loop.h"

G_BEGIN_DECLS

#define VAC_TYPE_REVIEW_PANE (vac_review_pane_get_type ())

G_DECLARE_FINAL_TYPE (VacReviewPane, vac_review_pane, VAC, REVIEW_PANE, GtkBox)

void     vac_review_pane_set_show_func (VacReviewPane   *self,
                                        VacShowSpanFunc  show);
void     vac_review_pane_remember      (VacReviewPane   *self,
                                        GSettings       *settings);
void     vac_review_pane_set_own       (VacReviewPane   *self,
                                        VacOwnPostings  *own);
void     vac_review_pane_add_part      (VacReviewPane   *self,
                                        GtkWidget       *part);
void     vac_review_pane_set_review    (VacReviewPane   *self,
                                        VacDocument     *document,
                                        VacReviewLoop   *loop);
void     vac_review_pane_set_header    (VacReviewPane   *self,
                                        gboolean         narrow,
                                        gboolean         alone,
                                        gboolean         end_buttons);
void     vac_review_pane_refresh       (VacReviewPane   *self);
const VacFinding *vac_review_pane_step (VacReviewPane   *self,
                                        int              direction);

G_END_DECLS
