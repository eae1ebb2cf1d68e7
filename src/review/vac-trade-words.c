/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-trade-words"

#include "config.h"

#include <string.h>

#include "vac-data-json.h"
#include "vac-trade-words.h"

/* The words of data/review/trade-words.json, which postings use and dictionaries lack. */

#define PATH VAC_RESOURCE_PATH "/review/trade-words.json"

/* What a language has of them. */
typedef struct
{
  GHashTable *words;      /* folded */
  char      **endings;    /* what may follow one of them */
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
  words->endings = vac_data_json_dup_list (object, "endings");
  add_words (words->words, vac_data_json_get_member (object, "trades"));

  return words;
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
 * Returns: whether it is a word of a trade, or a form of one
 */
gboolean
vac_trade_words_have (const char *language,
                      const char *word)
{
  static gsize loaded;
  const Words *words = vac_data_json_get_language (&loaded, PATH, read_language, language);
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (words == NULL)
    return FALSE;
  if (g_hash_table_contains (words->words, folded))
    return TRUE;
  for (guint i = 0; words->endings[i] != NULL; i++)
    if (have_stem (words->words, folded, words->endings[i]))
      return TRUE;

  return FALSE;
}
