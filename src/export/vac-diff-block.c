/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-block"

#include "config.h"

#include <string.h>

#include "vac-diff-block.h"
#include "vac-diff-text.h"
#include "vac-plain.h"

/* One block out of two that show the same, with marks where their words differ. */

typedef struct
{
  VacDiff      *diff;
  VacWordBreak *breaks;
  VacDiffView   view;
  VacBlock      block;   /* that is being made */
} Maker;

/* "120" and "130", struck through and new, are not read as one number. */
static gboolean
would_stick (const GString *text,
             const char    *next)
{
  gunichar before, after;

  if (text->len == 0 || *next == '\0')
    return FALSE;
  before = g_utf8_get_char (g_utf8_prev_char (text->str + text->len));
  after = g_utf8_get_char (next);

  return g_unichar_isalnum (before) && g_unichar_isalnum (after) &&
         !g_unichar_iswide (before) && !g_unichar_iswide (after);
}

static void
append_plain (Maker      *self,
              GString    *text,
              const char *words)
{
  if (self->view == VAC_DIFF_INLINE && would_stick (text, words))
    g_string_append_c (text, ' ');
  g_string_append (text, words);
}

/* White space at the ends of a mark would look like a blank to fill in. */
static void
append_marked (Maker       *self,
               GString     *text,
               int          part,
               VacMarkKind  kind,
               const char  *words)
{
  const gsize length = strlen (words);
  gsize first = 0, end = length;
  gsize start;

  append_plain (self, text, words);
  start = text->len - length;
  while (first < end && g_ascii_isspace (words[first]))
    first++;
  while (end > first && g_ascii_isspace (words[end - 1]))
    end--;
  vac_block_add_mark (&self->block, kind, part, start + first, start + end);
}

static char *
join_texts (Maker      *self,
            int         part,
            const char *earlier,
            const char *later)
{
  g_autoptr (GArray) spans = vac_diff_text_spans (self->breaks, earlier, later);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const VacDiffSpan *span = &g_array_index (spans, VacDiffSpan, i);
      g_autofree char *before = g_strndup (earlier + span->start_a, span->length_a);
      g_autofree char *after = g_strndup (later + span->start_b, span->length_b);

      if (span->kind == VAC_DIFF_KEPT)
        append_plain (self, text, self->view == VAC_DIFF_EARLIER ? before : after);
      else if (span->kind == VAC_DIFF_REMOVED && self->view != VAC_DIFF_LATER)
        append_marked (self, text, part, VAC_MARK_REMOVED, before);
      else if (span->kind == VAC_DIFF_ADDED && self->view != VAC_DIFF_EARLIER)
        append_marked (self, text, part, VAC_MARK_ADDED, after);
    }

  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): a part of the block; what one of the two alone has is marked whole */
static char *
make_text (Maker      *self,
           int         part,
           const char *earlier,
           const char *later)
{
  g_autofree char *before = earlier != NULL ? vac_plain_clean (earlier) : NULL;
  g_autofree char *after = later != NULL ? vac_plain_clean (later) : NULL;

  if (before != NULL && after != NULL && !g_str_equal (before, after))
    return join_texts (self, part, before, after);
  if (before == NULL && after != NULL)
    vac_block_add_mark (&self->block, VAC_MARK_ADDED, part, 0, strlen (after));
  if (after == NULL && before != NULL)
    vac_block_add_mark (&self->block, VAC_MARK_REMOVED, part, 0, strlen (before));

  return after != NULL ? g_steal_pointer (&after) : g_steal_pointer (&before);
}

static void
add_fact (Maker              *self,
          const VacBlockFact *earlier,
          const VacBlockFact *later)
{
  const VacBlockFact *shown = later != NULL && self->view != VAC_DIFF_EARLIER ? later : earlier;
  g_autofree char *text = NULL;

  if ((self->view == VAC_DIFF_EARLIER && earlier == NULL) ||
      (self->view == VAC_DIFF_LATER && later == NULL))
    return;
  text = make_text (self, (int) self->block.facts->len, earlier != NULL ? earlier->text : NULL,
                    later != NULL ? later->text : NULL);
  vac_facts_add (self->block.facts, shown->label, text, shown->node);
}

