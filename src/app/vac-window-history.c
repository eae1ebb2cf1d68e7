/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-history"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-diff.h"
#include "vac-file-name.h"
#include "vac-file-writer.h"
#include "vac-window-private.h"

/* The page of a window that shows earlier versions of its posting. */

static void
on_restore_cb (VacHistoryView *view,
               VacDocument    *version,
               VacWindow      *self)
{
  VacDocument *document = vac_window_get_document (self);
  g_autoptr (VacDiff) diff = vac_diff_new (document, version);
  const guint64 before = vac_document_get_state (document);

  vac_document_add_barrier (document);
  if (!vac_diff_take_all (diff, _("Restore Version")))
    return;
  vac_window_leave_view (self);
  if (vac_document_get_state (document) == before)
    vac_window_show_toast (self, _("The posting is already like this version."));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.notify-removed", "s",
                                _("Version restored. Save to keep it."));
}

static const VacFileWords copy_words = {
  .title = N_("Save a Copy"),
  .accept = N_("_Save"),
  .written = N_("Copy saved."),
  .failed = N_("Could Not Save Copy"),
};

static void
on_copy_cb (VacHistoryView *view,
            GBytes         *bytes,
            VacWindow      *self)
{
  const char *title = vac_document_get_text (vac_window_get_document (self), VAC_ROLE_JOB_TITLE);
  /* Translators: the name of a file with an earlier version of a posting */
  g_autofree char *called = g_strdup_printf (_("%s, earlier version"), title);
  g_autofree char *name = vac_file_name_propose (called, "vacancy");

  vac_write_chosen_file (GTK_WINDOW (self), self->guard, &copy_words, name, g_bytes_ref (bytes));
}

static void
on_compare_cb (VacHistoryView *view,
               VacDocument    *version,
               const char     *title,
               VacWindow      *self)
{
  vac_window_compare (self, version, title);
}

/**
 * vac_window_show_history:
 * @self: a window with a posting
 *
 * Shows earlier versions of the posting, any of which can be restored.
 */
void
vac_window_show_history (VacWindow *self)
{
  const VacExportOptions options = vac_preview_pane_get_options (self->preview_pane);
  GtkWidget *view;

  vac_binder_settle (GTK_ROOT (self));
  vac_window_leave_view (self);
  view = vac_history_view_new (vac_store_get_file (self->store), vac_window_get_document (self));
  vac_history_view_set_setup (VAC_HISTORY_VIEW (view), options.page_setup);
  g_signal_connect_object (view, "restore", G_CALLBACK (on_restore_cb), self, 0);
  g_signal_connect_object (view, "compare", G_CALLBACK (on_compare_cb), self, 0);
  g_signal_connect_object (view, "copy", G_CALLBACK (on_copy_cb), self, 0);
  g_signal_connect_object (view, "close", G_CALLBACK (vac_window_leave_view), self,
                           G_CONNECT_SWAPPED);
  self->history_view = VAC_HISTORY_VIEW (view);
  vac_window_show_view (self, view, "history");
  vac_history_view_focus (self->history_view);
}
