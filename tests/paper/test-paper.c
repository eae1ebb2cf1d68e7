/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "paper-fixture.h"
#include "support.h"
#include "vac-type.h"

#define N_PARTS 40
#define N_EDITS 150
#define N_SIZES 80

static VacPaper *
create_paper (VacOutline *outline)
{
  return create_sheets (outline, VAC_PAPER_LETTER);
}

static void
assert_same_cells (const VacPiece *a,
                   const VacPiece *b)
{
  g_assert_cmpuint (a->cells->len, ==, b->cells->len);
  for (guint i = 0; i < a->cells->len; i++)
    {
      const VacCell *x = &g_array_index (a->cells, VacCell, i);
      const VacCell *y = &g_array_index (b->cells, VacCell, i);

      g_assert_cmpstr (pango_layout_get_text (x->layout), ==, pango_layout_get_text (y->layout));
      g_assert_cmpfloat (x->x, ==, y->x);
      g_assert_cmpfloat (x->width, ==, y->width);
    }
}

static void
assert_same_layout (VacPaper *a,
                    VacPaper *b)
{
  assert_same_pages (a, b);
  for (guint i = 0; i < vac_paper_get_n_pages (a); i++)
    {
      GArray *x = vac_paper_get_page (a, i)->slices;
      GArray *y = vac_paper_get_page (b, i)->slices;

      for (guint j = 0; j < x->len; j++)
        assert_same_cells (g_array_index (x, VacSlice, j).piece,
                           g_array_index (y, VacSlice, j).piece);
    }
}

/* Changes, removes, inserts or moves a part, as an edit does. */
static guint
edit_seeds (guint32 *seeds,
            guint    n,
            GRand   *rand)
{
  guint at = (guint) g_rand_int_range (rand, 0, (int) n);
  guint to = (guint) g_rand_int_range (rand, 0, (int) n);
  guint32 seed = seeds[at];

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      seeds[at] = g_rand_int (rand);
      return n;
    case 1:
      memmove (seeds + at, seeds + at + 1, (n - at - 1) * sizeof *seeds);
      return MAX (n - 1, 2);
    case 2:
      if (n == 2 * N_PARTS)
        return n;
      memmove (seeds + at + 1, seeds + at, (n - at) * sizeof *seeds);
      seeds[at] = g_rand_int (rand);
      return n + 1;
    default:
      seeds[at] = seeds[to];
      seeds[to] = seed;
      return n;
    }
}

static void
test_edits_equal_a_full_layout (void)
{
  PaperFixture fixture;
  guint32 seeds[2 * N_PARTS + 1];
  guint n = N_PARTS;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  g_autoptr (VacPaper) paper = NULL;

  paper_fixture_init (&fixture);
  fill_seeds (seeds, n, 3);
  paper = create_paper (NULL);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (VacOutline) outline = create_outline (&fixture, seeds, n);
      g_autoptr (VacPaper) full = create_paper (outline);

      vac_paper_set_outline (paper, outline);
      assert_same_layout (paper, full);
      n = edit_seeds (seeds, n, rand);
    }
  paper_fixture_clear (&fixture);
}

static void
test_unchanged_pages_keep_serial (void)
{
  PaperFixture fixture;
  g_autoptr (VacOutline) before = NULL;
  g_autoptr (VacOutline) after = NULL;
  g_autoptr (VacPaper) paper = NULL;
  guint64 serials[3];

  paper_fixture_init (&fixture);
  before = vac_outline_new_empty (fixture.document, VAC_AUDIENCE_CANDIDATE);
  after = vac_outline_new_empty (fixture.document, VAC_AUDIENCE_CANDIDATE);
  for (guint i = 0; i < 90; i++)
    {
      vac_outline_add (before, VAC_BLOCK_BULLET, "One line", fixture.nodes[i]);
      vac_outline_add (after, VAC_BLOCK_BULLET, i == 45 ? "Another" : "One line", fixture.nodes[i]);
    }
  paper = create_paper (before);
  g_assert_cmpuint (vac_paper_get_n_pages (paper), ==, 3);
  for (guint i = 0; i < 3; i++)
    serials[i] = vac_paper_get_page_serial (paper, i);

  vac_paper_set_outline (paper, after);
  g_assert_cmpuint (vac_paper_get_page_serial (paper, 0), ==, serials[0]);
  g_assert_cmpuint (vac_paper_get_page_serial (paper, 1), !=, serials[1]);
  g_assert_cmpuint (vac_paper_get_page_serial (paper, 2), ==, serials[2]);
  paper_fixture_clear (&fixture);
}

