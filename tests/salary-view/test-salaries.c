/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "salary-view-fixture.h"
#include "vac-comparison-copy.h"
#include "vac-editor.h"
#include "vac-levels.h"
#include "vac-place-editor.h"
#include "vac-range-chart.h"
#include "vac-salary-edit.h"
#include "vac-side-by-side.h"

typedef struct
{
  VacDocument *document;
  Market      *market;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = support_load_guide ();
  fixture->market = market_open (fixture->document, 620, 900);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  market_close (fixture->market);
  g_object_unref (fixture->document);
}

static VacSalaryList *
get_list (Fixture *fixture)
{
  return vac_salary_panel_get_list (fixture->market->panel);
}

static char *
join_names (Fixture *fixture)
{
  VacSalaryList *list = get_list (fixture);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (VacPlaceItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (names, "%s%.3s", i > 0 ? " " : "",
                              vac_place_item_get_place (item)->name);
    }

  return g_string_free (names, FALSE);
}

static void
select_place (Fixture    *fixture,
              const char *name)
{
  gtk_single_selection_set_selected (
    vac_salary_panel_get_selection (fixture->market->panel),
    vac_salary_list_find (get_list (fixture), market_get_place (fixture->document, name)));
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->market->panel), action, NULL));
  editor_settle ();
}

static void
test_headers_sort_with_unknown_last (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const struct
  {
    VacFact     fact;
    gboolean    descending;
    const char *expected;
  } cases[] = {
    { VAC_FACT_NAME, FALSE, "Nat Atl Aus Bos Chi New Rem San Sea" },
    { VAC_FACT_MIDPOINT, TRUE, "Nat San New Sea Bos Rem Aus Chi Atl" },
    { VAC_FACT_SPREAD, FALSE, "Nat San New Aus Atl Bos Sea Chi Rem" },
    { VAC_FACT_NATIONAL_DOLLARS, TRUE, "Nat San New Aus Sea Bos Chi Atl Rem" },
    { VAC_FACT_NATIONAL_DOLLARS, FALSE, "Nat Atl Chi Bos Sea Aus New San Rem" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = NULL;

      vac_salary_table_sort (vac_salary_panel_get_table (fixture->market->panel), cases[i].fact,
                             cases[i].descending);
      names = join_names (fixture);
      g_assert_cmpstr (names, ==, cases[i].expected);
    }
}

static void
test_order_of_the_document_comes_back (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *names = NULL;

  vac_salary_table_sort (vac_salary_panel_get_table (fixture->market->panel), VAC_FACT_NAME, FALSE);
  activate (fixture, "salary.unsort");
  names = join_names (fixture);
  g_assert_cmpstr (names, ==, "Nat San New Sea Aus Bos Chi Atl Rem");
}

static void
test_selection_stays_with_its_place (Fixture       *fixture,
                                     gconstpointer  data)
{
  VacPlaceItem *item;

  select_place (fixture, "Austin");
  vac_salary_table_sort (vac_salary_panel_get_table (fixture->market->panel), VAC_FACT_NAME, TRUE);
  item = gtk_single_selection_get_selected_item (
    vac_salary_panel_get_selection (fixture->market->panel));
  g_assert_nonnull (item);
  g_assert_cmpstr (vac_place_item_get_place (item)->name, ==, "Austin");
}

static void
test_table_follows_edits_and_undo (Fixture       *fixture,
                                   gconstpointer  data)
{
  VacNode *seattle = market_get_place (fixture->document, "Seattle");
  VacSalaryList *list = get_list (fixture);
  static const char *const expected[] = { "$180,000", "$170,000", "$180,000" };

  vac_document_set_text (fixture->document, vac_node_get (seattle, VAC_ROLE_PLACE_MAXIMUM),
                         "220000");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (VacPlaceItem) item = NULL;
      g_autofree char *midpoint = NULL;

      editor_settle ();
      item = g_list_model_get_item (G_LIST_MODEL (list), vac_salary_list_find (list, seattle));
      midpoint = vac_salary_list_format (list, item, VAC_FACT_MIDPOINT);
      g_assert_cmpstr (midpoint, ==, expected[i]);
      if (i == 0)
        vac_document_undo (fixture->document);
      else if (i == 1)
        vac_document_redo (fixture->document);
    }
}

