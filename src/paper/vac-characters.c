/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-characters"

#include "config.h"

#include "vac-characters.h"

/* What every typeface of the page has: letters of Latin alphabets, and common punctuation. No font
 * has to be opened to know it. */
static gboolean
is_common (gunichar character)
{
  return (character >= 0x20 && character < 0x250) || (character >= 0x2010 && character < 0x2045) ||
         character == 0x20ac || character == 0x2122 || character == 0x2212;
}

/* Blanks, and marks for programs that lay text out, need no glyph. */
static gboolean
is_invisible (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
      return TRUE;
    default:
      /* Variation selectors are marks. */
      return (character >= 0xfe00 && character <= 0xfe0f) ||
             (character >= 0xe0100 && character <= 0xe01ef);
    }
}

/**
 * vac_characters_has:
 * @character: a character of a text
 *
 * May be called from any thread; each character is asked about once.
 *
 * Returns: whether some font of this machine has a glyph for it, or it needs none
 */
gboolean
vac_characters_has (gunichar character)
{
  static GMutex mutex;
  static GHashTable *answers;   /* character → whether there is a glyph, from 1 */
  gpointer key = GUINT_TO_POINTER (character);
  guint answer;

  if (is_common (character) || is_invisible (character))
    return TRUE;

  g_mutex_lock (&mutex);
  if (answers == NULL)
    answers = g_hash_table_new (NULL, NULL);
  answer = GPOINTER_TO_UINT (g_hash_table_lookup (answers, key));
  if (answer == 0)
    {
      answer = vac_type_ask_fonts (character) ? 2 : 1;
      g_hash_table_insert (answers, key, GUINT_TO_POINTER (answer));
    }
  g_mutex_unlock (&mutex);

  return answer == 2;
}
