/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "vac-outline.h"
#include "vac-page-setup.h"

G_BEGIN_DECLS

/**
 * VAC_PAPER_NONE:
 *
 * The position of a block that is not there.
 */
#define VAC_PAPER_NONE G_MAXUINT

#define VAC_TYPE_PAPER (vac_paper_get_type ())

G_DECLARE_FINAL_TYPE (VacPaper, vac_paper, VAC, PAPER, GObject)

VacPaper           *vac_paper_new             (const VacPageSetup *setup);

const VacPageSetup *vac_paper_get_setup       (VacPaper           *self);
void                vac_paper_set_setup       (VacPaper           *self,
                                               const VacPageSetup *setup);
VacOutline         *vac_paper_get_outline     (VacPaper           *self);
void                vac_paper_set_outline     (VacPaper           *self,
                                               VacOutline         *outline);
double              vac_paper_get_body_size   (VacPaper           *self);

guint               vac_paper_get_n_pages     (VacPaper           *self);
guint64             vac_paper_get_page_serial (VacPaper           *self,
                                               guint               page);
void                vac_paper_draw_page       (VacPaper           *self,
                                               cairo_t            *cr,
                                               guint               page);
void                vac_paper_draw_part       (VacPaper           *self,
                                               cairo_t            *cr,
                                               guint               page,
                                               double              top,
                                               double              bottom);
void                vac_paper_get_pixels      (VacPaper           *self,
                                               double              scale,
                                               int                *width,
                                               int                *height);
cairo_surface_t    *vac_paper_render_page     (VacPaper           *self,
                                               guint               page,
                                               double              scale);
cairo_surface_t    *vac_paper_render_part     (VacPaper           *self,
                                               guint               page,
                                               double              scale,
                                               const cairo_rectangle_int_t *part);
gboolean            vac_paper_find_changed_rows (VacPaper         *self,
                                               guint               page,
                                               double              scale,
                                               guint64             serial,
                                               int                *top,
                                               int                *bottom);

VacNode            *vac_paper_find_node_at    (VacPaper           *self,
                                               guint               page,
                                               double              x,
                                               double              y);
guint               vac_paper_find_block      (VacPaper           *self,
                                               VacNode            *node);
gboolean            vac_paper_get_block_area  (VacPaper           *self,
                                               guint               block,
                                               guint               page,
                                               cairo_rectangle_t  *area);
gboolean            vac_paper_find_node       (VacPaper           *self,
                                               VacNode            *node,
                                               guint              *page,
                                               cairo_rectangle_t  *area);

G_END_DECLS
