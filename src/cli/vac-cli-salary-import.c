/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-salary-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-file.h"
#include "vac-cli-salary-import.h"
#include "vac-codes.h"
#include "vac-import-tables.h"
#include "vac-money-read.h"
#include "vac-safe-file.h"
#include "vac-salary-import.h"
#include "vac-salary-layouts.h"
#include "vac-state-folder.h"

/* Twice the largest official table as CSV. */
#define LARGEST_TABLE (512 * 1024 * 1024)

/* A longer list would scroll the explanation out of view. */
#define MOST_NAMED 8

/**
 * vac_cli_salary_import_clear:
 * @self: what the user said
 *
 * Frees what is in @self.
 */
void
vac_cli_salary_import_clear (VacCliSalaryImport *self)
{
  g_strfreev (self->files);
  g_free (self->sheet);
  g_free (self->refused);
  g_free (self->decimal);
  g_free (self->occupation);
  g_strfreev (self->columns);
  g_free (self->period);
  g_free (self->currency);
  g_free (self->cap);
  g_strfreev (self->about);
}

static char *
list_columns (VacSalaryImport *import)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < vac_salary_import_get_n_columns (import); i++)
    g_string_append_printf (list, "%s%u “%s”", i > 0 ? ", " : "", i + 1,
                            vac_salary_import_get_column_title (import, i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
find_field (const char           *id,
            gsize                 length,
            VacSalaryImportField *field)
{
  for (*field = 0; *field < VAC_SALARY_IMPORT_N_FIELDS; (*field)++)
    if (strlen (vac_salary_import_field_get_id (*field)) == length &&
        strncmp (vac_salary_import_field_get_id (*field), id, length) == 0)
      return TRUE;

  return FALSE;
}

static char *
list_fields (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", vac_salary_import_field_get_id (i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* "minimum=Base from". Of several tables not all have to have the column. */
static gboolean
take_column (const VacVerb            *verb,
             const VacCliSalaryImport *said,
             VacSalaryImport          *import,
             VacSalaryImportSettings  *settings,
             const char               *wanted)
{
  int column;
  const char *equals = strchr (wanted, '=');
  VacSalaryImportField field;
  g_autofree char *list = NULL;

  if (equals == NULL || !find_field (wanted, (gsize) (equals - wanted), &field))
    {
      list = list_fields ();
      vac_cli_misuse (verb, _("“%s” is not FIELD=TITLE with one of these fields: %s."), wanted,
                      list);
      return FALSE;
    }
  column = equals[1] == '\0' ? -1 : vac_salary_import_find_column (import, equals + 1);
  if (column < 0 && equals[1] != '\0' && said->files[1] != NULL)
    return TRUE;
  g_hash_table_add (said->found, (char *) wanted);
  settings->columns[field] = column;
  if (equals[1] != '\0' && column < 0)
    {
      list = list_columns (import);
      vac_cli_misuse (verb, _("There is not one column called “%s”. The columns are: %s."),
                      equals + 1, list);
      return FALSE;
    }

  return TRUE;
}

/* A range in one column and a range in two exclude each other: what the user named counts. */
static gboolean
take_columns (const VacVerb           *verb,
              const VacCliSalaryImport *wanted,
              VacSalaryImport         *import,
              VacSalaryImportSettings *settings)
{
  const int old_minimum = settings->columns[VAC_SALARY_IMPORT_MINIMUM];
  const int old_maximum = settings->columns[VAC_SALARY_IMPORT_MAXIMUM];
  const int old_range = settings->columns[VAC_SALARY_IMPORT_RANGE];
  const int old_median = settings->columns[VAC_SALARY_IMPORT_MEDIAN];
  int *columns = settings->columns;

  for (guint i = 0; wanted->columns != NULL && wanted->columns[i] != NULL; i++)
    if (!take_column (verb, wanted, import, settings, wanted->columns[i]))
      return FALSE;
  if ((columns[VAC_SALARY_IMPORT_RANGE] != old_range ||
       columns[VAC_SALARY_IMPORT_MEDIAN] != old_median) &&
      columns[VAC_SALARY_IMPORT_MINIMUM] == old_minimum &&
      columns[VAC_SALARY_IMPORT_MAXIMUM] == old_maximum)
    columns[VAC_SALARY_IMPORT_MINIMUM] = columns[VAC_SALARY_IMPORT_MAXIMUM] = -1;
  if (columns[VAC_SALARY_IMPORT_MEDIAN] != old_median &&
      columns[VAC_SALARY_IMPORT_RANGE] == old_range)
    columns[VAC_SALARY_IMPORT_RANGE] = -1;

  return TRUE;
}

static gboolean
take_units (const VacVerb           *verb,
            const VacCliSalaryImport *wanted,
            VacSalaryImportSettings *settings)
{
  if (wanted->period != NULL)
    {
      if (!vac_pay_period_from_id (wanted->period, &settings->from))
        {
          vac_cli_misuse (verb, _("A period is year, month, week, day, or hour, and not “%s”."),
                          wanted->period);
          return FALSE;
        }
      settings->from_reason = VAC_SALARY_IMPORT_FROM_PERSON;
    }
  if (wanted->currency != NULL)
    {
      g_autofree char *code = g_ascii_strup (wanted->currency, -1);

      if (!vac_codes_has_currency (code))
        {
          vac_cli_misuse (verb, _("“%s” is not the code of a currency."), wanted->currency);
          return FALSE;
        }
      g_strlcpy (settings->currency, code, sizeof settings->currency);
      settings->currency_reason = VAC_SALARY_IMPORT_FROM_PERSON;
    }
  if (wanted->cap != NULL &&
      (!vac_money_read_whole (wanted->cap, NULL, &settings->cap) || settings->cap <= 0))
    {
      vac_cli_misuse (verb, _("“%s” is not an amount."), wanted->cap);
      return FALSE;
    }

  return TRUE;
}

static char *
list_tables (VacSalaryImport *import)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < vac_salary_import_get_n_tables (import); i++)
    g_string_append_printf (list, "%s%u “%s”", i > 0 ? ", " : "", i + 1,
                            vac_salary_import_get_table_title (import, i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
take_table (const VacVerb            *verb,
            const VacCliSalaryImport *wanted,
            VacSalaryImport          *import,
            GError                  **error)
{
  VacSalaryImportSettings settings = *vac_salary_import_get_settings (import);
  g_autofree char *list = NULL;

  if (wanted->sheet == NULL)
    return TRUE;
  settings.table = vac_salary_import_find_table (import, wanted->sheet);
  if (settings.table >= 0)
    return vac_salary_import_set_settings (import, &settings, error);
  list = list_tables (import);
  vac_cli_misuse (verb, _("There is not one table called “%s”. The tables are: %s."),
                  wanted->sheet, list);

  return FALSE;
}

static gboolean
apply_settings (const VacVerb            *verb,
                const VacCliSalaryImport *wanted,
                VacSalaryImport          *import)
{
  VacSalaryImportSettings settings = *vac_salary_import_get_settings (import);

  if (wanted->decimal != NULL)
    settings.decimal = *wanted->decimal;
  if (wanted->occupation != NULL)
    g_strlcpy (settings.occupation, wanted->occupation, sizeof settings.occupation);
  if (!take_columns (verb, wanted, import, &settings) || !take_units (verb, wanted, &settings))
    return FALSE;

  return vac_salary_import_set_settings (import, &settings, NULL);
}

/* "edition=May 2024" */
static gboolean
take_term (const VacVerb   *verb,
           VacSalaryImport *import,
           const char      *wanted)
{
  const char *equals = strchr (wanted, '=');

  for (guint i = 0; equals != NULL && i < VAC_SALARY_IMPORT_N_TERMS; i++)
    {
      const char *id = vac_salary_import_term_get_id (i);

      if (strlen (id) != (gsize) (equals - wanted) || strncmp (id, wanted, strlen (id)) != 0)
        continue;
      if (vac_salary_import_set_term (import, i, equals + 1))
        return TRUE;
      vac_cli_misuse (verb, _("“%s” cannot be the %s of a survey."), equals + 1, id);
      return FALSE;
    }
  vac_cli_misuse (verb, _("“%s” is not FIELD=TEXT with one of these fields: %s."), wanted,
                  "name, publisher, edition, effective, url");

  return FALSE;
}

static void
report (const char *name,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static void
report (const char *name,
        const char *format,
        ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  vac_cli_tell ("%s: %s", name, text);
}

/* Reports what is wrong before the rows are read. Returns: whether nothing is */
static gboolean
check_columns (const VacCliSalaryImport *wanted,
               VacSalaryImport    *import,
               const char         *name)
{
  const int *columns = vac_salary_import_get_settings (import)->columns;
  g_autofree char *list = list_columns (import);

  if (vac_salary_import_get_settings (import)->table < 0)
    {
      g_autofree char *tables = list_tables (import);

      report (name, _("Several tables of the file could be meant: %s. Choose one with --sheet."),
              tables);
      return FALSE;
    }
  if (!vac_salary_import_is_complete (import))
    {
      report (name, _("It is not certain which columns hold the place and its pay. The columns "
                      "are: %s. Say which they are, by title or number: --column place=TITLE "
                      "--column minimum=TITLE --column maximum=TITLE, or range=TITLE, "
                      "median=TITLE, or price-index=TITLE; also period, currency, note, and "
                      "occupation."), list);
      return FALSE;
    }
  if (wanted->occupation != NULL && columns[VAC_SALARY_IMPORT_OCCUPATION] < 0 &&
      columns[VAC_SALARY_IMPORT_OCCUPATION_TITLE] < 0)
    {
      report (name, _("No column is known to hold occupations, so --occupation cannot be followed. "
                      "The columns are: %s. Say which it is: --column occupation=TITLE."), list);
      return FALSE;
    }

  return TRUE;
}

/* "29-1141 Registered Nurses"; without codes the title alone. */
static void
append_occupation (GString                         *list,
                   const VacSalaryImportOccupation *occupation)
{
  g_string_append (list, occupation->code);
  if (*occupation->title != '\0' && !g_str_equal (occupation->title, occupation->code))
    g_string_append_printf (list, " %s", occupation->title);
}

static char *
list_occupations (VacSalaryImportResult *result,
                  const char            *wanted)
{
  g_autoptr (GPtrArray) ranked = vac_salary_import_rank_occupations (result, wanted, NULL);
  GPtrArray *all = ranked->len > 0 ? ranked : result->occupations;
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (all->len, MOST_NAMED); i++)
    {
      g_string_append (list, i > 0 ? "; " : "");
      append_occupation (list, g_ptr_array_index (all, i));
    }
  if (result->occupations->len > MIN (all->len, MOST_NAMED))
    g_string_append (list, "; …");

  return g_string_free (list, FALSE);
}

/* For a table of several occupations of which none is clearly the one that is meant. */
static gboolean
check_occupation (const VacCliSalaryImport    *wanted,
                  VacSalaryImportResult *result,
                  const char            *job_title,
                  const char            *name)
{
  g_auto (GStrv) codes = vac_import_get_job_codes (job_title);
  g_autofree char *list = NULL;
  g_autofree char *looked_for = NULL;

  if (result->occupations->len == 0 || result->occupation != NULL)
    return TRUE;
  if (wanted->occupation != NULL)
    {
      list = list_occupations (result, wanted->occupation);
      report (name, _("The occupation “%s” is not in the table. The nearest are: %s."),
              wanted->occupation, list);
      return FALSE;
    }
  list = list_occupations (result, job_title);
  looked_for = g_strjoinv (", ", codes);
  if (*looked_for != '\0')
    report (name, _("The occupation %s is looked for, for “%s”, and is not in the table. It has: "
                    "%s. Choose one with --occupation."), looked_for, job_title, list);
  else if (*job_title == '\0')
    report (name, _("The table has several occupations: %s. Choose one with --occupation."), list);
  else
    report (name, _("The table has several occupations, and none is certainly “%s”: %s. Choose "
                    "one with --occupation."), job_title, list);

  return FALSE;
}

static void
report_occupation (VacSalaryImportResult *result,
                   const char            *name)
{
  for (guint i = 0; i < result->occupations->len; i++)
    {
      const VacSalaryImportOccupation *occupation = g_ptr_array_index (result->occupations, i);
      g_autoptr (GString) text = g_string_new (NULL);

      if (result->occupations->len == 1 ||
          g_strcmp0 (occupation->code, result->occupation) != 0)
        continue;
      append_occupation (text, occupation);
      report (name, _("The occupation is %s."), text->str);
    }
}

static VacSalaryImportResult *
run (const VacCliSalaryImport *wanted,
     VacSalaryImport    *import,
     VacDocument        *document,
     const char         *name,
     GError            **error)
{
  const char *job_title = vac_document_get_text (document, VAC_ROLE_JOB_TITLE);
  g_autoptr (VacSalaryImportResult) result = NULL;

  if (!check_columns (wanted, import, name))
    return NULL;
  result = vac_salary_import_run (import, NULL, NULL, NULL, error);
  if (result != NULL && vac_salary_import_choose (import, result, job_title))
    {
      vac_salary_import_result_free (result);
      result = vac_salary_import_run (import, NULL, NULL, NULL, error);
    }
  if (result == NULL || !check_occupation (wanted, result, job_title, name))
    return NULL;

  return g_steal_pointer (&result);
}

static VacSalaryImport *
read_table (const char *path,
            const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (GBytes) bytes = vac_safe_file_load (file, LARGEST_TABLE, &baseline, NULL, &error);
  g_autofree char *base = g_path_get_basename (name);
  VacSalaryImport *import = bytes != NULL ? vac_salary_import_analyse (bytes, base, &error) : NULL;

  if (error != NULL)
    vac_cli_tell_error (name, error);

  return import;
}

static void
report_row (const char                 *name,
            const VacSalaryImportPlace *place,
            const char                 *text)
{
  if (*place->name != '\0')
    vac_cli_tell ("%s:%u:1: %s: %s", name, place->line, place->name, text);
  else
    vac_cli_tell ("%s:%u:1: %s", name, place->line, text);
}

/* Reports what is wrong with rows, and what is in doubt. Naming a table means all of it; only what
 * another row says already is left out. Returns how many rows there were. */
static guint
report_rows (const char            *name,
             VacSalaryImportResult *result)
{
  guint n = 0;

  for (guint i = 0; i < result->places->len; i++)
    {
      VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);
      g_autofree char *doubts = NULL;

      if (place->problem == NULL)
        doubts = vac_salary_import_describe_doubts (result, place);
      if (place->problem != NULL || doubts != NULL)
        report_row (name, place, place->problem != NULL ? place->problem : doubts);
      if (place->problem == NULL)
        place->chosen = (place->doubts & VAC_SALARY_IMPORT_REPEATED) == 0;
      n += place->problem != NULL || doubts != NULL || place->is_rounded;
    }

  return n;
}

/* Which figures of the posting are replaced, and by which. */
static void
report_changes (const char            *name,
                VacSalaryImportResult *result)
{
  for (guint i = 0; i < result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);
      g_autofree char *change = place->chosen && place->problem == NULL
                                  ? vac_salary_import_describe_change (result, place, "en") : NULL;

      if (change != NULL)
        report (name, "%s: %s", vac_node_get_member_text (place->target, VAC_ROLE_PLACE_NAME),
                change);
    }
}

static void
report_units (const char            *name,
              VacSalaryImport       *import,
              VacSalaryImportResult *result)
{
  g_auto (GStrv) texts = vac_salary_import_describe (import, result);
  g_auto (GStrv) remarks = vac_salary_import_remark (import, result);

  report_occupation (result, name);
  for (guint i = 0; texts[i] != NULL; i++)
    report (name, "%s", texts[i]);
  for (guint i = 0; remarks[i] != NULL; i++)
    report (name, "%s", remarks[i]);
}

/* What is noted of the survey, and what nothing says of it. */
static void
report_survey (const char      *name,
               VacSalaryImport *import)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint i = 0; i < VAC_SALARY_IMPORT_N_TERMS; i++)
    {
      GString *list = vac_salary_import_says_term (import, i) ? known : unknown;

      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              list == known ? vac_salary_import_get_term (import, i)
                                            : vac_salary_import_term_get_id (i));
    }
  report (name, _("The survey is noted as: %s."), known->str);
  if (unknown->len > 0)
    report (name, _("Not known of the survey: %s. --about FIELD=TEXT notes it."), unknown->str);
}

