/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "vac-memo.h"

static const int one_asker, other_asker;

static void
test_an_answer_is_kept_for_its_question_alone (void)
{
  const VacQuestion kept = { &one_asker, 1, "en", "Two words" };
  const VacQuestion others[] = {
    { &other_asker, 1, "en", "Two words" },
    { &one_asker, 2, "en", "Two words" },
    { &one_asker, 1, "de", "Two words" },
    { &one_asker, 1, NULL, "Two words" },
    { &one_asker, 1, "en", "Two word" },
    { &one_asker, 1, "en", "Two words, and six more of them" },
    { &one_asker, 1, "en", "" },
  };
  guint answer = 0;

  g_assert_false (vac_memo_find (&kept, &answer));
  vac_memo_keep (&kept, 7);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%u", i);
      g_assert_false (vac_memo_find (&others[i], &answer));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    vac_memo_keep (&others[i], i);
  g_assert_true (vac_memo_find (&kept, &answer));
  g_assert_cmpuint (answer, ==, 7);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_true (vac_memo_find (&others[i], &answer));
      g_assert_cmpuint (answer, ==, i);
    }
}

static void
test_the_last_answer_is_kept_of_some_questions (void)
{
  guint n_found = 0;

  for (guint answer = 1; answer <= 2; answer++)
    for (guint kind = 0; kind < 100; kind++)
      vac_memo_keep (&(VacQuestion) { &one_asker, kind, "en", "Asked much" }, kind * answer);
  for (guint kind = 0; kind < 100; kind++)
    {
      guint answer = 0;

      if (!vac_memo_find (&(VacQuestion) { &one_asker, kind, "en", "Asked much" }, &answer))
        continue;
      g_assert_cmpuint (answer, ==, kind * 2);
      n_found++;
    }
  g_assert_cmpuint (n_found, >=, 8);
  g_assert_cmpuint (n_found, <, 100);
}

/* Whoever asks may change or free the text. */
static void
test_the_text_is_its_own (void)
{
  char text[] = "Rockstars wanted", language[] = "en";
  const VacQuestion question = { &one_asker, 0, language, text };
  const VacQuestion again = { &one_asker, 0, "en", "Rockstars wanted" };
  guint answer = 0;

  vac_memo_keep (&question, 3);
  memset (text, 'x', strlen (text));
  memset (language, 'x', strlen (language));
  g_assert_false (vac_memo_find (&question, &answer));
  g_assert_true (vac_memo_find (&again, &answer));
  g_assert_cmpuint (answer, ==, 3);
}

/* However many texts there are, and however long: 40 MB of them. */
static void
test_what_is_kept_is_bounded (void)
{
  const guint n = 20000;
  guint n_found = 0, answer = 0;
  g_autofree char *longest = g_strnfill (100000, 'a');

  for (guint round = 0; round < 2; round++)
    {
      n_found = 0;
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = g_strdup_printf ("%02000u", i);
          const VacQuestion question = { &one_asker, 0, NULL, text };

          if (round == 0)
            vac_memo_keep (&question, i);
          else if (vac_memo_find (&question, &answer))
            {
              g_assert_cmpuint (answer, ==, i);
              n_found++;
            }
        }
    }
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_found, <, n / 4);

  vac_memo_keep (&(VacQuestion) { &one_asker, 0, NULL, longest }, 1);
  g_assert_false (vac_memo_find (&(VacQuestion) { &one_asker, 0, NULL, longest }, &answer));
}

static gpointer
find_in_thread (gpointer data)
{
  guint answer = 0;

  return GINT_TO_POINTER (vac_memo_find (data, &answer));
}

static void
test_each_thread_keeps_its_own (void)
{
  VacQuestion question = { &one_asker, 9, "en", "Asked by one thread" };

  vac_memo_keep (&question, 1);
  g_assert_false (GPOINTER_TO_INT (g_thread_join (g_thread_new (NULL, find_in_thread, &question))));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memo/an-answer-is-kept-for-its-question-alone",
                   test_an_answer_is_kept_for_its_question_alone);
  g_test_add_func ("/memo/the-last-answer-is-kept-of-some-questions",
                   test_the_last_answer_is_kept_of_some_questions);
  g_test_add_func ("/memo/the-text-is-its-own", test_the_text_is_its_own);
  g_test_add_func ("/memo/what-is-kept-is-bounded", test_what_is_kept_is_bounded);
  g_test_add_func ("/memo/each-thread-keeps-its-own", test_each_thread_keeps_its_own);

  return g_test_run ();
}
