/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cmark"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "vac-chart-svg.h"
#include "vac-cmark-head.h"
#include "vac-cmark.h"
#include "vac-link.h"
#include "vac-outline-facts.h"
#include "vac-outline-marks.h"
#include "vac-outline-parts.h"
#include "vac-outline-table.h"
#include "vac-phrase.h"
#include "vac-plain.h"

/* A list stands in columns from so many bullets on, if none has more characters. */
#define LEAST_SHORT_BULLETS 4
#define LONGEST_SHORT_BULLET 90

/* State of one walk over the outline. The pointers are into the tree that is being built. */
typedef struct
{
  VacOutline  *outline;
  VacCmarkUse  use;
  cmark_node  *document;
  cmark_node  *root;        /* what takes blocks: the document, or a part of it that is set off */
  cmark_node  *header;      /* of the page, until the first block that does not belong to it */
  cmark_node  *side;        /* of the header: what stands beside the text */
  cmark_node  *list;        /* of consecutive bullets */
  cmark_node  *table;       /* of consecutive rows */
  char       **columns;     /* borrowed: the cells of the table's header row */
  guint32      figures;     /* columns of figures, see vac_outline_find_figures () */
  guint        position;    /* of the block at hand */
} Builder;

static cmark_node *
add (cmark_node      *parent,
     cmark_node_type  type)
{
  cmark_node *node = cmark_node_new (type);

  cmark_node_append_child (parent, node);
  return node;
}

static cmark_node *
add_custom (cmark_node      *parent,
            cmark_node_type  type,
            const char      *enter,
            const char      *leave)
{
  cmark_node *node = add (parent, type);

  cmark_node_set_on_enter (node, enter);
  cmark_node_set_on_exit (node, leave);
  return node;
}

static void
add_line (cmark_node *parent,
          const char *line)
{
  if (*line != '\0')
    cmark_node_set_literal (add (parent, CMARK_NODE_TEXT), line);
}

/* Returns the node that takes a link's text. cmark's own HTML encodes the brackets of an address of
 * IPv6, which then is none; the links that we are given are encoded already. */
static cmark_node *
add_link (Builder    *self,
          cmark_node *parent,
          const char *uri)
{
  g_autoptr (GString) enter = NULL;
  cmark_node *link;

  if (self->use != VAC_CMARK_HTML)
    {
      link = add (parent, CMARK_NODE_LINK);
      cmark_node_set_url (link, uri);
      return link;
    }
  enter = g_string_new ("<a href=\"");
  vac_plain_escape (enter, uri);
  g_string_append (enter, "\">");

  return add_custom (parent, CMARK_NODE_CUSTOM_INLINE, enter->str, "</a>");
}

/* A line, in which addresses are links unless it is one itself. */
static void
add_linked_line (Builder    *self,
                 cmark_node *parent,
                 const char *line)
{
  VacLinkSpan span;
  gsize from = 0;

  while (vac_link_find (line, from, &span))
    {
      g_autofree char *uri = span.uri;
      g_autofree char *before = g_strndup (line + from, span.start - from);
      g_autofree char *shown = g_strndup (line + span.start, span.end - span.start);

      add_line (parent, before);
      add_line (vac_plain_is_link (uri) ? add_link (self, parent, uri) : parent, shown);
      from = span.end;
    }
  add_line (parent, line + from);
}

static void
add_text (Builder    *self,
          cmark_node *parent,
          const char *text,
          gboolean    linked)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        add (parent, CMARK_NODE_LINEBREAK);
      if (linked && self->use != VAC_CMARK_DESCRIPTION)
        add_linked_line (self, parent, lines[i]);
      else
        add_line (parent, lines[i]);
    }
}

/* Whether CommonMark takes what stands between two pairs of asterisks for emphasized: beside a
 * letter they must not have punctuation on the other side. */
static gboolean
can_emphasize (const char        *text,
               const VacEmphasis *part)
{
  const char *start = text + part->start, *end = text + part->end;
  const gunichar before = part->start > 0 ? g_utf8_get_char (g_utf8_prev_char (start)) : ' ';
  const gunichar after = *end != '\0' ? g_utf8_get_char (end) : ' ';

  return (g_unichar_isalnum (g_utf8_get_char (start)) || !g_unichar_isalnum (before)) &&
         (g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))) ||
          !g_unichar_isalnum (after));
}

