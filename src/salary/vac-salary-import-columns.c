/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-columns"

#include "config.h"

#include <string.h>

#include "vac-import-pay.h"
#include "vac-salary-import-private.h"

/* What the columns of a table are. A column that is not known for certain stays open: a guess that
 * is wrong would be published. */

#define TIER 1000
#define N_TIERS 9
#define NO_PERIOD (VAC_PAY_PERIOD_HOUR + 1)

/* What the title of one column says. */
typedef struct
{
  VacSalaryImportField field;
  guint                rank;
  gboolean             is_pay;
  guint                period;    /* or NO_PERIOD */
} Title;

const char *
vac_import_get_cell (const VacCsvRow *row,
                     int              column)
{
  return column >= 0 && (guint) column < row->n_fields ? row->fields[column] : "";
}

/**
 * vac_salary_import_find_column:
 * @self: an import
 * @title: a title, or the number of a column from 1
 *
 * Returns: the column of that title, case and marks aside; -1 when there is none or several are
 */
int
vac_salary_import_find_column (VacSalaryImport *self,
                               const char      *title)
{
  g_autofree char *simple = NULL;
  guint64 number;
  int found = -1;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (title != NULL, -1);

  for (guint i = 0; i < self->titles->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->titles, i), title) == 0 && *title != '\0')
      return i;
  simple = vac_import_simplify (title);
  for (guint i = 0; i < self->titles->len && *simple != '\0'; i++)
    {
      g_autofree char *other = vac_import_simplify (g_ptr_array_index (self->titles, i));

      if (!g_str_equal (other, simple))
        continue;
      if (found >= 0)
        return -1;
      found = i;
    }
  if (found < 0 && g_ascii_string_to_unsigned (title, 10, 1, self->titles->len, &number, NULL))
    return (int) number - 1;

  return found;
}

gboolean
vac_import_is_last_year (const char *title)
{
  return strlen (title) == 4 && strspn (title, "0123456789") == 4 &&
         (g_str_has_prefix (title, "19") || g_str_has_prefix (title, "20"));
}

static int
find_title (VacSalaryImport *self,
            const char      *title)
{
  if (g_str_equal (title, VAC_IMPORT_LAST_YEAR))
    {
      for (guint i = self->titles->len; i > 0; i--)
        if (vac_import_is_last_year (g_ptr_array_index (self->titles, i - 1)))
          return i - 1;
      return -1;
    }
  for (guint i = 0; i < self->titles->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (self->titles, i), title) == 0)
      return i;
  /* Open data writes "Area Name" or "area_name" for the same column. */
  for (guint i = 0; i < self->titles->len; i++)
    {
      g_autofree char *simple = vac_import_simplify (title);
      g_autofree char *other = vac_import_simplify (g_ptr_array_index (self->titles, i));

      if (g_str_equal (simple, other))
        return i;
    }

  return -1;
}

int
vac_import_find_first (VacSalaryImport *self,
                       GStrv            titles)
{
  for (guint i = 0; titles != NULL && titles[i] != NULL; i++)
    {
      int column = find_title (self, titles[i]);

      if (column >= 0)
        return column;
    }

  return -1;
}

gboolean
vac_import_matches_table (VacSalaryImport      *self,
                          const VacImportTable *table)
{
  for (guint i = 0; table->must[i] != NULL; i++)
    {
      g_auto (GStrv) any = g_strsplit (table->must[i], "|", -1);

      if (vac_import_find_first (self, any) < 0)
        return FALSE;
    }

  return TRUE;
}

static void
read_title (VacSalaryImport *self,
            guint            column,
            Title           *title)
{
  const char *text = g_ptr_array_index (self->titles, column);
  VacPayPeriod period;

  title->field = vac_import_title_get_field (text, &title->rank, &title->is_pay);
  title->period = vac_import_find_period (text, &period) ? (guint) period : NO_PERIOD;
}

/* How many different things the titles name. */
guint
vac_import_count_known (VacSalaryImport *self)
{
  gboolean known[VAC_SALARY_IMPORT_N_FIELDS + 1] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < self->titles->len; i++)
    {
      Title title;

      read_title (self, i, &title);
      n += !known[title.field] && title.field < VAC_SALARY_IMPORT_N_FIELDS;
      known[title.field] = TRUE;
      n += title.is_pay;
    }

  return n;
}

