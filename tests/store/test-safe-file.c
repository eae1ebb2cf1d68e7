/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "store-fixture.h"
#include "vac-error.h"
#include "vac-safe-file.h"

#define OLD "{ \"old\": 1 }\n"
#define OTHER "{ \"odd\": 1 }\n"   /* as long as the old text */
#define NEW "{ \"new\": 1, \"longer\": true }\n"
#define LIMIT (1024 * 1024)
#define SUCCESS (-1)
#define NOBODY 65534

typedef enum
{
  PRESENT_NOTHING,
  PRESENT_FILE,
  PRESENT_READ_ONLY,
  PRESENT_HARD_LINKED,
  PRESENT_LINK,
  PRESENT_LINK_CHAIN,
  PRESENT_LINK_TO_NOTHING,
  PRESENT_RELATIVE_LINK_TO_NOTHING,
  PRESENT_LINK_TO_ITSELF,
  PRESENT_FOLDER,
  PRESENT_LINK_TO_FOLDER,
  PRESENT_PIPE,
} Present;

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
  Present       present;
  gboolean      loaded;    /* whether the writer has read it before */
  Then          then;
  VacWriteFlags flags;
  int           error;
} OutcomeCase;

static void
make_present (StoreFixture *fixture,
              Present       present)
{
  g_autofree char *target = store_fixture_path (fixture, "target.json");
  g_autofree char *middle = store_fixture_path (fixture, "middle.json");

  switch (present)
    {
    case PRESENT_NOTHING:
      break;
    case PRESENT_FILE:
      store_put (fixture->path, OLD);
      break;
    case PRESENT_READ_ONLY:
      store_put (fixture->path, OLD);
      g_assert_no_errno (g_chmod (fixture->path, 0444));
      break;
    case PRESENT_HARD_LINKED:
      store_put (fixture->path, OLD);
      g_assert_no_errno (link (fixture->path, target));
      break;
    case PRESENT_LINK:
      store_put (target, OLD);
      g_assert_no_errno (symlink ("target.json", fixture->path));
      break;
    case PRESENT_LINK_CHAIN:
      store_put (target, OLD);
      g_assert_no_errno (symlink (target, middle));
      g_assert_no_errno (symlink (middle, fixture->path));
      break;
    case PRESENT_LINK_TO_NOTHING:
      g_assert_no_errno (symlink (target, fixture->path));
      break;
    case PRESENT_RELATIVE_LINK_TO_NOTHING:
      g_assert_no_errno (symlink ("./target.json", fixture->path));
      break;
    case PRESENT_LINK_TO_ITSELF:
      g_assert_no_errno (symlink ("posting.json", fixture->path));
      break;
    case PRESENT_FOLDER:
      g_assert_no_errno (g_mkdir (fixture->path, 0755));
      break;
    case PRESENT_LINK_TO_FOLDER:
      g_assert_no_errno (g_mkdir (target, 0755));
      g_assert_no_errno (symlink (target, fixture->path));
      break;
    case PRESENT_PIPE:
      g_assert_no_errno (mkfifo (fixture->path, 0644));
      break;
    default:
      g_assert_not_reached ();
    }
}

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
      store_put (fixture->path, OLD OTHER);
      break;
    case THEN_REPLACED:
      replace_with (fixture, OTHER);
      break;
    case THEN_REPLACED_BY_SAME:
      replace_with (fixture, OLD);
      break;
    case THEN_REPLACED_BY_FOLDER:
      g_assert_no_errno (g_unlink (fixture->path));
      g_assert_no_errno (g_mkdir (fixture->path, 0755));
      break;
    default:
      g_assert_not_reached ();
    }
}

static int
compare_lines (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/* Everything that a failed write has to leave alone, as text. */
static char *
describe_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      struct stat status;

      g_assert_no_errno (lstat (path, &status));
      if (S_ISREG (status.st_mode))
        g_file_get_contents (path, &text, NULL, NULL);
      else if (S_ISLNK (status.st_mode))
        text = g_file_read_link (path, NULL);
      g_ptr_array_add (lines, g_strdup_printf ("%s %o %lu %lu %ld.%ld %s", name, status.st_mode,
                                               (gulong) status.st_ino, (gulong) status.st_nlink,
                                               (glong) status.st_mtim.tv_sec,
                                               (glong) status.st_mtim.tv_nsec, text));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_no_temporary (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_suffix (name, ".tmp"));
}

