/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paste-numbers"

#include "config.h"

#include <string.h>

#include "vac-paste-line.h"

/* Numbers before lines. "3." before a line may be a day as well as a mark, in whatever language: so
 * a number is a mark only where the lines as a whole are numbered. */

/* Returns: 0 when the letters are no Roman number up to 49 */
static guint
read_roman (const char *letters,
            gsize       length)
{
  static const char *const tens[] = { "", "x", "xx", "xxx", "xl" };
  static const char *const ones[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };

  for (guint value = 1; value < 50; value++)
    {
      const char *ten = tens[value / 10], *one = ones[value % 10];
      gsize n_tens = strlen (ten);

      if (length == n_tens + strlen (one) && g_ascii_strncasecmp (letters, ten, n_tens) == 0 &&
          g_ascii_strncasecmp (letters + n_tens, one, length - n_tens) == 0)
        return value;
    }

  return 0;
}

static const char *
read_digits (const char     *text,
             VacPasteNumber *number)
{
  guint value = 0, n_digits = 0;

  for (; g_unichar_isdigit (g_utf8_get_char (text)); text = g_utf8_next_char (text), n_digits++)
    value = value * 10 + (guint) g_unichar_digit_value (g_utf8_get_char (text));
  if (n_digits == 0 || n_digits > 3 || number->n_values == G_N_ELEMENTS (number->values))
    return NULL;
  number->values[number->n_values++] = value;

  return *text == '.' && g_unichar_isdigit (g_utf8_get_char (text + 1))
         ? read_digits (text + 1, number) : text;
}

static const char *
read_letters (const char     *text,
              VacPasteNumber *number)
{
  gsize length = 0;

  while (g_ascii_isalpha (text[length]) &&
         g_ascii_islower (text[length]) == g_ascii_islower (*text))
    length++;
  if (length == 0 || length > 8)
    return NULL;
  number->roman = read_roman (text, length);
  if (length > 1 && number->roman == 0)
    return NULL;

  number->first = (gunichar) *text;
  number->values[0] = length == 1 ? (guint) (g_ascii_tolower (*text) - 'a' + 1) : 0;
  number->n_values = 1;

  return text + length;
}

/* Reads what follows the number; the wide forms are those of Chinese and Japanese. */
static const char *
read_close (const char     *text,
            gboolean        open,
            VacPasteNumber *number)
{
  gunichar c = g_utf8_get_char (text);

  if (c == ')' || c == 0xff09)
    number->close = open ? '(' : ')';
  else if (!open && (c == '.' || c == 0xff0e || c == 0x3001))
    number->close = '.';
  else if (!open && number->first == 0 && (c == '-' || c == '/'))
    number->close = (char) c;
  else
    return open || number->n_values < 2 ? NULL : text;

  /* "1.)" */
  text = g_utf8_next_char (text);
  if (number->close != '.' || *text != ')')
    return text;
  number->close = ')';

  return text + 1;
}

/**
 * vac_paste_find_number:
 * @line: a line
 *
 * Notes the number it begins with, if any; whether that is a mark depends on the other lines.
 */
void
vac_paste_find_number (VacPasteLine *line)
{
  VacPasteNumber number = { .n_values = 0 };
  const gunichar opening = g_utf8_get_char (line->text);
  const gboolean open = opening == '(' || opening == 0xff08;
  const char *label = open ? g_utf8_next_char (line->text) : line->text;
  const char *after = g_unichar_isdigit (g_utf8_get_char (label)) ? read_digits (label, &number)
                                                                  : read_letters (label, &number);
  const char *rest;

  after = after != NULL ? read_close (after, open, &number) : NULL;
  if (after == NULL)
    return;

  rest = vac_paste_skip_blanks (after);
  if (rest == after && *rest != '\0' && g_utf8_get_char (g_utf8_prev_char (rest)) < 0x3000)
    return;
  number.tab = memchr (after, '\t', (gsize) (rest - after)) != NULL;
  number.length = (gsize) (rest - line->text);
  line->number = number;
}

typedef enum
{
  DIGITS,
  LOWER_LETTERS,
  UPPER_LETTERS,
  LOWER_ROMAN,
  UPPER_ROMAN,
  N_SERIES
} Series;

/* Returns: the line's position in a series, 0 when it belongs to another */
static guint
get_place (const VacPasteNumber *number,
           Series                series)
{
  gboolean lower = number->first >= 'a';

  if (number->length == 0 || number->n_values != 1)
    return 0;
  if (number->first == 0)
    return series == DIGITS ? number->values[0] : 0;
  if (series == (lower ? LOWER_LETTERS : UPPER_LETTERS))
    return number->values[0];

  return series == (lower ? LOWER_ROMAN : UPPER_ROMAN) ? number->roman : 0;
}