/* Each block comes from a node of its own, which tells it from all others. */
static void
assert_block_at (VacPaper *paper,
                 guint     page,
                 double    x,
                 double    y,
                 guint     block)
{
  VacNode *node = vac_paper_find_node_at (paper, page, x, y);

  g_assert_nonnull (node);
  g_assert_cmpuint (vac_paper_find_block (paper, node), ==, block);
}

static void
test_a_block_is_found_where_it_stands (void)
{
  PaperFixture fixture;
  guint32 seeds[N_PARTS];
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (VacPaper) paper = NULL;
  guint n_found = 0;

  paper_fixture_init (&fixture);
  fill_seeds (seeds, N_PARTS, 11);
  outline = create_outline (&fixture, seeds, N_PARTS);
  paper = create_paper (outline);
  for (guint block = 0; block < vac_outline_get_n_blocks (outline); block++)
    for (guint page = 0; page < vac_paper_get_n_pages (paper); page++)
      {
        cairo_rectangle_t area;

        if (!vac_paper_get_block_area (paper, block, page, &area))
          continue;
        n_found += 1;
        assert_block_at (paper, page, area.x + 1, area.y + 1, block);
        assert_block_at (paper, page, area.x + area.width - 1, area.y + area.height - 1, block);
        g_assert_null (vac_paper_find_node_at (paper, page, area.x - 2, area.y + 1));
        /* Nobody aims at the lines only. */
        g_assert_nonnull (vac_paper_find_node_at (paper, page, area.x + 1, area.y - 1.5));
        g_assert_nonnull (vac_paper_find_node_at (paper, page, area.x + 1,
                                                  area.y + area.height + 1.5));
      }

  g_assert_cmpuint (n_found, >=, vac_outline_get_n_blocks (outline));
  paper_fixture_clear (&fixture);
}

static const VacBlock *
find_block_of (VacPaper *paper,
               VacNode  *node)
{
  guint block = vac_paper_find_block (paper, node);
  cairo_rectangle_t area;
  guint page;

  g_assert_cmpuint (block, !=, VAC_PAPER_NONE);
  g_assert_true (vac_paper_find_node (paper, node, &page, &area));
  assert_block_at (paper, page, area.x + 1, area.y + 1, block);
  return vac_outline_get_block (vac_paper_get_outline (paper), block);
}

static void
test_a_node_is_found_by_what_shows_it (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_autoptr (VacPaper) paper = create_paper (outline);
  VacNode *section;
  VacNode *item;
  guint page;
  cairo_rectangle_t area;

  section = vac_document_find_section (document, "key-highlights");
  g_assert_nonnull (section);
  item = vac_node_get_child (vac_node_get (section, VAC_ROLE_SECTION_ITEMS), 2);

  g_assert_cmpint (find_block_of (paper, section)->kind, ==, VAC_BLOCK_HEADING);
  g_assert_true (find_block_of (paper, item)->node == item);
  /* The text of an item is a part of what its bullet shows. */
  g_assert_true (find_block_of (paper, vac_node_get (item, VAC_ROLE_ITEM_TEXT))->node == item);
  g_assert_cmpint (find_block_of (paper, vac_document_get (document, VAC_ROLE_JOB_TITLE))->kind,
                   ==, VAC_BLOCK_TITLE);
  /* Nothing for the team is on a candidate's page. */
  g_assert_false (vac_paper_find_node (paper, vac_document_get (document, VAC_ROLE_INDUSTRIES),
                                       &page, &area));
}

