/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-piece.h"

G_BEGIN_DECLS

void     vac_piece_hyphenate      (VacPiece         *self,
                                   const VacMeasure *measure);
gsize    vac_piece_get_place      (const VacPiece   *self,
                                   gsize             offset);
gboolean vac_piece_divides_word   (VacPiece         *self,
                                   guint             line);
void     vac_piece_forget_hyphens (VacPiece         *self);

G_END_DECLS
