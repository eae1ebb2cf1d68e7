/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-place-rows"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-editor.h"
#include "vac-place-row.h"
#include "vac-place-rows.h"
#include "vac-salary-edit.h"

/* What the bars of all rows are as long as, about, and what the label of a tick takes of it. */
#define BAR         360
#define STACKED_BAR 300
#define TICK        56

/* Of places, in a low window. */
#define LEAST_HEIGHT 120

/**
 * VacPlaceRows:
 *
 * Places as rows below one axis and the posting's own range: for a window in which they do not fit
 * beside each other, and for more places than fit beside each other in any. Many are searched by
 * name, and grouped by state. Only the rows that are seen are made.
 */
struct _VacPlaceRows
{
  GtkWidget           parent_instance;

  /* Owned by the widget */
  GtkWidget          *box;
  GtkWidget          *tools;
  GtkEditable        *entry;
  GtkToggleButton    *group_button;
  GtkLabel           *found;
  VacPlaceRow        *axis_row;
  VacPlaceRow        *posting_row;
  GtkWidget          *view;

  /* Owned */
  GListStore         *places;      /* VacPlaceItem, as they are shown */
  GtkSingleSelection *selection;
  GPtrArray          *bound;       /* borrowed GtkListItem: the rows that are there */

  /* Borrowed from the page */
  const VacSides     *sides;

  VacAxis             axis;
  gint64              most;        /* the largest difference to the base */
  gboolean            stacked;
  guint               turn;        /* counts updates */
};

G_DEFINE_FINAL_TYPE (VacPlaceRows, vac_place_rows, GTK_TYPE_WIDGET)

enum
{
  MOVE,
  LEAVE_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Groups */

static char *
get_region (VacPlaceItem *item)
{
  return vac_salary_find_region (vac_node_get_member_text (vac_place_item_get_node (item),
                                                           VAC_ROLE_PLACE_NAME));
}

/* Places without a state come last; the sort is stable, so those of one state keep their order. */
static int
compare_regions (gconstpointer a,
                 gconstpointer b)
{
  g_autofree char *region_a = get_region (*(VacPlaceItem *const *) a);
  g_autofree char *region_b = get_region (*(VacPlaceItem *const *) b);

  if (region_a == NULL || region_b == NULL)
    return (region_a == NULL) - (region_b == NULL);

  return strcmp (region_a, region_b);
}

static gboolean
is_grouped (VacPlaceRows *self)
{
  return gtk_widget_get_visible (self->tools) && gtk_toggle_button_get_active (self->group_button);
}

/* Returns: (transfer full) (nullable): what the group is called that begins at @position */
static char *
get_heading (VacPlaceRows *self,
             guint         position)
{
  g_autoptr (VacPlaceItem) item = g_list_model_get_item (G_LIST_MODEL (self->places), position);
  g_autoptr (VacPlaceItem) before = NULL;
  g_autofree char *region = NULL;
  g_autofree char *region_before = NULL;

  if (item == NULL || !is_grouped (self))
    return NULL;
  region = get_region (item);
  if (position > 0)
    {
      before = g_list_model_get_item (G_LIST_MODEL (self->places), position - 1);
      region_before = get_region (before);
      if (g_strcmp0 (region, region_before) == 0)
        return NULL;
    }

  return region != NULL ? g_steal_pointer (&region) : g_strdup (C_("places", "No state"));
}

/* Rows */

static void
update_row (VacPlaceRows *self,
            GtkListItem  *list_item)
{
  VacPlaceItem *item = gtk_list_item_get_item (list_item);
  VacPlaceRow *row = VAC_PLACE_ROW (gtk_list_item_get_child (list_item));
  const guint index = vac_sides_get_index (self->sides, vac_place_item_get_node (item));
  g_autofree char *heading = get_heading (self, gtk_list_item_get_position (list_item));

  if (index == VAC_SIDES_NONE)
    return;
  vac_place_row_set_stacked (row, self->stacked);
  vac_place_row_set_heading (row, heading);
  vac_place_row_set_most (row, self->most);
  vac_place_row_show_place (row, self->sides, &self->axis, index);
  vac_place_row_set_turn (row, self->turn);
}

static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source,
                    double         x,
                    double         y,
                    GtkListItem   *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  VacPlaceItem *item = gtk_list_item_get_item (list_item);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (VAC_TYPE_NODE, vac_place_item_get_node (item));
}

static void
move_to (VacPlaceRows *self,
         VacNode      *place,
         guint         position)
{
  g_autoptr (VacPlaceItem) target = g_list_model_get_item (G_LIST_MODEL (self->places), position);

  /* Not all that are compared may be shown. */
  if (target != NULL && !is_grouped (self) && vac_sides_is_writable (self->sides))
    g_signal_emit (self, signals[MOVE], 0, place,
                   vac_sides_get_index (self->sides, vac_place_item_get_node (target)));
}

