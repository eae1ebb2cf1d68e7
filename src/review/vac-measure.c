/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-measure"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vac-coded-words.h"
#include "vac-measure-private.h"
#include "vac-pay.h"
#include "vac-review-language.h"
#include "vac-review-section.h"
#include "vac-review.h"
#include "vac-sentence.h"
#include "vac-syllables.h"
#include "vac-tag.h"
#include "vac-wording.h"

/* Letters that a word has more of in Björnsson's index. */
#define LONG_WORD 6

/* Words a minute that adults read of such texts in silence. Source: M. Brysbaert, "How many words
 * do we read per minute?", Journal of Memory and Language 109 (2019): 238 words of non-fiction. */
#define READ_PER_MINUTE 238

static const struct
{
  const char *id;
  const char *label;
} verdicts[] = {
  [VAC_CODED_EMPTY] = { "empty", N_("No coded words") },
  [VAC_CODED_NEUTRAL] = { "neutral", N_("Neutral") },
  [VAC_CODED_FEMININE] = { "feminine", N_("Coded feminine") },
  [VAC_CODED_STRONGLY_FEMININE] = { "strongly-feminine", N_("Strongly coded feminine") },
  [VAC_CODED_MASCULINE] = { "masculine", N_("Coded masculine") },
  [VAC_CODED_STRONGLY_MASCULINE] = { "strongly-masculine", N_("Strongly coded masculine") },
};

/* One run. */
typedef struct
{
  VacDocument           *document;
  VacMeasure            *measure;
  const char            *language;
  const VacReadingWords *words;      /* (nullable) */
  VacWordBreak          *breaks;     /* (nullable): for a language that writes no blanks */
  GArray                *broken;     /* of VacWord */
  gboolean               whole;      /* FALSE to count words and who is addressed, and no more */
  GString               *all;        /* (nullable): in English, what was read, a text a line */
  GHashTable            *syllables;  /* (nullable): of words that came before */
  VacNode               *section;    /* (nullable): the last one whose heading was asked for */
  VacHeading             heading;    /* of @section */
} Run;

static VacHeading
get_heading (Run     *run,
             VacNode *text)
{
  VacNode *section = vac_node_get_ancestor (text, VAC_ROLE_SECTION);

  if (section != run->section)
    run->heading = vac_review_tell_section (run->language, section);
  run->section = section;

  return run->heading;
}

/* Half of the words of a posting are there more than once. */
static guint
count_syllables (Run        *run,
                 const char *word,
                 gsize       length)
{
  g_autofree char *key = g_strndup (word, length);
  guint n_syllables = GPOINTER_TO_UINT (g_hash_table_lookup (run->syllables, key));

  if (n_syllables > 0)
    return n_syllables;
  n_syllables = vac_syllables_count (word, length);
  g_hash_table_insert (run->syllables, g_steal_pointer (&key), GUINT_TO_POINTER (n_syllables));

  return n_syllables;
}

static void
count_word (Run        *run,
            const char *word,
            gsize       length)
{
  VacMeasure *measure = run->measure;
  const char *const end = word + length;
  guint n_letters = 0;

  measure->you += vac_reading_words_has (run->words, VAC_READING_YOU, word, length) ||
                  vac_reading_words_has (run->words, VAC_READING_POLITE, word, length);
  if (!run->whole)
    return;
  measure->we += vac_reading_words_has (run->words, VAC_READING_WE, word, length);
  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      n_letters += g_unichar_isalpha (c);
      measure->characters += g_unichar_isalnum (c);
    }
  measure->letters += n_letters;
  measure->long_words += n_letters > LONG_WORD;
  if (run->all != NULL)
    measure->syllables += count_syllables (run, word, length);
}

/* Returns: how many words there are in a sentence of a language without blanks */
static guint
count_broken (Run               *run,
              const char        *text,
              const VacSentence *sentence)
{
  g_autofree char *part = g_strndup (text + sentence->start, sentence->length);
  guint n_words = 0;

  vac_word_break_split (run->breaks, part, run->broken);
  for (guint i = 0; i < run->broken->len; i++)
    n_words += g_unichar_isalnum (
        g_utf8_get_char (part + g_array_index (run->broken, VacWord, i).start));

  return n_words;
}

