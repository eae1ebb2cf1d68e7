/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "office.h"
#include "vac-error.h"

#define WORD_SPACES \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
  "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" " \
  "xmlns:v=\"urn:schemas-microsoft-com:vml\" " \
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

static char *
wrap (const char *element,
      const char *content)
{
  return content != NULL
         ? g_strdup_printf ("<?xml version=\"1.0\"?><w:%s " WORD_SPACES ">%s</w:%s>", element,
                            content, element)
         : NULL;
}

/* Where links lead in each document of Word that is made here. */
#define TARGET(id, uri) \
  "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/" \
  "relationships/hyperlink\" Target=\"" uri "\" TargetMode=\"External\"/>"
static const char targets[] =
  "<?xml version=\"1.0\"?><Relationships "
  "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
  TARGET ("rId1", "https://a.example/x") TARGET ("rId2", "mailto:a@b.example")
  TARGET ("rId3", "javascript:alert(1)") TARGET ("rId4", "file:///etc/passwd")
  "</Relationships>";

GBytes *
office_make_docx (const char *body,
                  const char *styles,
                  const char *numbering)
{
  g_autofree char *document = g_strdup_printf ("<?xml version=\"1.0\"?><w:document " WORD_SPACES
                                               "><w:body>%s</w:body></w:document>", body);
  g_autofree char *style_part = wrap ("styles", styles);
  g_autofree char *list_part = wrap ("numbering", numbering);
  const ZipPart parts[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "word/document.xml", document },
    { "word/_rels/document.xml.rels", targets },
    { "word/header1.xml", "<w:hdr><w:p><w:r><w:t>Header</w:t></w:r></w:p></w:hdr>" },
    { "word/styles.xml", style_part },
    { "word/numbering.xml", list_part },
    { NULL, NULL },
  };

  return zip_make (parts);
}

#define ODF_SPACE(name) "xmlns:" name "=\"urn:oasis:names:tc:opendocument:xmlns:" name ":1.0\" "
#define ODF_SPACES \
  ODF_SPACE ("office") ODF_SPACE ("text") ODF_SPACE ("table") ODF_SPACE ("style") \
  "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" " \
  "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" " \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" " \
  "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""

GBytes *
office_make_odt (const char *body,
                 const char *automatic_styles,
                 const char *styles)
{
  g_autofree char *content = g_strdup_printf (
    "<?xml version=\"1.0\"?><office:document-content " ODF_SPACES ">"
    "<office:automatic-styles>%s</office:automatic-styles><office:body><office:text>%s"
    "</office:text></office:body></office:document-content>",
    automatic_styles != NULL ? automatic_styles : "", body);
  g_autofree char *style_part = g_strdup_printf (
    "<?xml version=\"1.0\"?><office:document-styles " ODF_SPACES "><office:styles>%s"
    "</office:styles><office:automatic-styles><style:style style:name=\"P1\" "
    "style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "</office:automatic-styles><office:master-styles><style:master-page><style:header>"
    "<text:p>Header</text:p></style:header></style:master-page></office:master-styles>"
    "</office:document-styles>", styles != NULL ? styles : "");
  const ZipPart parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text" },
    { "content.xml", content },
    { "styles.xml", style_part },
    { NULL, NULL },
  };

  return zip_make (parts);
}

VacDraft *
office_read (VacImportKind kind,
             GBytes       *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = vac_import_read (kind, bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (drafts);
  g_assert_cmpuint (drafts->len, ==, 1);

  return g_ptr_array_steal_index (drafts, 0);
}

static void
append_text (GString    *out,
             const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\t')
      g_string_append (out, " | ");
    else
      g_string_append_c (out, *text == '\n' ? '/' : *text);
}

/* A part a line: "h2 Your tasks", "b1 [Safety] You know it.", "p! Bold", "row a | b". A line break
 * is a slash. */
char *
office_describe (VacDraft *draft)
{
  static const char *const kinds[] = {
    [VAC_DRAFT_FACT] = "fact", [VAC_DRAFT_TITLE] = "title", [VAC_DRAFT_HEADING] = "h",
    [VAC_DRAFT_PARAGRAPH] = "p", [VAC_DRAFT_BULLET] = "b", [VAC_DRAFT_ROW] = "row",
  };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < vac_draft_get_n_parts (draft); i++)
    {
      const VacDraftPart *part = vac_draft_get_part (draft, i);

      g_assert_true (g_utf8_validate (part->text, -1, NULL));
      g_string_append (out, kinds[part->kind]);
      if (part->kind == VAC_DRAFT_HEADING || part->kind == VAC_DRAFT_BULLET)
        g_string_append_printf (out, "%u", part->level);
      g_string_append (out, part->strong ? "! " : " ");
      if (part->label != NULL)
        g_string_append_printf (out, "[%s] ", part->label);
      append_text (out, part->text);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

void
office_assert_reads (VacImportKind kind,
                     GBytes       *bytes,
                     const char   *name,
                     const char   *expected)
{
  g_autoptr (VacDraft) draft = office_read (kind, bytes);
  g_autofree char *text = office_describe (draft);

  if (!g_str_equal (text, expected))
    g_test_message ("%s: read\n%sinstead of\n%s", name, text, expected);
  g_assert_cmpstr (text, ==, expected);
}

void
office_assert_refuses (VacImportKind kind,
                       GBytes       *bytes,
                       const char   *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = vac_import_read (kind, bytes, &error);

  g_assert_null (drafts);
  g_assert_error (error, VAC_ERROR, VAC_ERROR_FORMAT);
  g_assert_true (g_str_has_suffix (error->message, "."));
  if (strstr (error->message, sentence) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, sentence));
}

/* Takes @sources, as many as there are @sentences. */
void
office_assert_refuses_each (VacImportKind      kind,
                            GBytes           **sources,
                            const char *const *sentences,
                            guint              n_sentences)
{
  for (guint i = 0; i < n_sentences; i++)
    {
      office_assert_refuses (kind, sources[i], sentences[i]);
      g_bytes_unref (sources[i]);
    }
}

/* A file that was cut off anywhere. */
void
office_assert_refuses_parts (VacImportKind kind,
                             GBytes       *whole)
{
  for (gsize size = 0; size < g_bytes_get_size (whole); size += 100)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, size);

      office_assert_refuses (kind, part, "");
    }
}
