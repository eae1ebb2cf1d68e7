/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exporting.h"
#include "office.h"
#include "support.h"
#include "vac-import.h"
#include "vac-recognition.h"

/* What was bold or a link elsewhere, and what only looks so here. */

static const struct
{
  const char *html;
  const char *stored;   /* of the first bullet */
} bullets[] = {
  { "plain", "plain" },
  { "with <b>bold</b> words", "with **bold** words" },
  { "with <strong> bold </strong>words", "with **bold** words" },
  { "with <b>bo</b><b>ld</b> words", "with **bold** words" },
  { "see <a href='https://a.example/x'>the <b>page</b></a>.",
    "see [the **page**](https://a.example/x)." },
  { "see <b><a href='https://a.example'>it</a></b> now", "see **[it](https://a.example)** now" },
  { "see <a href='javascript:x'>it</a> now", "see it now" },
  { "see <a href='#top'>it</a> now", "see it now" },
  { "ask <a href='mailto:a@b.example'>a@b.example</a>", "ask a@b.example" },
  { "ask <a href='mailto:a@b.example'>us</a>", "ask [us](mailto:a@b.example)" },
  { "two ** asterisks ** and **these**", "two \\*\\* asterisks \\*\\* and \\*\\*these\\*\\*" },
  { "not a [link](https://a.example)", "not a [link\\](https://a.example)" },
  { "<b>all of it</b>", "all of it" },
};

static const char *
get_bullet (VacDocument *document)
{
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);

  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *items = vac_node_get (vac_node_get_child (sections, i), VAC_ROLE_SECTION_ITEMS);

      if (vac_node_get_n_children (items) > 0)
        return vac_node_get_member_text (vac_node_get_child (items, 0), VAC_ROLE_ITEM_TEXT);
    }

  return "";
}

static void
test_html (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      g_autofree char *html = g_strdup_printf (
          "<h1>Nurse</h1><h2>Duties</h2><ul><li>%s</li><li>more</li></ul>", bullets[i].html);
      g_autoptr (VacDraft) draft = vac_draft_new ();
      g_autoptr (VacRecognition) recognition = NULL;
      g_autoptr (VacDocument) document = NULL;

      vac_draft_add_html (draft, html, -1, NULL);
      recognition = vac_recognition_new (draft, "en");
      document = vac_recognition_make_document (recognition);
      g_assert_cmpstr (get_bullet (document), ==, bullets[i].stored);
    }
}

#define RUN(properties, text) \
  "<w:r><w:rPr>" properties "</w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define BOLD "<w:b/>"
#define LINK(id, runs) "<w:hyperlink r:id=\"" id "\">" runs "</w:hyperlink>"
#define MARK(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(code) "<w:r><w:instrText>" code "</w:instrText></w:r>"

/* What a paragraph of Word has, and what a document stores of it. */
static const struct
{
  const char *runs;
  const char *stored;
} word_texts[] = {
  { RUN ("", "with ") RUN (BOLD, "bold") RUN ("", " words"), "with **bold** words" },
  { RUN ("", "see ") LINK ("rId1", RUN ("", "the ") RUN (BOLD, "page")) RUN ("", "."),
    "see [the **page**](https://a.example/x)." },
  { RUN ("", "ask ") LINK ("rId2", RUN ("", "us")), "ask [us](mailto:a@b.example)" },
  { RUN ("", "ask ") LINK ("rId2", RUN ("", "a@b.example")), "ask a@b.example" },
  { RUN ("", "see ") LINK ("rId3", RUN ("", "it")) RUN ("", " now"), "see it now" },
  { RUN ("", "see ") LINK ("rId4", RUN ("", "it")) RUN ("", " now"), "see it now" },
  { RUN ("", "see ") LINK ("rId99", RUN ("", "it")) RUN ("", " now"), "see it now" },
  { RUN ("", "see ") "<w:hyperlink w:anchor=\"top\">" RUN ("", "it") "</w:hyperlink>", "see it" },
  { LINK ("rId1", RUN (BOLD, "all of it")), "[all of it](https://a.example/x)" },
  { RUN ("", "see ") MARK ("begin") CODE (" HYPERLINK ") CODE ("\"https://c.example\" \\o \"C\" ")
    MARK ("separate") RUN ("", "it") MARK ("end") RUN ("", " now"),
    "see [it](https://c.example) now" },
  { RUN ("", "see ") MARK ("begin") CODE ("HYPERLINK \"javascript:x\"") MARK ("separate")
    RUN ("", "it") MARK ("end"), "see it" },
  { RUN ("", "see ") MARK ("begin") CODE ("HYPERLINK \\l \"top\"") MARK ("separate")
    RUN ("", "it") MARK ("end"), "see it" },
  { RUN ("", "see ") "<w:fldSimple w:instr=\"HYPERLINK https://c.example\">" RUN ("", "it")
    "</w:fldSimple>", "see [it](https://c.example)" },
  { RUN (BOLD, "Place:") RUN ("", " near ") LINK ("rId1", RUN ("", "us")),
    "near [us](https://a.example/x)" },
};