/* The node that takes a part of a text. */
static cmark_node *
enter_part (Builder           *self,
            cmark_node        *parent,
            const char        *text,
            const VacEmphasis *part)
{
  if (part->uri != NULL)
    return vac_plain_is_link (part->uri) ? add_link (self, parent, part->uri) : parent;

  return self->use == VAC_CMARK_MARKDOWN && !can_emphasize (text, part)
             ? parent : add (parent, CMARK_NODE_STRONG);
}

/* Adds a stretch of @text, with its parts from the one that is @next on. */
static void
add_stretch (Builder      *self,
             cmark_node   *parent,
             const char   *text,
             gsize         start,
             gsize         end,
             const GArray *parts,
             guint        *next,
             gboolean      linked)
{
  gsize done = start;

  while (done < end)
    {
      const VacEmphasis *part = *next < parts->len ? &g_array_index (parts, VacEmphasis, *next)
                                                   : NULL;
      const gsize stop = part != NULL && part->start < end ? part->start : end;
      g_autofree char *before = g_strndup (text + done, stop - done);

      add_text (self, parent, before, linked);
      done = stop;
      if (stop == end)
        break;
      (*next)++;
      add_stretch (self, enter_part (self, parent, text, part), text, part->start, part->end,
                   parts, next, linked && part->uri == NULL);
      done = part->end;
    }
}

/* Adds the text of a block, some of which is bold or a link. Job boards take neither. */
static void
add_parts (Builder        *self,
           cmark_node     *parent,
           const VacBlock *block,
           const char     *text)
{
  g_autoptr (GArray) parts = NULL;
  guint next = 0;

  if (self->use == VAC_CMARK_DESCRIPTION)
    {
      g_autofree char *spelled = vac_block_spell_links (block);
      g_autofree char *clean = vac_plain_clean (spelled);

      add_text (self, parent, clean, FALSE);
      return;
    }
  parts = vac_block_place_parts (block, text, 0);
  add_stretch (self, parent, text, 0, strlen (text), parts, &next, TRUE);
}

static void
add_label (Builder    *self,
           cmark_node *parent,
           const char *label,
           gboolean    followed)
{
  g_autofree char *line = vac_plain_line (label);
  g_autofree char *run_in = NULL;
  g_autofree char *strong = NULL;

  if (*line == '\0')
    return;

  run_in = followed ? vac_phrase_run_in (vac_outline_get_language (self->outline), line)
                    : g_strdup (line);
  /* In CommonMark emphasis does not end between a colon and a letter, as they stand in Chinese. */
  strong = g_strndup (run_in, g_str_has_suffix (run_in, " ") ? strlen (run_in) - 1 : strlen (line));
  add_line (self->use == VAC_CMARK_DESCRIPTION ? parent : add (parent, CMARK_NODE_STRONG), strong);
  add_line (parent, run_in + strlen (strong));
}

static void
add_marked_span (Builder    *self,
                 cmark_node *parent,
                 const char *line,
                 gsize       start,
                 gsize       end)
{
  g_autofree char *span = g_strndup (line + start, end - start);

  if (*span != '\0')
    add_text (self, parent, span, FALSE);
}

/* A line whose words were added and removed in part, or in none; its label is emphasized. */
static void
add_marked (Builder      *self,
            cmark_node   *parent,
            const char   *line,
            gsize         label_length,
            const GArray *marks)
{
  cmark_node *label = label_length > 0 ? add (parent, CMARK_NODE_STRONG) : NULL;
  const guint n_marks = marks != NULL ? marks->len : 0;
  gsize done = 0;

  for (guint i = 0; i <= n_marks; i++)
    {
      const VacMark *mark = i < n_marks ? &g_array_index (marks, VacMark, i) : NULL;
      const gsize start = mark != NULL ? mark->start : strlen (line);
      const gboolean added = mark != NULL && mark->kind == VAC_MARK_ADDED;
      cmark_node *holder;

      if (done < label_length && start >= label_length)
        {
          add_marked_span (self, label, line, done, label_length);
          done = label_length;
        }
      holder = start < label_length ? label : parent;
      add_marked_span (self, holder, line, done, start);
      if (mark == NULL)
        break;
      add_marked_span (self, add_custom (holder, CMARK_NODE_CUSTOM_INLINE,
                                         added ? "<ins>" : "<del>", added ? "</ins>" : "</del>"),
                       line, start, mark->end);
      done = mark->end;
    }
}

