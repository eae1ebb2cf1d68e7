/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-trade-words"

#include "config.h"

#include <string.h>

#include "vac-data-json.h"
#include "vac-trade-words.h"

/* The words of data/review/trade-words.json, which postings use and dictionaries lack. */

#define PATH VAC_RESOURCE_PATH "/review/trade-words.json"

/* Names, such as those of products, are the same in all languages. */
#define EVERY_LANGUAGE "mul"

/* What a language has of them. */
typedef struct
{
  GHashTable *words;        /* folded */
  char      **beginnings;   /* (nullable): what may stand before one of them: "l'" */
  char      **endings;      /* what may follow one of them */
} Words;

static void
add_words (GHashTable  *words,
           VacDataJson  trades)
{
  VacDataJsonIter trade;
  VacDataJson list;

  vac_data_json_iter_init (&trade, trades);
  while (vac_data_json_iter_next (&trade, NULL, &list))
    {
      VacDataJsonIter iter;
      VacDataJson text;

      vac_data_json_iter_init (&iter, list);
      while (vac_data_json_iter_next (&iter, NULL, &text))
        {
          g_autofree char *word = vac_data_json_dup_text (text);

          g_hash_table_add (words, g_utf8_casefold (word, -1));
        }
    }
}

static gpointer
read_language (VacDataJson object)
{
  Words *words = g_new0 (Words, 1);

  words->words = g_hash_table_new (g_str_hash, g_str_equal);
  words->beginnings = vac_data_json_dup_list (object, "beginnings");
  words->endings = vac_data_json_dup_list (object, "endings");
  add_words (words->words, vac_data_json_get_member (object, "trades"));

  return words;
}

static const Words *
get_words (const char *language)
{
  static gsize loaded;

  return vac_data_json_get_language (&loaded, PATH, read_language, language);
}

static const char *
skip_beginning (const Words *self,
                const char  *word)
{
  for (guint i = 0; self->beginnings != NULL && self->beginnings[i] != NULL; i++)
    if (g_str_has_prefix (word, self->beginnings[i]))
      return word + strlen (self->beginnings[i]);

  return word;
}

static gboolean
have_stem (GHashTable *words,
           const char *word,
           const char *ending)
{
  g_autofree char *stem = NULL;

  if (!g_str_has_suffix (word, ending))
    return FALSE;
  stem = g_strndup (word, strlen (word) - strlen (ending));

  return g_hash_table_contains (words, stem);
}

/*
 * vac_trade_words_have:
 * @language: a BCP 47 tag
 * @word: a word, in whatever case, with straight apostrophes
 *
 * Returns: whether it is a word of a trade, or a form of one, or a name that all languages have
 */
gboolean
vac_trade_words_have (const char *language,
                      const char *word)
{
  const Words *self = get_words (language);
  g_autofree char *folded = g_utf8_casefold (word, -1);
  const char *bare = folded;

  if (g_hash_table_contains (get_words (EVERY_LANGUAGE)->words, folded))
    return TRUE;
  if (self == NULL)
    return FALSE;
  bare = skip_beginning (self, folded);
  if (g_hash_table_contains (self->words, bare))
    return TRUE;
  for (guint i = 0; self->endings[i] != NULL; i++)
    if (have_stem (self->words, bare, self->endings[i]))
      return TRUE;

  return FALSE;
}
