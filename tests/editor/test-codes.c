/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"
#include "vac-code-popover.h"
#include "vac-code-row.h"
#include "vac-editor.h"
#include "waiting-display.h"

/* Fields that hold a code show its name, and let choose another one by its name. */

static VacNode *
get_country (Editor *editor)
{
  return vac_node_get (vac_node_get_child (vac_document_get (editor->document, VAC_ROLE_LOCATIONS),
                                           0),
                       VAC_ROLE_LOCATION_COUNTRY);
}

/* An editor with a place of work in a country. */
static Editor *
open_editor (const char *country)
{
  Editor *editor = editor_open_section (NULL);
  g_autoptr (VacNode) location = vac_node_new_record (vac_schema_get_field (VAC_ROLE_LOCATION),
                                                      VAC_ROLE_LOCATION_CITY, "London",
                                                      VAC_ROLE_LOCATION_COUNTRY, country,
                                                      VAC_ROLE_NONE);

  vac_document_append (editor->document, vac_document_get (editor->document, VAC_ROLE_LOCATIONS),
                       location);
  editor_settle ();

  return editor;
}

static const char *
get_name (Editor  *editor,
          VacNode *leaf)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (editor_find (editor, leaf)));
}

/* The list of a row, after a key was pressed on it. */
static GtkWidget *
press_on_row (Editor  *editor,
              VacNode *leaf,
              guint    keyval)
{
  GtkWidget *row = editor_find (editor, leaf);
  GtkWidget *popover;

  vac_page_reveal (editor_get_page (editor), leaf);
  g_assert_true (gtk_widget_grab_focus (row));
  editor_settle ();
  editor_press (editor, keyval, 0);
  popover = editor_find_child (row, VAC_TYPE_CODE_POPOVER);
  g_assert_nonnull (popover);
  waiting_until (gtk_widget_get_mapped (popover));
  editor_settle ();

  return popover;
}

static void
test_names (void)
{
  Editor *editor = open_editor ("GB");
  VacNode *language = vac_document_get (editor->document, VAC_ROLE_LANGUAGE);

  g_assert_cmpstr (get_name (editor, get_country (editor)), ==, "United Kingdom");
  g_assert_cmpstr (get_name (editor, language), ==, "English (United States)");
  vac_document_set_text (editor->document, get_country (editor), "UK");
  g_assert_cmpstr (get_name (editor, get_country (editor)), ==, "UK (not a country code)");
  g_assert_cmpstr (vac_node_get_text (get_country (editor)), ==, "UK");
  vac_document_undo (editor->document);
  g_assert_cmpstr (get_name (editor, get_country (editor)), ==, "United Kingdom");
  vac_document_set_text (editor->document, get_country (editor), "");
  g_assert_cmpstr (get_name (editor, get_country (editor)), ==, "Not specified");
  vac_document_set_text (editor->document, language, "American English");
  g_assert_cmpstr (get_name (editor, language), ==, "American English (not a known language)");
  g_assert_true (gtk_widget_has_css_class (editor_find (editor, language), "error"));
  editor_close (editor);
}

static void
test_screen_reader (void)
{
  Editor *editor = open_editor ("GB");
  GtkAccessible *row = GTK_ACCESSIBLE (editor_find (editor, get_country (editor)));

  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_COMBO_BOX);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Country");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "United Kingdom");
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  press_on_row (editor, get_country (editor), GDK_KEY_Return);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  editor_press (editor, GDK_KEY_Escape, 0);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  vac_document_set_text (editor->document, get_country (editor), "DE");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Germany");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Germany. The country that the site is in; job boards "
                                       "require it.");
  editor_close (editor);
}

static void
test_typing (void)
{
  static const struct
  {
    guint       first;    /* pressed on the row */
    const char *rest;     /* typed into the entry */
    guint       key;
    const char *expected;
  } cases[] = {
    { GDK_KEY_g, "erm", GDK_KEY_Return, "DE" },
    { GDK_KEY_d, "e", GDK_KEY_Return, "DE" },
    { GDK_KEY_u, "k", GDK_KEY_Return, "GB" },
    { GDK_KEY_k, "ingdom", GDK_KEY_Return, "GB" },
    { GDK_KEY_n, "etherlands", GDK_KEY_Return, "NL" },
    { GDK_KEY_s, "udan", GDK_KEY_Return, "SD" },
    { GDK_KEY_q, "qq", GDK_KEY_Return, "FR" },
    { GDK_KEY_g, "erm", GDK_KEY_Escape, "FR" },
    { GDK_KEY_Return, "", GDK_KEY_Return, "FR" },
    { GDK_KEY_space, "austria", GDK_KEY_Return, "AT" },
  };
  Editor *editor = open_editor ("FR");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *popover;

      vac_document_set_text (editor->document, get_country (editor), "FR");
      popover = press_on_row (editor, get_country (editor), cases[i].first);
      editor_type (editor, cases[i].rest);
      editor_press (editor, cases[i].key, 0);
      if (gtk_widget_get_visible (popover))
        editor_press (editor, GDK_KEY_Escape, 0);
      g_assert_false (gtk_widget_get_visible (popover));
      g_assert_cmpstr (vac_node_get_text (get_country (editor)), ==, cases[i].expected);
      g_assert_true (gtk_window_get_focus (editor->window) ==
                     editor_find (editor, get_country (editor)));
    }
  editor_close (editor);
}

