/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exporting.h"
#include "office.h"
#include "support.h"
#include "vac-pdf.h"

/* Damaged documents by the thousand: each is read, or refused with a sentence. The same files every
 * time; "-m slow" goes on for longer, from another beginning. */

#define N_ROUNDS 1000
#define N_SLOW_ROUNDS 60000

static GRand *
make_rand (void)
{
  return g_rand_new_with_seed (g_test_slow () ? (guint32) g_test_rand_int () : 21);
}

static guint
n_rounds (void)
{
  return g_test_slow () ? N_SLOW_ROUNDS : N_ROUNDS;
}

static gsize
below (GRand *rand,
       gsize  limit)
{
  return limit == 0 ? 0 : (gsize) g_rand_int_range (rand, 0, (gint32) limit);
}

static const char word_body[] =
  "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Cook</w:t></w:r></w:p>"
  "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Tasks</w:t></w:r></w:p>"
  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr>"
  "<w:b/><w:lang w:val=\"de\"/></w:rPr><w:t xml:space=\"preserve\">Place: </w:t></w:r><w:r>"
  "<w:t>Ulm</w:t><w:br/><w:tab/><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>"
  "<w:p><w:r><w:t>See </w:t></w:r><w:hyperlink r:id=\"rId1\"><w:r><w:t>us</w:t></w:r></w:hyperlink>"
  "<w:fldSimple w:instr=\"HYPERLINK &quot;https://b.example&quot;\"><w:r><w:t>it</w:t></w:r>"
  "</w:fldSimple><w:hyperlink r:id=\"rId3\"><w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r>"
  "</w:hyperlink><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>HYPERLINK mailto:a@b.example"
  "</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>mail</w:t>"
  "<w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
  "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/>"
  "<w:t>Result</w:t><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><mc:AlternateContent>"
  "<mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
  "<mc:Fallback/></mc:AlternateContent></w:r></w:p>"
  "<w:tbl><w:tr><w:trPr/><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p>"
  "</w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
  "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:del/></w:p></w:sdtContent>"
  "</w:sdt>";

static const char word_styles[] =
  "<w:docDefaults><w:rPr><w:lang w:val=\"en\"/></w:rPr></w:docDefaults>"
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/>"
  "</w:style><w:style w:styleId=\"Title\"><w:name w:val=\"title\"/><w:basedOn w:val=\"N\"/>"
  "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>";

static const char word_lists[] =
  "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"none\"/></w:lvl>"
  "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";

static const char odf_body[] =
  "<text:p text:style-name=\"Title\">Cook</text:p><text:h text:outline-level=\"1\">Tasks</text:h>"
  "<text:list text:style-name=\"L\"><text:list-item><text:p><text:span text:style-name=\"T\">Place:"
  "</text:span> Ulm<text:s text:c=\"3\"/><text:tab/><text:line-break/></text:p><text:list>"
  "<text:list-header><text:p>b</text:p></text:list-header></text:list></text:list-item></text:list>"
  "<table:table><table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>a"
  "</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p>"
  "</table:table-cell></table:table-row></table:table><text:section text:display=\"none\"/>"
  "<text:p>See <text:a xlink:href=\"https://a.example\">us<text:span text:style-name=\"T\">x"
  "</text:span></text:a><text:a xlink:href=\"javascript:x\">no</text:a></text:p>"
  "<text:p><draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame></text:p>";

static const char odf_styles[] =
  "<style:style style:family=\"text\" style:name=\"T\" style:parent-style-name=\"T\">"
  "<style:text-properties fo:font-weight=\"bold\" fo:language=\"de\" fo:country=\"DE\"/>"
  "</style:style><text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\"/>"
  "</text:list-style>";

/* Some are not well-formed. */
static const char *const pieces[] = {
  "<w:p><w:r><w:t>x</w:t></w:r></w:p>", "<w:r><w:t>x</w:t></w:r>", "<w:t>x</w:t>", "<w:p/>",
  "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "<w:tr><w:tc/></w:tr>", "<w:tc/>", "<w:del/>",
  "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:sdtContent/>",
  "<mc:Choice/>", "<mc:Fallback><w:p/></mc:Fallback>", "<text:p>x</text:p>", "<text:list/>",
  "<text:list-item><text:p>x</text:p></text:list-item>", "<text:span>x</text:span>", "<text:s/>",
  "<table:table><table:table-row/></table:table>", "<table:covered-table-cell/>",
  "<table:table-cell table:number-columns-spanned=\"-2147483648\"/>", "&#9;", "&#x2022; ", "&amp;",
  "<!-- -->", "<![CDATA[x]]>", "<?x?>", "\xc2\xad", "\xe2\x80\xa2 ", "&nothing;", "\xff", "</w:p>",
  "<text:p>", "<w:hyperlink r:id=\"rId2\"/>", "<w:hyperlink><w:p/></w:hyperlink>", "<w:instrText/>",
  "<w:instrText>HYPERLINK \"https://c.example\"</w:instrText>", "<w:fldSimple w:instr=\"\"/>",
  "<text:a xlink:href=\"mailto:a@b.example\">x</text:a>", "<text:a/>", "</text:a>",
  "<w:fldChar w:fldCharType=\"separate\"/>",
};

