/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-dialog.h"
#include "vac-outline.h"
#include "vac-page-setup.h"

G_BEGIN_DECLS

#define VAC_TYPE_PRINT_PREVIEW (vac_print_preview_get_type ())

G_DECLARE_FINAL_TYPE (VacPrintPreview, vac_print_preview, VAC, PRINT_PREVIEW, VacDialog)

VacDialog *vac_print_preview_new (GtkWindow          *parent,
                                  VacOutline         *outline,
                                  const VacPageSetup *setup,
                                  const char         *pages);

G_END_DECLS
