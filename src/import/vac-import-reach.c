/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-reach"

#include "config.h"

#include "vac-fact-reader.h"

/* The lists of a job's facts. */
static const VacRole lists[] = {
  VAC_ROLE_LOCATIONS, VAC_ROLE_EMPLOYMENT_TYPES, VAC_ROLE_AREAS, VAC_ROLE_GRADES,
  VAC_ROLE_LICENCES, VAC_ROLE_SPEECHES, VAC_ROLE_SKILLS, VAC_ROLE_QUESTIONS,
};

static gboolean
has_member (const VacField *record,
            VacRole         role)
{
  for (const VacField *member = record->fields; member != NULL && member->name != NULL; member++)
    if (member->role == role)
      return TRUE;

  return FALSE;
}

/*
 * vac_import_reach:
 * @document: a document, to which elements of lists are added
 * @role: a fact of the job
 * @index: in which element of a list it is, from 0
 *
 * Returns: (transfer none) (nullable): the leaf of that fact
 */
VacNode *
vac_import_reach (VacDocument *document,
                  VacRole      role,
                  guint        index)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const VacField *element = vac_schema_get_field (lists[i])->element;
      VacNode *list, *child;

      if (element->role != role && !has_member (element, role))
        continue;
      list = vac_document_get (document, lists[i]);
      while (vac_node_get_n_children (list) <= index)
        {
          g_autoptr (VacNode) added = vac_node_new (element);

          if (!vac_document_append (document, list, added))
            return NULL;
        }
      child = vac_node_get_child (list, index);

      return element->role == role ? child : vac_node_get (child, role);
    }

  return vac_document_get (document, role);
}
