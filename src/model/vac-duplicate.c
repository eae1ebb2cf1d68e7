/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-duplicate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-duplicate.h"
#include "vac-status.h"

/* A posting that begins as another one: for the next place, or the next time. */

/* What belongs to the one vacancy that a posting was written for. What is left over from it would
 * be published as true of the next. */
static const VacRole own_facts[] = {
  VAC_ROLE_REQUISITION,
  VAC_ROLE_FILL_BY,
  VAC_ROLE_POSTED,
  VAC_ROLE_CLOSES,
  VAC_ROLE_CLOSES_TIME,
  VAC_ROLE_CLOSES_ZONE,
  VAC_ROLE_START,
  VAC_ROLE_CONTRACT_ENDS,
};

/* Nothing would not take the place of a value of another type. */
static void
empty (VacDocument *document,
       VacRole      role)
{
  VacNode *leaf = vac_document_get (document, role);

  if (vac_node_get_raw (leaf) != NULL)
    vac_document_set_text (document, leaf, " ");
  vac_document_set_text (document, leaf, "");
}

/**
 * vac_duplicate:
 * @document: a posting
 * @reference: (nullable): what stands for its file in duplicates; %NULL if it has none
 *
 * The duplicate says of itself that it is one of @reference or, without a file, of what @document
 * is a duplicate of. It is a draft without requisition id and dates. That is its first step, so
 * that undo brings them back.
 *
 * Returns: (transfer full): the duplicate
 */
VacDocument *
vac_duplicate (VacDocument *document,
               const char  *reference)
{
  g_autoptr (VacNode) root = NULL;
  VacDocument *duplicate;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  root = vac_node_copy (vac_document_get_root (document));
  duplicate = vac_document_new_for_root (root);
  vac_document_begin_step (duplicate, _("Duplicate"));
  /* Since today, even if the other one has been a draft for long. */
  vac_status_set (duplicate, "");
  vac_status_set (duplicate, VAC_STATUS_DRAFT);
  if (reference != NULL)
    vac_document_set_text (duplicate, vac_document_get (duplicate, VAC_ROLE_DUPLICATE_OF),
                           reference);
  for (guint i = 0; i < G_N_ELEMENTS (own_facts); i++)
    empty (duplicate, own_facts[i]);
  vac_document_end_step (duplicate);
  vac_document_add_barrier (duplicate);

  return duplicate;
}
