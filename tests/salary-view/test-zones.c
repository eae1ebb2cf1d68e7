/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "salary-view-fixture.h"
#include "vac-editor.h"
#include "vac-place-editor.h"
#include "vac-salary-edit.h"
#include "vac-scenario-form.h"

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

/* Opens what is folded, wherever it is. */
static void
unfold (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
press (GtkWidget  *within,
       const char *label)
{
  GtkWidget *button = find_button (within, label);

  g_assert_nonnull (button);
  g_object_ref (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_object_unref (button);
  editor_settle ();
}

static void
check_place (Fixture    *fixture,
             const char *name)
{
  VacSalaryList *list = vac_salary_panel_get_list (fixture->market->panel);
  g_autoptr (VacPlaceItem) item = g_list_model_get_item (
      G_LIST_MODEL (list),
      vac_salary_list_find (list, market_get_place (fixture->document, name)));

  vac_place_item_set_compared (item, TRUE);
}

static void
test_a_zone_is_made_of_checked_places (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *panel = GTK_WIDGET (fixture->market->panel);
  VacNode *zones = vac_document_get (fixture->document, VAC_ROLE_ZONES);
  VacNode *places;
  VacPayRange range;

  unfold (panel);
  editor_settle ();
  press (panel, "Add Pay Zone");
  g_assert_cmpuint (vac_node_get_n_children (zones), ==, 1);
  g_assert_true (market_shows (panel, "“New Pay Zone” has no places."));
  g_assert_false (gtk_widget_is_sensitive (find_button (panel, "Add Checked Places")));
  check_place (fixture, "Seattle");
  check_place (fixture, "Austin");
  editor_settle ();
  vac_document_add_barrier (fixture->document);
  press (panel, "Add Checked Places");
  press (panel, "Add Checked Places");
  places = vac_node_get (vac_node_get_child (zones, 0), VAC_ROLE_ZONE_PLACES);
  g_assert_cmpuint (vac_node_get_n_children (places), ==, 2);
  g_assert_true (market_shows (panel, "“New Pay Zone” has no percentage."));
  support_set (fixture->document,
               support_append (fixture->document,
                               vac_node_get (vac_node_get_child (zones, 0), VAC_ROLE_ZONE_STEPS)),
               VAC_ROLE_ZONE_STEP_PERCENT, "105");
  editor_settle ();
  g_assert_false (market_shows (panel, "“New Pay Zone” has no"));
  g_assert_true (vac_salary_get_offer (fixture->document,
                                       market_get_place (fixture->document, "Austin"), &range));
  g_assert_cmpint (range.minimum, ==, 126000 * VAC_MONEY_ONE);
  while (vac_document_get_can_undo (fixture->document))
    vac_document_undo (fixture->document);
  editor_settle ();
  g_assert_cmpuint (vac_node_get_n_children (zones), ==, 0);
  g_assert_false (market_shows (panel, "“New Pay Zone”"));
  while (vac_document_get_can_redo (fixture->document))
    vac_document_redo (fixture->document);
  editor_settle ();
  g_assert_cmpuint (vac_node_get_n_children (places), ==, 2);
}

static void
test_a_scenario_is_kept_and_taken_back (Fixture       *fixture,
                                        gconstpointer  data)
{
  GtkWidget *panel = GTK_WIDGET (fixture->market->panel);
  VacNode *list = vac_document_get (fixture->document, VAC_ROLE_SCENARIOS);
  VacScenarioForm *form;
  VacNode *scenario;
  static const char expected[] =
    "Present range\t$120,000 – $180,000\t50.0%\t1 of 8\t100.0%\t50.0%\n"
    "A & <b>B</b>\t$153,000 – $187,000\t22.2%\t3 of 8\t113.3%\t83.3%\n";

  unfold (panel);
  editor_settle ();
  form = VAC_SCENARIO_FORM (market_find (panel, VAC_TYPE_SCENARIO_FORM));
  scenario = support_append (fixture->document, list);
  support_set (fixture->document, scenario, VAC_ROLE_SCENARIO_NAME, "A & <b>B</b>");
  support_set (fixture->document, scenario, VAC_ROLE_SCENARIO_PLACE, "Seattle");
  support_set (fixture->document, scenario, VAC_ROLE_SCENARIO_SPREAD, "10");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = NULL;

      editor_settle ();
      text = vac_scenario_form_get_text (form);
      g_assert_cmpstr (text, ==, expected);
      if (i > 0)
        break;
      press (GTK_WIDGET (form), "Keep");
      g_assert_cmpuint (vac_node_get_n_children (list), ==, 0);
      g_assert_cmpstr (vac_document_get_text (fixture->document, VAC_ROLE_PAY_MINIMUM), ==,
                       "153000");
      g_assert_true (vac_document_undo (fixture->document));
      g_assert_cmpstr (vac_document_get_text (fixture->document, VAC_ROLE_PAY_MINIMUM), ==,
                       "120000");
    }
  press (GTK_WIDGET (form), "Discard All Scenarios");
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 0);
  g_assert_false (gtk_widget_get_mapped (find_button (GTK_WIDGET (form), "Discard All Scenarios")));
}

