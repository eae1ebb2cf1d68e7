/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pages-columns"

#include "config.h"

#include "vac-pages-private.h"

/* Short lists stand in two columns, if the design has them. What stands in columns together is a
 * group: bullets, and the headings of the second level above them. */

/* The fewest bullets that are worth two columns. */
#define LEAST_BULLETS 4

/* The longest bullet of a short list, in widths of a column. */
#define LONGEST 1.8

/* Of a list, on each side of a break. */
#define LEAST_ENTRIES 2

/* A longer group is a text, and too much to try all its breaks. */
#define MOST_PIECES 60

static VacPiece *
get (GPtrArray *pieces,
     guint      position)
{
  return g_ptr_array_index (pieces, position);
}

static double
get_column_width (const VacMeasure *measure)
{
  return (measure->width - VAC_LIST_GAP) / 2;
}

static gboolean
is_subheading (GPtrArray *pieces,
               guint      position)
{
  return get (pieces, position)->kind == VAC_BLOCK_HEADING &&
         get (pieces, position)->level >= 2;
}

static gboolean
is_bullet (GPtrArray *pieces,
           guint      position)
{
  return position < pieces->len && get (pieces, position)->kind == VAC_BLOCK_BULLET &&
         get (pieces, position)->box != VAC_BOX_APPLY;
}

/* Where what begins at @first ends: bullets, and headings that have bullets below them. */
static guint
find_end (GPtrArray *pieces,
          guint      first,
          gboolean   with_headings)
{
  guint end = first;

  while (end < pieces->len &&
         (is_bullet (pieces, end) ||
          (with_headings && is_subheading (pieces, end) && is_bullet (pieces, end + 1))))
    end++;

  return end;
}

static gboolean
is_short (GPtrArray        *pieces,
          guint             first,
          guint             end,
          const VacMeasure *measure)
{
  const double longest = LONGEST * get_column_width (measure);
  guint n_bullets = 0;

  for (guint i = first; i < end; i++)
    {
      VacPiece *piece = get (pieces, i);

      if (piece->kind != VAC_BLOCK_BULLET)
        continue;
      n_bullets++;
      if (g_array_index (piece->cells, VacCell, 0).natural > longest)
        return FALSE;
    }

  return n_bullets >= LEAST_BULLETS && end - first <= MOST_PIECES;
}

static void
set_group (GPtrArray        *pieces,
           guint             first,
           guint             end,
           gboolean          columns,
           const VacMeasure *measure,
           VacChange        *change)
{
  for (guint i = first; i < end; i++)
    {
      VacPiece *piece = get (pieces, i);
      const gconstpointer group = columns ? get (pieces, first) : NULL;
      const guint64 serial = piece->serial;

      vac_piece_set_width (piece, measure, columns ? get_column_width (measure) : measure->width);
      if (piece->group != group || piece->serial != serial)
        vac_change_note (change, i);
      piece->group = group;
    }
}

/**
 * vac_pages_arrange_lists:
 * @pieces: (element-type VacPiece): all blocks laid out, in order
 * @measure: how they are laid out
 * @change: (inout): which of them are new; those that get another width or group are added
 *
 * Sets short lists in columns, if the design has them.
 */
void
vac_pages_arrange_lists (GPtrArray        *pieces,
                         const VacMeasure *measure,
                         VacChange        *change)
{
  guint end;

  if (measure->look->design->list_columns < 2)
    return;

  for (guint i = 0; i < pieces->len; i = end)
    {
      end = find_end (pieces, i, TRUE);
      if (end == i)
        {
          end = i + 1;
          /* Bullets may have stood below it before. */
          if (is_subheading (pieces, i))
            set_group (pieces, i, end, FALSE, measure, change);
          continue;
        }
      /* A heading that has no other one beside it stands above both columns. */
      if (is_subheading (pieces, i) && find_end (pieces, i + 1, FALSE) == end)
        {
          set_group (pieces, i, i + 1, FALSE, measure, change);
          i++;
        }
      if (is_short (pieces, i, end, measure))
        {
          set_group (pieces, i, end, TRUE, measure, change);
          continue;
        }
      /* Not together, so each by itself. */
      end = MAX (find_end (pieces, i, FALSE), i + 1);
      set_group (pieces, i, end, is_short (pieces, i, end, measure), measure, change);
    }
}

