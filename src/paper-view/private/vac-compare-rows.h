/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-diff.h"

G_BEGIN_DECLS

void vac_compare_rows_set_up (GtkListBox *list);
void vac_compare_rows_fill   (GtkListBox *list,
                              VacDiff    *diff);

G_END_DECLS
