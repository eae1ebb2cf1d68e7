/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-piece.h"

G_BEGIN_DECLS

void vac_piece_mark_text        (PangoLayout    *layout,
                                 const VacBlock *block,
                                 gsize           label_length);
void vac_piece_mark_parts       (const VacPiece *piece,
                                 PangoLayout    *layout);
void vac_piece_mark_changes     (VacPiece       *piece,
                                 PangoLayout    *layout,
                                 guint           cell);
void vac_piece_keep_words       (PangoLayout    *layout);
void vac_piece_keep_title        (PangoLayout    *layout);
void vac_piece_keep_pay          (PangoLayout    *layout);
void vac_piece_keep_facts_whole (PangoLayout    *layout,
                                 const VacPiece *piece,
                                 guint           first,
                                 guint           end_fact,
                                 const char     *language);

G_END_DECLS
