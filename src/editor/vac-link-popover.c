/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-link-popover"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-link-popover.h"
#include "vac-link.h"

#define WIDTH_CHARS 32

/* Asks where words shall lead. */

typedef struct
{
  /* Borrowed: all of them are in the popover, or hold it */
  GtkWidget  *parent;
  GtkWidget  *popover;
  GtkWidget  *entry;
  GtkWidget  *problem;

  VacLinkFunc func;
  gpointer    user_data;
} Asker;

static gboolean
on_unparent_cb (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* It may be closed from within one of its own signals. */
static void
on_closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_unparent_cb, g_object_ref (popover),
                   g_object_unref);
}

static void
on_parent_destroy_cb (GtkWidget *popover)
{
  on_unparent_cb (popover);
}

static void
finish (Asker      *self,
        const char *uri)
{
  g_autofree char *taken = g_strdup (uri);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->parent);
  self->func (taken, self->user_data);
}

static void
on_taken_cb (Asker *self)
{
  g_autofree char *uri = vac_link_from_typed (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (uri != NULL)
    {
      finish (self, uri);
      return;
    }
  gtk_widget_add_css_class (self->entry, "error");
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_popover_present (GTK_POPOVER (self->popover));   /* as large as it is now */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_grab_focus (self->entry);
}

static void
on_removed_cb (Asker *self)
{
  finish (self, "");
}

static void
on_changed_cb (Asker *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

/* What was copied is most likely the address that is meant. */
static void
on_clipboard_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GtkEditable) entry = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *uri = text != NULL && strpbrk (g_strstrip (text), " \t\r\n") == NULL
                             ? vac_link_make_safe (text) : NULL;

  if (uri == NULL || !g_str_has_prefix (uri, "https:") || *gtk_editable_get_text (entry) != '\0')
    return;
  gtk_editable_set_text (entry, text);
  gtk_editable_select_region (entry, 0, -1);
}

static GtkWidget *
create_button (Asker      *self,
               const char *label,
               GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static GtkWidget *
create_content (Asker      *self,
                const char *uri)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *take = create_button (self, _("_Link"), G_CALLBACK (on_taken_cb));

  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), uri);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), "https://");
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_URL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Address of the link"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_taken_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);

  self->problem = gtk_label_new (_("The address of a web page begins with https://, and one of "
                                   "an email account has an @."));
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), WIDTH_CHARS);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (box), self->problem);

  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  if (*uri != '\0')
    gtk_box_append (GTK_BOX (buttons),
                    create_button (self, _("_Remove Link"), G_CALLBACK (on_removed_cb)));
  gtk_widget_add_css_class (take, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), take);
  gtk_box_append (GTK_BOX (box), buttons);

  return box;
}

/*
 * vac_link_popover_open:
 * @parent: where the words are
 * @place: where exactly
 * @uri: where they lead; empty for nowhere
 * @func: is called with the answer, if there is one
 * @user_data: for @func; lives as long as @parent
 *
 * Asks for an address; that of a page in the clipboard is there already.
 *
 * Returns: (transfer none): the popover, which goes away by itself
 */
GtkWidget *
vac_link_popover_open (GtkWidget          *parent,
                       const GdkRectangle *place,
                       const char         *uri,
                       VacLinkFunc         func,
                       gpointer            user_data)
{
  Asker *self = g_new0 (Asker, 1);

  self->parent = parent;
  self->func = func;
  self->user_data = user_data;
  self->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (self->popover), "vac-asker", self, g_free);
  gtk_popover_set_child (GTK_POPOVER (self->popover), create_content (self, uri));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Link"), -1);
  gtk_widget_set_parent (self->popover, parent);
  g_signal_connect (self->popover, "closed", G_CALLBACK (on_closed_cb), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (on_parent_destroy_cb), self->popover,
                           G_CONNECT_SWAPPED);
  if (*uri == '\0')
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (parent), NULL, on_clipboard_read_cb,
                                   g_object_ref (self->entry));
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entry);

  return self->popover;
}
