/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cmark.h>

#include "vac-outline.h"

G_BEGIN_DECLS

gboolean vac_cmark_add_head (VacOutline      *outline,
                             const VacBlock  *block,
                             cmark_node      *header,
                             cmark_node     **side);

G_END_DECLS
