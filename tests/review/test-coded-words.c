/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-coded-words.h"

/* Words coded masculine or feminine, as the Gender Decoder counts them, faults included. */

typedef struct
{
  const char      *text;
  guint            masculine;
  guint            feminine;
  VacCodedVerdict  verdict;
  const char      *words;       /* of both sides */
} CodedCase;

static const CodedCase cases[] = {
  { "", 0, 0, VAC_CODED_EMPTY, "|" },
  { "You lay tracks.", 0, 0, VAC_CODED_EMPTY, "|" },
  { "You lead, and you support.", 1, 1, VAC_CODED_NEUTRAL, "lead|support" },

  /* Four more of one side are the strong verdict. */
  { "LEAD Leader leading", 3, 0, VAC_CODED_MASCULINE, "lead,leader,leading|" },
  { "lead lead lead lead", 4, 0, VAC_CODED_STRONGLY_MASCULINE, "lead|" },
  { "share, trust, feel", 0, 3, VAC_CODED_FEMININE, "|share,trust,feel" },
  { "share trust feel warm", 0, 4, VAC_CODED_STRONGLY_FEMININE, "|share,trust,feel,warm" },
  { "share trust feel warm lead", 1, 4, VAC_CODED_FEMININE, "lead|share,trust,feel,warm" },

  /* A word counts once for each stem that it begins with, and is whole in the list. */
  { "a dominant force", 3, 0, VAC_CODED_MASCULINE, "dominant,force|" },
  { "interpersonal", 0, 2, VAC_CODED_FEMININE, "|interpersonal" },
  { "be inter-personal", 0, 2, VAC_CODED_FEMININE, "|inter-personal" },
  { "one SharePoint, one share", 0, 1, VAC_CODED_FEMININE, "|share" },
  { "mislead unshared", 0, 0, VAC_CODED_EMPTY, "|" },

  /* Parts of a word with a hyphen are words, unless the whole is a stem. */
  { "a very data-driven one", 1, 0, VAC_CODED_MASCULINE, "driven|" },
  { "be co-operative and self-confident", 1, 1, VAC_CODED_NEUTRAL,
    "self-confident|co-operative" },
  { "a very self-directed leader", 1, 0, VAC_CODED_MASCULINE, "leader|" },

  /* What the decoder gets wrong: the second word stays as it is, as does one with a hyphen before
   * it, and one of its own stems never occurs. */
  { "foo-lead bar-lead", 1, 0, VAC_CODED_MASCULINE, "lead|" },
  { "foo-lead bar-lead far-lead", 2, 0, VAC_CODED_MASCULINE, "lead|" },
  { "you will -lead", 0, 0, VAC_CODED_EMPTY, "|" },
  { "-lead foo-lead bar-lead", 1, 0, VAC_CODED_MASCULINE, "lead|" },
  { "you are head-strong", 0, 0, VAC_CODED_EMPTY, "|" },

  /* Marks and whatever is not ASCII part words, some marks do not. */
  { "(lead)/[lead]:lead;\"lead\"", 4, 0, VAC_CODED_STRONGLY_MASCULINE, "lead|" },
  { "lead’s lead–lead éleader", 4, 0, VAC_CODED_STRONGLY_MASCULINE, "lead,leader|" },
  { "_lead #lead {{lead}} co_lead", 0, 0, VAC_CODED_EMPTY, "|" },
  { "lead_it lead{it}", 2, 0, VAC_CODED_MASCULINE, "lead_it,lead{it}|" },
  { "You\nlead\twarm\u00a0people", 1, 1, VAC_CODED_NEUTRAL, "lead|warm" },
};

static void
test_words_are_counted_as_the_decoder_does (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacMeasure) measure = g_new0 (VacMeasure, 1);
      g_autofree char *masculine = NULL;
      g_autofree char *feminine = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%s", cases[i].text);
      vac_coded_words_count (cases[i].text, measure);
      masculine = g_strjoinv (",", measure->masculine_words);
      feminine = g_strjoinv (",", measure->feminine_words);
      words = g_strconcat (masculine, "|", feminine, NULL);
      g_assert_cmpuint (measure->masculine, ==, cases[i].masculine);
      g_assert_cmpuint (measure->feminine, ==, cases[i].feminine);
      g_assert_cmpint (measure->verdict, ==, cases[i].verdict);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Terms of a trade are counted, and told apart. */
static void
test_terms_of_a_trade_are_told_apart (void)
{
  static const struct
  {
    const char *text;
    const char *masculine;   /* those of a trade */
    const char *feminine;
    guint       n_others;
  } terms[] = {
    { "We are data-driven and driven", "driven", "", 1 },
    { "A decision tree, decision trees: a decision", "decision", "", 1 },
    { "Our Key Responsibilities: respond", "", "responsibilities", 1 },
    { "natural language understanding, an understanding of SQL, understanding", "",
      "understanding", 1 },
    { "managing dependencies and lead times", "lead", "dependencies", 0 },
    { "a team lead, but: team leadership", "lead", "", 1 },
    { "competitive salary in a competitive market", "competitive", "", 1 },
    { "analysts analyze analytics with active learning", "analysts,analyze,analytics,active", "",
      0 },
    { "Basic Life Support (BLS); you support", "", "support", 1 },
    { "we lead. Time is short", "", "", 1 },
    { "for a team\nlead it", "", "", 1 },
    { "We write Objective-C with objective people", "objective", "", 1 },
    { "confidential counseling; confidentiality; confident", "confidential,confidentiality", "",
      1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autoptr (VacMeasure) measure = g_new0 (VacMeasure, 1);
      g_autofree char *masculine = NULL;
      g_autofree char *feminine = NULL;

      g_test_message ("%s", terms[i].text);
      vac_coded_words_count (terms[i].text, measure);
      masculine = g_strjoinv (",", measure->masculine_trade_words);
      feminine = g_strjoinv (",", measure->feminine_trade_words);
      g_assert_cmpstr (masculine, ==, terms[i].masculine);
      g_assert_cmpstr (feminine, ==, terms[i].feminine);
      g_assert_cmpuint (measure->masculine - measure->masculine_of_trade + measure->feminine -
                            measure->feminine_of_trade,
                        ==, terms[i].n_others);
    }
}

static void
test_a_verdict_is_given_without_terms_of_a_trade (void)
{
  g_autoptr (VacMeasure) measure = g_new0 (VacMeasure, 1);

  vac_coded_words_count ("decision trees, lead time, data-driven, analysis; we trust", measure);
  g_assert_cmpint (measure->verdict, ==, VAC_CODED_MASCULINE);
  g_assert_cmpint (measure->verdict_without_trade, ==, VAC_CODED_FEMININE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coded-words/words-are-counted-as-the-decoder-does",
                   test_words_are_counted_as_the_decoder_does);
  g_test_add_func ("/coded-words/terms-of-a-trade-are-told-apart",
                   test_terms_of_a_trade_are_told_apart);
  g_test_add_func ("/coded-words/a-verdict-is-given-without-terms-of-a-trade",
                   test_a_verdict_is_given_without_terms_of_a_trade);

  return g_test_run ();
}
