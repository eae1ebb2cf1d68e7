/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-range-slider"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "vac-range-slider-private.h"

/* How many steps a page key goes. */
#define PAGE 10

/**
 * VacRangeSlider:
 *
 * Two handles on one track, for the ends of a range, over a band that has its ends marked. It shows
 * what it is told, and asks for what a person wants: whoever owns the value sets it in turn. What
 * it shows is styled as the theme's own scale, with the same names of parts.
 *
 * Each handle takes the focus and is a slider to a screen reader. Handles stop at each other.
 */
G_DEFINE_FINAL_TYPE (VacRangeSlider, vac_range_slider, GTK_TYPE_WIDGET)

enum
{
  GRABBED,
  MOVED,
  RELEASED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static VacMoney
get_value (VacRangeSlider *self,
           double          x)
{
  const int grip = vac_range_slider_get_grip (self);
  const double length = MAX (gtk_widget_get_width (self->trough) - grip, 1);
  double share = CLAMP ((x - grip / 2.0) / length, 0, 1);
  double steps;

  if (vac_range_slider_is_mirrored (self))
    share = 1 - share;
  steps = round (share * (double) (self->upper - self->lower) / (double) self->step);

  return self->lower + (VacMoney) steps * self->step;
}

/* How far a handle can go: to the end of the scale, and to the other handle where that is set. */
static void
get_limits (VacRangeSlider *self,
            VacRangeEnd     end,
            VacMoney       *least,
            VacMoney       *most)
{
  const End *minimum = &self->ends[VAC_RANGE_END_MINIMUM];
  const End *maximum = &self->ends[VAC_RANGE_END_MAXIMUM];

  *least = self->lower;
  *most = self->upper;
  if (end == VAC_RANGE_END_MINIMUM && maximum->known)
    *most = CLAMP (maximum->value, self->lower, self->upper);
  if (end == VAC_RANGE_END_MAXIMUM && minimum->known)
    *least = CLAMP (minimum->value, self->lower, self->upper);
}

static void
move_to (VacRangeSlider *self,
         VacRangeEnd     end,
         VacMoney        value)
{
  VacMoney least, most;

  get_limits (self, end, &least, &most);
  value = CLAMP (value, least, most);
  if (value != self->ends[end].value || !self->ends[end].known)
    g_signal_emit (self, signals[MOVED], 0, end, value);
}

/* From one multiple of the step to the next; an amount that is none goes to the nearest on the
 * way. */
static void
move_by (VacRangeSlider *self,
         VacRangeEnd     end,
         int             steps)
{
  const VacMoney value = self->ends[end].value;
  const VacMoney rest = ((value % self->step) + self->step) % self->step;
  const VacMoney below = value - rest;

  move_to (self, end, below + (rest > 0 && steps < 0 ? steps + 1 : steps) * self->step);
}

static gboolean
on_key_pressed_cb (GtkWidget       *handle,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  VacRangeSlider *self = VAC_RANGE_SLIDER (gtk_widget_get_ancestor (handle, VAC_TYPE_RANGE_SLIDER));
  const VacRangeEnd end = handle == self->ends[VAC_RANGE_END_MINIMUM].handle
                              ? VAC_RANGE_END_MINIMUM
                              : VAC_RANGE_END_MAXIMUM;
  const int right = vac_range_slider_is_mirrored (self) ? -1 : 1;
  VacMoney least, most;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  get_limits (self, end, &least, &most);
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_by (self, end, -right);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_by (self, end, right);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_by (self, end, 1);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_by (self, end, -1);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_by (self, end, PAGE);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_by (self, end, -PAGE);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move_to (self, end, least);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move_to (self, end, most);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  return GDK_EVENT_STOP;
}

/* Which of two handles in one place can go to the left, or to the right. */
static VacRangeEnd
get_end_towards (VacRangeSlider *self,
                 gboolean        left)
{
  return left != vac_range_slider_is_mirrored (self) ? VAC_RANGE_END_MINIMUM
                                                     : VAC_RANGE_END_MAXIMUM;
}

static void
grab (VacRangeSlider *self,
      VacRangeEnd     end)
{
  self->dragged = end;
  gtk_widget_grab_focus (self->ends[end].handle);
  g_signal_emit (self, signals[GRABBED], 0, end);
}

static void
on_drag_begin_cb (VacRangeSlider *self,
                  double          x,
                  double          y,
                  GtkGesture     *gesture)
{
  const double minimum = vac_range_slider_get_x (self, self->ends[VAC_RANGE_END_MINIMUM].value);
  const double maximum = vac_range_slider_get_x (self, self->ends[VAC_RANGE_END_MAXIMUM].value);
  const double to_minimum = fabs (x - minimum), to_maximum = fabs (x - maximum);
  const VacRangeEnd end = to_minimum < to_maximum ? VAC_RANGE_END_MINIMUM : VAC_RANGE_END_MAXIMUM;
  const double middle = end == VAC_RANGE_END_MINIMUM ? minimum : maximum;
  const gboolean hit = gtk_widget_get_height (self->trough) > fabs (x - middle);

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pending[2] = 0;
  self->grip = hit ? x - middle : 0;
  /* Two handles in one place: the way that the pointer goes says which one is meant. */
  self->undecided = minimum == maximum;
  if (self->undecided && !hit)
    {
      self->undecided = FALSE;
      grab (self, get_end_towards (self, x < middle));
    }
  else if (!self->undecided)
    grab (self, end);
  if (!hit)
    move_to (self, self->dragged, get_value (self, x));
}

static void
on_drag_update_cb (VacRangeSlider *self,
                   double          offset_x,
                   double          offset_y,
                   GtkGestureDrag *gesture)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (self->undecided && offset_x != 0)
    {
      self->undecided = FALSE;
      grab (self, get_end_towards (self, offset_x < 0));
    }
  if (self->dragged != VAC_N_RANGE_ENDS)
    move_to (self, self->dragged, get_value (self, x + offset_x - self->grip));
}

