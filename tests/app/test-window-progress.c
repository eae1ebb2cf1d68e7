/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-sidebar-row.h"
#include "vac-sidebar.h"

/* How far a posting has come, as the sidebar of a real window says. */

static GtkWidget *
get_sidebar (VacWindow *window)
{
  return app_find_type (app_get_template_child (window, "sidebar_bin"), VAC_TYPE_SIDEBAR);
}

static gboolean
is_row_of (GtkWidget  *widget,
           const void *data)
{
  return VAC_IS_SIDEBAR_ROW (widget) &&
         vac_sidebar_row_get_node (VAC_SIDEBAR_ROW (widget)) == data;
}

static VacNode *
find_part (VacWindow  *window,
           const char *id)
{
  return id != NULL ? vac_document_find_section (app_get_document (window), id)
                    : vac_document_get (app_get_document (window), VAC_ROLE_JOB);
}

static VacProgress
get_progress (VacWindow  *window,
              const char *id)
{
  GtkWidget *row = app_find (get_sidebar (window), is_row_of, find_part (window, id));

  g_assert_nonnull (row);

  return vac_sidebar_row_get_progress (VAC_SIDEBAR_ROW (row));
}

static gboolean
says (VacWindow  *window,
      const char *part)
{
  GtkWidget *label = app_find_label (get_sidebar (window), part);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
set_text (VacWindow  *window,
          const char *id,
          const char *text)
{
  vac_document_set_text (app_get_document (window),
                         vac_node_get (find_part (window, id), VAC_ROLE_SECTION_TEXT), text);
}

static void
test_progress (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);

  /* The review pane is hidden, and nobody has asked for it. */
  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_UNTOUCHED);
  g_assert_cmpint (get_progress (window, "position-overview"), ==, VAC_PROGRESS_NEEDS_YOU);
  g_assert_cmpint (get_progress (window, NULL), ==, VAC_PROGRESS_NEEDS_YOU);
  g_assert_false (vac_document_get_modified (document));
  app_wait_until (says (window, "0 of 21 reviewed"));

  set_text (window, "about-the-role", "You build models that people use.");
  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_CLEAN);
  app_wait_until (says (window, "1 of 21 reviewed"));
  set_text (window, "about-the-role", "You are a rockstar.");
  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_EDITED);
  app_wait_until (says (window, "0 of 21 reviewed"));

  /* What is typed again is the guide's again. */
  vac_document_undo (document);
  vac_document_undo (document);
  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_UNTOUCHED);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME), "Acme");
  app_wait_until (get_progress (window, "position-overview") == VAC_PROGRESS_UNTOUCHED);
  app_close_all ();
}

static void
test_mark (void)
{
  g_autofree char *path = app_copy_guide ("marked.vacancy");
  g_autofree char *written = NULL;
  VacWindow *window = app_open (path);
  VacDocument *document = app_get_document (window);

  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_UNTOUCHED);
  vac_sidebar_set_selected (VAC_SIDEBAR (get_sidebar (window)),
                            find_part (window, "about-the-role"));
  gtk_widget_activate_action (get_sidebar (window), "sidebar.mark-reviewed", NULL);
  /* At once: somebody looks at it. */
  g_assert_cmpint (get_progress (window, "about-the-role"), ==, VAC_PROGRESS_MARKED);
  g_assert_true (says (window, "1 of 21 reviewed"));
  app_press ("<Control>z");
  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_UNTOUCHED);
  app_press ("<Control><Shift>z");
  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_MARKED);

  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (document));
  written = app_read (path);
  g_assert_nonnull (strstr (written, "\"reviewed\""));
  app_close_all ();

  window = app_open (path);
  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_MARKED);
  set_text (window, "about-the-role", "You are a rockstar.");
  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_EDITED);
  vac_document_undo (app_get_document (window));
  app_close_all ();
}

static void
test_check (void)
{
  GSettings *settings = g_settings_new (VAC_APPLICATION_ID);
  VacWindow *window = app_open_guide ();

  app_wait_until (says (window, "0 of 21 reviewed"));
  g_assert_false (gtk_widget_get_mapped (app_get_template_child (window, "review_pane")));
  for (guint i = 0; i < 2; i++)
    {
      app_click (app_find_label (get_sidebar (window), "0 of 21 reviewed"), 5, 5);
      app_wait_until (gtk_widget_get_mapped (app_get_template_child (window, "review_pane")));
    }
  app_wait_until (app_find_label (app_get_template_child (window, "review_pane"),
                                  "The employer is missing.") != NULL);
  app_close_all ();
  g_settings_reset (settings, "review-visible");
  g_object_unref (settings);
}

static void
test_removed (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *role = find_part (window, "about-the-role");

  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_UNTOUCHED);
  vac_sidebar_set_selected (VAC_SIDEBAR (get_sidebar (window)), role);
  gtk_widget_activate_action (get_sidebar (window), "sidebar.remove", NULL);
  app_wait_until (app_find_label (GTK_WIDGET (window), "“About the Role” removed") != NULL);
  g_assert_null (vac_node_get_parent (role));
  app_wait_until (says (window, "0 of 20 reviewed"));
  app_press_button (GTK_WIDGET (window), "_Undo");
  g_assert_nonnull (vac_node_get_parent (role));
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_wait_until (get_progress (window, "about-the-role") == VAC_PROGRESS_UNTOUCHED);
  app_close_all ();
}

int
main (int   argc,
      char *argv[])
{
  app_init (&argc, &argv);

  g_test_add_func ("/window-progress/marks-follow-the-guide-and-the-review", test_progress);
  g_test_add_func ("/window-progress/a-mark-made-by-hand-is-kept-in-the-file", test_mark);
  g_test_add_func ("/window-progress/the-bar-opens-the-review", test_check);
  g_test_add_func ("/window-progress/a-removed-part-comes-back-with-its-mark", test_removed);

  return g_test_run ();
}
