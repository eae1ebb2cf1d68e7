/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-finding.h"
#include "vac-pay-law.h"

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
 * @VAC_REVIEW_WORDING: words that exclude somebody, or say nothing
 * @VAC_REVIEW_READING: sentences and lists that are hard to read
 * @VAC_REVIEW_TYPING: doubled words, brackets, spaces
 * @VAC_REVIEW_SPELLING: words that no dictionary has; takes longer than all else
 * @VAC_REVIEW_PAY_RULES: what the pay transparency rules of the posting's places ask for
 * @VAC_REVIEW_ONLY_ERRORS: of the rest, only errors; what is milder is found where that costs
 *   nothing
 * @VAC_REVIEW_TEXTS: what is found in the texts
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
  VAC_REVIEW_WORDING   = 1 << 4,
  VAC_REVIEW_READING   = 1 << 5,
  VAC_REVIEW_TYPING    = 1 << 6,
  VAC_REVIEW_SPELLING  = 1 << 7,
  VAC_REVIEW_PAY_RULES = 1 << 8,
  VAC_REVIEW_ONLY_ERRORS = 1 << 9,
  VAC_REVIEW_TEXTS     = VAC_REVIEW_WORDING | VAC_REVIEW_READING | VAC_REVIEW_TYPING,
  VAC_REVIEW_POSTING   = VAC_REVIEW_FACTS | VAC_REVIEW_STRUCTURE,
} VacReviewScope;

/**
 * VacReviewOptions:
 * @scope: what to look for
 * @n_employees: how many people the employer has, for rules that ask; 0 when that is not known
 * @law: (nullable) (transfer none): laws on pay in postings; %NULL for those that are built in
 * @places: (nullable) (transfer none): %NULL-ended: ids of places whose laws hold as well, wherever
 *   the job is, "us-co"
 * @today: the day by which laws hold for a posting without a day of its own; when it is not valid,
 *   the day on which they were last looked at
 *
 * What to look for in a posting, and what it does not say itself.
 */
typedef struct
{
  VacReviewScope     scope;
  guint              n_employees;
  VacPayLaw         *law;
  const char *const *places;
  GDate              today;
} VacReviewOptions;

gboolean   vac_review_knows       (VacFindingGroup         group,
                                   const char             *language);

typedef void (*VacVisitText) (VacNode  *text,
                              gpointer  user_data);

GPtrArray *vac_review_check       (VacDocument            *document,
                                   VacReviewScope          scope);
GPtrArray *vac_review_check_for   (VacDocument            *document,
                                   const VacReviewOptions *options);
void       vac_review_visit_texts (VacDocument            *document,
                                   VacVisitText            visit,
                                   gpointer                user_data);
void       vac_review_check_text  (VacDocument            *document,
                                   VacNode                *node,
                                   VacReviewScope          scope,
                                   GPtrArray              *findings);

G_END_DECLS
