/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-dialog-survey"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-import-dialog-private.h"

/* What is noted of the survey that a table is from: filled by what the file says, and asked where
 * it says nothing. */

static const char *
get_text (VacImportDialog     *self,
          VacSalaryImportTerm  term)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->term_rows[term]));
}

static gboolean
is_taken (VacSalaryImportTerm  term,
          const char          *text)
{
  const VacField *field = vac_schema_get_field (vac_salary_import_term_get_role (term));
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0' || vac_field_accepts (field, stripped, NULL);
}

/* What there is on one line, or what is missing, so that nobody has to open the rows to see it. */
static void
update_subtitle (VacImportDialog *self)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < VAC_SALARY_IMPORT_N_TERMS; i++)
    {
      const VacField *field = vac_schema_get_field (vac_salary_import_term_get_role (i));
      const char *said = get_text (self, i);
      GString *list = *said != '\0' ? known : missing;

      g_string_append_printf (list, "%s%s", list->len > 0 ? list == known ? " · " : ", " : "",
                              *said != '\0' ? said
                                            : g_dgettext (GETTEXT_PACKAGE, field->label));
    }
  /* Translators: %s is a list of fields of a survey, such as its edition. */
  text = missing->len > 0 ? g_strdup_printf (_("The table does not say: %s"), missing->str) : NULL;
  adw_expander_row_set_subtitle (self->survey_row, text != NULL ? text : known->str);
}

static void
on_term_changed_cb (VacImportDialog *self,
                    GtkEditable     *editable)
{
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_TERMS; i++)
    {
      const gboolean taken = is_taken (i, get_text (self, i));

      if (taken)
        gtk_widget_remove_css_class (self->term_rows[i], "error");
      else
        gtk_widget_add_css_class (self->term_rows[i], "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->term_rows[i]),
                                   GTK_ACCESSIBLE_STATE_INVALID,
                                   taken ? GTK_ACCESSIBLE_INVALID_FALSE
                                         : GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  if (self->showing)
    return;
  self->terms_edited = TRUE;
  update_subtitle (self);
}

/* Makes the rows; once. */
void
vac_import_dialog_fill_survey (VacImportDialog *self)
{
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_TERMS; i++)
    {
      const VacField *field = vac_schema_get_field (vac_salary_import_term_get_role (i));

      self->term_rows[i] = adw_entry_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->term_rows[i]), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->term_rows[i]),
                                     g_dgettext (GETTEXT_PACKAGE, field->label));
      gtk_widget_set_tooltip_text (self->term_rows[i],
                                   g_dgettext (GETTEXT_PACKAGE, field->description));
      adw_expander_row_add_row (self->survey_row, self->term_rows[i]);
      g_signal_connect_object (self->term_rows[i], "changed", G_CALLBACK (on_term_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

/* Shows what the file says, unless somebody has said something else. */
void
vac_import_dialog_show_survey (VacImportDialog *self)
{
  gboolean has_pay = FALSE;

  for (guint i = 0; i < self->result->places->len && !has_pay; i++)
    has_pay = vac_salary_import_has_pay (g_ptr_array_index (self->result->places, i));
  gtk_widget_set_visible (GTK_WIDGET (self->survey_row), has_pay);
  self->showing = TRUE;
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_TERMS && !self->terms_edited; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->term_rows[i]),
                           vac_salary_import_get_term (self->import, i));
  self->showing = FALSE;
  update_subtitle (self);
}

/* Hands to the import what was said; what is no date or no link is marked, and left out. */
void
vac_import_dialog_take_survey (VacImportDialog *self)
{
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_TERMS; i++)
    vac_salary_import_set_term (self->import, i, get_text (self, i));
}
