/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-direction.h"

#define LRM "\342\200\216"
#define RLM "\342\200\217"

static void
test_a_line_is_split_where_its_direction_changes (void)
{
  static const struct
  {
    const char *line;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "שלום", "<שלום" },
    { "Acme", ">Acme" },
    { "ניסיון עם Python ועם Go.", "<ניסיון עם |>Python|< ועם |>Go|<." },
    { "https://example.org/1", ">https://example.org/1" },
    { "שכר: 18,000", "<שכר: |>18,000" },
    { "𝛑 שלום", ">𝛑|< שלום" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) runs = vac_direction_split (cases[i].line);
      g_autoptr (GString) found = g_string_new (NULL);
      const char *at = cases[i].line;

      for (guint j = 0; j < runs->len; j++)
        {
          const VacDirectionRun *run = &g_array_index (runs, VacDirectionRun, j);

          g_string_append (found, j > 0 ? "|" : "");
          g_string_append_c (found, run->rtl ? '<' : '>');
          g_string_append_len (found, at, (gssize) run->length);
          at += run->length;
        }
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

static void
test_a_line_that_begins_in_latin_is_marked (void)
{
  g_autofree char *marked = vac_direction_mark (
      "Acme · חיפה\nשלום Acme\n• Python\n---\n18,000 ₪\n");

  g_assert_cmpstr (marked, ==, RLM "Acme · חיפה\nשלום Acme\n" RLM "• Python\n---\n18,000 ₪\n");
}

static void
test_what_was_entered_is_not_torn_apart (void)
{
  static const struct
  {
    const char *language;
    const char *value;
    const char *expected;
  } cases[] = {
    { "he", "Acme Ltd.", LRM "Acme Ltd." LRM },
    { "ar", "2026-17", LRM "2026-17" LRM },
    { "he", "Acme", "Acme" },
    { "he", "חברה בע״מ.", "חברה בע״מ." },
    { "ar", "أكمي (Acme)", "أكمي (Acme)" },
    { "he", "", "" },
    { "en", "Acme Ltd.", "Acme Ltd." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = vac_direction_keep (cases[i].value, cases[i].language);

      g_assert_cmpstr (kept, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/direction/a-line-is-split-where-its-direction-changes",
                   test_a_line_is_split_where_its_direction_changes);
  g_test_add_func ("/direction/a-line-that-begins-in-latin-is-marked",
                   test_a_line_that_begins_in_latin_is_marked);
  g_test_add_func ("/direction/what-was-entered-is-not-torn-apart",
                   test_what_was_entered_is_not_torn_apart);

  return g_test_run ();
}
