/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vac-import-number.h"
#include "vac-salary-import-private.h"

#define SAMPLE_ROWS 20

static guint
count_filled (const VacCsvRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_fields; i++)
    n += row->fields[i][strspn (row->fields[i], " \t")] != '\0';

  return n;
}

static GStrv
dup_row (const VacCsvRow *row)
{
  GStrv strings = g_new0 (char *, row->n_fields + 1);

  for (guint i = 0; i < row->n_fields; i++)
    strings[i] = g_strstrip (g_strdup (row->fields[i]));

  return strings;
}

static gboolean
looks_like_header (const VacCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      gint64 value;
      VacImportReading reading = vac_import_read_number (row->fields[i], '\0', &value, NULL);

      if ((reading == VAC_IMPORT_NUMBER || reading == VAC_IMPORT_AMBIGUOUS) &&
          !vac_import_is_last_year (row->fields[i]))
        return FALSE;
    }

  return TRUE;
}

static void
take_titles (VacSalaryImport *self,
             const VacCsvRow *row)
{
  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < row->n_fields; i++)
    g_ptr_array_add (self->titles,
                     g_strstrip (g_strdelimit (g_strdup (row->fields[i]), "\r\n\t", ' ')));
  self->header_line = row->line;
}

static gboolean
find_table (VacSalaryImport *self)
{
  GPtrArray *tables = vac_import_tables_get ();

  self->table = NULL;
  for (guint i = 0; i < tables->len && self->table == NULL; i++)
    if (vac_import_matches_table (self, g_ptr_array_index (tables, i)))
      self->table = g_ptr_array_index (tables, i);

  return self->table != NULL;
}

/* Finds the header: the row of an official table, else the one of the first rows that names most
 * of what we look for, else the first one without figures. */
static void
find_header (VacSalaryImport *self)
{
  g_autoptr (VacCsvReader) reader = vac_csv_reader_new (self->text, self->length,
                                                        self->settings.delimiter);
  guint first_line = 0;
  guint plain_line = 0;
  guint best_line = 0;
  guint best = 1;
  VacCsvRow row;

  for (guint i = 0; i < VAC_IMPORT_HEADER_ROWS && vac_csv_reader_next (reader, &row, NULL); i++)
    {
      guint n_known;

      if (count_filled (&row) < 2)
        continue;
      take_titles (self, &row);
      if (find_table (self))
        return;
      n_known = vac_import_count_known (self);
      if (n_known > best)
        {
          best = n_known;
          best_line = row.line;
        }
      if (first_line == 0 && looks_like_header (&row))
        plain_line = row.line;
      if (first_line == 0)
        first_line = row.line;
    }

  g_ptr_array_set_size (self->titles, 0);
  self->header_line = best_line > 0 ? best_line : plain_line;
  self->first_line = first_line;
}

static void
append_line (GString         *text,
             const VacCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      g_string_append (text, row->fields[i]);
      g_string_append_c (text, i + 1 < row->n_fields ? ' ' : '\n');
    }
}

static void
read_sample (VacSalaryImport *self)
{
  g_autoptr (VacCsvReader) reader = vac_csv_reader_new (self->text, self->length,
                                                        self->settings.delimiter);
  VacCsvRow row;

  g_ptr_array_set_size (self->sample, 0);
  g_ptr_array_set_size (self->titles, 0);
  g_string_truncate (self->above, 0);
  while (self->sample->len < SAMPLE_ROWS && vac_csv_reader_next (reader, &row, NULL))
    {
      if (row.line == self->header_line)
        take_titles (self, &row);
      else if (row.line < self->first_line)
        append_line (self->above, &row);
      else if (count_filled (&row) > 0)
        g_ptr_array_add (self->sample, dup_row (&row));
    }
  for (guint i = 0; i < self->sample->len; i++)
    while (self->titles->len < g_strv_length (g_ptr_array_index (self->sample, i)))
      g_ptr_array_add (self->titles, g_strdup (""));
}

