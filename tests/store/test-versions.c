/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "support.h"
#include "vac-error.h"
#include "vac-safe-file.h"
#include "vac-state-folder.h"
#include "vac-versions-keep.h"
#include "versions-fixture.h"
#include "waiting.h"

static void
test_a_save_keeps_what_it_replaces (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  static const char *const texts[] = { "one", "two", "two", "not { JSON", "four", NULL };

  store_fixture_init (&fixture);
  versions_assert (fixture.file, "");
  versions_save_all (fixture.file, texts);
  versions_assert (fixture.file, "not { JSON,two,one");
}

/* What a file says about its age may be any nonsense. */
static void
test_times_out_of_this_world_are_kept_within_it (void)
{
  static const time_t times[] = { -1000000, 0, 253402300799, 500000000000 };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autofree char *unkept = NULL;
      g_autoptr (GPtrArray) versions = NULL;
      const struct timespec stamps[2] = { { times[i], 0 }, { times[i], 0 } };
      gboolean rebuilt;

      store_fixture_init (&fixture);
      store_put (fixture.path, "one");
      g_assert_no_errno (utimensat (AT_FDCWD, fixture.path, stamps, 0));
      unkept = versions_save (fixture.file, "two");
      g_assert_cmpstr (unkept, ==, NULL);
      versions = vac_versions_list (fixture.file, &rebuilt, NULL);
      g_assert_false (rebuilt);
      g_assert_cmpuint (versions->len, ==, 1);
      for (int offset = -24; offset <= 24; offset += 24)
        {
          const VacVersion *version = g_ptr_array_index (versions, 0);
          g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset * 60 * 60 / 2);
          g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (version->time);
          g_autoptr (GDateTime) there = g_date_time_to_timezone (time, zone);

          g_assert_nonnull (there);
        }
    }
}

static void
test_a_new_file_has_no_versions (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  static const char *const texts[] = { "one", "one", NULL };

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  versions_assert (fixture.file, "");
}

static void
test_only_saves_that_ask_for_it_keep_versions (void)
{
  g_auto (StoreFixture) fixture = { 0 };

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  store_write_over (&fixture);
  versions_assert (fixture.file, "");
}

static void
test_a_version_says_who_saved_it_and_when (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *user = vac_versions_dup_user_name (geteuid ());
  g_autoptr (GPtrArray) versions = NULL;
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  static const struct timespec old[2] = { { 1000000000, 0 }, { 1000000000, 0 } };
  static const char *const texts[] = { "two", "three", NULL };

  store_fixture_init (&fixture);
  store_put (fixture.path, "by another program");
  g_assert_no_errno (utimensat (AT_FDCWD, fixture.path, old, 0));
  versions_save_all (fixture.file, texts);
  versions = versions_list (fixture.file);
  g_assert_cmpuint (versions->len, ==, 2);
  for (guint i = 0; i < versions->len; i++)
    {
      const VacVersion *version = g_ptr_array_index (versions, i);

      g_assert_cmpuint (version->number, ==, 2 - i);
      g_assert_cmpstr (version->who, ==, user);
      g_assert_cmpstr (version->name, ==, "");
      g_assert_cmpint (version->kept, >=, now);
      g_assert_false (version->damaged);
      if (i == 0)
        g_assert_cmpint (version->time, >=, now);
      else
        g_assert_cmpint (version->time, ==, old[0].tv_sec);
    }
}

static void
test_nobody_else_may_look_in_and_equal_contents_are_kept_once (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  static const char *const texts[] = { "one", "two", "one", "two", "one", NULL };
  g_autofree char *folder = NULL;
  g_autofree char *content = NULL;
  g_autofree char *index = NULL;

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  versions_assert (fixture.file, "two,one,two,one");
  folder = versions_get_folder ();
  content = versions_get_content ("one");
  index = g_build_filename (folder, "index", NULL);
  g_assert_cmpuint (store_count_entries (folder), ==, 3);
  g_assert_cmphex (store_get_mode (folder), ==, 0700);
  g_assert_cmphex (store_get_mode (content), ==, 0600);
  g_assert_cmphex (store_get_mode (index), ==, 0600);
}