/* What is read of a block that is no table. */
static char *
get_text (Builder        *self,
          const VacBlock *block)
{
  const char *language = vac_outline_get_language (self->outline);
  g_autofree char *facts = block->facts != NULL ? vac_facts_join (block->facts, language, NULL)
                                                : NULL;

  return vac_plain_clean (facts != NULL ? facts : block->text);
}

static gboolean
shows_marks (Builder        *self,
             const VacBlock *block)
{
  return self->use == VAC_CMARK_HTML && (block->marks != NULL || block->move != VAC_MOVE_NONE);
}

static void
add_move (cmark_node     *parent,
          const VacBlock *block)
{
  cmark_node *sign;

  if (block->move == VAC_MOVE_NONE)
    return;
  sign = add_custom (parent, CMARK_NODE_CUSTOM_INLINE, "<span class=\"moved\">", "</span> ");
  add_line (sign, VAC_MOVED_SIGN);
}

/* Does what add_inlines () does where words are marked. */
static void
add_marked_inlines (Builder        *self,
                    cmark_node     *parent,
                    const VacBlock *block)
{
  const char *language = vac_outline_get_language (self->outline);
  g_autofree gsize *fact_ends = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GArray) marks = NULL;

  if (block->facts != NULL)
    {
      fact_ends = g_new0 (gsize, block->facts->len);
      facts = vac_facts_join (block->facts, language, fact_ends);
    }
  label = block->label == NULL ? g_strdup ("")
          : *block->text != '\0' ? vac_phrase_run_in (language, block->label)
          : g_strdup (block->label);
  line = g_strconcat (label, facts != NULL ? facts : block->text, NULL);
  marks = vac_block_place_marks (block, VAC_PART_TEXT, line, strlen (label), fact_ends);
  add_move (parent, block);
  add_marked (self, vac_plain_is_link (block->link) ? add_link (self, parent, block->link) : parent,
              line, strlen (label), marks);
}

/* A label and a text, either of which may be missing; the text is a link where the block is one. */
static void
add_inlines (Builder        *self,
             cmark_node     *parent,
             const VacBlock *block)
{
  const gboolean is_link = self->use != VAC_CMARK_DESCRIPTION && vac_plain_is_link (block->link);
  g_autofree char *text = NULL;

  if (shows_marks (self, block))
    {
      add_marked_inlines (self, parent, block);
      return;
    }
  text = get_text (self, block);
  if (block->label != NULL)
    add_label (self, parent, block->label, *text != '\0');
  if (*text == '\0')
    return;

  if (block->parts != NULL)
    add_parts (self, parent, block, text);
  else
    add_text (self, is_link ? add_link (self, parent, block->link) : parent, text, !is_link);
}

static gboolean
is_blank (Builder        *self,
          const VacBlock *block)
{
  g_autofree char *text = get_text (self, block);
  g_autofree char *label = vac_plain_clean (block->label != NULL ? block->label : "");

  return block->cells == NULL && *text == '\0' && *label == '\0';
}

static const VacDesign *
get_design (Builder *self)
{
  return vac_outline_get_look (self->outline)->design;
}

/* The title, the facts and the pay line stand together at the head of a page. */
static cmark_node *
enter_header (Builder *self)
{
  if (self->use != VAC_CMARK_HTML)
    return self->root;
  if (self->header == NULL)
    self->header = add_custom (self->document, CMARK_NODE_CUSTOM_BLOCK, "<header>", "</header>");

  return self->header;
}

