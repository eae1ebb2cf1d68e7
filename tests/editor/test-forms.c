/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "editor-fixture.h"
#include "vac-binder.h"
#include "vac-code-row.h"
#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-item-row.h"
#include "vac-job-page.h"
#include "vac-pay-group.h"
#include "vac-problem.h"
#include "vac-range-slider.h"
#include "vac-reader.h"
#include "vac-section-block.h"
#include "vac-text-area.h"
#include "vac-writer.h"
#include "waiting.h"

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  GtkWidget *child = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
         (GTK_IS_LABEL (child) && *gtk_label_get_text (GTK_LABEL (child)) != '\0') ||
         (GTK_IS_MENU_BUTTON (widget) &&
          gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != NULL) ||
         /* The arrow of a menu button with a label. */
         (GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) &&
          has_name (gtk_widget_get_parent (widget)));
}

/* Not shown, or names are the toolkit's business. */
static gboolean
is_foreign (GtkWidget *widget)
{
  return !gtk_widget_get_visible (widget) || GTK_IS_CALENDAR (widget) || GTK_IS_POPOVER (widget) ||
         ADW_IS_ENTRY_ROW (widget);
}

static guint
check_names (GtkWidget *widget)
{
  guint n_named = 0;

  if (is_foreign (widget))
    return 0;
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SWITCH (widget) ||
      GTK_IS_CHECK_BUTTON (widget) || VAC_IS_TEXT_AREA (widget))
    {
      if (!has_name (widget))
        g_test_message ("%s without a name, tooltip %s", G_OBJECT_TYPE_NAME (widget),
                        gtk_widget_get_tooltip_text (widget));
      g_assert_true (has_name (widget));
      n_named++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_named += check_names (child);

  return n_named;
}

static void
test_pages (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *sections = vac_document_get (editor->document, VAC_ROLE_SECTIONS);

  g_assert_cmpuint (check_names (GTK_WIDGET (editor->window)), >, 5);
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);

      vac_sidebar_set_selected (editor->sidebar, section);
      editor_settle ();
      g_assert_true (vac_page_reveal (editor_get_page (editor),
                                      vac_node_get (section, VAC_ROLE_SECTION_TITLE)));
      g_assert_cmpuint (check_names (GTK_WIDGET (editor->bin)), >, 3);
    }
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
check_shown (Editor  *editor,
             VacNode *node)
{
  if (vac_node_get_field (node) == NULL)
    return;
  if (vac_field_is_leaf (vac_node_get_field (node)) || vac_node_get_kind (node) == VAC_KIND_LIST)
    g_assert_nonnull (editor_find (editor, node));
  else
    for (guint i = 0; i < vac_node_get_n_children (node); i++)
      check_shown (editor, vac_node_get_child (node, i));
}

static void
test_job_fields (void)
{
  Editor *editor = editor_open_section (NULL);

  check_shown (editor, vac_document_get (editor->document, VAC_ROLE_JOB));
  g_assert_nonnull (editor_find (editor, vac_document_get (editor->document, VAC_ROLE_LANGUAGE)));
  editor_close (editor);
}

/* Of the rows in @widget that edit a leaf, how many there are; each says what belongs in it. Only a
 * bullet does not: a sentence that is the same for all of a list would hide the next one; nor does
 * the handle of a slider, which has a row with that sentence and says what it stands beside. */
/* Returns: (transfer none) (nullable): what is chosen in a row to choose in */
static const char *
get_chosen (GtkWidget *row)
{
  if (ADW_IS_COMBO_ROW (row))
    return gtk_string_object_get_string (adw_combo_row_get_selected_item (ADW_COMBO_ROW (row)));

  return VAC_IS_CODE_ROW (row) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;
}

static guint
check_descriptions (GtkWidget *widget)
{
  VacNode *node = vac_editor_get_node (widget);
  GtkWidget *row = ADW_IS_PREFERENCES_ROW (widget)
                       ? widget
                       : gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);
  guint n_described = 0;

  if (node != NULL && row != NULL && !VAC_IS_ITEM_ROW (row) &&
      gtk_widget_get_ancestor (widget, VAC_TYPE_RANGE_SLIDER) == NULL &&
      vac_field_is_leaf (vac_node_get_field (node)))
    {
      const char *description = vac_node_get_field (node)->description;
      GtkWidget *focused = GTK_IS_EDITABLE (widget)
                               ? GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)))
                               : widget;

      const char *chosen = get_chosen (focused);
      g_autofree char *said = chosen != NULL ? g_strdup_printf ("%s. %s", chosen, description)
                                             : g_strdup (description);

      g_test_message ("%s", vac_node_get_field (node)->label);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, description);
      gtk_test_accessible_assert_property (focused, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said);
      n_described++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_described += check_descriptions (child);

  return n_described;
}

