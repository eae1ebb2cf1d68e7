/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "salary-view-fixture.h"
#include "vac-comparison-outline.h"
#include "vac-editor.h"
#include "vac-frozen-grid.h"
#include "vac-place-chips.h"
#include "vac-side-by-side.h"

typedef struct
{
  VacDocument   *document;
  Market        *market;
  VacSalaryList *list;
  GtkWidget     *side;
} Fixture;

/* A page of this width with the guide's eight places. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = support_load_guide ();
  fixture->market = market_open (fixture->document, 620, 500);
  fixture->list = vac_salary_panel_get_list (fixture->market->panel);
  fixture->side = market_show_side_by_side (fixture->market, GPOINTER_TO_INT (data), 640);
  gtk_widget_activate_action (fixture->side, "side.all", NULL);
  editor_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  market_close (fixture->market);
  g_object_unref (fixture->document);
}

/* What is shown */

static GtkWidget *
get_cell (Fixture *fixture,
          guint    index,
          VacFact  fact)
{
  return vac_side_by_side_get_cell (VAC_SIDE_BY_SIDE (fixture->side), index, fact);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 ||
       g_strcmp0 (gtk_widget_get_tooltip_text (widget), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_button (child, label) != NULL)
      return find_button (child, label);

  return NULL;
}

static void
press (GtkWidget  *within,
       const char *label)
{
  GtkWidget *button = find_button (within, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  editor_settle ();
}

/* The first letters of the places, in the order of the columns. */
static char *
get_order (Fixture *fixture)
{
  g_autoptr (GPtrArray) nodes = vac_salary_list_get_compared (fixture->list);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    g_string_append_printf (string, "%s%.3s", i > 0 ? " " : "",
                            vac_node_get_member_text (nodes->pdata[i], VAC_ROLE_PLACE_NAME));

  return g_string_free (string, FALSE);
}

static void
assert_order (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *order = get_order (fixture);

  g_assert_cmpstr (order, ==, expected);
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
assert_called (GtkWidget         *widget,
               GtkAccessibleRole  role,
               const char        *name)
{
  g_autofree char *other =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        name);

  g_assert_cmpstr (other, ==, NULL);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)), ==, role);
}

/* What has no role of its own has no name either, from GTK 4.12 on. */
static void
test_is_a_table_for_screen_readers (Fixture       *fixture,
                                    gconstpointer  data)
{
  GtkWidget *grid = market_find (fixture->side, VAC_TYPE_FROZEN_GRID);
  VacFrozenGrid *table = VAC_FROZEN_GRID (grid);
  GtkWidget *figure = gtk_widget_get_parent (get_cell (fixture, 2, VAC_FACT_MIDPOINT));
  GtkWidget *row = gtk_widget_get_parent (figure);
  GtkWidget *title = gtk_widget_get_parent (vac_frozen_grid_get_child (table, 0,
                                                                       VAC_FACT_MIDPOINT));
  GtkWidget *head = gtk_widget_get_parent (vac_frozen_grid_get_child (table, 1, 0));

  assert_called (figure, GTK_ACCESSIBLE_ROLE_CELL, "Midpoint, Seattle: $170,000");
  assert_called (row, GTK_ACCESSIBLE_ROLE_ROW, "Midpoint");
  assert_called (title, GTK_ACCESSIBLE_ROLE_ROW_HEADER, "Midpoint");
  assert_called (head, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "This Posting");
  g_assert_true (gtk_widget_get_first_child (row) == title);
  g_assert_true (gtk_widget_get_first_child (grid) == gtk_widget_get_parent (head));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (grid)), ==,
                   GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
