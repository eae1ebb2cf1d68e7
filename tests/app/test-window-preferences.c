/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-new-posting.h"
#include "vac-writer.h"

/* What the user wants new postings to begin with, and how that is said. */

#define ACME "Acme & <b>Söhne</b>"

static GSettings *settings;

static void
close_all (void)
{
  static const char *const keys[] = {
    VAC_SETTING_NEW_POSTING, "review-skips", "library-folders", "employer-size", "paper-size",
    "review-visible",
  };

  app_close_all ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

/* As "PATH=VALUE" in GVariant's text form. */
static void
set_defaults (const char *text)
{
  g_autoptr (GVariant) values = g_variant_parse (G_VARIANT_TYPE ("a{ss}"), text, NULL, NULL, NULL);

  g_assert_nonnull (values);
  g_settings_set_value (settings, VAC_SETTING_NEW_POSTING, values);
}

static void
assert_default (const char *path,
                const char *expected)
{
  g_autoptr (GVariant) values = g_settings_get_value (settings, VAC_SETTING_NEW_POSTING);
  const char *text = "";

  g_variant_lookup (values, path, "&s", &text);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_says (VacDocument *document,
             const char  *path,
             const char  *expected)
{
  VacNode *leaf = vac_node_lookup (vac_document_get_root (document), path, NULL);

  g_assert_nonnull (leaf);
  g_assert_cmpstr (vac_node_get_text (leaf), ==, expected);
}

static char *
write_text (VacDocument *document)
{
  g_autoptr (GBytes) bytes = vac_write_document (document);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
page_says (VacWindow  *window,
           const char *part)
{
  g_autofree char *text = app_get_page_text (window);

  return strstr (text, part) != NULL;
}

#define DEFAULTS \
  "{'job.employer.name': 'Acme', 'job.locations.0.city': 'Leeds', " \
  "'job.locations.0.country': 'GB', 'language': 'en-GB', 'job.pay.currency': 'GBP', " \
  "'look.design': 'modern'}"

static void
test_a_new_posting_begins_so (void)
{
  g_autofree char *path = app_make_path ("begun.vacancy");
  g_autofree char *written = NULL;
  g_autofree char *after = NULL;
  VacWindow *window;
  VacDocument *document;

  set_defaults (DEFAULTS);
  window = app_open_guide_id ("blank");
  document = app_get_document (window);
  assert_says (document, "job.employer.name", "Acme");
  assert_says (document, "job.locations.0.city", "Leeds");
  assert_says (document, "job.locations.0.country", "GB");
  assert_says (document, "job.pay.currency", "GBP");
  assert_says (document, "language", "en-GB");
  assert_says (document, "look.design", "modern");
  app_wait_until (page_says (window, "Acme") && page_says (window, "Leeds"));

  g_assert_false (vac_document_get_modified (document));
  g_assert_false (vac_document_get_can_undo (document));
  g_assert_true (vac_window_is_pristine (window));
  app_press ("<Control>z");
  app_settle ();
  assert_says (document, "job.employer.name", "Acme");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "Clerk");
  app_press ("<Control>z");
  app_wait_until (!vac_document_get_modified (document));
  assert_says (document, "job.employer.name", "Acme");

  written = write_text (document);
  g_assert_nonnull (strstr (written, "\"name\": \"Acme\""));
  app_write (path, written);
  app_close_all ();
  set_defaults ("{'job.employer.name': 'Other', 'job.pay.currency': 'EUR'}");
  window = app_open (path);
  document = app_get_document (window);
  assert_says (document, "job.employer.name", "Acme");
  assert_says (document, "job.pay.currency", "GBP");
  g_assert_false (vac_document_get_modified (document));
  after = app_read (path);
  g_assert_cmpstr (after, ==, written);
  close_all ();
}

/* The program's own guide has pay in dollars and is written in English. */
static void
test_what_a_guide_says_stays (void)
{
  static const char text[] =
      "{ \"format\": \"vacancy-posting\", \"version\": 2, \"language\": \"en-US\","
      "  \"job\": { \"employer\": { \"name\": \"Ours\" },"
      "    \"locations\": [ { \"city\": \"Austin\" } ], \"pay\": { \"currency\": \"USD\" } },"
      "  \"look\": { \"design\": \"compact\" } }";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/ours.json");
  g_autoptr (VacDocument) document = NULL;
  const VacGuide own = { .id = (char *) "ours", .file = file, .bytes = bytes };
  VacWindow *window;

  set_defaults (DEFAULTS);
  window = app_open_guide ();
  assert_says (app_get_document (window), "job.employer.name", "Acme");
  assert_says (app_get_document (window), "job.pay.currency", "USD");
  assert_says (app_get_document (window), "language", "en-GB");
  app_close_all ();

  document = vac_new_posting_from_guide (settings, &own, NULL);
  g_assert_nonnull (document);
  assert_says (document, "job.employer.name", "Ours");
  assert_says (document, "job.locations.0.city", "Austin");
  assert_says (document, "job.locations.0.country", "");
  assert_says (document, "job.pay.currency", "USD");
  assert_says (document, "language", "en-US");
  assert_says (document, "look.design", "compact");

  set_defaults ("{'language': 'de'}");
  window = app_open_guide ();
  assert_says (app_get_document (window), "language", "en-US");
  close_all ();
}

static void
test_the_start_offers_the_language (void)
{
  VacWindow *window;

  set_defaults ("{'language': 'de-AT'}");
  g_application_activate (G_APPLICATION (app_get ()));
  window = app_wait_start ();
  gtk_widget_activate (app_find_card (window, ""));
  app_wait_until (vac_window_get_store (window) != NULL);
  app_wait_shown (window);
  assert_says (app_get_document (window), "language", "de-AT");
  assert_says (app_get_document (window), "sections.1.title", "Die Stelle im Überblick");
  close_all ();
}

static void
test_hostile_values (void)
{
  g_autofree char *large = g_strnfill (1 << 20, 'x');
  g_autofree char *text = g_strdup_printf ("{'job.employer.name': '%s', "
                                           "'job.pay.currency': 'money', "
                                           "'language': '../..', 'look.design': 'none', "
                                           "'look.accentColor': 'red', 'sections.0.title': 'No', "
                                           "'job.locations.0.city': 'A\\nB', '': 'x', "
                                           "'job.locations.7.city': 'x', 'job': 'x', "
                                           "'job.locations.0.country': 'DE'}", large);
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
  g_autoptr (VacDocument) plain = vac_guide_open (vac_guide_library_find (library, "blank"), NULL);
  g_autofree char *before = write_text (plain);
  g_autofree char *after = NULL;
  VacWindow *window;
  VacDocument *document;

  set_defaults (text);
  window = app_open_guide_id ("blank");
  document = app_get_document (window);
  assert_says (document, "job.locations.0.country", "DE");
  assert_says (document, "job.locations.0.city", "");
  vac_document_remove (document, vac_node_get_child (
                           vac_document_get (document, VAC_ROLE_LOCATIONS), 0));
  after = write_text (document);
  g_assert_cmpstr (after, ==, before);
  close_all ();
}

/* The dialog */

static GtkWidget *
show_preferences (VacWindow *window)
{
  GtkWidget *dialog;

  app_press ("<Control>comma");
  dialog = app_wait_dialog (window);
  app_focus (dialog);

  return GTK_WIDGET (dialog);
}

static void
type_into (GtkWidget  *dialog,
           const char *title,
           const char *text)
{
  GtkWidget *row = app_find_row (dialog, title);

  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  app_type (text);
  app_settle ();
}

static gboolean
can_reset (GtkWidget  *dialog,
           const char *title)
{
  g_autofree char *name = g_strdup_printf ("Reset “%s”", title);
  GtkWidget *button = app_find_button (dialog, name);

  return button != NULL && gtk_widget_get_visible (button);
}

static void
reset (GtkWidget  *dialog,
       const char *title)
{
  g_autofree char *name = g_strdup_printf ("Reset “%s”", title);

  app_press_button (dialog, name);
  app_settle ();
}

static void
test_it_is_said_with_keys (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  GtkWidget *dialog = show_preferences (window);

  g_assert_false (can_reset (dialog, "City"));
  type_into (dialog, "City", "Leeds");
  assert_default ("job.locations.0.city", "Leeds");
  g_assert_true (can_reset (dialog, "City"));
  type_into (dialog, "Currency", "gbp");
  app_press ("Return");
  app_settle ();
  assert_default ("job.pay.currency", "GBP");
  type_into (dialog, "Language of the posting", "german");
  app_press ("Return");
  app_settle ();
  assert_default ("language", "de");
  type_into (dialog, "Accent color", "#12345");
  assert_default ("look.accentColor", "");
  app_type ("6");
  app_settle ();
  assert_default ("look.accentColor", "#123456");
  /* The posting behind it has nothing to do with that. */
  assert_says (document, "language", "en-US");
  g_assert_false (vac_document_get_modified (document));

  reset (dialog, "Currency");
  assert_default ("job.pay.currency", "");
  g_assert_false (can_reset (dialog, "Currency"));
  g_assert_nonnull (app_find_label (app_find_row (dialog, "Currency"), "As in the guide"));
  reset (dialog, "City");
  reset (dialog, "Language of the posting");
  reset (dialog, "Accent color");
  g_assert_null (g_settings_get_user_value (settings, VAC_SETTING_NEW_POSTING));
  app_press ("Escape");
  app_settle ();
  close_all ();
}

static void
test_a_posting_is_the_model (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  GtkWidget *dialog;

  app_add_location (window, "Springfield", "IL");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME), ACME);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LOOK_DESIGN), "compact");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.default-look", NULL);
  assert_default ("look.design", "compact");
  assert_default ("job.employer.name", "");
  g_settings_reset (settings, VAC_SETTING_NEW_POSTING);
  dialog = show_preferences (window);
  type_into (dialog, "City", "Leeds");
  gtk_widget_activate (app_find_row (dialog, "_Take from This Posting"));
  app_settle ();
  assert_default ("job.employer.name", ACME);
  assert_default ("job.locations.0.city", "Springfield");
  assert_default ("job.pay.currency", "USD");
  assert_default ("look.design", "compact");
  app_press_button (dialog, "_Undo");
  app_settle ();
  assert_default ("job.locations.0.city", "Leeds");
  assert_default ("job.employer.name", "");
  assert_default ("look.design", "");
  close_all ();
}

