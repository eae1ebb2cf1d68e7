/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export-options.h"

G_BEGIN_DECLS

/**
 * vac_paper_export_defaults:
 *
 * What is usual for an export, as #vac_export_defaults has it, with charts as pictures: a program
 * that can lay out pages begins with these.
 */
extern const VacExportOptions vac_paper_export_defaults;

GBytes *vac_chart_draw_png (VacChart   *chart,
                            const char *language,
                            double      width);

G_END_DECLS
