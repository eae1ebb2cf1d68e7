/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-file-name"

#include "config.h"

#include <string.h>

#include "vac-file-name.h"

/* Well under the 255 bytes of the usual file systems, so that copies and prefixes still fit. */
#define LONGEST_NAME 100
#define LONGEST_EXTENSION 20

static gboolean
is_apostrophe (gunichar character)
{
  return character == '\'' || character == 0x2018 || character == 0x2019;
}

static gboolean
is_kept (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character) ||
         character == '-' || character == '_' || character == '.';
}

/* Whatever is not kept separates words; several of them separate no more than one does. */
static GString *
keep_harmless (const char *text)
{
  GString *kept = g_string_new (NULL);
  gboolean separated = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (is_apostrophe (character))
        continue;
      if (!is_kept (character))
        {
          separated = TRUE;
          continue;
        }
      if (separated && kept->len > 0)
        g_string_append_c (kept, ' ');
      separated = FALSE;
      g_string_append_unichar (kept, character);
    }

  return kept;
}

/* A leading dot hides a file, a leading hyphen makes it an option on a command line, and a mark
 * without its letter is drawn on whatever comes before it. */
static void
strip_start (GString *name)
{
  const char *at = name->str;

  while (*at != '\0' && (strchr (" .-", *at) != NULL || g_unichar_ismark (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);
  g_string_erase (name, 0, at - name->str);
}

static void
strip_end (GString *name)
{
  while (name->len > 0 && strchr (" .-", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
}

/* Cuts before a whole character, together with the marks that belong to it. */
static void
shorten (GString *name,
         gsize    longest)
{
  const char *cut;

  if (name->len <= longest)
    return;

  cut = name->str + longest;
  while (cut > name->str &&
         (((guchar) *cut & 0xc0) == 0x80 || g_unichar_ismark (g_utf8_get_char (cut))))
    cut--;
  g_string_truncate (name, cut - name->str);
}

/**
 * vac_file_name_propose:
 * @title: (nullable): what the file is about; need not be valid UTF-8
 * @extension: (nullable): "pdf" or ".pdf"; %NULL or "" for none
 *
 * Makes a file name that is harmless in every folder, shell and archive: letters and digits of any
 * script, single spaces and `-_.`, not starting with a dot or a hyphen, at most 100 bytes with the
 * extension. A title in which nothing is left becomes "posting".
 *
 * Returns: (transfer full): a file name in UTF-8, without a folder
 */
char *
vac_file_name_propose (const char *title,
                       const char *extension)
{
  g_autofree char *valid = g_utf8_make_valid (title != NULL ? title : "", -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) name = NULL;

  if (extension == NULL)
    extension = "";
  if (*extension == '.')
    extension++;
  g_return_val_if_fail (strlen (extension) <= LONGEST_EXTENSION, NULL);

  name = keep_harmless (composed);
  strip_start (name);
  shorten (name, LONGEST_NAME - (*extension != '\0' ? strlen (extension) + 1 : 0));
  strip_end (name);
  if (name->len == 0)
    g_string_assign (name, "posting");
  if (*extension != '\0')
    g_string_append_printf (name, ".%s", extension);

  return g_strdup (name->str);
}

/**
 * vac_file_name_find_free:
 * @folder: a folder
 * @name: what a file in it is to be called, with an extension
 * @others: (nullable) (element-type GFile): files that will be there
 *
 * In a folder nothing is overwritten: a name that is taken gets a number, by a file that is there
 * or by one of @others. Blocks.
 *
 * Returns: (transfer full): a file that is not there
 */
GFile *
vac_file_name_find_free (GFile      *folder,
                         const char *name,
                         GPtrArray  *others)
{
  const char *extension;
  g_autofree char *stem = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (name != NULL && strrchr (name, '.') != NULL, NULL);

  extension = strrchr (name, '.');
  stem = g_strndup (name, (gsize) (extension - name));
  for (guint i = 1;; i++)
    {
      g_autofree char *numbered = i == 1 ? g_strdup (name)
                                         : g_strdup_printf ("%s %u%s", stem, i, extension);
      g_autoptr (GFile) file = g_file_get_child (folder, numbered);

      if (!g_file_query_exists (file, NULL) &&
          (others == NULL ||
           !g_ptr_array_find_with_equal_func (others, file, (GEqualFunc) g_file_equal, NULL)))
        return g_steal_pointer (&file);
    }
}

/* Where the document portal shows a sandboxed program what the user chose: RUN/doc/ID/NAME.
 * Returns: what follows the id, if anything; NULL elsewhere */
static const char *
skip_portal (const char *path)
{
  const char *at = NULL;

  if (g_str_has_prefix (path, "/run/user/") || g_str_has_prefix (path, "/run/flatpak/"))
    at = strstr (path, "/doc/");
  if (at == NULL)
    return NULL;
  at += strlen ("/doc/");
  at += strcspn (at, "/");

  return *at != '\0' ? at + 1 : at;
}

/**
 * vac_file_name_is_made_up:
 * @folder: (type filename): the path of a folder
 *
 * Returns: whether the document portal made it up, around one file that was chosen: whatever else
 *   is in the folder of that file is not in this one
 */
gboolean
vac_file_name_is_made_up (const char *folder)
{
  const char *shown;

  g_return_val_if_fail (folder != NULL, FALSE);

  shown = skip_portal (folder);

  return shown != NULL && *shown == '\0';
}

/* Returns: (nullable): where the file of the portal lies outside of the sandbox, if the portal says
 * so */
static char *
ask_portal (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, "xattr::document-portal.host-path",
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *path = info != NULL ? g_file_info_get_attribute_string (
                                        info, "xattr::document-portal.host-path") : NULL;

  return path != NULL && *path == '/' ? g_filename_display_name (path) : NULL;
}

/**
 * vac_file_name_tell:
 * @file: a file or folder
 *
 * Returns: (transfer full): where it is, as short as people say it: below their home folder after a
 *   “~”, and never by the place where a portal shows it
 */
char *
vac_file_name_tell (GFile *file)
{
  const char *path = g_file_peek_path (file);
  const char *shown = path != NULL ? skip_portal (path) : NULL;
  const char *home = g_get_home_dir ();
  const gsize length = strlen (home);
  g_autofree char *name = shown != NULL ? ask_portal (file) : g_file_get_parse_name (file);

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (name == NULL)
    return g_filename_display_name (shown);
  if (length > 1 && g_str_has_prefix (name, home) && strchr ("/", name[length]) != NULL)
    return g_strconcat ("~", name + length, NULL);

  return g_steal_pointer (&name);
}
