/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-words-guess"

#include "config.h"

#include "vac-data-json.h"
#include "vac-words-guess.h"

/* Which language a text is in, by its script or by its commonest words. These are in a file of all
 * languages, as each text is compared with all of them. */

#define PATH VAC_RESOURCE_PATH "/common-words.json"

/* The least of a text's words that must be common ones of a language for it to be in it. */
#define FEWEST_COMMON 3

typedef struct
{
  char  *language;
  char **words;
} Common;

static GArray *
load_common_words (void)
{
  g_autoptr (VacJson) json = vac_data_json_load (PATH);
  const VacDataJson root = vac_data_json_get_root (json);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Common));
  VacDataJsonIter iter;
  VacDataJson words;
  Common common;

  vac_data_json_iter_init (&iter, root);
  while (vac_data_json_iter_next (&iter, &common.language, &words))
    {
      common.words = vac_data_json_dup_list (root, common.language);
      g_array_append_val (all, common);
    }

  return all;
}

/* Returns: (transfer none) (element-type Common): the words of data/common-words.json */
static GArray *
get_common_words (void)
{
  static GArray *common;

  if (g_once_init_enter (&common))
    g_once_init_leave (&common, load_common_words ());

  return common;
}

/* How often each word is in @text. */
static GHashTable *
count_words (const char *text)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const char *p = folded; *p != '\0';)
    {
      const char *end = p;
      char *word;

      while (g_unichar_isalpha (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      word = g_strndup (p, (gsize) (end - p));
      g_hash_table_replace (
          counts, word,
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, word)) + 1));
      p = end;
    }

  return counts;
}

/* Most letters are of a script that one language has here; Japanese has Chinese ones too. */
static const char *
guess_by_script (const char *text)
{
  guint n = 0, n_arabic = 0, n_hebrew = 0, n_kana = 0, n_han = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);
      const GUnicodeScript script = g_unichar_get_script (c);

      n += g_unichar_isalpha (c);
      n_arabic += script == G_UNICODE_SCRIPT_ARABIC;
      n_hebrew += script == G_UNICODE_SCRIPT_HEBREW;
      n_kana += script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
      n_han += script == G_UNICODE_SCRIPT_HAN;
    }
  if (n_arabic * 2 > n)
    return "ar";
  if (n_hebrew * 2 > n)
    return "he";
  if ((n_kana + n_han) * 2 > n)
    return n_kana * 10 > n_han ? "ja" : "zh";

  return NULL;
}

static guint
count_common (char      **words,
              GHashTable *counts)
{
  guint n = 0;

  for (; *words != NULL; words++)
    n += GPOINTER_TO_UINT (g_hash_table_lookup (counts, *words));

  return n;
}

/**
 * vac_words_guess_language:
 * @text: a text of some length
 *
 * The language is the one whose commonest words are most frequent in @text.
 *
 * Returns: (transfer none) (nullable): its tag, without a country; %NULL when @text does not tell
 */
const char *
vac_words_guess_language (const char *text)
{
  g_autoptr (GHashTable) counts = NULL;
  const char *best = NULL;
  guint most = FEWEST_COMMON - 1;
  gboolean tie = FALSE;
  GArray *all;

  g_return_val_if_fail (text != NULL, NULL);

  best = guess_by_script (text);
  if (best != NULL)
    return best;
  counts = count_words (text);
  all = get_common_words ();
  for (guint i = 0; i < all->len; i++)
    {
      const Common *common = &g_array_index (all, Common, i);
      const guint n = count_common (common->words, counts);

      tie = n == most ? TRUE : n > most ? FALSE : tie;
      if (n > most)
        best = common->language;
      most = MAX (most, n);
    }

  return tie ? NULL : best;
}