static double
get_column_height (VacCutter *self,
                   guint      first,
                   guint      end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    height += vac_cutter_get_piece (self, i)->height
              + (i > first ? vac_cutter_get_space (self, i) : 0);

  return height;
}

static gboolean
is_entry (VacCutter *self,
          guint      position)
{
  return vac_cutter_get_piece (self, position)->kind == VAC_BLOCK_BULLET;
}

/* Whether a column of what is from @first to @end may end before @split: below a list, or within
 * one that has enough entries on both sides. */
static gboolean
ends_well (VacCutter *self,
           guint      first,
           guint      split,
           guint      end)
{
  guint before = 0, after = 0;

  while (split - before > first && is_entry (self, split - before - 1))
    before++;
  while (split + after < end && is_entry (self, split + after))
    after++;

  return before > 0 && (after == 0 || MIN (before, after) >= LEAST_ENTRIES);
}

/* Where the second column begins so that both are as low as they can be. */
static guint
balance (VacCutter *self,
         guint      first,
         guint      end,
         double    *height)
{
  guint best = end;

  *height = get_column_height (self, first, end);
  for (guint i = first + 1; i < end; i++)
    {
      double higher;

      if (!ends_well (self, first, i, end))
        continue;
      higher = MAX (get_column_height (self, first, i), get_column_height (self, i, end));
      if (higher > *height - 0.01)
        continue;
      *height = higher;
      best = i;
    }

  return best;
}

static void
put_column (VacCutter *self,
            guint      first,
            guint      end,
            double     x)
{
  double y = self->y;

  for (guint i = first; i < end; i++)
    {
      VacPiece *piece = vac_cutter_get_piece (self, i);

      y += i > first ? vac_cutter_get_space (self, i) : 0;
      vac_cutter_put (self, self->page, i, 0, vac_piece_get_n_lines (piece), x, y, piece->width);
      y += piece->height;
    }
}

/* The most of a group that fits into what is left of the page. */
static guint
find_fitting (VacCutter *self,
              guint      first,
              guint      end,
              double     room)
{
  for (guint i = end; i > first + 1; i--)
    {
      double height;

      if (!ends_well (self, first, i, end))
        continue;
      balance (self, first, i, &height);
      if (height <= room + 0.0005)
        return i;
    }

  return first;
}

/*
 * vac_cutter_place_group:
 * @position: of the first piece of a group
 *
 * Puts a group into two columns, on as many pages as it takes.
 *
 * Returns: the position behind it
 */
guint
vac_cutter_place_group (VacCutter *self,
                        guint      position)
{
  const gconstpointer group = vac_cutter_get_piece (self, position)->group;
  const double width = vac_cutter_get_piece (self, position)->width;
  const double second = self->measure->rtl ? 0.0 : width + VAC_LIST_GAP;
  guint end = position;

  while (vac_cutter_has_piece (self, end) && vac_cutter_get_piece (self, end)->group == group)
    end++;

  while (position < end)
    {
      const double space = self->y > 0 ? vac_cutter_get_space (self, position) : 0;
      guint last = find_fitting (self, position, end, self->height - self->y - space);
      double height;
      guint split;

      if (last == position && self->y > 0)
        {
          vac_cutter_begin_page (self);
          continue;
        }
      /* An entry that is longer than a page is beyond help. */
      last = MAX (last, position + 1);
      self->y += space;
      split = balance (self, position, last, &height);
      put_column (self, position, split, self->measure->rtl ? width + VAC_LIST_GAP : 0.0);
      put_column (self, split, last, second);
      self->y += height;
      position = last;
      if (position < end)
        vac_cutter_begin_page (self);
    }

  return end;
}
