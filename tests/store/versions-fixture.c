/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "versions-fixture.h"

#include <string.h>

#include "vac-safe-file.h"
#include "vac-state-folder.h"

char *
versions_save (GFile      *file,
               const char *text)
{
  g_autoptr (VacBaseline) read = NULL;
  g_autoptr (VacBaseline) written = NULL;
  g_autoptr (GBytes) old = vac_safe_file_load (file, G_MAXINT, &read, NULL, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_true ((old != NULL) == (read != NULL));
  vac_safe_file_write (file, bytes, read, VAC_WRITE_KEEP_VERSION, &written, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (vac_baseline_get_unkept (written));
}

void
versions_save_all (GFile             *file,
                   const char *const *texts)
{
  for (; *texts != NULL; texts++)
    {
      g_autofree char *unkept = versions_save (file, *texts);

      g_assert_cmpstr (unkept, ==, NULL);
    }
}

GPtrArray *
versions_list (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *versions = vac_versions_list (file, NULL, &error);

  g_assert_no_error (error);

  return versions;
}

char *
versions_describe (GFile *file)
{
  g_autoptr (GPtrArray) versions = versions_list (file);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      const VacVersion *version = g_ptr_array_index (versions, i);
      g_autoptr (GBytes) bytes = vac_versions_load (file, version, NULL);

      g_string_append (out, i > 0 ? "," : "");
      if (bytes == NULL)
        g_string_append_c (out, '!');
      else
        g_string_append_len (out, g_bytes_get_data (bytes, NULL),
                             (gssize) g_bytes_get_size (bytes));
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

void
versions_assert (GFile      *file,
                 const char *described)
{
  g_autofree char *found = versions_describe (file);

  g_assert_cmpstr (found, ==, described);
}

char *
versions_get_folder (void)
{
  g_autofree char *all = vac_state_folder_get_path ("versions");
  g_autoptr (GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;
  char *path;

  g_assert_nonnull (dir);
  name = g_dir_read_name (dir);
  g_assert_nonnull (name);
  path = g_build_filename (all, name, NULL);
  g_assert_null (g_dir_read_name (dir));

  return path;
}

char *
versions_get_content (const char *text)
{
  g_autofree char *folder = versions_get_folder ();
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *name = g_strconcat (hash, ".gz", NULL);

  return g_build_filename (folder, name, NULL);
}
