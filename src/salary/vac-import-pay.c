/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-pay"

#include "config.h"

#include <string.h>

#include "vac-import-beside.h"
#include "vac-import-pay.h"
#include "vac-import-tables.h"

/* Where the amounts of a cell are. */
typedef struct
{
  const char *start;
  const char *end;
  gboolean    thousands;   /* "130k" */
} Piece;

void
vac_import_pay_clear (VacImportPay *self)
{
  g_clear_pointer (&self->currency, g_free);
}

static gboolean
is_mark (gunichar c)
{
  return c == '.' || c == ',' || c == '\'' || c == 0x2019;
}

/* A space between digits belongs to the number where exactly three digits follow it. */
static gboolean
begins_group (const char *text)
{
  return strspn (text, "0123456789") == 3;
}

/* The end of the number that begins at @start. */
static const char *
find_end (const char *start)
{
  const char *p = start;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (!g_ascii_isdigit (*p) && !(is_mark (c) && g_ascii_isdigit (*next)) &&
          !((g_unichar_isspace (c) || c == 0x202f) && begins_group (next)))
        break;
      p = next;
    }

  return p;
}

/* A "k" after the number, with or without a space, that does not begin a word. */
static const char *
pass_thousands (const char *text)
{
  const char *p = text + (*text == ' ');

  return (*p == 'k' || *p == 'K') && !g_unichar_isalpha (g_utf8_get_char (p + 1)) ? p + 1 : text;
}

/* How many numbers there are; 3 for more than a cell of pay has. */
static guint
find_pieces (const char *text,
             Piece       pieces[2])
{
  guint n = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *end;

      if (!g_ascii_isdigit (*p) && !(is_mark ((guchar) *p) && g_ascii_isdigit (p[1])))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (n == 2)
        return 3;
      end = find_end (p);
      pieces[n].start = p;
      pieces[n].end = end;
      p = pass_thousands (end);
      pieces[n++].thousands = p > end;
    }

  return n;
}

/* Nobody writes a sum of money with three decimals: what stands before three digits parts
 * thousands. */
static char
prove_by_money (const char *number)
{
  return strchr (number, '.') != NULL ? ',' : '.';
}

static VacImportReading
read_piece (const Piece *piece,
            char         decimal,
            gboolean     is_money,
            gint64      *value,
            char        *evidence)
{
  g_autofree char *number = g_strndup (piece->start, (gsize) (piece->end - piece->start));
  VacImportReading reading = vac_import_read_number (number, decimal, value, evidence);

  if (reading == VAC_IMPORT_AMBIGUOUS && is_money && !piece->thousands)
    {
      *evidence = prove_by_money (number);
      reading = vac_import_read_number (number, *evidence, value, NULL);
    }
  if (reading == VAC_IMPORT_NUMBER && piece->thousands)
    {
      if (*value > G_MAXINT64 / 1000)
        return VAC_IMPORT_NOT_A_NUMBER;
      *value *= 1000;
    }

  return reading;
}

static gboolean
is_only_amounts (const char   *text,
                 const Piece   pieces[2],
                 guint         n,
                 VacImportEnd *end)
{
  const char *after = pass_thousands (pieces[n - 1].end);
  g_autofree char *before = g_strndup (text, (gsize) (pieces[0].start - text));
  g_autofree char *between = NULL;

  if (!vac_import_is_beside_amount (before) || !vac_import_is_beside_amount (after))
    return FALSE;
  if (n == 1)
    {
      *end = vac_import_find_end (before, after);
      return TRUE;
    }
  between = g_strndup (pass_thousands (pieces[0].end),
                       (gsize) (pieces[1].start - pass_thousands (pieces[0].end)));

  return vac_import_is_between (between);
}

/**
 * vac_import_read_pay:
 * @text: a cell
 * @decimal: '.' or ',' where the decimal mark is known, 0 where it is not
 * @is_money: whether the numbers are known to be sums of money
 * @pay: (out caller-allocates): what is in it, to be cleared
 *
 * Reads an amount or a range: "$120,000 - $160,000", "130–175K", "115k to 150k/yr", or one end of
 * it: "from 50,000". A cell with words that say something else is no pay.
 *
 * Returns: what was found
 */
VacImportReading
vac_import_read_pay (const char   *text,
                     char          decimal,
                     gboolean      is_money,
                     VacImportPay *pay)
{
  Piece pieces[2];
  guint n = find_pieces (text, pieces);
  VacImportEnd end = VAC_IMPORT_BOTH_ENDS;
  gboolean is_bare;

  memset (pay, 0, sizeof *pay);
  if (n == 0)
    return text[strspn (text, " \t\r\n")] == '\0' ? VAC_IMPORT_EMPTY : VAC_IMPORT_NOT_A_NUMBER;
  /* Nothing but a number is what most cells are. */
  is_bare = n == 1 && text[strspn (text, "0123456789.,")] == '\0';
  if (n > 2 || (!is_bare && !is_only_amounts (text, pieces, n, &end)))
    return VAC_IMPORT_NOT_A_NUMBER;

  if (!is_bare)
    {
      pay->currency = vac_import_find_currency (text);
      pay->has_period = vac_import_find_period (text, &pay->period);
    }
  /* "130 – 175k" */
  if (n == 2 && pieces[1].thousands && pieces[0].end - pieces[0].start <= 3)
    pieces[0].thousands = TRUE;

  for (guint i = 0; i < n; i++)
    {
      char evidence = '\0';
      VacImportReading reading = read_piece (&pieces[i], decimal, is_money || pay->currency != NULL,
                                             &pay->amounts[i], &evidence);

      if (reading != VAC_IMPORT_NUMBER)
        return reading;
      if (evidence != '\0' && pay->evidence == '\0')
        pay->evidence = evidence;
    }
  pay->n_amounts = n;
  pay->has[0] = end != VAC_IMPORT_UPPER_END;
  pay->has[1] = end != VAC_IMPORT_LOWER_END;
  if (n == 1)
    pay->amounts[1] = pay->amounts[0];

  return VAC_IMPORT_NUMBER;
}
