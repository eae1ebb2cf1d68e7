/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-docx"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-package-part.h"
#include "vac-import-docx-links.h"
#include "vac-import-docx-styles.h"
#include "vac-import-flow.h"
#include "vac-import-private.h"
#include "vac-xml.h"

/* Documents of Word (ECMA-376). Of the main part alone: headers, footers, notes and comments stand
 * in parts of their own, and are no text of a posting. */

/* A paragraph that is being read; one may stand in a box that is anchored in another. */
typedef struct
{
  char       *style;
  int         outline;
  VacDocxList list;
  gboolean    in_properties;

  gboolean    in_run;
  gboolean    in_run_properties;
  char       *run_style;
  VacDocxLook look;
  char       *language;
} Paragraph;

typedef struct
{
  VacFlow       *flow;           /* borrowed */
  VacDocxStyles *styles;         /* borrowed */
  GArray        *paragraphs;     /* of Paragraph, the innermost last */
  GString       *text;           /* of the w:t that is being read */
  VacDocxLinks  *links;          /* borrowed */
  GString       *controls;       /* of those that are open: 'p' for one that is empty */
  guint          n_prompts;      /* of 'p' in @controls */
  gboolean       in_text;
  gboolean       in_code;
  gboolean       keeps_blanks;
  gboolean       in_row_properties;
  gboolean       is_prompt;      /* the next content says what an empty control asks for */
  gboolean       has_body;
  gboolean       chosen[VAC_XML_MAX_DEPTH + 2];   /* by depth: an alternative was taken */
} Reader;

enum
{
  OTHER,
  BODY,
  PARAGRAPH,
  PROPERTIES,
  STYLE,
  OUTLINE,
  LIST,
  LIST_LEVEL,
  RUN,
  RUN_PROPERTIES,
  RUN_STYLE,
  BOLD,
  HIDDEN,
  LANGUAGE,
  TEXT,
  TAB,
  POSITION_TAB,
  BREAK,
  CARRIAGE_RETURN,
  HYPHEN,
  SYMBOL,
  FIELD,
  FIELD_CODE,
  SIMPLE_FIELD,
  LINK,
  TABLE,
  ROW,
  ROW_PROPERTIES,
  CELL,
  MERGE,
  DELETED,
  MOVED,
  ALTERNATIVES,
  CHOICE,
  FALLBACK,
  PROMPT,
  CONTENT,
  RUBY,
  PROPERTIES_BEFORE,
  RUN_PROPERTIES_BEFORE,
  ROW_PROPERTIES_BEFORE,
  CELL_PROPERTIES_BEFORE,
};

static const char *const elements[] = {
  [OTHER] = "",
  [BODY] = "w:body",
  [PARAGRAPH] = "w:p",
  [PROPERTIES] = "w:pPr",
  [STYLE] = "w:pStyle",
  [OUTLINE] = "w:outlineLvl",
  [LIST] = "w:numId",
  [LIST_LEVEL] = "w:ilvl",
  [RUN] = "w:r",
  [RUN_PROPERTIES] = "w:rPr",
  [RUN_STYLE] = "w:rStyle",
  [BOLD] = "w:b",
  [HIDDEN] = "w:vanish",
  [LANGUAGE] = "w:lang",
  [TEXT] = "w:t",
  [TAB] = "w:tab",
  [POSITION_TAB] = "w:ptab",
  [BREAK] = "w:br",
  [CARRIAGE_RETURN] = "w:cr",
  [HYPHEN] = "w:noBreakHyphen",
  [SYMBOL] = "w:sym",
  [FIELD] = "w:fldChar",
  [FIELD_CODE] = "w:instrText",
  [SIMPLE_FIELD] = "w:fldSimple",
  [LINK] = "w:hyperlink",
  [TABLE] = "w:tbl",
  [ROW] = "w:tr",
  [ROW_PROPERTIES] = "w:trPr",
  [CELL] = "w:tc",
  [MERGE] = "w:vMerge",
  [DELETED] = "w:del",
  [MOVED] = "w:moveFrom",
  [ALTERNATIVES] = "mc:AlternateContent",
  [CHOICE] = "mc:Choice",
  [FALLBACK] = "mc:Fallback",
  [PROMPT] = "w:showingPlcHdr",
  [CONTENT] = "w:sdtContent",
  [RUBY] = "w:rt",
  [PROPERTIES_BEFORE] = "w:pPrChange",
  [RUN_PROPERTIES_BEFORE] = "w:rPrChange",
  [ROW_PROPERTIES_BEFORE] = "w:trPrChange",
  [CELL_PROPERTIES_BEFORE] = "w:tcPrChange",
};

