/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-markup-edit"

#include "config.h"

#include <string.h>

#include "vac-link.h"
#include "vac-markup-private.h"

/* Texts with marks are changed as readers see them, and then written down anew. */

/* A text byte by byte. */
typedef struct
{
  GString   *text;
  GString   *bold;    /* 1 where it is, for each byte of the text */
  GArray    *links;   /* of guint: likewise: the number of the link that it is in, or 0 */
  GPtrArray *uris;    /* by number */
} Canvas;

static void
canvas_init (Canvas       *self,
             const char   *text,
             const GArray *parts)
{
  const gsize length = strlen (text);

  self->text = g_string_new (text);
  self->bold = g_string_sized_new (length + 1);
  g_string_set_size (self->bold, length);
  memset (self->bold->str, 0, length);
  self->links = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->links, (guint) length);
  self->uris = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->uris, NULL);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);

      if (part->uri == NULL)
        memset (self->bold->str + part->start, 1, part->end - part->start);
      for (gsize j = part->start; part->uri != NULL && j < part->end; j++)
        g_array_index (self->links, guint, j) = self->uris->len;
      if (part->uri != NULL)
        g_ptr_array_add (self->uris, g_strdup (part->uri));
    }
}

static void
canvas_clear (Canvas *self)
{
  if (self->text == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_string_free (self->bold, TRUE);
  g_array_unref (self->links);
  g_ptr_array_unref (self->uris);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Canvas, canvas_clear)

static guint
get_link (const Canvas *self,
          gsize         at)
{
  return g_array_index (self->links, guint, at);
}

static void
set_link (Canvas *self,
          gsize   start,
          gsize   end,
          guint   link)
{
  for (gsize i = start; i < end; i++)
    g_array_index (self->links, guint, i) = link;
}

static gboolean
is_white_at (const Canvas *self,
             const char   *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* Takes the white space at both ends out of a stretch. */
static void
trim (const Canvas *self,
      gsize        *start,
      gsize        *end)
{
  const char *first = self->text->str + *start;
  const char *last = self->text->str + *end;

  while (first < last && is_white_at (self, first))
    first = g_utf8_next_char (first);
  while (last > first && is_white_at (self, g_utf8_prev_char (last)))
    last = g_utf8_prev_char (last);
  *start = (gsize) (first - self->text->str);
  *end = (gsize) (last - self->text->str);
}

static gsize
find_link_start (const Canvas *self,
                 gsize         at)
{
  const guint link = get_link (self, at);

  while (at > 0 && get_link (self, at - 1) == link && self->text->str[at - 1] != '\n')
    at--;

  return at;
}

static gsize
find_link_end (const Canvas *self,
               gsize         at)
{
  const guint link = get_link (self, at);

  while (at < self->text->len && get_link (self, at) == link && self->text->str[at] != '\n')
    at++;

  return at;
}

/* Adds a stretch that is bold; where it would cross an end of a link, in two pieces. */
static void
add_bold (const Canvas *self,
          GArray       *parts,
          gsize         start,
          gsize         end)
{
  VacEmphasis part = { start, end, NULL };
  gsize middle;

  trim (self, &part.start, &part.end);
  if (part.start == part.end)
    return;

  middle = get_link (self, part.start) != 0 && find_link_start (self, part.start) < part.start
               ? find_link_end (self, part.start) : part.end;
  if (middle >= part.end && get_link (self, part.end - 1) != 0 &&
      find_link_end (self, part.end - 1) > part.end)
    middle = find_link_start (self, part.end - 1);
  if (middle <= part.start || middle >= part.end)
    {
      g_array_append_val (parts, part);
      return;
    }
  add_bold (self, parts, part.start, middle);
  add_bold (self, parts, middle, part.end);
}

static GArray *
make_parts (const Canvas *self)
{
  GArray *parts = vac_emphasis_array_new ();

  for (gsize at = 0; at < self->text->len;)
    {
      const guint link = get_link (self, at);
      const gsize end = find_link_end (self, at);

      if (link != 0 && end > at)
        {
          const VacEmphasis part = { at, end, g_strdup (g_ptr_array_index (self->uris, link)) };

          g_array_append_val (parts, part);
        }
      at = MAX (end, at + 1);   /* a line end belongs to no link */
    }
  for (gsize at = 0; at < self->text->len;)
    {
      gsize end = at;

      while (end < self->text->len && self->bold->str[end] && self->text->str[end] != '\n')
        end++;
      add_bold (self, parts, at, end);
      at = MAX (end, at + 1);
    }
  g_array_sort (parts, vac_emphasis_compare);

  return parts;
}

/**
 * vac_emphasis_array_tidy:
 * @ranges: (element-type VacEmphasis): stretches of @text that are bold or a link, in any order;
 *   they may overlap, and have white space at their ends
 * @text: what a reader sees
 *
 * Returns: (transfer full) (nullable) (element-type VacEmphasis): the same as parts of @text, in
 *   order; an address that is a link by itself is none of them. %NULL for none.
 */
GArray *
vac_emphasis_array_tidy (const GArray *ranges,
                         const char   *text)
{
  g_auto (Canvas) canvas = { NULL };
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (ranges != NULL && text != NULL, NULL);

  canvas_init (&canvas, text, ranges);
  parts = make_parts (&canvas);
  for (guint i = parts->len; i > 0; i--)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i - 1);
      g_autofree char *words = g_strndup (text + part->start, part->end - part->start);
      VacLinkSpan span;

      if (part->uri == NULL || !vac_link_find (words, 0, &span))
        continue;
      if (span.start == 0 && words[span.end] == '\0')
        g_array_remove_index (parts, i - 1);
      g_free (span.uri);
    }

  return parts->len > 0 ? g_steal_pointer (&parts) : NULL;
}

