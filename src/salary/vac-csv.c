/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-csv"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vac-csv.h"
#include "vac-error.h"

/* How much of a file is looked at to guess its delimiter. */
#define SNIFF_ROWS 50
#define SNIFF_BYTES (256 * 1024)
/* How many rows may stand above the header. */
#define PREAMBLE_ROWS 20

struct _VacCsvReader
{
  const char *text;      /* borrowed */
  const char *position;
  const char *end;
  GString    *buffer;    /* owned: the fields of a row, each ended by a zero */
  GArray     *offsets;   /* owned: gsize into @buffer */
  GPtrArray  *fields;    /* owned: pointers into @buffer */
  guint       line;
  char        delimiter;
};

/**
 * vac_csv_sniff_encoding:
 * @bytes: (array length=length): a file
 * @length: how many bytes
 *
 * A byte order mark decides; without one, many zero bytes in every other place are UTF-16, and
 * what is not valid UTF-8 is Windows-1252, which reads Latin-1 too.
 *
 * Returns: the most likely encoding
 */
VacCsvEncoding
vac_csv_sniff_encoding (const char *bytes,
                        gsize       length)
{
  gsize looked = MIN (length, 4096) / 2 * 2;
  gsize zeros[2] = { 0, 0 };

  g_return_val_if_fail (bytes != NULL || length == 0, VAC_CSV_UTF_8);

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    return VAC_CSV_UTF_8;
  if (length >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return VAC_CSV_UTF_16_LE;
  if (length >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return VAC_CSV_UTF_16_BE;

  for (gsize i = 0; i < looked; i++)
    if (bytes[i] == '\0')
      zeros[i % 2]++;
  if (zeros[1] > looked / 5 && zeros[0] <= looked / 20)
    return VAC_CSV_UTF_16_LE;
  if (zeros[0] > looked / 5 && zeros[1] <= looked / 20)
    return VAC_CSV_UTF_16_BE;

  /* A zero byte is valid text here: it becomes U+FFFD when decoded. */
  for (gsize start = 0; start < length;)
    {
      const char *stop;

      if (g_utf8_validate_len (bytes + start, length - start, &stop))
        break;
      if (*stop != '\0')
        return VAC_CSV_WINDOWS_1252;
      start = stop - bytes + 1;
    }

  return VAC_CSV_UTF_8;
}

/* Source: https://encoding.spec.whatwg.org/index-windows-1252.txt; the five bytes without a
 * character of their own are control characters there. */
static const guint16 windows_1252[] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
  0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

static char *
decode_windows_1252 (const char *bytes,
                     gsize       length,
                     gsize      *text_length)
{
  GString *text = g_string_sized_new (length + length / 16 + 1);

  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = bytes[i];

      if (byte != 0 && byte < 0x80)
        g_string_append_c (text, byte);
      else
        g_string_append_unichar (text, byte == 0                   ? 0xfffd
                                       : byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80]
                                                                     : byte);
    }
  *text_length = text->len;

  return g_string_free (text, FALSE);
}

static char *
decode_utf_8 (const char *bytes,
              gsize       length,
              gsize      *text_length,
              GError    **error)
{
  GString *text;
  const char *stop;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }

  text = g_string_sized_new (length + 1);
  while (!g_utf8_validate_len (bytes, length, &stop))
    {
      g_string_append_len (text, bytes, stop - bytes);
      if (*stop != '\0')
        {
          guint line = 1;

          for (const char *p = text->str; p < text->str + text->len; p++)
            line += *p == '\n';
          vac_error_set_at (error, VAC_ERROR_SYNTAX, line, 1, _("this line is not UTF-8"));
          g_string_free (text, TRUE);
          return NULL;
        }
      g_string_append_unichar (text, 0xfffd);
      length -= stop + 1 - bytes;
      bytes = stop + 1;
    }
  g_string_append_len (text, bytes, length);
  *text_length = text->len;

  return g_string_free (text, FALSE);
}

