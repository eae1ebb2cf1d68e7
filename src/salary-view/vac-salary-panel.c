/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-panel"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-comparison-copy.h"
#include "vac-editor.h"
#include "vac-expander.h"
#include "vac-item-list.h"
#include "vac-levels.h"
#include "vac-place-editor.h"
#include "vac-range-chart.h"
#include "vac-salary-panel.h"
#include "vac-salary-sources.h"
#include "vac-shrink.h"

/**
 * VacSalaryPanel:
 *
 * The salaries of a posting: what they are and where they come from, the table and the chart of
 * places, what levels and factors make of them.
 */
struct _VacSalaryPanel
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkWidget          *content;
  GtkWidget          *facts_list;
  AdwExpanderRow     *facts_row;
  GtkStack           *stack;
  GtkDropDown        *columns_drop_down;
  GtkButton          *side_by_side_button;
  GtkWidget          *menu_button;
  AdwBin             *table_bin;
  GMenuModel         *row_menu;
  GtkWidget          *add_button;
  GtkWidget          *edit_button;
  GtkWidget          *remove_button;
  GtkWidget          *use_button;
  GtkLabel           *words;
  GtkWidget          *remark_box;
  GtkLabel           *remark;
  AdwBin             *chart_bin;
  GtkLabel           *chart_rest;
  AdwBin             *sources_bin;
  AdwBin             *levels_bin;
  AdwBin             *factors_bin;

  /* Borrowed: in the bins */
  VacSalaryTable     *table;
  VacLevels          *levels;

  /* Owned */
  VacDocument        *document;
  VacSalaryList      *list;
  GtkSingleSelection *selection;
  GtkWidget          *popover;
  guint               closed_source;
  guint               ticks;
};

G_DEFINE_FINAL_TYPE (VacSalaryPanel, vac_salary_panel, GTK_TYPE_WIDGET)

static VacPlaceItem *
get_selected (VacSalaryPanel *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* The selected place; %NULL for none and for the national range, which is no place. */
static VacNode *
get_place (VacSalaryPanel *self)
{
  VacPlaceItem *item = get_selected (self);

  return item != NULL && !vac_place_item_is_national (item) ? vac_place_item_get_node (item) : NULL;
}

/* What always stands with the figures */

static void
update_facts (VacSalaryPanel *self)
{
  VacComparison *comparison = vac_salary_list_get_comparison (self->list);
  g_autofree char *heading = vac_comparison_format_heading (comparison);
  g_auto (GStrv) lines = g_strsplit (heading, "\n", 2);
  const char *source = vac_comparison_get_source (comparison);
  g_autofree char *subtitle = NULL;

  subtitle = *source != '\0' ? g_strdup_printf (_("Source: %s"), source)
                             : g_strdup (_("No source is given."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->facts_row), lines[0]);
  adw_expander_row_set_subtitle (self->facts_row, subtitle);
}

/* What is said of the selected place */

static char *
describe (VacSalaryPanel *self,
          VacPlaceItem   *item)
{
  VacComparison *comparison = vac_salary_list_get_comparison (self->list);

  if (item == NULL)
    return NULL;
  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    if (vac_comparison_get_place (comparison, i) == vac_place_item_get_place (item))
      return vac_comparison_describe (comparison, i);

  return NULL;
}

static void
update_words (VacSalaryPanel *self)
{
  VacComparison *comparison = vac_salary_list_get_comparison (self->list);
  VacPlaceItem *item = get_selected (self);
  const VacComparedPlace *place = item != NULL ? vac_place_item_get_place (item) : NULL;
  g_autofree char *words = describe (self, item);
  g_autofree char *remark = NULL;

  if (place != NULL)
    remark = vac_pay_range_describe_width (&place->range, vac_comparison_get_language (comparison));
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
  gtk_label_set_text (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (self->remark_box, remark != NULL);
}

static void
update_actions (VacSalaryPanel *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  VacPlaceItem *item = get_selected (self);
  const VacComparedPlace *compared = item != NULL ? vac_place_item_get_place (item) : NULL;
  gboolean writable = !vac_document_get_read_only (self->document);
  gboolean place = writable && get_place (self) != NULL;
  gboolean sorted = vac_salary_list_get_sorted (self->list);

  gtk_widget_action_set_enabled (widget, "salary.add", writable);
  gtk_widget_action_set_enabled (widget, "salary.import", writable);
  gtk_widget_action_set_enabled (widget, "salary.edit", item != NULL);
  gtk_widget_action_set_enabled (widget, "salary.remove", place);
  gtk_widget_action_set_enabled (widget, "salary.duplicate", place);
  gtk_widget_action_set_enabled (widget, "salary.move-up", place && !sorted);
  gtk_widget_action_set_enabled (widget, "salary.move-down", place && !sorted);
  gtk_widget_action_set_enabled (widget, "salary.unsort", sorted);
  gtk_widget_action_set_enabled (widget, "salary.use-range",
                                 place && compared != NULL &&
                                     (vac_pay_range_is_known (&compared->range) ||
                                      vac_pay_range_is_known (&compared->made)));
}

/* The window is told the places by their positions in the document. */
static void
choose_places (VacSalaryPanel *self,
               GPtrArray      *nodes)
{
  GVariantBuilder positions;

  g_variant_builder_init (&positions, G_VARIANT_TYPE ("au"));
  for (guint i = 0; i < nodes->len; i++)
    g_variant_builder_add (&positions, "u", vac_node_get_position (g_ptr_array_index (nodes, i)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-places", "au", &positions);
}

/* What is checked is also what is printed and exported, and the preview shows it. */
static void
update_compared (VacSalaryPanel *self)
{
  g_autoptr (GPtrArray) nodes = vac_salary_list_get_compared (self->list);
  g_autofree char *label = g_strdup (_("Side by Side"));

  choose_places (self, nodes);
  if (nodes->len > 0)
    {
      g_free (label);
      /* Translators: on a button; %u places have been chosen. */
      label = g_strdup_printf (_("Side by Side (%u)"), nodes->len);
    }
  gtk_button_set_label (self->side_by_side_button, label);
  vac_let_shrink (GTK_WIDGET (self->side_by_side_button));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->side_by_side_button),
                               _("See the Checked Places Side by Side"));
}

static void
update_chart_rest (VacSalaryPanel *self)
{
  guint n_places = vac_salary_list_get_n_places (self->list);
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("The chart shows the first %u of %u places, as they are sorted."),
                          vac_range_chart_get_most (), n_places);
  gtk_label_set_text (self->chart_rest, text);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_rest), n_places > vac_range_chart_get_most ());
}

