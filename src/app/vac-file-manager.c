/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-file-manager"

#include "config.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>

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

/* A file manager selects the file in its folder. */
static void
ask_file_manager (GDBusConnection *bus,
                  GFile           *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  const char *const uris[] = { uri, NULL };

  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, on_shown_in_folder_cb, g_object_ref (file));
}

static void
on_portal_answered_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  GDBusConnection *bus = G_DBUS_CONNECTION (source);
  g_autoptr (GFile) file = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (bus, NULL, result,
                                                                               NULL);

  if (reply == NULL)
    ask_file_manager (bus, file);
}

/* The portal alone knows where a file lies that it shows a sandboxed program. It is asked with the
 * open file itself. Returns: whether it could be asked */
static gboolean
ask_portal (GDBusConnection *bus,
            GFile           *file)
{
  const char *path = g_file_peek_path (file);
  g_autoptr (GUnixFDList) list = NULL;
  GVariantBuilder options;
  int descriptor = path != NULL ? open (path, O_PATH | O_CLOEXEC) : -1;

  if (descriptor < 0)
    return FALSE;
  list = g_unix_fd_list_new_from_array (&descriptor, 1);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_dbus_connection_call_with_unix_fd_list (
      bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
      "org.freedesktop.portal.OpenURI", "OpenDirectory",
      g_variant_new ("(sha{sv})", "", 0, &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE,
      -1, list, NULL, on_portal_answered_cb, g_object_ref (file));

  return TRUE;
}

/**
 * vac_show_in_folder:
 * @parent: the window that asked
 * @file: a file to be shown in the file manager
 *
 * Asks the portal for it, a file manager where there is none, and otherwise whatever shows folders.
 */
void
vac_show_in_folder (GtkWindow *parent,
                    GFile     *file)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (parent));
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application)
                                             : NULL;

  if (bus == NULL)
    show_folder_of (file);
  else if (!ask_portal (bus, file))
    ask_file_manager (bus, file);
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