/* Facts stand side by side: each is found by itself, and beside them there is but the block. */
static void
test_a_fact_is_found_where_it_stands (void)
{
  PaperFixture fixture;
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (VacPaper) paper = NULL;
  cairo_rectangle_t area;
  VacNode *seen[4] = { NULL };
  guint n_seen = 0;

  paper_fixture_init (&fixture);
  outline = create_outline (&fixture, NULL, 0);
  paper = create_paper (outline);
  g_assert_true (vac_paper_get_block_area (paper, 1, 0, &area));
  for (double x = area.x + 0.5; x < area.x + area.width; x += 1.0)
    {
      VacNode *node = vac_paper_find_node_at (paper, 0, x, area.y + area.height / 2);

      if (n_seen > 0 && seen[n_seen - 1] == node)
        continue;
      g_assert_cmpuint (n_seen, <, G_N_ELEMENTS (seen));
      seen[n_seen++] = node;
    }
  for (guint i = 0; i < 3; i++)
    {
      VacNode *node = vac_facts_get (vac_outline_get_block (outline, 1)->facts, i)->node;

      g_assert_true (seen[i] == node);
      g_assert_cmpuint (vac_paper_find_block (paper, node), ==, 1);
    }
  g_assert_true (seen[3] == fixture.nodes[1]);
  g_assert_true (vac_paper_find_node_at (paper, 0, area.x + 1, area.y - 8) == fixture.nodes[0]);
  g_assert_null (vac_paper_find_node_at (paper, 0, 1, 1));
  paper_fixture_clear (&fixture);
}

static VacOutline *
create_bullets (PaperFixture *fixture,
                guint         n_bullets)
{
  VacOutline *outline = vac_outline_new_empty (fixture->document, VAC_AUDIENCE_CANDIDATE);

  vac_outline_add (outline, VAC_BLOCK_TITLE, "Engineer", fixture->nodes[0]);
  for (guint i = 0; i < n_bullets; i++)
    vac_outline_add (outline, VAC_BLOCK_BULLET, "One line of text", fixture->nodes[1]);

  return outline;
}

static void
test_fits_one_page_if_legible (void)
{
  static const struct
  {
    guint    n_bullets;
    gboolean fits;
    gboolean squeezed;
  } cases[] = {
    { 20, TRUE, FALSE }, { 42, TRUE, TRUE }, { 60, FALSE, FALSE }, { 400, FALSE, FALSE },
  };
  PaperFixture fixture;

  paper_fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacOutline) outline = create_bullets (&fixture, cases[i].n_bullets);
      g_autoptr (VacPaper) paper = create_paper (outline);
      guint n_pages = vac_paper_get_n_pages (paper);
      VacPageSetup setup = *vac_paper_get_setup (paper);

      setup.one_page = TRUE;
      vac_paper_set_setup (paper, &setup);
      g_assert_cmpint (vac_paper_get_n_pages (paper) == 1, ==, cases[i].fits);
      g_assert_cmpfloat (vac_paper_get_body_size (paper), >=, 8.5);
      g_assert_cmpint (vac_paper_get_body_size (paper) < 10.5, ==, cases[i].squeezed);
      setup.one_page = FALSE;
      vac_paper_set_setup (paper, &setup);
      g_assert_cmpuint (vac_paper_get_n_pages (paper), ==, n_pages);
      g_assert_cmpfloat (vac_paper_get_body_size (paper), ==, 10.5);
    }
  paper_fixture_clear (&fixture);
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[x];
}

/* How many pixels are drawn, and how many in the tint of a placeholder. */
static guint
count_pixels (cairo_surface_t *surface,
              guint           *tinted)
{
  guint drawn = 0;

  *tinted = 0;
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        guint32 pixel = get_pixel (surface, x, y);

        drawn += pixel >> 24 > 0;
        *tinted += pixel == 0xfffff1c4;
      }

  return drawn;
}

