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

/* The tables of the file, where there are several; a first entry where none is chosen yet. */
static void
show_tables (VacImportDialog               *self,
             const VacSalaryImportSettings *settings)
{
  const guint n = vac_salary_import_get_n_tables (self->import);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_set_visible (self->table_group, n > 1);
  gtk_string_list_append (titles, C_("table", "Choose"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (titles, vac_salary_import_get_table_title (self->import, i));
  adw_combo_row_set_model (self->table_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->table_row, (guint) (settings->table + 1));
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
  show_tables (self, settings);
  vac_import_sample_show (self->sample, self->import);
  vac_occupation_row_show (self->occupation_row, self->result);
  show_units (self, settings);
  adw_combo_row_set_selected (self->encoding_row, settings->encoding);
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i] == settings->delimiter)
      adw_combo_row_set_selected (self->delimiter_row, i);
  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++)
    if (decimals[i] == settings->decimal)
      adw_combo_row_set_selected (self->decimal_row, i);
  gtk_widget_set_sensitive (GTK_WIDGET (self->encoding_row),
                            !vac_salary_import_is_sheet (self->import));
  gtk_widget_set_sensitive (GTK_WIDGET (self->delimiter_row),
                            !vac_salary_import_is_sheet (self->import));
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
  if (vac_salary_import_get_n_tables (self->import) > 1)
    settings->table = (int) adw_combo_row_get_selected (self->table_row) - 1;
  vac_import_sample_read (self->sample, settings);
  g_strlcpy (settings->occupation, vac_occupation_row_get_code (self->occupation_row),
             sizeof settings->occupation);
  read_units (self, settings);
  settings->encoding = adw_combo_row_get_selected (self->encoding_row);
  settings->delimiter = delimiters[adw_combo_row_get_selected (self->delimiter_row)];
  settings->decimal = decimals[adw_combo_row_get_selected (self->decimal_row)];
  settings->has_header = gtk_switch_get_active (self->header_switch);
}

/* Reads the table as somebody said of one with the same columns before. */
void
vac_import_dialog_take_layout (VacImportDialog *self)
{
  gboolean taken;

  self->found = *vac_salary_import_get_settings (self->import);
  taken = self->layouts != NULL && vac_salary_layouts_apply (self->layouts, self->import);
  gtk_widget_set_visible (self->forget_box, taken);
}

/* The table is to be read anew after this. */
void
vac_import_dialog_forget_layout (VacImportDialog *self)
{
  vac_salary_layouts_forget (self->layouts, self->import);
  gtk_widget_set_visible (self->forget_box, FALSE);
  self->showing = TRUE;
  vac_salary_import_set_settings (self->import, &self->found, NULL);
  vac_import_dialog_show_settings (self);
  self->showing = FALSE;
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
