/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-chart-svg"

#include "config.h"

#include "vac-chart-svg.h"
#include "vac-plain.h"

/* A chart as a drawing in a web page. It takes the colour of the text around it, so that it can be
 * read on light and dark paper, and loads nothing. */

#define WIDTH 480.0

static void
append_number (GString    *string,
               const char *name,
               double      number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (string, " %s=\"%s\"", name,
                          g_ascii_formatd (buffer, sizeof buffer, "%.2f", number));
}

static const char *
get_paint (VacChartInk ink)
{
  switch (ink)
    {
    case VAC_CHART_INK_NATION:
      return "fill-opacity=\".1\"";
    case VAC_CHART_INK_POSTING:
      return "style=\"fill: none\" stroke=\"currentColor\" stroke-width=\".8\" "
             "stroke-dasharray=\"3 2\"";
    case VAC_CHART_INK_BAR:
      return "fill-opacity=\".4\" rx=\"2\"";
    case VAC_CHART_INK_MIDPOINT:
      return "";
    case VAC_CHART_INK_GRID:
    default:
      return "fill-opacity=\".25\"";
    }
}

static void
draw_box (gpointer    data,
          VacChartInk ink,
          double      x,
          double      y,
          double      width,
          double      height)
{
  GString *string = data;

  g_string_append (string, "<rect");
  append_number (string, "x", x);
  append_number (string, "y", y);
  append_number (string, "width", width);
  append_number (string, "height", height);
  g_string_append_printf (string, " %s/>", get_paint (ink));
}

static void
draw_text (gpointer        data,
           VacChartAnchor  anchor,
           double          x,
           double          y,
           const char     *text)
{
  static const char *const anchors[] = {
    [VAC_CHART_ANCHOR_START] = "start",
    [VAC_CHART_ANCHOR_MIDDLE] = "middle",
    [VAC_CHART_ANCHOR_END] = "end",
  };
  g_autofree char *clean = vac_plain_clean (text);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);
  GString *string = data;

  g_string_append (string, "<text");
  append_number (string, "x", x);
  append_number (string, "y", y);
  g_string_append_printf (string, " text-anchor=\"%s\">%s</text>", anchors[anchor], escaped);
}

/**
 * vac_chart_to_svg:
 * @chart: a chart
 * @title: what is read in its place
 *
 * Returns: (transfer full): an svg element for a web page, as UTF-8
 */
char *
vac_chart_to_svg (VacChart   *chart,
                  const char *title)
{
  static const VacChartPen pen = { draw_box, draw_text };
  g_autofree char *clean = NULL;
  g_autofree char *escaped = NULL;
  GString *string = g_string_new ("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");

  g_return_val_if_fail (chart != NULL && title != NULL, NULL);

  clean = vac_plain_clean (title);
  escaped = g_markup_escape_text (clean, -1);
  g_string_append_printf (string, " aria-label=\"%s\" viewBox=\"0 0 %d %d\" width=\"100%%\" "
                                  "style=\"direction: ltr; font-size: 8.5px; "
                                  "fill: currentColor\">",
                          escaped, (int) WIDTH, (int) (vac_chart_get_height (chart) + 0.5));
  vac_chart_draw (chart, WIDTH, &pen, string);
  g_string_append (string, "</svg>");

  return g_string_free (string, FALSE);
}
