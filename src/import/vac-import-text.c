/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-text"

#include "config.h"

#include <string.h>

#include "vac-import-lines.h"
#include "vac-import-private.h"
#include "vac-import-rows.h"
#include "vac-import-wrap.h"
#include "vac-paste-line.h"
#include "vac-pay-line.h"

/* Reads plain text as a person does: headings by their words and by how they stand, lists by their
 * marks, and paragraphs that somebody's mail program broke into lines. */

/* Lines that a program broke are about this long; others were broken by a person. */
#define NARROWEST_WRAP  55
#define WIDEST_WRAP     100

/* How many lines at least end where the next word did not fit. */
#define FEWEST_FULL     2

/* Two lines after ">" may be two that begin with the sign of a number. */
#define FEWEST_QUOTED   3

/* Of all lines, how many may be longer than the wrap: an address cannot be broken. */
#define SHARE_OF_LONG   20

typedef struct
{
  VacPasteLine *paste;       /* NULL for a blank line; owned by the list of all */
  guint         number;      /* from 1 */
  guint         indent;      /* in columns */
  guint         length;      /* in characters, with the indent */
  char          underline;   /* the sign that the line below repeats, or 0 */
  guint         hashes;      /* before it, as in Markdown */
  gunichar      mark;        /* its first character */
  gboolean      dot;         /* its mark is a dot, as stands between facts as well */
} Line;

typedef struct
{
  VacDraft   *draft;
  const char *language;
  const char *origin;
  GPtrArray  *pasted;        /* of VacPasteLine */
  GArray     *lines;         /* of Line */
  gboolean    is_whole;      /* it begins where the source does */
  guint       wrap;          /* the width that lines were broken at, or 0 */

  /* What is being put together */
  GString    *text;
  gboolean    in_bullet;
  guint       level;
  guint       start;         /* the number of its first line */
  guint       indents[VAC_ROW_DEEPEST];
  guint       n_indents;
} Reader;

static Line *
get_line (Reader *self,
          guint   i)
{
  return i < self->lines->len ? &g_array_index (self->lines, Line, i) : NULL;
}

static gboolean
is_blank (const Line *line)
{
  return line == NULL || line->paste == NULL;
}

static gboolean
is_marked (const Line *line)
{
  return !is_blank (line) && (line->paste->marked || line->paste->accepted);
}

/* The text of a line without its mark. */
static const char *
get_text (const Line *line)
{
  return line->paste->text + (line->paste->accepted ? line->paste->number.length : 0);
}

static void
add_row (Reader     *self,
         const char *row,
         guint       number,
         gboolean    quoted)
{
  g_autofree char *copy = g_strchomp (g_strdup (quoted ? vac_row_skip_quotes (row) : row));
  Line line = { .number = number, .indent = vac_row_measure_indent (copy),
                .length = (guint) g_utf8_strlen (copy, -1) };
  Line *before = get_line (self, self->lines->len - 1);
  char *text = copy + strspn (copy, " \t");
  const char rule = vac_row_get_rule (text);
  const guint first = self->pasted->len;
  g_autofree char *framed = NULL;

  if (rule != 0 && self->lines->len > 0 && !is_blank (before) && before->underline == 0 &&
      !before->paste->marked)
    {
      before->underline = rule;
      return;
    }
  line.hashes = vac_row_skip_hashes (&text);
  if (line.hashes == 0 && vac_row_is_framed (text))
    {
      framed = vac_line_drop_ornaments (text);
      text = framed;
      line.hashes = 2;
    }
  line.mark = g_utf8_get_char (text);
  line.dot = g_str_has_prefix (text, "·");
  if (rule == 0)
    vac_paste_lines_add (self->pasted, text, FALSE);
  for (guint i = first; i < self->pasted->len; i++)
    {
      line.paste = g_ptr_array_index (self->pasted, i);
      g_array_append_val (self->lines, line);
    }
  if (first == self->pasted->len && self->lines->len > 0)
    g_array_append_val (self->lines, line);
}

static guint
measure_first_word (const Line *line)
{
  const char *text = line->paste->text;

  return (guint) g_utf8_strlen (text, (gssize) strcspn (text, " \t"));
}

