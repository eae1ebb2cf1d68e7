/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <string.h>

#include "exporting.h"
#include "office.h"
#include "support.h"
#include "vac-pdf.h"
#include "vac-characters.h"

/* Pages are set here piece by piece, as a program sets them, and must become what a reader sees. */

#define WIDTH 595
#define HEIGHT 842

typedef struct
{
  double      x;
  double      y;       /* of the line that letters stand on */
  double      size;    /* 0 for a new page */
  gboolean    bold;
  const char *text;    /* NULL for the last piece */
} Piece;

#define NEXT_PAGE { 0, 0, 0, FALSE, "" }
#define END { 0, 0, 0, FALSE, NULL }

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_pdf (const Piece *pieces,
          const char  *title)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, out, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  for (const Piece *piece = pieces; piece->text != NULL; piece++)
    {
      if (piece->size <= 0)
        {
          cairo_show_page (cr);
          continue;
        }
      cairo_select_font_face (cr, "Lato", CAIRO_FONT_SLANT_NORMAL,
                              piece->bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
      cairo_set_font_size (cr, piece->size);
      cairo_move_to (cr, piece->x, piece->y);
      cairo_show_text (cr, piece->text);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (out);
}

static gboolean
can_read (void)
{
  if (!vac_import_is_possible (VAC_IMPORT_PDF))
    g_test_skip ("built without poppler: PDF files are not read");

  return vac_import_is_possible (VAC_IMPORT_PDF);
}

/* Lines of about the width of the page, so that what follows them is told to go on. */
#define LONG "This line is long enough to reach the margin at the right of the page and there"
#define LONG_HYPHEN \
  "This line is long enough to reach the margin at the right of the page, by super-"
#define HANGING "This line of a bullet is long enough to reach the margin at the right, and then"

static const struct
{
  const char *name;
  const char *title;
  const Piece pieces[20];
  const char *expected;
} cases[] = {
  { "wrapped lines are joined, lines that end early are not", NULL,
    { { 72, 100, 12, FALSE, LONG }, { 72, 116, 12, FALSE, "it ends." },
      { 72, 132, 12, FALSE, "Short." }, { 72, 148, 12, FALSE, LONG }, END },
    "p " LONG " it ends.\np Short.\np " LONG "\n" },
  { "space between paragraphs", NULL,
    { { 72, 100, 12, FALSE, LONG }, { 72, 116, 12, FALSE, LONG }, { 72, 142, 12, FALSE, LONG },
      { 72, 158, 12, FALSE, LONG }, END },
    "p " LONG " " LONG "\np " LONG " " LONG "\n" },
  { "hyphens at line ends", NULL,
    { { 72, 100, 12, FALSE, LONG_HYPHEN }, { 72, 116, 12, FALSE, "vising." },
      { 72, 142, 12, FALSE, LONG_HYPHEN }, { 72, 158, 12, FALSE, "Node." },
      { 72, 184, 12, FALSE, LONG_HYPHEN }, { 72, 200, 12, FALSE, "and subordinates." }, END },
    "p This line is long enough to reach the margin at the right of the page, by supervising.\n"
    "p " LONG_HYPHEN "Node.\np " LONG_HYPHEN " and subordinates.\n" },
  { "bullets with hanging lines and levels", NULL,
    { { 72, 100, 12, FALSE, "•" }, { 90, 100, 12, FALSE, HANGING },
      { 90, 116, 12, FALSE, "ends." },
      { 72, 132, 12, FALSE, "•" }, { 90, 132, 12, FALSE, "Two" },
      { 90, 148, 12, FALSE, "–" }, { 108, 148, 12, FALSE, "Three" },
      { 72, 164, 12, FALSE, "•" }, { 90, 164, 12, FALSE, "Four" },
      { 72, 180, 12, FALSE, "Not a bullet" }, END },
    "b1 " HANGING " ends.\nb1 Two\nb2 Three\nb1 Four\np Not a bullet\n" },
  { "bullets of fonts of letters", NULL,
    { { 72, 100, 12, FALSE, "o" }, { 90, 100, 12, FALSE, "One" },
      { 72, 116, 12, FALSE, "o" }, { 90, 116, 12, FALSE, "Two" }, END },
    "b1 One\nb1 Two\n" },
  { "numbers in a row are bullets, one alone is none", NULL,
    { { 72, 100, 12, FALSE, "1. One" }, { 72, 116, 12, FALSE, "2. Two" },
      { 72, 132, 12, FALSE, "3. Three" }, { 72, 148, 12, FALSE, "Text" },
      { 72, 164, 12, FALSE, "2027. A year" }, END },
    "b1 One\nb1 Two\nb1 Three\np Text\np 2027. A year\n" },
  { "headings by size and by weight", "Cook",
    { { 72, 100, 24, TRUE, "Cook" }, { 72, 130, 16, TRUE, "Tasks" },
      { 72, 150, 12, FALSE, LONG }, { 72, 166, 12, FALSE, LONG },
      { 72, 200, 12, TRUE, "Daily" }, { 72, 220, 12, FALSE, LONG }, { 72, 236, 12, FALSE, LONG },
      { 72, 270, 16, TRUE, "Profile" }, { 72, 290, 12, FALSE, "You cook." }, END },
    "title Cook\nh1 Tasks\np " LONG " " LONG "\nh2 Daily\np " LONG " " LONG
    "\nh1 Profile\np You cook.\n" },
  { "a large sum is no heading", NULL,
    { { 72, 100, 16, TRUE, "2,400 € a month" }, { 72, 130, 12, FALSE, LONG }, END },
    "p! 2,400 € a month\np " LONG "\n" },
  { "labels", NULL,
    { { 72, 100, 12, TRUE, "Place:" }, { 112, 100, 12, FALSE, "Ulm" },
      { 72, 120, 12, FALSE, LONG }, END },
    "p [Place] Ulm\np " LONG "\n" },
  { "labels and values side by side are rows", NULL,
    { { 72, 100, 12, FALSE, "Place" }, { 72, 116, 12, FALSE, "Contract" },
      { 72, 132, 12, FALSE, "Pay" }, { 220, 100, 12, FALSE, "Ulm" },
      { 220, 116, 12, FALSE, "Full-time" }, { 220, 132, 12, FALSE, "2,400 € a month" },
      { 72, 170, 12, FALSE, LONG }, END },
    "row Place | Ulm\nrow Contract | Full-time\nrow Pay | 2,400 € a month\np " LONG "\n" },
  { "running heads and page numbers are left out", NULL,
    { { 72, 40, 9, FALSE, "Cook, page 1" }, { 72, 100, 12, FALSE, LONG },
      { 290, 810, 9, FALSE, "1" }, NEXT_PAGE,
      { 72, 40, 9, FALSE, "Cook, page 2" }, { 72, 100, 12, FALSE, "and it goes on here." },
      { 290, 810, 9, FALSE, "2" }, END },
    "p " LONG " and it goes on here.\n" },
  { "captions above facts side by side", "Cook",
    { { 72, 60, 24, TRUE, "Cook" }, { 72, 84, 15, TRUE, "Acme Ltd" },
      { 72, 110, 9, TRUE, "PLACE" }, { 230, 110, 9, TRUE, "CONTRACT" },
      { 390, 110, 9, TRUE, "HOURS" }, { 72, 124, 12, FALSE, "Ulm" },
      { 230, 124, 12, FALSE, "Full-time, limited to a" },
      { 230, 139, 12, FALSE, "couple of years" },
      { 390, 124, 12, FALSE, "38" }, { 72, 180, 12, FALSE, LONG }, END },
    "title Cook\nh1 Acme Ltd\nrow PLACE | Ulm\n"
    "row CONTRACT | Full-time, limited to a couple of years\nrow HOURS | 38\np " LONG "\n" },
  { "bold captions of the size of the text, side by side", NULL,
    { { 72, 100, 12, FALSE, LONG }, { 72, 140, 12, TRUE, "Place" },
      { 300, 140, 12, TRUE, "Contract" }, { 72, 156, 12, FALSE, "Ulm" },
      { 300, 156, 12, FALSE, "Full-time" }, { 72, 200, 12, FALSE, LONG }, END },
    "p " LONG "\nrow Place | Ulm\nrow Contract | Full-time\np " LONG "\n" },
  { "small captions in a column beside the text", "Cook",
    { { 72, 90, 8, FALSE, "Place" }, { 200, 84, 24, TRUE, "Cook" },
      { 72, 102, 10, FALSE, "Ulm" }, { 72, 124, 8, FALSE, "Type of" },
      { 72, 134, 8, FALSE, "contract" }, { 72, 146, 10, FALSE, "Full-time" },
      { 200, 124, 12, FALSE, "You cook for a house of ninety people, in a team of" },
      { 200, 140, 12, FALSE, "four, and you buy what you need." },
      { 72, 168, 8, FALSE, "Hours" }, { 72, 180, 10, FALSE, "38" }, END },
    "title Cook\nrow Place | Ulm\nrow Type of contract | Full-time\nrow Hours | 38\n"
    "p You cook for a house of ninety people, in a team of four, and you buy what you need.\n" },
  { "one small line above a larger one is no caption", NULL,
    { { 72, 84, 8, FALSE, "Acme Ltd" }, { 72, 100, 12, FALSE, LONG }, END },
    "p Acme Ltd\np " LONG "\n" },
  { "a list in two columns between texts", NULL,
    { { 72, 100, 12, FALSE, LONG }, { 72, 120, 12, TRUE, "We offer" },
      { 72, 140, 12, FALSE, "• Lunch at the table of the guests," },
      { 320, 140, 12, FALSE, "• Thirty days off" }, { 81, 155, 12, FALSE, "every day" },
      { 320, 155, 12, FALSE, "• A room" }, { 72, 170, 12, FALSE, "• A bus ticket" },
      { 72, 200, 12, FALSE, LONG }, END },
    "p " LONG "\nh1 We offer\nb1 Lunch at the table of the guests, every day\nb1 A bus ticket\n"
    "b1 Thirty days off\nb1 A room\np " LONG "\n" },
  { "what stands at the top of one page is text", NULL,
    { { 72, 60, 12, FALSE, "Acme Ltd" }, { 72, 100, 12, FALSE, LONG }, END },
    "p Acme Ltd\np " LONG "\n" },
};

static void
test_pages_are_read (void)
{
  if (!can_read ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_pdf (cases[i].pieces, cases[i].title);

      office_assert_reads (VAC_IMPORT_PDF, bytes, cases[i].name, cases[i].expected);
    }
}

static void
test_columns_are_read_one_after_the_other (void)
{
  Piece pieces[26] = { { 0 } };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VacDraft) draft = NULL;

  if (!can_read ())
    return;
  for (guint i = 0; i < 24; i++)
    pieces[i] = (Piece) { i % 2 == 0 ? 72 : 320, 100 + 14 * (i / 2), 10, FALSE,
                          i % 2 == 0 ? "left words that fill the column well" : "Right." };
  pieces[24] = (Piece) END;
  bytes = make_pdf (pieces, NULL);
  draft = office_read (VAC_IMPORT_PDF, bytes);
  g_assert_cmpuint (vac_draft_get_n_parts (draft), ==, 13);
  g_assert_true (g_str_has_prefix (vac_draft_get_part (draft, 0)->text, "left words that fill"));
  for (guint i = 1; i < 13; i++)
    g_assert_cmpstr (vac_draft_get_part (draft, i)->text, ==, "Right.");
}

