/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-quote"

#include "config.h"

#include <string.h>

#include "vac-quote.h"

/* Enough to recognize a text by, in characters. */
#define LONGEST_QUOTE 40

/**
 * vac_quote_is_override:
 * @c: a character
 *
 * Embeddings and overrides of the direction (U+202A to U+202E) reach beyond the text that they
 * stand in and can make it read as another one: the Unicode standard (UAX 9, 2.7) asks for isolates
 * in their place. Marks and isolates, which right-to-left text needs, are not among them.
 *
 * Returns: whether @c is one that no text for readers may hold
 */
gboolean
vac_quote_is_override (gunichar c)
{
  return c >= 0x202a && c <= 0x202e;
}

/* Control characters, line and paragraph separators, and all that has the property Bidi_Control. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || vac_quote_is_override (c) ||
         c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2066 && c <= 0x2069);
}

/**
 * vac_quote_visible:
 * @text: from a document, a file or the command line
 * @kept: the control characters that are let through, such as "\n" where @text is several lines
 *
 * A terminal obeys control characters, and characters that set the direction can make a line read
 * as another one, so both are spelled out: "\u{1b}". What is not UTF-8 becomes U+FFFD.
 *
 * Returns: (transfer full): @text as it can be shown anywhere
 */
char *
vac_quote_visible (const char *text,
                   const char *kept)
{
  g_autofree char *valid = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL && kept != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid) + 1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) && strchr (kept, *p) == NULL)
        g_string_append_printf (out, "\\u{%x}", c);
      else
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/**
 * vac_quote_shorten:
 * @text: what a message is to quote
 *
 * Returns: (transfer full): @text, or as much of its beginning as is enough to recognize it, with
 *   "…"
 */
char *
vac_quote_shorten (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *start = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  if (g_utf8_strlen (valid, -1) <= LONGEST_QUOTE)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, LONGEST_QUOTE);

  return g_strconcat (g_strchomp (start), "…", NULL);
}
