/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-status"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-date.h"
#include "vac-status.h"

/* How far a posting has come, and since when. */

/**
 * vac_status_get:
 * @document: a document
 *
 * Returns: (transfer none): the id of its status, which may be one that the schema does not know;
 *   %VAC_STATUS_DRAFT when it does not say
 */
const char *
vac_status_get (VacDocument *document)
{
  const char *id;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  id = vac_document_get_text (document, VAC_ROLE_STATUS);

  return *id != '\0' ? id : vac_schema_get_field (VAC_ROLE_STATUS)->otherwise;
}

/**
 * vac_status_set:
 * @document: a document
 * @id: the id of a status; empty for a document that does not say
 *
 * Sets it and, unless it is the same as before, today as the day on which the posting took it, in
 * one step.
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_status_set (VacDocument *document,
                const char  *id)
{
  VacNode *status, *since;
  g_autofree char *day = NULL;
  GDate today;
  gboolean done;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && id != NULL, FALSE);

  status = vac_document_get (document, VAC_ROLE_STATUS);
  since = vac_document_get (document, VAC_ROLE_STATUS_SINCE);
  if (g_str_equal (vac_node_get_text (status), id) && vac_node_get_raw (status) == NULL)
    return !vac_document_get_read_only (document);

  vac_date_today (&today);
  day = vac_date_to_iso (&today);
  vac_document_begin_step (document, _("Change Status"));
  done = vac_document_set_text (document, status, id) &&
         vac_document_set_text (document, since, *id != '\0' ? day : "");
  vac_document_end_step (document);

  return done;
}

/**
 * vac_status_describe:
 * @id: the id of a status
 *
 * Returns: (transfer none): what a person calls it; @id for one that the schema does not know
 */
const char *
vac_status_describe (const char *id)
{
  const VacChoice *choice;

  g_return_val_if_fail (id != NULL, NULL);

  choice = vac_field_find_choice (vac_schema_get_field (VAC_ROLE_STATUS), id);

  return choice != NULL ? _(choice->label) : id;
}
