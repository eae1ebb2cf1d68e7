/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-place-chips.h"
#include "vac-salary-panel.h"
#include "vac-salary-table.h"
#include "vac-side-by-side.h"

/* Places side by side in the window, as somebody compares them by keyboard. */

static GtkWidget *
get_page (VacWindow *window)
{
  return app_find_type (GTK_WIDGET (window), VAC_TYPE_SIDE_BY_SIDE);
}

static VacNode *
get_place (VacWindow *window,
           guint      position)
{
  return vac_node_get_child (vac_document_get (app_get_document (window), VAC_ROLE_PLACES),
                             position);
}

static const char *
get_name (VacWindow *window,
          guint      position)
{
  return vac_node_get_member_text (get_place (window, position), VAC_ROLE_PLACE_NAME);
}

static GtkWidget *
get_focus (VacWindow *window)
{
  return gtk_root_get_focus (GTK_ROOT (window));
}

static gboolean
is_focus_in (VacWindow *window,
             GType      type)
{
  GtkWidget *focus = get_focus (window);

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static gboolean
shows (VacWindow  *window,
       const char *text)
{
  return get_page (window) != NULL && app_find_label (get_page (window), text) != NULL;
}

/* With the focus in the title, which is another form. */
static VacWindow *
open_at_title (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *title = vac_document_get (app_get_document (window), VAC_ROLE_JOB_TITLE);

  app_resize (window, 1400, 850);
  vac_window_show_node (window, title);
  app_settle ();
  app_focus (GTK_WIDGET (window));

  return window;
}

static void
open_page (VacWindow *window)
{
  app_press ("<Control>m");
  app_wait_until (get_page (window) != NULL);
  app_settle ();
}

static void
test_places_are_compared_by_keyboard (void)
{
  VacWindow *window = open_at_title ();
  VacDocument *document = app_get_document (window);
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY);
  g_autofree char *before = g_strdup (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM));
  GtkWidget *focus = get_focus (window);

  g_assert_nonnull (focus);
  open_page (window);
  g_assert_true (shows (window, "8 ranges"));
  app_press_button (get_page (window), "_None");
  app_wait_until (shows (window, "No Places Chosen"));

  /* All places; the first chip is where the arrow keys begin. */
  app_press ("<Alt>l");
  app_wait_until (shows (window, "8 ranges"));
  app_wait_until (app_find_button (get_page (window), "Use This Range…") != NULL);

  /* The first two change places. */
  gtk_widget_grab_focus (app_find_type (get_page (window), VAC_TYPE_PLACE_CHIPS));
  vac_place_chips_focus (VAC_PLACE_CHIPS (app_find_type (get_page (window),
                                                         VAC_TYPE_PLACE_CHIPS)),
                         get_place (window, 0));
  app_press ("<Alt>Right");
  app_wait_until (g_str_equal (get_name (window, 1), "San Francisco Bay Area"));
  app_settle ();
  g_assert_true (is_focus_in (window, VAC_TYPE_PLACE_CHIPS));
  app_press ("<Alt>Right");
  app_wait_until (g_str_equal (get_name (window, 2), "San Francisco Bay Area"));
  app_press ("<Control>z");
  app_wait_until (g_str_equal (get_name (window, 1), "San Francisco Bay Area"));
  app_press ("<Control>z");
  app_wait_until (g_str_equal (get_name (window, 0), "San Francisco Bay Area"));
  app_settle ();
  g_assert_false (vac_document_get_modified (document));
  g_assert_true (is_focus_in (window, VAC_TYPE_PLACE_CHIPS));

  /* One is left out, and stays in the posting. */
  app_press ("Delete");
  app_wait_until (shows (window, "7 ranges"));
  app_settle ();
  g_assert_true (is_focus_in (window, VAC_TYPE_PLACE_CHIPS));
  g_assert_false (vac_document_get_modified (document));

  /* And is found again by a part of its name. */
  app_press ("<Alt>a");
  app_settle ();
  app_type ("francisco");
  app_press ("Return");
  app_wait_until (shows (window, "8 ranges"));
  app_press ("Escape");
  app_settle ();
  g_assert_nonnull (get_page (window));

  /* A range is used, and taken back. */
  gtk_widget_grab_focus (app_find_button (get_page (window), "Use This Range…"));
  app_press ("space");
  app_wait_until (app_find_button (get_page (window), "_Use Range") != NULL);
  app_settle ();
  app_press ("<Alt>u");
  app_wait_until (g_str_equal (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM), "160000"));
  app_settle ();
  g_assert_nonnull (get_page (window));
  app_press ("<Control>z");
  app_wait_until (g_str_equal (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM), before));
  app_press ("<Control><Shift>z");
  app_wait_until (g_str_equal (vac_node_get_member_text (pay, VAC_ROLE_PAY_MINIMUM), "160000"));
  app_settle ();
  g_assert_true (is_focus_in (window, VAC_TYPE_SIDE_BY_SIDE));

  /* Back where it began. */
  app_press ("Escape");
  app_wait_until (get_page (window) == NULL);
  app_settle ();
  g_assert_true (get_focus (window) == focus);
  app_close_all ();
}