static void
test_rows_say_what_belongs_in_them (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *sections = vac_document_get (editor->document, VAC_ROLE_SECTIONS);
  g_autoptr (VacNode) location = vac_node_new (vac_schema_get_field (VAC_ROLE_LOCATION));
  guint n_rows = 0;

  vac_document_append (editor->document, vac_document_get (editor->document, VAC_ROLE_LOCATIONS),
                       location);
  editor_settle ();
  g_assert_cmpuint (check_descriptions (GTK_WIDGET (editor->bin)), >, 20);
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);

      vac_sidebar_set_selected (editor->sidebar, section);
      editor_settle ();
      g_assert_true (vac_page_reveal (editor_get_page (editor),
                                      vac_node_get (section, VAC_ROLE_SECTION_TITLE)));
      n_rows += check_descriptions (GTK_WIDGET (editor->bin));
    }
  g_assert_cmpuint (n_rows, >, 20);
  editor_close (editor);
}

/* The C locale is never translated, and GTK starts tests in it. */
static void
speak_german (gboolean german)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "po", NULL);

  g_setenv ("LANGUAGE", german ? "de" : "", TRUE);
  setlocale (LC_MESSAGES, german ? "C.UTF-8" : "C");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
test_tooltips_are_translated (void)
{
  const VacField *field = vac_schema_get_field (VAC_ROLE_JOB_TITLE);
  const char *translated;

  speak_german (TRUE);
  translated = g_dgettext (GETTEXT_PACKAGE, field->description);
  if (g_str_equal (translated, field->description))
    {
      g_test_skip ("the C library translates nothing in this locale");
    }
  else
    {
      Editor *editor = editor_open_section (NULL);
      GtkWidget *row = editor_find (editor,
                                    vac_document_get (editor->document, VAC_ROLE_JOB_TITLE));

      g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, translated);
      editor_close (editor);
    }
  speak_german (FALSE);
}

static gboolean
complains (GtkWidget *row)
{
  GtkWidget *problem = editor_find_child (row, VAC_TYPE_PROBLEM);

  g_assert_nonnull (problem);
  /* What is seen under the field is said with it. */
  g_assert_cmpint (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row),
                                                     GTK_ACCESSIBLE_RELATION_DESCRIBED_BY),
                   ==, gtk_widget_get_visible (problem));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                    gtk_widget_has_css_class (row, "error")
                                        ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE);
  return gtk_widget_get_visible (problem) && gtk_widget_has_css_class (row, "error");
}

static const struct
{
  VacRole     role;
  const char *wrong;
  const char *right;
} values[] = {
  { VAC_ROLE_EMPLOYER_WEBSITE, "acme", "https://acme.example" },
  { VAC_ROLE_OPENINGS, "a few", "3" },
  { VAC_ROLE_OPENINGS, "$3", "5" },
  { VAC_ROLE_CLOSES, "2025-02-30", "2025-02-28" },
  { VAC_ROLE_APPLY_EMAIL, "jobs at acme", "jobs@acme.example" },
};

static void
test_wrong_values (void)
{
  Editor *editor = editor_open_section (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      VacNode *leaf = vac_document_get (editor->document, values[i].role);
      GtkWidget *row = editor_find (editor, leaf);

      g_assert_false (complains (row));
      gtk_editable_set_text (GTK_EDITABLE (row), values[i].wrong);
      g_assert_cmpstr (vac_node_get_text (leaf), ==, values[i].wrong);
      g_assert_true (complains (row));
      gtk_editable_set_text (GTK_EDITABLE (row), values[i].right);
      g_assert_cmpstr (vac_node_get_text (leaf), ==, values[i].right);
      g_assert_false (complains (row));
    }
  editor_close (editor);
}

