/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exporting.h"
#include "office.h"
#include "support.h"

/* Pieces of a document of Word. */
#define R(properties, text) \
  "<w:r><w:rPr>" properties "</w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(properties, runs) "<w:p><w:pPr>" properties "</w:pPr>" runs "</w:p>"
#define T(text) P ("", R ("", text))
#define B "<w:b/>"
#define STYLE(id) "<w:pStyle w:val=\"" id "\"/>"
#define LIST(id, level) \
  "<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" id "\"/></w:numPr>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"
#define TC(content) "<w:tc><w:tcPr/>" content "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TBL(rows) "<w:tbl><w:tblPr/>" rows "</w:tbl>"

#define DEFINE(id, name, parent, rest) \
  "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/>" \
  "<w:basedOn w:val=\"" parent "\"/>" rest "</w:style>"

static const char styles[] =
  "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"de-DE\"/></w:rPr></w:rPrDefault>"
  "</w:docDefaults>"
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\">"
  "<w:name w:val=\"Normal\"/></w:style>"
  DEFINE ("Titel", "Title", "Standard", "")
  DEFINE ("Untertitel", "Subtitle", "Standard", "")
  DEFINE ("berschrift1", "heading 1", "Standard", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>")
  DEFINE ("Titre2", "heading 2", "Standard", "")
  DEFINE ("Abschnitt", "Abschnitt", "Titre2", "")
  DEFINE ("Rubrik", "Hausrubrik", "Standard", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>")
  DEFINE ("Verzeichnistitel", "TOC Heading", "berschrift1",
          "<w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>")
  DEFINE ("Verzeichnis1", "toc 1", "Standard", "")
  DEFINE ("Aufzhlung", "Aufgabenliste", "Standard",
          "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
  DEFINE ("ListBullet2", "List Bullet 2", "Standard", "")
  DEFINE ("Fett", "Fettabsatz", "Standard", "<w:rPr><w:b/></w:rPr>")
  DEFINE ("Kreis", "Kreis", "Kreis", "")
  "<w:style w:type=\"character\" w:styleId=\"Stark\"><w:name w:val=\"Strong\"/>"
  "<w:rPr><w:b/></w:rPr></w:style>"
  "<w:style w:type=\"character\" w:styleId=\"Geheim\"><w:name w:val=\"Geheim\"/>"
  "<w:rPr><w:vanish/></w:rPr></w:style>";

static const char numbering[] =
  "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl>"
  "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>"
  "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"none\"/></w:lvl>"
  "</w:abstractNum>"
  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>";

static const struct
{
  const char *name;
  const char *body;
  const char *expected;
} cases[] = {
  { "a title and headings by their names in any language",
    P (STYLE ("Titel"), R ("", "Bauleiter")) P (STYLE ("berschrift1"), R ("", "Aufgaben"))
    P (STYLE ("Titre2"), R ("", "Profil")) T ("Text"),
    "title Bauleiter\nh1 Aufgaben\nh2 Profil\np Text\n" },
  { "a second title is a heading",
    P (STYLE ("Titel"), "") P (STYLE ("Titel"), R ("", "Cook"))
    P (STYLE ("Titel"), R ("", "Tasks")),
    "title Cook\nh1 Tasks\n" },
  { "a subtitle is a paragraph", P (STYLE ("Untertitel"), R ("", "Berlin")), "p Berlin\n" },
  { "headings by the style that theirs is based on, by outline, and by themselves",
    P (STYLE ("Abschnitt"), R ("", "One")) P (STYLE ("Rubrik"), R ("", "Two"))
    P ("<w:outlineLvl w:val=\"1\"/>", R ("", "Three")),
    "h2 One\nh3 Two\nh2 Three\n" },
  { "body text by its outline, whatever its style",
    P (STYLE ("Verzeichnistitel"), R ("", "Inhalt"))
    P (STYLE ("berschrift1") "<w:outlineLvl w:val=\"9\"/>", R ("", "Plain")),
    "p Inhalt\np Plain\n" },
  { "lines of a table of contents are left out",
    P (STYLE ("Verzeichnis1"), R ("", "Aufgaben 1")) T ("Text"), "p Text\n" },
  { "a style of unknown name, a circle of styles",
    P (STYLE ("Heading3"), R ("", "One")) P (STYLE ("Kreis"), R ("", "Two")), "h3 One\np Two\n" },
  { "bullets and numbers with their levels",
    P (LIST ("1", "0"), R ("", "One")) P (LIST ("1", "1"), R ("", "Two"))
    P (LIST ("1", "99"), R ("", "Three")),
    "b1 One\nb2 Two\nb9 Three\n" },
  { "a list by style, and out of it again",
    P (STYLE ("Aufzhlung"), R ("", "One")) P (STYLE ("Aufzhlung") LIST ("0", "0"), R ("", "Two"))
    P (STYLE ("ListBullet2"), R ("", "Three")),
    "b1 One\np Two\nb2 Three\n" },
  { "lists without a mark, and lists that are not there",
    P (LIST ("2", "0"), R ("", "One")) P (LIST ("77", "0"), R ("", "Two")), "p One\np Two\n" },
  { "numbered headings are no list",
    P (STYLE ("berschrift1") LIST ("1", "0"), R ("", "Aufgaben")), "h1 Aufgaben\n" },
  { "tabs, line breaks, hyphens",
    P ("<w:tabs><w:tab w:val=\"left\" w:pos=\"1\"/></w:tabs>",
       "<w:r><w:t>Ort:</w:t><w:tab/><w:t>Ulm</w:t><w:br/><w:t>Voll</w:t><w:noBreakHyphen/>"
       "<w:t>zeit, Be</w:t><w:softHyphen/><w:t>ruf</w:t><w:cr/><w:t>Ende</w:t>"
       "<w:br w:type=\"page\"/></w:r>"),
    "p Ort: | Ulm/Voll-zeit, Beruf/Ende\n" },
  { "blanks that are not to be kept",
    "<w:p><w:r><w:t>\n  One \n</w:t><w:t xml:space=\"preserve\"> two</w:t></w:r></w:p>",
    "p One two\n" },
  { "bullets that were typed, with signs of fonts",
    P ("", "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A7\"/><w:tab/><w:t>One</w:t></w:r>")
    P ("", "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:t>Two</w:t></w:r>")
    T ("•\tThree") T ("- Four")
    P ("", R ("", "Five ") "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>" R ("", " 3")),
    "b1 One\nb1 Two\nb1 Three\nb1 Four\np Five ≥ 3\n" },
  { "bullets that line breaks separate",
    P ("", "<w:r><w:t>We offer</w:t><w:br/><w:t>• One</w:t><w:br/><w:t>• Two</w:t></w:r>"),
    "p We offer\nb1 One\nb1 Two\n" },
  { "hidden text is left out",
    P ("", R ("<w:vanish/>", "Secret") R ("<w:rStyle w:val=\"Geheim\"/>", "Secret")
       R ("<w:vanish w:val=\"0\"/>", "Seen")),
    "p Seen\n" },
  { "deleted and moved text is left out, inserted text stays",
    P ("", "<w:del>" R ("", "Gone") "<w:r><w:delText>Gone</w:delText></w:r></w:del><w:ins>"
       R ("", "New") "</w:ins><w:moveFrom>" R ("", "Away") "</w:moveFrom><w:moveTo>"
       R ("", " here") "</w:moveTo>"),
    "p New here\n" },
  { "what a paragraph was before a change says nothing",
    P ("<w:pPrChange><w:pPr>" STYLE ("Titel") "</w:pPr></w:pPrChange>",
       R ("<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>", "Plain")),
    "p Plain\n" },
  { "results of fields stay, their codes do not",
    P ("", R ("", "On ") FIELD ("begin") CODE ("DATE") R ("", "code") FIELD ("begin")
       R ("", "inner") FIELD ("separate") R ("", "inner") FIELD ("end") FIELD ("separate")
       R ("", "Monday") FIELD ("end") R ("", " and ")
       "<w:fldSimple w:instr=\"X\">" R ("", "Tuesday") "</w:fldSimple>"),
    "p On Monday and Tuesday\n" },
  { "a field that is not closed takes its paragraph only",
    P ("", R ("", "One") FIELD ("begin") R ("", "lost")) T ("Two"), "p One\np Two\n" },
  { "links, controls and text that a control asks for",
    P ("", R ("", "See ") "<w:hyperlink r:id=\"rId1\">" R ("", "our page") "</w:hyperlink>")
    "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" T ("Kept")
    "</w:sdtContent></w:sdt>"
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
    P ("", R ("<w:rStyle w:val=\"PlaceholderText\"/>", "Click here")) T ("Filled in")
    "</w:sdtContent></w:sdt>" T ("After"),
    "p See our page\np Kept\np Filled in\np After\n" },
  { "a text box stands after its paragraph, and once",
    P ("", R ("", "One")
       "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>"
       T ("Box") P (LIST ("1", "0"), R ("", "Bullet")) "</w:txbxContent></w:drawing></mc:Choice>"
       "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" T ("Box") "</w:txbxContent></v:textbox>"
       "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" R ("", " two")),
    "p One two\np Box\nb1 Bullet\n" },
  { "a text box that only older programs have",
    P ("", "<w:r><mc:AlternateContent><mc:Fallback><w:pict><v:textbox><w:txbxContent>" T ("Box")
       "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
    "p Box\n" },
  { "references to notes and comments are no text",
    P ("", R ("", "One") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
       "<w:commentRangeStart w:id=\"0\"/>" R ("", ".")
       "<w:r><w:commentReference w:id=\"0\"/></w:r>"),
    "p One.\n" },
  { "rows of tables",
    TBL (TR (TC (P ("", R (B, "Place"))) TC (P ("", R (B, "Pay"))))
         TR (TC (T ("Ulm")) TC (T ("60.000 €") T ("brutto")))),
    "row! Place | Pay\nrow Ulm | 60.000 €/brutto\n" },
  { "a table of one column is no table",
    TBL (TR (TC (P (STYLE ("Titre2"), R ("", "Tasks")) P (LIST ("1", "0"), R ("", "One"))))
         TR (TC (T ("Two")))),
    "h2 Tasks\nb1 One\np Two\n" },
  { "a table that lays out a page is none",
    TBL (TR (TC (P ("", R (B, "Tasks")))
             TC (P (LIST ("1", "0"), R ("", "One")) P (LIST ("1", "0"), R ("", "Two"))))
         TR (TC ("<w:p/>") TC (T ("Three")))),
    "p! Tasks\nb1 One\nb1 Two\np Three\n" },
  { "tables in tables are flattened",
    TBL (TR (TC (T ("Facts")) TC (TBL (TR (TC (T ("Place")) TC (T ("Ulm")))) "<w:p/>"))),
    "p Facts\nrow Place | Ulm\n" },
  { "a cell over several rows is the label of each",
    TBL (TR ("<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" T ("Places") "</w:tc>"
             TC (T ("Ulm")))
         TR ("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" TC (T ("Bonn")))),
    "row Places | Ulm\nrow Places | Bonn\n" },
  { "captions above what they are about, in cells side by side and below them",
    TBL (TR (TC (T ("Place") T ("Ulm")) TC (T ("Contract") T ("Full-time")) TC ("<w:p/>"))
         TR (TC (T ("Pay") T ("60.000 €")))),
    "row Place | Ulm\nrow Contract | Full-time\nrow Pay | 60.000 €\n" },
  { "a bold caption alone, and two lines that are none",
    TBL (TR (TC (P ("", R (B, "Place")) T ("Ulm")))) TBL (TR (TC (T ("One") T ("Two")))),
    "row Place | Ulm\np One\np Two\n" },
  { "deleted rows are left out",
    TBL ("<w:tr><w:trPr><w:del/></w:trPr>" TC (T ("a")) TC (T ("b")) "</w:tr>"
         TR (TC (T ("c")) TC (T ("d")))),
    "row c | d\n" },
  { "bold by run, by style, and not",
    P ("", R (B, "One")) P (STYLE ("Fett"), R ("", "Two"))
    P ("", R ("<w:rStyle w:val=\"Stark\"/>", "Three"))
    P (STYLE ("Fett"), R ("<w:b w:val=\"0\"/>", "Four")) P ("", R (B, "Fi") R ("", "ve"))
    P ("", R (B, "Six") R ("", " ") R (B, "seven")) P ("<w:rPr><w:b/></w:rPr>", R ("", "Eight")),
    "p! One\np! Two\np! Three\np Four\np Five\np! Six seven\np Eight\n" },
  { "labels, with the colon in the bold words or after them",
    P ("", R (B, "Place:") R ("", " Ulm")) P (LIST ("1", "0"), R (B, "Safety") R ("", ": first"))
    P ("", R (B, "Lieu ") R (B, ":") R ("", "\tParis")) P ("", R (B, "Your tasks") R ("", ":"))
    P ("", R (B, "Pay: 60k") R ("", " a year")) P ("", R (B, "No") R ("", " label: here")),
    "p [Place] Ulm\nb1 [Safety] first\np [Lieu] Paris\np! Your tasks:\np Pay: 60k a year\n"
    "p No label: here\n" },
  { "a bold line before others is a paragraph of its own",
    P ("", R (B, "Tasks") "<w:r><w:br/></w:r>" R ("", "You build.")), "p! Tasks\np You build.\n" },
};

static void
test_documents_are_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = office_make_docx (cases[i].body, styles, numbering);

      office_assert_reads (VAC_IMPORT_DOCX, bytes, cases[i].name, cases[i].expected);
    }
}

static void
test_the_language_is_that_of_most_of_the_text (void)
{
  g_autoptr (GBytes) plain = office_make_docx (T ("Text"), styles, NULL);
  g_autoptr (GBytes) mixed = office_make_docx (
    P ("", R ("<w:lang w:val=\"fr-FR\"/>", "Un texte long") R ("", "Kurz")), styles, NULL);
  g_autoptr (GBytes) none = office_make_docx (T ("Text"), NULL, NULL);
  g_autoptr (VacDraft) first = office_read (VAC_IMPORT_DOCX, plain);
  g_autoptr (VacDraft) second = office_read (VAC_IMPORT_DOCX, mixed);
  g_autoptr (VacDraft) third = office_read (VAC_IMPORT_DOCX, none);

  g_assert_cmpstr (vac_draft_get_language (first), ==, "de-DE");
  g_assert_cmpstr (vac_draft_get_language (second), ==, "fr-FR");
  g_assert_null (vac_draft_get_language (third));
}

static void
test_the_parts_are_where_the_package_says (void)
{
#define RELATIONS(rows) \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" rows \
  "</Relationships>"
#define RELATION(type, target) \
  "<Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/" type \
  "\" Target=\"" target "\"/>"
#define STRICT "xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""
  const ZipPart parts[] = {
    { "_rels/.rels", RELATIONS (RELATION ("officeDocument", "/other/main.xml")) },
    { "other/_rels/main.xml.rels", RELATIONS (RELATION ("styles", "look.xml")) },
    { "other/look.xml", "<x:styles " STRICT "><x:style x:type=\"paragraph\" x:styleId=\"a\">"
                        "<x:name x:val=\"heading 4\"/></x:style></x:styles>" },
    { "other/main.xml", "<x:document " STRICT "><x:body><x:p><x:pPr><x:pStyle x:val=\"a\"/></x:pPr>"
                        "<x:r><x:t>Tasks</x:t></x:r></x:p></x:body></x:document>" },
    { NULL, NULL },
  };
  g_autoptr (GBytes) bytes = zip_make (parts);

  office_assert_reads (VAC_IMPORT_DOCX, bytes, "parts", "h4 Tasks\n");
}

/* What nobody's document is */

static void
test_other_files_are_refused (void)
{
  static const char old[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more of it";
  const ZipPart sheet[] = { { "word/document.xml", "<workbook/>" }, { NULL, NULL } };
  const ZipPart broken[] = { { "word/document.xml", "<w:document><w:body>" }, { NULL, NULL } };
  const ZipPart other[] = { { "mimetype", "text" }, { NULL, NULL } };
  GBytes *bytes[] = {
    g_bytes_new_static (old, sizeof old - 1), zip_make (sheet), zip_make (broken),
    zip_make (other), g_bytes_new_static ("", 0), g_bytes_new_static ("PK\3\4", 4),
    office_make_docx ("", styles, numbering), office_make_docx ("<w:p/>", NULL, NULL),
  };
  static const char *const sentences[] = {
    "old version of Word", "no text document of Word", "not XML", "not a document of this kind",
    "damaged", "damaged", "no text", "no text",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (bytes) == G_N_ELEMENTS (sentences));

  office_assert_refuses_each (VAC_IMPORT_DOCX, bytes, sentences, G_N_ELEMENTS (sentences));
}

static void
test_entities_are_refused_before_they_are_read (void)
{
  const ZipPart bomb[] = {
    { "word/document.xml",
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">"
      "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">"
      "<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><a>&c;</a>" },
    { NULL, NULL },
  };
  g_autoptr (GBytes) bytes = zip_make (bomb);

  office_assert_refuses (VAC_IMPORT_DOCX, bytes, "document type");
}

static void
test_deep_nesting_is_refused (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (body, "<w:tbl><w:tr><w:tc>");
  for (guint i = 0; i < 10000; i++)
    g_string_append (body, "</w:tc></w:tr></w:tbl>");
  bytes = office_make_docx (body->str, NULL, NULL);
  office_assert_refuses (VAC_IMPORT_DOCX, bytes, "nested deeper");
}

/* 80 MB of blanks are 80 KB in the file. */
static void
test_what_inflates_without_end_is_refused (void)
{
  g_autofree char *blanks = g_strnfill (80 * 1024 * 1024, ' ');
  g_autoptr (GBytes) bytes = office_make_docx (blanks, NULL, NULL);
  g_autoptr (GByteArray) lying = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  office_assert_refuses (VAC_IMPORT_DOCX, bytes, "larger than what is read");

  /* The directory says that every member is a byte long. */
  lying = g_byte_array_append (g_byte_array_new (), data, (guint) size);
  for (gsize i = 0; i + 46 < size; i++)
    if (memcmp (lying->data + i, "PK\1\2", 4) == 0)
      memcpy (lying->data + i + 24, "\1\0\0\0", 4);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&lying));
  office_assert_refuses (VAC_IMPORT_DOCX, bytes, "larger than what is read");
}

static void
test_packages_with_a_password_or_many_parts_are_refused (void)
{
  g_autoptr (GBytes) plain = office_make_docx (T ("Text"), NULL, NULL);
  const gsize size = g_bytes_get_size (plain);
  guint8 *data = g_memdup2 (g_bytes_get_data (plain, NULL), size);
  g_autoptr (GBytes) locked = NULL, many = NULL;
  ZipPart parts[220] = { { NULL, NULL } };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i + 46 < size; i++)
    if (memcmp (data + i, "PK\1\2", 4) == 0)
      data[i + 8] |= 1;
  locked = g_bytes_new_take (data, size);
  office_assert_refuses (VAC_IMPORT_DOCX, locked, "password");

  for (guint i = 0; i < 210; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("%u", i));
      parts[i] = (ZipPart) { g_ptr_array_index (names, i), "" };
    }
  many = zip_make (parts);
  office_assert_refuses (VAC_IMPORT_DOCX, many, "more parts");
}

