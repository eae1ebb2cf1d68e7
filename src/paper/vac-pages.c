/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pages"

#include "config.h"

#include "vac-pages-private.h"
#include "vac-piece-hyphens.h"

/* The fewest lines of a block that may be alone at the foot or at the head of a page. */
#define LEAST_LINES 2

/* How much of a page may be kept together, as a share. */
#define MOST_TO_KEEP 0.4

/* Of more pages, one less is nothing gained. */
#define MOST_TO_SPARE 12

static void
page_free (gpointer data)
{
  VacSheet *page = data;

  g_array_unref (page->slices);
  g_clear_pointer (&page->earlier, g_array_unref);
  g_free (page->start);
  g_free (page);
}

static gboolean
is_row (VacCutter *self,
        guint   position)
{
  return vac_cutter_has_piece (self, position) &&
         vac_cutter_get_piece (self, position)->kind == VAC_BLOCK_ROW;
}

/* A row of a table is read across, so it is broken only if it is taller than half a page. */
static gboolean
keeps_together (VacCutter *self,
                VacPiece *piece)
{
  if (piece->kind == VAC_BLOCK_HEADING || piece->kind == VAC_BLOCK_SPACE || piece->block->keep ||
      vac_block_is_masthead (piece->kind))
    return piece->height <= self->height;

  return piece->kind == VAC_BLOCK_ROW && piece->height <= self->height / 2;
}

/* An entry of a list, or a row of a table, that is not so long that it fills a page by itself. */
static gboolean
is_entry (VacCutter   *self,
          guint        position,
          VacBlockKind kind)
{
  const VacPiece *piece;

  if (!vac_cutter_has_piece (self, position))
    return FALSE;
  piece = vac_cutter_get_piece (self, position);

  return piece->kind == kind && !piece->header && piece->height <= self->height / 4
         && (kind == VAC_BLOCK_BULLET || kind == VAC_BLOCK_ROW);
}

/* The first entry of a list stays with the second, and the last but one with the last: an entry
 * that is alone at the foot or at the head of a page looks as if it were no list, and a row as if
 * it were no table. */
static gboolean
is_beside_end_of_list (VacCutter *self,
                       guint   position)
{
  const VacBlockKind kind = vac_cutter_get_piece (self, position)->kind;

  return is_entry (self, position, kind) && is_entry (self, position + 1, kind)
         && (position == 0 || !is_entry (self, position - 1, kind)
             || !is_entry (self, position + 2, kind));
}

/* Below a heading, a short paragraph that says what the lists are which follow it: both together
 * would be a heading without anything under it. */
static gboolean
is_introduction (VacCutter *self,
                 guint   position)
{
  VacPiece *piece = vac_cutter_get_piece (self, position);
  const VacPiece *next;

  if (piece->kind != VAC_BLOCK_PARAGRAPH || vac_piece_get_n_lines (piece) >= 2 * LEAST_LINES
      || position == 0 || !vac_cutter_has_piece (self, position + 1)
      || vac_cutter_get_piece (self, position - 1)->kind != VAC_BLOCK_HEADING)
    return FALSE;
  next = vac_cutter_get_piece (self, position + 1);

  return next->kind == VAC_BLOCK_BULLET || (next->kind == VAC_BLOCK_HEADING && next->level > 1);
}

static gboolean
keeps_with_next (VacCutter *self,
                 guint   position)
{
  const VacPiece *piece = vac_cutter_get_piece (self, position);

  return piece->kind == VAC_BLOCK_HEADING || vac_block_is_masthead (piece->kind)
         || (piece->kind == VAC_BLOCK_ROW && piece->header) || piece->block->keep
         || is_beside_end_of_list (self, position) || is_introduction (self, position)
         || (piece->box == VAC_BOX_APPLY && vac_cutter_has_piece (self, position + 1)
             && vac_cutter_get_piece (self, position + 1)->box == VAC_BOX_APPLY);
}

