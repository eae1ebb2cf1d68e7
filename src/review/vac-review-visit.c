/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-visit"

#include "config.h"

#include "vac-audience.h"
#include "vac-review.h"

/* Names, codes and addresses are not read as sentences are. */
static gboolean
is_read (VacNode *node)
{
  const VacField *field = vac_node_get_field (node);

  if (field == NULL || *vac_node_get_text (node) == '\0')
    return FALSE;
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
      return field->kind == VAC_KIND_PROSE;
    }
}

static void
walk (VacDocument   *document,
      VacNode       *node,
      VacVisitText   visit,
      gpointer       user_data)
{
  if (vac_node_get_kind (node) == VAC_KIND_PICTURE ||
      !vac_audience_sees_part (VAC_AUDIENCE_CANDIDATE, document, node))
    return;
  if (is_read (node))
    visit (node, user_data);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    {
      VacNode *child = vac_node_peek_child (node, i);

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
