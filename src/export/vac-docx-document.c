/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-docx-document"

#include "config.h"

#include <string.h>

#include "vac-codes.h"
#include "vac-direction.h"
#include "vac-docx-private.h"
#include "vac-link.h"
#include "vac-outline-facts.h"
#include "vac-outline-parts.h"
#include "vac-outline-table.h"
#include "vac-phrase.h"
#include "vac-plain.h"
#include "vac-short-list.h"

/* Sizes are in twentieths of a point, as everywhere in WordprocessingML. */
#define HEAD_COLUMNS 3u
#define LIST_COLUMNS 2u

/* Properties of runs; the style comes first. */
#define LINK_STYLE "<w:rStyle w:val=\"Hyperlink\"/>"
#define BOLD       "<w:b/><w:bCs/>"

typedef struct
{
  GString    *out;
  VacOutline *outline;
  GPtrArray  *links;   /* borrowed: URIs, in the order of their relations */
  GPtrArray  *charts;  /* borrowed: pictures of charts, likewise */
  VacDrawChart draw_chart;
  const char *flow;    /* what a paragraph of the language says about its direction */
  const char *breaks;  /* what it says about pages */
  VacPageSetup setup;
  gsize       end;     /* of the properties of the last paragraph; 0 if a table comes after it */
  guint       list_end; /* behind the list in columns that is being written, else 0 */
  gboolean    parted;  /* whether a section has ended */
} Writer;

static gboolean
is_rtl (Writer *self)
{
  return *self->flow != '\0';
}

static void
append_one_way (Writer     *self,
                const char *properties,
                const char *direction,
                const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_string_append (self->out, "<w:r>");
  if (*properties != '\0' || *direction != '\0')
    g_string_append_printf (self->out, "<w:rPr>%s%s</w:rPr>", properties, direction);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (self->out, i > 0 ? "<w:br/>" : "");
      g_string_append (self->out, "<w:t xml:space=\"preserve\">");
      vac_plain_escape (self->out, lines[i]);
      g_string_append (self->out, "</w:t>");
    }
  g_string_append (self->out, "</w:r>");
}

/* Word goes by what a run says of its direction, more than by its letters. */
static void
append_run (Writer     *self,
            const char *properties,
            const char *text)
{
  g_autoptr (GArray) runs = is_rtl (self) ? vac_direction_split (text) : NULL;

  if (runs == NULL)
    append_one_way (self, properties, "", text);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const VacDirectionRun *run = &g_array_index (runs, VacDirectionRun, i);
      g_autofree char *piece = g_strndup (text, run->length);

      append_one_way (self, properties, run->rtl ? "<w:rtl/>" : "", piece);
      text += run->length;
    }
}

static void
append_label (Writer     *self,
              const char *label,
              gboolean    followed)
{
  g_autofree char *line = vac_plain_line (label);
  g_autofree char *run_in = vac_phrase_run_in (vac_outline_get_language (self->outline), line);
  const gboolean spaced = g_str_has_suffix (run_in, " ");

  if (*line == '\0')
    return;
  if (spaced)
    run_in[strlen (run_in) - 1] = '\0';
  append_run (self, BOLD, followed ? run_in : line);
  if (followed && spaced)
    append_run (self, "", " ");
}

static void
begin_link (Writer     *self,
            const char *uri)
{
  g_string_append_printf (self->out, "<w:hyperlink r:id=\"rId%u\">",
                          VAC_DOCX_FIRST_LINK + self->links->len);
  g_ptr_array_add (self->links, g_strdup (uri));
}

static void
append_link (Writer     *self,
             const char *uri,
             const char *properties,
             const char *text)
{
  g_autofree char *styled = g_strconcat (LINK_STYLE, properties, NULL);

  begin_link (self, uri);
  append_run (self, styled, text);
  g_string_append (self->out, "</w:hyperlink>");
}

/* A text in which addresses are links. */
static void
append_text (Writer     *self,
             const char *properties,
             const char *text)
{
  VacLinkSpan span;
  gsize from = 0;

  while (vac_link_find (text, from, &span))
    {
      g_autofree char *uri = span.uri;
      g_autofree char *before = g_strndup (text + from, span.start - from);
      g_autofree char *shown = g_strndup (text + span.start, span.end - span.start);

      if (*before != '\0')
        append_run (self, properties, before);
      if (vac_plain_is_link (uri))
        append_link (self, uri, properties, shown);
      else
        append_run (self, properties, shown);
      from = span.end;
    }
  if (text[from] != '\0' || from == 0)
    append_run (self, properties, text + from);
}

