/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "support.h"
#include "vac-error.h"
#include "vac-safe-file.h"
#include "vac-state-folder.h"
#include "vac-versions-index.h"
#include "versions-fixture.h"

/* What others do to the folder of versions, and what the disk does. */

static const char *const texts[] = { "one", "two", "three", NULL };

static void
fill_index (VacVersionsIndex *index)
{
  vac_versions_index_init (index);
  index->uri = g_strdup ("file:///home/a%20b/posting.vacancy");
  index->mark = (VacFileMark) { 1, 2, 3, 4 };
  index->hash = g_strnfill (64, '0');
  index->time = 1700000000;
  index->who = g_strdup ("Ada");
  for (guint i = 0; i < 3; i++)
    {
      VacVersion *version = g_new0 (VacVersion, 1);

      version->hash = g_strnfill (64, (char) ('a' + i));
      version->who = g_strdup ("Ada");
      version->name = g_strdup (i == 1 ? "sent to legal" : "");
      version->kept = 1700000000 + i;
      vac_versions_index_add (index, version);
    }
}

/* Returns: whether it counted as sound */
static gboolean
read_index (const char *data,
            gsize       length,
            guint      *n_versions)
{
  g_auto (VacVersionsIndex) index = { 0 };
  gboolean sound;

  vac_versions_index_init (&index);
  sound = vac_versions_index_read (&index, data, length);
  *n_versions = index.versions->len;

  return sound;
}

static void
test_every_damage_to_a_list_is_noticed_and_costs_a_line (void)
{
  g_auto (VacVersionsIndex) index = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *data = NULL;
  gsize length;
  guint n;

  fill_index (&index);
  bytes = vac_versions_index_write (&index);
  data = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  g_assert_true (read_index (data, length, &n));
  g_assert_cmpuint (n, ==, 3);
  for (gsize i = 0; i < length; i++)
    {
      g_assert_false (read_index (data, i, &n));
      for (guint bit = 0; bit < 8; bit++)
        {
          data[i] ^= 1 << bit;
          g_assert_false (read_index (data, length, &n));
          /* A line end that is gone takes two lines with it. */
          g_assert_cmpuint (n, >=, 1);
          data[i] ^= 1 << bit;
        }
    }
  g_assert_true (read_index (data, length, &n));
}

static char *
get_index (void)
{
  g_autofree char *folder = versions_get_folder ();

  return g_build_filename (folder, "index", NULL);
}

static void
put_bytes (const char *path,
           const char *data,
           gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

/* The contents, whatever their order; an index cannot be trusted to the last second. */
static void
assert_has_all (GFile *file,
                guint  n)
{
  g_autofree char *described = versions_describe (file);
  g_auto (GStrv) found = g_strsplit (described, ",", -1);

  g_assert_cmpuint (g_strv_length (found), ==, n);
  g_assert_true (g_strv_contains ((const char *const *) found, "one"));
  g_assert_true (g_strv_contains ((const char *const *) found, "two"));
}

/* Each damage is met by whoever lists, and by whoever saves. */
static void
check_damage (StoreFixture *fixture,
              const char   *data,
              gsize         length,
              gboolean      saves)
{
  g_autofree char *index = get_index ();
  g_autofree char *unkept = NULL;

  put_bytes (index, data, length);
  if (saves)
    {
      unkept = versions_save (fixture->file, "four");
      g_assert_cmpstr (unkept, ==, NULL);
      assert_has_all (fixture->file, 3);
      store_put (fixture->path, "three");
    }
  else
    assert_has_all (fixture->file, 2);
}

static void
remove_aside (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, "damaged") != NULL)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_assert_no_errno (g_unlink (path));
      }
}

static void
test_no_damage_to_the_list_loses_a_content (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *index = NULL;
  g_autofree char *three = NULL;
  g_autofree char *good = NULL;
  gsize length;

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  folder = versions_get_folder ();
  index = get_index ();
  three = versions_get_content ("three");
  g_assert_true (g_file_get_contents (index, &good, &length, NULL));
  for (gsize i = 0; i < length; i += 29)
    {
      const gboolean saves = i % 3 == 0;
      const char before = good[i];

      good[i] ^= 1 << (i % 8);
      check_damage (&fixture, good, length, saves);
      good[i] = before;
      check_damage (&fixture, good, i, saves);
      g_unlink (three);
      remove_aside (folder);
    }
}

