/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-data-json"

#include "config.h"

#include "vac-data-json.h"
#include "vac-data.h"
#include "vac-tag.h"

/* JSON that the program carries inside it. It is our own, and the tests read all of it: what is
 * wrong with it is a bug and ends the program. */

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
 * Returns: (transfer full) (nullable): what it holds; %NULL when there is no such file
 */
VacJson *
vac_data_json_find (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VacJson *json;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = g_resource_lookup_data (vac_data_get (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;
  json = vac_json_parse (bytes, &error);
  if (json == NULL)
    g_error ("%s: %s", path, error->message);

  return json;
}

/**
 * vac_data_json_load:
 * @path: a file that the program carries
 *
 * Any thread may ask.
 *
 * Returns: (transfer full): what it holds
 */
VacJson *
vac_data_json_load (const char *path)
{
  VacJson *json = vac_data_json_find (path);

  if (json == NULL)
    g_error ("%s: missing", path);

  return json;
}

/**
 * vac_data_json_get_root:
 * @json: a file
 *
 * Returns: the object that it is
 */
VacDataJson
vac_data_json_get_root (VacJson *json)
{
  return (VacDataJson) { json, 0 };
}

static const VacJsonToken *
get_token (VacDataJson value)
{
  return &vac_json_get_tokens (value.json, NULL)[value.index];
}

/**
 * vac_data_json_get_member:
 * @object: an object of our data, or nothing
 * @name: of a member of it
 *
 * Returns: its value, or nothing when there is no such member
 */
VacDataJson
vac_data_json_get_member (VacDataJson  object,
                          const char  *name)
{
  VacDataJson at = { object.json, object.index + 1 };

  for (guint left = object.json != NULL ? get_token (object)->count : 0; left > 0; left--)
    {
      const VacDataJson value = { at.json, at.index + 1 };

      if (vac_json_string_equals (at.json, at.index, name))
        return value;
      at.index = get_token (value)->next;
    }

  return (VacDataJson) { NULL, 0 };
}

/**
 * vac_data_json_iter_init:
 * @iter: (out): where it begins
 * @container: an object or a list of our data, or nothing, which has nothing in it
 *
 * Begins to go through what is in @container, in the order of the file.
 */
void
vac_data_json_iter_init (VacDataJsonIter *iter,
                         VacDataJson      container)
{
  *iter = (VacDataJsonIter) { .next = { container.json, container.index + 1 } };
  if (container.json == NULL)
    return;
  iter->left = get_token (container)->count;
  iter->is_object = get_token (container)->type == VAC_JSON_OBJECT;
}

/**
 * vac_data_json_iter_next:
 * @iter: (inout): where it is
 * @name: (out) (optional) (transfer full) (nullable): what the member is called; %NULL in a list
 * @value: (out): what comes next
 *
 * Returns: whether there was more
 */
gboolean
vac_data_json_iter_next (VacDataJsonIter *iter,
                         char           **name,
                         VacDataJson     *value)
{
  if (iter->left == 0)
    return FALSE;

  if (name != NULL)
    *name = iter->is_object ? vac_data_json_dup_text (iter->next) : NULL;
  *value = (VacDataJson) { iter->next.json, iter->next.index + iter->is_object };
  iter->next.index = get_token (*value)->next;
  iter->left--;

  return TRUE;
}

/**
 * vac_data_json_dup_text:
 * @value: a text of our data, or nothing
 *
 * Returns: (transfer full) (nullable): what it says; %NULL for nothing
 */
char *
vac_data_json_dup_text (VacDataJson value)
{
  return value.json != NULL ? vac_json_dup_string (value.json, value.index) : NULL;
}

/**
 * vac_data_json_dup_member:
 * @object: an object of our data
 * @name: of a member of it, a text
 *
 * Returns: (transfer full) (nullable): the text; %NULL when there is no such member
 */
char *
vac_data_json_dup_member (VacDataJson  object,
                          const char  *name)
{
  return vac_data_json_dup_text (vac_data_json_get_member (object, name));
}

/**
 * vac_data_json_get_number:
 * @value: a whole number of our data
 *
 * Returns: the number
 */
guint
vac_data_json_get_number (VacDataJson value)
{
  gint64 number = 0;

  vac_json_get_integer (value.json, value.index, &number);

  return (guint) number;
}

/**
 * vac_data_json_get_toggle:
 * @object: an object of our data
 * @name: of a member of it, true or false
 * @otherwise: what holds when there is no such member
 *
 * Returns: which it is
 */
gboolean
vac_data_json_get_toggle (VacDataJson  object,
                          const char  *name,
                          gboolean     otherwise)
{
  const VacDataJson value = vac_data_json_get_member (object, name);

  return value.json != NULL ? get_token (value)->type == VAC_JSON_TRUE : otherwise;
}

/**
 * vac_data_json_dup_list:
 * @object: an object of our data
 * @name: a member of it, a list of texts
 *
 * Returns: (transfer full) (nullable): the texts, %NULL-ended; %NULL when there is no such member
 */
char **
vac_data_json_dup_list (VacDataJson  object,
                        const char  *name)
{
  VacDataJson texts = vac_data_json_get_member (object, name);
  char **list = texts.json != NULL ? g_new0 (char *, get_token (texts)->count + 1) : NULL;
  VacDataJsonIter iter;

  vac_data_json_iter_init (&iter, texts);
  for (guint i = 0; vac_data_json_iter_next (&iter, NULL, &texts); i++)
    list[i] = vac_data_json_dup_text (texts);

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
vac_data_json_dup_set (VacDataJson  object,
                       const char  *name)
{
  VacDataJson texts = vac_data_json_get_member (object, name);
  GHashTable *set = texts.json == NULL
                        ? NULL : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  VacDataJsonIter iter;

  vac_data_json_iter_init (&iter, texts);
  while (vac_data_json_iter_next (&iter, NULL, &texts))
    g_hash_table_add (set, vac_data_json_dup_text (texts));

  return set;
}

/**
 * vac_data_json_dup_table:
 * @object: an object of our data
 * @name: a member of it, an object of texts
 *
 * Returns: (transfer full) (nullable): the texts by their names; %NULL when there is no such member
 */
GHashTable *
vac_data_json_dup_table (VacDataJson  object,
                         const char  *name)
{
  VacDataJson value = vac_data_json_get_member (object, name);
  GHashTable *table = value.json == NULL
                          ? NULL : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  VacDataJsonIter iter;
  char *key;

  vac_data_json_iter_init (&iter, value);
  while (vac_data_json_iter_next (&iter, &key, &value))
    g_hash_table_insert (table, key, vac_data_json_dup_text (value));

  return table;
}

static GHashTable *
load_languages (const char      *path,
                VacDataJsonRead  read)
{
  g_autoptr (VacJson) json = vac_data_json_load (path);
  GHashTable *languages = g_hash_table_new (g_str_hash, g_str_equal);
  VacDataJsonIter iter;
  VacDataJson object;
  char *language;

  vac_data_json_iter_init (&iter, vac_data_json_get_root (json));
  while (vac_data_json_iter_next (&iter, &language, &object))
    g_hash_table_insert (languages, language, read (object));

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
