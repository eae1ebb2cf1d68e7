/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-application-library"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-application-private.h"
#include "vac-file-dialog.h"
#include "vac-file-manager.h"
#include "vac-file-name.h"
#include "vac-help-overlay.h"
#include "vac-library-window.h"

/* The window with all postings, and what the program does for it. */

/* More folders would not be read by anybody. */
#define MOST_PROPOSALS 4

static void
open_recent_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GtkWindow *window = GTK_WINDOW (user_data);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  vac_application_open_file (VAC_APPLICATION (gtk_window_get_application (window)), file, NULL,
                             NULL);
}

static void
show_help_overlay_action (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  vac_show_help_overlay (GTK_APPLICATION_WINDOW (user_data));
}

static void
on_folder_chosen_cb (GListModel *files,
                     gpointer    user_data)
{
  g_autoptr (VacLibraryWindow) window = user_data;
  g_autoptr (GFile) folder = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (folder != NULL)
    vac_library_window_add_folder (window, folder);
}

static void
on_choose_folder_cb (VacLibraryWindow *window)
{
  vac_choose_files (GTK_WINDOW (window), VAC_CHOOSE_FOLDER, _("Folder with Postings"), _("_Add"),
                    NULL, NULL, on_folder_chosen_cb, g_object_ref (window));
}

/* A home folder holds too much else, and one that a portal made up nothing else. */
static gboolean
is_proposed (const char *folder)
{
  return !g_str_equal (folder, g_get_home_dir ()) && !vac_file_name_is_made_up (folder);
}

/* Returns: (transfer full): of GFile: where postings were opened last, and the user's documents */
static GListModel *
list_proposals (VacApplication *self)
{
  g_autoptr (GPtrArray) folders = vac_recent_list_list_folders (self->recent);
  char *documents = vac_dup_documents_folder ();
  GListStore *proposals = g_list_store_new (G_TYPE_FILE);

  g_ptr_array_set_size (folders, (int) MIN (folders->len, MOST_PROPOSALS));
  if (g_ptr_array_find_with_equal_func (folders, documents, g_str_equal, NULL))
    g_free (documents);
  else
    g_ptr_array_add (folders, documents);
  for (guint i = 0; i < folders->len; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (folders->pdata[i]);

      if (is_proposed (folders->pdata[i]))
        g_list_store_append (proposals, folder);
    }

  return G_LIST_MODEL (proposals);
}

static GtkWindow *
find_library (VacApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (VAC_IS_LIBRARY_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* Not every change to a file is told by a file monitor. */
static void
on_many_changed_cb (gpointer user_data)
{
  GtkWindow *window = find_library (VAC_APPLICATION (user_data));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "library.look-again", NULL);
}

static GtkWindow *
make_library (VacApplication *self)
{
  const GActionEntry actions[] = {
    { .name = "open-recent", .activate = open_recent_action, .parameter_type = "s" },
    { .name = "show-in-folder", .activate = vac_show_in_folder_action, .parameter_type = "s" },
    { .name = "show-help-overlay", .activate = show_help_overlay_action },
  };
  g_autoptr (GListModel) proposals = list_proposals (self);
  VacManyHost host;
  GtkWidget *window;

  vac_application_get_many_host (self, &host);
  host.changed = on_many_changed_cb;
  window = vac_library_window_new (ADW_APPLICATION (self), self->settings, proposals, &host);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  g_signal_connect (window, "choose-folder", G_CALLBACK (on_choose_folder_cb), NULL);

  return GTK_WINDOW (window);
}

/**
 * vac_application_show_library:
 * @self: the program
 *
 * Shows all postings of the user, in a window of which there is one.
 */
void
vac_application_show_library (VacApplication *self)
{
  GtkWindow *window = find_library (self);

  gtk_window_present (window != NULL ? window : make_library (self));
}
