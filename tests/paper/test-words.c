/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "paper-fixture.h"
#include "support.h"

/* Where on a page words of a text are. */

/* Finds the nth place of some words in a text on the first page. */
static GArray *
search (VacPaper   *paper,
        VacNode    *node,
        const char *words,
        guint       n)
{
  const char *text = vac_node_get_text (node);
  const char *at = strstr (text, words);

  while (n-- > 0)
    at = strstr (at + 1, words);
  g_assert_nonnull (at);

  return find_words (paper, node, (gsize) (at - text), (gsize) (at - text) + strlen (words));
}

static VacPaper *
create_paper (VacDocument *document)
{
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);

  return create_sheets (outline, VAC_PAPER_A4);
}

static VacNode *
get_overview (VacDocument *document)
{
  return vac_node_get (vac_document_find_section (document, "position-overview"),
                       VAC_ROLE_SECTION_TEXT);
}

static void
assert_after (GArray *a,
              GArray *b)
{
  const VacPaperWords *first, *second;

  g_assert_cmpuint (a->len, ==, 1);
  g_assert_cmpuint (b->len, ==, 1);
  first = &g_array_index (a, VacPaperWords, 0);
  second = &g_array_index (b, VacPaperWords, 0);
  g_assert_true (first->baseline < second->baseline ||
                 (first->baseline == second->baseline &&
                  first->x + first->width <= second->x + 0.01));
  g_assert_cmpfloat (first->width, >, 0);
}

/* A filled placeholder, blanks at the ends and paragraphs do not move them. */
static void
test_places (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  VacNode *overview = get_overview (document);
  g_autoptr (VacPaper) paper = NULL;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;
  g_autoptr (GArray) third = NULL;
  g_autoptr (GArray) last = NULL;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME),
                         "Ninja ninja & Sons");
  vac_document_set_text (document, overview,
                         "  At {{employer}}, a ninja 😀 is a ninja.  \n\n  Here a ninja, \n"
                         "and nobody else, is a ninja");
  paper = create_paper (document);
  first = search (paper, overview, "ninja", 0);
  second = search (paper, overview, "ninja", 1);
  third = search (paper, overview, "ninja", 2);
  last = search (paper, overview, "ninja", 3);
  assert_after (first, second);
  assert_after (second, third);
  assert_after (third, last);
  g_assert_cmpfloat (g_array_index (first, VacPaperWords, 0).baseline, ==,
                     g_array_index (second, VacPaperWords, 0).baseline);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GArray) found = search (paper, overview, "ninja", i);
      const VacPaperWords *words = &g_array_index (found, VacPaperWords, 0);

      g_assert_true (vac_paper_find_node_at (paper, 0, words->x + 1, words->baseline - 2) ==
                     overview);
      g_assert_cmpfloat_with_epsilon (words->width,
                                      g_array_index (first, VacPaperWords, 0).width, 0.5);
    }
}

/* Headings and bullets come from more than one text. */
static void
test_titles_and_labels (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  VacNode *section = vac_document_find_section (document, "key-highlights");
  VacNode *item = vac_node_get_child (vac_node_get (section, VAC_ROLE_SECTION_ITEMS), 2);
  VacNode *label = vac_node_get (item, VAC_ROLE_ITEM_LABEL);
  VacNode *text = vac_node_get (item, VAC_ROLE_ITEM_TEXT);
  VacNode *title = vac_node_get (section, VAC_ROLE_SECTION_TITLE);
  VacNode *job_title = vac_document_get (document, VAC_ROLE_JOB_TITLE);
  g_autoptr (VacPaper) paper = NULL;
  g_autoptr (GArray) of_job = NULL;
  g_autoptr (GArray) of_title = NULL;
  g_autoptr (GArray) of_label = NULL;
  g_autoptr (GArray) of_text = NULL;

  vac_document_set_text (document, job_title, "Team ninja");
  vac_document_set_text (document, title, "A ninja reads");
  vac_document_set_text (document, label, "A ninja knows");
  vac_document_set_text (document, text, "A ninja knows");
  paper = create_paper (document);
  of_job = search (paper, job_title, "ninja", 0);
  of_title = search (paper, title, "ninja", 0);
  of_label = search (paper, label, "ninja", 0);
  of_text = search (paper, text, "ninja", 0);
  assert_after (of_job, of_title);
  assert_after (of_title, of_label);
  assert_after (of_label, of_text);
  g_assert_cmpfloat (g_array_index (of_label, VacPaperWords, 0).baseline, ==,
                     g_array_index (of_text, VacPaperWords, 0).baseline);
}

