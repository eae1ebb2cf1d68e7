/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-odt"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-import-flow.h"
#include "vac-import-odt-styles.h"
#include "vac-link.h"
#include "vac-package.h"
#include "vac-import-private.h"
#include "vac-xml.h"

/* Text documents of LibreOffice and its like (OpenDocument 1.3). */

#define MIME_TYPE "application/vnd.oasis.opendocument.text"

#define DEEPEST 9

/* Blanks that are counted rather than written; more of them say nothing. */
#define MOST_BLANKS 8

/* A paragraph that is being read; one may stand in a frame that is anchored in another. */
typedef struct
{
  VacDraftKind kind;
  guint        level;
  char        *style;
  GPtrArray   *spans;      /* of styles, the innermost last; "" for none */
  GPtrArray   *links;      /* of URIs of those that are open, likewise */
  gboolean     blank;      /* what was last was a blank, and others after it are none */
  gboolean     hidden;
} Paragraph;

typedef struct
{
  VacFlow      *flow;           /* borrowed */
  VacOdtStyles *styles;         /* borrowed */
  GArray       *paragraphs;     /* of Paragraph, the innermost last */
  GPtrArray    *lists;          /* of styles of those that are open, the innermost last */
  GString      *items;          /* of those that are open: 'm' while its mark is to come */
  int           n_covered;      /* cells to come that the last one covers */
  gboolean      has_text;
} Reader;

enum
{
  OTHER,
  TEXT,
  PARAGRAPH,
  HEADING,
  SPAN,
  LINK,
  BLANKS,
  TAB,
  BREAK,
  LIST,
  ITEM,
  LIST_HEADER,
  SECTION,
  HIDDEN_PARAGRAPH,
  TABLE,
  ROW,
  CELL,
  COVERED_CELL,
  FIRST_UNREAD,
  CHANGES = FIRST_UNREAD,
  NOTE,
  ANNOTATION,
  CONTENTS,
  HIDDEN_TEXT,
  PROMPT,
  RUBY,
  FORMS,
  FRAME_TITLE,
  FRAME_DESCRIPTION,
  STYLES,
};

static const char *const elements[] = {
  [OTHER] = "",
  [TEXT] = "office:text",
  [PARAGRAPH] = "text:p",
  [HEADING] = "text:h",
  [SPAN] = "text:span",
  [LINK] = "text:a",
  [BLANKS] = "text:s",
  [TAB] = "text:tab",
  [BREAK] = "text:line-break",
  [LIST] = "text:list",
  [ITEM] = "text:list-item",
  [LIST_HEADER] = "text:list-header",
  [SECTION] = "text:section",
  [HIDDEN_PARAGRAPH] = "text:hidden-paragraph",
  [TABLE] = "table:table",
  [ROW] = "table:table-row",
  [CELL] = "table:table-cell",
  [COVERED_CELL] = "table:covered-table-cell",
  [CHANGES] = "text:tracked-changes",
  [NOTE] = "text:note",
  [ANNOTATION] = "office:annotation",
  [CONTENTS] = "text:table-of-content",
  [HIDDEN_TEXT] = "text:hidden-text",
  [PROMPT] = "text:placeholder",
  [RUBY] = "text:ruby-text",
  [FORMS] = "office:forms",
  [FRAME_TITLE] = "svg:title",
  [FRAME_DESCRIPTION] = "svg:desc",
  [STYLES] = "office:automatic-styles",
};

static void
clear_paragraph (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->style);
  g_ptr_array_unref (paragraph->spans);
  g_ptr_array_unref (paragraph->links);
}

static Paragraph *
get_paragraph (Reader *self)
{
  return self->paragraphs->len == 0
         ? NULL : &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1);
}