test_titles_and_posting_stay_in_view (Fixture       *fixture,
                                      gconstpointer  data)
{
  GtkWidget *scroller = gtk_widget_get_parent (market_find (fixture->side, VAC_TYPE_FROZEN_GRID));
  const guint row = VAC_FACT_MIDPOINT;
  graphene_rect_t header, posting = get_bounds (fixture, 1, row), cell, now;

  header = get_bounds (fixture, 2, 0);
  cell = get_bounds (fixture, 2, row);
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            60);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            40);
  editor_settle ();
  now = get_bounds (fixture, 2, 0);
  g_assert_cmpfloat (now.origin.y, ==, 0);
  g_assert_cmpfloat (now.origin.x, ==, header.origin.x - 60);
  now = get_bounds (fixture, 1, row);
  g_assert_cmpfloat (now.origin.x, ==, posting.origin.x);
  g_assert_cmpfloat (now.origin.y, ==, posting.origin.y - 40);
  now = get_bounds (fixture, 2, row);
  g_assert_cmpfloat (now.origin.x, ==, cell.origin.x - 60);
  g_assert_cmpfloat (now.origin.y, ==, cell.origin.y - 40);
}

/* The last pixels of a column's hatching are those that end a repetition: the next one goes on. */
static void
test_hatching_runs_through (Fixture       *fixture,
                            gconstpointer  data)
{
  const int repeat = 10;
  GtkWidget *grid = market_find (fixture->side, VAC_TYPE_FROZEN_GRID);
  GtkWidget *head = vac_frozen_grid_get_child (VAC_FROZEN_GRID (grid), 2, 0);
  cairo_surface_t *picture = market_draw (grid);
  const guint32 *pixels = (const guint32 *) cairo_image_surface_get_data (picture);
  const int stride = cairo_image_surface_get_stride (picture) / 4;
  graphene_rect_t band, next = get_bounds (fixture, 3, 0);
  gboolean hatched = FALSE;

  g_assert_true (gtk_widget_compute_bounds (editor_find_class (head, "vac-national"), grid, &band));
  g_assert_cmpfloat (band.size.height, >, 8);
  for (int y = (int) band.origin.y + 1; y < (int) band.origin.y + 8; y++)
    {
      const guint32 *seam = pixels + y * stride + (int) next.origin.x;

      for (int x = 0; x < repeat; x++)
        {
          g_assert_cmphex (seam[x], ==, seam[x - repeat]);
          hatched |= seam[x] != seam[0];
        }
    }
  g_assert_true (hatched);
  cairo_surface_destroy (picture);
}

static void
test_page_is_no_wider_than_its_window (Fixture       *fixture,
                                       gconstpointer  data)
{
  vac_document_set_text (
      fixture->document,
      vac_node_get (market_get_place (fixture->document, "Seattle"), VAC_ROLE_PLACE_NAME),
      "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch & <b>Umgebung</b> "
      "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch");
  editor_settle ();
  g_assert_cmpint (gtk_widget_get_width (fixture->side), <=, GPOINTER_TO_INT (data));
}

static void
test_verdict_follows_base_and_posting (Fixture       *fixture,
                                       gconstpointer  data)
{
  VacNode *pay = vac_document_get (fixture->document, VAC_ROLE_PAY);

  vac_document_set_text (fixture->document, vac_node_get (pay, VAC_ROLE_PAY_MINIMUM), "140000");
  vac_document_set_text (fixture->document, vac_node_get (pay, VAC_ROLE_PAY_MAXIMUM), "160000");
  editor_settle ();
  vac_side_by_side_set_base (VAC_SIDE_BY_SIDE (fixture->side), 2);
  editor_settle ();
  g_assert_true (market_shows (fixture->side,
                               "Inside 5 of 8 ranges; $20,000 below the midpoint of Seattle"));
  vac_document_set_text (fixture->document, vac_node_get (pay, VAC_ROLE_PAY_MINIMUM), "");
  editor_settle ();
  g_assert_true (market_shows (fixture->side, "This posting has no pay range to compare"));
}

