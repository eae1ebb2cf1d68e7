/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "salary-view-fixture.h"
#include "vac-comparison-outline.h"
#include "vac-frozen-grid.h"
#include "vac-side-by-side.h"

typedef struct
{
  VacDocument *document;
  Market      *market;
  GtkWidget   *side;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  VacSalaryList *list;

  fixture->document = support_load_guide ();
  fixture->market = market_open (fixture->document, 620, 500);
  list = vac_salary_panel_get_list (fixture->market->panel);
  for (guint i = 1; i <= 8; i++)
    {
      g_autoptr (VacPlaceItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      vac_place_item_set_compared (item, TRUE);
    }
  fixture->side = vac_side_by_side_new (list, GTK_WIDGET (fixture->market->panel));
  gtk_window_present (GTK_WINDOW (fixture->side));
  editor_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->side));
  market_close (fixture->market);
  g_object_unref (fixture->document);
}

static graphene_rect_t
get_bounds (Fixture *fixture,
            guint    column,
            guint    row)
{
  GtkWidget *grid = market_find (fixture->side, VAC_TYPE_FROZEN_GRID);
  GtkWidget *cell = vac_frozen_grid_get_child (VAC_FROZEN_GRID (grid), column, row);
  graphene_rect_t bounds;

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_compute_bounds (cell, grid, &bounds));

  return bounds;
}

static void
test_names_and_titles_stay_in_view (Fixture       *fixture,
                                    gconstpointer  data)
{
  GtkWidget *scroller = gtk_widget_get_parent (market_find (fixture->side, VAC_TYPE_FROZEN_GRID));
  graphene_rect_t header = get_bounds (fixture, 1, 0), title = get_bounds (fixture, 0, 2);
  graphene_rect_t cell = get_bounds (fixture, 1, 2), now;

  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            150);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            90);
  editor_settle ();
  now = get_bounds (fixture, 1, 0);
  g_assert_cmpfloat (now.origin.y, ==, 0);
  g_assert_cmpfloat (now.origin.x, ==, header.origin.x - 150);
  now = get_bounds (fixture, 0, 2);
  g_assert_cmpfloat (now.origin.x, ==, 0);
  g_assert_cmpfloat (now.origin.y, ==, title.origin.y - 90);
  now = get_bounds (fixture, 1, 2);
  g_assert_cmpfloat (now.origin.x, ==, cell.origin.x - 150);
  g_assert_cmpfloat (now.origin.y, ==, cell.origin.y - 90);
}

static void
test_window_is_no_larger_than_the_one_before_it (Fixture       *fixture,
                                                 gconstpointer  data)
{
  vac_document_set_text (
      fixture->document,
      vac_node_get (market_get_place (fixture->document, "Seattle"), VAC_ROLE_PLACE_NAME),
      "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch & <b>Umgebung</b> "
      "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch");
  editor_settle ();
  g_assert_cmpint (gtk_widget_get_width (fixture->side), <=, 620);
  g_assert_cmpint (gtk_widget_get_height (fixture->side), <=, 500);
}

static void
test_print_and_pdf_ask_for_the_places_and_the_base (Fixture       *fixture,
                                                    gconstpointer  data)
{
  vac_side_by_side_set_base (VAC_SIDE_BY_SIDE (fixture->side), 2);
  editor_settle ();
  g_assert_true (gtk_widget_activate_action (fixture->side, "side.print", NULL));
  g_assert_cmpstr (fixture->market->chosen, ==, "([0, 1, 2, 3, 4, 5, 6, 7], 2)");
  g_assert_true (gtk_widget_activate_action (fixture->side, "side.export-page", "s", "pdf"));
  g_assert_cmpstr (fixture->market->chosen, ==, "('pdf', ([0, 1, 2, 3, 4, 5, 6, 7], 2))");
}

static gboolean
press (GtkWidget  *widget,
       const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (press (child, label))
      return TRUE;

  return FALSE;
}

