/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-docx-width"

#include "config.h"

#include <string.h>

#include "vac-docx-private.h"

/* How wide the columns of a table are, and how large its text is. */

#define CELL_MARGINS 216
#define LONGEST_WORD 2200u

/* Text of a table in half points: as the rest, and where its words do not fit otherwise. */
#define USUAL_SIZE 22
#define SMALL_SIZE 16
#define SMALLEST_SIZE 14
#define SMALL_CELL_MARGINS 120

/* Of a column, over all its cells. */
typedef struct
{
  guint least;   /* what its longest word takes, so that Word breaks none */
  guint wish;    /* for more, by its longest text */
} Need;

/* At the left and at the right of a cell together. */
static guint
get_cell_margins (guint size)
{
  return size == USUAL_SIZE ? CELL_MARGINS : SMALL_CELL_MARGINS;
}

/* Roughly, in the bold type of a header, in twentieths of a point; of a wide font, for who has not
 * the one that we name. */
static guint
get_letter_width (gunichar c,
                  guint    size)
{
  guint width = 172;

  if (g_unichar_iswide (c))
    width = 240;
  else if (strchr ("mwMW%", (int) c) != NULL && c < 0x80)
    width = 230;
  else if (strchr ("fijlrtI.,:;'|()-", (int) c) != NULL && c < 0x80)
    width = 95;
  else if (g_unichar_isupper (c))
    width = 145;

  return g_unichar_iszerowidth (c) ? 0 : width * size / USUAL_SIZE;
}

static void
add_need (Need       *need,
          const char *cell,
          guint       size)
{
  g_auto (GStrv) words = g_strsplit_set (cell, " \n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = 0;

      for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
        width += get_letter_width (g_utf8_get_char (p), size);

      /* Some fourteen letters are all that a word can claim; a link may be endless. */
      need->least = MAX (need->least, get_cell_margins (size) + MIN (width, LONGEST_WORD));
    }
  need->wish = MAX (need->wish, (guint) MIN (g_utf8_strlen (cell, -1), 150));
}

/* Shares the width of the text among the columns of a table. %NULL when some word would be broken
 * and a smaller size is left to try. */
static GArray *
share_width (VacOutline *outline,
             guint       first,
             guint       end,
             guint       size)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (guint));
  Need needs[VAC_DOCX_MOST_COLUMNS] = { 0 };
  guint least = 0, wish = 0, n_columns = 0;

  g_assert (first < end && end <= vac_outline_get_n_blocks (outline));

  for (guint i = first; i < end; i++)
    {
      char **cells = vac_outline_get_block (outline, i)->cells;

      for (guint j = 0; j < VAC_DOCX_MOST_COLUMNS && cells[j] != NULL; j++)
        {
          add_need (&needs[j], cells[j], size);
          n_columns = MAX (n_columns, j + 1);
        }
    }
  for (guint j = 0; j < n_columns; j++)
    {
      least += needs[j].least;
      wish += needs[j].wish;
    }
  if (least > VAC_DOCX_TEXT_WIDTH && size > SMALLEST_SIZE)
    {
      g_array_unref (widths);
      return NULL;
    }

  for (guint j = 0; j < n_columns; j++)
    {
      guint width = needs[j].least;

      if (least < VAC_DOCX_TEXT_WIDTH)
        width += (VAC_DOCX_TEXT_WIDTH - least) * needs[j].wish / MAX (wish, 1);
      else
        width = VAC_DOCX_TEXT_WIDTH * width / least;

      g_array_append_val (widths, width);
    }

  return widths;
}

/*
 * vac_docx_share_width:
 * @outline: an outline
 * @first: the first row of a table in it
 * @end: the block after its last row
 * @size: (out): of its text, in half points
 * @margin: (out): at each side of a cell, in twentieths of a point
 *
 * Shares the width of the text among the columns of a table, at the largest size at which no word
 * is broken; where there is none, at the smallest.
 *
 * Returns: (transfer full) (element-type guint): a width for each column
 */
GArray *
vac_docx_share_width (VacOutline *outline,
                      guint       first,
                      guint       end,
                      guint      *size,
                      guint      *margin)
{
  static const guint sizes[] = { USUAL_SIZE, SMALL_SIZE, SMALLEST_SIZE };
  GArray *widths = NULL;

  for (guint i = 0; widths == NULL && i < G_N_ELEMENTS (sizes); i++)
    {
      *size = sizes[i];
      widths = share_width (outline, first, end, sizes[i]);
    }
  *margin = get_cell_margins (*size) / 2;

  return widths;
}
