/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-typing-article"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-rule.h"
#include "vac-typing.h"

/* "a" or "an", which goes by the sound of what follows, not by its letter. Where both are said, or
 * we cannot know how it is spoken, either is right. */

/* "eight", "eleven", "eighteen" and "eighty" are the numbers with a vowel. */
static VacSound
say_number (const char *number)
{
  gsize n = 0;

  for (const char *p = number; g_ascii_isdigit (*p) || (*p == ',' && g_ascii_isdigit (p[1])); p++)
    n += *p != ',';
  if (*number == '8')
    return VAC_SOUND_VOWEL;
  if (g_str_has_prefix (number, "11") || g_str_has_prefix (number, "18"))
    return n % 3 == 2 ? VAC_SOUND_VOWEL : n == 4 ? VAC_SOUND_EITHER : VAC_SOUND_CONSONANT;

  return VAC_SOUND_CONSONANT;
}

static VacSound
say (const VacTyping *self,
     guint            i)
{
  const VacToken *token = vac_typing_get (self, i);
  g_autofree char *word = NULL;

  if (vac_token_is_sign (token, "$£€"))
    token = vac_typing_get (self, ++i);
  if (token == NULL || (token->kind != VAC_TOKEN_WORD && token->kind != VAC_TOKEN_NUMBER))
    return VAC_SOUND_EITHER;
  word = g_strndup (self->of->text + token->start, token->end - token->start);
  if (token->kind == VAC_TOKEN_NUMBER)
    return say_number (word);

  return vac_typing_words_say (self->words, word);
}

/* Whether it can be an article: not the last letter of "Series A", and no choice, "a or b". */
static gboolean
is_article (const VacTyping *self,
            guint            i)
{
  const VacToken *token = vac_typing_get (self, i), *next = vac_typing_get (self, (gint64) i + 2);
  const VacToken *before = vac_typing_get (self, (gint64) i - 1);
  const char *text = self->of->text;

  if (before != NULL && before->kind != VAC_TOKEN_SPACE && before->kind != VAC_TOKEN_BREAK &&
      !vac_token_is_sign (before, "([{\"“„«‘—–"))
    return FALSE;
  if (token->first == 'A' && token->end - token->start == 1 && before != NULL &&
      before->kind == VAC_TOKEN_SPACE)
    {
      const VacToken *word = vac_typing_get (self, (gint64) i - 2);

      if (word != NULL && word->kind != VAC_TOKEN_SIGN)
        return FALSE;
    }
  if (token->end - token->start > 1 || vac_token_is_sign (vac_typing_get (self, (gint64) i + 3),
                                                          "-\u2010\u2011"))
    return TRUE;

  return !vac_typing_words_follows_name (self->words, text + next->start, next->end - next->start);
}

/* Whether nothing is written in small letters, so that abbreviations look like other words. */
static gboolean
is_shouted (const char *text)
{
  guint n_words = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_islower (*p) && p > text && g_ascii_isalpha (p[-1]))
        return FALSE;
      n_words += *p == ' ';
    }

  return n_words > 1;
}

static void
check_article (const VacTyping *self,
               guint            i)
{
  const VacToken *token = vac_typing_get (self, i);
  const char *text = self->of->text;
  const gboolean has_n = token->end - token->start == 2;
  const VacToken *next = vac_typing_get (self, (gint64) i + 2);
  const guint at = vac_token_is_sign (next, "\"“‘'") ? i + 3 : i + 2;
  const VacSound sound = say (self, at);
  g_autofree char *right = NULL;
  g_autofree char *word = NULL;
  VacFinding *finding;

  if (sound == VAC_SOUND_EITHER || (sound == VAC_SOUND_VOWEL) == has_n || !is_article (self, i))
    return;

  next = vac_typing_get (self, at);
  if (next->kind == VAC_TOKEN_SIGN)
    word = g_strndup (text + next->start, next[1].end - next->start);
  else
    word = g_strndup (text + next->start, next->end - next->start);
  right = g_strconcat (text[token->start] == 'A' ? "A" : "a", has_n ? NULL : "n", NULL);
  finding = vac_rule_report (VAC_RULE_TYPING_ARTICLE, self->findings, self->of->node,
                             has_n ? _("“%s” starts with a consonant sound, so the article is “a”.")
                                   : _("“%s” starts with a vowel sound, so the article is “an”."),
                             word);
  vac_finding_set_span (finding, token->start, token->end - token->start);
  vac_finding_suggest (finding, right);
}

/*
 * vac_typing_check_articles:
 * @self: a text in a language that knows such articles
 */
void
vac_typing_check_articles (const VacTyping *self)
{
  const char *text = self->of->text;

  if (is_shouted (text))
    return;
  for (guint i = 0; i + 2 < self->tokens->len; i++)
    {
      const VacToken *token = vac_typing_get (self, i);
      const gsize length = token->end - token->start;

      if (token->kind == VAC_TOKEN_WORD && (token->first == 'a' || token->first == 'A') &&
          (length == 1 || (length == 2 && text[token->start + 1] == 'n')) &&
          token[1].kind == VAC_TOKEN_SPACE)
        check_article (self, i);
    }
}
