/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-words"

#include "config.h"

#include "vac-import-words.h"

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
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  GPtrArray *words = g_ptr_array_new ();
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
  folded = g_utf8_casefold (joined->str, -1);
  parts = g_strsplit (folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
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
