/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-lines"

#include "config.h"

#include <string.h>

#include "vac-import-lines.h"
#include "vac-paste-line.h"
#include "vac-words-guess.h"

/* Which line is a heading, where its style does not say so. */

#define MOST_CHARACTERS 80
#define MOST_KNOWN      14   /* words of a line that is known, perhaps in two languages */
#define MOST_WORDS      10   /* of a line that is bold or in capitals */
#define MOST_DIGITS     4    /* a year; more are an amount */
#define FEW_CHARACTERS  64
#define FEW_WORDS       8    /* of a line that only stands as headings do */

/* What a text is in that does not tell. */
#define LANGUAGE_OF_NONE "en"

typedef struct
{
  guint    n_characters;
  guint    n_words;
  guint    n_letters;
  guint    n_lower;
  guint    n_digits;
  gunichar first;
  gunichar last;
} Look;

static Look
look_at (const char *text)
{
  Look look = { 0 };
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      look.n_characters++;
      look.n_letters += g_unichar_isalpha (c);
      look.n_lower += g_unichar_islower (c);
      look.n_digits += g_unichar_isdigit (c);
      look.n_words += !g_unichar_isspace (c) && !in_word;
      in_word = !g_unichar_isspace (c);
      if (look.first == 0 && g_unichar_isalnum (c))
        look.first = c;
      if (in_word)
        look.last = c;
    }

  return look;
}

/* An address, an amount, or a fact behind its label: "Location: Leeds". */
static gboolean
says_something (const char *text,
                const Look *look)
{
  const char *colon = strchr (text, ':');

  return strpbrk (text, "@\t|") != NULL || strstr (text, "://") != NULL ||
         strstr (text, " · ") != NULL || look->n_digits > MOST_DIGITS ||
         look->n_digits * 2 > look->n_characters ||
         (colon != NULL && *vac_paste_skip_blanks (colon + 1) != '\0');
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == ',' || c == ';' || c == 0x3002 || c == 0x2026;
}

/*
 * vac_line_is_heading:
 * @text: a line without a mark
 * @language: the language that it is in
 * @flags: how it looks
 *
 * Returns: whether it is a heading rather than a sentence, a fact or a part of a list
 */
gboolean
vac_line_is_heading (const char   *text,
                     const char   *language,
                     VacLineFlags  flags)
{
  const Look look = look_at (text);
  const gboolean colon = look.last == ':';
  const gboolean few = look.n_characters <= FEW_CHARACTERS && look.n_words <= FEW_WORDS &&
                       !g_unichar_islower (look.first);

  if (look.n_letters < 2 || look.n_characters > MOST_CHARACTERS || look.n_words > MOST_KNOWN ||
      strchr (text, '\n') != NULL)
    return FALSE;
  if (vac_heading_find (language, text) != VAC_HEADING_NONE)
    return !ends_sentence (look.last);
  if (says_something (text, &look) || ends_sentence (look.last) || look.n_words > MOST_WORDS)
    return FALSE;
  if ((flags & VAC_LINE_STRONG) != 0 || (look.n_lower == 0 && look.n_letters > 3))
    return TRUE;
  if ((flags & VAC_LINE_BEFORE_LIST) != 0)
    return few || (colon && look.n_words <= FEW_WORDS);

  return few && ((flags & VAC_LINE_ALONE) != 0) && look.last != '!';
}

static gboolean
is_ornament (gunichar c)
{
  return g_unichar_isspace (c) || strchr ("*_=~#|>-", (int) MIN (c, 127)) != NULL ||
         g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL || g_unichar_type (c) == G_UNICODE_FORMAT ||
         c == 0xfe0f || g_unichar_type (c) == G_UNICODE_MODIFIER_SYMBOL;
}

/*
 * vac_line_drop_ornaments:
 * @text: a title or a heading
 *
 * Returns: (transfer full): @text without what adorns it at both ends: "*** Nurse 💊 ***"
 */
char *
vac_line_drop_ornaments (const char *text)
{
  const char *end = text + strlen (text);

  while (text < end && is_ornament (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && is_ornament (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, (gsize) (end - text));
}

/*
 * vac_line_split_label:
 * @text: a line
 * @sign: what ends a label: a tab, or a colon, for which that of Chinese and Japanese may stand
 * @value: (out) (transfer none): what follows it, in @text; its end where there is no label
 *
 * Returns: (transfer full) (nullable): the words before the first @sign: "Location" of
 *   "Location: Leeds"
 */
char *
vac_line_split_label (const char  *text,
                      gunichar     sign,
                      const char **value)
{
  const char *end = g_utf8_strchr (text, -1, sign);

  if (end == NULL && sign == ':')
    end = g_utf8_strchr (text, -1, 0xff1a);
  *value = end != NULL ? vac_paste_skip_blanks (g_utf8_next_char (end)) : text + strlen (text);

  return end != NULL ? g_strstrip (g_strndup (text, (gsize) (end - text))) : NULL;
}

/*
 * vac_draft_guess_language:
 * @draft: (nullable): a draft
 * @text: (nullable): a text of it
 *
 * Returns: (transfer none): the language that @draft is in, as it says, or @text shows
 */
const char *
vac_draft_guess_language (VacDraft   *draft,
                          const char *text)
{
  const char *language = draft != NULL ? vac_draft_get_language (draft) : NULL;

  if (language == NULL && text != NULL)
    language = vac_words_guess_language (text);

  return language != NULL ? language : LANGUAGE_OF_NONE;
}
