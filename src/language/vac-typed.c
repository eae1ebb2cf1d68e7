/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-typed"

#include "config.h"

#include <string.h>

#include "vac-typed.h"

/* What people type, in one spelling: the readers of amounts and dates begin here. */

static gboolean
is_dash (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212;
}

/* What is nearly always typed needs no tables of Unicode; it must read as the long way reads it. */
static char *
tidy_ascii (const char *text)
{
  char *tidy = g_malloc (strlen (text) + 1);
  char *end = tidy;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *end++ = *p;
    else if (end > tidy && end[-1] != ' ')
      *end++ = ' ';
  if (end > tidy && end[-1] == ' ')
    end--;
  *end = '\0';

  return tidy;
}

/**
 * vac_typed_tidy:
 * @text: what a person typed
 *
 * Digits of every script become ASCII digits, full-width letters and signs plain ones, every kind
 * of dash a hyphen, every kind of space one space; marks that nobody sees are dropped, and spaces
 * at both ends. The forms are those of Unicode normalization form KC.
 *
 * Returns: (transfer full) (nullable): the text in that spelling; %NULL when it is not valid UTF-8
 *   or has numbers that are no digits ("½", "10²")
 */
char *
vac_typed_tidy (const char *text)
{
  g_autofree char *normal = NULL;
  g_autoptr (GString) tidy = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_is_ascii (text))
    return tidy_ascii (text);
  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_OTHER_NUMBER)
      return NULL;

  tidy = g_string_new (NULL);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          if (tidy->len > 0 && tidy->str[tidy->len - 1] != ' ')
            g_string_append_c (tidy, ' ');
        }
      else if (g_unichar_isdigit (c))
        g_string_append_c (tidy, (char) ('0' + g_unichar_digit_value (c)));
      else if (is_dash (c))
        g_string_append_c (tidy, '-');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (tidy, c);
    }
  if (tidy->len > 0 && tidy->str[tidy->len - 1] == ' ')
    g_string_truncate (tidy, tidy->len - 1);

  return g_string_free (g_steal_pointer (&tidy), FALSE);
}

/**
 * vac_typed_fold:
 * @text: any text
 *
 * Returns: (transfer full) (nullable): as vac_typed_tidy(), without regard to case
 */
char *
vac_typed_fold (const char *text)
{
  g_autofree char *tidy = vac_typed_tidy (text);

  if (tidy == NULL)
    return NULL;

  return g_str_is_ascii (tidy) ? g_ascii_strdown (tidy, -1) : g_utf8_casefold (tidy, -1);
}

/**
 * vac_typed_equal:
 * @folded: a text from vac_typed_fold()
 * @word: any text
 *
 * Returns: whether @word is the same but for case and spelling
 */
gboolean
vac_typed_equal (const char *folded,
                 const char *word)
{
  g_autofree char *other = vac_typed_fold (word);

  return g_strcmp0 (folded, other) == 0;
}

/**
 * vac_typed_is_apostrophe:
 * @c: a character
 *
 * Returns: whether people type or print it for an apostrophe
 */
gboolean
vac_typed_is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2bc || c == '`' || c == 0xb4;
}
