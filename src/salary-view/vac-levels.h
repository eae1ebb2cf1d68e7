/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-salary-list.h"

G_BEGIN_DECLS

#define VAC_TYPE_LEVELS (vac_levels_get_type ())

G_DECLARE_FINAL_TYPE (VacLevels, vac_levels, VAC, LEVELS, GtkWidget)

GtkWidget *vac_levels_new       (VacSalaryList *list);
void       vac_levels_set_place (VacLevels     *self,
                                 VacNode       *place);
char      *vac_levels_get_text  (VacLevels     *self);

G_END_DECLS
