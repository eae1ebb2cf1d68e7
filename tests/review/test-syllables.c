/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include <string.h>

#include "support.h"
#include "vac-syllables.h"

/* Syllables, against words of postings whose syllables a person counted. */

#define CASES "review/syllables.cases.json"

/* Of a hundred such words, so many at least come out as they were counted, and so many as words of
 * three syllables and more or as shorter ones. */
#define RIGHT      94
#define RIGHT_LONG 97

/* Of a hundred words, so many syllables too many or too few at most. */
#define MOST_BIAS 3

static void
test_words_are_counted_as_they_are_spoken (void)
{
  g_autoptr (GBytes) bytes = support_load_bytes (CASES);
  g_autofree char *text = support_bytes_to_text (bytes);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  g_autoptr (GList) words = json_object_get_members (json_node_get_object (root));
  int n_words = 0, n_right = 0, n_long = 0, bias = 0;

  for (GList *l = words; l != NULL; l = l->next)
    {
      const char *word = l->data;
      const int spoken = (int) json_object_get_int_member (json_node_get_object (root), word);
      const int counted = (int) vac_syllables_count (word, strlen (word));

      n_words++;
      n_right += counted == spoken;
      n_long += (counted >= 3) == (spoken >= 3);
      bias += counted - spoken;
      if (counted != spoken)
        g_test_message ("%s: %d, not %d", word, counted, spoken);
    }
  g_test_message ("of %d words %d are right, %.1f %%; long or short as counted: %.1f %%; "
                  "bias %+.3f a word", n_words, n_right, 100.0 * n_right / n_words,
                  100.0 * n_long / n_words, (double) bias / n_words);
  g_assert_cmpint (n_words, >=, 600);
  g_assert_cmpint (100 * n_right, >=, RIGHT * n_words);
  g_assert_cmpint (100 * n_long, >=, RIGHT_LONG * n_words);
  g_assert_cmpint (100 * ABS (bias), <=, MOST_BIAS * n_words);
}

static void
test_what_is_no_plain_word_is_counted_too (void)
{
  static const struct
  {
    const char *word;
    guint       n_syllables;
  } cases[] = {
    { "API", 3 }, { "APIs", 3 }, { "SQL", 3 }, { "AWS", 5 }, { "PhD", 3 }, { "NASA", 2 },
    { "B", 1 }, { "HR", 2 }, { "MLOps", 3 }, { "Kubernetes", 4 }, { "DESIGNERS", 3 },
    { "well-known", 2 }, { "on-site", 2 }, { "and/or", 2 }, { "e-mail", 2 }, { "CI/CD", 4 },
    { "don't", 1 }, { "team’s", 1 }, { "we'll", 1 }, { "Résumé", 3 }, { "naïve", 2 },
    { "5", 1 }, { "2,000", 1 }, { "3.5", 1 }, { "$120,000", 1 }, { "24/7", 2 },
    { "Science", 2 }, { "BUSINESS", 2 }, { "\u2013", 1 }, { "", 1 },
    /* No word has more letters than forty. */
    { "nananananananananananananananananananananananana", 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].word);
      g_assert_cmpuint (vac_syllables_count (cases[i].word, strlen (cases[i].word)), ==,
                        cases[i].n_syllables);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/syllables/words-are-counted-as-they-are-spoken",
                   test_words_are_counted_as_they_are_spoken);
  g_test_add_func ("/syllables/what-is-no-plain-word-is-counted-too",
                   test_what_is_no_plain_word_is_counted_too);

  return g_test_run ();
}
