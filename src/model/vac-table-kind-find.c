/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-table-kind"

#include "config.h"

#include "vac-document.h"
#include "vac-table-kind.h"

/* Where in a document a kind of table stands. */

/**
 * vac_table_kind_of_node:
 * @node: a node of a document
 *
 * Returns: the kind of table that shows it; %VAC_TABLE_NONE for what a section or another page has
 */
VacTableKind
vac_table_kind_of_node (VacNode *node)
{
  VacTableKind kind = VAC_TABLE_NONE;

  g_return_val_if_fail (VAC_IS_NODE (node), VAC_TABLE_NONE);

  for (; node != NULL && kind == VAC_TABLE_NONE; node = vac_node_get_parent (node))
    kind = vac_table_kind_of_role (vac_node_get_role (node));

  return kind;
}

/**
 * vac_table_kind_of_section:
 * @section: a section or subsection
 *
 * Returns: the kind of table that it shows
 */
VacTableKind
vac_table_kind_of_section (VacNode *section)
{
  const char *id;

  g_return_val_if_fail (VAC_IS_NODE (section) && vac_node_get_role (section) == VAC_ROLE_SECTION,
                        VAC_TABLE_NONE);

  id = vac_node_get_member_text (section, VAC_ROLE_SECTION_TABLE);
  for (guint kind = VAC_TABLE_NONE + 1; kind < VAC_N_TABLES; kind++)
    if (g_str_equal (vac_table_kind_get_id (kind), id))
      return kind;

  return VAC_TABLE_NONE;
}

/**
 * vac_table_kind_covers:
 * @kind: a kind of table
 * @node: a node of a document
 *
 * Returns: whether @node is in such a table, or in a section that shows one
 */
gboolean
vac_table_kind_covers (VacTableKind kind,
                       VacNode     *node)
{
  g_return_val_if_fail (kind > VAC_TABLE_NONE && kind < VAC_N_TABLES, FALSE);
  g_return_val_if_fail (VAC_IS_NODE (node), FALSE);

  for (; node != NULL; node = vac_node_get_parent (node))
    if (vac_table_kind_of_role (vac_node_get_role (node)) == kind ||
        (vac_node_get_role (node) == VAC_ROLE_SECTION && vac_table_kind_of_section (node) == kind))
      return TRUE;

  return FALSE;
}

static VacNode *
find_section_in (VacTableKind  kind,
                 VacNode      *list)
{
  for (guint i = 0; list != NULL && i < vac_node_get_n_children (list); i++)
    {
      VacNode *section = vac_node_get_child (list, i);
      VacNode *part;

      if (vac_node_get_kind (section) != VAC_KIND_RECORD)
        continue;
      if (vac_table_kind_of_section (section) == kind)
        return section;
      part = find_section_in (kind, vac_node_get (section, VAC_ROLE_SUBSECTIONS));
      if (part != NULL)
        return part;
    }

  return NULL;
}

/**
 * vac_table_kind_find_section:
 * @kind: a kind of table
 * @document: a document
 *
 * Returns: (transfer none) (nullable): the first section or subsection that shows such a table;
 *   %NULL for %VAC_TABLE_NONE
 */
VacNode *
vac_table_kind_find_section (VacTableKind  kind,
                             VacDocument  *document)
{
  g_return_val_if_fail (kind >= VAC_TABLE_NONE && kind < VAC_N_TABLES, NULL);
  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  return kind == VAC_TABLE_NONE
         ? NULL
         : find_section_in (kind, vac_document_get (document, VAC_ROLE_SECTIONS));
}
