/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export.h"

G_BEGIN_DECLS

char *vac_outline_to_text         (VacOutline *outline);
char *vac_outline_to_text_wrapped (VacOutline *outline,
                                   guint       columns);

extern const VacExporter vac_text_exporter;

G_END_DECLS
