/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-markup.h"

/* What is seen is written with the parts around it: {b:words} is bold, {https://…|words} a link. */
static char *
describe (const char *stored)
{
  g_autoptr (VacMarkup) markup = vac_markup_new (stored);
  const GArray *parts = vac_markup_get_parts (markup);
  const char *text = markup != NULL ? vac_markup_get_text (markup) : stored;
  GString *out = g_string_new (NULL);

  for (gsize at = 0; at <= strlen (text); at++)
    {
      for (guint i = 0; parts != NULL && i < parts->len; i++)
        if (g_array_index (parts, VacEmphasis, i).end == at)
          g_string_append_c (out, '}');
      for (guint i = 0; parts != NULL && i < parts->len; i++)
        {
          const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);

          if (part->start == at)
            g_string_append_printf (out, "{%s%s", part->uri != NULL ? part->uri : "b",
                                    part->uri != NULL ? "|" : ":");
        }
      if (at < strlen (text))
        g_string_append_c (out, text[at]);
    }

  return g_string_free (out, FALSE);
}

static const struct
{
  const char *stored;
  const char *seen;
} cases[] = {
  { "", "" },
  { "plain", "plain" },
  { "**bold**", "{b:bold}" },
  { "a **bold** word", "a {b:bold} word" },
  { "**a** and **b**", "{b:a} and {b:b}" },
  { "in**side**d", "in{b:side}d" },
  { "**two words**", "{b:two words}" },
  { "**größer** 你**好**", "{b:größer} 你{b:好}" },
  { "[jobs](https://example.com/)", "{https://example.com/|jobs}" },
  { "[us](mailto:jobs@example.com) [or](tel:+1555)",
    "{mailto:jobs@example.com|us} {tel:+1555|or}" },
  { "[jobs](https://example.com/größe)", "{https://example.com/gr%C3%B6%C3%9Fe|jobs}" },
  { "**[jobs](https://a.example)**", "{b:{https://a.example|jobs}}" },
  { "[**jobs**](https://a.example)", "{b:{https://a.example|jobs}}" },
  { "[our **jobs**](https://a.example)", "{https://a.example|our {b:jobs}}" },
  { "**see [jobs](https://a.example) now**", "{b:see {https://a.example|jobs} now}" },

  /* what only looks like a mark */
  { "2 * 3 ** 4", "2 * 3 ** 4" },
  { "2**3", "2**3" },
  { "** no **", "** no **" },
  { "**no", "**no" },
  { "no**", "no**" },
  { "*no* ***no*** ****no****", "*no* ***no*** ****no****" },
  { "****", "****" },
  { "f*** and s***", "f*** and s***" },
  { "**no\nline**", "**no\nline**" },
  { "[no\nline](https://a.example)", "[no\nline](https://a.example)" },
  { "[no](www.example.com)", "[no](www.example.com)" },
  { "[no](javascript:alert)", "[no](javascript:alert)" },
  { "[no](https://a.example/a b)", "[no](https://a.example/a b)" },
  { "[no] (https://a.example)", "[no] (https://a.example)" },
  { "[](https://a.example)", "[](https://a.example)" },
  { "[no]() [no](https://)", "[no]() [no](https://)" },
  { "no](https://a.example)", "no](https://a.example)" },
  { "[x] [y] (z)", "[x] [y] (z)" },
  { "[a] b](https://a.example)", "[a] b](https://a.example)" },
  { "C:\\Users \\o/", "C:\\Users \\o/" },

  /* what is nearest counts, and nothing crosses */
  { "**a **b**", "**a {b:b}" },
  { "[a [b](https://a.example) c](https://b.example)",
    "[a {https://a.example|b} c](https://b.example)" },
  { "**a [b** c](https://a.example)", "{b:a [b} c](https://a.example)" },
  { "[a **b](https://a.example) c**", "{https://a.example|a **b} c**" },

  /* escapes */
  { "\\**no\\**", "**no**" },
  { "\\*\\*no**", "**no**" },
  { "[no\\](https://a.example)", "[no](https://a.example)" },
  { "\\[no](https://a.example)", "[no](https://a.example)" },
  { "[a\\]b](https://a.example)", "{https://a.example|a]b}" },
  { "[a [b] c](https://a.example)", "{https://a.example|a [b] c}" },
  { "**a\\***", "{b:a*}" },
  { "a\\\\b", "a\\b" },
  { "**a\\\\**", "{b:a\\}" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *seen = describe (cases[i].stored);

      g_assert_cmpstr (seen, ==, cases[i].seen);
    }
}

