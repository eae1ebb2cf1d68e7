/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "salary-view-fixture.h"
#include "vac-dialogs.h"
#include "vac-import-dialog.h"
#include "vac-import-sample.h"
#include "vac-occupation-row.h"
#include "waiting.h"

typedef struct
{
  VacDocument *document;
  Market      *market;
  GtkWidget   *dialog;
  VacSalaryLayouts *layouts;
  char        *file_name;   /* of a table written by the test */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = support_load_guide ();
  fixture->layouts = vac_salary_layouts_new (NULL);
  fixture->market = market_open (fixture->document, 620, 900);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    vac_dialog_destroy (VAC_DIALOG (fixture->dialog));
  market_close (fixture->market);
  g_object_unref (fixture->document);
  vac_salary_layouts_free (fixture->layouts);
  if (fixture->file_name != NULL)
    g_unlink (fixture->file_name);
  g_free (fixture->file_name);
}

static VacSalaryImportResult *
wait_for_result (Fixture *fixture)
{
  VacImportDialog *dialog = VAC_IMPORT_DIALOG (fixture->dialog);

  editor_settle ();
  waiting_until (vac_import_dialog_get_result (dialog) != NULL);
  editor_settle ();

  return vac_import_dialog_get_result (dialog);
}

static void
open_dialog (Fixture    *fixture,
             const char *file_name)
{
  g_autoptr (GFile) file = g_file_new_for_path (file_name);

  fixture->dialog = vac_import_dialog_new (fixture->market->window, fixture->document, file,
                                           fixture->layouts);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  vac_dialog_present (VAC_DIALOG (fixture->dialog));
}

static void
open_fixture (Fixture    *fixture,
              const char *name)
{
  g_autofree char *file_name = g_test_build_filename (G_TEST_DIST, "salary", "fixtures", name,
                                                      NULL);

  open_dialog (fixture, file_name);
}

static void
open_text (Fixture    *fixture,
           const char *text)
{
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("table-XXXXXX.csv", &fixture->file_name, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (fixture->file_name, text, -1, &error);
  g_assert_no_error (error);
  open_dialog (fixture, fixture->file_name);
}

static gpointer
get_part (Fixture    *fixture,
          const char *name)
{
  return gtk_widget_get_template_child (fixture->dialog, VAC_TYPE_IMPORT_DIALOG, name);
}

static guint
count_places (Fixture *fixture)
{
  return vac_node_get_n_children (vac_document_get (fixture->document, VAC_ROLE_PLACES));
}

static void
click (Fixture    *fixture,
       const char *name)
{
  g_signal_emit_by_name (get_part (fixture, name), "clicked");
  editor_settle ();
}

static gboolean
has_label (GtkWidget  *widget,
           const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, part))
      return TRUE;

  return FALSE;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* The row of that title. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ENTRY_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static void
click_button (GtkWidget  *widget,
              const char *label)
{
  GtkWidget *button = find_button (widget, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  editor_settle ();
}

/* Goes to the second step, and there to the rows of a kind. */
static void
show_places (Fixture    *fixture,
             const char *toggle)
{
  if (gtk_widget_get_visible (get_part (fixture, "next_button")))
    click (fixture, "next_button");
  gtk_toggle_button_set_active (get_part (fixture, toggle), TRUE);
  editor_settle ();
}

static void
choose (Fixture              *fixture,
        guint                 column,
        VacSalaryImportField  field)
{
  vac_import_sample_choose (get_part (fixture, "sample"), column, field);
}

static void
wait_until_closed (Fixture *fixture)
{
  waiting_until (fixture->dialog == NULL);
}

/* The question above the dialog; %NULL when there is none. */
static GtkWidget *
find_question (Fixture *fixture)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (fixture->dialog));
  GtkWidget *top = vac_dialogs_get_top (window);

  return top != fixture->dialog ? top : NULL;
}

static char *
make_towns (guint n)
{
  GString *text = g_string_new ("place,minimum,maximum\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Town %u,%u,%u\n", i, 90000 + i % 1000, 120000 + i % 1000);

  return g_string_free (text, FALSE);
}

