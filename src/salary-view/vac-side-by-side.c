/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-side-by-side"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-comparison-copy.h"
#include "vac-editor.h"
#include "vac-frozen-grid.h"
#include "vac-place-editor.h"
#include "vac-side-by-side.h"

/* As wide as its columns like to be, while a usual screen is wide enough. */
#define FIRST_COLUMN 210
#define COLUMN       190
#define WIDEST       1240
#define HEIGHT       680

/**
 * VacSideBySide:
 *
 * Two to eight places as columns and what is known of them as rows. The differences are to the
 * base that is chosen; the highest and the lowest figure of a row say so in words. It follows the
 * document.
 */
struct _VacSideBySide
{
  AdwWindow       parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkWidget      *menu_button;
  GtkDropDown    *base_drop_down;
  VacFrozenGrid  *grid;
  GtkLabel       *heading;
  GtkWidget      *content;
  GtkWidget      *print_button;

  /* Owned */
  VacSalaryList  *list;
  GtkWidget      *parent;        /* prints and exports go through its window */
  GtkWidget      *popover;       /* in the content */
  guint           asked;         /* the column whose range may be used */
  GPtrArray      *nodes;         /* the places, whatever is checked in the table by now */
  VacComparison  *comparison;
};

G_DEFINE_FINAL_TYPE (VacSideBySide, vac_side_by_side, ADW_TYPE_WINDOW)

/* What a column is called: cost of living is named as such beside pay. */
static const char *
get_title (VacFact fact)
{
  if (fact == VAC_FACT_PRICE_INDEX)
    return _("Cost of living (nation = 100)");
  if (fact == VAC_FACT_NATIONAL_DOLLARS)
    return _("Midpoint at national prices");
  if (fact == VAC_FACT_OVER_NATIONAL_SHARE)
    return _("Geographic differential, in percent");

  return vac_fact_get_title (fact);
}

static const char *
get_name (VacSideBySide *self,
          guint          index)
{
  const char *name = vac_comparison_get_place (self->comparison, index)->name;

  return *name != '\0' ? name : C_("place", "Unnamed");
}

