/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "market-fixture.h"
#include "vac-comparison-outline.h"
#include "vac-editor.h"
#include "vac-export.h"
#include "vac-range-chart.h"

/* What pointer and keys do to the rows of the salary table. */

typedef struct
{
  VacDocument *document;
  Market      *market;
  Editor       editor;     /* for its keys and its pointer */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = editor_load_guide ();
  fixture->market = market_open (fixture->document, 620, 900);
  fixture->editor.window = fixture->market->window;
  editor_take_focus (&fixture->editor);
  vac_page_scroll_to (fixture->market->page, vac_document_get (fixture->document, VAC_ROLE_SALARIES));
  editor_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  market_close (fixture->market);
  g_object_unref (fixture->document);
}

static GtkWidget *
get_table (Fixture *fixture)
{
  return GTK_WIDGET (vac_salary_panel_get_table (fixture->market->panel));
}

/* The cell with the name of a place. */
static GtkWidget *
find_name (Fixture    *fixture,
           const char *place)
{
  GtkWidget *name = vac_editor_find_widget (get_table (fixture), market_get_place (fixture->document, place));

  g_assert_nonnull (name);

  return name;
}

static const char *
get_selected_name (Fixture *fixture)
{
  VacPlaceItem *item =
    gtk_single_selection_get_selected_item (vac_salary_panel_get_selection (fixture->market->panel));

  return item != NULL ? vac_place_item_get_place (item)->name : "";
}

static char *
join_names (Fixture *fixture)
{
  VacNode *places = vac_document_get (fixture->document, VAC_ROLE_PLACES);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (places); i++)
    g_string_append_printf (names, "%s%.3s", i > 0 ? " " : "",
                            vac_node_get_member_text (vac_node_get_child (places, i), VAC_ROLE_PLACE_NAME));

  return g_string_free (names, FALSE);
}

