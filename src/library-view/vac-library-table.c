/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-library-item.h"
#include "vac-library-rows.h"
#include "vac-library-table.h"

/* In pixels and in characters: with less, there are rows of two lines in place of columns. */
#define NARROW 600
#define NARROW_CHARS 96

/**
 * VacLibraryTable:
 *
 * A list of postings that many can be selected in: with columns where there is room for them, and
 * with rows that say the same otherwise. What the headings sort by, somebody else has to do.
 */
struct _VacLibraryTable
{
  GtkWidget            parent_instance;

  /* Owned by the widget */
  GtkWidget           *column_scroller;
  GtkWidget           *row_scroller;
  GtkColumnView       *column_view;
  GtkListView         *row_view;
  GtkWidget           *popover;

  /* Owned */
  GtkSelectionModel   *selection;
  GtkColumnViewColumn *columns[VAC_N_LIBRARY_COLUMNS];
  GObject             *low;        /* stand in for two rows, to ask the view how it sorts */
  GObject             *high;

  gboolean             narrow;
  guint                source;
  int                  probed;     /* the column that the view asked about; -1 for none */
};

G_DEFINE_FINAL_TYPE (VacLibraryTable, vac_library_table, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  SORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
get_view (VacLibraryTable *self)
{
  return self->narrow ? GTK_WIDGET (self->row_view) : GTK_WIDGET (self->column_view);
}

/* Returns: (nullable): the list within the view */
static GtkWidget *
get_rows (VacLibraryTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (get_view (self));

  if (self->narrow)
    return get_view (self);
  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* Sorting. The view keeps which heading was pressed to itself; two rows that stand for "less" and
 * "more" make it tell. */

typedef struct
{
  VacLibraryTable  *table;
  VacLibraryColumn  column;
} Probe;

static int
compare_probes (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Probe *probe = user_data;

  probe->table->probed = (int) probe->column;

  return a == b ? 0 : a == (gconstpointer) probe->table->low ? -1 : 1;
}

static void
on_sorter_changed_cb (VacLibraryTable *self)
{
  g_signal_emit (self, signals[SORTED], 0);
}

static void
add_column (VacLibraryTable  *self,
            VacLibraryColumn  column)
{
  GtkListItemFactory *factory = vac_library_cells_new (column);
  GtkColumnViewColumn *added = gtk_column_view_column_new (vac_library_column_get_title (column),
                                                           factory);
  VacLibrarySort sort;

  if (vac_library_column_get_sort (column, &sort))
    {
      Probe *probe = g_new0 (Probe, 1);
      g_autoptr (GtkSorter) sorter = NULL;

      *probe = (Probe) { self, column };
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_probes, probe, g_free));
      gtk_column_view_column_set_sorter (added, sorter);
    }
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_expand (added, column == VAC_LIBRARY_COLUMN_TITLE);
  gtk_column_view_append_column (self->column_view, added);
  self->columns[column] = added;
}

/* Layout */

static void
show (VacLibraryTable *self)
{
  gtk_column_view_set_model (self->column_view, self->narrow ? NULL : self->selection);
  gtk_list_view_set_model (self->row_view, self->narrow ? self->selection : NULL);
  gtk_widget_set_child_visible (self->column_scroller, !self->narrow);
  gtk_widget_set_child_visible (self->row_scroller, self->narrow);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* What was selected stays in view when a window becomes wider or narrower. */
static gboolean
on_width_changed_cb (gpointer user_data)
{
  VacLibraryTable *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, get_view (self));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  self->source = 0;
  self->narrow = !self->narrow;
  show (self);
  if (!gtk_bitset_is_empty (selected))
    gtk_widget_activate_action (get_rows (self), "list.scroll-to-item", "u",
                                gtk_bitset_get_minimum (selected));
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static gboolean
is_too_narrow (VacLibraryTable *self,
               int              width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int chars = pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return width < MAX (NARROW, NARROW_CHARS * chars);
}

static void
vac_library_table_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  VacLibraryTable *self = VAC_LIBRARY_TABLE (widget);
  int other_minimum, other_natural;

  gtk_widget_measure (self->column_scroller, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->row_scroller, orientation, -1, &other_minimum, &other_natural, NULL,
                      NULL);
  *minimum = MIN (*minimum, other_minimum);
  *natural = MAX (*natural, other_natural);
}