static void
on_selected_changed_cb (VacSalaryPanel *self)
{
  update_words (self);
  update_actions (self);
  vac_levels_set_place (self->levels, get_place (self));
}

/* It may have been selected in the chart. */
static void
on_selection_notify_cb (VacSalaryPanel *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  on_selected_changed_cb (self);
  if (selected != GTK_INVALID_LIST_POSITION)
    vac_salary_table_scroll_to (self->table, selected);
}

static void
on_list_updated_cb (VacSalaryPanel *self)
{
  gtk_stack_set_visible_child_name (self->stack, vac_salary_list_get_n_places (self->list) > 0
                                                 ? "places" : "empty");
  update_facts (self);
  update_compared (self);
  update_chart_rest (self);
  on_selected_changed_cb (self);
}

/* Popovers on a row */

/* The popover itself stays: a tooltip may still be about to show in it. */
static gboolean
on_popover_idle_cb (gpointer user_data)
{
  VacSalaryPanel *self = user_data;

  self->closed_source = 0;
  gtk_popover_set_child (GTK_POPOVER (self->popover), NULL);
  vac_salary_list_set_frozen (self->list, FALSE);

  return G_SOURCE_REMOVE;
}

static void
on_popover_closed_cb (VacSalaryPanel *self)
{
  vac_document_add_barrier (self->document);
  if (self->closed_source == 0)
    self->closed_source = g_idle_add (on_popover_idle_cb, self);
}