static void
test_differences_are_said_as_chosen (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const struct
  {
    const char *button;
    gboolean    amount;
    gboolean    share;
  } cases[] = {
    { "Amounts", TRUE, FALSE },
    { "Percent", FALSE, TRUE },
    { "Both", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *cell;

      press (fixture->side, cases[i].button);
      cell = get_cell (fixture, 1, VAC_FACT_MIDPOINT);
      g_assert_true (market_shows (cell, "−$10,000") == cases[i].amount);
      g_assert_true (market_shows (cell, "−5.3%") == cases[i].share);
    }
}

static void
test_few_figures_become_all (Fixture       *fixture,
                             gconstpointer  data)
{
  g_assert_null (get_cell (fixture, 0, VAC_FACT_SPREAD));
  g_assert_true (gtk_widget_activate_action (fixture->side, "side.all-figures", NULL));
  editor_settle ();
  g_assert_nonnull (get_cell (fixture, 0, VAC_FACT_SPREAD));
}

static void
test_print_and_pdf_ask_for_the_places_and_the_base (Fixture       *fixture,
                                                    gconstpointer  data)
{
  vac_side_by_side_set_base (VAC_SIDE_BY_SIDE (fixture->side), 2);
  editor_settle ();
  g_assert_true (gtk_widget_activate_action (fixture->side, "side.print", NULL));
  g_assert_cmpstr (fixture->market->chosen, ==, "([0, 1, 2, 3, 4, 5, 6, 7], 2, 0)");
  /* And for the form of the differences: VAC_DIFFERENCES_PERCENT. */
  press (fixture->side, "Percent");
  g_assert_true (gtk_widget_activate_action (fixture->side, "side.export-page", "s", "pdf"));
  g_assert_cmpstr (fixture->market->chosen, ==, "('pdf', ([0, 1, 2, 3, 4, 5, 6, 7], 2, 2))");
}

/* Which places, and in which order */

static void
test_place_is_left_out_and_back (Fixture       *fixture,
                                 gconstpointer  data)
{
  press (fixture->side, "Leave Out Seattle");
  assert_order (fixture, "San New Aus Bos Chi Atl Rem");
  g_assert_true (market_shows (fixture->side, "“Seattle” left out"));
  g_assert_cmpstr (fixture->market->places, ==, "[0, 1, 3, 4, 5, 6, 7]");
  press (fixture->side, "_Undo");
  assert_order (fixture, "San New Sea Aus Bos Chi Atl Rem");
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

static void
test_none_and_all (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->side, "Compare All Places")));
  press (fixture->side, "Leave Out All Places");
  assert_order (fixture, "");
  g_assert_true (market_shows (fixture->side, "No Places Chosen"));
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->side, "Print")));
  press (fixture->side, "Compare All Places");
  assert_order (fixture, "San New Sea Aus Bos Chi Atl Rem");
  g_assert_nonnull (get_cell (fixture, 7, VAC_FACT_NAME));
}

static void
move (Fixture    *fixture,
      const char *name,
      guint       position)
{
  g_signal_emit_by_name (market_find (fixture->side, VAC_TYPE_PLACE_CHIPS), "move",
                         market_get_place (fixture->document, name), position);
  editor_settle ();
}

static void
test_places_move_in_one_step (Fixture       *fixture,
                              gconstpointer  data)
{
  move (fixture, "Seattle", 0);
  assert_order (fixture, "Sea San New Aus Bos Chi Atl Rem");
  g_assert_true (market_shows (get_cell (fixture, 0, VAC_FACT_NAME), "Seattle"));
  g_assert_cmpstr (vac_document_get_undo_label (fixture->document), ==, "Reorder Places");
  press (fixture->side, "Undo");
  assert_order (fixture, "San New Sea Aus Bos Chi Atl Rem");
  press (fixture->side, "Redo");
  assert_order (fixture, "Sea San New Aus Bos Chi Atl Rem");
}

static gboolean
has_order (Fixture    *fixture,
           const char *expected)
{
  g_autofree char *order = get_order (fixture);

  return g_str_equal (order, expected);
}