/* The least number of a piece's lines that the page must have room for. */
static guint
count_first_lines (VacCutter *self,
                   guint   position)
{
  VacPiece *piece = vac_cutter_get_piece (self, position);
  const guint n_lines = vac_piece_get_n_lines (piece);
  guint n = LEAST_LINES;

  if (keeps_together (self, piece) || n_lines < 2 * LEAST_LINES
      || is_beside_end_of_list (self, position))
    return n_lines;

  /* A word is not divided between two pages. */
  while (n < n_lines && vac_piece_divides_word (piece, n - 1))
    n++;

  return n;
}

/* The height that must be free for a piece to begin, with what has to be on the same page. */
static double
get_least_height (VacCutter *self,
                  guint   position)
{
  double height = 0;

  for (guint i = position; vac_cutter_has_piece (self, i); i++)
    {
      VacPiece *piece = vac_cutter_get_piece (self, i);

      height += i == position ? 0 : vac_cutter_get_space (self, i);
      height += vac_piece_get_lines_height (piece, 0, count_first_lines (self, i));
      if (!keeps_with_next (self, i) || height > self->height ||
          (piece->box == VAC_BOX_APPLY && height > self->height * MOST_TO_KEEP))
        break;
    }

  return height;
}

/* A table that continues shows its header again, unless that would leave no room for a row. */
static void
repeat_header (VacCutter *self,
               guint   position)
{
  VacPiece *header;

  if (self->header == G_MAXUINT || self->header >= position)
    return;

  header = vac_cutter_get_piece (self, self->header);
  if (header->height > self->height / 3)
    return;

  vac_cutter_add_slice (self, self->header, 0, vac_piece_get_n_lines (header), TRUE);
}

static guint
count_fitting (VacCutter *self,
               VacPiece *piece,
               guint     first)
{
  guint n_lines = vac_piece_get_n_lines (piece);
  guint n = 0;

  /* Half a thousandth of a point: sums of heights are not exact. */
  while (first + n < n_lines
         && self->y + vac_piece_get_lines_height (piece, first, n + 1) <= self->height + 0.0005)
    n++;

  return n;
}

/* Limits the lines that fit so that enough are left for the next page. */
static guint
limit_lines (VacCutter *self,
             VacPiece *piece,
             guint     first,
             guint     fitting)
{
  guint left = vac_piece_get_n_lines (piece) - first;

  g_assert (first < vac_piece_get_n_lines (piece));

  if (fitting >= left)
    return left;
  if (left - fitting < LEAST_LINES && left >= 2 * LEAST_LINES)
    fitting = left - LEAST_LINES;
  while (fitting > 0 && vac_piece_divides_word (piece, first + fitting - 1))
    fitting--;

  return fitting;
}

static void
cut_piece (VacCutter *self,
           guint   position)
{
  VacPiece *piece = vac_cutter_get_piece (self, position);
  guint n_lines = vac_piece_get_n_lines (piece);

  for (guint first = 0; first < n_lines;)
    {
      guint n = limit_lines (self, piece, first, count_fitting (self, piece, first));

      /* A line taller than the page is placed anyway, or this would never end. */
      if (n == 0 && self->y <= 0)
        n = 1;
      if (n > 0)
        vac_cutter_add_slice (self, position, first, n, FALSE);
      first += n;
      if (first < n_lines)
        {
          vac_cutter_begin_page (self);
          if (n > 0)
            repeat_header (self, position);
        }
    }
}

static void
place_piece (VacCutter *self,
             guint   position)
{
  double space = self->y > 0 ? vac_cutter_get_space (self, position) : 0;

  if (!is_row (self, position))
    self->header = G_MAXUINT;
  else if (vac_cutter_get_piece (self, position)->header)
    self->header = position;

  if (self->y > 0
      && (vac_cutter_get_piece (self, position)->block->new_page ||
          self->y + space + get_least_height (self, position) > self->height + 0.0005))
    {
      vac_cutter_begin_page (self);
      repeat_header (self, position);
    }
  else
    {
      self->y += space;
    }

  cut_piece (self, position);
}

/* The first column of text begins below the head and has no space of its own above it. */
static void
place_below_head (VacCutter *self,
                  guint      position)
{
  if (self->measure->look->design->head == VAC_HEAD_PLAIN || position == 0 ||
      !vac_block_is_masthead (vac_cutter_get_piece (self, position - 1)->kind))
    return;

  vac_cutter_leave_head (self);
  self->y = MAX (self->y - vac_cutter_get_space (self, position), 0);
}

