/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-lacks"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "vac-lacks.h"
#include "vac-state-folder.h"
#include "vac-type-fonts.h"
#include "vac-window.h"

/* A symbol that no program brings along, and every theme has. */
#define SYMBOL "document-print-symbolic"

/* Whether a folder is there or could be made. */
static gboolean
can_write_to (const char *path)
{
  g_autofree char *place = g_strdup (path);

  while (!g_file_test (place, G_FILE_TEST_EXISTS) && !g_str_equal (place, "/") &&
         !g_str_equal (place, "."))
    {
      char *parent = g_path_get_dirname (place);

      g_free (place);
      place = parent;
    }

  return g_file_test (place, G_FILE_TEST_IS_DIR) && access (place, W_OK | X_OK) == 0;
}

static void
tell (const char *sentence)
{
  g_printerr ("vacancy: %s\n", sentence);
}

/* GTK reads icon themes in a thread of its own: who asks at once waits for that. */
static gboolean
look_for_icons (gpointer user_data)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (display != NULL &&
      !gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (display), SYMBOL))
    tell (_("No icon theme is installed. The tooltips of buttons say what they do."));

  return G_SOURCE_REMOVE;
}

/* The first window says it as well, until it is read. */
static void
on_window_added_cb (GtkApplication *application,
                    GtkWindow      *window,
                    gpointer        user_data)
{
  AdwToast *toast;

  if (!VAC_IS_WINDOW (window))
    return;
  g_signal_handlers_disconnect_by_func (application, on_window_added_cb, user_data);
  toast = adw_toast_new (_("Your home folder cannot be written to"));
  adw_toast_set_timeout (toast, 0);
  vac_window_add_toast (VAC_WINDOW (window), toast);
}

/**
 * vac_lacks_tell:
 * @application: the program, which has no window yet
 *
 * Says what this system lacks that a desktop has, on standard error, one line for each. The program
 * does without all of it; where nothing else keeps settings, GIO does so in a file.
 */
void
vac_lacks_tell (GtkApplication *application)
{
  g_autofree char *state = vac_state_folder_get_path ("recovery");

  if (!vac_type_has_fonts ())
    tell (_("No font is installed. The window and the pages are set in the typeface that the "
            "program brings along."));
  if (g_application_get_dbus_connection (G_APPLICATION (application)) == NULL)
    tell (_("There is no session bus. Each start of the program is one by itself."));
  g_idle_add_full (G_PRIORITY_LOW, look_for_icons, NULL, NULL);
  if (!can_write_to (state))
    {
      tell (_("Your home folder cannot be written to. Save your postings elsewhere: what is not "
              "saved does not come back when the program ends unexpectedly."));
      g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), NULL);
    }
}
