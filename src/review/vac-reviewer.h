/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-board-length.h"
#include "vac-review.h"

G_BEGIN_DECLS

/* Keeps what the review finds in an open posting up to date while it is typed. */
#define VAC_TYPE_REVIEWER (vac_reviewer_get_type ())

G_DECLARE_FINAL_TYPE (VacReviewer, vac_reviewer, VAC, REVIEWER, GObject)

VacReviewer *vac_reviewer_new                (VacDocument            *document);
VacDocument *vac_reviewer_get_document       (VacReviewer            *self);
void         vac_reviewer_set_options        (VacReviewer            *self,
                                              const VacReviewOptions *options);
void         vac_reviewer_start_over         (VacReviewer            *self);
void         vac_reviewer_set_always_ignored (VacReviewer            *self,
                                              const char *const      *rules);
gboolean     vac_reviewer_update             (VacReviewer            *self,
                                              gint64                  budget);
gboolean     vac_reviewer_check              (VacReviewer            *self,
                                              VacNode                *text);
gboolean     vac_reviewer_update_texts       (VacReviewer            *self,
                                              gint64                  budget);
gboolean     vac_reviewer_update_whole       (VacReviewer            *self,
                                              gint64                  budget);
GPtrArray   *vac_reviewer_get_findings       (VacReviewer            *self);
GPtrArray   *vac_reviewer_get_findings_of    (VacReviewer            *self,
                                              VacNode                *text);
GPtrArray   *vac_reviewer_get_ignored        (VacReviewer            *self);
guint        vac_reviewer_get_n_ignored      (VacReviewer            *self);
gboolean     vac_reviewer_asks_for_size      (VacReviewer            *self);

const VacBoardLength *vac_reviewer_get_lengths (VacReviewer *self);

G_END_DECLS
