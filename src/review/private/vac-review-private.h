/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-heading.h"
#include "vac-reading.h"
#include "vac-review.h"

G_BEGIN_DECLS

gboolean vac_review_check_part (VacReading             *reading,
                                const VacReviewOptions *options,
                                guint                   part,
                                GPtrArray              *findings);
gboolean vac_review_lacks_size (VacReading             *reading,
                                const VacReviewOptions *options);
gboolean vac_review_has_section (VacReading *reading,
                                 const char *id,
                                 VacHeading  heading);

/* Each adds what it finds to @findings. */
void vac_review_check_values        (VacDocument            *document,
                                     gboolean                only_unshown,
                                     GPtrArray              *findings);
void vac_review_check_facts         (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_codes         (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_application   (VacReading             *reading,
                                     GPtrArray              *findings);
void vac_review_check_job           (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_ranges        (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_sections      (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_assessments   (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_placeholders  (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_characters    (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_links         (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_title         (VacReading             *reading,
                                     GPtrArray              *findings);
void vac_review_check_boards        (VacReading             *reading,
                                     GPtrArray              *findings);
void vac_review_check_offers        (VacReading             *reading,
                                     GPtrArray              *findings);
void vac_review_check_posting       (VacReading             *reading,
                                     GPtrArray              *findings);
void vac_review_check_board_lengths (VacReading             *reading,
                                     GPtrArray              *findings);
void vac_review_check_lengths       (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_title_only    (VacDocument            *document,
                                     GPtrArray              *findings);
void vac_review_check_pay_law       (VacReading             *reading,
                                     const VacReviewOptions *options,
                                     GPtrArray              *findings);
void vac_review_check_dictionary    (VacDocument            *document,
                                     GPtrArray              *findings);

G_END_DECLS