static void
test_half_typed (void)
{
  Editor *editor = editor_open_section (NULL);
  GtkWidget *row = editor_find (editor,
                                vac_document_get (editor->document, VAC_ROLE_EMPLOYER_WEBSITE));

  gtk_widget_grab_focus (row);
  editor_settle ();
  editor_type (editor, "acme");
  g_assert_cmpstr (vac_document_get_text (editor->document, VAC_ROLE_EMPLOYER_WEBSITE), ==, "acme");
  g_assert_false (complains (row));
  editor_press (editor, GDK_KEY_Tab, 0);
  editor_press (editor, GDK_KEY_Tab, 0);
  g_assert_true (complains (row));
  editor_close (editor);
}

static void
test_employment_types (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *list = vac_document_get (editor->document, VAC_ROLE_EMPLOYMENT_TYPES);
  GtkWidget *check = editor_find (editor, list);
  GtkWidget *row;

  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 0);
  row = gtk_widget_get_ancestor (check, ADW_TYPE_EXPANDER_ROW);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Not specified");
  vac_document_undo (editor->document);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Full-time");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 1);
  editor_close (editor);
}

static GtkWidget *
find_button (GtkWidget  *within,
             const char *name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (within))
    {
      GtkWidget *child = gtk_button_get_child (GTK_BUTTON (within));
      const char *label = gtk_button_get_label (GTK_BUTTON (within));

      if (label == NULL && ADW_IS_BUTTON_CONTENT (child))
        label = adw_button_content_get_label (ADW_BUTTON_CONTENT (child));
      if (label == NULL)
        label = gtk_widget_get_tooltip_text (within);
      if (g_strcmp0 (label, name) == 0)
        return within;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, name);

  return found;
}

static void
click (GtkWidget  *within,
       const char *name)
{
  GtkWidget *button = find_button (within, name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  editor_settle ();
}

static void
test_locations (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *list = vac_document_get (editor->document, VAC_ROLE_LOCATIONS);
  GtkWidget *widget = editor_find (editor, list);
  VacNode *first, *second;

  /* The text in the button would be said after its name. */
  g_assert_false (gtk_test_accessible_has_relation (
      GTK_ACCESSIBLE (find_button (widget, "Add Place of Work")),
      GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  click (widget, "Add Place of Work");
  g_assert_true (vac_editor_find_node (gtk_window_get_focus (editor->window), NULL) ==
                 vac_node_get (vac_node_get_child (list, 0), VAC_ROLE_LOCATION_CITY));
  click (widget, "Add Place of Work");
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 2);
  first = vac_node_get_child (list, 0);
  second = vac_node_get_child (list, 1);
  gtk_editable_set_text (
      GTK_EDITABLE (editor_find (editor, vac_node_get (first, VAC_ROLE_LOCATION_CITY))), "Austin");
  g_assert_cmpstr (vac_node_get_member_text (first, VAC_ROLE_LOCATION_CITY), ==, "Austin");
  click (editor_find (editor, first), "Move Down");
  g_assert_true (vac_node_get_child (list, 1) == first);
  click (editor_find (editor, second), "Remove");
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 1);
  g_assert_cmpstr (editor->removed, ==, "Place of work removed");
  editor_close (editor);
}

static char *
get_pay_line (Editor *editor)
{
  GtkWidget *line = editor_find_class (GTK_WIDGET (editor->bin), "vac-pay-line");

  return g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (line)));
}

static gboolean
warns_of_crossed_ends (Editor *editor)
{
  GtkWidget *group = editor_find_child (GTK_WIDGET (editor->bin), VAC_TYPE_PAY_GROUP);

  return gtk_widget_get_visible (editor_find_class (group, "warning"));
}

static void
test_pay (void)
{
  Editor *editor = editor_open_section ("compensation-benefits");
  VacNode *minimum = vac_document_get (editor->document, VAC_ROLE_PAY_MINIMUM);
  GtkWidget *row = editor_find (editor, minimum);
  GtkWidget *disclose = editor_find (editor,
                                     vac_document_get (editor->document, VAC_ROLE_PAY_DISCLOSE));
  g_autofree char *line = get_pay_line (editor);
  g_autofree char *silent = NULL;

  g_assert_cmpstr (line, ==, "$120,000 – $180,000 per year");
  g_assert_false (warns_of_crossed_ends (editor));
  gtk_editable_set_text (GTK_EDITABLE (row), "190000");
  g_assert_true (warns_of_crossed_ends (editor));
  gtk_switch_set_active (GTK_SWITCH (disclose), FALSE);
  silent = get_pay_line (editor);
  g_assert_cmpstr (silent, ==, "Nothing: pay is not shown in the posting.");
  editor_close (editor);
}