static void
test_a_scenario_without_a_range_says_why (Fixture       *fixture,
                                          gconstpointer  data)
{
  GtkWidget *panel = GTK_WIDGET (fixture->market->panel);
  VacNode *scenario = support_append (fixture->document,
                                      vac_document_get (fixture->document, VAC_ROLE_SCENARIOS));

  support_set (fixture->document, scenario, VAC_ROLE_SCENARIO_PLACE, "Paris");
  unfold (panel);
  editor_settle ();
  g_assert_true (market_shows (panel, "1: There is no place “Paris” in the table."));
  g_assert_false (gtk_widget_is_sensitive (find_button (panel, "Keep")));
}

/* Each drop-down in its order: the place of work, and the rounding. */
static void
find_drop_downs (GtkWidget *widget,
                 GPtrArray *found)
{
  if (GTK_IS_DROP_DOWN (widget))
    {
      g_ptr_array_add (found, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_drop_downs (child, found);
}

static void
test_a_range_is_rounded_for_a_place_of_work (Fixture       *fixture,
                                             gconstpointer  data)
{
  VacNode *locations = vac_document_get (fixture->document, VAC_ROLE_LOCATIONS);
  VacNode *austin, *seattle;
  GtkWidget *box;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  while (vac_node_get_n_children (locations) > 0)
    vac_document_remove (fixture->document, vac_node_get_child (locations, 0));
  austin = support_append (fixture->document, locations);
  seattle = support_append (fixture->document, locations);
  support_set (fixture->document, austin, VAC_ROLE_LOCATION_CITY, "Austin");
  support_set (fixture->document, austin, VAC_ROLE_LOCATION_PAY_MINIMUM, "100000");
  support_set (fixture->document, seattle, VAC_ROLE_LOCATION_CITY, "Seattle");
  support_set (fixture->document, market_get_place (fixture->document, "Seattle"),
               VAC_ROLE_PLACE_MINIMUM, "142400");
  box = g_object_ref_sink (vac_use_range_new (fixture->document,
                                              market_get_place (fixture->document, "Seattle")));
  find_drop_downs (box, found);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (found, 0)), ==, 2);
  gtk_drop_down_set_selected (g_ptr_array_index (found, 1), 3);
  press (box, "_Use Range");
  g_assert_cmpstr (vac_node_get_member_text (seattle, VAC_ROLE_LOCATION_PAY_MINIMUM), ==,
                   "140000");
  g_assert_cmpstr (vac_document_get_text (fixture->document, VAC_ROLE_PAY_MINIMUM), ==, "120000");
  g_object_unref (box);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/zones/a-zone-is-made-of-checked-places", test_a_zone_is_made_of_checked_places },
    { "/zones/a-scenario-is-kept-and-taken-back", test_a_scenario_is_kept_and_taken_back },
    { "/zones/a-scenario-without-a-range-says-why", test_a_scenario_without_a_range_says_why },
    { "/zones/a-range-is-rounded-for-a-place-of-work",
      test_a_range_is_rounded_for_a_place_of_work },
  };

  editor_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
