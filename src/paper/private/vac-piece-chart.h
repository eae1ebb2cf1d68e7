/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-piece.h"

G_BEGIN_DECLS

void vac_piece_lay_out_chart (VacPiece         *self,
                              const VacMeasure *measure);
void vac_chart_draw_on       (VacChart         *chart,
                              PangoContext     *context,
                              cairo_t          *cr,
                              double            width);
void vac_piece_draw_chart    (VacPiece         *self,
                              cairo_t          *cr,
                              double            x,
                              double            y);

G_END_DECLS
