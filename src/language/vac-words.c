/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-words"

#include "config.h"

#include <string.h>

#include "vac-data-json.h"
#include "vac-icu-private.h"
#include "vac-phrase-enums.h"
#include "vac-words-private.h"

/* The phrases stand in the file in the order of the enumeration, or nearly so: the one after the
 * last that was found is tried first. */
static void
take_phrases (VacDataJson   object,
              char        **phrases)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (VAC_TYPE_PHRASE);
  VacDataJsonIter iter;
  VacDataJson value;
  char *name;
  guint at = 0;

  vac_data_json_iter_init (&iter, object);
  while (vac_data_json_iter_next (&iter, &name, &value))
    {
      for (guint n = 0; n < values->n_values; n++, at++)
        if (g_str_equal (values->values[at % values->n_values].value_nick, name))
          {
            phrases[values->values[at % values->n_values].value] = vac_data_json_dup_text (value);
            break;
          }
      g_free (name);
    }
}

static VacWords *
make_words (const char *tag,
            VacJson    *json)
{
  const VacDataJson root = vac_data_json_get_root (json);
  VacWords *words = g_new0 (VacWords, 1);

  words->tag = g_strdup (tag);
  take_phrases (vac_data_json_get_member (root, "phrases"), words->phrases);
  words->countries = vac_data_json_dup_table (root, "countries");
  words->choices = vac_data_json_dup_table (root, "choices");
  words->made = g_new0 (VacMadeWords, 1);

  return words;
}

/* Returns: (nullable): NULL when there is no file for exactly this tag */
static VacWords *
read_words (const char *tag)
{
  g_autofree char *path = g_strdup_printf (VAC_RESOURCE_PATH "/languages/%s.json", tag);
  g_autoptr (VacJson) json = vac_data_json_find (path);

  return json != NULL ? make_words (tag, json) : NULL;
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

/* Any thread may ask. */
static VacDataJson
get_read_words (const VacWords *words)
{
  if (g_once_init_enter (&words->made->json))
    {
      g_autofree char *path = g_strdup_printf (VAC_RESOURCE_PATH "/languages/%s.read.json",
                                               words->tag);

      g_once_init_leave (&words->made->json, vac_data_json_load (path));
    }

  return vac_data_json_get_root (words->made->json);
}

/* Returns: for each value of the enumeration @type, the words under its nick */
static char ***
make_lists (const VacWords *words,
            const char     *name,
            GType           type)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);
  const VacDataJson object = vac_data_json_get_member (get_read_words (words), name);
  char ***lists = g_new0 (char **, values->maximum + 1);

  for (guint i = 0; i < values->n_values; i++)
    lists[values->values[i].value] = vac_data_json_dup_list (object, values->values[i].value_nick);

  return lists;
}

/* As make_lists(), once. Any thread may ask. */
static char ***
get_lists (const VacWords   *words,
           char          ****made,
           const char       *name,
           GType             type)
{
  if (g_once_init_enter (made))
    g_once_init_leave (made, make_lists (words, name, type));

  return *made;
}

/*
 * vac_words_get_clue_lists:
 * @words: the words of a language
 *
 * Returns: (transfer none): what tells something of a sentence, by VacClue; a list may be %NULL
 */
char ***
vac_words_get_clue_lists (const VacWords *words)
{
  return get_lists (words, &words->made->clue_lists, "clues", VAC_TYPE_CLUE);
}

/*
 * vac_words_get_heading_lists:
 * @words: the words of a language
 *
 * Returns: (transfer none): what people write above a section, by VacHeading; a list may be %NULL
 */
char ***
vac_words_get_heading_lists (const VacWords *words)
{
  return get_lists (words, &words->made->heading_lists, "headings", VAC_TYPE_HEADING);
}

/*
 * vac_words_get_label_lists:
 * @words: the words of a language
 *
 * Returns: (transfer none): what people write before a colon, by VacLabel; a list may be %NULL
 */
char ***
vac_words_get_label_lists (const VacWords *words)
{
  return get_lists (words, &words->made->label_lists, "labels", VAC_TYPE_LABEL);
}

/*
 * vac_words_dup_other_choices:
 * @words: the words of a language
 * @id: of a choice
 *
 * Returns: (transfer full) (nullable): what people write for it besides what we do
 */
char **
vac_words_dup_other_choices (const VacWords *words,
                             const char     *id)
{
  const VacDataJson object = vac_data_json_get_member (get_read_words (words), "other-choices");

  return vac_data_json_dup_list (object, id);
}
