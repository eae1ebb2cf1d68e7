/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-table-kind.h"

G_BEGIN_DECLS

/**
 * VacTableFactory:
 * @document: a document
 *
 * Makes what one kind of table is edited in. A layer above this one that has such widgets names
 * them in an array with a place for each #VacTableKind, which the program passes down.
 *
 * Returns: (transfer floating): a widget
 */
typedef GtkWidget *(*VacTableFactory) (VacDocument *document);

GtkWidget *vac_table_new (VacDocument           *document,
                          VacNode               *section,
                          const VacTableFactory *others);
void       vac_table_add (VacDocument           *document,
                          VacNode               *section,
                          VacNode               *subsection);
void       vac_table_copy_part (VacDocument      *document,
                                VacNode          *subsection,
                                VacNode          *copy);

G_END_DECLS
