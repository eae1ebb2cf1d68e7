/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "paper-fixture.h"
#include "support.h"
#include "vac-accent.h"

/* Sums of heights are not exact. */
#define EXACT 0.01

#define N_PARTS 30
#define N_EDITS 40

static void
set_design (VacOutline      *outline,
            const VacDesign *design)
{
  VacLook look = *vac_outline_get_look (outline);

  vac_look_set_design (&look, design);
  vac_outline_set_look (outline, &look);
}

static gboolean
overlap (const VacSlice *a,
         const VacSlice *b)
{
  return a->x + a->width > b->x + EXACT && b->x + b->width > a->x + EXACT &&
         a->y + a->height > b->y + EXACT && b->y + b->height > a->y + EXACT;
}

/* A logo has the width of the band to itself, and the title stands beside it. */
static gboolean
may_overlap (const VacSlice *a)
{
  return a->piece->kind == VAC_BLOCK_PICTURE;
}

static void
assert_slice_is_on_sheet (VacPaper       *paper,
                          const VacSlice *slice)
{
  const VacPageSetup *setup = vac_paper_get_setup (paper);
  const double x = vac_paper_get_slice_x (paper, slice);
  const double y = vac_paper_get_slice_y (paper, slice);

  g_assert_cmpfloat (x, >=, 20);
  g_assert_cmpfloat (x + slice->width, <=, setup->width - 20);
  g_assert_cmpfloat (y, >=, 20);
  g_assert_cmpfloat (y + slice->height, <=, setup->height - 20);
}

/* Every line of every block is printed once, in the order of the outline, inside the sheet, and on
 * nothing else. */
static void
assert_well_placed (VacPaper *paper)
{
  VacOutline *outline = vac_paper_get_outline (paper);
  g_autofree guint *printed = g_new0 (guint, vac_outline_get_n_blocks (outline));

  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    {
      GArray *slices = vac_paper_get_page (paper, i)->slices;
      guint last = 0;

      for (guint j = 0; j < slices->len; j++)
        {
          const VacSlice *slice = &g_array_index (slices, VacSlice, j);

          assert_slice_is_on_sheet (paper, slice);
          for (guint k = 0; k < j; k++)
            g_assert_false (!may_overlap (slice) &&
                            !may_overlap (&g_array_index (slices, VacSlice, k)) &&
                            overlap (slice, &g_array_index (slices, VacSlice, k)));
          if (slice->repeated)
            continue;
          g_assert_cmpuint (slice->first, ==, printed[slice->position]);
          g_assert_cmpuint (slice->position, >=, last);
          last = slice->position;
          printed[slice->position] += slice->n_lines;
          if (printed[slice->position] == vac_piece_get_n_lines (slice->piece))
            printed[slice->position] = G_MAXUINT;
        }
    }
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    g_assert_cmpuint (printed[i], ==, G_MAXUINT);
}

static void
test_every_posting_is_well_placed (void)
{
  g_auto (GStrv) names = support_list_postings ();

  for (guint i = 0; names[i] != NULL; i++)
    for (const VacDesign *const *design = vac_design_list (); *design != NULL; design++)
      for (guint size = VAC_PAPER_A4; size <= VAC_PAPER_LETTER; size++)
        {
          g_autoptr (VacDocument) document = support_load_posting (names[i]);
          g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_TEAM);
          g_autoptr (VacPaper) paper = NULL;

          g_test_message ("%s, %s, %u", names[i], (*design)->id, size);
          set_design (outline, *design);
          paper = create_sheets (outline, (VacPaperSize) size);
          assert_well_placed (paper);
        }
}

/* Designs change as well: nothing of the one before may be left. */
static void
test_edits_equal_a_full_layout (void)
{
  PaperFixture fixture;
  guint32 seeds[N_PARTS];
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (VacPaper) paper = NULL;

  paper_fixture_init (&fixture);
  fill_seeds (seeds, N_PARTS, 11);
  paper = create_sheets (NULL, VAC_PAPER_LETTER);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (VacOutline) outline = create_outline (&fixture, seeds, N_PARTS);
      g_autoptr (VacPaper) full = NULL;

      set_design (outline, vac_design_list ()[1 + i / 4 % 2]);
      full = create_sheets (outline, VAC_PAPER_LETTER);
      vac_paper_set_outline (paper, outline);
      assert_same_pages (paper, full);
      assert_well_placed (paper);
      seeds[g_rand_int_range (rand, 0, N_PARTS)] = g_rand_int (rand);
    }
  paper_fixture_clear (&fixture);
}

