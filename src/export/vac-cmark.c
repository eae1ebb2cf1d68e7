/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cmark"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "vac-chart-svg.h"
#include "vac-cmark-head.h"
#include "vac-cmark-inline.h"
#include "vac-cmark.h"
#include "vac-link.h"
#include "vac-outline-facts.h"
#include "vac-outline-marks.h"
#include "vac-outline-parts.h"
#include "vac-outline-table.h"
#include "vac-phrase.h"
#include "vac-plain.h"
#include "vac-short-list.h"

static const VacDesign *
get_design (VacCmarkBuilder *self)
{
  return vac_outline_get_look (self->outline)->design;
}

/* The title, the facts and the pay line stand together at the head of a page. */
static cmark_node *
enter_header (VacCmarkBuilder *self)
{
  if (self->use != VAC_CMARK_HTML)
    return self->root;
  if (self->header == NULL)
    self->header = vac_cmark_add_custom (self->document, CMARK_NODE_CUSTOM_BLOCK, "<header>",
                                         "</header>");

  return self->header;
}

static void
add_heading (VacCmarkBuilder *self,
             cmark_node      *parent,
             const VacBlock  *block,
             int              level)
{
  g_autofree char *line = vac_plain_line (block->text != NULL ? block->text : "");
  cmark_node *heading;

  if (self->use == VAC_CMARK_DESCRIPTION)
    {
      heading = vac_cmark_add (parent, CMARK_NODE_PARAGRAPH);
    }
  else
    {
      heading = vac_cmark_add (parent, CMARK_NODE_HEADING);
      cmark_node_set_heading_level (heading, level);
    }
  if (vac_cmark_shows_marks (self, block))
    vac_cmark_add_marked_inlines (self, heading, block);
  else
    vac_cmark_add_line (heading, line);
}

static void
add_paragraph (VacCmarkBuilder *self,
               cmark_node      *parent,
               const VacBlock  *block)
{
  vac_cmark_add_inlines (self, vac_cmark_add (parent, CMARK_NODE_PARAGRAPH), block);
}

static cmark_node *
enter_list (VacCmarkBuilder *self)
{
  if (self->use != VAC_CMARK_HTML || vac_short_list_count (self->outline, self->position) == 0)
    return self->root;

  return vac_cmark_add_custom (self->root, CMARK_NODE_CUSTOM_BLOCK, "<div class=\"columns\">",
                               "</div>");
}

static cmark_node *
add_item (VacCmarkBuilder *self)
{
  if (self->list == NULL)
    {
      self->list = vac_cmark_add (enter_list (self), CMARK_NODE_LIST);
      cmark_node_set_list_type (self->list, CMARK_BULLET_LIST);
      cmark_node_set_list_tight (self->list, 1);
    }

  return vac_cmark_add (vac_cmark_add (self->list, CMARK_NODE_ITEM), CMARK_NODE_PARAGRAPH);
}

static void
add_cell (VacCmarkBuilder *self,
          cmark_node      *row,
          const VacBlock  *block,
          guint            column)
{
  const char *tag = block->header ? "th" : "td";
  const gboolean figure = column < 32 && (self->figures & (1u << column)) != 0;
  g_autofree char *text = vac_plain_clean (block->cells[column]);
  g_autofree char *enter = g_strdup_printf ("<%s%s%s>", tag, block->header ? " scope=\"col\"" : "",
                                            figure ? " class=\"figure\"" : "");
  g_autofree char *leave = g_strdup_printf ("</%s>", tag);
  cmark_node *cell = vac_cmark_add_custom (row, CMARK_NODE_CUSTOM_BLOCK, enter, leave);
  g_autoptr (GArray) marks = NULL;
  cmark_node *paragraph;

  if (*text == '\0')
    return;

  paragraph = vac_cmark_add (cell, CMARK_NODE_PARAGRAPH);
  if (vac_cmark_shows_marks (self, block))
    marks = vac_block_place_marks (block, (int) column, block->cells[column], 0, NULL);
  if (column == 0 && vac_cmark_shows_marks (self, block))
    vac_cmark_add_move (paragraph, block);
  if (marks != NULL)
    vac_cmark_add_marked (self, paragraph, block->cells[column], 0, marks);
  else
    vac_cmark_add_text (self, paragraph, text, TRUE);
}

