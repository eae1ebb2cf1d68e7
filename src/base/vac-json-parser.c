/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-json"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-json-bytes.h"
#include "vac-json-private.h"
#include "vac-quote.h"

/* Numbers outside these are written back by json-glib 1.6, and by other readers that hold them as
 * doubles, in another form or with other digits, so they do not survive the tools around us. */
#define FRACTION_TOO_LARGE 1e15
#define FRACTION_SMALLEST  1e-5

/* A container that is still open. */
typedef struct
{
  gsize    comma;          /* where the comma is, if after_comma */
  guint32  token;
  guint32  first_name;     /* where its names begin in the parser's names */
  gboolean after_comma;
} Frame;

/* A member name of an open object, unescaped. */
typedef struct
{
  const char *bytes;       /* borrowed from the text or from the parser's unescaped names */
  guint32     length;
  guint32     token;
} Name;

typedef struct
{
  const char   *data;      /* borrowed; valid UTF-8 without NUL, not terminated */
  gsize         length;
  gsize         offset;
  GArray       *tokens;    /* owned; of VacJsonToken */
  GArray       *names;     /* owned; of Name, a stack: those of each open object in a row */
  GStringChunk *unescaped; /* owned */
  GError      **error;
  Frame         frames[VAC_JSON_MAX_DEPTH];
  guint         depth;
  gboolean      list_allowed;
} Parser;

G_GNUC_PRINTF (3, 4)
static gboolean
fail (Parser     *self,
      gsize       offset,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  guint line = 1, column = 1;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  vac_json_advance (self->data, 0, offset, &line, &column);
  vac_error_set_at (self->error, VAC_ERROR_SYNTAX, line, column, message);

  return FALSE;
}

/* The byte at that distance, or 0 after the end; the text itself holds no NUL. */
static char
peek_at (Parser *self,
         gsize   distance)
{
  gsize offset = self->offset + distance;

  return offset < self->length ? self->data[offset] : 0;
}

static char
peek (Parser *self)
{
  return peek_at (self, 0);
}

/* Whether lines that begin with a hash are headings, because no document follows them. */
static gboolean
is_markdown (Parser *self)
{
  const char *at = self->data + self->offset;
  const char *end = self->data + self->length;

  if (self->tokens->len > 0)
    return FALSE;
  while (at < end && (*at == '#' || g_ascii_isspace (*at)))
    {
      const char *line_end = *at == '#' ? memchr (at, '\n', (gsize) (end - at)) : at;

      at = line_end != NULL ? line_end + 1 : end;
    }

  return at == end || *at != '{';
}

/* Fails at the next character, with @expected unless there is something better to say. It is
 * translated only here: looking up messages that nobody will read took most of the time. */
static gboolean
fail_here (Parser     *self,
           const char *expected)
{
  switch (peek (self))
    {
    case 0:
      return fail (self, self->length, _("The file ends before the document is complete."));
    case '/':
      return fail (self, self->offset, _("JSON has no comments."));
    case '#':
      return fail (self, self->offset, "%s",
                   is_markdown (self) ? _(expected) : _("JSON has no comments."));
    case '\'':
      return fail (self, self->offset, _("Text must be in double quotes, not single ones."));
    default:
      return fail (self, self->offset, "%s", _(expected));
    }
}

static void
skip_space (Parser *self)
{
  while (self->offset < self->length)
    {
      char c = self->data[self->offset];

      if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
        break;
      self->offset++;
    }
}

/* Adds the value that begins at @start and ends here; a container gets its end when it closes. */
static void
add_token (Parser      *self,
           VacJsonType  type,
           gsize        start)
{
  VacJsonToken token = {
    .type = type,
    .start = (guint32) start,
    .end = (guint32) self->offset,
    .next = self->tokens->len + 1,
  };

  g_array_append_val (self->tokens, token);
}

static VacJsonToken *
get_token (Parser *self,
           guint   index)
{
  g_assert (index < self->tokens->len);

  return &g_array_index (self->tokens, VacJsonToken, index);
}

static gboolean
parse_unicode_escape (Parser *self)
{
  const char *text = self->data + self->offset;
  gsize left = self->length - self->offset;
  int unit = vac_json_read_unit (text, left);

  if (unit < 0)
    return fail (self, self->offset, _("Four hexadecimal digits must follow “\\u”."));
  if (unit == 0)
    return fail (self, self->offset, _("Text must not contain the character U+0000."));

  if (vac_json_is_high_surrogate (unit) &&
      vac_json_is_low_surrogate (vac_json_read_unit (text + 6, left - 6)))
    self->offset += 12;
  else if (vac_json_is_high_surrogate (unit) || vac_json_is_low_surrogate (unit))
    return fail (self, self->offset, _("“%.6s” is only half of a surrogate pair."), text);
  else
    self->offset += 6;

  return TRUE;
}

