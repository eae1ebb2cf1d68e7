/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-window-folders"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-file-name.h"
#include "vac-library-window-private.h"
#include "vac-listed-folders.h"
#include "vac-names.h"

/* Which folders a library lists. */

#define FILE_KEY "vac-file"

/**
 * vac_library_window_add_folder:
 * @self: a window
 * @folder: a folder
 *
 * Lists what is in @folder as well, from now on.
 */
void
vac_library_window_add_folder (VacLibraryWindow *self,
                               GFile            *folder)
{
  g_return_if_fail (VAC_IS_LIBRARY_WINDOW (self) && G_IS_FILE (folder));

  if (!vac_listed_folders_add (self->settings, folder))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (
        _("Only folders of this computer can be listed")));
}

static void
add_folder_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (widget);

  gtk_menu_button_popdown (self->folders_button);
  g_signal_emit_by_name (self, "choose-folder");
}

static void
on_proposal_activated_cb (GtkListBox       *list_box,
                          GtkListBoxRow    *row,
                          VacLibraryWindow *self)
{
  vac_library_window_add_folder (self, g_object_get_data (G_OBJECT (row), FILE_KEY));
}

static void
restore_folder_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  vac_library_window_add_folder (VAC_LIBRARY_WINDOW (widget), folder);
}

static void
on_folder_removed_cb (VacLibraryFolders *popover,
                      const char        *path,
                      VacLibraryWindow  *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *sentence = vac_listed_folders_remove (self->settings, path);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "library.restore-folder");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * vac_library_window_class_install_folders:
 * @widget_class: the class of library windows, with its template
 *
 * Adds what is done with folders.
 */
void
vac_library_window_class_install_folders (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_folder_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_proposal_activated_cb);
  gtk_widget_class_install_action (widget_class, "library.add-folder", NULL, add_folder_action);
  gtk_widget_class_install_action (widget_class, "library.restore-folder", "s",
                                   restore_folder_action);
}

static void
add_proposal (VacLibraryWindow *self,
              GFile            *folder)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");
  g_autofree char *name = vac_file_name_tell (folder);
  g_autofree char *label = g_strdup_printf (_("Add “%s”"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  vac_names_set (row, label);
  g_object_set_data_full (G_OBJECT (row), FILE_KEY, g_object_ref (folder), g_object_unref);
  gtk_list_box_append (self->proposals_box, row);
}

/**
 * vac_library_window_propose:
 * @self: a window
 * @proposals: (element-type GFile): folders that may have postings, for whoever has chosen none
 */
void
vac_library_window_propose (VacLibraryWindow *self,
                            GListModel       *proposals)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (GFile) folder = g_list_model_get_item (proposals, i);

      add_proposal (self, folder);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->proposals_box),
                          g_list_model_get_n_items (proposals) > 0);
}

/**
 * vac_library_window_apply_folders:
 * @self: a window
 *
 * Lists what is in the folders that the settings name.
 */
void
vac_library_window_apply_folders (VacLibraryWindow *self)
{
  g_strfreev (self->folders);
  self->folders = vac_listed_folders_load (self->settings);
  self->scanned = g_get_monotonic_time ();
  self->asked_anew = TRUE;
  vac_library_feed_set_folders (self->feed, (const char *const *) self->folders);
  vac_library_filter_set_folders (self->filter, (const char *const *) self->folders);
}
