/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-dialog-apply"

#include "config.h"

#include "vac-import-dialog-private.h"

/* How many rows are made ready before the window is served again. */
#define ROWS_A_PIECE 500

/* Imports what is chosen, a piece at a time. The document changes once, at the end; if the dialog
 * is closed before that, it stays as it was. */

static gboolean
on_idle_cb (gpointer user_data)
{
  VacImportDialog *self = VAC_IMPORT_DIALOG (user_data);
  guint n;

  if (vac_salary_import_step_prepare (self->step, ROWS_A_PIECE))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
      gtk_progress_bar_set_fraction (self->progress, vac_salary_import_step_get_share (self->step));
      return G_SOURCE_CONTINUE;
    }
  self->step_source = 0;
  if (vac_salary_import_step_commit (self->step, &n) && n > 0)
    {
      if (self->layouts != NULL)
        vac_salary_layouts_remember (self->layouts, self->import, &self->found);
      g_signal_emit_by_name (self, "imported", n);
    }
  vac_dialog_close (VAC_DIALOG (self));

  return G_SOURCE_REMOVE;
}

void
vac_import_dialog_apply (VacImportDialog *self)
{
  if (self->step != NULL || self->running || self->result == NULL)
    return;
  vac_import_dialog_take_survey (self);
  self->step = vac_salary_import_step_new (self->document, self->import, self->result,
                                           gtk_editable_get_text (GTK_EDITABLE (self->source_row)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  vac_import_dialog_update_button (self);
  self->step_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle_cb, self, NULL);
}

void
vac_import_dialog_stop_applying (VacImportDialog *self)
{
  g_clear_handle_id (&self->step_source, g_source_remove);
  g_clear_pointer (&self->step, vac_salary_import_step_free);
}
