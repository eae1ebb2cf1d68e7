/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-plain"

#include "config.h"

#include <string.h>

#include "vac-plain.h"
#include "vac-quote.h"

/* What neither XML 1.0 (§2.2, Char) nor HTML (§3.2.6, text) lets stand in a file: control
 * characters and noncharacters. C1 controls are legal XML, but a parse error in HTML. Overrides of
 * the direction are legal in both, and make one text read as another. */
static gboolean
is_forbidden (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || vac_quote_is_override (c) ||
         (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static void
trim_line_end (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

/* Blanks of every kind, as Unicode counts them: emphasis that borders on one is none in
 * CommonMark. */
static void
trim_ends (GString *out)
{
  const char *start = out->str;

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  g_string_erase (out, 0, start - out->str);

  while (out->len > 0)
    {
      const char *last = g_utf8_prev_char (out->str + out->len);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      g_string_truncate (out, (gsize) (last - out->str));
    }
}

static char *
clean_closely (const char *text,
               gunichar    line_break)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (text) + 1);

  for (const char *p = valid != NULL ? valid : text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r')
        {
          if (c == '\r' && p[1] == '\n')
            p++;
          c = line_break;
          trim_line_end (out);
        }
      else if (c == '\t')
        c = ' ';
      else if (is_forbidden (c))
        continue;

      /* Blanks at the start of a line would make code of it in Markdown, and mean nothing here. */
      if ((c == ' ' || c == '\n') && (out->len == 0 || out->str[out->len - 1] == '\n'))
        continue;
      g_string_append_unichar (out, c);
    }

  trim_ends (out);

  return g_string_free (out, FALSE);
}

/* Whether nothing in a text can be unclean, told from its bytes: nearly every text passes. Those
 * that begin or end with a character beyond ASCII, or hold one of a block with noncharacters or
 * C1 controls, or overrides, are looked at closely. */
static gboolean
is_evidently_clean (const char *text)
{
  const guchar *p = (const guchar *) text;

  if (*p == ' ' || *p >= 0x80)
    return FALSE;
  for (; *p != '\0'; p++)
    if (*p < 0x20 || *p == 0x7f || *p == 0xc2 || *p == 0xe2 || *p == 0xef || *p >= 0xf0)
      return FALSE;

  return p == (const guchar *) text || (p[-1] != ' ' && p[-1] < 0x80);
}

static char *
clean (const char *text,
       gunichar    line_break)
{
  if (is_evidently_clean (text) && g_utf8_validate (text, -1, NULL))
    return g_strdup (text);

  return clean_closely (text, line_break);
}

/**
 * vac_plain_clean:
 * @text: what somebody wrote
 *
 * Makes a text that every format can carry: without control characters and noncharacters, tabs as
 * blanks, lines without blanks at their ends, nothing blank at either end, no empty lines. Line
 * breaks stay, as LF.
 *
 * Returns: (transfer full): the text, UTF-8
 */
char *
vac_plain_clean (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return clean (text, '\n');
}

/**
 * vac_plain_line:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): as vac_plain_clean(), with blanks for line breaks
 */
char *
vac_plain_line (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return clean (text, ' ');
}

/**
 * vac_plain_escape:
 * @out: what is appended to
 * @text: a clean text
 *
 * Appends @text so that XML and HTML read it as text, in content and in quoted attributes.
 */
void
vac_plain_escape (GString    *out,
                  const char *text)
{
  g_return_if_fail (out != NULL && text != NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '&': g_string_append (out, "&amp;"); break;
        case '<': g_string_append (out, "&lt;"); break;
        case '>': g_string_append (out, "&gt;"); break;
        case '"': g_string_append (out, "&quot;"); break;
        default: g_string_append_c (out, *p); break;
        }
    }
}

/**
 * vac_plain_is_link:
 * @uri: a URI
 *
 * The outline gives safe links only; what writes them into a file looks once more.
 *
 * Returns: whether @uri is one that a reader may be sent to: http, https, mailto or tel, of
 *   printable ASCII without quotes, brackets and backslashes
 */
gboolean
vac_plain_is_link (const char *uri)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:", "tel:" };
  gboolean known = FALSE;

  if (uri == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    known |= g_ascii_strncasecmp (uri, schemes[i], strlen (schemes[i])) == 0;
  for (const char *p = uri; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p) || strchr ("()'\"\\<>", *p) != NULL)
      return FALSE;

  return known;
}
