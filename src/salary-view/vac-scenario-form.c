/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-scenario-form"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-record-list.h"
#include "vac-scenario-form.h"
#include "vac-scenario.h"
#include "vac-text-label.h"

/**
 * VacScenarioForm:
 *
 * Ranges that are tried beside the present one: what each of them is and says, a button that keeps
 * it, and the form of each.
 */
struct _VacScenarioForm
{
  GtkWidget      parent_instance;

  /* Owned by the widget */
  GtkLabel      *caption;
  GtkWidget     *scroller;
  GtkGrid       *grid;
  GtkLabel      *rules;
  GtkWidget     *records;
  GtkWidget     *discard_button;

  /* Owned */
  VacSalaryList *list;
};

G_DEFINE_FINAL_TYPE (VacScenarioForm, vac_scenario_form, GTK_TYPE_WIDGET)

/* The button stands before what may be scrolled out of sight. */
enum
{
  NAME,
  RANGE,
  KEEP,
  FIGURES,
  N_COLUMNS = FIGURES + VAC_N_SCENARIO_FIGURES,
};

/* Of a heading, in characters, before it is broken into lines. */
#define WIDEST_HEAD 12

static VacDocument *
get_document (VacScenarioForm *self)
{
  return vac_salary_list_get_document (self->list);
}

/* Keeping and discarding */

/* What had the focus is gone, and the notice has the button that takes it back. */
static void
tell (VacScenarioForm *self,
      const char      *sentence)
{
  gtk_widget_child_focus (self->records, GTK_DIR_TAB_FORWARD);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.notify-removed", "s", sentence);
}

static void
on_keep_clicked_cb (VacScenarioForm *self,
                    GtkWidget       *button)
{
  VacNode *scenario = vac_editor_get_node (button);

  g_object_ref (self);
  vac_document_add_barrier (get_document (self));
  if (scenario != NULL && vac_scenario_keep (get_document (self), scenario))
    {
      vac_salary_list_update (self->list);
      tell (self, _("Scenario kept, and the others discarded"));
    }
  g_object_unref (self);
}

static void
on_discard_clicked_cb (VacScenarioForm *self)
{
  vac_document_add_barrier (get_document (self));
  if (vac_scenario_discard_all (get_document (self)))
    tell (self, _("Scenarios discarded"));
}

/* The table */

static void
attach (VacScenarioForm *self,
        const char      *text,
        int              column,
        int              row,
        const char      *style,
        const char      *tooltip)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == NAME ? 0 : 1);
  gtk_widget_set_hexpand (label, column == NAME);
  gtk_widget_set_tooltip_text (label, tooltip);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  if (row == 0)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST_HEAD);
      gtk_label_set_justify (GTK_LABEL (label),
                             column == NAME ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
    }
  else if (column == NAME)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
    }
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
attach_heads (VacScenarioForm *self,
              VacScenarios    *scenarios)
{
  attach (self, _("Scenario"), NAME, 0, "dim-label", NULL);
  attach (self, _("Range"), RANGE, 0, "dim-label", NULL);
  for (VacScenarioFigure figure = 0; figure < VAC_N_SCENARIO_FIGURES; figure++)
    {
      g_autofree char *explanation = vac_scenario_figure_explain (figure);

      if (vac_scenarios_has_figure (scenarios, figure))
        attach (self, vac_scenario_figure_get_title (figure), FIGURES + (int) figure, 0,
                "dim-label", explanation);
    }
}

