/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"
#include "vac-editor.h"
#include "vac-job-page.h"
#include "vac-pay-group.h"
#include "vac-range-slider.h"
#include "waiting.h"

/* The page of the job, with a place of work in Seattle. */
static Editor *
open_job (void)
{
  Editor *editor = editor_open_section (NULL);
  g_autoptr (VacNode) location = vac_node_new_record (vac_schema_get_field (VAC_ROLE_LOCATION),
                                                      VAC_ROLE_LOCATION_CITY, "Seattle",
                                                      VAC_ROLE_LOCATION_REGION, "WA",
                                                      VAC_ROLE_NONE);

  vac_document_append (editor->document, vac_document_get (editor->document, VAC_ROLE_LOCATIONS),
                       location);
  vac_document_mark_saved (editor->document, vac_document_get_state (editor->document));
  vac_page_reveal (editor_get_page (editor), vac_document_get (editor->document, VAC_ROLE_PAY));
  editor_wait (300);

  return editor;
}

static GtkWidget *
get_slider (Editor *editor)
{
  return editor_find_child (GTK_WIDGET (editor->bin), VAC_TYPE_RANGE_SLIDER);
}

static GtkWidget *
get_handle (Editor      *editor,
            VacRangeEnd  end)
{
  return vac_range_slider_get_handle (VAC_RANGE_SLIDER (get_slider (editor)), end);
}

/* Where the middle of a handle is, from the left of the slider. */
static double
get_x (Editor      *editor,
       VacRangeEnd  end)
{
  GtkWidget *handle = get_handle (editor, end);
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (
      handle, get_slider (editor),
      &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (handle) / 2, 0), &point));

  return point.x;
}

static const char *
get_text (Editor  *editor,
          VacRole  role)
{
  return vac_document_get_text (editor->document, role);
}

static void
set_text (Editor     *editor,
          VacRole     role,
          const char *text)
{
  vac_document_set_text (editor->document, vac_document_get (editor->document, role), text);
  editor_settle ();
}

static const char *
get_remark (Editor *editor)
{
  return gtk_label_get_text (
      GTK_LABEL (editor_find_class (GTK_WIDGET (editor->bin), "vac-remark")));
}

static AdwComboRow *
get_places (Editor *editor)
{
  GtkWidget *group = editor_find_child (GTK_WIDGET (editor->bin), VAC_TYPE_PAY_GROUP);
  GtkWidget *row = gtk_widget_get_ancestor (get_slider (editor), ADW_TYPE_PREFERENCES_ROW);

  g_assert_true (gtk_widget_is_ancestor (row, group));

  return ADW_COMBO_ROW (gtk_widget_get_next_sibling (row));
}

static const char *
get_chosen (Editor *editor)
{
  GObject *item = adw_combo_row_get_selected_item (get_places (editor));

  return gtk_string_object_get_string (GTK_STRING_OBJECT (item));
}

static void
choose (Editor     *editor,
        const char *name)
{
  GListModel *model = adw_combo_row_get_model (get_places (editor));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), name))
      {
        adw_combo_row_set_selected (get_places (editor), i);
        editor_settle ();
        return;
      }
  g_assert_not_reached ();
}

static void
focus (Editor      *editor,
       VacRangeEnd  end)
{
  g_assert_true (gtk_widget_grab_focus (get_handle (editor, end)));
  editor_settle ();
}

