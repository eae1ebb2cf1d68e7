/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app-fixture.h"
#include "vac-pay-law.h"
#include "vac-review.h"
#include "vac-spelling.h"
#include "vac-writer.h"

/* What the user says once for the review of all postings. */

#define QUESTION "How many people work for the employer?"
#define LAW      "Illinois (may apply): postings must state the pay"
#define UNSURE   "It applies to employers with 15 or more employees."

static GSettings *settings;

static GtkWidget *
get_pane (VacWindow *window)
{
  return app_get_template_child (window, "review_pane");
}

/* Alone, so that all of it is in sight. */
static void
show_group (VacWindow       *window,
            VacFindingGroup  group)
{
  GtkWidget *drop_down = app_find_type (get_pane (window), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), group + 1);
}

/* A posting for a job in Illinois that says nothing of its pay. */
static VacWindow *
open_in_illinois (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);

  app_add_location (window, "Springfield", "IL");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_WORKPLACE), "onsite");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MINIMUM), "");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MAXIMUM), "");
  if (!gtk_widget_get_mapped (get_pane (window)))
    app_press ("F7");
  app_wait_until (gtk_widget_get_mapped (get_pane (window)));

  show_group (window, VAC_FINDING_PAY);

  return window;
}

static void
close_all (void)
{
  static const char *const keys[] = {
    "review-visible", "employer-size", "check-spelling", "ignored-rules",
  };

  app_close_all ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static gboolean
match_entry (GtkWidget  *widget,
             const void *data)
{
  return GTK_IS_EDITABLE (widget) && !GTK_IS_TEXT (widget) && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_entry (GtkWidget *within)
{
  return app_find (within, match_entry, NULL);
}

static void
test_size_is_asked_once (void)
{
  VacWindow *window = open_in_illinois ();
  GtkWidget *entry;

  app_wait_until (app_find_label (get_pane (window), UNSURE) != NULL);
  app_wait_until (app_find_label (get_pane (window), QUESTION) != NULL);
  entry = find_entry (get_pane (window));
  gtk_widget_grab_focus (entry);
  app_type ("1,200");
  app_press ("Return");
  app_wait_until (app_find_label (get_pane (window), UNSURE) == NULL);
  g_assert_nonnull (app_find_label (get_pane (window), LAW));
  app_wait_until (app_find_label (get_pane (window), QUESTION) == NULL);
  g_assert_cmpuint (g_settings_get_uint (settings, "employer-size"), ==, 1200);
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "can be changed in the preferences"));
  app_close_all ();

  window = open_in_illinois ();
  app_wait_until (app_find_label (get_pane (window), LAW) != NULL);
  g_assert_null (app_find_label (get_pane (window), QUESTION));
  close_all ();
}

static void
test_size_is_no_word (void)
{
  VacWindow *window = open_in_illinois ();
  GtkWidget *entry;

  app_wait_until (app_find_label (get_pane (window), QUESTION) != NULL);
  entry = find_entry (get_pane (window));
  gtk_widget_grab_focus (entry);
  app_type ("many");
  app_press ("Return");
  app_wait_until (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (entry), ==, "This is not a number of people.");
  g_assert_cmpuint (g_settings_get_uint (settings, "employer-size"), ==, 0);
  app_press ("<Control>a");
  app_type ("3");
  app_press ("Tab");
  app_wait_until (g_settings_get_uint (settings, "employer-size") == 3);
  app_wait_until (app_find_label (get_pane (window), LAW) == NULL);
  close_all ();
}