static void
add_heading (Builder        *self,
             cmark_node     *parent,
             const VacBlock *block,
             int             level)
{
  g_autofree char *line = vac_plain_line (block->text != NULL ? block->text : "");
  cmark_node *heading;

  if (self->use == VAC_CMARK_DESCRIPTION)
    {
      heading = add (parent, CMARK_NODE_PARAGRAPH);
    }
  else
    {
      heading = add (parent, CMARK_NODE_HEADING);
      cmark_node_set_heading_level (heading, level);
    }
  if (shows_marks (self, block))
    add_marked_inlines (self, heading, block);
  else
    add_line (heading, line);
}

static void
add_paragraph (Builder        *self,
               cmark_node     *parent,
               const VacBlock *block)
{
  add_inlines (self, add (parent, CMARK_NODE_PARAGRAPH), block);
}

/* Bullets from here on that stand in columns where the design has them: several, and all short. */
static gboolean
begins_short_list (Builder *self)
{
  guint n_bullets = 0;

  for (guint i = self->position; i < vac_outline_get_n_blocks (self->outline); i++, n_bullets++)
    {
      const VacBlock *block = vac_outline_get_block (self->outline, i);

      if (block->kind != VAC_BLOCK_BULLET)
        break;
      if (g_utf8_strlen (block->text, -1) > LONGEST_SHORT_BULLET)
        return FALSE;
    }

  return n_bullets >= LEAST_SHORT_BULLETS;
}

static cmark_node *
enter_list (Builder *self)
{
  if (self->use != VAC_CMARK_HTML || get_design (self)->list_columns < 2 ||
      !begins_short_list (self))
    return self->root;

  return add_custom (self->root, CMARK_NODE_CUSTOM_BLOCK, "<div class=\"columns\">", "</div>");
}

static cmark_node *
add_item (Builder *self)
{
  if (self->list == NULL)
    {
      self->list = add (enter_list (self), CMARK_NODE_LIST);
      cmark_node_set_list_type (self->list, CMARK_BULLET_LIST);
      cmark_node_set_list_tight (self->list, 1);
    }

  return add (add (self->list, CMARK_NODE_ITEM), CMARK_NODE_PARAGRAPH);
}

static void
add_cell (Builder        *self,
          cmark_node     *row,
          const VacBlock *block,
          guint           column)
{
  const char *tag = block->header ? "th" : "td";
  const gboolean figure = column < 32 && (self->figures & (1u << column)) != 0;
  g_autofree char *text = vac_plain_clean (block->cells[column]);
  g_autofree char *enter = g_strdup_printf ("<%s%s%s>", tag, block->header ? " scope=\"col\"" : "",
                                            figure ? " class=\"figure\"" : "");
  g_autofree char *leave = g_strdup_printf ("</%s>", tag);
  cmark_node *cell = add_custom (row, CMARK_NODE_CUSTOM_BLOCK, enter, leave);
  g_autoptr (GArray) marks = NULL;
  cmark_node *paragraph;

  if (*text == '\0')
    return;

  paragraph = add (cell, CMARK_NODE_PARAGRAPH);
  if (shows_marks (self, block))
    marks = vac_block_place_marks (block, (int) column, block->cells[column], 0, NULL);
  if (column == 0 && shows_marks (self, block))
    add_move (paragraph, block);
  if (marks != NULL)
    add_marked (self, paragraph, block->cells[column], 0, marks);
  else
    add_text (self, paragraph, text, TRUE);
}

static void
add_table_row (Builder        *self,
               const VacBlock *block)
{
  cmark_node *row;

  if (self->table == NULL)
    {
      self->table = add_custom (self->root, CMARK_NODE_CUSTOM_BLOCK, "<div class=\"table\"><table>",
                                "</table></div>");
      self->figures = vac_outline_find_figures (self->outline, self->position);
    }
  row = add_custom (self->table, CMARK_NODE_CUSTOM_BLOCK, "<tr>", "</tr>");
  for (guint i = 0; block->cells[i] != NULL; i++)
    add_cell (self, row, block, i);
}

