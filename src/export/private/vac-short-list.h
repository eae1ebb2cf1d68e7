/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

guint vac_short_list_count (VacOutline *outline,
                            guint       position);

G_END_DECLS
