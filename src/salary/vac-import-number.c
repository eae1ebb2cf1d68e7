/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-number"

#include "config.h"

#include <string.h>

#include "vac-import-number.h"

/* More characters than any amount has. */
#define LONGEST 48
#define LARGEST (G_GINT64_CONSTANT (1000000000000) * VAC_IMPORT_SCALE)

/* Digits and marks of @text without a currency and without spaces; FALSE when there is more. */
static gboolean
take_digits (const char *text,
             char        out[LONGEST],
             gint64     *factor)
{
  guint n = 0;
  gboolean ended = FALSE;

  *factor = 1;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x202f || c == '\'' || c == 0x2019)
        continue;
      if (g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL)
        {
          ended = n > 0;
          continue;
        }
      if ((c == 'k' || c == 'K') && n > 0 && !ended)
        {
          *factor = 1000;
          ended = TRUE;
          continue;
        }
      if (ended || n >= LONGEST - 1 || !(g_ascii_isdigit (*p) || *p == '.' || *p == ','))
        return FALSE;
      out[n++] = *p;
    }
  out[n] = '\0';

  return TRUE;
}

static gboolean
are_groups (const char *text,
            gsize       length,
            char        mark)
{
  gsize run = 0;
  gboolean first = TRUE;

  for (gsize i = 0; i <= length; i++)
    {
      if (i < length && g_ascii_isdigit (text[i]))
        {
          run++;
          continue;
        }
      if (i < length && text[i] != mark)
        return FALSE;
      if (first ? run == 0 || run > 3 : run != 3)
        return FALSE;
      first = FALSE;
      run = 0;
    }

  return TRUE;
}

/* The decimal mark that the number itself proves, '?' when it could be either, 0 when it has no
 * mark at all. A mark that stands twice sets groups apart and so proves the other one. */
static char
find_evidence (const char *digits)
{
  const char *last = strrchr (digits, '.');
  const char *comma = strrchr (digits, ',');
  gsize before, after;

  if (last == NULL && comma == NULL)
    return '\0';
  if (last != NULL && comma != NULL)
    return last > comma ? '.' : ',';

  last = last != NULL ? last : comma;
  before = last - digits;
  after = strlen (last + 1);
  if (strchr (digits, *last) != last)
    return *last == '.' ? ',' : '.';
  if (after != 3 || before > 3 || before == 0 || digits[0] == '0')
    return *last;

  return '?';
}

static gboolean
count (const char *digits,
       char        decimal,
       gint64      factor,
       gint64     *value)
{
  const char *mark = strchr (digits, decimal);
  gsize whole = mark != NULL ? (gsize) (mark - digits) : strlen (digits);
  char group = decimal == '.' ? ',' : '.';
  gint64 place = VAC_IMPORT_SCALE * factor;
  gint64 sum = 0;

  if (memchr (digits, group, whole) != NULL && !are_groups (digits, whole, group))
    return FALSE;
  for (gsize i = 0; i < whole; i++)
    {
      if (digits[i] == group)
        continue;
      sum = sum * 10 + (digits[i] - '0');
      if (sum > LARGEST / place)
        return FALSE;
    }
  sum *= place;

  for (const char *p = mark != NULL ? mark + 1 : ""; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      place /= 10;
      sum += (*p - '0') * place;
      /* The first digit that is not kept decides on rounding. */
      if (place == 0)
        {
          *value = sum + (*p >= '5');
          return strspn (p, "0123456789") == strlen (p);
        }
    }
  *value = sum;

  return whole > 0 || (mark != NULL && mark[1] != '\0');
}

/**
 * vac_import_read_number:
 * @text: a cell
 * @decimal: '.' or ',' where the decimal mark is known, 0 where it is not
 * @value: (out): the number in ten-thousandths, rounded half up; with %VAC_IMPORT_AMBIGUOUS 0
 * @evidence: (out) (optional): the decimal mark that this number proves, 0 when it proves none
 *
 * Reads a number with an optional currency symbol and spaces or apostrophes between groups.
 * Without a known decimal mark, "1,234.5", "12.5" and "1,234,567" prove theirs; "1.000" and
 * "1,000" do not.
 *
 * Returns: what was found
 */
VacImportReading
vac_import_read_number (const char *text,
                        char        decimal,
                        gint64     *value,
                        char       *evidence)
{
  char digits[LONGEST];
  gint64 factor;
  char found;

  *value = 0;
  if (evidence != NULL)
    *evidence = '\0';
  if (!take_digits (text, digits, &factor))
    return VAC_IMPORT_NOT_A_NUMBER;
  if (*digits == '\0')
    return text[strspn (text, " \t\r\n")] == '\0' ? VAC_IMPORT_EMPTY : VAC_IMPORT_NOT_A_NUMBER;

  found = find_evidence (digits);
  if (evidence != NULL && found != '?')
    *evidence = found;
  if (decimal == '\0' && found == '?')
    return VAC_IMPORT_AMBIGUOUS;
  if (decimal == '\0')
    decimal = found != '\0' ? found : '.';

  return count (digits, decimal, factor, value) ? VAC_IMPORT_NUMBER : VAC_IMPORT_NOT_A_NUMBER;
}