static void
check_outcome (const OutcomeCase *test)
{
  g_auto(StoreFixture) fixture = { 0 };
  g_autoptr(VacBaseline) expected = NULL;
  g_autoptr(VacBaseline) now = NULL;
  g_autoptr(GBytes) bytes = store_bytes (NEW);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean success;

  store_fixture_init (&fixture);
  make_present (&fixture, test->present);
  if (test->loaded)
    {
      g_autoptr(GBytes) loaded = vac_safe_file_load (fixture.file, LIMIT, &expected, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (loaded), ==, strlen (OLD));
    }
  make_then (&fixture, test->then);
  before = describe_folder (fixture.folder);

  success = vac_safe_file_write (fixture.file, bytes, expected, test->flags, &now, NULL, &error);

  assert_no_temporary (fixture.folder);
  if (test->error == SUCCESS)
    {
      g_assert_no_error (error);
      g_assert_true (success);
      store_assert_holds (fixture.path, NEW);
      g_assert_true (vac_baseline_is_confirmed (now));
      g_assert_false (vac_safe_file_has_changed (fixture.file, now));
      return;
    }
  after = describe_folder (fixture.folder);
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
    { PRESENT_NOTHING, FALSE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { PRESENT_NOTHING, FALSE, THEN_NOTHING, VAC_WRITE_OVERWRITE, SUCCESS },
    { PRESENT_NOTHING, FALSE, THEN_APPEARS, VAC_WRITE_NONE, VAC_ERROR_EXISTS },
    { PRESENT_NOTHING, FALSE, THEN_APPEARS, VAC_WRITE_OVERWRITE, SUCCESS },
    { PRESENT_FILE, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_EXISTS },
    { PRESENT_FILE, FALSE, THEN_NOTHING, VAC_WRITE_OVERWRITE, SUCCESS },
    { PRESENT_FILE, TRUE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { PRESENT_FILE, TRUE, THEN_DELETED, VAC_WRITE_NONE, VAC_ERROR_DELETED },
    { PRESENT_FILE, TRUE, THEN_DELETED, VAC_WRITE_OVERWRITE, SUCCESS },
    { PRESENT_FILE, TRUE, THEN_TOUCHED, VAC_WRITE_NONE, SUCCESS },
    { PRESENT_FILE, TRUE, THEN_MODE_CHANGED, VAC_WRITE_NONE, SUCCESS },
    { PRESENT_FILE, TRUE, THEN_CHANGED, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { PRESENT_FILE, TRUE, THEN_CHANGED, VAC_WRITE_OVERWRITE, SUCCESS },
    { PRESENT_FILE, TRUE, THEN_CHANGED_UNSEEN, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { PRESENT_FILE, TRUE, THEN_GROWN, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { PRESENT_FILE, TRUE, THEN_REPLACED, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { PRESENT_FILE, TRUE, THEN_REPLACED_BY_SAME, VAC_WRITE_NONE, SUCCESS },
    { PRESENT_FILE, TRUE, THEN_REPLACED_BY_FOLDER, VAC_WRITE_OVERWRITE, VAC_ERROR_BAD_TARGET },
    { PRESENT_READ_ONLY, TRUE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_READ_ONLY },
    { PRESENT_READ_ONLY, TRUE, THEN_NOTHING, VAC_WRITE_OVERWRITE, VAC_ERROR_READ_ONLY },
    { PRESENT_READ_ONLY, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_READ_ONLY },
    { PRESENT_HARD_LINKED, TRUE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_READ_ONLY },
    { PRESENT_HARD_LINKED, TRUE, THEN_NOTHING, VAC_WRITE_OVERWRITE, VAC_ERROR_READ_ONLY },
    { PRESENT_LINK, TRUE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { PRESENT_LINK, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_EXISTS },
    { PRESENT_LINK, TRUE, THEN_CHANGED, VAC_WRITE_NONE, VAC_ERROR_CONFLICT },
    { PRESENT_LINK_CHAIN, TRUE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { PRESENT_LINK_TO_NOTHING, FALSE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { PRESENT_RELATIVE_LINK_TO_NOTHING, FALSE, THEN_NOTHING, VAC_WRITE_NONE, SUCCESS },
    { PRESENT_LINK_TO_ITSELF, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_FAILED },
    { PRESENT_FOLDER, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_BAD_TARGET },
    { PRESENT_FOLDER, FALSE, THEN_NOTHING, VAC_WRITE_OVERWRITE, VAC_ERROR_BAD_TARGET },
    { PRESENT_LINK_TO_FOLDER, FALSE, THEN_NOTHING, VAC_WRITE_OVERWRITE, VAC_ERROR_BAD_TARGET },
    { PRESENT_PIPE, FALSE, THEN_NOTHING, VAC_WRITE_NONE, VAC_ERROR_BAD_TARGET },
    { PRESENT_PIPE, FALSE, THEN_NOTHING, VAC_WRITE_OVERWRITE, VAC_ERROR_BAD_TARGET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u: present %u, then %u", i, cases[i].present, cases[i].then);
      check_outcome (&cases[i]);
    }
}

static void
write_over (StoreFixture *fixture)
{
  g_autoptr(GBytes) bytes = store_bytes (NEW);
  g_autoptr(GError) error = NULL;

  vac_safe_file_write (fixture->file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL, NULL, &error);
  g_assert_no_error (error);
  store_assert_holds (fixture->path, NEW);
}

static void
refuse_over (StoreFixture *fixture,
             int           code)
{
  g_autoptr(GBytes) bytes = store_bytes (NEW);
  g_autoptr(GError) error = NULL;

  g_assert_false (vac_safe_file_write (fixture->file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL, NULL,
                                       &error));
  g_assert_error (error, VAC_ERROR, code);
}

static mode_t
mode_of (const char *path)
{
  struct stat status;

  g_assert_no_errno (stat (path, &status));

  return status.st_mode & 07777;
}

static void
test_links_stay_links (void)
{
  static const Present kinds[] = {
    PRESENT_LINK, PRESENT_LINK_CHAIN, PRESENT_LINK_TO_NOTHING, PRESENT_RELATIVE_LINK_TO_NOTHING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto(StoreFixture) fixture = { 0 };
      g_autofree char *target = NULL;

      store_fixture_init (&fixture);
      make_present (&fixture, kinds[i]);
      write_over (&fixture);
      target = store_fixture_path (&fixture, "target.json");
      g_assert_true (g_file_test (fixture.path, G_FILE_TEST_IS_SYMLINK));
      g_assert_false (g_file_test (target, G_FILE_TEST_IS_SYMLINK));
      store_assert_holds (target, NEW);
    }
}

static void
test_the_mode_is_kept (void)
{
  static const mode_t modes[] = { 0600, 0640, 0644, 0660, 0666, 0604, 0755, 0200 | 0400, 02640 };
  mode_t usual = umask (0077);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_auto(StoreFixture) fixture = { 0 };

      store_fixture_init (&fixture);
      store_put (fixture.path, OLD);
      g_assert_no_errno (g_chmod (fixture.path, modes[i]));
      write_over (&fixture);
      g_assert_cmpint (mode_of (fixture.path), ==, modes[i]);
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
      g_auto(StoreFixture) fixture = { 0 };

      store_fixture_init (&fixture);
      umask (masks[i]);
      write_over (&fixture);
      g_assert_cmpint (mode_of (fixture.path), ==, 0666 & ~masks[i]);
    }
  umask (usual);
}

static void
test_the_owner_is_kept (void)
{
  g_auto(StoreFixture) fixture = { 0 };
  struct stat status;

  if (geteuid () != 0)
    {
      g_test_skip ("only an administrator can give a file to somebody else");
      return;
    }
  store_fixture_init (&fixture);
  store_put (fixture.path, OLD);
  g_assert_no_errno (chown (fixture.path, NOBODY, NOBODY));
  g_assert_no_errno (g_chmod (fixture.path, 06750));
  write_over (&fixture);
  g_assert_no_errno (stat (fixture.path, &status));
  g_assert_cmpuint (status.st_uid, ==, NOBODY);
  g_assert_cmpuint (status.st_gid, ==, NOBODY);
  g_assert_cmpint (status.st_mode & 07777, ==, 06750);
}

static void
test_an_owner_that_cannot_be_kept_refuses (void)
{
  g_auto(StoreFixture) fixture = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (geteuid () != 0)
    {
      g_test_skip ("only an administrator can make a file of somebody else");
      return;
    }
  store_fixture_init (&fixture);
  store_put (fixture.path, OLD);
  g_assert_no_errno (g_chmod (fixture.path, 0666));
  g_assert_no_errno (g_chmod (fixture.folder, 0777));
  before = describe_folder (fixture.folder);
  g_assert_no_errno (seteuid (NOBODY));
  refuse_over (&fixture, VAC_ERROR_READ_ONLY);
  g_assert_no_errno (seteuid (0));
  after = describe_folder (fixture.folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_folder_that_takes_no_file_refuses (void)
{
  g_auto(StoreFixture) fixture = { 0 };
  gboolean administrator = geteuid () == 0;

  store_fixture_init (&fixture);
  store_put (fixture.path, OLD);
  if (administrator)
    g_assert_no_errno (chown (fixture.path, NOBODY, NOBODY));
  g_assert_no_errno (g_chmod (fixture.folder, 0555));
  if (administrator)
    g_assert_no_errno (seteuid (NOBODY));
  refuse_over (&fixture, VAC_ERROR_READ_ONLY);
  if (administrator)
    g_assert_no_errno (seteuid (0));
  store_assert_holds (fixture.path, OLD);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
}

static void
test_a_missing_folder_is_named (void)
{
  g_auto(StoreFixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autoptr(GFile) inside_file = NULL;
  g_autoptr(GBytes) bytes = store_bytes (NEW);
  g_autoptr(GError) error = NULL;

  store_fixture_init (&fixture);
  path = store_fixture_path (&fixture, "gone/posting.json");
  g_object_unref (fixture.file);
  fixture.file = g_file_new_for_path (path);
  refuse_over (&fixture, VAC_ERROR_NOT_FOUND);

  store_put (fixture.path, OLD);
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
  g_auto(StoreFixture) fixture = { 0 };
  char value[16] = { 0 };

  store_fixture_init (&fixture);
  store_put (fixture.path, OLD);
  if (skip_without_attributes (fixture.path, "user.vacancy.tag", "blue\0red", 8))
    return;
  g_assert_no_errno (setxattr (fixture.path, "user.empty", "", 0, 0));
  write_over (&fixture);
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
  g_auto(StoreFixture) fixture = { 0 };
  AccessList kept;

  store_fixture_init (&fixture);
  store_put (fixture.path, OLD);
  if (skip_without_attributes (fixture.path, "system.posix_acl_access", &somebody,
                               sizeof somebody))
    return;
  write_over (&fixture);
  g_assert_cmpint (getxattr (fixture.path, "system.posix_acl_access", &kept, sizeof kept),
                   ==, sizeof kept);
  g_assert_cmpmem (&kept, sizeof kept, &somebody, sizeof somebody);
  g_assert_cmpint (mode_of (fixture.path), ==, 0660);
}

static void
test_an_inherited_access_list_lets_nobody_in (void)
{
  g_auto(StoreFixture) fixture = { 0 };
  AccessList kept;

  store_fixture_init (&fixture);
  store_put (fixture.path, OLD);
  g_assert_no_errno (g_chmod (fixture.path, 0660));
  if (skip_without_attributes (fixture.folder, "system.posix_acl_default", &somebody,
                               sizeof somebody))
    return;
  write_over (&fixture);
  g_assert_cmpint (getxattr (fixture.path, "system.posix_acl_access", &kept, sizeof kept), ==, -1);
  g_assert_cmpint (mode_of (fixture.path), ==, 0660);
}

/* Runs in a process of its own: the limit lasts. */
static void
write_beyond_limit (void)
{
  g_auto(StoreFixture) fixture = { 0 };
  g_autofree char *text = g_strnfill (200 * 1000, 'x');
  g_autoptr(GBytes) bytes = store_bytes (text);
  g_autoptr(GError) error = NULL;
  struct rlimit limit = { 100 * 1000, 100 * 1000 };

  store_fixture_init (&fixture);
  store_put (fixture.path, OLD);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  g_assert_false (vac_safe_file_write (fixture.file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL, NULL,
                                       &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_FAILED);
  store_assert_holds (fixture.path, OLD);
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
  g_auto(StoreFixture) fixture = { 0 };
  g_autofree char *disk = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = g_strnfill (200 * 1000, 'x');
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = store_bytes (text);
  g_autoptr(GError) error = NULL;

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
  store_put (path, OLD);
  g_assert_false (vac_safe_file_write (file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL, NULL,
                                       &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_FAILED);
  store_assert_holds (path, OLD);
  g_assert_cmpuint (store_count_entries (disk), ==, 1);
  g_assert_no_errno (umount (disk));
}

static void
test_an_empty_file_can_be_written_and_read (void)
{
  g_auto(StoreFixture) fixture = { 0 };
  g_autoptr(GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr(GBytes) loaded = NULL;
  g_autoptr(VacBaseline) written = NULL;
  g_autoptr(VacBaseline) read = NULL;
  g_autoptr(GError) error = NULL;

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
  g_auto(StoreFixture) fixture = { 0 };
  g_autoptr(VacBaseline) baseline = NULL;

  store_fixture_init (&fixture);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("version %u\n", i);
      g_autoptr(GBytes) bytes = store_bytes (text);
      g_autoptr(VacBaseline) next = NULL;
      g_autoptr(GError) error = NULL;

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
    Present present;
    int     error;
  } cases[] = {
    { PRESENT_NOTHING, VAC_ERROR_NOT_FOUND },
    { PRESENT_LINK_TO_NOTHING, VAC_ERROR_NOT_FOUND },
    { PRESENT_LINK_TO_ITSELF, VAC_ERROR_FAILED },
    { PRESENT_FOLDER, VAC_ERROR_BAD_TARGET },
    { PRESENT_PIPE, VAC_ERROR_BAD_TARGET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(StoreFixture) fixture = { 0 };
      g_autoptr(VacBaseline) baseline = NULL;
      g_autoptr(GError) error = NULL;

      store_fixture_init (&fixture);
      make_present (&fixture, cases[i].present);
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
      g_auto(StoreFixture) fixture = { 0 };
      g_autofree char *text = g_strnfill (cases[i].size, 'x');
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

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
    Then     then;
    gboolean changed;
  } cases[] = {
    { THEN_NOTHING, FALSE }, { THEN_TOUCHED, FALSE }, { THEN_MODE_CHANGED, FALSE },
    { THEN_REPLACED_BY_SAME, FALSE }, { THEN_CHANGED, TRUE }, { THEN_CHANGED_UNSEEN, TRUE },
    { THEN_GROWN, TRUE }, { THEN_REPLACED, TRUE }, { THEN_DELETED, TRUE },
    { THEN_REPLACED_BY_FOLDER, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(StoreFixture) fixture = { 0 };
      g_autoptr(VacBaseline) baseline = NULL;
      g_autoptr(GBytes) bytes = NULL;

      store_fixture_init (&fixture);
      store_put (fixture.path, OLD);
      bytes = vac_safe_file_load (fixture.file, LIMIT, &baseline, NULL, NULL);
      /* A file system's clock may tick only every few milliseconds. */
      g_usleep (20 * 1000);
      make_then (&fixture, cases[i].then);
      g_assert_true (vac_safe_file_has_changed (fixture.file, baseline) == cases[i].changed);
    }
}

static void
test_cancelling_leaves_the_old_file (void)
{
  g_auto(StoreFixture) fixture = { 0 };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) bytes = store_bytes (NEW);
  g_autoptr(GError) error = NULL;

  store_fixture_init (&fixture);
  store_put (fixture.path, OLD);
  g_cancellable_cancel (cancellable);
  g_assert_false (vac_safe_file_write (fixture.file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL,
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  store_assert_holds (fixture.path, OLD);
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
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_the_other_thread_does_the_same (void)
{
  g_auto(StoreFixture) fixture = { 0 };
  g_autoptr(GAsyncResult) written = NULL;
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GAsyncResult) refused = NULL;
  g_autoptr(GAsyncResult) missing = NULL;
  g_autoptr(VacBaseline) baseline = NULL;
  g_autoptr(VacBaseline) read = NULL;
  g_autoptr(GBytes) bytes = store_bytes (NEW);
  g_autoptr(GBytes) back = NULL;
  g_autoptr(GError) error = NULL;

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
  g_assert_false (vac_safe_file_has_changed (fixture.file, read));

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safe-file/every-outcome-is-the-promised-one",
                   test_every_outcome_is_the_promised_one);
  g_test_add_func ("/safe-file/links-stay-links", test_links_stay_links);
  g_test_add_func ("/safe-file/the-mode-is-kept", test_the_mode_is_kept);
  g_test_add_func ("/safe-file/a-new-file-gets-the-usual-mode",
                   test_a_new_file_gets_the_usual_mode);
  g_test_add_func ("/safe-file/the-owner-is-kept", test_the_owner_is_kept);
  g_test_add_func ("/safe-file/an-owner-that-cannot-be-kept-refuses",
                   test_an_owner_that_cannot_be_kept_refuses);
  g_test_add_func ("/safe-file/a-folder-that-takes-no-file-refuses",
                   test_a_folder_that_takes_no_file_refuses);
  g_test_add_func ("/safe-file/a-missing-folder-is-named", test_a_missing_folder_is_named);
  g_test_add_func ("/safe-file/user-attributes-are-kept", test_user_attributes_are_kept);
  g_test_add_func ("/safe-file/an-access-list-is-kept", test_an_access_list_is_kept);
  g_test_add_func ("/safe-file/an-inherited-access-list-lets-nobody-in",
                   test_an_inherited_access_list_lets_nobody_in);
  g_test_add_func ("/safe-file/a-file-beyond-the-limit-keeps-the-old-bytes",
                   test_a_file_beyond_the_limit_keeps_the_old_bytes);
  g_test_add_func ("/safe-file/a-full-disk-keeps-the-old-bytes",
                   test_a_full_disk_keeps_the_old_bytes);
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
