/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-typing"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-memo.h"
#include "vac-review-private.h"
#include "vac-rule.h"
#include "vac-tag.h"
#include "vac-typing.h"

#define CLOSING ")]}）”»’\""
#define STOPS ".,;:!?"

static char *
fold (const VacTyping *self,
      const VacToken  *token)
{
  return g_utf8_casefold (self->of->text + token->start, (gssize) (token->end - token->start));
}

/* Names may be doubled, "Walla Walla", and letters, "A A"; in German, nouns look like names. */
static gboolean
can_be_name (const VacTyping *self,
             const VacToken  *a,
             const VacToken  *b)
{
  const gsize length = b->end - b->start;

  if (g_unichar_isupper (a->first) && length == 1)
    return TRUE;

  return g_unichar_isupper (b->first) && length > 3 && !vac_tag_speaks (self->of->language, "de");
}

/* Whether it is seen at once that @a and @b are not the same word. */
static gboolean
begin_differently (const VacToken *a,
                   const VacToken *b)
{
  return a->first < 0x80 && b->first < 0x80 &&
         g_ascii_tolower ((char) a->first) != g_ascii_tolower ((char) b->first);
}

/* Whether the word at @i stands again two pieces on. */
static gboolean
is_doubled (const VacTyping *self,
            guint            i)
{
  const VacToken *a = vac_typing_get (self, i), *space = vac_typing_get (self, (gint64) i + 1);
  const VacToken *b = vac_typing_get (self, (gint64) i + 2);
  g_autofree char *of_a = NULL;
  g_autofree char *of_b = NULL;

  if (b == NULL || a->kind != VAC_TOKEN_WORD || space->kind != VAC_TOKEN_SPACE ||
      b->kind != VAC_TOKEN_WORD || a->end - a->start != b->end - b->start ||
      begin_differently (a, b) || can_be_name (self, a, b))
    return FALSE;
  /* "in in-house teams", "part-time time" */
  if (vac_token_is_sign (vac_typing_get (self, (gint64) i - 1), "-‐‑/") ||
      vac_token_is_sign (vac_typing_get (self, (gint64) i + 3), "-‐‑/"))
    return FALSE;
  of_a = fold (self, a);
  of_b = fold (self, b);

  return g_str_equal (of_a, of_b) && !vac_typing_words_may_double (self->words, of_a);
}

static void
check_doubled_words (const VacTyping *self)
{
  for (guint i = 0; self->words != NULL && i < self->tokens->len; i++)
    {
      const VacToken *first = vac_typing_get (self, i);
      const guint begin = i;
      g_autofree char *word = NULL;
      VacFinding *finding;

      while (is_doubled (self, i))
        i += 2;
      if (i == begin)
        continue;
      word = g_strndup (self->of->text + first->start, first->end - first->start);
      finding = vac_rule_report (VAC_RULE_TYPING_DOUBLED, self->findings, self->of->node,
                                 _("“%s” is written twice."), word);
      vac_finding_set_span (finding, first->start,
                            vac_typing_get (self, i)->end - first->start);
      vac_finding_suggest (finding, word);
    }
}

static void
report_space (const VacTyping *self,
              gsize            start,
              gsize            end,
              const char      *right,
              const char      *sentence)
{
  VacFinding *finding = vac_rule_report (VAC_RULE_TYPING_SPACE, self->findings, self->of->node,
                                         "%s", sentence);

  vac_finding_set_span (finding, start, end - start);
  vac_finding_suggest (finding, right);
}

/* Whether what is at @i ends a word, so that a stop before it ends one, too. */
static gboolean
is_end (const VacTyping *self,
        gint64           i)
{
  const VacToken *token = vac_typing_get (self, i);

  return token == NULL || token->kind == VAC_TOKEN_SPACE || token->kind == VAC_TOKEN_BREAK ||
         vac_token_is_sign (token, CLOSING);
}

/* Whether no blank belongs before the sign at @i, where one is. */
static gboolean
belongs_to_word (const VacTyping *self,
                 guint            i)
{
  const VacToken *token = vac_typing_get (self, i);
  const VacToken *next = vac_typing_get (self, (gint64) i + 1);
  const VacToken *before = vac_typing_get (self, (gint64) i - 2);
  const VacToken *after = vac_typing_get (self, (gint64) i + 2);

  if (vac_token_is_sign (token, ")]}"))
    return !vac_token_is_sign (before, "([{");         /* "[ ]" is a box to tick */
  if (vac_token_is_sign (token, ","))
    return next == NULL || next->kind != VAC_TOKEN_NUMBER;
  if (!vac_token_is_sign (token, STOPS) || !is_end (self, (gint64) i + 1) ||
      vac_token_is_sign (next, ")"))                   /* ":)" */
    return FALSE;
  if (vac_token_is_sign (token, ":") && before->kind == VAC_TOKEN_NUMBER && after != NULL &&
      after->kind == VAC_TOKEN_NUMBER)
    return FALSE;                                      /* "1 : 2" */

  return vac_token_is_sign (token, ".") || !vac_tag_speaks (self->of->language, "fr");
}

