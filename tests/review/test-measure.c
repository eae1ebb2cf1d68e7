/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "support.h"
#include "vac-measure.h"

/* What is counted in a posting, against counts by hand. In JSON here, ' stands for ". */

static VacDocument *
make_document (const char *language,
               const char *job,
               const char *sections)
{
  return support_read_job (language, "Senior Track Layer", job, sections);
}

static VacMeasure *
measure (const char *language,
         const char *job,
         const char *sections)
{
  g_autoptr (VacDocument) document = make_document (language, job, sections);

  return vac_measure_new (document);
}

/* A section of a paragraph, and one of bullets. */
#define TEXT(text) "{ 'id': 'about-the-role', 'title': 'The Role', 'text': '" text "' }"
#define LIST(id, bullets) "{ 'id': '" id "', 'title': 'A List', 'items': [ " bullets " ] }"
#define BULLET(text) "{ 'text': '" text "' }"

/* 7 words of 7 syllables, and 13 of 16: "outdoors", "every", and "season" have two. */
#define PROSE \
  "You will lay new tracks for us. Our teams work outdoors in every season of the year, at night " \
  "too."

typedef struct
{
  const char *sections;
  guint       words;
  guint       sentences;
  guint       syllables;
  double      reading_ease;
  double      grade;
} ReadingCase;

static const ReadingCase readings[] = {
  /* 206.835 - 1.015 * 5 - 84.6 * 1; 0.39 * 5 + 11.8 * 1 - 15.59. */
  { TEXT ("The cat sat on mats."), 5, 1, 5, 117.2, -1.8 },
  /* 206.835 - 1.015 * 20 / 2 - 84.6 * 23 / 20; 0.39 * 20 / 2 + 11.8 * 23 / 20 - 15.59. */
  { TEXT (PROSE), 20, 2, 23, 99.4, 1.9 },
  /* Without full stops, each bullet is a sentence. */
  { LIST ("a", BULLET ("Lay tracks") ", " BULLET ("Lay more tracks") ", " BULLET ("Rest")),
    6, 3, 6, 120.2, -3.0 },
  /* Several sentences in a bullet are as many. */
  { LIST ("a", BULLET ("You lay tracks. You rest.")), 5, 2, 5, 119.7, -2.8 },
  { LIST ("a", "{ 'label': 'Stamina', 'text': 'long days' }, { 'label': 'Grit' }"),
    4, 2, 6, 77.9, 2.9 },
  /* Re-spon-si-bil-i-ties in-clude co-or-di-nat-ing in-ter-na-tion-al teams. */
  { TEXT ("Responsibilities include coordinating international teams."), 5, 1, 19, -119.7, 31.2 },
};

static void
test_formulas_give_what_a_hand_computes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      const ReadingCase *row = &readings[i];
      g_autoptr (VacMeasure) found = measure ("en-GB", "", row->sections);

      g_test_message ("%s", row->sections);
      g_assert_cmpuint (found->words, ==, row->words);
      g_assert_cmpuint (found->sentences, ==, row->sentences);
      g_assert_cmpuint (found->syllables, ==, row->syllables);
      g_assert_cmpfloat_with_epsilon (found->reading_ease, row->reading_ease, 0.05);
      g_assert_cmpfloat_with_epsilon (found->grade, row->grade, 0.05);
    }
}

static void
test_words_letters_and_characters_are_told_apart (void)
{
  g_autoptr (VacMeasure) found =
      measure ("en", "", TEXT ("It’s 24/7 – well-known “Node.js”, naïve."));

  g_assert_cmpuint (found->words, ==, 5);
  g_assert_cmpuint (found->letters, ==, 3 + 0 + 9 + 6 + 5);
  g_assert_cmpuint (found->characters, ==, 3 + 3 + 9 + 6 + 5);
  g_assert_cmpuint (found->long_words, ==, 1);
}

