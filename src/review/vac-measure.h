/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/* What is usual in a posting. Those that do not name a source are advice that no trial bears out;
 * see vac-review-reading.c for where they come from. */
#define VAC_WORDS_LOW     300   /* words */
#define VAC_WORDS_HIGH    700
#define VAC_BULLETS_LOW   20    /* percent of the words */
#define VAC_BULLETS_HIGH  55
#define VAC_EMPLOYER_HIGH 20    /* percent of the words */
#define VAC_REQUIRED_HIGH 8     /* bullets under what is required */

/* Words in a sentence beyond which it is hard to read. Source: the style guide of
 * the British government, "Sentence length: why 25 words is our limit" (2014). */
#define VAC_SENTENCE_HIGH 25

/**
 * VacCodedVerdict:
 * @VAC_CODED_EMPTY: no word is coded
 * @VAC_CODED_NEUTRAL: as many are coded the one way as the other
 * @VAC_CODED_FEMININE: up to three more are coded feminine
 * @VAC_CODED_STRONGLY_FEMININE: four more are, or more than four
 * @VAC_CODED_MASCULINE: up to three more are coded masculine
 * @VAC_CODED_STRONGLY_MASCULINE: four more are, or more than four
 *
 * What the Gender Decoder says of a text with these words.
 */
typedef enum
{
  VAC_CODED_EMPTY,
  VAC_CODED_NEUTRAL,
  VAC_CODED_FEMININE,
  VAC_CODED_STRONGLY_FEMININE,
  VAC_CODED_MASCULINE,
  VAC_CODED_STRONGLY_MASCULINE,
  VAC_N_CODED_VERDICTS
} VacCodedVerdict;

/**
 * VacMeasure:
 * @words: in paragraphs and bullets, as all counts of this kind: headings are left out. A word
 *   stands between blanks and has a letter or a digit
 * @sentences: each bullet is one at least
 * @syllables: of @words; 0 when the posting is not in English
 * @letters: of @words
 * @characters: the letters and digits of @words
 * @long_words: those of more than six letters
 * @bullets: how many there are
 * @bullet_words: how many of @words are in them
 * @required: bullets under what is required
 * @preferred: bullets under what is preferred
 * @responsibilities: bullets under the responsibilities
 * @employer_words: how many of @words are about the employer
 * @long_sentences: those of more than 25 words
 * @longest_sentence: in words
 * @you: words that address the reader; 0 in a language whose words for it are not known
 * @we: words for the employer's people; 0 in a language whose words for it are not known
 * @reading_ease: after Flesch; NAN when the posting is not in English or has no words
 * @grade: the school grade after Flesch and Kincaid; NAN as @reading_ease is
 * @lix: the readability index after Björnsson; NAN when there are no words
 * @masculine: how often words coded masculine occur; 0, as all of this kind, when the posting is
 *   not in English
 * @feminine: how often words coded feminine occur
 * @masculine_of_trade: how many of @masculine are terms of a trade: "data-driven"
 * @feminine_of_trade: how many of @feminine are terms of a trade: "dependencies"
 * @masculine_words: %NULL-ended: each of them once, in lower case
 * @feminine_words: %NULL-ended: each of them once, in lower case
 * @masculine_trade_words: %NULL-ended: those that occur in terms of a trade
 * @feminine_trade_words: %NULL-ended: those that occur in terms of a trade
 * @verdict: on @masculine and @feminine, as the Gender Decoder gives it
 * @verdict_without_trade: the same without terms of a trade
 * @range_width: how much wider than its minimum the pay is at most, in tenths of a percent; -1 when
 *   there is no range that candidates see
 * @reading_seconds: how long an adult takes to read @words
 *
 * What can be counted in a posting, as candidates see it: the parts for the team are left out, and
 * placeholders are filled.
 */
typedef struct
{
  guint           words;
  guint           sentences;
  guint           syllables;
  guint           letters;
  guint           characters;
  guint           long_words;
  guint           bullets;
  guint           bullet_words;
  guint           required;
  guint           preferred;
  guint           responsibilities;
  guint           employer_words;
  guint           long_sentences;
  guint           longest_sentence;
  guint           you;
  guint           we;
  double          reading_ease;
  double          grade;
  double          lix;
  guint           masculine;
  guint           feminine;
  guint           masculine_of_trade;
  guint           feminine_of_trade;
  char          **masculine_words;
  char          **feminine_words;
  char          **masculine_trade_words;
  char          **feminine_trade_words;
  VacCodedVerdict verdict;
  VacCodedVerdict verdict_without_trade;
  int             range_width;
  guint           reading_seconds;
} VacMeasure;

VacMeasure *vac_measure_new                (VacDocument      *document);
void        vac_measure_free               (VacMeasure       *self);
int         vac_measure_get_bullet_share   (const VacMeasure *self);
int         vac_measure_get_employer_share (const VacMeasure *self);
const char *vac_coded_verdict_get_id       (VacCodedVerdict   verdict);
const char *vac_coded_verdict_get_label    (VacCodedVerdict   verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacMeasure, vac_measure_free)

G_END_DECLS
