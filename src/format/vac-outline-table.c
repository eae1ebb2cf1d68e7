/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-outline-table"

#include "config.h"

#include <string.h>

#include "vac-outline-table.h"

/* What every exporter has to know about a table before it writes the first row. */

/* Columns beyond these are never taken for figures. */
#define MOST_COLUMNS 32

/* "CHF 125'000" has three letters; a cell with more of them is read, not added up. */
#define MOST_LETTERS 3

/* "+$20,000 (+13.3 %)" is the longest figure of ours; more than this is a text. */
#define LONGEST_FIGURE 24

/**
 * vac_cell_get_kind:
 * @cell: the text of a cell
 *
 * Returns: what it holds
 */
VacCellKind
vac_cell_get_kind (const char *cell)
{
  guint n_digits = 0, n_letters = 0, n_others = 0;

  g_return_val_if_fail (cell != NULL, VAC_CELL_BLANK);

  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_digits += g_unichar_isdigit (c);
      n_letters += g_unichar_isalpha (c);
      n_others += !g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION;
    }
  if (n_others == 0)
    return VAC_CELL_BLANK;

  return n_digits > 0 && n_letters <= MOST_LETTERS ? VAC_CELL_FIGURE : VAC_CELL_WORDS;
}

/**
 * vac_outline_find_table_end:
 * @outline: an outline
 * @first: the position of a table's first row
 *
 * A header row begins another table, wherever it is.
 *
 * Returns: the position after its last row
 */
guint
vac_outline_find_table_end (VacOutline *outline,
                            guint       first)
{
  guint end = first;

  g_return_val_if_fail (outline != NULL, first);

  while (end < vac_outline_get_n_blocks (outline) &&
         vac_outline_get_block (outline, end)->kind == VAC_BLOCK_ROW &&
         (end == first || !vac_outline_get_block (outline, end)->header))
    end++;

  return end;
}

/**
 * vac_outline_find_figures:
 * @outline: an outline
 * @first: the position of a table's first row
 *
 * Columns that hold figures and nothing else are set flush right, with their heading.
 *
 * Returns: a bit for each of the first 32 columns, set where there are figures
 */
guint32
vac_outline_find_figures (VacOutline *outline,
                          guint       first)
{
  guint32 figures = 0, words = 0;
  guint end = vac_outline_find_table_end (outline, first);

  for (guint i = first; i < end; i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      for (guint j = 0; j < MOST_COLUMNS && !block->header && block->cells[j] != NULL; j++)
        {
          VacCellKind kind = vac_cell_get_kind (block->cells[j]);

          figures |= kind == VAC_CELL_FIGURE ? 1u << j : 0;
          words |= kind == VAC_CELL_WORDS ? 1u << j : 0;
        }
    }

  return figures & ~words;
}

/**
 * vac_outline_is_table_of_figures:
 * @outline: an outline
 * @first: the position of a table's first row
 *
 * A reader compares each figure with those above and below it, which a list of records does not
 * allow. Texts are read one record after the other, and columns of a table are too narrow for them.
 *
 * Returns: whether the table names its columns, and all of them but the first hold figures
 */
gboolean
vac_outline_is_table_of_figures (VacOutline *outline,
                                 guint       first)
{
  guint end = vac_outline_find_table_end (outline, first);
  gboolean any = FALSE;

  if (end == first || !vac_outline_get_block (outline, first)->header)
    return FALSE;
  for (guint i = first + 1; i < end; i++)
    {
      char **cells = vac_outline_get_block (outline, i)->cells;

      for (guint j = 1; cells[0] != NULL && cells[j] != NULL; j++)
        {
          VacCellKind kind = vac_cell_get_kind (cells[j]);

          if (kind == VAC_CELL_WORDS || g_utf8_strlen (cells[j], -1) > LONGEST_FIGURE)
            return FALSE;
          any |= kind == VAC_CELL_FIGURE;
        }
    }

  return any;
}
