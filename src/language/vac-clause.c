/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-clause"

#include "config.h"

#include <string.h>

#include "vac-clause.h"
#include "vac-words-private.h"

/*
 * vac_clause_take:
 * @text: (inout): where the rest of a text begins
 * @language: BCP 47 tag
 * @clause: (out): its next clause, which points into the text
 *
 * Returns: whether there was one
 */
gboolean
vac_clause_take (const char **text,
                 const char  *language,
                 VacClause   *clause)
{
  const char *end = *text;

  if (*end == '\0')
    return FALSE;

  while (*end != '\0' && *end != ';' && *end != '\n' &&
         !(*end == '.' && (end[1] == '\0' || g_ascii_isspace (end[1]))))
    end++;
  *clause = (VacClause) { language, *text, end };
  *text = *end != '\0' ? end + 1 : end;
  *text += strspn (*text, " \t");

  return TRUE;
}

/* Most characters are in ASCII, and told without a call. */
static inline gunichar
get_char (const char *p)
{
  return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
}

/* Chinese and Japanese put no spaces between words, so any character may begin or end one. */
static gboolean
continues_word (gunichar c)
{
  GUnicodeScript script;

  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  if (!g_unichar_isalnum (c))
    return FALSE;
  script = g_unichar_get_script (c);

  return script != G_UNICODE_SCRIPT_HAN &&
         script != G_UNICODE_SCRIPT_HIRAGANA && script != G_UNICODE_SCRIPT_KATAKANA;
}

/* Whether a word ends at @at, which is after one of its letters. */
static gboolean
is_word_end (const char *at,
             const char *end)
{
  return at >= end || !continues_word (get_char (at)) ||
         !continues_word (get_char (g_utf8_prev_char (at)));
}

/* Returns: (nullable): where @word ends if it is at @at */
static const char *
match_word (const char *at,
            const char *end,
            const char *word)
{
  for (; *word != '\0' && *word != '*'; word = g_utf8_next_char (word), at = g_utf8_next_char (at))
    if (at >= end || vac_clause_fold (get_char (at)) != get_char (word))
      return NULL;
  while (*word == '*' && !is_word_end (at, end))
    at = g_utf8_next_char (at);

  return is_word_end (at, end) ? at : NULL;
}

/* As vac_clause_match(). */
static const char *
match_words (const VacClause   *self,
             const char        *at,
             const char *const *words)
{
  const gunichar first = at < self->end ? vac_clause_fold (get_char (at)) : 0;

  for (; words != NULL && *words != NULL; words++)
    {
      const char *stop = **words == '*' || get_char (*words) == first
                             ? match_word (at, self->end, *words) : NULL;

      if (stop != NULL)
        return stop;
    }

  return NULL;
}

/*
 * vac_clause_match:
 * @self: a clause
 * @at: a place in it
 * @clue: a meaning
 *
 * Returns: (nullable): where a word of that meaning ends if one is at @at
 */
const char *
vac_clause_match (const VacClause *self,
                  const char      *at,
                  VacClue          clue)
{
  return match_words (self, at, vac_clue_get_words (self->language, clue));
}

/* Whether a word may begin at @at. */
static gboolean
begins_word (const VacClause *self,
             const char      *at)
{
  return at == self->text || !continues_word (get_char (at)) ||
         !continues_word (get_char (g_utf8_prev_char (at)));
}

/*
 * vac_clause_find:
 * @self: a clause
 * @from: a place in it
 * @clue: a meaning
 * @stop: (out) (optional): where the word ends
 *
 * Returns: (nullable): where the first word of that meaning begins, from @from on
 */
const char *
vac_clause_find (const VacClause *self,
                 const char      *from,
                 VacClue          clue,
                 const char     **stop)
{
  const VacClueWords *words = vac_clue_get (self->language, clue);

  for (const char *p = from; words != NULL && p < self->end;)
    {
      const char *const *may_be = words->by_byte[(guchar) *p];
      const char *ends = may_be != NULL && begins_word (self, p)
                             ? match_words (self, p, may_be) : NULL;

      if (ends != NULL)
        {
          if (stop != NULL)
            *stop = ends;
          return p;
        }
      /* On to where the next word may begin. */
      if (g_ascii_isalnum (*p++))
        while (p < self->end && g_ascii_isalnum (*p))
          p++;
    }

  return NULL;
}

/*
 * vac_clause_has:
 * @self: a clause
 * @clue: a meaning
 *
 * Returns: whether a word in it has that meaning
 */
gboolean
vac_clause_has (const VacClause *self,
                VacClue          clue)
{
  return vac_clause_find (self, self->text, clue, NULL) != NULL;
}
