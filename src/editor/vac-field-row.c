/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-field-row"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "vac-binder.h"
#include "vac-code-row.h"
#include "vac-control-row.h"
#include "vac-editor.h"
#include "vac-expander.h"
#include "vac-field-row.h"
#include "vac-fold-row.h"
#include "vac-part-title.h"
#include "vac-picture-row.h"
#include "vac-problem.h"
#include "vac-text-area.h"

/* One row for every kind of leaf. What it is called and what it takes is in the schema. */

static const char *
get_label (VacNode *node)
{
  return _(vac_node_get_field (node)->label);
}

static void
on_insert_text_cb (GtkEditable *editable,
                   const char  *text,
                   int          length,
                   int         *position)
{
  g_autofree char *line = NULL;

  if (strpbrk (text, "\r\n") == NULL)
    return;

  line = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  g_strdelimit (line, "\r\n", ' ');
  g_signal_stop_emission_by_name (editable, "insert-text");
  gtk_editable_insert_text (editable, line, -1, position);
}

static void
on_day_selected_cb (GtkCalendar *calendar,
                    VacNode     *leaf)
{
  VacDocument *document = g_object_get_data (G_OBJECT (calendar), "vac-document");
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  vac_document_set_text (document, leaf, text);
}

static void
on_calendar_map_cb (GtkCalendar *calendar,
                    VacNode     *leaf)
{
  int year, month, day;

  if (*vac_node_get_text (leaf) != '\0' &&
      vac_field_accepts (vac_node_get_field (leaf), vac_node_get_text (leaf), NULL) &&
      sscanf (vac_node_get_text (leaf), "%4d-%2d-%2d", &year, &month, &day) == 3)
    {
      g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 0, 0, 0);

      gtk_calendar_select_day (calendar, date);
    }
}

static void
on_date_popup_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  VacNode *leaf = VAC_NODE (user_data);
  VacDocument *document = g_object_get_data (G_OBJECT (button), "vac-document");
  GtkWidget *popover, *calendar;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = gtk_popover_new ();
  calendar = gtk_calendar_new ();
  g_object_set_data_full (G_OBJECT (calendar), "vac-document", g_object_ref (document),
                          g_object_unref);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (on_day_selected_cb), leaf, 0);
  g_signal_connect_object (calendar, "map", G_CALLBACK (on_calendar_map_cb), leaf, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
date_button_new (VacDocument *document,
                 VacNode     *leaf)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: %s is the field that the date is for, such as “Closes on” */
  g_autofree char *name = g_strdup_printf (_("Choose a Date: %s"), get_label (leaf));

  g_object_set_data_full (G_OBJECT (button), "vac-document", g_object_ref (document),
                          g_object_unref);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_date_popup_cb,
                                         g_object_ref (leaf), g_object_unref);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  vac_editor_name_button (button, name);
  gtk_widget_set_tooltip_text (button, _("Choose a Date"));
  g_object_bind_property (document, "read-only", button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);

  return button;
}

/* Under the row's own content, so that the sentence is part of the row. */
static void
add_problem (VacDocument *document,
             VacNode     *leaf,
             GtkWidget   *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GtkWidget) content = g_object_ref (
      gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

  gtk_widget_add_css_class (box, "vac-field-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), NULL);
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), vac_problem_new (document, leaf, row));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
}

static GtkWidget *
entry_row_new (VacDocument *document,
               VacNode     *leaf)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_label (leaf));
  vac_part_tell_apart (row, leaf, get_label (leaf));
  vac_part_tell_apart (GTK_WIDGET (text), leaf, get_label (leaf));
  g_signal_connect (text, "insert-text", G_CALLBACK (on_insert_text_cb), NULL);
  vac_binder_bind (document, leaf, row);
  if (vac_node_get_kind (leaf) == VAC_KIND_DATE)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), date_button_new (document, leaf));
  add_problem (document, leaf, row);

  return row;
}

static GtkWidget *
code_row_new (VacDocument *document,
              VacNode     *leaf,
              VacCodeKind  kind)
{
  GtkWidget *row = vac_code_row_new (kind, get_label (leaf));

  vac_binder_bind (document, leaf, row);
  add_problem (document, leaf, row);

  return row;
}

static GtkWidget *
prose_row_new (VacDocument *document,
               VacNode     *leaf)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (get_label (leaf));
  GtkWidget *area = vac_text_area_new ();

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  vac_part_tell_apart (area, leaf, get_label (leaf));
  vac_binder_bind (document, leaf, area);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), vac_problem_new (document, leaf, row));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "vac-field");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, get_label (leaf), -1);

  return row;
}

static GtkWidget *
picture_row_new (VacDocument *document,
                 VacNode     *leaf)
{
  GtkWidget *row = vac_picture_row_new (document, leaf);

  add_problem (document, leaf, row);

  return row;
}

static GtkWidget *
choice_row_new (VacDocument *document,
                VacNode     *leaf)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_label (leaf));
  vac_binder_bind (document, leaf, row);

  return row;
}

static GtkWidget *
toggle_row_new (VacDocument *document,
                VacNode     *leaf)
{
  GtkWidget *toggle = NULL;
  GtkWidget *row = vac_control_row_new_switch (get_label (leaf), &toggle);

  vac_binder_bind (document, leaf, toggle);

  return row;
}

