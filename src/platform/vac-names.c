/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-names"

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "vac-mapped.h"
#include "vac-names.h"

/* A screen reader says of a widget both its name and what it is labelled by, before GTK 4.12, and
 * on newer GTK the label alone, whatever its name. GTK itself names a button whose label has a
 * mnemonic in both ways, and once with the sign of the mnemonic: “_Cancel Cancel”. */

/* There are no other functions that tell. */
static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
has_text (GtkWidget             *widget,
          GtkAccessibleProperty  property,
          const char            *text)
{
  g_autofree char *other = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property))
    return FALSE;
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, text);

  return other == NULL;
}

/* While an icon takes the place of its label, a button believes that it has the label still. */
static const char *
get_label (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  if (!GTK_IS_BUTTON (widget) || !GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
    return NULL;

  return gtk_button_get_label (GTK_BUTTON (widget));
}

static void
name_button (GtkWidget *widget)
{
  const char *label = get_label (widget);

  if (!has_name (widget))
    return;
  if (label != NULL && strchr (label, '_') != NULL &&
      has_text (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label))
    {
      g_autofree char *name = vac_names_strip_mnemonic (label);

      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* Whether a screen reader calls @widget like that: by a name, or by its label alone. */
static gboolean
is_called (GtkWidget  *widget,
           const char *text)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  const char *label = get_label (widget);
  g_autofree char *name = label != NULL ? vac_names_strip_mnemonic (label) : NULL;

  return has_name (widget) || name == NULL
             ? has_text (GTK_IS_MENU_BUTTON (parent) && !has_name (widget) ? parent : widget,
                         GTK_ACCESSIBLE_PROPERTY_LABEL, text)
             : g_str_equal (name, text);
}

/* GTK describes a widget by its tooltip, and the button in a menu button by what is around it. */
static void
describe (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  const char *tooltip = gtk_widget_get_tooltip_text (GTK_IS_MENU_BUTTON (parent) ? parent : widget);

  if (GTK_IS_MENU_BUTTON (parent))
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      if (tooltip != NULL && !is_called (widget, tooltip))
        gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                        GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
    }
  if (tooltip != NULL && is_called (widget, tooltip) &&
      has_text (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
name_and_describe (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
    name_button (widget);
  describe (widget);
}

/* An entry row has its title twice, for an empty field and for one that is not, and reads as both;
 * one that expands has it in a row of its own inside, and reads as its tooltip. */
static void
name_by_title (GtkWidget *named,
               GParamSpec *pspec,
               GtkWidget *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_autofree char *name = adw_preferences_row_get_use_underline (ADW_PREFERENCES_ROW (row))
                              ? vac_names_strip_mnemonic (title)
                              : g_strdup (title);

  vac_names_set (named, name);
}

static void
follow_title (GtkWidget *named,
              GtkWidget *row)
{
  if (has_name (named))
    return;
  g_signal_connect_object (row, "notify::title", G_CALLBACK (name_by_title), named,
                           G_CONNECT_SWAPPED);
  name_by_title (named, NULL, row);
}

#if !GTK_CHECK_VERSION(4, 12, 0)

/* What has the focus in an entry row is its text, which a screen reader is not told of as long as
 * it has no role: it hears of what is around it, which has no name. */
static void
show_text (GtkWidget *row)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (text)) == GTK_ACCESSIBLE_ROLE_NONE)
    g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  follow_title (text, row);
}

/* What has no name is called by the name of its class. An empty name is one. */
static void
hush (GtkAccessible *accessible)
{
  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) &&
      !gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}

static void
hush_containers (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_BASE (widget))
    hush (GTK_ACCESSIBLE (widget));
  if (GTK_IS_STACK (parent))
    hush (GTK_ACCESSIBLE (gtk_stack_get_page (GTK_STACK (parent), widget)));
}

#endif

/* Of a row: what belongs in it, and what is in it. */
#define HELP  "vac-names-help"
#define VALUE "vac-names-value"

/* A row is described by its subtitle where nothing else describes it; on newer libadwaita also by
 * one that is empty, and GTK looks no further then.
 *
 * Returns: (nullable): what belongs in it, as far as it is known */
static const char *
get_help (GtkWidget *row)
{
  const char *help = g_object_get_data (G_OBJECT (row), HELP);
  const char *subtitle = ADW_IS_COMBO_ROW (row) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row))
                                                : NULL;

  return help == NULL && subtitle != NULL && *subtitle != '\0' ? subtitle : help;
}

