/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-import-number.h"
#include "vac-money.h"
#include "vac-salary-import-private.h"

/* How often progress is told and a wish to stop is looked for. */
#define ROWS_A_STEP 2048

/* OFLC names areas by number only. These are the metropolitan areas of the built-in guide; source:
 * Office of Management and Budget, Bulletin 23-01, July 2023, and for the New England city and
 * town area of Boston the bulletins before it. */
static const struct
{
  const char *code;
  const char *name;
} areas[] = {
  { "41860", "San Francisco-Oakland-Fremont, CA" },
  { "35620", "New York-Newark-Jersey City, NY-NJ" },
  { "42660", "Seattle-Tacoma-Bellevue, WA" },
  { "12420", "Austin-Round Rock-San Marcos, TX" },
  { "14460", "Boston-Cambridge-Newton, MA-NH" },
  { "71650", "Boston-Cambridge-Nashua, MA-NH" },
  { "16980", "Chicago-Naperville-Elgin, IL-IN" },
  { "12060", "Atlanta-Sandy Springs-Roswell, GA" },
};

/* What stays the same from row to row of one run. */
typedef struct
{
  VacSalaryImport         *import;   /* borrowed */
  VacSalaryImportResult   *result;   /* owned until given away */
  VacSalaryImportProgress  progress;
  gpointer                 user_data;
  GCancellable            *cancellable;
  char                     decimal;
  int                      line_code;     /* columns of official tables, -1 for none */
  int                      geography;
  int                      occupation_title;
} Run;

static void
import_place_free (VacSalaryImportPlace *place)
{
  g_clear_object (&place->target);
  g_free (place->name);
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
  g_free (result->question);
  g_free (result);
}

static const char *
get_cell (const VacCsvRow *row,
          int              column)
{
  return column >= 0 && (guint) column < row->n_fields ? row->fields[column] : "";
}

/* A cell can be a megabyte; a message shows the beginning. */
static char *
shorten (const char *cell)
{
  return g_utf8_strlen (cell, -1) > 60 ? g_utf8_substring (cell, 0, 60) : g_strdup (cell);
}

static gboolean
is_cell (const VacCsvRow *row,
         int              column,
         const char      *text)
{
  const char *cell = get_cell (row, column);
  gsize length = strlen (text);

  cell += strspn (cell, " \t");

  return strncmp (cell, text, length) == 0 && cell[length + strspn (cell + length, " \t")] == '\0';
}

static gboolean
is_blank (const VacCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (row->fields[i][strspn (row->fields[i], " \t")] != '\0')
      return FALSE;

  return TRUE;
}

/* SOC codes are written with a dash, without one, or with a detail after a point. */
static gboolean
is_same_occupation (const char *a,
                    const char *b)
{
  guint n = 0;

  for (;; a++, b++)
    {
      a += strcspn (a, "0123456789");
      b += strcspn (b, "0123456789");
      if (n == 6)
        return TRUE;
      if (*a == '\0' || *b == '\0' || *a != *b)
        return *a == *b && n > 0;
      n++;
    }
}

static gboolean
is_wanted (Run             *run,
           const VacCsvRow *row)
{
  const VacSalaryImportSettings *settings = &run->import->settings;
  int occupation = settings->columns[VAC_SALARY_IMPORT_OCCUPATION];

  if (occupation >= 0 && *settings->occupation != '\0' &&
      !is_same_occupation (get_cell (row, occupation), settings->occupation))
    return FALSE;

  /* Line 1 is all items; the others are goods, housing and so on. Notes at the end of the table
   * have no line. */
  return settings->kind != VAC_SALARY_IMPORT_MARPP || is_cell (row, run->line_code, "1");
}

static gboolean
is_official_kind (Run *run)
{
  return run->import->settings.kind != VAC_SALARY_IMPORT_GENERIC;
}

static gboolean
is_not_available (Run             *run,
                  const VacCsvRow *row,
                  int              column)
{
  return is_official_kind (run) &&
         (is_cell (row, column, "*") || is_cell (row, column, "**") ||
          is_cell (row, column, "(NA)") || is_cell (row, column, "(D)"));
}

