/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "exporting.h"
#include "paper-fixture.h"
#include "support.h"
#include "vac-hyphen.h"
#include "vac-codes.h"
#include "vac-outline-facts.h"
#include "vac-pdf-private.h"
#include "vac-pdf.h"

static const char *const hostile[] = {
  "https://example.com/)>>/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
  "https://example.com/'/uri='javascript:alert(1)",
  "https://example.com/\\)\\'\"<>[]{}",
  "https://example.com/%29%27",
  "mailto:a)b'c@example.com",
  "https://example.com/\nrect=[0 0 9 9]",
  "https://example.com/ünïcödé ✓",
};

static GBytes *
write_outline (VacOutline *outline,
               const char *created)
{
  g_autoptr (VacPaper) paper = NULL;
  g_autoptr (GError) error = NULL;
  VacPageSetup setup;
  GBytes *pdf;

  vac_page_setup_init (&setup, VAC_PAPER_LETTER);
  paper = vac_paper_new (&setup);
  vac_paper_set_outline (paper, outline);
  pdf = vac_paper_write_pdf (paper, created, &error);
  g_assert_no_error (error);
  return pdf;
}

/* Runs an outside judge on a PDF; returns what it says, or NULL if it is not installed. */
static char *
judge (GBytes     *pdf,
       const char *program,
       const char *option,
       const char *last)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;
  int fd;

  if (found == NULL)
    {
      g_autofree char *message = g_strdup_printf ("SKIPPED: %s is not installed", program);

      g_test_skip (message);
      return NULL;
    }

  fd = g_file_open_tmp ("vacancy-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), &error));
  if (option != NULL)
    g_spawn_sync (NULL, (char *[]) { found, (char *) option, path, (char *) last, NULL }, NULL,
                  G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  else
    g_spawn_sync (NULL, (char *[]) { found, path, (char *) last, NULL }, NULL,
                  G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return output;
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("\"%s\" is missing in:\n%s", part, text);
}

static VacDocument *
read_guide (void)
{
  VacDocument *document = support_load_guide ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME),
                         "Acme (R&D) \\ Söhne");
  return document;
}

static GBytes *
write_guide (VacAudience audience)
{
  g_autoptr (VacDocument) document = read_guide ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_POSTED), "2026-03-04");
  pdf = vac_export (&vac_pdf_exporter, vac_subject_get_for (audience), document,
                    &vac_export_defaults, &error);
  g_assert_no_error (error);
  return pdf;
}

static void
test_qpdf_finds_no_fault (void)
{
  for (int audience = VAC_AUDIENCE_CANDIDATE; audience <= VAC_AUDIENCE_TEAM; audience++)
    {
      g_autoptr (GBytes) pdf = write_guide ((VacAudience) audience);
      g_autofree char *said = judge (pdf, "qpdf", "--check", NULL);

      if (said != NULL)
        assert_contains (said, "No syntax or stream encoding errors");
    }
}

static void
test_the_file_says_what_it_is (void)
{
  static const char *const lines[] = {
    "Machine Learning Engineer\n", "Acme (R&D) \\ Söhne\n", "Mar  4 00:00:00 2026", "612 x 792",
    "Tagged:          yes", "JavaScript:      no",
  };
  g_autoptr (GBytes) pdf = write_guide (VAC_AUDIENCE_CANDIDATE);
  g_autofree char *said = judge (pdf, "pdfinfo", NULL, NULL);

  for (guint i = 0; said != NULL && i < G_N_ELEMENTS (lines); i++)
    assert_contains (said, lines[i]);
}

