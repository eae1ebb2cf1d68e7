/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-table"

#include "config.h"

#include "vac-editor.h"
#include "vac-salary-table-private.h"

/* What the pointer does to the rows of the salary table. */

typedef struct
{
  /* Borrowed: the table holds this */
  GtkWidget          *table;
  GtkScrolledWindow  *scroller;
  GtkWidget          *view;
  VacSalaryList      *list;
  GtkSingleSelection *selection;

  GtkWidget          *drop_row;   /* a weak pointer */
} Mouse;

static void
mouse_free (gpointer data)
{
  Mouse *self = data;

  g_clear_weak_pointer (&self->drop_row);
  g_free (self);
}

/* The view tells nobody what is where. */
static GtkWidget *
find_row (Mouse  *self,
          double  x,
          double  y)
{
  GtkWidget *widget = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !GTK_IS_LIST_VIEW (gtk_widget_get_parent (widget)))
    widget = widget == self->view ? NULL : gtk_widget_get_parent (widget);

  return widget;
}

static VacNode *
find_row_node (GtkWidget *widget)
{
  VacNode *node = vac_editor_get_node (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && node == NULL;
       child = gtk_widget_get_next_sibling (child))
    node = find_row_node (child);

  return node;
}

static VacNode *
find_node (Mouse  *self,
           double  x,
           double  y)
{
  GtkWidget *row = find_row (self, x, y);

  return row != NULL ? find_row_node (row) : NULL;
}

/* The wheel. A scrolled window keeps every turn of it to itself, also when it is at its end; the
 * page goes on from there. */

static gboolean
can_scroll (GtkAdjustment *adjustment,
            double         delta)
{
  double value = gtk_adjustment_get_value (adjustment);
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return delta < 0 ? value > gtk_adjustment_get_lower (adjustment) : value < last;
}

static gboolean
on_scroll_cb (GtkEventControllerScroll *controller,
              double                    dx,
              double                    dy,
              Mouse                    *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean sideways = (state & GDK_SHIFT_MASK) != 0 || ABS (dx) > ABS (dy);
  gboolean own = sideways ? can_scroll (gtk_scrolled_window_get_hadjustment (self->scroller),
                                        dx + dy)
                          : can_scroll (gtk_scrolled_window_get_vadjustment (self->scroller), dy);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->scroller));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) other = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (other))
        gtk_event_controller_set_propagation_phase (other, own ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
    }

  return FALSE;
}

/* The menu. The row that it is about is the one that is selected. */

static void
on_secondary_pressed_cb (Mouse           *self,
                         int              n_press,
                         double           x,
                         double           y,
                         GtkGestureClick *gesture)
{
  VacNode *node = find_node (self, x, y);
  const graphene_point_t pressed = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t point;

  if (node == NULL || !gtk_widget_compute_point (self->view, self->table, &pressed, &point))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_single_selection_set_selected (self->selection, vac_salary_list_find (self->list, node));
  vac_salary_table_popup_menu (VAC_SALARY_TABLE (self->table), (int) point.x, (int) point.y);
}

/* The drag. Where rows are sorted by a figure, none can be put elsewhere. */

static gboolean
is_movable (Mouse   *self,
            VacNode *node)
{
  VacDocument *document = vac_salary_list_get_document (self->list);

  return node != NULL && vac_node_get_role (node) == VAC_ROLE_PLACE &&
         vac_node_get_parent (node) == vac_document_get (document, VAC_ROLE_PLACES) &&
         !vac_salary_list_get_sorted (self->list) && !vac_document_get_read_only (document);
}

static GdkContentProvider *
on_drag_prepare_cb (Mouse         *self,
                    double         x,
                    double         y,
                    GtkDragSource *source)
{
  VacNode *node = find_node (self, x, y);
  g_autoptr (GdkPaintable) picture = NULL;

  if (!is_movable (self, node))
    return NULL;
  picture = gtk_widget_paintable_new (find_row (self, x, y));
  gtk_drag_source_set_icon (source, picture, (int) x, 10);

  return gdk_content_provider_new_typed (VAC_TYPE_NODE, node);
}

static void
show_drop (Mouse      *self,
           GtkWidget  *row,
           const char *line)
{
  if (self->drop_row != NULL)
    {
      gtk_widget_remove_css_class (self->drop_row, "vac-drop-above");
      gtk_widget_remove_css_class (self->drop_row, "vac-drop-below");
    }
  g_set_weak_pointer (&self->drop_row, row);
  if (row != NULL)
    gtk_widget_add_css_class (row, line);
}

/* Returns: whether a row dropped there goes below the row at @y rather than above it. Nothing goes
 * above the national range. */
static gboolean
is_below (Mouse     *self,
          GtkWidget *row,
          double     y)
{
  graphene_rect_t bounds;

  return vac_node_get_role (find_row_node (row)) == VAC_ROLE_NATIONAL ||
         !gtk_widget_compute_bounds (row, self->view, &bounds) ||
         y > bounds.origin.y + bounds.size.height / 2;
}

static GdkDragAction
on_drop_motion_cb (Mouse  *self,
                   double  x,
                   double  y)
{
  GtkWidget *row = find_row (self, x, y);

  if (row == NULL || find_row_node (row) == NULL)
    {
      show_drop (self, NULL, NULL);
      return 0;
    }
  show_drop (self, row, is_below (self, row, y) ? "vac-drop-below" : "vac-drop-above");

  return GDK_ACTION_MOVE;
}

static void
on_drop_leave_cb (Mouse *self)
{
  show_drop (self, NULL, NULL);
}

static gboolean
on_drop_cb (Mouse        *self,
            const GValue *value,
            double        x,
            double        y)
{
  VacNode *node = g_value_get_object (value);
  GtkWidget *row = find_row (self, x, y);
  VacNode *target = row != NULL ? find_row_node (row) : NULL;
  guint position = 0;

  show_drop (self, NULL, NULL);
  if (!is_movable (self, node) || target == NULL)
    return FALSE;
  if (vac_node_get_role (target) != VAC_ROLE_NATIONAL)
    position = vac_node_get_position (target) + (is_below (self, row, y) ? 1 : 0);
  if (position > vac_node_get_position (node))
    position--;
  if (!vac_document_move (vac_salary_list_get_document (self->list), node, position))
    return FALSE;
  vac_salary_list_update (self->list);
  gtk_single_selection_set_selected (self->selection, vac_salary_list_find (self->list, node));

  return TRUE;
}

static void
add_drag (Mouse *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VAC_TYPE_NODE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag_prepare_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_drop_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drop_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (target));
}

/*
 * vac_salary_table_add_mouse:
 * @table: the table
 * @scroller: what scrolls its rows
 * @view: its rows
 * @list: what they show
 * @selection: the same with a selection
 *
 * The wheel over the rows scrolls them as far as they go and then the page; the right button opens
 * the menu; a row is dragged to another place of the document's order.
 */
void
vac_salary_table_add_mouse (GtkWidget          *table,
                            GtkScrolledWindow  *scroller,
                            GtkColumnView      *view,
                            VacSalaryList      *list,
                            GtkSingleSelection *selection)
{
  Mouse *self = g_new0 (Mouse, 1);
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *secondary = gtk_gesture_click_new ();

  *self = (Mouse) { table, scroller, GTK_WIDGET (view), list, selection, NULL };
  g_object_set_data_full (G_OBJECT (table), "vac-mouse", self, mouse_free);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  gtk_widget_add_controller (table, scroll);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (on_secondary_pressed_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (secondary));

  add_drag (self);
}