static void
add_literal (cmark_node *paragraph,
             const char *markdown)
{
  cmark_node_set_on_enter (add (paragraph, CMARK_NODE_CUSTOM_INLINE), markdown);
}

/* GitHub's tables end a cell at every bar that has no backslash, whatever stands around it. */
static void
add_piped_cell (cmark_node *paragraph,
                const char *cell)
{
  g_autofree char *line = vac_plain_line (cell);
  g_auto (GStrv) parts = g_strsplit (line, "|", -1);

  add_literal (paragraph, "| ");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        add_literal (paragraph, "\\|");
      add_line (paragraph, parts[i]);
    }
  add_literal (paragraph, " ");
}

/* A table in GitHub's Markdown, which CommonMark shows as lines with bars between the cells. */
static void
add_piped_table (Builder *self)
{
  guint end = vac_outline_find_table_end (self->outline, self->position);
  char **titles = vac_outline_get_block (self->outline, self->position)->cells;
  guint n_columns = g_strv_length (titles);
  guint32 figures = vac_outline_find_figures (self->outline, self->position);
  cmark_node *paragraph = add (self->root, CMARK_NODE_PARAGRAPH);

  for (guint i = self->position; i < end; i++)
    {
      char **cells = vac_outline_get_block (self->outline, i)->cells;
      guint n_cells = g_strv_length (cells);

      if (i > self->position)
        add_literal (paragraph, "\n");
      for (guint j = 0; j < n_columns; j++)
        add_piped_cell (paragraph, j < n_cells ? cells[j] : "");
      add_literal (paragraph, "|");
      if (i > self->position)
        continue;
      add_literal (paragraph, "\n");
      for (guint j = 0; j < n_columns; j++)
        add_literal (paragraph, j < 32 && (figures & (1u << j)) != 0 ? "| ---: " : "| --- ");
      add_literal (paragraph, "|");
    }
  self->list = NULL;
  self->position = end - 1;
}

/* The first cell, and below it the others under the names of their columns. */
static void
add_row_as_item (Builder        *self,
                 const VacBlock *block)
{
  const char *language = vac_outline_get_language (self->outline);
  guint n_columns = self->columns != NULL ? g_strv_length (self->columns) : 0;
  cmark_node *paragraph;

  if (block->header)
    {
      self->columns = block->cells;
      return;
    }

  paragraph = add_item (self);
  if (block->cells[0] == NULL)
    return;
  add_label (self, paragraph, block->cells[0], FALSE);
  for (guint i = 1; block->cells[i] != NULL; i++)
    {
      g_autofree char *cell = vac_plain_line (block->cells[i]);
      g_autofree char *column = vac_plain_line (i < n_columns ? self->columns[i] : "");
      g_autofree char *label = *column != '\0' ? vac_phrase_run_in (language, column)
                                               : g_strdup ("");
      g_autofree char *line = g_strconcat (label, cell, NULL);

      if (*cell == '\0')
        continue;
      if (cmark_node_first_child (paragraph) != NULL)
        add (paragraph, CMARK_NODE_LINEBREAK);
      add_text (self, paragraph, line, TRUE);
    }
}

static void
add_head_line (Builder        *self,
               const VacBlock *block,
               const char     *class)
{
  cmark_node *parent = enter_header (self);

  if (self->use == VAC_CMARK_HTML)
    {
      g_autofree char *enter = g_strdup_printf ("<div class=\"%s\">", class);

      parent = add_custom (parent, CMARK_NODE_CUSTOM_BLOCK, enter, "</div>");
    }
  add_paragraph (self, parent, block);
}

/* On a page, facts and pay stand as the design has them. Differences are shown in the lines that
 * all formats have. */
static void
add_head (Builder        *self,
          const VacBlock *block,
          const char     *class)
{
  if (self->use != VAC_CMARK_HTML || vac_outline_has_marks (self->outline) ||
      !vac_cmark_add_head (self->outline, block, enter_header (self), &self->side))
    add_head_line (self, block, class);
}