static void
test_typing_moves_the_handles (void)
{
  Editor *editor = open_job ();
  double before = get_x (editor, VAC_RANGE_END_MINIMUM);
  GtkWidget *row = editor_find (editor, vac_document_get (editor->document, VAC_ROLE_PAY_MINIMUM));

  gtk_test_accessible_assert_property (get_handle (editor, VAC_RANGE_END_MINIMUM),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "$120,000");
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "150000");
  editor_settle ();
  g_assert_cmpfloat (get_x (editor, VAC_RANGE_END_MINIMUM), >, before + 20);
  g_assert_cmpfloat (get_x (editor, VAC_RANGE_END_MAXIMUM), >,
                     get_x (editor, VAC_RANGE_END_MINIMUM) + 20);
  gtk_test_accessible_assert_property (get_handle (editor, VAC_RANGE_END_MINIMUM),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "$150,000");
  gtk_test_accessible_assert_property (get_handle (editor, VAC_RANGE_END_MINIMUM),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 150000.0);
  gtk_test_accessible_assert_property (get_handle (editor, VAC_RANGE_END_MINIMUM),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 180000.0);
  gtk_test_accessible_assert_property (get_handle (editor, VAC_RANGE_END_MINIMUM),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Seattle: $140,000 – $200,000");
  editor_close (editor);
}

static const struct
{
  VacRangeEnd end;
  guint       keyval;
  const char *minimum;
  const char *maximum;
} keys[] = {
  { VAC_RANGE_END_MINIMUM, GDK_KEY_Right, "121000", "180000" },
  { VAC_RANGE_END_MINIMUM, GDK_KEY_Left, "119000", "180000" },
  { VAC_RANGE_END_MAXIMUM, GDK_KEY_Up, "120000", "181000" },
  { VAC_RANGE_END_MAXIMUM, GDK_KEY_Down, "120000", "179000" },
  { VAC_RANGE_END_MAXIMUM, GDK_KEY_Page_Up, "120000", "190000" },
  { VAC_RANGE_END_MINIMUM, GDK_KEY_Page_Down, "110000", "180000" },
  { VAC_RANGE_END_MINIMUM, GDK_KEY_Home, "110000", "180000" },
  { VAC_RANGE_END_MINIMUM, GDK_KEY_End, "180000", "180000" },
  { VAC_RANGE_END_MAXIMUM, GDK_KEY_Home, "120000", "120000" },
  { VAC_RANGE_END_MAXIMUM, GDK_KEY_End, "120000", "230000" },
};

static void
test_keys_move_a_handle (void)
{
  Editor *editor = open_job ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_test_message ("%s", gdk_keyval_name (keys[i].keyval));
      focus (editor, keys[i].end);
      editor_press (editor, keys[i].keyval, 0);
      g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, keys[i].minimum);
      g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, keys[i].maximum);
      g_assert_true (gtk_widget_has_focus (get_handle (editor, keys[i].end)));
      g_assert_cmpstr (vac_document_get_undo_label (editor->document), ==, "Change Pay");
      vac_document_undo (editor->document);
      g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "120000");
      g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, "180000");
      g_assert_false (vac_document_get_modified (editor->document));
      vac_document_redo (editor->document);
      g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, keys[i].minimum);
      g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, keys[i].maximum);
      vac_document_undo (editor->document);
    }
  editor_close (editor);
}

/* An amount between two steps goes to the nearest step on the way. */
static void
test_keys_go_from_step_to_step (void)
{
  Editor *editor = open_job ();

  set_text (editor, VAC_ROLE_PAY_MINIMUM, "123456.5");
  focus (editor, VAC_RANGE_END_MINIMUM);
  editor_press (editor, GDK_KEY_Left, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "123000");
  set_text (editor, VAC_ROLE_PAY_MINIMUM, "123456.5");
  editor_press (editor, GDK_KEY_Right, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "124000");
  editor_press (editor, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "124000");
  editor_close (editor);
}