static void
test_chips_are_dragged_in_one_step (Fixture       *fixture,
                                    gconstpointer  data)
{
  GtkWidget *chips = market_find (fixture->side, VAC_TYPE_PLACE_CHIPS);
  VacNode *boston = market_get_place (fixture->document, "Boston");
  VacNode *new_york = market_get_place (fixture->document, "New York City");
  Editor editor = { .window = fixture->market->side };

  editor_take_focus (&editor);
  editor_drag (&editor, vac_editor_find_widget (chips, boston),
               vac_editor_find_widget (chips, new_york), 15);
  for (guint waited = 0; waited < 500 && !has_order (fixture, "San Bos New Sea Aus Chi Atl Rem");
       waited++)
    editor_wait (20);
  assert_order (fixture, "San Bos New Sea Aus Chi Atl Rem");
  vac_document_undo (fixture->document);
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

/* Sorted by midpoint, the order seen is the one that is changed; the table says so afterwards. */
static void
test_moving_ends_the_sort_of_the_table (Fixture       *fixture,
                                        gconstpointer  data)
{
  vac_salary_table_sort (vac_salary_panel_get_table (fixture->market->panel), VAC_FACT_MIDPOINT,
                         FALSE);
  editor_settle ();
  assert_order (fixture, "Atl Chi Aus Rem Bos Sea New San");
  move (fixture, "Seattle", 1);
  assert_order (fixture, "Atl Sea Chi Aus Rem Bos New San");
  g_assert_false (vac_salary_list_get_sorted (fixture->list));
  press (fixture->side, "Undo");
  assert_order (fixture, "San New Sea Aus Bos Chi Atl Rem");
}

static void
test_read_only_posting_is_only_looked_at (Fixture       *fixture,
                                          gconstpointer  data)
{
  vac_document_set_read_only (fixture->document, TRUE);
  vac_salary_list_update (fixture->list);
  editor_settle ();
  move (fixture, "Seattle", 0);
  assert_order (fixture, "San New Sea Aus Bos Chi Atl Rem");
  g_assert_null (find_button (fixture->side, "Use This Range…"));
  press (fixture->side, "Leave Out Seattle");
  assert_order (fixture, "San New Aus Bos Chi Atl Rem");
}

/* Using a range */

static void
test_range_is_used_in_one_step (Fixture       *fixture,
                                gconstpointer  data)
{
  VacNode *pay = vac_document_get (fixture->document, VAC_ROLE_PAY);
  g_autofree char *before = g_strdup (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM));

  press (get_cell (fixture, 2, VAC_FACT_NAME), "Use This Range…");
  press (fixture->side, "_Use Range");
  editor_wait (300);
  g_assert_cmpstr (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM), ==, "140000");
  g_assert_cmpstr (vac_node_get_member_text (pay, VAC_ROLE_PAY_MAXIMUM), ==, "200000");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->market->side),
                                         get_cell (fixture, 2, VAC_FACT_NAME)));
  press (fixture->side, "Undo");
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
  g_assert_null (find_button (get_cell (fixture, 2, VAC_FACT_NAME), "Use This Range…"));
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

  g_assert_true (gtk_widget_activate_action (fixture->side, "side.all-figures", NULL));
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

/* Rows */

/* Of this type, among the rows. */
static GtkWidget *
find_in_rows (Fixture *fixture,
              GType    type)
{
  return market_find (market_find (fixture->side, g_type_from_name ("VacPlaceRows")), type);
}

static guint
count_rows (Fixture *fixture)
{
  GtkSelectionModel *model =
    gtk_list_view_get_model (GTK_LIST_VIEW (find_in_rows (fixture, GTK_TYPE_LIST_VIEW)));

  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static void
test_narrow_page_has_rows (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *grid = market_find (fixture->side, VAC_TYPE_FROZEN_GRID);

  g_assert_false (gtk_widget_get_mapped (grid));
  g_assert_cmpuint (count_rows (fixture), ==, 8);
  g_assert_true (market_shows (find_in_rows (fixture, GTK_TYPE_LIST_VIEW), "$190,000"));
  g_assert_true (market_shows (fixture->side, "This Posting"));
  press (find_in_rows (fixture, GTK_TYPE_LIST_VIEW), "Leave Out New York City");
  g_assert_cmpuint (count_rows (fixture), ==, 7);
  g_assert_cmpint (gtk_widget_get_width (fixture->side), <=, GPOINTER_TO_INT (data));
}

static void
find (Fixture    *fixture,
      const char *text)
{
  GtkWidget *entry = find_in_rows (fixture, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  editor_wait (300);
}

static void
test_many_places_are_searched_and_grouped (Fixture       *fixture,
                                           gconstpointer  data)
{
  market_set_places (fixture->document, 400);
  editor_settle ();
  gtk_widget_activate_action (fixture->side, "side.all", NULL);
  editor_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 400);
  g_assert_true (market_shows (fixture->side, "400 of 400 places"));
  find (fixture, "town 10");
  g_assert_true (market_shows (fixture->side, "of 400 places"));
  g_assert_cmpuint (count_rows (fixture), <, 20);
  find (fixture, "");
  g_assert_cmpuint (count_rows (fixture), ==, 400);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture->side, "By _State")),
                                TRUE);
  editor_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 400);
  g_assert_true (market_shows (find_in_rows (fixture, GTK_TYPE_LIST_VIEW), "CA"));
}