/* Types into a field of the page and leaves it, as a person does. */
static void
enter (Editor     *editor,
       VacRole     role,
       const char *text)
{
  GtkWidget *row = editor_find (editor, vac_document_get (editor->document, role));

  gtk_widget_grab_focus (row);
  gtk_editable_select_region (GTK_EDITABLE (row), 0, -1);
  editor_settle ();
  editor_type (editor, text);
  editor_press (editor, GDK_KEY_Tab, 0);
  while (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN)
    editor_press (editor, GDK_KEY_Tab, 0);
}

static const char *
get_shown (Editor  *editor,
           VacRole  role)
{
  GtkWidget *row = editor_find (editor, vac_document_get (editor->document, role));

  return VAC_IS_CODE_ROW (row) ? vac_code_row_get_code (VAC_CODE_ROW (row))
                               : gtk_editable_get_text (GTK_EDITABLE (row));
}

static const char *
get_sentence (Editor  *editor,
              VacRole  role)
{
  GtkWidget *row = editor_find (editor, vac_document_get (editor->document, role));
  GtkWidget *problem = editor_find_child (row, VAC_TYPE_PROBLEM);

  return gtk_widget_get_visible (problem)
         ? gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (problem))) : NULL;
}

static void
test_amounts (void)
{
  Editor *editor = editor_open_section ("compensation-benefits");
  GtkWidget *row = editor_find (editor, vac_document_get (editor->document, VAC_ROLE_PAY_MINIMUM));

  g_assert_cmpstr (get_shown (editor, VAC_ROLE_PAY_MINIMUM), ==, "120,000");
  gtk_widget_grab_focus (row);
  editor_settle ();
  gtk_editable_set_text (GTK_EDITABLE (row), "$125,000");
  g_assert_cmpstr (vac_document_get_text (editor->document, VAC_ROLE_PAY_MINIMUM), ==, "125000");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "$125,000");
  gtk_widget_grab_focus (
      editor_find (editor, vac_document_get (editor->document, VAC_ROLE_PAY_CURRENCY)));
  editor_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "125,000");
  g_assert_false (complains (row));
  g_assert_null (editor->removed);
  vac_document_undo (editor->document);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "120,000");
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_currency_comes_along (void)
{
  Editor *editor = editor_open_section ("compensation-benefits");
  g_autofree char *line = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  enter (editor, VAC_ROLE_PAY_MINIMUM, "GBP 24,404");
  g_assert_cmpstr (editor->removed, ==, "Currency set to GBP");
  g_assert_cmpstr (get_shown (editor, VAC_ROLE_PAY_MINIMUM), ==, "24,404");
  g_assert_cmpstr (get_shown (editor, VAC_ROLE_PAY_CURRENCY), ==, "GBP");
  line = get_pay_line (editor);
  g_assert_cmpstr (line, ==, "£24,404 – £180,000 per year");
  vac_document_undo (editor->document);
  undone = get_pay_line (editor);
  g_assert_cmpstr (undone, ==, "$120,000 – $180,000 per year");
  g_assert_cmpstr (get_shown (editor, VAC_ROLE_PAY_MINIMUM), ==, "120,000");
  g_assert_false (vac_document_get_modified (editor->document));
  vac_document_redo (editor->document);
  redone = get_pay_line (editor);
  g_assert_cmpstr (redone, ==, line);
  g_assert_false (vac_document_get_can_redo (editor->document));
  editor_close (editor);
}

