/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-pages.h"
#include "vac-paper.h"

G_BEGIN_DECLS

/* What is beside ink where it is blurred: in points, and in pixels. */
#define VAC_INK_POINTS 2.0
#define VAC_INK_PIXELS 2

const VacSheet *vac_paper_get_page      (VacPaper      *self,
                                         guint          page);
double         vac_paper_get_left      (VacPaper       *self);
double         vac_paper_get_text_width (VacPaper      *self);
double         vac_paper_get_top       (VacPaper       *self);
gboolean       vac_paper_get_rtl       (VacPaper       *self);
PangoContext  *vac_paper_get_context   (VacPaper       *self);
const VacLook *vac_paper_get_look      (VacPaper       *self);
double         vac_paper_get_side      (VacPaper       *self);
double         vac_paper_get_last_share (VacPaper      *self);
double         vac_paper_get_bottom    (VacPaper       *self);
double         vac_paper_get_space_scale (VacPaper     *self);
double         vac_paper_get_slice_x   (VacPaper       *self,
                                        const VacSlice *slice);
double         vac_paper_get_slice_y   (VacPaper       *self,
                                        const VacSlice *slice);
void           vac_paper_draw_ground   (VacPaper       *self,
                                        cairo_t        *cr,
                                        guint           page);
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