static char *
write_canvas (const Canvas *self,
              gsize        *start,
              gsize        *end)
{
  g_autoptr (GArray) parts = make_parts (self);
  char *stored = vac_markup_write (self->text->str, parts);
  g_autoptr (VacMarkup) markup = vac_markup_new (stored);

  if (start != NULL)
    *start = vac_markup_to_stored (markup, *start);
  if (end != NULL)
    *end = vac_markup_to_stored_end (markup, *end);

  return stored;
}

/* Whether all of a stretch is bold. */
static gboolean
is_bold (const Canvas *self,
         gsize         start,
         gsize         end)
{
  return memchr (self->bold->str + start, 0, end - start) == NULL;
}

/* Returns: the link that all of a stretch is in, or 0 */
static guint
get_common_link (const Canvas *self,
                 gsize         start,
                 gsize         end)
{
  for (gsize i = start + 1; i < end; i++)
    if (get_link (self, i) != get_link (self, start))
      return 0;

  return get_link (self, start);
}

/* Puts words in the place of others, which they look like. */
static void
replace (Canvas     *self,
         gsize       start,
         gsize       end,
         const char *text)
{
  const gsize length = strlen (text);
  const gboolean inside = end > start || (start > 0 && start < self->text->len);
  const gsize first = end > start ? start : start - 1, last = MAX (end, start + 1);
  const gboolean bold = inside && is_bold (self, first, last);
  const guint link = inside ? get_common_link (self, first, last) : 0;
  const gsize old_length = self->text->len;

  g_string_erase (self->text, (gssize) start, (gssize) (end - start));
  g_string_insert (self->text, (gssize) start, text);
  g_string_erase (self->bold, (gssize) start, (gssize) (end - start));
  for (gsize i = 0; i < length; i++)
    g_string_insert_c (self->bold, (gssize) (start + i), (char) bold);
  g_array_set_size (self->links, (guint) MAX (old_length, self->text->len));
  memmove (&g_array_index (self->links, guint, start + length),
           &g_array_index (self->links, guint, end), (old_length - end) * sizeof (guint));
  g_array_set_size (self->links, (guint) self->text->len);
  set_link (self, start, start + length, link);
}

/* What stands in it has no asterisk, bracket or backslash, and can neither be nor become a mark. */
static gboolean
is_harmless (const char *text)
{
  return strpbrk (text, "*[]\\") == NULL;
}

