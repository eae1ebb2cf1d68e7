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
 * @a: a block
 * @b: another one
 *
 * Returns: whether both look the same on a page; the node that they come from does not matter
 */
gboolean
vac_block_same_content (const VacBlock *a,
                        const VacBlock *b)
{
  return a->kind == b->kind && a->level == b->level && a->header == b->header
         && a->unfilled == b->unfilled && g_strcmp0 (a->text, b->text) == 0
         && g_strcmp0 (a->label, b->label) == 0 && g_strcmp0 (a->link, b->link) == 0
         && a->move == b->move && same_marks (a->marks, b->marks)
         && same_parts (a->parts, b->parts)
         && same_picture (a->picture, b->picture) && vac_chart_equal (a->chart, b->chart)
         && same_facts (a->facts, b->facts)
         && same_strings (a->cells, b->cells);
}

/**
 * vac_block_hash_content:
 * @block: a block
 *
 * Returns: a number that blocks of the same content share
 */
guint
vac_block_hash_content (const VacBlock *block)
{
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
