/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-fixture.h"
#include "support.h"
#include "vac-error.h"
#include "vac-safe-file.h"
#include "waiting.h"

#define OTHER "{ \"odd\": 1 }\n"   /* as long as the old text */
#define LIMIT (1024 * 1024)
#define SUCCESS (-1)

typedef enum
{
  THEN_NOTHING,
  THEN_APPEARS,
  THEN_DELETED,
  THEN_TOUCHED,
  THEN_MODE_CHANGED,
  THEN_CHANGED,
  THEN_CHANGED_UNSEEN,    /* same length, and the old time put back */
  THEN_GROWN,
  THEN_REPLACED,
  THEN_REPLACED_BY_SAME,
  THEN_REPLACED_BY_FOLDER,
} Then;

typedef struct
{
  StorePresent       present;
  gboolean      loaded;    /* whether the writer has read it before */
  Then          then;
  VacWriteFlags flags;
  int           error;
} OutcomeCase;

static void
replace_with (StoreFixture *fixture,
              const char   *text)
{
  g_autofree char *other = store_fixture_path (fixture, "other");

  store_put (other, text);
  g_assert_no_errno (g_rename (other, fixture->path));
}

static void
change_unseen (const char *path)
{
  struct stat status;
  struct timespec times[2];

  g_assert_no_errno (stat (path, &status));
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  store_put (path, OTHER);
  g_assert_no_errno (utimensat (AT_FDCWD, path, times, 0));
}

static void
make_then (StoreFixture *fixture,
           Then          then)
{
  static const struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  switch (then)
    {
    case THEN_NOTHING:
      break;
    case THEN_APPEARS:
      store_put (fixture->path, OTHER);
      break;
    case THEN_DELETED:
      g_assert_no_errno (g_unlink (fixture->path));
      break;
    case THEN_TOUCHED:
      g_assert_no_errno (utimensat (AT_FDCWD, fixture->path, times, 0));
      break;
    case THEN_MODE_CHANGED:
      g_assert_no_errno (g_chmod (fixture->path, 0604));
      break;
    case THEN_CHANGED:
      store_put (fixture->path, OTHER);
      break;
    case THEN_CHANGED_UNSEEN:
      change_unseen (fixture->path);
      break;
    case THEN_GROWN:
      store_put (fixture->path, STORE_OLD OTHER);
      break;
    case THEN_REPLACED:
      replace_with (fixture, OTHER);
      break;
    case THEN_REPLACED_BY_SAME:
      replace_with (fixture, STORE_OLD);
      break;
    case THEN_REPLACED_BY_FOLDER:
      g_assert_no_errno (g_unlink (fixture->path));
      g_assert_no_errno (g_mkdir (fixture->path, 0755));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
assert_no_temporary (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_suffix (name, ".tmp"));
}

static void
check_outcome (const OutcomeCase *test)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (VacBaseline) expected = NULL;
  g_autoptr (VacBaseline) now = NULL;
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean success;

  store_fixture_init (&fixture);
  store_make_present (&fixture, test->present);
  if (test->loaded)
    {
      g_autoptr (GBytes) loaded = vac_safe_file_load (fixture.file, LIMIT, &expected, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (loaded), ==, strlen (STORE_OLD));
    }
  make_then (&fixture, test->then);
  before = store_describe_folder (fixture.folder);

  success = vac_safe_file_write (fixture.file, bytes, expected, test->flags, &now, NULL, &error);

  assert_no_temporary (fixture.folder);
  if (test->error == SUCCESS)
    {
      g_assert_no_error (error);
      g_assert_true (success);
      store_assert_holds (fixture.path, STORE_NEW);
      g_assert_true (vac_baseline_is_confirmed (now));
      g_assert_cmpint (vac_safe_file_compare (fixture.file, now), ==, VAC_DISK_SAME);
      return;
    }
  after = store_describe_folder (fixture.folder);
  g_assert_error (error, VAC_ERROR, test->error);
  g_assert_false (success);
  g_assert_null (now);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (error->message, "posting.json"));
}