static void
test_row_is_edited_in_a_popover (Fixture       *fixture,
                                 gconstpointer  data)
{
  VacNode *seattle = market_get_place (fixture->document, "Seattle");
  GtkWidget *entry;

  vac_salary_table_sort (vac_salary_panel_get_table (fixture->market->panel), VAC_FACT_MIDPOINT,
                         FALSE);
  select_place (fixture, "Seattle");
  activate (fixture, "salary.edit");
  entry = vac_editor_find_widget (GTK_WIDGET (fixture->market->panel),
                                  vac_node_get (seattle, VAC_ROLE_PLACE_PRICE_INDEX));
  g_assert_nonnull (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "112.99");
  gtk_editable_set_text (GTK_EDITABLE (entry), "98,5");
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_PLACE_PRICE_INDEX), ==, "9850");
  gtk_editable_set_text (GTK_EDITABLE (entry), "cheap");
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_PLACE_PRICE_INDEX), !=, "cheap");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
}

static void
test_rows_move_are_added_and_removed (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const struct
  {
    const char *action;
    const char *expected;
  } cases[] = {
    { "salary.move-up", "Nat San New Aus Sea Bos Chi Atl Rem" },
    { "salary.move-down", "Nat San New Sea Aus Bos Chi Atl Rem" },
    { "salary.remove", "Nat San New Sea Bos Chi Atl Rem" },
    { "salary.add", "Nat San New Sea Bos Chi Atl Rem " },
  };

  select_place (fixture, "Austin");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = NULL;

      activate (fixture, cases[i].action);
      names = join_names (fixture);
      g_assert_cmpstr (names, ==, cases[i].expected);
    }
  while (vac_document_get_can_undo (fixture->document))
    vac_document_undo (fixture->document);
  editor_settle ();
  g_assert_cmpuint (vac_salary_list_get_n_places (get_list (fixture)), ==, 8);
}

static void
press (GtkWidget  *widget,
       const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    g_signal_emit_by_name (widget, "clicked");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    press (child, label);
}

static void
test_the_location_that_is_set_is_not_offered (Fixture       *fixture,
                                              gconstpointer  data)
{
  VacNode *list = vac_document_get (fixture->document, VAC_ROLE_LOCATIONS);
  VacNode *place = vac_node_get_child (vac_document_get (fixture->document, VAC_ROLE_PLACES), 0);

  for (guint round = 0; round < 2; round++)
    {
      GtkWidget *box = g_object_ref_sink (vac_use_range_new (fixture->document, place));
      g_autofree char *name = g_strdup (vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME));
      g_autoptr (VacNode) location = NULL;
      VacSalaryLocation known;

      g_assert_true ((market_find (box, GTK_TYPE_CHECK_BUTTON) != NULL) == (round == 0));
      g_object_unref (box);
      if (!vac_salary_find_location (name, &known))
        known = (VacSalaryLocation) { name, "", "", FALSE };
      location = vac_node_new_record (vac_node_get_field (list)->element, VAC_ROLE_LOCATION_CITY,
                                      known.city, VAC_ROLE_LOCATION_REGION, known.region,
                                      VAC_ROLE_NONE);
      vac_document_append (fixture->document, list, location);
    }
}

static void
test_use_this_range_is_one_step (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *popover;
  VacNode *pay = vac_document_get (fixture->document, VAC_ROLE_PAY);
  g_autofree char *before = g_strdup (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM));

  select_place (fixture, "Seattle");
  activate (fixture, "salary.use-range");
  popover = gtk_widget_get_last_child (GTK_WIDGET (fixture->market->panel));
  while (!GTK_IS_POPOVER (popover))
    popover = gtk_widget_get_prev_sibling (popover);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (market_find (popover, GTK_TYPE_CHECK_BUTTON)),
                               TRUE);
  press (popover, "_Use Range");
  editor_settle ();

  g_assert_cmpstr (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM), ==, "140000");
  g_assert_cmpstr (vac_node_get_member_text (pay, VAC_ROLE_PAY_MAXIMUM), ==, "200000");
  g_assert_cmpstr (vac_node_get_member_text (
                       vac_node_get_child (vac_document_get (fixture->document, VAC_ROLE_LOCATIONS),
                                           0),
                       VAC_ROLE_LOCATION_CITY),
                   ==, "Seattle");
  vac_document_undo (fixture->document);
  g_assert_cmpstr (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM), ==, before);
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