static GtkWidget *
label_new (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
mark_new (VacMark mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  const gboolean highest = mark == VAC_MARK_HIGHEST;
  GtkWidget *icon = gtk_image_new_from_icon_name (highest ? "pan-up-symbolic"
                                                          : "pan-down-symbolic");
  GtkWidget *label = label_new (highest ? C_("figure", "Highest") : C_("figure", "Lowest"),
                                "caption");

  g_assert (mark != VAC_MARK_NONE);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
cell_new (VacSideBySide *self,
          guint          index,
          VacFact        fact)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *value = vac_comparison_format (self->comparison, index, fact);
  g_autofree char *difference = vac_comparison_format_difference (self->comparison, index, fact);
  VacMark mark = vac_comparison_get_mark (self->comparison, index, fact);
  GtkWidget *label = label_new (*value != '\0' ? value : "–", NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_box_append (GTK_BOX (box), label);
  if (*difference != '\0')
    {
      GtkWidget *caption = label_new (difference, "caption");

      gtk_label_set_wrap (GTK_LABEL (caption), FALSE);
      gtk_box_append (GTK_BOX (box), caption);
    }
  if (mark != VAC_MARK_NONE)
    gtk_box_append (GTK_BOX (box), mark_new (mark));
  gtk_widget_add_css_class (box, "vac-cell");
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

/* The button that opened it may have been made anew. */
static void
on_popover_closed_cb (VacSideBySide *self)
{
  GtkWidget *header = vac_frozen_grid_get_child (self->grid, self->asked, 0);

  if (header != NULL)
    gtk_widget_child_focus (header, GTK_DIR_TAB_FORWARD);
}

static void
use_range_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);
  guint index = g_variant_get_uint32 (parameter);
  GtkWidget *header = vac_frozen_grid_get_child (self->grid, index + 1, 0);
  graphene_rect_t bounds;

  if (header == NULL || vac_comparison_get_place (self->comparison, index) == NULL)
    return;
  self->asked = index + 1;
  gtk_popover_set_child (GTK_POPOVER (self->popover),
                         vac_use_range_new (vac_salary_list_get_document (self->list),
                                            vac_comparison_get_place (self->comparison,
                                                                      index)->node));
  if (gtk_widget_compute_bounds (header, self->content, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                  (int) bounds.size.width,
                                                  (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static GtkWidget *
use_button_new (VacSideBySide *self,
                guint          index)
{
  GtkWidget *button = gtk_button_new_with_label (_("Use This Range…"));
  g_autofree char *name = g_strdup_printf (_("Use the Range of %s"), get_name (self, index));
  const VacComparedPlace *place = vac_comparison_get_place (self->comparison, index);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "caption");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "side.use-range");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (button, vac_pay_range_is_known (&place->range) &&
                          !vac_document_get_read_only (vac_salary_list_get_document (self->list)));

  return button;
}

static void
add_header (VacSideBySide *self,
            guint          index)
{
  const VacComparedPlace *base = vac_comparison_get_base (self->comparison);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *name = label_new (get_name (self, index), "heading");

  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 20);
  gtk_label_set_lines (GTK_LABEL (name), 4);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, get_name (self, index));
  gtk_box_append (GTK_BOX (box), name);
  if (base != NULL && base->node == vac_comparison_get_place (self->comparison, index)->node)
    gtk_box_append (GTK_BOX (box), label_new (_("The base"), "caption"));
  gtk_box_append (GTK_BOX (box), use_button_new (self, index));
  gtk_widget_add_css_class (box, "vac-cell");
  gtk_widget_add_css_class (box, "vac-frozen");
  vac_frozen_grid_attach (self->grid, box, index + 1, 0);
}

static GtkWidget *
title_new (const char *text)
{
  GtkWidget *title = label_new (text, "dim-label");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_label_set_width_chars (GTK_LABEL (title), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 18);
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (box, "vac-cell");
  gtk_widget_add_css_class (box, "vac-frozen");

  return box;
}

/* With what it is and how it is computed. */
static GtkWidget *
fact_title_new (VacFact fact)
{
  GtkWidget *title = title_new (get_title (fact));
  g_autofree char *tooltip = vac_fact_explain (fact);

  gtk_widget_set_tooltip_text (title, tooltip);

  return title;
}

/* Which column's button has the focus, so that it has it again when the cells are made anew; 0 for
 * none. */
static guint
find_focus_column (VacSideBySide *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = 1; focus != NULL && vac_frozen_grid_get_child (self->grid, i, 0) != NULL; i++)
    if (gtk_widget_is_ancestor (focus, vac_frozen_grid_get_child (self->grid, i, 0)))
      return i;

  return 0;
}

static void
fill_grid (VacSideBySide *self)
{
  guint n_places = vac_comparison_get_n_places (self->comparison);
  guint focused = find_focus_column (self);

  vac_frozen_grid_clear (self->grid);
  for (guint fact = VAC_FACT_MINIMUM; fact < VAC_N_FACTS; fact++)
    {
      if (!vac_comparison_has_fact (self->comparison, fact))
        continue;
      for (guint i = 0; i < n_places; i++)
        vac_frozen_grid_attach (self->grid, cell_new (self, i, fact), i + 1, fact);
      vac_frozen_grid_attach (self->grid, fact_title_new (fact), 0, fact);
    }
  for (guint i = 0; i < n_places; i++)
    add_header (self, i);
  vac_frozen_grid_attach (self->grid, title_new (""), 0, 0);
  if (focused > 0 && focused <= n_places)
    gtk_widget_child_focus (vac_frozen_grid_get_child (self->grid, focused, 0),
                            GTK_DIR_TAB_FORWARD);
}

static VacNode *
get_base (VacSideBySide *self)
{
  guint selected = gtk_drop_down_get_selected (self->base_drop_down);

  return selected < self->nodes->len ? g_ptr_array_index (self->nodes, selected) : NULL;
}

static void
update (VacSideBySide *self)
{
  g_autofree char *heading = NULL;

  g_clear_pointer (&self->comparison, vac_comparison_free);
  self->comparison = vac_salary_list_compare (self->list, self->nodes, get_base (self));
  heading = vac_comparison_format_heading (self->comparison);
  gtk_label_set_text (self->heading, g_strchomp (heading));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading), heading);
  fill_grid (self);
}

