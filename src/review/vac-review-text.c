/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-text"

#include "config.h"

#include "vac-review-text.h"

/* Checks of single texts, whatever else the posting says. */

static const struct
{
  VacReviewScope scope;
  VacTextCheck   check;
} checks[] = {
  { VAC_REVIEW_TYPING, vac_review_check_typing },
  { VAC_REVIEW_WORDING, vac_review_check_wording },
  { VAC_REVIEW_READING, vac_review_check_reading },
  { VAC_REVIEW_SPELLING, vac_review_check_spelling },
};

/**
 * vac_review_check_text:
 * @document: a document
 * @node: one of the texts that vac_review_visit_texts() names
 * @scope: what to look for
 * @findings: (element-type VacFinding): takes what was found
 *
 * Looks for what is found in a text by itself. Of one that its field does not take, such as one of
 * a million characters, vac_review_check() says just that.
 */
void
vac_review_check_text (VacDocument    *document,
                       VacNode        *node,
                       VacReviewScope  scope,
                       GPtrArray      *findings)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  const VacReviewText text = {
    document, node, *language != '\0' ? language : NULL, vac_node_get_shown_text (node),
  };

  if (!vac_field_accepts (vac_node_get_field (node), vac_node_get_text (node), NULL))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if ((scope & checks[i].scope) != 0)
      checks[i].check (&text, findings);
}
