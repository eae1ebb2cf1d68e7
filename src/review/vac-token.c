/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-token"

#include "config.h"

#include <string.h>

#include "vac-placeholder.h"
#include "vac-token.h"

/* In bytes. Nobody types one that is longer, and what has no blanks is not searched again and again
 * for its end. */
#define LONGEST_ADDRESS 2048

/* Nearly all characters are in ASCII, and told without looking them up. */
static inline gunichar
get_char (const char *p)
{
  return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
}

static inline gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static inline gboolean
is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit ((char) c) : g_unichar_isdigit (c);
}

static inline gboolean
is_blank (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static const char *
skip_digits_and_letters (const char *p)
{
  for (;; p = g_utf8_next_char (p))
    {
      const gunichar c = get_char (p);
      gunichar next;

      if (is_letter (c) || is_digit (c))
        continue;
      /* A soft hyphen only says where the word may break. */
      if (!is_apostrophe (c) && c != '_' && c != 0x00ad)
        return p;
      next = get_char (g_utf8_next_char (p));
      if (!is_letter (next) && (c != '_' || !is_digit (next)))
        return p;
    }
}

static const char *
skip_number (const char *p)
{
  while (is_digit (get_char (p)))
    {
      do
        p = g_utf8_next_char (p);
      while (is_digit (get_char (p)));
      if ((*p == '.' || *p == ',') && is_digit (get_char (p + 1)))
        p++;
    }

  return is_letter (get_char (p)) ? skip_digits_and_letters (p) : p;
}

static const char *
skip_blanks (const char *p,
             gboolean   *has_break)
{
  for (*has_break = FALSE; is_blank (get_char (p)); p = g_utf8_next_char (p))
    *has_break = *has_break || *p == '\n';

  return p;
}

/* Whether @p, amid what begins at @start, makes an address of it: "a://b", "a@b", "node.js". */
static gboolean
is_mark_of_address (const char *start,
                    const char *p)
{
  if (p == start)
    return FALSE;
  if (*p == ':')
    return g_str_has_prefix (p, "://");
  if (*p == '@')
    return g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[1]);

  return *p == '.' && g_ascii_isalpha (p[-1]) && g_ascii_islower (p[1]);
}

/* In languages whose sentences have no blanks, it ends where their letters begin. */
static gboolean
ends_address (char c)
{
  static const gboolean ends[0x80] = {
    ['\0'] = TRUE, [' '] = TRUE, ['\t'] = TRUE, ['\n'] = TRUE, ['<'] = TRUE, ['>'] = TRUE,
    ['"'] = TRUE, ['('] = TRUE, [')'] = TRUE, ['{'] = TRUE, ['}'] = TRUE, ['['] = TRUE,
    [']'] = TRUE,
  };

  return (guchar) c >= G_N_ELEMENTS (ends) || ends[(guchar) c];
}

/* The end of the address that begins at @start, or @start when none does. */
static const char *
skip_address (const char *start)
{
  const char *end = start;
  gboolean found = FALSE;

  for (; !ends_address (*end) && end < start + LONGEST_ADDRESS; end++)
    found = found || is_mark_of_address (start, end);
  if (!found)
    return start;
  while (end > start && strchr (".,;:!?'", end[-1]) != NULL)
    end--;

  return end;
}

static VacTokenKind
take_token (const char **p,
            gboolean     may_be_address)
{
  const gunichar c = get_char (*p);
  const char *address = g_ascii_isalnum (c) && may_be_address ? skip_address (*p) : *p;
  gboolean has_break;

  if (address > *p)
    {
      *p = address;
      return VAC_TOKEN_OPAQUE;
    }
  if (is_blank (c))
    {
      *p = skip_blanks (*p, &has_break);
      return has_break ? VAC_TOKEN_BREAK : VAC_TOKEN_SPACE;
    }
  if (is_digit (c))
    {
      *p = skip_number (*p);
      return VAC_TOKEN_NUMBER;
    }
  if (is_letter (c))
    {
      *p = skip_digits_and_letters (*p);
      return VAC_TOKEN_WORD;
    }
  *p = g_utf8_next_char (*p);

  return VAC_TOKEN_SIGN;
}

/*
 * vac_token_may_be_address:
 * @text: a text of a document
 *
 * Returns: whether a part of it can be an address of a page or of mail; it costs far less to ask
 *   than to take the text to pieces
 */
gboolean
vac_token_may_be_address (const char *text)
{
  for (const char *p = strpbrk (text, ":@."); p != NULL; p = strpbrk (p + 1, ":@."))
    if (is_mark_of_address (text, p))
      return TRUE;

  return FALSE;
}

/*
 * vac_token_list_new:
 * @text: a text of a document
 *
 * Returns: (transfer full) (element-type VacToken): all of @text, piece by piece
 */
GArray *
vac_token_list_new (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (VacToken));
  VacPlaceholder placeholder;
  const gboolean has_address = vac_token_may_be_address (text);
  gboolean has_placeholder = vac_placeholder_next (text, 0, &placeholder);
  VacTokenKind last = VAC_TOKEN_SPACE;
  guint n = 0;

  g_array_set_size (tokens, (guint) strlen (text) / 3);
  for (const char *p = text; *p != '\0';)
    {
      VacToken token = { .start = (gsize) (p - text), .first = get_char (p) };

      if (has_placeholder && placeholder.start == token.start)
        {
          token.kind = VAC_TOKEN_OPAQUE;
          p = text + placeholder.end;
          has_placeholder = vac_placeholder_next (text, placeholder.end, &placeholder);
        }
      else
        token.kind = take_token (&p, has_address && last != VAC_TOKEN_WORD &&
                                         last != VAC_TOKEN_NUMBER);
      token.end = (gsize) (p - text);
      last = token.kind;
      if (n == tokens->len)
        g_array_set_size (tokens, 2 * n + 1);
      g_array_index (tokens, VacToken, n++) = token;
    }
  g_array_set_size (tokens, n);

  return tokens;
}

/*
 * vac_token_begins_with:
 * @self: a piece of a text
 * @signs: some characters
 *
 * Returns: whether its first character is one of them
 */
gboolean
vac_token_begins_with (const VacToken *self,
                       const char     *signs)
{
  return self->first < 0x80 ? strchr (signs, (char) self->first) != NULL
                            : g_utf8_strchr (signs, -1, self->first) != NULL;
}
