/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cutter"

#include "config.h"

#include "vac-pages-private.h"

/* After an edit, pages are cut from the last one on that depends on nothing that has changed, until
 * cutting has come to where it was before, behind all that has changed: from there on, the pages
 * are those that were there. It is the same cutting, which begins later and ends sooner. */

/*
 * vac_cutter_keep_start:
 * @position: of the next piece
 *
 * Notes how the cutting stands, if it is on its page for the first time.
 *
 * Returns: whether it is
 */
gboolean
vac_cutter_keep_start (VacCutter *self,
                       guint      position)
{
  if (self->page->start != NULL)
    return FALSE;

  self->position = position;
  self->n_slices = self->page->slices->len;
  self->n_first = vac_cutter_get_sheet (self, 0)->slices->len;
  self->page_band = self->page->band_bottom;
  self->page_panel = self->page->panel_bottom;
  self->page->start = g_memdup2 (self, sizeof *self);

  return TRUE;
}

static VacSheet *
get_page (GPtrArray *pages,
          guint      page)
{
  return g_ptr_array_index (pages, page);
}

/* Whether all that came after a page was come to is on that page or behind it: what stands beside
 * the text is added to the first page. */
static gboolean
leaves_first_page (GPtrArray *pages,
                   guint      page)
{
  return get_page (pages, page)->start->n_first == get_page (pages, 0)->slices->len;
}

/* Adds a page as it was. */
static void
add_page (VacCutter *self,
          VacSheet  *old,
          int        shift)
{
  VacSheet *page = g_memdup2 (old, sizeof *old);

  g_array_ref (page->slices);
  page->shares_slices = TRUE;
  if (page->earlier != NULL)
    g_array_ref (page->earlier);
  page->start = g_memdup2 (old->start, sizeof *old->start);
  g_ptr_array_add (self->pages, page);

  if (shift == 0)
    return;
  for (guint i = 0; i < page->slices->len; i++)
    g_array_index (page->slices, VacSlice, i).position += (guint) shift;
  if (page->start == NULL)
    return;
  page->start->position += (guint) shift;
  page->start->seen += (guint) shift;
  if (page->start->header != G_MAXUINT)
    page->start->header += (guint) shift;
}

/* The last page that does not depend on what has changed; 0, where there is none, begins anew. */
static guint
find_page (GPtrArray       *earlier,
           const VacChange *change)
{
  for (guint i = earlier != NULL ? earlier->len - 1 : 0; i > 0; i--)
    {
      const VacCutter *start = get_page (earlier, i)->start;

      if (start != NULL && start->position <= change->first && start->seen <= change->first
          && leaves_first_page (earlier, i))
        return i;
    }

  return 0;
}

/*
 * vac_cutter_resume:
 * @self: at the beginning, without pages
 * @earlier: (nullable) (element-type VacSheet): pages cut in the same way
 * @change: (nullable): which pieces are not those of the @earlier pages
 *
 * Takes over the pages that nothing before which has changed.
 *
 * Returns: the position of the piece to go on with
 */
guint
vac_cutter_resume (VacCutter       *self,
                   GPtrArray       *earlier,
                   const VacChange *change)
{
  const guint first = find_page (earlier, change);
  const VacCutter *start;
  VacCutter resumed;

  if (first == 0)
    {
      vac_cutter_go_to_page (self, 0);
      return 0;
    }

  for (guint i = 0; i < first; i++)
    add_page (self, get_page (earlier, i), 0);
  start = get_page (earlier, first)->start;
  resumed = *start;
  resumed.pieces = self->pieces;
  resumed.pages = self->pages;
  resumed.measure = self->measure;
  resumed.n_behind = 0;
  *self = resumed;
  vac_cutter_go_to_page (self, first);
  vac_sheet_set_slices (self->page, get_page (earlier, first)->slices, start->n_slices);
  self->page->band_bottom = start->page_band;
  self->page->panel_bottom = start->page_panel;
  self->y = start->y;

  return start->position;
}

static gboolean
same_slices (const VacSheet *a,
             const VacSheet *b,
             guint           n_slices)
{
  for (guint i = 0; i < n_slices; i++)
    {
      const VacSlice *x = &g_array_index (a->slices, VacSlice, i);
      const VacSlice *y = &g_array_index (b->slices, VacSlice, i);

      if (!vac_slice_equal (x, y) || x->repeated != y->repeated)
        return FALSE;
    }

  return TRUE;
}

/* Whether cutting goes on from here as it went on from @start, where @start is as far behind. */
static gboolean
stands_the_same (const VacCutter *self,
                 const VacCutter *start,
                 const VacChange *change)
{
  const gboolean same_header = self->header == G_MAXUINT
                                   ? start->header == G_MAXUINT
                                   : self->header >= change->end
                                         && self->header == start->header + (guint) change->shift;

  return same_header && self->y == start->y && self->side_y == start->side_y
         && self->side_full == start->side_full && self->band_bottom == start->band_bottom
         && self->in_panel == start->in_panel && self->page_band == start->page_band
         && self->page_panel == start->page_panel && self->n_slices == start->n_slices;
}

/*
 * vac_cutter_rejoin:
 * @self: on a page for the first time, as vac_cutter_keep_start() has said
 * @earlier: (nullable) (element-type VacSheet): pages cut in the same way
 * @change: (nullable): which pieces are not those of the @earlier pages
 *
 * Takes over the rest of the pages, if they are as they were.
 *
 * Returns: whether they are, so that all is done
 */
gboolean
vac_cutter_rejoin (VacCutter       *self,
                   GPtrArray       *earlier,
                   const VacChange *change)
{
  guint page;

  /* What is done with a piece depends on the one before it. */
  if (earlier == NULL || self->position <= change->end)
    return FALSE;
  for (page = 1 + self->n_behind; page < earlier->len; page++, self->n_behind++)
    if (get_page (earlier, page)->start != NULL
        && get_page (earlier, page)->start->position + (guint) change->shift >= self->position)
      break;
  if (page == earlier->len
      || get_page (earlier, page)->start->position + (guint) change->shift != self->position
      || !stands_the_same (self, get_page (earlier, page)->start, change)
      || !leaves_first_page (earlier, page)
      || !same_slices (self->page, get_page (earlier, page), self->n_slices))
    return FALSE;

  g_ptr_array_set_size (self->pages, (int) self->n_page);
  for (guint i = page; i < earlier->len; i++)
    {
      VacCutter *start;

      add_page (self, get_page (earlier, i), change->shift);
      start = get_page (self->pages, self->pages->len - 1)->start;
      if (start == NULL)
        continue;
      start->n_first = self->n_first;
      start->n_page = self->pages->len - 1;
    }

  return TRUE;
}