/* Damage to one line costs what that line says. */
static void
test_names_outlast_damage_elsewhere (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *index = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *text = NULL;
  gboolean rebuilt;
  gsize length;

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  g_assert_true (vac_versions_name (fixture.file, 1, "sent to legal", NULL));
  index = get_index ();
  g_assert_true (g_file_get_contents (index, &text, &length, NULL));
  strstr (text, "kept\t2")[5] = '9';
  put_bytes (index, text, length);

  versions = vac_versions_list (fixture.file, &rebuilt, &error);
  g_assert_no_error (error);
  g_assert_true (rebuilt);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((VacVersion *) g_ptr_array_index (versions, 1))->name, ==, "sent to legal");
  aside = g_strconcat (index, ".damaged-1", NULL);
  store_assert_holds (aside, text);

  g_clear_pointer (&versions, g_ptr_array_unref);
  versions = vac_versions_list (fixture.file, &rebuilt, &error);
  g_assert_false (rebuilt);
  g_assert_cmpuint (versions->len, ==, 2);
}

/* What somebody could have written who knows how: a path for a hash, numbers past all bounds. */
static void
test_a_hostile_list_leads_nowhere (void)
{
  static const struct
  {
    const char *from;
    const char *to;
  } cases[] = {
    { "kept\t1\t", "kept\t18446744073709551615\t" },
    { "kept\t1\t", "kept\t9007199254740992\t" },
    { "kept\t1\t", "kept\t2\t" },
    { "kept\t1\t", "kept\t-1\t" },
    { "kept\t1\t", "kept\t0\t" },
    { "kept\t1\t", "kept\t1\t99999999999999999999" },
    { "kept\t1\t", "kept\t1\t253402300800\t" },
    { "kept\t1\t", "kept\t1\t\t\t\t" },
    { "kept\t1\t", "kept" },
    { "kept\t1\t", "\t" },
    { "kept\t1\t", "" },
    { "7692c3ad", "../../../" },
    { "7692c3ad", "7692C3AD" },
    { "7692c3ad", "" },
    { "file\tfile:", "file\t%00" },
    { "file\tfile:", "file\t%ff" },
    { "file\tfile:", "file\tnothing" },
    { "end\t2", "end\t4294967295" },
    { "end\t2", "end\t1" },
    { "end\t2", "end\t" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autofree char *index = NULL;
      g_autofree char *text = NULL;
      g_autofree char *unkept = NULL;
      g_auto (GStrv) lines = NULL;
      g_autoptr (GString) out = g_string_new (NULL);
      g_autofree char *folder = NULL;

      g_test_message ("%s → %s", cases[i].from, cases[i].to);
      store_fixture_init (&fixture);
      versions_save_all (fixture.file, texts);
      index = get_index ();
      g_assert_true (g_file_get_contents (index, &text, NULL, NULL));
      lines = g_strsplit (text, "\n", -1);
      for (guint j = 0; lines[j] != NULL && lines[j + 1] != NULL; j++)
        {
          g_autoptr (GString) line = g_string_new (lines[j]);
          char *tab = strrchr (line->str, '\t');
          g_autofree char *sum = NULL;

          if (tab != NULL)
            {
              g_string_truncate (line, (gsize) (tab - line->str));
              g_string_replace (line, cases[i].from, cases[i].to, 1);
              sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, line->str, -1);
              g_string_append_printf (line, "\t%.16s", sum);
            }
          g_string_append_printf (out, "%s\n", line->str);
        }
      put_bytes (index, out->str, out->len);
      if (i % 2 == 0)
        assert_has_all (fixture.file, 2);
      unkept = versions_save (fixture.file, "four");
      g_assert_cmpstr (unkept, ==, NULL);
      assert_has_all (fixture.file, 3);
      folder = versions_get_folder ();
      g_assert_no_errno (g_unlink (index));
      remove_aside (folder);
      for (const char *const *each = texts; *each != NULL; each++)
        {
          g_autofree char *content = versions_get_content (*each);

          g_assert_no_errno (g_unlink (content));
        }
      g_assert_no_errno (g_rmdir (folder));
    }
}

