/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-axis.h"
#include "vac-range-chart.h"

G_BEGIN_DECLS

/* The most places that are drawn; a page of thousands of bars says nothing. */
#define VAC_RANGE_CHART_MOST 100

/* A place of the chart, laid out for a width. */
typedef struct
{
  PangoLayout *label;
  VacPayRange  range;
  VacMoney     midpoint;   /* 0 for none */
  guint        position;   /* in the list */
  double       top;
  double       height;
  double       bar;        /* the middle of the bar */
} VacChartRow;

/* Where everything is; made for one width. */
typedef struct
{
  GPtrArray   *rows;       /* owned VacChartRow */
  GPtrArray   *ticks;      /* owned PangoLayout */
  PangoLayout *legend[4];  /* owned; NULL for what is not known */
  double       legend_x[4];
  double       legend_y[4];
  VacAxis      axis;
  double       left;       /* of the plot */
  double       length;     /* of the axis */
  double       top;        /* of the plot */
  double       bottom;
  double       width;
  double       height;
  gboolean     tall;       /* so tall that the ticks are named above it as well */
  gboolean     stacked;    /* names above the bars */
} VacChartLayout;

/* What it is drawn with, by the theme. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA range;
  GdkRGBA midpoint;
  GdkRGBA posting;
  GdkRGBA window;     /* below the card */
  GdkRGBA card;       /* on which the chart stands; lets through what is below */
  double  faint;      /* how strong lines and hatching are */
} VacChartColors;

VacChartLayout *vac_chart_layout_new  (GtkWidget            *widget,
                                       VacSalaryList        *list,
                                       double                width);
void            vac_chart_layout_free (VacChartLayout       *self);
void            vac_chart_layout_draw (const VacChartLayout *self,
                                       GtkSnapshot          *snapshot,
                                       VacSalaryList        *list,
                                       guint                 selected,
                                       guint                 hovered,
                                       gboolean              focused,
                                       const VacChartColors *colors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacChartLayout, vac_chart_layout_free)

G_END_DECLS
