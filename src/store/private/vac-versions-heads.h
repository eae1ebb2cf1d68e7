/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-versions-index.h"

G_BEGIN_DECLS

gboolean vac_versions_heads_read (const char       *path,
                                  VacVersionsIndex *head);

G_END_DECLS