static void
on_drag_end_cb (VacRangeSlider *self)
{
  const VacRangeEnd end = self->dragged;

  self->undecided = FALSE;
  self->dragged = VAC_N_RANGE_ENDS;
  if (self->pending[2] > 0)
    vac_range_slider_set_scale (self, self->pending[0], self->pending[1], self->pending[2]);
  if (end != VAC_N_RANGE_ENDS)
    g_signal_emit (self, signals[RELEASED], 0, end);
}

static void
vac_range_slider_direction_changed (GtkWidget        *widget,
                                    GtkTextDirection  previous)
{
  VacRangeSlider *self = VAC_RANGE_SLIDER (widget);

  GTK_WIDGET_CLASS (vac_range_slider_parent_class)->direction_changed (widget, previous);

  gtk_widget_queue_allocate (self->trough);
  gtk_widget_queue_allocate (self->marks);
}

static void
vac_range_slider_dispose (GObject *object)
{
  VacRangeSlider *self = VAC_RANGE_SLIDER (object);

  for (guint i = 0; i < VAC_N_RANGE_ENDS; i++)
    {
      g_clear_pointer (&self->ends[i].handle, gtk_widget_unparent);
      g_clear_pointer (&self->ends[i].indicator, gtk_widget_unparent);
      g_clear_pointer (&self->ends[i].label, gtk_widget_unparent);
    }
  g_clear_pointer (&self->highlight, gtk_widget_unparent);
  g_clear_pointer (&self->band, gtk_widget_unparent);
  g_clear_pointer (&self->trough, gtk_widget_unparent);
  g_clear_pointer (&self->marks, gtk_widget_unparent);

  G_OBJECT_CLASS (vac_range_slider_parent_class)->dispose (object);
}