static void
test_a_name_stays (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  static const char *const texts[] = { "one", "two", "three", NULL };
  static const char *const names[] = { "sent to legal", "%41 100 % “x”\tü", "", "x" };

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) versions = NULL;

      g_assert_true (vac_versions_name (fixture.file, 1, names[i], &error));
      g_assert_no_error (error);
      versions = versions_list (fixture.file);
      g_assert_cmpstr (((VacVersion *) g_ptr_array_index (versions, 1))->name, ==, names[i]);
      g_assert_cmpstr (((VacVersion *) g_ptr_array_index (versions, 0))->name, ==, "");
      versions_assert (fixture.file, "two,one");
    }
}

static void
test_what_is_not_there_is_an_error (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  static const char *const texts[] = { "one", "two", NULL };
  g_autoptr (VacVersion) gone = NULL;

  store_fixture_init (&fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) naming = NULL;
      g_autoptr (GError) loading = NULL;

      g_clear_pointer (&gone, vac_version_free);
      gone = g_new0 (VacVersion, 1);
      gone->number = 7;
      gone->hash = g_strnfill (64, 'a');
      g_assert_false (vac_versions_name (fixture.file, 7, "name", &naming));
      g_assert_error (naming, VAC_ERROR, VAC_ERROR_NOT_FOUND);
      g_assert_null (vac_versions_load (fixture.file, gone, &loading));
      g_assert_error (loading, VAC_ERROR, VAC_ERROR_NOT_FOUND);
      versions_save_all (fixture.file, texts);
    }
}

static void
test_links_lead_to_the_same_versions (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *link = NULL;
  g_autoptr (GFile) linked = NULL;
  static const char *const texts[] = { "one", "two", NULL };
  static const char *const more[] = { "three", NULL };

  store_fixture_init (&fixture);
  link = store_fixture_path (&fixture, "link");
  linked = g_file_new_for_path (link);
  g_assert_no_errno (symlink ("posting.json", link));
  versions_save_all (linked, texts);
  versions_save_all (fixture.file, more);
  versions_assert (linked, "two,one");
  versions_assert (fixture.file, "two,one");
}

static void
test_a_deleted_file_still_has_its_versions (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  static const char *const texts[] = { "one", "two", NULL };

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  g_assert_no_errno (g_unlink (fixture.path));
  versions_assert (fixture.file, "one");
  versions_save_all (fixture.file, texts);
  versions_assert (fixture.file, "one");
}

typedef enum
{
  MOVE_RENAME,
  MOVE_TO_FOLDER,
  MOVE_WITH_FOLDER,
  MOVE_AND_EDIT,
  MOVE_BY_COPY,
  MOVE_AND_REPLACE,
  MOVE_COPY_ONLY,
  MOVE_ANOTHER_INODE_AND_CONTENT,
  MOVE_LINK_ONLY,
} Move;

typedef struct
{
  Move        move;
  const char *versions;    /* of the file under its new name */
  const char *before;      /* and under its old one */
} MoveCase;

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  store_put (to, text);
}

