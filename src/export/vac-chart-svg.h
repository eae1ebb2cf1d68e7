/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-chart.h"

G_BEGIN_DECLS

char *vac_chart_to_svg (VacChart   *chart,
                        const char *title);

G_END_DECLS
