/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-words"

#include "config.h"

#include <string.h>

#include "vac-data-json.h"
#include "vac-icu-private.h"
#include "vac-phrase-enums.h"
#include "vac-words-private.h"

static char *
dup_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_dup_string (node) : NULL;
}

/* The object of @root that is called @name; (nullable). */
static JsonObject *
find_object (JsonObject *root,
             const char *name)
{
  return json_object_has_member (root, name) ? json_object_get_object_member (root, name) : NULL;
}

/* Returns: (nullable): NULL when there is no such member */
static GHashTable *
dup_table (JsonObject *root,
           const char *name)
{
  JsonObject *object = find_object (root, name);
  g_autoptr (GList) keys = object != NULL ? json_object_get_members (object) : NULL;
  GHashTable *table;

  if (object == NULL)
    return NULL;

  table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (GList *l = keys; l != NULL; l = l->next)
    g_hash_table_insert (table, g_strdup (l->data), dup_string (object, l->data));

  return table;
}

/* @lists takes, for each value of the enumeration @type, the words under its nick. */
static void
take_lists (JsonObject *root,
            const char *name,
            GType       type,
            char     ***lists)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);
  JsonObject *object = find_object (root, name);

  for (guint i = 0; object != NULL && i < values->n_values; i++)
    lists[values->values[i].value] = vac_data_json_dup_list (object, values->values[i].value_nick);
}

/* Returns: ids to lists of words */
static GHashTable *
dup_lists (JsonObject *root,
           const char *name)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_strfreev);
  JsonObject *object = find_object (root, name);
  g_autoptr (GList) keys = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *l = keys; l != NULL; l = l->next)
    g_hash_table_insert (table, g_strdup (l->data), vac_data_json_dup_list (object, l->data));

  return table;
}

static VacWords *
make_words (JsonObject *root)
{
  g_autoptr (GEnumClass) phrases = g_type_class_ref (VAC_TYPE_PHRASE);
  JsonObject *phrase_object = json_object_get_object_member (root, "phrases");
  VacWords *words = g_new0 (VacWords, 1);

  for (guint i = 0; i < VAC_N_PHRASES; i++)
    words->phrases[i] = dup_string (phrase_object,
                                    g_enum_get_value (phrases, (int) i)->value_nick);
  words->countries = dup_table (root, "countries");
  take_lists (root, "clues", VAC_TYPE_CLUE, words->clues);
  words->choices = dup_table (root, "choices");
  words->other_choices = dup_lists (root, "other-choices");
  take_lists (root, "headings", VAC_TYPE_HEADING, words->headings);
  take_lists (root, "labels", VAC_TYPE_LABEL, words->labels);
  words->made = g_new0 (VacMadePatterns, 1);

  return words;
}

/* Returns: (nullable): NULL when there is no file for exactly this tag */
static VacWords *
read_words (const char *tag)
{
  g_autofree char *path = g_strdup_printf (VAC_RESOURCE_PATH "/languages/%s.json", tag);
  g_autoptr (JsonObject) root = vac_data_json_find (path);

  return root != NULL ? make_words (root) : NULL;
}

/* As read_words(), once for each file. Call with the lock held. */
static VacWords *
load_words (const char *tag)
{
  static GHashTable *table;            /* tag → VacWords, or NULL where there is no file */
  gpointer words;

  if (table == NULL)
    table = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (table, tag, NULL, &words))
    {
      words = read_words (tag);
      g_hash_table_insert (table, g_strdup (tag), words);
    }

  return words;
}

/* Norwegian without more is Bokmål, as nearly all of it is; Hebrew had another code before 1989. */
static const char *const other_codes[][2] = { { "no", "nb" }, { "iw", "he" } };

/* "de-CH" is spoken as "de" where it has no file of its own, but "zh-TW" as "zh-Hant". */
static VacWords *
load_closest_words (const char *language)
{
  g_autofree char *tag = g_ascii_strdown (language, -1);
  g_autofree char *script = NULL;
  VacWords *words;
  char *end;

  g_strdelimit (tag, "_", '-');
  while ((end = strrchr (tag, '-')) != NULL)
    {
      if ((words = load_words (tag)) != NULL)
        return words;
      *end = '\0';
    }
  script = vac_icu_get_script (language);
  if (g_str_has_prefix (script, tag) && (words = load_words (script)) != NULL)
    return words;

  for (guint i = 0; i < G_N_ELEMENTS (other_codes); i++)
    if (g_str_equal (tag, other_codes[i][0]))
      return load_words (other_codes[i][1]);

  return load_words (tag);
}

/* Call with the lock held. */
static VacWords *
find_words (const char *language)
{
  static GHashTable *table;            /* tag → VacWords, or NULL where nobody speaks it */
  gpointer words;

  if (table == NULL)
    table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_lookup_extended (table, language, NULL, &words))
    {
      words = load_closest_words (language);
      g_hash_table_insert (table, g_strdup (language), words);
    }

  return words;
}

/*
 * vac_words_get:
 * @language: BCP 47 tag
 *
 * Returns: (transfer none) (nullable): the words of the closest language that has a file; %NULL
 *   when none is spoken
 */
const VacWords *
vac_words_get (const char *language)
{
  static GMutex mutex;
  VacWords *words;

  g_mutex_lock (&mutex);
  words = find_words (language);
  g_mutex_unlock (&mutex);

  return words;
}

/*
 * vac_words_get_with:
 * @language: BCP 47 tag
 * @phrase: which phrase
 *
 * Returns: (transfer none): the words of @language where they have @phrase, else those of the
 *   language that has all
 */
const VacWords *
vac_words_get_with (const char *language,
                    VacPhrase   phrase)
{
  const VacWords *words = vac_words_get (language);

  return words != NULL && words->phrases[phrase] != NULL ? words
                                                         : vac_words_get (VAC_WORDS_FALLBACK);
}
