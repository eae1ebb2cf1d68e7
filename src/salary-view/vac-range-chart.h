/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-salary-list.h"

G_BEGIN_DECLS

#define VAC_TYPE_RANGE_CHART (vac_range_chart_get_type ())

G_DECLARE_FINAL_TYPE (VacRangeChart, vac_range_chart, VAC, RANGE_CHART, GtkWidget)

GtkWidget *vac_range_chart_new      (VacSalaryList      *list,
                                     GtkSingleSelection *selection);
guint      vac_range_chart_get_most (void);
char      *vac_range_chart_describe (VacRangeChart      *self);

G_END_DECLS