static void
test_three_thousand_places_do_not_freeze (Fixture       *fixture,
                                          gconstpointer  data)
{
  gint64 start;

  market_set_places (fixture->document, 3000);
  editor_settle ();
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (fixture->side, "side.all", NULL);
  /* A minute on a machine that is busy with other things; quadratic work takes longer on any. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (count_rows (fixture), ==, 3000);
  gtk_widget_activate_action (fixture->side, "side.none", NULL);
  editor_settle ();
  g_assert_true (market_shows (fixture->side, "No Places Chosen"));
}

#define ADD(path, width, func) \
  g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  ADD ("/side-by-side/is-a-table-for-screen-readers", 1100, test_is_a_table_for_screen_readers);
  ADD ("/side-by-side/titles-and-posting-stay-in-view", 1100, test_titles_and_posting_stay_in_view);
  ADD ("/side-by-side/hatching-runs-through", 1100, test_hatching_runs_through);
  ADD ("/side-by-side/page-is-no-wider-than-its-window", 1100,
       test_page_is_no_wider_than_its_window);
  ADD ("/side-by-side/narrow-page-is-no-wider-than-its-window", 360,
       test_page_is_no_wider_than_its_window);
  ADD ("/side-by-side/verdict-follows-base-and-posting", 1100,
       test_verdict_follows_base_and_posting);
  ADD ("/side-by-side/differences-are-said-as-chosen", 1100, test_differences_are_said_as_chosen);
  ADD ("/side-by-side/few-figures-become-all", 1100, test_few_figures_become_all);
  ADD ("/side-by-side/print-and-pdf-ask-for-the-places-and-the-base", 1100,
       test_print_and_pdf_ask_for_the_places_and_the_base);
  ADD ("/side-by-side/place-is-left-out-and-back", 1100, test_place_is_left_out_and_back);
  ADD ("/side-by-side/none-and-all", 1100, test_none_and_all);
  ADD ("/side-by-side/places-move-in-one-step", 1100, test_places_move_in_one_step);
  ADD ("/side-by-side/chips-are-dragged-in-one-step", 1100, test_chips_are_dragged_in_one_step);
  ADD ("/side-by-side/moving-ends-the-sort-of-the-table", 1100,
       test_moving_ends_the_sort_of_the_table);
  ADD ("/side-by-side/read-only-posting-is-only-looked-at", 1100,
       test_read_only_posting_is_only_looked_at);
  ADD ("/side-by-side/range-is-used-in-one-step", 1100, test_range_is_used_in_one_step);
  ADD ("/side-by-side/half-a-range-cannot-be-used", 1100, test_half_a_range_cannot_be_used);
  ADD ("/side-by-side/exported-table-is-the-window-cell-by-cell", 1100,
       test_exported_table_is_the_window_cell_by_cell);
  ADD ("/side-by-side/narrow-page-has-rows", 900, test_narrow_page_has_rows);
  ADD ("/side-by-side/very-narrow-page-has-rows", 360, test_narrow_page_has_rows);
  ADD ("/side-by-side/many-places-are-searched-and-grouped", 1100,
       test_many_places_are_searched_and_grouped);
  ADD ("/side-by-side/three-thousand-places-do-not-freeze", 1100,
       test_three_thousand_places_do_not_freeze);

  return g_test_run ();
}
