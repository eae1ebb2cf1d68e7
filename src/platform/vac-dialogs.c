/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-dialogs"

#include "config.h"

#include "vac-newer.h"

#include <adwaita.h>

#include "vac-dialogs.h"

/* What is open over a window: sheets inside it, where libadwaita has those, and other windows. */

#if ADW_CHECK_VERSION(1, 5, 0)

static AdwDialog *
get_sheet (GtkWindow *window)
{
  if (ADW_IS_APPLICATION_WINDOW (window))
    return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return ADW_IS_WINDOW (window) ? adw_window_get_visible_dialog (ADW_WINDOW (window)) : NULL;
}

/* The program's keys are for what is behind the sheet, and would change it unseen. GTK calls the
 * controller that has them so; where it does not, they go on working. */
static void
update_keys (GtkWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  const GtkPropagationPhase phase = get_sheet (window) == NULL ? GTK_PHASE_CAPTURE
                                                               : GTK_PHASE_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "gtk-application-shortcuts") == 0)
        gtk_event_controller_set_propagation_phase (controller, phase);
    }
}

#endif

/**
 * vac_dialogs_present_sheet:
 * @sheet: an #AdwDialog
 * @window: (nullable): what it is to be shown in
 *
 * Shows it above all others there. Used by vac_alert_present() and vac_dialog_present(), where
 * libadwaita has sheets.
 */
void
vac_dialogs_present_sheet (GtkWidget *sheet,
                           GtkWindow *window)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  if (ADW_IS_APPLICATION_WINDOW (window) || ADW_IS_WINDOW (window))
    {
      g_signal_handlers_disconnect_by_func (window, update_keys, NULL);
      g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (update_keys), NULL);
    }
  adw_dialog_present (ADW_DIALOG (sheet), (GtkWidget *) window);
#endif
}

static GPtrArray *
list_windows (GtkWindow *over)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == over)
        g_ptr_array_add (windows, g_steal_pointer (&toplevel));
    }

  return windows;
}

/**
 * vac_dialogs_get_top:
 * @window: a window
 *
 * Returns: (transfer none) (nullable): what was shown over it last: a dialog, a question, or a
 *   window of the toolkit's
 */
GtkWidget *
vac_dialogs_get_top (GtkWindow *window)
{
  g_autoptr (GPtrArray) windows = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  windows = list_windows (window);
  for (guint i = windows->len; i > 0; i--)
    if (gtk_widget_get_mapped (g_ptr_array_index (windows, i - 1)))
      return g_ptr_array_index (windows, i - 1);
#if ADW_CHECK_VERSION(1, 5, 0)
  return (GtkWidget *) get_sheet (window);
#else
  return NULL;
#endif
}

/**
 * vac_dialogs_get_around:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the sheet that it is in, or else the window
 */
GtkWidget *
vac_dialogs_get_around (GtkWidget *widget)
{
  GtkWidget *sheet = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

#if ADW_CHECK_VERSION(1, 5, 0)
  sheet = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);
#endif

  return sheet != NULL ? sheet : (GtkWidget *) gtk_widget_get_root (widget);
}

static gboolean
is_open (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (toplevel == window)
        return TRUE;
    }

  return FALSE;
}

/* The key that closes all may have come to a dialog, which then lives on until it is dealt with:
 * GTK 4.8 would let go of a window that is gone by then. */
static void
close_dialog (GtkWindow *dialog)
{
  gtk_window_close (dialog);
  if (!is_open (dialog))
    gtk_window_set_transient_for (dialog, NULL);
}

/**
 * vac_dialogs_close:
 * @window: a window that closes
 *
 * Whatever still asks something about the window is answered by closing it.
 */
void
vac_dialogs_close (GtkWindow *window)
{
  g_autoptr (GPtrArray) windows = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  windows = list_windows (window);
  for (guint i = 0; i < windows->len; i++)
    close_dialog (g_ptr_array_index (windows, i));
}

/**
 * vac_dialogs_close_window:
 * @window: a window of the program
 *
 * Asks it to close. If sheets are open in it, they are closed first: libadwaita would take the
 * request as one to the topmost of them, and no more.
 */
void
vac_dialogs_close_window (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

#if ADW_CHECK_VERSION(1, 5, 0)
  for (AdwDialog *sheet; (sheet = get_sheet (window)) != NULL;)
    {
      adw_dialog_close (sheet);
      /* It has a question of its own, or cannot be left yet. */
      if (get_sheet (window) == sheet || ADW_IS_ALERT_DIALOG (get_sheet (window)))
        return;
    }
#endif
  gtk_window_close (window);
}

/**
 * vac_dialogs_show_about:
 * @window: what to show it over
 * @property: the first of the properties that #AdwAboutWindow and #AdwAboutDialog have both
 * @...: its value, and others, ended by %NULL
 *
 * Says what the program is.
 */
void
vac_dialogs_show_about (GtkWindow  *window,
                        const char *property,
                        ...)
{
  GObject *about;
  va_list others;

  g_return_if_fail (GTK_IS_WINDOW (window));

  va_start (others, property);
#if ADW_CHECK_VERSION(1, 5, 0)
  about = g_object_new_valist (ADW_TYPE_ABOUT_DIALOG, property, others);
  vac_dialogs_present_sheet (GTK_WIDGET (about), window);
#else
  about = g_object_new_valist (ADW_TYPE_ABOUT_WINDOW, property, others);
  gtk_window_set_transient_for (GTK_WINDOW (about), window);
  gtk_window_present (GTK_WINDOW (about));
#endif
  va_end (others);
}
