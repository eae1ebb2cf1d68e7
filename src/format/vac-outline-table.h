/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacCellKind:
 * @VAC_CELL_BLANK: nothing, or a dash that says so
 * @VAC_CELL_FIGURE: an amount, a percentage, a number
 * @VAC_CELL_WORDS: anything else
 */
typedef enum
{
  VAC_CELL_BLANK,
  VAC_CELL_FIGURE,
  VAC_CELL_WORDS,
} VacCellKind;

VacCellKind vac_cell_get_kind                 (const char *cell);

guint       vac_outline_find_table_end        (VacOutline *outline,
                                               guint       first);
guint32     vac_outline_find_figures          (VacOutline *outline,
                                               guint       first);
gboolean    vac_outline_is_table_of_figures   (VacOutline *outline,
                                               guint       first);

G_END_DECLS
