/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-docx-parts"

#include "config.h"

#include <string.h>

#include "vac-codes.h"
#include "vac-docx-private.h"
#include "vac-plain.h"

/* The parts of a DOCX file that are the same for every posting, or the same but for a language. */

#define BOLD 700

#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

const char vac_docx_content_types[] =
  VAC_DOCX_PROLOGUE
  "<Types xmlns=\"" VAC_DOCX_PACKAGE "/content-types\">"
  "<Default Extension=\"rels\" "
  "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
  "<Default Extension=\"png\" ContentType=\"image/png\"/>"
  "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>"
  "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE "styles+xml\"/>"
  "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD_TYPE "numbering+xml\"/>"
  "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD_TYPE "settings+xml\"/>"
  "<Override PartName=\"/docProps/core.xml\" "
  "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
  "<Override PartName=\"/docProps/app.xml\" "
  "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
  "</Types>";

const char vac_docx_relations[] =
  VAC_DOCX_PROLOGUE
  "<Relationships xmlns=\"" VAC_DOCX_PACKAGE "/relationships\">"
  "<Relationship Id=\"rId1\" Type=\"" VAC_DOCX_OFFICE "/officeDocument\" "
  "Target=\"word/document.xml\"/>"
  "<Relationship Id=\"rId2\" "
  "Type=\"" VAC_DOCX_PACKAGE "/relationships/metadata/core-properties\" "
  "Target=\"docProps/core.xml\"/>"
  "<Relationship Id=\"rId3\" Type=\"" VAC_DOCX_OFFICE "/extended-properties\" "
  "Target=\"docProps/app.xml\"/>"
  "</Relationships>";

const char vac_docx_application[] =
  VAC_DOCX_PROLOGUE
  "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
  "<Application>Vacancy</Application></Properties>";

/* A bullet of the text's own font: the Symbol font of old is not on every machine. */
const char vac_docx_numbering[] =
  VAC_DOCX_PROLOGUE
  "<w:numbering xmlns:w=\"" VAC_DOCX_MAIN "\">"
  "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
  "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:pStyle "
  "w:val=\"ListBullet\"/>"
  "<w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>"
  "<w:pPr><w:ind w:left=\"360\" w:hanging=\"260\"/></w:pPr></w:lvl>"
  "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

/* Running text alone is hyphenated. */
#define WHOLE_WORDS "<w:suppressAutoHyphens/>"

#define STYLE(id, name, based_on, next, paragraph, run) \
  "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/>" \
  "<w:basedOn w:val=\"" based_on "\"/><w:next w:val=\"" next "\"/><w:qFormat/>" \
  "<w:pPr>" paragraph "</w:pPr><w:rPr>" run "</w:rPr></w:style>"

static const char style_list[] =
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
  "w:val=\"Normal\"/><w:qFormat/></w:style>"
  "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
  "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>"
  "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal "
  "Table\"/>"
  "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
  "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>"
  "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>"
  "</w:tblPr></w:style>"
  STYLE ("Logo", "Logo", "Normal", "Title", "<w:keepNext/><w:spacing w:before=\"0\" "
         "w:after=\"200\" w:line=\"240\"/>", "")
  STYLE ("ListBullet", "List Bullet", "Normal", "ListBullet",
         "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing "
         "w:after=\"50\"/>", "")
  STYLE ("TableText", "Table Text", "Normal", "TableText",
         WHOLE_WORDS "<w:spacing w:before=\"30\" w:after=\"30\"/>", "")
  "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
  "<w:rPr><w:color w:val=\"1A5FB4\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
  "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn "
  "w:val=\"TableNormal\"/>"
  "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/>"
  "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/>"
  "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/>"
  "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/>"
  "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/>"
  "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/></w:tblBorders>"
  "</w:tblPr></w:style>";

/* What stands for the shading of a paragraph is in its place among the properties. */
static void
append_with (GString    *out,
             const char *properties,
             const char *shade)
{
  const char *at = strstr (properties, "%s");

  g_string_append_len (out, properties, at - properties);
  g_string_append (out, shade);
  g_string_append (out, at + strlen ("%s"));
}

static void
append_language (GString    *out,
                 const char *element,
                 const char *language)
{
  g_autofree char *tag = vac_plain_line (language);

  if (*tag == '\0')
    return;
  g_string_append_printf (out, "<w:%s w:val=\"", element);
  vac_plain_escape (out, tag);
  if (vac_codes_is_rtl (language))
    {
      g_string_append (out, "\" w:bidi=\"");
      vac_plain_escape (out, tag);
    }
  g_string_append (out, "\"/>");
}

