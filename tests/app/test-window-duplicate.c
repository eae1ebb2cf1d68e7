/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "vac-compare-view.h"
#include "vac-status.h"

/* How far a posting has come, and the next one that begins as it. */

static const char *
get_text (VacWindow *window,
          VacRole    role)
{
  return vac_document_get_text (app_get_document (window), role);
}

static void
set_text (VacWindow  *window,
          VacRole     role,
          const char *text)
{
  VacDocument *document = app_get_document (window);

  vac_document_set_text (document, vac_document_get (document, role), text);
}

static void
choose_status (VacWindow  *window,
               const char *status)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.status", "s", status);
  app_settle ();
}

static char *
get_chosen_status (VacWindow *window)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), "status");

  return g_variant_dup_string (state, NULL);
}

static void
assert_status (VacWindow  *window,
               const char *status,
               const char *words)
{
  g_autofree char *chosen = get_chosen_status (window);

  g_assert_cmpstr (vac_status_get (app_get_document (window)), ==, status);
  g_assert_cmpstr (chosen, ==, status);
  g_assert_cmpint (strstr (app_get_subtitle (window), words) != NULL, ==,
                   !g_str_equal (status, VAC_STATUS_DRAFT));
}

static void
test_status_from_the_menu (void)
{
  VacWindow *window = app_open_guide ();

  assert_status (window, VAC_STATUS_DRAFT, "Draft");
  choose_status (window, VAC_STATUS_APPROVED);
  assert_status (window, VAC_STATUS_APPROVED, "Approved");
  app_press ("<Control>z");
  app_settle ();
  assert_status (window, VAC_STATUS_DRAFT, "Draft");
  app_close_all ();
}

static GtkWidget *
find_status_row (VacWindow *window)
{
  VacDocument *document = app_get_document (window);

  return app_find_field (window, vac_document_get (document, VAC_ROLE_STATUS));
}

static void
test_status_in_the_form (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *row = find_status_row (window);

  /* No row for a posting that does not say: it is a draft. */
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3);
  app_settle ();
  assert_status (window, VAC_STATUS_OPEN, "Open");
  g_assert_cmpstr (get_text (window, VAC_ROLE_STATUS_SINCE), !=, "");
  vac_window_show_node (window, vac_document_find_section (app_get_document (window),
                                                           "about-the-role"));
  g_assert_false (gtk_widget_get_mapped (row));
  app_press ("<Control>z");
  app_settle ();
  assert_status (window, VAC_STATUS_DRAFT, "Draft");
  g_assert_cmpstr (get_text (window, VAC_ROLE_STATUS_SINCE), ==, "");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_assert_true (gtk_widget_get_mapped (row));
  app_close_all ();
}

static VacWindow *
wait_duplicate (VacWindow *window)
{
  GtkApplication *application = GTK_APPLICATION (app_get ());
  const guint n_windows = app_count_windows ();
  GtkWindow *duplicate;

  app_press ("<Control><Shift>d");
  app_wait_until (app_count_windows () == n_windows + 1);
  duplicate = gtk_application_get_active_window (application);
  g_assert_true (VAC_IS_WINDOW (duplicate) && VAC_WINDOW (duplicate) != window);
  app_wait_shown (VAC_WINDOW (duplicate));
  app_focus (GTK_WIDGET (duplicate));

  return VAC_WINDOW (duplicate);
}

static VacWindow *
open_original (const char *name,
               char      **path)
{
  VacWindow *window;

  *path = app_copy_guide (name);
  window = app_open (*path);
  set_text (window, VAC_ROLE_REQUISITION, "RN-1");
  choose_status (window, VAC_STATUS_OPEN);

  return window;
}

