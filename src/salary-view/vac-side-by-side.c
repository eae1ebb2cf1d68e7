/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-side-by-side"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-announce.h"
#include "vac-editor.h"
#include "vac-narrow.h"
#include "vac-place-chooser.h"
#include "vac-shrink.h"
#include "vac-side-by-side-page.h"
#include "vac-wrap-layout.h"

/* In a narrower page places are rows; in one narrower still, their parts stand above each other. */
#define WIDE    1024
#define STACKED 880

/**
 * VacSideBySide:
 *
 * A page that compares places: what it comes to in a sentence, the range of each on one axis, and
 * their figures with the differences to a base. The places are chips, to add, leave out and move.
 * Up to eight are columns where there is room, else they are rows. It follows the document.
 */

G_DEFINE_FINAL_TYPE (VacSideBySide, vac_side_by_side, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIFFERENCES,
  PROP_ALL_FIGURES,
  N_PROPS
};

enum
{
  CLOSE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const differences_ids[] = {
  [VAC_DIFFERENCES_BOTH] = "both",
  [VAC_DIFFERENCES_AMOUNTS] = "amount",
  [VAC_DIFFERENCES_PERCENT] = "percent",
};

/* What is shown */

/* Which column's button has the focus, so that it has it again when the cells are made anew; 0 for
 * none. */
static guint
find_focus_column (VacSideBySide *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *head;

  for (guint i = VAC_SIDES_N_FROZEN; focus != NULL; i++)
    {
      head = vac_frozen_grid_get_child (self->grid, i, 0);
      if (head == NULL || gtk_widget_is_ancestor (focus, head))
        return head != NULL ? i : 0;
    }

  return 0;
}

static void
show_columns (VacSideBySide *self)
{
  const guint focused = find_focus_column (self);

  vac_sides_fill_grid (&self->sides, self->grid);
  if (focused > 0)
    vac_side_by_side_focus_column (self, focused);
  gtk_stack_set_visible_child_name (self->stack, "columns");
}

static void
show_rows (VacSideBySide *self)
{
  vac_place_rows_update (self->rows, self->width < STACKED);
  gtk_stack_set_visible_child_name (self->stack, "rows");
}

static void
read_indexes (VacSides *sides)
{
  g_hash_table_remove_all (sides->indexes);
  for (guint i = 0; i < vac_comparison_get_n_places (sides->comparison); i++)
    g_hash_table_insert (sides->indexes, vac_comparison_get_place (sides->comparison, i)->node,
                         GUINT_TO_POINTER (i + 1));
}

static void
compare (VacSideBySide *self,
         GPtrArray     *nodes)
{
  VacSides *sides = &self->sides;
  VacNode *base = nodes->len > 0 ? g_ptr_array_index (nodes, 0) : NULL;

  if (self->base != NULL && g_ptr_array_find (nodes, self->base, NULL))
    base = self->base;
  g_clear_pointer (&sides->comparison, vac_comparison_free);
  sides->comparison = vac_salary_list_compare (sides->list, nodes, base);
  vac_comparison_set_differences (sides->comparison, sides->differences);
  sides->posting = (VacComparedPlace) {
    .name = (char *) "",
    .note = (char *) "",
    .range = *vac_comparison_get_posting (sides->comparison),
  };
  read_indexes (sides);
}

/* The button of a drop-down is as wide as its longest text, unless that may be cut. */
static void
on_name_setup_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_list_item_set_child (list_item, label);
}

static void
on_name_bind_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item)
{
  GtkStringObject *name = gtk_list_item_get_item (list_item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      gtk_string_object_get_string (name));
}

static gboolean
offers_bases (VacSideBySide *self)
{
  GListModel *names = gtk_drop_down_get_model (self->base_drop_down);
  const guint n_places = vac_comparison_get_n_places (self->sides.comparison);

  if (names == NULL || g_list_model_get_n_items (names) != n_places)
    return FALSE;
  for (guint i = 0; i < n_places; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i),
                      vac_sides_get_name (&self->sides, i)))
      return FALSE;

  return TRUE;
}

