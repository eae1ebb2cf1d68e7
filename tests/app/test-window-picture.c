/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "support.h"

/* The employer's logo in the form: chosen, replaced, undone, removed. */

static char *
write_picture (const char *name,
               const char *uri)
{
  g_autoptr (VacPicture) picture = vac_picture_new (uri, NULL);
  GBytes *png = vac_picture_get_png (picture);
  char *path = app_make_path (name);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL),
                                      (gssize) g_bytes_get_size (png), NULL));

  return path;
}

static VacNode *
get_logo (VacWindow *window)
{
  return vac_document_get (app_get_document (window), VAC_ROLE_EMPLOYER_LOGO);
}

static GtkWidget *
show_row (VacWindow *window)
{
  GtkWidget *row;

  vac_window_show_node (window, get_logo (window));
  app_settle ();
  row = app_find_row (GTK_WIDGET (window), "Logo");
  g_assert_nonnull (row);

  return row;
}

static GtkWidget *
find_thumbnail (GtkWidget *row)
{
  GtkWidget *thumbnail = app_find_type (row, GTK_TYPE_PICTURE);

  return thumbnail != NULL && gtk_widget_get_mapped (thumbnail) ? thumbnail : NULL;
}

static void
choose (VacWindow  *window,
        GtkWidget  *row,
        const char *button,
        const char *path)
{
  app_press_button (row, button);
  app_choose_file (app_wait_dialog (window), path);
}

static gboolean
has_picture (VacWindow *window)
{
  g_autoptr (VacPicture) picture = vac_node_get_picture (get_logo (window));

  return picture != NULL;
}

static void
test_a_picture_is_chosen_replaced_undone_and_removed (void)
{
  g_autofree char *blue = write_picture ("blue.png", SUPPORT_PICTURE);
  g_autofree char *red = write_picture ("red.png", SUPPORT_OTHER_PICTURE);
  int minimum, natural;
  g_autofree char *first = NULL;
  VacWindow *window = app_open_guide ();
  GtkWidget *row = show_row (window);

  g_assert_null (find_thumbnail (row));
  choose (window, row, "Choose a Picture", blue);
  app_wait_until (has_picture (window));
  app_settle ();
  first = g_strdup (vac_node_get_text (get_logo (window)));
  g_assert_nonnull (find_thumbnail (row));
  /* In a narrow window the words beside it need the room. */
  gtk_widget_measure (find_thumbnail (row), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (minimum, <, 20);
  g_assert_cmpint (natural, >, 30);
  g_assert_nonnull (app_find_label (row, "2 × 1 pixels"));

  choose (window, row, "Replace the Picture", red);
  app_wait_until (strcmp (vac_node_get_text (get_logo (window)), first) != 0);
  app_focus (GTK_WIDGET (window));
  app_press ("<Control>z");
  g_assert_cmpstr (vac_node_get_text (get_logo (window)), ==, first);

  app_press_button (row, "Remove the Picture");
  app_settle ();
  g_assert_cmpstr (vac_node_get_text (get_logo (window)), ==, "");
  g_assert_null (find_thumbnail (row));
  app_press ("<Control>z");
  g_assert_cmpstr (vac_node_get_text (get_logo (window)), ==, first);
  app_press ("<Control>z");
  g_assert_cmpstr (vac_node_get_text (get_logo (window)), ==, "");
  app_close_all ();
}

static void
test_the_row_is_used_with_the_keyboard (void)
{
  VacWindow *window = app_open_guide ();

  show_row (window);
  app_press ("Return");
  g_assert_true (GTK_IS_FILE_CHOOSER (app_wait_dialog (window)));
  app_press ("Escape");
  app_close_all ();
}

static void
test_a_file_that_is_no_picture_changes_nothing (void)
{
  g_autofree char *path = app_make_path ("text.png");
  VacWindow *window = app_open_guide ();
  GtkWidget *row = show_row (window);
  GtkWidget *dialog;

  app_write (path, "This is a text.\n");
  choose (window, row, "Choose a Picture", path);
  app_wait_until (app_find_label (app_wait_dialog (window), "not a PNG") != NULL);
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_press ("Escape");
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_close_all ();
}

static void
test_a_file_is_dropped_on_the_row (void)
{
  g_autofree char *blue = write_picture ("blue.png", SUPPORT_PICTURE);
  g_autoptr (GFile) file = g_file_new_for_path (blue);
  VacWindow *window = app_open_guide ();
  GtkWidget *row = show_row (window);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean dropped = FALSE;

  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &dropped);
    }
  g_assert_true (dropped);
  app_wait_until (has_picture (window));
  app_close_all ();
}

/* It stays in the file, and can be removed there. */
static void
test_a_value_that_is_no_picture_is_said_to_be_none (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *row;

  vac_document_set_text (app_get_document (window), get_logo (window),
                         "data:image/gif;base64,R0lG");
  row = show_row (window);
  g_assert_null (find_thumbnail (row));
  g_assert_nonnull (app_find_label (row, "not a picture"));
  g_assert_null (app_find_label (GTK_WIDGET (window), "R0lG"));
  app_press_button (row, "Remove the Picture");
  g_assert_cmpstr (vac_node_get_text (get_logo (window)), ==, "");
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/picture/is-chosen-replaced-undone-and-removed",
                   test_a_picture_is_chosen_replaced_undone_and_removed);
  g_test_add_func ("/window/picture/the-row-is-used-with-the-keyboard",
                   test_the_row_is_used_with_the_keyboard);
  g_test_add_func ("/window/picture/a-file-that-is-no-picture-changes-nothing",
                   test_a_file_that_is_no_picture_changes_nothing);
  g_test_add_func ("/window/picture/a-file-is-dropped-on-the-row",
                   test_a_file_is_dropped_on_the_row);
  g_test_add_func ("/window/picture/a-value-that-is-no-picture-is-said-to-be-none",
                   test_a_value_that_is_no_picture_is_said_to_be_none);

  return g_test_run ();
}
