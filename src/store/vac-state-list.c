/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-state-list"

#include "config.h"

#include <gio/gio.h>

#include "vac-state-folder.h"
#include "vac-state-list.h"

/* Lines that the program remembers, the oldest first. Losing them loses no work of anybody's, so
 * that nobody is told when they cannot be read or written. */

#define FOLDER "lists"
#define LARGEST (4 * 1024 * 1024)

/* Two windows may add at the same time. */
static GMutex adding;

/**
 * vac_state_list_load:
 * @name: of a list
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type utf8): its lines, those that are valid UTF-8; none where
 *   there is no list or it cannot be read
 */
GPtrArray *
vac_state_list_load (const char *name)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = vac_state_folder_get_path (FOLDER);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (name != NULL, lines);

  path = g_build_filename (folder, name, NULL);
  bytes = vac_state_file_read (path, LARGEST, NULL);
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return lines;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  parts = g_strsplit (text, "\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && g_utf8_validate (parts[i], -1, NULL))
      g_ptr_array_add (lines, g_strdup (parts[i]));

  return lines;
}

static void
write_lines (const char *name,
             GPtrArray  *lines,
             guint       most)
{
  g_autofree char *folder = vac_state_folder_ensure (FOLDER, NULL);
  g_autofree char *path = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, name, NULL);
  for (guint i = lines->len > most ? lines->len - most : 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (lines, i));
  bytes = g_bytes_new (text->str, text->len);
  if (!vac_state_file_write (path, bytes, &error))
    g_debug ("%s", error->message);
}

/**
 * vac_state_list_add:
 * @name: of a list
 * @lines: (element-type utf8): what to add, without line ends; what is there already stays
 * @most: how many lines to keep, the newest
 *
 * Blocks; may be called from any thread.
 */
void
vac_state_list_add (const char *name,
                    GPtrArray  *lines,
                    guint       most)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_if_fail (name != NULL && lines != NULL);

  g_mutex_lock (&adding);
  all = vac_state_list_load (name);
  for (guint i = 0; i < lines->len; i++)
    if (!g_ptr_array_find_with_equal_func (all, g_ptr_array_index (lines, i), g_str_equal, NULL))
      g_ptr_array_add (all, g_strdup (g_ptr_array_index (lines, i)));
  write_lines (name, all, most);
  g_mutex_unlock (&adding);
}
