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

typedef struct
{
  const char    *name;
  AdwColorScheme scheme;
  gboolean       high;
} Look;

static const Look looks[] = {
  { "every-place-in-light", ADW_COLOR_SCHEME_FORCE_LIGHT, FALSE },
  { "every-place-in-dark", ADW_COLOR_SCHEME_FORCE_DARK, FALSE },
  { "every-place-in-high-contrast", ADW_COLOR_SCHEME_FORCE_LIGHT, TRUE },
  { "every-place-in-high-contrast-and-dark", ADW_COLOR_SCHEME_FORCE_DARK, TRUE },
};

/* Each in a program of its own, which asks for the desktop's contrast setting when it starts. */
static void
test_look (gconstpointer data)
{
  const Look *look = data;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!g_test_subprocess ())
    {
      if (look->high)
        g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDOUT |
                                           G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_unsetenv ("ADW_DEBUG_HIGH_CONTRAST");
      g_test_trap_assert_passed ();
      return;
    }

  g_assert_true (adw_style_manager_get_high_contrast (manager) == look->high);
  adw_style_manager_set_color_scheme (manager, look->scheme);
  places_visit (check_place, told, 0, 900, FALSE);
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/window/contrast/%s", looks[i].name);

      g_test_add_data_func (path, &looks[i], test_look);
    }

  return g_test_run ();
}