static void
test_parts_say_on_which_page_they_are (void)
{
  const Piece pieces[] = {
    { 72, 100, 12, FALSE, "One." }, NEXT_PAGE, { 72, 100, 12, FALSE, "Two." }, END
  };
  g_autoptr (GBytes) bytes = make_pdf (pieces, NULL);
  g_autoptr (VacDraft) draft = NULL;

  if (!can_read ())
    return;
  draft = office_read (VAC_IMPORT_PDF, bytes);
  g_assert_cmpstr (vac_draft_get_part (draft, 0)->origin, ==, "page 1");
  g_assert_cmpstr (vac_draft_get_part (draft, 1)->origin, ==, "page 2");
}

static void
test_other_files_are_refused (void)
{
  const Piece blank[] = { END };
  static const char junk[] = "%PDF-1.7\nand nothing that is one";
  /* A password is asked for: the dictionary of an encryption that no key opens. */
  static const char locked[] =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0"
    ">>endobj 3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<28BF4E5E4E758A4164004E56FFFA01082E2E00B6"
    "D0683E802F0CA9FE6453697A>/U<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>"
    ">>endobj\n"
    "trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF";
  GBytes *bytes[] = {
    make_pdf (blank, NULL), g_bytes_new_static (junk, sizeof junk - 1),
    g_bytes_new_static ("", 0), g_bytes_new_static (locked, sizeof locked - 1),
  };
  static const char *const sentences[] = { "pictures of pages", "damaged", "damaged", "password" };

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    {
      if (vac_import_is_possible (VAC_IMPORT_PDF))
        office_assert_refuses (VAC_IMPORT_PDF, bytes[i], sentences[i]);
      g_bytes_unref (bytes[i]);
    }
  can_read ();
}

