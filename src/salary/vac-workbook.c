/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-workbook"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-import-tables.h"
#include "vac-package-part.h"
#include "vac-workbook-private.h"
#include "vac-xml.h"

/* Workbooks of Excel (ECMA-376, SpreadsheetML): which sheets there are, the texts that cells share,
 * and how cells show numbers. Formulas are not calculated: what Excel saved beside them counts. */

/* What may be inflated of one workbook. The largest that the BLS publishes has 190 MiB of XML. */
#define MOST_BYTES ((gsize) 1024 * 1024 * 1024)
#define MOST_SHEETS 256
#define MOST_STRINGS (4 * 1024 * 1024)
/* Excel itself allows 65,490. */
#define MOST_STYLES 65536

static void
style_clear (gpointer data)
{
  g_free (((VacCellStyle *) data)->currency);
}

static void
sheet_free (gpointer data)
{
  VacSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

/* The sheets */

enum
{
  BOOK_OTHER,
  BOOK_PROPERTIES,
  BOOK_SHEET,
};

typedef struct
{
  VacWorkbook *workbook;
  const char  *part;
} BookReader;

static gboolean
begin_book (gpointer data,
            guint    element,
            VacXml  *xml)
{
  BookReader *reader = data;
  VacWorkbook *self = reader->workbook;
  g_autofree char *id = NULL;
  g_autofree char *state = NULL;
  g_autofree char *part = NULL;
  VacSheet *sheet;

  if (element == BOOK_PROPERTIES)
    {
      g_autofree char *from_1904 = vac_xml_dup (xml, "date1904");

      self->from_1904 = g_strcmp0 (from_1904, "1") == 0 || g_strcmp0 (from_1904, "true") == 0;
    }
  if (element != BOOK_SHEET || self->sheets->len == MOST_SHEETS)
    return TRUE;
  id = vac_xml_dup (xml, "r:id");
  /* Not a sheet of charts, which has no cells. */
  part = id != NULL ? vac_package_find_part (self->package, reader->part, "/worksheet", id, NULL)
                    : NULL;
  if (part == NULL)
    return TRUE;
  state = vac_xml_dup (xml, "state");
  sheet = g_new0 (VacSheet, 1);
  sheet->name = vac_xml_dup (xml, "name");
  if (sheet->name == NULL)
    sheet->name = g_strdup (part);
  sheet->part = g_steal_pointer (&part);
  sheet->is_hidden = state != NULL && !g_str_equal (state, "visible");
  g_ptr_array_add (self->sheets, sheet);

  return TRUE;
}

static gboolean
read_sheets (VacWorkbook *self,
             const char  *part,
             GError     **error)
{
  static const char *const names[] = {
    [BOOK_OTHER] = "", [BOOK_PROPERTIES] = "x:workbookPr", [BOOK_SHEET] = "x:sheet",
  };
  static const VacXmlHandler handler = { names, G_N_ELEMENTS (names), begin_book, NULL, NULL };
  BookReader reader = { self, part };

  if (!vac_xml_read_member (self->package, part, &handler, &reader, error))
    return FALSE;
  if (self->sheets->len == 0)
    g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                         _("The file is no workbook with a table."));

  return self->sheets->len > 0;
}

/* The texts that cells share */

enum
{
  STRING_OTHER,
  STRING_ITEM,
  STRING_TEXT,
  STRING_PHONETIC,
};

typedef struct
{
  VacWorkbook *workbook;
  VacXml      *xml;
  gboolean     in_text;
  gboolean     is_too_large;
} StringReader;

void
vac_workbook_set_too_large (GError **error)
{
  g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                       _("The workbook is larger than what is read."));
}

static void
stop_strings (StringReader *reader)
{
  reader->is_too_large = TRUE;
  vac_xml_stop (reader->xml);
}

static gboolean
begin_string (gpointer data,
              guint    element,
              VacXml  *xml)
{
  StringReader *reader = data;
  VacWorkbook *self = reader->workbook;

  reader->xml = xml;
  reader->in_text = element == STRING_TEXT;
  if (element == STRING_ITEM)
    {
      gsize offset = self->strings->len;

      if (self->offsets->len == MOST_STRINGS)
        stop_strings (reader);
      else
        g_array_append_val (self->offsets, offset);
    }

  return element != STRING_PHONETIC;
}

static void
end_string (gpointer data,
            guint    element)
{
  StringReader *reader = data;

  reader->in_text = FALSE;
  if (element == STRING_ITEM)
    g_string_append_c (reader->workbook->strings, '\0');
}