/**
 * vac_csv_decode:
 * @bytes: (array length=length): a file
 * @length: how many bytes
 * @encoding: how they spell characters
 * @text_length: (out): how long the text is, in bytes
 * @error: return location for an error
 *
 * Drops a byte order mark. A character U+0000 becomes U+FFFD, so that a field is never cut short.
 *
 * Returns: (transfer full) (nullable): UTF-8 text, or %NULL with %VAC_ERROR_SYNTAX when the bytes
 *   are not in @encoding
 */
char *
vac_csv_decode (const char     *bytes,
                gsize           length,
                VacCsvEncoding  encoding,
                gsize          *text_length,
                GError        **error)
{
  g_autofree char *wide = NULL;
  gsize wide_length = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (text_length != NULL, NULL);

  if (encoding == VAC_CSV_WINDOWS_1252)
    return decode_windows_1252 (bytes, length, text_length);
  if (encoding == VAC_CSV_UTF_8)
    return decode_utf_8 (length > 0 ? bytes : "", length, text_length, error);

  wide = g_convert (length > 0 ? bytes : "", length, "UTF-8",
                    encoding == VAC_CSV_UTF_16_LE ? "UTF-16LE" : "UTF-16BE",
                    NULL, &wide_length, NULL);
  if (wide == NULL)
    {
      vac_error_set_at (error, VAC_ERROR_SYNTAX, 1, 1, _("the file is not UTF-16"));
      return NULL;
    }

  return decode_utf_8 (wide, wide_length, text_length, error);
}

/* How well @delimiter explains the first rows: 0 for not at all, else up to 100. */
static guint
score_delimiter (const char *text,
                 gsize       length,
                 char        delimiter)
{
  g_autoptr (VacCsvReader) reader = vac_csv_reader_new (text, MIN (length, SNIFF_BYTES), delimiter);
  guint counts[64] = { 0 };
  guint first[64] = { 0 };
  guint best = 0;
  guint rows = 0;
  VacCsvRow row;

  while (rows < SNIFF_ROWS && vac_csv_reader_next (reader, &row, NULL))
    {
      guint n = MIN (row.n_fields, G_N_ELEMENTS (counts) - 1);

      if (row.n_fields == 1 && row.fields[0][0] == '\0')
        continue;
      if (counts[n]++ == 0)
        first[n] = rows;
      rows++;
    }
  for (guint i = 2; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;

  /* Notes may stand above a header, but it has as many fields as most rows. */
  if (best < 2 || first[best] > PREAMBLE_ROWS)
    return 0;

  return counts[best] * 100 / rows;
}

/* A spreadsheet's own line at the head of a table: "sep=;". */
static char
read_marker (const char *text,
             gsize       length)
{
  gsize quoted = length > 0 && *text == '"';

  if (length < quoted + 5 || g_ascii_strncasecmp (text + quoted, "sep=", 4) != 0)
    return '\0';

  return text[quoted + 4] != '\0' && strchr ("\t;,|", text[quoted + 4]) != NULL
           ? text[quoted + 4] : '\0';
}

/**
 * vac_csv_sniff_delimiter:
 * @text: (array length=length): UTF-8 text
 * @length: how long it is, in bytes
 *
 * A first line "sep=;", as spreadsheets write it, says what it is. Otherwise: tabulators, bars and
 * semicolons are rare inside a field, commas are not ("Austin, TX"); so the first
 * of the four, in that order, that splits most rows into equally many fields wins.
 *
 * Returns: '\t', '|', ';' or ','; ',' when nothing splits the rows
 */
char
vac_csv_sniff_delimiter (const char *text,
                         gsize       length)
{
  static const char candidates[] = { '\t', '|', ';', ',' };
  char found = read_marker (text, length);
  guint best = 0;

  if (found != '\0')
    return found;
  found = ',';
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint score = score_delimiter (text, length, candidates[i]);

      if (score >= 80)
        return candidates[i];
      if (score > best)
        {
          best = score;
          found = candidates[i];
        }
    }

  return found;
}

