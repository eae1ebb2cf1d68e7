/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "store-fixture.h"
#include "support.h"
#include "vac-descriptor.h"
#include "vac-error.h"
#include "vac-safe-file.h"

/* The linker puts the functions below between the writer and the system (--wrap), so that a call
 * can fail, do half of its work, or be the last thing that the process does. */

#define OTHER "what somebody else wrote\n"
#define STATUS_DIED 7

/* Faults besides the numbers of errno. */
#define DIES (-1)
#define SHORT (-2)
#define INTRUDES (-3)
#define INTRUDES_BY_RENAME (-4)

typedef enum
{
  CALL_NONE,
  CALL_WRITE,
  CALL_FALLOCATE,
  CALL_FCHMOD,
  CALL_FCHOWN,
  CALL_FSETXATTR,
  CALL_FSYNC,
  CALL_CLOSE,
  CALL_RENAME,
  CALL_RENAME_NEW,
  CALL_EXCHANGE,
  N_CALLS
} Call;

typedef struct
{
  Call  call;
  guint nth;     /* from 1 */
  int   fault;
} Plan;

static Plan plan;
static guint seen[N_CALLS];
static const char *intruded_path;

/* Whether renameat2 () is of a kernel or file system that cannot exchange. */
static gboolean without_exchange;

/* Whether a file system hands the flags of whoever opens a file on to a link of its own. */
static gboolean has_links_inside;

int     __real_fallocate64 (int, int, off_t, off_t);
ssize_t __real_write       (int, const void *, size_t);
int     __real_openat64    (int, const char *, int, ...);
int     __real_fchmod      (int, mode_t);
int     __real_fchown      (int, uid_t, gid_t);
int     __real_fsetxattr   (int, const char *, const void *, size_t, int);
int     __real_fsync       (int);
int     __real_close       (int);
int     __real_renameat    (int, const char *, int, const char *);
int     __real_renameat2   (int, const char *, int, const char *, unsigned int);

int     __wrap_fallocate64 (int, int, off_t, off_t);
ssize_t __wrap_write       (int, const void *, size_t);
int     __wrap_openat64    (int, const char *, int, ...);
int     __wrap___openat64_2 (int, const char *, int);
int     __wrap_fchmod      (int, mode_t);
int     __wrap_fchown      (int, uid_t, gid_t);
int     __wrap_fsetxattr   (int, const char *, const void *, size_t, int);
int     __wrap_fsync       (int);
int     __wrap_close       (int);
int     __wrap_renameat    (int, const char *, int, const char *);
int     __wrap_renameat2   (int, const char *, int, const char *, unsigned int);

static void
arm (Plan next)
{
  plan = next;
  for (guint i = 0; i < N_CALLS; i++)
    seen[i] = 0;
}

static void
disarm (void)
{
  plan = (Plan) { 0 };
}

static void
intrude (int fault)
{
  g_autofree char *aside = g_strconcat (intruded_path, ".aside", NULL);

  disarm ();
  store_put (fault == INTRUDES ? intruded_path : aside, OTHER);
  if (fault == INTRUDES_BY_RENAME)
    g_assert_no_errno (g_rename (aside, intruded_path));
}

/* Returns the fault that this call has to show, 0 for none. */
static int
meet (Call call)
{
  seen[call]++;
  if (plan.call != call || seen[call] != plan.nth)
    return 0;
  if (plan.fault == DIES)
    _exit (STATUS_DIED);
  if (plan.fault == INTRUDES || plan.fault == INTRUDES_BY_RENAME)
    {
      intrude (plan.fault);
      return 0;
    }

  return plan.fault;
}

static gboolean
fails (Call call)
{
  int fault = meet (call);

  if (fault > 0)
    errno = fault;

  return fault > 0;
}

int
__wrap_fallocate64 (int   fd,
                    int   mode,
                    off_t offset,
                    off_t length)
{
  return fails (CALL_FALLOCATE) ? -1 : __real_fallocate64 (fd, mode, offset, length);
}

ssize_t
__wrap_write (int         fd,
              const void *data,
              size_t      size)
{
  int fault = meet (CALL_WRITE);

  if (fault > 0)
    {
      errno = fault;
      return -1;
    }

  return __real_write (fd, data, fault == SHORT ? (size + 1) / 2 : size);
}

