/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-import-pay.h"
#include "vac-money.h"
#include "vac-wording.h"
#include "vac-salary-import-private.h"

static void
import_place_free (VacSalaryImportPlace *place)
{
  g_clear_object (&place->target);
  g_free (place->name);
  g_free (place->currency);
  g_free (place->note);
  g_free (place->problem);
  g_free (place);
}

/**
 * vac_salary_import_result_free:
 * @result: (transfer full) (nullable): what an import found
 *
 * Frees @result.
 */
void
vac_salary_import_result_free (VacSalaryImportResult *result)
{
  if (result == NULL)
    return;
  g_ptr_array_unref (result->places);
  g_clear_pointer (&result->occupations, g_ptr_array_unref);
  g_free (result->occupation);
  g_free (result->currency);
  g_free (result->foreign);
  g_free (result->question);
  g_free (result);
}

/* A cell can be a megabyte; a message shows the beginning. */
static char *
shorten (const char *cell)
{
  return g_utf8_strlen (cell, -1) > 60 ? g_utf8_substring (cell, 0, 60) : g_strdup (cell);
}

static void
set_problem (VacImportRun         *run,
             VacSalaryImportPlace *place,
             char                 *problem)
{
  if (place->problem != NULL)
    {
      g_free (problem);
      return;
    }
  place->problem = problem;
  place->chosen = FALSE;
  run->result->n_problems++;
}

/* The figures of a row before it is known whether they can be used. */
typedef struct
{
  VacMoney      ends[2];
  gboolean      has[2];
  gboolean      is_capped[2];
  gboolean      has_period;
  gboolean      is_hourly;    /* from the columns of wages by the hour */
  VacPayPeriod  period;
  char         *currency;
  char         *problem;
} Figures;