static void
on_base_notify_selected_cb (VacSideBySide *self)
{
  if (self->comparison != NULL)
    update (self);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  vac_comparison_copy (VAC_SIDE_BY_SIDE (widget)->comparison, gtk_widget_get_clipboard (widget));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);

  vac_comparison_export (self->comparison, self->parent, g_variant_get_string (parameter, NULL));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);

  gtk_widget_activate_action (self->parent, "win.print-places", "@(aui)",
                              vac_comparison_get_choice (self->comparison));
}

static void
export_page_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);

  gtk_widget_activate_action (self->parent, "win.export-places", "(s@(aui))",
                              g_variant_get_string (parameter, NULL),
                              vac_comparison_get_choice (self->comparison));
}

/* The shortcuts of the main window do not apply to this window. */
static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (VAC_SIDE_BY_SIDE (widget)->parent,
                              g_str_equal (name, "side.undo") ? "win.undo" : "win.redo", NULL);
}

static void
vac_side_by_side_dispose (GObject *object)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->comparison, vac_comparison_free);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_object (&self->parent);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (vac_side_by_side_parent_class)->dispose (object);
}

static void
vac_side_by_side_class_init (VacSideBySideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_side_by_side_dispose;
  g_type_ensure (VAC_TYPE_FROZEN_GRID);

  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/salary-view/vac-side-by-side.ui");
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, window_title);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, base_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, grid);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, heading);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, content);
  gtk_widget_class_bind_template_child (widget_class, VacSideBySide, print_button);
  gtk_widget_class_bind_template_callback (widget_class, on_base_notify_selected_cb);
  gtk_widget_class_install_action (widget_class, "side.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "side.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "side.export-page", "s", export_page_action);
  gtk_widget_class_install_action (widget_class, "side.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "side.use-range", "u", use_range_action);
  gtk_widget_class_install_action (widget_class, "side.undo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "side.redo", NULL, history_action);
}

static void
vac_side_by_side_init (VacSideBySide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_editor_name_button (self->menu_button, _("Copy or Export"));
  vac_editor_name_button (self->print_button, _("Print"));
  self->popover = gtk_popover_new ();
  gtk_widget_set_parent (self->popover, self->content);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
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

static void
fill_bases (VacSideBySide *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_name_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_name_bind_cb), NULL);
  gtk_drop_down_set_factory (self->base_drop_down, factory);
  for (guint i = 0; i < vac_comparison_get_n_places (self->comparison); i++)
    gtk_string_list_append (names, get_name (self, i));
  gtk_drop_down_set_model (self->base_drop_down, G_LIST_MODEL (names));
}

/* Not larger than what it stands before, which fits the screen. */
static void
set_size (VacSideBySide *self,
          GtkWidget     *before)
{
  int width = MIN (FIRST_COLUMN + (int) self->nodes->len * COLUMN, WIDEST);
  int height = HEIGHT;

  if (before != NULL && gtk_widget_get_width (before) > 0)
    {
      width = MIN (width, gtk_widget_get_width (before));
      height = MIN (height, gtk_widget_get_height (before));
    }
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
}

/**
 * vac_side_by_side_new:
 * @list: the table, with places chosen in it
 * @parent: where it was asked for
 *
 * Returns: (transfer none): a window with the chosen places side by side
 */
GtkWidget *
vac_side_by_side_new (VacSalaryList *list,
                      GtkWidget     *parent)
{
  VacSideBySide *self;
  GtkRoot *root;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (list), NULL);

  root = gtk_widget_get_root (parent);
  self = g_object_new (VAC_TYPE_SIDE_BY_SIDE, "transient-for", root, "destroy-with-parent", TRUE,
                       NULL);
  self->list = g_object_ref (list);
  self->parent = g_object_ref (parent);
  self->nodes = vac_salary_list_get_compared (list);
  self->comparison = vac_salary_list_compare (list, self->nodes, NULL);
  fill_bases (self);
  update (self);
  set_size (self, GTK_WIDGET (root));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->base_drop_down));
  g_signal_connect_object (list, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * vac_side_by_side_set_base:
 * @self: a window
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
 * @self: a window
 * @index: which of its places
 * @fact: what is known of it
 *
 * Returns: (transfer none): the cell; for %VAC_FACT_NAME the head of the column
 */
GtkWidget *
vac_side_by_side_get_cell (VacSideBySide *self,
                           guint          index,
                           VacFact        fact)
{
  g_return_val_if_fail (VAC_IS_SIDE_BY_SIDE (self), NULL);

  return vac_frozen_grid_get_child (self->grid, index + 1, fact);
}