static void
test_bullets_are_counted_by_what_they_are_below (void)
{
  g_autoptr (VacMeasure) found = measure (
      "en", "",
      TEXT ("Two words.") ", "
      LIST ("key-responsibilities", BULLET ("one") ", " BULLET ("two")) ", "
      "{ 'id': 'required-qualifications', 'title': 'Required', 'items': [ " BULLET ("one") " ], "
      "'sections': [ " LIST ("x", BULLET ("two") ", " BULLET ("three")) ", "
      "{ 'id': 'y', 'title': 'Nice to Have', 'items': [ " BULLET ("one") " ] } ] }, "
      "{ 'id': 'preferred-qualifications', 'title': 'More', 'sections': [ "
      LIST ("technical-skills", BULLET ("two") ", " BULLET ("three")) " ] }, "
      "{ 'id': 'z', 'title': 'What You Will Do', 'items': [ " BULLET ("three") " ] }, "
      LIST ("other", BULLET ("one") ", " BULLET ("two of them")));

  g_assert_cmpuint (found->required, ==, 3);
  g_assert_cmpuint (found->preferred, ==, 3);
  g_assert_cmpuint (found->responsibilities, ==, 3);
  g_assert_cmpuint (found->bullets, ==, 11);
  g_assert_cmpuint (found->bullet_words, ==, 13);
  g_assert_cmpuint (found->words, ==, 15);
  g_assert_cmpint (vac_measure_get_bullet_share (found), ==, 866);
}

/* Parts for the team, hidden ones, headings and facts are no text that candidates read. */
static void
test_what_candidates_do_not_read_is_not_counted (void)
{
  g_autoptr (VacMeasure) found = measure (
      "en", ", 'department': 'Tracks and Trains'",
      "{ 'id': 'a', 'title': 'A Role to Lead', 'text': 'Two words.', 'advice': 'Be brief.' }, "
      "{ 'id': 'b', 'title': 'Team', 'audience': 'team', 'text': 'We lead.' }, "
      "{ 'id': 'c', 'title': 'Hidden', 'include': false, 'text': 'You lead.' }, "
      "{ 'id': 'd', 'title': 'List', 'items': [ { 'text': 'one' }, "
      "{ 'text': 'You lead', 'include': false } ] }");

  g_assert_cmpuint (found->words, ==, 3);
  g_assert_cmpuint (found->bullets, ==, 1);
  g_assert_cmpuint (found->masculine, ==, 0);
  g_assert_cmpuint (found->you + found->we, ==, 0);
}

static void
test_placeholders_count_as_what_fills_them (void)
{
  g_autoptr (VacMeasure) found =
      measure ("en", ", 'employer': { 'name': 'Great Western Rail' }",
               TEXT ("{{employer}} wants a {{title}}."));

  g_assert_cmpuint (found->words, ==, 3 + 2 + 3);
  g_assert_cmpuint (found->sentences, ==, 1);
}

static void
test_readers_and_writers_are_counted (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    guint       you;
    guint       we;
  } rows[] = {
    { "en", "You’ll join us; your team is ours. You lead, we’re there. USA, youth", 3, 3 },
    { "de", "Sie arbeiten mit uns, und Ihr Team ist unser Team. Wir sehen sie und ihre Leute", 2,
      3 },
    { "de", "Du hilfst uns, und wir helfen dir", 2, 2 },
    { "fr", "Vous travaillez avec nous, et votre équipe est la nôtre", 2, 2 },
    { "it", "Lavori con noi", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *section = g_strdup_printf (TEXT ("%s"), rows[i].text);
      g_autoptr (VacMeasure) found = measure (rows[i].language, "", section);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (found->you, ==, rows[i].you);
      g_assert_cmpuint (found->we, ==, rows[i].we);
    }
}

static void
test_long_sentences_are_counted (void)
{
#define FIVE "on and on and on "
  g_autoptr (VacMeasure) found = measure (
      "en", "", TEXT (FIVE FIVE FIVE FIVE FIVE "\\n\\n" FIVE FIVE FIVE FIVE FIVE "on. Short."));

  g_assert_cmpuint (found->sentences, ==, 3);
  g_assert_cmpuint (found->long_sentences, ==, 1);
  g_assert_cmpuint (found->longest_sentence, ==, 26);
#undef FIVE
}

/* Syllables and coded words are those of English. */
static void
test_other_languages_have_no_english_figures (void)
{
  g_autoptr (VacMeasure) german =
      measure ("de", "", TEXT ("Wir analysieren Gleise. Sie entscheiden selbst."));
  g_autoptr (VacMeasure) japanese =
      measure ("ja", "", TEXT ("線路を敷く仕事です。経験が必要です。"));

  g_assert_cmpuint (german->words, ==, 6);
  g_assert_cmpuint (german->syllables, ==, 0);
  g_assert_true (isnan (german->reading_ease));
  g_assert_true (isnan (german->grade));
  /* 6 words, 2 sentences, and "analysieren" and "entscheiden" have more than six letters. */
  g_assert_cmpfloat_with_epsilon (german->lix, 3 + 100.0 * 2 / 6, 0.05);
  g_assert_cmpuint (german->masculine, ==, 0);
  g_assert_cmpstr (german->masculine_words[0], ==, NULL);
  g_assert_cmpint (german->verdict, ==, VAC_CODED_EMPTY);

  g_assert_cmpuint (japanese->sentences, ==, 2);
  g_assert_cmpuint (japanese->words, >, 4);
  g_assert_true (isnan (japanese->reading_ease));
}