static void
clear_paragraph (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->style);
  g_free (paragraph->list.id);
  g_free (paragraph->run_style);
  g_free (paragraph->language);
}

static Paragraph *
get_paragraph (Reader *self)
{
  return self->paragraphs->len == 0
         ? NULL : &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1);
}

static void
begin_paragraph (Reader *self,
                 VacXml *xml)
{
  const Paragraph paragraph = { .outline = -1, .list = { NULL, -1 }, .look = VAC_DOCX_LOOK_NONE };

  if (vac_flow_is_full (self->flow))
    vac_xml_stop (xml);
  g_array_append_val (self->paragraphs, paragraph);
  vac_flow_begin_paragraph (self->flow);
}

static void
end_paragraph (Reader *self)
{
  const Paragraph *paragraph = get_paragraph (self);
  guint level = 0;
  const VacDraftKind kind = vac_docx_styles_tell_kind (self->styles, paragraph->style,
                                                       paragraph->outline, &paragraph->list,
                                                       &level);

  if (vac_docx_styles_is_contents (self->styles, paragraph->style))
    vac_flow_drop_paragraph (self->flow);
  else
    vac_flow_end_paragraph (self->flow, kind, level);
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);

  if (self->paragraphs->len == 0)
    vac_docx_links_end_codes (self->links);
}

static void
begin_run (Paragraph *paragraph)
{
  paragraph->in_run = TRUE;
  paragraph->look = (VacDocxLook) VAC_DOCX_LOOK_NONE;
  g_clear_pointer (&paragraph->run_style, g_free);
  g_clear_pointer (&paragraph->language, g_free);
}

static void
add_text (Reader     *self,
          const char *text,
          gboolean    has_language)
{
  const Paragraph *paragraph = get_paragraph (self);
  const char *language;

  /* A control that was filled in by another program may still say that it is empty; Word sets what
   * it asks for in a style of its own. */
  if (paragraph == NULL || !paragraph->in_run || paragraph->in_run_properties ||
      vac_docx_links_is_in_code (self->links) ||
      (self->n_prompts > 0 && vac_docx_styles_is_prompt (self->styles, paragraph->run_style)) ||
      vac_docx_styles_is_hidden (self->styles, paragraph->style, paragraph->run_style,
                                 &paragraph->look))
    return;
  vac_flow_add (self->flow, text, -1,
                vac_docx_styles_is_bold (self->styles, paragraph->style, paragraph->run_style,
                                         &paragraph->look),
                vac_docx_links_get_uri (self->links));
  language = paragraph->language != NULL ? paragraph->language
                                         : vac_docx_styles_get_language (self->styles);
  if (has_language)
    vac_flow_count_language (self->flow, language, strlen (text));
}

/* A sign of a font of signs. At the start of a paragraph it is a bullet, which is told by being one
 * of these fonts; elsewhere only those that mean something in every font are kept. */
