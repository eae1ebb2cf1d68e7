/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-words"

#include "config.h"

#include <string.h>

#include "vac-library-words.h"

/* Texts as the index holds them, and what is typed to find them.
 *
 * The tokenizer unicode61 takes what stands between two spaces or signs for a word. For scripts
 * without spaces that would be a whole sentence, of which only the beginning could be found; its
 * other tokenizer, trigram, finds nothing shorter than three characters, and most words of Chinese
 * and Japanese have two. So each character of such a script is set apart here, and what is typed is
 * looked for as those characters in a row.
 *
 * To it "C++" and "C#" are the word "c". A sign that ends a word so becomes a private-use
 * character, which belongs to the word. */

#define PRIVATE_USE 0xe000

/* What is pasted by mistake is not looked for to its last word. */
#define MOST_PARTS 48

static gboolean
is_written_without_spaces (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_TIBETAN:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ||
         g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

/* Without regard to case, and with full-width letters and ligatures as plain ones. */
static char *
make_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);

  return g_utf8_casefold (normal, -1);
}

/* At signs that end a word. Returns: how many there are; 0 when another word follows at once */
static gsize
count_signs (const char *p)
{
  const gsize n = strspn (p, "+#");

  return is_of_word (g_utf8_get_char (p + n)) ? 0 : n;
}

static void
append_signs (GString    *folded,
              const char *signs,
              gsize       n_signs)
{
  for (gsize i = 0; i < n_signs; i++)
    g_string_append_unichar (folded, PRIVATE_USE + (gunichar) signs[i]);
}

/**
 * vac_library_words_fold:
 * @text: any text
 *
 * Returns: (transfer full): the same for FTS5 with %VAC_LIBRARY_TOKENS, without quotation marks
 */
char *
vac_library_words_fold (const char *text)
{
  g_autofree char *plain = make_plain (text);
  GString *folded = g_string_new (NULL);
  gboolean in_word = FALSE;

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gsize n_signs = in_word ? count_signs (p) : 0;

      /* What nobody sees, such as a soft hyphen, is in the middle of a word. */
      if (g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      in_word = is_of_word (c);
      if (n_signs > 0)
        {
          append_signs (folded, p, n_signs);
          p += n_signs - 1;
        }
      else if (in_word && !g_unichar_ismark (c) && is_written_without_spaces (c))
        {
          g_string_append_c (folded, ' ');
          g_string_append_unichar (folded, c);
          g_string_append_c (folded, ' ');
        }
      else
        {
          g_string_append_unichar (folded, in_word ? c : ' ');
        }
    }

  return g_string_free (folded, FALSE);
}

static gboolean
has_word (const char *folded)
{
  for (; *folded != '\0'; folded = g_utf8_next_char (folded))
    if (is_of_word (g_utf8_get_char (folded)))
      return TRUE;

  return FALSE;
}

/* Everything but letters, digits and marks is a space by now: nothing has to be escaped. */
static void
add_part (GString    *match,
          const char *text,
          gboolean    whole)
{
  g_autofree char *folded = vac_library_words_fold (text);

  g_strstrip (folded);
  if (!has_word (folded))
    return;
  g_string_append_printf (match, "%s\"%s\"%s", match->len > 0 ? " AND " : "", folded,
                          whole ? "" : " *");
}

/**
 * vac_library_words_match:
 * @typed: what a person typed to search for
 *
 * Words stand for all words that begin so, in any order; what is between two quotation marks stands
 * for itself, and after the first one for what begins so.
 *
 * Returns: (transfer full) (nullable): a query of FTS5 for texts from vac_library_words_fold();
 *   %NULL when there is nothing to look for
 */
char *
vac_library_words_match (const char *typed)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autofree char *plain = make_plain (typed);
  g_auto (GStrv) quoted = NULL;
  guint n_quoted;
  guint n_parts = 0;

  /* An ideographic space is a plain one by now. */
  quoted = g_strsplit (plain, "\"", 2 * MOST_PARTS);
  n_quoted = g_strv_length (quoted);
  for (guint i = 0; i < n_quoted && n_parts < MOST_PARTS; i++)
    {
      g_auto (GStrv) words = NULL;

      if (i % 2 == 1)
        {
          add_part (match, quoted[i], i + 1 < n_quoted);
          n_parts++;
          continue;
        }
      words = g_strsplit_set (quoted[i], " \t\r\n", -1);
      for (guint j = 0; words[j] != NULL && n_parts < MOST_PARTS; j++)
        {
          add_part (match, words[j], FALSE);
          n_parts += *words[j] != '\0';
        }
    }

  return match->len > 0 ? g_strdup (match->str) : NULL;
}
