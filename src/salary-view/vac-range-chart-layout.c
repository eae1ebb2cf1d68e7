/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-range-chart"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-range-chart-private.h"

#define MARGIN         12.0
#define GAP            12.0
#define ROW_PADDING    4.0
#define SHORTEST_ROW   24.0
#define BAR_ROOM       16.0
#define LEGEND_SAMPLE  22.0
/* From so many rows on, the axis below is out of sight of the first. */
#define TALL           16

#define NARROW         380.0

static PangoLayout *
create_text (GtkWidget  *widget,
             const char *text,
             double      scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static void
get_size (PangoLayout *layout,
          double      *width,
          double      *height)
{
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  *width = w;
  *height = h;
}

static double
get_text_width (PangoLayout *layout)
{
  double width, height;

  get_size (layout, &width, &height);

  return width;
}

static void
chart_row_free (VacChartRow *row)
{
  g_object_unref (row->label);
  g_free (row);
}

static void
add_rows (VacChartLayout *self,
          GtkWidget      *widget,
          VacSalaryList  *list)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n_items && self->rows->len < VAC_RANGE_CHART_MOST; i++)
    {
      g_autoptr (VacPlaceItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      const VacComparedPlace *place = vac_place_item_get_place (item);
      VacChartRow *row;

      if (vac_place_item_is_national (item) || place == NULL)
        continue;
      row = g_new0 (VacChartRow, 1);
      row->label = create_text (widget, *place->name != '\0' ? place->name : C_("place", "Unnamed"),
                                1.0);
      row->range = place->range;
      row->midpoint = vac_compared_place_get_twice_midpoint (place) / 2;
      row->position = i;
      pango_layout_set_wrap (row->label, PANGO_WRAP_WORD_CHAR);
      g_ptr_array_add (self->rows, row);
    }
}

/* Names wrap rather than being cut; with little room they stand above their bars. */
static double
place_names (VacChartLayout *self)
{
  double widest = 0, width;

  for (guint i = 0; i < self->rows->len; i++)
    {
      VacChartRow *row = g_ptr_array_index (self->rows, i);

      widest = MAX (widest, get_text_width (row->label));
    }
  self->stacked = self->width < NARROW;
  width = self->stacked ? self->width - 2 * MARGIN : MIN (widest, self->width * 0.36);
  for (guint i = 0; i < self->rows->len; i++)
    {
      VacChartRow *row = g_ptr_array_index (self->rows, i);

      pango_layout_set_width (row->label, (int) ((width + 1) * PANGO_SCALE));
    }

  return self->stacked ? 0 : width + GAP;
}

static double
make_ticks (VacChartLayout *self,
            GtkWidget      *widget,
            VacSalaryList  *list)
{
  VacComparison *comparison = vac_salary_list_get_comparison (list);
  double widest = 0;

  g_ptr_array_set_size (self->ticks, 0);
  for (guint i = 0; i < vac_axis_get_n_ticks (&self->axis); i++)
    {
      g_autofree char *text = vac_axis_format_tick (&self->axis, i,
                                                    vac_comparison_get_currency (comparison),
                                                    vac_comparison_get_language (comparison));
      PangoLayout *layout = create_text (widget, text, 0.85);

      widest = MAX (widest, get_text_width (layout));
      g_ptr_array_add (self->ticks, layout);
    }

  return widest;
}

/* Half a label stands out at either end. The labels depend on the axis and the axis on their
 * width, which settles in a round or two. */
static void
fit_axis (VacChartLayout *self,
          GtkWidget      *widget,
          VacSalaryList  *list,
          double          names)
{
  double room = self->width - 2 * MARGIN - names;
  double label = 40, widest;
  VacMoney minimum, maximum;

  vac_comparison_get_extent (vac_salary_list_get_comparison (list), &minimum, &maximum);
  for (guint round = 0; round < 4; round++)
    {
      self->length = MAX (room - label, 1);
      self->axis = vac_axis_fit (minimum, maximum, self->length, label + GAP);
      widest = make_ticks (self, widget, list);
      if (widest <= label)
        break;
      label = widest;
    }
  self->left = MARGIN + names + (room - self->length) / 2;
}