/* Whether many cells of a column are two amounts, or one end of a range. */
static gboolean
is_range_column (VacSalaryImport *self,
                 guint            column)
{
  int balance = 0;

  for (guint i = 0; i < self->sample->len; i++)
    {
      const char *const *row = g_ptr_array_index (self->sample, i);
      g_auto (VacImportPay) pay = { { 0 } };

      if (column >= g_strv_length ((GStrv) row) || *row[column] == '\0')
        continue;
      vac_import_read_pay (row[column], '\0', TRUE, &pay);
      balance += pay.n_amounts == 2 || (pay.n_amounts == 1 && !(pay.has[0] && pay.has[1])) ? 2 : -1;
    }

  return balance > 0;
}

/* "29-1141", or with a detail "29-1141.00": the codes of a classification, whatever their title. */
static gboolean
is_code (const char *cell)
{
  return strspn (cell, "0123456789") == 2 && cell[2] == '-' &&
         strspn (cell + 3, "0123456789") == 4 &&
         (cell[7] == '\0' || (cell[7] == '.' && strspn (cell + 8, "0123456789") == 2 &&
                              cell[10] == '\0'));
}

static gboolean
is_code_column (VacSalaryImport *self,
                guint            column)
{
  guint n = 0;

  for (guint i = 0; i < self->sample->len; i++)
    {
      const char *const *row = g_ptr_array_index (self->sample, i);

      if (column >= g_strv_length ((GStrv) row) || *row[column] == '\0')
        continue;
      if (!is_code (row[column]))
        return FALSE;
      n++;
    }

  return n > 0;
}

/* The likeliest column for @field; -1 where two are equally likely. */
static int
find_best (const Title          *titles,
           guint                 n,
           VacSalaryImportField  field)
{
  int found = -1;
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    {
      if (titles[i].field != field || (found >= 0 && titles[i].rank > titles[found].rank))
        continue;
      n_found = found >= 0 && titles[i].rank == titles[found].rank ? n_found + 1 : 1;
      found = i;
    }

  return n_found == 1 ? found : -1;
}

/* The only column of one end of a pair; -2 when there are several. */
static int
find_end (const Title          *titles,
          guint                 n,
          VacSalaryImportField  field,
          guint                 tier,
          guint                 period)
{
  int found = -1;

  for (guint i = 0; i < n; i++)
    if (titles[i].field == field && titles[i].rank / TIER == tier && titles[i].period == period)
      {
        if (found >= 0)
          return -2;
        found = i;
      }

  return found;
}

/* Both ends by the same measure and the same period: that of the posting first, since nothing is
 * to be converted then. */
static void
map_pair (VacSalaryImport *self,
          const Title     *titles)
{
  const guint n = self->titles->len;
  const guint periods[] = { self->assumed, NO_PERIOD, VAC_PAY_PERIOD_YEAR, VAC_PAY_PERIOD_MONTH,
                            VAC_PAY_PERIOD_WEEK, VAC_PAY_PERIOD_DAY, VAC_PAY_PERIOD_HOUR };
  int *columns = self->settings.columns;

  for (guint tier = 0; tier < N_TIERS; tier++)
    for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
      {
        int minimum = find_end (titles, n, VAC_SALARY_IMPORT_MINIMUM, tier, periods[i]);
        int maximum = find_end (titles, n, VAC_SALARY_IMPORT_MAXIMUM, tier, periods[i]);

        if (minimum == -2 || maximum == -2)
          return;
        if (minimum >= 0 && maximum >= 0)
          {
            columns[VAC_SALARY_IMPORT_MINIMUM] = minimum;
            columns[VAC_SALARY_IMPORT_MAXIMUM] = maximum;
            return;
          }
      }
  /* One end alone is taken as that. */
  columns[VAC_SALARY_IMPORT_MINIMUM] = find_best (titles, n, VAC_SALARY_IMPORT_MINIMUM);
  columns[VAC_SALARY_IMPORT_MAXIMUM] = find_best (titles, n, VAC_SALARY_IMPORT_MAXIMUM);
}

