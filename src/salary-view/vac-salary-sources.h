/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-salary-list.h"

G_BEGIN_DECLS

void       vac_salary_facts_fill  (AdwExpanderRow *row,
                                   VacDocument    *document);
GtkWidget *vac_salary_sources_new (VacSalaryList  *list);

G_END_DECLS