static gboolean
same_fact (Maker              *self,
           const VacBlockFact *earlier,
           const VacBlockFact *later)
{
  return earlier->node != NULL && g_strcmp0 (earlier->label, later->label) == 0 &&
         vac_diff_get_counterpart (self->diff, earlier->node) == later->node;
}

/* The position of the fact of the first that is the same, from @from on; that of the end if there
 * is none. */
static guint
find_fact (Maker              *self,
           GArray             *earlier,
           guint               from,
           const VacBlockFact *later)
{
  guint i = from;

  while (i < earlier->len && !same_fact (self, vac_facts_get (earlier, i), later))
    i++;

  return i;
}

static void
make_facts (Maker  *self,
            GArray *earlier,
            GArray *later)
{
  guint next = 0;

  self->block.facts = vac_facts_new ();
  for (guint i = 0; i < later->len; i++)
    {
      const VacBlockFact *fact = vac_facts_get (later, i);
      const guint found = find_fact (self, earlier, next, fact);

      if (found == earlier->len)
        {
          add_fact (self, NULL, fact);
          continue;
        }
      for (; next < found; next++)
        add_fact (self, vac_facts_get (earlier, next), NULL);
      add_fact (self, vac_facts_get (earlier, next++), fact);
    }
  for (; next < earlier->len; next++)
    add_fact (self, vac_facts_get (earlier, next), NULL);
}

/* Of a block that is there, what is missing is empty. */
static const char *
get_label (const VacBlock *block)
{
  return block == NULL ? NULL : block->label != NULL ? block->label : "";
}

static const char *
get_text (const VacBlock *block)
{
  return block == NULL ? NULL : block->text != NULL ? block->text : "";
}

static void
make_cells (Maker          *self,
            const VacBlock *shown,
            const VacBlock *earlier,
            const VacBlock *later)
{
  const guint n_cells = g_strv_length (shown->cells);

  self->block.cells = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    self->block.cells[i] = make_text (self, (int) i, earlier != NULL ? earlier->cells[i] : NULL,
                                      later != NULL ? later->cells[i] : NULL);
}

/* A picture cannot be struck through, and what is read in its place is said elsewhere too: pictures
 * have no marks. */
static void
make_picture (Maker          *self,
              const VacBlock *shown)
{
  self->block.picture = vac_picture_ref (shown->picture);
  self->block.text = g_strdup (shown->text);
}

/*
 * vac_diff_make_block:
 * @diff: the differences
 * @breaks: parts texts into words
 * @view: what is shown of them
 * @earlier: (nullable): a block of the first document; %NULL for what was added
 * @later: (nullable): the block of the second one that shows the same; %NULL for what was removed
 *
 * Returns: (transfer full): a block for vac_outline_take_block()
 */
VacBlock
vac_diff_make_block (VacDiff        *diff,
                     VacWordBreak   *breaks,
                     VacDiffView     view,
                     const VacBlock *earlier,
                     const VacBlock *later)
{
  const VacBlock *shown = later != NULL && view != VAC_DIFF_EARLIER ? later : earlier;
  Maker self = { diff, breaks, view, { .kind = shown->kind } };

  self.block.level = shown->level;
  self.block.header = shown->header;
  self.block.unfilled = shown->unfilled;
  self.block.link = g_strdup (shown->link);
  self.block.node = shown->node != NULL ? g_object_ref (shown->node) : NULL;
  if (shown->picture != NULL)
    {
      make_picture (&self, shown);
      return self.block;
    }
  self.block.label = make_text (&self, VAC_PART_LABEL, get_label (earlier), get_label (later));
  if (*self.block.label == '\0')
    g_clear_pointer (&self.block.label, g_free);
  self.block.text = make_text (&self, VAC_PART_TEXT, get_text (earlier), get_text (later));
  if (shown->cells != NULL)
    make_cells (&self, shown, earlier, later);
  if (shown->facts != NULL)
    {
      g_autoptr (GArray) none = vac_facts_new ();

      make_facts (&self, earlier != NULL ? earlier->facts : none,
                  later != NULL ? later->facts : none);
    }

  return self.block;
}