static gboolean
on_drop_cb (GtkListItem  *list_item,
            const GValue *value)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  VacPlaceRows *self = VAC_PLACE_ROWS (gtk_widget_get_ancestor (row, VAC_TYPE_PLACE_ROWS));
  VacNode *place = g_value_get_object (value);

  if (vac_sides_get_index (self->sides, place) == VAC_SIDES_NONE)
    return FALSE;
  move_to (self, place, gtk_list_item_get_position (list_item));

  return TRUE;
}

static void
on_setup_cb (VacPlaceRows *self,
             GtkListItem  *list_item)
{
  GtkWidget *row = vac_place_row_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *drop = gtk_drop_target_new (VAC_TYPE_NODE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (on_drop_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drop));
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind_cb (VacPlaceRows *self,
            GtkListItem  *list_item)
{
  g_ptr_array_add (self->bound, list_item);
  update_row (self, list_item);
}

static void
on_unbind_cb (VacPlaceRows *self,
              GtkListItem  *list_item)
{
  g_ptr_array_remove (self->bound, list_item);
}

/* What is shown */

static GPtrArray *
find_items (VacPlaceRows *self)
{
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->entry), -1);
  GListModel *all = G_LIST_MODEL (self->sides->list);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (VacPlaceItem) item = g_list_model_get_item (all, i);
      VacNode *node = vac_place_item_get_node (item);
      g_autofree char *folded = NULL;

      if (vac_sides_get_index (self->sides, node) == VAC_SIDES_NONE)
        continue;
      folded = g_utf8_casefold (vac_node_get_member_text (node, VAC_ROLE_PLACE_NAME), -1);
      if (!gtk_widget_get_visible (self->tools) || strstr (folded, wanted) != NULL)
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  if (is_grouped (self))
    g_ptr_array_sort (items, compare_regions);

  return items;
}

static gboolean
is_at (VacPlaceRows *self,
       guint         position,
       gpointer      item)
{
  g_autoptr (GObject) there = g_list_model_get_object (G_LIST_MODEL (self->places), position);

  return there == item;
}

/* Rows that stay keep focus and selection. */
static void
show_items (VacPlaceRows *self,
            GPtrArray    *items)
{
  const guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->places));
  const guint shortest = MIN (n_old, items->len);
  g_autoptr (GObject) selected = NULL;
  guint start = 0, end = 0, position;

  while (start < shortest && is_at (self, start, items->pdata[start]))
    start++;
  while (end < shortest - start &&
         is_at (self, n_old - 1 - end, items->pdata[items->len - 1 - end]))
    end++;
  if (n_old - start - end == 0 && items->len - start - end == 0)
    return;

  g_set_object (&selected, gtk_single_selection_get_selected_item (self->selection));
  g_list_store_splice (self->places, start, n_old - start - end, items->pdata + start,
                       items->len - start - end);
  if (selected == NULL || !g_ptr_array_find (items, selected, &position))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

static void
update_found (VacPlaceRows *self,
              guint         n_found)
{
  const guint n_places = vac_comparison_get_n_places (self->sides->comparison);
  g_autofree char *text = g_strdup_printf (ngettext ("%u of %u place", "%u of %u places", n_places),
                                           n_found, n_places);

  gtk_label_set_text (self->found, text);
}

static void
update (VacPlaceRows *self)
{
  g_autoptr (GPtrArray) items = find_items (self);

  self->turn++;
  show_items (self, items);
  update_found (self, items->len);
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->bound, i);

      if (vac_place_row_get_turn (VAC_PLACE_ROW (gtk_list_item_get_child (list_item))) !=
          self->turn)
        update_row (self, list_item);
    }
}

/* Escape shows all again, and from there leaves the page. */
static void
on_stop_search_cb (VacPlaceRows *self)
{
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (self->view);
}

/* Groups are read from the first one. */
static void
on_grouped_cb (VacPlaceRows *self)
{
  update (self);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", 0);
}

/* Keys */

static void
move_selected (VacPlaceRows *self,
               int           steps)
{
  VacPlaceItem *item = gtk_single_selection_get_selected_item (self->selection);
  const guint selected = gtk_single_selection_get_selected (self->selection);
  GtkWidget *focus;

  if (item == NULL || (steps < 0 && selected == 0))
    return;
  focus = gtk_widget_get_focus_child (self->view);
  move_to (self, vac_place_item_get_node (item), steps < 0 ? selected - 1 : selected + 1);
  if (focus != NULL)
    gtk_widget_grab_focus (self->view);
}

static gboolean
on_key_pressed_cb (VacPlaceRows    *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  const guint modifiers = state & gtk_accelerator_get_default_mod_mask ();
  VacPlaceItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    move_selected (self, -1);
  else if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    move_selected (self, 1);
  else if (modifiers == 0 && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete) &&
           item != NULL)
    g_signal_emit (self, signals[LEAVE_OUT], 0, vac_place_item_get_node (item));
  else
    return FALSE;

  return TRUE;
}

