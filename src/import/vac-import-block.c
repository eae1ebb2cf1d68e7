/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-block"

#include "config.h"

#include <string.h>

#include "vac-import-block.h"
#include "vac-import-lines.h"
#include "vac-paste-line.h"

/* Longer bold words at the start are a sentence, not a label. */
#define LONGEST_LABEL 60

/* In one block; what comes after them is one more line. */
#define MOST_LINES 5000

typedef struct
{
  GString *text;
  gsize    bold_end;   /* how far it is bold from its start on */
  gboolean strong;     /* nothing in it is not bold */
  GArray  *ranges;     /* nullable, of VacEmphasis: what is bold or a link, as it came */
} Line;

struct _VacImportBlock
{
  GArray *lines;   /* of Line, the last of which is being written */
};

static void
clear_line (gpointer line)
{
  g_string_free (((Line *) line)->text, TRUE);
  g_clear_pointer (&((Line *) line)->ranges, g_array_unref);
}

static void
start_line (VacImportBlock *self)
{
  const Line line = { .text = g_string_new (NULL), .strong = TRUE };

  g_array_append_val (self->lines, line);
}

static Line *
get_line (VacImportBlock *self,
          guint           i)
{
  return &g_array_index (self->lines, Line, i);
}

static Line *
get_last (VacImportBlock *self)
{
  return get_line (self, self->lines->len - 1);
}

/*
 * vac_import_block_new:
 *
 * Returns: (transfer full): a block without text
 */
VacImportBlock *
vac_import_block_new (void)
{
  VacImportBlock *self = g_new0 (VacImportBlock, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  start_line (self);

  return self;
}

/*
 * vac_import_block_free:
 * @self: a block
 */
void
vac_import_block_free (VacImportBlock *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_free (self);
}

/* Notes what the line is from @start on; what goes on is one with what came before it. */
static void
add_range (Line       *line,
           gsize       start,
           const char *uri)
{
  VacEmphasis range = { start, line->text->len, NULL };

  if (range.start == range.end)
    return;
  if (line->ranges == NULL)
    line->ranges = vac_emphasis_array_new ();
  for (guint i = 0; i < line->ranges->len; i++)
    {
      VacEmphasis *other = &g_array_index (line->ranges, VacEmphasis, i);

      if (other->end == start && g_strcmp0 (other->uri, uri) == 0)
        {
          other->end = range.end;
          return;
        }
    }
  range.uri = g_strdup (uri);
  g_array_append_val (line->ranges, range);
}

/*
 * vac_import_block_add_text:
 * @self: a block
 * @text: text, of which any number of blanks and line ends is one blank
 * @length: its length in bytes, -1 up to NUL
 * @bold: whether it is bold
 * @uri: (nullable): where it leads, safe
 */
void
vac_import_block_add_text (VacImportBlock *self,
                           const char     *text,
                           gssize          length,
                           gboolean        bold,
                           const char     *uri)
{
  Line *line = get_last (self);
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));
  const gboolean goes_on = bold && line->strong;
  const gsize start = line->text->len;

  for (; text < end; text++)
    {
      if (!g_ascii_isspace (*text))
        {
          g_string_append_c (line->text, *text);
          line->strong = line->strong && bold;
        }
      else if (line->text->len > 0 && !g_ascii_isspace (line->text->str[line->text->len - 1]))
        g_string_append_c (line->text, ' ');
    }
  if (goes_on)
    line->bold_end = line->text->len;
  if (bold)
    add_range (line, start, NULL);
  if (uri != NULL)
    add_range (line, start, uri);
}

/*
 * vac_import_block_add_tab:
 * @self: a block
 *
 * Parts the cells of a row, or a mark from its text.
 */
void
vac_import_block_add_tab (VacImportBlock *self)
{
  Line *line = get_last (self);

  while (line->text->len > 0 && line->text->str[line->text->len - 1] == ' ')
    g_string_truncate (line->text, line->text->len - 1);
  g_string_append_c (line->text, '\t');
}

/*
 * vac_import_block_clear_line:
 * @self: a block
 *
 * Forgets what the line holds that is being written: it was a mark.
 */
void
vac_import_block_clear_line (VacImportBlock *self)
{
  Line *line = get_last (self);

  g_string_truncate (line->text, 0);
  line->bold_end = 0;
  line->strong = TRUE;
  g_clear_pointer (&line->ranges, g_array_unref);
}

/*
 * vac_import_block_end_line:
 * @self: a block
 *
 * Ends a line within the block.
 */
void
vac_import_block_end_line (VacImportBlock *self)
{
  if (get_last (self)->text->len == 0)
    return;
  if (self->lines->len < MOST_LINES)
    start_line (self);
  else
    g_string_append_c (get_last (self)->text, ' ');
}

/*
 * vac_import_block_peek_line:
 * @self: a block
 *
 * Returns: (transfer none): the line that is being written, so far
 */
const char *
vac_import_block_peek_line (VacImportBlock *self)
{
  return get_last (self)->text->str;
}

/*
 * vac_import_block_is_empty:
 * @self: a block
 *
 * Returns: whether there is no text in it yet
 */
gboolean
vac_import_block_is_empty (VacImportBlock *self)
{
  return self->lines->len == 1 && get_last (self)->text->len == 0;
}

