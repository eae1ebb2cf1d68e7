/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-salary-table-private.h"

/* More rows than this scroll inside the table. */
#define TALLEST 440

/* Before any row is there, and what a scrollbar below the rows takes. */
#define USUAL_ROW 36
#define SCROLLBAR 2

/* A narrower table has smaller letters, and goes without what can be told from the others. */
#define NARROW 420

/* A check button and little beside it. */
#define CHECK_WIDTH 30

/* What a sorter is told. */
typedef struct
{
  VacSalaryTable *table;   /* borrowed: it holds this */
  VacFact         fact;
} Column;

/**
 * VacSalaryTable:
 *
 * The places with their figures, a row each, below the national range. Headers sort; a row is
 * edited in place, by the handler of #VacSalaryTable::edit.
 */
struct _VacSalaryTable
{
  GtkWidget           parent_instance;

  /* Owned by the widget */
  GtkWidget          *scroller;
  GtkColumnView      *view;
  GtkWidget          *popover;     /* the menu of a row */

  /* Owned */
  VacSalaryCells      cells;
  GtkSingleSelection *selection;
  VacPlaceItem       *low;         /* stand in for two rows, to ask the view how it sorts */
  VacPlaceItem       *high;
  Column              column_data[VAC_N_FACTS];
  VacSalaryColumns    shown;
  gboolean            narrow;
  gboolean            sorted;      /* by a header that was pressed */
  int                 measured;    /* the height that was asked for the last time */
  guint               resize_source;
  int                 probed;      /* the fact that the view asked about; -1 for none */
};

G_DEFINE_FINAL_TYPE (VacSalaryTable, vac_salary_table, GTK_TYPE_WIDGET)