/* "~ Pick orders": a sign that is no mark by itself is one before several lines in a row. */
static void
mark_common (Reader *self)
{
  for (guint i = 0, end; i < self->lines->len; i = end)
    {
      g_autoptr (GPtrArray) block = g_ptr_array_new ();

      for (end = i; end < self->lines->len && !is_blank (get_line (self, end)) &&
                    get_line (self, end)->mark == get_line (self, i)->mark;
           end++)
        g_ptr_array_add (block, get_line (self, end)->paste);
      if (block->len > 1 && strchr ("~=^°", (int) MIN (get_line (self, i)->mark, 127)) != NULL)
        vac_paste_strip_mark (block);
      end = MAX (end, i + 1);
    }
}

/* The width at which a program broke the lines; 0 when no program did, as it would have broken
 * @fewest lines at least. */
static guint
find_wrap (Reader *self,
           guint   fewest)
{
  guint widest = 0, n = 0, longer = 0, full = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);

      if (is_blank (line))
        continue;
      n++;
      longer += line->length > WIDEST_WRAP;
      if (line->length <= WIDEST_WRAP)
        widest = MAX (widest, line->length);
    }
  for (guint i = 0; i + 1 < self->lines->len; i++)
    full += !is_blank (get_line (self, i)) && !is_blank (get_line (self, i + 1)) &&
            get_line (self, i)->length <= widest &&
            get_line (self, i)->length + 1 + measure_first_word (get_line (self, i + 1)) > widest;

  return widest >= NARROWEST_WRAP && longer * SHARE_OF_LONG <= n && full >= fewest ? widest : 0;
}

/* "Leeds · Hybrid", broken before a dot. */
static gboolean
goes_on_with_dot (Reader     *self,
                  const Line *before,
                  const Line *line)
{
  return line->dot && self->text->len > 0 && !self->in_bullet && !is_blank (before) &&
         (strstr (before->paste->text, " · ") != NULL ||
          strstr (line->paste->text, " · ") != NULL);
}

/* "Start: February 1" and "$20 per hour" begin a line of their own. */
static gboolean
begins_fact (Reader     *self,
             const Line *line)
{
  const char *value;
  g_autofree char *label = vac_line_split_label (line->paste->text, ':', &value);
  VacPayLine pay;

  return (label != NULL && vac_label_find (self->language, label) != VAC_LABEL_NONE) ||
         (vac_pay_line_read (line->paste->text, self->language, &pay) && *pay.currency != '\0');
}

/* A program breaks a line only where the next word does not fit. */
static gboolean
was_wrapped (Reader     *self,
             const Line *line,
             const Line *next)
{
  if (g_str_has_suffix (line->paste->text, " ·"))
    return self->wrap > 0;

  return self->wrap > 0 && line->length + 1 + measure_first_word (next) > self->wrap &&
         !is_marked (next) && next->underline == 0 && next->hashes == 0 &&
         !begins_fact (self, next);
}

static char *
make_origin (Reader *self,
             guint   line)
{
  return self->origin == NULL ? g_strdup_printf ("%u", line) : g_strdup (self->origin);
}

static void
finish (Reader *self)
{
  g_autofree char *origin = make_origin (self, self->start);
  const VacDraftPart part = { .kind = self->in_bullet ? VAC_DRAFT_BULLET : VAC_DRAFT_PARAGRAPH,
                              .level = self->in_bullet ? self->level : 0,
                              .text = self->text->str, .origin = origin };

  if (self->text->len > 0)
    vac_draft_add (self->draft, &part);
  g_string_truncate (self->text, 0);
  self->in_bullet = FALSE;
}

static void
begin (Reader     *self,
       const Line *line,
       gboolean    is_bullet)
{
  finish (self);
  self->in_bullet = is_bullet;
  self->start = line->number;
  g_string_assign (self->text, get_text (line));
}

static void
add_heading (Reader     *self,
             const Line *line,
             guint       level)
{
  g_autofree char *origin = make_origin (self, line->number);

  finish (self);
  self->n_indents = 0;
  vac_draft_add_heading (self->draft, level, VAC_HEADING_NONE, line->paste->text, origin);
}

