/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-reading-words"

#include "config.h"

#include <string.h>

#include "vac-data-json.h"
#include "vac-reading-words.h"
#include "vac-tag.h"

#define PATH VAC_RESOURCE_PATH "/review/reading.json"

/* No word of the sets is longer, in bytes. */
#define LONGEST 24

struct _VacReadingWords
{
  GHashTable *sets[VAC_N_READING_SETS];   /* (nullable) */
};

static const char *const members[] = {
  [VAC_READING_ABBREVIATIONS] = "abbreviations",
  [VAC_READING_STARTERS] = "starters",
  [VAC_READING_YOU] = "you",
  [VAC_READING_POLITE] = "polite",
  [VAC_READING_WE] = "we",
};

static void
read_language (JsonObject *root,
               const char *tag,
               JsonNode   *node,
               gpointer    user_data)
{
  JsonObject *language = json_node_get_object (node);
  VacReadingWords *words = g_new0 (VacReadingWords, 1);

  for (guint i = 0; i < VAC_N_READING_SETS; i++)
    words->sets[i] = vac_data_json_dup_set (language, members[i]);
  g_hash_table_insert (user_data, g_strdup (tag), words);
}

static GHashTable *
load_languages (void)
{
  g_autoptr (JsonObject) root = vac_data_json_load (PATH);
  GHashTable *languages = g_hash_table_new (g_str_hash, g_str_equal);

  json_object_foreach_member (root, read_language, languages);

  return languages;
}

/*
 * vac_reading_words_get:
 * @language: (nullable): a BCP 47 tag
 *
 * The data stay for as long as the program runs. Any thread may ask.
 *
 * Returns: (transfer none) (nullable): the words of that language; %NULL for one without data
 */
const VacReadingWords *
vac_reading_words_get (const char *language)
{
  static gsize loaded;
  g_autofree char *code = NULL;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_languages ());
  if (language == NULL)
    return NULL;
  code = vac_tag_dup_language (language);

  return g_hash_table_lookup ((GHashTable *) loaded, code);
}

/*
 * vac_reading_words_has:
 * @self: (nullable): the words of a language
 * @set: one of its sets
 * @word: a word, in any case unless the set is one of words as written
 * @length: how many bytes of it there are
 *
 * Returns: whether it is in the set
 */
gboolean
vac_reading_words_has (const VacReadingWords *self,
                       VacReadingSet          set,
                       const char            *word,
                       gsize                  length)
{
  char folded[LONGEST + 1];
  gsize n = 0;

  if (self == NULL || self->sets[set] == NULL || length == 0 || length > LONGEST)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (length - i >= 3 && memcmp (word + i, "’", 3) == 0)
      {
        folded[n++] = '\'';
        i += 2;
      }
    else
      folded[n++] = set == VAC_READING_POLITE ? word[i] : g_ascii_tolower (word[i]);
  folded[n] = '\0';

  return g_hash_table_contains (self->sets[set], folded);
}
