/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-typing-bracket"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-rule.h"
#include "vac-typing.h"

/* Brackets and quotation marks that have no other half in their paragraph. */

/* An opening bracket and its closing one. */
static const gunichar pairs[][2] = {
  { '(', ')' }, { '[', ']' }, { '{', '}' }, { 0xff08, 0xff09 }, { 0x300c, 0x300d },
  { 0x300e, 0x300f }, { 0x3010, 0x3011 },
};

/* What may be one piece with a bracket that was forgotten, in characters. */
#define LONGEST_PIECE 60

static int
find_pair (gunichar c,
           guint    side)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][side] == c)
      return (int) i;

  return -1;
}

static gboolean
is_inline (const VacToken *token)
{
  return token != NULL && token->kind != VAC_TOKEN_BREAK;
}

/* A face, as in ":)" and ";-)". */
static gboolean
is_face (const VacTyping *self,
         guint            i)
{
  const VacToken *before = vac_typing_get (self, (gint64) i - 1);

  if (vac_token_is_sign (before, "-"))
    before = vac_typing_get (self, (gint64) i - 2);

  return vac_token_is_sign (before, ":;");
}

/* The "a)" or "1)" of a list within a text. */
static gboolean
is_mark_of_list (const VacTyping *self,
                 guint            i)
{
  const VacToken *mark = vac_typing_get (self, (gint64) i - 1);
  const VacToken *before = vac_typing_get (self, (gint64) i - 2);

  return mark != NULL && (mark->kind == VAC_TOKEN_WORD || mark->kind == VAC_TOKEN_NUMBER) &&
         mark->end - mark->start <= 3 &&
         (before == NULL || before->kind == VAC_TOKEN_SPACE || before->kind == VAC_TOKEN_BREAK);
}

/* Marks @token, with a blank that taking it out would leave beside another. */
static void
suggest_without (const VacTyping *self,
                 VacFinding      *finding,
                 guint            i)
{
  const VacToken *token = vac_typing_get (self, i), *before = vac_typing_get (self, (gint64) i - 1);
  const VacToken *after = vac_typing_get (self, (gint64) i + 1);
  const gboolean between = before != NULL && before->kind == VAC_TOKEN_SPACE &&
                           (after == NULL || after->kind == VAC_TOKEN_SPACE);
  const gsize start = between ? before->start : token->start;

  vac_finding_set_span (finding, start, token->end - start);
  vac_finding_suggest (finding, "");
}

static void
report_close (const VacTyping *self,
              guint            i)
{
  const VacToken *token = vac_typing_get (self, i);
  g_autofree char *sign = g_strndup (self->of->text + token->start, token->end - token->start);

  suggest_without (self,
                   vac_rule_report (VAC_RULE_TYPING_BRACKET, self->findings, self->of->node,
                                    _("Nothing opens the bracket that “%s” closes."), sign),
                   i);
}

/* The end of the words from the bracket at @i on that belong together, in pieces. */
static guint
find_end_of_piece (const VacTyping *self,
                   guint            i)
{
  const gsize start = vac_typing_get (self, i)->start;
  guint end = i;

  for (guint j = i + 1; j < self->tokens->len; j++)
    {
      const VacToken *token = vac_typing_get (self, j);

      if (!is_inline (token) || token->end - start > LONGEST_PIECE ||
          vac_token_is_sign (token, ".,;:!?()[]{}"))
        break;
      if (token->kind != VAC_TOKEN_SPACE)
        end = j;
    }

  return end;
}

static void
report_open (const VacTyping *self,
             guint            i)
{
  const VacToken *token = vac_typing_get (self, i);
  const char *text = self->of->text;
  const guint end = find_end_of_piece (self, i);
  g_autofree char *sign = g_strndup (text + token->start, token->end - token->start);
  VacFinding *finding = vac_rule_report (VAC_RULE_TYPING_BRACKET, self->findings, self->of->node,
                                         _("Nothing closes the bracket that “%s” opens."), sign);
  g_autofree char *piece = NULL;
  g_autofree char *closed = NULL;
  char close[7] = { 0 };

  if (end == i)
    {
      suggest_without (self, finding, i);
      return;
    }
  piece = g_strndup (text + token->start, vac_typing_get (self, end)->end - token->start);
  g_unichar_to_utf8 (pairs[find_pair (token->first, 0)][1], close);
  closed = g_strconcat (piece, close, NULL);
  vac_finding_set_span (finding, token->start, strlen (piece));
  vac_finding_suggest (finding, closed);
  vac_finding_suggest (finding, piece + strlen (sign));
}