/* Only the first paragraph of an element of a list has its mark. */
static VacDraftKind
tell_kind (Reader     *self,
           const char *style,
           guint      *level)
{
  VacDraftKind kind = vac_odt_styles_tell_kind (self->styles, style, level);
  const guint depth = MIN (self->lists->len, DEEPEST);
  char *item = self->items->len > 0 ? self->items->str + self->items->len - 1 : NULL;
  gboolean marked;

  if (kind == VAC_DRAFT_HEADING || kind == VAC_DRAFT_TITLE || depth == 0)
    return kind;
  marked = item != NULL && *item == 'm' &&
           vac_odt_styles_has_mark (self->styles,
                                    g_ptr_array_index (self->lists, self->lists->len - 1), depth);
  if (item != NULL)
    *item = '-';
  *level = marked ? depth : 0;

  return marked ? VAC_DRAFT_BULLET : VAC_DRAFT_PARAGRAPH;
}

static void
begin_paragraph (Reader  *self,
                 gboolean heading,
                 VacXml  *xml)
{
  Paragraph paragraph = { .style = vac_xml_dup (xml, "text:style-name"), .blank = TRUE };

  if (vac_flow_is_full (self->flow))
    vac_xml_stop (xml);
  paragraph.spans = g_ptr_array_new_with_free_func (g_free);
  paragraph.links = g_ptr_array_new_with_free_func (g_free);
  if (heading)
    {
      paragraph.kind = VAC_DRAFT_HEADING;
      paragraph.level = (guint) CLAMP (vac_xml_get_int (xml, "text:outline-level", 1), 1, DEEPEST);
    }
  else
    paragraph.kind = tell_kind (self, paragraph.style, &paragraph.level);
  g_array_append_val (self->paragraphs, paragraph);
  vac_flow_begin_paragraph (self->flow);
}

static void
end_paragraph (Reader *self)
{
  const Paragraph *paragraph = get_paragraph (self);

  if (paragraph->hidden)
    vac_flow_drop_paragraph (self->flow);
  else
    vac_flow_end_paragraph (self->flow, paragraph->kind, paragraph->level);
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
}

static VacOdtLook
find_look (Reader          *self,
           const Paragraph *paragraph)
{
  VacOdtLook look = VAC_ODT_LOOK_NONE;

  for (guint i = paragraph->spans->len; i-- > 0;)
    {
      const char *style = g_ptr_array_index (paragraph->spans, i);

      if (*style != '\0')
        vac_odt_styles_look (self->styles, "text", style, &look);
    }
  if (paragraph->style != NULL)
    vac_odt_styles_look (self->styles, "paragraph", paragraph->style, &look);
  vac_odt_styles_look (self->styles, "paragraph", NULL, &look);

  return look;
}

/* Returns: (nullable): where the text of @paragraph leads that comes, safe */
static const char *
get_uri (const Paragraph *paragraph)
{
  for (guint i = paragraph->links->len; i-- > 0;)
    if (*(const char *) g_ptr_array_index (paragraph->links, i) != '\0')
      return g_ptr_array_index (paragraph->links, i);

  return NULL;
}

static void
begin_link (Paragraph *paragraph,
            VacXml    *xml)
{
  g_autofree char *address = vac_xml_dup (xml, "xlink:href");
  char *uri = address != NULL ? vac_link_make_safe (address) : NULL;

  g_ptr_array_add (paragraph->links, uri != NULL ? uri : g_strdup (""));
}

static void
add_text (Reader     *self,
          const char *text,
          gsize       length,
          gboolean    has_language)
{
  const Paragraph *paragraph = get_paragraph (self);
  VacOdtLook look;

  if (paragraph == NULL || length == 0)
    return;
  look = find_look (self, paragraph);
  if (look.hidden > 0)
    return;
  vac_flow_add (self->flow, text, (gssize) length, look.bold > 0, get_uri (paragraph));
  if (has_language)
    vac_flow_count_language (self->flow, look.language, length);
}

/* Line ends and blanks in a row are one blank; others have elements of their own. */
static void
add_characters (gpointer    data,
                const char *text,
                gsize       length)
{
  Reader *self = data;
  Paragraph *paragraph = get_paragraph (self);
  g_autoptr (GString) out = g_string_sized_new (length);

  if (paragraph == NULL)
    return;
  for (gsize i = 0; i < length; i++)
    {
      const gboolean blank = g_ascii_isspace (text[i]);

      if (!blank)
        g_string_append_c (out, text[i]);
      else if (!paragraph->blank)
        g_string_append_c (out, ' ');
      paragraph->blank = blank;
    }
  add_text (self, out->str, out->len, TRUE);
}

