/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-clue"

#include "config.h"

#include "vac-words-private.h"

/**
 * vac_clue_get_words:
 * @language: BCP 47 tag
 * @clue: what the words show
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

  return words != NULL ? (const char *const *) words->clues[clue] : NULL;
}