static gboolean
has_pay (VacSalaryImportResult *result)
{
  for (guint i = 0; i < result->places->len; i++)
    if (vac_salary_import_has_pay (g_ptr_array_index (result->places, i)))
      return TRUE;

  return FALSE;
}

static int
apply (VacSalaryImport       *import,
       VacSalaryImportResult *result,
       VacDocument           *document,
       const char            *name)
{
  g_autofree char *source = vac_salary_import_describe_source (import);
  guint n_reported;
  guint n;

  vac_salary_import_result_match (result, import, document);
  report_units (name, import, result);
  if (has_pay (result))
    report_survey (name, import);
  n_reported = report_rows (name, result);
  report_changes (name, result);
  if (!vac_salary_apply_import (document, import, result, source, &n) || n == 0)
    {
      report (name, "%s", _("There is nothing to import."));
      return VAC_CLI_MISUSED;
    }

  return n_reported > 0 ? VAC_CLI_PARTLY : VAC_CLI_FINE;
}

static VacSalaryLayouts *
load_layouts (void)
{
  g_autoptr (GBytes) bytes = vac_state_folder_read (VAC_SALARY_LAYOUTS_FILE,
                                                    VAC_SALARY_LAYOUTS_MOST_BYTES);

  return vac_salary_layouts_new (bytes);
}