static void
figures_clear (Figures *self)
{
  g_clear_pointer (&self->currency, g_free);
  g_clear_pointer (&self->problem, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static gboolean
is_no_figure (VacImportRun    *run,
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
static char *
describe_problem (VacImportRun     *run,
                  const char       *cell,
                  guint             line,
                  VacImportReading  reading)
{
  g_autofree char *shown = shorten (cell);

  if (reading == VAC_IMPORT_NOT_A_NUMBER)
    return g_strdup_printf (_("“%s” is not an amount"), shown);
  if (reading != VAC_IMPORT_AMBIGUOUS)
    return NULL;
  if (run->result->question == NULL)
    {
      run->result->question = g_strstrip (shorten (cell));
      run->result->question_line = line;
    }

  return g_strdup_printf (_("“%s” can be read in two ways"), shown);
}

/* Reads the ends from @first to @last out of one cell. */
static void
read_cell (VacImportRun    *run,
           const VacCsvRow *row,
           int              column,
           guint            first,
           guint            last,
           Figures         *figures)
{
  const VacSalaryImportSettings *settings = &run->import->settings;
  const char *cell = vac_import_get_cell (row, column);
  gboolean is_money = settings->currency_reason == VAC_SALARY_IMPORT_FROM_FILE;
  g_auto (VacImportPay) pay = { { 0 } };
  VacImportReading reading;

  g_assert (first <= last && last < G_N_ELEMENTS (figures->ends));

  if (figures->problem != NULL)
    return;
  if (is_no_figure (run, row, column))
    {
      figures->problem = g_strdup (_("the survey gives no figure"));
      return;
    }
  reading = vac_import_read_pay (cell, run->decimal, is_money, &pay);
  if (reading == VAC_IMPORT_NUMBER && pay.n_amounts == 2 && first == last)
    reading = VAC_IMPORT_NOT_A_NUMBER;
  figures->problem = describe_problem (run, cell, row->line, reading);
  if (reading != VAC_IMPORT_NUMBER)
    return;

  for (guint i = first; i <= last; i++)
    {
      figures->ends[i] = pay.amounts[i];
      figures->has[i] = TRUE;
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

/* A pair of columns that is counted by @period; a figure at the survey's cap or above it is the
 * cap. */
static void
read_pair (VacImportRun         *run,
           const VacCsvRow      *row,
           VacSalaryImportField  minimum,
           VacSalaryImportField  maximum,
           VacPayPeriod          period,
           Figures              *figures)
{
  const int *columns = run->import->settings.columns;
  const int ends[] = { columns[minimum], columns[maximum] };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (!is_capped (run, row, ends[i]))
        {
          read_cell (run, row, ends[i], i, i, figures);
          continue;
        }
      figures->ends[i] = vac_scale (run->result->cap, VAC_IMPORT_SCALE,
                                    vac_pay_period_get_per_year (period));
      figures->has[i] = figures->is_capped[i] = TRUE;
    }
  if (!figures->has_period)
    figures->period = period;
}

static gboolean
has_both (const Figures *figures)
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
read_hourly (VacImportRun    *run,
             const VacCsvRow *row,
             Figures         *figures)
{
  if (run->import->settings.columns[VAC_SALARY_IMPORT_HOURLY_MINIMUM] < 0 ||
      run->import->settings.columns[VAC_SALARY_IMPORT_HOURLY_MAXIMUM] < 0)
    return FALSE;
  read_pair (run, row, VAC_SALARY_IMPORT_HOURLY_MINIMUM, VAC_SALARY_IMPORT_HOURLY_MAXIMUM,
             VAC_PAY_PERIOD_HOUR, figures);
  figures->is_hourly = has_both (figures);

  return figures->is_hourly;
}

static void
read_figures (VacImportRun    *run,
              const VacCsvRow *row,
              Figures         *figures)
{
  const int *columns = run->import->settings.columns;
  VacPayPeriod period = get_row_period (run, row);
  g_auto (Figures) hourly = { { 0 } };

  if (run->import->to == VAC_PAY_PERIOD_HOUR && read_hourly (run, row, figures))
    return;
  figures_clear (figures);
  *figures = (Figures) { .period = period };

  if (columns[VAC_SALARY_IMPORT_MINIMUM] >= 0)
    read_pair (run, row, VAC_SALARY_IMPORT_MINIMUM, VAC_SALARY_IMPORT_MAXIMUM, period, figures);
  else if (columns[VAC_SALARY_IMPORT_RANGE] >= 0)
    read_cell (run, row, columns[VAC_SALARY_IMPORT_RANGE], 0, 1, figures);
  else if (columns[VAC_SALARY_IMPORT_MEDIAN] >= 0)
    read_cell (run, row, columns[VAC_SALARY_IMPORT_MEDIAN], 0, 1, figures);

  if (!has_both (figures) && read_hourly (run, row, &hourly))
    {
      figures_clear (figures);
      *figures = hourly;
      hourly.currency = hourly.problem = NULL;
    }
}

static void
add_note (VacSalaryImportPlace *place,
          const char           *text)
{
  char *note = *place->note == '\0' ? g_strdup (text) : g_strconcat (place->note, "; ", text, NULL);

  g_free (place->note);
  place->note = note;
}

static void
note_cap (VacImportRun         *run,
          const Figures        *figures,
          VacSalaryImportPlace *place)
{
  g_autofree char *cap = vac_money_format_number (run->result->cap, "en");

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = NULL;

      if (!figures->is_capped[i])
        continue;
      run->result->n_capped++;
      text = i == 0 ? g_strdup_printf (_("minimum ≥ %s a year, the survey’s cap"), cap)
                    : g_strdup_printf (_("maximum ≥ %s a year, the survey’s cap"), cap);
      add_note (place, text);
    }
}

/* The exact figures stand in the note where the posting keeps others: of another period, or with
 * fewer decimals. */
static void
note_exact (VacImportRun         *run,
            VacSalaryImportPlace *place)
{
  g_autoptr (VacNode) period = vac_node_new_leaf (vac_schema_get_field (VAC_ROLE_SALARIES_PERIOD),
                                                  vac_pay_period_get_id (place->period));
  const char *language = run->import->language;
  g_autofree char *range = vac_pay_range_format (&place->exact, NULL, language);
  g_autofree char *text = g_strdup_printf ("%s %s", range, vac_wording_choice (language, period));

  add_note (place, text);
}

/* Amounts of the same period with no more decimals than their currency has. */
static VacPayRange
round_to_currency (const VacPayRange *exact,
                   const char        *currency)
{
  const VacMoney step = vac_money_get_step (currency);

  return (VacPayRange) { vac_scale (exact->minimum, 1, step) * step,
                         vac_scale (exact->maximum, 1, step) * step };
}

/* The last step, and the only one that rounds. */
static void
keep_range (VacImportRun         *run,
            VacSalaryImportPlace *place)
{
  const VacMoney limit = vac_schema_get_field (VAC_ROLE_PLACE_MAXIMUM)->maximum * VAC_MONEY_ONE;
  const VacPayPeriod to = run->import->to;
  const char *currency = place->currency != NULL ? vac_import_currency_get_code (place->currency)
                                                 : run->import->settings.currency;
  const VacPayRange none = { 0, 0 };
  VacPayRange range = place->period == to
                      ? round_to_currency (&place->exact, currency)
                      : vac_pay_range_convert (&place->exact, place->period, to,
                                               vac_pay_range_get_step (&none, currency, to));

  if (range.maximum > limit)
    {
      set_problem (run, place, g_strdup (_("the amount is too large")));
      return;
    }
  place->range = range;
  place->is_rounded = place->period == to && (range.minimum != place->exact.minimum ||
                                              range.maximum != place->exact.maximum);
  if (vac_pay_range_is_known (&range) && (place->period != to || place->is_rounded))
    note_exact (run, place);
}

/* Official figures say what they are: the occupation and the columns that make the range. The
 * column of a maximum follows that of its minimum. */
static void
add_official_note (VacImportRun         *run,
                   const VacCsvRow      *row,
                   const Figures        *figures,
                   VacSalaryImportPlace *place)
{
  VacSalaryImport *import = run->import;
  const int *columns = import->settings.columns;
  const int *pair = columns + (figures->is_hourly ? VAC_SALARY_IMPORT_HOURLY_MINIMUM
                                                  : VAC_SALARY_IMPORT_MINIMUM);
  const char *title = vac_import_get_cell (row, columns[VAC_SALARY_IMPORT_OCCUPATION_TITLE]);
  g_autofree char *code = vac_import_dup_occupation (run, row);
  g_autofree char *occupation = NULL;
  g_autofree char *text = NULL;

  if (code == NULL || *code == '\0')
    return;
  occupation = shorten (*title != '\0' ? title : code);
  if (import->table == NULL || pair[0] < 0 || pair[1] < 0)
    text = g_steal_pointer (&occupation);
  else
    text = g_strdup_printf ("%s, %s – %s", occupation, (char *) import->titles->pdata[pair[0]],
                            (char *) import->titles->pdata[pair[1]]);
  add_note (place, text);
  if (run->wider >= 0 && *vac_import_get_cell (row, run->wider) != '\0' &&
      !vac_import_is_cell (row, run->wider, "1"))
    add_note (place, _("from a wider area than this one"));
}

static void
read_range (VacImportRun         *run,
            const VacCsvRow      *row,
            VacSalaryImportPlace *place)
{
  const char *said = vac_import_get_cell (row, run->import->settings
                                                 .columns[VAC_SALARY_IMPORT_CURRENCY]);
  g_auto (Figures) figures = { { 0 } };

  read_figures (run, row, &figures);
  add_official_note (run, row, &figures, place);
  place->period = figures.period;
  if (figures.problem != NULL)
    set_problem (run, place, g_steal_pointer (&figures.problem));
  if (place->problem != NULL || (!figures.has[0] && !figures.has[1]))
    return;
  if (figures.currency == NULL)
    figures.currency = vac_import_find_currency (said);
  if (figures.currency != NULL &&
      !vac_import_currency_is (figures.currency, run->import->settings.currency))
    place->currency = g_steal_pointer (&figures.currency);

  place->exact = (VacPayRange) { figures.ends[0], figures.ends[1] };
  if (!has_both (&figures))
    set_problem (run, place, g_strdup (figures.has[0] ? _("the maximum is missing")
                                                      : _("the minimum is missing")));
  else if (figures.ends[1] < figures.ends[0])
    set_problem (run, place, g_strdup (_("the maximum is below the minimum")));
  else
    {
      note_cap (run, &figures, place);
      keep_range (run, place);
    }
}

static void
read_price_index (VacImportRun         *run,
                  const VacCsvRow      *row,
                  VacSalaryImportPlace *place)
{
  const VacField *field = vac_schema_get_field (VAC_ROLE_PLACE_PRICE_INDEX);
  int column = run->import->settings.columns[VAC_SALARY_IMPORT_PRICE_INDEX];
  const char *cell = vac_import_get_cell (row, column);
  VacImportReading reading;
  char *problem;
  gint64 value;

  if (column < 0)
    return;
  if (is_no_figure (run, row, column))
    {
      set_problem (run, place, g_strdup (_("the survey gives no figure")));
      return;
    }
  reading = vac_import_read_number (cell, run->decimal, &value, NULL);
  problem = describe_problem (run, cell, row->line, reading);
  if (problem != NULL)
    set_problem (run, place, problem);
  if (reading != VAC_IMPORT_NUMBER)
    return;
  value = vac_scale (value, 100, VAC_IMPORT_SCALE);
  if (value < field->minimum || value > field->maximum)
    set_problem (run, place, g_strdup (_("the price index is out of range")));
  else
    place->price_index = value;
}

/* "Austin-Round Rock, TX (Metropolitan Statistical Area) *" is "Austin-Round Rock, TX". */
static char *
strip_name (char  *name,
            GStrv  endings)
{
  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    while (g_str_has_suffix (name, endings[i]))
      {
        name[strlen (name) - strlen (endings[i])] = '\0';
        g_strchomp (name);
      }

  return name;
}

static char *
read_name (VacImportRun    *run,
           const VacCsvRow *row)
{
  const VacImportTable *table = run->import->table;
  int column = run->import->settings.columns[VAC_SALARY_IMPORT_NAME];
  g_autofree char *name = NULL;
  char *area;

  if (column < 0)
    return g_strdup (table != NULL && table->only_place != NULL ? table->only_place : "");
  name = g_strstrip (g_strdup (vac_import_get_cell (row, column)));
  g_strdelimit (name, "\r\n\t", ' ');
  if (table == NULL)
    return g_steal_pointer (&name);
  if (*name == '\0' || name[strspn (name, "0123456789")] != '\0')
    return strip_name (g_steal_pointer (&name), table->strip);
  area = vac_import_tables_get_area (name);

  return area != NULL ? area : g_strdup_printf (_("Area %s"), name);
}

static void
check_place (VacImportRun         *run,
             VacSalaryImportPlace *place)
{
  const VacField *name = vac_schema_get_field (VAC_ROLE_PLACE_NAME);
  const VacField *note = vac_schema_get_field (VAC_ROLE_PLACE_NOTE);

  if (*place->name == '\0')
    set_problem (run, place, g_strdup (_("there is no name of a place")));
  else if (g_utf8_strlen (place->name, -1) > name->maximum)
    set_problem (run, place, g_strdup (_("the name is too long")));
  else if (g_utf8_strlen (place->note, -1) > note->maximum)
    set_problem (run, place, g_strdup (_("the note is too long")));
  else if (!vac_pay_range_is_known (&place->range) && place->price_index == 0)
    set_problem (run, place, g_strdup (_("there are no figures")));
  if (place->problem == NULL && !g_hash_table_add (run->names, place->name))
    {
      place->doubts |= VAC_SALARY_IMPORT_REPEATED;
      place->chosen = FALSE;
    }
}

static void
read_row (VacImportRun    *run,
          const VacCsvRow *row)
{
  const int *columns = run->import->settings.columns;
  VacSalaryImportPlace *place = g_new0 (VacSalaryImportPlace, 1);

  place->line = row->line;
  place->chosen = TRUE;
  place->name = read_name (run, row);
  place->note = g_strstrip (g_strdup (vac_import_get_cell (row, columns[VAC_SALARY_IMPORT_NOTE])));
  g_strdelimit (place->note, "\r\n\t", ' ');
  read_range (run, row, place);
  read_price_index (run, row, place);
  check_place (run, place);
  place->is_nation = vac_pay_range_is_known (&place->range) &&
                     vac_import_is_nation (place->name, run->import->table);

  g_ptr_array_add (run->result->places, place);
}

static void
take_row (VacImportRun    *run,
          const VacCsvRow *row)
{
  g_autofree char *occupation = NULL;

  if (!vac_import_is_kept (run, row))
    return;
  occupation = vac_import_dup_occupation (run, row);
  if (occupation == NULL || g_strcmp0 (occupation, run->result->occupation) == 0 ||
      (run->result->occupation != NULL && run->result->occupations->len > 1 &&
       vac_import_is_same_code (occupation, run->result->occupation)))
    read_row (run, row);
}

/* Of a list of countries none is the nation. */
static void
check_nations (VacImportRun *run)
{
  GPtrArray *places = run->result->places;
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += ((VacSalaryImportPlace *) g_ptr_array_index (places, i))->is_nation;
  for (guint i = 0; n > 1 && i < places->len; i++)
    ((VacSalaryImportPlace *) g_ptr_array_index (places, i))->is_nation = FALSE;
}

static void
keep_clear (gpointer data)
{
  g_free (((VacImportKeep *) data)->value);
}

static void
find_kept (VacImportRun *run)
{
  const VacImportTable *table = run->import->table;

  run->keep = g_array_new (FALSE, FALSE, sizeof (VacImportKeep));
  g_array_set_clear_func (run->keep, keep_clear);
  for (guint i = 0; table != NULL && table->keep != NULL && table->keep[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (table->keep[i], ":", 2);
      VacImportKeep keep = { vac_import_find_first (run->import, (char *[]) { pair[0], NULL }),
                             NULL };

      if (keep.column < 0)
        continue;
      keep.value = g_strdup (pair[1]);
      g_array_append_val (run->keep, keep);
    }
}

static gboolean
run_both_passes (VacImportRun *run,
                 GError      **error)
{
  const VacImportTable *table = run->import->table;
  gboolean done;

  find_kept (run);
  run->names = g_hash_table_new (g_str_hash, g_str_equal);
  run->year_column = table != NULL ? vac_import_find_first (run->import, table->year) : -1;
  run->wider = table != NULL && table->wider != NULL
                 ? vac_import_find_first (run->import, (char *[]) { table->wider, NULL }) : -1;
  done = vac_import_scan (run, error) &&
         (!vac_salary_import_is_complete (run->import) ||
          vac_import_for_each_row (run, take_row, 0.5, 0.5, error));
  if (done)
    check_nations (run);
  g_clear_pointer (&run->names, g_hash_table_unref);
  g_clear_pointer (&run->occupations, g_hash_table_unref);
  g_clear_pointer (&run->keep, g_array_unref);

  return done;
}

static VacSalaryImportResult *
run_once (VacSalaryImport          *self,
          VacSalaryImportProgress   progress,
          gpointer                  user_data,
          GCancellable             *cancellable,
          GError                  **error)
{
  g_autoptr (VacSalaryImportResult) result = g_new0 (VacSalaryImportResult, 1);
  VacImportRun run = { self };

  result->places = g_ptr_array_new_with_free_func ((GDestroyNotify) import_place_free);
  result->to = self->to;
  run.result = result;
  run.progress = progress;
  run.user_data = user_data;
  run.cancellable = cancellable;

  return run_both_passes (&run, error) ? g_steal_pointer (&result) : NULL;
}

/* Actors are paid by the hour also in a survey of wages per year. */
static gboolean
is_hourly_alone (const VacSalaryImportResult *result)
{
  guint n = 0;

  for (guint i = 0; i < result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);

      if (!vac_pay_range_is_known (&place->range))
        continue;
      if (place->period != VAC_PAY_PERIOD_HOUR)
        return FALSE;
      n++;
    }

  return n > 0;
}

/**
 * vac_salary_import_run:
 * @self: an import
 * @progress: (nullable) (scope call): told how far it is, every few thousand rows
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Reads every row twice: for what only the whole table tells, and for its places. Nothing in a
 * document changes. Rows that cannot be imported are in the result with their problem. Where the
 * decimal mark is not set and no number of the table proves it, or numbers prove both, one number
 * is put as a question instead of being guessed. Of a table with several occupations only the
 * rows of the one in the settings are taken, and none before it is known which columns hold the
 * place and its pay. May run on any thread, as long as nobody sets
 * settings meanwhile.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with %VAC_ERROR_SYNTAX for a quote
 *   that is never closed or with %G_IO_ERROR_CANCELLED
 */
VacSalaryImportResult *
vac_salary_import_run (VacSalaryImport          *self,
                       VacSalaryImportProgress   progress,
                       gpointer                  user_data,
                       GCancellable             *cancellable,
                       GError                  **error)
{
  g_autoptr (VacSalaryImportResult) result = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  result = run_once (self, progress, user_data, cancellable, error);
  if (result == NULL || !self->is_free || self->to == VAC_PAY_PERIOD_HOUR ||
      self->settings.from_reason == VAC_SALARY_IMPORT_FROM_PERSON || !is_hourly_alone (result))
    return g_steal_pointer (&result);

  /* Nothing in the posting asks for another period. */
  self->to = VAC_PAY_PERIOD_HOUR;
  g_clear_pointer (&result, vac_salary_import_result_free);

  return run_once (self, progress, user_data, cancellable, error);
}