/**
 * vac_field_row_new:
 * @document: the document
 * @leaf: a leaf in it
 *
 * Returns: (transfer floating): a row that edits @leaf, for a list or an #AdwPreferencesGroup
 */
GtkWidget *
vac_field_row_new (VacDocument *document,
                   VacNode     *leaf)
{
  VacCodeKind kind;
  GtkWidget *row;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (vac_field_is_leaf (vac_node_get_field (leaf)), NULL);

  switch (vac_node_get_kind (leaf))
    {
    case VAC_KIND_PROSE:
      row = prose_row_new (document, leaf);
      break;
    case VAC_KIND_CHOICE:
      row = choice_row_new (document, leaf);
      break;
    case VAC_KIND_TOGGLE:
      row = toggle_row_new (document, leaf);
      break;
    case VAC_KIND_PICTURE:
      row = picture_row_new (document, leaf);
      break;
    case VAC_KIND_TEXT:
    case VAC_KIND_INTEGER:
    case VAC_KIND_MONEY:
    case VAC_KIND_DECIMAL:
    case VAC_KIND_DATE:
    case VAC_KIND_RECORD:
    case VAC_KIND_LIST:
    case VAC_KIND_OPAQUE:
    default:
      row = vac_field_is_code (vac_node_get_field (leaf), &kind)
                ? code_row_new (document, leaf, kind)
                : entry_row_new (document, leaf);
      break;
    }
  vac_editor_describe (row, leaf);

  return row;
}

/**
 * vac_field_group_fill:
 * @group: a group
 * @document: the document
 * @record: a record in it
 *
 * Gives @group the title of @record and a row for every leaf of it.
 */
void
vac_field_group_fill (AdwPreferencesGroup *group,
                      VacDocument         *document,
                      VacNode             *record)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  adw_preferences_group_set_title (group, get_label (record));
  vac_editor_set_node (GTK_WIDGET (group), record);
  rows = vac_fold_create_rows (document, record, vac_field_row_new);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (group, g_ptr_array_index (rows, i));
}

/**
 * vac_field_group_new:
 * @document: the document
 * @record: a record in it
 *
 * Returns: (transfer floating): a titled group with a row for every leaf of @record
 */
GtkWidget *
vac_field_group_new (VacDocument *document,
                     VacNode     *record)
{
  GtkWidget *group = adw_preferences_group_new ();

  vac_field_group_fill (ADW_PREFERENCES_GROUP (group), document, record);

  return group;
}

#define DOCUMENT_KEY "vac-document"

static void
add_choice (AdwExpanderRow *parent,
            VacDocument    *document,
            VacNode        *list,
            const char     *id,
            const char     *label)
{
  GtkWidget *check = NULL;
  GtkWidget *row = vac_control_row_new_check (label, &check);

  vac_binder_bind_element (document, list, id, GTK_CHECK_BUTTON (check));
  adw_expander_row_add_row (parent, row);
}

static void
add_choices (GtkWidget *row)
{
  VacDocument *document = g_object_get_data (G_OBJECT (row), DOCUMENT_KEY);
  VacNode *list = vac_editor_get_node (row);
  const VacField *element = vac_node_get_field (list)->element;

  for (const VacChoice *choice = element->choices; choice->id != NULL; choice++)
    add_choice (ADW_EXPANDER_ROW (row), document, list, choice->id, _(choice->label));
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      const char *id = vac_node_get_text (vac_node_get_child (list, i));

      if (vac_field_find_choice (element, id) == NULL)
        add_choice (ADW_EXPANDER_ROW (row), document, list, id, id);
    }
}

/* What is chosen, in words, while the row is closed. */
static void
update_chosen (AdwExpanderRow *row)
{
  VacNode *list = vac_editor_get_node (GTK_WIDGET (row));
  g_autoptr (GString) chosen = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      const char *id = vac_node_get_text (vac_node_get_child (list, i));
      const VacChoice *choice = vac_field_find_choice (vac_node_get_field (list)->element, id);

      g_string_append_printf (chosen, "%s%s", i > 0 ? ", " : "",
                              choice != NULL ? _(choice->label) : id);
    }
  adw_expander_row_set_subtitle (row,
                                 chosen->len > 0 ? chosen->str : C_("choice", "Not specified"));
}

/**
 * vac_choices_row_new:
 * @document: the document
 * @list: a list of choices in it
 *
 * Returns: (transfer floating): a row that expands to a check button for every choice there is, and
 *   for every one that the document has although the schema does not know it
 */
GtkWidget *
vac_choices_row_new (VacDocument *document,
                     VacNode     *list)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_label (list));
  vac_editor_set_node (row, list);
  g_object_set_data_full (G_OBJECT (row), DOCUMENT_KEY, g_object_ref (document), g_object_unref);
  g_ptr_array_add (nodes, g_object_ref (list));
  g_signal_connect_object (list, "items-changed", G_CALLBACK (update_chosen), row,
                           G_CONNECT_SWAPPED);
  update_chosen (ADW_EXPANDER_ROW (row));
  vac_expander_prepare (row);
  vac_editor_describe (row, list);
  vac_fold_defer (ADW_EXPANDER_ROW (row), nodes, add_choices);

  return row;
}
