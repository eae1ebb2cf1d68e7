/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-link"

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "vac-link.h"
#include "vac-schema.h"

/* What a link may contain as it is: unreserved and reserved characters of RFC 3986 less those that
 * end a string in a PDF, in HTML or in Markdown. Square brackets belong only to an IPv6 address. */
static gboolean
is_harmless (guchar byte)
{
  return g_ascii_isalnum (byte) || (byte != '\0' && strchr ("-._~:/?#@!$&*+,;=", byte) != NULL);
}

/* A percent sign that does not begin an encoded byte is itself encoded. */
static void
append_encoded (GString    *out,
                const char *text,
                const char *end)
{
  for (; text < end; text++)
    {
      const gboolean encoded = *text == '%' && end - text > 2 &&
                               g_ascii_isxdigit (text[1]) && g_ascii_isxdigit (text[2]);

      if (encoded || is_harmless ((guchar) *text))
        g_string_append_c (out, *text);
      else
        g_string_append_printf (out, "%%%02X", (guchar) *text);
    }
}

static gboolean
is_port (const char *text,
         const char *end)
{
  for (; text < end; text++)
    if (!g_ascii_isdigit (*text))
      return FALSE;

  return TRUE;
}

/* "[::1]:80" */
static gboolean
append_literal_host (GString    *out,
                     const char *host,
                     const char *end)
{
  const char *close = memchr (host, ']', (gsize) (end - host));
  g_autofree char *literal = close != NULL ? g_strndup (host + 1, (gsize) (close - host - 1))
                                           : NULL;
  g_autoptr (GInetAddress) address = literal != NULL ? g_inet_address_new_from_string (literal)
                                                     : NULL;

  if (address == NULL || g_inet_address_get_family (address) != G_SOCKET_FAMILY_IPV6 ||
      strchr (literal, '%') != NULL || (close + 1 < end && close[1] != ':') ||
      !is_port (MIN (close + 2, end), end))
    return FALSE;
  g_string_append_len (out, host, end - host);

  return TRUE;
}