static void
test_search (void)
{
  GtkWidget *dialog = show_preferences (app_open_guide ());

  app_type ("wordin");
  app_wait_until (app_find_row (dialog, "City") == NULL);
  g_assert_nonnull (app_find_row (dialog, "Wording"));
  g_assert_null (app_find_label (dialog, "New Postings"));
  app_type ("x");
  app_wait_until (app_find_label (dialog, "Nothing was found.") != NULL);
  app_press ("Escape");
  app_wait_until (app_find_row (dialog, "City") != NULL);
  g_assert_null (app_find_label (dialog, "Nothing was found."));
  close_all ();
}

static void
test_groups_of_the_review (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  GtkWidget *pane = app_get_template_child (window, "review_pane");
  GtkWidget *dialog;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_NOTE),
                         "A rockstar is is here.");
  app_press ("F7");
  app_wait_until (app_find_label (pane, "Wording") != NULL);
  dialog = show_preferences (window);
  gtk_widget_activate (app_find_row (dialog, "Wording"));
  gtk_widget_activate (app_find_row (dialog, "Typing"));
  app_settle ();
  {
    g_auto (GStrv) skips = g_settings_get_strv (settings, "review-skips");

    g_assert_cmpuint (g_strv_length (skips), ==, 2);
    g_assert_cmpstr (skips[0], ==, "wording");
    g_assert_cmpstr (skips[1], ==, "typing");
  }
  app_wait_until (app_find_label (pane, "rockstar") == NULL);
  reset (dialog, "Wording");
  g_assert_false (can_reset (dialog, "Wording"));
  g_assert_true (can_reset (dialog, "Typing"));
  app_wait_until (app_find_label (pane, "rockstar") != NULL);
  close_all ();
}

