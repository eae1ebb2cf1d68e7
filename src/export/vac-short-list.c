/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-short-list"

#include "config.h"

#include "vac-short-list.h"

/* A list stands in columns from so many bullets on, if none has more characters. */
#define LEAST_BULLETS 4
#define LONGEST_BULLET 90

/*
 * vac_short_list_count:
 * @outline: an outline
 * @position: of a block
 *
 * Finds the lists that the design has in columns where nothing is laid out: several bullets, all of
 * them short.
 *
 * Returns: how many bullets the list has that begins there; 0 if it does not stand in columns
 */
guint
vac_short_list_count (VacOutline *outline,
                      guint       position)
{
  guint n = 0;

  if (vac_outline_get_look (outline)->design->list_columns < 2)
    return 0;
  for (guint i = position; i < vac_outline_get_n_blocks (outline); i++, n++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if (block->kind != VAC_BLOCK_BULLET)
        break;
      if (g_utf8_strlen (block->text, -1) > LONGEST_BULLET)
        return 0;
    }

  return n >= LEAST_BULLETS ? n : 0;
}