/* How deep a bullet is among those around it. */
static guint
find_level (Reader     *self,
            const Line *line)
{
  while (self->n_indents > 0 && self->indents[self->n_indents - 1] > line->indent)
    self->n_indents--;
  if (self->n_indents == 0 || (self->indents[self->n_indents - 1] < line->indent &&
                               self->n_indents < VAC_ROW_DEEPEST))
    self->indents[self->n_indents++] = line->indent;

  return self->n_indents;
}

/* What somebody underlined is a heading; two kinds of lines make two levels. */
static guint
get_level (const Line *line)
{
  if (line->hashes > 0 || line->underline == 0)
    return line->hashes;

  return line->underline == '=' ? 1 : line->underline == '~' ? 3 : 2;
}

static gboolean
looks_like_heading (Reader *self,
                    guint   i)
{
  const Line *line = get_line (self, i);
  const Line *next = get_line (self, i + 1);
  VacLineFlags flags = 0;
  guint after = i + 1;

  while (after < self->lines->len && is_blank (get_line (self, after)))
    after++;
  if (after == self->lines->len)
    return FALSE;
  if (is_marked (get_line (self, after)))
    flags |= VAC_LINE_BEFORE_LIST;
  if (is_blank (next) && (i == 0 || is_blank (get_line (self, i - 1))))
    flags |= VAC_LINE_ALONE;
  /* A line between a list and a text without a blank line anywhere. */
  if (self->in_bullet && !is_blank (next) && next->length > line->length)
    flags |= VAC_LINE_ALONE;

  return vac_line_is_heading (get_text (line), self->language, flags);
}

static gboolean
has_other_mark (const Line *line,
                const Line *next)
{
  const VacPasteNumber *number = &line->paste->number, *other = &next->paste->number;

  if (line->paste->accepted != next->paste->accepted)
    return TRUE;

  return line->paste->accepted
             ? number->close != other->close || (number->first == 0) != (other->first == 0)
             : line->mark != next->mark;
}

/* "1. Your Tasks" counts sections, "▶ Your Tasks" marks them: the list below has other marks. */
static gboolean
is_marked_heading (Reader *self,
                   guint   i)
{
  const Line *line = get_line (self, i);
  const Line *next = NULL, *before = NULL;

  for (guint j = i + 1; j < self->lines->len && next == NULL; j++)
    next = is_blank (get_line (self, j)) ? NULL : get_line (self, j);
  for (guint j = i; j > 0 && before == NULL; j--)
    before = is_blank (get_line (self, j - 1)) ? NULL : get_line (self, j - 1);
  if (next == NULL || (before != NULL && is_marked (before) && !has_other_mark (before, line)))
    return FALSE;
  if (vac_heading_find (self->language, get_text (line)) != VAC_HEADING_NONE)
    return line->paste->accepted || next->mark != line->mark;

  return is_marked (next) && next->indent <= line->indent && has_other_mark (line, next) &&
         vac_line_is_heading (get_text (line), self->language, VAC_LINE_BEFORE_LIST);
}

static void
add_line (Reader *self,
          guint   i)
{
  const Line *line = get_line (self, i);
  const Line *before = i > 0 ? get_line (self, i - 1) : NULL;
  const guint level = is_blank (line) ? 0 : get_level (line);

  if (is_blank (line))
    finish (self);
  else if (level > 0)
    add_heading (self, line, level);
  else if (goes_on_with_dot (self, before, line))
    g_string_append_printf (self->text, " · %s", line->paste->text);
  else if (is_marked (line) && i == 0 && self->is_whole)
    begin (self, line, FALSE);
  else if (is_marked (line))
    {
      if (is_marked_heading (self, i))
        {
          add_heading (self, line, 2);
          return;
        }
      begin (self, line, TRUE);
      self->level = find_level (self, line);
    }
  else if (self->text->len > 0 && was_wrapped (self, before, line))
    vac_wrap_join (self->text, line->paste->text, self->language);
  else if (looks_like_heading (self, i))
    add_heading (self, line, 2);
  else if (self->text->len > 0 && self->in_bullet &&
           line->indent > self->indents[self->n_indents - 1])
    vac_wrap_join (self->text, line->paste->text, self->language);
  else if (self->text->len > 0 && !self->in_bullet)
    g_string_append_printf (self->text, "\n%s", line->paste->text);
  else
    begin (self, line, FALSE);

  /* The first line is the title, unless it is a sentence that goes on. */
  if (i == 0 && self->is_whole && self->lines->len > 1 && !is_blank (line) &&
      (is_blank (get_line (self, 1)) || !was_wrapped (self, line, get_line (self, 1))))
    finish (self);
}

