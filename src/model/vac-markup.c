/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-markup"

#include "config.h"

#include <string.h>

#include "vac-link.h"
#include "vac-markup-private.h"

/**
 * VacMarkup:
 *
 * What a reader sees of a text that is stored with marks, and which parts of it are bold or links.
 * The marks are a small subset of Markdown:
 *
 * - "**words**" is bold. Two asterisks, neither more nor fewer; the words neither begin nor end
 *   with white space.
 * - "[words](https://example.com/)" is a link. Square brackets among the words come in pairs. The
 *   address has no white space and no parentheses, and is one that vac_link_make_safe() lets
 *   through: http, https, mailto or tel. There is no link within a link.
 * - A backslash before an asterisk, a square bracket or a backslash takes what follows for itself;
 *   before anything else it is a backslash.
 *
 * Both stay within their line, and one may be in the other. Whatever is not one of these is what it
 * looks like. Addresses that are written out are links by themselves, which is not stored: exports
 * find them with vac_link_find().
 */
struct _VacMarkup
{
  char   *text;
  GArray *parts;    /* of VacEmphasis: in their order, the outer before the inner */
  GArray *pieces;   /* of Piece */
};

/* From @shown on, the bytes that are seen are those that are stored from @stored on. */
typedef struct
{
  gsize shown;
  gsize stored;
} Piece;

/* What begins a part, and may turn out to be just what it looks like. */
typedef struct
{
  gsize    stored;
  gboolean bold;
} Opener;

/* Where a part's marks are in the stored text, to be left out of what is seen. */
typedef struct
{
  gsize start;
  gsize length;
} Hidden;

typedef struct
{
  const char *stored;
  GArray     *openers;   /* of Opener */
  GArray     *parts;     /* of VacEmphasis, by bytes of the stored text */
  GArray     *hidden;    /* of Hidden */
} Parser;

static void
clear_part (gpointer data)
{
  g_free (((VacEmphasis *) data)->uri);
}

/**
 * vac_emphasis_array_new:
 *
 * Returns: (transfer full) (element-type VacEmphasis): no parts; the array owns what is added
 */
GArray *
vac_emphasis_array_new (void)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (VacEmphasis));

  g_array_set_clear_func (parts, clear_part);

  return parts;
}

/**
 * vac_emphasis_array_copy:
 * @parts: (nullable) (element-type VacEmphasis): parts of a text
 *
 * Returns: (transfer full) (nullable): the same parts; %NULL for %NULL
 */
GArray *
vac_emphasis_array_copy (const GArray *parts)
{
  GArray *copy = parts != NULL ? vac_emphasis_array_new () : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      VacEmphasis part = g_array_index (parts, VacEmphasis, i);

      part.uri = g_strdup (part.uri);
      g_array_append_val (copy, part);
    }

  return copy;
}

/*
 * vac_emphasis_compare:
 *
 * Returns: as strcmp(): the order of parts, in which an outer one comes before what is in it
 */
int
vac_emphasis_compare (gconstpointer a,
                      gconstpointer b)
{
  const VacEmphasis *part = a, *other = b;

  if (part->start != other->start)
    return part->start < other->start ? -1 : 1;
  if (part->end != other->end)
    return part->end > other->end ? -1 : 1;

  return (part->uri != NULL) - (other->uri != NULL);
}

static gboolean
is_escape (const char *at)
{
  return at[0] == '\\' && at[1] != '\0' && strchr ("*[]\\", at[1]) != NULL;
}

