/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "vac-slot.h"

#define URI   "file:///somewhere/a%20posting.vacancy"
#define PLACE "sections.3\nand more"

/* Whatever falls out of order in a slot, one of its two files tells what was typed. */

static void
put (VacSlot    *slot,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  VacSlotContents contents = {
    .sequence = vac_slot_next (slot),
    .uri = (char *) URI,
    .baseline = (char *) "abc",
    .place = (char *) PLACE,
    .bytes = g_bytes_new (text, strlen (text)),
  };

  g_assert_true (vac_slot_write (slot, &contents, &error));
  g_assert_no_error (error);
  g_bytes_unref (contents.bytes);
}

/* A program that ended without being asked, after it wrote @texts. */
static void
leave (StoreFixture      *fixture,
       const char *const *texts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacSlot) slot = vac_slot_new (fixture->folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; texts[i] != NULL; i++)
    put (slot, texts[i]);
}

static VacSlot *
find_one (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) slots = vac_slot_find_free (fixture->folder);

  g_assert_cmpuint (slots->len, ==, 1);

  return vac_slot_ref (g_ptr_array_index (slots, 0));
}

static void
assert_holds (VacSlot    *slot,
              const char *text,
              guint       damaged)
{
  guint n_damaged;
  g_autoptr (VacSlotContents) contents = vac_slot_read (slot, &n_damaged);

  g_assert_cmpuint (n_damaged, ==, damaged);
  if (text == NULL)
    {
      g_assert_null (contents);
      return;
    }
  g_assert_nonnull (contents);
  g_assert_cmpmem (g_bytes_get_data (contents->bytes, NULL), g_bytes_get_size (contents->bytes),
                   text, strlen (text));
  g_assert_cmpstr (contents->uri, ==, URI);
  g_assert_cmpstr (contents->baseline, ==, "abc");
  g_assert_cmpstr (contents->place, ==, PLACE);
}

/* Returns: (transfer full): the path of the file with that end */
static char *
find_file (StoreFixture *fixture,
           const char   *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      return store_fixture_path (fixture, name);

  return NULL;
}

static void
test_the_last_that_was_written_is_found (void)
{
  static const char *const texts[] = { "one", "two", "three", NULL };

  for (guint n = 1; n <= 3; n++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (VacSlot) slot = NULL;
      const char *some[4] = { NULL };

      store_fixture_init (&fixture);
      for (guint i = 0; i < n; i++)
        some[i] = texts[i];
      leave (&fixture, some);
      slot = find_one (&fixture);
      assert_holds (slot, texts[n - 1], 0);
    }
}

static void
test_what_somebody_holds_is_not_found (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (VacSlot) slot = NULL;
  g_autoptr (GPtrArray) free_slots = NULL;

  store_fixture_init (&fixture);
  slot = vac_slot_new (fixture.folder, NULL);
  put (slot, "typed");
  free_slots = vac_slot_find_free (fixture.folder);
  g_assert_cmpuint (free_slots->len, ==, 0);
}

static void
test_what_a_killed_program_wrote_is_found (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (VacSlot) slot = NULL;
  int status;
  pid_t child;

  store_fixture_init (&fixture);
  child = fork ();
  if (child == 0)
    {
      VacSlot *killed = vac_slot_new (fixture.folder, NULL);

      put (killed, "one");
      put (killed, "two");
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  slot = find_one (&fixture);
  assert_holds (slot, "two", 0);
}

static void
test_a_discarded_slot_leaves_nothing (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  VacSlot *slot;
  VacSlotContents late = { 0 };

  store_fixture_init (&fixture);
  slot = vac_slot_new (fixture.folder, NULL);
  put (slot, "one");
  late.sequence = vac_slot_next (slot);
  late.bytes = g_bytes_new_static ("late", 4);
  vac_slot_discard (slot);
  /* Taken before, and written by a thread that was slow. */
  g_assert_true (vac_slot_write (slot, &late, NULL));
  g_bytes_unref (late.bytes);
  vac_slot_unref (slot);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 0);
}

static void
test_older_contents_do_not_replace_newer_ones (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (VacSlot) slot = NULL;
  VacSlotContents early = { .bytes = NULL };

  store_fixture_init (&fixture);
  slot = vac_slot_new (fixture.folder, NULL);
  early.sequence = vac_slot_next (slot);
  early.bytes = g_bytes_new_static ("early", 5);
  put (slot, "later");
  g_assert_true (vac_slot_write (slot, &early, NULL));
  g_bytes_unref (early.bytes);
  assert_holds (slot, "later", 0);
}