static void
save_layouts (VacSalaryLayouts *layouts)
{
  g_autoptr (GBytes) bytes = vac_salary_layouts_to_bytes (layouts);

  vac_state_folder_write (VAC_SALARY_LAYOUTS_FILE, bytes);
}

/* Sets what was said about such a table before, then what is said now. */
static gboolean
take_settings (const VacVerb            *verb,
               const VacCliSalaryImport *wanted,
               VacSalaryImport          *import,
               const char               *name)
{
  const VacSalaryImportSettings found = *vac_salary_import_get_settings (import);
  g_autoptr (VacSalaryLayouts) layouts = load_layouts ();

  if (wanted->forget && vac_salary_layouts_forget (layouts, import))
    {
      save_layouts (layouts);
      report (name, "%s", _("What was said about tables with these columns is forgotten."));
    }
  if (vac_salary_layouts_apply (layouts, import))
    report (name, "%s", _("The columns are read as somebody said of such a table before; --forget "
                          "reads them afresh."));
  if (!apply_settings (verb, wanted, import))
    return FALSE;
  for (guint i = 0; wanted->about != NULL && wanted->about[i] != NULL; i++)
    if (!take_term (verb, import, wanted->about[i]))
      return FALSE;
  if (wanted->columns != NULL && vac_salary_import_is_complete (import) &&
      vac_salary_layouts_remember (layouts, import, &found))
    save_layouts (layouts);

  return TRUE;
}

