/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-control-row.h"
#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_PICTURE_ROW (vac_picture_row_get_type ())

G_DECLARE_FINAL_TYPE (VacPictureRow, vac_picture_row, VAC, PICTURE_ROW, VacControlRow)

GtkWidget *vac_picture_row_new (VacDocument *document,
                                VacNode     *leaf);

G_END_DECLS