/* Returns: where it is now */
static char *
perform_move (StoreFixture *fixture,
              Move          move)
{
  g_autofree char *folder = store_fixture_path (fixture, "folder");
  g_autofree char *moved_folder = store_fixture_path (fixture, "moved");
  g_autofree char *in_folder = g_build_filename (folder, "posting.json", NULL);
  char *renamed = store_fixture_path (fixture, "renamed.json");

  switch (move)
    {
    case MOVE_RENAME:
      g_assert_no_errno (g_rename (fixture->path, renamed));
      return renamed;
    case MOVE_TO_FOLDER:
      g_assert_no_errno (g_mkdir (folder, 0755));
      g_assert_no_errno (g_rename (fixture->path, in_folder));
      g_free (renamed);
      return g_steal_pointer (&in_folder);
    case MOVE_WITH_FOLDER:
      g_assert_no_errno (g_rename (folder, moved_folder));
      g_free (renamed);
      return g_build_filename (moved_folder, "posting.json", NULL);
    case MOVE_AND_EDIT:
      g_assert_no_errno (g_rename (fixture->path, renamed));
      store_put (renamed, "edited");
      return renamed;
    case MOVE_BY_COPY:
      copy_file (fixture->path, renamed);
      g_assert_no_errno (g_unlink (fixture->path));
      return renamed;
    case MOVE_AND_REPLACE:
      g_assert_no_errno (g_rename (fixture->path, renamed));
      store_put (fixture->path, "another posting");
      return renamed;
    case MOVE_COPY_ONLY:
      copy_file (fixture->path, renamed);
      return renamed;
    case MOVE_ANOTHER_INODE_AND_CONTENT:
      g_assert_no_errno (g_unlink (fixture->path));
      store_put (renamed, "another");
      return renamed;
    case MOVE_LINK_ONLY:
      g_assert_no_errno (link (fixture->path, renamed));
      return renamed;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
knows_births (const char *path)
{
  VacFileMark mark;

  vac_file_mark_take_path (&mark, path);

  return mark.born != 0;
}

static void
check_move (const MoveCase *test)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) moved = NULL;
  /* Another in each case: what is left of the others is not to be taken for it. */
  g_autofree char *last = g_strdup_printf ("three %u", test->move);
  const char *const texts[] = { "one", "two", last, NULL };

  store_fixture_init (&fixture);
  if (test->move == MOVE_WITH_FOLDER)
    {
      folder = store_fixture_path (&fixture, "folder");
      g_assert_no_errno (g_mkdir (folder, 0755));
      g_free (fixture.path);
      fixture.path = g_build_filename (folder, "posting.json", NULL);
      g_clear_object (&fixture.file);
      fixture.file = g_file_new_for_path (fixture.path);
    }
  versions_save_all (fixture.file, texts);
  if ((test->move == MOVE_AND_EDIT || test->move == MOVE_AND_REPLACE) &&
      !knows_births (fixture.path))
    {
      g_test_skip ("SKIPPED: this file system does not say when a file was made");
      return;
    }
  path = perform_move (&fixture, test->move);
  moved = g_file_new_for_path (path);
  versions_assert (moved, test->versions);
  versions_assert (fixture.file, test->before);
  /* Found again, without looking for it. */
  versions_assert (moved, test->versions);
}

static void
test_versions_follow_a_file_that_moves_and_no_copy (void)
{
  static const MoveCase cases[] = {
    { MOVE_RENAME, "two,one", "" },
    { MOVE_TO_FOLDER, "two,one", "" },
    { MOVE_WITH_FOLDER, "two,one", "" },
    { MOVE_AND_EDIT, "two,one", "" },
    { MOVE_BY_COPY, "two,one", "" },
    { MOVE_AND_REPLACE, "two,one", "" },
    { MOVE_COPY_ONLY, "", "two,one" },
    { MOVE_ANOTHER_INODE_AND_CONTENT, "", "two,one" },
    { MOVE_LINK_ONLY, "", "two,one" },
  };

  support_clear_own_state ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      check_move (&cases[i]);
    }
}

static void
test_a_save_after_a_move_continues_the_versions (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GFile) moved = NULL;
  static const char *const texts[] = { "one", "two", NULL };
  static const char *const more[] = { "three", "four", NULL };

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  path = perform_move (&fixture, MOVE_RENAME);
  moved = g_file_new_for_path (path);
  versions_save_all (moved, more);
  versions_assert (moved, "three,two,one");
  versions_assert (fixture.file, "");
}