/* Imports one of the tables; @refused takes the rows that cannot be. */
static int
import_table (const VacVerb            *verb,
              const VacCliSalaryImport *wanted,
              const char               *path,
              VacDocument              *document,
              GString                  *refused)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (VacSalaryImport) import = read_table (path, name);
  g_autoptr (VacSalaryImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (import == NULL)
    return VAC_CLI_MISUSED;
  if (!take_table (verb, wanted, import, &error))
    {
      if (error != NULL)
        vac_cli_tell_error (name, error);
      return VAC_CLI_MISUSED;
    }
  vac_salary_import_assume (import, document);
  if (!take_settings (verb, wanted, import, name))
    return VAC_CLI_MISUSED;
  result = run (wanted, import, document, name, &error);
  if (error != NULL)
    vac_cli_tell_error (name, error);
  if (result == NULL)
    return VAC_CLI_MISUSED;
  if (result->question != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (
          _("“%s” can be read in two ways. Say which mark the file has before decimals: "
            "--decimal=. or --decimal=,"),
          result->question);

      vac_cli_tell ("%s:%u:1: %s", name, result->question_line, sentence);
      return VAC_CLI_MISUSED;
    }
  vac_salary_import_append_refused (result, name, refused);

  return apply (import, result, document, name);
}

