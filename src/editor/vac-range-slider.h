/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-money.h"

G_BEGIN_DECLS

/**
 * VacRangeEnd:
 *
 * Which end of a range, and which handle of a slider.
 */
typedef enum
{
  VAC_RANGE_END_MINIMUM,
  VAC_RANGE_END_MAXIMUM,
  VAC_N_RANGE_ENDS,
} VacRangeEnd;

#define VAC_TYPE_RANGE_SLIDER (vac_range_slider_get_type ())

G_DECLARE_FINAL_TYPE (VacRangeSlider, vac_range_slider, VAC, RANGE_SLIDER, GtkWidget)

GtkWidget *vac_range_slider_new        (void);
GtkWidget *vac_range_slider_get_handle (VacRangeSlider *self,
                                        VacRangeEnd     end);
void       vac_range_slider_set_scale  (VacRangeSlider *self,
                                        VacMoney        lower,
                                        VacMoney        upper,
                                        VacMoney        step);
void       vac_range_slider_set_mark   (VacRangeSlider *self,
                                        VacRangeEnd     end,
                                        VacMoney        value,
                                        const char     *label);
void       vac_range_slider_set_value  (VacRangeSlider *self,
                                        VacRangeEnd     end,
                                        VacMoney        value,
                                        gboolean        known,
                                        const char     *text);

G_END_DECLS
