/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-fold-row.h"

G_BEGIN_DECLS

#define VAC_TYPE_RECORD_LIST (vac_record_list_get_type ())

G_DECLARE_FINAL_TYPE (VacRecordList, vac_record_list, VAC, RECORD_LIST, GtkWidget)

/**
 * VacRecordTitleFunc:
 * @document: the document
 * @record: a record
 *
 * Returns: (transfer full): what it is called while it is closed; empty when it says nothing yet
 */
typedef char *(*VacRecordTitleFunc) (VacDocument *document,
                                     VacNode     *record);

GtkWidget *vac_record_list_new        (VacDocument        *document,
                                       VacNode            *list,
                                       VacFieldRowFunc     create_row,
                                       VacRecordTitleFunc  describe);
void       vac_record_list_hide_title (VacRecordList      *self);

G_END_DECLS
