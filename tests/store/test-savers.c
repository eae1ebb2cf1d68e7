/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "vac-error.h"
#include "vac-safe-file.h"

/* Several savers of one folder: those that run at the same time, and those that were killed. */

#define N_SAVERS 3
#define N_SAVES 60

/* Adds one line, as often as it takes: a conflict means to look again. */
static void
add_line (StoreFixture *fixture,
          const char   *line)
{
  for (;;)
    {
      g_autoptr (VacBaseline) read = NULL;
      g_autoptr (GBytes) old = vac_safe_file_load (fixture->file, G_MAXINT, &read, NULL, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      if (old != NULL)
        g_string_append_len (text, g_bytes_get_data (old, NULL), (gssize) g_bytes_get_size (old));
      g_string_append (text, line);
      bytes = store_bytes (text->str);
      if (vac_safe_file_write (fixture->file, bytes, read, VAC_WRITE_NONE, NULL, NULL, &error))
        return;
      if (!g_error_matches (error, VAC_ERROR, VAC_ERROR_CONFLICT) &&
          !g_error_matches (error, VAC_ERROR, VAC_ERROR_EXISTS))
        g_error ("%s", error->message);
    }
}

static void
save_line (StoreFixture *fixture,
           guint         number,
           guint         round)
{
  g_autofree char *line = g_strdup_printf ("%u saved %u\n", number, round);

  add_line (fixture, line);
}

/* Whoever was told "saved" finds the line in the file. */
static void
test_savers_that_race_lose_nothing_unasked (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  store_fixture_init (&fixture);
  store_race (&fixture, N_SAVERS, N_SAVES, save_line);
  g_assert_true (g_file_get_contents (fixture.path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines) - 1, ==, N_SAVERS * N_SAVES);
  for (guint i = 0; i < N_SAVERS * N_SAVES; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u saved %u", i / N_SAVES, i % N_SAVES);

      g_assert_true (g_strv_contains ((const char *const *) lines, line));
    }
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
}

/* The user was asked about the version that was found then, and about no later one. */
static void
test_agreement_covers_the_version_that_was_found (void)
{
  static const struct
  {
    const char *found;     /* NULL for nothing */
    const char *then;      /* NULL: it stays */
    int         error;     /* 0 for success */
  } cases[] = {
    { "second", NULL, 0 },
    { "second", "third!", VAC_ERROR_CONFLICT },
    { "second", "3", VAC_ERROR_CONFLICT },
    { "second", "", VAC_ERROR_DELETED },
    { NULL, NULL, 0 },
    { NULL, "third", VAC_ERROR_EXISTS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (VacBaseline) found = NULL;
      g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
      g_autoptr (GError) error = NULL;
      gboolean written;

      store_fixture_init (&fixture);
      if (cases[i].found != NULL)
        store_put (fixture.path, cases[i].found);
      found = vac_safe_file_inspect (fixture.file);
      g_assert_nonnull (found);
      if (cases[i].then != NULL && *cases[i].then != '\0')
        store_put (fixture.path, cases[i].then);
      else if (cases[i].then != NULL)
        g_assert_no_errno (g_unlink (fixture.path));
      written = vac_safe_file_write (fixture.file, bytes, found, VAC_WRITE_NONE, NULL, NULL,
                                     &error);
      g_assert_true (written == (cases[i].error == 0));
      if (written)
        store_assert_holds (fixture.path, STORE_NEW);
      else
        g_assert_error (error, VAC_ERROR, cases[i].error);
    }
}

static void
make_older (const char *path,
            guint       minutes)
{
  struct timespec times[2] = { { .tv_nsec = UTIME_OMIT } };

  times[1].tv_sec = g_get_real_time () / G_USEC_PER_SEC - minutes * 60;
  g_assert_no_errno (utimensat (AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW));
}

static void
test_temporaries_of_killed_saves_are_swept (void)
{
  static const struct
  {
    const char *name;
    guint       minutes;
    gboolean    swept;
  } cases[] = {
    { ".vacancy-0123456789abcdef.tmp", 61, TRUE },
    { ".vacancy-ffffffffffffffff.tmp", 60 * 24 * 300, TRUE },
    { ".vacancy-0123456789abcde0.tmp", 58, FALSE },
    { ".vacancy-0123456789abcdeg.tmp", 120, FALSE },
    { ".vacancy-0123456789ABCDEF.tmp", 120, FALSE },
    { ".vacancy-0123456789abcdef.tmp.bak", 120, FALSE },
    { ".vacancy-0123.tmp", 120, FALSE },
    { "vacancy-0123456789abcdef.tmp", 120, FALSE },
    { "notes.tmp", 120, FALSE },
  };
  g_auto (StoreFixture) fixture = { 0 };

  store_fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = store_fixture_path (&fixture, cases[i].name);

      store_put (path, "half of a");
      make_older (path, cases[i].minutes);
    }
  store_write_over (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = store_fixture_path (&fixture, cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) != cases[i].swept);
    }
}

static void
test_a_temporary_that_is_not_left_behind_stays (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *locked = NULL;
  g_autofree char *linked = NULL;
  g_autofree char *foreign = NULL;
  g_autofree char *target = NULL;
  int fd;

  store_fixture_init (&fixture);
  locked = store_fixture_path (&fixture, ".vacancy-0000000000000001.tmp");
  linked = store_fixture_path (&fixture, ".vacancy-0000000000000002.tmp");
  foreign = store_fixture_path (&fixture, ".vacancy-0000000000000003.tmp");
  target = store_fixture_path (&fixture, "theirs");
  store_put (locked, "being written");
  make_older (locked, 120);
  fd = open (locked, O_RDONLY | O_CLOEXEC);
  g_assert_no_errno (flock (fd, LOCK_EX));
  store_put (target, "theirs");
  make_older (target, 120);
  g_assert_no_errno (symlink ("theirs", linked));
  make_older (linked, 120);
  store_put (foreign, "another user's");
  if (geteuid () == 0)
    g_assert_no_errno (chown (foreign, 65534, 65534));
  make_older (foreign, geteuid () == 0 ? 120 : 1);

  vac_safe_file_sweep (fixture.folder);
  store_assert_holds (locked, "being written");
  store_assert_holds (target, "theirs");
  store_assert_holds (foreign, "another user's");
  g_assert_true (g_file_test (linked, G_FILE_TEST_IS_SYMLINK));

  g_assert_no_errno (close (fd));
  vac_safe_file_sweep (fixture.folder);
  g_assert_false (g_file_test (locked, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/savers/those-that-race-lose-nothing-unasked",
                   test_savers_that_race_lose_nothing_unasked);
  g_test_add_func ("/savers/agreement-covers-the-version-that-was-found",
                   test_agreement_covers_the_version_that_was_found);
  g_test_add_func ("/savers/temporaries-of-killed-saves-are-swept",
                   test_temporaries_of_killed_saves_are_swept);
  g_test_add_func ("/savers/a-temporary-that-is-not-left-behind-stays",
                   test_a_temporary_that_is_not_left_behind_stays);

  return g_test_run ();
}
