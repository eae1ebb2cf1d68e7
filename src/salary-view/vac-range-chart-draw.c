/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-range-chart"

#include "config.h"

#include <math.h>

#include "vac-range-chart-private.h"

#define BAR            10.0
#define LEGEND_SAMPLE  22.0

static void
set_color (cairo_t       *cr,
           const GdkRGBA *color,
           double         strength)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * strength);
}

static double
get_x (const VacChartLayout *self,
       VacMoney              amount)
{
  return self->left + vac_axis_get_position (&self->axis, amount, self->length);
}

/* The national range is hatched, so that it is told from the other without colour. */
static void
draw_national (cairo_t      *cr,
               const VacChartColors *colors,
               double        x,
               double        y,
               double        width,
               double        height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  set_color (cr, &colors->text, 0.05);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1);
  set_color (cr, &colors->text, colors->faint * 0.75);
  for (double offset = -height; offset < width; offset += 8)
    {
      cairo_move_to (cr, x + offset, y + height);
      cairo_line_to (cr, x + offset + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The posting's own range is outlined with dashes. */
static void
draw_posting (cairo_t      *cr,
              const VacChartColors *colors,
              double        x,
              double        y,
              double        width,
              double        height)
{
  const double dashes[] = { 5, 3 };

  cairo_save (cr);
  cairo_rectangle (cr, round (x) + 0.5, round (y) + 0.5, round (width), round (height) - 1);
  set_color (cr, &colors->posting, 0.07);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1.5);
  set_color (cr, &colors->posting, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_bar (cairo_t      *cr,
          const VacChartColors *colors,
          double        x,
          double        middle,
          double        width)
{
  double radius = MIN (BAR, width) / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, middle, BAR / 2, -G_PI_2, G_PI_2);
  cairo_arc (cr, x + radius, middle, BAR / 2, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
  set_color (cr, &colors->range, 1);
  cairo_fill (cr);
}

static void
draw_midpoint (cairo_t      *cr,
               const VacChartColors *colors,
               double        x,
               double        middle)
{
  cairo_rectangle (cr, round (x) - 1.5, middle - BAR / 2 - 2, 3, BAR + 4);
  set_color (cr, &colors->midpoint, 1);
  cairo_fill (cr);
}

static void
draw_legend (const VacChartLayout *self,
             cairo_t              *cr,
             const VacChartColors         *colors)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->legend); i++)
    {
      double x = self->legend_x[i], y = self->legend_y[i] + 1;

      if (self->legend[i] == NULL)
        continue;
      if (i == 0)
        draw_bar (cr, colors, x, y + 7, LEGEND_SAMPLE);
      else if (i == 1)
        draw_midpoint (cr, colors, x + LEGEND_SAMPLE / 2, y + 7);
      else if (i == 2)
        draw_national (cr, colors, x, y, LEGEND_SAMPLE, 14);
      else
        draw_posting (cr, colors, x, y, LEGEND_SAMPLE - 1, 14);
    }
}

static void
draw_grid (const VacChartLayout *self,
           cairo_t              *cr,
           const VacChartColors         *colors)
{
  cairo_set_line_width (cr, 1);
  set_color (cr, &colors->text, colors->faint * 0.6);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      double x = round (get_x (self, vac_axis_get_tick (&self->axis, i))) + 0.5;

      cairo_move_to (cr, x, self->top);
      cairo_line_to (cr, x, self->bottom);
    }
  cairo_stroke (cr);
}

static void
draw_band (const VacChartLayout *self,
           cairo_t              *cr,
           const VacChartColors         *colors,
           const VacPayRange    *range,
           void                (*draw) (cairo_t *, const VacChartColors *, double, double,
                                        double, double))
{
  if (vac_pay_range_is_known (range))
    draw (cr, colors, get_x (self, range->minimum), self->top,
          MAX (get_x (self, range->maximum) - get_x (self, range->minimum), 2),
          self->bottom - self->top);
}

