/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared-library"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-codes.h"
#include "vac-data.h"
#include "vac-error.h"
#include "vac-file-name.h"
#include "vac-guide-load.h"
#include "vac-shared-library.h"
#include "vac-shared.h"

/* All shared texts: those that are built in, and the user's own. What the user makes of one that is
 * built in has its id and takes its place. */

#define BUILT_IN_FOLDER VAC_RESOURCE_PATH "/shared-texts/"

/* In the user's folder: versions that have been replaced, so that a posting that has a copy of one
 * can be compared with what it was. */
#define OLDER_FOLDER "older"

struct _VacSharedLibrary
{
  char      *folder;      /* NULL for none */
  GPtrArray *texts;       /* of VacSharedText */
  GPtrArray *problems;    /* of VacGuideProblem */
};

/* Order */

static guint
get_kind_position (const char *kind)
{
  guint i = 0;

  while (i < vac_shared_kind_get_n () && !g_str_equal (vac_shared_kind_get_id (i), kind))
    i++;

  return i;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  const VacSharedText *left = *(VacSharedText *const *) a;
  const VacSharedText *right = *(VacSharedText *const *) b;
  const guint one = get_kind_position (left->kind), other = get_kind_position (right->kind);
  int order;

  if (one != other)
    return one < other ? -1 : 1;
  order = g_utf8_collate (left->kind, right->kind);
  if (order == 0)
    order = vac_guide_compare_languages (left->language, right->language);
  if (order == 0)
    order = strcmp (left->language, right->language);
  if (order == 0)
    order = g_utf8_collate (left->title, right->title);

  return order != 0 ? order : strcmp (left->id, right->id);
}

/* Reading */

static VacSharedText *
read_built_in (const char *id)
{
  g_autofree char *path = g_strconcat (BUILT_IN_FOLDER, id, VAC_SHARED_SUFFIX, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (vac_data_get (), path, 0, NULL);
  g_autoptr (GError) error = NULL;
  VacSharedText *text;

  if (bytes == NULL)
    return NULL;
  text = vac_shared_text_read (bytes, NULL, &error);
  /* These are our own data; a test opens every one of them. */
  if (text == NULL)
    g_error ("%s: %s", path, error->message);

  return text;
}

static VacSharedText *
find (VacSharedLibrary *self,
      const char       *id)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      VacSharedText *text = g_ptr_array_index (self->texts, i);

      if (g_str_equal (text->id, id))
        return text;
    }

  return NULL;
}

static void
add_built_in_texts (VacSharedLibrary *self)
{
  g_auto (GStrv) names = g_resource_enumerate_children (vac_data_get (), BUILT_IN_FOLDER, 0, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (names[i], strlen (names[i]) - strlen (VAC_SHARED_SUFFIX));

      /* The user's own come first. */
      if (find (self, id) == NULL)
        g_ptr_array_add (self->texts, read_built_in (id));
    }
}

static VacSharedText *
read_file (GFile   *file,
           GError **error)
{
  g_autoptr (GBytes) bytes = vac_guide_load (file, error);

  return bytes != NULL ? vac_shared_text_read (bytes, file, error) : NULL;
}

static gboolean
add_user_text (const char *name,
               GFile      *file,
               GBytes     *bytes,
               gpointer    user_data,
               GError    **error)
{
  VacSharedLibrary *self = user_data;
  g_autoptr (VacSharedText) text = vac_shared_text_read (bytes, file, error);
  g_autofree char *expected = text != NULL ? g_strconcat (text->id, VAC_SHARED_SUFFIX, NULL) : NULL;

  if (text == NULL)
    return FALSE;
  /* A copy that somebody made in a file manager would be another text of the same id. */
  if (!g_str_equal (name, expected))
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_FORMAT,
                   _("The file of the shared text “%s” must be called “%s”."), text->id, expected);
      return FALSE;
    }
  g_ptr_array_add (self->texts, g_steal_pointer (&text));

  return TRUE;
}

/**
 * vac_shared_library_new:
 * @user_folder: (nullable): the folder of the user's own texts; need not exist
 *
 * Reads all of them. They are small and few, so this takes about a millisecond.
 *
 * Returns: (transfer full): the texts of the user, and those that are built in
 */
VacSharedLibrary *
vac_shared_library_new (const char *user_folder)
{
  static const char *const suffixes[] = { VAC_SHARED_SUFFIX, NULL };
  VacSharedLibrary *self = g_new0 (VacSharedLibrary, 1);

  self->folder = g_strdup (user_folder);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_shared_text_free);
  self->problems = vac_guide_load_folder (user_folder, suffixes, add_user_text, self);
  add_built_in_texts (self);
  g_ptr_array_sort (self->texts, compare_texts);

  return self;
}

/**
 * vac_shared_library_free:
 * @self: (transfer full): a library
 */
void
vac_shared_library_free (VacSharedLibrary *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->folder);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * vac_shared_library_get_texts:
 * @self: a library
 *
 * Returns: (transfer none) (element-type VacSharedText): all texts, by kind and language, that of
 *   the interface first
 */
GPtrArray *
vac_shared_library_get_texts (VacSharedLibrary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts;
}

/**
 * vac_shared_library_get_problems:
 * @self: a library
 *
 * Returns: (transfer none) (element-type VacGuideProblem): files in the user's folder that could
 *   not be read as shared texts
 */
GPtrArray *
vac_shared_library_get_problems (VacSharedLibrary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problems;
}

/**
 * vac_shared_library_find:
 * @self: a library
 * @id: the id of a text
 *
 * Returns: (transfer none) (nullable): the text in its newest version
 */
const VacSharedText *
vac_shared_library_find (VacSharedLibrary *self,
                         const char       *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return find (self, id);
}