/* A stretch of @text, with its parts from the one that is @next on; @properties are those of what
 * is around it. */
static void
append_stretch (Writer       *self,
                const char   *properties,
                const char   *text,
                gsize         start,
                gsize         end,
                const GArray *parts,
                guint        *next)
{
  const gboolean linked = strstr (properties, LINK_STYLE) != NULL;
  gsize done = start;

  while (done < end)
    {
      const VacEmphasis *part = *next < parts->len ? &g_array_index (parts, VacEmphasis, *next)
                                                   : NULL;
      const gsize stop = part != NULL && part->start < end ? part->start : end;
      g_autofree char *before = g_strndup (text + done, stop - done);
      g_autofree char *within = NULL;
      gboolean is_link;

      if (*before != '\0')
        (linked ? append_run : append_text) (self, properties, before);
      done = stop;
      if (stop == end)
        break;
      (*next)++;
      is_link = part->uri != NULL && vac_plain_is_link (part->uri);
      within = is_link ? g_strconcat (LINK_STYLE, properties, NULL)
                       : g_strconcat (properties, part->uri == NULL ? BOLD : "", NULL);
      if (is_link)
        begin_link (self, part->uri);
      append_stretch (self, within, text, part->start, part->end, parts, next);
      if (is_link)
        g_string_append (self->out, "</w:hyperlink>");
      done = part->end;
    }
}

static void
append_parts (Writer         *self,
              const VacBlock *block,
              const char     *text)
{
  g_autoptr (GArray) parts = vac_block_place_parts (block, text, 0);
  guint next = 0;

  append_stretch (self, "", text, 0, strlen (text), parts, &next);
}