enum
{
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SET(columns) (1u << VAC_SALARY_COLUMNS_##columns)

static const struct
{
  const char *title;        /* %NULL for that of the fact */
  guint       sets;
  int         chars;        /* of text before it is cut; 0 for figures */
} column_table[] = {
  [VAC_FACT_NAME] = { NULL, SET (PAY) | SET (AGAINST) | SET (LIVING) | SET (NOTES) | SET (ALL),
    10 },
  [VAC_FACT_MINIMUM] = { NULL, SET (PAY) | SET (ALL), 0 },
  [VAC_FACT_MAXIMUM] = { NULL, SET (PAY) | SET (ALL), 0 },
  [VAC_FACT_MIDPOINT] = { NULL, SET (PAY) | SET (LIVING) | SET (ALL), 0 },
  [VAC_FACT_SPREAD] = { NULL, SET (PAY) | SET (ALL), 0 },
  [VAC_FACT_OVER_NATIONAL] = { NULL, SET (AGAINST) | SET (ALL), 0 },
  [VAC_FACT_OVER_NATIONAL_SHARE] = { NULL, SET (AGAINST) | SET (ALL), 0 },
  [VAC_FACT_POSTING] = { NULL, SET (AGAINST) | SET (ALL), 12 },
  [VAC_FACT_PRICE_INDEX] = { N_("Cost of living"), SET (LIVING) | SET (ALL), 0 },
  [VAC_FACT_NATIONAL_DOLLARS] = { NULL, SET (LIVING) | SET (ALL), 0 },
  [VAC_FACT_COMPA_RATIO] = { NULL, SET (AGAINST) | SET (ALL), 0 },
  [VAC_FACT_PENETRATION] = { NULL, SET (ALL), 0 },
  [VAC_FACT_CANDIDATE_RATIO] = { NULL, SET (AGAINST) | SET (ALL), 0 },
  [VAC_FACT_CANDIDATE_PENETRATION] = { NULL, SET (AGAINST) | SET (ALL), 0 },
  [VAC_FACT_BREAK_EVEN] = { NULL, 0, 0 },
  [VAC_FACT_RULE_MINIMUM] = { NULL, SET (AGAINST) | SET (ALL), 0 },
  [VAC_FACT_RULE_MAXIMUM] = { NULL, SET (AGAINST) | SET (ALL), 0 },
  [VAC_FACT_ZONE] = { NULL, SET (AGAINST) | SET (NOTES) | SET (ALL), 10 },
  [VAC_FACT_AREA] = { NULL, SET (NOTES) | SET (ALL), 14 },
  [VAC_FACT_SOURCES] = { NULL, SET (NOTES) | SET (ALL), 14 },
  [VAC_FACT_DOUBTS] = { NULL, SET (PAY) | SET (NOTES) | SET (ALL), 10 },
  [VAC_FACT_NOTE] = { NULL, SET (NOTES) | SET (ALL), 20 },
};

/* Sorting. The view keeps which header was pressed to itself; two rows that stand for "less" and
 * "more" make it tell. The list then sorts with the core's own order, in which a place without
 * the figure is last in either direction. */

static int
compare_probes (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Column *probe = user_data;

  probe->table->probed = probe->fact;

  return a == b ? 0 : a == probe->table->low ? -1 : 1;
}

static void
on_sorter_changed_cb (VacSalaryTable *self,
                      GtkSorterChange change,
                      GtkSorter      *sorter)
{
  GtkOrdering ordering;
  guint selected;

  self->probed = -1;
  ordering = gtk_sorter_compare (sorter, self->low, self->high);
  self->sorted = self->probed >= 0;
  if (!self->sorted)
    vac_salary_list_unsort (self->cells.list);
  else
    vac_salary_list_sort (self->cells.list, self->probed, ordering == GTK_ORDERING_LARGER);

  /* A view stays where it was although other rows are there now. */
  selected = gtk_single_selection_get_selected (self->selection);
  vac_salary_table_scroll_to (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

/* GTK 4.8 has no way to put a title over its figures. The arrow that says how a column is sorted
 * keeps its room while it is not shown, so it goes to the other side of the title. */
static void
align_title (GtkWidget  *widget,
             const char *title)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), title) == 0)
    {
      GtkWidget *box = gtk_widget_get_parent (widget);

      gtk_widget_set_hexpand (widget, TRUE);
      gtk_label_set_xalign (GTK_LABEL (widget), 1);
      if (GTK_IS_BOX (box) && gtk_widget_get_next_sibling (widget) != NULL)
        gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_next_sibling (widget), NULL);
      return;
    }
  if (GTK_IS_LIST_VIEW (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    align_title (child, title);
}

static void
add_check_column (VacSalaryTable *self)
{
  g_autoptr (GtkColumnViewColumn) column =
    gtk_column_view_column_new (NULL, vac_salary_cells_new_checks (&self->cells));

  gtk_column_view_column_set_fixed_width (column, CHECK_WIDTH);
  gtk_column_view_append_column (self->view, column);
}

static void
add_column (VacSalaryTable *self,
            VacFact         fact)
{
  GtkListItemFactory *factory = vac_salary_cells_new_texts (&self->cells, fact,
                                                            column_table[fact].chars);
  const char *title = column_table[fact].title != NULL ? _(column_table[fact].title)
                                                       : vac_fact_get_title (fact);
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  Column *data = &self->column_data[fact];
  g_autoptr (GtkSorter) sorter = NULL;

  *data = (Column) { self, fact };
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_probes, data, NULL));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, fact == VAC_FACT_NAME || fact == VAC_FACT_NOTE);
  gtk_column_view_append_column (self->view, column);
  self->cells.columns[fact] = column;
}

static GtkWidget *
get_rows (VacSalaryTable *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;

  return NULL;
}

/* A column view tells nobody how high it would like to be. Rows that are not there yet count as
 * the average of those that are. */
static int
get_height (VacSalaryTable *self)
{
  GtkWidget *rows = get_rows (self);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  int n_items = (int) g_list_model_get_n_items (G_LIST_MODEL (self->cells.list));
  int n_rows = 0, sum = 0, height = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      int allocated = gtk_widget_get_allocated_height (row);

      if (allocated > 0 && n_rows < n_items)
        {
          sum += allocated;
          n_rows++;
        }
    }
  gtk_widget_measure (header, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  height += n_rows > 0 ? (int) ((gint64) sum * n_items / n_rows) : n_items * USUAL_ROW;

  return MIN (height + SCROLLBAR, TALLEST);
}

