/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

/* What is said before a posting is exported, printed, or copied. */

#define HEADING "Errors and Legal Rules"
#define MISSING "The employer is missing."

/* A posting without an error. */
static VacWindow *
open_sound (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);

  app_add_location (window, "Austin", "TX");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME), "Harbor");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_WORKPLACE), "onsite");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_POSTED), "2026-06-01");
  app_settle ();

  return window;
}

static GtkWidget *
open_export (VacWindow *window)
{
  GtkWidget *dialog;

  app_press ("<Control>e");
  dialog = app_wait_dialog (window);
  app_wait_until (app_find_label (GTK_WIDGET (dialog), "Formats") != NULL);

  return dialog;
}

static double
get_height_of (GtkWidget  *dialog,
               const char *label)
{
  GtkWidget *widget = app_find_label (GTK_WIDGET (dialog), label);
  graphene_point_t place;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (dialog), &GRAPHENE_POINT_INIT (0, 0),
                                           &place));

  return (double) place.y;
}

static void
test_first_what_is_wrong (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *employer = vac_document_get (app_get_document (window), VAC_ROLE_EMPLOYER_NAME);
  GtkWidget *dialog = open_export (window);
  GtkWidget *row;

  g_assert_cmpfloat (get_height_of (dialog, HEADING), <, get_height_of (dialog, "Formats"));
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "Error · Employer"));
  row = app_find_row (GTK_WIDGET (dialog), MISSING);
  g_assert_nonnull (row);
  g_assert_null (app_find_label (GTK_WIDGET (dialog), "The employer’s name is missing"));
  app_focus (dialog);
  gtk_widget_grab_focus (row);
  app_press ("space");
  app_focus (GTK_WIDGET (window));
  app_wait_until (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                          app_find_field (window, employer)));
  app_close_all ();
}

/* What the user does not want to be told is not told here, either. */
static void
test_ignored (void)
{
  g_autoptr (GSettings) settings = g_settings_new (VAC_APPLICATION_ID);
  static const char *const rules[] = { "facts.job.employer.name", NULL };
  VacWindow *window = app_open_guide ();
  GtkWidget *dialog;

  g_settings_set_strv (settings, "ignored-rules", rules);
  dialog = open_export (window);
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "The place of work is missing"));
  g_assert_null (app_find_label (GTK_WIDGET (dialog), MISSING));
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "The employer’s name is missing"));
  g_settings_reset (settings, "ignored-rules");
  app_close_all ();
}

static void
test_nothing_is_wrong (void)
{
  VacWindow *window = open_sound ();
  GtkWidget *dialog = open_export (window);

  g_assert_null (app_find_label (GTK_WIDGET (dialog), HEADING));
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "The posting does not say how to apply."));
  app_close_all ();
}

/* The guide has more characters than a field without format takes. */
static void
test_lengths (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *sections = vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);
  GtkWidget *dialog = open_export (window);
  GtkWidget *row;

  row = app_find_row (GTK_WIDGET (dialog), "LinkedIn");
  g_assert_nonnull (app_find_label (row, " of 25,000"));
  g_assert_nonnull (app_find_label (row, "Characters of HTML."));
  row = app_find_row (GTK_WIDGET (dialog), "Tracking system, plain text");
  g_assert_nonnull (app_find_label (row, " of 4,000"));
  g_assert_nonnull (app_find_label (row, "Too long by "));
  g_assert_nonnull (app_find_type (row, GTK_TYPE_IMAGE));
  gtk_widget_activate_action (dialog, "window.close", NULL);
  while (vac_node_get_n_children (sections) > 2)
    vac_document_remove (app_get_document (window), vac_node_get_child (sections, 2));

  dialog = open_export (window);
  row = app_find_row (GTK_WIDGET (dialog), "Tracking system, plain text");
  g_assert_nonnull (app_find_label (row, "Characters of plain text."));
  g_assert_null (app_find_label (row, "Too long"));
  gtk_widget_activate_action (dialog, "window.close", NULL);
  app_close_all ();
}

static void
test_lengths_are_measured (void)
{
  g_autoptr (GSettings) settings = g_settings_new (VAC_APPLICATION_ID);
  VacWindow *window = app_open_guide ();
  GtkWidget *list;

  app_press ("F7");
  list = app_get_template_child (window, "review_pane");
  app_wait_until (app_find_label (list, " of 25,000") != NULL);
  g_assert_nonnull (app_find_label (list, "Too long by "));
  app_settle ();
  app_close_all ();
  g_settings_reset (settings, "review-visible");
}

static gboolean
is_print_dialog (GtkWidget *dialog)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (dialog), "GtkPrintUnixDialog");
}

static void
test_print (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *dialog;

  app_press ("<Control>p");
  dialog = app_wait_dialog (window);
  g_assert_nonnull (app_find_row (GTK_WIDGET (dialog), MISSING));
  app_focus (dialog);
  app_press ("Return");
  app_wait_until (is_print_dialog (app_wait_dialog (window)));
  app_close_all ();

  window = open_sound ();
  app_press ("<Control>p");
  app_wait_until (is_print_dialog (app_wait_dialog (window)));
  app_close_all ();
}

static void
test_copy (void)
{
  g_autoptr (GSettings) settings = g_settings_new (VAC_APPLICATION_ID);
  VacWindow *window = app_open_guide ();
  GtkWidget *pane = app_get_template_child (window, "review_pane");

  app_press ("<Control><Shift>c");
  app_wait_until (app_find_label (GTK_WIDGET (window), "errors or legal findings") != NULL);
  app_press_button (GTK_WIDGET (window), "_Show");
  app_wait_until (gtk_widget_get_mapped (pane));
  app_settle ();
  app_close_all ();
  g_settings_reset (settings, "review-visible");

  window = open_sound ();
  app_press ("<Control><Shift>c");
  app_wait_until (app_find_label (GTK_WIDGET (window), "Paste it into an email") != NULL);
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/publish/export-shows-first-what-is-wrong", test_first_what_is_wrong);
  g_test_add_func ("/window/publish/export-does-not-tell-what-is-ignored", test_ignored);
  g_test_add_func ("/window/publish/export-shows-nothing-where-nothing-is-wrong",
                   test_nothing_is_wrong);
  g_test_add_func ("/window/publish/export-says-whether-the-posting-fits", test_lengths);
  g_test_add_func ("/window/publish/the-review-says-whether-the-posting-fits",
                   test_lengths_are_measured);
  g_test_add_func ("/window/publish/print-shows-what-is-wrong-and-goes-on-with-enter", test_print);
  g_test_add_func ("/window/publish/copying-says-how-much-is-wrong", test_copy);

  return g_test_run ();
}
