/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "salary-fixture.h"
#include "vac-error.h"
#include "vac-workbook.h"
#include "zip.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define RELATED "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

#define RELATIONS(content) \
  "<Relationships xmlns=\"" PACKAGE "relationships\">" content "</Relationships>"

static const char book[] =
  "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATED "\"><sheets>"
  "<sheet name=\"Pay &amp; more\" sheetId=\"1\" r:id=\"rId1\"/>"
  "<sheet name=\"Chart\" sheetId=\"2\" r:id=\"rId2\"/>"
  "<sheet name=\"Old\" sheetId=\"3\" state=\"veryHidden\" r:id=\"rId3\"/></sheets></workbook>";

static const char strings[] =
  "<sst xmlns=\"" MAIN "\"><si><t>City</t></si><si><r><t>New </t></r><r><t>York</t></r><rPh><t>x"
  "</t></rPh></si><si><t xml:space=\"preserve\"> a\n\"b\", c</t></si></sst>";

static const char styles[] =
  "<styleSheet xmlns=\"" MAIN "\"><numFmts><numFmt numFmtId=\"164\" "
  "formatCode=\"[$\xe2\x82\xac-407]\\ #,##0.00;[Red]d\"/><numFmt numFmtId=\"165\" "
  "formatCode=\"&quot;$&quot;#,##0_)\"/><numFmt numFmtId=\"166\" formatCode=\"dd\\.mm\\.yyyy\"/>"
  "<numFmt numFmtId=\"167\" formatCode=\"#,##0\\ [$CHF]\"/></numFmts>"
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
  "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"14\"/>"
  "<xf numFmtId=\"167\"/></cellXfs></styleSheet>";

static GBytes *
make_book (const char *sheet_data)
{
  g_autofree char *sheet = g_strdup_printf ("<worksheet xmlns=\"" MAIN "\"><sheetData>%s"
                                            "</sheetData></worksheet>", sheet_data);
  const ZipPart parts[] = {
    { "[Content_Types].xml", "<Types xmlns=\"" PACKAGE "content-types\"/>" },
    { "_rels/.rels", RELATIONS ("<Relationship Id=\"a\" Type=\"" RELATED "/officeDocument\" "
                                "Target=\"/xl/workbook.xml\"/>") },
    { "xl/workbook.xml", book },
    { "xl/_rels/workbook.xml.rels",
      RELATIONS ("<Relationship Id=\"rId2\" Type=\"" RELATED "/chartsheet\" Target=\"c.xml\"/>"
                 "<Relationship Id=\"rId1\" Type=\"" RELATED "/worksheet\" Target=\"one.xml\"/>"
                 "<Relationship Id=\"rId3\" Type=\"" RELATED "/worksheet\" Target=\"two.xml\"/>"
                 "<Relationship Id=\"s\" Type=\"" RELATED "/sharedStrings\" Target=\"s.xml\"/>"
                 "<Relationship Id=\"t\" Type=\"" RELATED "/styles\" Target=\"t.xml\"/>") },
    { "xl/one.xml", sheet },
    { "xl/two.xml", "<worksheet xmlns=\"" STRICT "\"><sheetData><row><c><v>7</v></c></row>"
                    "</sheetData></worksheet>" },
    { "xl/c.xml", "<chartsheet/>" },
    { "xl/s.xml", strings },
    { "xl/t.xml", styles },
    { NULL, NULL },
  };

  return zip_make (parts);
}

static VacWorkbook *
open_book (const char *sheet_data)
{
  g_autoptr (GBytes) bytes = make_book (sheet_data);
  g_autoptr (GError) error = NULL;
  VacWorkbook *workbook = vac_workbook_open (bytes, &error);

  g_assert_no_error (error);

  return workbook;
}

static void
test_sheets (void)
{
  g_autoptr (VacWorkbook) workbook = open_book ("");
  g_autofree char *table = NULL;
  gsize length;

  g_assert_cmpuint (vac_workbook_get_n_sheets (workbook), ==, 2);
  g_assert_cmpstr (vac_workbook_get_sheet_name (workbook, 0), ==, "Pay & more");
  g_assert_false (vac_workbook_is_sheet_hidden (workbook, 0));
  g_assert_cmpstr (vac_workbook_get_sheet_name (workbook, 1), ==, "Old");
  g_assert_true (vac_workbook_is_sheet_hidden (workbook, 1));

  /* The stricter form of the same names, without references. */
  table = vac_workbook_read_sheet (workbook, 1, 0, &length, NULL);
  g_assert_cmpstr (table, ==, "7\n");
}

