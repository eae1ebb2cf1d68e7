/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacTableFactory:
 * @document: the document
 * @section: a section
 * @table: the id of the table that its page shows
 *
 * Returns: (transfer floating) (nullable): a widget for the table; %NULL when it has none
 */
typedef GtkWidget *(*VacTableFactory) (VacDocument *document,
                                       VacNode     *section,
                                       const char  *table,
                                       gpointer     user_data);

#define VAC_TYPE_SECTION_BLOCK (vac_section_block_get_type ())

G_DECLARE_FINAL_TYPE (VacSectionBlock, vac_section_block, VAC, SECTION_BLOCK, GtkWidget)

GtkWidget *vac_section_block_new (VacDocument     *document,
                                  VacNode         *section,
                                  VacTableFactory  factory,
                                  gpointer         user_data);

G_END_DECLS