static GtkAdjustment *
get_page_adjustment (Fixture *fixture)
{
  GtkWidget *scroller = market_find (GTK_WIDGET (fixture->market->page), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static GtkAdjustment *
get_table_adjustment (Fixture *fixture)
{
  GtkWidget *scroller = market_find (get_table (fixture), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static void
test_wheel_over_the_table_and_the_chart_scrolls_the_page (Fixture       *fixture,
                                                          gconstpointer  data)
{
  GtkWidget *widgets[] = {
    find_name (fixture, "New York City"),
    market_find (GTK_WIDGET (fixture->market->panel), VAC_TYPE_RANGE_CHART),
  };
  GtkAdjustment *page = get_page_adjustment (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      double before = gtk_adjustment_get_value (page);

      editor_click (&fixture->editor, widgets[i], 20, 5, 4);
      editor_wait (300);
      g_assert_cmpfloat (gtk_adjustment_get_value (page), <, before);
      editor_click (&fixture->editor, widgets[i], 20, 5, 5);
      editor_wait (300);
      g_assert_cmpfloat (gtk_adjustment_get_value (page), >, before - 1);
      gtk_adjustment_set_value (page, before);
      editor_settle ();
    }
}

static void
test_wheel_scrolls_a_long_table_first_and_then_the_page (Fixture       *fixture,
                                                         gconstpointer  data)
{
  GtkAdjustment *page = get_page_adjustment (fixture);
  GtkAdjustment *table = get_table_adjustment (fixture);
  double before;

  market_set_places (fixture->document, 60);
  editor_settle ();
  editor_wait (100);
  vac_salary_table_scroll_to (vac_salary_panel_get_table (fixture->market->panel), 0);
  editor_settle ();
  before = gtk_adjustment_get_value (page);
  editor_click (&fixture->editor, get_table (fixture), 120, 150, 5);
  editor_wait (300);
  g_assert_cmpfloat (gtk_adjustment_get_value (page), ==, before);
  g_assert_cmpfloat (gtk_adjustment_get_value (table), >, 0);

  gtk_adjustment_set_value (table, gtk_adjustment_get_upper (table));
  editor_settle ();
  editor_click (&fixture->editor, get_table (fixture), 120, 150, 5);
  editor_wait (300);
  g_assert_cmpfloat (gtk_adjustment_get_value (page), >, before);
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  GtkWidget *menu = market_find (get_table (fixture), GTK_TYPE_POPOVER_MENU);

  g_assert_nonnull (menu);

  return menu;
}

static void
close_menu (Fixture *fixture)
{
  gtk_popover_popdown (GTK_POPOVER (find_menu (fixture)));
  editor_wait (300);
}

static guint
count_selected (GtkWidget *widget)
{
  guint n = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED) != 0 &&
            g_str_equal (gtk_widget_get_css_name (widget), "row");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_selected (child);

  return n;
}

static void
test_right_button_opens_the_menu_of_its_row (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const char *const names[] = { "Seattle", "Austin" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      editor_click (&fixture->editor, find_name (fixture, names[i]), 10, 5, 3);
      g_assert_true (gtk_widget_get_mapped (find_menu (fixture)));
      g_assert_cmpstr (get_selected_name (fixture), ==, names[i]);
      close_menu (fixture);
      g_assert_false (gtk_widget_get_mapped (find_menu (fixture)));
      g_assert_cmpuint (count_selected (get_table (fixture)), ==, 1);
    }
}

static void
test_keys_open_the_menu_of_the_selected_row (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
  } cases[] = { { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      editor_click (&fixture->editor, find_name (fixture, "Seattle"), 10, 5, 1);
      editor_press (&fixture->editor, cases[i].keyval, cases[i].modifiers);
      g_assert_true (gtk_widget_get_mapped (find_menu (fixture)));
      g_assert_cmpstr (get_selected_name (fixture), ==, "Seattle");
      close_menu (fixture);
    }
}

static void
test_row_is_duplicated_below_itself (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *names = NULL;

  editor_click (&fixture->editor, find_name (fixture, "Seattle"), 10, 5, 1);
  g_assert_true (gtk_widget_activate_action (get_table (fixture), "salary.duplicate", NULL));
  editor_settle ();
  names = join_names (fixture);
  g_assert_cmpstr (names, ==, "San New Sea Sea Aus Bos Chi Atl Rem");
  g_assert_cmpuint (gtk_single_selection_get_selected (vac_salary_panel_get_selection (fixture->market->panel)), ==, 4);
  vac_document_undo (fixture->document);
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

static gboolean
has_drop_line (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "vac-drop-above") || gtk_widget_has_css_class (widget, "vac-drop-below"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_drop_line (child))
      return TRUE;

  return FALSE;
}

static void
test_rows_are_dragged_in_one_step (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *names = NULL;
  g_autofree char *sorted = NULL;

  editor_drag (&fixture->editor, find_name (fixture, "Boston"), find_name (fixture, "New York City"), 2);
  names = join_names (fixture);
  g_assert_cmpstr (names, ==, "San Bos New Sea Aus Chi Atl Rem");
  g_assert_cmpstr (get_selected_name (fixture), ==, "Boston");
  g_assert_false (has_drop_line (get_table (fixture)));
  vac_document_undo (fixture->document);
  g_assert_false (vac_document_get_can_undo (fixture->document));
  editor_settle ();

  vac_salary_table_sort (vac_salary_panel_get_table (fixture->market->panel), VAC_FACT_NAME, FALSE);
  editor_settle ();
  editor_drag (&fixture->editor, find_name (fixture, "Boston"), find_name (fixture, "Chicago"), 2);
  sorted = join_names (fixture);
  g_assert_cmpstr (sorted, ==, "San New Sea Aus Bos Chi Atl Rem");
}

static void
test_checked_places_are_what_is_printed_and_exported (Fixture       *fixture,
                                                      gconstpointer  data)
{
  VacSalaryList *list = vac_salary_panel_get_list (fixture->market->panel);
  static const char *const names[] = { "Boston", "New York City" };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  guint before = fixture->market->n_refreshed;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      VacNode *node = market_get_place (fixture->document, names[i]);
      g_autoptr (VacPlaceItem) item = g_list_model_get_item (G_LIST_MODEL (list), vac_salary_list_find (list, node));

      vac_place_item_set_compared (item, TRUE);
    }
  g_assert_cmpuint (fixture->market->n_refreshed, >, before);

  bytes = vac_export (vac_export_find ("text"), &vac_comparison_subject, fixture->document, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (strstr (text, "\nNew York City ") < strstr (text, "\nBoston "));
  g_assert_nonnull (strstr (text, "\nNew York City "));
  g_assert_null (strstr (text, "\nSeattle "));

  gtk_widget_activate_action (GTK_WIDGET (fixture->market->panel), "salary.export", "s", "csv");
  g_assert_nonnull (strstr (fixture->market->exported_text, "Boston"));
  g_assert_null (strstr (fixture->market->exported_text, "Seattle"));
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text) &&
      gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_label (child, text) != NULL)
      return find_label (child, text);

  return NULL;
}

static double
get_right (Fixture    *fixture,
           const char *text)
{
  GtkWidget *label = find_label (get_table (fixture), text);
  graphene_rect_t bounds;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, get_table (fixture), &bounds));

  return bounds.origin.x + bounds.size.width;
}

static void
test_titles_stand_over_their_figures (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const int widths[] = { 620, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Market *market = market_open (fixture->document, widths[i], 800);
      Fixture narrow = { fixture->document, market, { market->window } };

      editor_wait (100);
      g_assert_cmpfloat (ABS (get_right (&narrow, "Minimum") - get_right (&narrow, "$140,000")), <, 2);
      g_assert_cmpfloat (ABS (get_right (&narrow, "Midpoint") - get_right (&narrow, "$170,000")), <, 2);
      g_assert_cmpfloat (get_right (&narrow, "Midpoint"), <=, gtk_widget_get_width (get_table (&narrow)));
      market_close (market);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  ADD ("/rows/wheel-over-the-table-and-the-chart-scrolls-the-page",
       test_wheel_over_the_table_and_the_chart_scrolls_the_page);
  ADD ("/rows/wheel-scrolls-a-long-table-first-and-then-the-page",
       test_wheel_scrolls_a_long_table_first_and_then_the_page);
  ADD ("/rows/right-button-opens-the-menu-of-its-row", test_right_button_opens_the_menu_of_its_row);
  ADD ("/rows/keys-open-the-menu-of-the-selected-row", test_keys_open_the_menu_of_the_selected_row);
  ADD ("/rows/row-is-duplicated-below-itself", test_row_is_duplicated_below_itself);
  ADD ("/rows/rows-are-dragged-in-one-step", test_rows_are_dragged_in_one_step);
  ADD ("/rows/checked-places-are-what-is-printed-and-exported",
       test_checked_places_are_what_is_printed_and_exported);
  ADD ("/rows/titles-stand-over-their-figures", test_titles_stand_over_their_figures);

  return g_test_run ();
}