static void
test_settle (void)
{
  Editor *editor = editor_open_section ("compensation-benefits");
  GtkWidget *row = editor_find (editor, vac_document_get (editor->document, VAC_ROLE_PAY_MINIMUM));

  gtk_widget_grab_focus (row);
  gtk_editable_select_region (GTK_EDITABLE (row), 0, -1);
  editor_settle ();
  editor_type (editor, "EUR 31.500");
  g_assert_cmpstr (vac_document_get_text (editor->document, VAC_ROLE_PAY_CURRENCY), ==, "USD");
  vac_binder_settle (GTK_ROOT (editor->window));
  g_assert_cmpstr (vac_document_get_text (editor->document, VAC_ROLE_PAY_CURRENCY), ==, "EUR");
  g_assert_cmpstr (get_shown (editor, VAC_ROLE_PAY_MINIMUM), ==, "31,500");
  editor_type (editor, "0");
  g_assert_cmpstr (vac_document_get_text (editor->document, VAC_ROLE_PAY_MINIMUM), !=, "31500");
  editor_press (editor, GDK_KEY_Tab, 0);
  vac_document_undo (editor->document);
  g_assert_cmpstr (vac_document_get_text (editor->document, VAC_ROLE_PAY_CURRENCY), ==, "USD");
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_ranges (void)
{
  Editor *editor = editor_open_section ("compensation-benefits");
  g_autofree char *line = NULL;

  enter (editor, VAC_ROLE_PAY_MAXIMUM, "40-52/hour");
  g_assert_cmpstr (editor->removed, ==, "Period set to “Per hour”");
  line = get_pay_line (editor);
  g_assert_cmpstr (line, ==, "$40 – $52 per hour");
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_cents (void)
{
  Editor *editor = editor_open_section ("compensation-benefits");
  GtkWidget *row = editor_find (editor, vac_document_get (editor->document, VAC_ROLE_PAY_MINIMUM));
  g_autofree char *line = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (VacDocument) opened = NULL;

  enter (editor, VAC_ROLE_PAY_MINIMUM, "18.50");
  g_assert_false (complains (row));
  g_assert_cmpstr (vac_document_get_text (editor->document, VAC_ROLE_PAY_MINIMUM), ==, "18.5");
  g_assert_cmpstr (get_shown (editor, VAC_ROLE_PAY_MINIMUM), ==, "18.50");
  vac_document_undo (editor->document);
  g_assert_cmpstr (get_shown (editor, VAC_ROLE_PAY_MINIMUM), ==, "120,000");
  g_assert_false (vac_document_get_modified (editor->document));
  vac_document_redo (editor->document);
  enter (editor, VAC_ROLE_PAY_MAXIMUM, "22.00/hour");
  g_assert_cmpstr (get_shown (editor, VAC_ROLE_PAY_MAXIMUM), ==, "22");
  line = get_pay_line (editor);
  g_assert_cmpstr (line, ==, "$18.50 – $22.00 per hour");
  saved = vac_write_document (editor->document);
  opened = vac_read_document (saved, NULL);
  g_assert_cmpstr (vac_document_get_text (opened, VAC_ROLE_PAY_MINIMUM), ==, "18.5");
  enter (editor, VAC_ROLE_PAY_MINIMUM, "18.00");
  g_assert_false (complains (row));
  g_assert_cmpstr (vac_document_get_text (editor->document, VAC_ROLE_PAY_MINIMUM), ==, "18");
  editor_close (editor);
}

/* What is refused is no amount for anybody, not even where its digits would make one. */
static void
test_refused_amounts (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "18.5055", "Amounts in USD have at most 2 decimals. Nothing was rounded." },
    { "1.200", "“1.200” can be read in two ways. Write 1,200 or 1.20." },
    { "18.50505", "No currency has more than four decimals. Nothing was rounded." },
  };
  Editor *editor = editor_open_section ("compensation-benefits");
  VacNode *minimum = vac_document_get (editor->document, VAC_ROLE_PAY_MINIMUM);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = NULL;
      VacMoney amount;

      enter (editor, VAC_ROLE_PAY_MINIMUM, cases[i].text);
      g_assert_true (complains (editor_find (editor, minimum)));
      g_assert_cmpstr (get_sentence (editor, VAC_ROLE_PAY_MINIMUM), ==, cases[i].sentence);
      g_assert_true (g_str_has_prefix (get_shown (editor, VAC_ROLE_PAY_MINIMUM), cases[i].text));
      g_assert_false (vac_node_get_money (minimum, &amount));
      line = get_pay_line (editor);
      g_assert_cmpstr (line, ==, "Up to $180,000 per year");
    }

  enter (editor, VAC_ROLE_PAY_MINIMUM, "18.50");
  g_assert_null (get_sentence (editor, VAC_ROLE_PAY_MINIMUM));
  vac_document_set_text (editor->document,
                         vac_document_get (editor->document, VAC_ROLE_PAY_CURRENCY), "JPY");
  g_assert_cmpstr (get_sentence (editor, VAC_ROLE_PAY_MINIMUM), ==,
                   "Amounts in JPY have no decimals. Nothing was rounded.");
  g_assert_cmpstr (vac_document_get_text (editor->document, VAC_ROLE_PAY_MINIMUM), ==, "18.5");
  vac_document_undo (editor->document);
  g_assert_null (get_sentence (editor, VAC_ROLE_PAY_MINIMUM));
  editor_close (editor);
}

