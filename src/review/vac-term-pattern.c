/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-term-pattern"

#include "config.h"

#include <string.h>

#include "vac-term-pattern.h"

/*
 * One pattern of many, sorted by what they begin with. An alternation is tried from its first to
 * its last one at every word of a text; where those that begin with the same letters share them,
 * “a(?:ge|bility)” for “age|ability”, most words are done with after their first letter.
 */

/* How many bytes of what follows a group may be repeated for its alternatives: a pattern that is
 * too large is slow, and then refused. */
#define MOST_COPIED 200

/* The end of what @pattern begins with: an escape, a class, a group, or a character. */
static const char *
skip_piece (const char *pattern)
{
  const char *p = pattern;

  if (*p == '\\' && p[1] != '\0')
    return g_utf8_next_char (p + 1);
  if (*p == '[')
    {
      p += p[1] == '^' ? 2 : 1;
      for (p += *p == ']'; *p != '\0' && *p != ']'; p++)
        p += *p == '\\' && p[1] != '\0';
      return *p == ']' ? p + 1 : p;
    }
  if (*p == '(')
    {
      for (p++; *p != '\0' && *p != ')';)
        p = skip_piece (p);
      return *p == ')' ? p + 1 : p;
    }

  return g_utf8_next_char (p);
}

static gboolean
is_quantifier (char c)
{
  return c == '?' || c == '*' || c == '+' || c == '{';
}

/* Appends the alternatives of @pattern, each followed by @rest. */
static void
split (const char *pattern,
       const char *rest,
       GPtrArray  *alternatives)
{
  const char *start = pattern;

  for (const char *p = pattern;; p = skip_piece (p))
    {
      if (*p == '|' || *p == '\0')
        {
          g_autofree char *alternative = g_strndup (start, (gsize) (p - start));

          g_ptr_array_add (alternatives, g_strconcat (alternative, rest, NULL));
          start = p + 1;
        }
      if (*p == '\0')
        break;
    }
}

/* Appends the alternatives of @pattern; of one that begins with a group, those of the group. */
static void
expand (const char *pattern,
        GPtrArray  *expanded)
{
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new_with_free_func (g_free);

  split (pattern, "", alternatives);
  for (guint i = 0; i < alternatives->len; i++)
    {
      const char *alternative = alternatives->pdata[i];
      const char *after = skip_piece (alternative);
      const gboolean is_optional = *after == '?' && !is_quantifier (after[1]);

      if (g_str_has_prefix (alternative, "(?:") && (is_optional || !is_quantifier (*after)))
        {
          g_autofree char *group = g_strndup (alternative + 3, (gsize) (after - alternative) - 4);
          g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);

          after += is_optional;
          split (group, after, pieces);
          if (is_optional)
            g_ptr_array_add (pieces, g_strdup (after));
          if (strlen (after) * pieces->len <= MOST_COPIED)
            {
              for (guint j = 0; j < pieces->len; j++)
                expand (pieces->pdata[j], expanded);
              continue;
            }
        }
      g_ptr_array_add (expanded, g_strdup (alternative));
    }
}

/* The letter that all that @pattern finds begins with, in any case; 0 for none that is sure. */
static char
get_letter (const char *pattern)
{
  return (g_ascii_isalpha (*pattern) || *pattern == ' ') && !is_quantifier (pattern[1])
             ? g_ascii_tolower (*pattern)
             : 0;
}

static void append_sorted (GString   *pattern,
                           GPtrArray *alternatives);

/* Takes those that begin with @letter, without it. */
static void
append_letter (GString   *pattern,
               GPtrArray *alternatives,
               char       letter)
{
  g_autoptr (GPtrArray) rests = g_ptr_array_new ();

  for (guint i = 0; i < alternatives->len; i++)
    if (get_letter (alternatives->pdata[i]) == letter)
      g_ptr_array_add (rests, (char *) alternatives->pdata[i] + 1);
  g_string_append_c (pattern, letter);
  if (rests->len > 1)
    g_string_append (pattern, "(?:");
  append_sorted (pattern, rests);
  if (rests->len > 1)
    g_string_append_c (pattern, ')');
}

/* By first letters, and what begins with none at the end. */
static void
append_sorted (GString   *pattern,
               GPtrArray *alternatives)
{
  gboolean done[128] = { FALSE };
  gboolean is_first = TRUE;

  if (alternatives->len == 1)
    {
      g_string_append (pattern, alternatives->pdata[0]);
      return;
    }
  for (guint i = 0; i < alternatives->len; i++)
    {
      const char letter = get_letter (alternatives->pdata[i]);

      if (letter == 0 || done[(int) letter])
        continue;
      done[(int) letter] = TRUE;
      g_string_append (pattern, is_first ? "" : "|");
      append_letter (pattern, alternatives, letter);
      is_first = FALSE;
    }
  for (guint i = 0; i < alternatives->len; i++)
    if (get_letter (alternatives->pdata[i]) == 0)
      {
        g_string_append (pattern, is_first ? "" : "|");
        g_string_append (pattern, alternatives->pdata[i]);
        is_first = FALSE;
      }
}

/*
 * vac_term_pattern_join:
 * @patterns: (element-type utf8): patterns of GRegex, for any case, that capture nothing
 *
 * Returns: (transfer full): one for any case that matches a text if one of them does, wherever that
 *   may be; which one it is and where it ends are not the same as in their alternation
 */
char *
vac_term_pattern_join (GPtrArray *patterns)
{
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new_with_free_func (g_free);
  GString *pattern = g_string_new (NULL);

  for (guint i = 0; i < patterns->len; i++)
    expand (patterns->pdata[i], alternatives);
  append_sorted (pattern, alternatives);

  return g_string_free (pattern, FALSE);
}
