/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay-line"

#include "config.h"

#include <string.h>

#include "vac-clue.h"
#include "vac-heading.h"
#include "vac-money-words-private.h"
#include "vac-pay-line.h"
#include "vac-typed.h"
#include "vac-words-private.h"

/* Reads what postings say of pay: "$120,000 to $180,000 per year", "60.000 – 75.000 € brutto/Jahr",
 * "up to £90k a year, DOE". Whoever typed it is not there to be asked, so that a line with anything
 * unclear in it says nothing. */

#define LONGEST_LINE 160   /* bytes */

/* A range word must be this close to the number after it: "to $", "bis EUR". */
#define WIDEST_GAP 6

/* In the order of VacUnit, without none. */
static const char *const periods[] = { "year", "month", "week", "day", "hour", NULL };

typedef struct
{
  const char *language;
  gboolean    from;
  gboolean    up_to;
  gboolean    has_note;
} Reading;

/* @i counts over the words of the language, then over those of English. */
static const char *
get_clue (Reading *self,
          VacClue  clue,
          guint    i)
{
  const char *const *words = vac_clue_get_words (self->language, clue);
  const char *const *english = vac_clue_get_words (VAC_WORDS_FALLBACK, clue);
  const guint n = words != NULL ? g_strv_length ((char **) words) : 0;

  if (i < n)
    return words[i];
  if (english == NULL || i - n >= g_strv_length ((char **) english))
    return NULL;

  return english[i - n];
}