static void
test_every_outcome_is_the_promised_one (void)
{
  static const OutcomeCase cases[] = {
    { STORE_NOTHING, FALSE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { STORE_NOTHING, FALSE, THEN_NOTHING, VAC_WRITE_OVERWRITE, SUCCESS },
    { STORE_NOTHING, FALSE, THEN_APPEARS, VAC_WRITE_NONE, VAC_ERROR_EXISTS },
    { STORE_NOTHING, FALSE, THEN_APPEARS, VAC_WRITE_OVERWRITE, SUCCESS },
    { STORE_FILE, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_EXISTS },
    { STORE_FILE, FALSE, THEN_NOTHING, VAC_WRITE_OVERWRITE, SUCCESS },
    { STORE_FILE, TRUE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { STORE_FILE, TRUE, THEN_DELETED, VAC_WRITE_NONE, VAC_ERROR_DELETED },
    { STORE_FILE, TRUE, THEN_DELETED, VAC_WRITE_OVERWRITE, SUCCESS },
    { STORE_FILE, TRUE, THEN_TOUCHED, VAC_WRITE_NONE, SUCCESS },
    { STORE_FILE, TRUE, THEN_MODE_CHANGED, VAC_WRITE_NONE, SUCCESS },
    { STORE_FILE, TRUE, THEN_CHANGED, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { STORE_FILE, TRUE, THEN_CHANGED, VAC_WRITE_OVERWRITE, SUCCESS },
    { STORE_FILE, TRUE, THEN_CHANGED_UNSEEN, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { STORE_FILE, TRUE, THEN_GROWN, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { STORE_FILE, TRUE, THEN_REPLACED, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { STORE_FILE, TRUE, THEN_REPLACED_BY_SAME, VAC_WRITE_NONE, SUCCESS },
    { STORE_FILE, TRUE, THEN_REPLACED_BY_FOLDER, VAC_WRITE_OVERWRITE, VAC_ERROR_BAD_TARGET },
    { STORE_READ_ONLY, TRUE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_READ_ONLY },
    { STORE_READ_ONLY, TRUE, THEN_NOTHING, VAC_WRITE_OVERWRITE, VAC_ERROR_READ_ONLY },
    { STORE_READ_ONLY, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_READ_ONLY },
    { STORE_HARD_LINKED, TRUE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { STORE_HARD_LINKED, TRUE, THEN_CHANGED, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { STORE_HARD_LINKED, TRUE, THEN_NOTHING, VAC_WRITE_OVERWRITE, SUCCESS },
    { STORE_LINK, TRUE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { STORE_LINK, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_EXISTS },
    { STORE_LINK, TRUE, THEN_CHANGED, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { STORE_LINK_CHAIN, TRUE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { STORE_LINK_TO_NOTHING, FALSE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { STORE_RELATIVE_LINK_TO_NOTHING, FALSE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { STORE_LINK_TO_ITSELF, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_FAILED },
    { STORE_FOLDER, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_BAD_TARGET },
    { STORE_FOLDER, FALSE, THEN_NOTHING, VAC_WRITE_OVERWRITE, VAC_ERROR_BAD_TARGET },
    { STORE_LINK_TO_FOLDER, FALSE, THEN_NOTHING, VAC_WRITE_OVERWRITE, VAC_ERROR_BAD_TARGET },
    { STORE_PIPE, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_BAD_TARGET },
    { STORE_PIPE, FALSE, THEN_NOTHING, VAC_WRITE_OVERWRITE, VAC_ERROR_BAD_TARGET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u: present %u, then %u", i, cases[i].present, cases[i].then);
      check_outcome (&cases[i]);
    }
}

static void
test_an_empty_file_can_be_written_and_read (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (VacBaseline) written = NULL;
  g_autoptr (VacBaseline) read = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_init (&fixture);
  vac_safe_file_write (fixture.file, bytes, NULL, VAC_WRITE_NONE, &written, NULL, &error);
  g_assert_no_error (error);
  loaded = vac_safe_file_load (fixture.file, LIMIT, &read, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (loaded), ==, 0);
  vac_safe_file_write (fixture.file, bytes, written, VAC_WRITE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_saving_again_goes_on_from_the_last_save (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (VacBaseline) baseline = NULL;

  store_fixture_init (&fixture);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("version %u\n", i);
      g_autoptr (GBytes) bytes = store_bytes (text);
      g_autoptr (VacBaseline) next = NULL;
      g_autoptr (GError) error = NULL;

      vac_safe_file_write (fixture.file, bytes, baseline, VAC_WRITE_NONE, &next, NULL, &error);
      g_assert_no_error (error);
      store_assert_holds (fixture.path, text);
      g_clear_pointer (&baseline, vac_baseline_free);
      baseline = vac_baseline_copy (next);
    }
}

static void
test_loading_refuses_what_is_no_file (void)
{
  static const struct
  {
    StorePresent present;
    int     error;
  } cases[] = {
    { STORE_NOTHING, VAC_ERROR_NOT_FOUND },
    { STORE_LINK_TO_NOTHING, VAC_ERROR_NOT_FOUND },
    { STORE_LINK_TO_ITSELF, VAC_ERROR_FAILED },
    { STORE_FOLDER, VAC_ERROR_BAD_TARGET },
    { STORE_PIPE, VAC_ERROR_BAD_TARGET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (VacBaseline) baseline = NULL;
      g_autoptr (GError) error = NULL;

      store_fixture_init (&fixture);
      store_make_present (&fixture, cases[i].present);
      g_assert_null (vac_safe_file_load (fixture.file, LIMIT, &baseline, NULL, &error));
      g_assert_error (error, VAC_ERROR, cases[i].error);
      g_assert_null (baseline);
    }
}

static void
test_loading_stops_one_byte_past_the_limit (void)
{
  static const struct
  {
    gsize size;
    gsize limit;
    gsize expected;
  } cases[] = {
    { 100, 99, 100 }, { 100, 100, 100 }, { 100, 50, 51 }, { 100, 0, 1 }, { 0, 0, 0 },
    { 200 * 1000, 150 * 1000, 150 * 1000 + 1 }, { 200 * 1000, G_MAXSIZE, 200 * 1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autofree char *text = g_strnfill (cases[i].size, 'x');
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      store_fixture_init (&fixture);
      store_put (fixture.path, text);
      bytes = vac_safe_file_load (fixture.file, cases[i].limit, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), ==, cases[i].expected);
    }
}

static void
test_a_change_is_seen_and_a_touch_is_not (void)
{
  static const struct
  {
    Then         then;
    VacDiskState state;
  } cases[] = {
    { THEN_NOTHING, VAC_DISK_SAME }, { THEN_TOUCHED, VAC_DISK_SAME },
    { THEN_MODE_CHANGED, VAC_DISK_SAME }, { THEN_REPLACED_BY_SAME, VAC_DISK_SAME },
    { THEN_CHANGED, VAC_DISK_CHANGED }, { THEN_CHANGED_UNSEEN, VAC_DISK_CHANGED },
    { THEN_GROWN, VAC_DISK_CHANGED }, { THEN_REPLACED, VAC_DISK_CHANGED },
    { THEN_DELETED, VAC_DISK_DELETED }, { THEN_REPLACED_BY_FOLDER, VAC_DISK_CHANGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (VacBaseline) baseline = NULL;
      g_autoptr (GBytes) bytes = NULL;

      store_fixture_init (&fixture);
      store_put (fixture.path, STORE_OLD);
      bytes = vac_safe_file_load (fixture.file, LIMIT, &baseline, NULL, NULL);
      /* A file system's clock may tick only every few milliseconds. */
      g_usleep (20 * 1000);
      make_then (&fixture, cases[i].then);
      g_assert_cmpint (vac_safe_file_compare (fixture.file, baseline), ==, cases[i].state);
    }
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
  g_assert_false (vac_safe_file_write (fixture.file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL,
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  store_assert_holds (fixture.path, STORE_OLD);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
}

static void
on_ready_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  waiting_until (*result != NULL);
}

static void
test_the_other_thread_does_the_same (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GAsyncResult) missing = NULL;
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (VacBaseline) read = NULL;
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_init (&fixture);
  vac_safe_file_write_async (fixture.file, bytes, NULL, VAC_WRITE_NONE, NULL, on_ready_cb,
                             &written);
  wait_for (&written);
  g_assert_true (vac_safe_file_write_finish (fixture.file, written, &baseline, &error));
  g_assert_no_error (error);

  vac_safe_file_load_async (fixture.file, LIMIT, NULL, on_ready_cb, &loaded);
  wait_for (&loaded);
  back = vac_safe_file_load_finish (fixture.file, loaded, &read, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, bytes));
  g_assert_cmpint (vac_safe_file_compare (fixture.file, read), ==, VAC_DISK_SAME);

  store_put (fixture.path, OTHER);
  vac_safe_file_write_async (fixture.file, bytes, baseline, VAC_WRITE_NONE, NULL, on_ready_cb,
                             &refused);
  wait_for (&refused);
  g_assert_false (vac_safe_file_write_finish (fixture.file, refused, NULL, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_CONFLICT);
  g_clear_error (&error);

  g_assert_no_errno (g_unlink (fixture.path));
  vac_safe_file_load_async (fixture.file, LIMIT, NULL, on_ready_cb, &missing);
  wait_for (&missing);
  g_assert_null (vac_safe_file_load_finish (fixture.file, missing, NULL, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND);
}

static void
write_private (StoreFixture *fixture,
               gboolean      known)
{
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  g_autoptr (GBytes) old = NULL;
  g_autoptr (VacBaseline) before = NULL;
  g_autoptr (GError) error = NULL;

  if (known)
    old = vac_safe_file_load (fixture->file, 1024, &before, NULL, &error);
  vac_safe_file_write (fixture->file, bytes, before, VAC_WRITE_PRIVATE | VAC_WRITE_OVERWRITE, NULL,
                       NULL, &error);
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
  support_use_own_state ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safe-file/every-outcome-is-the-promised-one",
                   test_every_outcome_is_the_promised_one);
  g_test_add_func ("/safe-file/what-is-private-is-the-users-alone",
                   test_what_is_private_is_the_users_alone);
  g_test_add_func ("/safe-file/an-empty-file-can-be-written-and-read",
                   test_an_empty_file_can_be_written_and_read);
  g_test_add_func ("/safe-file/saving-again-goes-on-from-the-last-save",
                   test_saving_again_goes_on_from_the_last_save);
  g_test_add_func ("/safe-file/loading-refuses-what-is-no-file",
                   test_loading_refuses_what_is_no_file);
  g_test_add_func ("/safe-file/loading-stops-one-byte-past-the-limit",
                   test_loading_stops_one_byte_past_the_limit);
  g_test_add_func ("/safe-file/a-change-is-seen-and-a-touch-is-not",
                   test_a_change_is_seen_and_a_touch_is_not);
  g_test_add_func ("/safe-file/cancelling-leaves-the-old-file",
                   test_cancelling_leaves_the_old_file);
  g_test_add_func ("/safe-file/the-other-thread-does-the-same",
                   test_the_other_thread_does_the_same);

  return g_test_run ();
}
