/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-json-bytes"

#include "config.h"

#include <string.h>

#include "vac-json-bytes.h"

/* The bytes of a text, many at a time. */

/*
 * vac_json_measure_plain:
 * @text: within a string of JSON
 * @length: how many bytes there are
 *
 * They are looked at eight at a time, by the bits that a borrow sets in each byte of what is looked
 * for (Bit Twiddling Hacks, “Determine if a word has a byte less than n”).
 *
 * Returns: how many bytes are surely characters that stand for themselves; there may be more
 */
gsize
vac_json_measure_plain (const char *text,
                        gsize       length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), tops = ones << 7;
  gsize n = 0;

  for (; length - n >= sizeof (guint64); n += sizeof (guint64))
    {
      guint64 word, quotes, slashes;

      memcpy (&word, text + n, sizeof word);
      quotes = word ^ (ones * '"');
      slashes = word ^ (ones * '\\');
      if ((((word - ones * 0x20) & ~word) | ((quotes - ones) & ~quotes) |
           ((slashes - ones) & ~slashes)) & tops)
        break;
    }

  return n;
}

/* How many bytes at the beginning of @text are ASCII and no NUL; there may be more of them. */
static gsize
measure_ascii (const char *text,
               gsize       length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), tops = ones << 7;
  gsize n = 0;

  for (; length - n >= sizeof (guint64); n += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, text + n, sizeof word);
      if (((word | (word - ones)) & tops) != 0)
        break;
    }

  return n;
}

/*
 * vac_json_is_text:
 * @text: a file
 * @length: how many bytes it has
 * @end: (out): the first byte that is none of UTF-8, or a NUL; not set where there is none
 *
 * Does what g_utf8_validate_len() does, which takes each byte alone; most of a file is ASCII.
 *
 * Returns: whether all of it is UTF-8 without NUL
 */
gboolean
vac_json_is_text (const char  *text,
                  gsize        length,
                  const char **end)
{
  gsize n = 0;

  for (;;)
    {
      gsize step;

      n += measure_ascii (text + n, length - n);
      if (n == length)
        return TRUE;

      /* On to the beginning of a character, behind at least one that is looked at. */
      step = MIN (length - n, 64);
      while (n + step < length && step > 0 && (text[n + step] & 0xC0) == 0x80)
        step--;
      step = step > 0 ? step : length - n;
      if (!g_utf8_validate_len (text + n, step, end))
        return FALSE;
      n += step;
    }
}
