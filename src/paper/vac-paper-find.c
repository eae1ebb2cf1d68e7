/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paper-find"

#include "config.h"

#include "vac-outline-facts.h"
#include "vac-paper-private.h"

/* From a place on a page to what is shown there, and back. */

/* How far above or below its lines something is still pointed at, in points: more than half of
 * what is free between two bullets. */
#define NEAR 4.0

/* How far a place is above or below the lines of a slice; 0 in them, and more than NEAR where it is
 * beside them. */
static double
get_distance (VacPaper       *self,
              const VacSlice *slice,
              double          x,
              double          y)
{
  const double left = vac_paper_get_slice_x (self, slice);
  const double top = vac_paper_get_slice_y (self, slice);

  if (x < left || x >= left + slice->width)
    return G_MAXDOUBLE;
  if (y < top)
    return top - y;

  return y < top + slice->height ? 0 : y - (top + slice->height);
}

static const VacSlice *
find_slice_at (VacPaper *self,
               guint     page,
               double    x,
               double    y)
{
  const VacSlice *nearest = NULL;
  double least = NEAR;
  const VacSheet *found;

  if (page >= vac_paper_get_n_pages (self))
    return NULL;

  found = vac_paper_get_page (self, page);
  for (guint i = 0; i < found->slices->len; i++)
    {
      const VacSlice *slice = &g_array_index (found->slices, VacSlice, i);
      const double distance = get_distance (self, slice, x, y);

      if (distance >= least)
        continue;
      nearest = slice;
      least = distance;
    }

  return nearest;
}

/**
 * vac_paper_find_node_at:
 * @self: pages
 * @page: a page
 * @x: from the sheet's left edge
 * @y: from the sheet's upper edge
 *
 * Returns: (transfer none) (nullable): where in the document the content at this place, or just
 *   above or below it, comes from: of facts side by side the one that is pointed at, else the block
 */
VacNode *
vac_paper_find_node_at (VacPaper *self,
                        guint     page,
                        double    x,
                        double    y)
{
  const VacSlice *slice;
  VacNode *fact;

  g_return_val_if_fail (VAC_IS_PAPER (self), NULL);

  slice = find_slice_at (self, page, x, y);
  if (slice == NULL)
    return NULL;

  fact = vac_piece_find_fact (slice->piece, slice->first, x - vac_paper_get_slice_x (self, slice),
                              y - vac_paper_get_slice_y (self, slice));

  return fact != NULL ? fact
                      : vac_outline_get_block (vac_paper_get_outline (self), slice->position)->node;
}

static gboolean
is_inside (VacNode *node,
           VacNode *ancestor)
{
  for (VacNode *n = node; n != NULL; n = vac_node_get_parent (n))
    if (n == ancestor)
      return TRUE;

  return FALSE;
}

static gboolean
is_shown_as (VacNode  *shown,
             VacNode  *node,
             gboolean  inside)
{
  return shown != NULL && (inside ? is_inside (shown, node) : shown == node);
}

static gboolean
shows (const VacBlock *block,
       VacNode        *node,
       gboolean        inside)
{
  if (is_shown_as (block->node, node, inside))
    return TRUE;
  for (guint i = 0; block->facts != NULL && i < block->facts->len; i++)
    if (is_shown_as (vac_facts_get (block->facts, i)->node, node, inside))
      return TRUE;

  return FALSE;
}

static guint
find_block_where (VacPaper *self,
                  VacNode  *node,
                  gboolean  inside)
{
  VacOutline *outline = vac_paper_get_outline (self);
  const VacBlock *const *blocks = vac_outline_list_blocks (outline);
  const guint n_blocks = vac_outline_get_n_blocks (outline);

  for (guint i = 0; i < n_blocks; i++)
    if (shows (blocks[i], node, inside))
      return i;

  return VAC_PAPER_NONE;
}

/**
 * vac_paper_find_block:
 * @self: pages
 * @node: a node of the document
 *
 * Finds the block that shows a node: its own; else the first that shows a part of it; else the
 * first that shows the smallest part of the document with the node in it. The whole document does
 * not count.
 *
 * Returns: its position in the outline; %VAC_PAPER_NONE if nothing of it is shown
 */
guint
vac_paper_find_block (VacPaper *self,
                      VacNode  *node)
{
  guint found;

  g_return_val_if_fail (VAC_IS_PAPER (self), VAC_PAPER_NONE);
  g_return_val_if_fail (VAC_IS_NODE (node), VAC_PAPER_NONE);

  if (vac_paper_get_outline (self) == NULL)
    return VAC_PAPER_NONE;

  found = find_block_where (self, node, FALSE);
  if (found == VAC_PAPER_NONE && vac_node_get_n_children (node) > 0)
    found = find_block_where (self, node, TRUE);
  for (VacNode *n = vac_node_get_parent (node);
       found == VAC_PAPER_NONE && n != NULL && vac_node_get_parent (n) != NULL;
       n = vac_node_get_parent (n))
    found = find_block_where (self, n, FALSE);

  return found;
}

/* Of facts, the employer's name may stand apart from the others. */
static cairo_rectangle_t
unite (const cairo_rectangle_t *a,
       const cairo_rectangle_t *b)
{
  const double x = MIN (a->x, b->x);
  const double y = MIN (a->y, b->y);

  return (cairo_rectangle_t) {
    x, y, MAX (a->x + a->width, b->x + b->width) - x, MAX (a->y + a->height, b->y + b->height) - y,
  };
}

/**
 * vac_paper_get_block_area:
 * @self: pages
 * @block: position of a block in the outline
 * @page: a page
 * @area: (out): where on this page, in points from the sheet's upper left corner
 *
 * Returns: whether lines of the block are on this page
 */
gboolean
vac_paper_get_block_area (VacPaper          *self,
                          guint              block,
                          guint              page,
                          cairo_rectangle_t *area)
{
  const VacSheet *found;
  gboolean shown = FALSE;

  g_return_val_if_fail (VAC_IS_PAPER (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  if (page >= vac_paper_get_n_pages (self))
    return FALSE;

  found = vac_paper_get_page (self, page);
  for (guint i = 0; i < found->slices->len; i++)
    {
      const VacSlice *slice = &g_array_index (found->slices, VacSlice, i);
      const cairo_rectangle_t part = {
        vac_paper_get_slice_x (self, slice), vac_paper_get_slice_y (self, slice), slice->width,
        slice->height,
      };

      if (slice->position != block || slice->repeated)
        continue;
      *area = shown ? unite (area, &part) : part;
      shown = TRUE;
    }

  return shown;
}

/**
 * vac_paper_find_node:
 * @self: pages
 * @node: a node of the document
 * @page: (out): the first page that shows it
 * @area: (out): where on that page, as of vac_paper_get_block_area()
 *
 * Finds a node as vac_paper_find_block() does.
 *
 * Returns: whether the node is shown
 */
gboolean
vac_paper_find_node (VacPaper          *self,
                     VacNode           *node,
                     guint             *page,
                     cairo_rectangle_t *area)
{
  guint block = vac_paper_find_block (self, node);

  g_return_val_if_fail (page != NULL && area != NULL, FALSE);

  if (block == VAC_PAPER_NONE)
    return FALSE;

  for (guint i = 0; i < vac_paper_get_n_pages (self); i++)
    if (vac_paper_get_block_area (self, block, i, area))
      {
        *page = i;
        return TRUE;
      }

  return FALSE;
}
