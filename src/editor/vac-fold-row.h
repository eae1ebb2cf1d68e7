/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_FOLD_ROW (vac_fold_row_get_type ())

G_DECLARE_FINAL_TYPE (VacFoldRow, vac_fold_row, VAC, FOLD_ROW, AdwExpanderRow)

/**
 * VacFieldRowFunc:
 * @document: the document
 * @leaf: a leaf
 *
 * Returns: (transfer floating): the row that edits it
 */
typedef GtkWidget *(*VacFieldRowFunc) (VacDocument *document,
                                       VacNode     *leaf);

/**
 * VacFoldFillFunc:
 * @self: a row without widgets
 * @document: the document
 * @members: (element-type VacNode): what is in the row
 * @create_row: makes the row of a leaf
 *
 * Adds the widgets of @members to @self.
 */
typedef void (*VacFoldFillFunc) (VacFoldRow      *self,
                                 VacDocument     *document,
                                 GPtrArray       *members,
                                 VacFieldRowFunc  create_row);

void       vac_fold_defer          (AdwExpanderRow  *row,
                                    GPtrArray       *nodes,
                                    void           (*make) (GtkWidget *row));
GtkWidget *vac_fold_row_new        (VacDocument     *document,
                                    GPtrArray       *members,
                                    VacFoldFillFunc  fill_row,
                                    VacFieldRowFunc  create_row);
GtkWidget *vac_fold_row_new_for    (VacDocument     *document,
                                    VacNode         *node,
                                    VacFoldFillFunc  fill_row,
                                    VacFieldRowFunc  create_row);
void       vac_fold_row_add_widget (VacFoldRow      *self,
                                    GtkWidget       *widget);
GtkWidget *vac_fold_take_run       (VacDocument     *document,
                                    GPtrArray       *members,
                                    guint           *position,
                                    VacFieldRowFunc  create_row);
GPtrArray *vac_fold_create_rows    (VacDocument     *document,
                                    VacNode         *record,
                                    VacFieldRowFunc  create_row);

G_END_DECLS