static void
add_symbol (Reader *self,
            VacXml *xml)
{
  static const struct { const char *font; guint code; const char *text; } symbols[] = {
    { "Symbol", 0xa3, "≤" }, { "Symbol", 0xae, "→" }, { "Symbol", 0xb1, "±" },
    { "Symbol", 0xb3, "≥" }, { "Symbol", 0xb4, "×" }, { "Symbol", 0xb7, "•" },
    { "Symbol", 0xbb, "≈" }, { "Symbol", 0xde, "⇒" }, { "Wingdings", 0xe0, "→" },
    { "Wingdings", 0xe8, "➔" }, { "Wingdings", 0xfc, "✓" }, { "Wingdings", 0xfe, "☑" },
    { "Wingdings", 0xa8, "☐" }, { "Wingdings", 0x6f, "☐" },
  };
  g_autofree char *font = vac_xml_dup (xml, "w:font");
  g_autofree char *value = vac_xml_dup (xml, "w:char");
  const guint code = value != NULL ? (guint) (g_ascii_strtoull (value, NULL, 16) & 0xff) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (symbols[i].code == code && g_strcmp0 (font, symbols[i].font) == 0)
      {
        add_text (self, symbols[i].text, FALSE);
        return;
      }
  if (code > 0x20 && vac_flow_is_blank (self->flow))
    add_text (self, "• ", FALSE);
}

static void
read_field (Reader *self,
            VacXml *xml)
{
  g_autofree char *type = vac_xml_dup (xml, "w:fldCharType");

  vac_docx_links_read_field (self->links, type);
}

static void
begin_link (Reader *self,
            guint   element,
            VacXml *xml)
{
  g_autofree char *says = vac_xml_dup (xml, element == LINK ? "r:id" : "w:instr");

  if (element == LINK)
    vac_docx_links_begin (self->links, says);
  else
    vac_docx_links_begin_code (self->links, says);
}

static void
read_paragraph_property (Paragraph *paragraph,
                         guint      element,
                         VacXml    *xml)
{
  switch (element)
    {
    case STYLE:
      g_free (paragraph->style);
      paragraph->style = vac_xml_dup (xml, "w:val");
      break;
    case OUTLINE:
      paragraph->outline = vac_xml_get_int (xml, "w:val", -1);
      break;
    case LIST:
      g_free (paragraph->list.id);
      paragraph->list.id = vac_xml_dup (xml, "w:val");
      break;
    case LIST_LEVEL:
      paragraph->list.level = vac_xml_get_int (xml, "w:val", -1);
      break;
    default:
      break;
    }
}

static void
read_run_property (Paragraph *paragraph,
                   guint      element,
                   VacXml    *xml)
{
  switch (element)
    {
    case RUN_STYLE:
      g_free (paragraph->run_style);
      paragraph->run_style = vac_xml_dup (xml, "w:val");
      break;
    case BOLD:
      paragraph->look.bold = vac_docx_read_switch (xml);
      break;
    case HIDDEN:
      paragraph->look.hidden = vac_docx_read_switch (xml);
      break;
    case LANGUAGE:
      g_free (paragraph->language);
      paragraph->language = vac_xml_dup (xml, "w:val");
      break;
    default:
      break;
    }
}

static void
begin_text (Reader *self,
            VacXml *xml)
{
  g_autofree char *space = vac_xml_dup (xml, "xml:space");

  g_string_truncate (self->text, 0);
  self->in_text = TRUE;
  self->keeps_blanks = g_strcmp0 (space, "preserve") == 0;
}

static void
end_text (Reader *self)
{
  self->in_text = FALSE;
  g_strdelimit (self->text->str, "\n\r\t", ' ');
  add_text (self, self->keeps_blanks ? self->text->str : g_strstrip (self->text->str), TRUE);
}

static void
begin_in_run (Reader *self,
              guint   element,
              VacXml *xml)
{
  switch (element)
    {
    case TEXT:
      begin_text (self, xml);
      break;
    case TAB:
    case POSITION_TAB:
      add_text (self, "\t", FALSE);
      break;
    case BREAK:
    case CARRIAGE_RETURN:
      add_text (self, "\n", FALSE);
      break;
    case HYPHEN:
      add_text (self, "-", FALSE);
      break;
    case SYMBOL:
      add_symbol (self, xml);
      break;
    case FIELD:
      read_field (self, xml);
      break;
    case FIELD_CODE:
      self->in_code = TRUE;
      break;
    default:
      break;
    }
}