/* Lines to write on are drawn: nobody has forty underscores read to them. */
static void
test_note_lines_are_no_text (void)
{
  g_autoptr (VacDocument) document = read_guide ();
  g_autofree char *line = g_strnfill (40, '_');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = vac_export (&vac_pdf_exporter, &vac_interview_subject, document,
                                       &vac_export_defaults, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  said = judge (pdf, "pdftotext", "-layout", "-");
  if (said == NULL)
    return;
  assert_contains (said, "Notes:");
  assert_contains (said, "Rating, 1–4:");
  g_assert_null (strstr (said, line));
}

/* Two windows with a paper each, in either order; without a choice, the language's applies. */
static void
test_each_export_has_the_paper_of_its_options (void)
{
  static const struct
  {
    gboolean     chosen;
    VacPaperSize size;
    const char  *expected;
  } cases[] = {
    { TRUE, VAC_PAPER_A4, "595.276 x 841.89" },
    { TRUE, VAC_PAPER_LETTER, "612 x 792" },
    { TRUE, VAC_PAPER_A4, "595.276 x 841.89" },
    { FALSE, VAC_PAPER_A4, "612 x 792" },
  };
  g_autoptr (VacDocument) document = read_guide ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *said = NULL;
      VacExportOptions options = vac_export_defaults;
      VacPageSetup setup;

      vac_page_setup_init (&setup, cases[i].size);
      options.page_setup = cases[i].chosen ? &setup : NULL;
      pdf = vac_export (&vac_pdf_exporter, &vac_posting_subject, document, &options, NULL);
      said = judge (pdf, "pdfinfo", NULL, NULL);
      if (said != NULL)
        assert_contains (said, cases[i].expected);
    }
}

static void
test_the_language_is_said (void)
{
  g_autoptr (GBytes) pdf = write_guide (VAC_AUDIENCE_CANDIDATE);
  g_autofree char *said = judge (pdf, "qpdf", "--json=1", NULL);

  if (said != NULL)
    assert_contains (said, "\"/Lang\": \"en-US\"");
}

static void
test_text_can_be_selected (void)
{
  g_autoptr (GBytes) pdf = write_guide (VAC_AUDIENCE_CANDIDATE);
  g_autofree char *said = judge (pdf, "pdftotext", "-layout", "-");
  g_autoptr (VacDocument) document = read_guide ();
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);

  for (guint i = 0; said != NULL && i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if (block->kind == VAC_BLOCK_HEADING || block->kind == VAC_BLOCK_PAY)
        assert_contains (said, block->text);
    }
}

/* Where lines break is the typesetter's business, and so are the marks of bullets. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (squeezed, c);
    }

  return g_string_free (squeezed, FALSE);
}

/* By the word, as a page may end anywhere between two. */
static void
check_is_printed (const char *page,
                  const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = squeeze (words[i]);

      if (strstr (page, word) == NULL)
        {
          g_test_message ("\"%s\" of \"%s\" is not on the page", word, text);
          g_test_fail ();
        }
    }
}

/* Longer is not read. */
#define MOST_PAGES 3

static void
check_posting (const char *name)
{
  g_autoptr (VacDocument) document = support_load_posting (name);
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_autoptr (GBytes) pdf = support_export (document, &vac_pdf_exporter, VAC_AUDIENCE_CANDIDATE);
  g_autofree char *check = judge (pdf, "qpdf", "--check", NULL);
  g_autofree char *said = judge (pdf, "pdftotext", NULL, "-");
  g_autofree char *page = NULL;
  guint n_pages = 0;

  if (check == NULL || said == NULL)
    return;
  assert_contains (check, "No syntax or stream encoding errors");
  for (const char *p = strchr (said, '\f'); p != NULL; p = strchr (p + 1, '\f'))
    n_pages++;
  g_assert_cmpuint (n_pages, <=, MOST_PAGES);

  /* What runs from right to left is given back in an order that is poppler's own. */
  if (vac_codes_is_rtl (vac_outline_get_language (outline)))
    return;

  page = squeeze (said);
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      check_is_printed (page, block->text);
      for (guint j = 0; block->facts != NULL && j < block->facts->len; j++)
        check_is_printed (page, vac_facts_get (block->facts, j)->text);
    }
}

static void
test_every_posting_is_printed_whole (void)
{
  g_auto (GStrv) names = support_list_postings ();

  for (guint i = 0; names[i] != NULL; i++)
    check_posting (names[i]);
}

