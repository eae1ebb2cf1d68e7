/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-heading-fold"

#include "config.h"

#include <string.h>

#include "vac-typed.h"
#include "vac-words-private.h"

/* Headings and labels as they are compared: in one spelling, without what adorns them. */

/* Between two words they mean the same as "&". */
static const char *const ands[] = { "and", "und", "et", "y", "e", "en", "och", "og", NULL };

/* Signs that people put around the words of a heading, and that say nothing. */
static gboolean
is_ornament (gunichar c)
{
  if (c < 0x80)
    return !g_ascii_isalnum ((char) c) && c != '(' && c != ')';

  return !g_unichar_isalnum (c);
}

static const char *
skip_ornaments (const char *p)
{
  while (*p != '\0' && is_ornament (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* Skips "1.", "(2)", "3 -", "a)", "iv." and the digit on a key; "100%" and "p. a." are words. */
static const char *
skip_number (const char *start)
{
  const char *p = *start == '(' ? start + 1 : start;
  const gsize n_digits = strspn (p, "0123456789."), n_roman = strspn (p, "ivx");
  const char *end = p + MAX (n_digits, n_roman);

  if (n_digits > 0)
    {
      if (end[-1] != '.' && *end != ')' && *end != ':' && !g_str_has_prefix (end, " -") &&
          !g_unichar_ismark (g_utf8_get_char (end)))
        return start;
    }
  else
    {
      end += n_roman == 0 && *p >= 'a' && *p <= 'h';
      if (end == p || (*end != '.' && *end != ')' && *end != ':') || end[1] != ' ')
        return start;
    }
  end = skip_ornaments (end + strspn (end, ").:"));

  return *end == '\0' || g_ascii_isdigit (*end) ? start : end;
}

/* The words of @p in letters, digits, apostrophes and parentheses, and "+" for "&" and the like. */
static GString *
spell_words (const char *p)
{
  GString *plain = g_string_new (" ");

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *start = p;
      gunichar c;

      while (g_ascii_isalnum (*p))
        p++;
      g_string_append_len (plain, start, p - start);
      if (*p == '\0')
        break;
      c = g_utf8_get_char (p);
      if (vac_typed_is_apostrophe (c) && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p))))
        g_string_append_c (plain, '\'');
      else if (c == '&' || c == '/' || c == '|' || c == '+' ||
               (c == '-' && p[1] == ' ' && g_str_has_suffix (plain->str, " ")))
        g_string_append (plain, " + ");
      else if (c == ' ' || c == '_')
        g_string_append_c (plain, ' ');
      else if (c == '-')               /* "e-mail" is "email" */
        g_string_append (plain, plain->len > 1 && plain->str[plain->len - 2] == ' ' ? "" : " ");
      else if (c == 0x131)             /* capitals of Turkish tell it from "i", other ones do not */
        g_string_append_c (plain, 'i');
      else if (!is_ornament (c))
        g_string_append_len (plain, p, g_utf8_skip[(guchar) *p]);
    }

  return plain;
}

static gboolean
is_and (const char *word,
        gsize       length)
{
  for (guint i = 0; ands[i] != NULL; i++)
    if (strncmp (ands[i], word, length) == 0 && ands[i][length] == '\0')
      return TRUE;

  return *word == '+';
}

/* Joins the words of @plain, and drops an "and" that joins nothing. */
static char *
join_words (GString *plain)
{
  GString *joined = g_string_sized_new (plain->len);
  const char *end = plain->str + plain->len;
  gboolean after_and = FALSE;

  while (end > plain->str && (end[-1] == ' ' || end[-1] == '+'))
    end--;
  for (const char *p = plain->str; p < end;)
    {
      const gsize length = strcspn (p, " ");
      const gboolean joins = is_and (p, length);

      if (length > 0 && !(joins && (joined->len == 0 ? *p == '+' : after_and)))
        {
          if (joined->len > 0)
            g_string_append_c (joined, ' ');
          after_and = joins && joined->len > 0;
          g_string_append_len (joined, after_and ? "+" : p, after_and ? 1 : (gssize) length);
        }
      p += length + 1;
    }

  return g_string_free (joined, FALSE);
}

/*
 * vac_heading_fold:
 * @text: a heading, a label, or the words for a choice
 *
 * Returns: (transfer full) (nullable): @text without regard to case, accents, hyphens and the
 *   shape of apostrophes, and without what adorns it ("✨ 1. WHAT YOU’LL DO:"), "and" being "+";
 *   %NULL when nothing is left, or it is too long
 */
char *
vac_heading_fold (const char *text)
{
  g_autofree char *folded = strlen (text) <= VAC_HEADING_LONGEST ? vac_typed_fold (text) : NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GString) plain = NULL;

  if (folded == NULL)
    return NULL;
  if (!g_str_is_ascii (folded))
    {
      char *bare = g_utf8_normalize (folded, -1, G_NORMALIZE_NFD);

      g_free (folded);
      folded = bare;
    }
  plain = spell_words (skip_number (skip_ornaments (folded)));
  joined = join_words (plain);

  return *joined != '\0' ? g_steal_pointer (&joined) : NULL;
}

/*
 * vac_heading_fold_pattern:
 * @text: words that are looked for, perhaps with a star
 *
 * Returns: (transfer full): what match() compares with
 */
char *
vac_heading_fold_pattern (const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, "*", 2);

  for (guint i = 0; ends[i] != NULL; i++)
    {
      char *folded = vac_heading_fold (ends[i]);

      g_free (ends[i]);
      ends[i] = folded != NULL ? folded : g_strdup ("");
    }

  return g_strjoinv ("*", ends);
}