/*
 * vac_draft_add_lines:
 * @draft: a draft
 * @text: any text
 * @wrapped: whether a program may have broken its lines
 * @origin: (nullable): where it stands; %NULL for the numbers of its lines
 *
 * Appends the headings, paragraphs and bullets of @text.
 */
void
vac_draft_add_lines (VacDraft   *draft,
                     const char *text,
                     gboolean    wrapped,
                     const char *origin)
{
  g_autoptr (GPtrArray) pasted = vac_paste_lines_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GString) collected = g_string_new (NULL);
  g_auto (GStrv) rows = vac_paste_split_rows (text);
  const guint n_rows = MIN (g_strv_length (rows), VAC_IMPORT_MAX_PARTS);
  const gboolean quoted = vac_rows_are_quoted (rows, FEWEST_QUOTED);
  const guint first = wrapped ? vac_rows_count_mail (rows) : 0;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  Reader self = { .draft = draft, .language = vac_draft_guess_language (draft, text),
                  .origin = origin, .pasted = pasted, .lines = lines, .text = collected,
                  .is_whole = wrapped && origin == NULL };

  if (n_rows == VAC_IMPORT_MAX_PARTS)
    vac_draft_remark_cut (draft);
  for (guint i = 0; i < n_rows; i++)
    {
      const char *start = rows[i] + strspn (rows[i], " \t");
      const char *said = quoted ? vac_row_skip_quotes (start) : start;

      if (i < first || (quoted && *start != '>' && *start != '\0') ||
          (vac_row_is_divider (said) && vac_row_get_rule (said) == 0))
        g_ptr_array_add (others, rows[i]);
      else
        add_row (&self, rows[i], i + 1, quoted);
    }
  mark_common (&self);
  vac_paste_accept_numbers (pasted);
  self.wrap = wrapped ? find_wrap (&self, FEWEST_FULL) : 0;
  for (guint i = 0; i < lines->len; i++)
    add_line (&self, i);
  finish (&self);
  if (others->len > 0)
    vac_draft_add_heading (draft, 1, VAC_HEADING_OTHER_PAGE, NULL, origin);
  for (guint i = 0; i < others->len; i++)
    vac_draft_add (draft, &(VacDraftPart) { .kind = VAC_DRAFT_PARAGRAPH,
                                            .text = g_ptr_array_index (others, i),
                                            .origin = (char *) origin });
}

/**
 * vac_draft_add_text:
 * @self: a draft
 * @text: a text as it was typed, copied or mailed
 * @origin: (nullable): where it stands in the source; %NULL for the numbers of its lines
 *
 * Appends the headings, paragraphs and bullets of @text. Lines that a program broke are joined.
 */
void
vac_draft_add_text (VacDraft   *self,
                    const char *text,
                    const char *origin)
{
  g_return_if_fail (self != NULL);

  if (text != NULL)
    vac_draft_add_lines (self, text, TRUE, origin);
}

static gboolean
ends_sentence (const Line *line)
{
  const gsize length = strlen (line->paste->text);

  return length > 0 && strchr (".!?:;", line->paste->text[length - 1]) != NULL;
}

static gboolean
begins_small (const Line *line)
{
  return g_unichar_islower (g_utf8_get_char (line->paste->text));
}

/* Whether a program broke the lines of a list without marks. In one that somebody wrote line by
 * line, some are short without being the end of anything, and few begin with a small letter. */
