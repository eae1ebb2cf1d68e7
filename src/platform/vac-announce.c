/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-announce"

#include "config.h"

#include "vac-newer.h"

#include "vac-announce.h"

/**
 * vac_announce:
 * @widget: what the text is about
 * @text: what has just been shown, away from where the keyboard goes
 *
 * Has a screen reader say it once it has said what it is saying. Before GTK 4.14 there is no way
 * to, and people find it where it is shown.
 */
void
vac_announce (GtkWidget  *widget,
              const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && text != NULL);

#if GTK_CHECK_VERSION(4, 14, 0)
  /* What has just come up is not there yet for a screen reader; its window is. */
  GtkAccessible *window = GTK_ACCESSIBLE (gtk_widget_get_root (widget));
  g_autoptr (GtkATContext) context = window != NULL ? gtk_accessible_get_at_context (window) : NULL;

  /* What GTK 4.18 has for tests cannot announce: it calls a function that is not there. */
  if (*text != '\0' && context != NULL &&
      !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (window, text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

/**
 * vac_announce_by_its_label:
 * @button: a button with a label
 *
 * What has the focus is the button inside of it. Newer GTK does not give that one the label as its
 * name by itself.
 */
void
vac_announce_by_its_label (GtkMenuButton *button)
{
  GtkWidget *inside, *label;

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  inside = gtk_widget_get_first_child (GTK_WIDGET (button));
  label = inside;
  while (label != NULL && !GTK_IS_LABEL (label))
    label = gtk_widget_get_first_child (label);
  if (label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
}
