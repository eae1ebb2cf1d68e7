/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-layouts"

#include "config.h"

#include <string.h>

#include "vac-import-words.h"
#include "vac-salary-layouts.h"

/* What people said about tables, for the next one with the same columns: a layout is known by the
 * titles of its columns, without case, accents, spaces and marks. */

/* The oldest are dropped first. */
#define MOST_LAYOUTS 200

#define KEY_TITLES "titles"
#define KEY_DECIMAL "decimal"
#define KEY_PERIOD "pay-counted-by"
#define KEY_CURRENCY "pay-in"
/* Before the id of what a column holds. */
#define COLUMN "column-"

struct _VacSalaryLayouts
{
  GKeyFile *file;    /* a group for each layout, the latest last */
};

/**
 * vac_salary_layouts_new:
 * @bytes: (nullable): from vac_salary_layouts_to_bytes(); %NULL for none
 *
 * Returns: (transfer full): the layouts in @bytes; none where they cannot be read
 */
VacSalaryLayouts *
vac_salary_layouts_new (GBytes *bytes)
{
  VacSalaryLayouts *self = g_new0 (VacSalaryLayouts, 1);

  self->file = g_key_file_new ();
  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    g_key_file_load_from_bytes (self->file, bytes, G_KEY_FILE_NONE, NULL);

  return self;
}

/**
 * vac_salary_layouts_free:
 * @self: (transfer full) (nullable): layouts
 *
 * Frees @self.
 */
void
vac_salary_layouts_free (VacSalaryLayouts *self)
{
  if (self == NULL)
    return;
  g_key_file_unref (self->file);
  g_free (self);
}

/**
 * vac_salary_layouts_to_bytes:
 * @self: layouts
 *
 * Returns: (transfer full): them, to be kept in a file
 */
GBytes *
vac_salary_layouts_to_bytes (VacSalaryLayouts *self)
{
  gsize length;
  char *data;

  g_return_val_if_fail (self != NULL, NULL);

  data = g_key_file_to_data (self->file, &length, NULL);

  return g_bytes_new_take (data, length);
}

/* The titles, in their order; %NULL for a table that has none, or too few to be known by. */
static char *
list_titles (VacSalaryImport *import)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  if (!vac_salary_import_get_settings (import)->has_header)
    return NULL;
  for (guint i = 0; i < vac_salary_import_get_n_columns (import); i++)
    {
      g_autofree char *title = vac_import_simplify (vac_salary_import_get_column_title (import, i));

      n += *title != '\0';
      g_string_append_printf (list, "%s%s", i > 0 ? "|" : "", title);
    }

  return n > 1 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

static char *
get_group (const char *titles)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, titles, -1);
}

static void
take_columns (VacSalaryLayouts        *self,
              const char              *group,
              guint                    n_columns,
              VacSalaryImportSettings *settings)
{
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    {
      g_autofree char *key = g_strconcat (COLUMN, vac_salary_import_field_get_id (i), NULL);
      g_autoptr (GError) error = NULL;
      int column = g_key_file_get_integer (self->file, group, key, &error);

      /* Counted from 1; 0 says that there is none. */
      if (error == NULL && column >= 0 && (guint) column <= n_columns)
        settings->columns[i] = column - 1;
    }
}

/**
 * vac_salary_layouts_apply:
 * @self: layouts
 * @import: an import, after vac_salary_import_assume()
 *
 * Sets what somebody said about a table with the same columns before. Not to be called while the
 * import runs.
 *
 * Returns: whether there was something
 */
