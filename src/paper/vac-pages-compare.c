/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pages"

#include "config.h"

#include "vac-pages.h"

/* Which pages an edit has changed, and what of them is drawn differently. */

/*
 * vac_slice_equal:
 *
 * Returns: whether both are the same lines of the same piece at the same place of a page
 */
gboolean
vac_slice_equal (const VacSlice *a,
                 const VacSlice *b)
{
  return a->piece == b->piece && a->serial == b->serial && a->first == b->first
         && a->n_lines == b->n_lines && a->x == b->x && a->y == b->y
         && a->rule == b->rule;
}

/**
 * vac_slice_get_ink:
 * @slice: lines on a page
 * @top: (out): from the top of the column of text, in points, with all ink, which may be taller
 *   than the lines
 * @bottom: (out): likewise
 *
 * Returns: whether that is all that is drawn of it; %FALSE where more is drawn than text
 */
gboolean
vac_slice_get_ink (const VacSlice *slice,
                   double         *top,
                   double         *bottom)
{
  const VacPiece *piece = slice->piece;

  if (slice->rule || slice->serial != piece->serial || piece->cells->len == 0
      || piece->marks != NULL || piece->move != VAC_MOVE_NONE || piece->box != VAC_BOX_NONE)
    return FALSE;

  *top = slice->y;
  *bottom = slice->y + slice->height;
  for (guint c = 0; c < piece->cells->len; c++)
    {
      PangoLayout *layout = vac_piece_get_layout (slice->piece, c);
      const VacCell *cell = &g_array_index (piece->cells, VacCell, c);
      guint from, end;

      if (!vac_piece_get_cell_lines (slice->piece, c, slice->first, slice->n_lines, &from, &end))
        continue;
      for (guint i = from; i < end; i++)
        {
          double y = slice->y + g_array_index (piece->lines, VacLine, i).baseline
                     - g_array_index (piece->lines, VacLine, slice->first).top;
          PangoLayoutLine *line =
              pango_layout_get_line_readonly (layout, (int) (i - cell->first_line));
          PangoRectangle ink;

          pango_layout_line_get_extents (line, &ink, NULL);
          *top = MIN (*top, y + (double) ink.y / PANGO_SCALE);
          *bottom = MAX (*bottom, y + (double) (ink.y + ink.height) / PANGO_SCALE);
        }
    }

  return TRUE;
}

/* Extends what changed by the ink of slices. Returns FALSE where more is drawn than text. */
static gboolean
add_changed_slices (const GArray *slices,
                    guint         first,
                    guint         end,
                    double       *top,
                    double       *bottom)
{
  for (guint i = first; i < end; i++)
    {
      double ink_top, ink_bottom;

      if (!vac_slice_get_ink (&g_array_index (slices, VacSlice, i), &ink_top, &ink_bottom))
        return FALSE;
      *top = MIN (*top, ink_top);
      *bottom = MAX (*bottom, ink_bottom);
    }

  return TRUE;
}

/* How many slices both begin with. */
static guint
count_same_before (const GArray *a,
                   const GArray *b)
{
  guint n = 0;

  while (n < MIN (a->len, b->len) && vac_slice_equal (&g_array_index (a, VacSlice, n),
                                                      &g_array_index (b, VacSlice, n)))
    n++;

  return n;
}

static guint
count_same_after (const GArray *a,
                  const GArray *b,
                  guint         before)
{
  guint n = 0;

  while (n < MIN (a->len, b->len) - before
         && vac_slice_equal (&g_array_index (a, VacSlice, a->len - n - 1),
                             &g_array_index (b, VacSlice, b->len - n - 1)))
    n++;

  return n;
}

/**
 * vac_sheet_find_changes:
 * @page: a page
 * @serial: of a page that was in its place
 * @top: (out): from the top of the column of text, in points, with all ink
 * @bottom: (out): likewise
 *
 * Looks for what of a page is drawn differently. This is not done before somebody draws the page:
 * an edit can move the lines of a hundred pages that nobody sees.
 *
 * Returns: whether both pages differ from @top to @bottom only
 */
gboolean
vac_sheet_find_changes (const VacSheet *page,
                        guint64         serial,
                        double         *top,
                        double         *bottom)
{
  guint before, after;

  if (serial == 0 || page->earlier == NULL || page->replaced != serial)
    return FALSE;

  before = count_same_before (page->slices, page->earlier);
  after = count_same_after (page->slices, page->earlier, before);
  *top = G_MAXDOUBLE;
  *bottom = -G_MAXDOUBLE;

  return add_changed_slices (page->slices, before, page->slices->len - after, top, bottom)
         && add_changed_slices (page->earlier, before, page->earlier->len - after, top, bottom);
}

static void
keep_earlier (VacSheet *page,
              guint64   replaced,
              GArray   *slices)
{
  if (slices != NULL)
    g_array_ref (slices);
  g_clear_pointer (&page->earlier, g_array_unref);
  page->earlier = slices;
  page->replaced = replaced;
}

static gboolean
same_grounds (const VacSheet *a,
              const VacSheet *b)
{
  return a->band_bottom == b->band_bottom && a->panel_bottom == b->panel_bottom;
}

/* Whether a page looks the same as the one that it replaces. */
static gboolean
looks_same (const VacSheet *page,
            const VacSheet *old)
{
  return same_grounds (page, old)
         && (page->slices == old->slices
             || (page->slices->len == old->slices->len
                 && count_same_before (page->slices, old->slices) == page->slices->len));
}

static void
keep_serial (VacSheet *page,
             VacSheet *old)
{
  if (page == old)
    return;
  if (old == NULL || !same_grounds (page, old))
    {
      page->serial = vac_piece_take_serial ();
      keep_earlier (page, 0, NULL);
    }
  else if (!looks_same (page, old))
    {
      page->serial = vac_piece_take_serial ();
      keep_earlier (page, old->serial, old->slices);
    }
  else
    {
      page->serial = old->serial;
      keep_earlier (page, old->replaced, old->earlier);
    }
}

/**
 * vac_pages_keep_serials:
 * @pages: (element-type VacSheet): new pages
 * @old_pages: (element-type VacSheet) (nullable): the pages that they replace; %NULL if none of
 *   those is worth keeping
 * @same_title: whether both have the same title at their foot
 *
 * Gives every page a serial: that of the old page in its place if it looks the same, else a new
 * one; then it keeps what it needs to tell what of it is drawn differently.
 */
void
vac_pages_keep_serials (GPtrArray *pages,
                        GPtrArray *old_pages,
                        gboolean   same_title)
{
  for (guint i = 0; i < pages->len; i++)
    {
      /* The foot of a page says how many there are, and of all but the first the title. */
      const gboolean same_foot = old_pages != NULL && old_pages->len == pages->len
                                 && (i == 0 || same_title);

      keep_serial (g_ptr_array_index (pages, i),
                   same_foot ? g_ptr_array_index (old_pages, i) : NULL);
    }
}