static void
test_nothing_is_counted_in_nothing (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacMeasure) found = vac_measure_new (document);

  g_assert_cmpuint (found->words, ==, 0);
  g_assert_cmpuint (found->sentences, ==, 0);
  g_assert_cmpuint (found->reading_seconds, ==, 0);
  g_assert_cmpint (vac_measure_get_bullet_share (found), ==, 0);
  g_assert_true (isnan (found->reading_ease));
  g_assert_true (isnan (found->lix));
  g_assert_cmpint (found->verdict, ==, VAC_CODED_EMPTY);
  g_assert_cmpint (found->range_width, ==, -1);
}

static void
test_the_width_of_pay_is_a_share_of_its_minimum (void)
{
  static const struct
  {
    const char *job;
    int         width;
  } rows[] = {
    { "'minimum': 120000, 'maximum': 180000", 500 },
    { "'minimum': 120000, 'maximum': 120000", 0 },
    { "'minimum': 38.50, 'maximum': 46.25", 201 },
    { "'minimum': 120000", -1 },
    { "'minimum': 120000, 'maximum': 180000, 'disclose': false", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *job = g_strdup_printf (
          ", 'pay': { 'currency': 'USD', 'period': 'year', %s }", rows[i].job);
      g_autoptr (VacMeasure) found = measure ("en", job, "");

      g_test_message ("%s", rows[i].job);
      g_assert_cmpint (found->range_width, ==, rows[i].width);
    }
}

static void
test_reading_takes_its_time (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (VacMeasure) found = vac_measure_new (document);

  g_assert_cmpuint (found->reading_seconds, >=, found->words * 60 / 239);
  g_assert_cmpuint (found->reading_seconds, <=, found->words * 60 / 237);
}

/* The guide in each language is the same posting, without what it has switched off. */
static void
test_the_guide_is_counted_as_a_person_counts_it (void)
{
  static const struct { const char *path; guint most; } rows[] = {
    { SUPPORT_GUIDE, 700 },
    { "../data/guides/machine-learning-engineer.de.json", 700 },
    { "../data/guides/machine-learning-engineer.fr.json", 750 },   /* French takes more words */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VacDocument) document = support_load_document (rows[i].path);
      g_autoptr (VacMeasure) found = vac_measure_new (document);

      g_test_message ("%s", rows[i].path);
      g_assert_cmpuint (found->required, ==, 8);
      g_assert_cmpuint (found->preferred, ==, 6);
      g_assert_cmpuint (found->responsibilities, ==, 9);
      g_assert_cmpuint (found->bullets, ==, 38);
      g_assert_cmpuint (found->words, <=, rows[i].most);
      g_assert_cmpint (found->range_width, ==, 500);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add_func ("/measure/" name, test)
  ADD ("formulas-give-what-a-hand-computes", test_formulas_give_what_a_hand_computes);
  ADD ("words-letters-and-characters-are-told-apart",
       test_words_letters_and_characters_are_told_apart);
  ADD ("bullets-are-counted-by-what-they-are-below",
       test_bullets_are_counted_by_what_they_are_below);
  ADD ("what-candidates-do-not-read-is-not-counted",
       test_what_candidates_do_not_read_is_not_counted);
  ADD ("placeholders-count-as-what-fills-them", test_placeholders_count_as_what_fills_them);
  ADD ("readers-and-writers-are-counted", test_readers_and_writers_are_counted);
  ADD ("long-sentences-are-counted", test_long_sentences_are_counted);
  ADD ("other-languages-have-no-english-figures", test_other_languages_have_no_english_figures);
  ADD ("nothing-is-counted-in-nothing", test_nothing_is_counted_in_nothing);
  ADD ("the-width-of-pay-is-a-share-of-its-minimum",
       test_the_width_of_pay_is_a_share_of_its_minimum);
  ADD ("reading-takes-its-time", test_reading_takes_its_time);
  ADD ("the-guide-is-counted-as-a-person-counts-it",
       test_the_guide_is_counted_as_a_person_counts_it);
#undef ADD

  return g_test_run ();
}
