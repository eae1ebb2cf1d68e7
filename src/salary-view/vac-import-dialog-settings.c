/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-dialog-settings"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-codes.h"
#include "vac-import-dialog-private.h"
#include "vac-money-read.h"

/* How a table is read, in rows that show it and can be corrected. */

static const char delimiters[] = { ',', ';', '\t', '|' };
static const char decimals[] = { '\0', '.', ',' };

static GtkStringList *
list_columns (VacImportDialog *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GPtrArray *sample = vac_salary_import_get_sample (self->import);
  GStrv first = sample->len > 0 ? g_ptr_array_index (sample, 0) : NULL;
  guint n_fields = first != NULL ? g_strv_length (first) : 0;

  gtk_string_list_append (list, C_("column", "None"));
  for (guint i = 0; i < vac_salary_import_get_n_columns (self->import); i++)
    {
      const char *title = vac_salary_import_get_column_title (self->import, i);
      g_autofree char *number = g_strdup_printf (_("Column %u"), i + 1);
      g_autofree char *value = i < n_fields
                                   ? g_utf8_substring (first[i], 0,
                                                       MIN (g_utf8_strlen (first[i], -1), 24))
                                   : g_strdup ("");
      g_autofree char *label = *value != '\0'
        ? g_strdup_printf ("%s (%s)", *title != '\0' ? title : number, value)
        : g_strdup (*title != '\0' ? title : number);

      gtk_string_list_append (list, label);
    }

  return list;
}

static void
get_column_rows (VacImportDialog *self,
                 AdwComboRow     *rows[VAC_SALARY_IMPORT_N_FIELDS])
{
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    rows[i] = NULL;
  rows[VAC_SALARY_IMPORT_NAME] = self->name_row;
  rows[VAC_SALARY_IMPORT_MINIMUM] = self->minimum_row;
  rows[VAC_SALARY_IMPORT_MAXIMUM] = self->maximum_row;
  rows[VAC_SALARY_IMPORT_NOTE] = self->note_row;
  rows[VAC_SALARY_IMPORT_PRICE_INDEX] = self->index_row;
  rows[VAC_SALARY_IMPORT_RANGE] = self->range_row;
  rows[VAC_SALARY_IMPORT_MEDIAN] = self->median_row;
  rows[VAC_SALARY_IMPORT_OCCUPATION] = self->occupation_column_row;
  rows[VAC_SALARY_IMPORT_PERIOD] = self->period_column_row;
  rows[VAC_SALARY_IMPORT_CURRENCY] = self->currency_column_row;
}

static void
show_columns (VacImportDialog               *self,
              const VacSalaryImportSettings *settings)
{
  AdwComboRow *rows[VAC_SALARY_IMPORT_N_FIELDS];
  g_autoptr (GtkStringList) columns = list_columns (self);

  get_column_rows (self, rows);
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    if (rows[i] != NULL)
      {
        adw_combo_row_set_model (rows[i], G_LIST_MODEL (columns));
        adw_combo_row_set_selected (rows[i], (guint) (settings->columns[i] + 1));
      }
}

/* What is said once stands in the row that asks for it; it can be corrected there. */
static void
show_units (VacImportDialog               *self,
            const VacSalaryImportSettings *settings)
{
  g_autofree char *cap = g_strdup_printf ("%" G_GINT64_FORMAT, self->result->cap);

  adw_combo_row_set_selected (self->period_row, settings->from);
  gtk_editable_set_text (GTK_EDITABLE (self->currency_row), settings->currency);
  gtk_widget_remove_css_class (GTK_WIDGET (self->currency_row), "error");
  gtk_editable_set_text (GTK_EDITABLE (self->cap_row), cap);
  gtk_widget_set_visible (GTK_WIDGET (self->cap_row), self->result->n_capped > 0);
}

