/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-source"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-package.h"
#include "vac-salary-import-private.h"
#include "vac-workbook.h"

/* Where in a file its tables are: the file is one, or has sheets, or is a zip file of such. */

/* What may be inflated of a zip file of tables: twice the largest official one as CSV. */
#define MOST_BYTES ((gsize) 512 * 1024 * 1024)
#define MOST_SOURCES 64

/* A table of the file. */
struct _VacImportSource
{
  char     *title;       /* owned: what tells it from the others, "" for the only one */
  char     *member;      /* owned, nullable: its path in the zip file */
  int       sheet;       /* of the workbook, -1 for text */
  gboolean  is_hidden;
};

static void
source_free (gpointer data)
{
  VacImportSource *source = data;

  g_free (source->title);
  g_free (source->member);
  g_free (source);
}

static void
add_source (VacSalaryImport *self,
            char            *title,
            const char      *member,
            int              sheet,
            gboolean         is_hidden)
{
  VacImportSource *source = g_new0 (VacImportSource, 1);

  source->title = title;
  source->member = g_strdup (member);
  source->sheet = sheet;
  source->is_hidden = is_hidden;
  g_ptr_array_add (self->sources, source);
}

/* Takes over @workbook. */
static void
add_sheets (VacSalaryImport *self,
            const char      *member,
            VacWorkbook     *workbook)
{
  const guint n = vac_workbook_get_n_sheets (workbook);
  g_autofree char *file = member != NULL ? g_path_get_basename (member) : NULL;

  for (guint i = 0; i < n && self->sources->len < MOST_SOURCES; i++)
    {
      const char *sheet = vac_workbook_get_sheet_name (workbook, i);
      char *title = file == NULL ? g_strdup (sheet)
                    : n == 1     ? g_strdup (file)
                                 : g_strdup_printf ("%s, %s", file, sheet);

      add_source (self, title, member, (int) i, vac_workbook_is_sheet_hidden (workbook, i));
    }
  g_hash_table_insert (self->workbooks, g_strdup (member != NULL ? member : ""), workbook);
}

static gboolean
has_suffix (const char        *name,
            const char *const *suffixes)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;

  return FALSE;
}

/* The tables in a zip file; a damaged one among them is no reason not to read the others. */
static void
add_members (VacSalaryImport  *self,
             GError          **error)
{
  static const char *const books[] = { ".xlsx", ".xlsm", NULL };
  static const char *const texts[] = { ".csv", ".tsv", ".txt", NULL };
  g_autoptr (GPtrArray) names = vac_package_list (self->package);

  for (guint i = 0; i < names->len && self->sources->len < MOST_SOURCES; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *file = g_path_get_basename (name);

      /* What a Mac adds about its files. */
      if (*file == '.' || g_str_has_prefix (name, "__MACOSX/"))
        continue;
      if (has_suffix (file, texts))
        add_source (self, g_strdup (file), name, -1, FALSE);
      else if (has_suffix (file, books))
        {
          g_autoptr (GBytes) bytes = vac_package_read (self->package, name,
                                                       error != NULL && *error == NULL ? error
                                                                                       : NULL);
          VacWorkbook *workbook = bytes != NULL
            ? vac_workbook_open (bytes, error != NULL && *error == NULL ? error : NULL) : NULL;

          if (workbook != NULL)
            add_sheets (self, name, workbook);
        }
    }
  if (self->sources->len > 0)
    g_clear_error (error);
  else if (error != NULL && *error == NULL)
    g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                         _("There is no table in the file: no workbook of Excel and no "
                           "comma-separated values."));
}

/* Finds the tables of the file; FALSE with an error when there is none. */
gboolean
vac_import_find_sources (VacSalaryImport  *self,
                         GError          **error)
{
  g_autoptr (GError) local = NULL;

  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->workbooks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) vac_workbook_free);
  if (!vac_package_is (self->file_bytes))
    {
      add_source (self, g_strdup (""), NULL, -1, FALSE);
      return TRUE;
    }
  self->package = vac_package_open (self->file_bytes, MOST_BYTES, error);
  if (self->package == NULL)
    return FALSE;
  if (vac_package_has (self->package, "[Content_Types].xml"))
    {
      VacWorkbook *workbook = vac_workbook_open (self->file_bytes, error);

      if (workbook == NULL)
        return FALSE;
      add_sheets (self, NULL, workbook);
    }
  else
    add_members (self, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return self->sources->len > 0;
}

/* Reads a table of the file, or only its first rows, as bytes or, of a sheet, as text. */
gboolean
vac_import_read_source (VacSalaryImport  *self,
                        guint             index,
                        guint             most_rows,
                        GBytes          **bytes,
                        char            **text,
                        gsize            *length,
                        GError          **error)
{
  const VacImportSource *source = g_ptr_array_index (self->sources, index);

  *bytes = NULL;
  *text = NULL;
  if (source->sheet >= 0)
    {
      VacWorkbook *workbook = g_hash_table_lookup (self->workbooks,
                                                   source->member != NULL ? source->member : "");

      *text = vac_workbook_read_sheet (workbook, (guint) source->sheet, most_rows, length, error);
    }
  else if (source->member != NULL)
    *bytes = vac_package_read (self->package, source->member, error);
  else
    *bytes = g_bytes_ref (self->file_bytes);

  return *text != NULL || *bytes != NULL;
}

gboolean
vac_import_is_source_hidden (VacSalaryImport *self,
                             guint            index)
{
  return ((VacImportSource *) g_ptr_array_index (self->sources, index))->is_hidden;
}

/**
 * vac_salary_import_get_n_tables:
 * @self: an import
 *
 * Returns: how many tables the file has: sheets of a workbook, or files in a zip file
 */
guint
vac_salary_import_get_n_tables (VacSalaryImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sources->len;
}

/**
 * vac_salary_import_get_table_title:
 * @self: an import
 * @table: which table
 *
 * Returns: (transfer none): the name of the sheet or of the file, "" where the file is the table
 */
const char *
vac_salary_import_get_table_title (VacSalaryImport *self,
                                   guint            table)
{
  g_return_val_if_fail (self != NULL && table < self->sources->len, NULL);

  return ((VacImportSource *) g_ptr_array_index (self->sources, table))->title;
}

/**
 * vac_salary_import_find_table:
 * @self: an import
 * @title: what a table is called, or its number from 1
 *
 * Returns: the table of that title, case aside; -1 when there is none or several are
 */
int
vac_salary_import_find_table (VacSalaryImport *self,
                              const char      *title)
{
  g_autofree char *wanted = NULL;
  guint64 number;
  int found = -1;

  g_return_val_if_fail (self != NULL && title != NULL, -1);

  wanted = g_utf8_casefold (title, -1);
  for (guint i = 0; i < self->sources->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (vac_salary_import_get_table_title (self, i), -1);

      if (!g_str_equal (wanted, other))
        continue;
      if (found >= 0)
        return -1;
      found = (int) i;
    }
  if (found < 0 && g_ascii_string_to_unsigned (title, 10, 1, self->sources->len, &number, NULL))
    return (int) number - 1;

  return found;
}

/**
 * vac_salary_import_is_sheet:
 * @self: an import
 *
 * Returns: whether the table is a sheet of a workbook, which has no encoding and no delimiter
 */
gboolean
vac_salary_import_is_sheet (VacSalaryImport *self)
{
  const VacImportSource *source;

  g_return_val_if_fail (self != NULL, FALSE);

  source = g_ptr_array_index (self->sources, (guint) MAX (self->settings.table, 0));

  return source->sheet >= 0;
}
