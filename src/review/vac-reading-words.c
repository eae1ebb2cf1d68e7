/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-reading-words"

#include "config.h"

#include <string.h>

#include "vac-data-json.h"
#include "vac-reading-words.h"

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

static gpointer
read_language (VacDataJson object)
{
  VacReadingWords *words = g_new0 (VacReadingWords, 1);

  for (guint i = 0; i < VAC_N_READING_SETS; i++)
    words->sets[i] = vac_data_json_dup_set (object, members[i]);

  return words;
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

  return vac_data_json_get_language (&loaded, PATH, read_language, language);
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
