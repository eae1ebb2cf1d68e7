/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-underline"

#include "config.h"

#include <string.h>

#include "vac-span.h"
#include "vac-pattern.h"
#include "vac-underline.h"

/* Where in a text there are marks, while that is edited. */

/**
 * vac_underlines_new:
 *
 * Returns: (transfer full) (element-type VacUnderline): no marks
 */
GArray *
vac_underlines_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (VacUnderline));
}

/**
 * vac_underlines_add:
 * @self: (element-type VacUnderline): marks, in any order; they may overlap
 * @findings: (element-type VacFinding): what was found in @text
 * @text: a text
 *
 * Adds a mark for each part of @text that something was found in.
 */
void
vac_underlines_add (GArray     *self,
                    GPtrArray  *findings,
                    const char *text)
{
  const gsize length = strlen (text);

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);
      const VacUnderline mark = { finding->start, finding->start + finding->length,
                                  finding->group };

      if (finding->length > 0 && mark.end <= length)
        g_array_append_val (self, mark);
    }
}

/**
 * vac_underlines_add_found:
 * @self: (element-type VacUnderline): marks, in any order; they may overlap
 * @passages: (element-type VacPassage): where the words are in the text that somebody looks for
 *
 * Adds a mark for each of them.
 */
void
vac_underlines_add_found (GArray       *self,
                          const GArray *passages)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const VacPassage *passage = &g_array_index (passages, VacPassage, i);
      const VacUnderline mark = { passage->start, passage->start + passage->length,
                                  VAC_MARK_FOUND };

      g_array_append_val (self, mark);
    }
}

/**
 * vac_underline_is_of_words:
 * @self: a mark
 *
 * Returns: whether it is of the very words; a sentence is long whatever is edited in it
 */
gboolean
vac_underline_is_of_words (const VacUnderline *self)
{
  return self->group != VAC_FINDING_READABILITY;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Whether a word goes on across @position, so that one that ends there is another now. */
static gboolean
joins (const char *text,
       gsize       position)
{
  return position > 0 && text[position] != '\0' &&
         is_word (g_utf8_get_char (g_utf8_prev_char (text + position))) &&
         is_word (g_utf8_get_char (text + position));
}

/* Returns: whether a mark is still one after an edit, along with which it is moved */
static gboolean
shift (VacUnderline  *mark,
       const VacSpan *edit,
       const char    *text)
{
  const gsize old_end = edit->start + edit->old_length;
  const gsize new_end = edit->start + edit->new_length;

  if (mark->end <= edit->start)
    return mark->end < edit->start || !joins (text, mark->end);
  if (mark->start >= old_end)
    {
      mark->start = mark->start - old_end + new_end;
      mark->end = mark->end - old_end + new_end;
      return mark->start > new_end || !joins (text, mark->start);
    }
  if (vac_underline_is_of_words (mark))
    return FALSE;
  mark->start = MIN (mark->start, edit->start);
  mark->end = mark->end > old_end ? mark->end - old_end + new_end : new_end;

  return mark->end > mark->start;
}

/**
 * vac_underlines_shift:
 * @self: (element-type VacUnderline): marks of @old_text
 * @old_text: a text
 * @text: what it is now
 *
 * Moves marks along with what was edited. Of words that were edited, they go.
 */
void
vac_underlines_shift (GArray     *self,
                      const char *old_text,
                      const char *text)
{
  VacSpan edit;

  if (self->len == 0)
    return;
  edit = vac_span_between (old_text, text);
  for (guint i = self->len; i > 0; i--)
    if (!shift (&g_array_index (self, VacUnderline, i - 1), &edit, text))
      g_array_remove_index_fast (self, i - 1);
}

/* The longest first; a word that is not in the dictionary is the least that can be said of it, and
 * what somebody looks for is seen in any case. */
static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const VacUnderline *first = a, *second = b;
  const gsize of_first = first->end - first->start, of_second = second->end - second->start;

  if ((first->group == VAC_MARK_FOUND) != (second->group == VAC_MARK_FOUND))
    return first->group == VAC_MARK_FOUND ? 1 : -1;
  if (of_first != of_second)
    return of_first < of_second ? 1 : -1;
  if (first->group == second->group)
    return 0;
  if (first->group == VAC_FINDING_SPELLING || second->group == VAC_FINDING_SPELLING)
    return first->group == VAC_FINDING_SPELLING ? -1 : 1;

  return first->group > second->group ? -1 : 1;
}

static gsize
find_end (GArray *self)
{
  gsize end = 0;

  for (guint i = 0; i < self->len; i++)
    end = MAX (end, g_array_index (self, VacUnderline, i).end);

  return end;
}

/**
 * vac_underlines_lay_out:
 * @self: (element-type VacUnderline): marks, which are sorted by this
 * @gap: where words begin that have none, in bytes
 * @gap_end: where they end
 *
 * Where marks overlap, the shorter one is seen.
 *
 * Returns: (transfer full) (element-type VacUnderline): what is seen of them, in order
 */
GArray *
vac_underlines_lay_out (GArray *self,
                        gsize   gap,
                        gsize   gap_end)
{
  GArray *seen = vac_underlines_new ();
  const gsize length = find_end (self);
  g_autofree guint8 *paint = NULL;   /* one more than the group, for each byte */

  if (length == 0)
    return seen;
  paint = g_malloc0 (length);
  g_array_sort (self, compare_marks);
  for (guint i = 0; i < self->len; i++)
    {
      const VacUnderline *mark = &g_array_index (self, VacUnderline, i);

      memset (paint + mark->start, (int) mark->group + 1, mark->end - mark->start);
    }
  for (gsize i = gap; i < MIN (gap_end, length); i++)
    paint[i] = 0;
  for (gsize i = 0, next; i < length; i = next)
    {
      for (next = i + 1; next < length && paint[next] == paint[i]; next++)
        ;
      if (paint[i] > 0)
        g_array_append_val (seen, ((VacUnderline) { i, next, (VacFindingGroup) (paint[i] - 1) }));
    }

  return seen;
}

/**
 * vac_underlines_equal:
 * @a: (element-type VacUnderline): marks, in order
 * @b: (element-type VacUnderline): others
 *
 * Returns: whether they are the same
 */
gboolean
vac_underlines_equal (const GArray *a,
                      const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const VacUnderline *first = &g_array_index (a, VacUnderline, i);
      const VacUnderline *second = &g_array_index (b, VacUnderline, i);

      if (first->start != second->start || first->end != second->end ||
          first->group != second->group)
        return FALSE;
    }

  return TRUE;
}
