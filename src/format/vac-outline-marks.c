/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-outline-marks"

#include "config.h"

#include <string.h>

#include "vac-outline-marks.h"

/* How an outline says what was added, removed and moved in it, and how that is written where there
 * is nothing but letters. */

/**
 * vac_block_add_mark:
 * @block: a block that is not yet part of an outline
 * @kind: what is said of the words
 * @part: %VAC_PART_TEXT, %VAC_PART_LABEL, or the number of a fact or of a cell
 * @start: of the words in that part, in bytes
 * @end: after them; nothing is marked when there are none
 *
 * Marks words. Those of a part are marked from its beginning to its end.
 */
void
vac_block_add_mark (VacBlock    *block,
                    VacMarkKind  kind,
                    int          part,
                    gsize        start,
                    gsize        end)
{
  const VacMark mark = { kind, part, start, end };

  g_return_if_fail (block != NULL && start <= end);

  if (start == end)
    return;
  if (block->marks == NULL)
    block->marks = g_array_new (FALSE, FALSE, sizeof (VacMark));
  g_array_append_val (block->marks, mark);
}

/**
 * vac_block_mark_all:
 * @block: a block that is not yet part of an outline, without marks
 * @kind: what is said of it
 *
 * Marks every word of a block.
 */
void
vac_block_mark_all (VacBlock    *block,
                    VacMarkKind  kind)
{
  g_return_if_fail (block != NULL && block->marks == NULL);

  if (block->label != NULL)
    vac_block_add_mark (block, kind, VAC_PART_LABEL, 0, strlen (block->label));
  if (block->text != NULL)
    vac_block_add_mark (block, kind, VAC_PART_TEXT, 0, strlen (block->text));
  for (guint i = 0; block->facts != NULL && i < block->facts->len; i++)
    vac_block_add_mark (block, kind, (int) i, 0, strlen (vac_facts_get (block->facts, i)->text));
  for (guint i = 0; block->cells != NULL && block->cells[i] != NULL; i++)
    vac_block_add_mark (block, kind, (int) i, 0, strlen (block->cells[i]));
}

/* The text stands at the end of its fact, where only marks of direction may follow. One that is
 * marked as a whole is so with its label. */
static void
place_in_fact (const VacBlock *block,
               const char     *line,
               const gsize    *fact_ends,
               VacMark        *mark)
{
  const VacBlockFact *fact = vac_facts_get (block->facts, (guint) mark->part);
  const gsize start = mark->part > 0 ? fact_ends[mark->part - 1] : 0;
  const gssize length = (gssize) (fact_ends[mark->part] - start);
  const gboolean whole = mark->start == 0 && mark->end == strlen (fact->text);
  const char *text = g_strrstr_len (line + start, length, fact->text);
  const char *label = whole && fact->label != NULL ? strstr (line + start, fact->label) : NULL;
  const gsize at = (gsize) (text - line);

  g_assert (text != NULL);

  mark->start = label != NULL ? (gsize) (label - line) : at + mark->start;
  mark->end = at + mark->end;
}

/**
 * vac_block_place_marks:
 * @block: a block
 * @part: the number of a cell; of other blocks than rows %VAC_PART_TEXT, for all their parts
 * @line: the text as it is laid out: that of the cell; or label, punctuation and text; or the
 *   line of vac_facts_join()
 * @label_length: how many bytes of @line come before the text
 * @fact_ends: (nullable): of facts, as vac_facts_join() gives them
 *
 * Returns: (transfer full) (nullable) (element-type VacMark): the marks of @line, counted from its
 *   beginning; %NULL when it has none
 */
