/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-fixture.h"

#define N_OUTLINES 12
#define N_PARTS 60

/* Sheets that break pages at different places; the last holds few lines. */
static const struct
{
  double width;
  double height;
} sheets[] = {
  { 595.28, 841.89 },
  { 612, 792 },
  { 420, 595 },
  { 260, 300 },
};

typedef void (*CheckPaper) (VacPaper *paper);

static VacPaper *
create_paper (double      width,
              double      height,
              VacOutline *outline)
{
  VacPageSetup setup = { .width = width, .height = height };
  VacPaper *paper;

  vac_page_setup_set_margins (&setup, 50, 50, 50, 50);
  paper = vac_paper_new (&setup);
  vac_paper_set_outline (paper, outline);
  return paper;
}

/* Runs a check over many outlines on many sheets. */
static void
check_everywhere (CheckPaper check)
{
  PaperFixture fixture;
  guint32 seeds[N_PARTS];

  paper_fixture_init (&fixture);
  for (guint32 i = 0; i < N_OUTLINES; i++)
    {
      g_autoptr (VacOutline) outline = NULL;

      fill_seeds (seeds, N_PARTS, i);
      outline = create_outline (&fixture, seeds, N_PARTS);
      for (guint s = 0; s < G_N_ELEMENTS (sheets); s++)
        {
          g_autoptr (VacPaper) paper = create_paper (sheets[s].width, sheets[s].height, outline);

          check (paper);
        }
    }
  paper_fixture_clear (&fixture);
}

static void
check_lines_in_order (VacPaper *paper)
{
  guint position = 0;
  guint line = 0;

  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    {
      const VacSheet *page = vac_paper_get_page (paper, i);

      for (guint j = 0; j < page->slices->len; j++)
        {
          const VacSlice *slice = &g_array_index (page->slices, VacSlice, j);

          if (slice->repeated)
            continue;
          g_assert_cmpuint (slice->position, ==, position);
          g_assert_cmpuint (slice->first, ==, line);
          g_assert_cmpuint (slice->n_lines, >, 0);
          line += slice->n_lines;
          if (line == vac_piece_get_n_lines (slice->piece))
            {
              position++;
              line = 0;
            }
        }
    }

  g_assert_cmpuint (position, ==, vac_outline_get_n_blocks (vac_paper_get_outline (paper)));
}

static void
test_every_line_once (void)
{
  check_everywhere (check_lines_in_order);
}

/* A page may be spared by narrower margins above and below, by no more than 15 %. */
static double
get_text_height (VacPaper *paper)
{
  const VacPageSetup *setup = vac_paper_get_setup (paper);
  const double scale = vac_paper_get_top (paper) / setup->top;

  g_assert_cmpfloat (scale, <=, 1.0);
  g_assert_cmpfloat (scale, >=, 0.849);

  return setup->height - scale * (setup->top + setup->bottom);
}

static void
check_slices_inside (VacPaper *paper)
{
  const double height = get_text_height (paper);

  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    {
      const VacSheet *page = vac_paper_get_page (paper, i);
      double bottom = 0;

      g_assert_cmpuint (page->slices->len, >, 0);
      for (guint j = 0; j < page->slices->len; j++)
        {
          const VacSlice *slice = &g_array_index (page->slices, VacSlice, j);

          g_assert_cmpfloat (slice->y, >=, bottom - 0.001);
          bottom = slice->y + slice->height;
          g_assert_cmpfloat (bottom, <=, height + 0.001);
        }
    }
}

static void
test_inside_the_margins (void)
{
  check_everywhere (check_slices_inside);
}

static void
check_last_is_no_heading (VacPaper *paper)
{
  guint last_block = vac_outline_get_n_blocks (vac_paper_get_outline (paper)) - 1;

  for (guint i = 0; i + 1 < vac_paper_get_n_pages (paper); i++)
    {
      const VacSheet *page = vac_paper_get_page (paper, i);
      const VacSlice *last = &g_array_index (page->slices, VacSlice, page->slices->len - 1);
      const VacSlice *first = &g_array_index (page->slices, VacSlice, 0);
      gboolean heads = last->piece->kind == VAC_BLOCK_HEADING
                       || (last->piece->kind == VAC_BLOCK_ROW && last->piece->header);

      /* Headings taller than a page together have nowhere to go. */
      if (last->position == last_block || first->piece->kind == VAC_BLOCK_HEADING)
        continue;
      g_assert_false (heads);
    }
}

