/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "support.h"
#include "vac-data-json.h"
#include "vac-term-index.h"

/* That an index never says no where a pattern matches, and seldom says maybe where none does. */

static GRegex *
compile (const char *pattern)
{
  g_autofree char *bounded = g_strdup_printf ("(?<!\\w)(?:%s)(?!\\w)", pattern);
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (bounded, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);

  g_assert_no_error (error);

  return regex;
}

/* Of the terms of a language, those of whole words. */
static GPtrArray *
load_patterns (const char *language)
{
  g_autofree char *path = g_strdup_printf (VAC_RESOURCE_PATH "/review/wording.%s.json", language);
  g_autoptr (VacJson) json = vac_data_json_load (path);
  GPtrArray *patterns = g_ptr_array_new_with_free_func (g_free);
  VacDataJsonIter iter;
  VacDataJson term;

  vac_data_json_iter_init (&iter,
                           vac_data_json_get_member (vac_data_json_get_root (json), "terms"));
  while (vac_data_json_iter_next (&iter, NULL, &term))
    if (vac_data_json_get_toggle (term, "bounded", TRUE))
      g_ptr_array_add (patterns, vac_data_json_dup_member (term, "pattern"));

  return patterns;
}

typedef struct
{
  VacTermIndex *index;
  GPtrArray    *each;      /* of GRegex */
  guint         n_found;
  guint         n_maybe;
  guint         n_asked;
} Both;

static gboolean
has_start (GArray *starts,
           guint   number,
           gsize   from,
           gsize   to)
{
  for (guint i = 0; i < starts->len; i++)
    {
      const VacTermStart *start = &g_array_index (starts, VacTermStart, i);

      if (start->number == number && start->start >= from && start->start <= to)
        return TRUE;
    }

  return FALSE;
}

static void
compare (Both       *both,
         const char *text)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (VacTermStart));

  vac_term_index_find (both->index, text, starts);
  for (guint i = 0; i < both->each->len; i++)
    {
      GRegex *regex = both->each->pdata[i];
      /* A match may be less than what was looked for. */
      const gboolean keeps_all = strstr (g_regex_get_pattern (regex), "\\K") == NULL;
      g_autoptr (GMatchInfo) match = NULL;
      int start;

      both->n_asked++;
      both->n_maybe += has_start (starts, i, 0, strlen (text));
      g_regex_match (regex, text, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_match_info_fetch_pos (match, 0, &start, NULL);
          if (!has_start (starts, i, keeps_all ? (gsize) start : 0, (gsize) start))
            g_error ("%s: not found in %s", g_regex_get_pattern (regex), text);
          both->n_found++;
        }
    }
}

/* Texts of words that guides and terms have, in an order that nobody wrote. */
static void
compare_random (Both  *both,
                char **words)
{
  const guint n_words = g_strv_length (words);
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  for (guint i = 0; i < 8000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint n = (guint) g_rand_int_range (random, 1, 6); n > 0; n--)
        {
          const char *word = words[g_rand_int_range (random, 0, (gint32) n_words)];
          g_autofree char *upper = g_utf8_strup (word, -1);

          g_string_append (text, g_rand_int_range (random, 0, 8) == 0 ? upper : word);
          g_string_append (text, g_rand_int_range (random, 0, 5) == 0 ? "-" : " ");
        }
      compare (both, text->str);
    }
}