static void
take_string (gpointer    data,
             const char *text,
             gsize       length)
{
  StringReader *reader = data;
  GString *strings = reader->workbook->strings;

  if (!reader->in_text)
    return;
  if (strings->len + length > VAC_WORKBOOK_MOST_TEXT)
    stop_strings (reader);
  else
    g_string_append_len (strings, text, (gssize) length);
}

static gboolean
read_strings (VacWorkbook *self,
              const char  *book,
              GError     **error)
{
  static const char *const names[] = {
    [STRING_OTHER] = "", [STRING_ITEM] = "x:si", [STRING_TEXT] = "x:t", [STRING_PHONETIC] = "x:rPh",
  };
  static const VacXmlHandler handler = {
    names, G_N_ELEMENTS (names), begin_string, end_string, take_string,
  };
  g_autofree char *part = vac_package_find_part (self->package, book, "/sharedStrings", NULL, NULL);
  StringReader reader = { .workbook = self };

  if (part == NULL)
    return TRUE;
  if (!vac_xml_read_member (self->package, part, &handler, &reader, error))
    return FALSE;
  if (reader.is_too_large)
    vac_workbook_set_too_large (error);

  return !reader.is_too_large;
}

/*
 * vac_workbook_get_string:
 * @self: a workbook
 * @number: which of the texts that cells share, as the file writes it
 *
 * Returns: (transfer none): the text, "" where there is none of that number
 */
const char *
vac_workbook_get_string (VacWorkbook *self,
                         const char  *number)
{
  guint64 index;

  if (!g_ascii_string_to_unsigned (number, 10, 0, G_MAXUINT, &index, NULL) ||
      index >= self->offsets->len)
    return "";

  return self->strings->str + g_array_index (self->offsets, gsize, index);
}

/* How cells show numbers */

enum
{
  STYLE_OTHER,
  STYLE_FORMAT,
  STYLE_CELLS,
  STYLE_CELL,
};

typedef struct
{
  VacWorkbook *workbook;
  GHashTable  *formats;   /* code by number */
  gboolean     in_cells;
} StyleReader;

/* Those that every program knows without their being in the file. */
static gboolean
is_known_date (guint number)
{
  return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
         (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
}

/* Reads a format such as `[$€-407] #,##0.00` or `yyyy\-mm\-dd`: what it writes itself, where its
 * currency stands, and whether it shows parts of a date. */
static void
read_format (const char   *code,
             VacCellStyle *style)
{
  g_autoptr (GString) literal = g_string_new (NULL);

  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      const char *end = *p == '"' ? strchr (p + 1, '"') : *p == '[' ? strchr (p, ']') : NULL;

      if (end != NULL)
        {
          gsize length = (gsize) (end - p) - 1;

          if (*p == '[' && p[1] == '$')
            g_string_append_len (literal, p + 2, (gssize) MIN (strcspn (p + 2, "-]"), length - 1));
          else if (*p == '"')
            g_string_append_len (literal, p + 1, (gssize) length);
          p = end;
        }
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        {
          if (*p++ == '\\')
            g_string_append_c (literal, *p);
        }
      else if (strchr ("yYmMdDhHsS", *p) != NULL)
        style->is_date = TRUE;
      else if (g_ascii_isalpha (*p) || strchr ("#0?.,%/@E+-() ", *p) == NULL)
        g_string_append_c (literal, *p);
    }
  if (!style->is_date && g_utf8_validate (literal->str, (gssize) literal->len, NULL))
    style->currency = vac_import_find_currency (literal->str);
}

static void
add_style (StyleReader *reader,
           guint        number)
{
  const char *code = g_hash_table_lookup (reader->formats, GUINT_TO_POINTER (number));
  VacCellStyle style = { FALSE, NULL };

  if (code != NULL)
    read_format (code, &style);
  else
    style.is_date = is_known_date (number);
  g_array_append_val (reader->workbook->styles, style);
}

static gboolean
begin_style (gpointer data,
             guint    element,
             VacXml  *xml)
{
  StyleReader *reader = data;
  guint number = (guint) MAX (vac_xml_get_int (xml, "numFmtId", 0), 0);

  if (element == STYLE_FORMAT && g_hash_table_size (reader->formats) < MOST_STYLES)
    {
      char *code = vac_xml_dup (xml, "formatCode");

      if (code != NULL)
        g_hash_table_replace (reader->formats, GUINT_TO_POINTER (number), code);
    }
  reader->in_cells |= element == STYLE_CELLS;
  if (element == STYLE_CELL && reader->in_cells && reader->workbook->styles->len < MOST_STYLES)
    add_style (reader, number);

  return TRUE;
}