static gboolean
is_white (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* The text cannot have a mark or an escape; nearly none has. */
static gboolean
is_evidently_plain (const char *text)
{
  if (strpbrk (text, "*[\\") == NULL)
    return TRUE;
  if (strstr (text, "**") != NULL || strstr (text, "](") != NULL)
    return FALSE;
  for (const char *at = strchr (text, '\\'); at != NULL; at = strchr (at + 1, '\\'))
    if (is_escape (at))
      return FALSE;

  return TRUE;
}

static void
hide (Parser *self,
      gsize   start,
      gsize   length)
{
  const Hidden hidden = { start, length };

  g_array_append_val (self->hidden, hidden);
}

static void
push (Parser  *self,
      gsize    stored,
      gboolean bold)
{
  const Opener opener = { .stored = stored, .bold = bold };

  g_array_append_val (self->openers, opener);
}

/* Returns: which of the openers is the last of its kind; their number for none */
static guint
find_opener (Parser  *self,
             gboolean bold)
{
  for (guint i = self->openers->len; i > 0; i--)
    if (g_array_index (self->openers, Opener, i - 1).bold == bold)
      return i - 1;

  return self->openers->len;
}

static void
add_part (Parser *self,
          gsize   start,
          gsize   end,
          char   *uri)
{
  const VacEmphasis part = { start, end, uri };

  g_array_append_val (self->parts, part);
}

/* What opens after an opener that was closed is what it looks like. */
static void
meet_asterisks (Parser *self,
                gsize   at)
{
  const char *after = self->stored + at + 2;
  const gboolean opens = *after != '\0' && !is_white (after);
  const gboolean closes = at > 0 && !is_white (g_utf8_prev_char (self->stored + at));
  const guint found = opens || closes ? find_opener (self, TRUE) : self->openers->len;

  if (closes && found < self->openers->len)
    {
      const gsize start = g_array_index (self->openers, Opener, found).stored;

      add_part (self, start + 2, at, NULL);
      hide (self, start, 2);
      hide (self, at, 2);
      g_array_set_size (self->openers, found);
      return;
    }
  if (!opens)
    return;
  if (found < self->openers->len)
    g_array_remove_index (self->openers, found);
  push (self, at, TRUE);
}

/* Returns: (nullable): where the address of a link ends whose "](" is at @at, at its parenthesis */
static const char *
match_address (const char  *at,
               char       **uri)
{
  const char *start = at + 2;
  const char *end = start + strcspn (start, " \t\r\n()<>");
  g_autofree char *address = NULL;

  if (*end != ')' || end == start)
    return NULL;
  address = g_strndup (start, (gsize) (end - start));
  *uri = vac_link_make_safe (address);

  return *uri != NULL ? end : NULL;
}

/* Returns: how many bytes are dealt with */
static gsize
meet_bracket (Parser *self,
              gsize   at)
{
  const guint found = find_opener (self, FALSE);
  const char *end = NULL;
  gsize start, length;
  char *uri;

  if (found == self->openers->len)
    return 1;
  start = g_array_index (self->openers, Opener, found).stored;
  if (start + 1 < at && self->stored[at + 1] == '(')
    end = match_address (self->stored + at, &uri);
  if (end == NULL)
    {
      g_array_remove_index (self->openers, found);
      return 1;
    }

  length = (gsize) (end + 1 - (self->stored + at));
  add_part (self, start + 1, at, uri);
  hide (self, start, 1);
  hide (self, at, length);
  g_array_set_size (self->openers, found);
  /* No link is in a link. */
  for (guint i = self->openers->len; i > 0; i--)
    if (!g_array_index (self->openers, Opener, i - 1).bold)
      g_array_remove_index (self->openers, i - 1);

  return length;
}

static void
parse (Parser *self)
{
  for (gsize at = 0; self->stored[at] != '\0';)
    {
      const char *p = self->stored + at;
      gsize length = 1;

      if (is_escape (p))
        {
          hide (self, at, 1);
          length = 2;
        }
      else if (*p == '\n')
        {
          g_array_set_size (self->openers, 0);
        }
      else if (*p == '*')
        {
          length = strspn (p, "*");
          if (length == 2)
            meet_asterisks (self, at);
        }
      else if (*p == '[')
        {
          push (self, at, FALSE);
        }
      else if (*p == ']')
        {
          length = meet_bracket (self, at);
        }
      at += length;
    }
}

static int
compare_hidden (gconstpointer a,
                gconstpointer b)
{
  const Hidden *hidden = a, *other = b;

  return hidden->start < other->start ? -1 : 1;
}

static VacMarkup *
show (Parser *self)
{
  VacMarkup *markup = g_new (VacMarkup, 1);
  GString *text = g_string_new (NULL);
  gsize done = 0;

  markup->pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), self->hidden->len + 1);
  g_array_sort (self->hidden, compare_hidden);
  for (guint i = 0; i <= self->hidden->len; i++)
    {
      const Hidden *hidden = i < self->hidden->len ? &g_array_index (self->hidden, Hidden, i)
                                                   : NULL;
      const gsize end = hidden != NULL ? hidden->start : strlen (self->stored);
      const Piece piece = { text->len, done };

      g_array_append_val (markup->pieces, piece);
      g_string_append_len (text, self->stored + done, (gssize) (end - done));
      done = hidden != NULL ? end + hidden->length : end;
    }
  markup->text = g_string_free (text, FALSE);
  markup->parts = g_array_ref (self->parts);
  for (guint i = 0; i < self->parts->len; i++)
    {
      VacEmphasis *part = &g_array_index (self->parts, VacEmphasis, i);

      part->start = vac_markup_from_stored (markup, part->start);
      part->end = vac_markup_from_stored (markup, part->end);
    }
  g_array_sort (markup->parts, vac_emphasis_compare);

  return markup;
}

/**
 * vac_markup_new:
 * @stored: a text as the document holds it
 *
 * Returns: (transfer full) (nullable): what a reader sees of it; %NULL when that is just @stored,
 *   which is told at once of nearly every text
 */
VacMarkup *
vac_markup_new (const char *stored)
{
  Parser self = { .stored = stored };
  VacMarkup *markup = NULL;

  g_return_val_if_fail (stored != NULL, NULL);

  if (is_evidently_plain (stored))
    return NULL;

  self.openers = g_array_new (FALSE, FALSE, sizeof (Opener));
  self.parts = vac_emphasis_array_new ();
  self.hidden = g_array_new (FALSE, FALSE, sizeof (Hidden));
  parse (&self);
  if (self.hidden->len > 0)
    markup = show (&self);
  g_array_unref (self.openers);
  g_array_unref (self.parts);
  g_array_unref (self.hidden);

  return markup;
}