static void
begin_in_paragraph (Reader *self,
                    guint   element,
                    VacXml *xml)
{
  static const char blanks[] = "        ";
  Paragraph *paragraph = get_paragraph (self);
  char *style, *condition;

  G_STATIC_ASSERT (sizeof blanks == MOST_BLANKS + 1);

  switch (element)
    {
    case SPAN:
      style = vac_xml_dup (xml, "text:style-name");
      g_ptr_array_add (paragraph->spans, style != NULL ? style : g_strdup (""));
      break;
    case LINK:
      begin_link (paragraph, xml);
      break;
    case BLANKS:
      add_text (self, blanks, (gsize) CLAMP (vac_xml_get_int (xml, "text:c", 1), 1, MOST_BLANKS),
                FALSE);
      break;
    case TAB:
      add_text (self, "\t", 1, FALSE);
      paragraph->blank = FALSE;
      break;
    case BREAK:
      add_text (self, "\n", 1, FALSE);
      paragraph->blank = TRUE;
      break;
    case HIDDEN_PARAGRAPH:
      condition = vac_xml_dup (xml, "text:is-hidden");
      paragraph->hidden |= g_strcmp0 (condition, "true") == 0;
      g_free (condition);
      break;
    default:
      break;
    }
}

/* A list in a list has the style of that one, unless it says another. */
static void
begin_list (Reader *self,
            VacXml *xml)
{
  char *style = vac_xml_dup (xml, "text:style-name");

  if (style == NULL && self->lists->len > 0)
    style = g_strdup (g_ptr_array_index (self->lists, self->lists->len - 1));
  g_ptr_array_add (self->lists, style != NULL ? style : g_strdup (""));
}

/* Returns: whether to read the cell: one that the cell at its left covers is not there */
static gboolean
begin_cell (Reader  *self,
            gboolean covered,
            VacXml  *xml)
{
  if (covered && self->n_covered > 0)
    {
      self->n_covered--;
      return FALSE;
    }
  if (vac_flow_is_full (self->flow))
    vac_xml_stop (xml);
  self->n_covered = 0;
  if (!covered)
    self->n_covered = MAX (vac_xml_get_int (xml, "table:number-columns-spanned", 1), 1) - 1;
  vac_flow_begin_cell (self->flow);
  if (covered)
    vac_flow_continue_cell (self->flow);

  return TRUE;
}

static gboolean
is_shown (VacXml *xml)
{
  g_autofree char *display = vac_xml_dup (xml, "text:display");

  return g_strcmp0 (display, "none") != 0;
}

static gboolean
begin_element (gpointer data,
               guint    element,
               VacXml  *xml)
{
  Reader *self = data;

  if (element >= FIRST_UNREAD)
    return FALSE;
  switch (element)
    {
    case TEXT:
      self->has_text = TRUE;
      break;
    case SECTION:
      return is_shown (xml);
    case PARAGRAPH:
    case HEADING:
      begin_paragraph (self, element == HEADING, xml);
      break;
    case LIST:
      begin_list (self, xml);
      break;
    case ITEM:
    case LIST_HEADER:
      g_string_append_c (self->items, element == ITEM ? 'm' : '-');
      break;
    case TABLE:
      vac_flow_begin_table (self->flow);
      break;
    case ROW:
      self->n_covered = 0;
      vac_flow_begin_row (self->flow);
      break;
    case CELL:
    case COVERED_CELL:
      return begin_cell (self, element == COVERED_CELL, xml);
    default:
      if (self->paragraphs->len > 0)
        begin_in_paragraph (self, element, xml);
      break;
    }

  return TRUE;
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
    case HEADING:
      end_paragraph (self);
      break;
    case SPAN:
      if (paragraph != NULL)
        g_ptr_array_set_size (paragraph->spans, (int) paragraph->spans->len - 1);
      break;
    case LINK:
      if (paragraph != NULL)
        g_ptr_array_set_size (paragraph->links, (int) paragraph->links->len - 1);
      break;
    case LIST:
      g_ptr_array_set_size (self->lists, (int) self->lists->len - 1);
      break;
    case ITEM:
    case LIST_HEADER:
      g_string_truncate (self->items, self->items->len - 1);
      break;
    case TABLE:
      vac_flow_end_table (self->flow);
      break;
    case ROW:
      vac_flow_end_row (self->flow);
      break;
    case CELL:
    case COVERED_CELL:
      vac_flow_end_cell (self->flow);
      break;
    default:
      break;
    }
}