/* Saving under another name leaves the versions with the file that they are of. */
static void
test_saving_as_another_file_starts_anew (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GFile) other = NULL;
  static const char *const texts[] = { "one", "two", NULL };
  static const char *const more[] = { "two", "three", NULL };

  store_fixture_init (&fixture);
  path = store_fixture_path (&fixture, "other.json");
  other = g_file_new_for_path (path);
  versions_save_all (fixture.file, texts);
  versions_save_all (other, more);
  versions_assert (fixture.file, "one");
  versions_assert (other, "two");
}

static void
test_what_another_file_held_is_kept_when_it_is_overwritten (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = store_bytes ("new");
  g_autoptr (GError) error = NULL;

  store_fixture_init (&fixture);
  store_put (fixture.path, "somebody else's");
  vac_safe_file_write (fixture.file, bytes, NULL, VAC_WRITE_OVERWRITE | VAC_WRITE_KEEP_VERSION,
                       NULL, NULL, &error);
  g_assert_no_error (error);
  versions_assert (fixture.file, "somebody else's");
}

static void
keep_at (const char *text,
         const char *next,
         gint64      now,
         guint64     most)
{
  g_autoptr (GBytes) old = store_bytes (text);
  g_autoptr (GBytes) bytes = store_bytes (next);
  g_autoptr (GError) error = NULL;
  const VacKeeping what = {
    .uri = "file:///thinned.vacancy",
    .old = old,
    .bytes = bytes,
    .now = now,
    .most = most,
  };

  vac_versions_keep (&what, &error);
  g_assert_no_error (error);
}

/* At noon. */
#define NOW G_GINT64_CONSTANT (1700049600)

static void
test_old_versions_go_with_their_contents (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/thinned.vacancy");
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  const int hour = 3600, day = 24 * hour;

  support_clear_own_state ();
  keep_at ("a", "x", NOW - 400 * day, G_MAXUINT64);
  keep_at ("b", "x", NOW - 399 * day, G_MAXUINT64);
  g_assert_true (vac_versions_name (file, 2, "sent to legal", &error));
  keep_at ("c", "x", NOW - 30 * day, G_MAXUINT64);
  keep_at ("d", "x", NOW - 3 * day, G_MAXUINT64);
  keep_at ("e", "x", NOW - 3 * day + 2 * hour, G_MAXUINT64);
  keep_at ("f", "x", NOW - 60, G_MAXUINT64);
  keep_at ("g", "x", NOW - 59, G_MAXUINT64);
  versions_assert (file, "g,f,e,d,c,b");
  folder = versions_get_folder ();
  g_assert_cmpuint (store_count_entries (folder), ==, 6 + 1);

  /* A week later, of three days ago only the last is kept, and the same of today. */
  keep_at ("h", "x", NOW + 7 * day, G_MAXUINT64);
  versions_assert (file, "h,g,e,c,b");
  g_assert_cmpuint (store_count_entries (folder), ==, 5 + 1);

  keep_at ("i", "x", NOW + 1000 * day, G_MAXUINT64);
  versions_assert (file, "i,b");
  g_assert_cmpuint (store_count_entries (folder), ==, 2 + 1);
}

/* Digits that do not get shorter when they are compressed, but to half. */
static char *
make_noise (guint seed,
            gsize n_digits)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_sized_new (n_digits);

  while (text->len < n_digits)
    g_string_append_printf (text, "%08x", g_rand_int (rand));

  return g_string_free (text, FALSE);
}

static void
test_the_oldest_without_a_name_go_when_space_is_short (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/thinned.vacancy");
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  support_clear_own_state ();
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *noise = make_noise (i, 64 * 1024);

      keep_at (noise, "x", NOW + i, 130 * 1024);
      if (i == 1)
        g_assert_true (vac_versions_name (file, 1, "first", &error));
    }
  versions = versions_list (file);
  g_assert_cmpuint (versions->len, ==, 3);
  g_assert_cmpuint (((VacVersion *) g_ptr_array_index (versions, 0))->number, ==, 6);
  g_assert_cmpuint (((VacVersion *) g_ptr_array_index (versions, 1))->number, ==, 5);
  g_assert_cmpuint (((VacVersion *) g_ptr_array_index (versions, 2))->number, ==, 1);
}