static void
draw_rows (const VacChartLayout *self,
           cairo_t              *cr,
           const VacChartColors         *colors,
           guint                 selected,
           guint                 hovered,
           gboolean              focused)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const VacChartRow *row = g_ptr_array_index (self->rows, i);
      double x = get_x (self, row->range.minimum), end = get_x (self, row->range.maximum);

      if (row->position == selected || row->position == hovered)
        {
          cairo_rectangle (cr, 4.5, row->top + 0.5, self->width - 9, row->height - 1);
          set_color (cr, &colors->text, row->position == selected ? 0.1 : 0.05);
          cairo_fill_preserve (cr);
          set_color (cr, &colors->text, row->position == selected ? (focused ? 0.8 : 0.35) : 0);
          cairo_set_line_width (cr, 1);
          cairo_stroke (cr);
        }
      if (vac_pay_range_is_known (&row->range))
        draw_bar (cr, colors, x, row->bar, MAX (end - x, 2));
      if (row->midpoint > 0)
        draw_midpoint (cr, colors, get_x (self, row->midpoint), row->bar);
    }
}

/* Names above their bars stand on the bands, and must be read through nothing. */
static void
clear_names (const VacChartLayout *self,
             cairo_t              *cr,
             const VacChartColors         *colors)
{
  int width, height;

  if (!self->stacked)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const VacChartRow *row = g_ptr_array_index (self->rows, i);

      pango_layout_get_pixel_size (row->label, &width, &height);
      cairo_rectangle (cr, 10, row->top + 4, width + 4, height);
    }
  set_color (cr, &colors->window, 0.9);
  cairo_fill_preserve (cr);
  set_color (cr, &colors->card, 0.9);
  cairo_fill (cr);
}

static void
append_text (GtkSnapshot   *snapshot,
             PangoLayout   *layout,
             const GdkRGBA *color,
             double         x,
             double         y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
append_texts (const VacChartLayout *self,
              GtkSnapshot          *snapshot,
              const VacChartColors         *colors)
{
  int width, height;

  for (guint i = 0; i < G_N_ELEMENTS (self->legend); i++)
    if (self->legend[i] != NULL)
      append_text (snapshot, self->legend[i], &colors->text,
                   self->legend_x[i] + LEGEND_SAMPLE + 6, self->legend_y[i]);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const VacChartRow *row = g_ptr_array_index (self->rows, i);

      pango_layout_get_pixel_size (row->label, &width, &height);
      append_text (snapshot, row->label, &colors->text, 12,
                   self->stacked ? row->top + 4 : row->top + (row->height - height) / 2);
    }
  for (guint i = 0; i < self->ticks->len; i++)
    {
      PangoLayout *tick = g_ptr_array_index (self->ticks, i);
      double x = get_x (self, vac_axis_get_tick (&self->axis, i));

      pango_layout_get_pixel_size (tick, &width, &height);
      append_text (snapshot, tick, &colors->text, x - width / 2.0, self->bottom + 4);
      if (self->tall)
        append_text (snapshot, tick, &colors->text, x - width / 2.0, self->top - height - 4);
    }
}

/**
 * vac_chart_layout_draw:
 * @self: a layout
 * @snapshot: where to
 * @list: what it was made from
 * @selected: the selected position
 * @hovered: the position under the pointer
 * @focused: whether the keyboard goes to the chart
 * @colors: what it is drawn with
 */
void
vac_chart_layout_draw (const VacChartLayout *self,
                       GtkSnapshot          *snapshot,
                       VacSalaryList        *list,
                       guint                 selected,
                       guint                 hovered,
                       gboolean              focused,
                       const VacChartColors *colors)
{
  VacComparison *comparison = vac_salary_list_get_comparison (list);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  draw_band (self, cr, colors, vac_comparison_get_national (comparison), draw_national);
  draw_grid (self, cr, colors);
  draw_rows (self, cr, colors, selected, hovered, focused);
  draw_band (self, cr, colors, vac_comparison_get_posting (comparison), draw_posting);
  clear_names (self, cr, colors);
  draw_legend (self, cr, colors);
  cairo_destroy (cr);
  append_texts (self, snapshot, colors);
}