/* Reads the head of the table anew; with @guess_header also whether there is one. */
static void
read_head (VacSalaryImport *self,
           gboolean         guess_header)
{
  char decimal = self->settings.decimal;

  self->header_line = 0;
  self->first_line = 0;
  find_header (self);
  if (guess_header)
    self->settings.has_header = self->header_line > 0;
  else if (!self->settings.has_header)
    self->header_line = 0;
  else if (self->header_line == 0)
    self->header_line = MAX (self->first_line, 1);
  if (self->header_line > 0)
    self->first_line = self->header_line + 1;
  read_sample (self);
  find_table (self);
  vac_import_map_columns (self);
  if (decimal != '\0')
    self->settings.decimal = decimal;
}

static gboolean
decode (VacSalaryImport  *self,
        VacCsvEncoding    encoding,
        GError          **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (self->bytes, &length);
  gsize text_length;
  char *text = vac_csv_decode (bytes != NULL ? bytes : "", length, encoding, &text_length, error);

  if (text == NULL)
    return FALSE;
  g_free (self->text);
  self->text = text;
  self->length = text_length;
  self->settings.encoding = encoding;

  return TRUE;
}

/* Reads a table of the file, and finds out how it is written; or its first rows, for looking. */
static gboolean
load_table (VacSalaryImport  *self,
            guint             table,
            guint             most_rows,
            GError          **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!vac_import_read_source (self, table, most_rows, &bytes, &text, &length, error))
    return FALSE;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->settings.decimal = '\0';
  if (text != NULL)
    {
      g_free (self->text);
      self->text = g_steal_pointer (&text);
      self->length = length;
      self->settings.encoding = VAC_CSV_UTF_8;
      self->settings.delimiter = ',';
    }
  else
    {
      const char *data = g_bytes_get_data (bytes, &length);

      self->bytes = g_steal_pointer (&bytes);
      if (!decode (self, vac_csv_sniff_encoding (data != NULL ? data : "", length), error))
        return FALSE;
      self->settings.delimiter = vac_csv_sniff_delimiter (self->text, self->length);
    }
  read_head (self, TRUE);

  return TRUE;
}

/* Whether the first rows are of the kind that is taken where a file has several tables. */
static gboolean
is_preferred (VacSalaryImport *self,
              const char      *title)
{
  const VacImportTable *table = self->table;
  g_auto (GStrv) pair = table->prefer != NULL ? g_strsplit (table->prefer, ":", 2) : NULL;
  int column = pair != NULL ? vac_import_find_first (self, (char *[]) { pair[0], NULL }) : -1;
  int balance = 0;

  if (column < 0)
    return table->prefer_file != NULL && g_ascii_strncasecmp (title, table->prefer_file,
                                                              strlen (table->prefer_file)) == 0;
  for (guint i = 0; i < self->sample->len; i++)
    {
      const char *const *row = g_ptr_array_index (self->sample, i);

      if ((guint) column < g_strv_length ((GStrv) row))
        balance += g_str_equal (row[column], pair[1]) ? 1 : -1;
    }

  return balance > 0;
}

/* How likely a table is the one that is meant. */
static guint
score_table (VacSalaryImport *self,
             guint            table)
{
  guint score = vac_import_count_known (self);

  if (self->sample->len == 0)
    return 0;
  if (vac_salary_import_is_complete (self))
    score = 100;
  if (self->table != NULL)
    score = is_preferred (self, vac_salary_import_get_table_title (self, table)) ? 300 : 200;

  return score + (vac_import_is_source_hidden (self, table) ? 0 : 1000);
}

/* Of several tables the one that is certainly meant: -1 when two would do as well. What cannot be
 * read is none. */
static int
choose_table (VacSalaryImport *self,
              guint           *first)
{
  guint best = 0;
  guint n_best = 0;

  *first = 0;
  for (guint i = 0; i < self->sources->len; i++)
    {
      guint score = load_table (self, i, VAC_IMPORT_HEADER_ROWS + SAMPLE_ROWS, NULL)
                      ? score_table (self, i) : 0;

      n_best = score > best ? 1 : n_best + (score == best);
      if (score > best)
        {
          best = score;
          *first = i;
        }
    }

  return n_best == 1 ? (int) *first : -1;
}

