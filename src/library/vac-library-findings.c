/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-findings"

#include "config.h"

#include "vac-date.h"
#include "vac-ignored.h"
#include "vac-library-findings.h"
#include "vac-review.h"

/**
 * vac_library_list_findings:
 * @document: a posting
 *
 * Returns: (transfer full) (element-type VacFinding): what the review finds that is no hint, and
 *   that nobody ignores: what lists of postings count
 */
GPtrArray *
vac_library_list_findings (VacDocument *document)
{
  VacReviewOptions options = {
    .scope = VAC_REVIEW_POSTING | VAC_REVIEW_TEXTS | VAC_REVIEW_PAY_RULES,
  };
  GPtrArray *findings;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  vac_date_today (&options.today);
  findings = vac_review_check_for (document, &options);
  for (guint i = findings->len; i > 0; i--)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i - 1);

      if (finding->severity == VAC_SEVERITY_HINT || vac_ignored_has (document, finding))
        g_ptr_array_remove_index (findings, i - 1);
    }

  return findings;
}
