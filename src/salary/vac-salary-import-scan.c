/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-scan"

#include "config.h"

#include <string.h>

#include "vac-import-pay.h"
#include "vac-salary-import-private.h"

/* The first of two passes: what only the whole table tells. Which decimal mark it has, which
 * occupations there are, of which year it is and what its notes say. */

/* How often progress is told and a wish to stop is looked for. */
#define ROWS_A_STEP 2048

/* More occupations than any classification has. */
#define MOST_OCCUPATIONS 20000

/* Whether numbers of the table have proved both decimal marks. */
#define BOTH_MARKS '!'

/* The shortest note that explains a mark rather than being one. */
#define SHORTEST_NOTE 20

static gboolean
is_blank (const VacCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (row->fields[i][strspn (row->fields[i], " \t")] != '\0')
      return FALSE;

  return TRUE;
}

static gboolean
pause_run (VacImportRun  *run,
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

/* Calls @function for every row of data; FALSE with an error, or when the run was stopped. */
gboolean
vac_import_for_each_row (VacImportRun      *run,
                         VacImportRowFunc   function,
                         double             from,
                         double             share,
                         GError           **error)
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

gboolean
vac_import_is_cell (const VacCsvRow *row,
                    int              column,
                    const char      *text)
{
  const char *cell = vac_import_get_cell (row, column);
  gsize length = strlen (text);

  cell += strspn (cell, " \t");

  return strncmp (cell, text, length) == 0 && cell[length + strspn (cell + length, " \t")] == '\0';
}

/* Codes are written with a dash, without one, or with a detail after six digits. */
gboolean
vac_import_is_same_code (const char *a,
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

/* Whether a row is of the kind that the table is read for. Notes at the end are not. */
gboolean
vac_import_is_kept (VacImportRun    *run,
                    const VacCsvRow *row)
{
  guint n = 0;

  if (run->import->table == NULL)
    return TRUE;
  for (guint i = 0; i < run->keep->len; i++)
    {
      const VacImportKeep *keep = &g_array_index (run->keep, VacImportKeep, i);

      if (!vac_import_is_cell (row, keep->column, keep->value))
        return FALSE;
    }
  for (guint i = 0; i < row->n_fields && n < 2; i++)
    n += row->fields[i][strspn (row->fields[i], " \t")] != '\0';

  return n > 1;
}

/* What tells occupations apart: the code, or the title where there are no codes; %NULL without
 * either. */
char *
vac_import_dup_occupation (VacImportRun    *run,
                           const VacCsvRow *row)
{
  const int *columns = run->import->settings.columns;
  int column = columns[VAC_SALARY_IMPORT_OCCUPATION] >= 0
                 ? columns[VAC_SALARY_IMPORT_OCCUPATION]
                 : columns[VAC_SALARY_IMPORT_OCCUPATION_TITLE];
  char *code;

  if (column < 0)
    return NULL;
  code = g_strstrip (g_strdup (vac_import_get_cell (row, column)));
  /* As long as the setting has room for. */
  if (strlen (code) >= sizeof run->import->settings.occupation)
    *g_utf8_find_prev_char (code, code + sizeof run->import->settings.occupation) = '\0';

  return code;
}

static void
occupation_free (gpointer data)
{
  VacSalaryImportOccupation *self = data;

  g_free (self->code);
  g_free (self->title);
  g_free (self);
}

static void
note_occupation (VacImportRun    *run,
                 const VacCsvRow *row)
{
  g_autofree char *code = vac_import_dup_occupation (run, row);
  int title = run->import->settings.columns[VAC_SALARY_IMPORT_OCCUPATION_TITLE];
  VacSalaryImportOccupation *occupation;

  if (code == NULL || *code == '\0')
    return;
  occupation = g_hash_table_lookup (run->occupations, code);
  if (occupation == NULL && run->result->occupations->len < MOST_OCCUPATIONS)
    {
      occupation = g_new0 (VacSalaryImportOccupation, 1);
      occupation->code = g_steal_pointer (&code);
      occupation->title = g_strstrip (g_strdup (vac_import_get_cell (row, title)));
      g_hash_table_insert (run->occupations, occupation->code, occupation);
      g_ptr_array_add (run->result->occupations, occupation);
    }
  if (occupation != NULL)
    occupation->n_rows++;
}

static void
ask (VacImportRun *run,
     const char   *cell,
     guint         line)
{
  g_free (run->result->question);
  run->result->question = g_strstrip (g_utf8_strlen (cell, -1) > 60
                                        ? g_utf8_substring (cell, 0, 60) : g_strdup (cell));
  run->result->question_line = line;
}

static gboolean
is_pay_column (VacImportRun *run,
               int           column)
{
  static const VacSalaryImportField fields[] = {
    VAC_SALARY_IMPORT_MINIMUM, VAC_SALARY_IMPORT_MAXIMUM, VAC_SALARY_IMPORT_RANGE,
    VAC_SALARY_IMPORT_MEDIAN, VAC_SALARY_IMPORT_PRICE_INDEX,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (run->import->settings.columns[fields[i]] == column)
      return TRUE;

  return FALSE;
}

typedef struct
{
  VacImportRun run;      /* first, so that a run is a scan */
  char         mark;     /* proved by the columns that are read */
  char         other;    /* proved by the others */
  char         unclear;  /* stands in numbers that prove nothing */
} Scan;

static void
add_mark (char *marks,
          char  mark)
{
  if (mark != '\0')
    *marks = *marks != '\0' && *marks != mark ? BOTH_MARKS : mark;
}

static void
weigh_pay (Scan       *scan,
           const char *cell,
           gboolean    is_money)
{
  g_auto (VacImportPay) pay = { { 0 } };
  VacImportReading reading = vac_import_read_pay (cell, '\0', is_money, &pay);

  if (reading == VAC_IMPORT_NUMBER)
    add_mark (&scan->mark, pay.evidence);
  else if (reading == VAC_IMPORT_AMBIGUOUS)
    add_mark (&scan->unclear, strchr (cell, '.') != NULL ? '.' : ',');
}

static void
weigh_other (Scan       *scan,
             const char *cell)
{
  gint64 value;
  char proof;

  if (vac_import_read_number (cell, '\0', &value, &proof) == VAC_IMPORT_NUMBER)
    add_mark (&scan->other, proof);
}

static void
weigh_row (Scan            *scan,
           const VacCsvRow *row)
{
  VacImportRun *run = &scan->run;
  gboolean is_money = run->import->settings.currency_reason == VAC_SALARY_IMPORT_FROM_FILE;

  for (guint i = 0; i < row->n_fields; i++)
    {
      if (!is_pay_column (run, (int) i))
        weigh_other (scan, row->fields[i]);
      else if (scan->mark != BOTH_MARKS)
        {
          weigh_pay (scan, row->fields[i], is_money);
          if (scan->mark == BOTH_MARKS)
            ask (run, row->fields[i], row->line);
        }
    }
}

/* "# = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year": the
 * greatest number of the note. */
static void
read_cap_note (VacImportRun    *run,
               const VacCsvRow *row)
{
  const char *mark = run->import->table->cap;

  for (guint i = 0; i < row->n_fields; i++)
    {
      const char *cell = row->fields[i];
      gint64 greatest = 0;

      if (mark == NULL || !g_str_has_prefix (cell, mark) || strlen (cell) < SHORTEST_NOTE)
        continue;
      for (const char *p = cell; *p != '\0';)
        {
          gsize length = strspn (p, "0123456789,");
          g_autofree char *number = g_strndup (p, length);
          gint64 value;

          if (vac_import_read_number (number, '.', &value, NULL) == VAC_IMPORT_NUMBER)
            greatest = MAX (greatest, value / VAC_IMPORT_SCALE);
          p += length;
          p += *p != '\0' && length == 0;
          if (length > 0 && *p == '.')
            p += 1 + strspn (p + 1, "0123456789");
        }
      if (greatest >= 10000)
        {
          run->result->cap = greatest;
          run->result->cap_reason = VAC_SALARY_IMPORT_FROM_FILE;
        }
    }
}

static void
scan_row (VacImportRun    *run,
          const VacCsvRow *row)
{
  run->result->n_rows++;
  if (run->import->table != NULL)
    {
      read_cap_note (run, row);
      if (run->year == 0 && run->year_column >= 0)
        run->year = vac_import_find_year (vac_import_get_cell (row, run->year_column));
    }
  if (run->import->settings.decimal == '\0')
    weigh_row ((Scan *) run, row);
  if (vac_import_is_kept (run, row))
    note_occupation (run, row);
}

static void
choose_cap (VacImportRun *run)
{
  const VacSalaryImportSettings *settings = &run->import->settings;
  gboolean is_known;

  if (settings->cap > 0)
    {
      run->result->cap = settings->cap;
      run->result->cap_reason = VAC_SALARY_IMPORT_FROM_PERSON;
    }
  else if (run->import->table != NULL && run->result->cap == 0)
    {
      run->result->cap = vac_import_get_cap (run->import, run->year, &is_known);
      run->result->cap_reason = is_known ? VAC_SALARY_IMPORT_FROM_FILE : VAC_SALARY_IMPORT_ASSUMED;
    }
}

/* The one that was asked for, or the only one. */
static void
choose_occupation (VacImportRun *run)
{
  const char *wanted = run->import->settings.occupation;
  GPtrArray *all = run->result->occupations;
  const VacSalaryImportOccupation *found = *wanted != '\0'
                                             ? g_hash_table_lookup (run->occupations, wanted)
                                             : NULL;

  if (*wanted == '\0' && all->len == 1)
    found = g_ptr_array_index (all, 0);
  for (guint i = 0; found == NULL && *wanted != '\0' && i < all->len; i++)
    {
      const VacSalaryImportOccupation *other = g_ptr_array_index (all, i);
      g_autofree char *title = vac_import_simplify (other->title);
      g_autofree char *simple = vac_import_simplify (wanted);

      if (vac_import_is_same_code (other->code, wanted) ||
          (*simple != '\0' && g_str_equal (title, simple)))
        found = other;
    }
  run->result->occupation = found != NULL ? g_strdup (found->code) : NULL;
}

/* The other columns decide where pay does not; but not that a sum has three decimals, which nobody
 * writes. */
static char
choose_decimal (const Scan *scan)
{
  if (scan->mark == BOTH_MARKS)
    return '\0';
  if (scan->mark != '\0')
    return scan->mark;
  if (scan->other == BOTH_MARKS || scan->unclear == BOTH_MARKS || scan->other == scan->unclear)
    return '\0';

  return scan->other;
}

/* Reads the table once, for what only all of it tells. */
gboolean
vac_import_scan (VacImportRun  *run,
                 GError       **error)
{
  Scan scan = { *run };

  scan.run.occupations = run->occupations = g_hash_table_new (g_str_hash, g_str_equal);
  run->result->occupations = g_ptr_array_new_with_free_func (occupation_free);
  if (!vac_import_for_each_row (&scan.run, scan_row, 0.0, 0.5, error))
    return FALSE;

  run->year = scan.run.year;
  run->decimal = run->import->settings.decimal;
  if (run->decimal == '\0')
    run->decimal = choose_decimal (&scan);
  choose_cap (run);
  choose_occupation (run);

  return TRUE;
}
