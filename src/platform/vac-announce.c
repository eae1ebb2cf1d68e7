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
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  /* What GTK 4.18 has for tests cannot announce: it calls a function that is not there. */
  if (*text != '\0' && context != NULL &&
      !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}
