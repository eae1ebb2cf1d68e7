/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-manual"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-manual.h"
#include "vac-question.h"

static void
on_shown_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GtkWindow *window = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (window, result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      gtk_widget_get_visible (GTK_WIDGET (window)))
    vac_tell (window, _("The Manual Cannot Be Shown"),
              _("No program on this computer shows manuals. The program “Help”, also called Yelp, "
                "is one."));
}

/**
 * vac_show_manual:
 * @window: the window that asked
 *
 * Opens the manual in the program that the desktop uses for manuals, in the user's language. If
 * there is none, a dialog says so.
 */
void
vac_show_manual (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_show_uri_full (window, "help:vacancy", GDK_CURRENT_TIME, NULL, on_shown_cb, NULL);
}
