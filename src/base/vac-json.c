/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-json"

#include "config.h"

#include <string.h>

#include "vac-json-bytes.h"
#include "vac-json-private.h"

/* Fewer than a posting has, one value a line: its tokens need not be moved as they grow. */
#define BYTES_A_TOKEN 32

struct _VacJson
{
  gatomicrefcount ref_count;
  GBytes         *bytes;   /* owned; without the byte order mark */
  GArray         *tokens;  /* owned; of VacJsonToken */
  gboolean        had_bom;

  /* The place found last: places asked for in the order of the text cost one pass together. */
  guint32         found_offset;
  guint           found_line;
  guint           found_column;
};

static VacJson *
parse (GBytes   *bytes,
       gboolean  list_allowed,
       GError  **error)
{
  g_autoptr (VacJson) self = g_new0 (VacJson, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_atomic_ref_count_init (&self->ref_count);
  self->had_bom = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0;
  self->bytes = self->had_bom ? g_bytes_new_from_bytes (bytes, 3, size - 3) : g_bytes_ref (bytes);
  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (VacJsonToken),
                                    (guint) (MIN (size, VAC_JSON_MAX_BYTES) / BYTES_A_TOKEN));
  self->found_line = 1;
  self->found_column = 1;

  data = g_bytes_get_data (self->bytes, &size);
  if (!vac_json_parse_tokens (data, size, list_allowed, self->tokens, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * vac_json_parse:
 * @bytes: the contents of a file
 * @error: return location for an error
 *
 * Reads RFC 8259 to the letter, in linear time and without recursion. On top of the grammar it
 * refuses what a posting never needs and what other readers stumble over: more than 16 MiB,
 * anything but UTF-8 without NUL, nesting over 64 deep, a root that is not an object, the same
 * member twice in an object (names compared without their escapes), over 10,000 members in an
 * object, `\u0000`, half surrogate pairs, whole numbers beyond 64 bits, and numbers with a
 * fraction or an exponent that are not 0 and below 1e-5 or from 1e15 on. A byte order mark at the
 * beginning is dropped.
 *
 * On failure @error is `VAC_ERROR_SYNTAX` with a place, see vac_error_get_place().
 *
 * Returns: (transfer full) (nullable): the parsed text, or %NULL
 */
VacJson *
vac_json_parse (GBytes  *bytes,
                GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return parse (bytes, FALSE, error);
}

/**
 * vac_json_parse_data:
 * @bytes: the contents of a file that another program has written
 * @error: return location for an error
 *
 * As vac_json_parse(), except that the root may be a list too.
 *
 * Returns: (transfer full) (nullable): the parsed text, or %NULL
 */
VacJson *
vac_json_parse_data (GBytes  *bytes,
                     GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return parse (bytes, TRUE, error);
}

/**
 * vac_json_ref:
 * @self: a parsed text
 *
 * Returns: (transfer full): @self
 */
VacJson *
vac_json_ref (VacJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * vac_json_unref:
 * @self: (transfer full) (nullable): a parsed text
 *
 * Frees it and its tokens when nobody else holds it.
 */
void
vac_json_unref (VacJson *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->tokens);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * vac_json_get_tokens:
 * @self: a parsed text
 * @n_tokens: (out) (optional): how many there are, at least 1
 *
 * Returns: (transfer none): all values in the order of the text; the first is the root
 */
const VacJsonToken *
vac_json_get_tokens (VacJson *self,
                     gsize   *n_tokens)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_tokens != NULL)
    *n_tokens = self->tokens->len;

  return (const VacJsonToken *) self->tokens->data;
}

/**
 * vac_json_had_bom:
 * @self: a parsed text
 *
 * Returns: whether the bytes began with a byte order mark, which was dropped
 */
gboolean
vac_json_had_bom (VacJson *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->had_bom;
}

/* The token, and where its text is. */
static const VacJsonToken *
find_text (VacJson     *self,
           guint        index,
           const char **text,
           gsize       *length)
{
  const VacJsonToken *token;

  g_assert (index < self->tokens->len);

  token = &g_array_index (self->tokens, VacJsonToken, index);
  *text = (const char *) g_bytes_get_data (self->bytes, NULL) + token->start;
  *length = token->end - token->start;

  return token;
}

/**
 * vac_json_dup_string:
 * @self: a parsed text
 * @index: the index of a string token
 *
 * Returns: (transfer full): what the string says, without quotes and escapes, in UTF-8
 */
char *
vac_json_dup_string (VacJson *self,
                     guint    index)
{
  const VacJsonToken *token;
  const char *text;
  GString *result;
  gsize length;

  g_return_val_if_fail (self != NULL && index < self->tokens->len, NULL);
  token = find_text (self, index, &text, &length);
  g_return_val_if_fail (token->type == VAC_JSON_STRING, NULL);

  if (!token->is_escaped)
    return g_strndup (text + 1, length - 2);
  result = g_string_sized_new (length);
  vac_json_append_unescaped (result, text + 1, length - 2);

  return g_string_free (result, FALSE);
}

/**
 * vac_json_string_equals:
 * @self: a parsed text
 * @index: the index of a token
 * @text: UTF-8
 *
 * Returns: whether the token is a string that says @text
 */
gboolean
vac_json_string_equals (VacJson    *self,
                        guint       index,
                        const char *text)
{
  g_autofree char *unescaped = NULL;
  const VacJsonToken *token;
  const char *raw;
  gsize length;

  g_return_val_if_fail (self != NULL && index < self->tokens->len && text != NULL, FALSE);
  token = find_text (self, index, &raw, &length);
  if (token->type != VAC_JSON_STRING)
    return FALSE;
  if (!token->is_escaped)
    return strlen (text) == length - 2 && memcmp (text, raw + 1, length - 2) == 0;

  unescaped = vac_json_dup_string (self, index);

  return strcmp (unescaped, text) == 0;
}

/**
 * vac_json_get_integer:
 * @self: a parsed text
 * @index: the index of a token
 * @value: (out): the number; untouched when there is none
 *
 * `-0`, `1.0` and `1e3` are numbers but not written as whole ones, so that they would come back
 * as something else: they are no integers here.
 *
 * Returns: whether the token is a whole number written with digits only
 */
gboolean
vac_json_get_integer (VacJson *self,
                      guint    index,
                      gint64  *value)
{
  const VacJsonToken *token;
  const char *text;
  gsize length;

  g_return_val_if_fail (self != NULL && index < self->tokens->len && value != NULL, FALSE);
  token = find_text (self, index, &text, &length);
  if (token->type != VAC_JSON_NUMBER || (text[0] == '-' && text[1] == '0'))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
    }

  return vac_json_read_integer (text, length, value);
}

/**
 * vac_json_get_raw:
 * @self: a parsed text
 * @index: the index of a token
 * @length: (out): how many bytes it has
 *
 * Returns: (transfer none): where the value is in the text
 */
const char *
vac_json_get_raw (VacJson *self,
                  guint    index,
                  gsize   *length)
{
  const char *text;

  g_return_val_if_fail (self != NULL && index < self->tokens->len && length != NULL, NULL);
  find_text (self, index, &text, length);

  return text;
}

/**
 * vac_json_dup_raw:
 * @self: a parsed text
 * @index: the index of a token
 *
 * Returns: (transfer full): the value as it is in the text, byte for byte
 */
char *
vac_json_dup_raw (VacJson *self,
                  guint    index)
{
  gsize length;
  const char *text = vac_json_get_raw (self, index, &length);

  return text != NULL ? g_strndup (text, length) : NULL;
}

/**
 * vac_json_get_position:
 * @self: a parsed text
 * @index: the index of a token
 * @line: (out): its line, from 1
 * @column: (out): its column in characters, from 1
 *
 * Finds the place where a value begins. Asked for in the order of the tokens, all places together
 * cost one pass over the text.
 */
void
vac_json_get_position (VacJson *self,
                       guint    index,
                       guint   *line,
                       guint   *column)
{
  guint32 offset;

  g_return_if_fail (self != NULL && index < self->tokens->len);
  g_return_if_fail (line != NULL && column != NULL);

  offset = g_array_index (self->tokens, VacJsonToken, index).start;
  if (offset < self->found_offset)
    {
      self->found_offset = 0;
      self->found_line = 1;
      self->found_column = 1;
    }
  vac_json_advance (g_bytes_get_data (self->bytes, NULL), self->found_offset, offset,
                    &self->found_line, &self->found_column);
  self->found_offset = offset;
  *line = self->found_line;
  *column = self->found_column;
}

/**
 * vac_json_append_string:
 * @out: a string to append to
 * @text: valid UTF-8
 *
 * Appends @text as a JSON string, quoted, escaping only what RFC 8259, section 7, demands.
 */
void
vac_json_append_string (GString    *out,
                        const char *text)
{
  const char *plain = text;

  g_return_if_fail (out != NULL && text != NULL);

  g_string_append_c (out, '"');
  for (const char *p = text, *end = text + strlen (text); p < end; p++)
    {
      p += vac_json_measure_plain (p, (gsize) (end - p));
      if (p == end)
        break;
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;

      g_string_append_len (out, plain, p - plain);
      plain = p + 1;
      if (*p == '\n')
        g_string_append (out, "\\n");
      else if (*p == '\t')
        g_string_append (out, "\\t");
      else if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else
        g_string_append_printf (out, "\\u%04x", (guint) *p);
    }
  g_string_append (out, plain);
  g_string_append_c (out, '"');
}

static void
append_line_break (GString *out,
                   guint    indent)
{
  g_string_append_printf (out, "\n%*s", (int) (2 * indent), "");
}

/* The end of the run at @p that stays as it is: a string, or a number or word. */
static const char *
skip_scalar (const char *p)
{
  if (*p != '"')
    return p + strcspn (p, " \t\r\n,:{}[]\"");

  for (p++; *p != 0 && *p != '"'; p++)
    {
      if (*p == '\\' && p[1] != 0)
        p++;
    }

  return *p == '"' ? p + 1 : p;
}

/**
 * vac_json_append_reindented:
 * @out: a string to append to
 * @raw: one value that vac_json_parse() has accepted
 * @indent: how many levels deep the line is on which the value begins
 *
 * Appends @raw in the canonical layout: two spaces a level, one value a line, `{}` and `[]` short.
 * Strings, numbers and words stay byte for byte as they are.
 */
void
vac_json_append_reindented (GString    *out,
                            const char *raw,
                            guint       indent)
{
  static const char space[] = " \t\r\n";
  const char *p = raw;

  g_return_if_fail (out != NULL && raw != NULL);

  for (p += strspn (p, space); *p != 0; p += strspn (p, space))
    {
      const char *end = skip_scalar (p);

      if (end > p)
        {
          g_string_append_len (out, p, end - p);
          p = end;
          continue;
        }

      if (*p == '}' || *p == ']')
        append_line_break (out, --indent);
      g_string_append_c (out, *p);
      if (*p == ':')
        g_string_append_c (out, ' ');
      else if (*p == ',')
        append_line_break (out, indent);
      else if (*p == '{' || *p == '[')
        {
          end = p + 1 + strspn (p + 1, space);
          if (*end == '}' || *end == ']')
            g_string_append_c (out, *(p = end));
          else
            append_line_break (out, ++indent);
        }
      p++;
    }
}
