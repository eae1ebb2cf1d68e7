/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-dialog.h"
#include "vac-shrink.h"

/* The frame of our own dialogs: a header bar above the content, closed with Escape. */

static GtkWidget *
get_header (GtkWindow *dialog)
{
  return gtk_widget_get_first_child (adw_window_get_content (ADW_WINDOW (dialog)));
}

/**
 * vac_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @title: of the dialog
 * @content: what it shows
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWindow *
vac_dialog_new (GtkWindow  *parent,
                const char *title,
                GtkWidget  *content,
                int         width,
                int         height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkWindow *dialog = g_object_new (ADW_TYPE_WINDOW, "title", title, "modal", TRUE,
                                    "destroy-with-parent", TRUE, "transient-for", parent,
                                    "default-width", width, "default-height", height, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (dialog), box);

  return dialog;
}

/**
 * vac_dialog_add_accept:
 * @dialog: what vac_dialog_new() returned
 * @label: of the button, with a mnemonic
 *
 * Gives the dialog a button to cancel and one to go on, in place of the one that closes it. Enter
 * goes on.
 *
 * Returns: (transfer none): the button to go on
 */
GtkWidget *
vac_dialog_add_accept (GtkWindow  *dialog,
                       const char *label)
{
  GtkWidget *header = get_header (dialog);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *accept = gtk_button_new_with_mnemonic (label);

  vac_let_shrink (cancel);
  vac_let_shrink (accept);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (accept, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), accept);
  gtk_window_set_default_widget (dialog, accept);
  /* Enter would otherwise go to the first button in the header, which cancels. */
  gtk_window_set_focus (dialog, accept);

  return accept;
}
