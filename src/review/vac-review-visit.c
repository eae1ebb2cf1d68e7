/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-visit"

#include "config.h"

#include "vac-audience.h"
#include "vac-review.h"

/* Names, codes and addresses are not read as sentences are. */
static gboolean
is_read (const VacField *field)
{
  switch (field->role)
    {
    case VAC_ROLE_JOB_TITLE:
    case VAC_ROLE_SECTION_TITLE:
    case VAC_ROLE_ITEM_LABEL:
    case VAC_ROLE_HOURS_SCHEDULE:
    case VAC_ROLE_PAY_NOTE:
    case VAC_ROLE_PAY_BONUS:
    case VAC_ROLE_PAY_COMMISSION:
    case VAC_ROLE_PAY_EQUITY:
    case VAC_ROLE_RIGHT_TO_WORK:
    case VAC_ROLE_TRAVEL:
      return TRUE;
    default:
      return field->kind == VAC_KIND_PROSE &&
             vac_audience_may_see (VAC_AUDIENCE_CANDIDATE, field->role);
    }
}

static gboolean
is_passed_over (const VacField *field,
                const char     *text,
                gsize           length,
                gpointer        user_data)
{
  return !is_read (field) || (text != NULL && *text == '\0');
}

static void
walk (VacDocument   *document,
      VacNode       *node,
      VacVisitText   visit,
      gpointer       user_data)
{
  const VacField *field = vac_node_get_field (node);

  if (vac_node_get_kind (node) == VAC_KIND_PICTURE ||
      !vac_audience_sees_part (VAC_AUDIENCE_CANDIDATE, document, node))
    return;
  if (field != NULL && is_read (field) && *vac_node_get_text (node) != '\0')
    visit (node, user_data);
  for (guint i = 0, n = vac_node_get_n_children (node); i < n; i++)
    {
      VacNode *child = vac_node_peek_unless (node, i, is_passed_over, NULL);

      if (child != NULL)
        walk (document, child, visit, user_data);
    }
}

/**
 * vac_review_visit_texts:
 * @document: a document
 * @visit: (scope call): is called with each text
 * @user_data: for @visit
 *
 * Goes through the texts that candidates read as sentences or headings, in the order of the form.
 */
void
vac_review_visit_texts (VacDocument  *document,
                        VacVisitText  visit,
                        gpointer      user_data)
{
  g_return_if_fail (VAC_IS_DOCUMENT (document) && visit != NULL);

  walk (document, vac_document_get (document, VAC_ROLE_JOB), visit, user_data);
  walk (document, vac_document_get (document, VAC_ROLE_SECTIONS), visit, user_data);
}
