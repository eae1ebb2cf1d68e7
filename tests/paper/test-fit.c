/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "paper-fixture.h"
#include "support.h"
#include "vac-fit.h"

/* What is said of a last page with a few lines is true. */

static VacOutline *
create_list (PaperFixture *fixture,
             guint         n_bullets)
{
  VacOutline *outline = vac_outline_new_empty (fixture->document, VAC_AUDIENCE_CANDIDATE);

  vac_outline_add (outline, VAC_BLOCK_TITLE, "Track Layer", fixture->nodes[0]);
  for (guint i = 0; i < n_bullets; i++)
    vac_outline_add (outline, VAC_BLOCK_BULLET,
                     i % 8 == 0
                       ? "A bullet that is so long that it needs two lines of the page, if not on "
                         "the paper of a poster, then on that of a letter"
                       : "A bullet",
                     fixture->nodes[1 + i]);

  return outline;
}

/* Returns how many pages an outline has without its longest bullets. */
static guint
count_without (PaperFixture *fixture,
               VacOutline   *outline,
               guint         n)
{
  g_autoptr (VacOutline) rest = vac_outline_new_empty (fixture->document, VAC_AUDIENCE_CANDIDATE);
  g_autoptr (VacPaper) paper = NULL;

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if (strlen (block->text) > 40 && n > 0)
        n--;
      else
        vac_outline_add (rest, block->kind, block->text, block->node);
    }
  paper = create_sheets (rest, VAC_PAPER_LETTER);

  return vac_paper_get_n_pages (paper);
}

static void
check (PaperFixture *fixture,
       VacOutline   *outline,
       const VacFit *fit)
{
  if (fit->design != NULL)
    {
      g_autoptr (VacPaper) paper = NULL;
      const VacLook own = *vac_outline_get_look (outline);
      VacLook look = own;

      vac_look_set_design (&look, fit->design);
      vac_outline_set_look (outline, &look);
      paper = create_sheets (outline, VAC_PAPER_LETTER);
      vac_outline_set_look (outline, &own);
      g_assert_cmpuint (vac_paper_get_n_pages (paper), <=, fit->n_pages);
    }
  if (fit->paper)
    {
      g_autoptr (VacPaper) paper = create_sheets (outline, fit->size);

      g_assert_cmpint (fit->size, ==, VAC_PAPER_A4);
      g_assert_cmpuint (vac_paper_get_n_pages (paper), <=, fit->n_pages);
    }
  if (fit->n_bullets > 0)
    {
      g_assert_cmpuint (count_without (fixture, outline, fit->n_bullets), <=, fit->n_pages);
      g_assert_cmpuint (count_without (fixture, outline, fit->n_bullets - 1), >, fit->n_pages);
    }
}

/* From one page to three: each length is said to be too much or not, and each way out is one. */
static void
test_ways (void)
{
  PaperFixture fixture;
  guint n_over = 0, n_ways = 0;

  paper_fixture_init (&fixture);
  for (guint n = 30; n < 110; n++)
    {
      g_autoptr (VacOutline) outline = create_list (&fixture, n);
      g_autoptr (VacPaper) paper = create_sheets (outline, VAC_PAPER_LETTER);
      const VacLook look = *vac_outline_get_look (outline);
      VacFit fit;

      if (vac_fit_count_lines (paper) == 0)
        continue;
      vac_fit_find (&fit, paper);
      g_assert_cmpuint (fit.n_lines, ==, vac_fit_count_lines (paper));
      g_assert_cmpuint (fit.n_pages + 1, ==, vac_paper_get_n_pages (paper));
      g_assert_cmpuint (fit.n_lines, <, 20);
      g_assert_true (vac_look_equal (&look, vac_outline_get_look (outline)));
      check (&fixture, outline, &fit);
      n_over++;
      for (VacFitWay way = 0; way < VAC_N_FIT_WAYS; way++)
        {
          g_autofree char *say = vac_fit_say (&fit, way);

          n_ways += say != NULL ? 1 : 0;
        }
    }
  g_assert_cmpuint (n_over, >=, 4);
  g_assert_cmpuint (n_ways, >=, n_over);
  paper_fixture_clear (&fixture);
}

static void
test_words (void)
{
  static const struct
  {
    VacFit      fit;
    const char *said;
  } cases[] = {
    { { .n_lines = 1, .n_pages = 1 }, "1 line over one page" },
    { { .n_lines = 8, .n_pages = 1 }, "8 lines over one page" },
    { { .n_lines = 1, .n_pages = 2 }, "1 line over 2 pages" },
    { { .n_lines = 8, .n_pages = 2 }, "8 lines over 2 pages" },
  };
  const VacFit fit = { .n_bullets = 2, .design = vac_design_find (VAC_DESIGN_COMPACT) };
  g_autofree char *bullets = vac_fit_say (&fit, VAC_FIT_BULLETS);
  g_autofree char *design = vac_fit_say (&fit, VAC_FIT_DESIGN);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = vac_fit_say_lines (&cases[i].fit);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
  g_assert_cmpstr (bullets, ==, "Leave out the 2 longest bullets");
  g_assert_cmpstr (design, ==, "Choose the design “Compact”");
  g_assert_null (vac_fit_say (&fit, VAC_FIT_TYPE));
  g_assert_null (vac_fit_say (&fit, VAC_FIT_PAPER));
}

/* A sheet that begins a page is meant to be there. */
static void
test_a_page_of_its_own (void)
{
  PaperFixture fixture;
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (VacPaper) paper = NULL;
  VacFit fit;

  paper_fixture_init (&fixture);
  outline = create_list (&fixture, 4);
  vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, "A sheet", fixture.nodes[9])->new_page = TRUE;
  paper = create_sheets (outline, VAC_PAPER_A4);
  g_assert_cmpuint (vac_paper_get_n_pages (paper), ==, 2);
  vac_fit_find (&fit, paper);
  g_assert_cmpuint (fit.n_lines, ==, 0);
  paper_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fit/what-is-said-to-be-enough-is", test_ways);
  g_test_add_func ("/fit/it-says-how-much-is-too-much", test_words);
  g_test_add_func ("/fit/a-sheet-of-its-own-is-none-too-much", test_a_page_of_its_own);

  return g_test_run ();
}