static void
show_columns (VacSalaryTable *self)
{
  VacComparison *comparison = vac_salary_list_get_comparison (self->cells.list);
  gboolean changed = FALSE;

  for (guint i = 0; i < VAC_N_FACTS; i++)
    {
      gboolean visible = (column_table[i].sets & (1u << self->shown)) != 0 &&
                         vac_comparison_has_fact (comparison, i);

      if (self->narrow && self->shown == VAC_SALARY_COLUMNS_PAY && i == VAC_FACT_SPREAD)
        visible = FALSE;
      changed |= visible != gtk_column_view_column_get_visible (self->cells.columns[i]);
      gtk_column_view_column_set_visible (self->cells.columns[i], visible);
      if (column_table[i].chars == 0)
        align_title (GTK_WIDGET (self->view),
                     gtk_column_view_column_get_title (self->cells.columns[i]));
    }
  /* A row is described by what is shown of it. */
  if (changed)
    vac_salary_list_tell_rows (self->cells.list);
}

/* Whoever puts the places into another order unsorts the list; no header says otherwise. */
static void
on_list_updated_cb (VacSalaryTable *self)
{
  if (self->sorted && !vac_salary_list_get_sorted (self->cells.list))
    vac_salary_table_unsort (self);
  show_columns (self);
}

static gboolean
on_resize_cb (gpointer user_data)
{
  VacSalaryTable *self = user_data;
  gboolean narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;

  self->resize_source = 0;
  if (self->narrow != narrow)
    {
      self->narrow = narrow;
      if (narrow)
        gtk_widget_add_css_class (GTK_WIDGET (self->view), "vac-narrow");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->view), "vac-narrow");
      show_columns (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
vac_salary_table_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  VacSalaryTable *self = VAC_SALARY_TABLE (widget);

  gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->measured = MAX (get_height (self), *minimum);
}

static void
vac_salary_table_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  VacSalaryTable *self = VAC_SALARY_TABLE (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
  if ((get_height (self) != self->measured || self->narrow != (width < NARROW)) &&
      self->resize_source == 0)
    self->resize_source = g_idle_add (on_resize_cb, self);
}

static void
on_view_activate_cb (VacSalaryTable *self,
                     guint           position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[EDIT], 0);
}

/*
 * vac_salary_table_popup_menu:
 * @self: a table
 * @x: where in it
 * @y: where in it
 *
 * Opens the menu of the selected row.
 */
void
vac_salary_table_popup_menu (VacSalaryTable *self,
                             int             x,
                             int             y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
on_menu_key_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  VacSalaryTable *self = VAC_SALARY_TABLE (widget);
  VacPlaceItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *name = NULL;
  graphene_rect_t bounds;

  if (item != NULL)
    name = vac_editor_find_widget (widget, vac_place_item_get_node (item));
  if (name == NULL || !gtk_widget_get_mapped (name) ||
      !gtk_widget_compute_bounds (name, widget, &bounds))
    return FALSE;
  vac_salary_table_popup_menu (self, (int) bounds.origin.x,
                               (int) (bounds.origin.y + bounds.size.height));

  return TRUE;
}