/**
 * vac_pages_cut:
 * @pieces: (element-type VacPiece): all blocks laid out, in order
 * @measure: how they are laid out
 * @height: of the column of text, in points
 * @top: from the sheet's upper edge to the column of text
 * @space_scale: what the space between blocks is multiplied with
 * @earlier: (nullable) (element-type VacSheet): pages that were cut in the same way
 * @change: (nullable): which pieces are not those of the @earlier pages
 *
 * Distributes lines to pages. No heading ends a page, and no short paragraph between one and its
 * lists; a list has at least two entries on each side
 * of a break, and a block of four lines or more two lines, shorter ones stay whole; rows of tables
 * stay whole if they can, and a table's header is shown again on the pages where it continues.
 *
 * Pages that come out as they were share their slices with those of @earlier, of which the slices
 * say the new positions from then on.
 *
 * Returns: (transfer full) (element-type VacSheet): the pages; at least one
 */
GPtrArray *
vac_pages_cut (GPtrArray        *pieces,
               const VacMeasure *measure,
               double            height,
               double            top,
               double            space_scale,
               GPtrArray        *earlier,
               const VacChange  *change)
{
  VacCutter self = {
    .pieces = pieces,
    .pages = g_ptr_array_new_with_free_func (page_free),
    .measure = measure,
    .height = height,
    .top = top,
    .space_scale = space_scale,
    .header = G_MAXUINT,
    .band_bottom = VAC_NO_BAND,
  };

  for (guint i = vac_cutter_resume (&self, earlier, change); i < pieces->len;)
    {
      VacPiece *piece;

      if (vac_cutter_keep_start (&self, i) && vac_cutter_rejoin (&self, earlier, change))
        break;
      piece = vac_cutter_get_piece (&self, i);
      if (vac_piece_get_n_lines (piece) == 0 || vac_cutter_place_head (&self, i))
        {
          i++;
          continue;
        }
      place_below_head (&self, i);
      if (piece->group != NULL)
        i = vac_cutter_place_group (&self, i);
      else
        place_piece (&self, i++);
    }

  return self.pages;
}

/**
 * vac_pages_count_least:
 * @pieces: (element-type VacPiece): all blocks laid out, in order
 *
 * Returns: how many pages there are at least: one, and one more for each block that begins a page
 */
guint
vac_pages_count_least (GPtrArray *pieces)
{
  guint n = 1;

  for (guint i = 1; i < pieces->len; i++)
    n += ((VacPiece *) g_ptr_array_index (pieces, i))->block->new_page ? 1 : 0;

  return n;
}

/**
 * vac_pages_get_last_share:
 * @pages: (element-type VacSheet): pages
 * @height: of the column of text, in points
 *
 * Returns: how far the last page is used, as a share; 1 where it is not to be spared: it is the
 *   only one or one of very many, or is meant to begin where it does
 */
double
vac_pages_get_last_share (GPtrArray *pages,
                          double     height)
{
  const VacSheet *last = g_ptr_array_index (pages, pages->len - 1);
  const VacSlice *slices = (const VacSlice *) (void *) last->slices->data;
  const guint n = last->slices->len;

  if (pages->len < 2 || pages->len > MOST_TO_SPARE || n == 0 || slices[0].piece->block->new_page)
    return 1;

  return (slices[n - 1].y + slices[n - 1].height) / height;
}

typedef struct
{
  double   natural;
  double   least;
  double   width;
  gboolean numeric;
} Column;

static void
collect_columns (GPtrArray *pieces,
                 guint      first,
                 guint      end,
                 GArray    *columns)
{
  for (guint i = first; i < end; i++)
    {
      VacPiece *row = g_ptr_array_index (pieces, i);

      for (guint c = 0; c < row->cells->len; c++)
        {
          const VacCell *cell = &g_array_index (row->cells, VacCell, c);
          Column *column;

          if (c == columns->len)
            g_array_append_val (columns, ((Column) { .numeric = TRUE }));
          column = &g_array_index (columns, Column, c);
          column->natural = MAX (column->natural, cell->natural);
          column->least = MAX (column->least, cell->least);
          column->numeric = column->numeric && (row->header || cell->numeric);
        }
    }
}

