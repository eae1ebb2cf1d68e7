/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-table"

#include "config.h"

#include "vac-field-row.h"
#include "vac-table.h"

/**
 * vac_table_new:
 * @document: the document
 * @section: a section
 * @table: the id of the table that its page shows
 *
 * Returns: (transfer floating) (nullable): a widget that edits the table; %NULL when there is none
 *   in this layer
 */
GtkWidget *
vac_table_new (VacDocument *document,
               VacNode     *section,
               const char  *table)
{
  if (g_str_equal (table, VAC_TABLE_PAY))
    return vac_field_group_new (document, vac_document_get (document, VAC_ROLE_PAY));

  return NULL;
}