static void
test_cells (void)
{
  static const struct
  {
    const char *sheet;
    const char *table;
  } cases[] = {
    { "", "" },
    { "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>",
      "City,New York\n" },
    { "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c></row>", "\" a \"\"b\"\", c\"\n" },
    { "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>3</v></c><c r=\"B1\" t=\"s\"><v>-1</v></c></row>", "" },
    /* Rows and columns that are not there. */
    { "<row r=\"2\"><c r=\"C2\"><v>1</v></c></row><row r=\"4\"><c r=\"A4\"><v>2</v></c></row>",
      "\n,,1\n\n2\n" },
    { "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>", "1,2\n3\n" },
    { "<row r=\"9\"><c r=\"A9\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>2</v></c></row>",
      "\n\n\n\n\n\n\n\n1\n2\n" },
    { "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", ",1\n" },
    { "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c><c r=\"AB1\"><v>2</v></c></row>",
      ",,,,,,,,,,,,,,,,,,,,,,,,,,,2\n" },
    /* Texts. */
    { "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>b"
      "</t></r><r><t>c</t></r></is></c></row>", "a,bc\n" },
    { "<row><c t=\"str\"><f>A1&amp;\"x\"</f><v>a&#10;b</v></c><c t=\"b\"><v>1</v></c>"
      "<c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c></row>", "a b,TRUE,FALSE,#N/A\n" },
    /* Numbers. */
    { "<row><c><v>52.810000000000002</v></c><c><v>1E5</v></c><c><v>61.125</v></c><c><v>-3.5</v></c>"
      "<c><f>1+1</f></c><c><v>0.1</v></c></row>", "52.81,100000,61.1250,-3.5,,0.1\n" },
    { "<row><c s=\"1\"><v>52000.5</v></c><c s=\"2\"><v>61000</v></c><c s=\"5\"><v>61000</v></c>"
      "<c s=\"99\"><v>7</v></c></row>", "\xe2\x82\xac" "52000.5,$61000,CHF 61000,7\n" },
    { "<row><c s=\"3\"><v>45000</v></c><c s=\"4\"><v>45000.75</v></c><c s=\"3\"><v>0.5</v></c>"
      "</row>",
      "2023-03-15,2023-03-15,0.5\n" },
    { "<row><c><v>n/a</v></c><c><v></v></c><c t=\"s\"><v>x</v></c></row>", "n/a\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacWorkbook) workbook = open_book (cases[i].sheet);
      g_autoptr (GError) error = NULL;
      g_autofree char *table = NULL;
      gsize length;

      table = vac_workbook_read_sheet (workbook, 0, 0, &length, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (table, ==, cases[i].table);
      g_assert_cmpuint (length, ==, strlen (table));
    }
}

static void
test_first_rows (void)
{
  g_autoptr (VacWorkbook) workbook = open_book ("<row><c><v>1</v></c></row><row r=\"5\"><c><v>2</v>"
                                                "</c></row><row><c><v>3</v></c></row>");
  g_autofree char *table = NULL;
  gsize length;

  table = vac_workbook_read_sheet (workbook, 0, 2, &length, NULL);
  g_assert_cmpstr (table, ==, "1\n\n\n\n2\n");
}

static void
assert_refuses (GBytes     *bytes,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacWorkbook) workbook = vac_workbook_open (bytes, &error);
  g_autofree char *table = NULL;
  gsize length;

  if (workbook != NULL)
    table = vac_workbook_read_sheet (workbook, 0, 0, &length, &error);
  g_assert_null (table);
  g_assert_error (error, VAC_ERROR, VAC_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, sentence));
}

