/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "store-fixture.h"
#include "support.h"
#include "vac-error.h"
#include "vac-state-folder.h"

static void
test_nobody_else_may_look_in (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = vac_state_folder_ensure ("some/thing", &error);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("text", 4);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (folder, g_get_user_state_dir ()));
  g_assert_cmphex (store_get_mode (folder), ==, 0700);

  path = g_build_filename (folder, "file", NULL);
  g_assert_true (vac_state_file_write (path, bytes, &error));
  g_assert_no_error (error);
  g_assert_cmphex (store_get_mode (path), ==, 0600);
}

static void
test_a_folder_that_cannot_be_made_is_an_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("text", 4);
  g_autofree char *folder = vac_state_folder_ensure ("one", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);

  g_assert_true (vac_state_file_write (file, bytes, NULL));
  g_assert_null (vac_state_folder_ensure ("one/file/in-it", &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_FAILED);
}

int
main (int    argc,
      char **argv)
{
  support_use_own_state ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/state-folder/nobody-else-may-look-in", test_nobody_else_may_look_in);
  g_test_add_func ("/state-folder/a-folder-that-cannot-be-made-is-an-error",
                   test_a_folder_that_cannot_be_made_is_an_error);

  return g_test_run ();
}
