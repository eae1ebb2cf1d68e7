/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-review.h"

G_BEGIN_DECLS

/* Each adds what it finds to @findings. */
void vac_review_check_values       (VacDocument *document,
                                    gboolean     only_unshown,
                                    GPtrArray   *findings);
void vac_review_check_facts        (VacDocument *document,
                                    GPtrArray   *findings);
void vac_review_check_job          (VacDocument *document,
                                    GPtrArray   *findings);
void vac_review_check_ranges       (VacDocument *document,
                                    GPtrArray   *findings);
void vac_review_check_sections     (VacDocument *document,
                                    GPtrArray   *findings);
void vac_review_check_assessments  (VacDocument *document,
                                    GPtrArray   *findings);
void vac_review_check_placeholders (VacDocument *document,
                                    GPtrArray   *findings);
void vac_review_check_characters   (VacDocument *document,
                                    GPtrArray   *findings);
void vac_review_check_boards       (VacDocument *document,
                                    GPtrArray   *findings);

G_END_DECLS
