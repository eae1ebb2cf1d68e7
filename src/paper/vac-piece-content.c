/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-content"

#include "config.h"

#include "vac-outline-facts.h"
#include "vac-outline-marks.h"
#include "vac-piece.h"

/* Decides whether a block that was laid out before need not be laid out again. */

static gboolean
same_facts (GArray *a,
            GArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;

  for (guint i = 0; i < a->len; i++)
    if (g_strcmp0 (vac_facts_get (a, i)->label, vac_facts_get (b, i)->label) != 0 ||
        g_strcmp0 (vac_facts_get (a, i)->text, vac_facts_get (b, i)->text) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
same_marks (GArray *a,
            GArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;

  for (guint i = 0; i < a->len; i++)
    {
      const VacMark *x = &g_array_index (a, VacMark, i);
      const VacMark *y = &g_array_index (b, VacMark, i);

      if (x->kind != y->kind || x->part != y->part || x->start != y->start || x->end != y->end)
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_parts (GArray *a,
            GArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;

  for (guint i = 0; i < a->len; i++)
    {
      const VacEmphasis *x = &g_array_index (a, VacEmphasis, i);
      const VacEmphasis *y = &g_array_index (b, VacEmphasis, i);

      if (x->start != y->start || x->end != y->end || g_strcmp0 (x->uri, y->uri) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_picture (VacPicture *a,
              VacPicture *b)
{
  return a == b || (a != NULL && b != NULL &&
                    g_bytes_equal (vac_picture_get_png (a), vac_picture_get_png (b)));
}

static gboolean
same_strings (char **a,
              char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/**
 * vac_block_same_content:
 * @a: (type VacBlock): a block
 * @b: (type VacBlock): another one
 *
 * A #GEqualFunc.
 *
 * Returns: whether both look the same on a page; the node that they come from does not matter
 */
gboolean
vac_block_same_content (gconstpointer a,
                        gconstpointer b)
{
  const VacBlock *x = a;
  const VacBlock *y = b;

  if (a == b)
    return TRUE;

  return x->kind == y->kind && x->level == y->level && x->header == y->header
         && x->unfilled == y->unfilled && g_strcmp0 (x->text, y->text) == 0
         && g_strcmp0 (x->label, y->label) == 0 && g_strcmp0 (x->link, y->link) == 0
         && x->move == y->move && same_marks (x->marks, y->marks)
         && same_parts (x->parts, y->parts)
         && same_picture (x->picture, y->picture) && vac_chart_equal (x->chart, y->chart)
         && same_facts (x->facts, y->facts)
         && same_strings (x->cells, y->cells);
}

/**
 * vac_block_hash_content:
 * @data: (type VacBlock): a block
 *
 * A #GHashFunc.
 *
 * Returns: a number that blocks of the same content share
 */
guint
vac_block_hash_content (gconstpointer data)
{
  const VacBlock *block = data;
  guint hash = block->kind * 31 + block->level;

  if (block->text != NULL)
    hash = hash * 31 + g_str_hash (block->text);
  if (block->label != NULL)
    hash = hash * 31 + g_str_hash (block->label);
  for (guint i = 0; block->facts != NULL && i < block->facts->len; i++)
    hash = hash * 31 + g_str_hash (vac_facts_get (block->facts, i)->text);
  for (guint i = 0; block->cells != NULL && block->cells[i] != NULL; i++)
    hash = hash * 31 + g_str_hash (block->cells[i]);

  return hash;
}