static void
vac_library_table_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  VacLibraryTable *self = VAC_LIBRARY_TABLE (widget);

  vac_editor_allocate (self->narrow ? self->row_scroller : self->column_scroller, 0, 0, width,
                       height);
  gtk_popover_present (GTK_POPOVER (self->popover));
  /* What follows from it may not happen while sizes are handed out. */
  if (self->source == 0 && self->selection != NULL && is_too_narrow (self, width) != self->narrow)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_width_changed_cb, self, NULL);
}

/* The menu */

static void
pop_up (VacLibraryTable *self,
        double           x,
        double           y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* The menu is for what is selected, unless it was opened elsewhere. */
static void
select_for_menu (VacLibraryTable *self,
                 guint            position)
{
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
}

static void
on_secondary_pressed_cb (GtkGestureClick *gesture,
                         int              n_press,
                         double           x,
                         double           y,
                         VacLibraryTable *self)
{
  GtkWidget *view = get_view (self);
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  const guint position = picked != NULL && gtk_widget_is_ancestor (picked, view)
                             ? vac_library_rows_find (picked, get_rows (self))
                             : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  select_for_menu (self, position);
  pop_up (self, x, y);
}

static gboolean
on_menu_key_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  VacLibraryTable *self = VAC_LIBRARY_TABLE (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  const guint position = focus != NULL && gtk_widget_is_ancestor (focus, get_view (self))
                             ? vac_library_rows_find (focus, get_rows (self))
                             : GTK_INVALID_LIST_POSITION;
  graphene_rect_t bounds;

  if (position == GTK_INVALID_LIST_POSITION || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return FALSE;
  select_for_menu (self, position);
  pop_up (self, rtl ? bounds.origin.x + bounds.size.width - 24 : bounds.origin.x + 24,
          bounds.origin.y + bounds.size.height / 2);

  return TRUE;
}

static void
add_menu_controllers (VacLibraryTable *self)
{
  static const char *const triggers[] = { "Menu", "<Shift>F10" };
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                          gtk_callback_action_new (on_menu_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

/* Opening */

static void
on_activate_cb (VacLibraryTable *self,
                guint            position)
{
  g_autoptr (VacLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                           position);

  if (item != NULL)
    g_signal_emit (self, signals[OPEN], 0, item);
}

static gboolean
vac_library_table_grab_focus (GtkWidget *widget)
{
  GtkWidget *rows = get_rows (VAC_LIBRARY_TABLE (widget));

  return rows != NULL && gtk_widget_grab_focus (rows);
}

static void
vac_library_table_dispose (GObject *object)
{
  VacLibraryTable *self = VAC_LIBRARY_TABLE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->column_view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->column_view), self);
      gtk_column_view_set_model (self->column_view, NULL);
      gtk_list_view_set_model (self->row_view, NULL);
    }
  self->column_view = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->column_scroller, gtk_widget_unparent);
  g_clear_pointer (&self->row_scroller, gtk_widget_unparent);
  for (guint i = 0; i < VAC_N_LIBRARY_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->selection);
  g_clear_object (&self->low);
  g_clear_object (&self->high);

  G_OBJECT_CLASS (vac_library_table_parent_class)->dispose (object);
}

static void
vac_library_table_class_init (VacLibraryTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_library_table_dispose;
  widget_class->measure = vac_library_table_measure;
  widget_class->size_allocate = vac_library_table_size_allocate;
  widget_class->grab_focus = vac_library_table_grab_focus;

  /**
   * VacLibraryTable::open:
   * @item: the #VacLibraryItem that was pressed twice, or has the focus
   */
  signals[OPEN] = g_signal_new ("open", VAC_TYPE_LIBRARY_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, VAC_TYPE_LIBRARY_ITEM);
  /**
   * VacLibraryTable::sorted:
   *
   * Emitted when another order is asked for.
   */
  signals[SORTED] = g_signal_new ("sorted", VAC_TYPE_LIBRARY_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
scroller_new (VacLibraryTable *self,
              GtkWidget       *view,
              GtkPolicyType    horizontal)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), horizontal,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Postings"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (on_activate_cb), self,
                           G_CONNECT_SWAPPED);

  return scroller;
}