static void
check_described (GtkWidget  *widget,
                 const char *text)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                               GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                               text);

  g_assert_cmpstr (other, ==, NULL);
}

static void
test_choice_is_that_of_the_table (void)
{
  VacWindow *window = open_at_title ();
  g_autoptr (GPtrArray) nodes = NULL;
  GtkWidget *panel;

  open_page (window);
  g_assert_true (shows (window, "8 ranges"));
#if GTK_CHECK_VERSION(4, 12, 0)
  /* Called by the label beside it, it says what is chosen, too. */
  check_described (app_find_type (get_page (window), GTK_TYPE_DROP_DOWN), get_name (window, 0));
#endif
  app_press ("Escape");
  app_wait_until (get_page (window) == NULL);
  vac_window_show_node (window, vac_document_get (app_get_document (window), VAC_ROLE_SALARIES));
  app_settle ();
  panel = app_find_type (GTK_WIDGET (window), VAC_TYPE_SALARY_PANEL);
  g_assert_nonnull (panel);
  nodes = vac_salary_list_get_compared (vac_salary_panel_get_list (VAC_SALARY_PANEL (panel)));
  g_assert_cmpuint (nodes->len, ==, 8);

  /* The button beside the table opens the page with the same places. */
  app_press_button (GTK_WIDGET (window), "Side by Side (8)");
  app_wait_until (shows (window, "8 ranges"));
  app_press ("<Control>m");
  app_settle ();
  g_assert_nonnull (get_page (window));
  app_press ("Escape");
  app_wait_until (get_page (window) == NULL);
  app_close_all ();
}

/* The check of the national range, which nobody checks, is not shown. */
static void
test_table_is_walked_and_heard (void)
{
  VacWindow *window = open_at_title ();
  GtkWidget *table, *national;

  vac_window_show_node (window, vac_document_get (app_get_document (window), VAC_ROLE_SALARIES));
  app_settle ();
  table = app_find_type (GTK_WIDGET (window), VAC_TYPE_SALARY_TABLE);
  g_assert_nonnull (table);
  g_assert_true (gtk_widget_child_focus (table, GTK_DIR_TAB_FORWARD));
  national = get_focus (window);
  g_assert_true (gtk_widget_get_mapped (national));
  check_described (national,
                   "Minimum: $120,000; Maximum: $180,000; Midpoint: $150,000; Spread: 50.0%");

  /* Newer GTK first selects the row that has the focus. */
  app_press ("Down");
  app_settle ();
  if (get_focus (window) == national)
    app_press ("Down");
  app_wait_until (get_focus (window) != national);
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), table));
  check_described (get_focus (window),
                   "Minimum: $160,000; Maximum: $220,000; Midpoint: $190,000; Spread: 37.5%");

  vac_salary_table_set_columns (VAC_SALARY_TABLE (table), VAC_SALARY_COLUMNS_LIVING);
  app_settle ();
  check_described (get_focus (window),
                   "Midpoint: $190,000; Cost of living: 118.23; At national prices: $160,704");
  app_press ("Up");
  app_wait_until (get_focus (window) == national);
  app_press ("<Shift>Tab");
  app_wait_until (!is_focus_in (window, VAC_TYPE_SALARY_TABLE));
  app_close_all ();
}

static void
test_narrow_window_has_rows (void)
{
  VacWindow *window = open_at_title ();
  GtkWidget *cell;

  open_page (window);
  app_press ("<Alt>l");
  app_wait_until (shows (window, "8 ranges"));
  app_resize (window, 400, 800);
  app_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 400);
  app_wait_until (app_find_button (get_page (window), "Use This Range…") != NULL);
  cell = vac_side_by_side_get_cell (VAC_SIDE_BY_SIDE (get_page (window)), 0, VAC_FACT_NAME);
  g_assert_true (cell == NULL || !gtk_widget_get_mapped (cell));
  app_press ("Escape");
  app_wait_until (get_page (window) == NULL);
  app_close_all ();
}

int
main (int   argc,
      char *argv[])
{
  app_init (&argc, &argv);

  g_test_add_func ("/window-places/are-compared-by-keyboard",
                   test_places_are_compared_by_keyboard);
  g_test_add_func ("/window-places/choice-is-that-of-the-table", test_choice_is_that_of_the_table);
  g_test_add_func ("/window-places/table-is-walked-and-heard", test_table_is_walked_and_heard);
  g_test_add_func ("/window-places/narrow-window-has-rows", test_narrow_window_has_rows);

  return g_test_run ();
}