static void
open_popover (VacSalaryPanel *self,
              GtkWidget      *content,
              GtkWidget      *target)
{
  GtkPopover *popover = GTK_POPOVER (self->popover);
  graphene_rect_t bounds;

  g_clear_handle_id (&self->closed_source, g_source_remove);
  gtk_popover_set_child (popover, content);
  gtk_popover_set_pointing_to (popover, NULL);
  if (target != NULL && gtk_widget_get_mapped (target) &&
      gtk_widget_compute_bounds (target, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (popover, &(GdkRectangle){
                                              (int) bounds.origin.x, (int) bounds.origin.y,
                                              (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (popover);
}

static void
edit_selected (VacSalaryPanel *self)
{
  VacPlaceItem *item = get_selected (self);

  if (item == NULL)
    return;
  vac_salary_list_set_frozen (self->list, TRUE);
  open_popover (self, vac_place_editor_new (self->document, vac_place_item_get_node (item)),
                vac_editor_find_widget (GTK_WIDGET (self->table), vac_place_item_get_node (item)));
}

static void
select_node (VacSalaryPanel *self,
             VacNode        *node)
{
  vac_salary_list_update (self->list);
  gtk_single_selection_set_selected (self->selection, vac_salary_list_find (self->list, node));
  vac_salary_table_scroll_to (self->table, vac_salary_list_find (self->list, node));
}

/* Actions */

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  edit_selected (VAC_SALARY_PANEL (widget));
}

/* The row has its place after the next frame. */
static gboolean
on_added_tick_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  VacSalaryPanel *self = VAC_SALARY_PANEL (widget);

  if (++self->ticks < 3)
    return G_SOURCE_CONTINUE;
  edit_selected (self);

  return G_SOURCE_REMOVE;
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  VacSalaryPanel *self = VAC_SALARY_PANEL (widget);
  VacNode *list = vac_document_get (self->document, VAC_ROLE_PLACES);
  g_autoptr (VacNode) place = vac_node_new (vac_node_get_field (list)->element);

  if (!vac_document_append (self->document, list, place))
    return;
  select_node (self, place);
  self->ticks = 0;
  gtk_widget_add_tick_callback (widget, on_added_tick_cb, NULL, NULL);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VacSalaryPanel *self = VAC_SALARY_PANEL (widget);
  VacNode *place = get_place (self);
  g_autofree char *sentence = NULL;

  if (place == NULL)
    return;
  sentence = g_strdup_printf (_("“%s” removed"),
                              vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME));
  vac_editor_remove (widget, self->document, place, sentence);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  VacSalaryPanel *self = VAC_SALARY_PANEL (widget);
  VacNode *place = get_place (self);
  g_autoptr (VacNode) copy = NULL;

  if (place == NULL)
    return;
  copy = vac_node_copy (place);
  if (vac_document_insert (self->document, vac_node_get_parent (place),
                           vac_node_get_position (place) + 1, copy))
    select_node (self, copy);
}

static void
move_selected (VacSalaryPanel *self,
               int             steps)
{
  VacNode *place = get_place (self);

  if (place == NULL || vac_salary_list_get_sorted (self->list))
    return;
  vac_editor_move_by (self->document, place, steps);
  select_node (self, place);
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move_selected (VAC_SALARY_PANEL (widget), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  move_selected (VAC_SALARY_PANEL (widget), 1);
}

static void
unsort_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  vac_salary_table_unsort (VAC_SALARY_PANEL (widget)->table);
}

static void
use_range_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  VacSalaryPanel *self = VAC_SALARY_PANEL (widget);
  VacNode *place = get_place (self);

  if (place != NULL)
    open_popover (self, vac_use_range_new (self->document, place), self->use_button);
}

static void
side_by_side_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.side-by-side", NULL);
}

/* Returns: (transfer full) (nullable): the comparison of the checked places; %NULL when none is */
static VacComparison *
compare_checked (VacSalaryPanel *self)
{
  g_autoptr (GPtrArray) nodes = vac_salary_list_get_compared (self->list);

  return nodes->len > 0 ? vac_salary_list_compare (self->list, nodes, NULL) : NULL;
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacSalaryPanel *self = VAC_SALARY_PANEL (widget);
  g_autoptr (VacComparison) checked = compare_checked (self);

  vac_comparison_copy (checked != NULL ? checked : vac_salary_list_get_comparison (self->list),
                       gtk_widget_get_clipboard (widget));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VacSalaryPanel *self = VAC_SALARY_PANEL (widget);
  g_autoptr (VacComparison) checked = compare_checked (self);

  vac_comparison_export (checked != NULL ? checked : vac_salary_list_get_comparison (self->list),
                         widget,
                         g_variant_get_string (parameter, NULL));
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.import-salaries", NULL);
}

static void
on_columns_notify_selected_cb (VacSalaryPanel *self)
{
  if (self->table != NULL)
    vac_salary_table_set_columns (self->table,
                                  gtk_drop_down_get_selected (self->columns_drop_down));
}

/* A panel that is made anew begins without checked places; the window still has the old ones. */
static void
vac_salary_panel_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vac_salary_panel_parent_class)->root (widget);

  update_compared (VAC_SALARY_PANEL (widget));
}

static void
vac_salary_panel_dispose (GObject *object)
{
  VacSalaryPanel *self = VAC_SALARY_PANEL (object);

  g_clear_handle_id (&self->closed_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->table = NULL;
  self->levels = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_salary_panel_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "salary.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "salary.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "salary.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "salary.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "salary.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "salary.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "salary.unsort", NULL, unsort_action);
  gtk_widget_class_install_action (widget_class, "salary.use-range", NULL, use_range_action);
  gtk_widget_class_install_action (widget_class, "salary.side-by-side", NULL, side_by_side_action);
  gtk_widget_class_install_action (widget_class, "salary.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "salary.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "salary.import", NULL, import_action);
}

