/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-original"

#include "config.h"

#include <string.h>

#include "vac-original.h"
#include "vac-state-list.h"

/* What a posting is a duplicate of.
 *
 * Postings are mailed, and a path tells whose folders it leads through. So a posting has a
 * reference: the name of the original's file, and behind a "#" a key of random digits, as in
 * "Nurse.vacancy#0f3a…". Which file the key stands for is kept on the user's own machine. Elsewhere
 * the original is looked for beside the posting. */

#define NAME "originals"
#define MOST 4000
#define KEY  16   /* random digits */

static char *
make_key (void)
{
  return g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
}

/**
 * vac_original_make_reference:
 * @original: a posting's file
 *
 * Returns: (transfer full): what a duplicate of it says of it; another one each time
 */
char *
vac_original_make_reference (GFile *original)
{
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *key = make_key ();

  g_return_val_if_fail (G_IS_FILE (original), NULL);

  name = g_file_get_basename (original);
  escaped = g_uri_escape_string (name != NULL ? name : "", " ", TRUE);

  return g_strdup_printf ("%s#%s", escaped, key);
}

/* Returns: (nullable): the key in a reference, if it has one */
static const char *
get_key (const char *reference)
{
  const char *hash = strrchr (reference, '#');

  return hash != NULL && strlen (hash + 1) == KEY &&
                 strspn (hash + 1, "0123456789abcdef") == KEY
             ? hash + 1 : NULL;
}

/**
 * vac_original_remember:
 * @reference: what vac_original_make_reference() returned
 * @original: for what
 *
 * Remembers on this machine what @reference stands for. Blocks.
 */
void
vac_original_remember (const char *reference,
                       GFile      *original)
{
  const char *key;
  g_autofree char *address = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_return_if_fail (reference != NULL && G_IS_FILE (original));

  key = get_key (reference);
  if (key == NULL)
    return;
  address = g_file_get_uri (original);
  lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (lines, g_strdup_printf ("%s %s", key, address));
  vac_state_list_add (NAME, lines, MOST);
}

static void
remember_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      reference,
                    GCancellable *cancellable)
{
  vac_original_remember (reference, g_object_get_data (G_OBJECT (task), "vac-original"));
  g_task_return_boolean (task, TRUE);
}

/**
 * vac_original_remember_later:
 * @reference: what vac_original_make_reference() returned
 * @original: for what
 *
 * As vac_original_remember(), in a thread of its own.
 */
void
vac_original_remember_later (const char *reference,
                             GFile      *original)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_return_if_fail (reference != NULL && G_IS_FILE (original));

  g_task_set_source_tag (task, vac_original_remember_later);
  g_task_set_task_data (task, g_strdup (reference), g_free);
  g_object_set_data_full (G_OBJECT (task), "vac-original", g_object_ref (original),
                          g_object_unref);
  g_task_run_in_thread (task, remember_in_thread);
}

/**
 * vac_original_find:
 * @reference: what a duplicate says of its original
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the original's file, where it was; %NULL where nobody has
 *   said that on this machine
 */
GFile *
vac_original_find (const char *reference)
{
  const char *key;
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (reference != NULL, NULL);

  key = get_key (reference);
  if (key == NULL)
    return NULL;
  lines = vac_state_list_load (NAME);
  for (guint i = lines->len; i > 0; i--)
    {
      const char *line = g_ptr_array_index (lines, i - 1);

      if (g_str_has_prefix (line, key) && line[KEY] == ' ')
        return g_file_new_for_uri (line + KEY + 1);
    }

  return NULL;
}

/**
 * vac_original_find_beside:
 * @reference: what a duplicate says of its original
 * @folder: where the duplicate is
 *
 * Folders are moved and sent: what lies beside a duplicate and has the name of its original is
 * that.
 *
 * Returns: (transfer full) (nullable): that file, which need not exist; %NULL if there can be none
 */
GFile *
vac_original_find_beside (const char *reference,
                          GFile      *folder)
{
  g_autofree char *escaped = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (reference != NULL && G_IS_FILE (folder), NULL);

  escaped = g_strndup (reference, strcspn (reference, "#"));
  name = g_uri_unescape_string (escaped, G_DIR_SEPARATOR_S);
  if (name == NULL || *name == '\0' || strchr (name, G_DIR_SEPARATOR) != NULL ||
      g_str_equal (name, ".") || g_str_equal (name, ".."))
    return NULL;

  return g_file_get_child (folder, name);
}

/* The address is in a file that anybody may have sent: it must not make the program ask a server
 * that the user has nothing to do with. */
static gboolean
is_near (GFile *original,
         GFile *file)
{
  g_autofree char *scheme = file != NULL ? g_file_get_uri_scheme (file) : NULL;

  return g_file_has_uri_scheme (original, "file") ||
         (scheme != NULL && g_file_has_uri_scheme (original, scheme));
}

/**
 * vac_original_mend:
 * @document: (inout) (transfer full): what was read from a file
 * @file: (nullable): that file
 *
 * Earlier versions wrote the address of the original into its duplicates. Where @document says one,
 * it becomes another document, without a history, that has a reference instead; its next save
 * writes that.
 *
 * Returns: (transfer full) (nullable): what to vac_original_remember() for that; %NULL if nothing
 *   is to be remembered
 */
GFile *
vac_original_mend (VacDocument **document,
                   GFile        *file)
{
  const char *address;
  g_autoptr (GFile) original = NULL;
  g_autoptr (VacNode) root = NULL;
  g_autofree char *reference = NULL;

  g_return_val_if_fail (document != NULL && VAC_IS_DOCUMENT (*document), NULL);

  address = vac_document_get_text (*document, VAC_ROLE_DUPLICATE_OF);
  if (vac_document_get_read_only (*document) ||
      (g_uri_peek_scheme (address) == NULL && !g_path_is_absolute (address)))
    return NULL;

  original = g_file_new_for_commandline_arg (address);
  reference = vac_original_make_reference (original);
  vac_document_set_text (*document, vac_document_get (*document, VAC_ROLE_DUPLICATE_OF), reference);
  root = vac_node_copy (vac_document_get_root (*document));
  g_object_unref (*document);
  *document = vac_document_new_for_root (root);

  return is_near (original, file) ? g_steal_pointer (&original) : NULL;
}
