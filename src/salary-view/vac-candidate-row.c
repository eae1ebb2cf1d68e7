/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-candidate-row"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-candidate-row.h"
#include "vac-candidate.h"
#include "vac-editor.h"

/* A figure to compare ranges with that is somebody's, and so stands in no posting. */

#define LIST_KEY "vac-salary-list"

static void
on_changed_cb (GtkWidget *row)
{
  VacSalaryList *list = g_object_get_data (G_OBJECT (row), LIST_KEY);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  VacMoney amount = 0;
  gboolean wrong;

  g_strstrip (text);
  wrong = *text != '\0' &&
          !vac_candidate_read (vac_salary_list_get_comparison (list), text, &amount, NULL);
  vac_editor_set_class (row, "error", wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  vac_salary_list_set_candidate (list, amount);
}

/**
 * vac_candidate_row_new:
 * @list: the salary table
 *
 * Returns: (transfer floating): a row for a figure that @list compares its ranges with
 */
GtkWidget *
vac_candidate_row_new (VacSalaryList *list)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *title = _("A candidate’s figure, to compare; it is not saved");
  g_autofree char *tooltip = NULL;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (list), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* Where there is little room for the title, here it is in full. */
  tooltip = g_strdup_printf ("%s\n%s", title,
                             _("One amount, in the currency and the period of the table. "
                               "The comparison then has columns for it."));
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), LIST_KEY, g_object_ref (list), g_object_unref);
  g_signal_connect (row, "changed", G_CALLBACK (on_changed_cb), NULL);

  return row;
}
