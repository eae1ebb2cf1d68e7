/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-sentence.h"

/* Where sentences end. A row has a text and its sentences, "words: sentence" in each line. */

typedef struct
{
  const char *language;
  const char *text;
  const char *sentences;
} SentenceCase;

static const SentenceCase cases[] = {
  { "en", "", "" },
  { "en", " \n – ", "" },
  { "en", "Python", "1: Python" },
  { "en", "You lay tracks. They are long! Are they? Yes",
    "3: You lay tracks.\n3: They are long!\n2: Are they?\n1: Yes" },
  { "en", "“Come.” (We wait.) Go", "1: “Come.”\n2: (We wait.)\n1: Go" },
  { "en", "Wait... What? Well, yes.", "1: Wait...\n1: What?\n2: Well, yes." },

  { "en", "Tools, e.g. Python, i.e. one", "5: Tools, e.g. Python, i.e. one" },
  { "en", "Ask Dr. Smith or Prof. Jones at Acme Inc. Leeds",
    "10: Ask Dr. Smith or Prof. Jones at Acme Inc. Leeds" },
  { "en", "Tools, maps, etc. You carry them.", "3: Tools, maps, etc.\n3: You carry them." },
  { "en", "You join Acme Inc. We lay tracks.", "4: You join Acme Inc.\n3: We lay tracks." },
  { "en", "In the U.S. Army or the U.S. You choose.",
    "7: In the U.S. Army or the U.S.\n2: You choose." },
  { "en", "From 9 a.m. to 5 p.m. Apply by Friday.",
    "6: From 9 a.m. to 5 p.m.\n3: Apply by Friday." },
  { "en", "J. K. Jones leads it", "5: J. K. Jones leads it" },
  { "en", "Write in Node.js or ASP.NET now", "6: Write in Node.js or ASP.NET now" },

  { "en", "Grow 3.5 % a year, by 1,000.50 km.", "7: Grow 3.5 % a year, by 1,000.50 km." },
  { "en", "Pay is 24.50 $. More follows.", "3: Pay is 24.50 $.\n2: More follows." },
  { "en", "Free rides. 30 days of leave.", "2: Free rides.\n4: 30 days of leave." },
  { "en", "1. Tell us. 2. Wait.", "3: 1. Tell us.\n2: 2. Wait." },

  { "en", "One line\nAnother line\nand more of it",
    "2: One line\n6: Another line and more of it" },
  { "en", "one\n\ntwo", "1: one\n1: two" },
  { "en", "Long—very long—tracks", "4: Long—very long—tracks" },
  { "en", "Well-known and/or new – yes", "4: Well-known and/or new – yes" },
  { "en", "{{employer}} lays tracks. {{ boss }} leads.",
    "3: {{employer}} lays tracks.\n2: {{ boss }} leads." },

  { "de", "Sie nutzen z. B. Python oder z.B. Java. Wir auch.",
    "8: Sie nutzen z. B. Python oder z.B. Java.\n2: Wir auch." },
  { "de", "Ab dem 1. Januar, d. h. bald, inkl. Urlaub usw. Dann mehr.",
    "10: Ab dem 1. Januar, d. h. bald, inkl. Urlaub usw.\n2: Dann mehr." },
  { "de", "Etwa 1.000 Gleise, Nr. 7 bzw. Nr. 8.", "8: Etwa 1.000 Gleise, Nr. 7 bzw. Nr. 8." },
  { "de", "Ein Team von 12. Wir suchen Sie.", "4: Ein Team von 12.\n3: Wir suchen Sie." },
  { "de", "Dr. Müller und Dipl.-Ing. Schmidt", "5: Dr. Müller und Dipl.-Ing. Schmidt" },

  { "fr", "Env. 1 000 km de voies, réf. 7, etc. Vous posez des rails !",
    "9: Env. 1 000 km de voies, réf. 7, etc.\n4: Vous posez des rails !" },
  { "fr", "M. Dupont et Mme Roy, p. ex. à Lyon. Postulez",
    "9: M. Dupont et Mme Roy, p. ex. à Lyon.\n1: Postulez" },

  { "xx", "One here. Two there.", "2: One here.\n2: Two there." },
  { "ja", "一です。二です。", "1: 一です。\n1: 二です。" },
};

/* On one line, as the cases have them. */
static char *
list_sentences (const SentenceCase *row)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const VacReadingWords *words = vac_reading_words_get (row->language);
  VacSentence sentence;

  for (gsize from = 0; vac_sentence_next (row->text, words, &from, &sentence);)
    {
      g_autofree char *found = g_strndup (row->text + sentence.start, sentence.length);

      g_strdelimit (found, "\n", ' ');
      g_string_append_printf (list, "%s%u: %s", list->len > 0 ? "\n" : "", sentence.words, found);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_sentences_end_where_readers_end_them (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = list_sentences (&cases[i]);

      g_test_message ("%s: %s", cases[i].language, cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].sentences);
    }
}

static void
test_words_come_without_the_marks_around_them (void)
{
  const char *text = "“Well-known”, (it’s) 3.5 % – yes…";
  g_autoptr (GString) found = g_string_new (NULL);
  VacWord word;

  for (gsize from = 0; vac_sentence_next_word (text, strlen (text), &from, &word);)
    g_string_append_printf (found, "[%.*s]", (int) word.length, text + word.start);
  g_assert_cmpstr (found->str, ==, "[Well-known][it’s][3.5][yes]");
}

static void
test_some_languages_write_no_blanks (void)
{
  g_assert_true (vac_sentence_has_blanks (NULL));
  g_assert_true (vac_sentence_has_blanks ("en-US"));
  g_assert_true (vac_sentence_has_blanks ("ko"));
  g_assert_false (vac_sentence_has_blanks ("ja"));
  g_assert_false (vac_sentence_has_blanks ("zh-Hant-TW"));
  g_assert_false (vac_sentence_has_blanks ("TH"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sentence/sentences-end-where-readers-end-them",
                   test_sentences_end_where_readers_end_them);
  g_test_add_func ("/sentence/words-come-without-the-marks-around-them",
                   test_words_come_without_the_marks_around_them);
  g_test_add_func ("/sentence/some-languages-write-no-blanks", test_some_languages_write_no_blanks);

  return g_test_run ();
}
