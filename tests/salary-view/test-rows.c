/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "salary-view-fixture.h"
#include "vac-editor.h"
#include "vac-item-list.h"
#include "vac-range-chart.h"

/* What the pointer and the keyboard do to the rows of the salary table. */

typedef struct
{
  VacDocument *document;
  Market      *market;
  Editor       editor;     /* for its keys and its pointer */
} Fixture;

/* However busy the machine is. */
#define WAIT_FOR(condition) \
  G_STMT_START { \
    for (guint waited = 0; waited < 500 && !(condition); waited++) \
      editor_wait (20); \
    g_assert_true (condition); \
  } G_STMT_END

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = support_load_guide ();
  fixture->market = market_open (fixture->document, 620, 900);
  fixture->editor.window = fixture->market->window;
  editor_take_focus (&fixture->editor);
  vac_page_scroll_to (fixture->market->page, vac_document_get (fixture->document,
                                                               VAC_ROLE_SALARIES));
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
  GtkWidget *name = vac_editor_find_widget (get_table (fixture),
                                            market_get_place (fixture->document, place));

  g_assert_nonnull (name);

  return name;
}

static const char *
get_selected_name (Fixture *fixture)
{
  VacPlaceItem *item = gtk_single_selection_get_selected_item (
      vac_salary_panel_get_selection (fixture->market->panel));

  return item != NULL ? vac_place_item_get_place (item)->name : "";
}

static char *
join_names (Fixture *fixture)
{
  VacNode *places = vac_document_get (fixture->document, VAC_ROLE_PLACES);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (places); i++)
    g_string_append_printf (names, "%s%.3s", i > 0 ? " " : "",
                            vac_node_get_member_text (vac_node_get_child (places, i),
                                                      VAC_ROLE_PLACE_NAME));

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
test_wheel_over_table_chart_and_items_scrolls_the_page (Fixture       *fixture,
                                                          gconstpointer  data)
{
  GtkWidget *widgets[] = {
    find_name (fixture, "New York City"),
    market_find (GTK_WIDGET (fixture->market->panel), VAC_TYPE_RANGE_CHART),
    market_find (GTK_WIDGET (fixture->market->panel), VAC_TYPE_ITEM_LIST),
  };
  GtkAdjustment *page = get_page_adjustment (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      double before;

      if (VAC_IS_ITEM_LIST (widgets[i]))
        vac_page_scroll_to (fixture->market->page, vac_document_get (fixture->document,
                                                                     VAC_ROLE_FACTORS));
      editor_settle ();
      before = gtk_adjustment_get_value (page);
      editor_click (&fixture->editor, widgets[i], 20, 5, 4);
      WAIT_FOR (gtk_adjustment_get_value (page) < before);
      editor_click (&fixture->editor, widgets[i], 20, 5, 5);
      WAIT_FOR (ABS (gtk_adjustment_get_value (page) - before) < 1);
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
  WAIT_FOR (gtk_adjustment_get_value (table) > 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (page), ==, before);

  gtk_adjustment_set_value (table, gtk_adjustment_get_upper (table));
  editor_settle ();
  editor_click (&fixture->editor, get_table (fixture), 120, 150, 5);
  WAIT_FOR (gtk_adjustment_get_value (page) > before);
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
  WAIT_FOR (!gtk_widget_get_mapped (find_menu (fixture)));
  editor_settle ();
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
      WAIT_FOR (gtk_widget_get_mapped (find_menu (fixture)));
      g_assert_cmpstr (get_selected_name (fixture), ==, names[i]);
      close_menu (fixture);
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
      WAIT_FOR (g_str_equal (get_selected_name (fixture),
                             "Seattle") && gtk_window_is_active (fixture->market->window));
      editor_press (&fixture->editor, cases[i].keyval, cases[i].modifiers);
      WAIT_FOR (gtk_widget_get_mapped (find_menu (fixture)));
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
  WAIT_FOR (g_str_equal (get_selected_name (fixture), "Seattle"));
  g_assert_true (gtk_widget_activate_action (get_table (fixture), "salary.duplicate", NULL));
  editor_settle ();
  names = join_names (fixture);
  g_assert_cmpstr (names, ==, "San New Sea Sea Aus Bos Chi Atl Rem");
  g_assert_cmpuint (gtk_single_selection_get_selected (
                        vac_salary_panel_get_selection (fixture->market->panel)),
                    ==, 4);
  vac_document_undo (fixture->document);
  g_assert_false (vac_document_get_can_undo (fixture->document));
}

static gboolean
has_drop_line (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "vac-drop-above") ||
      gtk_widget_has_css_class (widget, "vac-drop-below"))
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

  editor_drag (&fixture->editor, find_name (fixture, "Boston"), find_name (fixture,
                                                                           "New York City"), 2);
  WAIT_FOR (g_str_equal (get_selected_name (fixture), "Boston"));
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

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      VacNode *node = market_get_place (fixture->document, names[i]);
      g_autoptr (VacPlaceItem) item = g_list_model_get_item (G_LIST_MODEL (list),
                                                             vac_salary_list_find (list, node));

      vac_place_item_set_compared (item, TRUE);
    }
  /* In the order of the table, not of the clicks. */
  g_assert_cmpstr (fixture->market->places, ==, "[1, 4]");
  gtk_widget_activate_action (GTK_WIDGET (fixture->market->panel), "salary.export", "s", "csv");
  g_assert_nonnull (strstr (fixture->market->exported_places, "Boston"));
  g_assert_null (strstr (fixture->market->exported_places, "Seattle"));
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
      g_assert_cmpfloat (ABS (get_right (&narrow, "Minimum") - get_right (&narrow, "$140,000")), <,
                         2);
      g_assert_cmpfloat (ABS (get_right (&narrow, "Midpoint") - get_right (&narrow, "$170,000")), <,
                         2);
      g_assert_cmpfloat (get_right (&narrow, "Midpoint"), <=,
                         gtk_widget_get_width (get_table (&narrow)));
      market_close (market);
    }
}

