/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-range-chart"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-range-chart-private.h"
#include "vac-tint.h"

/* What has a color of its own in the style sheet. */
typedef enum
{
  TINT_RANGE,
  TINT_MIDPOINT,
  TINT_POSTING,
  TINT_WINDOW,
  TINT_CARD,
  N_TINTS
} Tint;

/**
 * VacRangeChart:
 *
 * A bar a place from its minimum to its maximum on one axis, with the midpoint marked, before the
 * national range and the posting's own. It shows and changes the selection of the table, and
 * tells a screen reader in words what it draws.
 */
struct _VacRangeChart
{
  GtkWidget           parent_instance;

  /* Owned */
  VacSalaryList      *list;
  GtkSingleSelection *selection;
  VacChartLayout     *layout;      /* for the last width asked for; or NULL */
  GtkWidget           *tints[N_TINTS];

  guint               hovered;
};

G_DEFINE_FINAL_TYPE (VacRangeChart, vac_range_chart, GTK_TYPE_WIDGET)

static const VacChartLayout *
get_layout (VacRangeChart *self,
            int            width)
{
  if (self->layout != NULL && self->layout->width != MAX (width, 100))
    g_clear_pointer (&self->layout, vac_chart_layout_free);
  if (self->layout == NULL)
    self->layout = vac_chart_layout_new (GTK_WIDGET (self), self->list, width);

  return self->layout;
}