/**
 * vac_salary_import_analyse:
 * @bytes: a file of comma-separated or similar values, a workbook of Excel, or a zip file of such
 * @file_name: what a person calls the file, without its folder
 * @error: return location for an error
 *
 * Finds out how the file is written and what its columns hold, from its bytes and the first rows.
 * Official tables are known by the names of their columns, in any order and case, others by what
 * people call such columns. What is not known stays open, see vac_salary_import_is_complete(). Of
 * several tables the one with places is taken; where several would do, a person has to choose.
 *
 * Returns: (transfer full) (nullable): an import to look at, correct and run; %NULL with
 *   %VAC_ERROR_SYNTAX when the bytes are no text, and with %VAC_ERROR_FORMAT for a workbook or zip
 *   file that cannot be read or has no table
 */
VacSalaryImport *
vac_salary_import_analyse (GBytes      *bytes,
                           const char  *file_name,
                           GError     **error)
{
  g_autoptr (VacSalaryImport) self = NULL;
  guint first = 0;
  int table = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (file_name != NULL, NULL);

  self = g_new0 (VacSalaryImport, 1);
  self->file_bytes = g_bytes_ref (bytes);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->above = g_string_new (NULL);
  self->file_name = g_strdup (file_name);
  self->language = g_strdup ("en");

  if (!vac_import_find_sources (self, error))
    return NULL;
  if (self->sources->len > 1)
    table = choose_table (self, &first);
  if (!load_table (self, first, 0, error))
    return NULL;
  self->settings.table = table;

  return g_steal_pointer (&self);
}

/**
 * vac_salary_import_free:
 * @self: (transfer full) (nullable): an import
 *
 * Frees @self.
 */
void
vac_salary_import_free (VacSalaryImport *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->file_bytes);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->workbooks, g_hash_table_unref);
  g_clear_pointer (&self->package, vac_package_free);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->sample);
  g_string_free (self->above, TRUE);
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_TERMS; i++)
    g_free (self->terms[i]);
  vac_import_forget_terms (self);
  g_free (self->file_name);
  g_free (self->language);
  g_free (self->text);
  g_free (self);
}

/**
 * vac_salary_import_get_settings:
 * @self: an import
 *
 * Returns: (transfer none): what was found, with corrections; copy it to correct more
 */
const VacSalaryImportSettings *
vac_salary_import_get_settings (VacSalaryImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->settings;
}

/* Takes another table of the file, with what a person said of its figures. */
static gboolean
change_table (VacSalaryImport                *self,
              const VacSalaryImportSettings  *settings,
              GError                        **error)
{
  const int old = self->settings.table;

  if (!load_table (self, (guint) settings->table, 0, error))
    {
      /* It was readable before. */
      load_table (self, (guint) MAX (old, 0), 0, NULL);
      self->settings.table = old;
      return FALSE;
    }
  self->settings.table = settings->table;
  vac_import_forget_terms (self);
  g_strlcpy (self->settings.occupation, settings->occupation, sizeof self->settings.occupation);
  self->settings.cap = settings->cap;

  return TRUE;
}

/**
 * vac_salary_import_set_settings:
 * @self: an import
 * @settings: what a person corrected
 * @error: return location for an error
 *
 * Another table is read anew. With it, or another encoding, delimiter or header, the columns are
 * found anew, and those of @settings do not count; otherwise @settings are taken as they are, but
 * for columns that are not there. Not to be called while the import runs.
 *
 * Returns: whether the bytes can be read so; otherwise nothing changes
 */
gboolean
vac_salary_import_set_settings (VacSalaryImport                *self,
                                const VacSalaryImportSettings  *settings,
                                GError                        **error)
{
  VacSalaryImportSettings old;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (settings != NULL, FALSE);
  g_return_val_if_fail (settings->table < (int) self->sources->len, FALSE);

  old = self->settings;
  if (settings->table >= 0 && settings->table != old.table)
    return change_table (self, settings, error);
  if (self->bytes != NULL && settings->encoding != old.encoding &&
      !decode (self, settings->encoding, error))
    return FALSE;
  self->settings = *settings;
  if (self->bytes == NULL)
    {
      self->settings.encoding = old.encoding;
      self->settings.delimiter = old.delimiter;
    }
  if (self->settings.encoding != old.encoding || self->settings.delimiter != old.delimiter ||
      settings->has_header != old.has_header)
    read_head (self, FALSE);
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    if (self->settings.columns[i] >= (int) self->titles->len)
      self->settings.columns[i] = -1;
  vac_import_find_units (self);

  return TRUE;
}

