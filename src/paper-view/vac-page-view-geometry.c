/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-view"

#include "config.h"

#include <math.h>

#include "vac-page-view-private.h"

#define GAP VAC_PAGE_VIEW_GAP
#define PIXELS_PER_POINT VAC_PAGE_VIEW_PIXELS_PER_POINT

/* A page that fills the width is not enlarged beyond this. */
#define MOST_FIT_ZOOM 2.0

static double
get_scroll (VacPageView    *self,
            GtkOrientation  orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  /* Aligned to whole device pixels, as every page would be blurred otherwise. */
  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment) * factor) / factor : 0;
}

void
vac_page_view_get_page_size (VacPageView *self,
                             double      *width,
                             double      *height)
{
  const VacPageSetup *setup = vac_paper_get_setup (self->paper);
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  *width = ceil (setup->width * self->scale * factor - 0.001) / factor;
  *height = ceil (setup->height * self->scale * factor - 0.001) / factor;
}

/* Where a page's top left corner is in the widget. */
void
vac_page_view_get_page_origin (VacPageView *self,
                               guint        page,
                               double      *x,
                               double      *y)
{
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double slack;
  double width;
  double height;

  vac_page_view_get_page_size (self, &width, &height);
  slack = gtk_widget_get_width (GTK_WIDGET (self)) - width;
  *x = MAX (floor (slack / 2 * factor) / factor, GAP)
       - get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  *y = GAP + page * (height + GAP) - get_scroll (self, GTK_ORIENTATION_VERTICAL);
}

/* The page at a height of the widget, or the nearest one. */
guint
vac_page_view_find_page (VacPageView *self,
                         double       y)
{
  guint n_pages = vac_paper_get_n_pages (self->paper);
  double width;
  double height;
  double page;

  vac_page_view_get_page_size (self, &width, &height);
  page = floor ((y + get_scroll (self, GTK_ORIENTATION_VERTICAL) - GAP / 2) / (height + GAP));
  return (guint) CLAMP (page, 0, n_pages - 1);
}

static double
get_wanted_scale (VacPageView *self)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * GAP;
  double fit = room / vac_paper_get_setup (self->paper)->width;

  if (self->zoom > 0)
    return self->zoom * PIXELS_PER_POINT;

  return CLAMP (fit, VAC_PAGE_VIEW_LEAST_ZOOM * PIXELS_PER_POINT, MOST_FIT_ZOOM * PIXELS_PER_POINT);
}

static void
configure_adjustment (VacPageView    *self,
                      GtkOrientation  orientation,
                      double          value,
                      double          upper,
                      double          size)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_configure (self->adjustments[orientation], value, 0, MAX (upper, size),
                              size * 0.1, MAX (size * 0.9, 1), size);
}

static double
get_value (VacPageView    *self,
           GtkOrientation  orientation)
{
  return self->adjustments[orientation] != NULL
           ? gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

/* Brings scale and scroll bars up to date; what is at @anchor_x, @anchor_y in the widget stays
 * there. */
void
vac_page_view_update_geometry_around (VacPageView *self,
                                      double       anchor_x,
                                      double       anchor_y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double old_scale = self->scale;
  guint page = vac_page_view_find_page (self, anchor_y);
  double x;
  double y;
  double new_x;
  double new_y;
  double width;
  double height;

  vac_page_view_get_page_origin (self, page, &x, &y);
  self->scale = get_wanted_scale (self);
  vac_page_view_get_page_size (self, &width, &height);

  /* A resized view that is scrolled to the top stays there. */
  new_x = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  new_y = get_value (self, GTK_ORIENTATION_VERTICAL);
  if (old_scale != self->scale && (new_y > 0 || anchor_y > 0))
    new_y = GAP + page * (height + GAP) + (anchor_y - y) * self->scale / old_scale - anchor_y;
  if (old_scale != self->scale)
    new_x = GAP + (anchor_x - x) * self->scale / old_scale - anchor_x;

  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, new_x, width + 2 * GAP,
                        gtk_widget_get_width (widget));
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, new_y,
                        GAP + vac_paper_get_n_pages (self->paper) * (height + GAP),
                        gtk_widget_get_height (widget));
  vac_page_view_update_state (self);
  gtk_widget_queue_draw (widget);
}

void
vac_page_view_update_geometry (VacPageView *self)
{
  double middle = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;

  vac_page_view_update_geometry_around (self, middle, 0);
}

/* How far the block of the node being edited is below the top of the first page, in pixels. */
gboolean
vac_page_view_get_block_extent (VacPageView *self,
                                double      *top,
                                double      *bottom)
{
  cairo_rectangle_t area;
  double width;
  double height;

  vac_page_view_get_page_size (self, &width, &height);
  for (guint i = 0; self->block != VAC_PAPER_NONE && i < vac_paper_get_n_pages (self->paper); i++)
    if (vac_paper_get_block_area (self->paper, self->block, i, &area))
      {
        *top = GAP + i * (height + GAP) + area.y * self->scale;
        *bottom = *top + area.height * self->scale;
        return TRUE;
      }

  return FALSE;
}
