/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-pieces"

#include "config.h"

#include <string.h>

#include "vac-import-pieces.h"
#include "vac-paste-line.h"

/* A label is a few words, not a bold sentence that announces a quotation. */
#define LONGEST_LABEL 80

struct _VacPieces
{
  GString *text;
  GString *bold;   /* a byte for each byte of @text: 'b' where it is bold */
  GArray  *links;  /* nullable, of VacEmphasis: where @text leads */
};

static void
free_part (gpointer data)
{
  VacDraftPart *part = data;

  g_free (part->label);
  g_free (part->text);
  g_clear_pointer (&part->parts, g_array_unref);
  g_free (part->origin);
  g_free (part);
}

/*
 * vac_pieces_parts_new:
 *
 * Returns: (transfer full) (element-type VacDraftPart): no parts yet
 */
GPtrArray *
vac_pieces_parts_new (void)
{
  return g_ptr_array_new_with_free_func (free_part);
}

/*
 * vac_pieces_add_part:
 * @parts: (element-type VacDraftPart): parts
 * @kind: what to add
 * @text: what it says
 * @origin: (nullable): where it stands in the source
 *
 * Returns: (transfer none): the part, for what else there is to say of it
 */
VacDraftPart *
vac_pieces_add_part (GPtrArray   *parts,
                     VacDraftKind kind,
                     const char  *text,
                     const char  *origin)
{
  VacDraftPart *part = g_new0 (VacDraftPart, 1);

  part->kind = kind;
  part->text = g_strdup (text);
  part->origin = g_strdup (origin);
  g_ptr_array_add (parts, part);

  return part;
}

VacPieces *
vac_pieces_new (void)
{
  VacPieces *self = g_new0 (VacPieces, 1);

  self->text = g_string_new (NULL);
  self->bold = g_string_new (NULL);

  return self;
}

void
vac_pieces_free (VacPieces *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->bold, TRUE);
  g_clear_pointer (&self->links, g_array_unref);
  g_free (self);
}

/* Notes where the text leads from @start on; what goes on is one with what came before it. */
static void
add_link (VacPieces  *self,
          gsize       start,
          const char *uri)
{
  VacEmphasis link = { start, self->text->len, NULL };
  VacEmphasis *last;

  if (self->links == NULL)
    self->links = vac_emphasis_array_new ();
  last = self->links->len > 0 ? &g_array_index (self->links, VacEmphasis, self->links->len - 1)
                              : NULL;
  if (last != NULL && last->end == start && g_str_equal (last->uri, uri))
    {
      last->end = link.end;
      return;
    }
  link.uri = g_strdup (uri);
  g_array_append_val (self->links, link);
}

/*
 * vac_pieces_add:
 * @self: a paragraph
 * @text: what comes next; a line feed is a line break
 * @length: of @text in bytes; -1 when it ends with NUL
 * @bold: how it is set
 * @uri: (nullable): where it leads, safe
 */
void
vac_pieces_add (VacPieces  *self,
                const char *text,
                gssize      length,
                gboolean    bold,
                const char *uri)
{
  const gsize from = self->text->len;
  char *hyphen;

  g_string_append_len (self->text, text, length);
  /* Where a word may be broken is a matter of the page that it stood on. */
  while ((hyphen = strstr (self->text->str + from, "\xc2\xad")) != NULL)
    g_string_erase (self->text, hyphen - self->text->str, 2);
  while (self->bold->len < self->text->len)
    g_string_append_c (self->bold, bold ? 'b' : '-');
  if (uri != NULL && self->text->len > from)
    add_link (self, from, uri);
}

/*
 * vac_pieces_is_blank:
 * @self: a paragraph
 *
 * Returns: whether nothing is seen of it yet
 */
gboolean
vac_pieces_is_blank (VacPieces *self)
{
  return *vac_paste_skip_blanks (self->text->str) == '\0';
}

/* A stretch of the text. */
typedef struct
{
  gsize start;
  gsize end;
} Span;