static void
describe_row (GtkWidget *row)
{
  const char *help = get_help (row);
  const char *value = g_object_get_data (G_OBJECT (row), VALUE);
  g_autofree char *both = help != NULL && value != NULL && !g_str_equal (help, value)
                              ? g_strdup_printf ("%s. %s", value, help)
                              : NULL;

  if (help == NULL && (value == NULL || !ADW_IS_COMBO_ROW (row)))
    return;
  if (ADW_IS_COMBO_ROW (row))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  both != NULL ? both : help != NULL ? help : value, -1);
}

/* Before GTK 4.12, what has the focus in a drop-down is a button of the name “GtkToggleButton”. On
 * newer GTK it is called like what is chosen; if there is a label beside it, by that alone. */
static void
take_selected (GtkWidget *widget)
{
  g_autoptr (GObject) selected = NULL;
  const char *text = NULL;

  g_object_get (widget, "selected-item", &selected, NULL);
  if (GTK_IS_STRING_OBJECT (selected))
    text = gtk_string_object_get_string (GTK_STRING_OBJECT (selected));
  if (ADW_IS_COMBO_ROW (widget))
    vac_names_set_value (widget, text);
#if !GTK_CHECK_VERSION(4, 12, 0)
  else if (text != NULL)
    vac_names_set (gtk_widget_get_first_child (widget), text);
#else
  else if (text != NULL && gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                                             GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
#endif
}

static void
follow_selected (GtkWidget *widget)
{
  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, take_selected, NULL) != 0)
    return;
  g_signal_connect (widget, "notify::selected-item", G_CALLBACK (take_selected), NULL);
  take_selected (widget);
}

/* A label that changes comes with its sign again, and a tooltip as a description. */
static void
on_mapped (GtkWidget *widget)
{
  const gboolean is_button = GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget);

#if GTK_CHECK_VERSION(4, 12, 0)
  if (ADW_IS_ENTRY_ROW (widget) || ADW_IS_EXPANDER_ROW (widget))
    follow_title (widget, widget);
#else
  if (ADW_IS_ENTRY_ROW (widget))
    show_text (widget);
  hush_containers (widget);
#endif
  if (ADW_IS_COMBO_ROW (widget) || GTK_IS_DROP_DOWN (widget))
    follow_selected (widget);
  if (!is_button && gtk_widget_get_tooltip_text (widget) == NULL)
    return;
  name_and_describe (widget);
  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, name_and_describe, NULL) != 0)
    return;
  g_signal_connect (widget, "notify::tooltip-text", G_CALLBACK (name_and_describe), NULL);
  if (is_button)
    g_signal_connect (widget, "notify::label", G_CALLBACK (name_and_describe), NULL);
}

/**
 * vac_names_init:
 *
 * From now on every button that is shown has one name: the one it was given or, if it was given
 * none, its label without the sign of a mnemonic; no tooltip says again what its widget is
 * called; and a row to choose in says what is chosen. Call it once, after GTK was initialized.
 */
void
vac_names_init (void)
{
  vac_mapped_watch (on_mapped);
}

/**
 * vac_names_set:
 * @widget: a widget that is labelled by others, such as a row by its title
 * @name: what it is called, translated
 *
 * Names it for screen readers in place of those.
 */
void
vac_names_set (GtkWidget  *widget,
               const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * vac_names_set_help:
 * @row: a row, or what has the focus in one
 * @help: what belongs there, translated
 *
 * Describes it for screen readers, after its value if that is known.
 */
void
vac_names_set_help (GtkWidget  *row,
                    const char *help)
{
  g_return_if_fail (GTK_IS_WIDGET (row) && help != NULL);

  g_object_set_data_full (G_OBJECT (row), HELP, g_strdup (help), g_free);
  describe_row (row);
}

/**
 * vac_names_set_value:
 * @row: a row to choose in, whose value no screen reader finds: it asks for what is selected in it,
 *   and GTK has no such answer
 * @value: (nullable): what is chosen, translated
 *
 * Describes it for screen readers by that.
 */
void
vac_names_set_value (GtkWidget  *row,
                     const char *value)
{
  g_return_if_fail (GTK_IS_WIDGET (row));

  g_object_set_data_full (G_OBJECT (row), VALUE, g_strdup (value), g_free);
  describe_row (row);
}

/**
 * vac_names_strip_mnemonic:
 * @label: a label with a mnemonic
 *
 * Returns: (transfer full): what is read of it: "_Save" is "Save", and "a__b" is "a_b"
 */
char *
vac_names_strip_mnemonic (const char *label)
{
  GString *stripped = g_string_new (NULL);

  for (const char *c = label; *c != '\0'; c++)
    {
      if (*c == '_' && c[1] != '\0')
        c++;
      g_string_append_c (stripped, *c);
    }

  return g_string_free (stripped, FALSE);
}
