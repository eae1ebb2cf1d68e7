/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-import.h"
#include "vac-safe-file.h"
#include "vac-salary-import.h"

/* Twice the largest official table as CSV. */
#define LARGEST_TABLE (512 * 1024 * 1024)

static void
report_error (const char   *name,
              const GError *error)
{
  g_printerr (g_ascii_isdigit (*error->message) ? "%s:%s\n" : "%s: %s\n", name, error->message);
}

static gboolean
apply_settings (VacSalaryImport    *import,
                const VacCliImport *wanted,
                VacDocument        *document)
{
  VacSalaryImportSettings settings = *vac_salary_import_get_settings (import);

  if (wanted->decimal != NULL)
    settings.decimal = *wanted->decimal;
  if (wanted->occupation != NULL)
    g_strlcpy (settings.occupation, wanted->occupation, sizeof settings.occupation);
  vac_pay_period_from_id (vac_document_get_text (document, VAC_ROLE_SALARIES_PERIOD),
                          &settings.to);

  return vac_salary_import_set_settings (import, &settings, NULL);
}

static VacSalaryImportResult *
read_table (const VacCliImport  *wanted,
            const char          *name,
            VacDocument         *document,
            char               **source)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (wanted->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (GBytes) bytes = vac_safe_file_load (file, LARGEST_TABLE, &baseline, NULL, &error);
  g_autoptr (VacSalaryImport) import = NULL;
  VacSalaryImportResult *result = NULL;

  if (bytes != NULL)
    import = vac_salary_import_analyse (bytes, &error);
  if (import != NULL && apply_settings (import, wanted, document))
    result = vac_salary_import_run (import, NULL, NULL, NULL, &error);
  if (error != NULL)
    report_error (name, error);
  if (result != NULL)
    {
      g_autofree char *base = g_path_get_basename (name);

      *source = vac_salary_import_describe_source (import, base);
    }

  return result;
}

static void
report_problems (const char            *name,
                 VacSalaryImportResult *result)
{
  for (guint i = 0; i < result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);

      if (place->problem == NULL)
        continue;
      if (*place->name != '\0')
        g_printerr ("%s:%u:1: %s: %s\n", name, place->line, place->name, place->problem);
      else
        g_printerr ("%s:%u:1: %s\n", name, place->line, place->problem);
    }
}

/**
 * vac_cli_import:
 * @verb: the verb that runs
 * @import: what the user said
 * @document: the posting whose salary table gets the places
 *
 * Imports a table. Rows that cannot be taken are reported with their lines; a number that can be
 * read in two ways is put to the user as a question, and nothing is imported.
 *
 * Returns: %VAC_CLI_FINE, %VAC_CLI_PARTLY when rows had problems, %VAC_CLI_MISUSED when nothing
 *   could be imported
 */
int
vac_cli_import (const VacVerb      *verb,
                const VacCliImport *import,
                VacDocument        *document)
{
  g_autofree char *name = g_filename_display_name (import->file);
  g_autofree char *source = NULL;
  g_autoptr (VacSalaryImportResult) result = NULL;
  guint n = 0;

  if (import->decimal != NULL && !g_str_equal (import->decimal, ".") &&
      !g_str_equal (import->decimal, ","))
    return vac_cli_misuse (verb, _("A decimal mark is . or , and not “%s”."), import->decimal);

  result = read_table (import, name, document, &source);
  if (result == NULL)
    return VAC_CLI_MISUSED;
  if (result->question != NULL)
    {
      g_printerr ("%s:%u:1: ", name, result->question_line);
      g_printerr (_("“%s” can be read in two ways. Say which mark the file has before decimals: "
                    "--decimal=. or --decimal=,"), result->question);
      g_printerr ("\n");
      return VAC_CLI_MISUSED;
    }

  report_problems (name, result);
  vac_salary_import_result_match (result, document);
  if (!vac_salary_apply_import (document, result, source, &n) || n == 0)
    {
      g_printerr ("%s: %s\n", name, _("There is nothing to import."));
      return VAC_CLI_MISUSED;
    }

  return result->n_problems > 0 ? VAC_CLI_PARTLY : VAC_CLI_FINE;
}