static void
test_refusals (void)
{
  static const char encrypted[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on";
  const ZipPart no_sheets[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "xl/workbook.xml", "<workbook xmlns=\"" MAIN "\"><sheets/></workbook>" },
    { NULL, NULL },
  };
  const ZipPart entity[] = {
    { "xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><workbook/>" },
    { NULL, NULL },
  };
  g_autofree char *filler = g_strnfill (30 * 1024 * 1024, 'a');
  g_autofree char *bomb = g_strdup_printf ("<row><c t=\"str\"><v>%s</v></c></row>", filler);
  struct
  {
    GBytes     *bytes;
    const char *sentence;
  } cases[] = {
    { g_bytes_new_static (encrypted, sizeof encrypted), "old version of Word or Excel" },
    { g_bytes_new_static ("PK\3\4", 4), "not a document of this kind" },
    { zip_make (no_sheets), "no workbook with a table" },
    { zip_make (entity), "declares a document type" },
    { make_book ("<row><c></row>"), "not XML" },
    { make_book ("<row><c t=\"str\"><v>&nothing;</v></c></row>"), "not XML" },
    { make_book (bomb), "larger than what is read" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_refuses (cases[i].bytes, cases[i].sentence);
      g_bytes_unref (cases[i].bytes);
    }
}

/* A long text that many cells share would fill the memory. */
static void
test_shared_bomb (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *text = g_strnfill (900 * 1024, 'a');
  g_autofree char *shared = g_strdup_printf ("<sst xmlns=\"" MAIN "\"><si><t>%s</t></si></sst>",
                                             text);
  g_autofree char *sheet = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (rows, "<row><c t=\"s\"><v>0</v></c></row>");
  sheet = g_strdup_printf ("<worksheet xmlns=\"" MAIN "\"><sheetData>%s</sheetData></worksheet>",
                           rows->str);
  {
    const ZipPart parts[] = {
      { "xl/workbook.xml", "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATED "\"><sheets><sheet "
                           "name=\"a\" r:id=\"rId1\"/></sheets></workbook>" },
      { "xl/_rels/workbook.xml.rels",
        RELATIONS ("<Relationship Id=\"rId1\" Type=\"" RELATED "/worksheet\" Target=\"one.xml\"/>"
                   "<Relationship Id=\"s\" Type=\"" RELATED "/sharedStrings\" "
                   "Target=\"s.xml\"/>") },
      { "xl/one.xml", sheet },
      { "xl/s.xml", shared },
      { NULL, NULL },
    };

    bytes = zip_make (parts);
  }
  assert_refuses (bytes, "The workbook is larger than what is read");
}

/* Damaged workbooks, the same ones every time: each is read, or refused with a sentence. */

#define N_ROUNDS 1500
#define N_SLOW_ROUNDS 60000

static const char fuzz_sheet[] =
  "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>From</t></is>"
  "</c>"
  "<c r=\"C1\" t=\"str\"><f>x</f><v>To</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c>"
  "<c r=\"B2\" s=\"1\"><v>60000</v></c><c r=\"C2\" s=\"2\"><v>70000.125</v></c>"
  "<c r=\"D2\" s=\"3\"><v>45000</v></c></row>";

static const char *const pieces[] = {
  "<row/>", "<c/>", "<v>1</v>", "<c><v>9e999</v></c>", "<row r=\"1048576\"/>", "<is/>", "<t>x</t>",
  " r=\"XFD1048577\"", " t=\"s\"", " t=\"e\"", " s=\"4294967296\"", " r=\"-1\"", "&amp;", "<f/>",
  "<c r=\"A0\" t=\"d\"><v>2024</v></c>", "<rPh><t>x</t></rPh>", "<c s=\"3\"><v>2958466</v></c>",
  "<c s=\"3\"><v>-7</v></c>", "<!-- -->", "<![CDATA[,\"]]>", "\xff", "</row>", "&#x0;",
  "<!DOCTYPE a>",
};

static void
try_book (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacSalaryImport) import = vac_salary_import_analyse (bytes, "a.xlsx", &error);
  g_autoptr (VacSalaryImportResult) result = NULL;

  g_assert_true ((import == NULL) == (error != NULL));
  if (import == NULL)
    return;
  result = vac_salary_import_run (import, NULL, NULL, NULL, &error);
  g_assert_true ((result == NULL) == (error != NULL));
}

static void
test_damaged (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_slow () ? (guint32) g_test_rand_int ()
                                                                : 22);
  g_autoptr (GBytes) whole = make_book (fuzz_sheet);
  gsize size;
  const char *data = g_bytes_get_data (whole, &size);

  for (guint n = g_test_slow () ? N_SLOW_ROUNDS : N_ROUNDS; n > 0; n--)
    {
      g_autoptr (GString) sheet = g_string_new (fuzz_sheet);
      g_autoptr (GString) raw = g_string_new_len (data, (gssize) size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) raw_bytes = NULL;

      for (int i = g_rand_int_range (rand, 1, 6); i > 0; i--)
        {
          const gssize at = g_rand_int_range (rand, 0, (gint32) sheet->len);
          const gssize n_gone = g_rand_int_range (rand, 1, 30);

          if (g_rand_boolean (rand))
            g_string_insert (sheet, at,
                             pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          else
            g_string_erase (sheet, at, MIN (n_gone, (gssize) sheet->len - at));
          raw->str[g_rand_int_range (rand, 0, (gint32) raw->len)] =
            (char) g_rand_int_range (rand, 0, 256);
        }
      bytes = make_book (sheet->str);
      try_book (bytes);
      raw_bytes = g_bytes_new (raw->str, raw->len);
      try_book (raw_bytes);
    }
  for (gsize length = 0; length < size; length += 7)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (data, length);

      try_book (bytes);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/salary/workbook/sheets-are-named-and-charts-are-none", test_sheets);
  g_test_add_func ("/salary/workbook/cells-show-what-excel-shows", test_cells);
  g_test_add_func ("/salary/workbook/only-the-first-rows-are-read-if-wanted", test_first_rows);
  g_test_add_func ("/salary/workbook/what-is-no-workbook-is-refused", test_refusals);
  g_test_add_func ("/salary/workbook/a-text-shared-by-many-cells-fills-no-memory",
                   test_shared_bomb);
  g_test_add_func ("/salary/workbook/damaged-workbooks-are-read-or-refused", test_damaged);

  return g_test_run ();
}