/* A drop-down must not have other choices while it tells which one was taken. */
static void
fill_bases (VacSideBySide *self)
{
  const VacComparedPlace *base = vac_comparison_get_base (self->sides.comparison);
  const guint index =
    base != NULL ? vac_sides_get_index (&self->sides, base->node) : GTK_INVALID_LIST_POSITION;

  self->filling = TRUE;
  if (!offers_bases (self))
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; i < vac_comparison_get_n_places (self->sides.comparison); i++)
        gtk_string_list_append (names, vac_sides_get_name (&self->sides, i));
      gtk_drop_down_set_model (self->base_drop_down, G_LIST_MODEL (names));
    }
  if (gtk_drop_down_get_selected (self->base_drop_down) != index)
    gtk_drop_down_set_selected (self->base_drop_down, index);
  gtk_widget_set_sensitive (GTK_WIDGET (self->base_drop_down), base != NULL);
  self->filling = FALSE;
}

static void
update_words (VacSideBySide *self)
{
  VacComparison *comparison = self->sides.comparison;
  VacDocument *document = vac_salary_list_get_document (self->sides.list);
  g_autofree char *verdict = vac_comparison_format_verdict (comparison);
  g_autofree char *heading = vac_comparison_format_heading (comparison);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (heading), "\n", -1);
  g_autofree char *line = g_strjoinv (" · ", lines);
  const char *title = vac_document_get_text (document, VAC_ROLE_JOB_TITLE);

  if (verdict == NULL && !vac_sides_has_posting (&self->sides) &&
      vac_comparison_get_n_places (comparison) > 0)
    verdict = g_strdup (_("This posting has no pay range to compare"));
  gtk_label_set_text (self->verdict, verdict != NULL ? verdict : "");
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), verdict != NULL);
  gtk_label_set_text (self->heading, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading), heading);
  gtk_label_set_lines (self->heading, self->width < STACKED ? 1 : 2);
  adw_window_title_set_subtitle (self->window_title, title);
}

static void
update_actions (VacSideBySide *self,
                guint          n_places)
{
  static const char *const needing[] = {
    "side.none", "side.copy", "side.export", "side.export-page", "side.print",
  };

  for (guint i = 0; i < G_N_ELEMENTS (needing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), needing[i], n_places > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "side.all",
                                 n_places < vac_salary_list_get_n_places (self->sides.list));
}

/* What a narrow page has in its menu, or in its rows, alone. */
static void
update_room (VacSideBySide *self,
             guint          n_places)
{
  const gboolean stacked = self->width < STACKED;

  gtk_widget_set_visible (GTK_WIDGET (self->chips),
                          !stacked && n_places > 0 && n_places <= VAC_COMPARISON_MOST);
  gtk_widget_set_visible (self->redo_button, !stacked);
  gtk_widget_set_visible (self->print_button, !stacked);
  gtk_widget_set_visible (self->base_label, !stacked);
  gtk_widget_set_visible (self->differences_box, !stacked);
  vac_narrow_set_header (self->header, self->width < VAC_NARROW_WIDTH);
}

static void
update (VacSideBySide *self)
{
  g_autoptr (GPtrArray) nodes = vac_salary_list_get_compared (self->sides.list);
  const gboolean columns = self->width >= WIDE && nodes->len <= VAC_COMPARISON_MOST;

  compare (self, nodes);
  if (nodes->len <= VAC_COMPARISON_MOST)
    vac_place_chips_set_places (self->chips, nodes, vac_sides_is_writable (&self->sides));
  fill_bases (self);
  update_words (self);
  update_actions (self, nodes->len);
  update_room (self, nodes->len);
  if (nodes->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (columns)
    show_columns (self);
  else
    show_rows (self);
  adw_bin_set_child (self->legend_bin,
                     nodes->len == 0 || columns
                         ? NULL
                         : vac_sides_legend_new (&self->sides, GTK_ORIENTATION_HORIZONTAL));
}

static void
on_base_notify_selected_cb (VacSideBySide *self)
{
  const guint selected = gtk_drop_down_get_selected (self->base_drop_down);
  const VacComparedPlace *place = self->sides.comparison != NULL
                                      ? vac_comparison_get_place (self->sides.comparison, selected)
                                      : NULL;

  if (self->filling || place == NULL)
    return;
  g_set_object (&self->base, place->node);
  update (self);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSE], 0);
}