static void
test_short_lists_stand_in_columns (void)
{
  PaperFixture fixture;
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (VacPaper) paper = NULL;
  const VacSheet *page;
  double left, right;

  paper_fixture_init (&fixture);
  outline = create_outline (&fixture, NULL, 0);
  vac_outline_add_heading (outline, 1, "What you bring", NULL);
  for (guint i = 0; i < 4; i++)
    vac_outline_add (outline, VAC_BLOCK_BULLET, "A license", NULL);
  set_design (outline, vac_design_find (VAC_DESIGN_MODERN));
  paper = create_sheets (outline, VAC_PAPER_LETTER);
  page = vac_paper_get_page (paper, 0);
  left = g_array_index (page->slices, VacSlice, page->slices->len - 4).x;
  right = g_array_index (page->slices, VacSlice, page->slices->len - 1).x;

  g_assert_cmpfloat (left, <, right);
  g_assert_cmpfloat (g_array_index (page->slices, VacSlice, page->slices->len - 4).y, ==,
                     g_array_index (page->slices, VacSlice, page->slices->len - 2).y);
  paper_fixture_clear (&fixture);
}

static gboolean
is_alone (const VacSheet *page,
          guint           position)
{
  const VacSlice *slices = (const VacSlice *) (void *) page->slices->data;
  const guint n = page->slices->len;
  const gboolean before = position > 0 && slices[position - 1].x == slices[position].x
                          && slices[position - 1].piece->kind == VAC_BLOCK_BULLET;
  const gboolean after = position + 1 < n && slices[position + 1].x == slices[position].x
                         && slices[position + 1].piece->kind == VAC_BLOCK_BULLET;

  return slices[position].piece->kind == VAC_BLOCK_BULLET && !before && !after;
}

/* Lists of all lengths: where one column ends and the next begins, two entries stand at least. */
static void
test_no_entry_is_alone_in_a_column (void)
{
  PaperFixture fixture;

  paper_fixture_init (&fixture);
  for (guint lengths = 0; lengths < 4 * 4 * 4; lengths++)
    {
      const guint n[] = { 2 + lengths % 4, 2 + lengths / 4 % 4, 2 + lengths / 16 };
      g_autoptr (VacOutline) outline = create_outline (&fixture, NULL, 0);
      g_autoptr (VacPaper) paper = NULL;
      const VacSheet *page;

      vac_outline_add_heading (outline, 1, "What we offer", NULL);
      for (guint list = 0; list < G_N_ELEMENTS (n); list++)
        {
          vac_outline_add_heading (outline, 2, "Time", NULL);
          for (guint i = 0; i < n[list]; i++)
            vac_outline_add (outline, VAC_BLOCK_BULLET, "Some of it", NULL);
        }
      set_design (outline, vac_design_find (VAC_DESIGN_MODERN));
      paper = create_sheets (outline, VAC_PAPER_LETTER);
      page = vac_paper_get_page (paper, 0);
      for (guint i = 0; i < page->slices->len; i++)
        g_assert_false (is_alone (page, i));
    }
  paper_fixture_clear (&fixture);
}

/* What is clicked in a column is what stands there. */
static void
test_a_fact_is_found_below_its_caption (void)
{
  g_autoptr (VacDocument) document = support_load_posting ("registered-nurse");
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  static const VacRole roles[] = {
    VAC_ROLE_EMPLOYER_NAME, VAC_ROLE_WORKPLACE, VAC_ROLE_DEPARTMENT, VAC_ROLE_CLOSES, VAC_ROLE_PAY,
  };

  for (const VacDesign *const *design = vac_design_list (); *design != NULL; design++)
    {
      g_autoptr (VacPaper) paper = NULL;

      set_design (outline, *design);
      paper = create_sheets (outline, VAC_PAPER_LETTER);
      for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        {
          VacNode *node = vac_document_get (document, roles[i]);
          cairo_rectangle_t area;
          gboolean found = FALSE;
          guint page;

          g_assert_true (vac_paper_find_node (paper, node, &page, &area));
          for (double x = area.x + 1; !found && x < area.x + area.width; x += 4)
            for (double y = area.y + 1; !found && y < area.y + area.height; y += 4)
              found = vac_paper_find_node_at (paper, page, x, y) == node;
          g_assert_true (found);
        }
    }
}