static void
vac_place_rows_dispose (GObject *object)
{
  VacPlaceRows *self = VAC_PLACE_ROWS (object);

  if (self->view != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->view), NULL);
  self->view = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (vac_place_rows_parent_class)->dispose (object);
}

static void
vac_place_rows_finalize (GObject *object)
{
  g_ptr_array_unref (VAC_PLACE_ROWS (object)->bound);

  G_OBJECT_CLASS (vac_place_rows_parent_class)->finalize (object);
}

static void
vac_place_rows_class_init (VacPlaceRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_place_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = vac_place_rows_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * VacPlaceRows::move:
   * @place: a place
   * @position: where it is to stand among all that are compared
   */
  signals[MOVE] = g_signal_new ("move", VAC_TYPE_PLACE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, VAC_TYPE_NODE, G_TYPE_UINT);

  /**
   * VacPlaceRows::leave-out:
   * @place: a place that is not to be compared any longer
   */
  signals[LEAVE_OUT] = g_signal_new ("leave-out", VAC_TYPE_PLACE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, VAC_TYPE_NODE);
}

static GtkWidget *
tools_new (VacPlaceRows *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *entry = gtk_search_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  g_object_set (entry, "placeholder-text", _("Find a Place"), NULL);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (self->entry, 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a Place"), -1);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (on_stop_search_cb), self);
  gtk_box_append (GTK_BOX (tools), entry);
  self->group_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_("By _State")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Group Places by State"), -1);
  g_signal_connect_swapped (self->group_button, "toggled", G_CALLBACK (on_grouped_cb), self);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->group_button));
  self->found = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->found), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->found), "dim-label");
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->found));
  gtk_widget_add_css_class (tools, "vac-row-tools");

  return tools;
}

static GtkWidget *
view_new (VacPlaceRows *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (on_unbind_cb), self);
  self->view =
    gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->view, "vac-place-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Places side by side"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_CONTROLS,
                                  self->view, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->group_button),
                                  GTK_ACCESSIBLE_RELATION_CONTROLS, self->view, NULL, -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (self->view, key);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static VacPlaceRow *
add_pinned (VacPlaceRows *self)
{
  GtkWidget *row = vac_place_row_new ();

  gtk_widget_add_css_class (row, "vac-pinned");
  gtk_box_append (GTK_BOX (self->box), row);

  return VAC_PLACE_ROW (row);
}

static void
vac_place_rows_init (VacPlaceRows *self)
{
  self->bound = g_ptr_array_new ();
  self->places = g_list_store_new (VAC_TYPE_PLACE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->places)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->tools = tools_new (self);
  gtk_box_append (GTK_BOX (self->box), self->tools);
  self->axis_row = add_pinned (self);
  self->posting_row = add_pinned (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->posting_row), "vac-own");
  gtk_box_append (GTK_BOX (self->box), view_new (self));
}

/**
 * vac_place_rows_new:
 * @sides: what the page compares
 *
 * Returns: (transfer floating): rows, for vac_place_rows_update() to fill
 */
GtkWidget *
vac_place_rows_new (const VacSides *sides)
{
  VacPlaceRows *self = g_object_new (VAC_TYPE_PLACE_ROWS, NULL);

  self->sides = sides;

  return GTK_WIDGET (self);
}

/**
 * vac_place_rows_update:
 * @self: rows
 * @stacked: whether there is so little room that the parts of a row stand above each other
 *
 * Shows what is compared by now.
 */
void
vac_place_rows_update (VacPlaceRows *self,
                       gboolean      stacked)
{
  const guint n_places = vac_comparison_get_n_places (self->sides->comparison);

  g_return_if_fail (VAC_IS_PLACE_ROWS (self));

  self->stacked = stacked;
  self->axis = vac_sides_fit_axis (self->sides, stacked ? STACKED_BAR : BAR, TICK);
  self->most = vac_sides_get_most (self->sides, VAC_FACT_MIDPOINT);
  gtk_widget_set_visible (self->tools, n_places > VAC_COMPARISON_MOST);
  vac_place_row_set_stacked (self->axis_row, stacked);
  vac_place_row_set_stacked (self->posting_row, stacked);
  vac_place_row_show_axis (self->axis_row, self->sides, &self->axis);
  vac_place_row_show_posting (self->posting_row, self->sides, &self->axis);
  update (self);
}

/**
 * vac_place_rows_find:
 * @self: rows
 *
 * Moves the focus to where a place is searched for, if there are many.
 */
void
vac_place_rows_find (VacPlaceRows *self)
{
  g_return_if_fail (VAC_IS_PLACE_ROWS (self));

  if (gtk_widget_get_mapped (self->tools))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