static void
begin_paragraph (Writer     *self,
                 const char *style,
                 const char *alignment)
{
  g_string_append (self->out, "<w:p><w:pPr>");
  if (*style != '\0')
    g_string_append_printf (self->out, "<w:pStyle w:val=\"%s\"/>", style);
  g_string_append (self->out, self->breaks);
  if (strcmp (style, "ListBullet") == 0)
    g_string_append (self->out, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
  g_string_append_printf (self->out, "%s%s", self->flow, alignment);
  self->end = self->out->len;
  g_string_append (self->out, "</w:pPr>");
}

/* Ends a section with the last paragraph, or with an empty one where there is none. */
static void
end_section (Writer *self,
             guint   columns)
{
  g_autofree char *section = vac_docx_write_section (&self->setup, self->flow, self->parted,
                                                     columns);

  if (self->end == 0)
    {
      g_string_append (self->out, "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" "
                                  "w:line=\"20\" w:lineRule=\"exact\"/>");
      self->end = self->out->len;
      g_string_append (self->out, "</w:pPr></w:p>");
    }
  g_string_insert (self->out, (gssize) self->end, section);
  self->parted = TRUE;
}

/* A short list stands in columns, as the design has it: Word sets a section of its own so. */
static void
part_list (Writer *self,
           guint   position)
{
  guint n_bullets;

  if (position == self->list_end && self->list_end > 0)
    {
      end_section (self, LIST_COLUMNS);
      self->list_end = 0;
    }
  n_bullets = self->list_end == 0 && !vac_outline_has_marks (self->outline)
                  ? vac_short_list_count (self->outline, position) : 0;
  if (n_bullets == 0)
    return;
  if (position > 0)
    end_section (self, 1);
  self->list_end = position + n_bullets;
}

static void
append_paragraph (Writer         *self,
                  const char     *style,
                  const VacBlock *block)
{
  const char *language = vac_outline_get_language (self->outline);
  g_autofree char *facts = block->facts != NULL ? vac_facts_join (block->facts, language, NULL)
                                                : NULL;
  g_autofree char *text = vac_plain_clean (facts != NULL ? facts : block->text);

  if (block->kind == VAC_BLOCK_PICTURE)
    {
      g_autofree char *picture = vac_docx_write_picture (block);

      begin_paragraph (self, style, "");
      g_string_append_printf (self->out, "%s</w:p>", picture);
      return;
    }
  if (*text == '\0' && block->label == NULL)
    return;

  begin_paragraph (self, style, "");
  if (block->label != NULL)
    append_label (self, block->label, *text != '\0');
  if (*text != '\0' && vac_plain_is_link (block->link))
    append_link (self, block->link, "", text);
  else if (block->parts != NULL)
    append_parts (self, block, text);
  else if (*text != '\0' && block->kind != VAC_BLOCK_TITLE && block->kind != VAC_BLOCK_HEADING)
    append_text (self, "", text);
  else if (*text != '\0')
    append_run (self, "", text);
  g_string_append (self->out, "</w:p>");
}

/* A chart keeps to the table that it belongs to, and no line of it is cut off. */
static void
append_chart (Writer         *self,
              const VacBlock *block)
{
  const double width = VAC_DOCX_TEXT_WIDTH / 20.0;
  GBytes *png = self->draw_chart != NULL
                    ? self->draw_chart (block->chart, vac_outline_get_language (self->outline),
                                        width)
                    : NULL;
  g_autofree char *run = NULL;

  if (png == NULL)
    return;
  g_ptr_array_add (self->charts, png);
  run = vac_docx_write_chart (block, self->charts->len, width,
                              vac_chart_get_height (block->chart));
  begin_paragraph (self, "", "");
  g_string_append_printf (self->out, "%s</w:p>", run);
}

/* How a table is set. */
typedef struct
{
  GArray  *widths;    /* guint, of its columns */
  guint32  figures;   /* a bit for each column of figures */
  guint    size;      /* of its text, in half points */
} Table;

static void
append_cell (Writer      *self,
             const char  *cell,
             gboolean     header,
             const Table *table,
             guint        column)
{
  const gboolean figure = column < VAC_DOCX_MOST_COLUMNS && (table->figures & (1u << column)) != 0;
  g_autofree char *text = vac_plain_clean (cell);
  g_autofree char *properties = g_strdup_printf ("%s<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>",
                                                 header ? BOLD : "", table->size,
                                                 table->size);

  g_assert (column < table->widths->len);

  g_string_append_printf (self->out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>",
                          g_array_index (table->widths, guint, column));
  /* Figures stand flush right everywhere. In Word the right of a paragraph that runs from the right
   * is its end, at the left. */
  begin_paragraph (self, "TableText", figure && !is_rtl (self) ? "<w:jc w:val=\"right\"/>" : "");
  append_text (self, properties, text);
  g_string_append (self->out, "</w:p></w:tc>");
}

static void
append_row (Writer         *self,
            const VacBlock *block,
            const Table    *table)
{
  guint n_cells = g_strv_length (block->cells);

  g_string_append (self->out, "<w:tr><w:trPr><w:cantSplit/>");
  g_string_append (self->out, block->header ? "<w:tblHeader/></w:trPr>" : "</w:trPr>");
  for (guint i = 0; i < table->widths->len; i++)
    append_cell (self, i < n_cells ? block->cells[i] : "", block->header, table, i);
  g_string_append (self->out, "</w:tr>");
}

/* Word wants a paragraph between two tables and at the end, and leaves no room below a table. */
static guint
append_table (Writer *self,
              guint   first)
{
  guint end = vac_outline_find_table_end (self->outline, first);
  g_autoptr (GArray) widths = NULL;
  Table table = { .figures = vac_outline_find_figures (self->outline, first) };
  guint margin;

  widths = vac_docx_share_width (self->outline, first, end, &table.size, &margin);
  table.widths = widths;

  g_string_append_printf (self->out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>%s"
                          "<w:tblW w:w=\"%u\" w:type=\"dxa\"/><w:tblCellMar>"
                          "<w:left w:w=\"%u\" w:type=\"dxa\"/><w:right w:w=\"%u\" w:type=\"dxa\"/>"
                          "</w:tblCellMar></w:tblPr><w:tblGrid>",
                          is_rtl (self) ? "<w:bidiVisual/>" : "", VAC_DOCX_TEXT_WIDTH, margin,
                          margin);
  for (guint i = 0; i < widths->len; i++)
    g_string_append_printf (self->out, "<w:gridCol w:w=\"%u\"/>", g_array_index (widths, guint, i));
  g_string_append (self->out, "</w:tblGrid>");
  for (guint i = first; i < end; i++)
    append_row (self, vac_outline_get_block (self->outline, i), &table);
  g_string_append (self->out, "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p>");

  return end;
}

static void
append_styled (Writer     *self,
               const char *style,
               const char *text)
{
  g_autofree char *shown = vac_plain_clean (text);

  begin_paragraph (self, style, "");
  append_text (self, "", shown);
  g_string_append (self->out, "</w:p>");
}

static void
begin_head_cell (Writer *self,
                 guint   span)
{
  const VacDesign *design = vac_outline_get_look (self->outline)->design;

  g_string_append_printf (self->out,
                          "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>",
                          VAC_DOCX_TEXT_WIDTH / HEAD_COLUMNS * span);
  if (span > 1)
    g_string_append_printf (self->out, "<w:gridSpan w:val=\"%u\"/>", span);
  /* A band stands on a ground of its own. */
  if (design->fact_columns > 0)
    g_string_append_printf (self->out,
                            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06X\"/>",
                            vac_look_get_tint (vac_outline_get_look (self->outline)));
  g_string_append (self->out, "</w:tcPr>");
}

static void
append_head_cell (Writer     *self,
                  const char *caption,
                  const char *style,
                  const char *text,
                  guint       span)
{
  begin_head_cell (self, span);
  if (caption != NULL)
    append_styled (self, "FactCaption", caption);
  append_styled (self, style, text);
  g_string_append (self->out, "</w:tc>");
}

static void
append_fact_rows (Writer *self,
                  GArray *facts,
                  guint   first)
{
  const char *language = vac_outline_get_language (self->outline);
  guint column = 0;

  for (guint end; first < facts->len; first = end)
    {
      g_autofree char *text = NULL;

      end = vac_facts_find_end (facts, first);
      text = vac_facts_join_bare (facts, first, end, language, NULL);
      g_string_append (self->out, column == 0 ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "");
      append_head_cell (self, vac_facts_get_caption (facts, first, language), "Facts", text, 1);
      column = (column + 1) % HEAD_COLUMNS;
      if (column == 0)
        g_string_append (self->out, "</w:tr>");
    }
  for (; column > 0 && column < HEAD_COLUMNS; column++)
    {
      begin_head_cell (self, 1);
      g_string_append (self->out, "<w:p/></w:tc>");
      if (column == HEAD_COLUMNS - 1)
        g_string_append (self->out, "</w:tr>");
    }
}

static gboolean
is_in_head_table (VacOutline *outline,
                  guint       position)
{
  const VacBlockKind kind = position < vac_outline_get_n_blocks (outline)
                                ? vac_outline_get_block (outline, position)->kind
                                : VAC_BLOCK_HEADING;

  return kind == VAC_BLOCK_FACTS || kind == VAC_BLOCK_PAY;
}

/* Facts below captions, in a table of their own. */
static guint
append_head_table (Writer *self,
                   guint   position,
                   guint   first)
{
  const char *pay = vac_phrase_get (vac_outline_get_language (self->outline), VAC_PHRASE_PAY);

  g_string_append_printf (self->out,
                          "<w:tbl><w:tblPr>%s<w:tblW w:w=\"%u\" w:type=\"dxa\"/>"
                          "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
                          is_rtl (self) ? "<w:bidiVisual/>" : "", VAC_DOCX_TEXT_WIDTH);
  for (guint i = 0; i < HEAD_COLUMNS; i++)
    g_string_append_printf (self->out, "<w:gridCol w:w=\"%u\"/>",
                            VAC_DOCX_TEXT_WIDTH / HEAD_COLUMNS);
  g_string_append (self->out, "</w:tblGrid>");
  for (; is_in_head_table (self->outline, position); position++)
    {
      const VacBlock *block = vac_outline_get_block (self->outline, position);

      if (block->kind == VAC_BLOCK_FACTS)
        append_fact_rows (self, block->facts, first);
      else
        {
          g_string_append (self->out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
          append_head_cell (self, pay, "Pay", block->text, HEAD_COLUMNS);
          g_string_append (self->out, "</w:tr>");
        }
      first = 0;
    }
  g_string_append (self->out, "</w:tbl>");

  return position;
}

/* Facts and pay as the design has them, unless differences are shown in the lines that all formats
 * have. Returns the position of the next block, or that of this one if it is like any other. */
static guint
append_head (Writer *self,
             guint   position)
{
  const char *language = vac_outline_get_language (self->outline);
  const VacBlock *block = vac_outline_get_block (self->outline, position);
  const gboolean columns = vac_outline_get_look (self->outline)->design->fact_columns > 0;
  const guint first = block->facts != NULL && vac_facts_names_employer (block->facts) ? 1 : 0;

  if (vac_outline_has_marks (self->outline) || !is_in_head_table (self->outline, position) ||
      !columns)
    return position;
  if (first > 0)
    {
      g_autofree char *employer = vac_facts_join_some (block->facts, 0, 1, language, NULL);

      append_styled (self, "Employer", employer);
    }
  if (block->facts == NULL || first < block->facts->len ||
      is_in_head_table (self->outline, position + 1))
    return append_head_table (self, position, first);

  return position + 1;
}

static const char *
get_style (const VacBlock *block)
{
  switch (block->kind)
    {
    case VAC_BLOCK_PICTURE: return "Logo";
    case VAC_BLOCK_TITLE: return "Title";
    case VAC_BLOCK_FACTS: return "Facts";
    case VAC_BLOCK_PAY: return "Pay";
    case VAC_BLOCK_HEADING: return block->level == 1 ? "Heading1" : "Heading2";
    case VAC_BLOCK_BULLET: return "ListBullet";
    case VAC_BLOCK_PARAGRAPH:
    case VAC_BLOCK_LINK:
    case VAC_BLOCK_ROW:
    case VAC_BLOCK_CHART:
    case VAC_BLOCK_SPACE:
    default: return "";
    }
}

/* Lines to write on are the rules of empty paragraphs, which stay together. */
static void
append_space (Writer         *self,
              const VacBlock *block)
{
  const char *line = block->text;

  while (line != NULL)
    {
      const char *next = strchr (line, '\n');

      g_string_append_printf (self->out,
                              "<w:p><w:pPr>%s<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" "
                              "w:space=\"1\" w:color=\"5C6570\"/><w:between w:val=\"single\" "
                              "w:sz=\"4\" w:space=\"1\" w:color=\"5C6570\"/></w:pBdr>%s"
                              "<w:spacing w:before=\"0\" w:after=\"%u\" w:line=\"440\" "
                              "w:lineRule=\"exact\"/></w:pPr>",
                              next != NULL ? "<w:keepNext/>" : "", self->flow,
                              next != NULL ? 0 : 240);
      if (line == block->text && block->label != NULL)
        append_label (self, block->label, FALSE);
      g_string_append (self->out, "</w:p>");
      line = next != NULL ? next + 1 : NULL;
    }
}

static void
append_blocks (Writer *self)
{
  guint n_blocks = vac_outline_get_n_blocks (self->outline);

  for (guint i = 0; i < n_blocks;)
    {
      const VacBlock *block = vac_outline_get_block (self->outline, i);
      guint next;

      part_list (self, i);
      next = append_head (self, i);
      if (next > i)
        {
          i = next;
          self->end = 0;
        }
      else if (block->kind == VAC_BLOCK_ROW)
        {
          i = append_table (self, i);
          self->end = 0;
        }
      else if (block->kind == VAC_BLOCK_SPACE)
        {
          append_space (self, block);
          i++;
          self->end = 0;
        }
      else
        {
          self->breaks = block->new_page ? "<w:pageBreakBefore/>"
                         : block->keep   ? "<w:keepNext/>"
                                         : "";
          if (block->kind == VAC_BLOCK_CHART)
            append_chart (self, block);
          else
            append_paragraph (self, get_style (block), block);
          self->breaks = "";
          i++;
        }
    }
}

/*
 * vac_docx_write_document:
 * @outline: an outline
 * @options: with the paper, of which it takes the size; the margins are its own
 * @links: (element-type utf8): takes the URIs that the document links to, in the order of their
 *   relations
 * @charts: (element-type GBytes): takes the pictures of its charts, in PNG
 *
 * Returns: (transfer full): word/document.xml
 */
char *
vac_docx_write_document (VacOutline             *outline,
                         const VacExportOptions *options,
                         GPtrArray              *links,
                         GPtrArray              *charts)
{
  const char *language = vac_outline_get_language (outline);
  Writer self = {
    .outline = outline,
    .links = links,
    .charts = charts,
    .draw_chart = options->draw_chart,
    .breaks = "",
    .setup = vac_export_options_get_page_setup (options, language),
  };
  g_autofree char *section = NULL;

  self.out = g_string_sized_new (64 * 1024);
  self.flow = vac_codes_is_rtl (language) ? "<w:bidi/>" : "";
  g_string_append (self.out, VAC_DOCX_PROLOGUE "<w:document xmlns:w=\"" VAC_DOCX_MAIN "\" "
                             "xmlns:r=\"" VAC_DOCX_OFFICE "\"><w:body>");
  append_blocks (&self);
  section = vac_docx_write_section (&self.setup, self.flow, self.parted,
                                    self.list_end > 0 ? LIST_COLUMNS : 1);
  g_string_append_printf (self.out, "%s</w:body></w:document>", section);

  return g_string_free (self.out, FALSE);
}
