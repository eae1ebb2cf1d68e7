/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-board-length.h"

G_BEGIN_DECLS

/**
 * VacBoardFact:
 * @name: the place that a posting goes to
 * @value: how long it is there
 * @remark: how much the place takes, and whether this is too much
 * @fits: whether the place takes it
 *
 * The length of a posting for one place as it is shown: all texts are for users.
 */
typedef struct
{
  const char *name;
  char       *value;
  char       *remark;
  gboolean    fits;
} VacBoardFact;

GPtrArray *vac_board_facts_new (const VacBoardLength *lengths);
void       vac_board_facts_add (GPtrArray            *measures,
                                const VacBoardLength *lengths);

G_END_DECLS