/* Accepts the numbers of one series, "a) b) c)", when each follows the one before it, or begins
 * again. Where every line is numbered the first may be any. */
static void
accept_series (GPtrArray *lines,
               Series     series,
               char       close,
               gboolean   all)
{
  guint last = 0, highest = 0, n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      VacPasteLine *line = g_ptr_array_index (lines, i);
      guint place = line->number.close == close ? get_place (&line->number, series) : 0;

      if (place == 0)
        continue;
      if (place != 1 && place != last + 1 && !(all && n == 0))
        return;
      last = place;
      highest = MAX (highest, place);
      n++;
    }
  if (n < 2 || (highest < 2 && !all))
    return;

  for (guint i = 0; i < lines->len; i++)
    {
      VacPasteLine *line = g_ptr_array_index (lines, i);

      if (line->number.close == close && get_place (&line->number, series) != 0)
        line->accepted = TRUE;
    }
}

/* Whether @next may follow @last in an outline: 1.1 after 1, 1.2 after 1.1, 2 after 1.2. */
static gboolean
follows (const VacPasteNumber *next,
         const VacPasteNumber *last)
{
  guint deepest = next->n_values - 1;

  g_assert (next->n_values > 0);

  if (deepest > last->n_values)
    return FALSE;
  for (guint i = 0; i < deepest; i++)
    if (next->values[i] != last->values[i])
      return FALSE;

  return next->values[deepest] == (deepest < last->n_values ? last->values[deepest] : 0) + 1;
}

static gboolean
is_of_outline (const VacPasteLine *line,
               gboolean            bare)
{
  return line->number.length > 0 && line->number.first == 0 &&
         (line->number.close == '.' || (bare && line->number.close == 0));
}

/* "1.5 years" is not of the outline unless 1.4 comes before it. */
static gboolean
accept_outline (GPtrArray *lines,
                gboolean   bare)
{
  const VacPasteNumber *last = NULL;
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      VacPasteLine *line = g_ptr_array_index (lines, i);

      if (!is_of_outline (line, bare))
        continue;
      if (last != NULL ? !follows (&line->number, last)
                       : line->number.values[line->number.n_values - 1] != 1)
        return FALSE;
      last = &line->number;
      n++;
    }
  if (n < 2)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    ((VacPasteLine *) g_ptr_array_index (lines, i))->accepted |=
      is_of_outline (g_ptr_array_index (lines, i), bare);

  return TRUE;
}

/* Levels of several forms on every line, such as "1." "a)" "(i)": an excerpt of an outline. */
static gboolean
has_several_forms (GPtrArray *lines)
{
  const VacPasteNumber *first = &((VacPasteLine *) g_ptr_array_index (lines, 0))->number;

  for (guint i = 1; i < lines->len; i++)
    {
      const VacPasteNumber *other = &((VacPasteLine *) g_ptr_array_index (lines, i))->number;

      if (other->close != 0 && first->close != 0 &&
          (other->close != first->close || (other->first == 0) != (first->first == 0) ||
           (other->n_values > 1) != (first->n_values > 1)))
        return TRUE;
    }

  return FALSE;
}

static void
accept_all (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    ((VacPasteLine *) g_ptr_array_index (lines, i))->accepted = TRUE;
}

/* Where every line has a mark, a number is one when there are also bullets, or when nothing follows
 * it. */
static void
accept_among_marks (GPtrArray *lines,
                    gboolean   bullets)
{
  for (guint i = 0; i < lines->len; i++)
    {
      VacPasteLine *line = g_ptr_array_index (lines, i);

      line->accepted |= line->number.close != 0 &&
                        (bullets || line->text[line->number.length] == '\0');
    }
}

/**
 * vac_paste_accept_numbers:
 * @lines: (element-type VacPasteLine): lines with their numbers
 *
 * Tells which numbers are marks: those followed by a tab, as Word sets them, and those that make a
 * series, an outline, or the marks of all lines.
 */
void
vac_paste_accept_numbers (GPtrArray *lines)
{
  guint n_marked = 0, n_numbers = 0;
  gboolean all;

  if (lines->len == 0)
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      VacPasteLine *line = g_ptr_array_index (lines, i);

      n_marked += line->marked;
      n_numbers += line->number.length > 0;
      line->accepted = line->number.tab && line->number.close != 0;
    }
  if (n_marked + n_numbers == lines->len)
    accept_among_marks (lines, n_marked > 0);
  if (n_numbers == 0 || lines->len < 2)
    return;

  all = n_numbers == lines->len;
  if (all && has_several_forms (lines))
    {
      accept_all (lines);
      return;
    }
  if (!accept_outline (lines, TRUE))
    accept_outline (lines, FALSE);
  for (Series series = DIGITS; series < N_SERIES; series++)
    for (const char *close = ".)(-/"; *close != '\0'; close++)
      accept_series (lines, series, *close, all);
}
