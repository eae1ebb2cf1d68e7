/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-range-slider"

#include "config.h"

#include <math.h>

#include "vac-editor.h"
#include "vac-range-slider-private.h"

/* Where the parts of a slider stand: on the track, and below it. */

/* How far labels stand from each other at least. */
#define GAP 12

/*
 * vac_range_slider_is_mirrored:
 *
 * Returns: whether the scale runs from right to left
 */
gboolean
vac_range_slider_is_mirrored (VacRangeSlider *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/*
 * vac_range_slider_get_grip:
 *
 * Returns: what a handle takes of the track: its margins are negative, so it is wider than that
 */
int
vac_range_slider_get_grip (VacRangeSlider *self)
{
  int width;

  gtk_widget_measure (self->ends[0].handle, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);

  return width;
}

/*
 * vac_range_slider_get_x:
 *
 * Returns: the middle of a handle at @value
 */
double
vac_range_slider_get_x (VacRangeSlider *self,
                        VacMoney        value)
{
  const int grip = vac_range_slider_get_grip (self);
  const double length = MAX (gtk_widget_get_width (self->trough) - grip, 1);
  double share = (double) (CLAMP (value, self->lower, self->upper) - self->lower) /
                 (double) (self->upper - self->lower);

  if (vac_range_slider_is_mirrored (self))
    share = 1 - share;

  return grip / 2.0 + share * length;
}

/* From one value to another, as wide as a handle at the least. */
static void
allocate_stretch (VacRangeSlider *self,
                  GtkWidget      *widget,
                  VacMoney        from,
                  VacMoney        to,
                  int             height)
{
  const double a = vac_range_slider_get_x (self, from), b = vac_range_slider_get_x (self, to);

  vac_editor_allocate (widget, (int) floor (MIN (a, b)), 0,
                       MAX ((int) ceil (fabs (b - a)), height), height);
}

static void
allocate_trough (GtkWidget *trough,
                 int        width,
                 int        height,
                 int        baseline)
{
  VacRangeSlider *self = VAC_RANGE_SLIDER (gtk_widget_get_parent (trough));
  const End *minimum = &self->ends[VAC_RANGE_END_MINIMUM];
  const End *maximum = &self->ends[VAC_RANGE_END_MAXIMUM];
  const int grip = vac_range_slider_get_grip (self);

  allocate_stretch (self, self->band, minimum->mark, maximum->mark, height);
  allocate_stretch (self, self->highlight, minimum->value, maximum->value, height);
  for (guint i = 0; i < VAC_N_RANGE_ENDS; i++)
    {
      int tall;

      gtk_widget_measure (self->ends[i].handle, GTK_ORIENTATION_VERTICAL, -1, &tall, NULL, NULL,
                          NULL);
      vac_editor_allocate (
          self->ends[i].handle,
          (int) round (vac_range_slider_get_x (self, self->ends[i].value) - grip / 2.0),
          (height - tall) / 2, grip, tall);
    }
}

/* Whether the labels of the marks have no room beside each other. */
static gboolean
is_stacked (VacRangeSlider *self,
            int             width)
{
  return vac_editor_get_natural (self->ends[0].label, GTK_ORIENTATION_HORIZONTAL) + GAP +
         vac_editor_get_natural (self->ends[1].label, GTK_ORIENTATION_HORIZONTAL) > width;
}

static void
measure_marks (GtkWidget      *marks,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum,
               int            *natural,
               int            *minimum_baseline,
               int            *natural_baseline)
{
  VacRangeSlider *self = VAC_RANGE_SLIDER (gtk_widget_get_parent (marks));
  const End *ends = self->ends;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (ends[0].label, orientation, -1, minimum, natural, NULL, NULL);
      for (guint i = 1; i < VAC_N_RANGE_ENDS; i++)
        {
          int least, most;

          gtk_widget_measure (ends[i].label, orientation, -1, &least, &most, NULL, NULL);
          *minimum = MAX (*minimum, least);
          *natural += most + GAP;
        }
      return;
    }

  *natural = vac_editor_get_natural (ends[0].label, orientation);
  if (for_size >= 0 && is_stacked (self, for_size))
    *natural += vac_editor_get_natural (ends[1].label, orientation);
  *natural += vac_editor_get_natural (ends[0].indicator, orientation);
  *minimum = *natural;
}

