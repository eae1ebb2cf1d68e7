/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-chart"

#include "config.h"

#include "vac-chart.h"

/* Bars of several places on one axis, laid out once for all that draw them. Positions on the axis
 * are shares of its length, from 0 to 1; all else is in units of a point. */

#define ROW          14.0
#define BAR           6.0
#define LEGEND       16.0
#define AXIS         14.0
#define GAP           8.0
#define BASELINE      3.0   /* of a text below the middle of its row */
#define SAMPLE       12.0
#define NAME_SHARE    0.26
#define LONGEST_NAME 30     /* characters */
#define LETTER        4.6   /* how wide one is, roughly */

/**
 * VacChart:
 *
 * Ranges of places on one axis.
 */
struct _VacChart
{
  gatomicrefcount ref_count;
  GArray         *bars;    /* of Bar */
  GArray         *ticks;   /* of Tick */
  char           *note;    /* NULL for none */
  struct
  {
    double low;
    double high;
    char  *label;          /* NULL for no band */
  } bands[VAC_N_CHART_BANDS];
};

typedef struct
{
  char  *name;
  double low;      /* below 0 for no range */
  double high;
  double middle;   /* below 0 for none */
} Bar;

typedef struct
{
  double at;
  char  *label;
} Tick;

static void
clear_bar (gpointer data)
{
  g_free (((Bar *) data)->name);
}

static void
clear_tick (gpointer data)
{
  g_free (((Tick *) data)->label);
}

/**
 * vac_chart_new:
 *
 * Returns: (transfer full): a chart without bars
 */
VacChart *
vac_chart_new (void)
{
  VacChart *self = g_new0 (VacChart, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (Tick));
  g_array_set_clear_func (self->ticks, clear_tick);

  return self;
}

/**
 * vac_chart_ref:
 * @self: a chart
 *
 * Returns: (transfer full): @self
 */
VacChart *
vac_chart_ref (VacChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * vac_chart_unref:
 * @self: (transfer full): a chart
 *
 * Gives a reference back.
 */
void
vac_chart_unref (VacChart *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->bars);
  g_array_unref (self->ticks);
  for (guint i = 0; i < VAC_N_CHART_BANDS; i++)
    g_free (self->bands[i].label);
  g_free (self->note);
  g_free (self);
}

static gboolean
same_bars (GArray *a,
           GArray *b)
{
  for (guint i = 0; a->len == b->len && i < a->len; i++)
    {
      const Bar *x = &g_array_index (a, Bar, i);
      const Bar *y = &g_array_index (b, Bar, i);

      if (!g_str_equal (x->name, y->name) || x->low != y->low || x->high != y->high ||
          x->middle != y->middle)
        return FALSE;
    }

  return a->len == b->len;
}

static gboolean
same_ticks (GArray *a,
            GArray *b)
{
  for (guint i = 0; a->len == b->len && i < a->len; i++)
    {
      const Tick *x = &g_array_index (a, Tick, i);
      const Tick *y = &g_array_index (b, Tick, i);

      if (x->at != y->at || !g_str_equal (x->label, y->label))
        return FALSE;
    }

  return a->len == b->len;
}

/**
 * vac_chart_equal:
 * @a: (nullable): a chart
 * @b: (nullable): another one
 *
 * Returns: whether both look the same, or neither is there
 */
gboolean
vac_chart_equal (VacChart *a,
                 VacChart *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  for (guint i = 0; i < VAC_N_CHART_BANDS; i++)
    if (g_strcmp0 (a->bands[i].label, b->bands[i].label) != 0 ||
        a->bands[i].low != b->bands[i].low || a->bands[i].high != b->bands[i].high)
      return FALSE;

  return g_strcmp0 (a->note, b->note) == 0 && same_bars (a->bars, b->bars) && same_ticks (a->ticks, b->ticks);
}

/* A long name is cut, so that it does not run into its bar. */
static char *
shorten (const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, LONGEST_NAME - 1);

  return g_strconcat (start, "…", NULL);
}

/**
 * vac_chart_add_bar:
 * @self: a chart
 * @name: of a place
 * @low: where its range begins; below 0 for no range
 * @high: where it ends
 * @middle: where its midpoint is; below 0 for none
 *
 * Adds a place below those that are there.
 */
void
vac_chart_add_bar (VacChart   *self,
                   const char *name,
                   double      low,
                   double      high,
                   double      middle)
{
  const Bar bar = { shorten (name), low, high, middle };

  g_array_append_val (self->bars, bar);
}

/**
 * vac_chart_add_tick:
 * @self: a chart
 * @at: where on the axis
 * @label: what stands there
 *
 * Adds a line of the grid.
 */
