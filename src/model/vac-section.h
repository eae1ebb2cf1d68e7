/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"

G_BEGIN_DECLS

gboolean vac_section_is_for_candidates (VacNode *section);

G_END_DECLS
