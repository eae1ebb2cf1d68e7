/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_RECORD_LIST (vac_record_list_get_type ())

G_DECLARE_FINAL_TYPE (VacRecordList, vac_record_list, VAC, RECORD_LIST, GtkWidget)

/**
 * VacRecordRowFunc:
 * @document: the document
 * @leaf: a leaf of a record
 *
 * Returns: (transfer floating): the row that edits it
 */
typedef GtkWidget *(*VacRecordRowFunc) (VacDocument *document,
                                        VacNode     *leaf);

GtkWidget *vac_record_list_new (VacDocument      *document,
                                VacNode          *list,
                                VacRecordRowFunc  create_row);

G_END_DECLS