static void
test_arrows (void)
{
  Editor *editor = open_editor ("FR");

  press_on_row (editor, get_country (editor), GDK_KEY_Return);
  editor_press (editor, GDK_KEY_Down, 0);
  editor_press (editor, GDK_KEY_Down, 0);
  editor_press (editor, GDK_KEY_Up, 0);
  editor_press (editor, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_name (editor, get_country (editor)), ==, "French Guiana");
  press_on_row (editor, get_country (editor), GDK_KEY_Return);
  editor_press (editor, GDK_KEY_Down, 0);
  editor_type (editor, "ital");
  editor_press (editor, GDK_KEY_Down, 0);
  editor_press (editor, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_name (editor, get_country (editor)), ==, "Italy");
  vac_document_undo (editor->document);
  g_assert_cmpstr (get_name (editor, get_country (editor)), ==, "French Guiana");
  vac_document_undo (editor->document);
  g_assert_cmpstr (get_name (editor, get_country (editor)), ==, "France");
  editor_close (editor);
}

static void
test_clearing (void)
{
  Editor *editor = open_editor ("UK");

  /* Without a value is what the list begins with, then what is no code. */
  press_on_row (editor, get_country (editor), GDK_KEY_Return);
  editor_press (editor, GDK_KEY_Up, 0);
  editor_press (editor, GDK_KEY_Return, 0);
  g_assert_cmpstr (vac_node_get_text (get_country (editor)), ==, "");
  editor_close (editor);
}

/* Languages that we have words of come before all others. */
static void
test_languages (void)
{
  Editor *editor = open_editor ("GB");
  VacNode *language = vac_document_get (editor->document, VAC_ROLE_LANGUAGE);

  vac_document_set_text (editor->document, language, "");
  press_on_row (editor, language, GDK_KEY_Return);
  editor_press (editor, GDK_KEY_Down, 0);
  editor_press (editor, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_name (editor, language), ==, "Arabic");
  vac_document_set_text (editor->document, language, "zh-Hant");
  press_on_row (editor, language, GDK_KEY_Return);
  for (guint i = 0; i < 3; i++)
    editor_press (editor, GDK_KEY_Down, 0);
  editor_press (editor, GDK_KEY_Up, 0);
  editor_press (editor, GDK_KEY_Return, 0);
  g_assert_cmpstr (vac_node_get_text (language), !=, "zh-Hant");
  editor_close (editor);
}

/* By city, by the name of the time, and by an abbreviation; kept as the tz database has it. */
static void
test_zones (void)
{
  static const struct
  {
    guint       first;
    const char *rest;
    const char *expected;
  } cases[] = {
    { GDK_KEY_n, "ew york", "America/New_York" },
    { GDK_KEY_b, "erlin", "Europe/Berlin" },
    { GDK_KEY_k, "yiv", "Europe/Kyiv" },
    { GDK_KEY_c, "est", NULL },   /* one of many, as the language sorts them */
    { GDK_KEY_c, "oordinated", "Etc/UTC" },
  };
  Editor *editor = editor_open_section (NULL);
  VacNode *zone = vac_document_get (editor->document, VAC_ROLE_CLOSES_ZONE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      vac_document_set_text (editor->document, zone, "");
      press_on_row (editor, zone, cases[i].first);
      editor_type (editor, cases[i].rest);
      editor_press (editor, GDK_KEY_Return, 0);
      g_test_message ("%s", vac_node_get_text (zone));
      if (cases[i].expected == NULL)
        g_assert_cmpstr (vac_node_get_text (zone), !=, "");
      else
        g_assert_cmpstr (vac_node_get_text (zone), ==, cases[i].expected);
    }
  vac_document_set_text (editor->document, zone, "America/New_York");
  g_assert_cmpstr (get_name (editor, zone), ==, "New York – Eastern Time");
  vac_document_set_text (editor->document, zone, "Mars/Base");
  g_assert_cmpstr (get_name (editor, zone), ==, "Mars/Base (not a known time zone)");
  editor_close (editor);
}

static void
test_read_only (void)
{
  Editor *editor = open_editor ("GB");

  vac_document_set_read_only (editor->document, TRUE);
  g_assert_false (gtk_widget_get_sensitive (editor_find (editor, get_country (editor))));
  editor_close (editor);
}

int
main (int    argc,
      char **argv)
{
  editor_init (&argc, &argv);

  g_test_add_func ("/codes/rows-show-names", test_names);
  g_test_add_func ("/codes/a-screen-reader-reads-name-and-value", test_screen_reader);
  g_test_add_func ("/codes/typed-letters-find-names-and-codes", test_typing);
  g_test_add_func ("/codes/arrows-walk-through-the-list", test_arrows);
  g_test_add_func ("/codes/a-value-can-be-cleared", test_clearing);
  g_test_add_func ("/codes/languages-with-words-stand-first", test_languages);
  g_test_add_func ("/codes/time-zones-are-found-by-city-and-name", test_zones);
  g_test_add_func ("/codes/read-only-rows-do-not-open", test_read_only);

  return g_test_run ();
}