static void
test_survey_is_imported_for_one_occupation (Fixture       *fixture,
                                            gconstpointer  data)
{
  VacSalaryImportResult *result;

  open_fixture (fixture, "oews-metro.csv");
  result = wait_for_result (fixture);
  g_assert_cmpstr (vac_occupation_row_get_code (get_part (fixture, "occupation_row")), ==,
                   "15-2051");
  g_assert_cmpuint (result->places->len, ==, 4);
  g_assert_cmpuint (result->n_problems, ==, 1);
  g_assert_true (has_label (fixture->dialog, "Import 3 Places"));
  show_places (fixture, "problems_toggle");
  g_assert_true (has_label (fixture->dialog, "Line 5: "));
  g_assert_cmpuint (count_places (fixture), ==, 8);

  click (fixture, "import_button");
  wait_until_closed (fixture);
  g_assert_cmpuint (count_places (fixture), ==, 11);
  g_assert_nonnull (strstr (vac_document_get_text (fixture->document, VAC_ROLE_SALARIES_SOURCE),
                            "BLS Occupational Employment and Wage Statistics"));
  vac_document_undo (fixture->document);
  g_assert_cmpuint (count_places (fixture), ==, 8);
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

static void
test_percentiles_can_be_chosen (Fixture       *fixture,
                                gconstpointer  data)
{
  VacSalaryImportResult *result;
  VacSalaryImportPlace *place;

  open_fixture (fixture, "oews-metro.csv");
  wait_for_result (fixture);
  choose (fixture, 11, VAC_SALARY_IMPORT_MINIMUM);
  result = wait_for_result (fixture);
  place = g_ptr_array_index (result->places, 0);
  g_assert_cmpint (place->range.minimum, ==, 70010 * VAC_MONEY_ONE);
  g_assert_cmpint (place->range.maximum, ==, 150010 * VAC_MONEY_ONE);
}

static void
test_unclear_number_is_asked_about (Fixture       *fixture,
                                    gconstpointer  data)
{
  VacSalaryImportResult *result;
  VacSalaryImportPlace *place;

  open_text (fixture, "place;minimum;maximum\nGraz;50.000;70.000\n");
  wait_for_result (fixture);
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "question_group")));
  g_assert_true (has_label (fixture->dialog, "“50.000” in line 2"));
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "import_button")));

  click (fixture, "comma_button");
  result = wait_for_result (fixture);
  place = g_ptr_array_index (result->places, 0);
  g_assert_cmpint (place->range.minimum, ==, 50000 * VAC_MONEY_ONE);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "question_group")));
  g_assert_true (gtk_widget_get_sensitive (get_part (fixture, "import_button")));
}

static void
test_only_known_places_can_be_chosen (Fixture       *fixture,
                                      gconstpointer  data)
{
  VacNode *seattle = market_get_place (fixture->document, "Seattle");

  open_text (fixture, "place,minimum,maximum\n\"Seattle-Tacoma-Bellevue, WA\",141000,201000\n"
                      "Nowhere,1000,2000\n");
  wait_for_result (fixture);
  show_places (fixture, "replaces_toggle");
  g_assert_true (has_label (fixture->dialog, "replaces “Seattle”"));
  g_assert_true (has_label (fixture->dialog,
                            "$140,000 – $200,000 → $141,000 – $201,000 (+0.6%)"));
  click_button (fixture->dialog, "_Known Places");
  g_assert_true (has_label (fixture->dialog, "Import 1 Place"));
  click (fixture, "import_button");
  wait_until_closed (fixture);
  g_assert_cmpuint (count_places (fixture), ==, 8);
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_PLACE_MINIMUM), ==, "141000");
}

static void
test_occupation_is_searched_and_chosen (Fixture       *fixture,
                                        gconstpointer  data)
{
  GtkWidget *row;
  GtkWidget *button;
  GtkWidget *entry;
  VacSalaryImportResult *result;

  open_fixture (fixture, "oews-header.csv");
  result = wait_for_result (fixture);
  row = get_part (fixture, "occupation_row");
  g_assert_cmpuint (result->places->len, ==, 0);
  g_assert_cmpstr (vac_occupation_row_get_code (VAC_OCCUPATION_ROW (row)), ==, "");
  g_assert_true (has_label (fixture->dialog, "The table has several occupations."));
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "import_button")));

  button = market_find (row, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  editor_settle ();
  entry = market_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                       GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nurse");
  waiting_until (
      !has_label (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), "Actors"));
  g_signal_emit_by_name (entry, "activate");
  result = wait_for_result (fixture);
  g_assert_cmpstr (result->occupation, ==, "29-1141");
  g_assert_true (has_label (row, "Registered Nurses · 29-1141"));
  show_places (fixture, "replaces_toggle");
  g_assert_true (has_label (fixture->dialog, "becomes the national range"));
  g_assert_true (has_label (fixture->dialog, "The table says that pay is per year, USD."));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "cap_row")));
  g_assert_true (has_label (fixture->dialog, "Import 4 Places"));
}

