/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-piece.h"

G_BEGIN_DECLS

GArray      *vac_piece_create_cells  (void);
PangoLayout *vac_piece_create_layout (const VacBlock    *block,
                                      const VacMeasure  *measure,
                                      const VacTypeStep *step,
                                      const char        *text,
                                      gsize              label_length);
void         vac_piece_break_layout  (PangoLayout       *layout,
                                      int                width);
void         vac_piece_measure_lines (VacPiece          *self,
                                      const VacMeasure  *measure);
void         vac_piece_lay_out_facts (VacPiece          *self,
                                      const VacMeasure  *measure);
gsize        vac_piece_append_caption (GString          *text,
                                       VacPiece         *self,
                                       const VacMeasure *measure,
                                       const char       *caption);
void         vac_piece_mark_caption  (VacCell           *cell,
                                      const VacMeasure  *measure,
                                      gsize              length);

G_END_DECLS