static void
map_by_titles (VacSalaryImport *self)
{
  static const VacSalaryImportField fields[] = {
    VAC_SALARY_IMPORT_NAME, VAC_SALARY_IMPORT_RANGE, VAC_SALARY_IMPORT_NOTE,
    VAC_SALARY_IMPORT_PRICE_INDEX, VAC_SALARY_IMPORT_OCCUPATION,
    VAC_SALARY_IMPORT_OCCUPATION_TITLE, VAC_SALARY_IMPORT_PERIOD, VAC_SALARY_IMPORT_CURRENCY,
  };
  g_autofree Title *titles = g_new0 (Title, self->titles->len + 1);
  int *columns = self->settings.columns;

  for (guint i = 0; i < self->titles->len; i++)
    {
      read_title (self, i, &titles[i]);
      if (titles[i].is_pay && is_range_column (self, i))
        titles[i].field = VAC_SALARY_IMPORT_RANGE;
      else if (titles[i].field == VAC_SALARY_IMPORT_N_FIELDS && is_code_column (self, i))
        titles[i] = (Title) { .field = VAC_SALARY_IMPORT_OCCUPATION, .rank = G_MAXUINT,
                              .period = NO_PERIOD };
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    columns[fields[i]] = find_best (titles, self->titles->len, fields[i]);
  map_pair (self, titles);
  /* Beside a range it tells whether the columns are mixed up; alone it is no range. */
  if (columns[VAC_SALARY_IMPORT_MINIMUM] >= 0 && columns[VAC_SALARY_IMPORT_MAXIMUM] >= 0)
    columns[VAC_SALARY_IMPORT_MEDIAN] = find_best (titles, self->titles->len,
                                                   VAC_SALARY_IMPORT_MEDIAN);
  if (columns[VAC_SALARY_IMPORT_MINIMUM] >= 0 && columns[VAC_SALARY_IMPORT_MAXIMUM] >= 0)
    columns[VAC_SALARY_IMPORT_RANGE] = -1;
}

/* Proposes what each column is. */
void
vac_import_map_columns (VacSalaryImport *self)
{
  VacSalaryImportSettings *settings = &self->settings;

  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    settings->columns[i] = self->table != NULL
                             ? vac_import_find_first (self, self->table->columns[i]) : -1;
  settings->decimal = self->table != NULL ? self->table->decimal : '\0';
  if (self->table == NULL)
    map_by_titles (self);
  vac_import_find_units (self);
}

static gboolean
find_period (VacSalaryImport *self,
             VacPayPeriod    *period)
{
  static const VacSalaryImportField fields[] = {
    VAC_SALARY_IMPORT_MINIMUM, VAC_SALARY_IMPORT_MAXIMUM, VAC_SALARY_IMPORT_RANGE,
    VAC_SALARY_IMPORT_MEDIAN,
  };

  if (self->table != NULL && self->table->period != NULL)
    return vac_pay_period_from_id (self->table->period, period);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      int column = self->settings.columns[fields[i]];

      if (column >= 0 && vac_import_find_period (g_ptr_array_index (self->titles, column), period))
        return TRUE;
    }
  if (vac_import_find_period (self->above->str, period))
    return TRUE;

  return self->table != NULL && self->table->usual_period != NULL &&
         vac_pay_period_from_id (self->table->usual_period, period);
}

static char *
find_currency_in_sample (VacSalaryImport *self,
                         int              column)
{
  for (guint i = 0; i < self->sample->len; i++)
    {
      const char *const *row = g_ptr_array_index (self->sample, i);
      char *said = (guint) column < g_strv_length ((GStrv) row)
                     ? vac_import_find_currency (row[column]) : NULL;

      if (said != NULL)
        return said;
    }

  return NULL;
}

static char *
find_currency (VacSalaryImport *self)
{
  static const VacSalaryImportField fields[] = {
    VAC_SALARY_IMPORT_CURRENCY, VAC_SALARY_IMPORT_MINIMUM, VAC_SALARY_IMPORT_MAXIMUM,
    VAC_SALARY_IMPORT_RANGE, VAC_SALARY_IMPORT_MEDIAN,
  };

  if (self->table != NULL && self->table->currency != NULL)
    return g_strdup (self->table->currency);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      int column = self->settings.columns[fields[i]];
      char *said = column >= 0 ? vac_import_find_currency (g_ptr_array_index (self->titles, column))
                               : NULL;

      if (said == NULL && column >= 0)
        said = find_currency_in_sample (self, column);
      if (said != NULL)
        return said;
    }

  return vac_import_find_currency (self->above->str);
}

/* A posting without figures takes over by what the file counts pay, but not from a table that has
 * wages by the hour, too, when its own pay is by the hour. */
