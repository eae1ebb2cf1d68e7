/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-span.h"

typedef struct
{
  const char *old_text;
  const char *new_text;
  VacSpan     expected;
} SpanCase;

static void
test_finds_the_smallest_replacement (void)
{
  static const SpanCase cases[] = {
    { "", "", { 0, 0, 0 } },
    { "same", "same", { 4, 0, 0 } },
    { "", "new", { 0, 0, 3 } },
    { "old", "", { 0, 3, 0 } },
    { "one two", "one big two", { 4, 0, 4 } },
    { "one big two", "one two", { 4, 4, 0 } },
    { "one two", "one six two", { 4, 0, 4 } },
    { "cat", "cut", { 1, 1, 1 } },
    { "cat", "dog", { 0, 3, 3 } },
    { "ab", "abab", { 2, 0, 2 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacSpan span = vac_span_between (cases[i].old_text, cases[i].new_text);

      g_assert_cmpuint (span.start, ==, cases[i].expected.start);
      g_assert_cmpuint (span.old_length, ==, cases[i].expected.old_length);
      g_assert_cmpuint (span.new_length, ==, cases[i].expected.new_length);
    }
}

static void
test_a_repeated_letter_is_typed_at_the_end_of_its_run (void)
{
  VacSpan typed = vac_span_between ("bookeeper", "bookkeeper");
  VacSpan deleted = vac_span_between ("aaa", "aa");

  g_assert_cmpuint (typed.start, ==, 4);
  g_assert_cmpuint (typed.new_length, ==, 1);
  g_assert_cmpuint (deleted.start, ==, 2);
  g_assert_cmpuint (deleted.old_length, ==, 1);
}

static void
test_never_splits_a_character (void)
{
  static const SpanCase cases[] = {
    /* The first byte is the same. */
    { "é", "è", { 0, 2, 2 } },
    { "aéb", "aèb", { 1, 2, 2 } },
    /* The last byte is the same. */
    { "é", "ũ", { 0, 2, 2 } },
    { "aéb", "aũb", { 1, 2, 2 } },
    /* First and last are, and the middle is not. */
    { "€", "₤", { 0, 3, 3 } },
    { "😀", "🤀", { 0, 4, 4 } },
    { "語", "語語", { 3, 0, 3 } },
    { "é", "", { 0, 2, 0 } },
    { "éé", "é", { 2, 2, 0 } },
    { "a", "é", { 0, 1, 2 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacSpan span = vac_span_between (cases[i].old_text, cases[i].new_text);

      g_assert_cmpuint (span.start, ==, cases[i].expected.start);
      g_assert_cmpuint (span.old_length, ==, cases[i].expected.old_length);
      g_assert_cmpuint (span.new_length, ==, cases[i].expected.new_length);
    }
}

/* Few different characters, of all lengths and with bytes in common, so that accidents happen. */
static char *
random_text (void)
{
  static const char *const characters[] = { "a", "b", "é", "è", "ũ", "€", "₤", "😀", "🤀" };
  GString *text = g_string_new (NULL);
  guint length = g_test_rand_int_range (0, 9);

  for (guint i = 0; i < length; i++)
    g_string_append (text,
                     characters[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (characters))]);

  return g_string_free (text, FALSE);
}

static void
test_applying_the_span_gives_the_new_text (void)
{
  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *old_text = random_text ();
      g_autofree char *new_text = random_text ();
      VacSpan span = vac_span_between (old_text, new_text);
      g_autoptr (GString) text = g_string_new (old_text);

      g_assert_true (g_utf8_validate (old_text, span.start, NULL));
      g_assert_true (g_utf8_validate (old_text + span.start, span.old_length, NULL));
      g_assert_true (g_utf8_validate (new_text + span.start, span.new_length, NULL));
      g_string_erase (text, span.start, span.old_length);
      g_string_insert_len (text, span.start, new_text + span.start, span.new_length);
      g_assert_cmpstr (text->str, ==, new_text);
      g_assert_true ((span.old_length + span.new_length == 0) == g_str_equal (old_text, new_text));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span/finds-the-smallest-replacement", test_finds_the_smallest_replacement);
  g_test_add_func ("/span/a-repeated-letter-is-typed-at-the-end-of-its-run",
                   test_a_repeated_letter_is_typed_at_the_end_of_its_run);
  g_test_add_func ("/span/never-splits-a-character", test_never_splits_a_character);
  g_test_add_func ("/span/applying-the-span-gives-the-new-text",
                   test_applying_the_span_gives_the_new_text);

  return g_test_run ();
}