static void
test_terms (gconstpointer data)
{
  g_autoptr (GPtrArray) patterns = load_patterns (data);
  g_autoptr (GString) corpus = g_string_new (NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "guides", NULL);
  g_autoptr (GDir) guides = g_dir_open (folder, 0, NULL);
  g_autoptr (VacTermIndex) index = vac_term_index_new ();
  g_autoptr (GPtrArray) each = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  Both both = { index, each };
  g_auto (GStrv) words = NULL;
  const char *name;

  for (guint i = 0; i < patterns->len; i++)
    {
      vac_term_index_add (index, patterns->pdata[i], i);
      g_ptr_array_add (each, compile (patterns->pdata[i]));
      g_string_append_printf (corpus, "%s\n", (char *) patterns->pdata[i]);
    }
  g_assert_nonnull (guides);
  while ((name = g_dir_read_name (guides)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      g_auto (GStrv) lines = NULL;

      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      lines = g_strsplit (contents, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        compare (&both, lines[i]);
      if (g_str_has_prefix (name, "machine-learning-engineer."))
        g_string_append (corpus, contents);
    }
  words = g_regex_split_simple ("[^\\w'’]+", corpus->str, 0, 0);
  compare_random (&both, words);
  g_assert_cmpuint (both.n_found, >, 50);
  g_assert_cmpuint (both.n_maybe, <, both.n_asked / 20);
}

static void
test_beginnings (void)
{
  static const struct { const char *pattern, *text; gboolean may_match; } cases[] = {
    { "age", "Of AGE", TRUE },
    { "age", "a ge", FALSE },
    { "age", "wage", FALSE },
    { "age", "_age", FALSE },
    { "age", "éage", TRUE },
    { "age|bold", "bold", TRUE },
    { "age|", "x", TRUE },
    { "old(?:er| timer)", "old ti", FALSE },
    { "old(?:er| timer)", "old timer", TRUE },
    { "(?:very )?old", "old", TRUE },
    { "(?:very )?old", "very cold", FALSE },
    { "(?:a(?:b|c)|d)e", "ace", TRUE },
    { "(?:a(?:b|c)|d)e", "ade", FALSE },
    { "(?-i:He)llo", "hello", TRUE },
    { "(?:x|y)+z", "x", TRUE },
    { "(?:x|y)+z", "z", FALSE },
    { "(?:x|y)*z", "xyz", TRUE },
    { "(?:x|y)*z", "z", TRUE },
    { "(?:x|y)*z", "a", FALSE },
    { "colou?r", "color", TRUE },
    { "colou??r", "colour", TRUE },
    { "colou?+r", "colon", FALSE },
    { "go+gle", "goooogle", TRUE },
    { "go+gle", "goal", FALSE },
    { "a{2,}b", "ab", TRUE },
    { "a{0,2}b", "b", TRUE },
    { "1\\d years", "1٣ years", TRUE },
    { "1\\d years", "19 years", TRUE },
    { "1\\d years", "1x years", FALSE },
    { "a\\sb", "a\tb", TRUE },
    { "a\\sb", "a\xc2\xa0" "b", TRUE },
    { "a\\sb", "a-b", FALSE },
    { "rock[ -]star", "rock-star", TRUE },
    { "rock[ -]star", "rock_star", FALSE },
    { "x-?y", "X-Y", TRUE },
    { "x-?y", "x-z", FALSE },
    { "[a-c]x", "Bx", TRUE },
    { "[a-c]x", "dx", FALSE },
    { "[/|,-]x", "-x", TRUE },
    { "[(a]x", "(x", TRUE },
    { "[^a]x", "bx", TRUE },
    { "[\\d,]x", ",x", TRUE },
    { "a\\.b", "a.b", TRUE },
    { "a\\.b", "axb", FALSE },
    { "a.b", "axb", TRUE },
    { "\\w+ old", "anything", TRUE },
    { "(?<!non-)(?<!non )native", "native", TRUE },
    { "a(?! b) c", "a c", TRUE },
    { "a(?= c(?:d|[)]))\\b c", "a d", FALSE },
    { "a(?= c(?:d|[)]))\\b c", "a c)", TRUE },
    { "we \\K(?:find)", "we find", TRUE },
    { "he(?= (?:will|must))", "He must", TRUE },
    { "he(?= (?:will|must))", "he may", FALSE },
    { "f+u+n", "ffffffffffffun", TRUE },
    { "f+u+n", "fuun", TRUE },
    { "f+u+n", "fin", FALSE },
    { "f*un", "un", TRUE },
    { "f*un", "ffun", TRUE },
    { "f*un", "fan", FALSE },
    { "f{2}un", "fun", TRUE },
    { "\\p{L}x", "ax", TRUE },
    { "(?i)x", "x", TRUE },
    { "Älter", "älter", TRUE },
    { "Älter", "älteste", FALSE },
    { "\xc3\x9f" "a", "\xe1\xba\x9e" "a", TRUE },
    { "skill", "\xc5\xbf\xe2\x84\xaaill", TRUE },
    { "\xe2\x84\xaa" "elvin", "kelvin", TRUE },
    { "rock", "roc\xe2\x84\xaa", TRUE },
    { "abcdefghijklmnop", "abcdefghijk", TRUE },
    { "abcdefghijklmnop", "abcdef", FALSE },
    { "a", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacTermIndex) index = vac_term_index_new ();
      g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (VacTermStart));

      vac_term_index_add (index, "zyzzy", 0);
      vac_term_index_add (index, cases[i].pattern, 1);
      vac_term_index_find (index, cases[i].text, starts);
      if (has_start (starts, 1, 0, G_MAXSIZE) != cases[i].may_match ||
          has_start (starts, 0, 0, G_MAXSIZE))
        g_error ("“%s” in “%s”", cases[i].pattern, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/term-index/knows-what-patterns-begin-with", test_beginnings);
  g_test_add_data_func ("/term-index/misses-no-term/en", "en", test_terms);
  g_test_add_data_func ("/term-index/misses-no-term/de", "de", test_terms);
  g_test_add_data_func ("/term-index/misses-no-term/fr", "fr", test_terms);

  return g_test_run ();
}
