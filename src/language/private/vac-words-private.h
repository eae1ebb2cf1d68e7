/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-clue.h"
#include "vac-heading.h"
#include "vac-json.h"
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

/**
 * VacClueWords:
 * @all: in lower case, ended by %NULL
 * @by_byte: (nullable): likewise, those of them that may begin with a byte in a text
 *
 * The words by which one thing is told.
 */
typedef struct
{
  const char *const *all;
  const char *const *by_byte[256];
} VacClueWords;

/*
 * What is made of a language's words when it is first asked for, of thousands of which most runs of
 * the program need none:
 * @json: the file with those that others write
 * @clue_lists: by VacClue, each ended by %NULL or none
 * @clues: from @clue_lists
 * @heading_lists: by VacHeading, likewise, the first of each being how we would write it
 * @label_lists: by VacLabel, likewise
 * @headings: from @heading_lists
 * @labels: from @label_lists
 * @said_choices: ids to what people write for a choice
 * @phrases: from VacWords.phrases
 */
typedef struct
{
  VacJson      *json;
  char       ***clue_lists;
  char       ***heading_lists;
  char       ***label_lists;
  VacClueWords *clues[VAC_N_CLUES];
  VacPatterns  *headings;
  VacPatterns  *labels;
  GHashTable   *said_choices;
  char         *phrases[VAC_N_PHRASES];
} VacMadeWords;

/**
 * VacWords:
 * @phrases: (nullable): by VacPhrase
 * @choices: ids to words
 * @countries: (nullable): codes to what the language calls a country, where CLDR says otherwise
 * @tag: what its files are called
 * @made: see vac_words_get_headings() and its neighbours
 *
 * The words of one language. Made once, never freed.
 */
typedef struct
{
  char            *phrases[VAC_N_PHRASES];
  GHashTable      *choices;
  GHashTable      *countries;
  char            *tag;
  VacMadeWords    *made;
} VacWords;

const VacClueWords *vac_clue_get                (const char     *language,
                                                 VacClue         clue);
const VacWords     *vac_words_get               (const char     *language);
const VacWords     *vac_words_get_with          (const char     *language,
                                                 VacPhrase       phrase);
char             ***vac_words_get_clue_lists    (const VacWords *words);
char             ***vac_words_get_heading_lists (const VacWords *words);
char             ***vac_words_get_label_lists   (const VacWords *words);
char              **vac_words_dup_other_choices (const VacWords *words,
                                                 const char     *id);
const VacClueWords *vac_words_get_clue          (const VacWords *words,
                                                 VacClue         clue);
const VacPatterns  *vac_words_get_headings      (const VacWords *words);
const VacPatterns  *vac_words_get_labels        (const VacWords *words);
GHashTable         *vac_words_get_said_choices  (const VacWords *words);
const char         *vac_words_get_pattern       (const VacWords *words,
                                                 VacPhrase       phrase);
char               *vac_heading_fold            (const char     *text);
char               *vac_heading_fold_pattern    (const char     *text);

G_END_DECLS