/* What a style of the type scale is for. */
static const struct
{
  const char *id;
  const char *name;
  VacStep     step;
  guint       size;        /* in half points, in the usual design */
  const char *paragraph;
} scale[] = {
  { "Title", "Title", VAC_STEP_TITLE, 40,
    "<w:keepNext/>%s" WHOLE_WORDS "<w:spacing w:before=\"0\" w:after=\"80\"/>" },
  { "Employer", "Employer", VAC_STEP_EMPLOYER, 26,
    "%s" WHOLE_WORDS "<w:spacing w:before=\"0\" w:after=\"60\"/>" },
  { "Facts", "Facts", VAC_STEP_FACTS, 22,
    "%s" WHOLE_WORDS "<w:spacing w:before=\"0\" w:after=\"40\"/>" },
  { "FactCaption", "Fact Caption", VAC_STEP_CAPTION, 15,
    "<w:keepNext/>%s" WHOLE_WORDS "<w:spacing w:before=\"60\" w:after=\"0\"/>" },
  { "Pay", "Pay", VAC_STEP_PAY, 22, "%s" WHOLE_WORDS "<w:spacing w:before=\"0\" w:after=\"40\"/>" },
  { "Heading1", "heading 1", VAC_STEP_HEADING, 28,
    "<w:keepNext/><w:keepLines/>%s" WHOLE_WORDS "<w:spacing w:before=\"320\" w:after=\"100\"/>"
    "<w:outlineLvl w:val=\"0\"/>" },
  { "Heading2", "heading 2", VAC_STEP_SUBHEADING, 24,
    "<w:keepNext/><w:keepLines/>%s" WHOLE_WORDS "<w:spacing w:before=\"220\" w:after=\"60\"/>"
    "<w:outlineLvl w:val=\"1\"/>" },
};

/* Type and colour are the design's. The usual design has the sizes that Word files always had. */
static void
append_scale (GString       *out,
              const VacLook *look)
{
  g_autofree char *band =
      g_strdup_printf ("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06X\"/>", look->accent);

  for (guint i = 0; i < G_N_ELEMENTS (scale); i++)
    {
      const VacTypeStep *step = &look->design->steps[scale[i].step];
      const char *font = step->display ? look->pair->word_heading : look->pair->word_text;
      const guint size = look->design->head == VAC_HEAD_PLAIN ? scale[i].size
                                                              : (guint) (step->size * 2 + 0.5);
      const char *shade = step->ink == VAC_INK_PAPER ? band : "";

      g_string_append_printf (out,
                              "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name "
                              "w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/><w:next "
                              "w:val=\"Normal\"/><w:qFormat/><w:pPr>",
                              scale[i].id, scale[i].name);
      append_with (out, scale[i].paragraph, shade);
      g_string_append_printf (out,
                              "</w:pPr><w:rPr><w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" "
                              "w:cs=\"Arial\"/>%s%s<w:color w:val=\"%06X\"/><w:sz w:val=\"%u\"/>"
                              "<w:szCs w:val=\"%u\"/></w:rPr></w:style>",
                              font, font, step->weight >= BOLD ? "<w:b/><w:bCs/>" : "",
                              scale[i].step == VAC_STEP_CAPTION ? "<w:caps/>" : "",
                              vac_look_get_colour (look, step->ink), size, size);
    }
}

/*
 * vac_docx_write_styles:
 * @language: the posting's language
 * @look: how the posting looks
 *
 * Returns: (transfer full): word/styles.xml
 */
char *
vac_docx_write_styles (const char    *language,
                       const VacLook *look)
{
  const char *font = look->pair->word_text;
  const guint size = look->design->head == VAC_HEAD_PLAIN
                         ? 22 : (guint) (look->design->steps[VAC_STEP_BODY].size * 2 + 0.5);
  GString *out = g_string_new (VAC_DOCX_PROLOGUE
    "<w:styles xmlns:w=\"" VAC_DOCX_MAIN "\"><w:docDefaults><w:rPrDefault><w:rPr>");

  g_string_append_printf (out,
                          "<w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" "
                          "w:cs=\"Arial\"/><w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>",
                          font, font, font, size, size);
  append_language (out, "lang", language);
  g_string_append (out, "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
                        "<w:spacing w:after=\"120\" w:line=\"264\" "
                        "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>");
  g_string_append (out, style_list);
  append_scale (out, look);
  g_string_append (out, "</w:styles>");

  return g_string_free (out, FALSE);
}