static void
test_a_list_that_is_no_file_blocks_nobody (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *index = NULL;
  g_autofree char *content = NULL;
  g_autofree char *other = NULL;
  static const char *const more[] = { "four", NULL };
  static const char *const again[] = { "one", "five", NULL };

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  index = get_index ();
  g_assert_no_errno (g_unlink (index));
  g_assert_no_errno (mkfifo (index, 0600));
  assert_has_all (fixture.file, 2);
  g_assert_no_errno (g_unlink (index));
  g_assert_no_errno (symlink (fixture.path, index));
  versions_save_all (fixture.file, more);
  assert_has_all (fixture.file, 3);
  store_assert_holds (fixture.path, "four");

  content = versions_get_content ("one");
  other = store_fixture_path (&fixture, "other");
  store_put (other, "other");
  g_assert_no_errno (g_unlink (content));
  g_assert_no_errno (symlink (other, content));
  versions_save_all (fixture.file, again);
  store_assert_holds (other, "other");
}

static void
test_a_damaged_version_is_said_and_put_aside_and_never_shown (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *good = NULL;
  gsize length;

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  path = versions_get_content ("one");
  aside = g_strdup_printf ("%.*s.damaged", (int) (strlen (path) - strlen (".gz")), path);
  g_assert_true (g_file_get_contents (path, &good, &length, NULL));
  for (gsize i = 0; i < length * 2; i++)
    {
      g_autofree char *described = NULL;
      g_autofree char *bad = g_memdup2 (good, length);

      bad[i / 2] ^= 0x10;
      put_bytes (path, bad, i % 2 == 0 ? length : i / 2);
      described = versions_describe (fixture.file);
      /* A header has bytes that mean nothing. */
      if (g_str_equal (described, "two,one"))
        continue;
      g_assert_cmpstr (described, ==, "two,!");
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
    }
}

static void
test_a_damaged_version_is_well_again_once_its_content_is_back (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const again[] = { "one", "four", NULL };

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  path = versions_get_content ("one");
  put_bytes (path, "nonsense", 8);
  versions = versions_list (fixture.file);
  g_assert_null (vac_versions_load (fixture.file, g_ptr_array_index (versions, 1), &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_SYNTAX);
  g_clear_pointer (&versions, g_ptr_array_unref);
  versions = versions_list (fixture.file);
  g_assert_true (((VacVersion *) g_ptr_array_index (versions, 1))->damaged);

  versions_save_all (fixture.file, again);
  versions_assert (fixture.file, "one,three,two,one");
}

static void
test_a_state_folder_that_cannot_be_used_stops_no_save (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *program = vac_state_folder_get_path (".");
  g_autofree char *all = vac_state_folder_get_path ("versions");
  g_autofree char *unkept = NULL;

  store_fixture_init (&fixture);
  store_put (fixture.path, "one");
  g_assert_no_errno (g_mkdir_with_parents (program, 0700));
  store_put (all, "not a folder");
  unkept = versions_save (fixture.file, "two");
  g_assert_nonnull (unkept);
  store_assert_holds (fixture.path, "two");
  versions_assert (fixture.file, "");

  if (geteuid () == 0)
    {
      g_test_message ("an administrator may write anywhere");
      return;
    }
  g_assert_no_errno (g_unlink (all));
  g_assert_no_errno (g_mkdir (all, 0500));
  g_free (unkept);
  unkept = versions_save (fixture.file, "three");
  g_assert_nonnull (unkept);
  store_assert_holds (fixture.path, "three");
  g_assert_no_errno (g_chmod (all, 0700));
}

/* A limit on the size of files is the nearest to a full disk that needs no rights. */
static void
test_a_full_disk_stops_no_save_and_leaves_nothing_behind (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GString) noise = g_string_new (NULL);
  g_autofree char *unkept = NULL;
  g_autofree char *all = vac_state_folder_get_path ("versions");
  struct rlimit usual, small;

  store_fixture_init (&fixture);
  while (noise->len < 64 * 1024)
    g_string_append_printf (noise, "%08x", g_test_rand_int ());
  store_put (fixture.path, noise->str);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &usual));
  small = usual;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &small));
  unkept = versions_save (fixture.file, "small");
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &usual));
  g_assert_nonnull (unkept);
  store_assert_holds (fixture.path, "small");
  g_assert_cmpuint (store_count_entries (all), ==, 0);
  versions_assert (fixture.file, "");
}

static void
test_a_program_that_keeps_the_folder_locked_stops_no_save (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *unkept = NULL;
  static const char *const more[] = { "five", NULL };
  int fd;

  store_fixture_init (&fixture);
  versions_save_all (fixture.file, texts);
  folder = versions_get_folder ();
  fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_assert_no_errno (flock (fd, LOCK_EX));
  unkept = versions_save (fixture.file, "four");
  g_assert_nonnull (unkept);
  store_assert_holds (fixture.path, "four");
  g_assert_no_errno (close (fd));
  versions_save_all (fixture.file, more);
  versions_assert (fixture.file, "four,two,one");
}

