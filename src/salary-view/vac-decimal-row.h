/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_DECIMAL_ROW (vac_decimal_row_get_type ())

G_DECLARE_FINAL_TYPE (VacDecimalRow, vac_decimal_row, VAC, DECIMAL_ROW, AdwEntryRow)

GtkWidget *vac_decimal_row_new (VacDocument *document,
                                VacNode     *leaf,
                                const char  *title,
                                guint        decimals);

G_END_DECLS