static void
report_other (const VacTyping *self,
              guint            open,
              guint            i)
{
  const VacToken *token = vac_typing_get (self, i);
  const gunichar first = vac_typing_get (self, open)->first;
  char sign[7] = { 0 }, right[7] = { 0 };
  VacFinding *finding;

  g_unichar_to_utf8 (first, sign);
  g_unichar_to_utf8 (pairs[find_pair (first, 0)][1], right);
  finding = vac_rule_report (VAC_RULE_TYPING_BRACKET, self->findings, self->of->node,
                             _("A bracket of another kind closes the one that “%s” opens."), sign);
  vac_finding_set_span (finding, token->start, token->end - token->start);
  vac_finding_suggest (finding, right);
}

static void
close_bracket (const VacTyping *self,
               GArray          *open,
               guint            i)
{
  const int pair = find_pair (vac_typing_get (self, i)->first, 1);
  const guint last = open->len > 0 ? g_array_index (open, guint, open->len - 1) : 0;

  if (open->len == 0)
    {
      if (!is_mark_of_list (self, i) && !is_face (self, i))
        report_close (self, i);
      return;
    }
  if (find_pair (vac_typing_get (self, last)->first, 0) == pair)
    g_array_set_size (open, open->len - 1);
  else if (!is_mark_of_list (self, i) && !is_face (self, i))
    {
      report_other (self, last, i);
      g_array_set_size (open, open->len - 1);
    }
}

static gboolean
ends_paragraph (const VacTyping *self,
                const VacToken  *token)
{
  const char *line;

  if (token->kind != VAC_TOKEN_BREAK)
    return FALSE;
  line = memchr (self->of->text + token->start, '\n', token->end - token->start);

  return memchr (line + 1, '\n', self->of->text + token->end - (line + 1)) != NULL;
}

static void
report_all_open (const VacTyping *self,
                 GArray          *open)
{
  for (guint i = 0; i < open->len; i++)
    report_open (self, g_array_index (open, guint, i));
  g_array_set_size (open, 0);
}

/*
 * vac_typing_check_brackets:
 * @self: a text
 */
void
vac_typing_check_brackets (const VacTyping *self)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const VacToken *token = vac_typing_get (self, i);

      if (ends_paragraph (self, token))
        report_all_open (self, open);
      if (token->kind != VAC_TOKEN_SIGN)
        continue;
      if (find_pair (token->first, 0) >= 0 && !is_face (self, i))
        g_array_append_val (open, i);
      else if (find_pair (token->first, 1) >= 0)
        close_bracket (self, open, i);
    }
  report_all_open (self, open);
}

/* Quotation marks of which two make a pair, whichever way a language turns them. */
static const char *const quotes[] = { "\"", "“”„‟", "«»" };

static void
report_quote (const VacTyping *self,
              guint            i)
{
  const VacToken *token = vac_typing_get (self, i);
  g_autofree char *sign = g_strndup (self->of->text + token->start, token->end - token->start);

  suggest_without (self,
                   vac_rule_report (VAC_RULE_TYPING_QUOTE, self->findings, self->of->node,
                                    _("The quotation mark %s has no counterpart."), sign),
                   i);
}

/* The inches of 27", which quote nothing. */
static gboolean
is_inches (const VacTyping *self,
           guint            i)
{
  const VacToken *before = vac_typing_get (self, (gint64) i - 1);

  return vac_token_is_sign (vac_typing_get (self, i), "\"”") && before != NULL &&
         before->kind == VAC_TOKEN_NUMBER;
}

static void
check_quote (const VacTyping *self,
             const char      *signs)
{
  gint64 open = -1;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const VacToken *token = vac_typing_get (self, i);

      if (open >= 0 && ends_paragraph (self, token))
        {
          report_quote (self, (guint) open);
          open = -1;
        }
      if (!vac_token_is_sign (token, signs) || (open < 0 && is_inches (self, i)))
        continue;
      open = open < 0 ? (gint64) i : -1;
    }
  if (open >= 0)
    report_quote (self, (guint) open);
}

/*
 * vac_typing_check_quotes:
 * @self: a text
 */
void
vac_typing_check_quotes (const VacTyping *self)
{
  /* Most texts have none: not even a byte of one. */
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (strpbrk (self->of->text, quotes[i]) != NULL)
      check_quote (self, quotes[i]);
}
