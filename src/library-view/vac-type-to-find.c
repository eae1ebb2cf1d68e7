/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-type-to-find"

#include "config.h"

#include "vac-type-to-find.h"

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   GtkSearchEntry        *entry)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));
  const gunichar character = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0 ||
      !g_unichar_isgraph (character) || !gtk_widget_get_mapped (GTK_WIDGET (entry)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (entry));

  return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
}

/**
 * vac_type_to_find:
 * @widget: what somebody may type in
 * @entry: a widget in it
 *
 * What nothing else has a use for is typed into @entry from now on. What GTK offers for this takes
 * the Enter key away from whatever has the focus.
 */
void
vac_type_to_find (GtkWidget      *widget,
                  GtkSearchEntry *entry)
{
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_SEARCH_ENTRY (entry));

  controller = gtk_event_controller_key_new ();
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), entry, 0);
  gtk_widget_add_controller (widget, controller);
}
