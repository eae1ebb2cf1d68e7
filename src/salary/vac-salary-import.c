/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vac-import-number.h"
#include "vac-salary-import-private.h"

#define SAMPLE_ROWS 20

/* Titles and notes may stand above the header of a table, but not many. */
#define HEADER_ROWS 20

/* What people call the columns of a table of their own: lower case, letters and digits only. */
static const struct
{
  VacSalaryImportField field;
  const char          *names;
} synonyms[] = {
  { VAC_SALARY_IMPORT_NAME,
    "|place|city|metro|metroarea|area|location|market|name|region|areatitle|geoname|msa|" },
  { VAC_SALARY_IMPORT_MINIMUM,
    "|minimum|min|low|lower|from|salarymin|minsalary|minimumsalary|paymin|rangemin|p25|apct25|"
    "25thpercentile|" },
  { VAC_SALARY_IMPORT_MAXIMUM,
    "|maximum|max|high|upper|to|salarymax|maxsalary|maximumsalary|paymax|rangemax|p75|apct75|"
    "75thpercentile|" },
  { VAC_SALARY_IMPORT_NOTE, "|note|notes|comment|comments|remark|remarks|" },
  { VAC_SALARY_IMPORT_PRICE_INDEX,
    "|priceindex|index|rpp|regionalpriceparity|costofliving|costoflivingindex|pricelevel|" },
};

/* Source: Standard Occupational Classification, U.S. Bureau of Labor Statistics, 2018. None of
 * the codes is for machine learning engineers alone. */
static const VacSalaryImportOccupation occupations[] = {
  { "15-2051", N_("Data Scientists") },
  { "15-1252", N_("Software Developers") },
  { "15-1221", N_("Computer and Information Research Scientists") },
};

/**
 * vac_salary_import_get_occupations:
 * @n_occupations: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_occupations): the occupations to offer for a machine
 *   learning job
 */
const VacSalaryImportOccupation *
vac_salary_import_get_occupations (guint *n_occupations)
{
  g_return_val_if_fail (n_occupations != NULL, NULL);

  *n_occupations = G_N_ELEMENTS (occupations);

  return occupations;
}

static char *
simplify (const char *title)
{
  GString *string = g_string_new ("|");

  for (const char *p = title; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (string, g_ascii_tolower (*p));
  g_string_append_c (string, '|');

  return g_string_free (string, FALSE);
}

/* The column of that title, case aside; -1 when there is none. */
int
vac_salary_import_find_column (VacSalaryImport *self,
                               const char      *name)
{
  for (guint i = 0; i < self->titles->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (self->titles, i), name) == 0)
      return i;

  return -1;
}

static gboolean
is_year (const char *title)
{
  return strlen (title) == 4 && strspn (title, "0123456789") == 4 &&
         (g_str_has_prefix (title, "19") || g_str_has_prefix (title, "20"));
}

static int
find_last_year (VacSalaryImport *self)
{
  for (guint i = self->titles->len; i > 0; i--)
    if (is_year (g_ptr_array_index (self->titles, i - 1)))
      return i - 1;

  return -1;
}

static VacSalaryImportKind
find_kind (VacSalaryImport *self)
{
  if (vac_salary_import_find_column (self, "AREA_TITLE") >= 0 &&
      vac_salary_import_find_column (self, "OCC_CODE") >= 0 &&
      (vac_salary_import_find_column (self, "A_PCT25") >= 0 ||
       vac_salary_import_find_column (self, "A_MEDIAN") >= 0))
    return VAC_SALARY_IMPORT_OEWS;
  if (vac_salary_import_find_column (self, "GeoName") >= 0 &&
      vac_salary_import_find_column (self, "LineCode") >= 0 && find_last_year (self) >= 0)
    return VAC_SALARY_IMPORT_MARPP;
  if (vac_salary_import_find_column (self, "Area") >= 0 &&
      vac_salary_import_find_column (self, "SocCode") >= 0 &&
      vac_salary_import_find_column (self, "Level1") >= 0)
    return VAC_SALARY_IMPORT_OFLC;

  return VAC_SALARY_IMPORT_GENERIC;
}

static gboolean
is_number (const char *cell)
{
  gint64 value;
  VacImportReading reading = vac_import_read_number (cell, '\0', &value, NULL);

  return reading == VAC_IMPORT_NUMBER || reading == VAC_IMPORT_AMBIGUOUS;
}