static void
test_preferences (void)
{
  VacWindow *window = open_in_illinois ();
  GtkWidget *dialog;
  GtkWidget *row;

  app_wait_until (app_find_label (get_pane (window), UNSURE) != NULL);
  app_press ("<Control>comma");
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  row = app_find_row (GTK_WIDGET (dialog), "_People Who Work for the Employer");
  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  app_type ("40");
  app_press ("Return");
  app_wait_until (g_settings_get_uint (settings, "employer-size") == 40);
  /* To the button that takes the number back, and to the next row. */
  app_press ("Tab");
  app_press ("Tab");
  g_assert_true (g_settings_get_boolean (settings, "check-spelling"));
  app_press ("space");
  app_wait_until (!g_settings_get_boolean (settings, "check-spelling"));
  app_press ("Escape");
  app_wait_until (app_find_label (get_pane (window), UNSURE) == NULL);
  g_assert_nonnull (app_find_label (get_pane (window), LAW));
  close_all ();
}

#define DAMAGED "{\n  \"rules\": [\n    oops\n  ]\n}\n"

static void
test_damaged_law (void)
{
  g_autofree char *path = vac_pay_law_dup_overlay_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *place = g_strdup_printf ("%s:3:5: ", path);
  VacWindow *window;

  g_mkdir_with_parents (folder, 0700);
  app_write (path, DAMAGED);
  window = open_in_illinois ();
  app_wait_until (app_find_label (GTK_WIDGET (window), place) != NULL);
  app_wait_until (app_find_label (get_pane (window), UNSURE) != NULL);
  g_unlink (path);
  app_press_button (GTK_WIDGET (window), "_Try Again");
  app_wait_until (app_find_label (GTK_WIDGET (window), place) == NULL);
  close_all ();
}

static void
test_spelling (void)
{
  VacWindow *window;
  VacDocument *document;

  if (!vac_spelling_has ("en-US"))
    {
      g_test_skip ("no dictionary of that language is installed");
      return;
    }
  window = open_in_illinois ();
  document = app_get_document (window);
  show_group (window, VAC_FINDING_SPELLING);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_NOTE),
                         "You will mantain the machine.");
  app_wait_until (app_find_label (get_pane (window), "“mantain” is not in the dictionary.") !=
                  NULL);
  g_settings_set_boolean (settings, "check-spelling", FALSE);
  app_wait_until (app_find_label (get_pane (window), "“mantain” is not in the dictionary.") ==
                  NULL);
  close_all ();
}

/* Of one word each, in the folder of the posting. */
static void
write_others (guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("other-%u.vacancy", i);
      g_autofree char *path = app_make_path (name);
      g_autoptr (VacDocument) document = vac_document_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "en-US");
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE),
                             "Wireless and Signalling Maintenance Engineer");
      bytes = vac_write_document (document);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      app_write (path, text);
    }
}

static void
test_own_postings (void)
{
  g_autofree char *path = app_copy_guide ("own.vacancy");
  VacWindow *window;

  write_others (9);
  window = app_open (path);
  app_press ("F7");
  app_wait_until (app_find_label (get_pane (window), "Characters of HTML.") != NULL);
  app_settle ();
  g_assert_null (app_find_label (get_pane (window), "beside your own"));
  app_close_all ();
  write_others (10);
  window = app_open (path);
  app_wait_until (app_find_label (get_pane (window), "10 of 10 shorter") != NULL);
  g_assert_nonnull (app_find_label (get_pane (window),
                                    "Longer than nine in ten of your own postings for “Engineer”"));
  g_assert_nonnull (app_find_label (get_pane (window),
                                    "The title is shorter than nine in ten of your own"));
  close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);
  settings = g_settings_new (VAC_APPLICATION_ID);

  g_test_add_func ("/window/options/the-employers-size-is-asked-once", test_size_is_asked_once);
  g_test_add_func ("/window/options/a-word-is-no-size", test_size_is_no_word);
  g_test_add_func ("/window/options/preferences-are-changed-with-keys", test_preferences);
  g_test_add_func ("/window/options/a-damaged-table-of-laws-is-told-with-its-place",
                   test_damaged_law);
  g_test_add_func ("/window/options/spelling-is-checked-unless-the-user-turns-it-off",
                   test_spelling);

  g_test_add_func ("/window/options/a-posting-is-compared-with-ten-of-the-users-own",
                   test_own_postings);

  return g_test_run ();
}
