/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-range-bar"

#include "config.h"

#include "vac-editor.h"
#include "vac-range-bar.h"

/* How long an axis is at least, across and along the lines of text. */
#define SHORTEST_COLUMN 120
#define SHORTEST_ROW    22

/* How thick a bar is at least. */
#define THINNEST 14

/* Between two labels beside each other. */
#define LABEL_GAP 6

/* A part that is shorter than this cannot be seen. */
#define SHORTEST_PART 3

/**
 * VacRangeBar:
 *
 * Ranges on an axis, beside each other or one upon the other. Each part is a widget without content
 * that has its color from the style sheet. Several bars with one axis and one length make a chart.
 * A horizontal axis runs from left to right in every language, as figures do.
 *
 * What it shows is said in words elsewhere, so a screen reader passes it over.
 */
struct _VacRangeBar
{
  GtkWidget       parent_instance;

  /* Owned */
  GArray         *parts;         /* of Part; the widgets are children */

  GtkOrientation  orientation;
  VacAxis         axis;
};

typedef struct
{
  GtkWidget   *widget;
  VacPayRange  range;
  int          across;   /* in pixels; 0 for all there is */
  gboolean     label;
} Part;

G_DEFINE_FINAL_TYPE (VacRangeBar, vac_range_bar, GTK_TYPE_WIDGET)

static void
vac_range_bar_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  VacRangeBar *self = VAC_RANGE_BAR (widget);
  const int shortest = orientation == GTK_ORIENTATION_VERTICAL ? SHORTEST_COLUMN : SHORTEST_ROW;

  *minimum = orientation == self->orientation ? shortest : THINNEST;
  for (guint i = 0; orientation != self->orientation && i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      *minimum = MAX (*minimum, part->label ? vac_editor_get_natural (part->widget, orientation)
                                            : part->across);
    }
  *natural = *minimum;
}

/* Labels stand in the middle of their amount, and inside. One that would touch the one before it is
 * left out; returns where the next one may begin along the axis. */
static int
allocate_label (VacRangeBar *self,
                const Part  *part,
                int          width,
                int          height,
                int          free_from)
{
  const int w = MIN (vac_editor_get_natural (part->widget, GTK_ORIENTATION_HORIZONTAL), width);
  const int h = MIN (vac_editor_get_natural (part->widget, GTK_ORIENTATION_VERTICAL), height);

  if (self->orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      const int wanted =
        (int) vac_axis_get_position (&self->axis, part->range.minimum, width) - w / 2;
      const int x = CLAMP (wanted, 0, width - w);

      gtk_widget_set_child_visible (part->widget, x >= free_from);
      vac_editor_allocate (part->widget, x, (height - h) / 2, w, h);

      return x >= free_from ? x + w + LABEL_GAP : free_from;
    }
  else
    {
      const int y =
        height - (int) vac_axis_get_position (&self->axis, part->range.minimum, height) - h / 2;
      const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

      const int up = height - h - CLAMP (y, 0, height - h);

      gtk_widget_set_child_visible (part->widget, up >= free_from);
      vac_editor_allocate (part->widget, rtl ? 0 : width - w, CLAMP (y, 0, height - h), w, h);

      return up >= free_from ? up + h : free_from;
    }
}

static void
allocate_part (VacRangeBar *self,
               const Part  *part,
               int          width,
               int          height)
{
  const gboolean row = self->orientation == GTK_ORIENTATION_HORIZONTAL;
  const int length = row ? width : height, thick = row ? height : width;
  const int least = gtk_widget_has_css_class (part->widget, "vac-tick") ? 1 : SHORTEST_PART;
  const int across = part->across > 0 ? MIN (part->across, thick) : thick;
  int start = (int) vac_axis_get_position (&self->axis, part->range.minimum, length);
  int extent = (int) vac_axis_get_position (&self->axis, part->range.maximum, length) - start;

  if (extent < least)
    {
      start = CLAMP (start - (least - extent) / 2, 0, MAX (length - least, 0));
      extent = least;
    }
  if (row)
    vac_editor_allocate (part->widget, start, (thick - across) / 2, extent, across);
  else
    vac_editor_allocate (part->widget, (thick - across) / 2, length - start - extent, across,
                         extent);
}

