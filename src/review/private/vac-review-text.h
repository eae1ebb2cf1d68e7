/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-review.h"

G_BEGIN_DECLS

/*
 * VacReviewText:
 * @document: the posting
 * @node: a text of it that candidates read as they read a sentence or a heading
 * @language: (nullable): the posting's language, a BCP 47 tag; %NULL when it says none
 * @text: the text of @node as readers see it, with its placeholders
 *
 * What is checked by itself, so that typing makes only one text be checked again.
 */
typedef struct
{
  VacDocument *document;
  VacNode     *node;
  const char  *language;
  const char  *text;
} VacReviewText;

/* Adds what it finds in @text to @findings. */
typedef void (*VacTextCheck) (const VacReviewText *text,
                              GPtrArray           *findings);

void vac_review_check_reading  (const VacReviewText *text,
                                GPtrArray           *findings);
void vac_review_check_typing   (const VacReviewText *text,
                                GPtrArray           *findings);
void vac_review_check_spelling (const VacReviewText *text,
                                GPtrArray           *findings);
void vac_review_check_wording  (const VacReviewText *text,
                                GPtrArray           *findings);

G_END_DECLS
