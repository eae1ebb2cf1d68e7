/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-versions.h"

G_BEGIN_DECLS

void vac_versions_thin (GPtrArray  *versions,
                        gint64      now);
void vac_versions_fit  (GPtrArray  *versions,
                        GHashTable *sizes,
                        guint64     most);

G_END_DECLS