/**
 * vac_shared_library_dup_locked:
 * @self: a library
 *
 * Returns: (transfer full) (element-type utf8 utf8): the set of the ids of texts that are locked
 */
GHashTable *
vac_shared_library_dup_locked (VacSharedLibrary *self)
{
  GHashTable *locked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (self != NULL, locked);

  for (guint i = 0; i < self->texts->len; i++)
    {
      const VacSharedText *text = g_ptr_array_index (self->texts, i);

      if (text->locked)
        g_hash_table_add (locked, g_strdup (text->id));
    }

  return locked;
}

/* Versions */

static VacSharedText *
read_older (VacSharedLibrary *self,
            const char       *id,
            gint64            version,
            GError          **error)
{
  g_autoptr (GFile) file = self->folder != NULL
                               ? vac_shared_get_older_file (self->folder, id, version) : NULL;
  g_autoptr (VacSharedText) text = NULL;
  g_autofree char *number = NULL;

  if (file != NULL && g_file_test (g_file_peek_path (file), G_FILE_TEST_IS_REGULAR))
    {
      text = read_file (file, error);
      if (text == NULL)
        return NULL;
      if (g_str_equal (text->id, id) && text->version == version)
        return g_steal_pointer (&text);
      g_clear_pointer (&text, vac_shared_text_free);
    }
  text = read_built_in (id);
  if (text != NULL && text->version == version)
    return g_steal_pointer (&text);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, version);
  /* Translators: first the number of a version, then the id of a text */
  g_set_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND,
               _("Version %s of the shared text “%s” is not here."), number, id);

  return NULL;
}

/**
 * vac_shared_library_read_version:
 * @self: a library
 * @id: the id of a text
 * @version: one of its versions
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): that version
 */
VacSharedText *
vac_shared_library_read_version (VacSharedLibrary *self,
                                 const char       *id,
                                 gint64            version,
                                 GError          **error)
{
  const VacSharedText *newest;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  newest = vac_shared_is_id (id) ? find (self, id) : NULL;
  if (newest != NULL && newest->version == version)
    return vac_shared_text_read (newest->bytes, newest->file, error);

  return read_older (self, vac_shared_is_id (id) ? id : "", version, error);
}

/**
 * vac_shared_library_list_versions:
 * @self: a library
 * @id: the id of a text
 *
 * Returns: (transfer full) (element-type gint64): the numbers of the versions that are here, newest
 *   first
 */
GArray *
vac_shared_library_list_versions (VacSharedLibrary *self,
                                  const char       *id)
{
  GArray *versions = g_array_new (FALSE, FALSE, sizeof (gint64));
  const VacSharedText *newest;

  g_return_val_if_fail (self != NULL && id != NULL, versions);

  newest = find (self, id);
  for (gint64 version = newest != NULL ? newest->version : 0, missing = 0;
       version > 0 && missing < 100; version--)
    {
      g_autoptr (VacSharedText) text = vac_shared_library_read_version (self, id, version, NULL);

      if (text != NULL)
        g_array_append_val (versions, version);
      /* A number that somebody has typed into a file may be any. */
      missing = text != NULL ? 0 : missing + 1;
    }

  return versions;
}

/* Names */

static gboolean
is_taken (VacSharedLibrary *self,
          const char       *id)
{
  g_autoptr (GFile) file = self->folder != NULL ? vac_shared_get_file (self->folder, id) : NULL;

  return find (self, id) != NULL || (file != NULL && g_file_query_exists (file, NULL));
}

/**
 * vac_shared_library_propose_id:
 * @self: a library
 * @title: what a new text is called
 *
 * Returns: (transfer full): an id for it that no text has
 */
char *
vac_shared_library_propose_id (VacSharedLibrary *self,
                               const char       *title)
{
  g_autofree char *ascii = NULL;
  g_autoptr (GString) base = g_string_new (NULL);
  char *id;

  g_return_val_if_fail (self != NULL && title != NULL, NULL);

  ascii = g_str_to_ascii (title, NULL);
  for (const char *at = ascii; *at != '\0' && base->len < 60; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (base, g_ascii_tolower (*at));
    else if (base->len > 0 && base->str[base->len - 1] != '-')
      g_string_append_c (base, '-');
  while (base->len > 0 && base->str[base->len - 1] == '-')
    g_string_truncate (base, base->len - 1);
  if (base->len == 0)
    g_string_append (base, "text");

  id = g_strdup (base->str);
  for (guint number = 2; is_taken (self, id); number++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base->str, number);
    }

  return id;
}

/**
 * vac_shared_get_user_folder:
 *
 * Returns: (transfer full): where the user's own shared texts are kept; need not exist
 */
char *
vac_shared_get_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "vacancy", "shared-texts", NULL);
}

/**
 * vac_shared_get_file:
 * @user_folder: the folder of the user's texts
 * @id: the id of a text
 *
 * Returns: (transfer full): its file there
 */
GFile *
vac_shared_get_file (const char *user_folder,
                     const char *id)
{
  g_autofree char *name = g_strconcat (id, VAC_SHARED_SUFFIX, NULL);

  return g_file_new_build_filename (user_folder, name, NULL);
}

/**
 * vac_shared_get_older_file:
 * @user_folder: the folder of the user's texts
 * @id: the id of a text
 * @version: a version that has been replaced
 *
 * Returns: (transfer full): where that version is kept
 */
GFile *
vac_shared_get_older_file (const char *user_folder,
                           const char *id,
                           gint64      version)
{
  g_autofree char *name = g_strdup_printf ("%s.%" G_GINT64_FORMAT VAC_SHARED_SUFFIX, id, version);

  return g_file_new_build_filename (user_folder, OLDER_FOLDER, name, NULL);
}