static void
test_unknown_columns_are_asked_for (Fixture       *fixture,
                                    gconstpointer  data)
{
  VacSalaryImportResult *result;

  open_text (fixture, "Year,Code,Site code,Amount A,Amount B\n2024,151252,Reno,110000,140000\n");
  result = wait_for_result (fixture);
  g_assert_cmpuint (result->places->len, ==, 0);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (gtk_drop_down_get_selected (
                          vac_import_sample_get_chooser (get_part (fixture, "sample"), i)), ==, 0);
  g_assert_true (has_label (fixture->dialog, "Say which columns hold the place and its pay"));
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "next_button")));

  choose (fixture, 2, VAC_SALARY_IMPORT_NAME);
  wait_for_result (fixture);
  choose (fixture, 3, VAC_SALARY_IMPORT_MINIMUM);
  wait_for_result (fixture);
  choose (fixture, 4, VAC_SALARY_IMPORT_MAXIMUM);
  wait_for_result (fixture);
  g_assert_true (gtk_widget_get_sensitive (get_part (fixture, "next_button")));
  g_assert_true (has_label (fixture->dialog, "Import 1 Place"));
}

static void
test_other_pay_is_not_chosen_unasked (Fixture       *fixture,
                                      gconstpointer  data)
{
  VacSalaryImportResult *result;
  VacSalaryImportPlace *place;

  open_text (fixture, "place,minimum,maximum\nUlm,4200,5200\n");
  wait_for_result (fixture);
  g_assert_true (has_label (fixture->dialog, "The amounts look like pay per month"));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "remark_box")));
  show_places (fixture, "new_toggle");
  g_assert_true (has_label (fixture->dialog, "far outside of the posting’s"));
  g_assert_true (has_label (fixture->dialog, "The table does not say by what pay is counted"));
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "import_button")));

  adw_combo_row_set_selected (get_part (fixture, "period_row"), VAC_PAY_PERIOD_MONTH);
  result = wait_for_result (fixture);
  place = g_ptr_array_index (result->places, 0);
  g_assert_cmpint (place->range.minimum, ==, 50400 * VAC_MONEY_ONE);
  g_assert_true (has_label (fixture->dialog, "converted and shown per year"));
  g_assert_true (has_label (fixture->dialog, "Import 1 Place"));
}

static void
test_many_places_are_asked_about_and_one_step (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autofree char *text = make_towns (300);

  open_text (fixture, text);
  wait_for_result (fixture);
  click (fixture, "import_button");
  g_assert_nonnull (find_question (fixture));
  g_assert_true (has_label (find_question (fixture), "Import 300 Places?"));
  click_button (find_question (fixture), "_Cancel");
  g_assert_cmpuint (count_places (fixture), ==, 8);

  click (fixture, "import_button");
  click_button (find_question (fixture), "_Import");
  wait_until_closed (fixture);
  g_assert_cmpuint (count_places (fixture), ==, 308);
  vac_document_undo (fixture->document);
  g_assert_cmpuint (count_places (fixture), ==, 8);
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

static void
test_import_that_is_left_leaves_nothing_behind (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autofree char *text = make_towns (20000);
  GtkWidget *progress;

  open_text (fixture, text);
  wait_for_result (fixture);
  click (fixture, "import_button");
  g_signal_emit_by_name (find_button (find_question (fixture), "_Import"), "clicked");
  progress = get_part (fixture, "progress");
  waiting_until (gtk_widget_get_visible (progress));
  vac_dialog_close (VAC_DIALOG (fixture->dialog));
  wait_until_closed (fixture);
  g_assert_cmpuint (count_places (fixture), ==, 8);
  g_assert_false (vac_document_get_can_undo (fixture->document));
  g_assert_false (vac_document_get_can_redo (fixture->document));
}

static void
test_large_table_is_read_aside_and_can_be_left (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("place,minimum,maximum\n");

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "Town %u,%u,%u\n", i, 50000 + i % 1000, 90000 + i % 1000);
  open_text (fixture, text->str);
  for (guint i = 0; i < 3; i++)
    g_main_context_iteration (NULL, TRUE);
  vac_dialog_close (VAC_DIALOG (fixture->dialog));
  editor_settle ();
  waiting_until (fixture->dialog == NULL);
  g_assert_cmpuint (count_places (fixture), ==, 8);
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

static void
on_counted_cb (guint *count,
               guint  n)
{
  *count += n;
}

static void
on_list_cb (char   **list,
            GBytes  *bytes)
{
  *list = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_two_steps_show_what_becomes_of_rows (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *list = NULL;
  guint n_imported = 0;

  open_text (fixture, "City,Min,Max\nSeattle,141000,201000\nReno,100000,150000\nUlm,x,1\n");
  wait_for_result (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "stack")), ==, "columns");
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "import_button")));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (fixture->dialog)) ==
                 get_part (fixture, "next_button"));
  show_places (fixture, "new_toggle");
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (fixture->dialog)) ==
                 get_part (fixture, "import_button"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "stack")), ==, "rows");
  g_assert_true (has_label (fixture->dialog, "New (1)"));
  g_assert_true (has_label (fixture->dialog, "Replaces (1)"));
  g_assert_true (has_label (fixture->dialog, "Problems (1)"));
  g_assert_true (has_label (get_part (fixture, "list_view"), "Reno"));
  g_assert_false (has_label (get_part (fixture, "list_view"), "Seattle"));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "save_button")));

  show_places (fixture, "problems_toggle");
  g_assert_true (has_label (get_part (fixture, "list_view"), "“x” is not an amount"));
  g_signal_connect_swapped (fixture->dialog, "save-list", G_CALLBACK (on_list_cb), &list);
  click (fixture, "save_button");
  g_assert_nonnull (strstr (list, ",4,Ulm,“x” is not an amount"));

  click (fixture, "back_button");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "stack")), ==, "columns");
  click (fixture, "next_button");
  g_signal_connect_swapped (fixture->dialog, "imported", G_CALLBACK (on_counted_cb), &n_imported);
  click (fixture, "import_button");
  wait_until_closed (fixture);
  g_assert_cmpuint (n_imported, ==, 2);
}

