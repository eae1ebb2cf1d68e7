/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-page-images.h"
#include "vac-page-view.h"

G_BEGIN_DECLS

/* At 100 % an inch is 96 pixels, as everywhere on this desktop. */
#define VAC_PAGE_VIEW_PIXELS_PER_POINT (96.0 / 72.0)

#define VAC_PAGE_VIEW_LEAST_ZOOM 0.25

/* White space around and between pages, in pixels. */
#define VAC_PAGE_VIEW_GAP 18.0

struct _VacPageView
{
  GtkWidget            parent_instance;

  GtkScrollablePolicy  policies[2];
  double               zoom;           /* 0: as wide as the view */
  double               scale;          /* pixels per point */
  double               gesture_scale;  /* when the fingers went down */
  double               pointer_x;
  double               pointer_y;
  guint                percent;
  guint                n_pages;
  guint                current_page;
  guint                notify_source;  /* tells others once all have their place, or 0 */
  guint                block;          /* that shows @node, or VAC_PAPER_NONE */
  gboolean             has_pending;
  gboolean             reveal_pending;

  /* Borrowed: what marks words; NULL when none are marked */
  VacPageMarksFunc     find_marks;
  gpointer             marks_data;

  /* Owned */
  GtkAdjustment       *adjustments[2];
  VacPaper            *paper;
  VacPageImages       *images;
  VacOutline          *pending;
  VacNode             *node;
  char                *title;          /* nullable: what its pages are */
  gsize                words;          /* where in its text what is shown begins, in bytes */
  gsize                words_end;      /* where that ends; 0 for the node as a whole */
  AdwAnimation        *animation;
};

void     vac_page_view_get_page_size    (VacPageView      *self,
                                        double           *width,
                                        double           *height);
void     vac_page_view_get_page_origin  (VacPageView      *self,
                                        guint             page,
                                        double           *x,
                                        double           *y);
void     vac_page_view_update_label     (VacPageView      *self);
guint    vac_page_view_find_page        (VacPageView      *self,
                                        double            y);
gboolean vac_page_view_get_block_extent (VacPageView      *self,
                                        double           *top,
                                        double           *bottom);
void     vac_page_view_update_state     (VacPageView      *self);
void     vac_page_view_update_geometry  (VacPageView      *self);
void     vac_page_view_update_geometry_around (VacPageView *self,
                                         double            anchor_x,
                                         double            anchor_y);
VacNode *vac_page_view_find_node        (VacPageView      *self,
                                        double            x,
                                        double            y);
void     vac_page_view_reveal_block     (VacPageView      *self);
void     vac_page_view_stop_animation   (VacPageView      *self);
void     vac_page_view_set_zoom_around  (VacPageView      *self,
                                        double            zoom,
                                        double            x,
                                        double            y);
void     vac_page_view_activate_node    (VacPageView      *self,
                                        VacNode          *node);
void     vac_page_view_draw_marks       (VacPageView      *self,
                                         GtkSnapshot      *snapshot,
                                         guint             page,
                                         const graphene_rect_t *sheet);
void     vac_page_view_snapshot         (GtkWidget        *widget,
                                        GtkSnapshot      *snapshot);
void     vac_page_view_add_controllers  (VacPageView      *self);
void     vac_page_view_add_bindings     (GtkWidgetClass   *widget_class);

G_END_DECLS
