/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-comparison.h"
#include "vac-outline-builder.h"

G_BEGIN_DECLS

/* Marks the place that the others are compared with. */
#define VAC_COMPARISON_BASE_MARK " †"

void vac_comparison_add_table (VacOutline    *outline,
                               VacComparison *comparison,
                               VacNode       *salaries);

G_END_DECLS
