/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-pattern.h"

#define CASE  VAC_PATTERN_MATCH_CASE
#define WHOLE VAC_PATTERN_WHOLE_WORDS

static const struct
{
  const char     *language;
  const char     *words;
  VacPatternFlags flags;
  const char     *text;    /* with brackets around the places */
} cases[] = {
  { "en", "engineer", 0, "An [engineer] and [ENGINEER]s" },
  { "en", "engineer", CASE, "An [engineer] and ENGINEERs" },
  { "en", "engineer", WHOLE, "An [engineer], engineers, re-[Engineer]" },
  { "en", "Engineer", CASE | WHOLE, "An engineer, [Engineer], Engineers" },
  { "en", "aa", 0, "[aa][aa]a" },
  { "en", "", 0, "nothing is nowhere" },
  { "en", "  ", 0, "two[  ]blanks" },
  { "en", "machine learning", WHOLE, "[Machine Learning] and machine learnings" },
  { "en", "C++", WHOLE, "C, [C++], C+" },
  { "en", "{{title}}", 0, "A [{{title}}] at {{employer}}" },
  /* Apostrophes of every shape, and spaces that do not break. */
  { "en", "bachelor's", 0, "A [bachelor’s] or [Bachelor's] degree" },
  { "en", "bachelor’s", CASE, "A [bachelor's] degree" },
  { "en", "10 years", 0, "[10\u00a0years], [10 years]" },
  /* What is longer or shorter once it is folded. */
  { "de", "strasse", 0, "Die [Straße], die [STRASSE], die [Stra\u1e9eE]n" },
  { "de", "straße", 0, "ẞ, die [Strasse]n" },
  { "de", "s", 0, "ß[s]ß" },
  { "de", "ss", WHOLE, "[ß] ßa [SS]" },
  { "de", "straße", CASE, "Die Strasse, die [straße]" },
  { "de", "und", 0, "Ärzte [und] Bäcker [und] so" },
  { "en", "istanbul", 0, "[İstanbul], [Istanbul], [I\u0307stanbul] x" },
  { "en", "İ", 0, "[İ][i][I]ı" },
  { "tr", "istanbul", 0, "[İstanbul], Istanbul, [istanbul]" },
  { "tr", "ISPARTA", 0, "[Isparta], [ısparta], isparta" },
  { "az", "I", 0, "[ı]i[I]İ" },
  { "en", "file", 0, "the [ﬁle] of [FILE]s" },
  { "en", "fi", 0, "[ﬁ]x" },
  { "en", "f", 0, "ﬁ[f]" },
  { "en", "example", 0, "an [exam\u00adple]\u00ad." },
  { "el", "ΟΔΟΣ", 0, "[οδος], [Οδος], Οδός" },
  { "en", "a\u0301", 0, "[á][A\u0301]a" },
  /* Accents, composed or not, are of the letter. */
  { "fr", "résumé", 0, "Un [r\u00e9sum\u00e9], un [re\u0301sume\u0301], un resume" },
  { "fr", "re\u0301sume\u0301", CASE, "Un [r\u00e9sum\u00e9], un R\u00e9sum\u00e9" },
  { "fr", "resume", 0, "r\u00e9sum\u00e9 re\u0301sume\u0301 [resume]" },
  { "fr", "e", 0, "re\u0301sum\u00e9 m[e]" },
  { "vi", "ệ", 0, "[ệ][e\u0323\u0302][e\u0302\u0323][\u1eb9\u0302]" },
  /* Other scripts. */
  { "ru", "ИНЖЕНЕР", 0, "[Инженер] и [инженер]ы" },
  { "ar", "مهندس", 0, "[مهندس] برمجيات" },
  { "ar", "برمجيات", WHOLE, "مهندس [برمجيات]" },
  { "he", "תוכנה", WHOLE, "מהנדס [תוכנה]" },
  { "ja", "東京", 0, "[東京]で働く。[東京]！" },
  { "ja", "働", WHOLE, "東京で働く" },
  { "ja", "東京", WHOLE, "[東京]で働く" },
  { "ja", "ai", 0, "[ＡＩ]と[AI]" },
  { "ja", "ai", CASE, "ＡＩとAIと[ai]" },
  { "ja", "が", 0, "[が][か\u3099]か" },
  { "ja", "データ", 0, "[ﾃﾞｰﾀ]と[データ]" },
  { "ko", "한국", 0, "[한국]어 [\u1112\u1161\u11ab\u1100\u116e\u11a8]" },
  { "hi", "क", 0, "कि[क]" },
  { "th", "งาน", WHOLE, "ทำงานที่นี่" },
  { "th", "ทำงาน", WHOLE, "[ทำงาน]ที่นี่" },
  { "en", "👩", 0, "👩‍💻[👩]" },
  { "en", "\u0301", 0, "re\u0301" },
};

