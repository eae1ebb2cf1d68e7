/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "contrast.h"
#include "places.h"

/* That every text and icon of every place can be told from what is behind it. */

static void
check_place (GtkWidget  *root,
             const char *place,
             gpointer    told)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  g_test_message ("at %s", place);
  contrast_check (root, faults);
  for (guint i = 0; i < faults->len; i++)
    if (g_hash_table_add (told, g_strdup (g_ptr_array_index (faults, i))))
      {
        g_test_message ("%s: %s", place, (const char *) g_ptr_array_index (faults, i));
        g_test_fail ();
      }
}

static void
visit (void)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  places_visit (check_place, told, 0, FALSE);
}

static void
test_scheme (gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, GPOINTER_TO_INT (data));
  visit ();
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

/* A program asks for the desktop's contrast setting when it starts. */
static void
test_high (gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDOUT |
                                           G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_unsetenv ("ADW_DEBUG_HIGH_CONTRAST");
      g_test_trap_assert_passed ();
      return;
    }

  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  test_scheme (data);
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_data_func ("/window/contrast/every-place-in-light",
                        GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT), test_scheme);
  g_test_add_data_func ("/window/contrast/every-place-in-dark",
                        GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), test_scheme);

  g_test_add_data_func ("/window/contrast/every-place-in-high-contrast",
                        GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT), test_high);
  g_test_add_data_func ("/window/contrast/every-place-in-high-contrast-and-dark",
                        GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), test_high);

  return g_test_run ();
}
