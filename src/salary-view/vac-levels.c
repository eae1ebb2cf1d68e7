/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-levels"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-decimal-row.h"
#include "vac-editor.h"
#include "vac-expander.h"
#include "vac-field-row.h"
#include "vac-level.h"
#include "vac-levels.h"
#include "vac-money.h"
#include "vac-record-list.h"
#include "vac-shrink.h"
#include "vac-text-label.h"

/**
 * VacLevels:
 *
 * What each level of experience pays in the place that is selected, else of the posting's own
 * range. Nobody gave figures for levels: until the manager defines them, equal parts of the range
 * are shown and called so.
 */
struct _VacLevels
{
  GtkWidget      parent_instance;

  /* Owned by the widget */
  GtkLabel      *title;
  GtkLabel      *caption;
  GtkGrid       *grid;
  GtkWidget     *define_button;
  GtkExpander   *expander;

  /* Owned */
  VacSalaryList *list;
  VacNode       *place;      /* or NULL for the posting's own range */
};

G_DEFINE_FINAL_TYPE (VacLevels, vac_levels, GTK_TYPE_WIDGET)

static VacPayRange
get_range (VacLevels *self)
{
  VacComparison *comparison = vac_salary_list_get_comparison (self->list);

  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    if (vac_comparison_get_place (comparison, i)->node == self->place)
      return vac_comparison_get_place (comparison, i)->range;

  return *vac_comparison_get_posting (comparison);
}

static char *
format_range (VacLevels         *self,
              const VacPayRange *range)
{
  return vac_pay_range_is_known (range)
         ? vac_comparison_format_range (vac_salary_list_get_comparison (self->list), range)
         : g_strdup ("–");
}

/* The first level has none. */
static char *
format_progression (VacLevels *self,
                    GPtrArray *levels,
                    guint      index)
{
  gint64 tenths;

  return vac_pay_levels_get_progression (levels, index, &tenths)
         ? vac_money_format_percent (tenths, TRUE,
                                     vac_comparison_get_language (
                                         vac_salary_list_get_comparison (self->list)))
         : g_strdup ("");
}

static void
attach (VacLevels  *self,
        const char *text,
        int         column,
        int         row,
        const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 1 || column == 2 ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
fill_grid (VacLevels *self)
{
  const VacPayRange range = get_range (self);
  g_autoptr (GPtrArray) levels =
    vac_pay_levels_new (vac_salary_list_get_document (self->list), &range,
                        vac_comparison_get_step (vac_salary_list_get_comparison (self->list)));
  g_autofree char *explanation = vac_pay_levels_explain_progression ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  attach (self, _("Level"), 0, 0, "dim-label");
  attach (self, _("Pay"), 1, 0, "dim-label");
  attach (self, vac_pay_levels_get_progression_title (), 2, 0, "dim-label");
  gtk_widget_set_tooltip_text (gtk_grid_get_child_at (self->grid, 2, 0), explanation);
  for (guint i = 0; i < levels->len; i++)
    {
      const VacPayLevel *level = g_ptr_array_index (levels, i);
      g_autofree char *pay = format_range (self, &level->range);
      g_autofree char *progression = format_progression (self, levels, i);

      attach (self, *level->name != '\0' ? level->name : C_("level", "Unnamed"), 0, (int) i + 1,
              NULL);
      attach (self, pay, 1, (int) i + 1, NULL);
      attach (self, progression, 2, (int) i + 1, NULL);
      if (level->include)
        attach (self, _("printed"), 3, (int) i + 1, "dim-label");
    }
}

static void
update (VacLevels *self)
{
  VacDocument *document = vac_salary_list_get_document (self->list);
  gboolean split = vac_pay_levels_are_default (document);
  g_autofree char *title = NULL;

  if (self->place != NULL)
    title = g_strdup_printf (_("Experience Levels: %s"),
                             vac_node_get_member_text (self->place, VAC_ROLE_PLACE_NAME));
  else
    title = vac_comparison_add_assumption (vac_salary_list_get_comparison (self->list),
                                           _("Experience Levels: This Posting’s Range"));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->caption,
                      split
                          ? _("A plain split of the range into four equal parts, not market data. "
                              "Define your own levels to change or print them.")
                          : _("What is marked “printed” stands in the posting, counted from the "
                              "posting’s own range."));
  gtk_widget_set_visible (self->define_button, split);
  gtk_widget_set_visible (GTK_WIDGET (self->expander), !split);
  fill_grid (self);
}

static void
on_define_clicked_cb (VacLevels *self)
{
  if (vac_pay_levels_define (vac_salary_list_get_document (self->list)))
    {
      vac_salary_list_update (self->list);
      gtk_expander_set_expanded (self->expander, TRUE);
    }
}

/* The form of a level */

static gboolean
is_amount (VacNode *level)
{
  return g_str_equal (vac_node_get_member_text (level, VAC_ROLE_LEVEL_BASIS), VAC_BASIS_AMOUNT);
}

static const char *
get_end_title (VacNode *leaf)
{
  gboolean from = vac_node_get_role (leaf) == VAC_ROLE_LEVEL_FROM;

  if (is_amount (vac_node_get_parent (leaf)))
    return from ? _("From (amount)") : _("To (amount)");

  return from ? _("From (percent of the range)") : _("To (percent of the range)");
}