static void
check_space (const VacTyping *self,
             guint            i)
{
  const VacToken *space = vac_typing_get (self, i);
  const VacToken *before = vac_typing_get (self, (gint64) i - 1);
  const VacToken *after = vac_typing_get (self, (gint64) i + 1);
  const char *text = self->of->text;
  g_autofree char *sign = NULL;

  /* What begins or ends a line may still be typed. */
  if (before == NULL || after == NULL || before->kind == VAC_TOKEN_BREAK)
    return;
  if (after->kind == VAC_TOKEN_SIGN && belongs_to_word (self, i + 1))
    {
      sign = g_strndup (text + after->start, after->end - after->start);
      report_space (self, space->start, after->end, sign,
                    _("There is a space before the punctuation."));
      return;
    }
  if (vac_token_is_sign (before, "([{") && !vac_token_is_sign (after, ")]}") &&
      !vac_token_is_sign (vac_typing_get (self, (gint64) i - 2), ":;"))
    {
      sign = g_strndup (text + before->start, before->end - before->start);
      report_space (self, before->start, space->end, sign,
                    _("There is a space after an opening bracket."));
      return;
    }
  if (g_utf8_strlen (text + space->start, (gssize) (space->end - space->start)) > 1)
    report_space (self, space->start, space->end, " ", _("There is more than one space here."));
}

static gboolean
is_letters (const VacToken *token)
{
  return token != NULL && token->kind == VAC_TOKEN_WORD;
}

static void
check_missing_space (const VacTyping *self,
                     guint            i)
{
  const VacToken *token = vac_typing_get (self, i);
  g_autofree char *right = NULL;

  if (!vac_token_is_sign (token, ",;!?") || !is_letters (vac_typing_get (self, (gint64) i - 1)) ||
      !is_letters (vac_typing_get (self, (gint64) i + 1)) ||
      (token->first == ';' && vac_token_is_sign (vac_typing_get (self, (gint64) i - 2), "&")))
    return;
  right = g_strdup_printf ("%c ", (char) token->first);
  report_space (self, token->start, token->end, right,
                _("A space is missing after the punctuation."));
}

static void
check_spaces (const VacTyping *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    if (vac_typing_get (self, i)->kind == VAC_TOKEN_SPACE)
      check_space (self, i);
    else
      check_missing_space (self, i);
}

/* What should stand for @run, several stops in a row; (nullable): %NULL when they are right. */
static const char *
mend_stops (const char *run)
{
  const gsize length = strlen (run);
  const gboolean asks = strchr (run, '?') != NULL, calls = strchr (run, '!') != NULL;

  if (strspn (run, ".") == length)
    return length == 2 ? "." : NULL;
  if (strspn (run, "!?") == length)
    return length == 2 && asks && calls ? NULL : asks && calls ? "?!" : asks ? "?" : "!";
  /* "etc., ", "Yahoo!, " and "wait...?" */
  if (*run == '.' || *run == '!' || *run == '?')
    {
      run += strspn (run, ".!?");
      if (strlen (run) <= 1)
        return NULL;
    }
  switch (run[strlen (run) - 1])
    {
    case '.': return strlen (run) > 2 && g_str_has_suffix (run, "...") ? NULL : ".";
    case ',': return ",";
    case ';': return ";";
    case ':': return ":";
    case '?': return "?";
    default: return "!";
    }
}

/* "std::sort", "../data" and "1..5" are not sentences. */
static gboolean
is_code (const VacTyping *self,
         guint            begin,
         guint            end)
{
  const VacToken *before = vac_typing_get (self, (gint64) begin - 1);
  const VacToken *after = vac_typing_get (self, end);

  if (vac_token_is_sign (before, "/\\") || vac_token_is_sign (after, "/\\=&|"))
    return TRUE;

  return before != NULL && after != NULL &&
         (before->kind == VAC_TOKEN_WORD || before->kind == VAC_TOKEN_NUMBER) &&
         (after->kind == VAC_TOKEN_WORD || after->kind == VAC_TOKEN_NUMBER);
}

static void
check_stops (const VacTyping *self)
{
  guint end;

  for (guint i = 0; i < self->tokens->len; i = MAX (end, i + 1))
    {
      const VacToken *first = vac_typing_get (self, i);
      g_autofree char *run = NULL;
      const char *right;
      VacFinding *finding;

      for (end = i; vac_token_is_sign (vac_typing_get (self, end), STOPS);)
        end++;
      if (end < i + 2 || is_code (self, i, end))
        continue;
      run = g_strndup (self->of->text + first->start, end - i);
      right = mend_stops (run);
      if (right == NULL)
        continue;
      finding = vac_rule_report (VAC_RULE_TYPING_PUNCTUATION, self->findings, self->of->node,
                                 _("“%s” is more punctuation than the sentence needs."), run);
      vac_finding_set_span (finding, first->start, strlen (run));
      vac_finding_suggest (finding, right);
      if (g_str_equal (run, ".."))
        vac_finding_suggest (finding, "…");
    }
}

/*
 * vac_review_check_typing:
 * @text: a text
 * @findings: (element-type VacFinding): takes what was found
 *
 * Looks for slips of whoever typed it. Brackets, spaces and stops are those of every language;
 * doubled words and articles are looked for where we know the language. All findings have a
 * suggestion that mends them.
 */
void
vac_review_check_typing (const VacReviewText *text,
                         GPtrArray           *findings)
{
  const VacQuestion question = { vac_review_check_typing, 0, text->language, text->text };
  const guint n_before = findings->len;
  g_autoptr (GArray) tokens = NULL;
  VacTyping typing;

  if (vac_memo_find (&question, NULL))
    return;
  tokens = vac_token_list_new (text->text);
  typing = (VacTyping) { text, vac_typing_words_get (text->language), tokens, findings };
  check_doubled_words (&typing);
  check_spaces (&typing);
  check_stops (&typing);
  vac_typing_check_brackets (&typing);
  vac_typing_check_quotes (&typing);
  if (vac_typing_words_have_article (typing.words))
    vac_typing_check_articles (&typing);
  if (findings->len == n_before)
    vac_memo_keep (&question, 0);
}