/* A heading of the first level ends what the one before it has set off. */
static void
enter_section (Builder        *self,
               const VacBlock *heading)
{
  static const char *const starts[] = {
    [VAC_BOX_APPLY] = "<section class=\"apply\">",
    [VAC_BOX_CLOSING] = "<section class=\"closing\">",
  };
  VacBox box;

  if (heading->level > 1 || self->use != VAC_CMARK_HTML || !get_design (self)->boxes)
    return;
  box = vac_block_get_box (heading);
  self->root = box == VAC_BOX_NONE ? self->document
                                   : add_custom (self->document, CMARK_NODE_CUSTOM_BLOCK,
                                                 starts[box], "</section>");
}

/* Of a whole page; what is pasted elsewhere and what has no drawings makes do with the table. */
static void
add_chart (Builder        *self,
           const VacBlock *block)
{
  g_autofree char *svg = NULL;

  if (self->use != VAC_CMARK_HTML)
    return;
  svg = vac_chart_to_svg (block->chart, block->text);
  add_custom (self->root, CMARK_NODE_CUSTOM_BLOCK, svg, "");
}

static void
add_block (Builder        *self,
           const VacBlock *block)
{
  if (block->kind != VAC_BLOCK_BULLET && !(block->kind == VAC_BLOCK_ROW &&
                                           self->use != VAC_CMARK_HTML))
    self->list = NULL;
  if (block->kind != VAC_BLOCK_ROW)
    {
      self->table = NULL;
      self->columns = NULL;
    }
  if (block->kind == VAC_BLOCK_PICTURE || is_blank (self, block))
    return;

  switch (block->kind)
    {
    case VAC_BLOCK_TITLE:
      if (block->new_page)
        self->header = NULL;
      if (self->use != VAC_CMARK_DESCRIPTION)
        add_heading (self, enter_header (self), block, 1);
      break;
    case VAC_BLOCK_FACTS:
      add_head (self, block, "facts");
      break;
    case VAC_BLOCK_PAY:
      add_head (self, block, "pay-line");
      break;
    case VAC_BLOCK_HEADING:
      enter_section (self, block);
      add_heading (self, self->root, block, block->level + 1);
      break;
    case VAC_BLOCK_BULLET:
      add_inlines (self, add_item (self), block);
      break;
    case VAC_BLOCK_ROW:
      if (self->use == VAC_CMARK_HTML)
        add_table_row (self, block);
      else if (self->use == VAC_CMARK_MARKDOWN &&
               vac_outline_is_table_of_figures (self->outline, self->position))
        add_piped_table (self);
      else
        add_row_as_item (self, block);
      break;
    case VAC_BLOCK_CHART:
      add_chart (self, block);
      break;
    case VAC_BLOCK_PARAGRAPH:
    case VAC_BLOCK_LINK:
    case VAC_BLOCK_PICTURE:
    case VAC_BLOCK_SPACE:
    default:
      add_paragraph (self, self->root, block);
      break;
    }
}

/**
 * vac_cmark_build:
 * @outline: an outline
 * @use: what the tree is for
 *
 * Pictures are left out: as text, a data URI would be a screenful of noise. The web page puts them
 * in by itself.
 *
 * Returns: (transfer full): a cmark document, freed with cmark_node_free()
 */
cmark_node *
vac_cmark_build (VacOutline  *outline,
                 VacCmarkUse  use)
{
  Builder self = { .outline = outline, .use = use };

  g_return_val_if_fail (outline != NULL, NULL);

  self.root = self.document = cmark_node_new (CMARK_NODE_DOCUMENT);
  for (; self.position < vac_outline_get_n_blocks (outline); self.position++)
    add_block (&self, vac_outline_get_block (outline, self.position));

  return self.document;
}

/**
 * vac_cmark_to_html:
 * @outline: an outline
 * @use: what the HTML is for
 *
 * Returns: (transfer full): elements without a page around them, as UTF-8
 */
char *
vac_cmark_to_html (VacOutline  *outline,
                   VacCmarkUse  use)
{
  cmark_node *root = vac_cmark_build (outline, use);
  char *rendered = cmark_render_html (root, CMARK_OPT_DEFAULT);
  char *html = g_strdup (rendered);

  free (rendered);
  cmark_node_free (root);

  return html;
}