static gunichar
get_char (VacPieces *self,
          gsize      at)
{
  return g_utf8_get_char (self->text->str + at);
}

static gsize
skip_char (VacPieces *self,
           gsize      at)
{
  return at + (gsize) (g_utf8_next_char (self->text->str + at) - (self->text->str + at));
}

static Span
trim (VacPieces *self,
      Span       span)
{
  const char *text = self->text->str;

  while (span.start < span.end && g_unichar_isspace (get_char (self, span.start)))
    span.start = skip_char (self, span.start);
  while (span.end > span.start)
    {
      const char *last = g_utf8_prev_char (text + span.end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      span.end = (gsize) (last - text);
    }

  return span;
}

/* Returns: the place up to which all that is seen of @span is bold */
static gsize
find_bold_end (VacPieces *self,
               Span       span)
{
  for (gsize at = span.start; at < span.end; at = skip_char (self, at))
    if (self->bold->str[at] != 'b' && !g_unichar_isspace (get_char (self, at)))
      return at;

  return span.end;
}

static gboolean
is_colon (gunichar c)
{
  return c == ':' || c == 0xff1a;
}

/* All of it is bold, but for a colon perhaps. */
static gboolean
is_strong (VacPieces *self,
           Span       span)
{
  Span rest = trim (self, (Span) { find_bold_end (self, span), span.end });

  if (rest.start == span.start)
    return FALSE;

  return rest.start == rest.end ||
         (is_colon (get_char (self, rest.start)) && skip_char (self, rest.start) == rest.end);
}

/* Tells the bold words that @span begins with and that a colon ends. Returns: where the rest
 * begins; 0 when there are none */
static gsize
find_label (VacPieces *self,
            Span       span,
            Span      *label)
{
  const gsize bold_end = find_bold_end (self, span);
  Span bold = trim (self, (Span) { span.start, bold_end });
  gsize rest = bold_end;

  if (bold.start == bold.end || bold.end - bold.start > LONGEST_LABEL ||
      memchr (self->text->str + bold.start, '\n', bold.end - bold.start) != NULL)
    return 0;
  if (is_colon (get_char (self, bold_end)))
    rest = skip_char (self, bold_end);
  else
    {
      bold.end = (gsize) (g_utf8_prev_char (self->text->str + bold.end) - self->text->str);
      if (!is_colon (get_char (self, bold.end)))
        return 0;
    }
  *label = trim (self, bold);

  return label->start < label->end ? rest : 0;
}

static void
add_links (VacPieces *self,
           Span       span,
           GArray    *ranges)
{
  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    {
      const VacEmphasis *link = &g_array_index (self->links, VacEmphasis, i);
      VacEmphasis range = { MAX (link->start, span.start), MIN (link->end, span.end), NULL };

      if (range.start >= range.end)
        continue;
      range.start -= span.start;
      range.end -= span.start;
      range.uri = g_strdup (link->uri);
      g_array_append_val (ranges, range);
    }
}

/* Returns: (nullable): what is a link, and what is bold in the middle of a text; a line that is all
 * bold is something else, perhaps a heading */
static GArray *
list_parts (VacPieces   *self,
            Span         span,
            VacDraftPart what)
{
  g_autoptr (GArray) ranges = vac_emphasis_array_new ();
  g_autofree char *text = NULL;

  if (what.kind != VAC_DRAFT_PARAGRAPH && what.kind != VAC_DRAFT_BULLET)
    return NULL;
  add_links (self, span, ranges);
  for (gsize at = what.strong ? span.end : span.start; at < span.end; at++)
    {
      VacEmphasis bold = { at - span.start, 0, NULL };

      while (at < span.end && self->bold->str[at] == 'b')
        at++;
      bold.end = at - span.start;
      if (bold.end > bold.start)
        g_array_append_val (ranges, bold);
    }
  if (ranges->len == 0)
    return NULL;
  text = g_strndup (self->text->str + span.start, span.end - span.start);

  return vac_emphasis_array_tidy (ranges, text);
}

static void
add_span (VacPieces   *self,
          Span         span,
          VacDraftPart what,
          GPtrArray   *parts)
{
  Span label = { 0, 0 }, rest = trim (self, span);
  g_autofree char *text = NULL;
  VacDraftPart *part;
  gsize after = 0;

  if (rest.start == rest.end)
    return;
  if (what.kind == VAC_DRAFT_PARAGRAPH || what.kind == VAC_DRAFT_BULLET)
    {
      what.strong = is_strong (self, rest);
      after = what.strong ? 0 : find_label (self, rest, &label);
      if (after > 0)
        rest = trim (self, (Span) { after, rest.end });
    }
  text = g_strndup (self->text->str + rest.start, rest.end - rest.start);
  if (what.kind == VAC_DRAFT_HEADING || what.kind == VAC_DRAFT_TITLE)
    g_strdelimit (text, "\n\t", ' ');
  part = vac_pieces_add_part (parts, what.kind, text, what.origin);
  part->level = what.level;
  part->strong = what.strong;
  part->parts = list_parts (self, rest, what);
  if (after > 0)
    part->label = g_strndup (self->text->str + label.start, label.end - label.start);
}

/* Returns: where the first line of @span ends that is bold as a whole and goes before some that is
 * not: a heading that was set by a line break. The start of @span when there is none. */
static gsize
find_bold_line (VacPieces *self,
                Span       span)
{
  const char *end = memchr (self->text->str + span.start, '\n', span.end - span.start);
  const gsize line_end = end != NULL ? (gsize) (end - self->text->str) : span.start;
  const gsize bold_end = find_bold_end (self, span);

  return end != NULL && bold_end > line_end && bold_end < span.end &&
         trim (self, (Span) { line_end, bold_end }).start == bold_end
         ? line_end : span.start;
}

/* A paragraph that may hold several things, one a line: bullets that were typed, a heading. */
static void
add_lines (VacPieces   *self,
           Span         span,
           VacDraftPart what,
           GPtrArray   *parts)
{
  const gsize heading_end = find_bold_line (self, span);
  Span open = { span.start, span.start };
  VacDraftPart kind = what;

  if (heading_end > span.start)
    {
      add_span (self, (Span) { span.start, heading_end }, what, parts);
      open = (Span) { heading_end + 1, heading_end + 1 };
    }
  for (gsize at = open.start; at < span.end;)
    {
      const char *end = memchr (self->text->str + at, '\n', span.end - at);
      const gsize next = end != NULL ? (gsize) (end - self->text->str) + 1 : span.end;
      const gsize mark = vac_paste_measure_bullet (self->text->str + at);

      if (mark > 0 && at + mark <= next)
        {
          add_span (self, open, kind, parts);
          open.start = at + mark;
          kind.kind = VAC_DRAFT_BULLET;
          kind.level = MAX (what.level, 1);
        }
      open.end = next;
      at = next;
    }
  add_span (self, open, kind, parts);
}

/*
 * vac_pieces_finish:
 * @self: a paragraph that is complete
 * @kind: what it is
 * @level: of a heading or a bullet, from 1
 * @origin: (nullable): where it stands in the source
 * @parts: (element-type VacDraftPart): takes its parts
 *
 * A paragraph may turn out to be bullets that were typed, or to begin with a bold line. A blank one
 * has no part.
 */
void
vac_pieces_finish (VacPieces   *self,
                   VacDraftKind kind,
                   guint        level,
                   const char  *origin,
                   GPtrArray   *parts)
{
  const VacDraftPart what = { .kind = kind, .level = level, .origin = (char *) origin };
  const Span all = { 0, self->text->len };

  if (kind == VAC_DRAFT_PARAGRAPH || kind == VAC_DRAFT_BULLET)
    add_lines (self, trim (self, all), what, parts);
  else
    add_span (self, all, what, parts);
}