static void
test_text_can_be_read_on_any_accent (void)
{
  static const guint32 accents[] = {
    0x000000, 0xffffff, 0xffee00, 0x00ff00, 0xff0000, 0x0000ff, 0x777777, 0xf2a93b, 0x14395b,
  };

  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    {
      VacLook look;

      vac_look_init (&look);
      vac_look_set_accent (&look, accents[i]);
      g_assert_cmphex (look.chosen, ==, accents[i]);
      g_assert_cmpfloat (vac_colour_contrast (look.accent, 0xffffff), >=, VAC_LEAST_CONTRAST);
      g_assert_cmpfloat (vac_colour_contrast (look.accent, vac_look_get_tint (&look)), >=,
                         VAC_LEAST_CONTRAST);
    }
  for (const VacDesign *const *design = vac_design_list (); *design != NULL; design++)
    {
      VacLook look;

      vac_look_init (&look);
      vac_look_set_design (&look, *design);
      g_assert_cmphex (look.accent, ==, (*design)->accent);
      for (guint ink = VAC_INK_TEXT; ink <= VAC_INK_ACCENT; ink++)
        g_assert_cmpfloat (vac_colour_contrast (vac_look_get_colour (&look, (VacInk) ink),
                                                vac_look_get_tint (&look)),
                           >=, VAC_LEAST_CONTRAST);
    }
}

static void
test_colours_are_read_and_written (void)
{
  static const struct
  {
    const char *text;
    gboolean    fine;
    guint32     colour;
  } cases[] = {
    { "#14395b", TRUE, 0x14395b }, { "#FFFFFF", TRUE, 0xffffff }, { "", FALSE, 0 },
    { "14395b", FALSE, 0 },        { "#14395", FALSE, 0 },        { "#14395g", FALSE, 0 },
    { "#-14395", FALSE, 0 },       { "#14395b0", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint32 colour = 0;

      g_assert_cmpint (vac_colour_parse (cases[i].text, &colour), ==, cases[i].fine);
      g_assert_cmphex (colour, ==, cases[i].colour);
    }
}

/* Black on white is 21; the others are worked out by hand from the definition of WCAG. */
static void
test_contrast_is_that_of_wcag (void)
{
  g_assert_cmpfloat_with_epsilon (vac_colour_contrast (0x000000, 0xffffff), 21.0, 0.001);
  g_assert_cmpfloat_with_epsilon (vac_colour_contrast (0xffffff, 0x767676), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (vac_colour_contrast (0xff0000, 0xffffff), 4.0, 0.01);
}

static void
test_the_logo_has_an_accent (void)
{
  g_autoptr (VacDocument) document = support_load_posting ("registered-nurse");
  g_autoptr (VacPicture) logo =
      vac_node_get_picture (vac_document_get (document, VAC_ROLE_EMPLOYER_LOGO));
  guint32 accent = 0;

  g_assert_true (vac_accent_find (logo, &accent));
  g_assert_cmpuint (accent & 0xff, >, (accent >> 16 & 0xff) + 40);   /* a bluish green */
}

static void
test_a_posting_says_how_it_looks (void)
{
  g_autoptr (VacDocument) document = support_load_posting ("registered-nurse");
  VacLook look;

  vac_look_read (&look, document);
  g_assert_cmpstr (look.design->id, ==, VAC_DESIGN_CLASSIC);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LOOK_DESIGN),
                         VAC_DESIGN_MODERN);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LOOK_ACCENT), "#ffee00");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LOOK_TYPE),
                         VAC_TYPE_PAIR_CALADEA);
  vac_look_read (&look, document);
  g_assert_cmpstr (look.design->id, ==, VAC_DESIGN_MODERN);
  g_assert_cmpstr (look.pair->id, ==, VAC_TYPE_PAIR_CALADEA);
  g_assert_cmphex (look.chosen, ==, 0xffee00);
  g_assert_cmphex (look.accent, !=, 0xffee00);

  /* What this version does not know leaves the usual look. */
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LOOK_ACCENT), "blue");
  vac_look_read (&look, document);
  g_assert_cmphex (look.accent, ==, look.design->accent);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/designs/every-posting-is-well-placed", test_every_posting_is_well_placed);
  g_test_add_func ("/designs/edits-equal-a-full-layout", test_edits_equal_a_full_layout);
  g_test_add_func ("/designs/short-lists-stand-in-columns", test_short_lists_stand_in_columns);
  g_test_add_func ("/designs/no-entry-is-alone-in-a-column", test_no_entry_is_alone_in_a_column);
  g_test_add_func ("/designs/a-fact-is-found-below-its-caption",
                   test_a_fact_is_found_below_its_caption);
  g_test_add_func ("/designs/text-can-be-read-on-any-accent",
                   test_text_can_be_read_on_any_accent);
  g_test_add_func ("/designs/colors-are-read-and-written", test_colours_are_read_and_written);
  g_test_add_func ("/designs/contrast-is-that-of-wcag", test_contrast_is_that_of_wcag);
  g_test_add_func ("/designs/the-logo-has-an-accent", test_the_logo_has_an_accent);
  g_test_add_func ("/designs/a-posting-says-how-it-looks", test_a_posting_says_how_it_looks);

  return g_test_run ();
}