static void
test_no_heading_ends_a_page (void)
{
  check_everywhere (check_last_is_no_heading);
}

static void
check_two_lines_on_each_side (VacPaper *paper)
{
  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    {
      const VacSheet *page = vac_paper_get_page (paper, i);

      for (guint j = 0; j < page->slices->len; j++)
        {
          const VacSlice *slice = &g_array_index (page->slices, VacSlice, j);
          guint n_lines = vac_piece_get_n_lines (slice->piece);

          if (slice->n_lines < n_lines)
            g_assert_cmpuint (slice->n_lines, >=, 2);
          if (n_lines < 4 && slice->piece->kind != VAC_BLOCK_ROW)
            g_assert_cmpuint (slice->n_lines, ==, n_lines);
        }
    }
}

static void
test_two_lines_on_each_side (void)
{
  check_everywhere (check_two_lines_on_each_side);
}

/* Whether the block at @position is an entry of a list, or a row below the header of a table. */
static gboolean
is_entry (VacPaper *paper,
          guint     position,
          guint     kind)
{
  VacOutline *outline = vac_paper_get_outline (paper);
  const VacBlock *block;

  if (position >= vac_outline_get_n_blocks (outline))
    return FALSE;
  block = vac_outline_get_block (outline, position);

  return block->kind == kind && !block->header;
}

/* The last slice of a page, or the first one that is not the header of a table once more. */
static const VacSlice *
get_slice (VacPaper *paper,
           guint     page,
           gboolean  last)
{
  GArray *slices = vac_paper_get_page (paper, page)->slices;
  guint i = last ? slices->len - 1 : 0;

  while (!last && g_array_index (slices, VacSlice, i).repeated)
    i++;

  return &g_array_index (slices, VacSlice, i);
}

static gboolean
is_whole (const VacSlice *slice)
{
  return slice->n_lines == vac_piece_get_n_lines (slice->piece);
}

/* At every break inside a list or a table, two whole entries or rows are before and behind it, if
 * they are not very tall. */
static void
check_two_entries_on_each_side (VacPaper *paper)
{
  const double height = vac_paper_get_setup (paper)->height;

  /* On a small sheet, two entries and their headings may be more than a page. */
  if (height < 500)
    return;

  for (guint i = 0; i + 1 < vac_paper_get_n_pages (paper); i++)
    {
      const VacSlice *last = get_slice (paper, i, TRUE), *first = get_slice (paper, i + 1, FALSE);
      const guint kind = last->piece->kind;

      if ((kind != VAC_BLOCK_BULLET && kind != VAC_BLOCK_ROW) || !is_whole (last)
          || !is_whole (first) || !is_entry (paper, last->position, kind)
          || !is_entry (paper, first->position, kind) || last->height > height / 6
          || first->height > height / 6)
        continue;
      g_assert_true (is_entry (paper, last->position - 1, kind));
      g_assert_true (is_entry (paper, first->position + 1, kind));
    }
}

