/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "market-fixture.h"
#include "vac-import-dialog.h"
#include "vac-occupation-row.h"

typedef struct
{
  VacDocument *document;
  Market      *market;
  GtkWidget   *dialog;
  char        *file_name;   /* of a table written by the test */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = editor_load_guide ();
  fixture->market = market_open (fixture->document, 620, 900);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  market_close (fixture->market);
  g_object_unref (fixture->document);
  if (fixture->file_name != NULL)
    g_unlink (fixture->file_name);
  g_free (fixture->file_name);
}

static VacSalaryImportResult *
wait_for_result (Fixture *fixture)
{
  VacSalaryImportResult *result;

  editor_settle ();
  while ((result = vac_import_dialog_get_result (VAC_IMPORT_DIALOG (fixture->dialog))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  editor_settle ();

  return result;
}

static void
open_dialog (Fixture    *fixture,
             const char *file_name)
{
  g_autoptr (GFile) file = g_file_new_for_path (file_name);

  fixture->dialog = vac_import_dialog_new (fixture->market->window, fixture->document, file);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
open_fixture (Fixture    *fixture,
              const char *name)
{
  g_autofree char *file_name = g_test_build_filename (G_TEST_DIST, "salary", "fixtures", name, NULL);

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

static void
test_survey_is_imported_for_one_occupation (Fixture       *fixture,
                                            gconstpointer  data)
{
  VacSalaryImportResult *result;

  open_fixture (fixture, "oews-metro.csv");
  result = wait_for_result (fixture);
  g_assert_cmpstr (vac_occupation_row_get_code (get_part (fixture, "occupation_row")), ==, "15-2051");
  g_assert_cmpuint (result->places->len, ==, 4);
  g_assert_cmpuint (result->n_problems, ==, 1);
  g_assert_true (has_label (fixture->dialog, "Import 3 Places"));
  g_assert_true (has_label (fixture->dialog, "Line 5: "));
  g_assert_cmpuint (count_places (fixture), ==, 8);

  click (fixture, "import_button");
  g_assert_null (fixture->dialog);
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
  adw_combo_row_set_selected (get_part (fixture, "minimum_row"), 12);
  result = wait_for_result (fixture);
  place = g_ptr_array_index (result->places, 0);
  g_assert_cmpint (place->range.minimum, ==, 70010);
  g_assert_cmpint (place->range.maximum, ==, 150010);
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
  g_assert_cmpint (place->range.minimum, ==, 50000);
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
  g_assert_true (has_label (fixture->dialog, "replaces “Seattle”"));
  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_parent (get_part (fixture, "problems_check")));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && g_str_equal (gtk_button_get_label (GTK_BUTTON (child)), "_Known Places"))
      g_signal_emit_by_name (child, "clicked");
  g_assert_true (has_label (fixture->dialog, "Import 1 Place"));
  click (fixture, "import_button");
  g_assert_cmpuint (count_places (fixture), ==, 8);
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_PLACE_MINIMUM), ==, "141000");
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
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  editor_settle ();
  while (fixture->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_places (fixture), ==, 8);
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

static void
test_what_is_no_table_is_said (Fixture       *fixture,
                               gconstpointer  data)
{
  open_dialog (fixture, "/nonexistent/table.csv");
  editor_wait (200);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "stack")), ==, "error");
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
  ADD ("/import/large-table-is-read-aside-and-can-be-left", test_large_table_is_read_aside_and_can_be_left);
  ADD ("/import/what-is-no-table-is-said", test_what_is_no_table_is_said);

  return g_test_run ();
}