/* Whatever is missing, the file is refused or read, and nothing is said on standard error. */
static void
test_files_that_were_cut_off_do_no_harm (void)
{
  g_autoptr (GBytes) whole = make_pdf (cases[6].pieces, NULL);

  if (!can_read ())
    return;
  if (g_test_subprocess ())
    {
      for (gsize size = 0; size < g_bytes_get_size (whole); size += 100)
        {
          g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, size);
          g_autoptr (GPtrArray) drafts = vac_import_read (VAC_IMPORT_PDF, part, NULL);

          g_assert_true (drafts == NULL || drafts->len == 1);
        }
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  /* A sanitizer may say there what it left out. */
  g_test_trap_assert_stderr_unmatched ("*Syntax*");
  g_test_trap_assert_stderr_unmatched ("*rror*");
}

/* Headings and bullets without their blanks: those of other widths are lost in print. */
static char *
list_parts (VacDraft *draft)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < vac_draft_get_n_parts (draft); i++)
    {
      const VacDraftPart *part = vac_draft_get_part (draft, i);

      if (part->kind != VAC_DRAFT_TITLE && part->kind != VAC_DRAFT_HEADING &&
          part->kind != VAC_DRAFT_BULLET)
        continue;
      g_string_append (out, part->kind == VAC_DRAFT_BULLET ? "bullet " : "heading ");
      if (part->label != NULL)
        g_string_append_printf (out, "%s: ", part->label);
      for (const char *p = part->text; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)))
          g_string_append_unichar (out, g_utf8_get_char (p));
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* Pages in letters that no font has cannot be read back. */
static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (*text != '\n' && !vac_characters_has (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/* The Word file says what is a heading and a bullet; on the pages all must be found again. In
 * Arabic only their number: poppler turns Latin words around that stand in it. */
static void
test_our_own_pages_come_back (void)
{
  g_auto (GStrv) names = support_list_postings ();

  if (!can_read ())
    return;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (VacDocument) document = support_load_posting (names[i]);
      g_autoptr (GBytes) word = support_export_as (document, "docx", VAC_AUDIENCE_CANDIDATE);
      g_autoptr (GBytes) pages = support_export (document, &vac_pdf_exporter,
                                                 VAC_AUDIENCE_CANDIDATE);
      g_autoptr (VacDraft) expected = office_read (VAC_IMPORT_DOCX, word);
      g_autoptr (VacDraft) draft = office_read (VAC_IMPORT_PDF, pages);
      g_autofree char *wanted = list_parts (expected);
      g_autofree char *found = list_parts (draft);

      if (!has_letters (wanted))
        g_test_message ("no font has all letters of %s", names[i]);
      else if (g_str_has_prefix (vac_document_get_text (document, VAC_ROLE_LANGUAGE), "ar"))
        for (char *p = wanted, *q = found; p != NULL; p = strchr (p + 1, '\n'))
          {
            g_assert_nonnull (q);
            g_assert_true (p == wanted || p[1] == q[1]);
            q = strchr (q + 1, '\n');
          }
      else
        support_assert_same_lines (found, wanted);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/pages-are-read", test_pages_are_read);
  g_test_add_func ("/pdf/columns-are-read-one-after-the-other",
                   test_columns_are_read_one_after_the_other);
  g_test_add_func ("/pdf/parts-say-on-which-page-they-are", test_parts_say_on_which_page_they_are);
  g_test_add_func ("/pdf/other-files-are-refused", test_other_files_are_refused);
  g_test_add_func ("/pdf/files-that-were-cut-off-do-no-harm",
                   test_files_that_were_cut_off_do_no_harm);
  g_test_add_func ("/pdf/our-own-pages-come-back", test_our_own_pages_come_back);

  return g_test_run ();
}
