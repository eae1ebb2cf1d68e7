/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-window.h"

G_BEGIN_DECLS

gboolean vac_findings_add_to (AdwPreferencesPage *page,
                              VacWindow          *window);
void     vac_findings_show   (VacWindow          *window);

G_END_DECLS