static void
attach_keep (VacScenarioForm   *self,
             const VacScenario *scenario,
             int                row)
{
  GtkWidget *button = gtk_button_new_with_label (_("Keep"));
  /* Translators: the name of a scenario */
  g_autofree char *name = g_strdup_printf (_("Keep Scenario %s"), scenario->name);

  vac_editor_set_node (button, scenario->node);
  gtk_widget_set_sensitive (button, scenario->problem == NULL &&
                                        !vac_document_get_read_only (get_document (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_keep_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, button, KEEP, row, 1, 1);
}

static void
attach_row (VacScenarioForm *self,
            VacScenarios    *scenarios,
            guint            index)
{
  const VacScenario *scenario = vac_scenarios_get (scenarios, index);
  const int row = (int) index + 1;
  g_autofree char *range = vac_scenarios_format_range (scenarios, index);

  attach (self, scenario->name, NAME, row, NULL, scenario->name);
  attach (self, *range != '\0' ? range : "–", RANGE, row, NULL, NULL);
  for (VacScenarioFigure figure = 0; figure < VAC_N_SCENARIO_FIGURES; figure++)
    {
      g_autofree char *text = vac_scenarios_format (scenarios, index, figure);

      if (vac_scenarios_has_figure (scenarios, figure))
        attach (self, *text != '\0' ? text : "–", FIGURES + (int) figure, row, NULL, NULL);
    }
  if (scenario->node != NULL)
    attach_keep (self, scenario, row);
}

/* How each range is made, or why there is none. */
static char *
list_rules (VacScenarios *scenarios)
{
  GString *string = g_string_new (NULL);

  for (guint i = 1; i < vac_scenarios_get_n (scenarios); i++)
    {
      const VacScenario *scenario = vac_scenarios_get (scenarios, i);

      g_string_append_printf (string, "%s%s: %s", i > 1 ? "\n" : "", scenario->name,
                              scenario->problem != NULL ? scenario->problem : scenario->rule);
    }

  return g_string_free (string, FALSE);
}

static void
update (VacScenarioForm *self)
{
  g_autoptr (VacScenarios) scenarios =
    vac_scenarios_new (get_document (self), vac_salary_list_get_comparison (self->list));
  const guint n = vac_scenarios_get_n (scenarios);
  g_autofree char *rules = list_rules (scenarios);
  g_autofree char *caption = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  attach_heads (self, scenarios);
  for (guint i = 0; i < n; i++)
    attach_row (self, scenarios, i);
  /* Translators: %s is a place, or the national range. */
  caption = g_strdup_printf (_("Ranges to try beside the present one, which stays until you keep "
                               "another. Compared with: %s."),
                             vac_scenarios_get_reference (scenarios));
  gtk_label_set_text (self->caption, caption);
  gtk_label_set_text (self->rules, rules);
  gtk_widget_set_visible (GTK_WIDGET (self->rules), n > 1);
  gtk_widget_set_visible (self->scroller, n > 1);
  gtk_widget_set_visible (self->discard_button, n > 1);
}

static char *
describe_scenario (VacDocument *document,
                   VacNode     *scenario)
{
  return g_strdup (vac_node_get_member_text (scenario, VAC_ROLE_SCENARIO_NAME));
}

static void
vac_scenario_form_dispose (GObject *object)
{
  VacScenarioForm *self = VAC_SCENARIO_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (vac_scenario_form_parent_class)->dispose (object);
}

static void
vac_scenario_form_class_init (VacScenarioFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_scenario_form_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
add_label (VacScenarioForm *self)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return GTK_LABEL (label);
}

static void
vac_scenario_form_init (VacScenarioForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->caption = add_label (self);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "vac-levels");
  /* A page scrolls up and down, so this does not. */
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->grid));
  gtk_widget_add_css_class (self->scroller, "card");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->rules = add_label (self);
}

/**
 * vac_scenario_form_new:
 * @list: the salary table
 *
 * Returns: (transfer floating): its scenarios
 */
GtkWidget *
vac_scenario_form_new (VacSalaryList *list)
{
  VacScenarioForm *self;
  VacDocument *document;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (list), NULL);

  self = g_object_new (VAC_TYPE_SCENARIO_FORM, NULL);
  self->list = g_object_ref (list);
  document = get_document (self);
  self->records = vac_record_list_new (document, vac_document_get (document, VAC_ROLE_SCENARIOS),
                                       vac_field_row_new, describe_scenario);
  vac_record_list_hide_title (VAC_RECORD_LIST (self->records));
  gtk_widget_set_parent (self->records, GTK_WIDGET (self));
  self->discard_button = gtk_button_new_with_label (_("Discard All Scenarios"));
  gtk_widget_set_halign (self->discard_button, GTK_ALIGN_START);
  g_signal_connect_object (self->discard_button, "clicked", G_CALLBACK (on_discard_clicked_cb),
                           self, G_CONNECT_SWAPPED);
  g_object_bind_property (document, "read-only", self->discard_button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_widget_set_parent (self->discard_button, GTK_WIDGET (self));
  g_signal_connect_object (list, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::read-only", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * vac_scenario_form_get_text:
 * @self: scenarios
 *
 * Returns: (transfer full): the rows of the table, a line each, with a tabulator between cells
 */
char *
vac_scenario_form_get_text (VacScenarioForm *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (VAC_IS_SCENARIO_FORM (self), NULL);

  for (int row = 1; gtk_grid_get_child_at (self->grid, NAME, row) != NULL; row++)
    {
      for (int column = NAME; column < N_COLUMNS; column++)
        {
          GtkWidget *label = gtk_grid_get_child_at (self->grid, column, row);

          if (GTK_IS_LABEL (label))
            g_string_append_printf (text, "%s%s", column > NAME ? "\t" : "",
                                    gtk_label_get_text (GTK_LABEL (label)));
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