/* Words may go on in the next line, and stand in a line in two parts. */
static void
test_lines_and_directions (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  VacNode *overview = get_overview (document);
  g_autoptr (VacPaper) paper = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) mixed = NULL;

  vac_document_set_text (document, overview,
                         "A sentence that goes on and on, and which never seems to come to any "
                         "sort of end, because its writer had far too much to say and too little "
                         "time.\n\nhere אחת שתיים ends");
  paper = create_paper (document);
  found = search (paper, overview, "which never seems to come to any sort of end, because its "
                                   "writer had far too much to say", 0);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpfloat (g_array_index (found, VacPaperWords, 0).baseline, <,
                     g_array_index (found, VacPaperWords, 1).baseline);
  mixed = search (paper, overview, "here אחת", 0);
  g_assert_cmpuint (mixed->len, ==, 2);
  g_assert_cmpfloat (g_array_index (mixed, VacPaperWords, 0).baseline, ==,
                     g_array_index (mixed, VacPaperWords, 1).baseline);
}

/* The page may be older than the text. */
static void
test_what_is_not_there (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  VacNode *overview = get_overview (document);
  g_autoptr (VacPaper) paper = create_paper (document);
  g_autoptr (GArray) found = NULL;

  vac_document_set_text (document, overview, "Nobody has written a ninja here before");
  found = search (paper, overview, "ninja", 0);
  g_assert_cmpuint (found->len, ==, 0);
}

static guint
find_block (VacPaper   *paper,
            VacNode    *node,
            const char *words)
{
  const char *text = vac_node_get_text (node);
  const gsize start = (gsize) (strstr (text, words) - text);

  return vac_paper_find_words (paper, node, start, start + strlen (words));
}

static void
test_the_paragraph_of_words_is_found (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  VacNode *text = get_overview (document);
  g_autoptr (VacPaper) paper = NULL;
  guint first;

  vac_document_set_text (document, text, "One zebra.\n\nAnother zebra.\n\nThe last of them.");
  paper = create_paper (document);
  first = vac_paper_find_block (paper, text);
  g_assert_cmpuint (first, !=, VAC_PAPER_NONE);
  g_assert_cmpuint (find_block (paper, text, "One"), ==, first);
  g_assert_cmpuint (find_block (paper, text, "Another"), ==, first + 1);
  g_assert_cmpuint (find_block (paper, text, "last"), ==, first + 2);
  g_assert_cmpuint (vac_paper_find_words (paper, text, 4, 9), ==, first);
  g_assert_cmpuint (vac_paper_find_words (paper, text, 20, 25), ==, first + 1);
  g_assert_cmpuint (vac_paper_find_words (paper, text, 500, 505), ==, VAC_PAPER_NONE);
  g_assert_cmpuint (vac_paper_find_words (paper, vac_document_get (document, VAC_ROLE_LANGUAGE), 0,
                                          2), ==, VAC_PAPER_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/placeholders-blanks-and-paragraphs-do-not-move-them", test_places);
  g_test_add_func ("/words/headings-and-bullets-have-several-texts", test_titles_and_labels);
  g_test_add_func ("/words/they-go-on-in-the-next-line", test_lines_and_directions);
  g_test_add_func ("/words/what-a-page-does-not-show-yet-is-nowhere", test_what_is_not_there);
  g_test_add_func ("/words/the-paragraph-of-words-is-found", test_the_paragraph_of_words_is_found);

  return g_test_run ();
}
