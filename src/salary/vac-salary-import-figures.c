/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-figures"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-salary-import-private.h"

/* What a row says of pay: in one cell or two, by the year or by the hour. */

/* A cell can be a megabyte; a message shows the beginning. */
char *
vac_import_shorten (const char *cell)
{
  return g_utf8_strlen (cell, -1) > 60 ? g_utf8_substring (cell, 0, 60) : g_strdup (cell);
}

void
vac_import_figures_clear (VacImportFigures *self)
{
  g_clear_pointer (&self->currency, g_free);
  g_clear_pointer (&self->problem, g_free);
}

gboolean
vac_import_is_no_figure (VacImportRun    *run,
                         const VacCsvRow *row,
                         int              column)
{
  const VacImportTable *table = run->import->table;

  for (guint i = 0; table != NULL && table->no_figure != NULL && table->no_figure[i] != NULL; i++)
    if (vac_import_is_cell (row, column, table->no_figure[i]))
      return TRUE;

  return FALSE;
}

/* What is wrong with a cell, %NULL for nothing. */
char *
vac_import_describe_problem (VacImportRun     *run,
                             const char       *cell,
                             guint             line,
                             VacImportReading  reading)
{
  g_autofree char *shown = vac_import_shorten (cell);

  if (reading == VAC_IMPORT_NOT_A_NUMBER)
    return g_strdup_printf (_("“%s” is not an amount"), shown);
  if (reading != VAC_IMPORT_AMBIGUOUS)
    return NULL;
  if (run->result->question == NULL)
    {
      run->result->question = g_strstrip (vac_import_shorten (cell));
      run->result->question_line = line;
    }

  return g_strdup_printf (_("“%s” can be read in two ways"), shown);
}

/* Reads the ends from @first to @last out of one cell. */
static void
read_cell (VacImportRun     *run,
           const VacCsvRow  *row,
           int               column,
           guint             first,
           guint             last,
           VacImportFigures *figures)
{
  const VacSalaryImportSettings *settings = &run->import->settings;
  const char *cell = vac_import_get_cell (row, column);
  gboolean is_money = settings->currency_reason == VAC_SALARY_IMPORT_FROM_FILE;
  g_auto (VacImportPay) pay = { { 0 } };
  VacImportReading reading;

  g_assert (first <= last && last < G_N_ELEMENTS (figures->ends));

  if (figures->problem != NULL)
    return;
  if (vac_import_is_no_figure (run, row, column))
    {
      figures->problem = g_strdup (_("the survey gives no figure"));
      return;
    }
  reading = vac_import_read_pay (cell, run->decimal, is_money, &pay);
  if (reading == VAC_IMPORT_NUMBER && pay.n_amounts == 2 && first == last)
    reading = VAC_IMPORT_NOT_A_NUMBER;
  figures->problem = vac_import_describe_problem (run, cell, row->line, reading);
  if (reading != VAC_IMPORT_NUMBER)
    return;

  for (guint i = first; i <= last; i++)
    {
      figures->ends[i] = pay.amounts[i];
      figures->has[i] = pay.has[i] || first == last;
    }
  if (pay.has_period)
    figures->period = pay.period;
  figures->has_period |= pay.has_period;
  if (figures->currency == NULL)
    figures->currency = g_steal_pointer (&pay.currency);
}

static gboolean
is_capped (VacImportRun    *run,
           const VacCsvRow *row,
           int              column)
{
  const VacImportTable *table = run->import->table;

  return table != NULL && table->cap != NULL && vac_import_is_cell (row, column, table->cap);
}

static gboolean
says_figure (VacImportRun    *run,
             const VacCsvRow *row,
             int              column)
{
  const char *cell = vac_import_get_cell (row, column);

  return cell[strspn (cell, " \t")] != '\0' && !vac_import_is_no_figure (run, row, column);
}

/* A pair of columns that is counted by @period; a figure at the survey's cap or above it is the
 * cap. */
