/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>

#include "app-fixture.h"
#include "audit.h"
#include "places.h"

/* What fits in a window as wide as a phone, and as low as one that lies on its side: with text of
 * twice the size, and with all the buttons that a desktop may give a window. */

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

  audit_check_width (root, WIDTH, faults);
  audit_check_overlap (root, faults);
  audit_check_lines (root, faults);
  audit_check_window_buttons (root, faults);
  tell (faults, place, told);
}

static void
set_text_size (int times)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", times * 96 * 1024, NULL);
}

/* What opens beside a window has room outside of it. Only with text of the usual size is everything
 * as low as a phone that lies on its side. */
static void
visit_phone (GtkWidget  *root,
             const char *place,
             gpointer    told)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  visit_place (root, place, told);
  if (GTK_IS_POPOVER (root))
    return;
  audit_check_height (root, WIDTH, HEIGHT, faults);
  tell (faults, place, told);
}

static void
check_place (GtkWidget  *window,
             const char *place)
{
  app_settle ();
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
test_large_text (gconstpointer language)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  speak (language);
  set_text_size (2);
  places_visit (visit_place, told, WIDTH, 900, FALSE);
  set_text_size (1);
}

static void
test_phone (gconstpointer language)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  speak (language);
  places_visit (visit_phone, told, WIDTH, HEIGHT, FALSE);
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

static void
assert_name (GtkWidget  *widget,
             const char *name)
{
  g_autofree char *said = audit_get_name (widget);

  g_assert_cmpstr (said, ==, name);
}

/* On a phone an icon takes the place of what is written on it. */
static void
test_name (void)
{
  static const int widths[] = { 1280, WIDTH, 1280 };
  VacWindow *window;
  GtkWidget *button;

  speak ("en");
  window = app_open_guide ();
  button = app_get_template_child (window, "save_button");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      app_resize (window, widths[i], 800);
      g_assert_true (gtk_widget_get_mapped (button));
      g_assert_cmpint (gtk_button_get_icon_name (GTK_BUTTON (button)) != NULL, ==,
                       widths[i] == WIDTH);
      assert_name (button, "Save the Posting");
    }
  app_close_all ();
}

static void
assert_inside (GtkWidget *widget,
               GtkWidget *window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                     (float) gtk_widget_get_width (window));
}

/* Of any length, with a button beside it, and with letters of twice the size. */
static void
test_toast (void)
{
  static const char sentence[] =
    "The bullets name no skill & no certificate that is not there yet.";
  VacWindow *window;

  speak ("en");
  for (int times = 1; times <= 2; times++)
    {
      AdwToast *toast = adw_toast_new ("");
      GtkWidget *label, *undo;
      int height;

      set_text_size (times);
      window = app_open_guide ();
      app_resize (window, WIDTH, 800);
      adw_toast_set_title (toast, "The bullets name no skill &amp; no certificate that is not "
                                  "there yet.");
      adw_toast_set_button_label (toast, "_Undo");
      adw_toast_overlay_add_toast (
          ADW_TOAST_OVERLAY (app_get_template_child (window, "toast_overlay")), toast);
      app_wait_until (app_find_label (GTK_WIDGET (window), sentence) != NULL);
      app_settle ();
      label = app_find_label (GTK_WIDGET (window), sentence);
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &height);
      g_assert_cmpint (gtk_widget_get_height (label), >=, height);
      assert_inside (label, GTK_WIDGET (window));
      undo = app_find_button (GTK_WIDGET (window), "_Undo");
      assert_inside (undo, GTK_WIDGET (window));
      /* The one that closes it. */
      assert_inside (gtk_widget_get_last_child (gtk_widget_get_parent (undo)),
                     GTK_WIDGET (window));
      app_close_all ();
    }
  set_text_size (1);
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);
  /* GLib asks once whether there are translations at all. */
  speak (languages[0]);

  /* The longest ways by far, each in one of the languages with the longest words. */
  g_test_add_data_func ("/window/narrow/text-of-twice-the-size/de", "de", test_large_text);
  g_test_add_data_func ("/window/narrow/phone/fr", "fr", test_phone);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *buttons = g_strdup_printf ("/window/narrow/all-window-buttons/%s",
                                                  languages[i]);

      g_test_add_data_func (buttons, languages[i], test_window_buttons);
    }

  g_test_add_func ("/window/narrow/a-button-keeps-its-name", test_name);
  g_test_add_func ("/window/narrow/a-toast-is-read-to-its-end", test_toast);

  return g_test_run ();
}
