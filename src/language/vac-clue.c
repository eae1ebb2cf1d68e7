/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-clue"

#include "config.h"

#include "vac-tag.h"
#include "vac-words-private.h"

/**
 * vac_clue_get_words:
 * @language: BCP 47 tag
 * @clue: what the words show
 *
 * The file of a country, such as that of British English, has only what differs.
 *
 * Returns: (transfer none) (nullable): the words, in lower case, ended by %NULL; %NULL when the
 *   language has none
 */
const char *const *
vac_clue_get_words (const char *language,
                    VacClue     clue)
{
  const VacWords *words;

  g_return_val_if_fail (language != NULL && clue < VAC_N_CLUES, NULL);

  words = vac_words_get (language);
  if (words != NULL && vac_words_get_clue_lists (words)[clue] == NULL)
    {
      g_autofree char *plain = vac_tag_dup_language (language);

      words = vac_words_get (plain);
    }

  return words != NULL ? (const char *const *) vac_words_get_clue_lists (words)[clue] : NULL;
}