static gboolean
parse_escape (Parser *self)
{
  const char *escaped = self->data + self->offset + 1;
  char c = peek_at (self, 1);

  switch (c)
    {
    case 'u':
      return parse_unicode_escape (self);
    case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't':
      self->offset += 2;
      return TRUE;
    case 0:
      self->offset = self->length;
      return fail_here (self, NULL);
    default:
      if ((guchar) c < 0x20)
        return fail (self, self->offset, _("A backslash must be written as “\\\\”."));
      return fail (self, self->offset, _("JSON has no escape “\\%.*s”."),
                   (int) (g_utf8_next_char (escaped) - escaped), escaped);
    }
}

/* Says what is wrong with a character that text cannot contain: a control character or the end. */
static gboolean
fail_in_string (Parser *self)
{
  switch (peek (self))
    {
    case 0:
      return fail (self, self->length, _("The file ends before the closing quote of a text."));
    case '\n':
    case '\r':
      return fail (self, self->offset,
                   _("The closing quote is missing, or a line break is not written as “\\n”."));
    case '\t':
      return fail (self, self->offset, _("A tab in a text must be written as “\\t”."));
    default:
      return fail (self, self->offset,
                   _("A control character in a text must be written as “\\u%04x”."),
                   (guint) peek (self));
    }
}

static gboolean
parse_string (Parser   *self,
              gboolean *has_escapes)
{
  gsize start = self->offset++;

  *has_escapes = FALSE;
  for (;;)
    {
      guchar c;

      self->offset += vac_json_measure_plain (self->data + self->offset,
                                              self->length - self->offset);
      c = (guchar) peek (self);
      if (c == '"')
        break;
      if (c < 0x20)
        return fail_in_string (self);
      if (c != '\\')
        {
          self->offset++;
          continue;
        }
      *has_escapes = TRUE;
      if (!parse_escape (self))
        return FALSE;
    }
  self->offset++;
  add_token (self, VAC_JSON_STRING, start);
  get_token (self, self->tokens->len - 1)->is_escaped = *has_escapes != FALSE;

  return TRUE;
}

static gboolean
skip_digits (Parser     *self,
             const char *missing)
{
  if (!g_ascii_isdigit (peek (self)))
    return fail_here (self, missing);
  while (g_ascii_isdigit (peek (self)))
    self->offset++;

  return TRUE;
}

/* Whether a number with a fraction or an exponent is one that others write back as it was. The
 * text goes on after it, with something that is no part of a number: strtod stops there. */
static gboolean
is_safe_fraction (const char *text)
{
  double value = ABS (g_ascii_strtod (text, NULL));
  gboolean is_zero = TRUE;

  /* By its digits, because 1e-400 becomes 0 as a double. */
  for (const char *p = text; is_zero && strchr ("-.0123456789", *p) != NULL; p++)
    is_zero = *p < '1' || *p > '9';

  return is_zero ? value == 0 : value >= FRACTION_SMALLEST && value < FRACTION_TOO_LARGE;
}

static gboolean
parse_number (Parser *self)
{
  gsize start = self->offset;
  gboolean is_integer = TRUE;
  gint64 value;

  if (peek (self) == '-')
    self->offset++;
  if (peek (self) == '0' && g_ascii_isdigit (peek_at (self, 1)))
    return fail (self, self->offset, _("A number must not start with a zero."));
  if (!skip_digits (self, N_("A digit is missing after the minus sign.")))
    return FALSE;

  if (peek (self) == '.')
    {
      is_integer = FALSE;
      self->offset++;
      if (!skip_digits (self, N_("A digit is missing after the decimal point.")))
        return FALSE;
    }
  if (peek (self) == 'e' || peek (self) == 'E')
    {
      is_integer = FALSE;
      self->offset++;
      if (peek (self) == '+' || peek (self) == '-')
        self->offset++;
      if (!skip_digits (self, N_("A digit is missing in the exponent.")))
        return FALSE;
    }
  if (self->offset == self->length)
    return fail_here (self, NULL);

  if (is_integer && !vac_json_read_integer (self->data + start, self->offset - start, &value))
    return fail (self, start, _("A whole number must fit in 64 bits."));
  if (!is_integer && !is_safe_fraction (self->data + start))
    return fail (self, start, _("A number with a fraction or an exponent must be 0 or from "
                                "0.00001 up to a quadrillion."));
  add_token (self, VAC_JSON_NUMBER, start);

  return TRUE;
}