/* "Safeguarding:" in bold, with the colon in or after it. Returns: its length with the colon and
 * the blanks after it, or 0 */
static gsize
measure_label (const Line *line)
{
  const char *text = line->text->str;
  gsize end = MIN (line->bold_end, line->text->len);
  const char *rest;

  while (end > 0 && text[end - 1] == ' ')
    end--;
  if (end < 2 || end > LONGEST_LABEL)
    return 0;
  rest = text + end;
  if (text[end - 1] != ':')
    {
      rest += strspn (rest, " ");
      if (*rest++ != ':')
        return 0;
    }
  rest = vac_paste_skip_blanks (rest);

  return *rest != '\0' ? (gsize) (rest - text) : 0;
}

/* Returns: (nullable): what is bold or a link from @start on, in the middle of a text; a line that
 * is all bold is something else, perhaps a heading */
static GArray *
list_parts (const Line *line,
            gsize       start)
{
  g_autoptr (GArray) ranges = vac_emphasis_array_new ();

  for (guint i = 0; line->ranges != NULL && i < line->ranges->len; i++)
    {
      VacEmphasis range = g_array_index (line->ranges, VacEmphasis, i);

      range.end = MIN (range.end, line->text->len);
      if (range.end <= start || (range.uri == NULL && line->strong))
        continue;
      range.start = MAX (range.start, start) - start;
      range.end -= start;
      range.uri = g_strdup (range.uri);
      g_array_append_val (ranges, range);
    }

  return ranges->len > 0 ? vac_emphasis_array_tidy (ranges, line->text->str + start) : NULL;
}

static void
add_line (const Line  *line,
          VacDraft    *draft,
          VacDraftPart part)
{
  const gsize length = measure_label (line);
  g_autoptr (GArray) parts = part.kind == VAC_DRAFT_PARAGRAPH || part.kind == VAC_DRAFT_BULLET
                                 ? list_parts (line, length) : NULL;
  g_autofree char *label = length > 0 ? g_strndup (line->text->str, length) : NULL;

  if (label != NULL)
    {
      g_strchomp (label);
      while (g_str_has_suffix (label, ":") || g_str_has_suffix (label, " "))
        label[strlen (label) - 1] = '\0';
    }
  part.label = label;
  part.text = line->text->str + length;
  part.strong = line->strong;
  part.parts = parts;
  vac_draft_add (draft, &part);
}

static gboolean
is_marked (const Line *line)
{
  return vac_paste_measure_bullet (line->text->str) > 0;
}

/* A list that somebody typed, a heading over the text that belongs to it, or facts with labels. */
static gboolean
has_parts (VacImportBlock *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);

      if (line->text->len > 0 && (is_marked (line) || line->strong || measure_label (line) > 0))
        return TRUE;
    }

  return FALSE;
}

static void
add_parts (VacImportBlock *self,
           VacDraft       *draft,
           VacDraftPart    part)
{
  g_autoptr (GString) run = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);

      if (line->text->len == 0)
        continue;
      if (line->strong || measure_label (line) > 0)
        {
          vac_draft_add_lines (draft, run->str, FALSE, part.origin != NULL ? part.origin : "");
          g_string_truncate (run, 0);
          add_line (line, draft, part);
        }
      else
        g_string_append_printf (run, "%s%s", run->len > 0 ? "\n" : "", line->text->str);
    }
  vac_draft_add_lines (draft, run->str, FALSE, part.origin != NULL ? part.origin : "");
}

static void
add_as_one (VacImportBlock *self,
            VacDraft       *draft,
            VacDraftPart    part)
{
  Line *first = get_line (self, 0);

  for (guint i = 1; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);
      const gsize before = first->text->len + 1;

      if (line->text->len == 0)
        continue;
      g_string_append_printf (first->text, "%s%s", part.kind == VAC_DRAFT_PARAGRAPH ? "\n" : " ",
                              line->text->str);
      for (guint j = 0; line->ranges != NULL && j < line->ranges->len; j++)
        {
          VacEmphasis range = g_array_index (line->ranges, VacEmphasis, j);

          range.start += before;
          range.end += before;
          range.uri = g_strdup (range.uri);
          if (first->ranges == NULL)
            first->ranges = vac_emphasis_array_new ();
          g_array_append_val (first->ranges, range);
        }
      first->strong = first->strong && line->strong;
    }
  add_line (first, draft, part);
}

/*
 * vac_import_block_flush:
 * @self: a block
 * @draft: takes what the block is
 * @kind: what it is; a paragraph whose lines have marks is a list
 * @level: of a heading or bullet
 * @origin: (nullable): where it stands
 *
 * Appends the block to @draft, and begins another.
 */
void
vac_import_block_flush (VacImportBlock *self,
                        VacDraft       *draft,
                        VacDraftKind    kind,
                        guint           level,
                        const char     *origin)
{
  const VacDraftPart part = { .kind = kind, .level = level, .origin = (char *) origin };

  if (kind == VAC_DRAFT_PARAGRAPH && (self->lines->len > 1 || is_marked (get_line (self, 0))) &&
      has_parts (self))
    add_parts (self, draft, part);
  else
    add_as_one (self, draft, part);

  g_array_set_size (self->lines, 0);
  start_line (self);
}
