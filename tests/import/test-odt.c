/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "office.h"

/* Pieces of a document of LibreOffice. */
#define P(style, content) "<text:p text:style-name=\"" style "\">" content "</text:p>"
#define T(content) "<text:p>" content "</text:p>"
#define H(level, content) "<text:h text:outline-level=\"" level "\">" content "</text:h>"
#define SPAN(style, content) "<text:span text:style-name=\"" style "\">" content "</text:span>"
#define LIST(items) "<text:list>" items "</text:list>"
#define ITEM(content) "<text:list-item>" content "</text:list-item>"
#define TC(content) "<table:table-cell>" content "</table:table-cell>"
#define TR(cells) "<table:table-row>" cells "</table:table-row>"
#define TBL(rows) "<table:table><table:table-column/>" rows "</table:table>"
#define BOX(content) "<draw:frame><draw:text-box>" content "</draw:text-box></draw:frame>"

#define DEFINE(family, name, parent, attributes, properties) \
  "<style:style style:family=\"" family "\" style:name=\"" name "\" " \
  "style:parent-style-name=\"" parent "\" " attributes "><style:text-properties " properties \
  "/></style:style>"
#define BOLD "fo:font-weight=\"bold\""

static const char automatic[] =
  DEFINE ("paragraph", "P1", "Standard", "", "")
  DEFINE ("paragraph", "P2", "Standard", "", BOLD)
  DEFINE ("paragraph", "P3", "Title", "", "")
  DEFINE ("paragraph", "P4", "Heading_20_2", "", "")
  DEFINE ("paragraph", "P5", "Fett", "", "")
  DEFINE ("paragraph", "P6", "Standard", "style:list-style-name=\"L1\"", "")
  DEFINE ("paragraph", "P7", "P6", "style:list-style-name=\"\"", "")
  DEFINE ("paragraph", "P8", "P8", "", "")
  DEFINE ("text", "T1", "", "", BOLD)
  DEFINE ("text", "T2", "Strong", "", "")
  DEFINE ("text", "T3", "", "", "fo:font-weight=\"normal\"")
  DEFINE ("text", "T4", "", "", "text:display=\"none\"")
  DEFINE ("text", "T5", "", "", "fo:language=\"fr\" fo:country=\"CA\"")
  "<text:list-style style:name=\"L1\"><text:list-level-style-bullet text:level=\"1\" "
  "text:bullet-char=\"–\"/><text:list-level-style-number text:level=\"2\" "
  "style:num-format=\"1\"/><text:list-level-style-number text:level=\"3\" "
  "style:num-format=\"\"/></text:list-style>";

static const char styles[] =
  "<style:default-style style:family=\"paragraph\"><style:text-properties fo:language=\"de\" "
  "fo:country=\"AT\"/></style:default-style>"
  DEFINE ("paragraph", "Standard", "", "", "")
  DEFINE ("paragraph", "Hausrubrik", "Standard", "style:default-outline-level=\"3\"", "")
  DEFINE ("paragraph", "Fett", "Standard", "", "fo:font-weight=\"700\"")
  DEFINE ("text", "Strong", "", "", BOLD);