/* Returns: how many words there are in a sentence of @text */
static guint
count_sentence (Run               *run,
                const char        *text,
                const VacSentence *sentence)
{
  const gsize end = sentence->start + sentence->length;
  gsize from = sentence->start;
  VacWord word;

  while ((run->whole || run->measure->you == 0) &&
         vac_sentence_next_word (text, end, &from, &word))
    count_word (run, text + word.start, word.length);

  return run->breaks != NULL ? count_broken (run, text, sentence) : sentence->words;
}

/* Returns: how many words are in @text */
static guint
count_text (Run        *run,
            const char *text)
{
  VacMeasure *measure = run->measure;
  VacSentence sentence;
  guint n_words = 0;

  for (gsize from = 0; vac_sentence_next (text, run->words, &from, &sentence);)
    {
      const guint n = count_sentence (run, text, &sentence);

      measure->sentences++;
      measure->long_sentences += n > VAC_SENTENCE_HIGH;
      measure->longest_sentence = MAX (measure->longest_sentence, n);
      n_words += n;
    }
  measure->words += n_words;
  if (run->all != NULL)
    g_string_append_c (g_string_append (run->all, text), '\n');

  return n_words;
}

/* The label is read before the text, as one line. */
static char *
make_bullet (VacNode *item)
{
  const char *label = vac_node_get_member_text (item, VAC_ROLE_ITEM_LABEL);
  const char *text = vac_node_get_member_shown_text (item, VAC_ROLE_ITEM_TEXT);

  return *label != '\0' && *text != '\0' ? g_strconcat (label, ": ", text, NULL)
                                         : g_strconcat (label, text, NULL);
}

static void
count_bullet (Run     *run,
              VacNode *item)
{
  VacMeasure *measure = run->measure;
  g_autofree char *bullet = make_bullet (item);
  g_autofree char *filled = vac_wording_fill (run->document, bullet, NULL);
  const VacHeading heading = get_heading (run, item);
  const guint n_words = count_text (run, filled);

  measure->bullets++;
  measure->bullet_words += n_words;
  measure->required += heading == VAC_HEADING_REQUIRED;
  measure->preferred += heading == VAC_HEADING_PREFERRED;
  measure->responsibilities += heading == VAC_HEADING_RESPONSIBILITIES;
  if (heading == VAC_HEADING_EMPLOYER)
    measure->employer_words += n_words;
}

static void
count_paragraphs (Run     *run,
                  VacNode *text)
{
  g_autofree char *filled = vac_wording_fill (run->document, vac_node_get_shown_text (text), NULL);
  const guint n_words = count_text (run, filled);

  if (vac_node_get_role (text) == VAC_ROLE_EMPLOYER_ABOUT ||
      get_heading (run, text) == VAC_HEADING_EMPLOYER)
    run->measure->employer_words += n_words;
}

static void
visit_text_cb (VacNode *text,
               gpointer user_data)
{
  VacNode *item = vac_node_get_parent (text);

  switch (vac_node_get_role (text))
    {
    case VAC_ROLE_ITEM_LABEL:
      if (*vac_node_get_member_text (item, VAC_ROLE_ITEM_TEXT) == '\0')
        count_bullet (user_data, item);
      break;
    case VAC_ROLE_ITEM_TEXT:
      count_bullet (user_data, item);
      break;
    default:
      if (vac_node_get_kind (text) == VAC_KIND_PROSE)
        count_paragraphs (user_data, text);
      break;
    }
}

/* The index that works for any language is the share of long words, in percent, and the words of a
 * sentence. Source: C. H. Björnsson, "Läsbarhet" (1968).
 *
 * The others need syllables. Reading ease is 206.835 − 1.015 W/S − 84.6 Y/W, for W words, S
 * sentences and Y syllables. Source: R. Flesch, "A new readability yardstick", Journal of Applied
 * Psychology 32 (1948). The grade is 0.39 W/S + 11.8 Y/W − 15.59. Source: J. P. Kincaid and others,
 * Research Branch Report 8-75 of the U.S. Naval Technical Training Command (1975). */
static void
compute_readability (VacMeasure *self)
{
  double per_sentence, per_word;

  self->reading_ease = self->grade = self->lix = NAN;
  if (self->words == 0)
    return;
  per_sentence = (double) self->words / self->sentences;
  self->lix = per_sentence + 100.0 * self->long_words / self->words;
  if (self->syllables == 0)
    return;
  per_word = (double) self->syllables / self->words;
  self->reading_ease = 206.835 - 1.015 * per_sentence - 84.6 * per_word;
  self->grade = 0.39 * per_sentence + 11.8 * per_word - 15.59;
}

