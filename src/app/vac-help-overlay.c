/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-help-overlay"

#include "config.h"

#include "vac-help-overlay.h"

/**
 * vac_show_help_overlay:
 * @window: a window
 *
 * Shows the keyboard shortcuts. If GTK found the shortcuts window by its usual name, it would
 * create one along with every window, which takes longer than all of the menus.
 */
void
vac_show_help_overlay (GtkApplicationWindow *window)
{
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (VAC_RESOURCE_PATH
                                                                      "/help-overlay.ui");

      gtk_application_window_set_help_overlay (
          window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}
