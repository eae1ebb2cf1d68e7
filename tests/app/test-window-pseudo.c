/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <libintl.h>
#include <string.h>
#include <unistd.h>

#include "audit.h"
#include "places.h"
#include "support.h"
#include "vac-code-names.h"
#include "vac-date.h"

/* The window in no language: each message is in brackets and two fifths longer, see make-pseudo.py.
 * What is shown without them was not translated, unless it is what somebody wrote. */

#define OPENING "⟦"

typedef struct
{
  GString    *written;   /* all that the files which the windows show say */
  GHashTable *told;      /* of char *: faults */
} Reader;

static void add_strings (JsonNode *node,
                         GString  *written);

static void
add_member_cb (JsonObject *object,
               const char *name,
               JsonNode   *node,
               gpointer    written)
{
  add_strings (node, written);
}

static void
add_element_cb (JsonArray *array,
                guint      i,
                JsonNode  *node,
                gpointer   written)
{
  add_strings (node, written);
}

static void
add_strings (JsonNode *node,
             GString  *written)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), add_member_cb, written);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), add_element_cb, written);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    g_string_append_printf (written, "%s\n", json_node_get_string (node));
}

static void
add_files (const char *folder,
           GString    *written)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (json_parser_load_from_file (parser, path, NULL))
        add_strings (json_parser_get_root (parser), written);
    }
}

/* Without the line breaks and the tags in it. */
static void
add_text (const char *path,
          GString    *written)
{
  g_autofree char *full_path = support_make_path (path);
  g_autofree char *contents = NULL;
  g_autoptr (GRegex) tags = g_regex_new ("(<[^>]*>|&nbsp;|\\s)+", 0, 0, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (full_path, &contents, NULL, NULL));
  text = g_regex_replace_literal (tags, contents, -1, 0, " ", 0, NULL);
  g_string_append (written, text);
}

/* The names of countries, languages and currencies, which ICU knows. */
static void
add_codes (GString *written)
{
  for (int kind = 0; kind <= VAC_CODE_ZONE; kind++)
    {
      g_auto (GStrv) codes = vac_code_names_list ((VacCodeKind) kind);

      for (guint i = 0; codes[i] != NULL; i++)
        {
          g_autofree char *name = vac_code_names_get ((VacCodeKind) kind, codes[i], "en");

          g_string_append_printf (written, "%s\n%s\n", codes[i], name);
        }
    }
}

/* The names of months and of days, from the same place. Months of 2026 begin on all days. */
static void
add_dates (GString *written)
{
  for (int month = G_DATE_JANUARY; month <= G_DATE_DECEMBER; month++)
    {
      g_autoptr (GDate) first = g_date_new_dmy (1, (GDateMonth) month, 2026);
      g_autofree char *text = vac_date_describe (first, "en");

      g_string_append_printf (written, "%s\n", text);
    }
}

/* Of English, in which the messages are. */
static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      return TRUE;

  return FALSE;
}

/* Whether somebody wrote each piece of a text, such as "Austin, TX" or "$1 per year". */
static gboolean
is_written (const char *text,
            const char *written)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, ",.;:/()%\n\"$0123456789", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_regex_split_simple (" *[–·→…“”‏،•] *", g_strstrip (pieces[i]), 0, 0);

      for (guint j = 0; parts[j] != NULL; j++)
        if (has_letters (parts[j]) && strstr (written, g_strstrip (parts[j])) == NULL)
          return FALSE;
    }

  return TRUE;
}

static void
check_text (Reader     *self,
            const char *place,
            const char *what,
            const char *text)
{
  g_autofree char *fault = NULL;

  if (text == NULL || strstr (text, OPENING) != NULL || is_written (text, self->written->str))
    return;
  fault = g_strdup_printf ("%s without a translation: “%s”", what, text);
  if (!g_hash_table_add (self->told, g_strdup (fault)))
    return;
  g_test_message ("%s: %s", place, fault);
  g_test_fail ();
}

static void
read_widget (Reader     *self,
             const char *place,
             GtkWidget  *widget)
{
  g_autofree char *name = NULL;

  /* The toolkit has its own translations, and keys are named by it. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_CALENDAR (widget)
      || g_str_equal (gtk_widget_get_css_name (widget), "accelerator"))
    return;
  if (GTK_IS_LABEL (widget))
    check_text (self, place, G_OBJECT_TYPE_NAME (widget), gtk_label_get_text (GTK_LABEL (widget)));
  check_text (self, place, "tooltip", gtk_widget_get_tooltip_text (widget));
  name = audit_get_name (widget);
  check_text (self, place, "name", name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_widget (self, place, child);
}

/* Whether the text that a fault quotes first is a translation. */
static gboolean
is_of_message (const char *fault)
{
  const char *quote = strstr (fault, "“");

  /* The toolkit cuts what it shows for a moment, and lists that open. */
  return quote != NULL && g_str_has_prefix (quote, "“" OPENING)
         && strstr (fault, "AdwToastWidget") == NULL && strstr (fault, "AdwComboRow") == NULL;
}

static void
read_place (GtkWidget  *root,
            const char *place,
            gpointer    user_data)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  Reader *self = user_data;

  g_test_message ("at %s", place);
  read_widget (self, place, root);
  audit_check_cut (root, faults);
  for (guint i = 0; i < faults->len; i++)
    if (is_of_message (g_ptr_array_index (faults, i))
        && g_hash_table_add (self->told, g_strdup (g_ptr_array_index (faults, i))))
      {
        g_test_message ("%s: %s", place, (char *) g_ptr_array_index (faults, i));
        g_test_fail ();
      }
}

static void
test_places (void)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) written = g_string_new (NULL);
  Reader reader = { written, told };
  static const char *const files[] = {
    "import/corpus/15-registered-nurse.html", "salary/fixtures/oews-metro.csv",
    "../data/salary-tables.ini",
  };
  static const char *const folders[] = {
    "../data/guides", "../data/languages", "../data/review", "../data/shared-texts", "data",
  };
  g_autofree char *own_folder = app_make_path ("");

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = support_make_path (folders[i]);

      add_files (folder, written);
    }
  add_codes (written);
  add_dates (written);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    add_text (files[i], written);
  /* What the tour writes; where the files are; and words of the toolkit. */
  g_string_append (written, "TX\nCO\nSenior Machine Learning Engineer\nengineer\nvacancy\njson\n"
                            "-registered-nurse\ncivil-engineer\nwarehouse-associate\nhtml\n"
                            "oews-metro\ncsv\nUTF-\nin words\302\240they use themselves\n"
                            "Clear entry\nClear Entry\nDismiss\n");
  g_string_append (written, own_folder);
  places_visit (read_place, &reader, 1280, 900, FALSE);
}

/* Puts the translation where gettext looks for it. */
static void
speak_it (void)
{
  g_autofree char *folder = app_make_path ("locale");
  g_autofree char *messages = g_build_filename (folder, "xa", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_assert_no_errno (symlink (g_getenv ("VAC_PSEUDO"), path));
  app_speak ("xa", folder);
  g_assert_nonnull (strstr (g_dgettext (GETTEXT_PACKAGE, "Print Preview"), OPENING));
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);
  speak_it ();

  g_test_add_func ("/window/pseudo/every-place-is-translated", test_places);

  return g_test_run ();
}
