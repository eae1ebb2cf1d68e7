/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "paper-fixture.h"
#include "support.h"
#include "vac-hyphen.h"
#include "vac-paper-words.h"
#include "vac-piece-hyphens.h"

/* Where pages divide words, and that nothing else takes notice of it. */

static const char german[] =
    "Verantwortung für die Weiterentwicklung unserer Personalverwaltungssoftware und die "
    "Zusammenarbeit mit Softwareentwicklungsabteilungen sowie Qualitätssicherungsbeauftragten in "
    "verschiedenen Niederlassungen. Stellenausschreibungen, Gehaltsvorstellungen und "
    "Weiterbildungsmöglichkeiten besprechen wir mit Betriebsratsmitgliedern, bevor wir "
    "Einstellungsentscheidungen gemeinsam verantworten: Betriebsvereinbarungen";

static void
set_language (VacDocument *document,
              const char  *language)
{
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), language);
}

static VacPaper *
create_paper (VacOutline *outline,
              double      text_width,
              double      height)
{
  VacPageSetup setup;
  VacPaper *paper;

  vac_page_setup_init (&setup, VAC_PAPER_A4);
  setup.width = setup.left + setup.right + text_width;
  setup.height = height;
  paper = vac_paper_new (&setup);
  vac_paper_set_outline (paper, outline);

  return paper;
}

/* Counts the words that the pages divide, and sees to it that none goes on on the next page. */
static guint
count_divided (VacPaper *paper)
{
  guint n = 0;

  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    {
      const VacSheet *sheet = vac_paper_get_page (paper, i);

      for (guint s = 0; s < sheet->slices->len; s++)
        {
          const VacSlice *slice = &g_array_index (sheet->slices, VacSlice, s);
          gboolean above = FALSE;

          for (guint line = slice->first; line < slice->first + slice->n_lines; line++)
            {
              above = vac_piece_divides_word (slice->piece, line);
              n += above ? 1 : 0;
            }
          g_assert_false (above);
        }
    }

  return n;
}

static guint
count_in (PaperFixture *fixture,
          VacBlockKind  kind,
          const char   *label,
          const char   *text)
{
  g_autoptr (VacOutline) outline = vac_outline_new_empty (fixture->document,
                                                          VAC_AUDIENCE_CANDIDATE);
  g_autoptr (VacPaper) paper = NULL;

  if (label != NULL)
    vac_outline_add_labelled (outline, kind, label, text, fixture->nodes[0]);
  else if (kind == VAC_BLOCK_HEADING)
    vac_outline_add_heading (outline, 1, text, fixture->nodes[0]);
  else
    vac_outline_add (outline, kind, text, fixture->nodes[0]);
  paper = create_paper (outline, 200, 800);

  return count_divided (paper);
}

/* A list of a German posting gains; what is not running text stays as it was. */
static void
test_what_is_divided (void)
{
  PaperFixture fixture;

  paper_fixture_init (&fixture);
  set_language (fixture.document, "de");
  if (!vac_hyphen_has_language ("de"))
    {
      g_test_skip ("there is no dictionary of German");
      paper_fixture_clear (&fixture);
      return;
    }
  g_assert_cmpuint (count_in (&fixture, VAC_BLOCK_PARAGRAPH, NULL, german), >=, 3);
  g_assert_cmpuint (count_in (&fixture, VAC_BLOCK_BULLET, NULL, german), >=, 3);
  g_assert_cmpuint (count_in (&fixture, VAC_BLOCK_BULLET, "Aufgaben", german), >=, 3);
  g_assert_cmpuint (count_in (&fixture, VAC_BLOCK_PARAGRAPH, "Anschrift", german), ==, 0);
  g_assert_cmpuint (count_in (&fixture, VAC_BLOCK_HEADING, NULL, german), ==, 0);
  g_assert_cmpuint (count_in (&fixture, VAC_BLOCK_TITLE, NULL, german), ==, 0);
  g_assert_cmpuint (count_in (&fixture, VAC_BLOCK_PAY, NULL, german), ==, 0);
  set_language (fixture.document, "tlh");
  g_assert_cmpuint (count_in (&fixture, VAC_BLOCK_PARAGRAPH, NULL, german), ==, 0);
  paper_fixture_clear (&fixture);
}

