/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paper-words"

#include "config.h"

#include <string.h>

#include "vac-outline-facts.h"
#include "vac-paper-private.h"
#include "vac-paper-words.h"
#include "vac-piece-hyphens.h"

/* From words of a text of the document to where they are on a page. A page shows a text with its
 * placeholders filled, in paragraphs, and without blanks around them: so words are found by what
 * is around them. */

/* By how much, in characters on either side. */
#define AROUND 24

struct _VacPaperText
{
  VacPaper       *paper;
  const VacSlice *slice;
  VacNode        *node;
  const char     *shown;    /* what the block shows of it */
  gsize           offset;   /* where that begins in the layout, in bytes */
  guint           cell;     /* whose layout */
};

/**
 * vac_paper_text_get_node:
 * @self: a text on a page
 *
 * Returns: (transfer none): the leaf that holds it
 */
VacNode *
vac_paper_text_get_node (const VacPaperText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->node;
}

static const VacBlock *
get_block (VacPaper *self,
           guint     position)
{
  return vac_outline_get_block (vac_paper_get_outline (self), position);
}

typedef struct
{
  VacPaper         *paper;
  const VacSlice   *slice;
  VacPaperTextFunc  func;
  gpointer          user_data;
} Visit;

static void
visit (const Visit *self,
       VacNode     *node,
       const char  *shown,
       gsize        offset,
       guint        cell)
{
  const VacPaperText text = { self->paper, self->slice, node, shown, offset, cell };

  if (node != NULL && shown != NULL)
    self->func (&text, self->user_data);
}

static void
visit_facts (const Visit    *self,
             const VacBlock *block)
{
  for (guint i = 0; i < block->facts->len; i++)
    {
      const VacBlockFact *fact = vac_facts_get (block->facts, i);

      visit (self, fact->node, fact->text,
             self->slice->piece->fact_ends[i] - strlen (fact->text),
             self->slice->piece->fact_cells != NULL ? self->slice->piece->fact_cells[i] : 0);
    }
}

/* A heading comes from its section, a bullet from its item. */
static void
visit_block (const Visit    *self,
             const VacBlock *block)
{
  const gsize label_length = self->slice->piece->label_length;

  if (block->node == NULL || block->kind == VAC_BLOCK_ROW ||
      block->kind == VAC_BLOCK_PICTURE || block->kind == VAC_BLOCK_CHART ||
      block->kind == VAC_BLOCK_SPACE)
    return;
  switch (vac_node_get_role (block->node))
    {
    case VAC_ROLE_SECTION:
      visit (self, vac_node_get (block->node, VAC_ROLE_SECTION_TITLE), block->text, label_length,
             0);
      break;
    case VAC_ROLE_ITEM:
      visit (self, vac_node_get (block->node, VAC_ROLE_ITEM_LABEL), block->label, 0, 0);
      visit (self, vac_node_get (block->node, VAC_ROLE_ITEM_TEXT), block->text, label_length, 0);
      break;
    default:
      if (block->facts != NULL)
        visit_facts (self, block);
      else
        visit (self, block->node, block->text, label_length, 0);
      break;
    }
}

/**
 * vac_paper_visit_texts:
 * @self: pages
 * @page: a page
 * @func: (scope call): is called with each text of the document that this page shows, from top to
 *   bottom; with one of several paragraphs, as often
 * @user_data: for @func
 *
 * Goes through the texts on a page.
 */
void
vac_paper_visit_texts (VacPaper         *self,
                       guint             page,
                       VacPaperTextFunc  func,
                       gpointer          user_data)
{
  Visit visits = { self, NULL, func, user_data };
  const VacSheet *sheet;

  g_return_if_fail (VAC_IS_PAPER (self) && func != NULL);

  if (page >= vac_paper_get_n_pages (self))
    return;
  sheet = vac_paper_get_page (self, page);
  for (guint i = 0; i < sheet->slices->len; i++)
    {
      visits.slice = &g_array_index (sheet->slices, VacSlice, i);
      if (!visits.slice->repeated)
        visit_block (&visits, get_block (self, visits.slice->position));
    }
}

/* Returns: (transfer full): the words with what is around them in their line, but for blanks at its
 * ends and placeholders; @from is where it begins */
static char *
make_context (const char *text,
              gsize       start,
              gsize       end,
              gsize      *from)
{
  const char *first = text + start;
  const char *last = text + end;

  for (guint i = 0; i < AROUND && first > text && first[-1] != '\n' && first[-1] != '}'; i++)
    first = g_utf8_prev_char (first);
  for (guint i = 0; i < AROUND && *last != '\0' && *last != '\n' && *last != '{'; i++)
    last = g_utf8_next_char (last);
  while (first < text + start && (*first == ' ' || *first == '\t'))
    first++;
  while (last > text + end && (last[-1] == ' ' || last[-1] == '\t'))
    last--;
  *from = (gsize) (first - text);

  return g_strndup (first, (gsize) (last - first));
}

/* Counts where @part begins in @text, before @end. */
static guint
count (const char *text,
       const char *end,
       const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL && at < end; at = strstr (at + 1, part))
    n++;

  return n;
}

static const char *
find_nth (const char *text,
          const char *part,
          guint       n)
{
  const char *at = strstr (text, part);

  while (at != NULL && n-- > 0)
    at = strstr (at + 1, part);

  return at;
}

