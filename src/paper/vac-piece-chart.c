/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-chart"

#include "config.h"

#include "vac-piece-chart.h"

/* A chart on a page: a piece of one line, as wide as the column of text. Its words are in the table
 * beside it, so that nothing of it is looked for or read a second time. */

typedef struct
{
  cairo_t     *cr;
  PangoLayout *layout;
} Drawing;

/*
 * vac_piece_lay_out_chart:
 * @self: a piece of a chart, without lines yet
 * @measure: how to lay it out
 */
void
vac_piece_lay_out_chart (VacPiece         *self,
                         const VacMeasure *measure)
{
  const double scale = vac_type_get_scale (measure->look, measure->squeeze);
  VacLine line = { 0 };

  self->chart = vac_chart_ref (self->block->chart);
  self->context = g_object_ref (measure->context);
  self->area.width = measure->width;
  self->area.height = vac_chart_get_height (self->chart) * scale;
  line.height = self->area.height;
  line.baseline = self->area.height;
  g_array_append_val (self->lines, line);
  self->height = self->area.height;
}

static void
draw_box (gpointer    data,
          VacChartInk ink,
          double      x,
          double      y,
          double      width,
          double      height)
{
  static const double dashes[] = { 3, 2 };
  cairo_t *cr = ((Drawing *) data)->cr;

  cairo_rectangle (cr, x, y, width, height);
  switch (ink)
    {
    case VAC_CHART_INK_POSTING:
      cairo_save (cr);
      cairo_set_source_rgb (cr, 0.36, 0.40, 0.44);
      cairo_set_line_width (cr, 0.8);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_stroke (cr);
      cairo_restore (cr);
      return;
    case VAC_CHART_INK_NATION:
      cairo_set_source_rgb (cr, 0.92, 0.93, 0.94);
      break;
    case VAC_CHART_INK_BAR:
      cairo_set_source_rgb (cr, 0.55, 0.70, 0.88);
      break;
    case VAC_CHART_INK_MIDPOINT:
      cairo_set_source_rgb (cr, 0.10, 0.25, 0.45);
      break;
    case VAC_CHART_INK_GRID:
    default:
      cairo_set_source_rgb (cr, 0.81, 0.84, 0.86);
      break;
    }
  cairo_fill (cr);
}

static void
draw_text (gpointer        data,
           VacChartAnchor  anchor,
           double          x,
           double          y,
           const char     *text)
{
  Drawing *drawing = data;
  PangoRectangle logical;
  double width, left;

  pango_layout_set_text (drawing->layout, text, -1);
  pango_layout_get_extents (drawing->layout, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  left = anchor == VAC_CHART_ANCHOR_START ? x : anchor == VAC_CHART_ANCHOR_END ? x - width
                                                                              : x - width / 2;
  vac_type_set_colour (drawing->cr, VAC_TYPE_MUTED_COLOUR);
  cairo_move_to (drawing->cr, left, y);
  pango_cairo_show_layout_line (drawing->cr, pango_layout_get_line_readonly (drawing->layout, 0));
}

/*
 * vac_chart_draw_on:
 * @chart: a chart
 * @context: of its texts
 * @cr: where to draw it, in its own units
 * @width: how wide it is, in these
 */
void
vac_chart_draw_on (VacChart     *chart,
                   PangoContext *context,
                   cairo_t      *cr,
                   double        width)
{
  static const VacChartPen pen = { draw_box, draw_text };
  PangoFontDescription *font = vac_type_describe (NULL, VAC_CHART_TEXT_SIZE,
                                                  PANGO_WEIGHT_NORMAL, FALSE);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  Drawing drawing = { cr, layout };

  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  vac_chart_draw (chart, width, &pen, &drawing);
  pango_font_description_free (font);
}

/*
 * vac_piece_draw_chart:
 * @self: a piece of a chart
 * @cr: where to draw, in points
 * @x: left edge of the column of text
 * @y: top of the piece
 */
void
vac_piece_draw_chart (VacPiece *self,
                      cairo_t  *cr,
                      double    x,
                      double    y)
{
  const double scale = self->area.height / vac_chart_get_height (self->chart);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  vac_chart_draw_on (self->chart, self->context, cr, self->area.width / scale);
  cairo_restore (cr);
}
