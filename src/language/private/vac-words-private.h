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
 * VacPatterns:
 * @exact: those without a star, as vac_heading_fold_pattern() has them, to what they mean
 * @stars: the others, each ended by %NULL, by what they mean
 * @n_stars: how many lists these are
 *
 * What people write for one thing or another.
 */
typedef struct
{
  GHashTable *exact;
  char     ***stars;
  guint       n_stars;
} VacPatterns;

/*
 * What vac-words-patterns.c makes of a language's words when it is first asked for:
 * @headings: from VacWords.headings
 * @labels: from VacWords.labels
 * @said_choices: ids to what people write for a choice
 * @phrases: from VacWords.phrases
 */
typedef struct
{
  VacPatterns *headings;
  VacPatterns *labels;
  GHashTable  *said_choices;
  char        *phrases[VAC_N_PHRASES];
} VacMadePatterns;

/**
 * VacWords:
 * @phrases: (nullable): by VacPhrase
 * @choices: ids to words
 * @countries: (nullable): codes to what the language calls a country, where CLDR says otherwise
 * @clues: (nullable): by VacClue, each ended by %NULL
 * @headings: (nullable): by VacHeading, the first of each being how we would write it
 * @labels: (nullable): by VacLabel
 * @other_choices: ids to what people write besides @choices
 * @made: what is compared with, see vac_words_get_headings() and its neighbours
 *
 * The words of one language. Made once, never freed.
 */
typedef struct
{
  char            *phrases[VAC_N_PHRASES];
  GHashTable      *choices;
  GHashTable      *countries;
  char           **clues[VAC_N_CLUES];
  char           **headings[VAC_N_HEADINGS];
  char           **labels[VAC_N_LABELS];
  GHashTable      *other_choices;
  VacMadePatterns *made;
} VacWords;

const VacWords    *vac_words_get              (const char     *language);
const VacWords    *vac_words_get_with         (const char     *language,
                                               VacPhrase       phrase);
const VacPatterns *vac_words_get_headings     (const VacWords *words);
const VacPatterns *vac_words_get_labels       (const VacWords *words);
GHashTable        *vac_words_get_said_choices (const VacWords *words);
const char        *vac_words_get_pattern      (const VacWords *words,
                                               VacPhrase       phrase);
char              *vac_heading_fold           (const char     *text);
char              *vac_heading_fold_pattern   (const char     *text);

G_END_DECLS
