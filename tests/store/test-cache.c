/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "vac-cache.h"

static char *
make_path (const char *name)
{
  g_autofree char *folder = vac_cache_get_folder ("things");

  return g_build_filename (folder, name, NULL);
}

static gboolean
exists (const char *name)
{
  g_autofree char *path = make_path (name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
save (const char *name,
      const char *text)
{
  g_autofree char *folder = vac_cache_get_folder ("things");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  vac_cache_save (folder, name, bytes);
}

static void
set_age (const char *name,
         int         days)
{
  g_autofree char *path = make_path (name);
  const time_t then = time (NULL) - days * 24 * 60 * 60;
  const struct utimbuf times = { then, then };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
test_what_is_saved_is_loaded_by_nobody_else (void)
{
  g_autofree char *folder = vac_cache_get_folder ("things");
  g_autofree char *path = make_path ("one");
  g_autoptr (GBytes) bytes = NULL;
  GStatBuf status;

  g_assert_null (vac_cache_load (folder, "one"));
  save ("one", "words");
  bytes = vac_cache_load (folder, "one");
  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "words", 5);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

/* What stands there is none of ours. */
static void
test_a_link_is_not_followed (void)
{
  g_autofree char *folder = vac_cache_get_folder ("things");
  g_autofree char *target = make_path ("target");
  g_autofree char *link = make_path ("link");

  save ("target", "words");
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_assert_null (vac_cache_load (folder, "link"));
  g_unlink (link);
}

static void
test_a_folder_that_cannot_be_made_does_no_harm (void)
{
  g_autofree char *path = make_path ("file");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  save ("file", "words");
  vac_cache_save (path, "below", bytes);
  g_assert_null (vac_cache_load (path, "below"));
}

static void
test_what_is_used_stays_longest (void)
{
  static const struct { const char *name; int days; } files[] = {
    { "a", 10 }, { "b", 40 }, { "c", 20 }, { "d", 30 },
  };
  g_autofree char *folder = vac_cache_get_folder ("things");
  g_autoptr (GBytes) used = NULL;

  vac_cache_trim (folder, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      save (files[i].name, "words");
      set_age (files[i].name, files[i].days);
    }
  used = vac_cache_load (folder, "b");
  g_assert_nonnull (used);
  vac_cache_trim (folder, 4);
  g_assert_true (exists ("d"));
  vac_cache_trim (folder, 2);
  g_assert_true (exists ("a") && exists ("b"));
  g_assert_false (exists ("c") || exists ("d"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("vacancy-cache-XXXXXX", NULL);

  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cache/what-is-saved-is-loaded-by-nobody-else",
                   test_what_is_saved_is_loaded_by_nobody_else);
  g_test_add_func ("/cache/a-link-is-not-followed", test_a_link_is_not_followed);
  g_test_add_func ("/cache/a-folder-that-cannot-be-made-does-no-harm",
                   test_a_folder_that_cannot_be_made_does_no_harm);
  g_test_add_func ("/cache/what-is-used-stays-longest", test_what_is_used_stays_longest);

  return g_test_run ();
}