static void
begin_in_paragraph (Reader *self,
                    guint   element,
                    VacXml *xml)
{
  Paragraph *paragraph = get_paragraph (self);

  if (element == PROPERTIES)
    paragraph->in_properties = TRUE;
  else if (element == RUN)
    begin_run (paragraph);
  else if (paragraph->in_properties)
    read_paragraph_property (paragraph, element, xml);
  else if (paragraph->in_run && element == RUN_PROPERTIES)
    paragraph->in_run_properties = TRUE;
  else if (paragraph->in_run_properties)
    read_run_property (paragraph, element, xml);
  else if (paragraph->in_run)
    begin_in_run (self, element, xml);
}

/* The same thing for newer and for older programs: the first that comes is taken. */
static gboolean
take_alternative (Reader *self,
                  VacXml *xml)
{
  gboolean *chosen = &self->chosen[vac_xml_get_depth (xml) - 1];
  const gboolean take = !*chosen;

  *chosen = TRUE;

  return take;
}

static void
begin_content (Reader *self)
{
  g_string_append_c (self->controls, self->is_prompt ? 'p' : '-');
  self->n_prompts += self->is_prompt;
  self->is_prompt = FALSE;
}

static void
end_content (Reader *self)
{
  const gsize last = self->controls->len - 1;

  self->n_prompts -= self->controls->str[last] == 'p';
  g_string_truncate (self->controls, last);
}

static void
begin_table_element (Reader *self,
                     guint   element,
                     VacXml *xml)
{
  g_autofree char *value = NULL;

  if (element == TABLE)
    vac_flow_begin_table (self->flow);
  else if (element == ROW)
    vac_flow_begin_row (self->flow);
  else if (element == ROW_PROPERTIES)
    self->in_row_properties = TRUE;
  else if (element == CELL)
    {
      if (vac_flow_is_full (self->flow))
        vac_xml_stop (xml);
      vac_flow_begin_cell (self->flow);
    }
  else if (element == MERGE)
    {
      value = vac_xml_dup (xml, "w:val");
      if (g_strcmp0 (value, "restart") != 0)
        vac_flow_continue_cell (self->flow);
    }
}

static gboolean
begin_element (gpointer data,
               guint    element,
               VacXml  *xml)
{
  Reader *self = data;

  switch (element)
    {
    case DELETED:
      if (self->in_row_properties)
        vac_flow_drop_row (self->flow);
      return FALSE;
    case MOVED:
    case RUBY:
    case PROPERTIES_BEFORE:
    case RUN_PROPERTIES_BEFORE:
    case ROW_PROPERTIES_BEFORE:
    case CELL_PROPERTIES_BEFORE:
      return FALSE;
    case ALTERNATIVES:
      self->chosen[vac_xml_get_depth (xml)] = FALSE;
      return TRUE;
    case CHOICE:
    case FALLBACK:
      return take_alternative (self, xml);
    case PROMPT:
      self->is_prompt = TRUE;
      return TRUE;
    case CONTENT:
      begin_content (self);
      return TRUE;
    case BODY:
      self->has_body = TRUE;
      return TRUE;
    case PARAGRAPH:
      begin_paragraph (self, xml);
      return TRUE;
    case LINK:
    case SIMPLE_FIELD:
      begin_link (self, element, xml);
      return TRUE;
    default:
      begin_table_element (self, element, xml);
      if (self->paragraphs->len > 0)
        begin_in_paragraph (self, element, xml);
      return TRUE;
    }
}

