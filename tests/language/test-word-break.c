/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-word-break.h"

static const struct
{
  const char *language;
  const char *text;
  const char *words;   /* with bars between them */
} cases[] = {
  { "en", "", "" },
  { "en", " \n\t ", "" },
  { "en", "Write clear code.", "Write|clear|code|." },
  { "en", "don’t pay $120,000 or 3.5%", "don’t|pay|$|120,000|or|3.5|%" },
  { "en", "one  two\nthree", "one|two|three" },
  { "en", "cafe\xcc\x81s", "cafe\xcc\x81s" },
  { "en", "👩‍🚀🇩🇪", "👩‍🚀|🇩🇪" },
  { "de", "Kfz-Führerschein", "Kfz|-|Führerschein" },
  { "ar", "مهندس برمجيات", "مهندس|برمجيات" },
  { "he", "מהנדס תוכנה", "מהנדס|תוכנה" },
  { "ja", "東京で働く", "東京|で|働く" },
  { "no language at all", "one two", "one|two" },
};

static void
test_texts_are_parted_into_words (void)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (VacWord));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacWordBreak) breaks = vac_word_break_new (cases[i].language);
      g_autoptr (GString) parted = g_string_new (NULL);

      vac_word_break_split (breaks, cases[i].text, words);
      for (guint k = 0; k < words->len; k++)
        {
          const VacWord *word = &g_array_index (words, VacWord, k);

          g_string_append (parted, k > 0 ? "|" : "");
          g_string_append_len (parted, cases[i].text + word->start, (gssize) word->length);
        }
      g_assert_cmpstr (parted->str, ==, cases[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-break/texts-are-parted-into-words", test_texts_are_parted_into_words);

  return g_test_run ();
}
