/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "support.h"
#include "vac-data-json.h"
#include "vac-term-pattern.h"

/* That a pattern of many finds where one of them does, and nowhere else. */

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
  GRegex    *joined;
  GPtrArray *each;      /* of GRegex */
  guint      n_found;
  guint      n_read;
} Both;

static void
compare (Both       *both,
         const char *text)
{
  gboolean found = FALSE;

  for (guint i = 0; !found && i < both->each->len; i++)
    found = g_regex_match (both->each->pdata[i], text, 0, NULL);
  if (g_regex_match (both->joined, text, 0, NULL) != found)
    g_error ("%s: %s", found ? "not found" : "found", text);
  both->n_found += found;
  both->n_read++;
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
  const char *language = data;
  g_autoptr (GPtrArray) patterns = load_patterns (language);
  g_autoptr (GString) corpus = g_string_new (NULL);
  g_autofree char *joined = vac_term_pattern_join (patterns);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "guides", NULL);
  g_autoptr (GDir) guides = g_dir_open (folder, 0, NULL);
  Both both = { compile (joined), g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref) };
  g_auto (GStrv) words = NULL;
  const char *name;

  for (guint i = 0; i < patterns->len; i++)
    {
      g_ptr_array_add (both.each, compile (patterns->pdata[i]));
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
  g_assert_cmpuint (both.n_found, <, both.n_read);

  g_regex_unref (both.joined);
  g_ptr_array_unref (both.each);
}

static void
test_joined (void)
{
  static const struct { const char *patterns[4], *joined; } cases[] = {
    { { "age" }, "age" },
    { { "age", "ability" }, "a(?:ge|bility)" },
    { { "age", "ages?" }, "a(?:g(?:e(?:|s?)))" },
    { { "Age", "agile|bold" }, "a(?:g(?:e|ile))|bold" },
    { { "(?:new|fresh) grad", "newt" }, "n(?:e(?:w(?: grad|t)))|fresh grad" },
    { { "(?:very )?old", "ox" }, "very old|o(?:ld|x)" },
    { { "a?b", "abc" }, "abc|a?b" },
    { { "(?:x|y)+z", "\\d|[|)]" }, "(?:x|y)+z|\\d|[|)]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) patterns = g_ptr_array_new ();
      g_autofree char *joined = NULL;

      for (guint j = 0; cases[i].patterns[j] != NULL; j++)
        g_ptr_array_add (patterns, (char *) cases[i].patterns[j]);
      joined = vac_term_pattern_join (patterns);
      g_assert_cmpstr (joined, ==, cases[i].joined);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/term-pattern/shares-first-letters", test_joined);
  g_test_add_data_func ("/term-pattern/finds-what-each-term-finds/en", "en", test_terms);
  g_test_add_data_func ("/term-pattern/finds-what-each-term-finds/de", "de", test_terms);

  return g_test_run ();
}