static void
test_two_entries_on_each_side (void)
{
  PaperFixture fixture;
  guint n_breaks = 0;

  check_everywhere (check_two_entries_on_each_side);

  /* Lists of two and more below paragraphs of any length: every kind of break comes up. */
  paper_fixture_init (&fixture);
  for (guint n_before = 8; n_before < 26; n_before++)
    for (guint n = 2; n < 6; n++)
      {
        g_autoptr (VacOutline) outline = vac_outline_new_empty (fixture.document,
                                                                VAC_AUDIENCE_CANDIDATE);
        g_autoptr (VacPaper) paper = NULL;

        for (guint i = 0; i < n_before; i++)
          vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, "A line", fixture.nodes[i]);
        vac_outline_add_heading (outline, 1, "Heading", fixture.nodes[100]);
        for (guint i = 0; i < n; i++)
          vac_outline_add (outline, VAC_BLOCK_BULLET, "An entry", fixture.nodes[101 + i]);
        for (guint i = 0; i < 30; i++)
          vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, "A line", fixture.nodes[200 + i]);
        paper = create_paper (420, 595, outline);
        check_two_entries_on_each_side (paper);
        for (guint i = 0; i + 1 < vac_paper_get_n_pages (paper); i++)
          n_breaks += get_slice (paper, i, TRUE)->piece->kind == VAC_BLOCK_BULLET &&
                      get_slice (paper, i + 1, FALSE)->piece->kind == VAC_BLOCK_BULLET;
      }
  g_assert_cmpuint (n_breaks, >, 0);
  paper_fixture_clear (&fixture);
}

/* A sentence below a heading, and the list that it introduces: wherever the page ends, the sentence
 * is not the last on it. */
static void
test_introductions_stay_with_their_lists (void)
{
  PaperFixture fixture;
  guint n_moved = 0;

  paper_fixture_init (&fixture);
  for (double height = 440; height < 640; height += 4)
    {
      const guint n_before = 20;
      g_autoptr (VacOutline) outline = vac_outline_new_empty (fixture.document,
                                                              VAC_AUDIENCE_CANDIDATE);
      g_autoptr (VacPaper) paper = NULL;

      for (guint i = 0; i < n_before; i++)
        vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, "A line", fixture.nodes[i]);
      vac_outline_add_heading (outline, 1, "Heading", fixture.nodes[100]);
      vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, "What comes.", fixture.nodes[101]);
      for (guint i = 0; i < 75; i++)
        vac_outline_add (outline, VAC_BLOCK_BULLET, "An entry", fixture.nodes[102 + i]);
      paper = create_paper (420, height, outline);
      for (guint i = 0; i + 1 < vac_paper_get_n_pages (paper); i++)
        {
          g_assert_cmpuint (get_slice (paper, i, TRUE)->position, !=, n_before + 1);
          n_moved += get_slice (paper, i + 1, FALSE)->position == n_before;
        }
    }
  g_assert_cmpuint (n_moved, >, 1);
  paper_fixture_clear (&fixture);
}

/* Lines are added one by one: a page with a few of them is spared as long as that is possible. */
/* A question, what goes with it, and the room for notes on it. */
static void
add_kept (VacOutline *outline,
          guint       n_lines)
{
  g_autoptr (GString) text = g_string_new ("How would you do it?");

  for (guint i = 1; i < n_lines; i++)
    g_string_append (text, "\nAnd then?");
  vac_outline_add_labelled (outline, VAC_BLOCK_PARAGRAPH, "Question", text->str, NULL)->keep = TRUE;
  vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, "1 2 3 4", NULL)->keep = TRUE;
  vac_outline_add_labelled (outline, VAC_BLOCK_SPACE, "Notes", "__\n__\n__", NULL);
}

static void
check_kept (VacPaper *paper)
{
  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    {
      const VacSheet *page = vac_paper_get_page (paper, i);

      for (guint j = 0; j < page->slices->len; j++)
        {
          const VacSlice *slice = &g_array_index (page->slices, VacSlice, j);
          const VacBlock *block = slice->piece->block;

          g_assert_cmpuint (slice->n_lines, ==, vac_piece_get_n_lines (slice->piece));
          g_assert_true (!block->keep || j + 1 < page->slices->len);
          g_assert_true (!block->new_page || j == 0);
          if (block->kind == VAC_BLOCK_SPACE)
            {
              g_assert_cmpuint (slice->n_lines, ==, 3);
              g_assert_cmpfloat (g_array_index (slice->piece->cells, VacCell, 0).width, ==,
                                 vac_paper_get_text_width (paper));
              g_assert_cmpfloat (slice->height, >, 3 * 20);
            }
        }
    }
}