static void
test_escape (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stored = vac_markup_escape (cases[i].stored);
      g_autofree char *seen = describe (stored);

      g_assert_cmpstr (seen, ==, cases[i].stored);
      if (vac_markup_is_plain (cases[i].stored))
        g_assert_cmpstr (stored, ==, cases[i].stored);
    }
}

/* "<" and ">" stand around what is chosen. */
static char *
take_chosen (const char *marked,
             gsize      *start,
             gsize      *end)
{
  const char *first = strchr (marked, '<');
  const char *last = strchr (marked, '>');

  *start = (gsize) (first - marked);
  *end = (gsize) (last - marked) - 1;

  return g_strdup_printf ("%.*s%.*s%s", (int) *start, marked, (int) (*end - *start), first + 1,
                          last + 1);
}

static char *
put_chosen (const char *text,
            gsize       start,
            gsize       end)
{
  return g_strdup_printf ("%.*s<%.*s>%s", (int) start, text, (int) (end - start), text + start,
                          text + end);
}

static void
test_bold (void)
{
  static const struct
  {
    const char *before;
    const char *after;   /* NULL for nothing */
  } toggles[] = {
    { "a <bold> word", "a **<bold>** word" },
    { "a **<bold>** word", "a <bold> word" },
    { "a <**bold**> word", "a <bold> word" },
    { "a bo<>ld word", "a **<bold>** word" },
    { "a **bo<>ld** word", "a <bold> word" },
    { "a <bold >word", "a **<bold>** word" },
    { "**one <two> three**", "**one** <two> **three**" },
    { "**one** <two> **three**", "**one** **<two>** **three**" },
    { "**one**< >two", NULL },
    { "<one\n\ntwo>", "**<one**\n\n**two>**" },
    { "<see [jobs](https://a.example) now>", "**<see [jobs](https://a.example) now>**" },
    { "<see [our> jobs](https://a.example)", "**<see** [**our>** jobs](https://a.example)" },
    { "[our <jobs](https://a.example) now>", "[our **<jobs**](https://a.example) **now>**" },
    { "<2 * 3> **", "**<2 * 3>** **" },
    { "<a*>b", "**<a\\*>**b" },
    { "<>", NULL },
    { "a <> b", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      gsize start, end;
      g_autofree char *before = take_chosen (toggles[i].before, &start, &end);
      g_autofree char *stored = vac_markup_toggle_bold (before, &start, &end);
      g_autofree char *after = stored != NULL ? put_chosen (stored, start, end) : NULL;

      g_assert_cmpstr (after, ==, toggles[i].after);
    }
}

static void
test_link (void)
{
  static const struct
  {
    const char *before;
    const char *uri;
    const char *after;   /* NULL for nothing */
  } links[] = {
    { "our <jobs>", "https://a.example/(x)", "our [<jobs>](https://a.example/%28x%29)" },
    { "our jo<>bs", "https://a.example", "our [<jobs>](https://a.example)" },
    { "our [<jobs>](https://a.example)", "https://b.example", "our [<jobs>](https://b.example)" },
    { "our [<jobs>](https://a.example)", "", "our <jobs>" },
    { "see <>.", "https://a.example", "see <https://a.example>." },
    { "<jobs>", "javascript:x", NULL },
    { "<jobs>", "www.example.com", NULL },
    { "a <**b** c> d", "https://a.example", "a [**<b** c>](https://a.example) d" },
    { "**a <b** c>", "https://a.example", "**a** [**<b** c>](https://a.example)" },
    { "<a\nb>", "https://a.example", "[<a>](https://a.example)\nb" },
    { "<a]b>", "https://a.example", "[<a\\]b>](https://a.example)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      gsize start, end;
      g_autofree char *before = take_chosen (links[i].before, &start, &end);
      g_autofree char *stored = vac_markup_set_link (before, &start, &end, links[i].uri);
      g_autofree char *after = stored != NULL ? put_chosen (stored, start, end) : NULL;

      g_assert_cmpstr (after, ==, links[i].after);
    }
}

static void
test_splice (void)
{
  static const struct
  {
    const char *before;
    const char *text;
    const char *after;
  } splices[] = {
    { "a <b> c", "x", "a x c" },
    { "a **<b>** c", "x", "a **x** c" },
    { "a **<b> c**", "x", "a **x c**" },
    { "a **<b** c>", "x", "a x" },
    { "a **b <c>** d", "", "a **b**  d" },
    { "a <b> c", "**x**", "a \\**x\\** c" },
    { "[<b>](https://a.example)", "x]", "[x\\]](https://a.example)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (splices); i++)
    {
      gsize start, end;
      g_autofree char *before = take_chosen (splices[i].before, &start, &end);
      g_autofree char *after = vac_markup_splice (before, start, end, splices[i].text);
      g_autofree char *seen = describe (after);
      g_autofree char *expected = describe (splices[i].after);

      g_assert_cmpstr (seen, ==, expected);
    }
}

static void
test_places (void)
{
  const char *stored = "a **bold** \\*[jobs](https://a.example)";
  g_autoptr (VacMarkup) markup = vac_markup_new (stored);

  g_assert_cmpstr (vac_markup_get_text (markup), ==, "a bold *jobs");
  g_assert_cmpuint (vac_markup_to_stored (markup, 2), ==, 4);
  g_assert_cmpuint (vac_markup_to_stored_end (markup, 6), ==, 8);
  g_assert_cmpuint (vac_markup_to_stored (markup, 6), ==, 10);
  g_assert_cmpuint (vac_markup_to_stored (markup, 7), ==, 12);
  g_assert_cmpuint (vac_markup_to_stored_end (markup, 12), ==, 18);
  g_assert_cmpuint (vac_markup_from_stored (markup, 3), ==, 2);
  g_assert_cmpuint (vac_markup_from_stored (markup, 25), ==, 12);
}

static char *
make_text (GRand *rand)
{
  static const char *const pieces[] = {
    "*", "**", "**", "[", "]", "](https://a.example)", "](x)", "(", ")", "\\", " ", "\n", "a", "b",
    "ü", "你", "***", "]", "https://b.example", "\302\240",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 24); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static gsize
choose_place (GRand      *rand,
              const char *text)
{
  const glong n = g_utf8_strlen (text, -1);

  return (gsize) (g_utf8_offset_to_pointer (text, g_rand_int_range (rand, 0, (gint32) n + 1)) -
                  text);
}

static void
check_parts (const VacMarkup *markup)
{
  const GArray *parts = vac_markup_get_parts (markup);
  const char *text = vac_markup_get_text (markup);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);

      g_assert_cmpuint (part->start, <, part->end);
      g_assert_cmpuint (part->end, <=, strlen (text));
      g_assert_null (memchr (text + part->start, '\n', part->end - part->start));
      for (guint j = 0; j < i; j++)
        {
          const VacEmphasis *other = &g_array_index (parts, VacEmphasis, j);

          g_assert_true (other->end <= part->start || other->end >= part->end);
          g_assert_false (other->end > part->start &&
                          (other->uri == NULL) == (part->uri == NULL));
        }
    }
}

static void
check_places (const VacMarkup *markup,
              const char      *stored)
{
  const char *text = vac_markup_get_text (markup);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gsize at = (gsize) (p - text);
      const gsize start = vac_markup_to_stored (markup, at);
      const gsize length = (gsize) (g_utf8_next_char (p) - p);

      g_assert_cmpmem (stored + start, length, p, length);
      g_assert_cmpuint (vac_markup_to_stored_end (markup, at + length), ==, start + length);
      g_assert_cmpuint (vac_markup_from_stored (markup, start), ==, at);
    }
}

static void
check_edits (GRand      *rand,
             const char *stored)
{
  gsize start = choose_place (rand, stored), end = choose_place (rand, stored);
  gsize first = MIN (start, end), last = MAX (start, end);
  g_autofree char *other = make_text (rand);
  g_autofree char *spliced = vac_markup_splice (stored, first, last, other);
  g_autoptr (VacMarkup) before = vac_markup_new (stored);
  g_autoptr (VacMarkup) after = vac_markup_new (spliced);
  const char *old = before != NULL ? vac_markup_get_text (before) : stored;
  g_autofree char *expected = g_strdup_printf (
      "%.*s%s%s", (int) vac_markup_from_stored (before, first), old, other,
      old + vac_markup_from_stored (before, last));
  g_autofree char *bold = NULL;
  g_autofree char *linked = NULL;

  g_assert_cmpstr (after != NULL ? vac_markup_get_text (after) : spliced, ==, expected);

  start = first;
  end = last;
  bold = vac_markup_toggle_bold (stored, &start, &end);
  if (bold != NULL)
    {
      g_autoptr (VacMarkup) shown = vac_markup_new (bold);

      g_assert_cmpuint (start, <=, end);
      g_assert_cmpuint (end, <=, strlen (bold));
      g_assert_cmpstr (shown != NULL ? vac_markup_get_text (shown) : bold, ==, old);
    }
  linked = vac_markup_set_link (stored, &first, &last, "https://c.example");
  g_assert_cmpuint (first, <, last);
  g_assert_cmpuint (last, <=, strlen (linked));
}

static void
test_fuzz (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261129);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *stored = make_text (rand);
      g_autoptr (VacMarkup) markup = vac_markup_new (stored);
      g_autofree char *escaped = vac_markup_escape (stored);
      g_autofree char *seen = describe (escaped);

      g_assert_cmpstr (seen, ==, stored);
      check_edits (rand, stored);
      if (markup != NULL)
        {
          g_autofree char *written = vac_markup_write (vac_markup_get_text (markup),
                                                       vac_markup_get_parts (markup));
          g_autofree char *was = describe (stored);
          g_autofree char *is = describe (written);

          g_assert_cmpstr (is, ==, was);
          check_parts (markup);
          check_places (markup, stored);
        }
    }
}

