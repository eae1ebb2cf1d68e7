/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "vac-sidebar.h"

/* What a window offers around its forms: where the focus begins, menus, headers, bars. */

static void
click (GtkWidget *widget)
{
  app_click (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

static gboolean
match_menu_item (GtkWidget  *widget,
                 const void *data)
{
  g_autofree char *text = NULL;

  if (!gtk_widget_get_mapped (widget) || strcmp (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") != 0)
    return FALSE;
  g_object_get (widget, "text", &text, NULL);

  return g_strcmp0 (text, data) == 0;
}

static GtkWidget *
find_menu_item (GtkWidget  *within,
                const char *text)
{
  return app_find (within, match_menu_item, text);
}

/* Focus */

static void
test_new_title (void)
{
  VacWindow *window = app_open_guide ();

  app_type ("Tea taster");
  g_assert_cmpstr (vac_document_get_text (app_get_document (window), VAC_ROLE_JOB_TITLE), ==, "Tea taster");
  while (vac_document_get_can_undo (app_get_document (window)))
    app_press ("<Control>z");
  g_assert_cmpstr (vac_document_get_text (app_get_document (window), VAC_ROLE_JOB_TITLE), ==, "Machine Learning Engineer");
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_close_all ();
}

static void
test_opened_file (void)
{
  static const int widths[] = { 1400, 800, 360 };
  g_autofree char *path = app_copy_guide ("opened.vacancy");

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      VacWindow *window = app_open (path);

      app_resize (window, widths[i], 800);
      app_type (" x");
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
      g_assert_false (vac_document_get_modified (app_get_document (window)));
      app_close_all ();
    }
}

static void
test_export_enter (void)
{
  VacWindow *window = app_open_guide ();
  GtkWindow *dialog;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) documents = g_file_new_for_path (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS) != NULL
                                                     ? g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS)
                                                     : g_get_home_dir ());

  app_press ("<Control>e");
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_press ("Return");
  app_wait_until (GTK_IS_FILE_CHOOSER (app_wait_dialog (window)));
  dialog = app_wait_dialog (window);
  app_wait_until (gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (dialog)) != NULL);
  folder = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (dialog));
  g_assert_true (g_file_equal (folder, documents));
  app_close_all ();
}

static void
test_apply_enter (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  GtkWindow *dialog;

  vac_window_show_node (window, vac_node_get_child (vac_document_get (document, VAC_ROLE_VARIATIONS), 0));
  app_settle ();
  app_press_button (gtk_stack_get_visible_child (GTK_STACK (app_get_template_child (window, "page_stack"))),
                    "Apply to Posting…");
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_press ("Return");
  app_wait_until (vac_document_get_modified (document));
  app_close_all ();
}

/* Open Recent */

static GtkWidget *
open_recent_menu (VacWindow *window)
{
  GtkWidget *button = app_get_template_child (window, "main_menu_button");

  click (button);
  app_wait_until (find_menu_item (button, "Open Recent") != NULL);
  click (find_menu_item (button, "Open Recent"));

  return button;
}

static void
test_recent (void)
{
  g_autofree char *first = app_copy_guide ("first_one & <b>.vacancy");
  g_autofree char *second = app_copy_guide ("second.vacancy");
  g_autofree char *gone = app_copy_guide ("gone.vacancy");
  const char *paths[] = { gone, first, second };
  VacWindow *window;
  GtkWidget *menu;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      app_open (paths[i]);
      app_close_all ();
    }
  g_remove (gone);

  window = app_open_guide ();
  menu = open_recent_menu (window);
  app_wait_until (find_menu_item (menu, "second.vacancy") != NULL);
  g_assert_null (find_menu_item (menu, "gone.vacancy"));
  g_assert_nonnull (find_menu_item (menu, "first_one & <b>.vacancy"));
  click (find_menu_item (menu, "first_one & <b>.vacancy"));
  app_wait_until (strstr (gtk_window_get_title (gtk_application_get_active_window (GTK_APPLICATION (app_get ()))),
                          "first_one & <b>.vacancy") != NULL);
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/focus/typing-in-a-new-posting-renames-it", test_new_title);
  g_test_add_func ("/window/focus/a-key-in-an-opened-posting-changes-nothing", test_opened_file);
  g_test_add_func ("/window/focus/enter-exports-into-the-documents", test_export_enter);
  g_test_add_func ("/window/focus/enter-applies-a-variation", test_apply_enter);
  g_test_add_func ("/window/menu/the-postings-opened-last-open-from-the-menu", test_recent);

  return g_test_run ();
}
