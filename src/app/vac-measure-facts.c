/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-measure-facts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vac-measure-facts.h"

/* The measures of a posting in words: each with what is usual, and with how well that is known. No
 * figure sums them up: nobody knows what each of them counts for. */

/* What is usual, beside what vac-measure.h says: words of a sentence on average, both indexes of
 * reading, and the pay range in tenths of a percent. */
#define AVERAGE_HIGH    20
#define PLAIN_EASE      60
#define HARD_LIX        50
#define RANGE_HIGH      350

/* Sources on coded words: D. Gaucher, J. Friesen and A. Kay (2011), who found an effect;
 * E. Castilla and H. J. Rho (2023), who found hardly any; and an article in PNAS (2025), which
 * found one again. */
#define FIRST_STUDY     "https://doi.org/10.1037/a0022530"
#define CONTRARY_STUDY  "https://ideas.repec.org/a/inm/ormnsc/v69y2023i11p6912-6939.html"
#define LATER_STUDY     "https://pmc.ncbi.nlm.nih.gov/articles/PMC11848290/"

static void
fact_free (gpointer data)
{
  VacMeasureFact *fact = data;

  g_free (fact->value);
  g_free (fact->remark);
  g_free (fact);
}

static VacMeasureFact *
add (GPtrArray  *facts,
     const char *name,
     char       *value)
{
  VacMeasureFact *fact = g_new0 (VacMeasureFact, 1);

  fact->name = name;
  fact->value = value;
  g_ptr_array_add (facts, fact);

  return fact;
}

static void
add_words (GPtrArray        *facts,
           const VacMeasure *measure)
{
  VacMeasureFact *fact = add (facts, _("Words"), g_strdup_printf ("%u", measure->words));

  fact->remark = g_strdup_printf (measure->words < VAC_WORDS_LOW
                                      ? _("Fewer than the usual %d to %d.")
                                  : measure->words > VAC_WORDS_HIGH
                                      ? _("More than the usual %d to %d.")
                                      : _("Usual: %d to %d."),
                                  VAC_WORDS_LOW, VAC_WORDS_HIGH);
  fact->evidence = _("Weak evidence: job sites count applications, and contradict one another.");
}

static void
add_reading_time (GPtrArray        *facts,
                  const VacMeasure *measure)
{
  const guint minutes = MAX (1, (measure->reading_seconds + 30) / 60);
  VacMeasureFact *fact = add (facts, _("Reading time"),
                              g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes),
                                               minutes));

  fact->remark = g_strdup (_("At the average speed of adults."));
}

static void
add_bullets (GPtrArray        *facts,
             const VacMeasure *measure)
{
  const guint share = (guint) vac_measure_get_bullet_share (measure) / 10;
  VacMeasureFact *fact = add (facts, _("Words in bullets"), g_strdup_printf (_("%u %%"), share));
  g_autofree char *count = g_strdup_printf (ngettext ("%u bullet.", "%u bullets.",
                                                      measure->bullets), measure->bullets);
  g_autofree char *usual = g_strdup_printf (share < VAC_BULLETS_LOW
                                                ? _("Less than the usual %d to %d %%.")
                                            : share > VAC_BULLETS_HIGH
                                                ? _("More than the usual %d to %d %%.")
                                                : _("Usual: %d to %d %%."),
                                            VAC_BULLETS_LOW, VAC_BULLETS_HIGH);

  fact->remark = g_strdup_printf ("%s %s", count, usual);
  fact->evidence = _("Weak evidence: one vendor advises a third.");
}

static void
add_requirements (GPtrArray        *facts,
                  const VacMeasure *measure)
{
  VacMeasureFact *fact = add (facts, _("Required, preferred"),
                              /* Translators: how many bullets are required, and preferred */
                              g_strdup_printf (_("%u and %u"), measure->required,
                                               measure->preferred));

  fact->remark = g_strdup_printf (measure->required > VAC_REQUIRED_HIGH
                                      ? _("More than the usual %d required ones.")
                                      : _("Usual: up to %d required ones."),
                                  VAC_REQUIRED_HIGH);
  fact->evidence = _("Weak evidence: no trial has compared numbers.");
  if (measure->responsibilities > 0)
    add (facts, _("Responsibilities"), g_strdup_printf ("%u", measure->responsibilities))->remark =
      g_strdup (_("No usual number is known."));
}