/* A name in other letters is written as IDNA has it, which every program understands. */
static gboolean
append_host (GString    *out,
             const char *host,
             const char *end)
{
  const char *colon = g_strrstr_len (host, end - host, ":");
  const char *name_end = colon != NULL ? colon : end;
  g_autofree char *name = g_uri_unescape_segment (host, name_end, NULL);
  g_autofree char *ascii = name == NULL || !g_utf8_validate (name, -1, NULL) ? NULL
                           : g_str_is_ascii (name) ? g_strdup (name) : g_hostname_to_ascii (name);

  if (ascii == NULL || *ascii == '\0' || !is_port (MIN (name_end + 1, end), end))
    return FALSE;
  for (const char *p = ascii; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-._", *p) == NULL)
      return FALSE;
  g_string_append (out, ascii);
  g_string_append_len (out, name_end, end - name_end);

  return TRUE;
}

/* What follows "http:". Returns: whether it names a host */
static gboolean
append_place (GString    *out,
              const char *text,
              const char *end)
{
  const char *authority, *authority_end, *user_end, *host;

  if (end - text < 2 || text[0] != '/' || text[1] != '/')
    return FALSE;

  authority = text + 2;
  authority_end = authority + strcspn (authority, "/?#\\");
  authority_end = MIN (authority_end, end);
  user_end = g_strrstr_len (authority, authority_end - authority, "@");
  host = user_end != NULL ? user_end + 1 : authority;

  g_string_append (out, "//");
  if (user_end != NULL)
    append_encoded (out, authority, host);
  if (!(*host == '[' ? append_literal_host : append_host) (out, host, authority_end))
    return FALSE;
  append_encoded (out, authority_end, end);

  return TRUE;
}

/**
 * vac_link_make_safe:
 * @uri: what somebody wrote as a link
 *
 * Only http, https, mailto and tel links are let through. The characters ( ) ' " \ < > are
 * percent-encoded, because cairo 1.16 copies links unescaped into a PDF; so are blanks, letters
 * beyond ASCII, and square brackets outside an IPv6 address. A host's name is written in ASCII.
 *
 * Returns: (transfer full) (nullable): a link that is safe in every format, or %NULL
 */
char *
vac_link_make_safe (const char *uri)
{
  static const char *const schemes[] = { "http", "https", "mailto", "tel", NULL };
  g_autoptr (GString) safe = g_string_new (NULL);
  const char *scheme, *rest, *end;

  g_return_val_if_fail (uri != NULL, NULL);

  uri += strspn (uri, " \t\r\n");
  scheme = g_uri_peek_scheme (uri);
  if (scheme == NULL || !g_strv_contains (schemes, scheme))
    return NULL;

  rest = uri + strlen (scheme) + 1;
  end = rest + strlen (rest);
  while (end > rest && strchr (" \t\r\n", end[-1]) != NULL)
    end--;
  g_string_append_printf (safe, "%s:", scheme);
  if (g_str_has_prefix (scheme, "http"))
    return append_place (safe, rest, end) ? g_string_free (g_steal_pointer (&safe), FALSE) : NULL;

  append_encoded (safe, rest, end);

  return end > rest ? g_string_free (g_steal_pointer (&safe), FALSE) : NULL;
}

/**
 * vac_link_for_email:
 * @address: an email address; its scheme, which some programs copy along, is dropped
 *
 * Returns: (transfer full) (nullable): the mailto link for it; %NULL for what is not an address
 */
char *
vac_link_for_email (const char *address)
{
  g_autofree char *uri = NULL;
  const char *at;

  g_return_val_if_fail (address != NULL, NULL);

  address = vac_schema_skip_mail_scheme (address);
  at = strchr (address, '@');
  if (at == NULL || at == address || at[1] == '\0' || strpbrk (address, " \t\r\n?&") != NULL)
    return NULL;
  uri = g_strconcat ("mailto:", address, NULL);

  return vac_link_make_safe (uri);
}

/**
 * vac_link_from_typed:
 * @text: what somebody typed where a link is asked for
 *
 * What is usually left out is added: "mailto:" before an email address, "https://" before the
 * address of a page.
 *
 * Returns: (transfer full) (nullable): a link that is safe in every format, or %NULL
 */
char *
vac_link_from_typed (const char *text)
{
  g_autofree char *typed = NULL;
  g_autofree char *page = NULL;
  char *uri;

  g_return_val_if_fail (text != NULL, NULL);

  typed = g_strstrip (g_strdup (text));
  uri = vac_link_make_safe (typed);
  if (uri == NULL && strpbrk (typed, ":/") == NULL)
    uri = vac_link_for_email (typed);
  if (uri != NULL || g_uri_peek_scheme (typed) != NULL || strchr (typed, '.') == NULL ||
      strpbrk (typed, " \t\r\n@") != NULL)
    return uri;
  page = g_strconcat ("https://", typed, NULL);

  return vac_link_make_safe (page);
}

/* Of a link in running text: no blanks, none of the characters that no URI may hold, and of other
 * alphabets only letters and digits, so that their quotes and full stops end it. */
static gboolean
is_of_link (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c < 0x80 ? c > 0x20 && c < 0x7f && strchr ("<>\"{}|\\^`", (char) c) == NULL
                  : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static guint
count (const char *text,
       const char *end,
       char        c)
{
  guint n = 0;

  for (; text < end; text++)
    n += *text == c;

  return n;
}

/* Punctuation at the end is the sentence's, and a bracket that is not opened within the link. */
static const char *
trim (const char *start,
      const char *end)
{
  while (end > start)
    {
      const char last = end[-1];

      if (strchr (".,;:!?'", last) == NULL &&
          !(last == ')' && count (start, end, ')') > count (start, end, '(')) &&
          !(last == ']' && count (start, end, ']') > count (start, end, '[')))
        break;
      end--;
    }

  return end;
}

/* Returns: (nullable): where the web address, mailto or tel link that begins at @at ends */
static const char *
match_uri (const char  *at,
           char       **uri)
{
  static const struct
  {
    const char *start;
    const char *added;
    const char *needs;   /* one of these characters has to follow, where not NULL */
  } starts[] = {
    { "http://", "", NULL },
    { "https://", "", NULL },
    { "mailto:", "", "@" },
    { "tel:", "", "0123456789" },
    { "www.", "http://", "." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      const char *end = at;
      g_autofree char *link = NULL;

      if (g_ascii_strncasecmp (at, starts[i].start, strlen (starts[i].start)) != 0)
        continue;
      while (*end != '\0' && is_of_link (end))
        end = g_utf8_next_char (end);
      end = trim (at + strlen (starts[i].start), end);
      link = g_strdup_printf ("%s%.*s", starts[i].added, (int) (end - at), at);
      if (starts[i].needs != NULL &&
          strpbrk (link + strlen (starts[i].added) + strlen (starts[i].start), starts[i].needs) ==
              NULL)
        return NULL;
      *uri = vac_link_make_safe (link);

      return *uri != NULL ? end : NULL;
    }

  return NULL;
}

static gboolean
is_of_mailbox (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("._+-%", c) != NULL);
}

/* Returns: (nullable): where the email address around @at, an "@", ends; @start comes back as where
 * it begins, not before @text */
static const char *
match_address (const char  *text,
               const char  *at,
               const char **start,
               char       **uri)
{
  const char *end = at + 1;
  const char *dot;
  g_autofree char *address = NULL;

  for (*start = at; *start > text && is_of_mailbox ((*start)[-1]); (*start)--)
    ;
  while (*start < at && !g_ascii_isalnum (**start) && **start != '_')
    (*start)++;
  while (*end != '\0' && (*end == '.' || *end == '-' || *end == '_' ||
                          ((guchar) *end < 0x80 ? g_ascii_isalnum (*end) : is_of_link (end))))
    end = g_utf8_next_char (end);
  while (strchr (".-_", end[-1]) != NULL)
    end--;
  dot = g_strrstr_len (at, end - at, ".");
  if (*start == at || dot == NULL || end - dot < 3 || at[1] == '.' || *end == '@')
    return NULL;

  address = g_strndup (*start, (gsize) (end - *start));
  *uri = vac_link_for_email (address);

  return *uri != NULL ? end : NULL;
}

/**
 * vac_link_find:
 * @text: a text for readers
 * @from: where to begin, in bytes
 * @span: (out caller-allocates): the first web address or email address from there on; its URI is
 *   to be freed
 *
 * Web addresses begin with their scheme or with "www.", which stands for http as in GitHub's
 * Markdown. Whatever is found is as safe as vac_link_make_safe() makes it.
 *
 * Returns: whether there is one
 */
gboolean
vac_link_find (const char  *text,
               gsize        from,
               VacLinkSpan *span)
{
  const char *first;

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);

  first = text + from;
  for (const char *p = first; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gboolean begins_word = p == text ||
                                   !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
      const char *start = p;
      const char *end = NULL;
      g_autofree char *uri = NULL;

      if (*p == '@')
        end = match_address (first, p, &start, &uri);
      else if (begins_word && strchr ("hHmMtTwW", *p) != NULL)
        end = match_uri (p, &uri);
      if (end == NULL)
        continue;

      *span = (VacLinkSpan) {
        (gsize) (start - text), (gsize) (end - text), g_steal_pointer (&uri)
      };
      return TRUE;
    }

  return FALSE;
}