static void
test_a_name_that_is_there_twice_is_refused (void)
{
  const ZipPart twice[] = {
    { "word/document.xml", "<a/>" }, { "word/document.xmk", "<b/>" }, { NULL, NULL },
  };
  g_autoptr (GBytes) bytes = zip_make (twice);
  gsize size;
  guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GBytes) changed = NULL;

  size = g_bytes_get_size (bytes);
  for (gsize i = 0; i + 17 < size; i++)
    if (memcmp (data + i, "word/document.xmk", 17) == 0)
      data[i + 16] = 'l';
  changed = g_bytes_new_take (data, size);
  office_assert_refuses (VAC_IMPORT_DOCX, changed, "damaged");
}

static void
test_a_file_that_was_cut_off_is_refused (void)
{
  g_autoptr (GBytes) whole = office_make_docx (cases[1].body, styles, numbering);

  office_assert_refuses_parts (VAC_IMPORT_DOCX, whole);
}

static void
test_the_end_of_an_endless_document_is_left_out (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VacDraft) draft = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (body, T ("%x"), g_random_int ());
  bytes = office_make_docx (body->str, NULL, NULL);
  draft = office_read (VAC_IMPORT_DOCX, bytes);
  g_assert_cmpuint (vac_draft_get_n_parts (draft), ==, 20000);
  g_assert_nonnull (strstr (vac_draft_get_remarks (draft)[0], "too long"));
}