void
vac_chart_add_tick (VacChart   *self,
                    double      at,
                    const char *label)
{
  const Tick tick = { at, g_strdup (label) };

  g_array_append_val (self->ticks, tick);
}

/**
 * vac_chart_set_band:
 * @self: a chart
 * @band: which one
 * @low: where it begins
 * @high: where it ends
 * @label: what it is, for the legend
 *
 * Puts a range behind all bars.
 */
void
vac_chart_set_band (VacChart     *self,
                    VacChartBand  band,
                    double        low,
                    double        high,
                    const char   *label)
{
  g_return_if_fail (self != NULL && band < VAC_N_CHART_BANDS);

  self->bands[band].low = low;
  self->bands[band].high = high;
  g_free (self->bands[band].label);
  self->bands[band].label = g_strdup (label);
}

/**
 * vac_chart_set_note:
 * @self: a chart
 * @note: (nullable): a few words on what it shows, beside the legend; %NULL for none
 *
 * Says something that whoever sees the chart alone has to know.
 */
void
vac_chart_set_note (VacChart   *self,
                    const char *note)
{
  g_return_if_fail (self != NULL);

  g_free (self->note);
  self->note = g_strdup (note);
}

/**
 * vac_chart_get_height:
 * @self: a chart
 *
 * Returns: how tall it is, whatever its width
 */
double
vac_chart_get_height (VacChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return LEGEND + ROW * self->bars->len + AXIS;
}

static const VacChartInk inks[VAC_N_CHART_BANDS] = {
  [VAC_CHART_BAND_NATION] = VAC_CHART_INK_NATION,
  [VAC_CHART_BAND_POSTING] = VAC_CHART_INK_POSTING,
};

static void
draw_legend (VacChart          *self,
             double             left,
             double             right,
             const VacChartPen *pen,
             gpointer           data)
{
  double x = left;

  for (guint i = 0; i < VAC_N_CHART_BANDS; i++)
    {
      const char *label = self->bands[i].label;

      if (label == NULL)
        continue;
      pen->box (data, inks[i], x, LEGEND / 2 - BAR / 2 - 1, SAMPLE, BAR);
      x += SAMPLE + GAP / 2;
      pen->text (data, VAC_CHART_ANCHOR_START, x, LEGEND / 2 + BASELINE - 1, label);
      x += (double) g_utf8_strlen (label, -1) * LETTER + 2 * GAP;
    }
  if (self->note != NULL)
    pen->text (data, VAC_CHART_ANCHOR_END, right, LEGEND / 2 + BASELINE - 1, self->note);
}

/**
 * vac_chart_draw:
 * @self: a chart
 * @width: how wide it is
 * @pen: who draws it
 * @data: what @pen is given
 *
 * Has all of the chart drawn from its upper left corner, what is behind first.
 */
void
vac_chart_draw (VacChart          *self,
                double             width,
                const VacChartPen *pen,
                gpointer           data)
{
  double left, length, bottom;

  g_return_if_fail (self != NULL && pen != NULL);

  left = width * NAME_SHARE + GAP;
  length = width - left - 2 * GAP;
  bottom = LEGEND + ROW * self->bars->len;
  draw_legend (self, left, left + length, pen, data);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const Tick *tick = &g_array_index (self->ticks, Tick, i);
      const double x = left + tick->at * length;

      pen->box (data, VAC_CHART_INK_GRID, x - 0.25, LEGEND, 0.5, bottom - LEGEND);
      pen->text (data, VAC_CHART_ANCHOR_MIDDLE, x, bottom + AXIS / 2 + BASELINE, tick->label);
    }
  for (guint i = 0; i < VAC_N_CHART_BANDS; i++)
    if (self->bands[i].label != NULL)
      pen->box (data, inks[i], left + self->bands[i].low * length, LEGEND,
                (self->bands[i].high - self->bands[i].low) * length, bottom - LEGEND);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      const double middle = LEGEND + ROW * i + ROW / 2;

      pen->text (data, VAC_CHART_ANCHOR_END, left - GAP, middle + BASELINE, bar->name);
      if (bar->low >= 0)
        pen->box (data, VAC_CHART_INK_BAR, left + bar->low * length, middle - BAR / 2,
                  MAX ((bar->high - bar->low) * length, 1), BAR);
      if (bar->middle >= 0)
        pen->box (data, VAC_CHART_INK_MIDPOINT, left + bar->middle * length - 0.75,
                  middle - BAR / 2 - 1.5, 1.5, BAR + 3);
    }
}