static void
add_sentences (GPtrArray        *facts,
               const VacMeasure *measure)
{
  const double average = measure->sentences > 0 ? (double) measure->words / measure->sentences : 0;
  VacMeasureFact *fact = add (facts, _("Words per sentence"), g_strdup_printf (_("%.1f"), average));
  g_autofree char *usual = g_strdup_printf (average > AVERAGE_HIGH
                                                ? _("More than the advised %d.")
                                                : _("Up to %d is advised."), AVERAGE_HIGH);
  g_autofree char *longest = g_strdup_printf (
      ngettext ("%u has more than %d; the longest has %u.",
                "%u have more than %d; the longest has %u.", measure->long_sentences),
      measure->long_sentences, VAC_SENTENCE_HIGH, measure->longest_sentence);

  fact->remark = g_strdup_printf ("%s %s", usual, longest);
  fact->evidence = _("Fair evidence: it goes back to one old study of newspapers.");
}

/* For languages whose syllables are not counted. */
static void
add_lix (GPtrArray        *facts,
         const VacMeasure *measure)
{
  VacMeasureFact *fact;

  if (isnan (measure->lix))
    return;
  fact = add (facts, _("Readability index (LIX)"), g_strdup_printf ("%.0f", measure->lix));
  fact->remark = g_strdup_printf (measure->lix > HARD_LIX
                                      ? _("Hard to read, which begins at %d.")
                                      : _("Texts are hard to read from %d on."), HARD_LIX);
  fact->evidence = _("Weak evidence: it counts long words, which some languages have more of.");
}

static void
add_reading (GPtrArray        *facts,
             const VacMeasure *measure)
{
  VacMeasureFact *fact;

  if (isnan (measure->reading_ease))
    {
      add_lix (facts, measure);
      return;
    }
  fact = add (facts, _("Reading ease (Flesch)"),
              g_strdup_printf ("%.0f", measure->reading_ease));
  fact->remark = g_strdup_printf (measure->reading_ease < PLAIN_EASE
                                      ? _("Harder than plain English, which begins at %d.")
                                      : _("Plain English begins at %d."), PLAIN_EASE);
  fact->evidence = _("Weak evidence: it counts syllables, and does not know which words readers "
                     "know.");
  fact = add (facts, _("School grade (Flesch–Kincaid)"), g_strdup_printf (_("%.1f"),
                                                                          measure->grade));
  fact->remark = g_strdup (_("After so many years of school, such texts are read with ease. Each "
                             "bullet counts as a sentence."));
  fact->evidence = _("Weak evidence: it counts what the reading ease counts.");
}

/* In other languages, the words are not known. */
static void
add_address (GPtrArray        *facts,
             const VacMeasure *measure)
{
  VacMeasureFact *fact;

  if (measure->you + measure->we == 0 && isnan (measure->reading_ease))
    return;
  /* Translators: how often the posting says them */
  fact = add (facts, _("“You”, “we”"), g_strdup_printf (_("%u and %u"), measure->you,
                                                         measure->we));
  if (measure->you == 0)
    fact->remark = g_strdup (_("The reader is not addressed."));
  fact->evidence = _("Weak evidence: which of them to say more often, vendors have seen one way "
                     "and then the other.");
}

static void
add_employer (GPtrArray        *facts,
              const VacMeasure *measure)
{
  const guint share = (guint) vac_measure_get_employer_share (measure) / 10;
  VacMeasureFact *fact;

  if (measure->employer_words == 0)
    return;
  fact = add (facts, _("Words about the employer"), g_strdup_printf (_("%u %%"), share));
  fact->remark = g_strdup_printf (share > VAC_EMPLOYER_HIGH ? _("More than the usual %d %%.")
                                                            : _("Usual: up to %d %%."),
                                  VAC_EMPLOYER_HIGH);
  fact->evidence = _("Weak evidence: readers told one job site that this is of least use to them.");
}