/* A sign is a label as well: its tooltip says what it means. */
static gboolean
has_label (GtkWidget  *widget,
           const char *part)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  if (GTK_IS_IMAGE (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (widget), part) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, part))
      return TRUE;

  return FALSE;
}

static void
test_wide_range_gets_a_remark (Fixture       *fixture,
                               gconstpointer  data)
{
  select_place (fixture, "Remote");
  editor_settle ();
  g_assert_true (has_label (GTK_WIDGET (fixture->market->panel), "65.2% wide"));
  select_place (fixture, "Seattle");
  editor_settle ();
  g_assert_false (has_label (GTK_WIDGET (fixture->market->panel), "% wide"));
}

static void
test_chart_says_what_it_draws (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkWidget *chart = market_find (GTK_WIDGET (fixture->market->panel), VAC_TYPE_RANGE_CHART);
  g_autofree char *text = NULL;

  vac_salary_table_sort (vac_salary_panel_get_table (fixture->market->panel), VAC_FACT_NAME, FALSE);
  text = vac_range_chart_describe (VAC_RANGE_CHART (chart));
  g_assert_true (g_str_has_prefix (text, "Atlanta: $110,000 – $155,000, midpoint $132,500."));
  g_assert_nonnull (strstr (text, "\nSeattle: $140,000 – $200,000, midpoint $170,000. "
                                  "Against the national midpoint: +13.3%."));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       text);
}

static guint
count_pixels (GtkWidget *widget,
              guint32    color)
{
  cairo_surface_t *surface = market_draw (widget);
  const int stride = cairo_image_surface_get_stride (surface);
  const guchar *data = cairo_image_surface_get_data (surface);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += *(const guint32 *) (data + y * stride + x * 4) == color;
  cairo_surface_destroy (surface);

  return n;
}

/* Nothing in it has a color of its own: what the theme says is what is drawn. */
static void
test_chart_has_the_colors_of_the_theme (Fixture       *fixture,
                                        gconstpointer  data)
{
  GtkWidget *chart = market_find (GTK_WIDGET (fixture->market->panel), VAC_TYPE_RANGE_CHART);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, "vac-range-chart > .vac-range { color: #ff00fe; }"
                                             "vac-range-chart > .vac-midpoint { color: #00fe00; }",
                                   -1);
  g_assert_cmpuint (count_pixels (chart, 0xffff00fe), ==, 0);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (chart),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  editor_settle ();
  g_assert_cmpuint (count_pixels (chart, 0xffff00fe), >, 100);
  g_assert_cmpuint (count_pixels (chart, 0xff00fe00), >, 10);
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (chart),
                                                 GTK_STYLE_PROVIDER (provider));
}

static GtkWidget *
open_side_by_side (Fixture           *fixture,
                   const char *const *names)
{
  VacSalaryList *list = get_list (fixture);
  GtkWidget *side;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (VacPlaceItem) item = g_list_model_get_item (
          G_LIST_MODEL (list),
          vac_salary_list_find (list, market_get_place (fixture->document, names[i])));

      vac_place_item_set_compared (item, TRUE);
    }
  side = market_show_side_by_side (fixture->market, 1200, 800);
  editor_settle ();

  return side;
}