static void
end_style (gpointer data,
           guint    element)
{
  if (element == STYLE_CELLS)
    ((StyleReader *) data)->in_cells = FALSE;
}

/* A workbook can be read without: what is wrong here is no reason to refuse it. */
static void
read_styles (VacWorkbook *self,
             const char  *book)
{
  static const char *const names[] = {
    [STYLE_OTHER] = "", [STYLE_FORMAT] = "x:numFmt", [STYLE_CELLS] = "x:cellXfs",
    [STYLE_CELL] = "x:xf",
  };
  static const VacXmlHandler handler = {
    names, G_N_ELEMENTS (names), begin_style, end_style, NULL,
  };
  g_autofree char *part = vac_package_find_part (self->package, book, "/styles", NULL, NULL);
  g_autoptr (GHashTable) formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  StyleReader reader = { .workbook = self, .formats = formats };

  if (part != NULL && !vac_xml_read_member (self->package, part, &handler, &reader, NULL))
    g_array_set_size (self->styles, 0);
}

/*
 * vac_workbook_get_style:
 * @self: a workbook
 * @number: (nullable): the number of the style, as a cell has it
 *
 * Returns: (transfer none) (nullable): how the cell shows a number, %NULL for nothing special
 */
const VacCellStyle *
vac_workbook_get_style (VacWorkbook *self,
                        const char  *number)
{
  guint64 index;

  if (number == NULL || !g_ascii_string_to_unsigned (number, 10, 0, G_MAXUINT, &index, NULL) ||
      index >= self->styles->len)
    return NULL;

  return &g_array_index (self->styles, VacCellStyle, index);
}

/**
 * vac_workbook_open:
 * @bytes: a file of Excel (.xlsx), from anywhere
 * @error: return location for a sentence
 *
 * Nothing that the file refers to is fetched, and no formula is calculated.
 *
 * Returns: (transfer full) (nullable): the workbook; %NULL with a %VAC_ERROR_FORMAT when it is
 *   damaged, encrypted, too large, or no workbook
 */
VacWorkbook *
vac_workbook_open (GBytes  *bytes,
                   GError **error)
{
  g_autoptr (VacWorkbook) self = g_new0 (VacWorkbook, 1);
  g_autofree char *book = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->strings = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->styles = g_array_new (FALSE, FALSE, sizeof (VacCellStyle));
  g_array_set_clear_func (self->styles, style_clear);
  self->package = vac_package_open (bytes, MOST_BYTES, error);
  if (self->package == NULL)
    return NULL;
  book = vac_package_find_part (self->package, "", "/officeDocument", NULL, "xl/workbook.xml");
  if (!read_sheets (self, book, error) || !read_strings (self, book, error))
    return NULL;
  read_styles (self, book);

  return g_steal_pointer (&self);
}

/**
 * vac_workbook_free:
 * @self: (transfer full) (nullable): a workbook
 *
 * Frees @self.
 */
void
vac_workbook_free (VacWorkbook *self)
{
  if (self == NULL)
    return;
  vac_package_free (self->package);
  g_ptr_array_unref (self->sheets);
  g_string_free (self->strings, TRUE);
  g_array_unref (self->offsets);
  g_array_unref (self->styles);
  g_free (self);
}

/**
 * vac_workbook_get_n_sheets:
 * @self: a workbook
 *
 * Returns: how many sheets with cells there are, at least 1
 */
guint
vac_workbook_get_n_sheets (VacWorkbook *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sheets->len;
}

/**
 * vac_workbook_get_sheet_name:
 * @self: a workbook
 * @sheet: which of its sheets
 *
 * Returns: (transfer none): what stands on its tab
 */
const char *
vac_workbook_get_sheet_name (VacWorkbook *self,
                             guint        sheet)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, NULL);

  return ((VacSheet *) g_ptr_array_index (self->sheets, sheet))->name;
}

/**
 * vac_workbook_is_sheet_hidden:
 * @self: a workbook
 * @sheet: which of its sheets
 *
 * Returns: whether Excel does not show the sheet
 */
gboolean
vac_workbook_is_sheet_hidden (VacWorkbook *self,
                              guint        sheet)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, FALSE);

  return ((VacSheet *) g_ptr_array_index (self->sheets, sheet))->is_hidden;
}