static void
test_folders (void)
{
  g_autofree char *path = app_make_path ("");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *name = g_file_get_basename (folder);
  const char *const uris[] = { uri, NULL };
  g_auto (GStrv) kept = NULL;
  GtkWidget *dialog, *button;

  g_settings_set_strv (settings, "library-folders", uris);
  dialog = show_preferences (app_open_guide ());
  g_assert_nonnull (app_find_row (dialog, "_Add Folder…"));
  button = app_find_label (dialog, name);
  g_assert_nonnull (button);
  button = app_find_type (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  app_settle ();
  kept = g_settings_get_strv (settings, "library-folders");
  g_assert_cmpuint (g_strv_length (kept), ==, 0);
  app_press_button (dialog, "_Undo");
  app_settle ();
  g_strfreev (kept);
  kept = g_settings_get_strv (settings, "library-folders");
  g_assert_cmpstr (kept[0], ==, uri);
  close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);
  settings = g_settings_new (VAC_APPLICATION_ID);

  g_test_add_func ("/window/preferences/a-new-posting-begins-with-the-defaults",
                   test_a_new_posting_begins_so);
  g_test_add_func ("/window/preferences/what-a-guide-says-stays", test_what_a_guide_says_stays);
  g_test_add_func ("/window/preferences/guides-are-offered-in-the-default-language",
                   test_the_start_offers_the_language);
  g_test_add_func ("/window/preferences/what-is-no-value-is-left-out", test_hostile_values);
  g_test_add_func ("/window/preferences/defaults-are-set-and-reset", test_it_is_said_with_keys);
  g_test_add_func ("/window/preferences/a-posting-can-be-the-model", test_a_posting_is_the_model);
  g_test_add_func ("/window/preferences/rows-are-found", test_search);
  g_test_add_func ("/window/preferences/the-review-skips-groups", test_groups_of_the_review);
  g_test_add_func ("/window/preferences/folders-are-removed-and-brought-back", test_folders);

  return g_test_run ();
}
