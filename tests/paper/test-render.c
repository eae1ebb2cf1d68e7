/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "paper-fixture.h"
#include "support.h"

#define N_PARTS 24
#define N_EDITS 60
#define MOST_PAGES 16

/* A letter with more marks above it than a line is high. */
#define TALL "Z\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x86\xcc\x87\xcc\x88\xcc\x8a\xcc\x8b\xcc\x8c"

typedef struct
{
  cairo_surface_t *surface;
  guint64          serial;
} Image;

static void
assert_same_pixels (cairo_surface_t *a,
                    cairo_surface_t *b)
{
  const gsize stride = (gsize) cairo_image_surface_get_stride (a);
  const int height = cairo_image_surface_get_height (a);

  g_assert_cmpint (cairo_image_surface_get_width (a), ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    g_assert_cmpmem (cairo_image_surface_get_data (a) + stride * (gsize) y, stride,
                     cairo_image_surface_get_data (b) + stride * (gsize) y, stride);
}

/* Draws some rows of a page over what they were, one half beside the other. */
static void
draw_rows (VacPaper        *paper,
           guint            page,
           double           scale,
           cairo_surface_t *surface,
           int              top,
           int              bottom)
{
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const int width = cairo_image_surface_get_width (surface);
  const int half = width / 2 + 5;

  if (top >= bottom)
    return;

  for (int left = 0; left < width; left += half)
    {
      const cairo_rectangle_int_t part = { left, top, MIN (half, width - left), bottom - top };
      cairo_surface_t *drawn = vac_paper_render_part (paper, page, scale, &part);

      g_assert_cmpint (cairo_image_surface_get_width (drawn), ==, part.width);
      g_assert_cmpint (cairo_image_surface_get_height (drawn), ==, part.height);
      for (int y = 0; y < part.height; y++)
        memcpy (cairo_image_surface_get_data (surface) + stride * (gsize) (top + y) + 4 * left,
                cairo_image_surface_get_data (drawn)
                  + (gsize) cairo_image_surface_get_stride (drawn) * (gsize) y,
                4 * (gsize) part.width);
      cairo_surface_destroy (drawn);
    }
}

/* Draws all pages as a view does that has them in @images. Returns how many needed some rows
 * only. */
static guint
draw_pages (VacPaper *paper,
            Image    *images,
            double    scale)
{
  guint n_partial = 0;

  g_assert_cmpuint (vac_paper_get_n_pages (paper), <=, MOST_PAGES);
  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    {
      const VacSheet *sheet = vac_paper_get_page (paper, i);
      g_autofree Image *old = g_memdup2 (&images[i], sizeof (Image));

      if (old->serial == sheet->serial)
        continue;
      if (old->surface != NULL)
        {
          int top, bottom;

          if (vac_paper_find_changed_rows (paper, i, scale, old->serial, &top, &bottom))
            {
              draw_rows (paper, i, scale, old->surface, top, bottom);
              n_partial++;
            }
          else
            {
              cairo_surface_destroy (old->surface);
              images[i].surface = vac_paper_render_page (paper, i, scale);
            }
        }
      else
        images[i].surface = vac_paper_render_page (paper, i, scale);
      images[i].serial = sheet->serial;
    }

  return n_partial;
}

static void
assert_drawn_as_anew (VacPaper   *paper,
                      VacOutline *outline,
                      Image      *images,
                      double      scale)
{
  g_autoptr (VacPaper) full = vac_paper_new (vac_paper_get_setup (paper));

  vac_paper_set_outline (full, outline);
  g_assert_cmpuint (vac_paper_get_n_pages (full), ==, vac_paper_get_n_pages (paper));
  for (guint i = 0; i < vac_paper_get_n_pages (full); i++)
    {
      cairo_surface_t *surface = vac_paper_render_page (full, i, scale);

      assert_same_pixels (images[i].surface, surface);
      cairo_surface_destroy (surface);
    }
}

static void
edit (GRand   *rand,
      guint32 *seeds,
      GString *typed,
      guint    i)
{
  static const char *const letters[] = { "a", "g", " ", "É", "日", "م", TALL, "\n" };

  if (i % 4 == 0)
    seeds[g_rand_int_range (rand, 0, N_PARTS)] = g_rand_int (rand);
  else if (typed->len > 400)
    g_string_truncate (typed, 0);
  else
    g_string_append (typed, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
}

static void
test_changed_rows_equal_a_page_drawn_anew (void)
{
  const double scales[] = { 0.8, 1.37, 2.0 };

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      PaperFixture fixture;
      Image images[MOST_PAGES] = { 0 };
      guint32 seeds[N_PARTS];
      g_autoptr (GRand) rand = g_rand_new_with_seed (7 + s);
      g_autoptr (GString) typed = g_string_new ("Typed");
      g_autoptr (VacPaper) paper = NULL;
      VacPageSetup setup;
      guint n_partial = 0;

      paper_fixture_init (&fixture);
      fill_seeds (seeds, N_PARTS, 5);
      vac_page_setup_init (&setup, VAC_PAPER_A4);
      paper = vac_paper_new (&setup);
      for (guint i = 0; i < N_EDITS / G_N_ELEMENTS (scales); i++)
        {
          g_autoptr (VacOutline) outline = create_outline (&fixture, seeds, N_PARTS);

          vac_outline_add (outline, VAC_BLOCK_BULLET, typed->str, fixture.nodes[0]);
          vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, "The end", fixture.nodes[1]);
          vac_paper_set_outline (paper, outline);
          n_partial += draw_pages (paper, images, scales[s]);
          assert_drawn_as_anew (paper, outline, images, scales[s]);
          edit (rand, seeds, typed, i);
        }
      g_assert_cmpuint (n_partial, >, N_EDITS / G_N_ELEMENTS (scales) / 3);

      for (guint i = 0; i < MOST_PAGES; i++)
        g_clear_pointer (&images[i].surface, cairo_surface_destroy);
      paper_fixture_clear (&fixture);
    }
}

/* The foot of every page but the first shows the title. */
static void
test_another_title_changes_every_page (void)
{
  PaperFixture fixture;
  Image images[MOST_PAGES] = { 0 };
  guint32 seeds[N_PARTS];
  g_autoptr (VacPaper) paper = NULL;
  VacPageSetup setup;

  paper_fixture_init (&fixture);
  fill_seeds (seeds, N_PARTS, 5);
  vac_page_setup_init (&setup, VAC_PAPER_A4);
  paper = vac_paper_new (&setup);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (VacOutline) outline = NULL;

      vac_document_set_text (fixture.document,
                             vac_document_get (fixture.document, VAC_ROLE_JOB_TITLE),
                             i == 0 ? "Engineer" : "Baker");
      outline = create_outline (&fixture, seeds, N_PARTS);
      vac_paper_set_outline (paper, outline);
      g_assert_cmpuint (vac_paper_get_n_pages (paper), >, 1);
      draw_pages (paper, images, 1.0);
      assert_drawn_as_anew (paper, outline, images, 1.0);
    }
  for (guint i = 0; i < MOST_PAGES; i++)
    g_clear_pointer (&images[i].surface, cairo_surface_destroy);
  paper_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/changed-rows-equal-a-page-drawn-anew",
                   test_changed_rows_equal_a_page_drawn_anew);
  g_test_add_func ("/render/another-title-changes-every-page",
                   test_another_title_changes_every_page);

  return g_test_run ();
}
