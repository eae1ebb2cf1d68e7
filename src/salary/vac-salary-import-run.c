/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import"

#include "config.h"

#include "vac-salary-import-private.h"

static void
import_place_free (VacSalaryImportPlace *place)
{
  g_clear_object (&place->target);
  g_free (place->name);
  g_free (place->currency);
  g_free (place->occupation);
  g_free (place->area_code);
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
  g_free (result->editions);
  g_free (result->question);
  g_free (result);
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
    vac_import_read_row (run, row);
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

/* What stands below the last place is no place. */
static void
drop_notes (VacSalaryImportResult *result)
{
  while (result->places->len > 0)
    {
      const VacSalaryImportPlace *last = g_ptr_array_index (result->places,
                                                            result->places->len - 1);

      if (!last->is_note || last->problem == NULL)
        return;
      result->n_notes++;
      result->n_problems--;
      g_ptr_array_set_size (result->places, (int) result->places->len - 1);
    }
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
  vac_import_find_details (run);
  vac_import_find_areas (run);
  run->names = g_hash_table_new (g_str_hash, g_str_equal);
  run->year_column = table != NULL ? vac_import_find_first (run->import, table->year) : -1;
  run->wider = table != NULL && table->wider != NULL
                 ? vac_import_find_first (run->import, (char *[]) { table->wider, NULL }) : -1;
  done = vac_import_scan (run, error) &&
         (!vac_salary_import_is_complete (run->import) ||
          vac_import_for_each_row (run, take_row, 0.5, 0.5, error));
  if (done)
    {
      drop_notes (run->result);
      check_nations (run);
    }
  g_clear_pointer (&run->names, g_hash_table_unref);
  g_clear_pointer (&run->occupations, g_hash_table_unref);
  g_clear_pointer (&run->keep, g_array_unref);
  g_clear_pointer (&run->areas, g_hash_table_unref);

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

      if (!vac_salary_import_has_pay (place))
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