static void
test_notes_stay_with_their_question (void)
{
  PaperFixture fixture;
  guint n_sheets = 0;

  paper_fixture_init (&fixture);
  for (guint n_lines = 1; n_lines < 9; n_lines++)
    {
      g_autoptr (VacOutline) outline = vac_outline_new_empty (fixture.document, VAC_AUDIENCE_TEAM);
      g_autoptr (VacPaper) paper = NULL;

      for (guint i = 0; i < 30; i++)
        {
          if (i % 10 == 0)
            vac_outline_add (outline, VAC_BLOCK_TITLE, "Sheet", NULL)->new_page = i > 0;
          add_kept (outline, n_lines);
        }
      paper = create_paper (420, 595, outline);
      check_kept (paper);
      n_sheets += vac_paper_get_n_pages (paper);
    }
  g_assert_cmpuint (n_sheets, >, 8 * 3);
  paper_fixture_clear (&fixture);
}

static void
test_a_sparse_last_page_is_spared (void)
{
  PaperFixture fixture;
  guint before = 1, n_fitted = 0;

  paper_fixture_init (&fixture);
  for (guint n = 1; n < 90; n++)
    {
      g_autoptr (VacOutline) outline = vac_outline_new_empty (fixture.document,
                                                              VAC_AUDIENCE_CANDIDATE);
      g_autoptr (VacPaper) paper = NULL;
      const VacSlice *last;
      gboolean fitted;

      for (guint i = 0; i < n; i++)
        vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, "A line", fixture.nodes[i]);
      paper = create_paper (612, 792, outline);
      fitted = vac_paper_get_top (paper) < vac_paper_get_setup (paper)->top;
      check_slices_inside (paper);
      check_lines_in_order (paper);
      g_assert_cmpfloat (vac_paper_get_body_size (paper), ==, 10.5);
      g_assert_cmpuint (vac_paper_get_n_pages (paper), >=, before);
      before = vac_paper_get_n_pages (paper);
      n_fitted += fitted;
      last = get_slice (paper, before - 1, TRUE);
      if (fitted)
        g_assert_cmpfloat (last->y + last->height, >, 0.5 * get_text_height (paper));
    }
  g_assert_cmpuint (before, >=, 3);
  g_assert_cmpuint (n_fitted, >=, 6);
  paper_fixture_clear (&fixture);
}

/* On columns of all widths: the words at the ends of lines, which are read with the next ones. */
static void
test_words_that_belong_together_stay_on_a_line (void)
{
  static const char text[] = "The base salary of this job is $120,000 – $180,000 per year, and "
                             "there are – as everywhere – bonuses: call +49 721 555-0163 to "
                             "hear for whom, if you would like to stay with us";
  PaperFixture fixture;
  g_autoptr (VacOutline) outline = NULL;

  paper_fixture_init (&fixture);
  outline = vac_outline_new_empty (fixture.document, VAC_AUDIENCE_CANDIDATE);
  vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, text, fixture.nodes[0]);
  for (double width = 260; width < 600; width += 4)
    {
      g_autoptr (VacPaper) paper = create_paper (width, 792, outline);
      const VacPiece *piece = get_slice (paper, 0, FALSE)->piece;
      PangoLayout *layout = g_array_index (piece->cells, VacCell, 0).layout;
      const int n = pango_layout_get_line_count (layout);

      for (int i = 0; i < n; i++)
        {
          const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
          g_autofree char *words = g_strndup (text + line->start_index, (gsize) line->length);

          g_strchomp (words);
          g_assert_false (g_str_has_suffix (words, "$120,000"));
          g_assert_false (g_str_has_suffix (words, "000 –"));
          g_assert_false (g_str_has_suffix (words, "+49"));
          g_assert_false (g_str_has_suffix (words, "721"));
          g_assert_false (g_str_has_suffix (words, "555-"));
          g_assert_cmpstr (words, !=, "us");
        }
      g_assert_cmpint (n, >, 1);
    }
  paper_fixture_clear (&fixture);
}