/* Returns: how many bytes the element takes that begins at @text, roughly */
static gsize
measure_element (const char *text)
{
  g_autofree char *name = g_strndup (text + 1, strcspn (text + 1, " />"));
  g_autofree char *close = g_strdup_printf ("</%s>", name);
  const char *tag_end = strchr (text, '>');
  const char *end = strstr (text, close);

  if (tag_end == NULL || *name == '\0')
    return 0;

  return tag_end[-1] == '/' || end == NULL ? (gsize) (tag_end + 1 - text)
                                           : (gsize) (end - text) + strlen (close);
}

/* Drops, repeats and inserts elements, so that most of it stays well-formed. */
static char *
damage_xml (GRand      *rand,
            const char *xml)
{
  GString *text = g_string_new (xml);

  for (gsize n = below (rand, 5); n-- > 0 && text->len > 0;)
    {
      const char *from = strchr (text->str + below (rand, text->len), '<');
      const gsize at = from != NULL ? (gsize) (from - text->str) : 0;
      const gsize length = text->str[at] == '<' ? measure_element (text->str + at) : 0;
      g_autofree char *element = g_strndup (text->str + at, length);

      if (below (rand, 2) == 0)
        g_string_insert (text, (gssize) at, pieces[below (rand, G_N_ELEMENTS (pieces))]);
      else if (below (rand, 2) == 0)
        g_string_erase (text, (gssize) at, (gssize) length);
      else if (text->len < 20000)
        g_string_insert (text, (gssize) at, element);
    }

  return g_string_free (text, FALSE);
}

/* Returns: whether @bytes were read; what was read is as every draft */
static gboolean
check (VacImportKind kind,
       GBytes       *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = vac_import_read (kind, bytes, &error);
  g_autofree char *text = NULL;

  if (drafts == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_str_has_suffix (error->message, "."));
      return FALSE;
    }
  g_assert_cmpuint (drafts->len, ==, 1);
  text = office_describe (g_ptr_array_index (drafts, 0));
  g_assert_cmpuint (strlen (text), >, 0);

  return TRUE;
}

static void
damage_documents (VacImportKind kind,
                  const char   *body,
                  const char   *styles,
                  const char   *lists)
{
  g_autoptr (GRand) rand = make_rand ();
  guint n_read = 0;

  for (guint i = 0; i < n_rounds (); i++)
    {
      g_autofree char *damaged = damage_xml (rand, body);
      g_autofree char *damaged_styles = damage_xml (rand, styles);
      g_autofree char *damaged_lists = damage_xml (rand, lists);
      g_autoptr (GBytes) bytes = kind == VAC_IMPORT_DOCX
                                 ? office_make_docx (damaged, damaged_styles, damaged_lists)
                                 : office_make_odt (damaged, damaged_styles, damaged_lists);

      n_read += check (kind, bytes);
    }
  g_assert_cmpuint (n_read, >, n_rounds () / 4);
}

static void
test_any_document_of_word_is_read_or_refused (void)
{
  damage_documents (VAC_IMPORT_DOCX, word_body, word_styles, word_lists);
}

static void
test_any_document_of_libreoffice_is_read_or_refused (void)
{
  damage_documents (VAC_IMPORT_ODT, odf_body, odf_styles, odf_styles);
}

static void
damage_files (VacImportKind kind,
              GBytes       *seed,
              guint         rounds)
{
  g_autoptr (GRand) rand = make_rand ();

  for (guint i = 0; i < rounds; i++)
    {
      const gsize size = g_bytes_get_size (seed);
      guint8 *data = g_memdup2 (g_bytes_get_data (seed, NULL), size);
      g_autoptr (GBytes) bytes = NULL;

      for (gsize n = 1 + below (rand, 8); n-- > 0;)
        data[below (rand, size)] = (guint8) below (rand, 256);
      bytes = g_bytes_new_take (data, below (rand, 4) == 0 ? below (rand, size) : size);
      check (kind, bytes);
    }
}

static void
test_any_package_is_read_or_refused (void)
{
  g_autoptr (GBytes) word = office_make_docx (word_body, word_styles, word_lists);
  g_autoptr (GBytes) odf = office_make_odt (odf_body, odf_styles, NULL);

  damage_files (VAC_IMPORT_DOCX, word, n_rounds ());
  damage_files (VAC_IMPORT_ODT, odf, n_rounds ());
}

static void
test_any_pdf_is_read_or_refused (void)
{
  g_autoptr (VacDocument) document = support_load_document ("data/registered-nurse.vacancy");
  g_autoptr (GBytes) pages = support_export (document, &vac_pdf_exporter, VAC_AUDIENCE_CANDIDATE);

  if (!vac_import_is_possible (VAC_IMPORT_PDF))
    {
      g_test_skip ("built without poppler: PDF files are not read");
      return;
    }
  damage_files (VAC_IMPORT_PDF, pages, n_rounds () / 15);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz-office/any-document-of-word-is-read-or-refused",
                   test_any_document_of_word_is_read_or_refused);
  g_test_add_func ("/fuzz-office/any-document-of-libreoffice-is-read-or-refused",
                   test_any_document_of_libreoffice_is_read_or_refused);
  g_test_add_func ("/fuzz-office/any-package-is-read-or-refused",
                   test_any_package_is_read_or_refused);
  g_test_add_func ("/fuzz-office/any-pdf-is-read-or-refused", test_any_pdf_is_read_or_refused);

  return g_test_run ();
}