static char *
list_words (const char *label,
            char      **words)
{
  g_autofree char *joined = words != NULL ? g_strjoinv (", ", words) : g_strdup ("");

  /* Translators: a kind of words, and the words */
  return *joined != '\0' ? g_strdup_printf (_("%s: %s."), label, joined) : g_strdup ("");
}

static char *
judge_coded (const VacMeasure *measure)
{
  const guint n_words = measure->masculine + measure->feminine;
  const guint of_trade = measure->masculine_of_trade + measure->feminine_of_trade;
  g_autofree char *masculine = list_words (_("Masculine"), measure->masculine_words);
  g_autofree char *feminine = list_words (_("Feminine"), measure->feminine_words);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: a verdict, such as “Neutral”, and a share of the words */
  g_string_append_printf (text, _("%s, as the Gender Decoder counts; %.1f %% of the words."),
                          vac_coded_verdict_get_label (measure->verdict),
                          measure->words > 0 ? n_words * 100.0 / measure->words : 0);
  if (of_trade > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u of them is a term of a trade.",
                                              "%u of them are terms of a trade.", of_trade),
                              of_trade);
    }
  g_string_append_printf (text, " %s %s", masculine, feminine);

  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}

/* Only English words are known. */
static void
add_coded (GPtrArray        *facts,
           const VacMeasure *measure)
{
  VacMeasureFact *fact;

  if (isnan (measure->reading_ease))
    return;
  fact = add (facts, _("Masculine, feminine words"),
              /* Translators: how many words are coded masculine, and feminine */
              g_strdup_printf (_("%u and %u"), measure->masculine, measure->feminine));
  fact->remark = judge_coded (measure);
  fact->evidence = _("For information, not a fault. Studies contradict one another: masculine "
                     "words put women off, or hardly anybody.");
  fact->links[0] = (VacMeasureLink) { _("Study of 2011"), FIRST_STUDY };
  fact->links[1] = (VacMeasureLink) { _("Contrary study of 2023"), CONTRARY_STUDY };
  fact->links[2] = (VacMeasureLink) { _("Study of 2025"), LATER_STUDY };
}

static void
add_range (GPtrArray        *facts,
           const VacMeasure *measure)
{
  VacMeasureFact *fact;

  if (measure->range_width < 0)
    return;
  fact = add (facts, _("Width of the pay range"),
              g_strdup_printf (_("%u %%"), (guint) (measure->range_width + 5) / 10));
  fact->remark = g_strdup_printf (measure->range_width > RANGE_HIGH
                                      ? _("Wider than %d %% of the minimum.")
                                      : _("Up to %d %% of the minimum is narrow enough."),
                                  RANGE_HIGH / 10);
  fact->evidence = _("Good evidence: in experiments, wide ranges cost the trust of candidates.");
}

/**
 * vac_measure_facts_new:
 * @measure: the measures of a posting
 *
 * Returns: (transfer full) (element-type VacMeasureFact): those that there are, in words
 */
GPtrArray *
vac_measure_facts_new (const VacMeasure *measure)
{
  GPtrArray *facts;

  g_return_val_if_fail (measure != NULL, NULL);

  facts = g_ptr_array_new_with_free_func (fact_free);
  add_words (facts, measure);
  add_reading_time (facts, measure);
  add_bullets (facts, measure);
  add_requirements (facts, measure);
  add_sentences (facts, measure);
  add_reading (facts, measure);
  add_address (facts, measure);
  add_employer (facts, measure);
  add_coded (facts, measure);
  add_range (facts, measure);

  return facts;
}

/**
 * vac_measure_facts_sum_up:
 * @measure: the measures of a posting
 *
 * Returns: (transfer full): the most telling ones, in one line
 */
char *
vac_measure_facts_sum_up (const VacMeasure *measure)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (measure != NULL, NULL);

  words = g_strdup_printf (ngettext ("%u word", "%u words", measure->words), measure->words);

  /* Translators: how many words, and how many bullets are required and preferred */
  return g_strdup_printf (_("%s · %u required, %u preferred"), words, measure->required,
                          measure->preferred);
}
