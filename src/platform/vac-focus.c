/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-focus"

#include "config.h"

#include "vac-focus.h"

/**
 * vac_focus_find:
 * @within: a widget
 *
 * Returns: (transfer none) (nullable): what has the focus in its window, if that is @within or
 *   somewhere in it
 */
GtkWidget *
vac_focus_find (GtkWidget *within)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (within), NULL);

  root = gtk_widget_get_root (within);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == within || gtk_widget_is_ancestor (focus, within)) ? focus
                                                                                       : NULL;
}