static void
test_side_by_side_counts_from_the_base (Fixture       *fixture,
                                        gconstpointer  data)
{
  static const char *const names[] = { "Seattle", "Austin", "Boston", NULL };
  static const struct
  {
    guint       base;
    guint       column;
    VacFact     fact;
    const char *part;
  } cases[] = {
    { 0, 1, VAC_FACT_MIDPOINT, "$170,000" },
    { 0, 1, VAC_FACT_MIDPOINT, "Highest" },
    { 0, 2, VAC_FACT_MIDPOINT, "−$20,000 (−11.8%)" },
    { 0, 2, VAC_FACT_MIDPOINT, "Lowest" },
    { 0, 2, VAC_FACT_NATIONAL_DOLLARS, "$153,657" },
    { 0, 2, VAC_FACT_NATIONAL_DOLLARS, "Highest" },
    { 0, 3, VAC_FACT_NATIONAL_DOLLARS, "Lowest" },
    { 1, 1, VAC_FACT_MIDPOINT, "+$20,000 (+13.3%)" },
  };
  GtkWidget *side = open_side_by_side (fixture, names);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *cell;

      vac_side_by_side_set_base (VAC_SIDE_BY_SIDE (side), cases[i].base);
      editor_settle ();
      cell = vac_side_by_side_get_cell (VAC_SIDE_BY_SIDE (side), cases[i].column - 1,
                                        cases[i].fact);
      g_assert_nonnull (cell);
      g_assert_true (has_label (cell, cases[i].part));
    }
}

static void
test_levels_split_the_place_that_is_selected (Fixture       *fixture,
                                              gconstpointer  data)
{
  VacLevels *levels = VAC_LEVELS (
      market_find (GTK_WIDGET (fixture->market->panel), VAC_TYPE_LEVELS));
  g_autofree char *text = NULL;
  g_autofree char *defined = NULL;

  select_place (fixture, "Seattle");
  text = vac_levels_get_text (levels);
  g_assert_cmpstr (text, ==, "Junior\t$140,000 – $155,000\t\nMid\t$155,000 – $170,000\t+10.2%\n"
                             "Senior\t$170,000 – $185,000\t+9.2%\n"
                             "Lead\t$185,000 – $200,000\t+8.5%\n");
  g_assert_true (has_label (GTK_WIDGET (levels), "four equal parts"));
  press (GTK_WIDGET (levels), "Define Own Levels");
  vac_document_set_text (
      fixture->document,
      vac_node_get (vac_node_get_child (vac_document_get (fixture->document, VAC_ROLE_LEVELS), 0),
                    VAC_ROLE_LEVEL_TO),
      "500");
  editor_settle ();
  defined = vac_levels_get_text (levels);
  g_assert_true (g_str_has_prefix (defined, "Junior\t$140,000 – $170,000\t\n"));
  g_assert_false (has_label (GTK_WIDGET (levels), "four equal parts"));
}

/* The row of the first level's lower end. */
static GtkEditable *
find_from (Fixture *fixture)
{
  VacNode *level = vac_node_get_child (vac_document_get (fixture->document, VAC_ROLE_LEVELS), 0);
  GtkWidget *row = vac_editor_find_widget (GTK_WIDGET (fixture->market->panel),
                                           vac_node_get (level, VAC_ROLE_LEVEL_FROM));

  g_assert_true (ADW_IS_ENTRY_ROW (row));

  return GTK_EDITABLE (row);
}

static void
assert_from (Fixture    *fixture,
             const char *shown,
             const char *kept)
{
  VacNode *level = vac_node_get_child (vac_document_get (fixture->document, VAC_ROLE_LEVELS), 0);

  g_assert_cmpstr (gtk_editable_get_text (find_from (fixture)), ==, shown);
  g_assert_cmpstr (vac_node_get_member_text (level, VAC_ROLE_LEVEL_FROM), ==, kept);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_from (fixture)), "error"));
}

static void
test_amounts_of_a_level_are_typed_as_pay_is (Fixture       *fixture,
                                             gconstpointer  data)
{
  VacNode *basis;

  press (GTK_WIDGET (fixture->market->panel), "Define Own Levels");
  editor_settle ();
  basis = vac_node_get (vac_node_get_child (vac_document_get (fixture->document, VAC_ROLE_LEVELS),
                                            0), VAC_ROLE_LEVEL_BASIS);
  gtk_editable_set_text (find_from (fixture), "12.5");
  assert_from (fixture, "12.5", "125");

  vac_document_set_text (fixture->document, basis, VAC_BASIS_AMOUNT);
  assert_from (fixture, "125", "125");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find_from (fixture))), ==,
                   "From (amount)");
  gtk_editable_set_text (find_from (fixture), "120,000");
  assert_from (fixture, "120,000", "120000");
  vac_document_add_barrier (fixture->document);
  gtk_editable_set_text (find_from (fixture), "18.50");
  assert_from (fixture, "18.50", "18.5");
  vac_document_undo (fixture->document);
  assert_from (fixture, "120,000", "120000");
  vac_document_redo (fixture->document);

  vac_document_set_text (fixture->document,
                         vac_document_get (fixture->document, VAC_ROLE_LANGUAGE), "de-DE");
  assert_from (fixture, "18,50", "18.5");
  gtk_editable_set_text (find_from (fixture), "19,25");
  assert_from (fixture, "19,25", "19.25");

  gtk_editable_set_text (find_from (fixture), "250");
  vac_document_set_text (fixture->document, basis, VAC_BASIS_SHARE);
  assert_from (fixture, "25", "250");
}