static char *
splice_plain (const char   *stored,
              const GArray *passages,
              const char   *text)
{
  GString *result = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const VacPassage *passage = &g_array_index (passages, VacPassage, i);

      g_string_append_len (result, stored + done, (gssize) (passage->start - done));
      g_string_append (result, text);
      done = passage->start + passage->length;
    }
  g_string_append (result, stored + done);

  return g_string_free (result, FALSE);
}

/**
 * vac_markup_splice_all:
 * @stored: a text as it is stored
 * @passages: (element-type VacPassage): words in it, in their order
 * @text: what a reader shall see in the place of each
 *
 * Parts around the words stay. What was within a part is in it afterwards; of words that were bold
 * or linked only in part, what comes in their place is neither.
 *
 * Returns: (transfer full): how the text is stored with @text in it
 */
char *
vac_markup_splice_all (const char   *stored,
                       const GArray *passages,
                       const char   *text)
{
  g_autoptr (VacMarkup) markup = NULL;
  g_auto (Canvas) canvas = { NULL };

  g_return_val_if_fail (stored != NULL && passages != NULL && text != NULL, NULL);

  if (is_harmless (stored) && is_harmless (text))
    return splice_plain (stored, passages, text);

  markup = vac_markup_new (stored);
  canvas_init (&canvas, markup != NULL ? vac_markup_get_text (markup) : stored,
               vac_markup_get_parts (markup));
  for (guint i = passages->len; i > 0; i--)
    {
      const VacPassage *passage = &g_array_index (passages, VacPassage, i - 1);

      replace (&canvas, vac_markup_from_stored (markup, passage->start),
               vac_markup_from_stored (markup, passage->start + passage->length), text);
    }

  return write_canvas (&canvas, NULL, NULL);
}

/**
 * vac_markup_splice:
 * @stored: a text as it is stored
 * @start: where in it words begin, in bytes
 * @end: where they end
 * @text: what a reader shall see in their place
 *
 * Does vac_markup_splice_all() with one passage.
 *
 * Returns: (transfer full): how the text is stored with @text in it
 */
char *
vac_markup_splice (const char *stored,
                   gsize       start,
                   gsize       end,
                   const char *text)
{
  const VacPassage passage = { start, end - start };
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (VacPassage));

  g_return_val_if_fail (stored != NULL && start <= end && end <= strlen (stored), NULL);

  g_array_append_val (passages, passage);

  return vac_markup_splice_all (stored, passages, text);
}

static gboolean
is_of_word (const char *at)
{
  const gunichar c = g_utf8_get_char (at);

  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_' || c == '\'' || c == 0x2019;
}

/* The word around a place, if nothing is chosen. */
static void
choose_word (const Canvas *self,
             gsize        *start,
             gsize        *end)
{
  const char *text = self->text->str;
  const char *first = text + *start;
  const char *last = text + *end;

  if (first < last)
    return;
  while (first > text && is_of_word (g_utf8_prev_char (first)))
    first = g_utf8_prev_char (first);
  while (*last != '\0' && is_of_word (last))
    last = g_utf8_next_char (last);
  *start = (gsize) (first - text);
  *end = (gsize) (last - text);
}

/* What is chosen of a stored text, as readers see it: without white space around it. */
static VacMarkup *
begin (Canvas     *self,
       const char *stored,
       gsize      *start,
       gsize      *end)
{
  VacMarkup *markup = vac_markup_new (stored);

  *start = vac_markup_from_stored (markup, *start);
  *end = vac_markup_from_stored (markup, *end);
  canvas_init (self, markup != NULL ? vac_markup_get_text (markup) : stored,
               vac_markup_get_parts (markup));
  choose_word (self, start, end);
  trim (self, start, end);

  return markup;
}

static gboolean
is_all_bold (const Canvas *self,
             gsize         start,
             gsize         end)
{
  for (gsize i = start; i < end; i++)
    if (!self->bold->str[i] && !g_ascii_isspace (self->text->str[i]))
      return FALSE;

  return TRUE;
}

/**
 * vac_markup_toggle_bold:
 * @stored: a text as it is stored
 * @start: (inout): where in it the chosen words begin, in bytes; where they do afterwards
 * @end: (inout): where they end, or @start for the word around it
 *
 * Returns: (transfer full) (nullable): how the text is stored with these words bold, or not bold if
 *   all of them were; %NULL where there is no word
 */