/* What a line may leave free before a word is divided: about as much as on our own pages. */
#define HYPHENATION_ZONE "1080"

/*
 * vac_docx_write_settings:
 * @language: the posting's language
 *
 * Returns: (transfer full): word/settings.xml, which asks for the behaviour of a current Word
 */
char *
vac_docx_write_settings (const char *language)
{
  GString *out = g_string_new (
      VAC_DOCX_PROLOGUE
      "<w:settings xmlns:w=\"" VAC_DOCX_MAIN
      "\"><w:autoHyphenation/><w:consecutiveHyphenLimit w:val=\"1\"/>"
      "<w:hyphenationZone w:val=\"" HYPHENATION_ZONE "\"/><w:doNotHyphenateCaps/>"
      "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
      "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>");

  append_language (out, "themeFontLang", language);
  g_string_append (out, "</w:settings>");

  return g_string_free (out, FALSE);
}

/* A length in points, in twentieths of a point. */
static guint
to_twentieths (double points)
{
  return (guint) (points * 20.0 + 0.5);
}

/*
 * vac_docx_write_section:
 * @setup: the paper, of which it takes the size; the margins are its own
 * @flow: what says in which direction it is read
 * @continuous: whether it does not begin a page
 * @columns: how many columns of text it has
 *
 * Returns: (transfer full): the properties of a section
 */
char *
vac_docx_write_section (const VacPageSetup *setup,
                        const char         *flow,
                        gboolean            continuous,
                        guint               columns)
{
  g_autofree char *cols = columns < 2 ? g_strdup ("")
                                      : g_strdup_printf ("<w:cols w:num=\"%u\" w:space=\"480\"/>",
                                                         columns);

  return g_strdup_printf ("<w:sectPr>%s<w:pgSz w:w=\"%u\" w:h=\"%u\"/>"
                          "<w:pgMar w:top=\"1200\" w:right=\"1273\" w:bottom=\"1200\" "
                          "w:left=\"1273\" w:header=\"600\" w:footer=\"600\" "
                          "w:gutter=\"0\"/>%s%s</w:sectPr>",
                          continuous ? "<w:type w:val=\"continuous\"/>" : "",
                          to_twentieths (setup->width), to_twentieths (setup->height), cols, flow);
}

/*
 * vac_docx_write_links:
 * @links: (element-type utf8): as filled by vac_docx_write_document()
 * @has_picture: whether there is a picture among the parts
 * @n_charts: how many charts there are
 *
 * Returns: (transfer full): word/_rels/document.xml.rels
 */
char *
vac_docx_write_links (GPtrArray *links,
                      gboolean   has_picture,
                      guint      n_charts)
{
  GString *out = g_string_new (VAC_DOCX_PROLOGUE
    "<Relationships xmlns=\"" VAC_DOCX_PACKAGE "/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" VAC_DOCX_OFFICE "/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" VAC_DOCX_OFFICE "/numbering\" Target=\"numbering.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" VAC_DOCX_OFFICE "/settings\" Target=\"settings.xml\"/>");

  if (has_picture)
    g_string_append (out, "<Relationship Id=\"" VAC_DOCX_PICTURE_ID "\" Type=\"" VAC_DOCX_OFFICE
                          "/image\" Target=\"" VAC_DOCX_PICTURE "\"/>");
  for (guint i = 1; i <= n_charts; i++)
    g_string_append_printf (out, "<Relationship Id=\"" VAC_DOCX_CHART_ID "\" Type=\""
                                 VAC_DOCX_OFFICE "/image\" Target=\"" VAC_DOCX_CHART "\"/>", i, i);
  for (guint i = 0; i < links->len; i++)
    {
      g_string_append_printf (out,
                              "<Relationship Id=\"rId%u\" Type=\"" VAC_DOCX_OFFICE "/hyperlink\" "
                              "Target=\"",
                              VAC_DOCX_FIRST_LINK + i);
      vac_plain_escape (out, g_ptr_array_index (links, i));
      g_string_append (out, "\" TargetMode=\"External\"/>");
    }
  g_string_append (out, "</Relationships>");

  return g_string_free (out, FALSE);
}
