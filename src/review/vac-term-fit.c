/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-term-fit"

#include "config.h"

#include <string.h>

#include "vac-term-fit.h"

/* What is suggested in place of words, as those words were written. */

/* How @words begin: in upper case throughout, each word with a capital, or the first one. */
static char *
fit_capitals (const char *suggestion,
              const char *words)
{
  GString *fitted = g_string_new (NULL);
  guint n_letters = 0, n_upper = 0, n_words = 0, n_capitals = 0;
  gunichar before = ' ';

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      n_letters += g_unichar_isalpha (c) ? 1 : 0;
      n_upper += g_unichar_isupper (c) ? 1 : 0;
      n_words += before == ' ' ? 1 : 0;
      n_capitals += before == ' ' && g_unichar_isupper (c) ? 1 : 0;
      before = c;
    }

  before = ' ';
  for (const char *p = suggestion; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gboolean is_first = p == suggestion;
      const gboolean upper = (n_letters > 3 && n_upper == n_letters) ||
                             (is_first && g_unichar_isupper (g_utf8_get_char (words))) ||
                             (n_words > 1 && n_capitals == n_words && before == ' ');

      before = g_utf8_get_char (p);
      g_string_append_unichar (fitted, upper ? g_unichar_toupper (before) : before);
    }

  return g_string_free (fitted, FALSE);
}

static char *
replace (const char *text,
         const char *mark,
         const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, mark, -1);

  return g_strjoinv (with, parts);
}

/*
 * vac_term_fit:
 * @suggestion: what to write instead, as in the data
 * @words: what was found
 *
 * Returns: (transfer full): "specialist(s)" in the number of @words, with their capitals; "\0 or
 *   more" after them, as they are
 */
char *
vac_term_fit (const char *suggestion,
              const char *words)
{
  g_autofree char *counted = NULL;
  gboolean is_plural;

  if (strstr (suggestion, "\\0") != NULL)
    return replace (suggestion, "\\0", words);
  is_plural = g_ascii_tolower (words[strlen (words) - 1]) == 's';
  counted = replace (suggestion, "(s)", is_plural ? "s" : "");

  return fit_capitals (counted, words);
}