static void
add_table_row (VacCmarkBuilder *self,
               const VacBlock  *block)
{
  cmark_node *row;

  if (self->table == NULL)
    {
      self->table = vac_cmark_add_custom (self->root, CMARK_NODE_CUSTOM_BLOCK,
                                          "<div class=\"table\"><table>", "</table></div>");
      self->figures = vac_outline_find_figures (self->outline, self->position);
    }
  row = vac_cmark_add_custom (self->table, CMARK_NODE_CUSTOM_BLOCK, "<tr>", "</tr>");
  for (guint i = 0; block->cells[i] != NULL; i++)
    add_cell (self, row, block, i);
}

static void
add_literal (cmark_node *paragraph,
             const char *markdown)
{
  cmark_node_set_on_enter (vac_cmark_add (paragraph, CMARK_NODE_CUSTOM_INLINE), markdown);
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
      vac_cmark_add_line (paragraph, parts[i]);
    }
  add_literal (paragraph, " ");
}

/* A table in GitHub's Markdown, which CommonMark shows as lines with bars between the cells. */
static void
add_piped_table (VacCmarkBuilder *self)
{
  guint end = vac_outline_find_table_end (self->outline, self->position);
  char **titles = vac_outline_get_block (self->outline, self->position)->cells;
  guint n_columns = g_strv_length (titles);
  guint32 figures = vac_outline_find_figures (self->outline, self->position);
  cmark_node *paragraph = vac_cmark_add (self->root, CMARK_NODE_PARAGRAPH);

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
add_row_as_item (VacCmarkBuilder *self,
                 const VacBlock  *block)
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
  vac_cmark_add_label (self, paragraph, block->cells[0], FALSE);
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
        vac_cmark_add (paragraph, CMARK_NODE_LINEBREAK);
      vac_cmark_add_text (self, paragraph, line, TRUE);
    }
}

static void
add_head_line (VacCmarkBuilder *self,
               const VacBlock  *block,
               const char      *class)
{
  cmark_node *parent = enter_header (self);

  if (self->use == VAC_CMARK_HTML)
    {
      g_autofree char *enter = g_strdup_printf ("<div class=\"%s\">", class);

      parent = vac_cmark_add_custom (parent, CMARK_NODE_CUSTOM_BLOCK, enter, "</div>");
    }
  add_paragraph (self, parent, block);
}

/* On a page, facts and pay stand as the design has them. Differences are shown in the lines that
 * all formats have. */
static void
add_head (VacCmarkBuilder *self,
          const VacBlock  *block,
          const char      *class)
{
  if (self->use != VAC_CMARK_HTML || vac_outline_has_marks (self->outline) ||
      !vac_cmark_add_head (self->outline, block, enter_header (self), &self->side))
    add_head_line (self, block, class);
}

/* A heading of the first level ends what the one before it has set off. */
static void
enter_section (VacCmarkBuilder *self,
               const VacBlock  *heading)
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
                                   : vac_cmark_add_custom (self->document, CMARK_NODE_CUSTOM_BLOCK,
                                                           starts[box], "</section>");
}

/* Of a whole page; what is pasted elsewhere and what has no drawings makes do with the table. */
static void
add_chart (VacCmarkBuilder *self,
           const VacBlock  *block)
{
  g_autofree char *svg = NULL;

  if (self->use != VAC_CMARK_HTML)
    return;
  svg = vac_chart_to_svg (block->chart, block->text);
  vac_cmark_add_custom (self->root, CMARK_NODE_CUSTOM_BLOCK, svg, "");
}

static void
add_block (VacCmarkBuilder *self,
           const VacBlock  *block)
{
  if (block->kind != VAC_BLOCK_BULLET && !(block->kind == VAC_BLOCK_ROW &&
                                           self->use != VAC_CMARK_HTML))
    self->list = NULL;
  if (block->kind != VAC_BLOCK_ROW)
    {
      self->table = NULL;
      self->columns = NULL;
    }
  if (block->kind == VAC_BLOCK_PICTURE || vac_cmark_is_blank (self, block))
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
      vac_cmark_add_inlines (self, add_item (self), block);
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
  VacCmarkBuilder self = { .outline = outline, .use = use };

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