static void
test_one_visit_is_one_step (void)
{
  Editor *editor = open_job ();

  focus (editor, VAC_RANGE_END_MINIMUM);
  for (int i = 0; i < 5; i++)
    editor_press (editor, GDK_KEY_Right, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "125000");
  focus (editor, VAC_RANGE_END_MAXIMUM);
  for (int i = 0; i < 3; i++)
    editor_press (editor, GDK_KEY_Left, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, "177000");
  vac_document_undo (editor->document);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, "180000");
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "125000");

  /* What follows an undo is a step as well. */
  editor_press (editor, GDK_KEY_Left, 0);
  editor_press (editor, GDK_KEY_Left, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, "178000");
  vac_document_undo (editor->document);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, "180000");
  vac_document_undo (editor->document);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "120000");
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_a_drag_is_one_step (void)
{
  Editor *editor = open_job ();
  double before = get_x (editor, VAC_RANGE_END_MINIMUM);
  VacMoney amount;

  editor_drag_by (editor, get_handle (editor, VAC_RANGE_END_MINIMUM), 60);
  g_assert_cmpfloat_with_epsilon (get_x (editor, VAC_RANGE_END_MINIMUM), before + 60, 5);
  g_assert_true (vac_node_get_money (vac_document_get (editor->document, VAC_ROLE_PAY_MINIMUM),
                                     &amount));
  g_assert_cmpint (amount, >, 125000 * VAC_MONEY_ONE);
  g_assert_cmpint (amount % (1000 * VAC_MONEY_ONE), ==, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, "180000");
  g_assert_true (gtk_widget_has_focus (get_handle (editor, VAC_RANGE_END_MINIMUM)));

  editor_drag_by (editor, get_handle (editor, VAC_RANGE_END_MINIMUM), 30);
  vac_document_undo (editor->document);
  g_assert_cmpint (vac_document_get_can_undo (editor->document), ==, TRUE);
  editor_settle ();
  g_assert_cmpfloat_with_epsilon (get_x (editor, VAC_RANGE_END_MINIMUM), before + 60, 5);
  vac_document_undo (editor->document);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "120000");
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

/* The nearer handle comes to where the track was clicked. */
static void
test_a_click_moves_the_nearer_handle (void)
{
  Editor *editor = open_job ();
  GtkWidget *slider = get_slider (editor);
  double x = get_x (editor, VAC_RANGE_END_MAXIMUM);

  editor_click (editor, slider, x + 80, 5, 1);
  g_assert_cmpfloat_with_epsilon (get_x (editor, VAC_RANGE_END_MAXIMUM), x + 80, 5);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "120000");
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_handles_stop_at_each_other (void)
{
  Editor *editor = open_job ();

  editor_drag_by (editor, get_handle (editor, VAC_RANGE_END_MINIMUM), 400);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "180000");
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, "180000");
  focus (editor, VAC_RANGE_END_MINIMUM);
  editor_press (editor, GDK_KEY_Page_Up, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "180000");

  /* Both are in one place: the way that it is dragged says which one is meant. */
  editor_drag_by (editor, get_handle (editor, VAC_RANGE_END_MINIMUM), 60);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "180000");
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), !=, "180000");
  vac_document_undo (editor->document);
  editor_settle ();
  editor_drag_by (editor, get_handle (editor, VAC_RANGE_END_MAXIMUM), -60);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), !=, "180000");
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, "180000");
  editor_close (editor);
}

static void
test_mirrored (void)
{
  Editor *editor;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  editor = open_job ();
  g_assert_cmpfloat (get_x (editor, VAC_RANGE_END_MINIMUM), >,
                     get_x (editor, VAC_RANGE_END_MAXIMUM));
  focus (editor, VAC_RANGE_END_MINIMUM);
  editor_press (editor, GDK_KEY_Left, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "121000");
  editor_press (editor, GDK_KEY_Up, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "122000");
  editor_drag_by (editor, get_handle (editor, VAC_RANGE_END_MAXIMUM), -40);
  g_assert_cmpint (g_ascii_strtoll (get_text (editor, VAC_ROLE_PAY_MAXIMUM), NULL, 10), >, 185000);
  editor_close (editor);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Of the rows that wait for their turn in the card. */
static const char *
get_obstacle (Editor *editor)
{
  GtkWidget *row = gtk_widget_get_next_sibling (GTK_WIDGET (get_places (editor)));

  return gtk_widget_get_visible (row)
             ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))
             : NULL;
}