/**
 * vac_markup_copy:
 * @self: (nullable): what a reader sees of a text
 *
 * Returns: (transfer full) (nullable): the same; %NULL for %NULL
 */
VacMarkup *
vac_markup_copy (const VacMarkup *self)
{
  VacMarkup *copy;

  if (self == NULL)
    return NULL;

  copy = g_new (VacMarkup, 1);
  copy->text = g_strdup (self->text);
  copy->parts = vac_emphasis_array_copy (self->parts);
  copy->pieces = g_array_copy (self->pieces);

  return copy;
}

/**
 * vac_markup_free:
 * @self: (transfer full) (nullable): what a reader sees of a text
 */
void
vac_markup_free (VacMarkup *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_array_unref (self->parts);
  g_array_unref (self->pieces);
  g_free (self);
}

/**
 * vac_markup_get_text:
 * @self: what a reader sees of a text
 *
 * Returns: (transfer none): the text without its marks
 */
const char *
vac_markup_get_text (const VacMarkup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * vac_markup_get_parts:
 * @self: (nullable): what a reader sees of a text
 *
 * Returns: (transfer none) (nullable) (element-type VacEmphasis): what of it is bold or a link, in
 *   its order, the outer before the inner; %NULL for nothing
 */
const GArray *
vac_markup_get_parts (const VacMarkup *self)
{
  return self != NULL && self->parts->len > 0 ? self->parts : NULL;
}

/* How much of the text is seen up to the end of a piece. */
static gsize
count_shown (const VacMarkup *self,
             guint            piece)
{
  return piece + 1 < self->pieces->len ? g_array_index (self->pieces, Piece, piece + 1).shown
                                       : strlen (self->text);
}

/* Returns: the last piece that begins at a place or before it */
static guint
find_piece (const VacMarkup *self,
            gboolean         stored,
            gsize            offset)
{
  guint first = 0, last = self->pieces->len;

  while (last - first > 1)
    {
      const guint middle = first + (last - first) / 2;
      const Piece *piece = &g_array_index (self->pieces, Piece, middle);

      if ((stored ? piece->stored : piece->shown) <= offset)
        first = middle;
      else
        last = middle;
    }

  return first;
}

/**
 * vac_markup_to_stored:
 * @self: (nullable): what a reader sees of a text
 * @offset: where a character that is seen begins, in bytes
 *
 * Returns: where it begins in the stored text; the end of that for the end of what is seen
 */
gsize
vac_markup_to_stored (const VacMarkup *self,
                      gsize            offset)
{
  const Piece *piece;

  if (self == NULL)
    return offset;
  piece = &g_array_index (self->pieces, Piece, find_piece (self, FALSE, offset));

  return piece->stored + (offset - piece->shown);
}

/**
 * vac_markup_to_stored_end:
 * @self: (nullable): what a reader sees of a text
 * @offset: where a character that is seen ends, in bytes
 *
 * Returns: where it ends in the stored text, before marks that follow it
 */
gsize
vac_markup_to_stored_end (const VacMarkup *self,
                          gsize            offset)
{
  return self != NULL && offset > 0 ? vac_markup_to_stored (self, offset - 1) + 1 : offset;
}

/**
 * vac_markup_from_stored:
 * @self: (nullable): what a reader sees of a text
 * @offset: a place in the stored text, in bytes
 *
 * Returns: the place in what is seen; for one in a mark, where the mark is not seen
 */
gsize
vac_markup_from_stored (const VacMarkup *self,
                        gsize            offset)
{
  const Piece *piece;
  guint position;

  if (self == NULL)
    return offset;
  position = find_piece (self, TRUE, offset);
  piece = &g_array_index (self->pieces, Piece, position);

  return MIN (piece->shown + (offset - piece->stored), count_shown (self, position));
}

/**
 * vac_markup_get_sign:
 * @self: what a reader sees of a text
 * @position: which of the signs that are not seen, from 0
 * @start: (out): where it begins in the stored text, in bytes
 * @end: (out): where it ends
 *
 * Returns: whether there are so many
 */
gboolean
vac_markup_get_sign (const VacMarkup *self,
                     guint            position,
                     gsize           *start,
                     gsize           *end)
{
  const Piece *piece;

  g_return_val_if_fail (self != NULL && start != NULL && end != NULL, FALSE);

  if (position + 1 >= self->pieces->len)
    return FALSE;
  piece = &g_array_index (self->pieces, Piece, position);
  *start = piece->stored + (piece[1].shown - piece->shown);
  *end = piece[1].stored;

  return TRUE;
}

/**
 * vac_markup_is_plain:
 * @text: a text
 *
 * Returns: whether a reader sees just @text when it is stored as it is
 */
gboolean
vac_markup_is_plain (const char *text)
{
  g_autoptr (VacMarkup) markup = vac_markup_new (text);

  return markup == NULL;
}
