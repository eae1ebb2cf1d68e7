/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-piece.h"

G_BEGIN_DECLS

void vac_piece_measure_space (VacPiece         *self,
                              const VacMeasure *measure);
void vac_piece_draw_space    (VacPiece         *self,
                              cairo_t          *cr,
                              double            x,
                              double            y,
                              guint             first,
                              guint             n_lines);

G_END_DECLS