/* Whether most of the cells of a column that are not empty are numbers. */
static gboolean
is_number_column (VacSalaryImport *self,
                  guint            column)
{
  int balance = 0;

  for (guint i = 0; i < self->sample->len; i++)
    {
      const char *const *row = g_ptr_array_index (self->sample, i);

      if (column < g_strv_length ((GStrv) row) && *row[column] != '\0')
        balance += is_number (row[column]) ? 1 : -1;
    }

  return balance > 0;
}

/* Without names to go by: the first column of text is the place, the first two of numbers the
 * range. */
static void
map_by_content (VacSalaryImport *self)
{
  int *columns = self->settings.columns;

  for (guint i = 0; i < self->titles->len; i++)
    {
      VacSalaryImportField field = VAC_SALARY_IMPORT_NAME;

      if (is_number_column (self, i))
        field = columns[VAC_SALARY_IMPORT_MINIMUM] < 0 ? VAC_SALARY_IMPORT_MINIMUM
                                                       : VAC_SALARY_IMPORT_MAXIMUM;
      if (columns[field] < 0)
        columns[field] = i;
    }
}

static void
map_by_title (VacSalaryImport *self)
{
  for (guint i = 0; i < self->titles->len; i++)
    {
      g_autofree char *simple = simplify (g_ptr_array_index (self->titles, i));

      for (guint j = 0; j < G_N_ELEMENTS (synonyms) && strlen (simple) > 2; j++)
        if (self->settings.columns[synonyms[j].field] < 0 &&
            strstr (synonyms[j].names, simple) != NULL)
          self->settings.columns[synonyms[j].field] = i;
    }
}

static int
find_first (VacSalaryImport *self,
            const char      *name,
            const char      *other)
{
  int column = vac_salary_import_find_column (self, name);

  return column >= 0 ? column : vac_salary_import_find_column (self, other);
}

static void
map_columns (VacSalaryImport *self)
{
  VacSalaryImportSettings *settings = &self->settings;
  int *columns = settings->columns;

  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    columns[i] = -1;
  settings->kind = find_kind (self);
  settings->from = VAC_PAY_PERIOD_YEAR;

  switch (settings->kind)
    {
    case VAC_SALARY_IMPORT_OEWS:
      columns[VAC_SALARY_IMPORT_NAME] = vac_salary_import_find_column (self, "AREA_TITLE");
      columns[VAC_SALARY_IMPORT_OCCUPATION] = vac_salary_import_find_column (self, "OCC_CODE");
      columns[VAC_SALARY_IMPORT_MINIMUM] = find_first (self, "A_PCT25", "A_MEDIAN");
      columns[VAC_SALARY_IMPORT_MAXIMUM] = find_first (self, "A_PCT75", "A_MEDIAN");
      break;
    case VAC_SALARY_IMPORT_MARPP:
      columns[VAC_SALARY_IMPORT_NAME] = vac_salary_import_find_column (self, "GeoName");
      columns[VAC_SALARY_IMPORT_PRICE_INDEX] = find_last_year (self);
      break;
    case VAC_SALARY_IMPORT_OFLC:
      columns[VAC_SALARY_IMPORT_NAME] = find_first (self, "AreaName", "Area");
      columns[VAC_SALARY_IMPORT_OCCUPATION] = vac_salary_import_find_column (self, "SocCode");
      columns[VAC_SALARY_IMPORT_MINIMUM] = vac_salary_import_find_column (self, "Level1");
      columns[VAC_SALARY_IMPORT_MAXIMUM] = find_first (self, "Level4", "Level1");
      settings->from = VAC_PAY_PERIOD_HOUR;
      break;
    case VAC_SALARY_IMPORT_GENERIC:
    default:
      map_by_title (self);
      if (columns[VAC_SALARY_IMPORT_NAME] < 0 ||
          (columns[VAC_SALARY_IMPORT_MINIMUM] < 0 && columns[VAC_SALARY_IMPORT_PRICE_INDEX] < 0))
        map_by_content (self);
      break;
    }

  /* Official tables are written in the United States. */
  settings->decimal = settings->kind == VAC_SALARY_IMPORT_GENERIC ? '\0' : '.';
}

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
    if (is_number (row->fields[i]) && !is_year (row->fields[i]))
      return FALSE;

  return TRUE;
}

static void
take_titles (VacSalaryImport *self,
             const VacCsvRow *row)
{
  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < row->n_fields; i++)
    g_ptr_array_add (self->titles, g_strstrip (g_strdup (row->fields[i])));
  self->header_line = row->line;
}