static const struct
{
  const char *text;
  const char *stored;
} odf_texts[] = {
  { "with <text:span text:style-name=\"B\">bold</text:span> words", "with **bold** words" },
  { "see <text:a xlink:href=\"https://a.example/x\">the <text:span text:style-name=\"B\">page"
    "</text:span></text:a>.", "see [the **page**](https://a.example/x)." },
  { "ask <text:a xlink:href=\"mailto:a@b.example\">us</text:a>", "ask [us](mailto:a@b.example)" },
  { "ask <text:a xlink:href=\"mailto:a@b.example\">a@b.example</text:a>", "ask a@b.example" },
  { "see <text:a xlink:href=\"javascript:x\">it</text:a> now", "see it now" },
  { "see <text:a xlink:href=\"#top\">it</text:a> now", "see it now" },
  { "see <text:a>it</text:a> now", "see it now" },
};

static void
assert_stores (VacImportKind kind,
               GBytes       *bytes,
               const char   *stored)
{
  g_autoptr (VacDraft) draft = office_read (kind, bytes);
  const VacDraftPart *part = vac_draft_get_part (draft, 0);
  g_autofree char *found = vac_markup_write (part->text, part->parts);

  g_assert_cmpuint (vac_draft_get_n_parts (draft), ==, 1);
  g_assert_cmpstr (found, ==, stored);
}

static void
test_word (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (word_texts); i++)
    {
      g_autofree char *body = g_strdup_printf ("<w:p>%s</w:p>", word_texts[i].runs);
      g_autoptr (GBytes) bytes = office_make_docx (body, NULL, NULL);

      assert_stores (VAC_IMPORT_DOCX, bytes, word_texts[i].stored);
    }
}

static void
test_libreoffice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (odf_texts); i++)
    {
      g_autofree char *body = g_strdup_printf ("<text:p>%s</text:p>", odf_texts[i].text);
      g_autoptr (GBytes) bytes = office_make_odt (
          body, "<style:style style:name=\"B\" style:family=\"text\"><style:text-properties "
                "fo:font-weight=\"bold\"/></style:style>", NULL);

      assert_stores (VAC_IMPORT_ODT, bytes, odf_texts[i].stored);
    }
}

/* What our own Word file and web page say of a text comes back as it is stored. */
static void
test_own (void)
{
  static const char *const formats[] = { "docx", "html", "markdown" };
  static const VacImportKind kinds[] = { VAC_IMPORT_DOCX, VAC_IMPORT_HTML, VAC_IMPORT_MARKDOWN };
  static const char text[] =
    "You **must** swim; see [our **pool**](https://a.example/x), or ask [us](mailto:a@b.example).";
  g_autoptr (VacDocument) document = support_load_document ("data/registered-nurse.vacancy");
  VacNode *section = vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 0);

  vac_document_set_text (document, vac_node_get (section, VAC_ROLE_SECTION_TEXT), text);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = support_export_as (document, formats[i], VAC_AUDIENCE_CANDIDATE);
      g_autoptr (VacDraft) draft = office_read (kinds[i], bytes);
      gboolean found = FALSE;

      for (guint j = 0; j < vac_draft_get_n_parts (draft); j++)
        {
          const VacDraftPart *part = vac_draft_get_part (draft, j);
          g_autofree char *stored = vac_markup_write (part->text, part->parts);

          found |= g_str_equal (stored, text);
        }
      g_test_message ("%s", formats[i]);
      g_assert_true (found);
    }
}

/* A line that is all bold is a heading, as ever; words in a paragraph are bold. */
static void
test_heading (void)
{
  g_autoptr (VacDraft) draft = vac_draft_new ();
  g_autoptr (VacRecognition) recognition = NULL;
  g_autoptr (VacDocument) document = NULL;
  VacNode *section;

  vac_draft_add_html (draft, "<h1>Nurse</h1><p><b>Requirements</b></p><p>You <b>must</b> swim.</p>",
                      -1, NULL);
  recognition = vac_recognition_new (draft, "en");
  document = vac_recognition_make_document (recognition);
  section = vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 0);
  g_assert_cmpstr (vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE), ==, "Requirements");
  g_assert_cmpstr (vac_node_get_member_text (section, VAC_ROLE_SECTION_TEXT), ==,
                   "You **must** swim.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-marks/web-pages-keep-bold-words-and-links", test_html);
  g_test_add_func ("/import-marks/documents-of-word-keep-bold-words-and-links", test_word);
  g_test_add_func ("/import-marks/documents-of-libreoffice-keep-bold-words-and-links",
                   test_libreoffice);
  g_test_add_func ("/import-marks/what-we-write-comes-back", test_own);
  g_test_add_func ("/import-marks/a-bold-line-is-a-heading", test_heading);

  return g_test_run ();
}