/* Room */

static guint
get_band (int width)
{
  return (width >= WIDE) + (width >= STACKED) + (width >= VAC_NARROW_WIDTH);
}

static gboolean
on_update_cb (gpointer user_data)
{
  VacSideBySide *self = user_data;

  self->update_source = 0;
  self->width = gtk_widget_get_width (GTK_WIDGET (self));
  update (self);

  return G_SOURCE_REMOVE;
}

static void
vac_side_by_side_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (VAC_SIDE_BY_SIDE (widget)->content, orientation, for_size, minimum, natural,
                      NULL, NULL);
  /* What does not fit is laid out anew as soon as the width is known. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 360);
}

/* What is visible may not change while sizes are handed out. */
static void
vac_side_by_side_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);
  int minimum;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  vac_editor_allocate (self->content, 0, 0, MAX (width, minimum), height);
  gtk_popover_present (GTK_POPOVER (self->popover));
  if (get_band (width) != get_band (self->width) && self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update_cb, self, NULL);
}

static void
vac_side_by_side_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (object);

  switch (prop_id)
    {
    case PROP_DIFFERENCES:
      g_value_set_static_string (value, differences_ids[self->sides.differences]);
      break;
    case PROP_ALL_FIGURES:
      g_value_set_boolean (value, self->sides.all_figures);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_differences (VacSideBySide *self,
                 const char    *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (differences_ids); i++)
    if (g_strcmp0 (id, differences_ids[i]) == 0 && self->sides.differences != i)
      {
        self->sides.differences = i;
        update (self);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIFFERENCES]);
      }
}

static void
set_all_figures (VacSideBySide *self,
                 gboolean       all_figures)
{
  if (self->sides.all_figures == all_figures)
    return;
  self->sides.all_figures = all_figures;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALL_FIGURES]);
}

static void
vac_side_by_side_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (object);

  switch (prop_id)
    {
    case PROP_DIFFERENCES:
      set_differences (self, g_value_get_string (value));
      break;
    case PROP_ALL_FIGURES:
      set_all_figures (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_side_by_side_dispose (GObject *object)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_weak_pointer (&self->asked);
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->sides.comparison, vac_comparison_free);
  g_clear_pointer (&self->sides.indexes, g_hash_table_unref);
  g_clear_object (&self->sides.list);
  g_clear_object (&self->base);

  G_OBJECT_CLASS (vac_side_by_side_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/salary-view/vac-side-by-side.ui");
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, content);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, header);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, window_title);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, redo_button);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, print_button);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, chips);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, add_button);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, base_label);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, base_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, differences_box);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, verdict);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, stack);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, grid);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, rows_bin);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, legend_bin);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, heading);
  gtk_widget_class_bind_template_callback (widget_class, on_base_notify_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, vac_side_by_side_leave_out);
  gtk_widget_class_bind_template_callback (widget_class, vac_side_by_side_move);
}

static void
vac_side_by_side_class_init (VacSideBySideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vac_side_by_side_dispose;
  object_class->get_property = vac_side_by_side_get_property;
  object_class->set_property = vac_side_by_side_set_property;
  widget_class->measure = vac_side_by_side_measure;
  widget_class->size_allocate = vac_side_by_side_size_allocate;
  g_type_ensure (VAC_TYPE_FROZEN_GRID);
  g_type_ensure (VAC_TYPE_PLACE_CHIPS);

  /**
   * VacSideBySide:differences:
   *
   * How differences to the base are said: "amount", "percent" or "both".
   */
  properties[PROP_DIFFERENCES] = g_param_spec_string ("differences", NULL, NULL, "both", flags);

  /**
   * VacSideBySide:all-figures:
   *
   * Whether all figures are shown, and not only the few that settle most questions.
   */
  properties[PROP_ALL_FIGURES] = g_param_spec_boolean ("all-figures", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VacSideBySide::close:
   *
   * The page is to be left.
   */
  signals[CLOSE] = g_signal_new ("close", VAC_TYPE_SIDE_BY_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "vac-side-by-side");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "side.close", NULL, close_action);
  gtk_widget_class_install_property_action (widget_class, "side.differences", "differences");
  gtk_widget_class_install_property_action (widget_class, "side.all-figures", "all-figures");
  vac_side_by_side_install_actions (widget_class);
}