static void
test_a_duplicate_waits_for_its_title (void)
{
  g_autofree char *path = NULL;
  VacWindow *window = open_original ("original.vacancy", &path);
  g_autofree char *title = g_strdup (get_text (window, VAC_ROLE_JOB_TITLE));
  VacWindow *duplicate = wait_duplicate (window);

  g_assert_cmpstr (get_text (duplicate, VAC_ROLE_REQUISITION), ==, "");
  assert_status (duplicate, VAC_STATUS_DRAFT, "Draft");
  app_type ("Nurse");
  app_settle ();
  g_assert_cmpstr (get_text (duplicate, VAC_ROLE_JOB_TITLE), ==, "Nurse");
  g_assert_cmpstr (get_text (window, VAC_ROLE_JOB_TITLE), ==, title);
  g_assert_cmpstr (get_text (window, VAC_ROLE_REQUISITION), ==, "RN-1");
  assert_status (window, VAC_STATUS_OPEN, "Open");
  app_close_all ();
}

static void
test_nothing_takes_the_place_of_a_duplicate (void)
{
  g_autofree char *path = NULL;
  g_autofree char *other = app_copy_guide ("other.vacancy");
  VacWindow *window = open_original ("original.vacancy", &path);
  VacWindow *duplicate = wait_duplicate (window);

  g_assert_false (vac_window_is_pristine (duplicate));
  app_open (other);
  g_assert_cmpuint (app_count_windows (), ==, 3);
  app_close_all ();
}

static gboolean
has_focus_in (VacWindow *window,
              VacRole    role)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  VacDocument *document = app_get_document (window);
  GtkWidget *field = app_find_field (window, vac_document_get (document, role));

  return focus != NULL && field != NULL &&
         (focus == field || gtk_widget_is_ancestor (focus, field));
}

static void
test_the_place_of_work_comes_next (void)
{
  g_autofree char *path = NULL;
  VacWindow *window = open_original ("original.vacancy", &path);
  VacWindow *duplicate = wait_duplicate (window);

  app_press_button (GTK_WIDGET (duplicate), "_Place of Work");
  app_settle ();
  g_assert_true (has_focus_in (duplicate, VAC_ROLE_LOCATIONS));
  app_close_all ();
}

/* Also where both have moved, and lie in one folder again. */
static void
test_a_duplicate_is_compared_with_its_original (void)
{
  for (guint moved = 0; moved < 2; moved++)
    {
      g_autofree char *path = app_copy_guide ("original.vacancy");
      g_autofree char *copy = app_make_path ("copy.vacancy");
      VacWindow *window = app_open (path);
      VacWindow *duplicate = wait_duplicate (window);
      VacCompareView *view;

      set_text (duplicate, VAC_ROLE_JOB_TITLE, "Nurse");
      if (moved)
        {
          set_text (duplicate, VAC_ROLE_DUPLICATE_OF, "original.vacancy#0123456789abcdef");
          app_press ("<Control>s");
          app_choose_file (GTK_WIDGET (app_wait_dialog (duplicate)), copy);
          app_wait_until (vac_store_get_file (vac_window_get_store (duplicate)) != NULL);
          g_assert_null (app_find_button (GTK_WIDGET (duplicate), "_Place of Work"));
          app_close_all ();
          duplicate = app_open (copy);
        }
      gtk_widget_activate_action (GTK_WIDGET (duplicate), "win.compare-original", NULL);
      app_wait_until (app_find_type (GTK_WIDGET (duplicate), VAC_TYPE_COMPARE_VIEW) != NULL);
      app_settle ();
      view = VAC_COMPARE_VIEW (app_find_type (GTK_WIDGET (duplicate), VAC_TYPE_COMPARE_VIEW));
      g_assert_nonnull (app_find_label (GTK_WIDGET (view), "Only in the original"));
      g_assert_null (app_find_label (GTK_WIDGET (view), "Duplicate of"));
      app_close_all ();
      g_unlink (copy);
    }
}

static char *
save_as (VacWindow  *window,
         const char *name)
{
  char *path = app_make_path (name);

  app_focus (GTK_WIDGET (window));
  app_press ("<Control>s");
  app_choose_file (app_wait_dialog (window), path);
  app_wait_until (vac_store_get_file (vac_window_get_store (window)) != NULL);
  app_settle ();

  return path;
}

