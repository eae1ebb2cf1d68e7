/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "store-fixture.h"
#include "vac-baseline-private.h"
#include "vac-error.h"
#include "vac-safe-file-private.h"

/* The way for files without a local path uses nothing but GIO, so local files show what it does. */

#define OTHER "{ \"odd\": 1 }\n"   /* as long as the old text */
#define SUCCESS (-1)

typedef struct
{
  StorePresent  present;
  gboolean      loaded;
  const char   *then;      /* what somebody else writes after that; "" deletes */
  VacWriteFlags flags;
  int           error;
} OutcomeCase;

static void
make_then (StoreFixture *fixture,
           const char   *then)
{
  if (then == NULL)
    return;
  if (*then != '\0')
    store_put (fixture->path, then);
  else
    g_assert_no_errno (g_unlink (fixture->path));
}

static void
check_outcome (const OutcomeCase *test)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (VacBaseline) expected = NULL;
  g_autoptr (VacBaseline) now = NULL;
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_init (&fixture);
  store_make_present (&fixture, test->present);
  if (test->loaded)
    loaded = vac_safe_file_load_remote (fixture.file, 1024, &expected, NULL, NULL);
  make_then (&fixture, test->then);
  before = store_describe_folder (fixture.folder);

  now = vac_safe_file_write_remote (fixture.file, bytes, expected, test->flags, NULL, &error);

  after = store_describe_folder (fixture.folder);
  if (test->error == SUCCESS)
    {
      g_assert_no_error (error);
      g_assert_nonnull (vac_baseline_get_etag (now));
      store_assert_holds (fixture.path, STORE_NEW);
      return;
    }
  g_assert_error (error, VAC_ERROR, test->error);
  g_assert_null (now);
  g_assert_cmpstr (after, ==, before);
}

static void
test_every_outcome_is_the_promised_one (void)
{
  static const OutcomeCase cases[] = {
    { STORE_NOTHING, FALSE, NULL, VAC_WRITE_NONE, SUCCESS },
    { STORE_NOTHING, FALSE, NULL, VAC_WRITE_OVERWRITE, SUCCESS },
    { STORE_FILE, FALSE, NULL, VAC_WRITE_NONE, VAC_ERROR_EXISTS },
    { STORE_FILE, FALSE, NULL, VAC_WRITE_OVERWRITE, SUCCESS },
    { STORE_FILE, TRUE, NULL, VAC_WRITE_NONE, SUCCESS },
    { STORE_FILE, TRUE, STORE_OLD, VAC_WRITE_NONE, SUCCESS },
    { STORE_FILE, TRUE, OTHER, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { STORE_FILE, TRUE, STORE_OLD OTHER, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { STORE_FILE, TRUE, OTHER, VAC_WRITE_OVERWRITE, SUCCESS },
    { STORE_FILE, TRUE, "", VAC_WRITE_NONE, VAC_ERROR_DELETED },
    { STORE_FILE, TRUE, "", VAC_WRITE_OVERWRITE, SUCCESS },
    { STORE_FOLDER, FALSE, NULL, VAC_WRITE_NONE, VAC_ERROR_BAD_TARGET },
    { STORE_FOLDER, FALSE, NULL, VAC_WRITE_OVERWRITE, VAC_ERROR_BAD_TARGET },
    { STORE_PIPE, FALSE, NULL, VAC_WRITE_OVERWRITE, VAC_ERROR_BAD_TARGET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      check_outcome (&cases[i]);
    }
}

/* Runs in a process of its own: the limit lasts. */
static void
write_beyond_limit (gboolean replacing)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *text = g_strnfill (200 * 1000, 'x');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GBytes) bytes = store_bytes (text);
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { 100 * 1000, 100 * 1000 };

  store_fixture_init (&fixture);
  if (replacing)
    store_put (fixture.path, STORE_OLD);
  before = store_describe_folder (fixture.folder);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  g_assert_null (vac_safe_file_write_remote (fixture.file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL,
                                             &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_FAILED);
  after = store_describe_folder (fixture.folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_failed_write_leaves_the_old_file_or_none (void)
{
  if (g_test_subprocess ())
    {
      write_beyond_limit (TRUE);
      write_beyond_limit (FALSE);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_cancelling_leaves_the_old_file (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  g_autoptr (GError) error = NULL;

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  g_cancellable_cancel (cancellable);
  g_assert_null (vac_safe_file_write_remote (fixture.file, bytes, NULL, VAC_WRITE_OVERWRITE,
                                             cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  store_assert_holds (fixture.path, STORE_OLD);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
}

static void
test_a_place_that_takes_no_files_says_so (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///no/such/posting.json");
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  g_autoptr (GError) error = NULL;

  g_assert_null (vac_safe_file_load (file, 1024, &baseline, NULL, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (vac_safe_file_write (file, bytes, NULL, VAC_WRITE_NONE, &baseline, NULL,
                                       &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "posting.json"));
}

static void
write_private (StoreFixture *fixture,
               gboolean      known)
{
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  g_autoptr (GBytes) old = NULL;
  g_autoptr (VacBaseline) before = NULL;
  g_autoptr (VacBaseline) now = NULL;
  g_autoptr (GError) error = NULL;

  if (known)
    old = vac_safe_file_load_remote (fixture->file, 1024, &before, NULL, &error);
  now = vac_safe_file_write_remote (fixture->file, bytes, before,
                                    VAC_WRITE_PRIVATE | VAC_WRITE_OVERWRITE, NULL, &error);
  g_assert_no_error (error);
}

static void
test_what_is_private_is_the_users_alone (void)
{
  store_check_private (write_private);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safe-file-remote/every-outcome-is-the-promised-one",
                   test_every_outcome_is_the_promised_one);
  g_test_add_func ("/safe-file-remote/what-is-private-is-the-users-alone",
                   test_what_is_private_is_the_users_alone);
  g_test_add_func ("/safe-file-remote/a-failed-write-leaves-the-old-file-or-none",
                   test_a_failed_write_leaves_the_old_file_or_none);
  g_test_add_func ("/safe-file-remote/cancelling-leaves-the-old-file",
                   test_cancelling_leaves_the_old_file);
  g_test_add_func ("/safe-file-remote/a-place-that-takes-no-files-says-so",
                   test_a_place_that_takes_no_files_says_so);

  return g_test_run ();
}