static gboolean
takes_over_period (VacSalaryImport *self)
{
  const VacSalaryImportSettings *settings = &self->settings;

  if (!self->is_free || settings->from_reason == VAC_SALARY_IMPORT_ASSUMED)
    return FALSE;

  return settings->from_reason == VAC_SALARY_IMPORT_FROM_PERSON ||
         self->assumed != VAC_PAY_PERIOD_HOUR ||
         settings->columns[VAC_SALARY_IMPORT_HOURLY_MINIMUM] < 0 ||
         settings->columns[VAC_SALARY_IMPORT_HOURLY_MAXIMUM] < 0;
}

/* By what pay is counted and in which currency: what a person said, else the file, else the
 * posting. */
void
vac_import_find_units (VacSalaryImport *self)
{
  VacSalaryImportSettings *settings = &self->settings;

  if (settings->from_reason != VAC_SALARY_IMPORT_FROM_PERSON)
    {
      settings->from = self->assumed;
      settings->from_reason = find_period (self, &settings->from) ? VAC_SALARY_IMPORT_FROM_FILE
                                                                  : VAC_SALARY_IMPORT_ASSUMED;
    }
  if (settings->currency_reason != VAC_SALARY_IMPORT_FROM_PERSON)
    {
      g_autofree char *said = find_currency (self);
      const char *code = self->assumed_currency;

      settings->currency_reason = said != NULL ? VAC_SALARY_IMPORT_FROM_FILE
                                               : VAC_SALARY_IMPORT_ASSUMED;
      if (said != NULL && !vac_import_currency_is (said, code))
        code = vac_import_currency_get_code (said);
      g_strlcpy (settings->currency, code, sizeof settings->currency);
    }
  self->to = takes_over_period (self) ? settings->from : self->assumed;
}

/**
 * vac_salary_import_is_complete:
 * @self: an import
 *
 * Returns: whether the table is chosen, and the columns of the place and of its figures are known;
 *   if not, a person has to name them
 */
gboolean
vac_salary_import_is_complete (VacSalaryImport *self)
{
  const int *columns;

  g_return_val_if_fail (self != NULL, FALSE);

  columns = self->settings.columns;
  if (self->settings.table < 0)
    return FALSE;
  if (columns[VAC_SALARY_IMPORT_NAME] < 0 &&
      (self->table == NULL || self->table->only_place == NULL))
    return FALSE;

  return columns[VAC_SALARY_IMPORT_MINIMUM] >= 0 || columns[VAC_SALARY_IMPORT_MAXIMUM] >= 0 ||
         columns[VAC_SALARY_IMPORT_RANGE] >= 0 ||
         columns[VAC_SALARY_IMPORT_MEDIAN] >= 0 || columns[VAC_SALARY_IMPORT_PRICE_INDEX] >= 0 ||
         columns[VAC_SALARY_IMPORT_HOURLY_MINIMUM] >= 0;
}

/* The first year in @text, also as "oesm23"; 0 for none. */
guint
vac_import_find_year (const char *text)
{
  const char *short_year = strstr (text, "oesm");

  for (const char *p = text; *p != '\0'; p++)
    {
      gsize n = strspn (p, "0123456789");
      char year[5] = { 0 };

      if (n == 0)
        continue;
      g_strlcpy (year, p, sizeof year);
      if (n == 4 && vac_import_is_last_year (year))
        return (guint) g_ascii_strtoull (year, NULL, 10);
      p += n - 1;
    }
  if (short_year != NULL && strspn (short_year + 4, "0123456789") == 2)
    return 2000 + (guint) g_ascii_strtoull (short_year + 4, NULL, 10);

  return 0;
}

/* What the mark of an official table stands for, from the year of the estimates; 0 for a year whose
 * cap is not known. Without a year it is the latest of tables of that layout. */
gint64
vac_import_get_cap (VacSalaryImport *self,
                    guint            year,
                    gboolean        *is_known)
{
  const VacImportTable *table = self->table;

  if (year == 0)
    year = vac_import_find_year (self->above->str);
  if (year == 0)
    year = vac_import_find_year (self->file_name);
  if (year == 0 && self->settings.table >= 0)
    year = vac_import_find_year (vac_salary_import_get_table_title (self,
                                                                    (guint) self->settings.table));
  *is_known = year > 0;
  if (year == 0 && vac_import_find_first (self, table->old) >= 0)
    year = table->old_before - 1;
  for (guint i = 0; table->caps != NULL && table->caps[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (table->caps[i], ":", 2);

      if (year == 0 || year >= g_ascii_strtoull (pair[0], NULL, 10))
        return g_ascii_strtoll (pair[1], NULL, 10);
    }

  return 0;
}
