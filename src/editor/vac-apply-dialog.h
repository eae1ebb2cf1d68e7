/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-dialog.h"
#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_APPLY_DIALOG (vac_apply_dialog_get_type ())

G_DECLARE_FINAL_TYPE (VacApplyDialog, vac_apply_dialog, VAC, APPLY_DIALOG, VacDialog)

GtkWidget *vac_apply_dialog_new    (VacDocument *document,
                                    VacNode     *source,
                                    GtkWidget   *parent);
GtkWidget *vac_take_out_dialog_new (VacDocument *document,
                                    VacNode     *source,
                                    GtkWidget   *parent);

G_END_DECLS