static void
add_rows (VacSideBySide *self)
{
  self->rows = VAC_PLACE_ROWS (vac_place_rows_new (&self->sides));
  g_signal_connect_object (self->rows, "move", G_CALLBACK (vac_side_by_side_move), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "leave-out", G_CALLBACK (vac_side_by_side_leave_out), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->rows_bin, GTK_WIDGET (self->rows));
}

static void
vac_side_by_side_init (VacSideBySide *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->width = WIDE;
  self->sides.differences = VAC_DIFFERENCES_BOTH;
  self->sides.indexes = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_title_shrink (ADW_HEADER_BAR (self->header));
  vac_let_shrink (GTK_WIDGET (self->menu_button));
  vac_let_wrap (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->add_button))));
  vac_editor_name_button (self->menu_button, _("More on This Comparison"));
  vac_editor_name_button (self->print_button, _("Print"));
  g_signal_connect (factory, "setup", G_CALLBACK (on_name_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_name_bind_cb), NULL);
  gtk_drop_down_set_factory (self->base_drop_down, factory);
  gtk_widget_add_css_class (GTK_WIDGET (self->legend_bin), "vac-side-legend");
  add_rows (self);
  self->popover = gtk_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed",
                           G_CALLBACK (vac_side_by_side_return_focus), self, G_CONNECT_SWAPPED);
}

/**
 * vac_side_by_side_new:
 * @list: the salary table; the places that are checked in it are compared
 *
 * Returns: (transfer floating): a page with these places side by side
 */
GtkWidget *
vac_side_by_side_new (VacSalaryList *list)
{
  VacSideBySide *self;
  GtkWidget *popover = gtk_popover_new ();

  g_return_val_if_fail (VAC_IS_SALARY_LIST (list), NULL);

  self = g_object_new (VAC_TYPE_SIDE_BY_SIDE, NULL);
  self->sides.list = g_object_ref (list);
  gtk_popover_set_child (GTK_POPOVER (popover), vac_place_chooser_new (list));
  gtk_menu_button_set_popover (self->add_button, popover);
  vac_announce_by_its_label (self->add_button);
  update (self);
  g_signal_connect_object (list, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * vac_side_by_side_focus:
 * @self: a page that is shown
 *
 * Moves the focus to the first place, or where there is none to what adds one.
 */
void
vac_side_by_side_focus (VacSideBySide *self)
{
  const VacComparedPlace *first;

  g_return_if_fail (VAC_IS_SIDE_BY_SIDE (self));

  first = vac_comparison_get_place (self->sides.comparison, 0);
  if (first == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->chips)) ||
      !vac_place_chips_focus (self->chips, first->node))
    gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

/**
 * vac_side_by_side_print:
 * @self: a page
 *
 * Asks the window to print what is compared.
 */
void
vac_side_by_side_print (VacSideBySide *self)
{
  g_return_if_fail (VAC_IS_SIDE_BY_SIDE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "side.print", NULL);
}

/**
 * vac_side_by_side_set_base:
 * @self: a page
 * @index: which of its places the others are compared with
 */
void
vac_side_by_side_set_base (VacSideBySide *self,
                           guint          index)
{
  g_return_if_fail (VAC_IS_SIDE_BY_SIDE (self));

  gtk_drop_down_set_selected (self->base_drop_down, index);
}

/**
 * vac_side_by_side_get_cell:
 * @self: a page that is wide enough for columns
 * @index: which of its places
 * @fact: what is known of it
 *
 * Returns: (transfer none) (nullable): the cell; for %VAC_FACT_NAME the head of the column
 */
GtkWidget *
vac_side_by_side_get_cell (VacSideBySide *self,
                           guint          index,
                           VacFact        fact)
{
  g_return_val_if_fail (VAC_IS_SIDE_BY_SIDE (self), NULL);

  return vac_frozen_grid_get_child (self->grid, index + VAC_SIDES_N_FROZEN, fact);
}