static gboolean
shows_slider (Editor *editor)
{
  g_assert_cmpint (gtk_widget_get_mapped (get_slider (editor)), ==,
                   gtk_widget_get_mapped (GTK_WIDGET (get_places (editor))));

  return gtk_widget_get_mapped (get_slider (editor));
}

static void
test_another_currency_is_not_compared (void)
{
  Editor *editor = open_job ();

  g_assert_true (shows_slider (editor));
  g_assert_null (get_obstacle (editor));
  set_text (editor, VAC_ROLE_PAY_CURRENCY, "EUR");
  g_assert_false (shows_slider (editor));
  g_assert_cmpstr (get_obstacle (editor), ==,
                   "The salary table is in USD and this pay in EUR, so they are not compared.");
  vac_document_undo (editor->document);
  editor_settle ();
  g_assert_true (shows_slider (editor));
  g_assert_null (get_obstacle (editor));
  editor_close (editor);
}

static void
test_without_places_there_is_no_slider (void)
{
  Editor *editor = open_job ();
  VacNode *places = vac_document_get (editor->document, VAC_ROLE_PLACES);

  set_text (editor, VAC_ROLE_NATIONAL_MINIMUM, "");
  while (vac_node_get_n_children (places) > 0)
    vac_document_remove (editor->document, vac_node_get_child (places, 0));
  editor_settle ();
  g_assert_false (shows_slider (editor));
  set_text (editor, VAC_ROLE_PAY_CURRENCY, "EUR");
  g_assert_null (get_obstacle (editor));
  editor_close (editor);
}

static void
test_remark (void)
{
  Editor *editor = open_job ();

  g_assert_cmpstr (get_chosen (editor), ==, "Seattle");
  g_assert_cmpstr (get_remark (editor), ==, "Starts below Seattle by $20,000");
  focus (editor, VAC_RANGE_END_MINIMUM);
  editor_press (editor, GDK_KEY_Right, 0);
  g_assert_cmpstr (get_remark (editor), ==, "Starts below Seattle by $19,000");
  choose (editor, "Atlanta");
  g_assert_cmpstr (get_remark (editor), ==, "Ends above Atlanta by $25,000");
  choose (editor, "National range");
  g_assert_cmpstr (get_remark (editor), ==, "Within the national range");
  set_text (editor, VAC_ROLE_PAY_MINIMUM, "");
  g_assert_cmpstr (get_remark (editor), ==, "National range: $120,000 – $180,000");
  vac_document_undo (editor->document);
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

/* Until somebody chooses, the place is that of the job; a choice stays. */
static void
test_place_follows_the_job (void)
{
  Editor *editor = open_job ();
  VacNode *location =
    vac_node_get_child (vac_document_get (editor->document, VAC_ROLE_LOCATIONS), 0);
  VacNode *city = vac_node_get (location, VAC_ROLE_LOCATION_CITY);

  vac_document_set_text (editor->document, city, "San Francisco");
  g_assert_cmpstr (get_chosen (editor), ==, "San Francisco Bay Area");
  vac_document_set_text (editor->document, city, "Sacramento");
  g_assert_cmpstr (get_chosen (editor), ==, "National range");
  choose (editor, "Boston");
  vac_document_set_text (editor->document, city, "Austin");
  g_assert_cmpstr (get_chosen (editor), ==, "Boston");
  editor_close (editor);
}

static void
test_another_period_is_converted (void)
{
  Editor *editor = open_job ();

  set_text (editor, VAC_ROLE_PAY_PERIOD, "hour");
  set_text (editor, VAC_ROLE_PAY_MINIMUM, "60");
  set_text (editor, VAC_ROLE_PAY_MAXIMUM, "90");
  g_assert_cmpstr (get_remark (editor), ==,
                   "Starts below Seattle by $7.31, at 2,080 hours a year");
  focus (editor, VAC_RANGE_END_MAXIMUM);
  editor_press (editor, GDK_KEY_Right, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, "91");
  editor_close (editor);
}

/* A handle of an end that is missing offers it, and sets no other. */
static void
test_an_end_that_is_not_set (void)
{
  Editor *editor = open_job ();

  set_text (editor, VAC_ROLE_PAY_MINIMUM, "");
  set_text (editor, VAC_ROLE_PAY_MAXIMUM, "");
  gtk_test_accessible_assert_property (get_handle (editor, VAC_RANGE_END_MAXIMUM),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Not set");
  focus (editor, VAC_RANGE_END_MAXIMUM);
  editor_press (editor, GDK_KEY_Left, 0);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MAXIMUM), ==, "199000");
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "");
  editor_close (editor);
}

