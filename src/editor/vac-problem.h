/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_PROBLEM (vac_problem_get_type ())

G_DECLARE_FINAL_TYPE (VacProblem, vac_problem, VAC, PROBLEM, GtkWidget)

GtkWidget *vac_problem_new (VacDocument *document,
                            VacNode     *leaf,
                            GtkWidget   *field);

G_END_DECLS