/* Up to a readable number of characters, for a message. */
static char *
shorten (const char *bytes,
         gsize       length)
{
  g_autofree char *text = g_strndup (bytes, length);

  return vac_quote_shorten (text);
}

static gboolean
parse_word (Parser *self)
{
  static const struct
  {
    const char *word;
    VacJsonType type;
  } words[] = {
    { "true", VAC_JSON_TRUE },
    { "false", VAC_JSON_FALSE },
    { "null", VAC_JSON_NULL },
  };
  g_autofree char *shown = NULL;
  gsize start = self->offset;
  gsize length;

  while (g_ascii_isalnum (peek (self)) || peek (self) == '_')
    self->offset++;
  length = self->offset - start;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strlen (words[i].word) == length &&
          memcmp (words[i].word, self->data + start, length) == 0)
        {
          add_token (self, words[i].type, start);
          return TRUE;
        }
    }
  shown = shorten (self->data + start, length);

  return fail (self, start, _("“%s” is not a value; text must be in double quotes."), shown);
}

static gboolean
open_container (Parser      *self,
                VacJsonType  type)
{
  Frame *frame;

  if (self->depth == VAC_JSON_MAX_DEPTH)
    return fail (self, self->offset, _("Objects and lists are nested more than %d deep."),
                 VAC_JSON_MAX_DEPTH);

  frame = &self->frames[self->depth++];
  frame->token = self->tokens->len;
  frame->first_name = self->names->len;
  frame->after_comma = FALSE;
  add_token (self, type, self->offset++);

  return TRUE;
}

static gboolean
parse_value (Parser *self)
{
  gboolean has_escapes;
  char c = peek (self);

  if (c == '{')
    return open_container (self, VAC_JSON_OBJECT);
  if (c == '[')
    return open_container (self, VAC_JSON_ARRAY);
  if (c == '"')
    return parse_string (self, &has_escapes);
  if (c == '-' || g_ascii_isdigit (c))
    return parse_number (self);
  if (g_ascii_isalpha (c))
    return parse_word (self);
  if (c == '+')
    return fail_here (self, N_("A number must not start with a plus sign."));
  if (c == '.')
    return fail_here (self, N_("A digit is missing before the decimal point."));

  return fail_here (self, N_("A value is missing here."));
}

/* Keeps the name of the string token just added, for find_repeated_name(). */
static void
push_name (Parser   *self,
           gboolean  has_escapes)
{
  guint32 index = self->tokens->len - 1;
  VacJsonToken *token = get_token (self, index);
  Name name = { self->data + token->start + 1, token->end - token->start - 2, index };

  if (has_escapes)
    {
      g_autoptr (GString) text = g_string_sized_new (name.length);

      vac_json_append_unescaped (text, name.bytes, name.length);
      name.bytes = g_string_chunk_insert_len (self->unescaped, text->str, text->len);
      name.length = (guint32) text->len;
    }
  g_array_append_val (self->names, name);
}

static gboolean
parse_name (Parser *self,
            Frame  *frame)
{
  gboolean has_escapes;

  if (peek (self) != '"')
    return fail_here (self, N_("A member name in double quotes is missing here."));
  if (get_token (self, frame->token)->count == VAC_JSON_MAX_MEMBERS)
    return fail (self, self->offset, _("An object must not have more than %d members."),
                 VAC_JSON_MAX_MEMBERS);
  if (!parse_string (self, &has_escapes))
    return FALSE;
  push_name (self, has_escapes);

  skip_space (self);
  if (peek (self) != ':')
    return fail_here (self, N_("A colon is missing after the member name."));
  self->offset++;
  skip_space (self);

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *one = a;
  const Name *other = b;
  int order;

  if (one->length != other->length)
    return one->length < other->length ? -1 : 1;
  order = memcmp (one->bytes, other->bytes, one->length);
  if (order != 0)
    return order;

  return one->token < other->token ? -1 : 1;
}

/* The token of the first name that the object has used before, or 0. Names are sorted, not
 * hashed: no choice of names makes that slow, and nothing about it is random. */