static const struct
{
  const char *name;
  const char *body;
  const char *expected;
} cases[] = {
  { "a title, headings, paragraphs",
    P ("Title", "Cook") H ("1", "Tasks") H ("2", "Daily") T ("Text"),
    "title Cook\nh1 Tasks\nh2 Daily\np Text\n" },
  { "titles and headings by styles that are based on theirs",
    P ("P3", "Cook") P ("P3", "Tasks") P ("P4", "Daily") P ("Hausrubrik", "Weekly")
    P ("Subtitle", "Linz"),
    "title Cook\nh1 Tasks\nh2 Daily\nh3 Weekly\np Linz\n" },
  { "lists with their levels", LIST (ITEM (T ("One") LIST (ITEM (T ("Two")))) ITEM (T ("Three"))),
    "b1 One\nb2 Two\nb1 Three\n" },
  { "only the first paragraph of an element has its mark",
    LIST (ITEM (T ("One") T ("More")) "<text:list-header>" T ("Header") "</text:list-header>"),
    "b1 One\np More\np Header\n" },
  { "a level that shows no mark",
    "<text:list text:style-name=\"L1\">"
    ITEM (T ("One") LIST (ITEM (T ("Two") LIST (ITEM (T ("Three")))))) "</text:list>",
    "b1 One\nb2 Two\np Three\n" },
  { "a numbered heading is no element of a list", LIST (ITEM (H ("1", "Tasks"))), "h1 Tasks\n" },
  { "a list by the style of its paragraphs", P ("P6", "One") P ("P7", "Two"), "b1 One\np Two\n" },
  { "a circle of styles", P ("P8", "Text"), "p Text\n" },
  { "blanks, tabs and line breaks",
    T ("  Ort:<text:tab/>Wien,\n   Graz<text:s text:c=\"3\"/>Linz<text:line-break/> Ende "),
    "p Ort: | Wien, Graz   Linz/Ende\n" },
  { "links and soft page breaks",
    T ("See <text:a>our page</text:a><text:soft-page-break/> now"), "p See our page now\n" },
  { "bold by paragraph, span and style of either",
    P ("P2", "One") P ("P5", "Two") T (SPAN ("T1", "Three")) T (SPAN ("T2", "Four"))
    P ("P2", SPAN ("T3", "Five")) T (SPAN ("T1", "Si") "x") T (SPAN ("T1", SPAN ("T3", "Seven"))),
    "p! One\np! Two\np! Three\np! Four\np Five\np Six\np Seven\n" },
  { "styles of headers are none of the text", P ("P1", "Text"), "p Text\n" },
  { "labels", T (SPAN ("T1", "Ort:") " Wien") LIST (ITEM (T (SPAN ("T1", "Zeit") ": früh"))),
    "p [Ort] Wien\nb1 [Zeit] früh\n" },
  { "deleted text is left out, inserted text stays",
    "<text:tracked-changes><text:changed-region><text:deletion>" T ("Gone")
    "</text:deletion></text:changed-region></text:tracked-changes>"
    T ("One <text:change-start/>two<text:change-end/><text:change/>"),
    "p One two\n" },
  { "hidden text, paragraphs and sections are left out",
    T ("One" SPAN ("T4", "Secret") "<text:hidden-text>Secret</text:hidden-text>")
    P ("Title", "<text:hidden-paragraph text:is-hidden=\"true\"/>Secret") P ("Title", "Cook")
    T ("<text:hidden-paragraph text:is-hidden=\"true\"/>Secret")
    "<text:section text:display=\"none\">" T ("Secret") "</text:section>"
    "<text:section>" T ("Two") "</text:section>",
    "p One\ntitle Cook\np Two\n" },
  { "notes, comments and tables of contents are left out",
    "<text:table-of-content>" T ("Tasks 1") "</text:table-of-content>"
    T ("One<text:note><text:note-body>" T ("Note") "</text:note-body></text:note>"
       "<office:annotation>" T ("Comment") "</office:annotation>."),
    "p One.\n" },
  { "a frame stands after its paragraph",
    T ("One" BOX (T ("Box") LIST (ITEM (T ("Bullet")))) " two"), "p One two\np Box\nb1 Bullet\n" },
  { "what a frame is called is no text",
    T ("One<draw:frame><svg:title>Logo</svg:title><svg:desc>A tree</svg:desc></draw:frame>"),
    "p One\n" },
  { "rows of tables, with the header's",
    TBL ("<table:table-header-rows>" TR (TC (P ("P2", "Ort")) TC (P ("P2", "Lohn")))
         "</table:table-header-rows>" TR (TC (T ("Wien")) TC (T ("60.000 €") T ("brutto")))),
    "row! Ort | Lohn\nrow Wien | 60.000 €/brutto\n" },
  { "a table of one column is no table",
    TBL (TR (TC (H ("1", "Tasks") LIST (ITEM (T ("One")))))), "h1 Tasks\nb1 One\n" },
  { "a table that lays out a page is none, and tables in tables are flattened",
    TBL (TR (TC (P ("P2", "Tasks")) TC (LIST (ITEM (T ("One")))))
         TR (TC (T ("Facts")) TC (TBL (TR (TC (T ("Ort")) TC (T ("Wien"))))))),
    "p! Tasks\nb1 One\np Facts\nrow Ort | Wien\n" },
  { "cells over several rows and columns",
    TBL (TR ("<table:table-cell table:number-rows-spanned=\"2\">" T ("Orte") "</table:table-cell>"
             TC (T ("Wien")) TC (T ("a")))
         TR ("<table:covered-table-cell/>" TC (T ("Graz")) TC (T ("b")))
         TR ("<table:table-cell table:number-columns-spanned=\"2\">" T ("c") "</table:table-cell>"
             "<table:covered-table-cell/>" TC (T ("d")))),
    "row Orte | Wien | a\nrow Orte | Graz | b\nrow c | d\n" },
  { "bullets that were typed", T ("• One") T ("-<text:tab/>Two"), "b1 One\nb1 Two\n" },
};