static void
test_table_header_is_repeated (void)
{
  PaperFixture fixture;
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (VacPaper) paper = NULL;

  paper_fixture_init (&fixture);
  outline = vac_outline_new_empty (fixture.document, VAC_AUDIENCE_CANDIDATE);
  vac_outline_add_row (outline, TRUE, fixture.nodes[0], "Place", "Minimum", NULL);
  for (guint i = 1; i < 120; i++)
    vac_outline_add_row (outline, FALSE, fixture.nodes[i], "Austin", "$125,000", NULL);
  paper = create_paper (612, 792, outline);

  g_assert_cmpuint (vac_paper_get_n_pages (paper), >=, 3);
  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    {
      const VacSheet *page = vac_paper_get_page (paper, i);
      const VacSlice *first = &g_array_index (page->slices, VacSlice, 0);

      g_assert_true (first->piece->header);
      g_assert_cmpint (first->repeated, ==, i > 0);
    }
  check_lines_in_order (paper);
  paper_fixture_clear (&fixture);
}

static void
test_numbers_end_at_the_right (void)
{
  PaperFixture fixture;
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (VacPaper) paper = NULL;
  const VacSheet *page;

  paper_fixture_init (&fixture);
  outline = vac_outline_new_empty (fixture.document, VAC_AUDIENCE_CANDIDATE);
  vac_outline_add_row (outline, TRUE, NULL, "Place", "Minimum", NULL);
  vac_outline_add_row (outline, FALSE, NULL, "Austin", "$125,000", NULL);
  vac_outline_add_row (outline, FALSE, NULL, "Remote", "CA$95,000", NULL);
  paper = create_paper (612, 792, outline);

  page = vac_paper_get_page (paper, 0);
  for (guint i = 0; i < page->slices->len; i++)
    {
      GArray *cells = g_array_index (page->slices, VacSlice, i).piece->cells;

      g_assert_false (g_array_index (cells, VacCell, 0).align_right);
      g_assert_true (g_array_index (cells, VacCell, 1).align_right);
    }
  paper_fixture_clear (&fixture);
}

static void
test_endless_word_breaks_itself (void)
{
  PaperFixture fixture;
  g_autofree char *endless = g_strnfill (300, 'a');
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (VacPaper) paper = NULL;
  const VacSheet *page;

  paper_fixture_init (&fixture);
  outline = vac_outline_new_empty (fixture.document, VAC_AUDIENCE_CANDIDATE);
  vac_outline_add_row (outline, TRUE, NULL, "Place", "Minimum", "Maximum", NULL);
  vac_outline_add_row (outline, FALSE, NULL, endless, "$125,000", "—", NULL);
  vac_outline_add_row (outline, FALSE, NULL, "Remote", "$95,000", "$195,000", NULL);
  paper = create_paper (612, 792, outline);

  page = vac_paper_get_page (paper, 0);
  g_assert_cmpuint (page->slices->len, ==, 3);
  for (guint i = 0; i < page->slices->len; i++)
    {
      GArray *cells = g_array_index (page->slices, VacSlice, i).piece->cells;

      for (guint j = 1; j < cells->len; j++)
        {
          const VacCell *cell = &g_array_index (cells, VacCell, j);

          g_assert_true (cell->align_right);
          g_assert_cmpfloat (cell->width, >=, cell->least);
        }
    }
  paper_fixture_clear (&fixture);
}

