/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-details"

#include "config.h"

#include <string.h>

#include "vac-salary-import-private.h"

/* What a row says besides a range: percentiles, how many answered, and which area it is. It is
 * noted with the figures as it was published. */

/* The longest code of an area that is noted. */
#define LONGEST_CODE 32

/* The number in "A_PCT25" is a percentile in official tables, whose columns are known. */
static VacStatistic
find_percentile (const char *title)
{
  static const struct
  {
    const char   *digits;
    VacStatistic  statistic;
  } percentiles[] = {
    { "10", VAC_STATISTIC_P10 }, { "25", VAC_STATISTIC_P25 }, { "75", VAC_STATISTIC_P75 },
    { "90", VAC_STATISTIC_P90 },
  };
  const char *number = title + strcspn (title, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (percentiles); i++)
    if (g_str_equal (number, percentiles[i].digits))
      return percentiles[i].statistic;

  return VAC_N_STATISTICS;
}

static VacStatistic
get_statistic (VacSalaryImport *self,
               int              column)
{
  const char *title = column >= 0 ? vac_salary_import_get_column_title (self, (guint) column) : "";
  VacStatistic statistic = vac_import_title_get_statistic (title);

  if (statistic == VAC_N_STATISTICS && self->table != NULL)
    statistic = find_percentile (title);

  return statistic;
}

static int
find_further (VacSalaryImport *self,
              GStrv            official,
              const char      *key)
{
  g_auto (GStrv) titles = NULL;
  int column;

  if (self->table != NULL)
    return vac_import_find_first (self, official);
  titles = vac_import_get_titles (key);
  column = vac_import_find_first (self, titles);
  /* What a person says that a column is, it is. */
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    if (self->settings.columns[i] == column)
      return -1;

  return column;
}

/* Which further columns the table has. Of percentiles those that are counted as the table is. */
void
vac_import_find_details (VacImportRun *run)
{
  VacSalaryImport *self = run->import;
  const VacImportTable *table = self->table;
  const int *columns = self->settings.columns;
  const gboolean is_range = columns[VAC_SALARY_IMPORT_RANGE] >= 0;

  for (guint i = 0; i < VAC_N_STATISTICS; i++)
    run->statistics[i] = -1;
  for (guint i = 0; i < self->titles->len; i++)
    {
      const char *title = g_ptr_array_index (self->titles, i);
      const VacStatistic statistic = get_statistic (self, (int) i);
      VacPayPeriod period = self->settings.from;

      vac_import_find_period (title, &period);
      if (statistic < VAC_N_STATISTICS && period == self->settings.from &&
          run->statistics[statistic] < 0)
        run->statistics[statistic] = (int) i;
    }
  run->low = is_range ? VAC_N_STATISTICS : get_statistic (self, columns[VAC_SALARY_IMPORT_MINIMUM]);
  run->high = is_range ? VAC_N_STATISTICS
                       : get_statistic (self, columns[VAC_SALARY_IMPORT_MAXIMUM]);
  run->sample = find_further (self, table != NULL ? table->sample : NULL, "sample");
  run->area_code = find_further (self, table != NULL ? table->area_code : NULL, "area-code");
  run->area_kind = table != NULL ? vac_import_find_first (self, table->area_kind) : -1;
}

/* 0 where there is none. */
static VacMoney
read_amount (VacImportRun    *run,
             const VacCsvRow *row,
             int              column)
{
  const VacImportTable *table = run->import->table;
  g_auto (VacImportPay) pay = { { 0 } };

  if (column < 0 || vac_import_is_no_figure (run, row, column))
    return 0;
  if (table != NULL && table->cap != NULL && vac_import_is_cell (row, column, table->cap))
    return vac_scale (run->result->cap, VAC_IMPORT_SCALE,
                      vac_pay_period_get_per_year (run->import->settings.from));
  if (vac_import_read_pay (vac_import_get_cell (row, column), run->decimal, TRUE, &pay) !=
          VAC_IMPORT_NUMBER ||
      pay.n_amounts != 1)
    return 0;

  return MAX (pay.amounts[0], 0);
}

static const char *
read_kind (VacImportRun    *run,
           const VacCsvRow *row)
{
  const VacField *field = vac_schema_get_field (VAC_ROLE_FIGURE_AREA_KIND);
  const VacImportTable *table = run->import->table;

  for (guint i = 0; run->area_kind >= 0 && table->area_kinds != NULL &&
                    table->area_kinds[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (table->area_kinds[i], ":", 2);
      const VacChoice *choice = vac_field_find_choice (field, pair[1]);

      if (choice != NULL && vac_import_is_cell (row, run->area_kind, pair[0]))
        return choice->id;
    }

  return NULL;
}

/* Notes what @row says besides the range of @place. */
void
vac_import_read_details (VacImportRun         *run,
                         const VacCsvRow      *row,
                         VacSalaryImportPlace *place)
{
  const char *code = vac_import_get_cell (row, run->area_code);
  gint64 sample;

  place->occupation = vac_import_dup_occupation (run, row);
  place->low = run->low;
  place->high = run->high;
  place->sample = -1;
  for (guint i = 0; i < VAC_N_STATISTICS; i++)
    place->statistics[i] = read_amount (run, row, run->statistics[i]);
  if (run->sample >= 0 &&
      vac_import_read_number (vac_import_get_cell (row, run->sample), run->decimal, &sample,
                              NULL) == VAC_IMPORT_NUMBER)
    place->sample = sample / VAC_IMPORT_SCALE;
  if (*code != '\0' && strlen (code) <= LONGEST_CODE)
    place->area_code = g_strstrip (g_strdup (code));
  place->area_kind = read_kind (run, row);
}