static void
test_documents_are_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = office_make_odt (cases[i].body, automatic, styles);

      office_assert_reads (VAC_IMPORT_ODT, bytes, cases[i].name, cases[i].expected);
    }
}

static void
test_the_language_is_that_of_most_of_the_text (void)
{
  g_autoptr (GBytes) plain = office_make_odt (T ("Text"), automatic, styles);
  g_autoptr (GBytes) mixed = office_make_odt (T (SPAN ("T5", "Un texte long") " kurz"), automatic,
                                              styles);
  g_autoptr (GBytes) none = office_make_odt (T ("Text"), NULL, NULL);
  g_autoptr (VacDraft) first = office_read (VAC_IMPORT_ODT, plain);
  g_autoptr (VacDraft) second = office_read (VAC_IMPORT_ODT, mixed);
  g_autoptr (VacDraft) third = office_read (VAC_IMPORT_ODT, none);

  g_assert_cmpstr (vac_draft_get_language (first), ==, "de-AT");
  g_assert_cmpstr (vac_draft_get_language (second), ==, "fr-CA");
  g_assert_null (vac_draft_get_language (third));
}

static void
test_other_files_are_refused (void)
{
  static const char content[] =
    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"
    "<office:body><office:spreadsheet/></office:body></office:document-content>";
  const ZipPart sheet[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, { "content.xml", content },
    { NULL, NULL },
  };
  const ZipPart unnamed[] = { { "content.xml", content }, { NULL, NULL } };
  const ZipPart locked[] = {
    { "META-INF/manifest.xml", "<m:manifest "
      "xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry>"
      "<m:encryption-data/></m:file-entry></m:manifest>" },
    { "content.xml", "\1\2\3" }, { NULL, NULL },
  };
  const ZipPart wrapped[] = { { "encrypted-package", "\1\2\3" }, { NULL, NULL } };
  const ZipPart bomb[] = {
    { "content.xml", "<!DOCTYPE a [<!ENTITY a \"a\">]><a>&a;</a>" }, { NULL, NULL },
  };
  GBytes *bytes[] = {
    zip_make (sheet), zip_make (unnamed), zip_make (locked), zip_make (wrapped),
    zip_make (bomb), office_make_odt ("", NULL, NULL), office_make_docx ("", NULL, NULL),
  };
  static const char *const sentences[] = {
    "no text document of LibreOffice", "no text document of LibreOffice", "password", "password",
    "document type", "no text in the document", "not a document of this kind",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (bytes) == G_N_ELEMENTS (sentences));

  office_assert_refuses_each (VAC_IMPORT_ODT, bytes, sentences, G_N_ELEMENTS (sentences));
}

static void
test_deep_nesting_is_refused (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (body, "<text:list><text:list-item><text:p><text:span>");
  for (guint i = 0; i < 10000; i++)
    g_string_append (body, "</text:span></text:p></text:list-item></text:list>");
  bytes = office_make_odt (body->str, NULL, NULL);
  office_assert_refuses (VAC_IMPORT_ODT, bytes, "nested deeper");
}

static void
test_a_file_that_was_cut_off_is_refused (void)
{
  g_autoptr (GBytes) whole = office_make_odt (cases[1].body, automatic, styles);

  office_assert_refuses_parts (VAC_IMPORT_ODT, whole);
}

/* Cells that are repeated, blanks that are counted: numbers that ask for gigabytes. */
static void
test_counts_are_not_believed (void)
{
  g_autoptr (GBytes) bytes = office_make_odt (
    T ("One<text:s text:c=\"2000000000\"/>two")
    "<table:table><table:table-row table:number-rows-repeated=\"2000000000\"><table:table-cell "
    "table:number-columns-repeated=\"2000000000\" table:number-columns-spanned=\"2000000000\">"
    T ("Three") "</table:table-cell></table:table-row></table:table>", NULL, NULL);

  office_assert_reads (VAC_IMPORT_ODT, bytes, "counts", "p One        two\np Three\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odt/documents-are-read", test_documents_are_read);
  g_test_add_func ("/odt/the-language-is-that-of-most-of-the-text",
                   test_the_language_is_that_of_most_of_the_text);
  g_test_add_func ("/odt/other-files-are-refused", test_other_files_are_refused);
  g_test_add_func ("/odt/deep-nesting-is-refused", test_deep_nesting_is_refused);
  g_test_add_func ("/odt/a-file-that-was-cut-off-is-refused",
                   test_a_file_that_was_cut_off_is_refused);
  g_test_add_func ("/odt/counts-are-not-believed", test_counts_are_not_believed);

  return g_test_run ();
}