static void
test_headings_are_bookmarks (void)
{
  g_autoptr (GBytes) pdf = write_guide (VAC_AUDIENCE_CANDIDATE);
  g_autofree char *said = judge (pdf, "qpdf", "--json=1", NULL);
  g_autoptr (VacDocument) document = read_guide ();
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  guint n_headings = 0;

  for (guint i = 0; said != NULL && i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);
      g_autofree char *expected = NULL;

      if (block->kind != VAC_BLOCK_HEADING || strpbrk (block->text, "\"\\") != NULL)
        continue;
      expected = g_strdup_printf ("\"title\": \"%s\"", block->text);
      assert_contains (said, expected);
      n_headings++;
    }
  if (said != NULL)
    g_assert_cmpuint (n_headings, >, 5);
}

static void
test_same_pages_same_bytes (void)
{
  g_autoptr (GBytes) first = write_guide (VAC_AUDIENCE_TEAM);
  g_autoptr (GBytes) second = write_guide (VAC_AUDIENCE_TEAM);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_date_of_the_file (void)
{
  static const struct
  {
    const char *created;
    const char *epoch;
    const char *expected;
  } cases[] = {
    { "2026-03-04", NULL, "Mar  4 00:00:00 2026" },
    { "2026-03-04", "86400", "Mar  4 00:00:00 2026" },
    { "", "86400", "Jan  2 00:00:00 1970" },
    { NULL, "1700000000", "Nov 14 22:13:20 2023" },
    { NULL, NULL, NULL },
    { NULL, "yesterday", NULL },
  };
  PaperFixture fixture;
  g_autoptr (VacOutline) outline = NULL;

  paper_fixture_init (&fixture);
  outline = create_outline (&fixture, NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *said = NULL;

      if (cases[i].epoch != NULL)
        g_setenv ("SOURCE_DATE_EPOCH", cases[i].epoch, TRUE);
      else
        g_unsetenv ("SOURCE_DATE_EPOCH");
      pdf = write_outline (outline, cases[i].created);
      said = judge (pdf, "pdfinfo", NULL, NULL);
      if (said != NULL && cases[i].expected != NULL)
        assert_contains (said, cases[i].expected);
      else if (said != NULL)
        g_assert_null (strstr (said, "CreationDate"));
    }
  g_unsetenv ("SOURCE_DATE_EPOCH");
  paper_fixture_clear (&fixture);
}

static VacOutline *
create_links (PaperFixture *fixture,
              const char   *uri)
{
  VacOutline *outline = vac_outline_new_empty (fixture->document, VAC_AUDIENCE_CANDIDATE);

  vac_outline_add_heading (outline, 1, uri, fixture->nodes[0]);
  vac_outline_add_link (outline, "Apply", uri, uri, fixture->nodes[0]);
  return outline;
}

/* Whatever a link says, the file has one link and nothing else that acts. */
static void
test_hostile_links_inject_nothing (void)
{
  PaperFixture fixture;

  paper_fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (VacOutline) outline = create_links (&fixture, hostile[i]);
      g_autoptr (GBytes) pdf = write_outline (outline, NULL);
      g_autofree char *said = judge (pdf, "qpdf", "--json=1", NULL);
      g_autofree char *check = judge (pdf, "qpdf", "--check", NULL);
      g_auto (GStrv) actions = NULL;

      if (said == NULL)
        break;
      assert_contains (check, "No syntax or stream encoding errors");
      actions = g_strsplit (said, "\"/S\": \"/URI\"", -1);
      g_assert_cmpuint (g_strv_length (actions), ==, 2);
      g_assert_null (strstr (said, "\"/OpenAction\""));
      g_assert_null (strstr (said, "\"/JS\""));
      g_assert_null (strstr (said, "\"/JavaScript\""));
    }
  paper_fixture_clear (&fixture);
}

