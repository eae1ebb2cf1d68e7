/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-code-names.h"

G_BEGIN_DECLS

#define VAC_TYPE_CODE_ROW (vac_code_row_get_type ())

G_DECLARE_FINAL_TYPE (VacCodeRow, vac_code_row, VAC, CODE_ROW, AdwActionRow)

GtkWidget  *vac_code_row_new      (VacCodeKind  kind,
                                   const char  *label);
const char *vac_code_row_get_code (VacCodeRow  *self);
void        vac_code_row_set_code (VacCodeRow  *self,
                                   const char  *code);
void        vac_code_row_set_nothing (VacCodeRow *self,
                                   const char  *name);

G_END_DECLS
