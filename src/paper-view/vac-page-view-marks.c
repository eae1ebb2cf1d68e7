/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-view"

#include "config.h"

#include <math.h>

#include "vac-page-view-private.h"
#include "vac-paper-words.h"

/* Marks of words lie on top of the page: whoever prints or exports it has none. */

/* Of the size of type: how thick a line is, and how far below the baseline it begins. */
#define THICKNESS 0.06
#define DISTANCE  0.12

/* Likewise: how far the ground of words reaches above the baseline, and below it. */
#define ABOVE 0.95
#define BELOW 0.28

/* It lies on the words, and is thinner than where it is below them. */
#define OPACITY 0.6f

typedef struct
{
  VacPageView       *view;
  GtkSnapshot       *snapshot;
  graphene_point_t   origin;   /* of the page */
  const VacPageMark *mark;     /* that is being drawn */
} Drawing;

static void
add_wave (Drawing               *self,
          const graphene_rect_t *area)
{
  const double step = area->size.height * 2 / 3;
  const double end = area->origin.x + area->size.width;
  const double low = area->origin.y + area->size.height - step / 4, high = low - step;
  cairo_t *cr = gtk_snapshot_append_cairo (self->snapshot, area);
  gboolean up = TRUE;

  gdk_cairo_set_source_rgba (cr, &self->mark->color);
  cairo_set_line_width (cr, step / 2);
  cairo_move_to (cr, area->origin.x, low);
  for (double x = area->origin.x + step; x < end; x += step, up = !up)
    cairo_line_to (cr, x, up ? high : low);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
add_ground (Drawing             *self,
            const VacPaperWords *words)
{
  const double scale = self->view->scale;
  GdkRGBA color = self->mark->color;

  color.alpha *= OPACITY;
  gtk_snapshot_append_color (
      self->snapshot, &color,
      &GRAPHENE_RECT_INIT (self->origin.x + (float) (words->x * scale),
                           self->origin.y +
                               (float) ((words->baseline - words->size * ABOVE) * scale),
                           (float) (words->width * scale),
                           (float) (words->size * (ABOVE + BELOW) * scale)));
}

/* Lines lie on whole pixels: one that is thinner would be a faint one. */
static void
draw_words_cb (const VacPaperWords *words,
               gpointer             user_data)
{
  Drawing *self = user_data;
  const double scale = self->view->scale;
  const float thickness = (float) MAX (round (words->size * THICKNESS * scale), 1);
  const float x = self->origin.x + (float) (words->x * scale);
  const float width = (float) (words->width * scale);
  const float y = self->origin.y + (float) ((words->baseline + words->size * DISTANCE) * scale);
  graphene_rect_t line = GRAPHENE_RECT_INIT (x, roundf (y), width, thickness);

  if (self->mark->line == PANGO_UNDERLINE_NONE)
    {
      add_ground (self, words);
      return;
    }
  if (self->mark->line == PANGO_UNDERLINE_ERROR)
    {
      line.size.height = 3 * thickness;
      add_wave (self, &line);
      return;
    }
  if (self->mark->line == PANGO_UNDERLINE_LOW)
    line.origin.y += 2 * thickness;
  gtk_snapshot_append_color (self->snapshot, &self->mark->color, &line);
  if (self->mark->line != PANGO_UNDERLINE_DOUBLE)
    return;
  line.origin.y += 2 * thickness;
  gtk_snapshot_append_color (self->snapshot, &self->mark->color, &line);
}

static void
draw_text_cb (const VacPaperText *text,
              gpointer            user_data)
{
  Drawing *self = user_data;
  g_autoptr (GArray) marks = self->view->find_marks (vac_paper_text_get_node (text),
                                                     self->view->marks_data);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      self->mark = &g_array_index (marks, VacPageMark, i);
      vac_paper_text_visit_words (text, self->mark->start, self->mark->end, draw_words_cb, self);
    }
}

/*
 * vac_page_view_draw_marks:
 * @sheet: where the page is
 *
 * Draws the marks of a page over it.
 */
void
vac_page_view_draw_marks (VacPageView           *self,
                          GtkSnapshot           *snapshot,
                          guint                  page,
                          const graphene_rect_t *sheet)
{
  Drawing drawing = { self, snapshot, sheet->origin, NULL };

  if (self->find_marks != NULL)
    vac_paper_visit_texts (self->paper, page, draw_text_cb, &drawing);
}

/**
 * vac_page_view_set_marks:
 * @self: a view
 * @func: (nullable) (scope forever): says which words are marked, whenever a page is drawn; %NULL
 *   for none
 * @user_data: for @func
 *
 * Marks words of the pages on the screen from now on. To be called again when @func would say
 * something else.
 */
void
vac_page_view_set_marks (VacPageView      *self,
                         VacPageMarksFunc  func,
                         gpointer          user_data)
{
  g_return_if_fail (VAC_IS_PAGE_VIEW (self));

  self->find_marks = func;
  self->marks_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