int
__wrap_openat64 (int         folder,
                 const char *path,
                 int         flags,
                 ...)
{
  mode_t mode = 0;

  if (has_links_inside && (flags & O_NOFOLLOW) != 0 && (flags & (O_CREAT | O_PATH)) == 0)
    {
      errno = ELOOP;
      return -1;
    }
  if ((flags & O_CREAT) != 0)
    {
      va_list list;

      va_start (list, flags);
      mode = va_arg (list, mode_t);
      va_end (list);
    }

  return __real_openat64 (folder, path, flags, mode);
}

/* What a call without a mode becomes where the compiler does not know its flags. */
int
__wrap___openat64_2 (int         folder,
                     const char *path,
                     int         flags)
{
  return __wrap_openat64 (folder, path, flags);
}

int
__wrap_fchmod (int    fd,
               mode_t mode)
{
  return fails (CALL_FCHMOD) ? -1 : __real_fchmod (fd, mode);
}

int
__wrap_fchown (int   fd,
               uid_t user,
               gid_t group)
{
  return fails (CALL_FCHOWN) ? -1 : __real_fchown (fd, user, group);
}

int
__wrap_fsetxattr (int         fd,
                  const char *name,
                  const void *value,
                  size_t      size,
                  int         flags)
{
  return fails (CALL_FSETXATTR) ? -1 : __real_fsetxattr (fd, name, value, size, flags);
}

int
__wrap_fsync (int fd)
{
  return fails (CALL_FSYNC) ? -1 : __real_fsync (fd);
}

/* The descriptor is gone even when closing it reports an error. */
int
__wrap_close (int fd)
{
  int fault = meet (CALL_CLOSE);
  int result = __real_close (fd);

  if (fault <= 0)
    return result;
  errno = fault;

  return -1;
}

int
__wrap_renameat (int         old_folder,
                 const char *old_name,
                 int         new_folder,
                 const char *new_name)
{
  return fails (CALL_RENAME) ? -1 : __real_renameat (old_folder, old_name, new_folder, new_name);
}

int
__wrap_renameat2 (int          old_folder,
                  const char  *old_name,
                  int          new_folder,
                  const char  *new_name,
                  unsigned int flags)
{
  if (fails (flags == RENAME_EXCHANGE ? CALL_EXCHANGE : CALL_RENAME_NEW))
    return -1;
  if (flags == RENAME_EXCHANGE && without_exchange)
    {
      errno = EINVAL;
      return -1;
    }

  return __real_renameat2 (old_folder, old_name, new_folder, new_name, flags);
}

/* Reads the present file, if there is one, and writes over what was read with one fault. */
static gboolean
write_with (StoreFixture *fixture,
            Plan          next,
            VacBaseline **now,
            GError      **error)
{
  g_autoptr (VacBaseline) expected = NULL;
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  gboolean success;

  loaded = vac_safe_file_load (fixture->file, 1024, &expected, NULL, NULL);
  arm (next);
  success = vac_safe_file_write (fixture->file, bytes, expected, VAC_WRITE_NONE, now, NULL, error);
  disarm ();

  return success;
}

static const Plan failures[] = {
  { CALL_FALLOCATE, 1, ENOSPC },
  { CALL_FALLOCATE, 1, EDQUOT },
  { CALL_FALLOCATE, 1, EIO },
  { CALL_WRITE, 1, ENOSPC },
  { CALL_WRITE, 1, EIO },
  { CALL_FSYNC, 1, EIO },
  { CALL_FSYNC, 1, ENOSPC },
  { CALL_FSYNC, 1, EINTR },
  { CALL_CLOSE, 1, EIO },
  { CALL_CLOSE, 1, EDQUOT },
};

static const Plan replacing_failures[] = {
  { CALL_FCHMOD, 1, EIO },
  { CALL_EXCHANGE, 1, EIO },
  { CALL_EXCHANGE, 1, ENOSPC },
};

static void
check_failure (Plan     next,
               gboolean replacing)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (VacBaseline) now = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_init (&fixture);
  if (replacing)
    store_put (fixture.path, STORE_OLD);
  before = store_describe_folder (fixture.folder);
  g_assert_false (write_with (&fixture, next, &now, &error));
  after = store_describe_folder (fixture.folder);

  g_assert_error (error, VAC_ERROR, VAC_ERROR_FAILED);
  g_assert_null (now);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (seen[next.call], >=, next.nth);
}

