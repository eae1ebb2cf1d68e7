/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-document-find"

#include "config.h"

#include "vac-document.h"

/* Where something stands in a document. */

/**
 * vac_document_get_text:
 * @self: a document
 * @role: the role of a leaf that is in no list
 *
 * Returns: (transfer none): its text, as vac_node_get_text()
 */
const char *
vac_document_get_text (VacDocument *self,
                       VacRole      role)
{
  return vac_node_get_text (vac_document_get (self, role));
}

static VacNode *
find_section_in (VacNode    *list,
                 const char *id)
{
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *section = vac_node_get_child (list, i);
      VacNode *subsections = vac_node_get (section, VAC_ROLE_SUBSECTIONS);
      VacNode *found;

      if (g_str_equal (vac_node_get_member_text (section, VAC_ROLE_SECTION_ID), id))
        return section;
      found = subsections != NULL ? find_section_in (subsections, id) : NULL;
      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * vac_document_find_section:
 * @self: a document
 * @id: the id of a section or subsection
 *
 * Returns: (transfer none) (nullable): the first one with that id
 */
VacNode *
vac_document_find_section (VacDocument *self,
                           const char  *id)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return *id == '\0' ? NULL : find_section_in (vac_document_get (self, VAC_ROLE_SECTIONS), id);
}