static void
vac_range_bar_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  VacRangeBar *self = VAC_RANGE_BAR (widget);
  int free_from = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (part->label)
        free_from = allocate_label (self, part, width, height, free_from);
      else
        allocate_part (self, part, width, height);
    }
}

static void
vac_range_bar_dispose (GObject *object)
{
  VacRangeBar *self = VAC_RANGE_BAR (object);

  for (guint i = 0; i < self->parts->len; i++)
    gtk_widget_unparent (g_array_index (self->parts, Part, i).widget);
  g_array_set_size (self->parts, 0);

  G_OBJECT_CLASS (vac_range_bar_parent_class)->dispose (object);
}

static void
vac_range_bar_finalize (GObject *object)
{
  g_array_unref (VAC_RANGE_BAR (object)->parts);

  G_OBJECT_CLASS (vac_range_bar_parent_class)->finalize (object);
}

static void
vac_range_bar_class_init (VacRangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_range_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = vac_range_bar_finalize;
  widget_class->measure = vac_range_bar_measure;
  widget_class->size_allocate = vac_range_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "vac-range-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vac_range_bar_init (VacRangeBar *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * vac_range_bar_new:
 * @orientation: where the axis runs to: to the right, or upwards
 * @axis: the axis
 *
 * Returns: (transfer floating): a bar without parts
 */
GtkWidget *
vac_range_bar_new (GtkOrientation  orientation,
                   const VacAxis  *axis)
{
  VacRangeBar *self;

  g_return_val_if_fail (axis != NULL && axis->upper > axis->lower, NULL);

  self = g_object_new (VAC_TYPE_RANGE_BAR, NULL);
  self->orientation = orientation;
  self->axis = *axis;

  return GTK_WIDGET (self);
}

static void
add_part (VacRangeBar *self,
          const Part  *part)
{
  gtk_widget_set_parent (part->widget, GTK_WIDGET (self));
  g_array_append_vals (self->parts, part, 1);
}

/**
 * vac_range_bar_add:
 * @self: a bar
 * @style: the class that colors the part: "vac-range", "vac-midpoint", "vac-national",
 *   "vac-posting", "vac-tick" or "vac-difference"
 * @range: where it begins and ends; two equal amounts are a line
 * @across: how thick it is, in pixels; 0 for as thick as the bar
 *
 * Lays a part over those that are there.
 */
void
vac_range_bar_add (VacRangeBar       *self,
                   const char        *style,
                   const VacPayRange *range,
                   int                across)
{
  const char *const classes[] = { style, NULL };
  Part part = { NULL, *range, across, FALSE };

  g_return_if_fail (VAC_IS_RANGE_BAR (self));

  part.widget = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "css-classes", classes, NULL);
  add_part (self, &part);
}

/**
 * vac_range_bar_add_ticks:
 * @self: a bar
 *
 * Adds a line at every tick of its axis.
 */
void
vac_range_bar_add_ticks (VacRangeBar *self)
{
  g_return_if_fail (VAC_IS_RANGE_BAR (self));

  for (guint i = 0; i < vac_axis_get_n_ticks (&self->axis); i++)
    {
      const VacMoney tick = vac_axis_get_tick (&self->axis, i);

      vac_range_bar_add (self, "vac-tick", &(VacPayRange) { tick, tick }, 0);
    }
}

/**
 * vac_range_bar_add_label:
 * @self: a bar
 * @text: what it says
 * @amount: where it stands
 *
 * Adds a label for a tick.
 */
void
vac_range_bar_add_label (VacRangeBar *self,
                         const char  *text,
                         VacMoney     amount)
{
  Part part = { NULL, { amount, amount }, 0, TRUE };

  g_return_if_fail (VAC_IS_RANGE_BAR (self));

  part.widget = gtk_label_new (text);
  gtk_widget_add_css_class (part.widget, "caption");
  gtk_widget_add_css_class (part.widget, "numeric");
  add_part (self, &part);
}
