/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-clue"

#include "config.h"

#include "vac-tag.h"
#include "vac-words-private.h"

/*
 * vac_clue_get:
 * @language: BCP 47 tag
 * @clue: what the words show
 *
 * The file of a country, such as that of British English, has only what differs.
 *
 * Returns: (transfer none) (nullable): the words; %NULL when the language has none
 */
const VacClueWords *
vac_clue_get (const char *language,
              VacClue     clue)
{
  const VacWords *words = vac_words_get (language);
  const VacClueWords *found = words != NULL ? vac_words_get_clue (words, clue) : NULL;

  if (words != NULL && found == NULL)
    {
      g_autofree char *plain = vac_tag_dup_language (language);

      words = vac_words_get (plain);
      found = words != NULL ? vac_words_get_clue (words, clue) : NULL;
    }

  return found;
}

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
  const VacClueWords *found;

  g_return_val_if_fail (language != NULL && clue < VAC_N_CLUES, NULL);

  found = vac_clue_get (language, clue);

  return found != NULL ? found->all : NULL;
}