static void
set_problem (Run                  *run,
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
ask (Run        *run,
     const char *cell,
     guint       line)
{
  if (run->result->question != NULL)
    return;
  run->result->question = g_strstrip (shorten (cell));
  run->result->question_line = line;
}

/* Reads a number in ten-thousandths; FALSE without one. What is wrong becomes the place's
 * problem. */
static gboolean
read_cell (Run                  *run,
           const VacCsvRow      *row,
           int                   column,
           VacSalaryImportPlace *place,
           gint64               *value)
{
  const char *cell = get_cell (row, column);
  g_autofree char *shown = NULL;

  *value = 0;
  if (is_not_available (run, row, column))
    {
      set_problem (run, place, g_strdup (_("the survey gives no figure")));
      return FALSE;
    }

  switch (vac_import_read_number (cell, run->decimal, value, NULL))
    {
    case VAC_IMPORT_NUMBER:
      return TRUE;
    case VAC_IMPORT_AMBIGUOUS:
      ask (run, cell, row->line);
      shown = shorten (cell);
      set_problem (run, place, g_strdup_printf (_("“%s” can be read in two ways"), shown));
      return FALSE;
    case VAC_IMPORT_NOT_A_NUMBER:
      shown = shorten (cell);
      set_problem (run, place, g_strdup_printf (_("“%s” is not an amount"), shown));
      return FALSE;
    case VAC_IMPORT_EMPTY:
    default:
      return FALSE;
    }
}

static gint64
convert_pay (Run    *run,
             gint64  value)
{
  const VacSalaryImportSettings *settings = &run->import->settings;

  return vac_scale (value, vac_pay_period_get_per_year (settings->from),
                    vac_pay_period_get_per_year (settings->to) * VAC_IMPORT_SCALE);
}

static void
add_note (VacSalaryImportPlace *place,
          const char           *text)
{
  char *note = *place->note == '\0' ? g_strdup (text) : g_strconcat (place->note, "; ", text, NULL);

  g_free (place->note);
  place->note = note;
}

/* One end of the range; a figure at or above the survey's cap is the cap, and the note says so. */
static gboolean
read_pay (Run                  *run,
          const VacCsvRow      *row,
          VacSalaryImportField  field,
          VacSalaryImportPlace *place,
          gint64               *amount)
{
  const VacSalaryImportSettings *settings = &run->import->settings;
  int column = settings->columns[field];
  gint64 value;

  *amount = 0;
  if (settings->kind == VAC_SALARY_IMPORT_OEWS && is_cell (row, column, "#"))
    {
      g_autofree char *cap = vac_money_format_number (settings->cap, "en");
      g_autofree char *text = NULL;

      if (field == VAC_SALARY_IMPORT_MINIMUM)
        text = g_strdup_printf (_("minimum ≥ %s a year, the survey’s cap"), cap);
      else
        text = g_strdup_printf (_("maximum ≥ %s a year, the survey’s cap"), cap);
      *amount = vac_scale (settings->cap, 1, vac_pay_period_get_per_year (settings->to));
      add_note (place, text);
      return TRUE;
    }
  if (!read_cell (run, row, column, place, &value))
    return FALSE;
  *amount = convert_pay (run, value);

  return TRUE;
}

static void
read_range (Run                  *run,
            const VacCsvRow      *row,
            VacSalaryImportPlace *place)
{
  const gint64 limit = vac_schema_get_field (VAC_ROLE_PLACE_MAXIMUM)->maximum;
  VacPayRange range;
  gboolean has_minimum = read_pay (run, row, VAC_SALARY_IMPORT_MINIMUM, place, &range.minimum);
  gboolean has_maximum = read_pay (run, row, VAC_SALARY_IMPORT_MAXIMUM, place, &range.maximum);

  if (place->problem != NULL || (!has_minimum && !has_maximum))
    return;
  if (!has_minimum || !has_maximum)
    set_problem (run, place, g_strdup (has_minimum ? _("the maximum is missing")
                                                   : _("the minimum is missing")));
  else if (range.maximum < range.minimum)
    set_problem (run, place, g_strdup (_("the maximum is below the minimum")));
  else if (range.maximum > limit)
    set_problem (run, place, g_strdup (_("the amount is too large")));
  else
    place->range = range;
}

static void
read_price_index (Run                  *run,
                  const VacCsvRow      *row,
                  VacSalaryImportPlace *place)
{
  const VacField *field = vac_schema_get_field (VAC_ROLE_PLACE_PRICE_INDEX);
  int column = run->import->settings.columns[VAC_SALARY_IMPORT_PRICE_INDEX];
  gint64 value;

  if (column < 0 || !read_cell (run, row, column, place, &value))
    return;
  value = vac_scale (value, 100, VAC_IMPORT_SCALE);
  if (value < field->minimum || value > field->maximum)
    set_problem (run, place, g_strdup (_("the price index is out of range")));
  else
    place->price_index = value;
}

/* "Austin-Round Rock, TX (Metropolitan Statistical Area) *" is "Austin-Round Rock, TX". */
static char *
read_name (Run             *run,
           const VacCsvRow *row)
{
  char *name = g_strstrip (g_strdup (get_cell (row, run->import->settings
                                                      .columns[VAC_SALARY_IMPORT_NAME])));
  char *end;

  if (run->import->settings.kind == VAC_SALARY_IMPORT_OFLC)
    {
      for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
        {
          if (g_str_equal (name, areas[i].code))
            {
              g_free (name);
              return g_strdup (areas[i].name);
            }
        }
      if (*name != '\0' && name[strspn (name, "0123456789")] == '\0')
        {
          g_autofree char *code = name;

          return g_strdup_printf (_("Area %s"), code);
        }
    }
  if (run->import->settings.kind == VAC_SALARY_IMPORT_MARPP)
    {
      while (g_str_has_suffix (name, "*"))
        name[strlen (name) - 1] = '\0';
      g_strchomp (name);
      end = strstr (name, " (Metropolitan Statistical Area)");
      if (end != NULL)
        *end = '\0';
    }

  return name;
}

/* Official figures say what they are: the occupation and the columns that make the range. */
static void
add_official_note (Run                  *run,
                   const VacCsvRow      *row,
                   VacSalaryImportPlace *place)
{
  VacSalaryImport *import = run->import;
  const int *columns = import->settings.columns;
  const char *title = get_cell (row, run->occupation_title);
  g_autofree char *occupation = NULL;
  g_autofree char *text = NULL;

  if (columns[VAC_SALARY_IMPORT_OCCUPATION] < 0 || columns[VAC_SALARY_IMPORT_MINIMUM] < 0 ||
      columns[VAC_SALARY_IMPORT_MAXIMUM] < 0)
    return;
  occupation = shorten (*title != '\0' ? title
                                       : get_cell (row, columns[VAC_SALARY_IMPORT_OCCUPATION]));
  text = g_strdup_printf ("%s, %s – %s", occupation,
                          (char *) import->titles->pdata[columns[VAC_SALARY_IMPORT_MINIMUM]],
                          (char *) import->titles->pdata[columns[VAC_SALARY_IMPORT_MAXIMUM]]);
  add_note (place, text);
  if (run->geography >= 0 && *get_cell (row, run->geography) != '\0' &&
      !is_cell (row, run->geography, "1"))
    add_note (place, _("from a wider area than this one"));
}

static void
check_place (Run                  *run,
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
}

static void
read_row (Run             *run,
          const VacCsvRow *row)
{
  const int *columns = run->import->settings.columns;
  VacSalaryImportPlace *place = g_new0 (VacSalaryImportPlace, 1);

  place->line = row->line;
  place->chosen = TRUE;
  place->name = read_name (run, row);
  place->note = g_strstrip (g_strdup (get_cell (row, columns[VAC_SALARY_IMPORT_NOTE])));
  g_strdelimit (place->note, "\r\n\t", ' ');
  g_strdelimit (place->name, "\r\n\t", ' ');
  if (is_official_kind (run))
    add_official_note (run, row, place);
  read_range (run, row, place);
  read_price_index (run, row, place);
  check_place (run, place);

  g_ptr_array_add (run->result->places, place);
}

static gboolean
pause_run (Run           *run,
           VacCsvReader  *reader,
           double         from,
           double         share,
           GError       **error)
{
  if (run->progress != NULL)
    run->progress (from + share * (double) vac_csv_reader_get_offset (reader) /
                          (double) MAX (run->import->length, 1), run->user_data);

  return !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

typedef void (*RowFunc) (Run             *run,
                         const VacCsvRow *row);

static gboolean
for_each_row (Run      *run,
              RowFunc   function,
              double    from,
              double    share,
              GError  **error)
{
  VacSalaryImport *import = run->import;
  g_autoptr (VacCsvReader) reader = vac_csv_reader_new (import->text, import->length,
                                                        import->settings.delimiter);
  g_autoptr (GError) local = NULL;
  guint n = 0;
  VacCsvRow row;

  while (vac_csv_reader_next (reader, &row, &local))
    {
      if (n++ % ROWS_A_STEP == 0 && !pause_run (run, reader, from, share, error))
        return FALSE;
      if (row.line >= import->first_line && !is_blank (&row))
        function (run, &row);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return pause_run (run, reader, from, share, error);
}

/* Whether numbers of the table have proved both decimal marks. */
#define BOTH_MARKS '!'

static void
weigh_row (Run             *run,
           const VacCsvRow *row)
{
  static const VacSalaryImportField fields[] = {
    VAC_SALARY_IMPORT_MINIMUM, VAC_SALARY_IMPORT_MAXIMUM, VAC_SALARY_IMPORT_PRICE_INDEX,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *cell = get_cell (row, run->import->settings.columns[fields[i]]);
      gint64 value;
      char evidence;

      if (vac_import_read_number (cell, '\0', &value, &evidence) != VAC_IMPORT_NUMBER ||
          evidence == '\0')
        continue;
      if (run->decimal != '\0' && run->decimal != evidence)
        {
          run->decimal = BOTH_MARKS;
          ask (run, cell, row->line);
        }
      else
        run->decimal = evidence;
    }
}

static void
take_row (Run             *run,
          const VacCsvRow *row)
{
  run->result->n_rows++;
  if (is_wanted (run, row))
    read_row (run, row);
}

static gboolean
run_both_passes (Run     *run,
                 GError **error)
{
  gboolean weigh = run->import->settings.decimal == '\0';

  run->decimal = run->import->settings.decimal;
  if (weigh && !for_each_row (run, weigh_row, 0.0, 0.5, error))
    return FALSE;
  if (run->decimal == BOTH_MARKS)
    run->decimal = '\0';

  return for_each_row (run, take_row, weigh ? 0.5 : 0.0, weigh ? 0.5 : 1.0, error);
}

/**
 * vac_salary_import_run:
 * @self: an import
 * @progress: (nullable) (scope call): told how far it is, every few thousand rows
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Reads every row. Nothing in a document changes. Rows that cannot be imported are in the result
 * with their problem. Where the decimal mark is not set and no number of the table proves it, or
 * numbers prove both, one number is put as a question instead of being guessed. May run on any
 * thread, as long as nobody sets settings meanwhile.
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
  Run run = { self };

  g_return_val_if_fail (self != NULL, NULL);

  result = g_new0 (VacSalaryImportResult, 1);
  result->places = g_ptr_array_new_with_free_func ((GDestroyNotify) import_place_free);
  run.result = result;
  run.progress = progress;
  run.user_data = user_data;
  run.cancellable = cancellable;
  run.line_code = vac_salary_import_find_column (self, "LineCode");
  run.geography = vac_salary_import_find_column (self, "GeoLvl");
  run.occupation_title = vac_salary_import_find_column (self, "OCC_TITLE");
  if (!run_both_passes (&run, error))
    return NULL;

  return g_steal_pointer (&result);
}
