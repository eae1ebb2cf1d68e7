/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-pages.h"

G_BEGIN_DECLS

/* The pieces of an outline, and the box of each. */
typedef struct
{
  GPtrArray    *pieces;
  const VacBlock *const *blocks;
  const guint8 *boxes;
} VacPaperPieces;

GPtrArray *vac_paper_pieces_new  (guint            n_pieces);
void       vac_paper_pieces_take (const VacPaperPieces *self,
                            const VacPaperPieces *old,
                            VacChange       *change);

G_END_DECLS