/* A text as long as a field takes, of nothing but beginnings. */
static void
test_long (void)
{
  static const char *const pieces[] = {
    "**a ", "[", "](", "[a](https://a.example)", "**a** ", "\\*", "**[a", " ** [",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (VacMarkup) markup = NULL;
      gint64 before = g_get_monotonic_time ();

      while (text->len < 100000)
        g_string_append (text, pieces[i]);
      markup = vac_markup_new (text->str);
      g_test_message ("%s: %.1f ms", pieces[i],
                      (double) (g_get_monotonic_time () - before) / 1000.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markup/marks-are-read-and-what-only-looks-like-one-is-not", test_parse);
  g_test_add_func ("/markup/what-is-escaped-is-seen-as-it-was", test_escape);
  g_test_add_func ("/markup/bold-is-put-on-words-and-taken-off", test_bold);
  g_test_add_func ("/markup/a-link-is-put-on-words-and-taken-off", test_link);
  g_test_add_func ("/markup/words-take-the-look-of-those-they-replace", test_splice);
  g_test_add_func ("/markup/places-are-found-in-what-is-stored", test_places);
  g_test_add_func ("/markup/anything-can-be-written-and-edited", test_fuzz);
  g_test_add_func ("/markup/long-texts-are-read-at-once", test_long);

  return g_test_run ();
}