/**
 * vac_csv_reader_new:
 * @text: (array length=length): UTF-8 text that outlives the reader
 * @length: how long it is, in bytes
 * @delimiter: what stands between fields
 *
 * Reads a table a row at a time (RFC 4180), so that a large one is never in memory as fields.
 * Lines end with CR LF, LF or CR. What the RFC does not allow is kept rather than lost: a quote
 * inside an unquoted field and text after a closing quote stand as they are.
 *
 * Returns: (transfer full): a reader before the first row
 */
VacCsvReader *
vac_csv_reader_new (const char *text,
                    gsize       length,
                    char        delimiter)
{
  VacCsvReader *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (VacCsvReader, 1);
  self->text = text;
  self->position = text;
  self->end = text + length;
  self->delimiter = delimiter;
  self->line = 1;
  self->buffer = g_string_sized_new (256);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->fields = g_ptr_array_new ();

  return self;
}

/**
 * vac_csv_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Frees @self and the row that it gave last.
 */
void
vac_csv_reader_free (VacCsvReader *self)
{
  if (self == NULL)
    return;
  g_string_free (self->buffer, TRUE);
  g_array_unref (self->offsets);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

/**
 * vac_csv_reader_get_offset:
 * @self: a reader
 *
 * Returns: how many bytes have been read, for showing progress
 */
gsize
vac_csv_reader_get_offset (VacCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->position - self->text;
}

/* Appends up to the closing quote, which is passed; FALSE when the text ends first. */
static gboolean
read_quoted (VacCsvReader *self)
{
  while (self->position < self->end)
    {
      const char *start = self->position;
      const char *quote = memchr (start, '"', self->end - start);
      const char *stop = quote != NULL ? quote : self->end;

      for (const char *p = start; p < stop; p++)
        if (*p == '\n' || (*p == '\r' && (p + 1 == self->end || p[1] != '\n')))
          self->line++;
      g_string_append_len (self->buffer, start, stop - start);
      if (quote == NULL)
        break;
      self->position = quote + 1;
      if (self->position == self->end || *self->position != '"')
        return TRUE;
      g_string_append_c (self->buffer, '"');
      self->position++;
    }
  self->position = self->end;

  return FALSE;
}

/* Reads one field into the buffer and stands on what ended it. */
static gboolean
read_field (VacCsvReader *self,
            guint         line,
            GError      **error)
{
  gsize offset = self->buffer->len;
  const char *start;

  g_array_append_val (self->offsets, offset);
  if (self->position < self->end && *self->position == '"')
    {
      self->position++;
      if (!read_quoted (self))
        {
          vac_error_set_at (error, VAC_ERROR_SYNTAX, line, 1,
                            _("a quoted field in this row is never closed"));
          return FALSE;
        }
    }

  start = self->position;
  while (self->position < self->end && *self->position != self->delimiter &&
         *self->position != '\n' && *self->position != '\r')
    self->position++;
  g_string_append_len (self->buffer, start, self->position - start);

  if (self->buffer->len - offset > VAC_CSV_LONGEST_FIELD)
    {
      vac_error_set_at (error, VAC_ERROR_SYNTAX, line, 1, _("a field in this row is too long"));
      return FALSE;
    }
  g_string_append_c (self->buffer, '\0');

  return TRUE;
}

static void
pass_line_end (VacCsvReader *self)
{
  if (self->position == self->end)
    return;
  if (*self->position == '\r' && self->position + 1 < self->end && self->position[1] == '\n')
    self->position++;
  self->position++;
  self->line++;
}

/**
 * vac_csv_reader_next:
 * @self: a reader
 * @row: (out caller-allocates): the row, valid until the next call
 * @error: return location for an error
 *
 * Reads the next row. A line without anything on it is a row with one empty field; the end of the
 * last line does not begin another.
 *
 * Returns: whether there was a row; %FALSE without an error is the end of the text, and with
 *   %VAC_ERROR_SYNTAX a quote that is never closed or a field longer than %VAC_CSV_LONGEST_FIELD,
 *   after which nothing more can be read
 */
gboolean
vac_csv_reader_next (VacCsvReader *self,
                     VacCsvRow    *row,
                     GError      **error)
{
  guint line;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  if (self->position == self->end)
    return FALSE;

  line = self->line;
  g_string_truncate (self->buffer, 0);
  g_array_set_size (self->offsets, 0);
  g_ptr_array_set_size (self->fields, 0);

  for (;;)
    {
      if (!read_field (self, line, error))
        {
          self->position = self->end;
          return FALSE;
        }
      if (self->position == self->end || *self->position != self->delimiter)
        break;
      self->position++;
    }
  pass_line_end (self);

  for (guint i = 0; i < self->offsets->len; i++)
    g_ptr_array_add (self->fields, self->buffer->str + g_array_index (self->offsets, gsize, i));
  row->fields = (const char *const *) self->fields->pdata;
  row->n_fields = self->fields->len;
  row->line = line;

  return TRUE;
}

static void
append_separator (GString *string,
                  char     delimiter)
{
  if (string->len > 0 && string->str[string->len - 1] != '\n')
    g_string_append_c (string, delimiter);
}

/**
 * vac_csv_append_text:
 * @string: the table so far
 * @delimiter: what stands between fields
 * @text: (nullable): UTF-8 text
 *
 * Adds a field, quoted where RFC 4180 asks for it. A spreadsheet runs a cell that begins with
 * `=`, `+`, `-`, `@`, a tabulator or a carriage return as a formula; such text gets a `'` in
 * front. An empty field is written as `""`, so that a row of one is not an empty line.
 */
void
vac_csv_append_text (GString    *string,
                     char        delimiter,
                     const char *text)
{
  const char special[] = { delimiter, '"', '\n', '\r', '\t', '\0' };
  gboolean formula;

  g_return_if_fail (string != NULL);

  text = text != NULL ? text : "";
  formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
  append_separator (string, delimiter);

  if (*text != '\0' && strpbrk (text, special) == NULL && *text != ' ' &&
      text[strlen (text) - 1] != ' ')
    {
      g_string_append (string, formula ? "'" : "");
      g_string_append (string, text);
      return;
    }

  g_string_append (string, formula ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (string, '"');
      g_string_append_c (string, *p);
    }
  g_string_append_c (string, '"');
}

/**
 * vac_csv_append_number:
 * @string: the table so far
 * @delimiter: what stands between fields
 * @number: counted in parts of ten to the power of -@decimals
 * @decimals: how many digits stand after the point, up to 6
 *
 * Adds a field that a spreadsheet reads as a number, with a sign where it is negative and a point
 * as decimal mark.
 */
void
vac_csv_append_number (GString *string,
                       char     delimiter,
                       gint64   number,
                       guint    decimals)
{
  g_autofree char *text = NULL;

  g_return_if_fail (string != NULL && decimals <= 6);

  text = vac_money_decimal_to_text (number, decimals);
  append_separator (string, delimiter);
  g_string_append (string, text);
}

/**
 * vac_csv_append_money:
 * @string: the table so far
 * @delimiter: what stands between fields
 * @amount: an amount
 *
 * Adds a field that a spreadsheet reads as a number, exact and without needless digits.
 */
void
vac_csv_append_money (GString  *string,
                      char      delimiter,
                      VacMoney  amount)
{
  g_autofree char *number = vac_money_to_text (amount);

  g_return_if_fail (string != NULL);

  append_separator (string, delimiter);
  g_string_append (string, number);
}

/**
 * vac_csv_end_row:
 * @string: the table so far
 *
 * Ends a row with CR LF, as RFC 4180 has it.
 */
void
vac_csv_end_row (GString *string)
{
  g_return_if_fail (string != NULL);

  g_string_append (string, "\r\n");
}