static void
test_read_only (void)
{
  Editor *editor = open_job ();

  vac_document_set_read_only (editor->document, TRUE);
  editor_settle ();
  g_assert_false (gtk_widget_is_sensitive (get_handle (editor, VAC_RANGE_END_MINIMUM)));
  g_assert_false (gtk_widget_grab_focus (get_handle (editor, VAC_RANGE_END_MINIMUM)));
  editor_drag_by (editor, get_handle (editor, VAC_RANGE_END_MINIMUM), 40);
  g_assert_cmpstr (get_text (editor, VAC_ROLE_PAY_MINIMUM), ==, "120000");
  choose (editor, "Austin");
  g_assert_cmpstr (get_remark (editor), ==,
                   "Starts below Austin by $5,000 and ends above it by $5,000");
  editor_close (editor);
}

static void
test_both_cards_follow_each_other (void)
{
  Editor *editor = open_job ();
  GtkWidget *other = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *group = vac_pay_group_new (editor->document);
  GtkWidget *slider, *row;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), group);
  gtk_window_set_child (GTK_WINDOW (other), scroller);
  gtk_window_present (GTK_WINDOW (other));
  editor_settle ();
  editor_take_focus (editor);
  slider = editor_find_child (group, VAC_TYPE_RANGE_SLIDER);
  row = vac_editor_find_widget (group, vac_document_get (editor->document, VAC_ROLE_PAY_MINIMUM));

  focus (editor, VAC_RANGE_END_MINIMUM);
  editor_press (editor, GDK_KEY_Right, 0);
  gtk_test_accessible_assert_property (
      vac_range_slider_get_handle (VAC_RANGE_SLIDER (slider), VAC_RANGE_END_MINIMUM),
      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "$121,000");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "121,000");
  gtk_editable_set_text (GTK_EDITABLE (row), "130000");
  gtk_test_accessible_assert_property (get_handle (editor, VAC_RANGE_END_MINIMUM),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "$130,000");
  g_assert_cmpstr (get_remark (editor), ==, "Starts below Seattle by $10,000");
  gtk_window_destroy (GTK_WINDOW (other));
  editor_close (editor);
}

/* The widgets that Tab goes through, from the minimum on. */
static void
test_tab_goes_through_the_card (void)
{
  static const VacRole roles[] = {
    VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM, VAC_ROLE_PAY_CURRENCY, VAC_ROLE_PAY_PERIOD,
    VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM, VAC_ROLE_PAY,
  };
  Editor *editor = open_job ();

  gtk_widget_grab_focus (
      editor_find (editor, vac_document_get (editor->document, VAC_ROLE_PAY_MINIMUM)));
  editor_settle ();
  for (guint forward = 0; forward < 2; forward++)
    for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
      {
        const guint at = forward == 0 ? i : G_N_ELEMENTS (roles) - 1 - i;
        VacNode *node = vac_editor_find_node (gtk_window_get_focus (editor->window), NULL);

        g_test_message ("%u", at);
        g_assert_cmpint (vac_node_get_role (node), ==, roles[at]);
        if (i + 1 < G_N_ELEMENTS (roles))
          editor_press (editor, GDK_KEY_Tab, forward == 0 ? 0 : GDK_SHIFT_MASK);
      }
  editor_close (editor);
}