static void
test_columns_are_chosen_and_tinted (Fixture       *fixture,
                                    gconstpointer  data)
{
  VacImportSample *sample;
  GtkWidget *first, *last;
  VacSalaryImportResult *result;

  open_text (fixture, "City,Min,Max,Other\nReno,100000,150000,120000\n");
  wait_for_result (fixture);
  sample = get_part (fixture, "sample");
  first = gtk_widget_get_parent (GTK_WIDGET (vac_import_sample_get_chooser (sample, 0)));
  last = gtk_widget_get_parent (GTK_WIDGET (vac_import_sample_get_chooser (sample, 3)));
  g_assert_true (gtk_widget_has_css_class (first, "vac-role-place"));
  g_assert_false (gtk_widget_has_css_class (last, "vac-role-pay"));
  g_assert_true (has_label (last, "120000"));

  /* What held the maximum before holds nothing now. */
  choose (fixture, 3, VAC_SALARY_IMPORT_MAXIMUM);
  result = wait_for_result (fixture);
  g_assert_true (gtk_widget_has_css_class (last, "vac-role-pay"));
  g_assert_cmpuint (gtk_drop_down_get_selected (vac_import_sample_get_chooser (sample, 2)), ==, 0);
  g_assert_cmpint (((VacSalaryImportPlace *) result->places->pdata[0])->range.maximum, ==,
                   120000 * VAC_MONEY_ONE);
}

static void
test_what_was_said_of_a_layout_is_remembered (Fixture       *fixture,
                                              gconstpointer  data)
{
  const char *text = "Werk,Entgelt tief,Entgelt hoch\nUlm,100000,140000\n";

  open_text (fixture, text);
  wait_for_result (fixture);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "forget_box")));
  choose (fixture, 0, VAC_SALARY_IMPORT_NAME);
  wait_for_result (fixture);
  choose (fixture, 1, VAC_SALARY_IMPORT_MINIMUM);
  wait_for_result (fixture);
  choose (fixture, 2, VAC_SALARY_IMPORT_MAXIMUM);
  wait_for_result (fixture);
  click (fixture, "import_button");
  wait_until_closed (fixture);

  open_dialog (fixture, fixture->file_name);
  wait_for_result (fixture);
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "forget_box")));
  g_assert_true (has_label (fixture->dialog, "Import 1 Place"));
  click (fixture, "forget_button");
  wait_for_result (fixture);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "forget_box")));
  g_assert_true (has_label (fixture->dialog, "Say which columns hold the place and its pay"));
}

static void
test_what_is_no_table_is_said (Fixture       *fixture,
                               gconstpointer  data)
{
  open_dialog (fixture, "/nonexistent/table.csv");
  editor_wait (200);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "stack")), ==, "error");
}