static void
test_pages_are_drawn_at_any_scale (void)
{
  static const double scales[] = { 0.4, 1.0, 1.3333, 2.0, 2.5 };
  PaperFixture fixture;

  paper_fixture_init (&fixture);
  for (guint filled = 0; filled < 2; filled++)
    {
      g_autoptr (VacOutline) outline = vac_outline_new_empty (fixture.document,
                                                              VAC_AUDIENCE_CANDIDATE);
      g_autoptr (VacPaper) paper = NULL;

      vac_outline_add (outline, VAC_BLOCK_PARAGRAPH,
                       filled ? "Join Acme and measure" : "Join {{employer}} and measure", NULL);
      paper = create_paper (outline);
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        {
          cairo_surface_t *surface = vac_paper_render_page (paper, 0, scales[i]);
          guint tinted;

          g_assert_cmpint (cairo_image_surface_get_width (surface), ==,
                           (int) (612 * scales[i] + 0.999));
          g_assert_cmpuint (count_pixels (surface, &tinted), >, 50);
          g_assert_cmpint (tinted > 0, ==, !filled);
          cairo_surface_destroy (surface);
        }
    }
  paper_fixture_clear (&fixture);
}

/* How many pixels are drawn from one column to another. */
static guint
count_between (cairo_surface_t *surface,
               int              from,
               int              to)
{
  guint drawn = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = from; x < to; x++)
      drawn += get_pixel (surface, x, y) >> 24 > 0;

  return drawn;
}

static void
test_lines_begin_where_their_language_does (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    gboolean    at_right;
  } cases[] = {
    { "en", "Acme", FALSE },
    { "he", "Acme", TRUE },
    { "ar", "Acme", TRUE },
    { "he", "2026", TRUE },
  };
  static const VacBlockKind kinds[] = { VAC_BLOCK_PARAGRAPH, VAC_BLOCK_BULLET, VAC_BLOCK_HEADING };

  for (guint i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (kinds); i++)
    {
      const VacBlockKind kind = kinds[i % G_N_ELEMENTS (kinds)];
      const guint row = i / G_N_ELEMENTS (kinds);
      g_autoptr (VacDocument) document = vac_document_new ();
      g_autoptr (VacOutline) outline = NULL;
      g_autoptr (VacPaper) paper = NULL;
      cairo_surface_t *surface;
      int middle;

      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE),
                             cases[row].language);
      outline = vac_outline_new_empty (document, VAC_AUDIENCE_CANDIDATE);
      if (kind == VAC_BLOCK_HEADING)
        vac_outline_add_heading (outline, 1, cases[row].text, NULL);
      else
        vac_outline_add (outline, kind, cases[row].text, NULL);
      paper = create_paper (outline);
      surface = vac_paper_render_page (paper, 0, 1.0);
      middle = cairo_image_surface_get_width (surface) / 2;
      g_assert_cmpint (count_between (surface, 0, middle) > 0, ==, !cases[row].at_right);
      g_assert_cmpint (count_between (surface, middle, 2 * middle) > 0, ==, cases[row].at_right);
      cairo_surface_destroy (surface);
    }
}