/* How often @part is in the paragraphs of the same text before this one. */
static guint
count_before (const VacPaperText *self,
              const char         *part)
{
  guint n = 0;

  for (guint i = self->slice->position; i > 0; i--)
    {
      const VacBlock *block = get_block (self->paper, i - 1);

      if (block->node != self->node || block->text == NULL)
        break;
      n += count (block->text, block->text + strlen (block->text), part);
    }

  return n;
}

/* Finds bytes of the text in what the block shows of it: from @shown to @shown_end. */
static gboolean
find_shown (const VacPaperText *self,
            gsize               start,
            gsize               end,
            gsize              *shown,
            gsize              *shown_end)
{
  const VacMarkup *markup = vac_node_get_markup (self->node);
  const char *text = vac_node_get_shown_text (self->node);
  gsize from;
  g_autofree char *context = NULL;
  const char *found;
  guint nth, before;

  if (start >= end || end > strlen (vac_node_get_text (self->node)))
    return FALSE;
  start = vac_markup_from_stored (markup, start);
  end = vac_markup_from_stored (markup, end);
  if (start == end)
    return FALSE;
  context = make_context (text, start, end, &from);
  nth = count (text, text + from, context);
  before = count_before (self, context);
  found = before <= nth ? find_nth (self->shown, context, nth - before) : NULL;
  if (found == NULL)
    return FALSE;
  *shown = (gsize) (found - self->shown) + (start - from);
  *shown_end = *shown + (end - start);

  return TRUE;
}

static void
visit_line (const VacPaperText *self,
            guint               number,
            gsize               start,
            gsize               end,
            VacPaperWordsFunc   func,
            gpointer            user_data)
{
  VacPiece *piece = self->slice->piece;
  PangoLayout *layout = vac_piece_get_layout (piece, self->cell);
  const VacCell *cell = &g_array_index (piece->cells, VacCell, self->cell);
  PangoLayoutLine *line =
      number >= cell->first_line
          ? pango_layout_get_line_readonly (layout, (int) (number - cell->first_line)) : NULL;
  const double top = g_array_index (piece->lines, VacLine, self->slice->first).top;
  g_autofree int *ranges = NULL;
  int n_ranges;

  if (line == NULL || end <= (gsize) line->start_index ||
      start >= (gsize) (line->start_index + line->length))
    return;
  pango_layout_line_get_x_ranges (line, (int) MAX (start, (gsize) line->start_index),
                                  (int) MIN (end, (gsize) (line->start_index + line->length)),
                                  &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      const VacPaperWords words = {
        vac_paper_get_slice_x (self->paper, self->slice) + cell->x +
            (double) ranges[2 * i] / PANGO_SCALE,
        vac_paper_get_slice_y (self->paper, self->slice) - top +
            g_array_index (piece->lines, VacLine, number).baseline,
        (double) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE,
        cell->step->size,
      };

      func (&words, user_data);
    }
}

/**
 * vac_paper_text_visit_words:
 * @self: a text on a page
 * @start: where in the text of its node words begin, in bytes
 * @end: where they end
 * @func: (scope call): is called with each line of them that is here; not at all when they are
 *   elsewhere
 * @user_data: for @func
 *
 * Finds words on the page.
 */
void
vac_paper_text_visit_words (const VacPaperText *self,
                            gsize               start,
                            gsize               end,
                            VacPaperWordsFunc   func,
                            gpointer            user_data)
{
  gsize shown, shown_end;

  g_return_if_fail (self != NULL && func != NULL);

  if (self->slice->piece->cells->len == 0 || !find_shown (self, start, end, &shown, &shown_end))
    return;
  shown = vac_piece_get_place (self->slice->piece, self->offset + shown);
  shown_end = vac_piece_get_place (self->slice->piece, self->offset + shown_end);
  for (guint i = 0; i < self->slice->n_lines; i++)
    visit_line (self, self->slice->first + i, shown, shown_end, func, user_data);
}

typedef struct
{
  VacNode *node;
  gsize    start;
  gsize    end;
  guint    block;
} Wanted;

static void
find_words_cb (const VacPaperText *text,
               gpointer            user_data)
{
  Wanted *wanted = user_data;
  gsize shown, shown_end;

  if (wanted->block == VAC_PAPER_NONE && text->node == wanted->node &&
      find_shown (text, wanted->start, wanted->end, &shown, &shown_end))
    wanted->block = text->slice->position;
}

/**
 * vac_paper_find_words:
 * @self: pages
 * @node: a text of the document
 * @start: where in it the words begin, in bytes
 * @end: where they end
 *
 * Returns: the position in the outline of the block that shows these words, of several paragraphs
 *   the right one; %VAC_PAPER_NONE if none does
 */
guint
vac_paper_find_words (VacPaper *self,
                      VacNode  *node,
                      gsize     start,
                      gsize     end)
{
  Wanted wanted = { node, start, end, VAC_PAPER_NONE };

  g_return_val_if_fail (VAC_IS_PAPER (self) && VAC_IS_NODE (node), VAC_PAPER_NONE);

  for (guint i = 0; wanted.block == VAC_PAPER_NONE && i < vac_paper_get_n_pages (self); i++)
    vac_paper_visit_texts (self, i, find_words_cb, &wanted);

  return wanted.block;
}
