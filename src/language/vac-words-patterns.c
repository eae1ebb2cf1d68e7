/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-words-patterns"

#include "config.h"

#include <string.h>

#include "vac-clause.h"
#include "vac-words-private.h"

/*
 * What people write, as it is compared. Most runs of the program ask for few of these, and folding
 * thousands of them takes longer than reading a posting: each kind is made when first asked for.
 */

static VacPatterns *
fold_lists (char ***lists,
            guint   n_lists)
{
  VacPatterns *patterns = g_new0 (VacPatterns, 1);

  patterns->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  patterns->stars = g_new0 (char **, n_lists);
  patterns->n_stars = n_lists;
  for (guint i = 0; i < n_lists; i++)
    {
      g_autoptr (GStrvBuilder) stars = g_strv_builder_new ();

      for (guint j = 0; lists[i] != NULL && lists[i][j] != NULL; j++)
        {
          g_autofree char *folded = vac_heading_fold_pattern (lists[i][j]);

          if (strchr (folded, '*') != NULL)
            g_strv_builder_add (stars, folded);
          else
            g_hash_table_insert (patterns->exact, g_steal_pointer (&folded), GUINT_TO_POINTER (i));
        }
      patterns->stars[i] = g_strv_builder_end (stars);
    }

  return patterns;
}

/* Returns: (nullable): those of @words that begin with @c, a character of ASCII, in any case */
static const char *const *
pick (const char *const *words,
      gunichar           c)
{
  g_autoptr (GStrvBuilder) picked = NULL;
  const gunichar folded = vac_clause_fold (c);

  for (; *words != NULL; words++)
    if (**words == '*' || g_utf8_get_char (*words) == folded)
      {
        if (picked == NULL)
          picked = g_strv_builder_new ();
        g_strv_builder_add (picked, *words);
      }

  return picked != NULL ? (const char *const *) g_strv_builder_end (picked) : NULL;
}

/* A character outside of ASCII may be one of ASCII in lower case, as the sign for Kelvin is. */
static VacClueWords *
make_clue (char **words)
{
  VacClueWords *clue = g_new0 (VacClueWords, 1);

  clue->all = (const char *const *) words;
  for (guint byte = 0x7f; byte > 0; byte--)
    clue->by_byte[byte] = g_ascii_isupper (byte)
                              ? clue->by_byte[(guchar) g_ascii_tolower ((char) byte)]
                              : pick (clue->all, byte);
  for (guint byte = 0xc0; byte < G_N_ELEMENTS (clue->by_byte); byte++)
    clue->by_byte[byte] = clue->all;

  return clue;
}

/*
 * vac_words_get_clue:
 * @words: the words of a language
 * @clue: what they show
 *
 * Returns: (transfer none) (nullable): the words; %NULL when the language has none
 */
const VacClueWords *
vac_words_get_clue (const VacWords *words,
                    VacClue         clue)
{
  VacClueWords **made = &words->made->clues[clue];
  char **list = vac_words_get_clue_lists (words)[clue];

  if (list != NULL && g_once_init_enter (made))
    g_once_init_leave (made, make_clue (list));

  return list != NULL ? *made : NULL;
}

/*
 * vac_words_get_headings:
 * @words: the words of a language
 *
 * Returns: (transfer none): what people write above a section, to a #VacHeading
 */
const VacPatterns *
vac_words_get_headings (const VacWords *words)
{
  VacPatterns **made = &words->made->headings;

  if (g_once_init_enter (made))
    g_once_init_leave (made, fold_lists (vac_words_get_heading_lists (words), VAC_N_HEADINGS));

  return *made;
}

/*
 * vac_words_get_labels:
 * @words: the words of a language
 *
 * Returns: (transfer none): what people write before a colon, to a #VacLabel
 */
const VacPatterns *
vac_words_get_labels (const VacWords *words)
{
  VacPatterns **made = &words->made->labels;

  if (g_once_init_enter (made))
    g_once_init_leave (made, fold_lists (vac_words_get_label_lists (words), VAC_N_LABELS));

  return *made;
}

static char **
fold_choice (const VacWords *words,
             const char     *id,
             const char     *spoken)
{
  g_auto (GStrv) others = vac_words_dup_other_choices (words, id);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  g_ptr_array_add (said, vac_heading_fold_pattern (spoken));
  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    g_ptr_array_add (said, vac_heading_fold_pattern (others[i]));
  g_ptr_array_add (said, NULL);

  return (char **) g_ptr_array_steal (said, NULL);
}

static GHashTable *
fold_choices (const VacWords *words)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) g_strfreev);
  GHashTableIter iter;
  gpointer id, spoken;

  g_hash_table_iter_init (&iter, words->choices);
  while (g_hash_table_iter_next (&iter, &id, &spoken))
    g_hash_table_insert (table, id, fold_choice (words, id, spoken));

  return table;
}

/*
 * vac_words_get_said_choices:
 * @words: the words of a language
 *
 * Returns: (transfer none): ids of choices to lists of what people write for them: what we say, and
 *   other words
 */
GHashTable *
vac_words_get_said_choices (const VacWords *words)
{
  GHashTable **made = &words->made->said_choices;

  if (g_once_init_enter (made))
    g_once_init_leave (made, fold_choices (words));

  return *made;
}

/* A name in braces stands for any words. */
static char *
fold_phrase (const char *text)
{
  const char *open = strchr (text, '{');
  g_autofree char *starred = NULL;

  if (open == NULL)
    return vac_heading_fold_pattern (text);
  starred = g_strdup_printf ("%.*s*%s", (int) (open - text), text, strchr (open, '}') + 1);

  return vac_heading_fold_pattern (starred);
}

/*
 * vac_words_get_pattern:
 * @words: the words of a language
 * @phrase: a phrase that @words has
 *
 * Returns: (transfer none): the phrase as what people write is compared with it
 */
const char *
vac_words_get_pattern (const VacWords *words,
                       VacPhrase       phrase)
{
  char **made = &words->made->phrases[phrase];

  if (g_once_init_enter (made))
    g_once_init_leave (made, fold_phrase (words->phrases[phrase]));

  return *made;
}
