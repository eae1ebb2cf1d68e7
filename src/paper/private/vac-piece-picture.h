/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-piece.h"

G_BEGIN_DECLS

double vac_piece_get_band_indent (VacPicture *picture);
cairo_surface_t *vac_piece_read_picture (VacPicture *picture);
void vac_piece_lay_out_picture (VacPiece         *self,
                                const VacMeasure *measure);
void vac_piece_draw_picture    (VacPiece         *self,
                                cairo_t          *cr,
                                double            x,
                                double            y);

G_END_DECLS
