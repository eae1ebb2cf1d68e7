/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-workbook-sheet"

#include "config.h"

#include <math.h>
#include <string.h>

#include "vac-workbook-private.h"
#include "vac-xml.h"

/* A sheet becomes a table of comma-separated values, a line for each of its rows, so that all that
 * is known of tables holds for it. */

#define MOST_COLUMNS 1024
/* As many as Excel has. */
#define MOST_ROWS 1048576
/* 31 December 9999, the last day that Excel knows. */
#define LAST_DAY 2958465

enum
{
  OTHER,
  ROW,
  CELL,
  VALUE,
  INLINE,
  RUN,
  TEXT,
  PHONETIC,
};

typedef struct
{
  VacWorkbook        *workbook;    /* borrowed */
  VacXml             *xml;         /* while it is read */
  GString            *table;       /* borrowed */
  guint               most_rows;
  guint               n_rows;      /* with a cell in them */
  guint               row;         /* from 1 */
  guint               next_row;
  guint               column;      /* from 0: of the cell */
  guint               next_column;
  guint               n_written;   /* columns of the row in @table */
  gboolean            in_cell;
  gboolean            in_value;
  gboolean            is_too_large;
  char                type;        /* 's' shared, 'b' yes or no, 't' text, 'n' number */
  const VacCellStyle *style;       /* borrowed, nullable */
  GString            *text;        /* owned: of the cell */
} Reader;

/* "BC12" is column 54; @otherwise for what names none. */
static guint
read_column (const char *reference,
             guint       otherwise)
{
  guint column = 0;
  const char *p = reference;

  for (; p != NULL && g_ascii_isupper (*p) && column <= MOST_COLUMNS * 26; p++)
    column = column * 26 + (guint) (*p - 'A') + 1;

  return column > 0 ? column - 1 : otherwise;
}

static void
begin_row (Reader *self,
           VacXml *xml)
{
  const int number = vac_xml_get_int (xml, "r", 0);

  self->row = number > 0 && (guint) number >= self->next_row && number <= MOST_ROWS
                ? (guint) number : self->next_row;
  self->next_column = 0;
  self->n_written = 0;
}

static void
begin_cell (Reader *self,
            VacXml *xml)
{
  g_autofree char *reference = vac_xml_dup (xml, "r");
  g_autofree char *type = vac_xml_dup (xml, "t");
  g_autofree char *style = vac_xml_dup (xml, "s");

  self->in_cell = TRUE;
  self->column = read_column (reference, self->next_column);
  self->next_column = self->column + 1;
  self->style = vac_workbook_get_style (self->workbook, style);
  g_string_truncate (self->text, 0);
  if (type == NULL || g_str_equal (type, "n"))
    self->type = 'n';
  else if (g_str_equal (type, "s") || g_str_equal (type, "b"))
    self->type = *type;
  else
    self->type = 't';
}

static gboolean
begin (gpointer data,
       guint    element,
       VacXml  *xml)
{
  Reader *self = data;

  self->xml = xml;
  self->in_value = self->in_cell && (element == VALUE || element == TEXT);
  if (element == ROW)
    {
      if (self->most_rows > 0 && self->n_rows >= self->most_rows)
        {
          vac_xml_stop (xml);
          return FALSE;
        }
      begin_row (self, xml);
    }
  else if (element == CELL)
    begin_cell (self, xml);

  /* A formula is of no use, and how a text is spoken neither. */
  return element != PHONETIC && !(self->in_cell && element == OTHER);
}

static void
take_text (gpointer    data,
           const char *text,
           gsize       length)
{
  Reader *self = data;

  if (self->in_value && self->text->len + length <= VAC_WORKBOOK_MOST_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
}

/* Separators of lines would make rows, and a table's line number is the row's. */
static void
append_field (GString    *table,
              const char *text)
{
  const gboolean quoted = strpbrk (text, "\",") != NULL || *text == ' ';

  if (quoted)
    g_string_append_c (table, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (table, '"');
      g_string_append_c (table, *p == '\r' || *p == '\n' ? ' ' : *p);
    }
  if (quoted)
    g_string_append_c (table, '"');
}

/* Excel counts days from the last of 1899, with a day too many before March 1900. */
static char *
format_date (VacWorkbook *workbook,
             double       number)
{
  const int first = workbook->from_1904 ? 1462 : 0;
  const int serial = (int) number + first;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) serial);

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date),
                          (guint) g_date_get_month (&date), g_date_get_day (&date));
}

/* What the file writes as 52.810000000000002 is 52.81 on the screen. With three decimals it could
 * be taken for thousands. */