GArray *
vac_block_place_marks (const VacBlock *block,
                       int             part,
                       const char     *line,
                       gsize           label_length,
                       const gsize    *fact_ends)
{
  g_autoptr (GArray) placed = NULL;

  g_return_val_if_fail (block != NULL && line != NULL, NULL);

  for (guint i = 0; block->marks != NULL && i < block->marks->len; i++)
    {
      VacMark mark = g_array_index (block->marks, VacMark, i);

      if (block->kind == VAC_BLOCK_ROW && mark.part != part)
        continue;
      if (block->facts != NULL && mark.part >= 0)
        {
          place_in_fact (block, line, fact_ends, &mark);
        }
      else if (mark.part == VAC_PART_TEXT)
        {
          mark.start += label_length;
          mark.end += label_length;
        }
      if (placed == NULL)
        placed = g_array_new (FALSE, FALSE, sizeof (VacMark));
      g_array_append_val (placed, mark);
    }

  return g_steal_pointer (&placed);
}

static char *
spell_part (const VacBlock *block,
            int             part,
            const char     *text)
{
  GString *spelled = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; block->marks != NULL && i < block->marks->len; i++)
    {
      const VacMark *mark = &g_array_index (block->marks, VacMark, i);

      if (mark->part != part)
        continue;
      g_string_append_len (spelled, text + done, (gssize) (mark->start - done));
      g_string_append (spelled, mark->kind == VAC_MARK_ADDED ? "{+" : "[-");
      g_string_append_len (spelled, text + mark->start, (gssize) (mark->end - mark->start));
      g_string_append (spelled, mark->kind == VAC_MARK_ADDED ? "+}" : "-]");
      done = mark->end;
    }
  g_string_append (spelled, text + done);

  return g_string_free (spelled, FALSE);
}

static void
take_text (char **place,
           char  *text)
{
  g_free (*place);
  *place = text;
}

static void
put_before (char      **place,
            const char *sign)
{
  take_text (place, g_strconcat (sign, *place, NULL));
}

/* Whatever a reader sees first. */
static char **
get_first_text (VacBlock *block)
{
  if (block->label != NULL)
    return &block->label;
  if (block->cells != NULL && block->cells[0] != NULL)
    return &block->cells[0];
  if (block->facts != NULL && block->facts->len > 0)
    return &g_array_index (block->facts, VacBlockFact, 0).text;

  return &block->text;
}

static void
spell_block (VacBlock *block)
{
  if (block->label != NULL)
    take_text (&block->label, spell_part (block, VAC_PART_LABEL, block->label));
  if (block->text != NULL)
    take_text (&block->text, spell_part (block, VAC_PART_TEXT, block->text));
  for (guint i = 0; block->facts != NULL && i < block->facts->len; i++)
    {
      VacBlockFact *fact = &g_array_index (block->facts, VacBlockFact, i);

      take_text (&fact->text, spell_part (block, (int) i, fact->text));
    }
  for (guint i = 0; block->cells != NULL && block->cells[i] != NULL; i++)
    take_text (&block->cells[i], spell_part (block, (int) i, block->cells[i]));
  if (block->move != VAC_MOVE_NONE)
    put_before (get_first_text (block), VAC_MOVED_SIGN " ");

  g_clear_pointer (&block->marks, g_array_unref);
  block->move = VAC_MOVE_NONE;
}

/**
 * vac_outline_spell_marks:
 * @outline: an outline
 *
 * For formats that have nothing but letters: what was added stands in {+…+}, what was removed in
 * [-…-], and an arrow comes before what was moved.
 *
 * Returns: (transfer full): an outline that says this in its texts; @outline itself when it has no
 *   marks
 */
VacOutline *
vac_outline_spell_marks (VacOutline *outline)
{
  VacOutline *spelled;

  g_return_val_if_fail (outline != NULL, NULL);

  if (!vac_outline_has_marks (outline))
    return vac_outline_ref (outline);

  spelled = vac_outline_new_like (outline);
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      VacBlock block = vac_block_copy (vac_outline_get_block (outline, i));

      spell_block (&block);
      vac_outline_take_block (spelled, &block);
    }

  return spelled;
}
