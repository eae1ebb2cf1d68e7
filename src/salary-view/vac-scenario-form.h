/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-salary-list.h"

G_BEGIN_DECLS

#define VAC_TYPE_SCENARIO_FORM (vac_scenario_form_get_type ())

G_DECLARE_FINAL_TYPE (VacScenarioForm, vac_scenario_form, VAC, SCENARIO_FORM, GtkWidget)

GtkWidget *vac_scenario_form_new      (VacSalaryList   *list);
char      *vac_scenario_form_get_text (VacScenarioForm *self);

G_END_DECLS
