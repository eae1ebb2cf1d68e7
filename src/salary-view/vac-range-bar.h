/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-axis.h"
#include "vac-range.h"

G_BEGIN_DECLS

#define VAC_TYPE_RANGE_BAR (vac_range_bar_get_type ())

G_DECLARE_FINAL_TYPE (VacRangeBar, vac_range_bar, VAC, RANGE_BAR, GtkWidget)

GtkWidget *vac_range_bar_new       (GtkOrientation     orientation,
                                    const VacAxis     *axis);
void       vac_range_bar_add       (VacRangeBar       *self,
                                    const char        *style,
                                    const VacPayRange *range,
                                    int                across);
void       vac_range_bar_add_ticks (VacRangeBar       *self);
void       vac_range_bar_add_label (VacRangeBar       *self,
                                    const char        *text,
                                    VacMoney           amount);

G_END_DECLS