static void
test_range_is_used_in_one_step (Fixture       *fixture,
                                gconstpointer  data)
{
  VacNode *pay = vac_document_get (fixture->document, VAC_ROLE_PAY);
  g_autofree char *before = g_strdup (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM));
  GtkWidget *header = vac_side_by_side_get_cell (VAC_SIDE_BY_SIDE (fixture->side), 2,
                                                 VAC_FACT_NAME);

  g_assert_true (press (header, "Use This Range…"));
  editor_settle ();
  g_assert_true (press (fixture->side, "_Use Range"));
  editor_wait (300);
  g_assert_cmpstr (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM), ==, "140000");
  g_assert_cmpstr (vac_node_get_member_text (pay, VAC_ROLE_PAY_MAXIMUM), ==, "200000");
  header = vac_side_by_side_get_cell (VAC_SIDE_BY_SIDE (fixture->side), 2, VAC_FACT_NAME);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->side)),
                                         header));
  g_assert_true (gtk_widget_activate_action (fixture->side, "side.undo", NULL));
  editor_settle ();
  g_assert_cmpstr (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM), ==, before);
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

static void
test_half_a_range_cannot_be_used (Fixture       *fixture,
                                  gconstpointer  data)
{
  VacNode *seattle = market_get_place (fixture->document, "Seattle");

  vac_document_set_text (fixture->document, vac_node_get (seattle, VAC_ROLE_PLACE_MAXIMUM), "");
  editor_settle ();
  g_assert_false (press (vac_side_by_side_get_cell (VAC_SIDE_BY_SIDE (fixture->side), 2,
                                                    VAC_FACT_NAME),
                         "Use This Range…"));
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;

  return FALSE;
}

/* What is exported as the salaries is what stands in the window: every figure and every difference
 * of the file in the same order, and as many figures in the one as in the other. */
static void
test_exported_table_is_the_window_cell_by_cell (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (VacComparison) comparison = vac_comparison_new (fixture->document);
  VacExportOptions options = vac_export_defaults;
  g_autoptr (VacOutline) outline = NULL;
  guint row = 0, n_figures = 0;

  options.base = market_get_place (fixture->document, "Seattle");
  vac_side_by_side_set_base (VAC_SIDE_BY_SIDE (fixture->side), 2);
  editor_settle ();
  g_assert_true (vac_comparison_set_base_node (comparison, options.base));
  outline = vac_comparison_subject.make (fixture->document, &options);
  while (vac_outline_get_block (outline, row)->kind != VAC_BLOCK_ROW)
    row++;
  for (VacFact fact = VAC_FACT_MINIMUM; fact < VAC_N_FACTS; fact++)
    {
      gboolean differs = FALSE;

      if (!vac_fact_is_number (fact) || !vac_comparison_has_fact (comparison, fact))
        continue;
      row++;
      for (guint i = 0; i < 8; i++)
        {
          GtkWidget *cell = vac_side_by_side_get_cell (VAC_SIDE_BY_SIDE (fixture->side), i, fact);
          g_autofree char *difference = vac_comparison_format_difference (comparison, i, fact);
          const char *figure = vac_outline_get_block (outline, row)->cells[i + 1];

          g_assert_nonnull (cell);
          g_assert_true (has_text (cell, g_str_equal (figure, "—") ? "–" : figure));
          n_figures++;
          if (*difference == '\0')
            continue;
          differs = TRUE;
          g_assert_true (has_text (cell, vac_outline_get_block (outline, row + 1)->cells[i + 1]));
        }
      row += differs;
    }
  g_assert_cmpint (vac_outline_get_block (outline, row + 1)->kind, !=, VAC_BLOCK_ROW);
  g_assert_cmpuint (n_figures, ==, 8 * 11);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  ADD ("/side-by-side/names-and-titles-stay-in-view", test_names_and_titles_stay_in_view);
  ADD ("/side-by-side/window-is-no-larger-than-the-one-before-it",
       test_window_is_no_larger_than_the_one_before_it);
  ADD ("/side-by-side/print-and-pdf-ask-for-the-places-and-the-base",
       test_print_and_pdf_ask_for_the_places_and_the_base);
  ADD ("/side-by-side/range-is-used-in-one-step", test_range_is_used_in_one_step);
  ADD ("/side-by-side/half-a-range-cannot-be-used", test_half_a_range_cannot_be_used);
  ADD ("/side-by-side/exported-table-is-the-window-cell-by-cell",
       test_exported_table_is_the_window_cell_by_cell);

  return g_test_run ();
}