/* Shares are typed in percent, amounts as all other pay is. */
static GtkWidget *
end_row_new (VacDocument *document,
             VacNode     *leaf)
{
  const char *title = get_end_title (leaf);
  GtkWidget *row;

  if (!is_amount (vac_node_get_parent (leaf)))
    return vac_decimal_row_new (document, leaf, title, 1);

  row = vac_field_row_new (document, leaf);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

static GtkWidget *create_row (VacDocument *document,
                              VacNode     *leaf);

/* An amount has another sort of row than a share. */
static void
on_basis_notify_text_cb (GtkWidget *row)
{
  VacNode *leaf = vac_editor_get_node (row);
  GtkWidget *list_box = gtk_widget_get_parent (row);
  gboolean focused = (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  GtkWidget *other;

  if (list_box == NULL || VAC_IS_DECIMAL_ROW (row) != is_amount (vac_node_get_parent (leaf)))
    return;
  other = create_row (g_object_get_data (G_OBJECT (row), "vac-document"), leaf);
  gtk_list_box_insert (GTK_LIST_BOX (list_box), other,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  gtk_list_box_remove (GTK_LIST_BOX (list_box), row);
  if (focused)
    gtk_widget_grab_focus (other);
}

static GtkWidget *
create_row (VacDocument *document,
            VacNode     *leaf)
{
  GtkWidget *row;

  if (vac_node_get_role (leaf) != VAC_ROLE_LEVEL_FROM &&
      vac_node_get_role (leaf) != VAC_ROLE_LEVEL_TO)
    return vac_field_row_new (document, leaf);

  row = end_row_new (document, leaf);
  g_object_set_data_full (G_OBJECT (row), "vac-document", g_object_ref (document), g_object_unref);
  g_signal_connect_object (vac_node_get (vac_node_get_parent (leaf), VAC_ROLE_LEVEL_BASIS),
                           "notify::text", G_CALLBACK (on_basis_notify_text_cb), row,
                           G_CONNECT_SWAPPED);

  return row;
}

static char *
describe_level (VacDocument *document,
                VacNode     *level)
{
  return g_strdup (vac_node_get_member_text (level, VAC_ROLE_LEVEL_NAME));
}

static void
vac_levels_dispose (GObject *object)
{
  VacLevels *self = VAC_LEVELS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->place);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (vac_levels_parent_class)->dispose (object);
}

static void
vac_levels_class_init (VacLevelsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_levels_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
add_label (VacLevels  *self,
           const char *style)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return GTK_LABEL (label);
}

static void
vac_levels_init (VacLevels *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 12);
  self->title = add_label (self, "heading");
  self->caption = add_label (self, "dim-label");
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "vac-levels");
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  self->define_button = gtk_button_new_with_label (_("Define Own Levels"));
  vac_let_shrink (self->define_button);
  gtk_widget_set_halign (self->define_button, GTK_ALIGN_START);
  g_signal_connect_object (self->define_button, "clicked", G_CALLBACK (on_define_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->define_button, GTK_WIDGET (self));
  self->expander = GTK_EXPANDER (gtk_expander_new (_("Edit Levels")));
  /* GTK 4.8 does not use an expander's label as its accessible name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Edit Levels"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
}

/**
 * vac_levels_new:
 * @list: the salary table
 *
 * Returns: (transfer floating): its levels of experience
 */
GtkWidget *
vac_levels_new (VacSalaryList *list)
{
  VacLevels *self;
  VacDocument *document;
  GtkWidget *records;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (list), NULL);

  self = g_object_new (VAC_TYPE_LEVELS, NULL);
  self->list = g_object_ref (list);
  document = vac_salary_list_get_document (list);
  records = vac_record_list_new (document, vac_document_get (document, VAC_ROLE_LEVELS), create_row,
                                 describe_level);
  gtk_widget_set_margin_top (records, 9);
  gtk_expander_set_child (self->expander, records);
  vac_expander_hide_child (self->expander);
  g_object_bind_property (document, "read-only", self->define_button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (list, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * vac_levels_set_place:
 * @self: a table of levels
 * @place: (nullable): the place whose range is split; %NULL for the posting's own
 */
void
vac_levels_set_place (VacLevels *self,
                      VacNode   *place)
{
  g_return_if_fail (VAC_IS_LEVELS (self));

  if (g_set_object (&self->place, place))
    update (self);
}

/**
 * vac_levels_get_text:
 * @self: a table of levels
 *
 * Returns: (transfer full): the rows of the table, a line each
 */
char *
vac_levels_get_text (VacLevels *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (VAC_IS_LEVELS (self), NULL);

  for (int row = 1; gtk_grid_get_child_at (self->grid, 0, row) != NULL; row++)
    g_string_append_printf (
        text, "%s\t%s\t%s\n",
        gtk_label_get_text (GTK_LABEL (gtk_grid_get_child_at (self->grid, 0, row))),
        gtk_label_get_text (GTK_LABEL (gtk_grid_get_child_at (self->grid, 1, row))),
        gtk_label_get_text (GTK_LABEL (gtk_grid_get_child_at (self->grid, 2, row))));

  return g_string_free (text, FALSE);
}
