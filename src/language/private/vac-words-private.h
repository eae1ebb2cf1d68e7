/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-clue.h"
#include "vac-heading.h"
#include "vac-phrase.h"

G_BEGIN_DECLS

/* What is spoken where a language or a phrase of it is missing. */
#define VAC_WORDS_FALLBACK "en"

/* In bytes; longer lines are no headings and no labels. */
#define VAC_HEADING_LONGEST 100

/**
 * VacWords:
 * @phrases: (nullable): by VacPhrase
 * @choices: ids to words
 * @countries: (nullable): codes to what the language calls a country, where CLDR says otherwise
 * @clues: (nullable): by VacClue, each ended by %NULL
 * @titles: (nullable): by VacHeading, how we would write it
 * @headings: (nullable): by VacHeading, those with a star, as vac_heading_fold_pattern() has them
 * @labels: (nullable): by VacLabel, likewise
 * @exact_headings: those without a star, to VacHeading
 * @exact_labels: likewise, to VacLabel
 * @said_choices: ids to what people write for a choice, as vac_heading_fold_pattern() has it
 *
 * The words of one language. Made once, never changed, never freed.
 */
typedef struct
{
  char       *phrases[VAC_N_PHRASES];
  GHashTable *choices;
  GHashTable *countries;
  char      **clues[VAC_N_CLUES];
  char       *titles[VAC_N_HEADINGS];
  char      **headings[VAC_N_HEADINGS];
  char      **labels[VAC_N_LABELS];
  GHashTable *exact_headings;
  GHashTable *exact_labels;
  GHashTable *said_choices;
} VacWords;

const VacWords *vac_words_get            (const char *language);
char           *vac_heading_fold         (const char *text);
char           *vac_heading_fold_pattern (const char *text);

G_END_DECLS
