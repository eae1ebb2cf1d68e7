/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VAC_CHART_TEXT_SIZE:
 *
 * How large the text of a chart is, in its own units.
 */
#define VAC_CHART_TEXT_SIZE 8.5

/**
 * VacChartBand:
 * @VAC_CHART_BAND_NATION: the national range
 * @VAC_CHART_BAND_POSTING: the posting's own range
 *
 * What lies behind all bars of a chart.
 */
typedef enum
{
  VAC_CHART_BAND_NATION,
  VAC_CHART_BAND_POSTING,
  VAC_N_CHART_BANDS
} VacChartBand;

/**
 * VacChartInk:
 * @VAC_CHART_INK_GRID: a line of the grid
 * @VAC_CHART_INK_NATION: the national range, filled
 * @VAC_CHART_INK_POSTING: the posting's own range, an outline
 * @VAC_CHART_INK_BAR: the range of a place
 * @VAC_CHART_INK_MIDPOINT: its midpoint
 *
 * What a box of a chart stands for.
 */
typedef enum
{
  VAC_CHART_INK_GRID,
  VAC_CHART_INK_NATION,
  VAC_CHART_INK_POSTING,
  VAC_CHART_INK_BAR,
  VAC_CHART_INK_MIDPOINT,
} VacChartInk;

/**
 * VacChartAnchor:
 * @VAC_CHART_ANCHOR_START: it begins there
 * @VAC_CHART_ANCHOR_MIDDLE: its middle is there
 * @VAC_CHART_ANCHOR_END: it ends there
 *
 * How a text stands to its position.
 */
typedef enum
{
  VAC_CHART_ANCHOR_START,
  VAC_CHART_ANCHOR_MIDDLE,
  VAC_CHART_ANCHOR_END,
} VacChartAnchor;

/**
 * VacChartPen:
 * @box: draws a rectangle
 * @text: draws a line of text on a baseline
 *
 * Who draws a chart, on paper or in a file.
 */
typedef struct
{
  void (*box)  (gpointer        data,
                VacChartInk     ink,
                double          x,
                double          y,
                double          width,
                double          height);
  void (*text) (gpointer        data,
                VacChartAnchor  anchor,
                double          x,
                double          y,
                const char     *text);
} VacChartPen;

typedef struct _VacChart VacChart;

VacChart *vac_chart_new        (void);
VacChart *vac_chart_ref        (VacChart          *self);
void      vac_chart_unref      (VacChart          *self);
gboolean  vac_chart_equal      (VacChart          *a,
                                VacChart          *b);
void      vac_chart_add_bar    (VacChart          *self,
                                const char        *name,
                                double             low,
                                double             high,
                                double             middle);
void      vac_chart_add_tick   (VacChart          *self,
                                double             at,
                                const char        *label);
void      vac_chart_set_band   (VacChart          *self,
                                VacChartBand       band,
                                double             low,
                                double             high,
                                const char        *label);
void      vac_chart_set_note   (VacChart          *self,
                                const char        *note);
double    vac_chart_get_height (VacChart          *self);
void      vac_chart_draw       (VacChart          *self,
                                double             width,
                                const VacChartPen *pen,
                                gpointer           data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacChart, vac_chart_unref)

G_END_DECLS