/* Returns: (transfer full): @text without its brackets */
static char *
strip_brackets (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != '[' && *text != ']')
      g_string_append_c (plain, *text);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static void
test_words_are_found (void)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (VacPassage));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacPattern) pattern = vac_pattern_new (cases[i].words, cases[i].flags,
                                                        cases[i].language);
      g_autofree char *plain = strip_brackets (cases[i].text);
      g_autoptr (GString) found = g_string_new (plain);

      vac_pattern_find (pattern, plain, passages);
      for (guint k = passages->len; k > 0; k--)
        {
          const VacPassage *passage = &g_array_index (passages, VacPassage, k - 1);

          g_string_insert_c (found, (gssize) (passage->start + passage->length), ']');
          g_string_insert_c (found, (gssize) passage->start, '[');
        }
      g_test_message ("%u: “%s” in “%s”", i, cases[i].words, plain);
      g_assert_cmpstr (found->str, ==, cases[i].text);
    }
}

/* Texts that nobody would write are still texts. */
static void
test_long_characters_are_found (void)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (VacPassage));
  g_autoptr (GString) text = g_string_new ("x ");
  g_autoptr (VacPattern) pattern = NULL;
  gsize end;

  g_string_append_c (text, 'e');
  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "\u0301");
  end = text->len;
  g_string_append (text, " e");
  pattern = vac_pattern_new ("e", 0, "en");
  g_assert_cmpuint (vac_pattern_find (pattern, text->str, passages), ==, 1);
  g_assert_cmpuint (g_array_index (passages, VacPassage, 0).start, ==, end + 1);
}

/* Whatever is looked for: the places are in order, apart, and between characters. */
static void
test_places_are_of_the_text (void)
{
  static const char *const pieces[] = {
    "a", "A", "ß", "ẞ", "İ", "i", "I", "ı", "\u0301", "\u0307", "\u00ad", "ﬁ", "f", "s", "S", " ",
    "\r", "\n", "가", "\u1100", "\u1161", "か", "\u3099", "👩", "\u200d", "💻", "क", "ि", "’", "'",
  };
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (VacPassage));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (VacPattern) pattern = NULL;
      gsize end = 0;

      g_string_truncate (text, 0);
      g_string_truncate (words, 0);
      for (int k = g_test_rand_int_range (0, 20); k > 0; k--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      for (int k = g_test_rand_int_range (0, 4); k > 0; k--)
        g_string_append (words, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      pattern = vac_pattern_new (words->str, (VacPatternFlags) g_test_rand_int_range (0, 4),
                                 i % 5 == 0 ? "tr" : "en");
      vac_pattern_find (pattern, text->str, passages);
      for (guint k = 0; k < passages->len; k++)
        {
          const VacPassage *passage = &g_array_index (passages, VacPassage, k);

          g_assert_cmpuint (passage->start, >=, end);
          g_assert_cmpuint (passage->length, >, 0);
          end = passage->start + passage->length;
          g_assert_cmpuint (end, <=, text->len);
          g_assert_true (g_utf8_validate_len (text->str + passage->start, passage->length, NULL));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pattern/words-are-found", test_words_are_found);
  g_test_add_func ("/pattern/long-characters-are-found", test_long_characters_are_found);
  g_test_add_func ("/pattern/places-are-of-the-text", test_places_are_of_the_text);

  return g_test_run ();
}