/* Somebody may read the file, and the original lies elsewhere. */
static void
test_the_file_does_not_say_where_the_original_lies (void)
{
  g_autofree char *path = NULL;
  VacWindow *window = open_original ("original.vacancy", &path);
  VacWindow *duplicate = wait_duplicate (window);
  g_autofree char *copy = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *elsewhere = g_build_filename (folder, "elsewhere", NULL);
  g_autofree char *moved = g_build_filename (elsewhere, "copy.vacancy", NULL);

  copy = save_as (duplicate, "copy.vacancy");
  text = app_read (copy);
  g_assert_nonnull (strstr (text, "\"duplicateOf\": \"original.vacancy#"));
  g_assert_null (strstr (text, folder));
  app_close_all ();

  g_assert_cmpint (g_mkdir_with_parents (elsewhere, 0755), ==, 0);
  g_assert_cmpint (g_rename (copy, moved), ==, 0);
  duplicate = app_open (moved);
  gtk_widget_activate_action (GTK_WIDGET (duplicate), "win.compare-original", NULL);
  app_wait_until (app_find_type (GTK_WIDGET (duplicate), VAC_TYPE_COMPARE_VIEW) != NULL);
  app_close_all ();
  g_unlink (moved);
}

/* The version before wrote the whole address. */
static void
test_an_address_in_a_file_is_mended_by_the_next_save (void)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *other = app_make_path ("old.vacancy");
  g_autofree char *posting = NULL;
  g_autofree char *text = NULL;
  VacWindow *window = open_original ("original.vacancy", &path);

  folder = g_path_get_dirname (path);
  posting = g_strdup_printf ("{\"format\":\"vacancy-posting\",\"version\":2,"
                             "\"duplicateOf\":\"file://%s\",\"job\":{\"title\":\"Cook\"}}", path);
  app_close_all ();
  app_write (other, posting);
  window = app_open (other);
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  g_assert_false (vac_document_get_can_undo (app_get_document (window)));
  g_assert_true (g_str_has_prefix (get_text (window, VAC_ROLE_DUPLICATE_OF), "original.vacancy#"));
  set_text (window, VAC_ROLE_JOB_TITLE, "Baker");
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  text = app_read (other);
  g_assert_null (strstr (text, folder));
  app_settle ();
  app_close_all ();

  window = app_open (other);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare-original", NULL);
  app_wait_until (app_find_type (GTK_WIDGET (window), VAC_TYPE_COMPARE_VIEW) != NULL);
  app_close_all ();
}

/* What somebody has sent asks no server. */
static void
test_an_original_on_the_web_is_not_fetched (void)
{
  g_autofree char *path = app_make_path ("sent.vacancy");
  VacWindow *window;

  app_write (path, "{\"format\":\"vacancy-posting\",\"version\":2,"
                   "\"duplicateOf\":\"http://example.com/gone.vacancy\"}");
  window = app_open (path);
  g_assert_null (vac_store_get_original (vac_window_get_store (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare-original", NULL);
  app_wait_until (app_find_label (GTK_WIDGET (window), "no longer here") != NULL);
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/status/a-status-is-chosen-in-the-menu", test_status_from_the_menu);
  g_test_add_func ("/window/status/a-status-is-chosen-in-the-form", test_status_in_the_form);

  g_test_add_func ("/window/duplicate/a-duplicate-waits-for-its-title",
                   test_a_duplicate_waits_for_its_title);
  g_test_add_func ("/window/duplicate/nothing-takes-the-place-of-a-duplicate",
                   test_nothing_takes_the_place_of_a_duplicate);
  g_test_add_func ("/window/duplicate/the-place-of-work-comes-next",
                   test_the_place_of_work_comes_next);
  g_test_add_func ("/window/duplicate/a-duplicate-is-compared-with-its-original",
                   test_a_duplicate_is_compared_with_its_original);
  g_test_add_func ("/window/duplicate/the-file-does-not-say-where-the-original-lies",
                   test_the_file_does_not_say_where_the_original_lies);
  g_test_add_func ("/window/duplicate/an-address-in-a-file-is-mended-by-the-next-save",
                   test_an_address_in_a_file_is_mended_by_the_next_save);
  g_test_add_func ("/window/duplicate/an-original-on-the-web-is-not-fetched",
                   test_an_original_on_the_web_is_not_fetched);

  return g_test_run ();
}
