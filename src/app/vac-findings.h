/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-window.h"

G_BEGIN_DECLS

GtkWidget *vac_findings_group_new (VacWindow  *window,
                                   GPtrArray  *findings,
                                   const char *title);
void       vac_findings_show      (VacWindow  *window);

G_END_DECLS