static void
test_dates (void)
{
  Editor *editor = editor_open_section (NULL);
  GtkWidget *row = editor_find (editor, vac_document_get (editor->document, VAC_ROLE_START));

  enter (editor, VAC_ROLE_START, "1/2/2027");
  g_assert_cmpstr (vac_document_get_text (editor->document, VAC_ROLE_START), ==, "2027-01-02");
  g_assert_cmpstr (get_shown (editor, VAC_ROLE_START), ==, "2027-01-02");
  g_assert_cmpstr (get_sentence (editor, VAC_ROLE_START), ==, "Saturday, January 2, 2027");
  g_assert_false (complains (row));
  vac_document_set_text (editor->document, vac_document_get (editor->document, VAC_ROLE_LANGUAGE),
                         "de");
  g_assert_cmpstr (get_sentence (editor, VAC_ROLE_START), ==, "Samstag, 2. Januar 2027");
  enter (editor, VAC_ROLE_START, "1.2.27");
  g_assert_cmpstr (get_sentence (editor, VAC_ROLE_START), ==, "Montag, 1. Februar 2027");
  vac_document_undo (editor->document);
  g_assert_cmpstr (get_shown (editor, VAC_ROLE_START), ==, "2027-01-02");
  enter (editor, VAC_ROLE_START, "bald");
  g_assert_true (complains (row));
  g_assert_cmpstr (get_shown (editor, VAC_ROLE_START), ==, "bald");
  editor_close (editor);
}