/* Where lines begin, with all of it inside of the column of text. */
static void
test_the_logo_stands_where_lines_begin (void)
{
  static const struct
  {
    const char *posting;
    gboolean    rtl;
  } cases[] = { { "registered-nurse", FALSE }, { "civil-engineer", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = support_load_posting (cases[i].posting);
      g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
      g_autoptr (VacPaper) paper = create_paper (outline);
      const VacPiece *piece = g_array_index (vac_paper_get_page (paper, 0)->slices, VacSlice,
                                             0).piece;
      const double free = vac_paper_get_text_width (paper) - piece->area.width;

      g_assert_cmpint (piece->kind, ==, VAC_BLOCK_PICTURE);
      g_assert_cmpfloat_with_epsilon (piece->area.x, cases[i].rtl ? free : 0, 0.001);
      g_assert_cmpfloat_with_epsilon (piece->height, piece->area.height, 0.001);
      g_assert_true (
          vac_paper_find_node_at (paper, 0, vac_paper_get_left (paper) + piece->area.x + 1,
                                  vac_paper_get_top (paper) + 1) ==
          vac_document_get (document, VAC_ROLE_EMPLOYER_LOGO));
    }
}

/* Nothing but the picture differs between the two. */
static void
test_another_logo_changes_the_page (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *logo = vac_document_get (document, VAC_ROLE_EMPLOYER_LOGO);
  g_autoptr (VacOutline) blue = NULL;
  g_autoptr (VacOutline) same = NULL;
  g_autoptr (VacOutline) red = NULL;
  g_autoptr (VacPaper) paper = NULL;
  guint64 serial;

  vac_document_set_text (document, logo, SUPPORT_PICTURE);
  blue = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  same = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  vac_document_set_text (document, logo, SUPPORT_OTHER_PICTURE);
  red = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);

  paper = create_paper (blue);
  serial = vac_paper_get_page_serial (paper, 0);
  vac_paper_set_outline (paper, same);
  g_assert_cmpuint (vac_paper_get_page_serial (paper, 0), ==, serial);
  vac_paper_set_outline (paper, red);
  g_assert_cmpuint (vac_paper_get_page_serial (paper, 0), !=, serial);
}

/* Returns how many fonts have letters without a width. */
static gpointer
measure_fonts (gpointer data)
{
  PangoContext *context = vac_type_create_context ("en", FALSE);
  int *n_getting_ready = data;
  guint n_wrong = 0;

  for (g_atomic_int_add (n_getting_ready, -1); g_atomic_int_get (n_getting_ready) > 0;)
    g_thread_yield ();
  for (guint i = 0; i < N_SIZES; i++)
    {
      PangoFontDescription *description = vac_type_describe (NULL, 8.0 + i / 16.0,
                                                             PANGO_WEIGHT_NORMAL, FALSE);
      PangoFont *font = pango_context_load_font (context, description);
      PangoFontMetrics *metrics = pango_font_get_metrics (font,
                                                          pango_context_get_language (context));

      n_wrong += pango_font_metrics_get_approximate_char_width (metrics) <= 0;
      pango_font_metrics_unref (metrics);
      g_object_unref (font);
      pango_font_description_free (description);
    }
  g_object_unref (context);

  return GUINT_TO_POINTER (n_wrong);
}

static void
test_threads_measure_fonts_alike (void)
{
  int n_getting_ready = 2;
  GThread *one = g_thread_new ("one", measure_fonts, &n_getting_ready);
  GThread *other = g_thread_new ("other", measure_fonts, &n_getting_ready);

  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (one)), ==, 0);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (other)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/edits-give-the-same-pages-as-a-full-layout",
                   test_edits_equal_a_full_layout);
  g_test_add_func ("/paper/unchanged-pages-keep-their-serial", test_unchanged_pages_keep_serial);
  g_test_add_func ("/paper/a-block-is-found-where-it-stands",
                   test_a_block_is_found_where_it_stands);
  g_test_add_func ("/paper/a-node-is-found-by-what-shows-it",
                   test_a_node_is_found_by_what_shows_it);
  g_test_add_func ("/paper/a-fact-is-found-where-it-stands", test_a_fact_is_found_where_it_stands);
  g_test_add_func ("/paper/fits-one-page-as-long-as-it-is-legible", test_fits_one_page_if_legible);
  g_test_add_func ("/paper/lines-begin-where-their-language-does",
                   test_lines_begin_where_their_language_does);
  g_test_add_func ("/paper/pages-are-drawn-at-any-scale-and-placeholders-marked",
                   test_pages_are_drawn_at_any_scale);
  g_test_add_func ("/paper/the-logo-stands-where-lines-begin",
                   test_the_logo_stands_where_lines_begin);
  g_test_add_func ("/paper/another-logo-changes-the-page", test_another_logo_changes_the_page);
  g_test_add_func ("/paper/threads-measure-fonts-alike", test_threads_measure_fonts_alike);

  return g_test_run ();
}