static void
vac_library_table_init (VacLibraryTable *self)
{
  self->low = g_object_new (G_TYPE_OBJECT, NULL);
  self->high = g_object_new (G_TYPE_OBJECT, NULL);
  self->column_view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->column_view), "vac-library");
  for (guint i = 0; i < VAC_N_LIBRARY_COLUMNS; i++)
    add_column (self, i);
  self->row_view = GTK_LIST_VIEW (gtk_list_view_new (NULL, vac_library_rows_new ()));
  gtk_widget_add_css_class (GTK_WIDGET (self->row_view), "vac-library");
  self->column_scroller = scroller_new (self, GTK_WIDGET (self->column_view),
                                        GTK_POLICY_AUTOMATIC);
  self->row_scroller = scroller_new (self, GTK_WIDGET (self->row_view), GTK_POLICY_NEVER);
  gtk_widget_set_child_visible (self->row_scroller, FALSE);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (on_sorter_changed_cb), self, G_CONNECT_SWAPPED);

  self->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  add_menu_controllers (self);
}

/**
 * vac_library_table_set_up:
 * @self: a table
 * @selection: a list of #VacLibraryItem
 * @menu: what can be done with those that are selected
 */
void
vac_library_table_set_up (VacLibraryTable   *self,
                          GtkSelectionModel *selection,
                          GMenuModel        *menu)
{
  g_return_if_fail (VAC_IS_LIBRARY_TABLE (self) && self->selection == NULL);
  g_return_if_fail (GTK_IS_SELECTION_MODEL (selection) && G_IS_MENU_MODEL (menu));

  self->selection = g_object_ref (selection);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), menu);
  show (self);
}

/**
 * vac_library_table_sort:
 * @self: a table
 * @sort: an order
 * @descending: whether it is the other way round
 *
 * Does what pressing the heading of a column does.
 */
void
vac_library_table_sort (VacLibraryTable *self,
                        VacLibrarySort   sort,
                        gboolean         descending)
{
  VacLibrarySort own;

  g_return_if_fail (VAC_IS_LIBRARY_TABLE (self));

  for (guint i = 0; i < VAC_N_LIBRARY_COLUMNS; i++)
    if (vac_library_column_get_sort (i, &own) && own == sort)
      gtk_column_view_sort_by_column (self->column_view, self->columns[i],
                                      descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * vac_library_table_get_sort:
 * @self: a table
 * @descending: (out): whether the order is the other way round
 *
 * Returns: the order that the headings show
 */
VacLibrarySort
vac_library_table_get_sort (VacLibraryTable *self,
                            gboolean        *descending)
{
  VacLibrarySort sort = VAC_LIBRARY_SORT_CHANGED;
  GtkOrdering ordering;

  g_return_val_if_fail (VAC_IS_LIBRARY_TABLE (self) && descending != NULL, sort);

  self->probed = -1;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->column_view), self->low,
                                 self->high);
  *descending = self->probed < 0 || ordering == GTK_ORDERING_LARGER;
  if (self->probed >= 0)
    vac_library_column_get_sort ((VacLibraryColumn) self->probed, &sort);

  return sort;
}

/**
 * vac_library_table_show_column:
 * @self: a table
 * @column: a column
 * @visible: whether it is shown where there is room for columns
 */
void
vac_library_table_show_column (VacLibraryTable  *self,
                               VacLibraryColumn  column,
                               gboolean          visible)
{
  g_return_if_fail (VAC_IS_LIBRARY_TABLE (self) && column < VAC_N_LIBRARY_COLUMNS);

  gtk_column_view_column_set_visible (self->columns[column], visible);
}

/**
 * vac_library_table_scroll_to_start:
 * @self: a table
 *
 * Brings the first row into view.
 */
void
vac_library_table_scroll_to_start (VacLibraryTable *self)
{
  GtkWidget *rows;

  g_return_if_fail (VAC_IS_LIBRARY_TABLE (self));

  rows = get_rows (self);
  if (rows != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", 0);
}
