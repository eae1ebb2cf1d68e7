/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

char   *vac_block_spell_links (const VacBlock *block);
GArray *vac_block_list_links  (const VacBlock *block,
                               gsize           label_length);
GArray *vac_block_place_parts (const VacBlock *block,
                               const char     *line,
                               gsize           label_length);

G_END_DECLS