static gboolean
read_content (GBytes       *bytes,
              VacOdtStyles *styles,
              VacDraft     *draft,
              GError      **error)
{
  static const VacXmlHandler handler = {
    elements, G_N_ELEMENTS (elements), begin_element, end_element, add_characters,
  };
  g_autoptr (VacFlow) flow = vac_flow_new (draft);
  g_autoptr (GArray) paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) items = g_string_new (NULL);
  Reader reader = {
    .flow = flow, .styles = styles, .paragraphs = paragraphs, .lists = lists, .items = items,
  };

  g_array_set_clear_func (paragraphs, clear_paragraph);
  if (!vac_xml_read (bytes, &handler, &reader, error))
    return FALSE;
  if (!reader.has_text)
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                           _("The file is no text document of LibreOffice."));
      return FALSE;
    }
  vac_flow_tell_language (flow);

  return TRUE;
}

/* The package */

static gboolean
begin_manifest (gpointer data,
                guint    element,
                VacXml  *xml)
{
  gboolean *locked = data;

  *locked |= element > 0;

  return TRUE;
}

/* Where a password protects the document, its parts are there, but not to be read. */
static gboolean
is_locked (VacPackage *package)
{
  static const char *const names[] = { "", "manifest:encryption-data" };
  static const VacXmlHandler handler = { names, G_N_ELEMENTS (names), begin_manifest, NULL, NULL };
  g_autoptr (GBytes) bytes = vac_package_read (package, "META-INF/manifest.xml", NULL);
  gboolean locked = vac_package_has (package, "encrypted-package");

  if (bytes != NULL)
    vac_xml_read (bytes, &handler, &locked, NULL);

  return locked;
}

/* Spreadsheets and slides are packed in the same way. */
static gboolean
is_text (VacPackage *package)
{
  g_autoptr (GBytes) bytes = vac_package_read (package, "mimetype", NULL);
  const gsize length = strlen (MIME_TYPE);

  return bytes == NULL ||
         (g_bytes_get_size (bytes) >= length &&
          memcmp (g_bytes_get_data (bytes, NULL), MIME_TYPE, length) == 0);
}

/* Damaged styles are no reason to refuse the text. */
static VacOdtStyles *
read_styles (VacPackage *package,
             GBytes     *content)
{
  VacOdtStyles *styles = vac_odt_styles_new ();
  g_autoptr (GBytes) bytes = vac_package_read (package, "styles.xml", NULL);

  if (bytes != NULL)
    vac_odt_styles_read (styles, bytes, FALSE);
  vac_odt_styles_read (styles, content, TRUE);

  return styles;
}

/*
 * vac_import_odt:
 * @bytes: a text document of LibreOffice
 * @drafts: (element-type VacDraft): takes its draft
 * @error: return location for a sentence
 *
 * Returns: whether it could be read and has a text
 */
gboolean
vac_import_odt (GBytes    *bytes,
                GPtrArray *drafts,
                GError   **error)
{
  g_autoptr (VacPackage) package = vac_package_open (bytes, VAC_IMPORT_MAX_BYTES, error);
  g_autoptr (VacOdtStyles) styles = NULL;
  g_autoptr (VacDraft) draft = vac_draft_new ();
  g_autoptr (GBytes) content = NULL;

  if (package == NULL)
    return FALSE;
  if (is_locked (package))
    {
      vac_package_set_locked (error);
      return FALSE;
    }
  if (!is_text (package))
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                           _("The file is no text document of LibreOffice."));
      return FALSE;
    }
  content = vac_package_read (package, "content.xml", error);
  if (content == NULL)
    return FALSE;
  styles = read_styles (package, content);
  if (!read_content (content, styles, draft, error))
    return FALSE;

  return vac_import_take_draft (g_steal_pointer (&draft), drafts, error);
}
