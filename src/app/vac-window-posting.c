/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-posting"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-file-name.h"
#include "vac-window-private.h"

/* Which posting a window shows. */

/**
 * vac_window_get_store:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the posting that it shows; %NULL on the error page
 */
VacStore *
vac_window_get_store (VacWindow *self)
{
  g_return_val_if_fail (VAC_IS_WINDOW (self), NULL);

  return self->store;
}

/**
 * vac_window_show_store:
 * @self: a window
 * @store: the posting to show in place of what it shows now
 */
void
vac_window_show_store (VacWindow *self,
                       VacStore  *store)
{
  g_autoptr (VacDocument) before = self->store != NULL
                                       ? g_object_ref (vac_store_get_document (self->store)) : NULL;

  g_set_object (&self->store, store);
  vac_window_guard_shared (self, before);
  vac_window_leave_view (self);
  vac_window_clear_pages (self);
  vac_state_bars_remove (self->bars, "read-only");
  g_signal_group_set_target (self->store_signals, store);
  g_signal_group_set_target (self->document_signals, vac_store_get_document (store));
  vac_window_build_sidebar (self);
  gtk_stack_set_visible_child_name (self->main_stack, "posting");
  if (vac_document_get_read_only (vac_store_get_document (store)))
    vac_state_bars_add (self->bars, "read-only",
                        _("This posting was written by a newer version of Vacancy. "
                          "It can be read and exported, but not changed."), NULL, NULL);
  /* No edit makes such a value; undo brings one back. */
  vac_window_update_unshown (self);
  self->has_unshown = self->n_unshown > 0;
  if (vac_store_get_file (store) != NULL)
    vac_recent_list_remember (self->recent, vac_store_get_file (store));
  vac_window_update_title (self);
  vac_window_update_actions (self);
  vac_window_update_disk_bars (self);
  vac_window_find_guide (self);
  vac_window_review (self);
  vac_window_find_in_document (self);
  vac_preview_pane_set_document (self->preview_pane, vac_store_get_document (store));
  vac_window_apply_paper_size (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    vac_preview_pane_queue_build (self->preview_pane);
  g_object_notify (G_OBJECT (self), "store");
}

/**
 * vac_window_show_error:
 * @self: a window
 * @file: a file that could not be opened
 * @error: why
 *
 * Says so instead of showing a posting; the file is untouched.
 */
void
vac_window_show_error (VacWindow    *self,
                       GFile        *file,
                       const GError *error)
{
  g_autofree char *name = vac_file_name_tell (file);
  g_autofree char *sentence = vac_error_describe (error, name);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  vac_window_leave_view (self);
  g_set_object (&self->failed_file, file);
  /* Not in the template: GTK would load the icon each time that a window opens. */
  adw_status_page_set_icon_name (self->error_page, "dialog-warning-symbolic");
  adw_status_page_set_description (self->error_page, escaped);
  gtk_stack_set_visible_child_name (self->main_stack, "error");
  gtk_window_set_title (GTK_WINDOW (self), _("Could Not Open File"));
  vac_window_update_actions (self);
}

/**
 * vac_window_get_failed_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file that could not be opened; %NULL unless the window
 *   shows that
 */
GFile *
vac_window_get_failed_file (VacWindow *self)
{
  g_return_val_if_fail (VAC_IS_WINDOW (self), NULL);

  return self->store == NULL && self->start_page == NULL ? self->failed_file : NULL;
}

/**
 * vac_window_is_pristine:
 * @self: a window
 *
 * Returns: whether it shows a start page that need not stay, or a new posting that nobody has
 *   touched, so that nothing would be lost, and in whose place nobody may want another one back
 */
gboolean
vac_window_is_pristine (VacWindow *self)
{
  g_return_val_if_fail (VAC_IS_WINDOW (self), FALSE);

  if (self->start_page != NULL && vac_start_page_is_needed (self->start_page))
    return FALSE;
  if (self->store == NULL)
    return self->start_page != NULL;

  return self->discarded == NULL &&
         vac_store_get_file (self->store) == NULL && !vac_store_get_saving (self->store) &&
         !vac_document_get_modified (vac_window_get_document (self));
}