/**
 * vac_salary_import_get_n_columns:
 * @self: an import
 *
 * Returns: how many columns the header and the sample have
 */
guint
vac_salary_import_get_n_columns (VacSalaryImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->titles->len;
}

/**
 * vac_salary_import_get_column_title:
 * @self: an import
 * @column: which column
 *
 * Returns: (transfer none): its title, "" when it has none
 */
const char *
vac_salary_import_get_column_title (VacSalaryImport *self,
                                    guint            column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->titles->len, NULL);

  return g_ptr_array_index (self->titles, column);
}

/**
 * vac_salary_import_get_sample:
 * @self: an import
 *
 * Returns: (transfer none) (element-type GStrv): the first rows of data; a row may have fewer
 *   fields than there are columns
 */
GPtrArray *
vac_salary_import_get_sample (VacSalaryImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sample;
}

static gboolean
has_figures (VacDocument *document)
{
  return vac_node_get_n_children (vac_document_get (document, VAC_ROLE_PLACES)) > 0 ||
         *vac_document_get_text (document, VAC_ROLE_NATIONAL_MINIMUM) != '\0' ||
         *vac_document_get_text (document, VAC_ROLE_NATIONAL_MAXIMUM) != '\0';
}

/**
 * vac_salary_import_assume:
 * @self: an import
 * @document: the posting that it is for
 *
 * Where the file does not say what its pay is counted by, and in which currency, it is taken for
 * that of the posting's own salaries, else of its pay. A posting without figures for places takes
 * over what the file says; if its pay is by the hour and the table has such wages beside those of
 * the year, it takes them. Columns are proposed anew, since of two pairs the one that needs no
 * conversion is taken; so this comes before any correction. Not to be called while the import runs.
 */
void
vac_salary_import_assume (VacSalaryImport *self,
                          VacDocument     *document)
{
  const char *currency;

  g_return_if_fail (self != NULL);
  g_return_if_fail (VAC_IS_DOCUMENT (document));

  currency = vac_document_get_text (document, VAC_ROLE_SALARIES_CURRENCY);
  if (*currency == '\0')
    currency = vac_document_get_text (document, VAC_ROLE_PAY_CURRENCY);
  g_strlcpy (self->assumed_currency, currency, sizeof self->assumed_currency);
  if (!vac_pay_period_from_id (vac_document_get_text (document, VAC_ROLE_SALARIES_PERIOD),
                               &self->assumed) &&
      !vac_pay_period_from_id (vac_document_get_text (document, VAC_ROLE_PAY_PERIOD),
                               &self->assumed))
    self->assumed = VAC_PAY_PERIOD_YEAR;
  self->is_free = !has_figures (document);
  g_free (self->language);
  self->language = g_strdup (vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  vac_import_map_columns (self);
}

/**
 * vac_salary_import_get_table_name:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the official table that it is, %NULL for somebody's own
 */
const char *
vac_salary_import_get_table_name (VacSalaryImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table != NULL ? self->table->name : NULL;
}

/**
 * vac_salary_import_describe_source:
 * @self: an import
 *
 * Returns: (transfer full): where the figures come from, for vac_salary_apply_import()
 */
char *
vac_salary_import_describe_source (VacSalaryImport *self)
{
  g_autofree char *file = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  file = self->settings.table >= 0 && self->sources->len > 1
           ? g_strdup_printf ("%s, %s", self->file_name,
                              vac_salary_import_get_table_title (self,
                                                                 (guint) self->settings.table))
           : g_strdup (self->file_name);

  return self->table != NULL ? g_strdup_printf ("%s (%s)", self->table->name, file)
                             : g_steal_pointer (&file);
}
