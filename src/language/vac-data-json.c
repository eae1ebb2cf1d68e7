/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-data-json"

#include "config.h"

#include "vac-data-json.h"
#include "vac-data.h"
#include "vac-tag.h"

/* JSON that the program carries inside it. It is our own, and the tests read all of it: what is
 * wrong with it is a bug and ends the program. What users write goes through vac-json. */

/**
 * vac_data_json_is_there:
 * @path: a file that the program carries if there is one
 *
 * Returns: whether there is one, which is told without reading it
 */
gboolean
vac_data_json_is_there (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return g_resource_get_info (vac_data_get (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL,
                              NULL);
}

/**
 * vac_data_json_find:
 * @path: a file that the program carries if there is one
 *
 * Any thread may ask.
 *
 * Returns: (transfer full) (nullable): the object that it holds; %NULL when there is no such file
 */
JsonObject *
vac_data_json_find (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = g_resource_lookup_data (vac_data_get (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", path, error->message);

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

/**
 * vac_data_json_load:
 * @path: a file that the program carries
 *
 * Any thread may ask.
 *
 * Returns: (transfer full): the object that it holds
 */
JsonObject *
vac_data_json_load (const char *path)
{
  JsonObject *object = vac_data_json_find (path);

  if (object == NULL)
    g_error ("%s: missing", path);

  return object;
}

static JsonArray *
find_array (JsonObject *object,
            const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_array_member (object, name)
                                               : NULL;
}

/**
 * vac_data_json_dup_list:
 * @object: an object of our data
 * @name: a member of it, a list of texts
 *
 * Returns: (transfer full) (nullable): the texts, %NULL-ended; %NULL when there is no such member
 */
char **
vac_data_json_dup_list (JsonObject *object,
                        const char *name)
{
  JsonArray *array = find_array (object, name);
  char **list = array != NULL ? g_new0 (char *, json_array_get_length (array) + 1) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    list[i] = g_strdup (json_array_get_string_element (array, i));

  return list;
}

/**
 * vac_data_json_dup_set:
 * @object: an object of our data
 * @name: a member of it, a list of texts
 *
 * Returns: (transfer full) (nullable): the texts as a set; %NULL when there is no such member
 */
GHashTable *
vac_data_json_dup_set (JsonObject *object,
                       const char *name)
{
  JsonArray *array = find_array (object, name);
  GHashTable *set =
      array != NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_hash_table_add (set, g_strdup (json_array_get_string_element (array, i)));

  return set;
}

static GHashTable *
load_languages (const char      *path,
                VacDataJsonRead  read)
{
  g_autoptr (JsonObject) root = vac_data_json_load (path);
  GHashTable *languages = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  json_object_iter_init (&iter, root);
  while (json_object_iter_next (&iter, &language, &node))
    g_hash_table_insert (languages, g_strdup (language), read (json_node_get_object (node)));

  return languages;
}

/**
 * vac_data_json_get_language:
 * @loaded: (inout): where to keep what is loaded, which is 0 before
 * @path: a file that the program carries, with an object for each language
 * @read: reads one of them
 * @language: (nullable): a BCP 47 tag
 *
 * The file is loaded when the first one asks, and what is made of it stays for as long as the
 * program runs. Any thread may ask.
 *
 * Returns: (transfer none) (nullable): what was made of the language, whatever its region; %NULL
 *   for one without data
 */
gconstpointer
vac_data_json_get_language (gsize           *loaded,
                            const char      *path,
                            VacDataJsonRead  read,
                            const char      *language)
{
  g_autofree char *code = NULL;

  g_return_val_if_fail (loaded != NULL && path != NULL && read != NULL, NULL);

  if (g_once_init_enter (loaded))
    g_once_init_leave (loaded, (gsize) load_languages (path, read));
  if (language == NULL)
    return NULL;
  code = vac_tag_dup_language (language);

  return g_hash_table_lookup ((GHashTable *) *loaded, code);
}