static void
test_a_failure_leaves_the_old_file (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    check_failure (failures[i], TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (replacing_failures); i++)
    check_failure (replacing_failures[i], TRUE);

  without_exchange = TRUE;
  check_failure ((Plan) { CALL_RENAME, 1, EIO }, TRUE);
  check_failure ((Plan) { CALL_RENAME, 1, ENOSPC }, TRUE);
  without_exchange = FALSE;
}

static void
test_a_failure_leaves_no_new_file (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    check_failure (failures[i], FALSE);
  check_failure ((Plan) { CALL_RENAME_NEW, 1, EIO }, FALSE);
}

static void
test_a_file_that_no_other_may_replace_is_written_in_place (void)
{
  static const int refusals[] = { EACCES, EPERM, EROFS };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (GError) error = NULL;

      store_fixture_init (&fixture);
      store_put (fixture.path, STORE_OLD);
      g_assert_true (write_with (&fixture, (Plan) { CALL_EXCHANGE, 1, refusals[i] }, NULL,
                                 &error));
      g_assert_no_error (error);
      g_assert_cmpuint (seen[CALL_EXCHANGE], ==, 1);
      store_assert_holds (fixture.path, STORE_NEW);
      g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
    }
}

static void
test_a_sync_is_never_tried_again (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  g_assert_false (write_with (&fixture, (Plan) { CALL_FSYNC, 1, EIO }, NULL, &error));
  g_assert_cmpuint (seen[CALL_FSYNC], ==, 1);
  g_assert_cmpuint (seen[CALL_EXCHANGE], ==, 0);
}

