/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-preferences-folders"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-file-dialog.h"
#include "vac-listed-folders.h"
#include "vac-preferences-private.h"

/* The folders that the library lists, in the preferences. */

#define SETTINGS_KEY "vac-settings"
#define ROWS_KEY     "vac-rows"
#define FOLDER_KEY   "vac-folder"

static GSettings *
get_settings (GtkWidget *group)
{
  return g_object_get_data (G_OBJECT (group), SETTINGS_KEY);
}

static void
on_undo_cb (GtkWidget *group)
{
  vac_listed_folders_add (get_settings (group), g_object_get_data (G_OBJECT (group), FOLDER_KEY));
}

static void
on_remove_clicked_cb (GtkWidget *button,
                      GtkWidget *group)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), FOLDER_KEY));
  g_autofree char *sentence = NULL;

  /* The row goes, and with it the focus. */
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
  g_object_set_data_full (G_OBJECT (group), FOLDER_KEY, g_file_new_for_path (path),
                          g_object_unref);
  sentence = vac_listed_folders_remove (get_settings (group), path);
  vac_preferences_add_undo_toast (group, sentence, G_CALLBACK (on_undo_cb), G_OBJECT (group));
}

static void
on_folder_chosen_cb (GListModel *files,
                     gpointer    user_data)
{
  g_autoptr (GtkWidget) group = user_data;
  g_autoptr (GFile) folder = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  GtkWidget *overlay = gtk_widget_get_ancestor (group, ADW_TYPE_TOAST_OVERLAY);

  if (folder != NULL && overlay != NULL && !vac_listed_folders_add (get_settings (group), folder))
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (
        _("Only folders of this computer can be listed")));
}

static void
on_add_activated_cb (GtkWidget *group)
{
  vac_choose_files (GTK_WINDOW (gtk_widget_get_root (group)), VAC_CHOOSE_FOLDER,
                    _("Folder with Postings"), _("_Add"), NULL, NULL, on_folder_chosen_cb,
                    g_object_ref (group));
}

static GtkWidget *
create_add_row (GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("_Add Folder…"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_add_activated_cb), group,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
update_rows (GtkWidget *group)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), ROWS_KEY);
  g_auto (GStrv) folders = vac_listed_folders_load (get_settings (group));

  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      GtkWidget *button = NULL;
      GtkWidget *row = vac_listed_folders_row_new (folders[i], NULL, &button);

      g_object_set_data_full (G_OBJECT (button), FOLDER_KEY, g_strdup (folders[i]), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), group, 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (rows, row);
    }
}

/**
 * vac_preferences_folders_new:
 * @settings: the program's
 *
 * Returns: (transfer floating): a group with a row for each folder, and one to add another
 */
GtkWidget *
vac_preferences_folders_new (GSettings *settings)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Library"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("Postings stay where they are. What is in these folders, and in the folders in them, is "
        "listed."));
  g_object_set_data_full (G_OBJECT (group), SETTINGS_KEY, g_object_ref (settings), g_object_unref);
  g_object_set_data_full (G_OBJECT (group), ROWS_KEY, g_ptr_array_new (),
                          (GDestroyNotify) g_ptr_array_unref);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_add_row (group));
  g_signal_connect_object (settings, "changed::" VAC_SETTING_FOLDERS, G_CALLBACK (update_rows),
                           group, G_CONNECT_SWAPPED);
  update_rows (group);

  return group;
}
