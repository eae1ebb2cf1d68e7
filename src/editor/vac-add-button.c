/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-add-button"

#include "config.h"

#include <adwaita.h>

#include "vac-add-button.h"
#include "vac-shrink.h"

/**
 * vac_add_button_new:
 * @document: what something is added to
 * @label: what is written on it, and its name
 *
 * Returns: (transfer floating): a button that adds something, with a plus sign; it cannot be
 *   pressed while @document is read only
 */
GtkWidget *
vac_add_button_new (VacDocument *document,
                    const char  *label)
{
  GtkWidget *button = gtk_button_new ();
  /* What is written on it is its name, and would be heard after that once more. */
  GtkWidget *content = g_object_new (ADW_TYPE_BUTTON_CONTENT, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  vac_let_shrink (content);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_bind_property (document, "read-only", button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);

  return button;
}