static double
get_luminance (const guchar *pixel)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };   /* of blue, green and red */
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      double value = pixel[i] / 255.0;

      sum += weights[i] * (value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4));
    }

  return sum;
}

/* There is no picture until what changed has been drawn. */
static GskRenderNode *
draw_window (Fixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->market->window);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (window);
  GskRenderNode *node = NULL;

  for (guint i = 0; i < 200 && node == NULL; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gdk_paintable_snapshot (picture, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (window),
                              gtk_widget_get_height (window));
      node = gtk_snapshot_free_to_node (snapshot);
      if (node == NULL)
        editor_wait (20);
    }
  g_assert_nonnull (node);

  return node;
}

/* Between the lightest and the darkest pixel of a widget before the window's colour, as WCAG 2.1
 * counts it. */
static double
get_contrast (Fixture   *fixture,
              GtkWidget *widget)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->market->window));
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->market->window));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = draw_window (fixture);
  graphene_rect_t bounds;
  double lightest = 0, darkest = 1;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->market->window), &bounds));
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  for (int y = (int) bounds.origin.y; y < (int) (bounds.origin.y + bounds.size.height); y++)
    for (int x = (int) bounds.origin.x; x < (int) (bounds.origin.x + bounds.size.width); x++)
      {
        double luminance = get_luminance (cairo_image_surface_get_data (surface) +
                                          y * cairo_image_surface_get_stride (surface) + 4 * x);

        lightest = MAX (lightest, luminance);
        darkest = MIN (darkest, luminance);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return (lightest + 0.05) / (darkest + 0.05);
}

static void
test_quiet_words_can_be_read (Fixture       *fixture,
                              gconstpointer  data)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  static const char *const texts[] = { "Minimum", "Spread", "National" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
      editor_wait (400);
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          double contrast = get_contrast (fixture, find_label (get_table (fixture), texts[j]));

          g_test_message ("%s: %.1f", texts[j], contrast);
          g_assert_cmpfloat (contrast, >=, 4.5);
        }
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  ADD ("/rows/wheel-over-table-chart-and-items-scrolls-the-page",
       test_wheel_over_table_chart_and_items_scrolls_the_page);
  ADD ("/rows/wheel-scrolls-a-long-table-first-and-then-the-page",
       test_wheel_scrolls_a_long_table_first_and_then_the_page);
  ADD ("/rows/right-button-opens-the-menu-of-its-row", test_right_button_opens_the_menu_of_its_row);
  ADD ("/rows/keys-open-the-menu-of-the-selected-row", test_keys_open_the_menu_of_the_selected_row);
  ADD ("/rows/row-is-duplicated-below-itself", test_row_is_duplicated_below_itself);
  ADD ("/rows/rows-are-dragged-in-one-step", test_rows_are_dragged_in_one_step);
  ADD ("/rows/checked-places-are-what-is-printed-and-exported",
       test_checked_places_are_what_is_printed_and_exported);
  ADD ("/rows/quiet-words-can-be-read", test_quiet_words_can_be_read);
  ADD ("/rows/titles-stand-over-their-figures", test_titles_stand_over_their_figures);

  return g_test_run ();
}
