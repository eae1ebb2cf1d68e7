/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "paper-fixture.h"
#include "vac-outline-marks.h"
#include "vac-pdf.h"

/* What pages of differences look like. */

static VacBlock
make_paragraph (const char *text)
{
  return (VacBlock) { .kind = VAC_BLOCK_PARAGRAPH, .text = g_strdup (text) };
}

static VacPaper *
create_paper (const char *language,
              VacBlock   *block)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacOutline) outline = NULL;
  VacPageSetup setup;
  VacPaper *paper;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), language);
  outline = vac_outline_new_empty (document, VAC_AUDIENCE_TEAM);
  vac_outline_take_block (outline, block);
  vac_page_setup_init (&setup, VAC_PAPER_LETTER);
  paper = vac_paper_new (&setup);
  vac_paper_set_outline (paper, outline);

  return paper;
}

/* How many pixels of a page are drawn beside the text: left of it, or right of it. */
static guint
count_in_margin (VacPaper *paper,
                 guint     page,
                 gboolean  right)
{
  cairo_surface_t *surface = vac_paper_render_page (paper, page, 1.0);
  const int width = cairo_image_surface_get_width (surface);
  const int edge = (int) vac_paper_get_left (paper) - 4;
  const int from = right ? width - edge : 0;
  const int to = right ? width : edge;
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = from; x < to; x++)
      n += ((const guint32 *) (pixels + (gsize) y * stride))[x] >> 24 > 0;
  cairo_surface_destroy (surface);

  return n;
}

static gboolean
is_decorated (VacPaper   *paper,
              PangoAttrType type,
              guint       index)
{
  const VacSheet *sheet = vac_paper_get_page (paper, 0);
  const VacPiece *piece = g_array_index (sheet->slices, VacSlice, 0).piece;
  PangoLayout *layout = g_array_index (piece->cells, VacCell, 0).layout;
  PangoAttrIterator *iterator = pango_attr_list_get_iterator (pango_layout_get_attributes (layout));
  gboolean found = FALSE;

  do
    {
      int start, end;

      pango_attr_iterator_range (iterator, &start, &end);
      if ((guint) start <= index && index < (guint) end)
        found = pango_attr_iterator_get (iterator, type) != NULL;
    }
  while (pango_attr_iterator_next (iterator));
  pango_attr_iterator_destroy (iterator);

  return found;
}

/* A line below or through the words is seen without colour. */
static void
test_words_are_told_apart_without_colour (void)
{
  VacBlock block = make_paragraph ("kept gone come");
  g_autoptr (VacPaper) paper = NULL;

  vac_block_add_mark (&block, VAC_MARK_REMOVED, VAC_PART_TEXT, 5, 9);
  vac_block_add_mark (&block, VAC_MARK_ADDED, VAC_PART_TEXT, 10, 14);
  paper = create_paper ("en", &block);
  for (guint i = 0; i < 14; i++)
    {
      const gboolean gone = i >= 5 && i < 9, come = i >= 10;

      g_assert_cmpint (is_decorated (paper, PANGO_ATTR_STRIKETHROUGH, i), ==, gone);
      g_assert_cmpint (is_decorated (paper, PANGO_ATTR_UNDERLINE, i), ==, come);
      g_assert_cmpint (is_decorated (paper, PANGO_ATTR_BACKGROUND, i), ==, gone || come);
    }
}

static void
test_a_bar_stands_where_lines_begin (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    gboolean    at_right;
  } cases[] = {
    { "en", "words", FALSE },
    { "he", "מילים", TRUE },
    { "ar", "words", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint way = 0; way < 3; way++)
      {
        VacBlock block = make_paragraph (cases[i].text);
        g_autoptr (VacPaper) paper = NULL;

        if (way == 1)
          vac_block_mark_all (&block, VAC_MARK_ADDED);
        if (way == 2)
          block.move = VAC_MOVE_TO;
        paper = create_paper (cases[i].language, &block);
        g_assert_cmpint (count_in_margin (paper, 0, FALSE) > 0, ==,
                         way > 0 && !cases[i].at_right);
        g_assert_cmpint (count_in_margin (paper, 0, TRUE) > 0, ==, way > 0 && cases[i].at_right);
      }
}

/* A paragraph of three pages, of which the last words are marked, or all. */
static void
test_marks_go_on_over_pages (void)
{
  for (guint all = 0; all < 2; all++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (11);
      g_autofree char *text = create_words (rand, 1500);
      const gsize length = strlen (text);
      VacBlock block = make_paragraph (text);
      g_autoptr (VacPaper) paper = NULL;
      guint n_pages;

      vac_block_add_mark (&block, VAC_MARK_REMOVED, VAC_PART_TEXT, all ? 0 : length - 3, length);
      paper = create_paper ("en", &block);
      n_pages = vac_paper_get_n_pages (paper);
      g_assert_cmpuint (n_pages, >, 1);
      for (guint page = 0; page < n_pages; page++)
        {
          const guint n = count_in_margin (paper, page, FALSE);

          g_assert_cmpint (n > 0, ==, all || page == n_pages - 1);
          if (all && page < n_pages - 1)
            g_assert_cmpuint (n, >, 500);
        }
    }
}

static void
test_the_same_words_marked_otherwise_are_drawn_anew (void)
{
  VacBlock marked = make_paragraph ("the same words");
  VacBlock plain = vac_block_copy (&marked);
  g_autoptr (VacPaper) paper = create_paper ("en", &plain);
  g_autoptr (VacOutline) outline = vac_outline_new_like (vac_paper_get_outline (paper));
  const guint64 serial = vac_paper_get_page_serial (paper, 0);

  vac_block_mark_all (&marked, VAC_MARK_ADDED);
  vac_outline_take_block (outline, &marked);
  vac_paper_set_outline (paper, outline);
  g_assert_cmpuint (vac_paper_get_page_serial (paper, 0), !=, serial);
  g_assert_true (is_decorated (paper, PANGO_ATTR_UNDERLINE, 0));
}

static void
test_cells_are_marked_one_by_one (void)
{
  const char *cells[] = { "Austin", "$120,000 $130,000", NULL };
  VacBlock block = { .kind = VAC_BLOCK_ROW, .text = g_strdup (""),
                     .cells = g_strdupv ((char **) cells) };
  g_autoptr (VacPaper) paper = NULL;
  g_autoptr (GBytes) pdf = NULL;

  vac_block_add_mark (&block, VAC_MARK_REMOVED, 1, 0, 8);
  vac_block_add_mark (&block, VAC_MARK_ADDED, 1, 9, 17);
  paper = create_paper ("en", &block);
  g_assert_false (is_decorated (paper, PANGO_ATTR_STRIKETHROUGH, 0));
  g_assert_cmpuint (count_in_margin (paper, 0, FALSE), >, 0);
  pdf = vac_paper_write_pdf (paper, NULL, NULL);
  g_assert_nonnull (pdf);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/changes/words-are-told-apart-without-colour",
                   test_words_are_told_apart_without_colour);
  g_test_add_func ("/changes/a-bar-stands-where-lines-begin", test_a_bar_stands_where_lines_begin);
  g_test_add_func ("/changes/marks-go-on-over-pages", test_marks_go_on_over_pages);
  g_test_add_func ("/changes/the-same-words-marked-otherwise-are-drawn-anew",
                   test_the_same_words_marked_otherwise_are_drawn_anew);
  g_test_add_func ("/changes/cells-are-marked-one-by-one", test_cells_are_marked_one_by_one);

  return g_test_run ();
}
