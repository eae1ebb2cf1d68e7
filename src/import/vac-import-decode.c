/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-decode"

#include "config.h"

#include <string.h>

#include "vac-import-private.h"

/* The encoding of a text that nobody labelled: what Western Windows writes without Unicode. Every
 * byte is a character in it or in Latin 1, so nothing is refused. */
static const char *const last_resorts[] = { "WINDOWS-1252", "ISO-8859-1" };

/* UTF-16 without a mark has a NUL in every other byte of Latin letters. */
static const char *
tell_utf16 (const char *data,
            gsize       length)
{
  const gsize seen = MIN (length, 1024) & ~(gsize) 1;
  gsize zeros[2] = { 0 };

  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  for (gsize i = 0; i < seen; i++)
    zeros[i % 2] += data[i] == '\0';
  if (zeros[1] > seen / 4 && zeros[0] == 0)
    return "UTF-16LE";

  return zeros[0] > seen / 4 && zeros[1] == 0 ? "UTF-16BE" : NULL;
}

/**
 * vac_import_decode:
 * @bytes: a text
 * @charset: (nullable): the encoding that the source says it has
 *
 * Returns: (transfer full): @bytes as UTF-8, without a byte order mark; what cannot be read has a
 *   replacement character in its place
 */
char *
vac_import_decode (GBytes     *bytes,
                   const char *charset)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *wide = tell_utf16 (data, length);
  char *text = NULL;

  g_assert (data != NULL || length == 0);

  if (length == 0)
    return g_strdup ("");
  if (wide != NULL)
    {
      text = g_convert (data, (gssize) (length & ~(gsize) 1), "UTF-8", wide, NULL, NULL, NULL);
      if (text != NULL && g_str_has_prefix (text, "\xef\xbb\xbf"))
        memmove (text, text + 3, strlen (text + 3) + 1);
    }
  else if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    text = g_utf8_make_valid (data + 3, (gssize) length - 3);
  else if (g_utf8_validate_len (data, length, NULL))
    text = g_strndup (data, length);
  else if (charset != NULL && g_ascii_strcasecmp (charset, "utf-8") != 0)
    text = g_convert (data, (gssize) length, "UTF-8", charset, NULL, NULL, NULL);
  for (guint i = 0; text == NULL && i < G_N_ELEMENTS (last_resorts); i++)
    text = g_convert (data, (gssize) length, "UTF-8", last_resorts[i], NULL, NULL, NULL);

  return text != NULL ? text : g_utf8_make_valid (data, (gssize) length);
}
