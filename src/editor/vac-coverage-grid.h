/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_COVERAGE_GRID (vac_coverage_grid_get_type ())

G_DECLARE_FINAL_TYPE (VacCoverageGrid, vac_coverage_grid, VAC, COVERAGE_GRID, GtkWidget)

GtkWidget *vac_coverage_grid_new (VacDocument *document);

G_END_DECLS
