/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-reading"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-measure-private.h"
#include "vac-memo.h"
#include "vac-review-language.h"
#include "vac-review-private.h"
#include "vac-review-section.h"
#include "vac-review-text.h"
#include "vac-rule.h"
#include "vac-sentence.h"

/* What makes a posting long or hard to read. All but the limit for sentences is the advice of those
 * who count applications. They contradict one another, and no trial has been made, so that little
 * here is more than a hint. */

/* Words beyond which a long sentence is worth a warning. */
#define SENTENCE_FAR 35

/* Words beyond which a posting is shorter or longer than is usual, or far longer. Shorter ones are
 * not worth a warning: LinkedIn counted most applications for those of fewer than 150 words. */
#define WORDS_FEW  250
#define WORDS_MANY 800
#define WORDS_FAR  1000

/* With fewer words, shares of them say nothing. */
#define WORDS_GROWN 150

static gboolean
is_heading (VacNode *node)
{
  switch (vac_node_get_role (node))
    {
    case VAC_ROLE_JOB_TITLE:
    case VAC_ROLE_SECTION_TITLE:
    case VAC_ROLE_ITEM_LABEL:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
report_sentence (const VacReviewText *text,
                 const VacSentence   *sentence,
                 GPtrArray           *findings)
{
  VacFinding *finding = vac_rule_report (
      sentence->words > SENTENCE_FAR ? VAC_RULE_SENTENCE_VERY_LONG : VAC_RULE_SENTENCE_LONG,
      findings, text->node,
      _("This sentence has %u words. More than %d are hard to follow: make two of it."),
      sentence->words, VAC_SENTENCE_HIGH);

  vac_finding_set_span (finding, sentence->start, sentence->length);
}

/* Whether @text cannot have a long sentence. What could part its words is counted in less time than
 * they are. */
static gboolean
has_few_words (const char *text)
{
  guint n_gaps = 0;

  for (const char *p = text; *p != '\0'; p++)
    n_gaps += (guchar) *p <= ' ' || (guchar) *p >= 0x80;

  return n_gaps < VAC_SENTENCE_HIGH;
}

/*
 * vac_review_check_reading:
 * @text: a text of a posting
 * @findings: (element-type VacFinding): takes what was found
 *
 * Looks for long sentences; a placeholder is one word. Nothing is found in a language that writes
 * no blanks between words.
 */
void
vac_review_check_reading (const VacReviewText *text,
                          GPtrArray           *findings)
{
  const char *language = vac_review_get_language (text->document);
  const VacQuestion question = { vac_review_check_reading, 0, language, text->text };
  const guint n_before = findings->len;
  const VacReadingWords *words;
  VacSentence sentence;

  if (is_heading (text->node) || has_few_words (text->text) ||
      !vac_sentence_has_blanks (text->language) || vac_memo_find (&question, NULL))
    return;
  words = vac_reading_words_get (language);
  for (gsize from = 0; vac_sentence_next (text->text, words, &from, &sentence);)
    if (sentence.words > VAC_SENTENCE_HIGH)
      report_sentence (text, &sentence, findings);
  if (findings->len == n_before)
    vac_memo_keep (&question, 0);
}

typedef struct
{
  const char *language;
  VacHeading  heading;
  VacNode    *found;      /* (nullable) */
} Search;

static void
find_section_cb (VacNode *text,
                 gpointer user_data)
{
  Search *search = user_data;
  VacNode *section = vac_node_get_ancestor (text, VAC_ROLE_SECTION);

  if (search->found == NULL && !is_heading (text) &&
      vac_review_tell_section (search->language, section) == search->heading)
    search->found = section;
}

/* Returns: the first section that has texts which are counted as @heading, with all parts that are;
 * what holds the sections if there is none */
static VacNode *
find_section (VacDocument *document,
              VacHeading   heading)
{
  Search search = { vac_review_get_language (document), heading, NULL };
  VacNode *outer;

  vac_review_visit_texts (document, find_section_cb, &search);
  if (search.found == NULL)
    return vac_document_get (document, VAC_ROLE_SECTIONS);
  outer = vac_node_get_ancestor (vac_node_get_parent (search.found), VAC_ROLE_SECTION);
  if (vac_review_tell_section (search.language, outer) == heading)
    return outer;

  return search.found;
}

static void
check_words (VacDocument      *document,
             const VacMeasure *measure,
             GPtrArray        *findings)
{
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);

  if (measure->words < WORDS_FEW)
    vac_rule_report (
        VAC_RULE_WORDS_FEW, findings, sections,
        ngettext ("The posting has %u word; %d to %d are usual. Does it say what candidates need "
                  "to know?",
                  "The posting has %u words; %d to %d are usual. Does it say what candidates need "
                  "to know?", measure->words),
        measure->words, VAC_WORDS_LOW, VAC_WORDS_HIGH);
  if (measure->words > WORDS_MANY)
    vac_rule_report (
        measure->words > WORDS_FAR ? VAC_RULE_WORDS_VERY_MANY : VAC_RULE_WORDS_MANY, findings,
        sections,
        ngettext ("The posting has %u word; %d to %d are usual. Leave out what nobody needs to "
                  "decide whether to apply.",
                  "The posting has %u words; %d to %d are usual. Leave out what nobody needs to "
                  "decide whether to apply.", measure->words),
        measure->words, VAC_WORDS_LOW, VAC_WORDS_HIGH);
}

static void
check_bullets (VacDocument      *document,
               const VacMeasure *measure,
               GPtrArray        *findings)
{
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  const int share = vac_measure_get_bullet_share (measure) / 10;

  if (share < VAC_BULLETS_LOW)
    vac_rule_report (VAC_RULE_BULLETS_FEW, findings, sections,
                     _("%d %% of the words are in bullets; %d to %d %% are usual. Lists are easier "
                       "to skim."),
                     share, VAC_BULLETS_LOW, VAC_BULLETS_HIGH);
  if (share > VAC_BULLETS_HIGH)
    vac_rule_report (VAC_RULE_BULLETS_MANY, findings, sections,
                     _("%d %% of the words are in bullets; %d to %d %% are usual. A few sentences "
                       "say how they belong together."),
                     share, VAC_BULLETS_LOW, VAC_BULLETS_HIGH);
}

static void
check_required (VacDocument      *document,
                const VacMeasure *measure,
                GPtrArray        *findings)
{
  if (measure->required > VAC_REQUIRED_HIGH)
    vac_rule_report (VAC_RULE_REQUIRED_MANY, findings,
                     find_section (document, VAC_HEADING_REQUIRED),
                     _("%u qualifications are required, and somebody who lacks a few may not "
                       "apply. Require what the job cannot be done without; prefer the rest."),
                     measure->required);
}

static void
check_address (VacDocument      *document,
               const VacMeasure *measure,
               GPtrArray        *findings)
{
  if (measure->you == 0 &&
      vac_reading_words_get (vac_review_get_language (document)) != NULL)
    vac_rule_report (VAC_RULE_READER_UNADDRESSED, findings,
                     vac_document_get (document, VAC_ROLE_SECTIONS), "%s",
                     _("The posting never addresses its readers. Write “you will lead” rather than "
                       "“the engineer leads”."));
}

static void
check_employer (VacDocument      *document,
                const VacMeasure *measure,
                GPtrArray        *findings)
{
  const guint share = (guint) vac_measure_get_employer_share (measure) / 10;
  VacNode *about = vac_document_get (document, VAC_ROLE_EMPLOYER_ABOUT);

  if (share > VAC_EMPLOYER_HIGH)
    vac_rule_report (VAC_RULE_EMPLOYER_SHARE, findings,
                     *vac_node_get_text (about) != '\0'
                         ? about
                         : find_section (document, VAC_HEADING_EMPLOYER),
                     _("%u %% of the words are about the employer. Of all parts, candidates find "
                       "pay the most useful and this the least."),
                     share);
}

/*
 * vac_review_check_lengths:
 *
 * Reports what is long, short, or missing of the posting's text as a whole. Shares are those of a
 * posting that has grown; nothing is found in one without words.
 */
void
vac_review_check_lengths (VacDocument *document,
                          GPtrArray   *findings)
{
  g_autoptr (VacMeasure) measure = vac_measure_new_counts (document);

  if (measure->words == 0)
    return;
  check_words (document, measure, findings);
  check_required (document, measure, findings);
  if (measure->words < WORDS_GROWN)
    return;
  check_bullets (document, measure, findings);
  check_address (document, measure, findings);
  check_employer (document, measure, findings);
}
