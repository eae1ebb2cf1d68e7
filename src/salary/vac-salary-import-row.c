/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-row"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-money.h"
#include "vac-salary-import-private.h"
#include "vac-wording.h"

/* A row becomes a place, or says why it cannot. */

/* The longest name of a place that may stand alone in a row, in characters. */
#define LONGEST_LONE_NAME 60

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

static void
add_note (VacSalaryImportPlace *place,
          const char           *text)
{
  char *note = *place->note == '\0' ? g_strdup (text) : g_strconcat (place->note, "; ", text, NULL);

  g_free (place->note);
  place->note = note;
}

static void
note_cap (VacImportRun           *run,
          const VacImportFigures *figures,
          VacSalaryImportPlace   *place)
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
  g_autofree char *range = vac_salary_import_format_range (place, &place->exact, NULL, language);
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
  const VacPayRange whole = vac_import_get_whole (place, &place->exact);
  VacPayRange range = place->period == to
                      ? round_to_currency (&whole, currency)
                      : vac_pay_range_convert (&whole, place->period, to,
                                               vac_pay_range_get_step (&none, currency, to));

  if (place->sides == VAC_SALARY_IMPORT_FROM)
    range.maximum = 0;
  else if (place->sides == VAC_SALARY_IMPORT_UP_TO)
    range.minimum = 0;
  if (MAX (range.minimum, range.maximum) > limit)
    {
      set_problem (run, place, g_strdup (_("the amount is too large")));
      return;
    }
  place->range = range;
  place->is_rounded = place->period == to && (range.minimum != place->exact.minimum ||
                                              range.maximum != place->exact.maximum);
  if (vac_salary_import_has_pay (place) && (place->period != to || place->is_rounded))
    note_exact (run, place);
}

/* Official figures say what they are: the occupation and the columns that make the range. The
 * column of a maximum follows that of its minimum. */
static void
add_official_note (VacImportRun           *run,
                   const VacCsvRow        *row,
                   const VacImportFigures *figures,
                   VacSalaryImportPlace   *place)
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
  occupation = vac_import_shorten (*title != '\0' ? title : code);
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
  g_auto (VacImportFigures) figures = { { 0 } };

  vac_import_read_figures (run, row, &figures);
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

  place->exact = (VacPayRange) { figures.has[0] ? figures.ends[0] : 0,
                                 figures.has[1] ? figures.ends[1] : 0 };
  if (!vac_import_has_both (&figures))
    {
      place->sides = figures.has[0] ? VAC_SALARY_IMPORT_FROM : VAC_SALARY_IMPORT_UP_TO;
      run->result->n_one_sided++;
    }
  if (vac_import_has_both (&figures) && figures.ends[1] < figures.ends[0])
    set_problem (run, place, g_strdup (_("the maximum is below the minimum")));
  else
    {
      note_cap (run, &figures, place);
      keep_range (run, place);
    }
}

/* A median beside a range has to lie in it; columns were mixed up where it does not. */
static void
check_median (VacImportRun         *run,
              const VacCsvRow      *row,
              VacSalaryImportPlace *place)
{
  const int *columns = run->import->settings.columns;
  g_auto (VacImportPay) pay = { { 0 } };

  if (columns[VAC_SALARY_IMPORT_MEDIAN] < 0 || columns[VAC_SALARY_IMPORT_MINIMUM] < 0 ||
      place->problem != NULL || place->period == VAC_PAY_PERIOD_HOUR ||
      place->sides != VAC_SALARY_IMPORT_BOTH)
    return;
  if (vac_import_read_pay (vac_import_get_cell (row, columns[VAC_SALARY_IMPORT_MEDIAN]),
                           run->decimal, TRUE, &pay) != VAC_IMPORT_NUMBER || pay.n_amounts != 1)
    return;
  if (pay.amounts[0] < place->exact.minimum || pay.amounts[0] > place->exact.maximum)
    {
      place->doubts |= VAC_SALARY_IMPORT_CROSSED;
      place->chosen = FALSE;
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
  if (vac_import_is_no_figure (run, row, column))
    {
      set_problem (run, place, g_strdup (_("the survey gives no figure")));
      return;
    }
  reading = vac_import_read_number (cell, run->decimal, &value, NULL);
  problem = vac_import_describe_problem (run, cell, row->line, reading);
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
  g_autofree char *code = NULL;

  if (column < 0)
    return g_strdup (table != NULL && table->only_place != NULL ? table->only_place : "");
  name = g_strstrip (g_strdup (vac_import_get_cell (row, column)));
  g_strdelimit (name, "\r\n\t", ' ');
  if (table == NULL)
    return g_steal_pointer (&name);
  if (*name != '\0' && name[strspn (name, "0123456789")] == '\0')
    {
      code = g_steal_pointer (&name);
      name = vac_import_name_area (run, code);
    }

  return strip_name (g_steal_pointer (&name), table->strip);
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
  else if (!vac_salary_import_has_pay (place) && place->price_index == 0)
    set_problem (run, place, g_strdup (_("there are no figures")));
  if (place->problem == NULL && !g_hash_table_add (run->names, place->name))
    {
      place->doubts |= VAC_SALARY_IMPORT_REPEATED;
      place->chosen = FALSE;
    }
}

/* "Source: own survey.", or "* gross" for a star in the table: a cell alone that is no name. */
static gboolean
is_note (const VacCsvRow *row)
{
  const char *cell = row->fields[0];
  gsize length = strlen (cell);

  for (guint i = 1; i < row->n_fields; i++)
    if (row->fields[i][strspn (row->fields[i], " \t")] != '\0')
      return FALSE;

  return length > 0 && (strchr ("*(", *cell) != NULL || strchr (cell, ':') != NULL ||
                        cell[length - 1] == '.' || g_utf8_strlen (cell, -1) > LONGEST_LONE_NAME);
}

void
vac_import_read_row (VacImportRun    *run,
                     const VacCsvRow *row)
{
  const int *columns = run->import->settings.columns;
  VacSalaryImportPlace *place = g_new0 (VacSalaryImportPlace, 1);

  place->line = row->line;
  place->is_note = is_note (row);
  place->chosen = TRUE;
  place->name = read_name (run, row);
  place->note = g_strstrip (g_strdup (vac_import_get_cell (row, columns[VAC_SALARY_IMPORT_NOTE])));
  g_strdelimit (place->note, "\r\n\t", ' ');
  if (run->is_unchecked)
    add_note (place, _("the name of the area is not checked"));
  run->is_unchecked = FALSE;
  read_range (run, row, place);
  vac_import_read_details (run, row, place);
  check_median (run, row, place);
  read_price_index (run, row, place);
  check_place (run, place);
  place->is_nation = vac_salary_import_has_pay (place) &&
                     vac_import_is_nation (place->name, run->import->table);

  g_ptr_array_add (run->result->places, place);
}
