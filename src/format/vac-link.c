/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-link"

#include "config.h"

#include <string.h>

#include "vac-link.h"

/* What may stand in a link as it is: unreserved and reserved characters of RFC 3986 and the
 * percent sign, less those that end a string in a PDF, in HTML or in Markdown. */
static gboolean
is_harmless (guchar byte)
{
  return g_ascii_isalnum (byte) || (byte != '\0' && strchr ("-._~:/?#[]@!$&*+,;=%", byte) != NULL);
}

static char *
percent_encode (const char *text)
{
  GString *encoded = g_string_new (NULL);

  for (const guchar *byte = (const guchar *) text; *byte != '\0'; byte++)
    if (is_harmless (*byte))
      g_string_append_c (encoded, (char) *byte);
    else
      g_string_append_printf (encoded, "%%%02X", *byte);

  return g_string_free (encoded, FALSE);
}

/**
 * vac_link_make_safe:
 * @uri: what somebody wrote as a link
 *
 * Only http, https, mailto and tel links are let through. The characters ( ) ' " \ < > are
 * percent-encoded, because cairo 1.16 copies links unescaped into a PDF.
 *
 * Returns: (transfer full) (nullable): a link that is safe in every format, or %NULL
 */
char *
vac_link_make_safe (const char *uri)
{
  static const char *const schemes[] = { "http", "https", "mailto", "tel" };
  const char *scheme;

  g_return_val_if_fail (uri != NULL, NULL);

  scheme = g_uri_peek_scheme (uri);
  for (guint i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (scheme, schemes[i]) && uri[strlen (scheme) + 1] != '\0')
      return percent_encode (uri);

  return NULL;
}

/**
 * vac_link_for_email:
 * @address: a mail address
 *
 * Returns: (transfer full) (nullable): the mailto link for it; %NULL for what is not an address
 */
char *
vac_link_for_email (const char *address)
{
  g_autofree char *uri = NULL;
  const char *at;

  g_return_val_if_fail (address != NULL, NULL);

  at = strchr (address, '@');
  if (at == NULL || at == address || at[1] == '\0' || strpbrk (address, " \t\r\n?&") != NULL)
    return NULL;
  uri = g_strconcat ("mailto:", address, NULL);

  return vac_link_make_safe (uri);
}
