/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-pages.h"
#include "vac-paper.h"

G_BEGIN_DECLS

const VacSheet *vac_paper_get_page      (VacPaper      *self,
                                         guint          page);
double         vac_paper_get_left      (VacPaper       *self);
double         vac_paper_get_text_width (VacPaper      *self);
double         vac_paper_get_top       (VacPaper       *self);
gboolean       vac_paper_get_rtl       (VacPaper       *self);
void           vac_paper_draw_margin   (VacPaper       *self,
                                        cairo_t        *cr,
                                        const VacSlice *slice);
void           vac_paper_draw_rule     (VacPaper       *self,
                                        cairo_t        *cr,
                                        const VacSlice *slice);
void           vac_paper_draw_foot     (VacPaper       *self,
                                        cairo_t        *cr,
                                        guint           page);

G_END_DECLS
