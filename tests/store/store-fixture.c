/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = NULL;
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
  g_autoptr(GError) error = NULL;

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
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &present, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (present, length, text, strlen (text));
}

guint
store_count_entries (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
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
