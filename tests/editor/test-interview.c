/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "editor-fixture.h"
#include "vac-coverage-grid.h"
#include "vac-coverage.h"
#include "vac-editor.h"

/* What interviews are prepared with: what to listen for, the plan, and what assesses what. */

static void
test_listen_for (void)
{
  Editor *editor = editor_open_section ("interview-questions");
  VacNode *items = editor_get_items (editor, "behavioral-questions");
  VacNode *item = vac_node_get_child (items, 0);
  VacNode *leaf = vac_node_get (item, VAC_ROLE_ITEM_LISTEN_FOR);
  GtkWidget *area = editor_find (editor, leaf);
  const guint n_items = vac_node_get_n_children (items);

  g_assert_nonnull (area);
  g_assert_true (gtk_widget_grab_focus (area));
  editor_settle ();
  editor_press (editor, GDK_KEY_a, GDK_CONTROL_MASK);   /* the guide's own */
  editor_type (editor, "asked for help");
  /* A list of what to listen for has lines of its own. */
  editor_press (editor, GDK_KEY_Return, 0);
  editor_type (editor, "named a result");
  g_assert_cmpstr (vac_node_get_text (leaf), ==, "asked for help\nnamed a result");
  g_assert_cmpuint (vac_node_get_n_children (items), ==, n_items);
  editor_close (editor);
}

static void
test_tips_have_none (void)
{
  Editor *editor = editor_open_section ("interview-questions");
  VacNode *tip = vac_node_get_child (editor_get_items (editor, "evaluation-tips"), 0);
  VacNode *leaf = vac_node_get (tip, VAC_ROLE_ITEM_LISTEN_FOR);

  g_assert_null (vac_editor_find_widget (GTK_WIDGET (editor->bin), leaf));
  editor_close (editor);
}

static void
test_plan (void)
{
  Editor *editor = editor_open_section ("interview-questions");
  VacNode *plan = vac_document_get (editor->document, VAC_ROLE_PLAN);
  VacNode *asks, *interviewer;
  GtkWidget *row, *check;
  g_autoptr (VacNode) added = vac_node_new_record (vac_node_get_field (plan)->element,
                                                   VAC_ROLE_INTERVIEWER_NAME, "Ada", VAC_ROLE_NONE);

  vac_document_append (editor->document, plan, added);
  editor_settle ();
  interviewer = vac_node_get_child (plan, 0);
  asks = vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_ASKS);
  row = editor_find (editor, asks);
  g_assert_true (ADW_IS_EXPANDER_ROW (row));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "All questions");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  editor_settle ();
  check = editor_find_child (row, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  editor_settle ();
  g_assert_cmpuint (vac_node_get_n_children (asks), ==, 1);
  g_assert_cmpstr (vac_node_get_text (vac_node_get_child (asks, 0)), ==,
                   "technical-functional-questions");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Technical/Functional Questions");
  vac_document_undo (editor->document);
  editor_settle ();
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "All questions");
  editor_close (editor);
}

static void
test_coverage (void)
{
  Editor *editor = editor_open_section ("interview-questions");
  g_autoptr (VacCoverage) coverage = vac_coverage_new (editor->document);
  GtkWidget *grid = editor_find_child (GTK_WIDGET (editor->bin), VAC_TYPE_COVERAGE_GRID);
  GtkWidget *expander = editor_find_child (grid, GTK_TYPE_EXPANDER);
  GtkWidget *check;

  g_assert_null (editor_find_child (grid, GTK_TYPE_CHECK_BUTTON));
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  editor_settle ();
  check = editor_find_child (grid, GTK_TYPE_CHECK_BUTTON);
  g_assert_nonnull (check);
  g_assert_false (vac_document_get_modified (editor->document));
  g_assert_nonnull (editor_find_class (grid, "vac-offered"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  editor_settle ();
  g_assert_true (vac_coverage_has (coverage->means->pdata[0], coverage->qualifications->pdata[0]));
  g_assert_cmpuint (vac_coverage_count (coverage, coverage->qualifications->pdata[0]), ==, 1);
  vac_document_undo (editor->document);
  editor_settle ();
  g_assert_true (editor_find_child (grid, GTK_TYPE_CHECK_BUTTON) == check);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_false (vac_document_get_modified (editor->document));
  vac_document_redo (editor->document);
  editor_settle ();
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  editor_close (editor);
}

/* By keys alone: arrows from box to box, Space for one. */
static void
test_coverage_by_keys (void)
{
  Editor *editor = editor_open_section ("interview-questions");
  g_autoptr (VacCoverage) coverage = vac_coverage_new (editor->document);
  GtkWidget *grid = editor_find_child (GTK_WIDGET (editor->bin), VAC_TYPE_COVERAGE_GRID);
  GtkWidget *expander = editor_find_child (grid, GTK_TYPE_EXPANDER);

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  editor_settle ();
  editor_take_focus (editor);
  g_assert_true (gtk_widget_grab_focus (editor_find_child (grid, GTK_TYPE_CHECK_BUTTON)));
  editor_press (editor, GDK_KEY_Down, 0);
  editor_press (editor, GDK_KEY_Right, 0);
  editor_press (editor, GDK_KEY_space, 0);
  editor_settle ();
  g_assert_true (vac_coverage_has (coverage->means->pdata[1], coverage->qualifications->pdata[1]));
  editor_press (editor, GDK_KEY_space, 0);
  editor_settle ();
  g_assert_false (vac_coverage_has (coverage->means->pdata[1], coverage->qualifications->pdata[1]));
  editor_close (editor);
}

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  g_test_add_func ("/interview/what-to-listen-for-is-typed-below-a-question", test_listen_for);
  g_test_add_func ("/interview/a-tip-has-nothing-to-listen-for", test_tips_have_none);
  g_test_add_func ("/interview/an-interviewer-asks-some-questions", test_plan);
  g_test_add_func ("/interview/a-box-links-what-assesses-what", test_coverage);
  g_test_add_func ("/interview/keys-reach-every-box", test_coverage_by_keys);

  return g_test_run ();
}