/* Finds the header: the row of an official table, else the first one that names columns. */
static void
find_header (VacSalaryImport *self)
{
  g_autoptr (VacCsvReader) reader = vac_csv_reader_new (self->text, self->length,
                                                        self->settings.delimiter);
  guint first_line = 0;
  gboolean first_is_header = FALSE;
  VacCsvRow row;

  for (guint i = 0; i < HEADER_ROWS && vac_csv_reader_next (reader, &row, NULL); i++)
    {
      if (count_filled (&row) < 2)
        continue;
      take_titles (self, &row);
      if (find_kind (self) != VAC_SALARY_IMPORT_GENERIC)
        return;
      if (first_line == 0)
        {
          first_line = row.line;
          first_is_header = looks_like_header (&row);
        }
    }

  g_ptr_array_set_size (self->titles, 0);
  self->header_line = first_is_header ? first_line : 0;
  self->first_line = first_line;
}

static void
read_sample (VacSalaryImport *self)
{
  g_autoptr (VacCsvReader) reader = vac_csv_reader_new (self->text, self->length,
                                                        self->settings.delimiter);
  VacCsvRow row;

  g_ptr_array_set_size (self->sample, 0);
  g_ptr_array_set_size (self->titles, 0);
  while (self->sample->len < SAMPLE_ROWS && vac_csv_reader_next (reader, &row, NULL))
    {
      if (row.line == self->header_line)
        take_titles (self, &row);
      else if (row.line >= self->first_line && count_filled (&row) > 0)
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
  map_columns (self);
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

/**
 * vac_salary_import_analyse:
 * @bytes: a file of comma-separated or similar values
 * @error: return location for an error
 *
 * Finds out how the file is written and what its columns hold, from its bytes and the first rows.
 * Official tables are known by the names of their columns, in any order and case.
 *
 * Returns: (transfer full) (nullable): an import to look at, correct and run; %NULL with
 *   %VAC_ERROR_SYNTAX when the bytes are no text
 */
VacSalaryImport *
vac_salary_import_analyse (GBytes  *bytes,
                           GError **error)
{
  g_autoptr (VacSalaryImport) self = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (VacSalaryImport, 1);
  self->bytes = g_bytes_ref (bytes);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->settings.to = VAC_PAY_PERIOD_YEAR;
  self->settings.cap = VAC_SALARY_IMPORT_CAP;
  g_strlcpy (self->settings.occupation, occupations[0].code, sizeof self->settings.occupation);

  data = g_bytes_get_data (bytes, &length);
  if (!decode (self, vac_csv_sniff_encoding (data != NULL ? data : "", length), error))
    return NULL;
  self->settings.delimiter = vac_csv_sniff_delimiter (self->text, self->length);
  read_head (self, TRUE);

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
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->sample);
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

/**
 * vac_salary_import_set_settings:
 * @self: an import
 * @settings: what a person corrected
 * @error: return location for an error
 *
 * With another encoding, delimiter or header the columns are found anew, and those of @settings
 * do not count; otherwise @settings are taken as they are, but for columns that are not there. Not
 * to be called while the import runs.
 *
 * Returns: whether the bytes can be read so; otherwise nothing changes
 */
gboolean
vac_salary_import_set_settings (VacSalaryImport                *self,
                                const VacSalaryImportSettings  *settings,
                                GError                        **error)
{
  VacSalaryImportSettings old;
  gboolean anew;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (settings != NULL, FALSE);

  old = self->settings;
  anew = settings->encoding != old.encoding || settings->delimiter != old.delimiter ||
         settings->has_header != old.has_header;
  if (settings->encoding != old.encoding && !decode (self, settings->encoding, error))
    return FALSE;
  self->settings = *settings;
  if (anew)
    read_head (self, FALSE);
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    if (self->settings.columns[i] >= (int) self->titles->len)
      self->settings.columns[i] = -1;

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

/**
 * vac_salary_import_describe_source:
 * @self: an import
 * @file_name: what a person calls the file
 *
 * Returns: (transfer full): where the figures come from, for vac_salary_apply_import()
 */
char *
vac_salary_import_describe_source (VacSalaryImport *self,
                                   const char      *file_name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (file_name != NULL, NULL);

  switch (self->settings.kind)
    {
    case VAC_SALARY_IMPORT_OEWS:
      return g_strdup_printf (_("BLS Occupational Employment and Wage Statistics (%s)"), file_name);
    case VAC_SALARY_IMPORT_MARPP:
      return g_strdup_printf (_("BEA regional price parities (%s)"), file_name);
    case VAC_SALARY_IMPORT_OFLC:
      return g_strdup_printf (_("DOL OFLC prevailing wages (%s)"), file_name);
    case VAC_SALARY_IMPORT_GENERIC:
    default:
      return g_strdup (file_name);
    }
}