/* Each of these would be divided if it were a word. */
static void
test_what_looks_like_code (void)
{
  static const char *const whole[] = {
    "characteristicallyUncharacteristic", "CHARACTERISTICALLYCHARACTERISTIC",
    "characteristically/characteristic", "characteristically_characteristic",
    "characteristically.characteristic", "characteristic2characteristically",
    "characteristic@characteristically", "characteristic-characteristically",
  };
  PaperFixture fixture;

  paper_fixture_init (&fixture);
  set_language (fixture.document, "en");
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autofree char *text = g_strdup_printf ("These are eight words of some length, %s and not a "
                                               "single one more", whole[i]);

      g_assert_cmpuint (count_in (&fixture, VAC_BLOCK_PARAGRAPH, NULL, text), ==, 0);
    }
  paper_fixture_clear (&fixture);
}

/* Every place of the text is found in the layout, with the same letter there. */
static void
test_places (void)
{
  PaperFixture fixture;
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (VacPaper) paper = NULL;
  const VacSlice *slice;
  const char *shown;

  paper_fixture_init (&fixture);
  set_language (fixture.document, "de");
  outline = vac_outline_new_empty (fixture.document, VAC_AUDIENCE_CANDIDATE);
  vac_outline_add (outline, VAC_BLOCK_BULLET, german, fixture.nodes[0]);
  paper = create_paper (outline, 200, 800);
  slice = &g_array_index (vac_paper_get_page (paper, 0)->slices, VacSlice, 0);
  shown = pango_layout_get_text (g_array_index (slice->piece->cells, VacCell, 0).layout);
  for (gsize i = 0; i < strlen (german); i++)
    g_assert_cmpint (shown[vac_piece_get_place (slice->piece, i)], ==, german[i]);
  g_assert_cmpuint (strlen (shown), ==, strlen (german) + count_divided (paper));
  paper_fixture_clear (&fixture);
}

/* However high a page is, no word goes on on the next one, and all lines come to some page. */
static void
test_pages (void)
{
  PaperFixture fixture;

  paper_fixture_init (&fixture);
  set_language (fixture.document, "de");
  for (guint height = 190; height < 400; height += 7)
    {
      g_autoptr (VacOutline) outline = vac_outline_new_empty (fixture.document,
                                                              VAC_AUDIENCE_CANDIDATE);
      g_autoptr (VacPaper) paper = NULL;
      guint n_lines = 0, placed = 0;

      for (guint i = 0; i < 6; i++)
        vac_outline_add (outline, VAC_BLOCK_PARAGRAPH, german, fixture.nodes[i]);
      paper = create_paper (outline, 200, height);
      count_divided (paper);
      for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
        {
          const VacSheet *sheet = vac_paper_get_page (paper, i);

          for (guint s = 0; s < sheet->slices->len; s++)
            {
              const VacSlice *slice = &g_array_index (sheet->slices, VacSlice, s);

              placed += slice->n_lines;
              n_lines += slice->first == 0 ? vac_piece_get_n_lines (slice->piece) : 0;
            }
        }
      g_assert_cmpuint (placed, ==, n_lines);
    }
  paper_fixture_clear (&fixture);
}

/* Marks under words are where the words are, also below a divided one; a divided word has two. */
static void
test_words (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  VacNode *text = vac_node_get (vac_document_find_section (document, "position-overview"),
                                VAC_ROLE_SECTION_TEXT);
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (VacPaper) paper = NULL;
  guint in_two = 0;

  set_language (document, "de");
  vac_document_set_text (document, text, german);
  outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  paper = create_paper (outline, 200, 1200);
  for (gsize start = 0; start < strlen (german);)
    {
      const gsize length = strcspn (german + start, " ");
      g_autoptr (GArray) found = find_words (paper, text, start, start + length);

      g_assert_cmpuint (found->len, >=, 1);
      g_assert_cmpuint (found->len, <=, 2);
      in_two += found->len == 2 ? 1 : 0;
      for (guint i = 0; i < found->len; i++)
        {
          const VacPaperWords *words = &g_array_index (found, VacPaperWords, i);

          g_assert_cmpfloat (words->width, >, 2);
          g_assert_cmpfloat (words->width, <, 200);
          g_assert_true (vac_paper_find_node_at (paper, 0, words->x + 1, words->baseline - 2) ==
                         text);
        }
      start += length + (german[start + length] == ' ' ? 1 : 0);
    }
  g_assert_cmpuint (in_two, >=, vac_hyphen_has_language ("de") ? 3 : 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hyphens/running-text-alone-is-divided", test_what_is_divided);
  g_test_add_func ("/hyphens/what-looks-like-code-stays-whole", test_what_looks_like_code);
  g_test_add_func ("/hyphens/places-of-the-text-are-found", test_places);
  g_test_add_func ("/hyphens/no-word-goes-on-on-the-next-page", test_pages);
  g_test_add_func ("/hyphens/marks-are-where-the-words-are", test_words);

  return g_test_run ();
}
