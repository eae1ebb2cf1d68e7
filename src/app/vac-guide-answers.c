/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-answers"

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "vac-guide-answers.h"
#include "vac-state-folder.h"

/* Which texts of postings shall not go into their guides, so that nobody is asked again: a digest a
 * line, the oldest first. */

#define FOLDER "guides"
#define NAME   "this-posting-only"
#define DIGEST (32 * 2)
#define MOST   4000

static char *
get_path (void)
{
  g_autofree char *folder = vac_state_folder_get_path (FOLDER);

  return g_build_filename (folder, NAME, NULL);
}

static gboolean
is_digest (const char *line)
{
  return strlen (line) == DIGEST && strspn (line, "0123456789abcdef") == DIGEST;
}

/* Returns: (transfer full): what is remembered; nothing if that cannot be read */
static GPtrArray *
read_lines (void)
{
  g_autofree char *path = get_path ();
  g_autoptr (GBytes) bytes = vac_state_file_read (path, MOST * (DIGEST + 1), NULL);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (bytes == NULL)
    return lines;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  parts = g_strsplit (text, "\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (is_digest (parts[i]))
      g_ptr_array_add (lines, g_strdup (parts[i]));

  return lines;
}

/**
 * vac_guide_answers_load:
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type utf8): the digests of changes that somebody has decided on;
 *   see #VacGuideChange
 */
GHashTable *
vac_guide_answers_load (void)
{
  GHashTable *digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) lines = read_lines ();

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (digests, g_strdup (g_ptr_array_index (lines, i)));

  return digests;
}

static void
write_lines (GPtrArray *lines)
{
  g_autofree char *folder = vac_state_folder_ensure (FOLDER, NULL);
  g_autofree char *path = get_path ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = lines->len > MOST ? lines->len - MOST : 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (lines, i));
  bytes = g_bytes_new (text->str, text->len);
  /* Whoever is asked once more has lost nothing. */
  if (folder == NULL || !vac_state_file_write (path, bytes, &error))
    g_debug ("%s", error != NULL ? error->message : path);
}

static void
remember_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  GHashTable *digests = task_data;
  g_autoptr (GPtrArray) lines = read_lines ();
  GHashTableIter iter;
  gpointer digest;

  g_hash_table_iter_init (&iter, digests);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    if (!g_ptr_array_find_with_equal_func (lines, digest, g_str_equal, NULL))
      g_ptr_array_add (lines, g_strdup (digest));
  write_lines (lines);
  g_task_return_boolean (task, TRUE);
}

/**
 * vac_guide_answers_remember:
 * @digests: (element-type utf8): of changes that somebody has decided on; not changed any more
 */
void
vac_guide_answers_remember (GHashTable *digests)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (digests != NULL);

  if (g_hash_table_size (digests) == 0)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, vac_guide_answers_remember);
  g_task_set_task_data (task, g_hash_table_ref (digests), (GDestroyNotify) g_hash_table_unref);
  g_task_run_in_thread (task, remember_in_thread);
}