static void
test_uri_is_harmless (void)
{
  static const struct
  {
    const char *uri;
    const char *escaped;
  } cases[] = {
    { "https://example.com/?a=b&c=%20", "https://example.com/?a=b&c=%20" },
    { "https://example.com/a)b(c'd", "https://example.com/a%29b%28c%27d" },
    { "http://x/\"\\<>", "http://x/%22%5C%3C%3E" },
    { "mailto:a b@example.com", "mailto:a%20b@example.com" },
    { "tel:+15125550100", "tel:+15125550100" },
    { "https://example.com/ü", "https://example.com/%C3%BC" },
    { "javascript:alert(1)", NULL },
    { " javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "//example.com", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *escaped = vac_pdf_escape_uri (cases[i].uri);

      g_assert_cmpstr (escaped, ==, cases[i].escaped);
    }
}

static void
test_links_lead_where_they_say (void)
{
  PaperFixture fixture;
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *said = NULL;

  paper_fixture_init (&fixture);
  outline = create_links (&fixture, "https://example.com/jobs?id=1&x=2");
  pdf = write_outline (outline, NULL);
  said = judge (pdf, "pdfinfo", "-url", NULL);
  if (said != NULL)
    assert_contains (said, "https://example.com/jobs?id=1&x=2");
  paper_fixture_clear (&fixture);
}

static void
test_foreign_pdf_stays_as_it_is (void)
{
  static const char *const files[] = {
    "", "startxref\n", "startxref\n99999\n", "%PDF-1.7\nxref\nstartxref\n9\n%%EOF\n",
    ("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Root 9 0 R /Info 1 0 R >>\n"
     "startxref\n9\n%%EOF\n"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GByteArray) pdf = g_byte_array_new ();

      g_byte_array_append (pdf, (const guint8 *) files[i], (guint) strlen (files[i]));
      g_assert_false (vac_pdf_set_language (pdf, "en-US", NULL));
      g_assert_cmpmem (pdf->data, pdf->len, files[i], strlen (files[i]));
    }
}

static void
test_language_cannot_inject (void)
{
  g_autoptr (GBytes) bytes = write_guide (VAC_AUDIENCE_CANDIDATE);
  g_autoptr (GByteArray) pdf = g_byte_array_new ();

  g_byte_array_append (pdf, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_assert_false (vac_pdf_set_language (pdf, "en) /OpenAction (x", NULL));
  g_assert_false (vac_pdf_set_language (pdf, "", NULL));
  g_assert_cmpuint (pdf->len, ==, g_bytes_get_size (bytes));
}

static VacOutline *
outline_posting (const char *name)
{
  g_autoptr (VacDocument) document = support_load_posting (name);

  return vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
}

static void
test_the_logo_is_a_figure_with_the_employers_name (void)
{
  g_autoptr (VacOutline) outline = outline_posting ("registered-nurse");
  g_autoptr (GBytes) pdf = write_outline (outline, NULL);
  g_autoptr (GString) alternative = g_string_new ("/Alt <FEFF");
  g_autofree char *tags = NULL;
  g_autofree char *checked = NULL;
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  for (const char *p = "Harbor General Hospital"; *p != '\0'; p++)
    g_string_append_printf (alternative, "%04X", *p);
  g_assert_nonnull (memmem (data, length, alternative->str, alternative->len));
  tags = judge (pdf, "pdfinfo", "-struct", NULL);
  if (tags != NULL)
    assert_contains (tags, "Figure");
  checked = judge (pdf, "qpdf", "--check", NULL);
  if (checked != NULL)
    assert_contains (checked, "No syntax or stream encoding errors");
}

/* Letters and figures alone: lines break where they do, captions are capitals, and a hyphen at the
 * end of a line is not one. */
static char *
squash (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *squashed = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (squashed, g_utf8_get_char (p));

  return g_string_free (squashed, FALSE);
}

/* What a block says, in the order in which it is read. */
static void
assert_is_read_next (const char **at,
                     const char  *text)
{
  g_autofree char *wanted = squash (text);
  const char *found = strstr (*at, wanted);

  if (found == NULL)
    g_error ("“%s” is not read after what comes before it", text);
  *at = found + strlen (wanted);
}

/* A heading of one line, in bytes. */
#define SHORT 24

static void
assert_is_read_in_order (VacOutline *outline,
                         const char *tags)
{
  g_autofree char *read = squash (tags);
  const char *at = read;

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if (block->kind == VAC_BLOCK_PICTURE || block->kind == VAC_BLOCK_CHART)
        continue;
      if (block->label != NULL)
        assert_is_read_next (&at, block->label);
      for (guint j = 0; block->facts != NULL && j < block->facts->len; j++)
        assert_is_read_next (&at, vac_facts_get (block->facts, j)->text);
      for (guint j = 0; block->cells != NULL && block->cells[j] != NULL; j++)
        assert_is_read_next (&at, block->cells[j]);
      if (block->facts == NULL && block->cells == NULL)
        assert_is_read_next (&at, block->text);
      /* Captions are capitals; no letter of a heading is one because of them. */
      if (block->kind == VAC_BLOCK_HEADING && strlen (block->text) < SHORT)
        assert_contains (tags, block->text);
    }
}

static void
test_every_design_is_read_in_order (void)
{
  static const char *const names[] = { "registered-nurse", "software-developer" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (const VacDesign *const *design = vac_design_list (); *design != NULL; design++)
      {
        g_autoptr (VacOutline) outline = outline_posting (names[i]);
        VacLook look = *vac_outline_get_look (outline);
        g_autoptr (GBytes) pdf = NULL;
        g_autofree char *tags = NULL;

        vac_look_set_design (&look, *design);
        vac_outline_set_look (outline, &look);
        pdf = write_outline (outline, NULL);
        tags = judge (pdf, "pdfinfo", "-struct-text", NULL);
        if (tags == NULL)
          return;
        assert_is_read_in_order (outline, tags);
      }
}

/* A reader that copies or searches finds the word, which the page shows in two parts. */
static void
test_divided_words_are_read_whole (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  VacNode *text = vac_node_get (vac_document_find_section (document, "position-overview"),
                                VAC_ROLE_SECTION_TEXT);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *said = NULL;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "de");
  vac_document_set_text (document, text,
                         "Diese Zeile ist genau so lang, dass das nächste Wort nicht mehr in sie "
                         "passt: Weiterbildungsmöglichkeiten gehören dazu.");
  pdf = support_export (document, &vac_pdf_exporter, VAC_AUDIENCE_CANDIDATE);
  lines = judge (pdf, "pdftotext", "-layout", "-");
  said = judge (pdf, "pdftotext", NULL, "-");
  if (said == NULL || lines == NULL || !vac_hyphen_has_language ("de"))
    return;
  g_assert_null (strstr (lines, "Weiterbildungsmöglichkeiten"));
  g_assert_nonnull (strstr (said, "Weiterbildungsmöglichkeiten"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/qpdf-finds-no-fault", test_qpdf_finds_no_fault);
  g_test_add_func ("/pdf/the-file-says-what-it-is", test_the_file_says_what_it_is);
  g_test_add_func ("/pdf/each-export-has-the-paper-of-its-options",
                   test_each_export_has_the_paper_of_its_options);
  g_test_add_func ("/pdf/note-lines-are-no-text", test_note_lines_are_no_text);
  g_test_add_func ("/pdf/the-language-is-said", test_the_language_is_said);
  g_test_add_func ("/pdf/text-can-be-selected", test_text_can_be_selected);
  g_test_add_func ("/pdf/every-posting-is-printed-whole", test_every_posting_is_printed_whole);
  g_test_add_func ("/pdf/headings-are-bookmarks", test_headings_are_bookmarks);
  g_test_add_func ("/pdf/same-pages-give-the-same-bytes", test_same_pages_same_bytes);
  g_test_add_func ("/pdf/the-date-is-the-document-s-or-the-epoch-s", test_date_of_the_file);
  g_test_add_func ("/pdf/links-lead-where-they-say", test_links_lead_where_they_say);
  g_test_add_func ("/pdf/hostile-links-inject-nothing", test_hostile_links_inject_nothing);
  g_test_add_func ("/pdf/a-uri-is-made-harmless", test_uri_is_harmless);
  g_test_add_func ("/pdf/a-foreign-file-stays-as-it-is", test_foreign_pdf_stays_as_it_is);
  g_test_add_func ("/pdf/a-language-cannot-inject", test_language_cannot_inject);
  g_test_add_func ("/pdf/the-logo-is-a-figure-with-the-employers-name",
                   test_the_logo_is_a_figure_with_the_employers_name);
  g_test_add_func ("/pdf/divided-words-are-read-whole", test_divided_words_are_read_whole);
  g_test_add_func ("/pdf/every-design-is-read-in-order", test_every_design_is_read_in_order);

  return g_test_run ();
}