static void
test_what_is_too_large_is_not_kept_and_said (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *unkept = NULL;

  store_fixture_init (&fixture);
  store_put (fixture.path, "");
  g_assert_no_errno (truncate (fixture.path, 64 * 1024 * 1024 + 1));
  unkept = versions_save (fixture.file, "small");
  g_assert_nonnull (unkept);
  store_assert_holds (fixture.path, "small");
  versions_assert (fixture.file, "");
}

static void
on_ready_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
test_threads_give_the_same_answers (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GAsyncResult) named = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean rebuilt;
  static const char *const texts[] = { "one", "two", NULL };

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  vac_versions_name_async (fixture.file, 1, "name", NULL, on_ready_cb, &named);
  waiting_until (named != NULL);
  g_assert_true (vac_versions_name_finish (fixture.file, named, &error));
  vac_versions_list_async (fixture.file, NULL, on_ready_cb, &listed);
  waiting_until (listed != NULL);
  versions = vac_versions_list_finish (fixture.file, listed, &rebuilt, &error);
  g_assert_no_error (error);
  g_assert_false (rebuilt);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpstr (((VacVersion *) g_ptr_array_index (versions, 0))->name, ==, "name");
  vac_versions_load_async (fixture.file, g_ptr_array_index (versions, 0), NULL, on_ready_cb,
                           &loaded);
  waiting_until (loaded != NULL);
  bytes = vac_versions_load_finish (fixture.file, loaded, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "one", 3);
}

int
main (int    argc,
      char **argv)
{
  support_use_own_state ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/versions/a-save-keeps-what-it-replaces", test_a_save_keeps_what_it_replaces);
  g_test_add_func ("/versions/a-new-file-has-none", test_a_new_file_has_no_versions);
  g_test_add_func ("/versions/times-out-of-this-world-are-kept-within-it",
                   test_times_out_of_this_world_are_kept_within_it);
  g_test_add_func ("/versions/only-saves-that-ask-for-it-keep-them",
                   test_only_saves_that_ask_for_it_keep_versions);
  g_test_add_func ("/versions/one-says-who-saved-it-and-when",
                   test_a_version_says_who_saved_it_and_when);
  g_test_add_func ("/versions/nobody-else-may-look-in-and-equal-contents-are-kept-once",
                   test_nobody_else_may_look_in_and_equal_contents_are_kept_once);
  g_test_add_func ("/versions/a-name-stays", test_a_name_stays);
  g_test_add_func ("/versions/what-is-not-there-is-an-error", test_what_is_not_there_is_an_error);
  g_test_add_func ("/versions/links-lead-to-the-same", test_links_lead_to_the_same_versions);
  g_test_add_func ("/versions/a-deleted-file-still-has-them",
                   test_a_deleted_file_still_has_its_versions);
  g_test_add_func ("/versions/they-follow-a-file-that-moves-and-no-copy",
                   test_versions_follow_a_file_that_moves_and_no_copy);
  g_test_add_func ("/versions/a-save-after-a-move-continues-them",
                   test_a_save_after_a_move_continues_the_versions);
  g_test_add_func ("/versions/saving-as-another-file-starts-anew",
                   test_saving_as_another_file_starts_anew);
  g_test_add_func ("/versions/what-another-file-held-is-kept-when-it-is-overwritten",
                   test_what_another_file_held_is_kept_when_it_is_overwritten);
  g_test_add_func ("/versions/old-ones-go-with-their-contents",
                   test_old_versions_go_with_their_contents);
  g_test_add_func ("/versions/the-oldest-without-a-name-go-when-space-is-short",
                   test_the_oldest_without_a_name_go_when_space_is_short);
  g_test_add_func ("/versions/what-is-too-large-is-not-kept-and-said",
                   test_what_is_too_large_is_not_kept_and_said);
  g_test_add_func ("/versions/threads-give-the-same-answers", test_threads_give_the_same_answers);

  return g_test_run ();
}
