/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "paper-fixture.h"
#include "support.h"

/* So many at once are put off; half of them are not. */
#define N_BULLETS 1190

/* Wide ones and narrow ones, pairs that are set closer, and what is not so plain. */
static const char *const words[] = {
  "WWWW", "mmmm", "illicit", "AVAVA", "To.", "Type", "fi", "office", "“quoted”", "O'Brien", "1/2",
  "$40,000", "50%", "e-mail", "jobs@example.com", "https://example.com", "ünïcödé", "日本語",
  "{{employer}}", "and", "the", "of", "teams", "weekly", "responsibility",
};

static VacOutline *
create_bullets (PaperFixture *fixture,
                guint32       seed,
                guint         n_bullets,
                guint         without)
{
  VacOutline *outline = vac_outline_new_empty (fixture->document, VAC_AUDIENCE_CANDIDATE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_bullets; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const gboolean plain = g_rand_boolean (rand);

      for (int n = g_rand_int_range (rand, 1, 20); n > 0; n--)
        {
          const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

          if (plain && !g_str_is_ascii (word))
            continue;
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
        }
      if (i == without)
        continue;
      if (i % 50 == 7)
        vac_outline_add_labelled (outline, VAC_BLOCK_BULLET, "Label", text->str,
                                  fixture->nodes[i]);
      else
        vac_outline_add (outline, VAC_BLOCK_BULLET, text->str, fixture->nodes[i]);
    }

  return outline;
}

/* The same bullets, laid out at once. */
static VacPaper *
create_in_halves (PaperFixture *fixture,
                  guint32       seed,
                  VacOutline   *outline)
{
  g_autoptr (VacOutline) half = create_bullets (fixture, seed, N_BULLETS / 2, G_MAXUINT);
  VacPaper *paper = create_sheets (half, VAC_PAPER_LETTER);

  vac_paper_set_outline (paper, outline);

  return paper;
}

static guint
count_put_off (VacPaper *paper)
{
  guint n = 0;

  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    {
      const GArray *slices = vac_paper_get_page (paper, i)->slices;

      for (guint j = 0; j < slices->len; j++)
        n += g_array_index (slices, VacSlice, j).piece->shorts != NULL;
    }

  return n;
}

static void
assert_same_page (VacPaper *a,
                  VacPaper *b,
                  guint     page)
{
  cairo_surface_t *drawn = vac_paper_render_page (a, page, 0.5);
  cairo_surface_t *wanted = vac_paper_render_page (b, page, 0.5);

  assert_same_slices (vac_paper_get_page (a, page), vac_paper_get_page (b, page));
  g_assert_cmpmem (cairo_image_surface_get_data (drawn),
                   (gsize) (cairo_image_surface_get_stride (drawn)
                            * cairo_image_surface_get_height (drawn)),
                   cairo_image_surface_get_data (wanted),
                   (gsize) (cairo_image_surface_get_stride (wanted)
                            * cairo_image_surface_get_height (wanted)));
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (wanted);
}

static void
test_what_is_put_off_looks_the_same (void)
{
  PaperFixture fixture;

  paper_fixture_init (&fixture);
  for (guint32 seed = 0; seed < 5; seed++)
    {
      g_autoptr (VacOutline) outline = create_bullets (&fixture, seed, N_BULLETS, G_MAXUINT);
      g_autoptr (VacPaper) paper = create_sheets (outline, VAC_PAPER_LETTER);
      g_autoptr (VacPaper) at_once = create_in_halves (&fixture, seed, outline);

      g_assert_cmpuint (count_put_off (paper), >, N_BULLETS / 8);
      g_assert_cmpuint (count_put_off (at_once), ==, 0);
      g_assert_cmpuint (vac_paper_get_n_pages (paper), ==, vac_paper_get_n_pages (at_once));
      for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
        assert_same_page (paper, at_once, i);
      g_assert_cmpuint (count_put_off (paper), ==, 0);
    }
  paper_fixture_clear (&fixture);
}

/* What is no longer on the page is measured for the rows that it took, and its outline is gone. */
static void
test_what_was_put_off_outlives_its_outline (void)
{
  PaperFixture fixture;

  paper_fixture_init (&fixture);
  for (guint without = 0; without <= 30; without += 3)
    {
      g_autoptr (VacOutline) outline = create_bullets (&fixture, 1, N_BULLETS, G_MAXUINT);
      g_autoptr (VacOutline) shorter = create_bullets (&fixture, 1, N_BULLETS, without);
      g_autoptr (VacPaper) paper = create_sheets (outline, VAC_PAPER_LETTER);
      g_autoptr (VacPaper) at_once = create_in_halves (&fixture, 1, outline);
      const guint64 serial = vac_paper_get_page_serial (paper, 0);
      const guint64 serial_at_once = vac_paper_get_page_serial (at_once, 0);
      int top, bottom, wanted_top, wanted_bottom;

      g_clear_pointer (&outline, vac_outline_unref);
      vac_paper_set_outline (paper, shorter);
      vac_paper_set_outline (at_once, shorter);
      g_assert_true (vac_paper_find_changed_rows (paper, 0, 2.0, serial, &top, &bottom));
      g_assert_true (vac_paper_find_changed_rows (at_once, 0, 2.0, serial_at_once, &wanted_top,
                                                  &wanted_bottom));
      g_assert_cmpint (top, ==, wanted_top);
      g_assert_cmpint (bottom, ==, wanted_bottom);
      assert_same_page (paper, at_once, 0);
    }
  paper_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/short/what-is-put-off-looks-the-same", test_what_is_put_off_looks_the_same);
  g_test_add_func ("/short/what-was-put-off-outlives-its-outline",
                   test_what_was_put_off_outlives_its_outline);

  return g_test_run ();
}