static void
end_element (gpointer data,
             guint    element)
{
  Reader *self = data;
  Paragraph *paragraph = get_paragraph (self);

  switch (element)
    {
    case PARAGRAPH:
      end_paragraph (self);
      break;
    case TEXT:
      if (self->in_text)
        end_text (self);
      break;
    case FIELD_CODE:
      self->in_code = FALSE;
      break;
    case LINK:
    case SIMPLE_FIELD:
      vac_docx_links_end (self->links);
      break;
    case PROPERTIES:
    case RUN:
    case RUN_PROPERTIES:
      if (paragraph == NULL)
        break;
      paragraph->in_properties &= element != PROPERTIES;
      paragraph->in_run_properties &= element == PROPERTIES;
      paragraph->in_run &= element != RUN;
      break;
    case ROW_PROPERTIES:
      self->in_row_properties = FALSE;
      break;
    case CONTENT:
      end_content (self);
      break;
    case CELL:
      vac_flow_end_cell (self->flow);
      break;
    case ROW:
      vac_flow_end_row (self->flow);
      break;
    case TABLE:
      vac_flow_end_table (self->flow);
      break;
    default:
      break;
    }
}

static void
add_characters (gpointer    data,
                const char *text,
                gsize       length)
{
  Reader *self = data;

  if (self->in_text)
    g_string_append_len (self->text, text, (gssize) length);
  else if (self->in_code)
    vac_docx_links_add_code (self->links, text, length);
}

static gboolean
read_document (GBytes        *bytes,
               VacDocxStyles *styles,
               VacDocxLinks  *links,
               VacDraft      *draft,
               GError       **error)
{
  static const VacXmlHandler handler = {
    elements, G_N_ELEMENTS (elements), begin_element, end_element, add_characters,
  };
  g_autoptr (VacFlow) flow = vac_flow_new (draft);
  g_autoptr (GArray) paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) controls = g_string_new (NULL);
  Reader reader = {
    .flow = flow, .styles = styles, .paragraphs = paragraphs, .text = text,
    .links = links, .controls = controls,
  };

  g_array_set_clear_func (paragraphs, clear_paragraph);
  if (!vac_xml_read (bytes, &handler, &reader, error))
    return FALSE;
  if (!reader.has_body)
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                           _("The file is no text document of Word."));
      return FALSE;
    }
  vac_flow_tell_language (flow);

  return TRUE;
}

/* The package */

/* Styles and lists may be missing; damaged ones are no reason to refuse the text. */
static VacDocxStyles *
read_styles (VacPackage *package,
             const char *main_part)
{
  VacDocxStyles *styles = vac_docx_styles_new ();
  g_autofree char *style_part = vac_package_find_part (package, main_part, "/styles", NULL,
                                                       "word/styles.xml");
  g_autofree char *list_part = vac_package_find_part (package, main_part, "/numbering", NULL,
                                                      "word/numbering.xml");
  g_autoptr (GBytes) style_bytes = vac_package_read (package, style_part, NULL);
  g_autoptr (GBytes) list_bytes = vac_package_read (package, list_part, NULL);

  if (style_bytes != NULL)
    vac_docx_styles_read (styles, style_bytes);
  if (list_bytes != NULL)
    vac_docx_styles_read_lists (styles, list_bytes);

  return styles;
}

/*
 * vac_import_docx:
 * @bytes: a document of Word
 * @drafts: (element-type VacDraft): takes its draft
 * @error: return location for a sentence
 *
 * Returns: whether it could be read and has a text
 */
gboolean
vac_import_docx (GBytes    *bytes,
                 GPtrArray *drafts,
                 GError   **error)
{
  g_autoptr (VacPackage) package = vac_package_open (bytes, VAC_IMPORT_MAX_BYTES, error);
  g_autoptr (VacDocxStyles) styles = NULL;
  g_autoptr (VacDocxLinks) links = NULL;
  g_autoptr (VacDraft) draft = vac_draft_new ();
  g_autoptr (GBytes) document = NULL;
  g_autofree char *part = NULL;

  if (package == NULL)
    return FALSE;
  part = vac_package_find_part (package, "", "/officeDocument", NULL, "word/document.xml");
  document = vac_package_read (package, part, error);
  if (document == NULL)
    return FALSE;
  styles = read_styles (package, part);
  links = vac_docx_links_new (package, part);
  if (!read_document (document, styles, links, draft, error))
    return FALSE;

  return vac_import_take_draft (g_steal_pointer (&draft), drafts, error);
}
