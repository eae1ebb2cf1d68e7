/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-json-text"

#include "config.h"

#include <string.h>

#include "vac-json-private.h"

/* Places, escapes and numbers in the text of JSON, for what reads it and for what asks about it. */

/* Moves a place on over the bytes; a column is a character, not a byte. */
void
vac_json_advance (const char *data,
                  gsize       from,
                  gsize       to,
                  guint      *line,
                  guint      *column)
{
  for (gsize i = from; i < to; i++)
    {
      if (data[i] == '\n')
        {
          *line += 1;
          *column = 1;
        }
      else if (((guchar) data[i] & 0xc0) != 0x80)
        {
          *column += 1;
        }
    }
}

/* The code unit of a \uXXXX at the beginning of the bytes, or -1. */
int
vac_json_read_unit (const char *bytes,
                    gsize       length)
{
  int unit = 0;

  if (length < 6 || bytes[0] != '\\' || bytes[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (bytes[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }

  return unit;
}

/* Reads a whole number of the grammar of RFC 8259; FALSE outside the 64 bits. It is collected as
 * a negative number because the smallest one has no positive counterpart. */
gboolean
vac_json_read_integer (const char *text,
                       gsize       length,
                       gint64     *value)
{
  gboolean negative = text[0] == '-';
  gint64 result = 0;

  for (gsize i = negative; i < length; i++)
    {
      if (__builtin_mul_overflow (result, 10, &result) ||
          __builtin_sub_overflow (result, text[i] - '0', &result))
        return FALSE;
    }
  if (!negative && result == G_MININT64)
    return FALSE;
  *value = negative ? result : -result;

  return TRUE;
}

/* Appends what is between the quotes; its escapes have been checked. */
void
vac_json_append_unescaped (GString    *out,
                           const char *text,
                           gsize       length)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *end = text + length;

  while (text < end)
    {
      const char *escape = memchr (text, '\\', end - text);
      int unit, low;

      g_string_append_len (out, text, (escape != NULL ? escape : end) - text);
      if (escape == NULL)
        break;

      unit = vac_json_read_unit (escape, end - escape);
      if (unit < 0)
        {
          g_string_append_c (out, meanings[strchr (letters, escape[1]) - letters]);
          text = escape + 2;
          continue;
        }
      text = escape + 6;
      if (vac_json_is_high_surrogate (unit))
        {
          low = vac_json_read_unit (text, end - text);
          unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
          text += 6;
        }
      g_string_append_unichar (out, (gunichar) unit);
    }
}
