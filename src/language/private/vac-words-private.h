/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-clue.h"
#include "vac-phrase.h"

G_BEGIN_DECLS

/* What is spoken where a language or a phrase of it is missing. */
#define VAC_WORDS_FALLBACK "en"

/**
 * VacWords:
 * @phrases: (nullable): by VacPhrase
 * @choices: ids to words
 * @countries: (nullable): codes to what the language calls a country, where CLDR says otherwise
 * @clues: (nullable): by VacClue, each ended by %NULL
 *
 * The words of one language. Made once, never changed, never freed.
 */
typedef struct
{
  char       *phrases[VAC_N_PHRASES];
  GHashTable *choices;
  GHashTable *countries;
  char      **clues[VAC_N_CLUES];
} VacWords;

const VacWords *vac_words_get (const char *language);

G_END_DECLS
