/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"
#include "vac-error.h"
#include "vac-safe-file.h"

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_no_errno (g_remove (path));
}

void
store_fixture_init (StoreFixture *self)
{
  support_clear_own_state ();
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("vacancy-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = store_fixture_path (self, "posting.json");
  self->file = g_file_new_for_path (self->path);
}

void
store_fixture_clear (StoreFixture *self)
{
  if (self->folder != NULL)
    remove_tree (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->file);
}

char *
store_fixture_path (StoreFixture *self,
                    const char   *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* In place, like an editor that does not care; keeps inode and mode. */
void
store_put (const char *path,
           const char *text)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, (gssize) strlen (text));
  g_assert_no_errno (close (fd));
}

void
store_assert_holds (const char *path,
                    const char *text)
{
  g_autofree char *present = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &present, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (present, length, text, strlen (text));
}

guint
store_count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

GBytes *
store_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

void
store_make_present (StoreFixture *fixture,
                    StorePresent  present)
{
  g_autofree char *target = store_fixture_path (fixture, "target.json");
  g_autofree char *middle = store_fixture_path (fixture, "middle.json");

  switch (present)
    {
    case STORE_NOTHING:
      break;
    case STORE_FILE:
      store_put (fixture->path, STORE_OLD);
      break;
    case STORE_READ_ONLY:
      store_put (fixture->path, STORE_OLD);
      g_assert_no_errno (g_chmod (fixture->path, 0444));
      break;
    case STORE_HARD_LINKED:
      store_put (fixture->path, STORE_OLD);
      g_assert_no_errno (link (fixture->path, target));
      break;
    case STORE_LINK:
      store_put (target, STORE_OLD);
      g_assert_no_errno (symlink ("target.json", fixture->path));
      break;
    case STORE_LINK_CHAIN:
      store_put (target, STORE_OLD);
      g_assert_no_errno (symlink (target, middle));
      g_assert_no_errno (symlink (middle, fixture->path));
      break;
    case STORE_LINK_TO_NOTHING:
      g_assert_no_errno (symlink (target, fixture->path));
      break;
    case STORE_RELATIVE_LINK_TO_NOTHING:
      g_assert_no_errno (symlink ("./target.json", fixture->path));
      break;
    case STORE_LINK_TO_ITSELF:
      g_assert_no_errno (symlink ("posting.json", fixture->path));
      break;
    case STORE_FOLDER:
      g_assert_no_errno (g_mkdir (fixture->path, 0755));
      break;
    case STORE_LINK_TO_FOLDER:
      g_assert_no_errno (g_mkdir (target, 0755));
      g_assert_no_errno (symlink (target, fixture->path));
      break;
    case STORE_PIPE:
      g_assert_no_errno (mkfifo (fixture->path, 0644));
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
char *
store_describe_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
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

void
store_write_over (StoreFixture *fixture)
{
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  g_autoptr (GError) error = NULL;

  vac_safe_file_write (fixture->file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL, NULL, &error);
  g_assert_no_error (error);
  store_assert_holds (fixture->path, STORE_NEW);
}

void
store_refuse_over (StoreFixture *fixture,
                   int           code)
{
  g_autoptr (GBytes) bytes = store_bytes (STORE_NEW);
  g_autoptr (GError) error = NULL;

  g_assert_false (vac_safe_file_write (fixture->file, bytes, NULL, VAC_WRITE_OVERWRITE, NULL, NULL,
                                       &error));
  g_assert_error (error, VAC_ERROR, code);
}

mode_t
store_get_mode (const char *path)
{
  GStatBuf status;

  g_assert_no_errno (g_stat (path, &status));

  return status.st_mode & 07777;
}

/* Written under a mask that forbids nothing: a new file, one that another one made way for, and one
 * whose readers the user chose since it was written. */
void
store_check_private (StoreWritePrivate write_private)
{
  static const struct { mode_t before; gboolean known; mode_t after; } cases[] = {
    { 0, FALSE, 0600 }, { 0644, FALSE, 0600 }, { 0400 | 0200, FALSE, 0600 },
    { 0640, TRUE, 0640 }, { 0600, TRUE, 0600 },
  };
  const mode_t usual = umask (0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StoreFixture) fixture = { 0 };

      store_fixture_init (&fixture);
      if (cases[i].before != 0)
        {
          store_put (fixture.path, STORE_OLD);
          g_assert_no_errno (g_chmod (fixture.path, cases[i].before));
        }
      write_private (&fixture, cases[i].known);
      store_assert_holds (fixture.path, STORE_NEW);
      g_assert_cmpint (store_get_mode (fixture.path), ==, cases[i].after);
    }
  umask (usual);
}

static pid_t
start_saver (StoreFixture *fixture,
             guint         number,
             guint         n_rounds,
             StoreSave     save)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child > 0)
    return child;
  for (guint i = 0; i < n_rounds; i++)
    save (fixture, number, i);
  _exit (0);
}

/* Programs that save the same file at the same time, each as often as @n_rounds says. */
void
store_race (StoreFixture *fixture,
            guint         n_savers,
            guint         n_rounds,
            StoreSave     save)
{
  g_autofree pid_t *savers = g_new (pid_t, n_savers);

  for (guint i = 0; i < n_savers; i++)
    savers[i] = start_saver (fixture, i, n_rounds, save);
  for (guint i = 0; i < n_savers; i++)
    {
      int status;

      g_assert_cmpint (waitpid (savers[i], &status, 0), ==, savers[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
}
