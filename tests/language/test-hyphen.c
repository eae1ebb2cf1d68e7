/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "vac-hyphen.h"

/* Returns: (transfer full): the word with a sign at each place where it may be divided */
static char *
divide (const char *language,
        const char *word)
{
  GString *divided = g_string_new (word);
  gsize breaks[VAC_HYPHEN_LONGEST];

  for (guint i = vac_hyphen_find (language, word, strlen (word), breaks); i > 0; i--)
    g_string_insert_c (divided, (gssize) breaks[i - 1], '-');

  return g_string_free (divided, FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *language;
    const char *divided;
  } cases[] = {
    { "en", "re-spon-si-bil-i-ties" },
    { "en-US", "qual-i-fi-ca-tion" },
    { "en_US", "Learn-ing" },
    { "en", "com-mu-ni-ca-tion" },
    { "en", "strengths" },
    { "en-GB", "ex-per-i-ence" },
    { "en-nz", "ex-per-i-ence" },
    { "en-US", "ex-pe-ri-ence" },
    { "de", "Stel-len-aus-schrei-bung" },
    { "de-AT", "Be-rufs-er-fah-rung" },
    { "de-CH", "ver-trau-ens-ar-beits-zeit" },
    { "de", "Bun-des-staa-ten" },
    { "de", "Ge-halts-spanne" },
    { "de", "größt-mög-li-che" },
    { "de", "Ur-instinkt" },
    { "fr", "dé-ve-lop-pe-ment" },
    { "fr-CA", "res-pon-sa-bi-li-tés" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].divided, "-", -1);
      g_autofree char *word = g_strjoinv (NULL, parts);
      g_autofree char *divided = divide (cases[i].language, word);

      if (!vac_hyphen_has_language (cases[i].language))
        g_test_message ("no dictionary of %s", cases[i].language);
      else
        g_assert_cmpstr (divided, ==, cases[i].divided);
    }
}

/* Short and long words, those of other scripts, and what is no word stay whole. */
static void
test_whole (void)
{
  static const struct
  {
    const char *language;
    const char *word;
  } cases[] = {
    { "en", "" },
    { "en", "label" },
    { "en", "データサイエンティスト" },
    { "en", "co2neutrality" },
    { "en", "Łódźłódź" },
    { "ja", "responsibilities" },
    { "eng", "responsibilities" },
    { "e", "responsibilities" },
    { "", "responsibilities" },
    { NULL, "responsibilities" },
    { "de", "donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *divided = divide (cases[i].language, cases[i].word);

      g_assert_cmpstr (divided, ==, cases[i].word);
    }
}

/* Whatever is asked, at least two letters stand before a hyphen and three after it. */
static void
test_any_letters (void)
{
  static const char *const languages[] = { "en", "en-GB", "de", "fr" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);

  for (guint i = 0; i < 20000; i++)
    {
      const guint n = (guint) g_rand_int_range (rand, 0, VAC_HYPHEN_LONGEST + 4);
      char word[VAC_HYPHEN_LONGEST + 5] = "";
      gsize breaks[VAC_HYPHEN_LONGEST];
      guint found;

      for (guint c = 0; c < n; c++)
        word[c] = (char) ('a' + g_rand_int_range (rand, 0, 26));
      found = vac_hyphen_find (languages[i % G_N_ELEMENTS (languages)], word, n, breaks);
      for (guint b = 0; b < found; b++)
        {
          g_assert_cmpuint (breaks[b], >=, b > 0 ? breaks[b - 1] + 1 : 2);
          g_assert_cmpuint (breaks[b] + 3, <=, n);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hyphen/words-are-divided-as-their-language-does", test_words);
  g_test_add_func ("/hyphen/what-cannot-be-divided-stays-whole", test_whole);
  g_test_add_func ("/hyphen/a-hyphen-has-letters-on-both-sides", test_any_letters);

  return g_test_run ();
}