static void
update_description (VacRangeChart *self)
{
  g_autofree char *description = vac_range_chart_describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
on_list_updated_cb (VacRangeChart *self)
{
  g_clear_pointer (&self->layout, vac_chart_layout_free);
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static guint
find_position (VacRangeChart *self,
               double         y)
{
  const VacChartLayout *layout = get_layout (self, gtk_widget_get_width (GTK_WIDGET (self)));

  for (guint i = 0; i < layout->rows->len; i++)
    {
      const VacChartRow *row = g_ptr_array_index (layout->rows, i);

      if (y >= row->top && y < row->top + row->height)
        return row->position;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
set_hovered (VacRangeChart *self,
             guint          hovered)
{
  if (self->hovered == hovered)
    return;
  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion_cb (VacRangeChart *self,
              double         x,
              double         y)
{
  set_hovered (self, find_position (self, y));
}

static void
on_leave_cb (VacRangeChart *self)
{
  set_hovered (self, GTK_INVALID_LIST_POSITION);
}

static void
on_pressed_cb (VacRangeChart *self,
               int            n_press,
               double         x,
               double         y)
{
  guint position = find_position (self, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
}

/* The national range is not a bar, so keyboard navigation skips it. */
static gboolean
on_key_pressed_cb (VacRangeChart   *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  guint n_rows = MIN (vac_salary_list_get_n_places (self->list), VAC_RANGE_CHART_MOST);
  guint selected = gtk_single_selection_get_selected (self->selection);
  gboolean none = selected == GTK_INVALID_LIST_POSITION || selected == 0;

  if (n_rows == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Up:
      selected = none ? n_rows : MAX (selected - 1, 1);
      break;
    case GDK_KEY_Down:
      selected = none ? 1 : MIN (selected + 1, n_rows);
      break;
    case GDK_KEY_Home:
      selected = 1;
      break;
    case GDK_KEY_End:
      selected = n_rows;
      break;
    default:
      return FALSE;
    }
  gtk_single_selection_set_selected (self->selection, selected);

  return TRUE;
}

static char *
describe_position (VacRangeChart *self,
                   guint          position)
{
  g_autoptr (VacPlaceItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  VacComparison *comparison = vac_salary_list_get_comparison (self->list);

  if (item == NULL)
    return NULL;
  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    if (vac_comparison_get_place (comparison, i) == vac_place_item_get_place (item))
      return vac_comparison_describe (comparison, i);

  return NULL;
}

static gboolean
vac_range_chart_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard_tooltip,
                               GtkTooltip *tooltip)
{
  VacRangeChart *self = VAC_RANGE_CHART (widget);
  guint position = keyboard_tooltip ? gtk_single_selection_get_selected (self->selection)
                                    : find_position (self, y);
  g_autofree char *text = describe_position (self, position);

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static GtkSizeRequestMode
vac_range_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vac_range_chart_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) get_layout (VAC_RANGE_CHART (widget),
                                            for_size < 0 ? 480 : for_size)->height;
}

static VacChartColors
get_colors (VacRangeChart *self)
{
  const gboolean strong =
    adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  return (VacChartColors) {
    .text = vac_tint_get_color (GTK_WIDGET (self)),
    .range = vac_tint_get_color (self->tints[TINT_RANGE]),
    .midpoint = vac_tint_get_color (self->tints[TINT_MIDPOINT]),
    .posting = vac_tint_get_color (self->tints[TINT_POSTING]),
    .window = vac_tint_get_color (self->tints[TINT_WINDOW]),
    .card = vac_tint_get_color (self->tints[TINT_CARD]),
    .faint = strong ? 0.55 : 0.2,
  };
}

static void
vac_range_chart_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  VacRangeChart *self = VAC_RANGE_CHART (widget);
  const VacChartColors colors = get_colors (self);

  vac_chart_layout_draw (get_layout (self, gtk_widget_get_width (widget)), snapshot, self->list,
                         gtk_single_selection_get_selected (self->selection), self->hovered,
                         gtk_widget_has_visible_focus (widget), &colors);
}

static void
vac_range_chart_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vac_range_chart_parent_class)->css_changed (widget, change);

  g_clear_pointer (&VAC_RANGE_CHART (widget)->layout, vac_chart_layout_free);
  gtk_widget_queue_resize (widget);
}

static void
vac_range_chart_dispose (GObject *object)
{
  VacRangeChart *self = VAC_RANGE_CHART (object);

  for (guint i = 0; i < N_TINTS; i++)
    g_clear_pointer (&self->tints[i], gtk_widget_unparent);
  g_clear_pointer (&self->layout, vac_chart_layout_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (vac_range_chart_parent_class)->dispose (object);
}

static void
vac_range_chart_class_init (VacRangeChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_range_chart_dispose;
  widget_class->get_request_mode = vac_range_chart_get_request_mode;
  widget_class->measure = vac_range_chart_measure;
  widget_class->snapshot = vac_range_chart_snapshot;
  widget_class->css_changed = vac_range_chart_css_changed;
  widget_class->query_tooltip = vac_range_chart_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "vac-range-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vac_range_chart_init (VacRangeChart *self)
{
  static const char *const styles[N_TINTS] = {
    [TINT_RANGE] = "vac-range",
    [TINT_MIDPOINT] = "vac-midpoint",
    [TINT_POSTING] = "vac-posting",
    [TINT_WINDOW] = "vac-window",
    [TINT_CARD] = "vac-card",
  };
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hovered = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < N_TINTS; i++)
    self->tints[i] = vac_tint_new (GTK_WIDGET (self), styles[i]);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
}

/**
 * vac_range_chart_new:
 * @list: what to draw
 * @selection: the same with a selection
 *
 * Returns: (transfer floating): a chart
 */
GtkWidget *
vac_range_chart_new (VacSalaryList      *list,
                     GtkSingleSelection *selection)
{
  VacRangeChart *self;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (list), NULL);
  g_return_val_if_fail (GTK_IS_SINGLE_SELECTION (selection), NULL);

  self = g_object_new (VAC_TYPE_RANGE_CHART, NULL);
  self->list = g_object_ref (list);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (list, "updated", G_CALLBACK (on_list_updated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Chart of pay ranges by place"), -1);
  update_description (self);

  return GTK_WIDGET (self);
}

/**
 * vac_range_chart_describe:
 * @self: a chart
 *
 * Returns: (transfer full): in words what the chart shows, a place a line
 */
char *
vac_range_chart_describe (VacRangeChart *self)
{
  VacComparison *comparison;
  GString *text;
  guint n_places;

  g_return_val_if_fail (VAC_IS_RANGE_CHART (self), NULL);

  comparison = vac_salary_list_get_comparison (self->list);
  n_places = vac_comparison_get_n_places (comparison);
  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (n_places, VAC_RANGE_CHART_MOST); i++)
    {
      g_autofree char *line = vac_comparison_describe (comparison, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}

/**
 * vac_range_chart_get_most:
 *
 * Returns: how many places a chart shows at most
 */
guint
vac_range_chart_get_most (void)
{
  return VAC_RANGE_CHART_MOST;
}
