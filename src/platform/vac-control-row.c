/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-control-row"

#include "config.h"

#include "vac-control-row.h"
#include "vac-names.h"

/**
 * VacControlRow:
 *
 * A row that is activated together with a control in it, such as a switch. The focus goes to the
 * control alone, so that Tab stops once, and a screen reader says once what both are called: the
 * title of the row, and as a description its subtitle.
 */
G_DEFINE_TYPE (VacControlRow, vac_control_row, ADW_TYPE_ACTION_ROW)

static gboolean
vac_control_row_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  if (gtk_widget_get_focusable (widget))
    return GTK_WIDGET_CLASS (vac_control_row_parent_class)->focus (widget, direction);

  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)),
                                 direction);
}

static gboolean
vac_control_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *control = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget));

  if (gtk_widget_get_focusable (widget) || control == NULL)
    return GTK_WIDGET_CLASS (vac_control_row_parent_class)->grab_focus (widget);

  return gtk_widget_grab_focus (control);
}

/* GTK 4.8 makes no description of the label that libadwaita describes the control by. A button says
 * itself what it does. */
static void
name_control (VacControlRow *self)
{
  GtkWidget *control = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (self));
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (self));

  if (control == NULL || GTK_IS_BUTTON (control) || GTK_IS_MENU_BUTTON (control))
    return;
  vac_names_set (control, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle != NULL ? subtitle : "", -1);
}

/* The row is there to be read also where its control cannot be used. */
static void
on_activatable_widget_changed_cb (VacControlRow *self)
{
  GtkWidget *control = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (self));

  if (control != NULL)
    g_object_bind_property (control, "sensitive", self, "focusable",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  name_control (self);
}

static void
vac_control_row_class_init (VacControlRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = vac_control_row_focus;
  widget_class->grab_focus = vac_control_row_grab_focus;
}

static void
vac_control_row_init (VacControlRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::activatable-widget",
                    G_CALLBACK (on_activatable_widget_changed_cb), NULL);
  g_signal_connect (self, "notify::title", G_CALLBACK (name_control), NULL);
  g_signal_connect (self, "notify::subtitle", G_CALLBACK (name_control), NULL);
}

static GtkWidget *
create (const char *title,
        GtkWidget  *control)
{
  GtkWidget *self = g_object_new (VAC_TYPE_CONTROL_ROW, "title", title, NULL);

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  if (GTK_IS_SWITCH (control))
    adw_action_row_add_suffix (ADW_ACTION_ROW (self), control);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (self), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), control);

  return self;
}

/**
 * vac_control_row_new_check:
 * @title: of the row, without markup
 * @check: (out) (transfer none): the check button at its start, which is named by @title
 *
 * Returns: (transfer floating): a row with a check button
 */
GtkWidget *
vac_control_row_new_check (const char  *title,
                           GtkWidget  **check)
{
  g_return_val_if_fail (title != NULL && check != NULL, NULL);

  *check = gtk_check_button_new ();

  return create (title, *check);
}

/**
 * vac_control_row_new_switch:
 * @title: of the row, without markup
 * @toggle: (out) (transfer none): the switch at its end, which is named by @title
 *
 * Returns: (transfer floating): a row with a switch
 */
GtkWidget *
vac_control_row_new_switch (const char  *title,
                            GtkWidget  **toggle)
{
  g_return_val_if_fail (title != NULL && toggle != NULL, NULL);

  *toggle = gtk_switch_new ();

  return create (title, *toggle);
}