static void
test_barrier (void)
{
  Editor *editor = editor_open_section ("key-highlights");
  VacNode *title = vac_node_get (vac_document_find_section (editor->document, "key-highlights"),
                                 VAC_ROLE_SECTION_TITLE);
  VacNode *other = vac_node_get (vac_document_find_section (editor->document,
                                                            "why-this-role-matters"),
                                 VAC_ROLE_SECTION_TITLE);

  editor_place_caret (editor, title, -1);
  editor_type (editor, "ab");
  editor_place_caret (editor, other, -1);
  editor_place_caret (editor, title, -1);
  editor_type (editor, "cd");
  g_assert_cmpstr (vac_node_get_text (title), ==, "Key Highlightsabcd");
  vac_document_undo (editor->document);
  g_assert_cmpstr (vac_node_get_text (title), ==, "Key Highlightsab");
  vac_document_undo (editor->document);
  g_assert_cmpstr (vac_node_get_text (title), ==, "Key Highlights");
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_groups (void)
{
  Editor *editor = editor_open_section ("key-responsibilities");
  VacNode *list = vac_node_get (
      vac_document_find_section (editor->document, "key-responsibilities"), VAC_ROLE_SUBSECTIONS);
  VacNode *first = vac_node_get_child (list, 0);
  GtkWidget *block = editor_find (editor, first);
  guint before = vac_node_get_n_children (list);

  click (GTK_WIDGET (editor->bin), "Add Group");
  g_assert_cmpuint (vac_node_get_n_children (list), ==, before + 1);
  g_assert_true (vac_editor_get_node (gtk_window_get_focus (editor->window)) ==
                 vac_node_get (vac_node_get_child (list, before), VAC_ROLE_SECTION_TITLE));
  gtk_widget_activate_action (block, "block.move-down", NULL);
  g_assert_cmpuint (vac_node_get_position (first), ==, 1);
  gtk_widget_activate_action (block, "block.remove", NULL);
  g_assert_null (vac_node_get_parent (first));
  g_assert_cmpstr (editor->removed, ==, "“Model Development & Implementation” removed");
  vac_document_undo (editor->document);
  g_assert_nonnull (editor_find (editor, first));
  editor_close (editor);
}

static void
on_node_focused_cb (VacPage  *page,
                    VacNode  *node,
                    VacNode **focused)
{
  *focused = node;
}

static void
test_focus_is_told (void)
{
  Editor *editor = editor_open_section ("technical-skills");
  VacNode *item = vac_node_get_child (editor_get_items (editor, "technical-skills"), 2);
  VacNode *focused = NULL;

  g_signal_connect (editor_get_page (editor), "node-focused", G_CALLBACK (on_node_focused_cb),
                    &focused);
  g_assert_true (vac_page_reveal (editor_get_page (editor), item));
  g_assert_true (focused == vac_node_get (item, VAC_ROLE_ITEM_TEXT));
  editor_close (editor);
}

static char *
get_selection (GtkWidget *widget)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;
  int from, to;

  if (!GTK_IS_TEXT_VIEW (widget))
    return gtk_editable_get_selection_bounds (GTK_EDITABLE (widget), &from, &to)
           ? gtk_editable_get_chars (GTK_EDITABLE (widget), from, to) : g_strdup ("");

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* A line and a text of several; bytes are not characters. */
static void
test_part_of_a_text_is_selected (void)
{
  static const VacRole roles[] = { VAC_ROLE_JOB_TITLE, VAC_ROLE_APPLY_INSTRUCTIONS };
  static const char text[] = "Für „alle“ da";
  Editor *editor = editor_open_section (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      VacNode *leaf = vac_document_get (editor->document, roles[i]);
      g_autofree char *selected = NULL;
      g_autofree char *kept = NULL;

      vac_document_set_text (editor->document, leaf, text);
      g_assert_true (vac_page_reveal (editor_get_page (editor), leaf));
      vac_page_select (editor_get_page (editor), leaf,
                       (gsize) (strstr (text, "alle") - text), strlen ("alle“"));
      selected = get_selection (editor_find (editor, leaf));
      g_assert_cmpstr (selected, ==, "alle“");

      /* What was found there once is gone. */
      vac_page_select (editor_get_page (editor), leaf, strlen (text) - 1, 2);
      kept = get_selection (editor_find (editor, leaf));
      g_assert_cmpstr (kept, ==, "alle“");
    }
  editor_close (editor);
}

static GtkWidget *
find_offer (GtkWidget  *widget,
            const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_offer (child, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What the guide's own requirements say is offered below the field, and taken as one step. */
static void
test_offers (void)
{
  static const char offer[] = "Set “Months of experience” to “36”";
  Editor *editor = editor_open_section (NULL);
  VacNode *months = vac_document_get (editor->document, VAC_ROLE_EXPERIENCE_MONTHS);
  GtkWidget *button = find_offer (GTK_WIDGET (editor->bin), offer);

  g_assert_nonnull (button);
  g_assert_nonnull (
      find_offer (GTK_WIDGET (editor->bin), "Set “Least credential” to “Bachelor’s degree”"));
  g_assert_cmpstr (vac_node_get_text (months), ==, "");

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (vac_node_get_text (months), ==, "36");
  waiting_until (find_offer (GTK_WIDGET (editor->bin), offer) == NULL);
  g_assert_true (gtk_window_get_focus (editor->window) != NULL);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (editor->window), editor_find (editor, months)));

  vac_document_undo (editor->document);
  g_assert_cmpstr (vac_node_get_text (months), ==, "");
  g_assert_false (vac_document_get_can_undo (editor->document));
  waiting_until (find_offer (GTK_WIDGET (editor->bin), offer) != NULL);
  editor_close (editor);
}

/* One line, no longer than the field takes, and what is selected stays when it is refused. */
static void
test_paste (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *title = vac_document_get (editor->document, VAC_ROLE_JOB_TITLE);
  GtkWidget *row = editor_find (editor, title);
  g_autofree char *longer = g_strnfill (301, 'x');
  GdkClipboard *clipboard = gtk_widget_get_clipboard (row);

  vac_document_set_text (editor->document, title, "old");
  gtk_widget_grab_focus (row);
  gdk_clipboard_set_text (clipboard, longer);
  editor_press (editor, GDK_KEY_a, GDK_CONTROL_MASK);
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  editor_settle ();
  g_assert_cmpstr (vac_node_get_text (title), ==, "old");
  g_assert_cmpstr (editor->told, ==,
                   "Nothing was pasted: the text would be longer than 300 characters.");
  gdk_clipboard_set_text (clipboard, "Head\vof\r\nR&D\x07");
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  editor_settle ();
  g_assert_cmpstr (vac_node_get_text (title), ==, "Head of R&D");
  editor_close (editor);
}

static void
paste_over (Editor     *editor,
            VacNode    *leaf,
            const char *html,
            const char *text)
{
  const guint64 before = vac_document_get_state (editor->document);

  editor_copy_elsewhere (editor, html, text);
  gtk_widget_grab_focus (editor_find (editor, leaf));
  editor_press (editor, GDK_KEY_a, GDK_CONTROL_MASK);
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  waiting_until (vac_document_get_state (editor->document) != before);
}

static void
test_paste_into_prose (void)
{
  static const char broken[] =
      "We bake bread for all of Leeds, and have done so since the year of\n"
      "1950, in an oven that my grandfather built with his own hands and\n"
      "stones.";
  Editor *editor = editor_open_section (NULL);
  VacNode *about = vac_document_get (editor->document, VAC_ROLE_EMPLOYER_ABOUT);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (editor->window));

  vac_document_set_text (editor->document, about, "old");
  vac_document_add_barrier (editor->document);

  paste_over (editor, about, "<p><b>We:</b> bake</p><ul><li>bread<li>cake</ul><p>Come!</p>",
              "We: bake • bread • cake Come!");
  g_assert_cmpstr (vac_node_get_text (about), ==, "We: bake\n\nbread\ncake\n\nCome!");
  vac_document_undo (editor->document);
  g_assert_cmpstr (vac_node_get_text (about), ==, "old");

  paste_over (editor, about, "<p>one <b>line</b></p>", " one line ");
  g_assert_cmpstr (vac_node_get_text (about), ==, " one line ");

  paste_over (editor, about, NULL, broken);
  g_assert_cmpstr (vac_node_get_text (about), ==,
                   "We bake bread for all of Leeds, and have done so since the year of 1950, in an "
                   "oven that my grandfather built with his own hands and stones.");

  /* What was copied here is as somebody wrote it here. */
  gdk_clipboard_set_text (clipboard, broken);
  editor_press (editor, GDK_KEY_a, GDK_CONTROL_MASK);
  editor_press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  waiting_until (g_str_equal (vac_node_get_text (about), broken));
  editor_close (editor);
}

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  g_test_add_func ("/forms/every-page-of-the-guide-opens-with-every-control-named", test_pages);
  g_test_add_func ("/forms/job-details-show-every-field-of-the-schema", test_job_fields);
  g_test_add_func ("/forms/rows-say-what-belongs-in-them", test_rows_say_what_belongs_in_them);
  g_test_add_func ("/forms/tooltips-are-translated", test_tooltips_are_translated);
  g_test_add_func ("/forms/a-wrong-value-is-kept-and-explained", test_wrong_values);
  g_test_add_func ("/forms/a-half-typed-value-is-not-complained-of", test_half_typed);
  g_test_add_func ("/forms/employment-types-are-checked-off", test_employment_types);
  g_test_add_func ("/forms/places-of-work-are-added-moved-and-removed", test_locations);
  g_test_add_func ("/forms/pay-shows-the-line-that-candidates-read", test_pay);
  g_test_add_func ("/forms/amounts-may-be-written-as-people-do", test_amounts);
  g_test_add_func ("/forms/a-typed-currency-comes-along-in-one-step", test_currency_comes_along);
  g_test_add_func ("/forms/what-is-being-typed-is-taken-before-a-save", test_settle);
  g_test_add_func ("/forms/a-range-fills-both-ends", test_ranges);
  g_test_add_func ("/forms/cents-are-kept", test_cents);
  g_test_add_func ("/forms/what-is-refused-is-no-amount", test_refused_amounts);
  g_test_add_func ("/forms/dates-are-shown-in-words", test_dates);
  g_test_add_func ("/forms/leaving-a-field-ends-what-one-undo-takes-back", test_barrier);
  g_test_add_func ("/forms/what-the-texts-say-is-offered-and-taken-as-one-step", test_offers);
  g_test_add_func ("/forms/groups-are-added-moved-and-removed", test_groups);
  g_test_add_func ("/forms/a-paste-into-an-entry-is-one-line-that-it-takes", test_paste);
  g_test_add_func ("/forms/rich-text-pastes-into-prose-as-paragraphs", test_paste_into_prose);
  g_test_add_func ("/forms/the-page-tells-where-the-focus-went", test_focus_is_told);
  g_test_add_func ("/forms/part-of-a-text-is-selected", test_part_of_a_text_is_selected);

  return g_test_run ();
}
