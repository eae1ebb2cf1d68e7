/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-json-repair"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-data-text.h"
#include "vac-json-repair.h"

/* What stands around data in a page, so that old browsers pass over them. */
static const char *const openings[] = { "<!--", "<![CDATA[", "//", "/*", "*/", NULL };
static const char *const closings[] = { "-->", "]]>", "//", "/*", "*/", NULL };

/* The length of the one of @marks that @text begins with, or ends with at @end; or 0. */
static gsize
measure_mark (const char        *text,
              const char        *end,
              const char *const *marks,
              gboolean           at_end)
{
  for (guint i = 0; marks[i] != NULL; i++)
    {
      const gsize length = strlen (marks[i]);

      if (length <= (gsize) (end - text) &&
          memcmp (at_end ? end - length : text, marks[i], length) == 0)
        return length;
    }

  return 0;
}

/* Takes the marks of comments off both ends of @text; says whether there were any. */
static gboolean
strip_comments (char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);
  gboolean any = FALSE;

  for (;;)
    {
      gsize before, after;

      while (start < end && g_ascii_isspace (*start))
        start++;
      while (start < end && g_ascii_isspace (end[-1]))
        end--;
      before = measure_mark (start, end, openings, FALSE);
      start += before;
      after = measure_mark (start, end, closings, TRUE);
      end -= after;
      if (before + after == 0)
        break;
      any = TRUE;
    }
  memmove (text, start, (gsize) (end - start));
  text[end - start] = '\0';

  return any;
}

/* Whether the first quote of the text is written as in HTML. */
static gboolean
is_escaped (const char *text)
{
  const char *p = text + strspn (text, "{[ \t\r\n");

  return p > text && (g_str_has_prefix (p, "&quot;") || g_str_has_prefix (p, "&#34;") ||
                      g_str_has_prefix (p, "&#x22;"));
}

/* Appends the string that begins at @p, and returns its end. */
static const char *
append_string (GString    *out,
               const char *p,
               gboolean   *mended)
{
  g_string_append_c (out, *p++);
  while (*p != '\0' && *p != '"')
    {
      const char *plain = p;

      if (*p == '\\' && (guchar) p[1] >= 0x20)
        p += 2;
      else if (*p == '\\')
        plain = ++p;
      else if ((guchar) *p >= 0x20)
        p++;
      else
        {
          *mended = TRUE;
          g_string_append (out, *p == '\n' ? "\\n" : *p == '\t' ? "\\t" : *p == '\r' ? "" : " ");
          plain = ++p;
        }
      g_string_append_len (out, plain, p - plain);
    }
  if (*p == '"')
    g_string_append_c (out, *p++);

  return p;
}

/* A copy of @text in which texts have no control characters, and no comma ends a list. */
static char *
mend (const char *text,
      gboolean   *mended_texts,
      gboolean   *mended_commas)
{
  GString *out = g_string_sized_new (strlen (text));
  const char *p = text;

  while (*p != '\0')
    {
      const gsize length = strcspn (p, "\",");

      g_string_append_len (out, p, (gssize) length);
      p += length;
      if (*p == '"')
        p = append_string (out, p, mended_texts);
      else if (*p == ',' && strchr ("}]", p[1 + strspn (p + 1, " \t\r\n")]) != NULL)
        {
          *mended_commas = TRUE;
          p++;
        }
      else if (*p == ',')
        g_string_append_c (out, *p++);
    }

  return g_string_free (out, FALSE);
}

/**
 * vac_json_repair:
 * @bytes: data from a web page, which the gate may refuse
 * @remarks: (element-type utf8): takes a sentence on each thing that was mended
 * @error: return location for an error
 *
 * Pages hold data that no program has ever checked. The data are read as they are; if the gate
 * refuses them, a copy is mended that may be read in one way only, and goes through the same gate.
 *
 * Returns: (transfer full) (nullable): the parsed text; %NULL with what the gate said of @bytes
 */
VacJson *
vac_json_repair (GBytes     *bytes,
                 GPtrArray  *remarks,
                 GError    **error)
{
  g_autoptr (GError) refusal = NULL;
  g_autoptr (VacJson) json = vac_json_parse_data (bytes, &refusal);
  g_autoptr (GBytes) copy = NULL;
  g_autofree char *text = NULL;
  char *mended;
  gboolean comments, escaped, texts = FALSE, commas = FALSE;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (json != NULL)
    return g_steal_pointer (&json);
  if (size == 0 || size > VAC_JSON_MAX_BYTES || !g_utf8_validate_len (data, size, NULL))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }

  text = g_strndup (data, size);
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    memset (text, ' ', 3);
  comments = strip_comments (text);
  escaped = is_escaped (text);
  if (escaped)
    {
      char *unescaped = vac_data_text_unescape (text);

      g_free (text);
      text = unescaped;
    }
  mended = mend (text, &texts, &commas);
  copy = g_bytes_new_take (mended, strlen (mended));
  json = vac_json_parse_data (copy, NULL);
  if (json == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }

  if (comments)
    g_ptr_array_add (remarks, _("The marks of a comment around the data were left out."));
  if (escaped)
    g_ptr_array_add (remarks, _("The data were escaped for a web page, and have been unescaped."));
  if (texts)
    g_ptr_array_add (remarks,
                     _("Line breaks or control characters in texts of the data were mended."));
  if (commas)
    g_ptr_array_add (remarks, _("Commas before closing brackets in the data were left out."));

  return g_steal_pointer (&json);
}