gboolean
vac_salary_layouts_apply (VacSalaryLayouts *self,
                          VacSalaryImport  *import)
{
  g_autofree char *titles = NULL;
  g_autofree char *group = NULL;
  g_autofree char *decimal = NULL;
  g_autofree char *period = NULL;
  g_autofree char *currency = NULL;
  VacSalaryImportSettings settings;

  g_return_val_if_fail (self != NULL && import != NULL, FALSE);

  titles = list_titles (import);
  if (titles == NULL)
    return FALSE;
  group = get_group (titles);
  if (!g_key_file_has_group (self->file, group))
    return FALSE;
  settings = *vac_salary_import_get_settings (import);
  take_columns (self, group, vac_salary_import_get_n_columns (import), &settings);
  decimal = g_key_file_get_string (self->file, group, KEY_DECIMAL, NULL);
  if (g_strcmp0 (decimal, ".") == 0 || g_strcmp0 (decimal, ",") == 0)
    settings.decimal = *decimal;
  period = g_key_file_get_string (self->file, group, KEY_PERIOD, NULL);
  if (period != NULL && vac_pay_period_from_id (period, &settings.from))
    settings.from_reason = VAC_SALARY_IMPORT_FROM_PERSON;
  currency = g_key_file_get_string (self->file, group, KEY_CURRENCY, NULL);
  if (currency != NULL && strlen (currency) == 3)
    {
      g_strlcpy (settings.currency, currency, sizeof settings.currency);
      settings.currency_reason = VAC_SALARY_IMPORT_FROM_PERSON;
    }

  return vac_salary_import_set_settings (import, &settings, NULL);
}

static void
drop_oldest (GKeyFile *file)
{
  gsize n;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n);

  for (gsize i = 0; n - i > MOST_LAYOUTS; i++)
    g_key_file_remove_group (file, groups[i], NULL);
}

/**
 * vac_salary_layouts_remember:
 * @self: layouts
 * @import: an import, with the settings that a person has corrected
 * @found: the settings that it would have had by itself
 *
 * Keeps what the person said about the columns, and with it the decimal mark, the period and the
 * currency, in place of what was kept for the same columns. Where the titles tell what the columns
 * are, they are those of many tables, and nothing is kept: the next one may be counted otherwise.
 * Which occupation was meant is nothing of a layout.
 *
 * Returns: whether anything was said about the columns, and so kept
 */
gboolean
vac_salary_layouts_remember (VacSalaryLayouts              *self,
                             VacSalaryImport               *import,
                             const VacSalaryImportSettings *found)
{
  const VacSalaryImportSettings *settings;
  g_autofree char *titles = NULL;
  g_autofree char *group = NULL;

  g_return_val_if_fail (self != NULL && import != NULL && found != NULL, FALSE);

  settings = vac_salary_import_get_settings (import);
  titles = list_titles (import);
  if (titles == NULL ||
      memcmp (settings->columns, found->columns, sizeof settings->columns) == 0)
    return FALSE;
  group = get_group (titles);
  g_key_file_remove_group (self->file, group, NULL);
  g_key_file_set_string (self->file, group, KEY_TITLES, titles);
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    {
      g_autofree char *key = g_strconcat (COLUMN, vac_salary_import_field_get_id (i), NULL);

      if (settings->columns[i] != found->columns[i])
        g_key_file_set_integer (self->file, group, key, settings->columns[i] + 1);
    }
  if (settings->decimal != '\0' && settings->decimal != found->decimal)
    g_key_file_set_string (self->file, group, KEY_DECIMAL,
                           settings->decimal == '.' ? "." : ",");
  if (settings->from_reason == VAC_SALARY_IMPORT_FROM_PERSON)
    g_key_file_set_string (self->file, group, KEY_PERIOD, vac_pay_period_get_id (settings->from));
  if (settings->currency_reason == VAC_SALARY_IMPORT_FROM_PERSON)
    g_key_file_set_string (self->file, group, KEY_CURRENCY, settings->currency);
  drop_oldest (self->file);

  return TRUE;
}

/**
 * vac_salary_layouts_forget:
 * @self: layouts
 * @import: an import
 *
 * Drops what was said about tables with the same columns.
 *
 * Returns: whether there was something
 */
gboolean
vac_salary_layouts_forget (VacSalaryLayouts *self,
                           VacSalaryImport  *import)
{
  g_autofree char *titles = NULL;
  g_autofree char *group = NULL;

  g_return_val_if_fail (self != NULL && import != NULL, FALSE);

  titles = list_titles (import);
  if (titles == NULL)
    return FALSE;
  group = get_group (titles);

  return g_key_file_remove_group (self->file, group, NULL);
}
