/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-own-postings.h"
#include "vac-reviewer.h"

G_BEGIN_DECLS

#define VAC_TYPE_MEASURE_LIST (vac_measure_list_get_type ())

G_DECLARE_FINAL_TYPE (VacMeasureList, vac_measure_list, VAC, MEASURE_LIST, GtkBox)

void vac_measure_list_remember     (VacMeasureList *self,
                                    GSettings      *settings,
                                    const char     *key);
void vac_measure_list_set_own      (VacMeasureList *self,
                                    VacOwnPostings *own);
void vac_measure_list_set_reviewer (VacMeasureList *self,
                                    VacReviewer    *reviewer);
void vac_measure_list_update       (VacMeasureList *self);

G_END_DECLS
