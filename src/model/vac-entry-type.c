/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-entry-type"

#include "config.h"

#include "vac-entry.h"
#include "vac-status.h"

/* Values that come from outside of the forms: from the command line, or for many postings. */

/* Any edit replaces a value of another type; a second one empties the field again. */
static gboolean
drop_leaf (VacDocument *document,
           VacNode     *leaf)
{
  return vac_document_set_text (document, leaf, " ") && vac_document_set_text (document, leaf, "");
}

/**
 * vac_entry_set:
 * @document: a document
 * @leaf: a leaf in it
 * @value: what it shall hold, in the form in which documents hold it; empty for nothing
 * @error: return location for a sentence
 *
 * Sets it if it is right, and with a status the day on which the posting took it.
 *
 * Returns: whether that was done; otherwise @error is %VAC_ERROR_INVALID_VALUE, or not set where
 *   the document is read-only
 */
gboolean
vac_entry_set (VacDocument *document,
               VacNode     *leaf,
               const char  *value,
               GError     **error)
{
  const VacField *field;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  field = vac_node_get_field (leaf);
  if (!vac_field_accepts (field, value, error))
    return FALSE;
  if (*value == '\0' && vac_node_get_raw (leaf) != NULL && *vac_node_get_text (leaf) == '\0')
    return drop_leaf (document, leaf);
  if (field->role == VAC_ROLE_STATUS)
    return vac_status_set (document, value);

  return vac_document_set_text (document, leaf, value);
}

/**
 * vac_entry_type:
 * @document: a document
 * @leaf: a leaf in it
 * @text: what a person would type into its form
 * @note: (out) (optional) (nullable): tells how it was understood where that may surprise
 * @error: return location for a sentence
 *
 * Understands @text as vac_entry_read() does and sets what it means, but takes nothing that is not
 * right.
 *
 * Returns: as vac_entry_set()
 */
gboolean
vac_entry_type (VacDocument *document,
                VacNode     *leaf,
                const char  *text,
                char       **note,
                GError     **error)
{
  g_auto (VacEntry) entry = { 0 };

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (note != NULL)
    *note = NULL;
  if (*text == '\0' || !vac_entry_is_for (vac_node_get_field (leaf)))
    return vac_entry_set (document, leaf, text, error);
  if (!vac_entry_read (document, leaf, text, &entry, error) || !vac_entry_apply (document, &entry))
    return FALSE;

  if (note != NULL)
    *note = vac_entry_announce (&entry);
  if (note != NULL && *note == NULL && !g_str_equal (text, vac_node_get_text (leaf)))
    *note = vac_entry_explain (document, leaf);

  return TRUE;
}
