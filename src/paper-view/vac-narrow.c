/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-narrow"

#include "config.h"

#include "vac-narrow.h"

/* Header bars that are no wider than a phone's. */

/**
 * vac_narrow_set_header:
 * @header: a header bar
 * @narrow: whether it is as narrow as a phone's
 *
 * Has its buttons stand as close as there is room for.
 */
void
vac_narrow_set_header (GtkWidget *header,
                       gboolean   narrow)
{
  g_return_if_fail (GTK_IS_WIDGET (header));

  if (narrow)
    gtk_widget_add_css_class (header, "vac-narrow");
  else
    gtk_widget_remove_css_class (header, "vac-narrow");
}

/**
 * vac_narrow_set_button:
 * @button: in a header bar
 * @narrow: whether that is as narrow as a phone's
 * @label: what stands on the button where there is room
 * @icon_name: what stands on it where there is not
 *
 * A word is wider in some languages than a phone has room for.
 */
void
vac_narrow_set_button (GtkWidget  *button,
                       gboolean    narrow,
                       const char *label,
                       const char *icon_name)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  if (narrow)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon_name);
  else
    gtk_button_set_label (GTK_BUTTON (button), label);
}