static void
test_too_large_a_number_is_marked_and_not_taken (Fixture       *fixture,
                                                 gconstpointer  data)
{
  static const char *const texts[] = {
    "184467440737095517", "92233720368547758.08", "9223372036854775808", "99999999999999999999",
  };
  VacNode *place = market_get_place (fixture->document, "Boston");
  VacNode *leaf = vac_node_get (place, VAC_ROLE_PLACE_PRICE_INDEX);
  g_autoptr (GtkWidget) form =
    g_object_ref_sink (vac_place_editor_new (fixture->document, place));
  GtkWidget *row = vac_editor_find_widget (form, leaf);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      int position = 0;

      /* Setting a text would empty the row first. */
      gtk_editable_set_text (GTK_EDITABLE (row), "7");
      gtk_editable_insert_text (GTK_EDITABLE (row), texts[i], -1, &position);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_cmpstr (vac_node_get_text (leaf), ==, "700");
    }
  gtk_editable_set_text (GTK_EDITABLE (row), "118.5");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (vac_node_get_text (leaf), ==, "11850");
}

static void
test_empty_table_offers_what_to_do (Fixture       *fixture,
                                    gconstpointer  data)
{
  market_set_places (fixture->document, 0);
  editor_settle ();
  g_assert_true (has_label (GTK_WIDGET (fixture->market->panel), "No Places Yet"));
  activate (fixture, "salary.add");
  g_assert_cmpuint (vac_salary_list_get_n_places (get_list (fixture)), ==, 1);
  g_assert_false (has_label (GTK_WIDGET (fixture->market->panel), "No Places Yet"));
}

static void
test_export_follows_the_sort_order (Fixture       *fixture,
                                    gconstpointer  data)
{
  vac_salary_table_sort (vac_salary_panel_get_table (fixture->market->panel), VAC_FACT_MIDPOINT,
                         TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->market->panel), "salary.export",
                                             "s", "csv"));
  g_assert_cmpstr (fixture->market->exported_format, ==, "csv");
  g_assert_true (strstr (fixture->market->exported_places, "San Francisco") <
                 strstr (fixture->market->exported_places, "Atlanta"));
}

static void
test_markup_in_names_is_text (Fixture       *fixture,
                              gconstpointer  data)
{
  market_set_places (fixture->document, 13);
  gtk_single_selection_set_selected (vac_salary_panel_get_selection (fixture->market->panel), 10);
  editor_settle ();
  gtk_single_selection_set_selected (vac_salary_panel_get_selection (fixture->market->panel), 10);
  editor_settle ();
  g_assert_true (has_label (GTK_WIDGET (fixture->market->panel), "& <b>Chapel Hill</b>"));
}

static void
test_copied_table_has_plain_cells (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *html = NULL;

  vac_document_set_text (fixture->document,
                         vac_node_get (market_get_place (fixture->document, "Seattle"),
                                       VAC_ROLE_PLACE_NOTE),
                         "R&D <b>");
  vac_salary_list_update (get_list (fixture));
  html = vac_comparison_to_html (vac_salary_list_get_comparison (get_list (fixture)));
  g_assert_nonnull (
      strstr (html, "<td>Seattle</td><td>140000</td><td>200000</td><td>170000</td><td>42.9</td>"));
  g_assert_nonnull (strstr (html, "<td>R&amp;D &lt;b&gt;</td>"));
}