/* What a system may do without anything being wrong. */
static void
test_half_work_and_missing_functions_are_no_failure (void)
{
  static const Plan plans[] = {
    { CALL_WRITE, 1, SHORT },
    { CALL_WRITE, 1, EINTR },
    { CALL_FALLOCATE, 1, EINTR },
    { CALL_FALLOCATE, 1, EOPNOTSUPP },
    { CALL_FALLOCATE, 1, ENOSYS },
    { CALL_FALLOCATE, 1, EINVAL },
    { CALL_RENAME_NEW, 1, EINVAL },
    { CALL_RENAME_NEW, 1, ENOSYS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (VacBaseline) now = NULL;
      g_autoptr (GError) error = NULL;

      store_fixture_init (&fixture);
      g_assert_true (write_with (&fixture, plans[i], &now, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (seen[plans[i].call], >=, 1);
      store_assert_holds (fixture.path, STORE_NEW);
      g_assert_true (vac_baseline_is_confirmed (now));
      g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
    }
}

static void
test_an_unconfirmed_save_is_saved_and_said (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (VacBaseline) now = NULL;
  g_autoptr (VacBaseline) copy = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  g_assert_true (write_with (&fixture, (Plan) { CALL_FSYNC, 2, EIO }, &now, &error));
  g_assert_no_error (error);
  store_assert_holds (fixture.path, STORE_NEW);
  copy = vac_baseline_copy (now);
  g_assert_false (vac_baseline_is_confirmed (copy));
}

/* FUSE, FAT, SMB and the document portal: what they refuse to keep must not stop a save, and must
 * not open the file to anybody else either. */
static void
test_a_file_system_with_links_inside_saves (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *link = NULL;
  int folder, fd;

  store_fixture_init (&fixture);
  store_put (fixture.path, STORE_OLD);
  link = g_build_filename (fixture.folder, "link", NULL);
  g_assert_no_errno (symlink (fixture.path, link));
  has_links_inside = TRUE;
  g_assert_true (write_with (&fixture, (Plan) { 0 }, NULL, &error));
  g_assert_no_error (error);
  store_assert_holds (fixture.path, STORE_NEW);

  /* A link that somebody else put there is none of them. */
  folder = open (fixture.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_assert_cmpint (folder, >=, 0);
  g_assert_cmpint (vac_open_descriptor (folder, "link", O_RDONLY), ==, -1);
  g_assert_cmpint (errno, ==, ELOOP);
  fd = vac_open_descriptor (folder, "link-that-is-not-there", O_RDONLY);
  g_assert_cmpint (fd, ==, -1);
  vac_close_descriptor (&folder);
  has_links_inside = FALSE;
}

static void
test_a_file_system_that_keeps_no_modes_saves (void)
{
  static const int refusals[] = { EPERM, EACCES, EOPNOTSUPP, ENOSYS };
  static const struct
  {
    mode_t before;
    mode_t after;
  } modes[] = { { 0600, 0600 }, { 0644, 0644 }, { 0640, 0600 }, { 0666, 0666 }, { 0604, 0600 } };
  mode_t usual = umask (0);

  for (guint i = 0; i < G_N_ELEMENTS (refusals) * G_N_ELEMENTS (modes); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (GError) error = NULL;
      const mode_t mode = modes[i / G_N_ELEMENTS (refusals)].before;

      store_fixture_init (&fixture);
      store_put (fixture.path, STORE_OLD);
      g_assert_no_errno (g_chmod (fixture.path, mode));
      for (guint again = 0; again < 2; again++)
        {
          g_assert_true (
              write_with (&fixture,
                          (Plan) { CALL_FCHMOD, 1, refusals[i % G_N_ELEMENTS (refusals)] },
                          NULL, &error));
          g_assert_no_error (error);
          g_assert_cmpuint (seen[CALL_FCHMOD], ==, 1);
        }
      store_assert_holds (fixture.path, STORE_NEW);
      g_assert_cmpint (store_get_mode (fixture.path), ==, modes[i / G_N_ELEMENTS (refusals)].after);
      g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
    }
  umask (usual);
}

static void
test_a_group_that_cannot_be_kept_matters_only_where_it_can_do_more (void)
{
  static const struct
  {
    mode_t   mode;
    gboolean replaced;
  } cases[] = { { 0644, TRUE },  { 0600, TRUE },  { 0666, TRUE },
                { 0640, FALSE }, { 0664, FALSE }, { 0604, FALSE } };

  if (geteuid () != 0)
    {
      g_test_skip ("SKIPPED: only an administrator can give a file to a foreign group");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (GError) error = NULL;
      struct stat status;

      store_fixture_init (&fixture);
      store_put (fixture.path, STORE_OLD);
      g_assert_no_errno (chown (fixture.path, 0, 65534));
      g_assert_no_errno (g_chmod (fixture.path, cases[i].mode));
      g_assert_true (write_with (&fixture, (Plan) { CALL_FCHOWN, 1, EPERM }, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (seen[CALL_FCHOWN], ==, 1);
      g_assert_no_errno (stat (fixture.path, &status));
      g_assert_cmpuint (status.st_gid, ==, cases[i].replaced ? 0 : 65534);
      g_assert_cmpint (status.st_mode & 07777, ==, cases[i].mode);
    }
}

/* The access list of a file for nobody but its owner and one who is named. */
static const guint32 access_list[] = {
  2, 6 << 16 | 0x01, G_MAXUINT32, 6 << 16 | 0x02, 65534, 0x04, G_MAXUINT32, 6 << 16 | 0x10,
  G_MAXUINT32,
  0x20, G_MAXUINT32,
};

static void
test_attributes_that_cannot_be_kept_open_nothing (void)
{
  static const struct
  {
    const char *name;
    const void *value;
    gsize       size;
    mode_t      mode;    /* of the new file */
  } cases[] = {
    { "user.tag", "blue", 4, 0660 },
    { "system.posix_acl_access", access_list, sizeof access_list, 0600 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (GError) error = NULL;

      store_fixture_init (&fixture);
      store_put (fixture.path, STORE_OLD);
      g_assert_no_errno (g_chmod (fixture.path, 0660));
      if (setxattr (fixture.path, cases[i].name, cases[i].value, cases[i].size, 0) != 0)
        {
          g_test_skip ("SKIPPED: this file system keeps no such attributes");
          continue;
        }
      g_assert_true (write_with (&fixture, (Plan) { CALL_FSETXATTR, 1, EOPNOTSUPP }, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (seen[CALL_FSETXATTR], ==, 1);
      store_assert_holds (fixture.path, STORE_NEW);
      g_assert_cmpint (store_get_mode (fixture.path), ==, cases[i].mode);
    }
}

typedef struct
{
  gboolean replacing;
  Plan     plan;
  int      error;
} IntrusionCase;

/* Between the first look and the rename somebody else writes the file. */
static void
test_somebody_else_meanwhile_is_noticed (void)
{
  static const IntrusionCase cases[] = {
    { TRUE, { CALL_WRITE, 1, INTRUDES }, VAC_ERROR_CONFLICT },
    { TRUE, { CALL_FSYNC, 1, INTRUDES }, VAC_ERROR_CONFLICT },
    { TRUE, { CALL_CLOSE, 1, INTRUDES }, VAC_ERROR_CONFLICT },
    { TRUE, { CALL_CLOSE, 1, INTRUDES_BY_RENAME }, VAC_ERROR_CONFLICT },
    { TRUE, { CALL_EXCHANGE, 1, INTRUDES }, VAC_ERROR_CONFLICT },
    { TRUE, { CALL_EXCHANGE, 1, INTRUDES_BY_RENAME }, VAC_ERROR_CONFLICT },
    { FALSE, { CALL_WRITE, 1, INTRUDES }, VAC_ERROR_EXISTS },
    { FALSE, { CALL_CLOSE, 1, INTRUDES }, VAC_ERROR_EXISTS },
    { FALSE, { CALL_RENAME_NEW, 1, INTRUDES }, VAC_ERROR_EXISTS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };
      g_autoptr (GError) error = NULL;

      store_fixture_init (&fixture);
      intruded_path = fixture.path;
      if (cases[i].replacing)
        store_put (fixture.path, STORE_OLD);
      g_assert_false (write_with (&fixture, cases[i].plan, NULL, &error));
      g_assert_error (error, VAC_ERROR, cases[i].error);
      store_assert_holds (fixture.path, OTHER);
      g_assert_cmpuint (store_count_entries (fixture.folder), ==, 1);
    }
}

static void
die_at (StoreFixture *fixture,
        Plan          next)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      write_with (fixture, next, NULL, NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, STATUS_DIED);
}

static void
test_dying_at_any_step_leaves_one_whole_version (void)
{
  static const struct
  {
    Plan        plan;
    const char *expected;
  } cases[] = {
    { { CALL_FALLOCATE, 1, DIES }, STORE_OLD },
    { { CALL_WRITE, 1, DIES }, STORE_OLD },
    { { CALL_FCHMOD, 1, DIES }, STORE_OLD },
    { { CALL_FSYNC, 1, DIES }, STORE_OLD },
    { { CALL_CLOSE, 1, DIES }, STORE_OLD },
    { { CALL_EXCHANGE, 1, DIES }, STORE_OLD },
    { { CALL_FSYNC, 2, DIES }, STORE_NEW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };

      store_fixture_init (&fixture);
      store_put (fixture.path, STORE_OLD);
      die_at (&fixture, cases[i].plan);
      store_assert_holds (fixture.path, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  support_use_own_state ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safe-file-faults/a-failure-leaves-the-old-file",
                   test_a_failure_leaves_the_old_file);
  g_test_add_func ("/safe-file-faults/a-failure-leaves-no-new-file",
                   test_a_failure_leaves_no_new_file);
  g_test_add_func ("/safe-file-faults/a-file-that-no-other-may-replace-is-written-in-place",
                   test_a_file_that_no_other_may_replace_is_written_in_place);
  g_test_add_func ("/safe-file-faults/a-sync-is-never-tried-again",
                   test_a_sync_is_never_tried_again);
  g_test_add_func ("/safe-file-faults/half-work-and-missing-functions-are-no-failure",
                   test_half_work_and_missing_functions_are_no_failure);
  g_test_add_func ("/safe-file-faults/a-file-system-with-links-inside-saves",
                   test_a_file_system_with_links_inside_saves);
  g_test_add_func ("/safe-file-faults/a-file-system-that-keeps-no-modes-saves",
                   test_a_file_system_that_keeps_no_modes_saves);
  g_test_add_func (
      "/safe-file-faults/a-group-that-cannot-be-kept-matters-only-where-it-can-do-more",
      test_a_group_that_cannot_be_kept_matters_only_where_it_can_do_more);
  g_test_add_func ("/safe-file-faults/attributes-that-cannot-be-kept-open-nothing",
                   test_attributes_that_cannot_be_kept_open_nothing);
  g_test_add_func ("/safe-file-faults/an-unconfirmed-save-is-saved-and-said",
                   test_an_unconfirmed_save_is_saved_and_said);
  g_test_add_func ("/safe-file-faults/somebody-else-meanwhile-is-noticed",
                   test_somebody_else_meanwhile_is_noticed);
  g_test_add_func ("/safe-file-faults/dying-at-any-step-leaves-one-whole-version",
                   test_dying_at_any_step_leaves_one_whole_version);

  return g_test_run ();
}