static char *
format_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *point;

  if (number == floor (number) && fabs (number) < 1e15)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  point = strchr (buffer, '.');

  return g_strconcat (buffer, point != NULL && strspn (point + 1, "0123456789") == 3 ? "0" : "",
                      NULL);
}

static char *
describe_number (Reader *self)
{
  const VacCellStyle *style = self->style;
  g_autofree char *text = NULL;
  char *end = NULL;
  double number;

  g_strstrip (self->text->str);
  number = g_ascii_strtod (self->text->str, &end);
  if (*self->text->str == '\0' || *end != '\0' || !isfinite (number))
    return g_strdup (self->text->str);
  if (style != NULL && style->is_date && number >= 1 && number <= LAST_DAY)
    return format_date (self->workbook, number);
  text = format_number (number);
  if (style == NULL || style->currency == NULL)
    return g_steal_pointer (&text);

  return g_strconcat (style->currency, g_ascii_isalpha (*style->currency) ? " " : "", text, NULL);
}

static gboolean
is_plain_number (const char *text)
{
  const gsize length = strspn (text, "0123456789");

  return length > 0 && length < 16 && text[length] == '\0';
}

/* Returns: (transfer full) (nullable): what the cell shows, %NULL for its text as it is */
static char *
describe_cell (Reader *self)
{
  if (self->type == 's')
    return g_strdup (vac_workbook_get_string (self->workbook, self->text->str));
  if (self->type == 'b')
    return g_strdup (g_str_equal (self->text->str, "1") ? "TRUE" : "FALSE");
  if (self->type == 'n' && (self->style != NULL || !is_plain_number (self->text->str)))
    return describe_number (self);

  return NULL;
}

static void
end_cell (Reader *self)
{
  g_autofree char *described = self->text->len > 0 ? describe_cell (self) : NULL;
  const char *shown = described != NULL ? described : self->text->str;

  self->in_cell = FALSE;
  if (*shown == '\0' || self->column >= MOST_COLUMNS || self->column + 1 <= self->n_written)
    return;
  if (self->table->len + strlen (shown) + MOST_COLUMNS + (self->row - self->next_row) >
      VAC_WORKBOOK_MOST_TEXT)
    {
      self->is_too_large = TRUE;
      vac_xml_stop (self->xml);
      return;
    }
  for (; self->next_row < self->row; self->next_row++)
    g_string_append_c (self->table, '\n');
  for (guint i = MAX (self->n_written, 1); i <= self->column; i++)
    g_string_append_c (self->table, ',');
  append_field (self->table, shown);
  self->n_written = self->column + 1;
}

static void
end (gpointer data,
     guint    element)
{
  Reader *self = data;

  self->in_value = FALSE;
  if (element == CELL)
    end_cell (self);
  else if (element == ROW && self->n_written > 0)
    {
      g_string_append_c (self->table, '\n');
      self->next_row = self->row + 1;
      self->n_rows++;
    }
}

/**
 * vac_workbook_read_sheet:
 * @self: a workbook
 * @sheet: which of its sheets
 * @most_rows: how many rows to read that have anything in them, 0 for all
 * @length: (out): how long the table is, in bytes
 * @error: return location for a sentence
 *
 * Numbers have a point as decimal mark and no marks between thousands; amounts of a currency have
 * its sign or code before them, dates are as in ISO 8601.
 *
 * Returns: (transfer full) (nullable): UTF-8 text, comma-separated (RFC 4180), in which the number
 *   of a line is that of the sheet's row; %NULL with a %VAC_ERROR_FORMAT for a sheet that is
 *   damaged, or larger than what is read
 */
char *
vac_workbook_read_sheet (VacWorkbook *self,
                         guint        sheet,
                         guint        most_rows,
                         gsize       *length,
                         GError     **error)
{
  static const char *const names[] = {
    [OTHER] = "", [ROW] = "x:row", [CELL] = "x:c", [VALUE] = "x:v", [INLINE] = "x:is",
    [RUN] = "x:r", [TEXT] = "x:t", [PHONETIC] = "x:rPh",
  };
  static const VacXmlHandler handler = { names, G_N_ELEMENTS (names), begin, end, take_text };
  g_autoptr (GString) table = g_string_new (NULL);
  Reader reader = { .workbook = self, .table = table, .most_rows = most_rows, .next_row = 1 };
  gboolean done;

  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  reader.text = g_string_new (NULL);
  done = vac_xml_read_member (self->package,
                              ((VacSheet *) g_ptr_array_index (self->sheets, sheet))->part,
                              &handler, &reader, error);
  g_string_free (reader.text, TRUE);
  if (!done)
    return NULL;
  if (reader.is_too_large)
    {
      vac_workbook_set_too_large (error);
      return NULL;
    }
  *length = table->len;

  return g_string_free (g_steal_pointer (&table), FALSE);
}