static char *
describe_national (VacComparison *comparison)
{
  const VacPayRange *range = vac_comparison_get_national (comparison);
  g_autofree char *text = NULL;

  if (!vac_pay_range_is_known (range))
    return NULL;
  text = vac_comparison_format_range (comparison, range);

  return g_strdup_printf (_("National: %s"), text);
}

static char *
describe_posting (VacComparison *comparison)
{
  g_autofree char *text = vac_comparison_format_posting (comparison);

  return text != NULL ? g_strdup_printf (_("This posting: %s"), text) : NULL;
}

static double
place_legend (VacChartLayout *self,
              GtkWidget      *widget,
              VacSalaryList  *list)
{
  VacComparison *comparison = vac_salary_list_get_comparison (list);
  g_autofree char *national = describe_national (comparison);
  g_autofree char *posting = describe_posting (comparison);
  const char *texts[] = { _("Range"), _("Midpoint"), national, posting };
  double x = MARGIN, y = MARGIN, line = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double width, height;

      if (texts[i] == NULL)
        continue;
      self->legend[i] = create_text (widget, texts[i], 0.85);
      pango_layout_set_wrap (self->legend[i], PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (self->legend[i],
                              (int) MAX (self->width - 2 * MARGIN - LEGEND_SAMPLE - 6, 1) *
                                  PANGO_SCALE);
      get_size (self->legend[i], &width, &height);
      width += LEGEND_SAMPLE + 6;
      if (x > MARGIN && x + width > self->width - MARGIN)
        {
          x = MARGIN;
          y += line + 3;
          line = 0;
        }
      self->legend_x[i] = x;
      self->legend_y[i] = y;
      x += width + 18;
      line = MAX (line, height);
    }

  return y + line;
}

static void
place_rows (VacChartLayout *self)
{
  double y = self->top;

  for (guint i = 0; i < self->rows->len; i++)
    {
      VacChartRow *row = g_ptr_array_index (self->rows, i);
      double width, height;

      get_size (row->label, &width, &height);
      row->top = y;
      row->height = self->stacked ? height + BAR_ROOM + 2 * ROW_PADDING
                                  : MAX (SHORTEST_ROW, height + 2 * ROW_PADDING);
      row->bar = self->stacked ? y + ROW_PADDING + height + BAR_ROOM / 2 : y + row->height / 2;
      y += row->height;
    }
  self->bottom = y + 4;
}

/**
 * vac_chart_layout_new:
 * @widget: for the fonts
 * @list: what to show
 * @width: how wide the chart is
 *
 * Returns: (transfer full): where everything stands
 */
VacChartLayout *
vac_chart_layout_new (GtkWidget     *widget,
                      VacSalaryList *list,
                      double         width)
{
  VacChartLayout *self = g_new0 (VacChartLayout, 1);
  double tick_width, tick_height;

  self->width = MAX (width, 100);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) chart_row_free);
  self->ticks = g_ptr_array_new_with_free_func (g_object_unref);
  add_rows (self, widget, list);
  fit_axis (self, widget, list, place_names (self));
  get_size (g_ptr_array_index (self->ticks, 0), &tick_width, &tick_height);
  self->tall = self->rows->len >= TALL;
  self->top = place_legend (self, widget, list) + 10 + (self->tall ? tick_height + 4 : 0);
  place_rows (self);
  self->height = self->bottom + 4 + tick_height + MARGIN;

  return self;
}

void
vac_chart_layout_free (VacChartLayout *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->ticks);
  for (guint i = 0; i < G_N_ELEMENTS (self->legend); i++)
    g_clear_object (&self->legend[i]);
  g_free (self);
}
