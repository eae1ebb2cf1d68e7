/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-code-row.h"

/* The language of a posting, chosen on its page: what the guide says there comes with it. */

static VacNode *
get_language (VacWindow *window)
{
  return vac_document_get (app_get_document (window), VAC_ROLE_LANGUAGE);
}

static VacNode *
get_leaf (VacWindow  *window,
          const char *path)
{
  VacNode *root = vac_document_get_root (app_get_document (window));

  return vac_node_lookup (root, path, NULL);
}

static gboolean
page_says (VacWindow  *window,
           const char *part)
{
  g_autofree char *text = app_get_page_text (window);

  return strstr (text, part) != NULL;
}

static GtkWidget *
get_row (VacWindow *window)
{
  GtkWidget *row = app_find_field (window, get_language (window));

  g_assert_true (VAC_IS_CODE_ROW (row));

  return row;
}

/* By keyboard: the list opens with what is typed on the row. */
static void
choose_language (VacWindow  *window,
                 const char *typed,
                 const char *expected)
{
  vac_window_show_node (window, get_language (window));
  app_settle ();
  gtk_widget_grab_focus (get_row (window));
  app_settle ();
  app_type (typed);
  app_press ("Return");
  app_wait_until (g_str_equal (vac_node_get_text (get_language (window)), expected));
  app_settle ();
}

static void
test_switch (void)
{
  g_autofree char *path = app_copy_guide ("switched.vacancy");
  g_autofree char *saved = NULL;
  VacWindow *window = app_open (path);
  VacDocument *document = app_get_document (window);
  GtkWidget *toast;

  vac_document_set_text (document, get_leaf (window, "sections.1.title"), "The Job");
  vac_document_set_text (document, get_leaf (window, "sections.1.sections.0.items.2.text"), "Mine");
  choose_language (window, "german", "de");

  toast = app_find_label (GTK_WIDGET (window), "Now in German. 1 heading and 1 text were yours and "
                                               "stay as they are.");
  g_assert_nonnull (toast);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (toast))));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == get_row (window));
  app_wait_until (page_says (window, "Ihre Aufgaben"));
  g_assert_true (page_says (window, "The Job"));
  g_assert_true (page_says (window, "• Mine"));
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Häufige Fragen"));

  app_press_button (GTK_WIDGET (window), "_Undo");
  app_wait_until (page_says (window, "Key Responsibilities"));
  g_assert_cmpstr (vac_node_get_text (get_language (window)), ==, "en-US");
  g_assert_cmpstr (vac_node_get_text (get_leaf (window, "sections.1.title")), ==, "The Job");
  g_assert_null (app_find_label (GTK_WIDGET (window), "Now in German"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == get_row (window));
  app_press ("<Control>z");
  app_press ("<Control>z");
  g_assert_false (vac_document_get_modified (document));

  for (guint i = 0; i < 3; i++)
    app_press ("<Control><Shift>z");
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (document));
  saved = app_read (path);
  g_assert_nonnull (strstr (saved, "\"Ihre Aufgaben\""));
  g_assert_nonnull (strstr (saved, "\"The Job\""));
  app_close_all ();
}

static void
test_there_and_back (void)
{
  VacWindow *window = app_open_guide ();

  choose_language (window, "german (austria", "de-AT");
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Now in German (Austria), with all its "
                                                         "texts."));
  g_assert_cmpstr (vac_node_get_text (get_leaf (window, "sections.5.title")), ==,
                   "Das bringen Sie mit");
  choose_language (window, "english (united kingdom", "en-GB");
  g_assert_cmpstr (vac_node_get_text (get_leaf (window, "sections.5.title")), ==,
                   "Required Qualifications");
  app_close_all ();
}

static void
test_no_edition (void)
{
  VacWindow *window = app_open_guide ();

  choose_language (window, "italian", "it");
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Now in Italian. Only the words that the "
                                                         "program writes have changed"));
  app_wait_until (page_says (window, "all’anno"));
  g_assert_true (page_says (window, "Key Responsibilities"));
  app_close_all ();
}

/* As narrow as a phone, the whole sentence and both buttons are within the window. */
static void
test_narrow (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *toast, *button;
  graphene_rect_t bounds;

  vac_document_set_text (app_get_document (window), get_leaf (window, "job.title"), "Mine");
  app_resize (window, 360, 760);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.switch-language", "s",
                                             "de-AT"));
  app_settle ();
  toast = app_find_label (GTK_WIDGET (window), "Now in German (Austria). 1 heading was yours");
  g_assert_nonnull (toast);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (toast))));
  button = gtk_widget_get_last_child (gtk_widget_get_parent (gtk_widget_get_parent (toast)));
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (window), &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                     (float) gtk_widget_get_width (GTK_WIDGET (window)));
  app_close_all ();
}

/* A region of the same language has the same edition. */
static void
test_region (void)
{
  VacWindow *window = app_open_guide ();

  choose_language (window, "english (united kingdom", "en-GB");
  g_assert_null (app_find_label (GTK_WIDGET (window), "Now in"));
  g_assert_cmpstr (vac_node_get_text (get_leaf (window, "sections.5.title")), ==,
                   "Required Qualifications");
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/language/takes-over-the-guides-texts-and-says-what-it-left",
                   test_switch);
  g_test_add_func ("/window/language/there-and-back-in-other-regions", test_there_and_back);
  g_test_add_func ("/window/language/without-an-edition-the-programs-words-change",
                   test_no_edition);
  g_test_add_func ("/window/language/another-region-is-no-switch", test_region);
  g_test_add_func ("/window/language/what-was-left-is-told-in-a-narrow-window", test_narrow);

  return g_test_run ();
}