/* Where not even the longest words fit, those that take no more than their share are kept whole:
 * one endless word breaks itself and not the figures beside it. */
static void
share_scarce_width (GArray *columns,
                    double  room)
{
  guint n_open = columns->len;
  gboolean found = TRUE;

  for (guint i = 0; i < columns->len; i++)
    g_array_index (columns, Column, i).width = -1.0;
  while (found && n_open > 0)
    {
      double fair = room / n_open;

      found = FALSE;
      for (guint i = 0; i < columns->len; i++)
        {
          Column *column = &g_array_index (columns, Column, i);

          if (column->width >= 0 || column->least > fair)
            continue;
          column->width = column->least;
          room -= column->least;
          n_open--;
          found = TRUE;
        }
    }
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, Column, i).width < 0)
      g_array_index (columns, Column, i).width = room / n_open;
}

/* Every column gets room for its longest word; the rest goes to those with the longest text. */
static void
share_width (GArray *columns,
             double  width)
{
  double room = MAX (width - vac_piece_get_column_gap (columns->len) * (columns->len - 1),
                     1.0);
  double natural = 0;
  double least = 0;

  g_assert (columns->len > 0);

  for (guint i = 0; i < columns->len; i++)
    {
      natural += g_array_index (columns, Column, i).natural;
      least += g_array_index (columns, Column, i).least;
    }
  if (natural > room && least >= room)
    {
      share_scarce_width (columns, room);
      return;
    }

  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      if (natural <= room)
        column->width = natural > 0 ? room * column->natural / natural : room / columns->len;
      else
        column->width = column->least + (room - least) * (column->natural - column->least)
                                          / (natural - least);
    }
}

static void
arrange_table (GPtrArray        *pieces,
               guint             first,
               guint             end,
               const VacMeasure *measure,
               VacChange        *change)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_autofree double *widths = NULL;
  g_autofree gboolean *numeric = NULL;

  g_assert (first < end && end <= pieces->len);

  collect_columns (pieces, first, end, columns);
  if (columns->len == 0)
    return;

  share_width (columns, measure->width);
  widths = g_new (double, columns->len);
  numeric = g_new (gboolean, columns->len);
  for (guint i = 0; i < columns->len; i++)
    {
      widths[i] = g_array_index (columns, Column, i).width;
      numeric[i] = g_array_index (columns, Column, i).numeric;
    }
  for (guint i = first; i < end; i++)
    {
      VacPiece *piece = g_ptr_array_index (pieces, i);
      const guint64 serial = piece->serial;

      vac_piece_set_columns (piece, measure, widths, numeric, columns->len);
      if (piece->serial != serial)
        vac_change_note (change, i);
    }
}

static gboolean
is_row_piece (GPtrArray *pieces,
              guint      position)
{
  return ((VacPiece *) g_ptr_array_index (pieces, position))->kind == VAC_BLOCK_ROW;
}

static gboolean
is_header (GPtrArray *pieces,
           guint      position)
{
  return ((VacPiece *) g_ptr_array_index (pieces, position))->header;
}

/**
 * vac_pages_arrange_tables:
 * @pieces: (element-type VacPiece): all blocks laid out, in order
 * @measure: how they are laid out
 * @change: (inout): which of them are new; those that get another width are added
 *
 * Gives the rows of every table common column widths. A header row begins a table.
 */
void
vac_pages_arrange_tables (GPtrArray        *pieces,
                          const VacMeasure *measure,
                          VacChange        *change)
{
  const guint last = change->end;
  guint first = change->first;
  guint end;

  /* The table before may have lost rows to a new header, and the one behind its header. */
  while (first > 0 && is_row_piece (pieces, first - 1))
    if (is_header (pieces, --first))
      break;
  for (guint i = first; i < pieces->len && i <= last; i = end)
    {
      end = i + 1;
      if (!is_row_piece (pieces, i))
        continue;
      while (end < pieces->len && is_row_piece (pieces, end) && !is_header (pieces, end))
        end++;
      arrange_table (pieces, i, end, measure, change);
    }
}