/* Spoils the newer file of a slot, and reads the slot. */
static void
check_spoilt (StoreFixture *fixture,
              const char   *path,
              const char   *data,
              gsize         size)
{
  g_autofree char *kept = g_strconcat (path, ".damaged", NULL);
  g_autoptr (VacSlot) slot = NULL;
  g_autofree char *found = NULL;
  gsize found_size;

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  slot = find_one (fixture);
  assert_holds (slot, "one", 1);
  g_assert_true (g_file_get_contents (kept, &found, &found_size, NULL));
  g_assert_cmpmem (found, found_size, data, size);
  g_assert_no_errno (g_remove (kept));
}

static void
test_damage_falls_back_and_is_kept (void)
{
  static const char *const texts[] = { "one", "two", NULL };
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (VacSlot) slot = NULL;
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize size;

  store_fixture_init (&fixture);
  leave (&fixture, texts);
  path = find_file (&fixture, ".b");
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *flipped = g_memdup2 (data, size);

      flipped[i] ^= 1 << (i % 8);
      check_spoilt (&fixture, path, flipped, size);
      check_spoilt (&fixture, path, data, i);
    }

  /* What is written from now on does not replace the only good one. */
  slot = find_one (&fixture);
  assert_holds (slot, "one", 0);
  put (slot, "three");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_holds (slot, "three", 0);
}

static void
test_a_slot_damaged_as_a_whole_is_put_aside (void)
{
  static const char *const texts[] = { "one", "two", NULL };
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (VacSlot) slot = NULL;
  g_autoptr (GPtrArray) left = NULL;

  store_fixture_init (&fixture);
  leave (&fixture, texts);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = find_file (&fixture, i == 0 ? ".a" : ".b");

      g_assert_true (g_file_set_contents (path, "rubbish", -1, NULL));
    }
  slot = find_one (&fixture);
  assert_holds (slot, NULL, 2);
  g_clear_pointer (&slot, vac_slot_unref);
  left = vac_slot_find_free (fixture.folder);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 2);
}

/* Reading them would wait for somebody to write, or read what is somebody else's. */
static void
test_a_pipe_or_a_link_does_not_stop_the_start (void)
{
  static const char *const texts[] = { "one", "two", NULL };

  for (guint i = 0; i < 2; i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (VacSlot) slot = NULL;
      g_autofree char *path = NULL;

      store_fixture_init (&fixture);
      leave (&fixture, texts);
      path = find_file (&fixture, ".b");
      g_assert_no_errno (g_remove (path));
      if (i == 0)
        g_assert_no_errno (mkfifo (path, 0600));
      else
        g_assert_no_errno (symlink ("/dev/zero", path));
      slot = find_one (&fixture);
      assert_holds (slot, "one", 1);
    }
}

static void
test_other_files_are_left_alone (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GPtrArray) slots = NULL;
  static const char *const names[] = { "notes.a", ".b", "x.lock", "a.b" };

  store_fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = store_fixture_path (&fixture, names[i]);

      store_put (path, "mine");
    }
  slots = vac_slot_find_free (fixture.folder);
  g_assert_cmpuint (slots->len, ==, 0);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, G_N_ELEMENTS (names));
}

static void
test_a_folder_that_is_none_is_an_error (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vac_slot_new ("/dev/null/folder", &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/slot/the-last-that-was-written-is-found",
                   test_the_last_that_was_written_is_found);
  g_test_add_func ("/slot/what-somebody-holds-is-not-found",
                   test_what_somebody_holds_is_not_found);
  g_test_add_func ("/slot/what-a-killed-program-wrote-is-found",
                   test_what_a_killed_program_wrote_is_found);
  g_test_add_func ("/slot/a-discarded-slot-leaves-nothing", test_a_discarded_slot_leaves_nothing);
  g_test_add_func ("/slot/older-contents-do-not-replace-newer-ones",
                   test_older_contents_do_not_replace_newer_ones);
  g_test_add_func ("/slot/damage-falls-back-and-is-kept", test_damage_falls_back_and_is_kept);
  g_test_add_func ("/slot/a-slot-damaged-as-a-whole-is-put-aside",
                   test_a_slot_damaged_as_a_whole_is_put_aside);
  g_test_add_func ("/slot/a-pipe-or-a-link-does-not-stop-the-start",
                   test_a_pipe_or_a_link_does_not_stop_the_start);
  g_test_add_func ("/slot/other-files-are-left-alone", test_other_files_are_left_alone);
  g_test_add_func ("/slot/a-folder-that-is-none-is-an-error",
                   test_a_folder_that_is_none_is_an_error);

  return g_test_run ();
}
