/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-areas"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-salary-import-private.h"

/* Names of areas that a table has by number only: from the file of the release that names them,
 * else the few that are known here. */

static int
find_column (const VacCsvRow *row,
             const char      *title)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (g_ascii_strcasecmp (row->fields[i], title) == 0)
      return (int) i;

  return -1;
}

static void
read_names (VacImportRun *run,
            const char   *text,
            gsize         length)
{
  GStrv titles = run->import->table->names;
  g_autoptr (VacCsvReader) reader = vac_csv_reader_new (text, length,
                                                        vac_csv_sniff_delimiter (text, length));
  VacCsvRow row;
  int code = -1;
  int name = -1;

  while ((code < 0 || name < 0) && vac_csv_reader_next (reader, &row, NULL))
    {
      code = find_column (&row, titles[0]);
      name = find_column (&row, titles[1]);
    }
  while (vac_csv_reader_next (reader, &row, NULL))
    {
      const char *area = vac_import_get_cell (&row, code);

      /* A line for each county: the first one tells. */
      if (*area != '\0' && !g_hash_table_contains (run->areas, area))
        g_hash_table_insert (run->areas, g_strdup (area),
                             g_strdup (vac_import_get_cell (&row, name)));
    }
}

/* Reads the file of the release that names areas, where there is one. */
void
vac_import_find_areas (VacImportRun *run)
{
  VacSalaryImport *import = run->import;
  g_autoptr (GPtrArray) members = NULL;

  run->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (import->table == NULL || import->table->names_file == NULL || import->package == NULL)
    return;
  members = vac_package_list (import->package);
  for (guint i = 0; i < members->len; i++)
    {
      const char *member = g_ptr_array_index (members, i);
      g_autofree char *file = g_path_get_basename (member);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      const char *data;
      gsize size, length;

      if (g_ascii_strcasecmp (file, import->table->names_file) != 0)
        continue;
      bytes = vac_package_read (import->package, member, NULL);
      data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
      if (data != NULL)
        text = vac_csv_decode (data, size, vac_csv_sniff_encoding (data, size), &length, NULL);
      if (text != NULL)
        read_names (run, text, length);
    }
}

/* The name of the area with @code. */
char *
vac_import_name_area (VacImportRun *run,
                      const char   *code)
{
  const char *said = g_hash_table_lookup (run->areas, code);
  char *known;

  run->is_unchecked = FALSE;
  if (said != NULL && *said != '\0')
    return g_strdup (said);
  run->result->n_codes++;
  known = vac_import_tables_get_area (code);
  run->is_unchecked = known != NULL && vac_import_tables_is_unchecked (code);

  return known != NULL ? known : g_strdup_printf (_("Area %s"), code);
}