static void
add_menu_keys (VacSalaryTable *self)
{
  static const char *const triggers[] = { "Menu", "<Shift>F10" };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                        gtk_callback_action_new (on_menu_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
vac_salary_table_dispose (GObject *object)
{
  VacSalaryTable *self = VAC_SALARY_TABLE (object);

  g_clear_handle_id (&self->resize_source, g_source_remove);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      gtk_column_view_set_model (self->view, NULL);
    }
  self->view = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  for (guint i = 0; i < VAC_N_FACTS; i++)
    g_clear_object (&self->cells.columns[i]);
  g_clear_object (&self->selection);
  g_clear_object (&self->cells.list);
  g_clear_object (&self->low);
  g_clear_object (&self->high);

  G_OBJECT_CLASS (vac_salary_table_parent_class)->dispose (object);
}

static void
vac_salary_table_class_init (VacSalaryTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_salary_table_dispose;
  widget_class->measure = vac_salary_table_measure;
  widget_class->size_allocate = vac_salary_table_size_allocate;

  /**
   * VacSalaryTable::edit:
   *
   * The selected row is to be edited.
   */
  signals[EDIT] = g_signal_new ("edit", VAC_TYPE_SALARY_TABLE, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_salary_table_init (VacSalaryTable *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_overflow (self->scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->scroller, "card");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  add_menu_keys (self);
}

/**
 * vac_salary_table_new:
 * @list: the rows
 * @selection: the same with a selection
 *
 * Returns: (transfer floating): a table of @list
 */
GtkWidget *
vac_salary_table_new (VacSalaryList      *list,
                      GtkSingleSelection *selection)
{
  VacSalaryTable *self;
  VacNode *national;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (list), NULL);
  g_return_val_if_fail (GTK_IS_SINGLE_SELECTION (selection), NULL);

  self = g_object_new (VAC_TYPE_SALARY_TABLE, NULL);
  self->cells.list = g_object_ref (list);
  self->selection = g_object_ref (selection);
  national = vac_document_get (vac_salary_list_get_document (list), VAC_ROLE_NATIONAL);
  self->low = vac_place_item_new (national);
  self->high = vac_place_item_new (national);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "vac-salaries");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Salaries by place"), -1);
  add_check_column (self);
  for (guint i = 0; i < VAC_N_FACTS; i++)
    add_column (self, i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (list, "items-changed", G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "updated", G_CALLBACK (on_list_updated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_view_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed_cb), self, G_CONNECT_SWAPPED);
  vac_salary_table_add_mouse (GTK_WIDGET (self), GTK_SCROLLED_WINDOW (self->scroller), self->view,
                              list,
                              selection);
  vac_salary_table_set_columns (self, VAC_SALARY_COLUMNS_PAY);

  return GTK_WIDGET (self);
}

/**
 * vac_salary_table_set_columns:
 * @self: a table
 * @columns: which columns to show
 */
void
vac_salary_table_set_columns (VacSalaryTable   *self,
                              VacSalaryColumns  columns)
{
  g_return_if_fail (VAC_IS_SALARY_TABLE (self));
  g_return_if_fail (columns < VAC_N_SALARY_COLUMNS);

  self->shown = columns;
  show_columns (self);
}

/**
 * vac_salary_table_set_menu:
 * @self: a table
 * @menu: what can be done with the selected row
 */
void
vac_salary_table_set_menu (VacSalaryTable *self,
                           GMenuModel     *menu)
{
  g_return_if_fail (VAC_IS_SALARY_TABLE (self));

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), menu);
}

/**
 * vac_salary_table_sort:
 * @self: a table
 * @fact: what to sort by
 * @descending: whether the greatest comes first
 *
 * Does what pressing the column's header does.
 */
void
vac_salary_table_sort (VacSalaryTable *self,
                       VacFact         fact,
                       gboolean        descending)
{
  g_return_if_fail (VAC_IS_SALARY_TABLE (self) && fact < VAC_N_FACTS);

  gtk_column_view_sort_by_column (self->view, self->cells.columns[fact],
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * vac_salary_table_unsort:
 * @self: a table
 *
 * Shows the places in the order of the document.
 */
void
vac_salary_table_unsort (VacSalaryTable *self)
{
  g_return_if_fail (VAC_IS_SALARY_TABLE (self));

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
}

/**
 * vac_salary_table_scroll_to:
 * @self: a table
 * @position: a row
 *
 * Brings a row into view.
 */
void
vac_salary_table_scroll_to (VacSalaryTable *self,
                            guint           position)
{
  GtkWidget *rows;

  g_return_if_fail (VAC_IS_SALARY_TABLE (self));

  rows = get_rows (self);
  if (rows != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->cells.list)))
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}