/* What the file does not say of its survey is asked for, and noted. */
static void
test_survey_is_asked_for_and_noted (Fixture       *fixture,
                                    gconstpointer  data)
{
  VacNode *surveys = vac_document_get (fixture->document, VAC_ROLE_SURVEYS);
  GtkWidget *rows[VAC_SALARY_IMPORT_N_TERMS];
  GtkWidget *row;

  open_text (fixture, "City,Min,Max\nReno,60000,80000\n");
  wait_for_result (fixture);
  show_places (fixture, "new_toggle");
  row = get_part (fixture, "survey_row");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_true (has_label (row, "The table does not say: Publisher, Survey edition"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  editor_settle ();
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_TERMS; i++)
    {
      const VacField *field = vac_schema_get_field (vac_salary_import_term_get_role (i));

      rows[i] = find_row (row, field->label);
      g_assert_nonnull (rows[i]);
    }
  gtk_editable_set_text (GTK_EDITABLE (rows[VAC_SALARY_IMPORT_SURVEY_NAME]), "Own survey");
  gtk_editable_set_text (GTK_EDITABLE (rows[VAC_SALARY_IMPORT_SURVEY_EDITION]), "2026");
  gtk_editable_set_text (GTK_EDITABLE (rows[VAC_SALARY_IMPORT_SURVEY_EFFECTIVE]), "soon");
  g_assert_true (gtk_widget_has_css_class (rows[VAC_SALARY_IMPORT_SURVEY_EFFECTIVE], "error"));
  gtk_editable_set_text (GTK_EDITABLE (rows[VAC_SALARY_IMPORT_SURVEY_EFFECTIVE]), "2026-01-31");
  g_assert_false (gtk_widget_has_css_class (rows[VAC_SALARY_IMPORT_SURVEY_EFFECTIVE], "error"));
  click (fixture, "import_button");
  wait_until_closed (fixture);
  g_assert_cmpuint (vac_node_get_n_children (surveys), ==, 1);
  g_assert_cmpstr (vac_node_get_member_text (vac_node_get_child (surveys, 0),
                                             VAC_ROLE_SURVEY_NAME), ==, "Own survey");
  g_assert_cmpstr (vac_node_get_member_text (vac_node_get_child (surveys, 0),
                                             VAC_ROLE_SURVEY_EFFECTIVE), ==, "2026-01-31");
  vac_document_undo (fixture->document);
  g_assert_cmpuint (vac_node_get_n_children (surveys), ==, 0);
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

static void
test_one_end_of_a_range_is_shown (Fixture       *fixture,
                                  gconstpointer  data)
{
  open_text (fixture, "City,Min,Max\nReno,60000,\nElko,,70000\n");
  wait_for_result (fixture);
  show_places (fixture, "new_toggle");
  g_assert_true (has_label (fixture->dialog, "from $60,000"));
  g_assert_true (has_label (fixture->dialog, "up to $70,000"));
  g_assert_true (has_label (fixture->dialog, "Import 2 Places"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  ADD ("/import/survey-is-imported-for-one-occupation", test_survey_is_imported_for_one_occupation);
  ADD ("/import/percentiles-can-be-chosen", test_percentiles_can_be_chosen);
  ADD ("/import/unclear-number-is-asked-about", test_unclear_number_is_asked_about);
  ADD ("/import/only-known-places-can-be-chosen", test_only_known_places_can_be_chosen);
  ADD ("/import/occupation-is-searched-and-chosen", test_occupation_is_searched_and_chosen);
  ADD ("/import/unknown-columns-are-asked-for", test_unknown_columns_are_asked_for);
  ADD ("/import/other-pay-is-not-chosen-unasked", test_other_pay_is_not_chosen_unasked);
  ADD ("/import/many-places-are-asked-about-and-one-step",
       test_many_places_are_asked_about_and_one_step);
  ADD ("/import/one-that-is-left-leaves-nothing-behind",
       test_import_that_is_left_leaves_nothing_behind);
  ADD ("/import/large-table-is-read-aside-and-can-be-left",
       test_large_table_is_read_aside_and_can_be_left);
  ADD ("/import/two-steps-show-what-becomes-of-rows", test_two_steps_show_what_becomes_of_rows);
  ADD ("/import/columns-are-chosen-and-tinted", test_columns_are_chosen_and_tinted);
  ADD ("/import/what-was-said-of-a-layout-is-remembered",
       test_what_was_said_of_a_layout_is_remembered);
  ADD ("/import/what-is-no-table-is-said", test_what_is_no_table_is_said);
  ADD ("/import/survey-is-asked-for-and-noted", test_survey_is_asked_for_and_noted);
  ADD ("/import/one-end-of-a-range-is-shown", test_one_end_of_a_range_is_shown);

  return g_test_run ();
}
