/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-salary-list.h"

G_BEGIN_DECLS

GtkWidget *vac_candidate_row_new (VacSalaryList *list);

G_END_DECLS