/**
 * vac_cli_salary_import:
 * @verb: the verb that runs
 * @wanted: what the user said
 * @document: the posting whose salary table gets the places
 *
 * Imports tables, one after another. Rows that cannot be taken, and those that look odd, are
 * reported with their lines, and so is each range that another replaces. What is not certain is
 * never guessed: which sheet and which column is which, which occupation is meant, and how a number
 * is read are put to the user, and nothing is imported.
 *
 * Returns: %VAC_CLI_FINE, %VAC_CLI_PARTLY when something was reported about rows,
 *   %VAC_CLI_MISUSED when a table could not be imported; @document is then not to be used
 */
int
vac_cli_salary_import (const VacVerb      *verb,
                       VacCliSalaryImport *wanted,
                       VacDocument        *document)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) refused = g_string_new (NULL);
  int status = VAC_CLI_FINE;

  if (wanted->decimal != NULL && !g_str_equal (wanted->decimal, ".") &&
      !g_str_equal (wanted->decimal, ","))
    return vac_cli_misuse (verb, _("A decimal mark is . or , and not “%s”."), wanted->decimal);

  wanted->found = found;
  for (guint i = 0; wanted->files[i] != NULL && status != VAC_CLI_MISUSED; i++)
    {
      const int imported = import_table (verb, wanted, wanted->files[i], document, refused);

      status = MAX (status, imported);
    }
  wanted->found = NULL;
  for (guint i = 0; wanted->columns != NULL && wanted->columns[i] != NULL &&
                    status != VAC_CLI_MISUSED; i++)
    if (!g_hash_table_contains (found, wanted->columns[i]))
      status = vac_cli_misuse (verb, _("No table has the column of “%s”."), wanted->columns[i]);
  if (wanted->refused != NULL && refused->len > 0)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (refused->str, refused->len);

      if (!vac_cli_write (wanted->refused, bytes, wanted->force))
        status = MAX (status, VAC_CLI_PARTLY);
    }

  return status;
}