#define N_SAVERS 3
#define N_SAVES 20

static void
save_until_it_is_there (GFile      *file,
                        const char *text)
{
  for (;;)
    {
      g_autoptr (VacBaseline) read = NULL;
      g_autoptr (VacBaseline) written = NULL;
      g_autoptr (GBytes) old = vac_safe_file_load (file, G_MAXINT, &read, NULL, NULL);
      g_autoptr (GBytes) bytes = store_bytes (text);
      g_autoptr (GError) error = NULL;

      if (old == NULL)
        g_error ("the file is gone");
      if (vac_safe_file_write (file, bytes, read, VAC_WRITE_KEEP_VERSION, &written, NULL, &error))
        {
          if (vac_baseline_get_unkept (written) != NULL)
            g_error ("%s", vac_baseline_get_unkept (written));
          return;
        }
      if (!g_error_matches (error, VAC_ERROR, VAC_ERROR_CONFLICT))
        g_error ("%s", error->message);
    }
}

static void
save_text (StoreFixture *fixture,
           guint         number,
           guint         round)
{
  g_autofree char *text = g_strdup_printf ("%u-%u", number, round);

  save_until_it_is_there (fixture->file, text);
}

/* Whatever has been the file's content, but the last, is a version now. */
static void
test_programs_that_save_at_once_lose_no_version (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *described = NULL;
  g_autofree char *last = NULL;
  g_auto (GStrv) found = NULL;
  gboolean rebuilt;
  g_autoptr (GPtrArray) versions = NULL;

  store_fixture_init (&fixture);
  store_put (fixture.path, "first");
  store_race (&fixture, N_SAVERS, N_SAVES, save_text);
  versions = vac_versions_list (fixture.file, &rebuilt, NULL);
  g_assert_false (rebuilt);
  described = versions_describe (fixture.file);
  found = g_strsplit (described, ",", -1);
  g_assert_true (g_strv_contains ((const char *const *) found, "first"));
  g_assert_true (g_file_get_contents (fixture.path, &last, NULL, NULL));
  for (guint i = 0; i < N_SAVERS * N_SAVES; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u-%u", i / N_SAVES, i % N_SAVES);

      g_assert_true (g_str_equal (text, last) ||
                     g_strv_contains ((const char *const *) found, text));
    }
}

int
main (int    argc,
      char **argv)
{
  support_use_own_state ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/versions-faults/every-damage-to-a-list-is-noticed-and-costs-a-line",
                   test_every_damage_to_a_list_is_noticed_and_costs_a_line);
  g_test_add_func ("/versions-faults/no-damage-to-the-list-loses-a-content",
                   test_no_damage_to_the_list_loses_a_content);
  g_test_add_func ("/versions-faults/names-outlast-damage-elsewhere",
                   test_names_outlast_damage_elsewhere);
  g_test_add_func ("/versions-faults/a-hostile-list-leads-nowhere",
                   test_a_hostile_list_leads_nowhere);
  g_test_add_func ("/versions-faults/a-list-that-is-no-file-blocks-nobody",
                   test_a_list_that_is_no_file_blocks_nobody);
  g_test_add_func ("/versions-faults/a-damaged-one-is-said-and-put-aside-and-never-shown",
                   test_a_damaged_version_is_said_and_put_aside_and_never_shown);
  g_test_add_func ("/versions-faults/a-damaged-one-is-well-again-once-its-content-is-back",
                   test_a_damaged_version_is_well_again_once_its_content_is_back);
  g_test_add_func ("/versions-faults/a-state-folder-that-cannot-be-used-stops-no-save",
                   test_a_state_folder_that_cannot_be_used_stops_no_save);
  g_test_add_func ("/versions-faults/a-full-disk-stops-no-save-and-leaves-nothing-behind",
                   test_a_full_disk_stops_no_save_and_leaves_nothing_behind);
  g_test_add_func ("/versions-faults/a-program-that-keeps-the-folder-locked-stops-no-save",
                   test_a_program_that_keeps_the_folder_locked_stops_no_save);
  g_test_add_func ("/versions-faults/programs-that-save-at-once-lose-none",
                   test_programs_that_save_at_once_lose_no_version);

  return g_test_run ();
}