void
vac_import_dialog_show_settings (VacImportDialog *self)
{
  const VacSalaryImportSettings *settings = vac_salary_import_get_settings (self->import);
  const char *name;

  self->showing = TRUE;
  show_columns (self, settings);
  if (!vac_salary_import_is_complete (self->import))
    adw_expander_row_set_expanded (self->more_row, TRUE);
  vac_occupation_row_show (self->occupation_row, self->result);
  show_units (self, settings);
  adw_combo_row_set_selected (self->encoding_row, settings->encoding);
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i] == settings->delimiter)
      adw_combo_row_set_selected (self->delimiter_row, i);
  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++)
    if (decimals[i] == settings->decimal)
      adw_combo_row_set_selected (self->decimal_row, i);
  gtk_switch_set_active (self->header_switch, settings->has_header);
  name = vac_salary_import_get_table_name (self->import);
  adw_expander_row_set_subtitle (self->format_row,
                                 name != NULL ? name : _("A table of its own kind"));
  self->showing = FALSE;
}

static char *
get_currency (VacImportDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->currency_row));

  return g_strstrip (g_ascii_strup (text, -1));
}

/* Whether the currency is one; what is none is marked. */
gboolean
vac_import_dialog_check_currency (VacImportDialog *self)
{
  g_autofree char *code = get_currency (self);
  gboolean is_code = vac_codes_has_currency (code);

  if (is_code)
    gtk_widget_remove_css_class (GTK_WIDGET (self->currency_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->currency_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->currency_row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_code ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);

  return is_code;
}

/* What differs from what was shown, a person has said. */
static void
read_units (VacImportDialog         *self,
            VacSalaryImportSettings *settings)
{
  VacPayPeriod from = adw_combo_row_get_selected (self->period_row);
  g_autofree char *currency = get_currency (self);
  gint64 cap;

  if (from != settings->from)
    {
      settings->from = from;
      settings->from_reason = VAC_SALARY_IMPORT_FROM_PERSON;
    }
  if (vac_codes_has_currency (currency) && !g_str_equal (currency, settings->currency))
    {
      g_strlcpy (settings->currency, currency, sizeof settings->currency);
      settings->currency_reason = VAC_SALARY_IMPORT_FROM_PERSON;
    }
  if (self->result != NULL && self->result->n_capped > 0 &&
      vac_money_read_whole (gtk_editable_get_text (GTK_EDITABLE (self->cap_row)), NULL, &cap) &&
      cap > 0 && cap != self->result->cap)
    settings->cap = cap;
}

void
vac_import_dialog_read_settings (VacImportDialog         *self,
                                 VacSalaryImportSettings *settings)
{
  AdwComboRow *rows[VAC_SALARY_IMPORT_N_FIELDS];

  get_column_rows (self, rows);
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    if (rows[i] != NULL)
      settings->columns[i] = (int) adw_combo_row_get_selected (rows[i]) - 1;
  g_strlcpy (settings->occupation, vac_occupation_row_get_code (self->occupation_row),
             sizeof settings->occupation);
  read_units (self, settings);
  settings->encoding = adw_combo_row_get_selected (self->encoding_row);
  settings->delimiter = delimiters[adw_combo_row_get_selected (self->delimiter_row)];
  settings->decimal = decimals[adw_combo_row_get_selected (self->decimal_row)];
  settings->has_header = gtk_switch_get_active (self->header_switch);
}

void
vac_import_dialog_fill_choices (VacImportDialog *self)
{
  const VacField *period = vac_schema_get_field (VAC_ROLE_SALARIES_PERIOD);
  g_autoptr (GtkStringList) periods = gtk_string_list_new (NULL);

  for (VacPayPeriod i = VAC_PAY_PERIOD_YEAR; i <= VAC_PAY_PERIOD_HOUR; i++)
    gtk_string_list_append (periods, g_dgettext (GETTEXT_PACKAGE,
      vac_field_find_choice (period, vac_pay_period_get_id (i))->label));
  adw_combo_row_set_model (self->period_row, G_LIST_MODEL (periods));
}