char *
vac_markup_toggle_bold (const char *stored,
                        gsize      *start,
                        gsize      *end)
{
  g_auto (Canvas) canvas = { NULL };
  g_autoptr (VacMarkup) markup = NULL;
  gsize first, last;

  g_return_val_if_fail (stored != NULL && start != NULL && end != NULL, NULL);
  g_return_val_if_fail (*start <= *end && *end <= strlen (stored), NULL);

  first = *start;
  last = *end;
  markup = begin (&canvas, stored, &first, &last);
  if (first == last)
    return NULL;
  memset (canvas.bold->str + first, !is_all_bold (&canvas, first, last), last - first);
  *start = first;
  *end = last;

  return write_canvas (&canvas, start, end);
}

/* Takes away the links that have something in common with a stretch. */
static void
drop_links (Canvas *self,
            gsize   start,
            gsize   end)
{
  for (gsize i = start; i < end; i++)
    if (get_link (self, i) != 0)
      {
        const gsize link_start = find_link_start (self, i);

        set_link (self, link_start, find_link_end (self, i), 0);
      }
}

/**
 * vac_markup_set_link:
 * @stored: a text as it is stored
 * @start: (inout): where in it the chosen words begin, in bytes; where they do afterwards
 * @end: (inout): where they end, or @start for the word around it
 * @uri: where they shall lead; empty for nowhere
 *
 * Where there is no word, the address itself is put in, which is a link by itself. Of several lines
 * only words in the first become a link.
 *
 * Returns: (transfer full) (nullable): how the text is stored then; %NULL if @uri is none that
 *   vac_link_make_safe() lets through
 */
char *
vac_markup_set_link (const char *stored,
                     gsize      *start,
                     gsize      *end,
                     const char *uri)
{
  g_auto (Canvas) canvas = { NULL };
  g_autoptr (VacMarkup) markup = NULL;
  g_autofree char *safe = NULL;
  gsize first, last;
  const char *line_end;

  g_return_val_if_fail (stored != NULL && start != NULL && end != NULL && uri != NULL, NULL);
  g_return_val_if_fail (*start <= *end && *end <= strlen (stored), NULL);

  safe = vac_link_make_safe (uri);
  if (safe == NULL && *uri != '\0')
    return NULL;

  first = *start;
  last = *end;
  markup = begin (&canvas, stored, &first, &last);
  line_end = memchr (canvas.text->str + first, '\n', last - first);
  if (line_end != NULL)
    last = (gsize) (line_end - canvas.text->str);
  trim (&canvas, &first, &last);
  drop_links (&canvas, first, last);
  if (first == last && safe != NULL)
    {
      replace (&canvas, first, last, safe);
      last = first + strlen (safe);
    }
  else if (safe != NULL)
    {
      set_link (&canvas, first, last, canvas.uris->len);
      g_ptr_array_add (canvas.uris, g_steal_pointer (&safe));
    }
  *start = first;
  *end = last;

  return write_canvas (&canvas, start, end);
}

/**
 * vac_markup_find_link:
 * @stored: a text as it is stored
 * @start: (inout): where in it the chosen words begin, in bytes; where those of the link do
 * @end: (inout): where they end
 *
 * Returns: (transfer full) (nullable): where the first link leads that has something in common with
 *   the chosen words; %NULL if none does
 */
char *
vac_markup_find_link (const char *stored,
                      gsize      *start,
                      gsize      *end)
{
  g_autoptr (VacMarkup) markup = NULL;
  const GArray *parts;
  gsize first, last;

  g_return_val_if_fail (stored != NULL && start != NULL && end != NULL, NULL);

  markup = vac_markup_new (stored);
  parts = vac_markup_get_parts (markup);
  first = vac_markup_from_stored (markup, *start);
  last = vac_markup_from_stored (markup, *end);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);

      if (part->uri == NULL || part->end < first || part->start > last ||
          (first < last && (part->end == first || part->start == last)))
        continue;
      *start = vac_markup_to_stored (markup, part->start);
      *end = vac_markup_to_stored_end (markup, part->end);
      return g_strdup (part->uri);
    }

  return NULL;
}