static void
read_pair (VacImportRun         *run,
           const VacCsvRow      *row,
           VacSalaryImportField  minimum,
           VacSalaryImportField  maximum,
           VacPayPeriod          period,
           VacImportFigures     *figures)
{
  const int *columns = run->import->settings.columns;
  const int ends[] = { columns[minimum], columns[maximum] };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      /* A survey that keeps one end to itself still says the other. */
      if (vac_import_is_no_figure (run, row, ends[i]) && says_figure (run, row, ends[1 - i]))
        continue;
      if (!is_capped (run, row, ends[i]))
        {
          read_cell (run, row, ends[i], i, i, figures);
          continue;
        }
      if (run->result->cap == 0 && figures->problem == NULL)
        {
          run->result->n_capped++;
          figures->problem = g_strdup_printf (_("the cap that “%s” stands for is not known for the "
                                                "table’s year"), run->import->table->cap);
        }
      figures->ends[i] = vac_scale (run->result->cap, VAC_IMPORT_SCALE,
                                    vac_pay_period_get_per_year (period));
      figures->has[i] = figures->is_capped[i] = TRUE;
    }
  if (!figures->has_period)
    figures->period = period;
}

gboolean
vac_import_has_both (const VacImportFigures *figures)
{
  return figures->problem == NULL && figures->has[0] && figures->has[1];
}

/* What a row is counted by where its amounts do not say. */
static VacPayPeriod
get_row_period (VacImportRun    *run,
                const VacCsvRow *row)
{
  const VacSalaryImportSettings *settings = &run->import->settings;
  const int *columns = settings->columns;
  VacPayPeriod period;

  if (columns[VAC_SALARY_IMPORT_YEARLY] >= 0 &&
      (vac_import_is_cell (row, columns[VAC_SALARY_IMPORT_YEARLY], "1") ||
       vac_import_is_cell (row, columns[VAC_SALARY_IMPORT_YEARLY], "TRUE")))
    return VAC_PAY_PERIOD_YEAR;
  if (columns[VAC_SALARY_IMPORT_PERIOD] >= 0 &&
      vac_import_find_period (vac_import_get_cell (row, columns[VAC_SALARY_IMPORT_PERIOD]),
                              &period))
    return period;

  return settings->from;
}

/* Some occupations are paid by the hour only, others have no wage by the hour; for a posting with
 * hourly pay the wage by the hour is the exact one. */
static gboolean
read_hourly (VacImportRun     *run,
             const VacCsvRow  *row,
             VacImportFigures *figures)
{
  if (run->import->settings.columns[VAC_SALARY_IMPORT_HOURLY_MINIMUM] < 0 ||
      run->import->settings.columns[VAC_SALARY_IMPORT_HOURLY_MAXIMUM] < 0)
    return FALSE;
  read_pair (run, row, VAC_SALARY_IMPORT_HOURLY_MINIMUM, VAC_SALARY_IMPORT_HOURLY_MAXIMUM,
             VAC_PAY_PERIOD_HOUR, figures);
  figures->is_hourly = vac_import_has_both (figures);

  return figures->is_hourly;
}

void
vac_import_read_figures (VacImportRun     *run,
                         const VacCsvRow  *row,
                         VacImportFigures *figures)
{
  const int *columns = run->import->settings.columns;
  VacPayPeriod period = get_row_period (run, row);
  g_auto (VacImportFigures) hourly = { { 0 } };

  if (run->import->to == VAC_PAY_PERIOD_HOUR && read_hourly (run, row, figures))
    return;
  vac_import_figures_clear (figures);
  *figures = (VacImportFigures) { .period = period };

  if (columns[VAC_SALARY_IMPORT_MINIMUM] >= 0 || columns[VAC_SALARY_IMPORT_MAXIMUM] >= 0)
    read_pair (run, row, VAC_SALARY_IMPORT_MINIMUM, VAC_SALARY_IMPORT_MAXIMUM, period, figures);
  else if (columns[VAC_SALARY_IMPORT_RANGE] >= 0)
    read_cell (run, row, columns[VAC_SALARY_IMPORT_RANGE], 0, 1, figures);
  else if (columns[VAC_SALARY_IMPORT_MEDIAN] >= 0)
    read_cell (run, row, columns[VAC_SALARY_IMPORT_MEDIAN], 0, 1, figures);

  if (!vac_import_has_both (figures) && read_hourly (run, row, &hourly))
    {
      vac_import_figures_clear (figures);
      *figures = hourly;
      hourly.currency = hourly.problem = NULL;
    }
}
