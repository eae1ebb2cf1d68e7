/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>

#include "app-fixture.h"
#include "audit.h"
#include "places.h"
#include "vac-library-window.h"
#include "vac-outline.h"
#include "vac-print-preview.h"
#include "vac-state-bars.h"
#include "vac-writer.h"

/* What fits in a window as wide as a phone, and dialogs in one as low as a phone that lies on its
 * side: with text of twice the size, with all the buttons that a desktop may give a window, and in
 * every language of the program. */

#define WIDTH 360
#define HEIGHT 294

static const char *const languages[] = { "de", "fr", "en" };

static void
speak (const char *language)
{
  app_speak (language, g_getenv ("VAC_TRANSLATIONS"));
  g_assert_true (g_str_equal (g_dgettext (GETTEXT_PACKAGE, "Print Preview"), "Print Preview") ==
                 g_str_equal (language, "en"));
}

/* @told has the faults that were told, as what is on every page is visited with every page. */
static void
tell (GPtrArray  *faults,
      const char *place,
      GHashTable *told)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const char *fault = g_ptr_array_index (faults, i);

      if (told != NULL && !g_hash_table_add (told, g_strdup (fault)))
        continue;
      g_test_message ("%s: %s", place, fault);
      g_test_fail ();
    }
}

static void
visit_place (GtkWidget  *root,
             const char *place,
             gpointer    told)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (GTK_IS_POPOVER_MENU (root))
    return;
  app_settle ();
  audit_check_width (root, WIDTH, faults);
  audit_check_overlap (root, faults);
  tell (faults, place, told);
}

/* What opens beside a window has room outside of it, and menus are the toolkit's. Dialogs are as
 * low as a phone that lies on its side. */
static void
visit_phone (GtkWidget  *root,
             const char *place,
             gpointer    told)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  visit_place (root, place, told);
  if (GTK_IS_POPOVER (root) || VAC_IS_WINDOW (root))
    return;
  audit_check_height (root, WIDTH, HEIGHT, faults);
  tell (faults, place, told);
}

static void
check_place (GtkWidget  *window,
             const char *place)
{
  visit_place (window, place, NULL);
}

static void
check_start (void)
{
  VacWindow *window;

  g_application_activate (G_APPLICATION (app_get ()));
  window = app_wait_start ();
  app_resize (window, WIDTH, 800);
  check_place (GTK_WIDGET (window), "the start page");
  app_close_all ();
}

static void
check_panes (VacWindow *window)
{
  static const struct { const char *keys, *place; } panes[] = {
    { "F8", "the preview" }, { "F9", "the sidebar" }, { "F7", "the review" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      app_press (panes[i].keys);
      check_place (GTK_WIDGET (window), panes[i].place);
    }
  app_press ("F7");
}

static void
check_pages (VacWindow *window)
{
  VacNode *sections = vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);

  check_place (GTK_WIDGET (window), "Job Details");
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);

      vac_window_show_node (window, section);
      check_place (GTK_WIDGET (window),
                   vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
    }
}

/* A dialog is a window of its own, or in one that is narrow already. */
static void
make_narrow (GtkWidget *dialog)
{
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (dialog)), WIDTH, 700);
}

static void
check_dialogs (VacWindow *window)
{
  static const char *const actions[] = { "win.export", "win.save-guide", "win.preferences" };
  g_autoptr (VacOutline) outline = vac_outline_new (app_get_document (window),
                                                    VAC_AUDIENCE_CANDIDATE);
  VacPageSetup setup;
  VacDialog *preview;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GtkWidget) dialog = NULL;

      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      dialog = g_object_ref (app_wait_dialog (window));
      make_narrow (dialog);
      check_place (dialog, actions[i]);
      app_focus (dialog);
      app_press ("Escape");
      app_wait_until (!gtk_widget_get_mapped (dialog));
      app_focus (GTK_WIDGET (window));
    }
  vac_page_setup_init (&setup, VAC_PAPER_LETTER);
  preview = vac_print_preview_new (GTK_WINDOW (window), outline, &setup, NULL);
  vac_dialog_present (preview);
  make_narrow (GTK_WIDGET (preview));
  check_place (GTK_WIDGET (preview), "the pages before they are printed");
  vac_dialog_destroy (preview);
}

/* With what is said above all postings where one closes soon. */
static void
check_library (void)
{
  g_autoptr (GSettings) settings = g_settings_new (VAC_APPLICATION_ID);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) soon = g_date_time_add_days (now, 2);
  g_autofree char *day = g_date_time_format (soon, "%Y-%m-%d");
  g_autofree char *folder = app_make_path ("soon");
  g_autofree char *path = g_build_filename (folder, "soon.vacancy", NULL);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (GBytes) bytes = NULL;
  GtkWindow *library;

  g_mkdir_with_parents (folder, 0700);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "Nurse");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_CLOSES), day);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_STATUS), VAC_STATUS_OPEN);
  bytes = vac_write_document (document);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       NULL);
  g_settings_set_strv (settings, "library-folders", (const char *const[]) { uri, NULL });
  g_settings_reset (settings, "library-notice-dismissed");
  g_action_group_activate_action (G_ACTION_GROUP (app_get ()), "library", NULL);
  app_wait_until (app_find_window (VAC_TYPE_LIBRARY_WINDOW) != NULL);
  library = app_find_window (VAC_TYPE_LIBRARY_WINDOW);
  gtk_window_set_default_size (library, WIDTH, 800);
  app_wait_until (app_find_type (GTK_WIDGET (library), VAC_TYPE_STATE_BARS) != NULL &&
                  gtk_widget_get_first_child (
                      app_find_type (GTK_WIDGET (library), VAC_TYPE_STATE_BARS)) != NULL);
  check_place (GTK_WIDGET (library), "all postings");
  app_close_all ();
}

static void
test_large_text (gconstpointer language)
{
  VacWindow *window;

  speak (language);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  check_start ();
  window = app_open_guide_id ("machine-learning-engineer");
  app_resize (window, WIDTH, 800);
  check_pages (window);
  check_panes (window);
  check_dialogs (window);
  app_close_all ();
  check_library ();
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", -1, NULL);
}

static void
test_phone (gconstpointer language)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  speak (language);
  places_visit (visit_phone, told, WIDTH, FALSE);
}

static void
test_window_buttons (gconstpointer language)
{
  static const char *const layouts[] = {
    ":minimize,maximize,close", "close,minimize,maximize:", "icon:minimize,maximize,close",
  };

  speak (language);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      VacWindow *window;

      g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", layouts[i], NULL);
      check_start ();
      window = app_open_guide ();
      app_resize (window, WIDTH, 800);
      check_panes (window);
      app_close_all ();
    }
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-decoration-layout");
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);
  /* GLib asks once whether there are translations at all. */
  speak (languages[0]);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *large = g_strdup_printf ("/window/narrow/text-of-twice-the-size/%s",
                                                languages[i]);
      g_autofree char *phone = g_strdup_printf ("/window/narrow/phone/%s", languages[i]);
      g_autofree char *buttons = g_strdup_printf ("/window/narrow/all-window-buttons/%s",
                                                  languages[i]);

      /* The longest way by far, and nearly everything is shorter in English. */
      if (!g_str_equal (languages[i], "en"))
        g_test_add_data_func (phone, languages[i], test_phone);
      g_test_add_data_func (large, languages[i], test_large_text);
      g_test_add_data_func (buttons, languages[i], test_window_buttons);
    }

  return g_test_run ();
}
