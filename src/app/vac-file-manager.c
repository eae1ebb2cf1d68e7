/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-file-manager"

#include "config.h"

#include "vac-file-manager.h"

/* Without a file manager on the bus, some program may still be registered for folders. */
static void
show_folder_of (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

static void
on_shown_in_folder_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GFile) file = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                              NULL);

  if (reply == NULL)
    show_folder_of (file);
}

/**
 * vac_show_in_folder:
 * @parent: the window that asked
 * @file: a file to be shown in the file manager
 */
void
vac_show_in_folder (GtkWindow *parent,
                    GFile     *file)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (parent));
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application)
                                             : NULL;
  g_autofree char *uri = g_file_get_uri (file);
  const char *const uris[] = { uri, NULL };

  if (bus == NULL)
    {
      show_folder_of (file);
      return;
    }
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, on_shown_in_folder_cb, g_object_ref (file));
}

/**
 * vac_show_in_folder_action:
 * @action: an action
 * @uri: the address of a file, as text
 * @parent: a #GtkWindow
 *
 * vac_show_in_folder() as what a #GSimpleAction does.
 */
void
vac_show_in_folder_action (GSimpleAction *action,
                           GVariant      *uri,
                           gpointer       parent)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (uri, NULL));

  vac_show_in_folder (parent, file);
}