/* Labels that would touch make way for each other, as far as the track goes; those that have no
 * room even so stand below each other. */
static void
place_labels (int       *x,
              const int *widths,
              int        width,
              gboolean   stacked)
{
  const int overlap = x[0] + widths[0] + GAP - x[1];

  if (overlap > 0 && !stacked)
    {
      x[0] -= overlap / 2;
      x[1] += overlap - overlap / 2;
    }
  for (guint i = 0; i < 2; i++)
    x[i] = CLAMP (x[i], 0, width - widths[i]);
  if (stacked)
    return;
  x[1] = MAX (x[1], x[0] + widths[0] + GAP);
  x[1] = MIN (x[1], width - widths[1]);
  x[0] = MIN (x[0], x[1] - GAP - widths[0]);
}

static void
allocate_marks (GtkWidget *marks,
                int        width,
                int        height,
                int        baseline)
{
  VacRangeSlider *self = VAC_RANGE_SLIDER (gtk_widget_get_parent (marks));
  const gboolean mirrored = vac_range_slider_is_mirrored (self);
  const gboolean stacked = is_stacked (self, width);
  const int tick = vac_editor_get_natural (self->ends[0].indicator, GTK_ORIENTATION_VERTICAL);
  const int tall = vac_editor_get_natural (self->ends[0].label, GTK_ORIENTATION_VERTICAL);
  int x[VAC_N_RANGE_ENDS], widths[VAC_N_RANGE_ENDS];

  /* From left to right. */
  for (guint i = 0; i < VAC_N_RANGE_ENDS; i++)
    {
      const End *end = &self->ends[mirrored ? VAC_N_RANGE_ENDS - 1 - i : i];

      widths[i] = MIN (vac_editor_get_natural (end->label, GTK_ORIENTATION_HORIZONTAL), width);
      x[i] = (int) vac_range_slider_get_x (self, end->mark) - widths[i] / 2;
    }
  place_labels (x, widths, width, stacked);
  for (guint i = 0; i < VAC_N_RANGE_ENDS; i++)
    {
      const End *end = &self->ends[mirrored ? VAC_N_RANGE_ENDS - 1 - i : i];

      vac_editor_allocate (end->indicator, (int) vac_range_slider_get_x (self, end->mark), 0,
                           vac_editor_get_natural (end->indicator, GTK_ORIENTATION_HORIZONTAL),
                           tick);
      vac_editor_allocate (end->label, x[i], tick + (stacked ? (int) i * tall : 0), widths[i],
                           tall);
    }
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As large as the style says. */
static void
measure_trough (GtkWidget      *trough,
                GtkOrientation  orientation,
                int             for_size,
                int            *minimum,
                int            *natural,
                int            *minimum_baseline,
                int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  VacRangeSlider *self = VAC_RANGE_SLIDER (widget);
  int least, most;

  gtk_widget_measure (self->marks, orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->trough, orientation, for_size, &least, &most, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += least;
      *natural += most;
    }
  else
    {
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, most);
    }
}

static void
size_allocate (GtkWidget *widget,
               int        width,
               int        height,
               int        baseline)
{
  VacRangeSlider *self = VAC_RANGE_SLIDER (widget);
  const int thickness = vac_editor_get_natural (self->trough, GTK_ORIENTATION_VERTICAL);

  vac_editor_allocate (self->trough, 0, 0, width, thickness);
  vac_editor_allocate (self->marks, 0, thickness, width, height - thickness);
}

/*
 * vac_range_slider_class_lay_out:
 *
 * Makes the layout the class's own.
 */
void
vac_range_slider_class_lay_out (GtkWidgetClass *widget_class)
{
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
}

/*
 * vac_range_slider_lay_out:
 * @self: a slider with its parts
 *
 * Lays out what is inside of its parts.
 */
void
vac_range_slider_lay_out (VacRangeSlider *self)
{
  gtk_widget_set_layout_manager (self->trough,
                                 gtk_custom_layout_new (NULL, measure_trough, allocate_trough));
  gtk_widget_set_layout_manager (self->marks, gtk_custom_layout_new (get_request_mode,
                                                                     measure_marks,
                                                                     allocate_marks));
}