static guint32
find_repeated_name (GArray *all,
                    guint   first)
{
  const guint n_names = all->len - first;
  guint32 found = 0;
  Name *names;

  g_assert (first <= all->len);
  if (n_names < 2)
    return 0;

  names = &g_array_index (all, Name, first);
  qsort (names, n_names, sizeof (Name), compare_names);
  for (guint i = 1; i < n_names; i++)
    {
      if (names[i].length == names[i - 1].length &&
          memcmp (names[i].bytes, names[i - 1].bytes, names[i].length) == 0 &&
          (found == 0 || names[i].token < found))
        found = names[i].token;
    }

  return found;
}

static gboolean
close_container (Parser *self,
                 Frame  *frame)
{
  VacJsonToken *token = get_token (self, frame->token);
  guint32 repeated;

  if (frame->after_comma)
    return fail (self, frame->comma, _("A comma must not come before a closing bracket."));

  token->end = (guint32) ++self->offset;
  token->next = self->tokens->len;
  self->depth--;

  if (token->type != VAC_JSON_OBJECT)
    return TRUE;

  repeated = find_repeated_name (self->names, frame->first_name);
  if (repeated != 0)
    {
      VacJsonToken *name = get_token (self, repeated);
      g_autofree char *shown = shorten (self->data + name->start + 1, name->end - name->start - 2);

      return fail (self, name->start, _("The member “%s” is already in this object."), shown);
    }
  g_array_set_size (self->names, frame->first_name);

  return TRUE;
}

/* Reads on in the innermost open container: its end, a comma, or a whole member or element
 * unless that is a container itself. */
static gboolean
step (Parser *self)
{
  Frame *frame;
  VacJsonToken *token;
  gboolean is_object;

  g_assert (self->depth > 0);

  frame = &self->frames[self->depth - 1];
  token = get_token (self, frame->token);
  is_object = token->type == VAC_JSON_OBJECT;
  skip_space (self);
  if (peek (self) == (is_object ? '}' : ']'))
    return close_container (self, frame);

  if (token->count > 0 && !frame->after_comma)
    {
      if (peek (self) != ',')
        return fail_here (self, is_object ? N_("A comma or a closing brace is missing here.")
                                          : N_("A comma or a closing bracket is missing here."));
      frame->comma = self->offset++;
      frame->after_comma = TRUE;
      return TRUE;
    }

  frame->after_comma = FALSE;
  if (is_object && !parse_name (self, frame))
    return FALSE;
  get_token (self, frame->token)->count++;

  return parse_value (self);
}

static gboolean
parse_document (Parser *self)
{
  skip_space (self);
  if (self->offset == self->length)
    return fail (self, 0, _("The file is empty."));
  if (peek (self) != '{' && !self->list_allowed)
    return fail_here (self, N_("A document must be an object, in braces."));
  if (peek (self) != '{' && peek (self) != '[')
    return fail_here (self, N_("A file of data must be an object, in braces, or a list, in "
                               "brackets."));

  open_container (self, peek (self) == '{' ? VAC_JSON_OBJECT : VAC_JSON_ARRAY);
  while (self->depth > 0)
    {
      if (!step (self))
        return FALSE;
    }

  skip_space (self);
  if (self->offset < self->length)
    return fail_here (self, N_("There is something after the end of the document."));

  return TRUE;
}

/* What is refused before the grammar is looked at. */
static gboolean
check_bytes (Parser *self)
{
  const char *end;

  if (self->length > VAC_JSON_MAX_BYTES)
    return fail (self, 0, _("The file is larger than 16 MiB."));
  if (self->length == 0 || vac_json_is_text (self->data, self->length, &end))
    return TRUE;
  if (*end == 0)
    return fail (self, end - self->data, _("The file contains a NUL byte, so it is not text."));

  return fail (self, end - self->data, _("The file is not valid UTF-8 text."));
}

/* Fills @tokens with the values of the text; FALSE and @error if it is refused. */
gboolean
vac_json_parse_tokens (const char *data,
                       gsize       length,
                       gboolean    list_allowed,
                       GArray     *tokens,
                       GError    **error)
{
  Parser parser = { .data = data, .length = length, .tokens = tokens, .error = error,
                    .list_allowed = list_allowed };
  gboolean valid;

  parser.names = g_array_new (FALSE, FALSE, sizeof (Name));
  parser.unescaped = g_string_chunk_new (1024);
  valid = check_bytes (&parser) && parse_document (&parser);
  g_array_unref (parser.names);
  g_string_chunk_free (parser.unescaped);

  return valid;
}
