/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "store-fixture.h"
#include "vac-error.h"
#include "vac-process.h"
#include "vac-safe-file.h"

#define NOBODY 65534

static void
test_links_stay_links (void)
{
  static const StorePresent kinds[] = {
    STORE_LINK, STORE_LINK_CHAIN, STORE_LINK_TO_NOTHING, STORE_RELATIVE_LINK_TO_NOTHING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autofree char *target = NULL;

      store_fixture_init (&fixture);
      store_make_present (&fixture, kinds[i]);
      store_write_over (&fixture);
      target = store_fixture_path (&fixture, "target.json");
      g_assert_true (g_file_test (fixture.path, G_FILE_TEST_IS_SYMLINK));
      g_assert_false (g_file_test (target, G_FILE_TEST_IS_SYMLINK));
      store_assert_holds (target, STORE_NEW);
    }
}

static void
test_the_mode_is_kept (void)
{
  static const mode_t modes[] = { 0600, 0640, 0644, 0660, 0666, 0604, 0755, 0200 | 0400, 02640 };
  mode_t usual = umask (0077);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };

      store_fixture_init (&fixture);
      store_put (fixture.path, STORE_OLD);
      g_assert_no_errno (g_chmod (fixture.path, modes[i]));
      store_write_over (&fixture);
      g_assert_cmpint (store_get_mode (fixture.path), ==, modes[i]);
    }
  umask (usual);
}

static void
test_a_new_file_gets_the_usual_mode (void)
{
  static const mode_t masks[] = { 0022, 0027, 0077, 0000 };
  mode_t usual = umask (0);

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };

      store_fixture_init (&fixture);
      umask (masks[i]);
      store_write_over (&fixture);
      g_assert_cmpint (store_get_mode (fixture.path), ==, 0666 & ~masks[i]);
    }
  umask (usual);
}

static void
test_the_owner_is_kept (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  struct stat status;

  if (geteuid () != 0)
    {
      g_test_skip ("only an administrator can give a file to somebody else");
      return;
    }
  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  g_assert_no_errno (chown (fixture.path, NOBODY, NOBODY));
  g_assert_no_errno (g_chmod (fixture.path, 06750));
  store_write_over (&fixture);
  g_assert_no_errno (stat (fixture.path, &status));
  g_assert_cmpuint (status.st_uid, ==, NOBODY);
  g_assert_cmpuint (status.st_gid, ==, NOBODY);
  g_assert_cmpint (status.st_mode & 07777, ==, 06750);
}

/* Everything that was kept for a moment is gone again, and with it whose folder it was. */
static void
remove_state (void)
{
  static const char *const names[] = { "vacancy/recovery", "vacancy" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_get_user_state_dir (), names[i], NULL);

      g_assert_no_errno (g_rmdir (path));
    }
}

/* The state folder must not be one that somebody cannot use. */
static void
prevent_state (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "vacancy", NULL);

  store_put (path, "in the way");
}

static void
allow_state (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "vacancy", NULL);

  g_assert_no_errno (g_remove (path));
}

static void
test_hard_links_stay_together (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *other = NULL;
  struct stat before, after;

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  other = store_fixture_path (&fixture, "other");
  g_assert_no_errno (link (fixture.path, other));
  g_assert_no_errno (stat (fixture.path, &before));
  store_write_over (&fixture);
  g_assert_no_errno (stat (fixture.path, &after));
  store_assert_holds (other, STORE_NEW);
  g_assert_true (before.st_ino == after.st_ino);
  g_assert_cmpuint (after.st_nlink, ==, 2);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 2);
  remove_state ();
}

/* Torn, the file could not be mended. */
static void
test_nothing_is_written_in_place_without_a_slot (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *other = NULL;

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  other = store_fixture_path (&fixture, "other");
  g_assert_no_errno (link (fixture.path, other));
  prevent_state ();
  store_refuse_over (&fixture, VAC_ERROR_READ_ONLY);
  allow_state ();
  store_assert_holds (fixture.path, STORE_OLD);
}

static void
test_an_owner_that_cannot_be_kept_stays (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  struct stat status;

  if (geteuid () != 0)
    {
      g_test_skip ("only an administrator can make a file of somebody else");
      return;
    }
  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  g_assert_no_errno (g_chmod (fixture.path, 0666));
  g_assert_no_errno (g_chmod (fixture.folder, 0777));
  g_assert_no_errno (seteuid (NOBODY));
  store_write_over (&fixture);
  g_assert_no_errno (seteuid (0));
  g_assert_no_errno (stat (fixture.path, &status));
  g_assert_cmpuint (status.st_uid, ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0666);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
  remove_state ();
}

