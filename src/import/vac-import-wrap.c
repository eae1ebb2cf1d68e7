/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-wrap"

#include "config.h"

#include <string.h>

#include "vac-clause.h"
#include "vac-import-wrap.h"

/* Lines that a program broke are put together again. */

/* "Haupt- und Nebenberuf": the hyphen stands for what follows later. */
static gboolean
is_conjunction (const char *text,
                const char *language)
{
  const VacClause clause = { language, text, text + strlen (text) };

  return vac_clause_match (&clause, text, VAC_CLUE_HYPHEN) != NULL;
}

/* "harbor-" of "jobs@harbor-general.example": the hyphen belongs to it. */
static gboolean
ends_in_address (const char *text,
                 const char *end)
{
  const char *start = end;

  while (start > text && !g_ascii_isspace (start[-1]))
    start--;

  return memchr (start, '@', (gsize) (end - start)) != NULL ||
         g_strstr_len (start, end - start, "://") != NULL || g_str_has_prefix (start, "www.");
}

/*
 * vac_wrap_get_between:
 * @before: a line
 * @length: its length in bytes
 * @after: the line that goes on where it ends
 * @language: the language that they are in
 * @n_dropped: (out): how many bytes at the end of @before are a hyphen that only broke a word
 *
 * Returns: (transfer none): what belongs between them: nothing after a hyphen and in scripts
 *   without blanks, otherwise a blank
 */
const char *
vac_wrap_get_between (const char *before,
                      gsize       length,
                      const char *after,
                      const char *language,
                      gsize      *n_dropped)
{
  const char *end = g_utf8_find_prev_char (before, before + length);
  const gunichar last = end != NULL ? g_utf8_get_char (end) : 0;
  const gunichar next = g_utf8_get_char (after);
  const gboolean is_hyphen = last == '-' || last == 0x2010 || last == 0xad;
  const char *letter = is_hyphen ? g_utf8_find_prev_char (before, end) : NULL;

  *n_dropped = 0;
  if (letter != NULL && g_unichar_isalpha (g_utf8_get_char (letter)))
    {
      if (!g_unichar_islower (next) || ends_in_address (before, end))
        return "";
      if (is_conjunction (after, language))
        return " ";
      *n_dropped = (gsize) (before + length - end);
      return "";
    }

  return g_unichar_iswide (last) && g_unichar_iswide (next) ? "" : " ";
}

/*
 * vac_wrap_join:
 * @before: a line, without blanks at its end
 * @after: the line that goes on where it ends, without blanks before it
 * @language: the language that they are in
 *
 * Appends @after.
 */
void
vac_wrap_join (GString    *before,
               const char *after,
               const char *language)
{
  gsize n_dropped;
  const char *between = vac_wrap_get_between (before->str, before->len, after, language,
                                              &n_dropped);

  g_string_truncate (before, before->len - n_dropped);
  g_string_append (before, between);
  g_string_append (before, after);
}
