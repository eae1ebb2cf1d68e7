/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-words"

#include "config.h"

#include <string.h>

#include "vac-import-words.h"

/* The words of @text with spaces between them, without case and accents. */
static char *
spread (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) joined = g_string_new (NULL);
  gboolean lower = FALSE;

  for (const char *p = plain != NULL ? plain : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c) || (lower && g_unichar_isupper (c)))
        g_string_append_c (joined, ' ');
      if (g_unichar_isalnum (c))
        g_string_append_unichar (joined, c);
      lower = g_unichar_islower (c);
    }

  return g_utf8_casefold (joined->str, -1);
}

/* The same of ASCII, which most of every table is. */
static char *
spread_ascii (const char *text)
{
  GString *joined = g_string_sized_new (64);
  gboolean lower = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) || (lower && g_ascii_isupper (*p)))
        g_string_append_c (joined, ' ');
      if (g_ascii_isalnum (*p))
        g_string_append_c (joined, g_ascii_tolower (*p));
      lower = g_ascii_islower (*p);
    }

  return g_string_free (joined, FALSE);
}

/**
 * vac_import_split_words:
 * @text: valid UTF-8
 *
 * Splits at whatever is no letter or digit and where "minSalary" changes case; drops case and
 * accents.
 *
 * Returns: (transfer full): the words
 */
GStrv
vac_import_split_words (const char *text)
{
  g_autofree char *folded = g_str_is_ascii (text) ? spread_ascii (text) : spread (text);
  GPtrArray *words = g_ptr_array_new ();

  for (const char *p = folded; *p != '\0';)
    {
      const gsize length = strcspn (p, " ");

      if (length > 0)
        g_ptr_array_add (words, g_strndup (p, length));
      p += length + (p[length] == ' ');
    }
  g_ptr_array_add (words, NULL);

  return (GStrv) g_ptr_array_free (words, FALSE);
}

/**
 * vac_import_simplify:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): its letters and digits without case and accents, for comparing
 */
char *
vac_import_simplify (const char *text)
{
  g_auto (GStrv) words = vac_import_split_words (text);

  return g_strjoinv (NULL, words);
}