static void
vac_salary_panel_class_init (VacSalaryPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_salary_panel_dispose;
  widget_class->root = vac_salary_panel_root;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/salary-view/vac-salary-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, content);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, facts_list);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, facts_row);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, columns_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, side_by_side_button);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, table_bin);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, row_menu);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, add_button);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, edit_button);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, remove_button);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, use_button);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, words);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, remark_box);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, remark);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, chart_bin);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, chart_rest);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, sources_bin);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, levels_bin);
  gtk_widget_class_bind_template_child (widget_class, VacSalaryPanel, factors_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_columns_notify_selected_cb);
  install_actions (widget_class);
}

/* On the table alone, so that text fields keep their own shortcuts. */
static void
add_table_keys (VacSalaryPanel *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "<Alt>Up", "salary.move-up" },
    { "<Alt>Down", "salary.move-down" },
    { "Delete", "salary.remove" },
    { "F2", "salary.edit" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                        gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->table), controller);
}

static void
vac_salary_panel_init (VacSalaryPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_drop_down_shrink (self->columns_drop_down);
  vac_let_shrink (self->use_button);
  vac_expander_prepare (GTK_WIDGET (self->facts_row));
  self->popover = gtk_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  vac_editor_name_button (self->menu_button, _("More on Salaries"));
  vac_editor_name_button (self->add_button, _("Add Place"));
  vac_editor_name_button (self->edit_button, _("Edit Place"));
  vac_editor_name_button (self->remove_button, _("Remove Place"));
}

static void
add_parts (VacSalaryPanel *self)
{
  self->table = VAC_SALARY_TABLE (vac_salary_table_new (self->list, self->selection));
  vac_salary_table_set_menu (self->table, self->row_menu);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
  g_signal_connect_object (self->table, "edit", G_CALLBACK (edit_selected), self,
                           G_CONNECT_SWAPPED);
  add_table_keys (self);
  adw_bin_set_child (self->chart_bin, vac_range_chart_new (self->list, self->selection));
  adw_bin_set_child (self->sources_bin, vac_salary_sources_new (self->list));
  self->levels = VAC_LEVELS (vac_levels_new (self->list));
  adw_bin_set_child (self->levels_bin, GTK_WIDGET (self->levels));
  adw_bin_set_child (self->factors_bin,
                     vac_item_list_new (self->document,
                                        vac_document_get (self->document, VAC_ROLE_FACTORS)));
}

/**
 * vac_salary_panel_new:
 * @document: the document
 *
 * Returns: (transfer floating): a panel for its salaries
 */
GtkWidget *
vac_salary_panel_new (VacDocument *document)
{
  VacSalaryPanel *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_SALARY_PANEL, NULL);
  self->document = g_object_ref (document);
  self->list = vac_salary_list_new (document);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  vac_editor_set_node (GTK_WIDGET (self), vac_document_get (document, VAC_ROLE_SALARIES));
  vac_salary_facts_fill (self->facts_row, document);
  add_parts (self);
  g_signal_connect_object (self->list, "updated", G_CALLBACK (on_list_updated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selection_notify_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::read-only", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  on_list_updated_cb (self);

  return GTK_WIDGET (self);
}

VacSalaryList *
vac_salary_panel_get_list (VacSalaryPanel *self)
{
  g_return_val_if_fail (VAC_IS_SALARY_PANEL (self), NULL);

  return self->list;
}

VacSalaryTable *
vac_salary_panel_get_table (VacSalaryPanel *self)
{
  g_return_val_if_fail (VAC_IS_SALARY_PANEL (self), NULL);

  return self->table;
}

GtkSingleSelection *
vac_salary_panel_get_selection (VacSalaryPanel *self)
{
  g_return_val_if_fail (VAC_IS_SALARY_PANEL (self), NULL);

  return self->selection;
}

/**
 * vac_salary_panel_set_columns:
 * @self: a panel
 * @columns: which columns its table shows
 */
void
vac_salary_panel_set_columns (VacSalaryPanel   *self,
                              VacSalaryColumns  columns)
{
  g_return_if_fail (VAC_IS_SALARY_PANEL (self) && columns < VAC_N_SALARY_COLUMNS);

  gtk_drop_down_set_selected (self->columns_drop_down, columns);
}

const VacTableFactory vac_salary_tables[VAC_N_TABLES] = {
  [VAC_TABLE_SALARIES] = vac_salary_panel_new,
};