/* Each currency has a range of its own, over all grades and places. */
static int
get_range_width (VacDocument *document)
{
  g_autoptr (GArray) headlines = NULL;
  gint64 widest = -1;

  if (!vac_node_get_member_toggle (vac_document_get (document, VAC_ROLE_PAY),
                                   VAC_ROLE_PAY_DISCLOSE))
    return -1;
  headlines = vac_pay_get_headlines (document);
  for (guint i = 0; i < headlines->len; i++)
    {
      gint64 width;

      if (vac_pay_range_get_spread (&g_array_index (headlines, VacPay, i).range, &width))
        widest = MAX (widest, width);
    }

  return (int) MIN (widest, G_MAXINT);
}

/* Counts what is counted in any language; where @all takes the texts, syllables too. */
static VacMeasure *
count (VacDocument *document,
       gboolean     whole,
       GString     *all)
{
  const char *language = vac_review_get_language (document);
  g_autoptr (VacWordBreak) breaks =
      vac_sentence_has_blanks (language) ? NULL : vac_word_break_new (language);
  g_autoptr (GArray) broken = g_array_new (FALSE, FALSE, sizeof (VacWord));
  g_autoptr (GHashTable) syllables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  VacMeasure *self = g_new0 (VacMeasure, 1);
  Run run = {
    document, self, language, vac_reading_words_get (language), breaks, broken, whole, all,
    syllables, NULL, VAC_HEADING_NONE,
  };

  vac_review_visit_texts (document, visit_text_cb, &run);

  return self;
}

/*
 * vac_measure_new_counts:
 * @document: a document
 *
 * As vac_measure_new(), in a fraction of the time.
 *
 * Returns: (transfer full): words, sentences and bullets, what there are of them, and whether
 *   readers are addressed
 */
VacMeasure *
vac_measure_new_counts (VacDocument *document)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  return count (document, FALSE, NULL);
}

/**
 * vac_measure_new:
 * @document: a document
 *
 * Counts its words, sentences and bullets. A bullet is one sentence at least, whether or not a full
 * stop ends it: most of them have none, and taken for one sentence they would spoil every figure.
 *
 * Returns: (transfer full): what was counted
 */
VacMeasure *
vac_measure_new (VacDocument *document)
{
  g_autoptr (GString) all = NULL;
  VacMeasure *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  if (vac_tag_speaks (vac_review_get_language (document), "en"))
    all = g_string_new (NULL);
  self = count (document, TRUE, all);
  compute_readability (self);
  vac_coded_words_count (all != NULL ? all->str : "", self);
  self->range_width = get_range_width (document);
  self->reading_seconds = (self->words * 60 + READ_PER_MINUTE / 2) / READ_PER_MINUTE;

  return self;
}

/**
 * vac_measure_free:
 * @self: (transfer full): what was counted
 */
void
vac_measure_free (VacMeasure *self)
{
  g_strfreev (self->masculine_words);
  g_strfreev (self->feminine_words);
  g_strfreev (self->masculine_trade_words);
  g_strfreev (self->feminine_trade_words);
  g_free (self);
}

static int
get_share (const VacMeasure *self,
           guint             n_words)
{
  return self->words > 0 ? (int) ((guint64) n_words * 1000 / self->words) : 0;
}

/**
 * vac_measure_get_bullet_share:
 * @self: what was counted
 *
 * Returns: how much of the words is in bullets, in tenths of a percent; 0 when there are no words
 */
int
vac_measure_get_bullet_share (const VacMeasure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_share (self, self->bullet_words);
}

/**
 * vac_measure_get_employer_share:
 * @self: what was counted
 *
 * Returns: how much of the words is about the employer, in tenths of a percent; 0 when there are no
 *   words
 */
int
vac_measure_get_employer_share (const VacMeasure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_share (self, self->employer_words);
}

/**
 * vac_coded_verdict_get_id:
 * @verdict: a verdict
 *
 * Returns: its name for other programs
 */
const char *
vac_coded_verdict_get_id (VacCodedVerdict verdict)
{
  g_return_val_if_fail (verdict < VAC_N_CODED_VERDICTS, NULL);

  return verdicts[verdict].id;
}

/**
 * vac_coded_verdict_get_label:
 * @verdict: a verdict
 *
 * Returns: the verdict in a few words, translated
 */
const char *
vac_coded_verdict_get_label (VacCodedVerdict verdict)
{
  g_return_val_if_fail (verdict < VAC_N_CODED_VERDICTS, NULL);

  return _(verdicts[verdict].label);
}