/* Whatever else the schema knows of pay is in the card, each of it once. */
static void
test_every_field_of_pay_is_there (void)
{
  Editor *editor = open_job ();
  GtkWidget *group = editor_find_child (GTK_WIDGET (editor->bin), VAC_TYPE_PAY_GROUP);
  g_autoptr (GPtrArray) members =
    vac_editor_list_members (vac_document_get (editor->document, VAC_ROLE_PAY));

  for (guint i = 0; i < members->len; i++)
    if (vac_field_is_leaf (vac_node_get_field (g_ptr_array_index (members, i))))
      g_assert_nonnull (vac_editor_find_widget (group, g_ptr_array_index (members, i)));
  editor_close (editor);
}

/* An undo leaves the focus on the handle that it moves back. */
static void
test_reveal_keeps_the_focus_on_a_handle (void)
{
  Editor *editor = open_job ();

  focus (editor, VAC_RANGE_END_MAXIMUM);
  editor_press (editor, GDK_KEY_Right, 0);
  g_assert_true (vac_page_reveal (editor_get_page (editor),
                                  vac_document_undo (editor->document)));
  g_assert_true (gtk_widget_has_focus (get_handle (editor, VAC_RANGE_END_MAXIMUM)));
  editor_close (editor);
}

/* Nothing is cut off where the window is narrow and text is large. */
static void
test_narrow_with_large_text (void)
{
  Editor *editor;
  GtkWidget *group;
  int minimum;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  editor = open_job ();
  group = editor_find_child (GTK_WIDGET (editor->bin), VAC_TYPE_PAY_GROUP);
  gtk_widget_measure (group, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 330);
  editor_close (editor);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", -1, NULL);
}

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  g_test_add_func ("/pay-card/typing-moves-the-handles", test_typing_moves_the_handles);
  g_test_add_func ("/pay-card/keys-move-a-handle", test_keys_move_a_handle);
  g_test_add_func ("/pay-card/keys-go-from-step-to-step", test_keys_go_from_step_to_step);
  g_test_add_func ("/pay-card/one-visit-is-one-step", test_one_visit_is_one_step);
  g_test_add_func ("/pay-card/a-drag-is-one-step", test_a_drag_is_one_step);
  g_test_add_func ("/pay-card/a-click-moves-the-nearer-handle",
                   test_a_click_moves_the_nearer_handle);
  g_test_add_func ("/pay-card/handles-stop-at-each-other", test_handles_stop_at_each_other);
  g_test_add_func ("/pay-card/the-scale-is-mirrored-from-right-to-left", test_mirrored);
  g_test_add_func ("/pay-card/another-currency-is-not-compared",
                   test_another_currency_is_not_compared);
  g_test_add_func ("/pay-card/without-places-there-is-no-slider",
                   test_without_places_there_is_no_slider);
  g_test_add_func ("/pay-card/the-remark-follows-pay-and-place", test_remark);
  g_test_add_func ("/pay-card/the-place-is-that-of-the-job-until-one-is-chosen",
                   test_place_follows_the_job);
  g_test_add_func ("/pay-card/another-period-is-converted", test_another_period_is_converted);
  g_test_add_func ("/pay-card/a-handle-sets-only-its-own-end", test_an_end_that_is_not_set);
  g_test_add_func ("/pay-card/a-read-only-document-stays", test_read_only);
  g_test_add_func ("/pay-card/both-cards-follow-each-other", test_both_cards_follow_each_other);
  g_test_add_func ("/pay-card/tab-goes-through-the-card", test_tab_goes_through_the_card);
  g_test_add_func ("/pay-card/every-field-of-pay-is-there", test_every_field_of_pay_is_there);
  g_test_add_func ("/pay-card/undo-leaves-the-focus-on-a-handle",
                   test_reveal_keeps_the_focus_on_a_handle);
  g_test_add_func ("/pay-card/large-text-fits-a-narrow-window", test_narrow_with_large_text);

  return g_test_run ();
}
