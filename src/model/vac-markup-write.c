/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-markup-write"

#include "config.h"

#include <string.h>

#include "vac-markup.h"

/* How a text that is partly bold and linked is stored. */

/* How much of what could be taken for a mark gets a backslash. */
typedef enum
{
  ESCAPE_NONE,
  ESCAPE_LIKELY,   /* asterisks beside others or at the end of a part, brackets that close */
  ESCAPE_ALL,
  N_ESCAPES
} Escape;

static gboolean
is_boundary (const GArray *parts,
             gsize         at)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);

      if (part->start == at || part->end == at)
        return TRUE;
    }

  return FALSE;
}

static gboolean
needs_backslash (const char   *text,
                 gsize         at,
                 const GArray *parts,
                 Escape        escape)
{
  if (strchr ("*[]\\", text[at]) == NULL || escape == ESCAPE_NONE)
    return FALSE;
  if (escape == ESCAPE_ALL)
    return TRUE;
  switch (text[at])
    {
    case '*':
      return (at > 0 && text[at - 1] == '*') || text[at + 1] == '*' || is_boundary (parts, at) ||
             is_boundary (parts, at + 1);
    case ']':
      return text[at + 1] == '(' || parts != NULL;
    case '\\':
      return (text[at + 1] != '\0' && strchr ("*[]\\", text[at + 1]) != NULL) ||
             is_boundary (parts, at + 1);
    default:
      return FALSE;
    }
}

static void
append_end (GString           *out,
            const VacEmphasis *part)
{
  if (part->uri != NULL)
    g_string_append_printf (out, "](%s)", part->uri);
  else
    g_string_append (out, "**");
}

static char *
write_with (const char   *text,
            const GArray *parts,
            Escape        escape)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  const gsize length = strlen (text);
  guint next = 0;

  for (gsize at = 0; at <= length; at++)
    {
      while (open->len > 0 &&
             ((const VacEmphasis *) g_ptr_array_index (open, open->len - 1))->end == at)
        append_end (out, g_ptr_array_steal_index (open, open->len - 1));
      for (; parts != NULL && next < parts->len; next++)
        {
          VacEmphasis *part = &g_array_index (parts, VacEmphasis, next);

          if (part->start > at)
            break;
          g_string_append (out, part->uri != NULL ? "[" : "**");
          g_ptr_array_add (open, part);
        }
      if (at == length)
        break;
      if (needs_backslash (text, at, parts, escape))
        g_string_append_c (out, '\\');
      g_string_append_c (out, text[at]);
    }

  return g_string_free (out, FALSE);
}

static gboolean
are_equal (const GArray *parts,
           const GArray *others)
{
  const guint n = parts != NULL ? parts->len : 0;

  if (n != (others != NULL ? others->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);
      const VacEmphasis *other = &g_array_index (others, VacEmphasis, i);

      if (part->start != other->start || part->end != other->end ||
          g_strcmp0 (part->uri, other->uri) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
reads_as (const char   *stored,
          const char   *text,
          const GArray *parts)
{
  g_autoptr (VacMarkup) markup = vac_markup_new (stored);

  return g_str_equal (markup != NULL ? vac_markup_get_text (markup) : stored, text) &&
         are_equal (vac_markup_get_parts (markup), parts);
}

/**
 * vac_markup_write:
 * @text: what a reader sees
 * @parts: (nullable) (element-type VacEmphasis): what of it is bold or a link, in order
 *
 * Returns: (transfer full): how that is stored, with as few backslashes as it takes
 */
char *
vac_markup_write (const char   *text,
                  const GArray *parts)
{
  char *stored = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  for (Escape escape = ESCAPE_NONE; escape < N_ESCAPES; escape++)
    {
      g_free (stored);
      stored = write_with (text, parts, escape);
      if (reads_as (stored, text, parts))
        break;
    }

  return stored;
}

/**
 * vac_markup_escape:
 * @text: what a reader sees
 *
 * Returns: (transfer full): how that is stored, so that nothing in it is taken for a mark
 */
char *
vac_markup_escape (const char *text)
{
  return vac_markup_write (text, NULL);
}

static void
move_ends (GArray *parts,
           gsize   from,
           gsize   to,
           GArray *was)
{
  for (guint i = 0; i < parts->len; i++)
    {
      VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);
      const VacEmphasis *before = &g_array_index (was, VacEmphasis, i);

      if (before->start == from)
        part->start = to;
      if (before->end == from)
        part->end = to;
    }
}

/**
 * vac_emphasis_follow:
 * @parts: (element-type VacEmphasis): what of @text is bold or a link; becomes what is of @cleaned
 * @text: a text
 * @cleaned: the same without some of its characters, and with other white space
 *
 * Goes after a text that was cleaned. A part of which nothing is left is dropped.
 */
void
vac_emphasis_follow (GArray     *parts,
                     const char *text,
                     const char *cleaned)
{
  g_autoptr (GArray) was = NULL;
  const char *to = cleaned;

  g_return_if_fail (parts != NULL && text != NULL && cleaned != NULL);

  if (g_str_equal (text, cleaned))
    return;

  was = vac_emphasis_array_copy (parts);
  for (const char *from = text;; from = g_utf8_next_char (from))
    {
      const gunichar c = g_utf8_get_char (from), next = g_utf8_get_char (to);

      move_ends (parts, (gsize) (from - text), (gsize) (to - cleaned), was);
      if (c == '\0')
        break;
      if (next != '\0' && (c == next || (g_unichar_isspace (c) && g_unichar_isspace (next))))
        to = g_utf8_next_char (to);
    }
  for (guint i = parts->len; i > 0; i--)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i - 1);

      if (part->start >= part->end)
        g_array_remove_index (parts, i - 1);
    }
}