static void
test_row_stays_while_it_is_edited (Fixture       *fixture,
                                   gconstpointer  data)
{
  VacNode *seattle = market_get_place (fixture->document, "Seattle");
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;
  GtkWidget *popover;

  vac_salary_table_sort (vac_salary_panel_get_table (fixture->market->panel), VAC_FACT_MINIMUM,
                         FALSE);
  select_place (fixture, "Seattle");
  activate (fixture, "salary.edit");
  vac_document_set_text (fixture->document, vac_node_get (seattle, VAC_ROLE_PLACE_MINIMUM), "1");
  editor_settle ();
  during = join_names (fixture);
  g_assert_cmpstr (during, ==, "Nat Atl Chi Rem Aus Bos Sea New San");
  popover = gtk_widget_get_last_child (GTK_WIDGET (fixture->market->panel));
  while (!GTK_IS_POPOVER (popover))
    popover = gtk_widget_get_prev_sibling (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  editor_wait (600);
  after = join_names (fixture);
  g_assert_cmpstr (after, ==, "Nat Sea Atl Chi Rem Aus Bos New San");
}

static guint
count_checks (GtkWidget *widget,
              gboolean   sensitive)
{
  guint n = GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
            gtk_widget_get_sensitive (widget) == sensitive;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_checks (child, sensitive);

  return n;
}

static void
test_any_number_of_places_can_be_chosen (Fixture       *fixture,
                                         gconstpointer  data)
{
  GtkWidget *table = GTK_WIDGET (vac_salary_panel_get_table (fixture->market->panel));

  market_set_places (fixture->document, 9);
  editor_settle ();
  g_assert_cmpuint (count_checks (table, TRUE), ==, 9);
  for (guint i = 1; i <= 8; i++)
    {
      g_autoptr (VacPlaceItem) item = g_list_model_get_item (G_LIST_MODEL (get_list (fixture)), i);

      vac_place_item_set_compared (item, TRUE);
    }
  editor_settle ();
  g_assert_cmpuint (count_checks (table, TRUE), ==, 9);
  g_assert_cmpuint (count_checks (table, FALSE), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  ADD ("/salaries/headers-sort-with-unknown-last", test_headers_sort_with_unknown_last);
  ADD ("/salaries/order-of-the-document-comes-back", test_order_of_the_document_comes_back);
  ADD ("/salaries/selection-stays-with-its-place", test_selection_stays_with_its_place);
  ADD ("/salaries/table-follows-edits-and-undo", test_table_follows_edits_and_undo);
  ADD ("/salaries/row-is-edited-in-a-popover", test_row_is_edited_in_a_popover);
  ADD ("/salaries/rows-move-are-added-and-removed", test_rows_move_are_added_and_removed);
  ADD ("/salaries/use-this-range-is-one-step", test_use_this_range_is_one_step);
  ADD ("/salaries/the-location-that-is-set-is-not-offered",
       test_the_location_that_is_set_is_not_offered);
  ADD ("/salaries/wide-range-gets-a-remark", test_wide_range_gets_a_remark);
  ADD ("/salaries/chart-says-what-it-draws", test_chart_says_what_it_draws);
  ADD ("/salaries/chart-has-the-colors-of-the-theme", test_chart_has_the_colors_of_the_theme);
  ADD ("/salaries/side-by-side-counts-from-the-base", test_side_by_side_counts_from_the_base);
  ADD ("/salaries/levels-split-the-place-that-is-selected",
       test_levels_split_the_place_that_is_selected);
  ADD ("/salaries/amounts-of-a-level-are-typed-as-pay-is",
       test_amounts_of_a_level_are_typed_as_pay_is);
  ADD ("/salaries/too-large-a-number-is-marked-and-not-taken",
       test_too_large_a_number_is_marked_and_not_taken);
  ADD ("/salaries/empty-table-offers-what-to-do", test_empty_table_offers_what_to_do);
  ADD ("/salaries/export-follows-the-sort-order", test_export_follows_the_sort_order);
  ADD ("/salaries/copied-table-has-plain-cells", test_copied_table_has_plain_cells);
  ADD ("/salaries/row-stays-while-it-is-edited", test_row_stays_while_it_is_edited);
  ADD ("/salaries/any-number-of-places-can-be-chosen", test_any_number_of_places_can_be_chosen);
  ADD ("/salaries/markup-in-names-is-text", test_markup_in_names_is_text);

  return g_test_run ();
}