/* Letter is wider and shorter than A4. */
static void
test_sheets_break_differently (void)
{
  PaperFixture fixture;
  guint32 seeds[N_PARTS];
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (VacPaper) paper = NULL;
  VacPageSetup a4;
  VacPageSetup letter;
  guint64 serial;

  paper_fixture_init (&fixture);
  fill_seeds (seeds, N_PARTS, 7);
  outline = create_outline (&fixture, seeds, N_PARTS);
  vac_page_setup_init (&a4, VAC_PAPER_A4);
  vac_page_setup_init (&letter, VAC_PAPER_LETTER);
  g_assert_cmpfloat_with_epsilon (a4.width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (a4.height, 841.89, 0.01);
  g_assert_cmpfloat_with_epsilon (letter.width, 612, 0.01);
  g_assert_cmpfloat_with_epsilon (letter.height, 792, 0.01);

  paper = vac_paper_new (&a4);
  vac_paper_set_outline (paper, outline);
  serial = vac_paper_get_page_serial (paper, 0);
  vac_paper_set_setup (paper, &letter);
  g_assert_cmpuint (vac_paper_get_page_serial (paper, 0), !=, serial);
  check_lines_in_order (paper);
  paper_fixture_clear (&fixture);
}

static void
test_paper_of_a_language (void)
{
  static const struct
  {
    const char   *language;
    VacPaperSize  size;
  } cases[] = {
    { "en-US", VAC_PAPER_LETTER }, { "es-MX", VAC_PAPER_LETTER }, { "fr-CA", VAC_PAPER_LETTER },
    { "en-PH", VAC_PAPER_LETTER }, { "zh-Hans-US", VAC_PAPER_LETTER }, { "en-GB", VAC_PAPER_A4 },
    { "de-DE", VAC_PAPER_A4 }, { "en", VAC_PAPER_A4 }, { "", VAC_PAPER_A4 },
    { NULL, VAC_PAPER_A4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vac_page_setup_get_default (cases[i].language), ==, cases[i].size);
}

static void
test_margins_leave_room (void)
{
  VacPageSetup setup;

  vac_page_setup_init (&setup, VAC_PAPER_LETTER);
  vac_page_setup_set_margins (&setup, 1000, 400, 1000, -5);
  g_assert_cmpfloat_with_epsilon (setup.height - setup.top - setup.bottom, 72, 0.001);
  g_assert_cmpfloat (setup.left, ==, 0);
  g_assert_cmpfloat (setup.right, ==, 400);
}

static void
test_nothing_is_one_page (void)
{
  VacPageSetup setup;
  g_autoptr (VacPaper) paper = NULL;

  vac_page_setup_init (&setup, VAC_PAPER_A4);
  paper = vac_paper_new (&setup);
  g_assert_cmpuint (vac_paper_get_n_pages (paper), ==, 1);
  g_assert_null (vac_paper_find_node_at (paper, 0, 200, 200));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/every-line-is-drawn-once-and-in-order", test_every_line_once);
  g_test_add_func ("/pages/lines-stay-inside-the-margins-and-apart", test_inside_the_margins);
  g_test_add_func ("/pages/no-heading-ends-a-page", test_no_heading_ends_a_page);
  g_test_add_func ("/pages/two-lines-stand-on-each-side-of-a-break", test_two_lines_on_each_side);
  g_test_add_func ("/pages/two-entries-stand-on-each-side-of-a-break",
                   test_two_entries_on_each_side);
  g_test_add_func ("/pages/introductions-stay-with-their-lists",
                   test_introductions_stay_with_their_lists);
  g_test_add_func ("/pages/notes-stay-with-their-question", test_notes_stay_with_their_question);
  g_test_add_func ("/pages/a-sparse-last-page-is-spared", test_a_sparse_last_page_is_spared);
  g_test_add_func ("/pages/words-that-belong-together-stay-on-a-line",
                   test_words_that_belong_together_stay_on_a_line);
  g_test_add_func ("/pages/an-endless-word-breaks-itself-and-not-the-figures",
                   test_endless_word_breaks_itself);
  g_test_add_func ("/pages/a-table-shows-its-header-on-every-page", test_table_header_is_repeated);
  g_test_add_func ("/pages/columns-of-numbers-end-at-the-right", test_numbers_end_at_the_right);
  g_test_add_func ("/pages/another-sheet-lays-all-out-anew", test_sheets_break_differently);
  g_test_add_func ("/pages/a-region-has-its-paper", test_paper_of_a_language);
  g_test_add_func ("/pages/margins-leave-room-for-text", test_margins_leave_room);
  g_test_add_func ("/pages/nothing-is-one-empty-page", test_nothing_is_one_page);

  return g_test_run ();
}
