/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-view"

#include "config.h"

#include <math.h>

#include "vac-page-view-private.h"

static void
on_motion_cb (GtkEventControllerMotion *controller,
              double                    x,
              double                    y,
              VacPageView              *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   vac_page_view_find_node (self, x, y) != NULL ? "pointer" : NULL);
}

static void
on_click_pressed_cb (GtkGestureClick *gesture,
                     int              n_press,
                     double           x,
                     double           y,
                     VacPageView     *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_click_released_cb (GtkGestureClick *gesture,
                      int              n_press,
                      double           x,
                      double           y,
                      VacPageView     *self)
{
  VacNode *node = n_press == 1 ? vac_page_view_find_node (self, x, y) : NULL;

  if (node != NULL)
    vac_page_view_activate_node (self, node);
}

static gboolean
on_scroll_cb (GtkEventControllerScroll *controller,
              double                    dx,
              double                    dy,
              VacPageView              *self)
{
  GdkModifierType state;
  double zoom;

  vac_page_view_stop_animation (self);
  state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  zoom = self->scale / VAC_PAGE_VIEW_PIXELS_PER_POINT * exp (-dy * 0.1);
  vac_page_view_set_zoom_around (self, zoom, self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin_cb (GtkGesture       *gesture,
                   GdkEventSequence *sequence,
                   VacPageView      *self)
{
  self->gesture_scale = self->scale / VAC_PAGE_VIEW_PIXELS_PER_POINT;
}

static void
on_pinch_scale_changed_cb (GtkGestureZoom *gesture,
                           double          scale,
                           VacPageView    *self)
{
  double x = self->pointer_x;
  double y = self->pointer_y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  vac_page_view_set_zoom_around (self, self->gesture_scale * scale, x, y);
}

static gboolean
on_scroll_binding_cb (GtkWidget *widget,
                      GVariant  *args,
                      gpointer   user_data)
{
  VacPageView *self = VAC_PAGE_VIEW (widget);
  GtkAdjustment *adjustment;
  int orientation;
  double steps;
  double pages;
  double target;

  g_variant_get (args, "(idd)", &orientation, &steps, &pages);
  adjustment = self->adjustments[orientation];
  if (adjustment == NULL)
    return FALSE;

  vac_page_view_stop_animation (self);
  target = gtk_adjustment_get_value (adjustment)
           + steps * gtk_adjustment_get_step_increment (adjustment)
           + pages * gtk_adjustment_get_page_increment (adjustment);
  gtk_adjustment_set_value (adjustment, target);
  return TRUE;
}

/* What a key scrolls by: steps or pages of the view. */
static const struct
{
  guint          key;
  guint          keypad_key;
  GtkOrientation orientation;
  double         steps;
  double         pages;
} bindings[] = {
  { GDK_KEY_Up, GDK_KEY_KP_Up, GTK_ORIENTATION_VERTICAL, -1, 0 },
  { GDK_KEY_Down, GDK_KEY_KP_Down, GTK_ORIENTATION_VERTICAL, 1, 0 },
  { GDK_KEY_Left, GDK_KEY_KP_Left, GTK_ORIENTATION_HORIZONTAL, -1, 0 },
  { GDK_KEY_Right, GDK_KEY_KP_Right, GTK_ORIENTATION_HORIZONTAL, 1, 0 },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GTK_ORIENTATION_VERTICAL, 0, -1 },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, GTK_ORIENTATION_VERTICAL, 0, 1 },
  { GDK_KEY_Home, GDK_KEY_KP_Home, GTK_ORIENTATION_VERTICAL, 0, -1e6 },
  { GDK_KEY_End, GDK_KEY_KP_End, GTK_ORIENTATION_VERTICAL, 0, 1e6 },
  { GDK_KEY_space, GDK_KEY_KP_Space, GTK_ORIENTATION_VERTICAL, 0, 1 },
};

void
vac_page_view_add_bindings (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      gtk_widget_class_add_binding (widget_class, bindings[i].key, 0, on_scroll_binding_cb, "(idd)",
                                    bindings[i].orientation, bindings[i].steps, bindings[i].pages);
      gtk_widget_class_add_binding (widget_class, bindings[i].keypad_key, 0, on_scroll_binding_cb,
                                    "(idd)", bindings[i].orientation, bindings[i].steps,
                                    bindings[i].pages);
    }
}

void
vac_page_view_add_controllers (VacPageView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll;
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_click_pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (on_click_released_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch_scale_changed_cb), self);

  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
