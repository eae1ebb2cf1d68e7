/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-finding.h"

G_BEGIN_DECLS

const char *vac_severity_get_label (VacSeverity  severity);
void        vac_severity_show      (VacSeverity  severity,
                                    GtkImage    *icon);

G_END_DECLS