static void
test_our_own_export_comes_back (void)
{
  g_auto (GStrv) names = support_list_postings ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (VacDocument) document = support_load_posting (names[i]);
      g_autoptr (GBytes) bytes = support_export_as (document, "docx", VAC_AUDIENCE_CANDIDATE);
      g_autoptr (VacDraft) draft = office_read (VAC_IMPORT_DOCX, bytes);
      guint n_headings = 0, n_bullets = 0;

      g_assert_cmpint (vac_draft_get_part (draft, 0)->kind, ==, VAC_DRAFT_TITLE);
      g_assert_cmpstr (vac_draft_get_language (draft), ==,
                       vac_document_get_text (document, VAC_ROLE_LANGUAGE));
      for (guint j = 0; j < vac_draft_get_n_parts (draft); j++)
        {
          n_headings += vac_draft_get_part (draft, j)->kind == VAC_DRAFT_HEADING;
          n_bullets += vac_draft_get_part (draft, j)->kind == VAC_DRAFT_BULLET;
        }
      g_assert_cmpuint (n_headings, >, 2);
      g_assert_cmpuint (n_bullets, >, 5);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/docx/documents-are-read", test_documents_are_read);
  g_test_add_func ("/docx/the-language-is-that-of-most-of-the-text",
                   test_the_language_is_that_of_most_of_the_text);
  g_test_add_func ("/docx/the-parts-are-where-the-package-says",
                   test_the_parts_are_where_the_package_says);
  g_test_add_func ("/docx/other-files-are-refused", test_other_files_are_refused);
  g_test_add_func ("/docx/entities-are-refused-before-they-are-read",
                   test_entities_are_refused_before_they_are_read);
  g_test_add_func ("/docx/deep-nesting-is-refused", test_deep_nesting_is_refused);
  g_test_add_func ("/docx/what-inflates-without-end-is-refused",
                   test_what_inflates_without_end_is_refused);
  g_test_add_func ("/docx/packages-with-a-password-or-many-parts-are-refused",
                   test_packages_with_a_password_or_many_parts_are_refused);
  g_test_add_func ("/docx/a-name-that-is-there-twice-is-refused",
                   test_a_name_that_is_there_twice_is_refused);
  g_test_add_func ("/docx/a-file-that-was-cut-off-is-refused",
                   test_a_file_that_was_cut_off_is_refused);
  g_test_add_func ("/docx/the-end-of-an-endless-document-is-left-out",
                   test_the_end_of_an_endless_document_is_left_out);
  g_test_add_func ("/docx/our-own-export-comes-back", test_our_own_export_comes_back);

  return g_test_run ();
}