/* Takes away the first word if it is one of @clue. */
static gboolean
take_first (Reading *self,
            GString *text,
            VacClue  clue)
{
  const char *word;

  for (guint i = 0; (word = get_clue (self, clue, i)) != NULL; i++)
    {
      const gsize length = strlen (word);

      if (strncmp (text->str, word, length) != 0 || g_ascii_isalpha (text->str[length]))
        continue;
      g_string_erase (text, 0, (gssize) (length + strspn (text->str + length, " :")));
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_letter (const char *text)
{
  return g_unichar_isalpha (g_utf8_get_char (text));
}

static gboolean
is_apart (const char *text,
          const char *found,
          gsize       length)
{
  return (found == text || !is_letter (g_utf8_prev_char (found))) && !is_letter (found + length);
}

/* "30,000 to 35,000" is a range; so is "between 30,000 and 35,000". */
static void
unify_range (Reading *self,
             GString *text)
{
  const char *word;

  for (guint i = 0; (word = get_clue (self, VAC_CLUE_RANGE, i)) != NULL; i++)
    {
      g_autofree char *spaced = g_strdup_printf (" %s ", word);
      char *found = strstr (text->str, spaced);
      const gsize length = strlen (spaced);

      if (found == NULL || strcspn (found + length, "0123456789") > WIDEST_GAP ||
          strpbrk (text->str, "0123456789") == NULL || strpbrk (text->str, "0123456789") > found)
        continue;
      g_string_erase (text, found - text->str, (gssize) length);
      g_string_insert (text, found - text->str, " - ");
      return;
    }
}

/* "brutto", "DOE", "(plus bonus)": what may stand behind an amount and does not change it. */
static void
drop_notes (Reading *self,
            GString *text)
{
  const char *word;
  char *open = strchr (text->str, '(');

  if (open != NULL)
    {
      g_string_truncate (text, (gsize) (open - text->str));
      self->has_note = TRUE;
    }
  for (guint i = 0; (word = get_clue (self, VAC_CLUE_PAY_NOTE, i)) != NULL; i++)
    {
      const char *found = strstr (text->str, word);

      if (found == NULL || !is_apart (text->str, found, strlen (word)))
        continue;
      g_string_erase (text, found - text->str, (gssize) strlen (word));
      self->has_note = TRUE;
    }
}

/* "+ £2,000 London weighting", "(13×)", ", depending on …": more about the same pay. */
static gboolean
begins_note (Reading    *self,
             const char *text)
{
  const char *word;

  text += strspn (text, " ");
  if (*text == '+' || *text == '(' || *text == ',')
    return TRUE;
  for (guint i = 0; (word = get_clue (self, VAC_CLUE_PAY_MORE, i)) != NULL; i++)
    if (g_str_has_prefix (text, word) && !is_letter (text + strlen (word)))
      return TRUE;

  return FALSE;
}

/* What stands between the amount and a note. Returns: whether it is understood */
static gboolean
read_period (Reading    *self,
             const char *text,
             VacUnit    *unit)
{
  g_autoptr (GString) rest = g_string_new (text);
  g_autofree char *id = NULL;
  const char *words;

  *unit = VAC_UNIT_NONE;
  drop_notes (self, rest);
  words = rest->str + strspn (rest->str, " /,;.+-");
  while (rest->len > 0 && strchr (" ,;.+-", rest->str[rest->len - 1]) != NULL)
    g_string_truncate (rest, rest->len - 1);
  if (words >= rest->str + rest->len)
    return TRUE;

  id = vac_words_find_choice (self->language, periods, words);
  for (guint i = 0; id != NULL && periods[i] != NULL; i++)
    if (g_str_equal (periods[i], id))
      *unit = VAC_UNIT_YEAR + i;
  if (*unit == VAC_UNIT_NONE)
    *unit = vac_money_find_unit (words, self->language);

  return *unit != VAC_UNIT_NONE;
}

/* What stands behind the amount: a period, a note, or both. Returns: whether it is understood */
static gboolean
read_end (Reading    *self,
          const char *end,
          VacUnit    *unit)
{
  if (read_period (self, end, unit))
    return TRUE;
  for (const char *p = end; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *before = NULL;

      if ((*p != ' ' && *p != ',' && *p != '(' && *p != '+') || !begins_note (self, p))
        continue;
      before = g_strndup (end, (gsize) (p - end));
      if (!read_period (self, before, unit))
        continue;
      self->has_note = TRUE;
      return TRUE;
    }

  return FALSE;
}

/* The words behind a number are tried to be of the amount as far as possible. */
static gboolean
read_amounts (Reading      *self,
              const char   *text,
              VacMoneyText *money)
{
  const gsize length = strlen (text);
  const gsize start = strcspn (text, "0123456789") + 1;

  for (gsize at = length; at >= start && start <= length; at--)
    {
      g_autofree char *left = NULL;
      VacUnit unit;

      self->has_note = FALSE;
      if ((text[at] != ' ' && text[at] != '/' && text[at] != ',' && text[at] != '\0' &&
           text[at] != '(' && text[at] != '+' && (at == 0 || !g_ascii_isdigit (text[at - 1]))) ||
          !read_end (self, text + at, &unit))
        continue;
      left = g_strndup (text, at);
      if (!vac_money_read (left, self->language, NULL, money, NULL) ||
          (text[at] == ',' && !money->is_range && unit == VAC_UNIT_NONE) ||
          (unit != VAC_UNIT_NONE && money->unit != VAC_UNIT_NONE))
        continue;
      if (unit != VAC_UNIT_NONE)
        money->unit = unit;
      return TRUE;
    }

  return FALSE;
}

/**
 * vac_pay_line_read:
 * @text: a line of a posting
 * @language: BCP 47 tag of the language that it is in
 * @line: (out): what it says; untouched on failure
 *
 * Returns: whether all of @text is understood, and it says an amount; a currency or a period may be
 *   missing
 */
gboolean
vac_pay_line_read (const char *text,
                   const char *language,
                   VacPayLine *line)
{
  g_autofree char *folded = NULL;
  g_autoptr (GString) rest = NULL;
  Reading self = { .language = language };
  VacMoneyText money;

  g_return_val_if_fail (text != NULL && language != NULL && line != NULL, FALSE);

  if (strlen (text) > LONGEST_LINE || strpbrk (text, "0123456789") == NULL)
    return FALSE;
  folded = vac_typed_fold (text);
  if (folded == NULL)
    return FALSE;
  rest = g_string_new (folded);
  g_string_replace (rest, "'", "’", 0);   /* as the words in data have it */
  self.from = take_first (&self, rest, VAC_CLUE_PAY_FROM);
  self.up_to = !self.from && take_first (&self, rest, VAC_CLUE_PAY_UP_TO);
  unify_range (&self, rest);
  if (!read_amounts (&self, rest->str, &money))
    return FALSE;

  *line = (VacPayLine) {
    .has_minimum = money.is_range || !self.up_to,
    .has_maximum = money.is_range || !self.from,
    .is_whole = !self.has_note,
    .minimum = money.low,
    .maximum = money.is_range ? money.high : money.low,
    .unit = money.unit,
  };
  g_strlcpy (line->currency, money.currency, sizeof line->currency);

  return TRUE;
}
