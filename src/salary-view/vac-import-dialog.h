/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-dialog.h"
#include "vac-salary-layouts.h"

G_BEGIN_DECLS

#define VAC_TYPE_IMPORT_DIALOG (vac_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (VacImportDialog, vac_import_dialog, VAC, IMPORT_DIALOG, VacDialog)

GtkWidget             *vac_import_dialog_new        (GtkWindow       *parent,
                                                     VacDocument     *document,
                                                     GFile           *file,
                                                     VacSalaryLayouts *layouts);
void                   vac_import_dialog_set_position (VacImportDialog *self,
                                                     guint            position,
                                                     guint            n_files);
VacSalaryImportResult *vac_import_dialog_get_result (VacImportDialog *self);

G_END_DECLS