static void
vac_range_slider_class_init (VacRangeSliderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_range_slider_dispose;
  widget_class->direction_changed = vac_range_slider_direction_changed;
  vac_range_slider_class_lay_out (widget_class);

  /**
   * VacRangeSlider::grabbed:
   * @end: the #VacRangeEnd whose handle is about to be dragged
   */
  signals[GRABBED] = g_signal_new ("grabbed", VAC_TYPE_RANGE_SLIDER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * VacRangeSlider::moved:
   * @end: the #VacRangeEnd that is to have another value
   * @value: the value, on the scale and not beyond the other handle
   */
  signals[MOVED] = g_signal_new ("moved", VAC_TYPE_RANGE_SLIDER, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT64);

  /**
   * VacRangeSlider::released:
   * @end: the #VacRangeEnd whose handle was dragged
   */
  signals[RELEASED] = g_signal_new ("released", VAC_TYPE_RANGE_SLIDER, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "scale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* A part that is there to be styled. */
static GtkWidget *
add_part (GtkWidget  *parent,
          const char *name)
{
  GtkWidget *part = g_object_new (ADW_TYPE_BIN, "css-name", name,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_parent (part, parent);

  return part;
}

static void
add_end (VacRangeSlider *self,
         End            *end)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Nothing is drawn in it. The AdwBin of libadwaita 1.7 leads keys to a child only. */
  end->handle = g_object_new (GTK_TYPE_DRAWING_AREA, "css-name", "slider", "focusable", TRUE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_SLIDER, NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), end->handle);
  gtk_widget_add_controller (end->handle, keys);
  gtk_widget_set_parent (end->handle, self->trough);
  gtk_accessible_update_property (GTK_ACCESSIBLE (end->handle),
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_HORIZONTAL,
                                  -1);

  end->indicator = add_part (self->marks, "indicator");
  end->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (end->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (end->label, "caption");
  gtk_widget_add_css_class (end->label, "numeric");
  gtk_widget_set_parent (end->label, self->marks);
}

static void
vac_range_slider_init (VacRangeSlider *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->upper = 1;
  self->step = 1;
  self->dragged = VAC_N_RANGE_ENDS;
  gtk_widget_add_css_class (GTK_WIDGET (self), "horizontal");
  gtk_widget_add_css_class (GTK_WIDGET (self), "vac-range");

  self->trough = add_part (GTK_WIDGET (self), "trough");
  self->band = add_part (self->trough, "fill");
  self->highlight = add_part (self->trough, "highlight");
  self->marks = add_part (GTK_WIDGET (self), "marks");
  gtk_widget_add_css_class (self->marks, "bottom");
  for (guint i = 0; i < VAC_N_RANGE_ENDS; i++)
    add_end (self, &self->ends[i]);
  vac_range_slider_lay_out (self);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * vac_range_slider_new:
 *
 * Returns: (transfer floating): a slider without a scale yet
 */
GtkWidget *
vac_range_slider_new (void)
{
  return g_object_new (VAC_TYPE_RANGE_SLIDER, NULL);
}

/**
 * vac_range_slider_get_handle:
 * @self: a slider
 * @end: which end
 *
 * Returns: (transfer none): its handle, for its name
 */
GtkWidget *
vac_range_slider_get_handle (VacRangeSlider *self,
                             VacRangeEnd     end)
{
  g_return_val_if_fail (VAC_IS_RANGE_SLIDER (self) && end < VAC_N_RANGE_ENDS, NULL);

  return self->ends[end].handle;
}

/* What a screen reader is told, and where things stand. */
static void
update (VacRangeSlider *self)
{
  gtk_widget_set_visible (self->highlight,
                          self->ends[VAC_RANGE_END_MINIMUM].known &&
                              self->ends[VAC_RANGE_END_MAXIMUM].known);
  for (guint i = 0; i < VAC_N_RANGE_ENDS; i++)
    {
      VacMoney least, most;

      get_limits (self, i, &least, &most);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self->ends[i].handle),
          GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) least / VAC_MONEY_ONE,
          GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) most / VAC_MONEY_ONE,
          GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->ends[i].value / VAC_MONEY_ONE, -1);
    }
  gtk_widget_queue_allocate (self->trough);
  gtk_widget_queue_allocate (self->marks);
}

/**
 * vac_range_slider_set_scale:
 * @self: a slider
 * @lower: where the scale begins
 * @upper: where it ends, above @lower
 * @step: what is chosen on it is a multiple of
 *
 * A scale does not change under a handle that is being dragged, but once it is let go.
 */
void
vac_range_slider_set_scale (VacRangeSlider *self,
                            VacMoney        lower,
                            VacMoney        upper,
                            VacMoney        step)
{
  g_return_if_fail (VAC_IS_RANGE_SLIDER (self));
  g_return_if_fail (lower < upper && step > 0);

  if (self->dragged != VAC_N_RANGE_ENDS)
    {
      self->pending[0] = lower;
      self->pending[1] = upper;
      self->pending[2] = step;
      return;
    }
  self->lower = lower;
  self->upper = upper;
  self->step = step;
  update (self);
}

/**
 * vac_range_slider_set_mark:
 * @self: a slider
 * @end: an end of the band
 * @value: where it is
 * @label: what is written below
 */
void
vac_range_slider_set_mark (VacRangeSlider *self,
                           VacRangeEnd     end,
                           VacMoney        value,
                           const char     *label)
{
  g_return_if_fail (VAC_IS_RANGE_SLIDER (self) && end < VAC_N_RANGE_ENDS);

  self->ends[end].mark = value;
  gtk_label_set_text (GTK_LABEL (self->ends[end].label), label);
  update (self);
}

/**
 * vac_range_slider_set_value:
 * @self: a slider
 * @end: an end of the range
 * @value: where its handle stands
 * @known: whether the range has that end; if not, the handle only offers it
 * @text: the value in words
 */
void
vac_range_slider_set_value (VacRangeSlider *self,
                            VacRangeEnd     end,
                            VacMoney        value,
                            gboolean        known,
                            const char     *text)
{
  GtkWidget *handle;

  g_return_if_fail (VAC_IS_RANGE_SLIDER (self) && end < VAC_N_RANGE_ENDS);

  handle = self->ends[end].handle;
  self->ends[end].value = value;
  self->ends[end].known = known;
  if (known)
    gtk_widget_remove_css_class (handle, "vac-unset");
  else
    gtk_widget_add_css_class (handle, "vac-unset");
  gtk_accessible_update_property (GTK_ACCESSIBLE (handle),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  update (self);
}
