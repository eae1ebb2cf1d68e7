/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-listed-folders"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-file-name.h"
#include "vac-listed-folders.h"

/* The folders that the library lists, as the settings keep them: by their URIs. */

/**
 * vac_listed_folders_load:
 * @settings: the program's
 *
 * Returns: (transfer full) (type filename): %NULL-ended: their paths
 */
char **
vac_listed_folders_load (GSettings *settings)
{
  g_auto (GStrv) uris = NULL;
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  uris = g_settings_get_strv (settings, VAC_SETTING_FOLDERS);
  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (uris[i]);
      g_autofree char *path = g_file_get_path (folder);

      if (path != NULL)
        g_strv_builder_add (folders, path);
    }

  return g_strv_builder_end (folders);
}

static void
store (GSettings         *settings,
       const char *const *folders)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (folders[i]);

      g_ptr_array_add (uris, g_file_get_uri (folder));
    }
  g_ptr_array_add (uris, NULL);
  g_settings_set_strv (settings, VAC_SETTING_FOLDERS, (const char *const *) uris->pdata);
}

/**
 * vac_listed_folders_add:
 * @settings: the program's
 * @folder: a folder
 *
 * Lists what is in @folder as well, from now on.
 *
 * Returns: whether it is listed; not a folder that is not of this computer
 */
gboolean
vac_listed_folders_add (GSettings *settings,
                        GFile     *folder)
{
  g_autofree char *path = NULL;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();

  g_return_val_if_fail (G_IS_SETTINGS (settings) && G_IS_FILE (folder), FALSE);

  path = g_file_get_path (folder);
  if (path == NULL)
    return FALSE;
  before = vac_listed_folders_load (settings);
  if (g_strv_contains ((const char *const *) before, path))
    return TRUE;
  g_strv_builder_addv (folders, (const char **) before);
  g_strv_builder_add (folders, path);
  after = g_strv_builder_end (folders);
  store (settings, (const char *const *) after);

  return TRUE;
}

/**
 * vac_listed_folders_remove:
 * @settings: the program's
 * @path: (type filename): the path of a folder
 *
 * Lists what is in it no longer. The folder stays what it is.
 *
 * Returns: (transfer full): a sentence on that
 */
char *
vac_listed_folders_remove (GSettings  *settings,
                           const char *path)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings) && path != NULL, NULL);

  before = vac_listed_folders_load (settings);
  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], path))
      g_strv_builder_add (folders, before[i]);
  after = g_strv_builder_end (folders);
  store (settings, (const char *const *) after);
  folder = g_file_new_for_path (path);
  name = vac_file_name_tell (folder);

  return g_strdup_printf (_("“%s” is not listed any more"), name);
}

/**
 * vac_listed_folders_row_new:
 * @path: (type filename): the path of a folder
 * @problem: (nullable): what is wrong with it
 * @button: (out) (transfer none): a button in the row that is to take it out of the list
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
vac_listed_folders_row_new (const char  *path,
                            const char  *problem,
                            GtkWidget  **button)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *name = vac_file_name_tell (folder);
  g_autofree char *label = g_strdup_printf (_("Do Not List “%s”"), name);

  *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (problem != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem);
  gtk_widget_add_css_class (*button, "flat");
  gtk_widget_set_valign (*button, GTK_ALIGN_CENTER);
  vac_editor_name_button (*button, label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *button);

  return row;
}