static gboolean
is_wrapped_prose (Reader *self)
{
  guint n = 0, small = 0;

  for (guint i = 1; i < self->lines->len; i++)
    {
      const Line *before = get_line (self, i - 1);
      const Line *line = get_line (self, i);

      if (is_marked (line))
        return FALSE;
      if (is_blank (before) || is_blank (line))
        continue;
      if (was_wrapped (self, before, line))
        {
          n++;
          small += begins_small (line);
        }
      else if (!ends_sentence (before))
        return FALSE;
    }

  return small * 3 >= n;
}

/* Whether a line goes on in the next one, in what somebody pastes into a list or elsewhere. */
static gboolean
goes_on (Reader  *self,
         guint    i,
         gboolean is_list,
         gboolean sure)
{
  const Line *line = get_line (self, i);
  const Line *next = get_line (self, i + 1);

  if (is_blank (line) || is_blank (next) || next->number != line->number + 1 ||
      !was_wrapped (self, line, next))
    return FALSE;
  if (begins_small (next))
    return TRUE;

  return sure && !((is_list || ends_sentence (line)) && looks_like_heading (self, i + 1)) &&
         !(is_list && ends_sentence (line));
}

/* The lines of @rows as they are, but for those that go on in the next one. */
static char *
join_rows (Reader  *self,
           GStrv    rows,
           gboolean is_list)
{
  const gboolean sure = find_wrap (self, FEWEST_FULL) > 0;
  GString *joined = g_string_new (NULL);
  gboolean on = FALSE;
  guint last = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const guint number = get_line (self, i)->number;

      if (on)
        vac_wrap_join (joined, rows[number - 1] + strspn (rows[number - 1], " \t"),
                       self->language);
      else
        for (; last < number; last++)
          g_string_append_printf (joined, "%s%s", last > 0 ? "\n" : "", rows[last]);
      on = goes_on (self, i, is_list, sure);
      last = number;
    }
  for (; rows[last] != NULL; last++)
    g_string_append_printf (joined, "\n%s", rows[last]);

  return g_string_free (joined, FALSE);
}

/*
 * vac_import_unwrap:
 * @text: any text
 * @is_list: whether it is for a list, of which every line becomes an element
 *
 * Joins lines that a program broke, and drops the marks of quoting before all or most of them. All
 * else stays as it is, marks as well.
 *
 * Returns: (transfer full): the text, with one kind of line ends if anything was changed
 */
char *
vac_import_unwrap (const char *text,
                   gboolean    is_list)
{
  g_autoptr (GPtrArray) pasted = vac_paste_lines_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_auto (GStrv) rows = vac_paste_split_rows (text);
  const gboolean quoted = vac_rows_are_quoted (rows, is_list ? FEWEST_QUOTED : 2);
  Reader self = { .language = vac_draft_guess_language (NULL, text), .pasted = pasted,
                  .lines = lines };
  gboolean marked = FALSE;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *start = rows[i] + strspn (rows[i], " \t");

      if (quoted && *start == '>')
        memmove (rows[i], vac_row_skip_quotes (start), strlen (vac_row_skip_quotes (start)) + 1);
      add_row (&self, g_strchomp (rows[i]), i + 1, FALSE);
    }
  mark_common (&self);
  vac_paste_accept_numbers (pasted);
  for (guint i = 0; i < lines->len; i++)
    marked = marked || is_marked (get_line (&self, i));
  /* One line that goes on is enough below a mark, which the next line would have as well. */
  self.wrap = find_wrap (&self, is_list && marked ? 1 : FEWEST_FULL);
  if (is_list && !marked && !is_wrapped_prose (&self))
    self.wrap = 0;

  return quoted || self.wrap > 0 ? join_rows (&self, rows, is_list) : g_strdup (text);
}

/*
 * vac_import_text: a VacImportReader for plain text
 */
gboolean
vac_import_text (GBytes     *bytes,
                 GPtrArray  *drafts,
                 GError    **error)
{
  g_autofree char *text = vac_import_decode (bytes, NULL);
  VacDraft *draft = vac_draft_new ();

  g_ptr_array_add (drafts, draft);
  vac_draft_add_text (draft, text, NULL);
  if (vac_draft_get_n_parts (draft) == 0)
    g_ptr_array_set_size (drafts, 0);

  return TRUE;
}