static void
test_a_file_whose_folder_takes_no_other_is_written_in_place (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  gboolean administrator = geteuid () == 0;

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  if (administrator)
    g_assert_no_errno (chown (fixture.path, NOBODY, NOBODY));
  g_assert_no_errno (g_chmod (fixture.folder, 0555));
  if (administrator)
    g_assert_no_errno (seteuid (NOBODY));
  g_assert_true (vac_safe_file_check_writable (fixture.file, NULL));
  store_write_over (&fixture);
  if (administrator)
    g_assert_no_errno (seteuid (0));
  store_assert_holds (fixture.path, STORE_NEW);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
  remove_state ();
}

static void
test_an_owner_that_cannot_be_kept_refuses (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (geteuid () != 0)
    {
      g_test_skip ("only an administrator can make a file of somebody else");
      return;
    }
  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  g_assert_no_errno (g_chmod (fixture.path, 0666));
  g_assert_no_errno (g_chmod (fixture.folder, 0777));
  before = store_describe_folder (fixture.folder);
  prevent_state ();
  g_assert_no_errno (seteuid (NOBODY));
  store_refuse_over (&fixture, VAC_ERROR_READ_ONLY);
  g_assert_no_errno (seteuid (0));
  allow_state ();
  after = store_describe_folder (fixture.folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_folder_that_takes_no_file_refuses (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  gboolean administrator = geteuid () == 0;

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  if (administrator)
    g_assert_no_errno (chown (fixture.path, NOBODY, NOBODY));
  g_assert_no_errno (g_chmod (fixture.folder, 0555));
  if (administrator)
    g_assert_no_errno (seteuid (NOBODY));
  prevent_state ();
  store_refuse_over (&fixture, VAC_ERROR_READ_ONLY);
  allow_state ();
  if (administrator)
    g_assert_no_errno (seteuid (0));
  store_assert_holds (fixture.path, STORE_OLD);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
}

static void
test_a_missing_folder_is_named (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GFile) inside_file = NULL;
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  g_autoptr (GError) error = NULL;

  store_fixture_init (&fixture);
  path = store_fixture_path (&fixture, "gone/posting.json");
  g_object_unref (fixture.file);
  fixture.file = g_file_new_for_path (path);
  store_refuse_over (&fixture, VAC_ERROR_NOT_FOUND);

  store_put (fixture.path, STORE_OLD);
  inside_file = g_file_resolve_relative_path (fixture.file, "../../posting.json/new.json");
  g_assert_false (vac_safe_file_write (inside_file, bytes, NULL, VAC_WRITE_NONE, NULL, NULL,
                                       &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND);
}

static gboolean
skip_without_attributes (const char *path,
                         const char *attribute,
                         const void *value,
                         gsize       size)
{
  if (setxattr (path, attribute, value, size, 0) == 0)
    return FALSE;
  g_test_skip ("this file system keeps no such attributes");

  return TRUE;
}

static void
test_user_attributes_are_kept (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  char value[16] = { 0 };

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  if (skip_without_attributes (fixture.path, "user.vacancy.tag", "blue\0red", 8))
    return;
  g_assert_no_errno (setxattr (fixture.path, "user.empty", "", 0, 0));
  store_write_over (&fixture);
  g_assert_cmpint (getxattr (fixture.path, "user.vacancy.tag", value, sizeof value), ==, 8);
  g_assert_cmpmem (value, 8, "blue\0red", 8);
  g_assert_cmpint (getxattr (fixture.path, "user.empty", value, sizeof value), ==, 0);
}

/* The kernel's form of a POSIX access control list, see linux/posix_acl_xattr.h. */
typedef struct
{
  guint32 version;
  struct
  {
    guint16 tag;
    guint16 permissions;
    guint32 id;
  } entries[5];
} AccessList;

/* Somebody by name may read and write, everybody else nothing. */
static const AccessList somebody = {
  2,
  {
    { 0x01, 6, G_MAXUINT32 },
    { 0x02, 6, NOBODY },
    { 0x04, 0, G_MAXUINT32 },
    { 0x10, 6, G_MAXUINT32 },
    { 0x20, 0, G_MAXUINT32 },
  },
};

static void
test_an_access_list_is_kept (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  AccessList kept;

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  if (skip_without_attributes (fixture.path, "system.posix_acl_access", &somebody,
                               sizeof somebody))
    return;
  store_write_over (&fixture);
  g_assert_cmpint (getxattr (fixture.path, "system.posix_acl_access", &kept, sizeof kept),
                   ==, sizeof kept);
  g_assert_cmpmem (&kept, sizeof kept, &somebody, sizeof somebody);
  g_assert_cmpint (store_get_mode (fixture.path), ==, 0660);
}

static void
test_an_inherited_access_list_lets_nobody_in (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  AccessList kept;

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  g_assert_no_errno (g_chmod (fixture.path, 0660));
  if (skip_without_attributes (fixture.folder, "system.posix_acl_default", &somebody,
                               sizeof somebody))
    return;
  store_write_over (&fixture);
  g_assert_cmpint (getxattr (fixture.path, "system.posix_acl_access", &kept, sizeof kept), ==, -1);
  g_assert_cmpint (store_get_mode (fixture.path), ==, 0660);
}

/* Runs in a process of its own: the limit lasts. */
static void
write_beyond_limit (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *text = g_strnfill (200 * 1000, 'x');
  g_autoptr (GBytes) bytes = store_bytes (text);
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { 100 * 1000, 100 * 1000 };

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  vac_process_prepare (1);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  g_assert_false (vac_safe_file_write (fixture.file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL, NULL,
                                       &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_FAILED);
  store_assert_holds (fixture.path, STORE_OLD);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
}

static void
test_a_file_beyond_the_limit_keeps_the_old_bytes (void)
{
  if (g_test_subprocess ())
    {
      write_beyond_limit ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_a_full_disk_keeps_the_old_bytes (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *disk = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = g_strnfill (200 * 1000, 'x');
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = store_bytes (text);
  g_autoptr (GError) error = NULL;

  store_fixture_init (&fixture);
  disk = store_fixture_path (&fixture, "disk");
  g_assert_no_errno (g_mkdir (disk, 0755));
  if (mount ("none", disk, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("a small disk can be mounted by an administrator only");
      return;
    }
  path = g_build_filename (disk, "posting.json", NULL);
  file = g_file_new_for_path (path);
  store_put (path, STORE_OLD);
  g_assert_false (vac_safe_file_write (file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL, NULL,
                                       &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_FAILED);
  store_assert_holds (path, STORE_OLD);
  g_assert_cmpuint (store_count_entries (disk), ==, 1);
  g_assert_no_errno (umount (disk));
}

int
main (int    argc,
      char **argv)
{
  int status;
  g_autofree char *state = g_dir_make_tmp ("vacancy-state-XXXXXX", NULL);

  /* Everybody's, so that a test that is somebody else can use it. */
  g_assert_no_errno (g_chmod (state, 0777));
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safe-file-keeps/hard-links-stay-together",
                   test_hard_links_stay_together);
  g_test_add_func ("/safe-file-keeps/nothing-is-written-in-place-without-a-slot",
                   test_nothing_is_written_in_place_without_a_slot);
  g_test_add_func ("/safe-file-keeps/an-owner-that-cannot-be-kept-stays",
                   test_an_owner_that_cannot_be_kept_stays);
  g_test_add_func ("/safe-file-keeps/a-file-whose-folder-takes-no-other-is-written-in-place",
                   test_a_file_whose_folder_takes_no_other_is_written_in_place);
  g_test_add_func ("/safe-file-keeps/links-stay-links", test_links_stay_links);
  g_test_add_func ("/safe-file-keeps/the-mode-is-kept", test_the_mode_is_kept);
  g_test_add_func ("/safe-file-keeps/a-new-file-gets-the-usual-mode",
                   test_a_new_file_gets_the_usual_mode);
  g_test_add_func ("/safe-file-keeps/the-owner-is-kept", test_the_owner_is_kept);
  g_test_add_func ("/safe-file-keeps/an-owner-that-cannot-be-kept-refuses",
                   test_an_owner_that_cannot_be_kept_refuses);
  g_test_add_func ("/safe-file-keeps/a-folder-that-takes-no-file-refuses",
                   test_a_folder_that_takes_no_file_refuses);
  g_test_add_func ("/safe-file-keeps/a-missing-folder-is-named", test_a_missing_folder_is_named);
  g_test_add_func ("/safe-file-keeps/user-attributes-are-kept", test_user_attributes_are_kept);
  g_test_add_func ("/safe-file-keeps/an-access-list-is-kept", test_an_access_list_is_kept);
  g_test_add_func ("/safe-file-keeps/an-inherited-access-list-lets-nobody-in",
                   test_an_inherited_access_list_lets_nobody_in);
  g_test_add_func ("/safe-file-keeps/a-file-beyond-the-limit-keeps-the-old-bytes",
                   test_a_file_beyond_the_limit_keeps_the_old_bytes);
  g_test_add_func ("/safe-file-keeps/a-full-disk-keeps-the-old-bytes",
                   test_a_full_disk_keeps_the_old_bytes);

  status = g_test_run ();
  g_rmdir (state);

  return status;
}
