/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-preferences-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-dialog.h"
#include "vac-preferences-dialog.h"
#include "vac-preferences-private.h"

/* What the user says once for all postings. Whatever is changed holds at once. */

#define EMPTY_KEY "vac-empty"

/* Searching */

/* Returns: whether @text has what somebody typed, whatever the case */
static gboolean
has (const char *text,
     const char *typed)
{
  g_autofree char *within = g_utf8_casefold (text != NULL ? text : "", -1);
  g_autofree char *folded = g_utf8_casefold (typed, -1);

  return strstr (within, folded) != NULL;
}

static gboolean
matches (AdwPreferencesRow *row,
         const char        *typed)
{
  g_autofree char *title = vac_preferences_row_dup_title (row);

  return has (title, typed) ||
         (ADW_IS_ACTION_ROW (row) && has (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                          typed));
}

/* Returns: how many rows in @within are shown */
static guint
filter (GtkWidget  *within,
        const char *typed)
{
  guint n = 0;

  if (ADW_IS_PREFERENCES_ROW (within))
    {
      gtk_widget_set_visible (within, matches (ADW_PREFERENCES_ROW (within), typed));
      return gtk_widget_get_visible (within) ? 1 : 0;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += filter (child, typed);
  if (ADW_IS_PREFERENCES_GROUP (within))
    gtk_widget_set_visible (within, n > 0);

  return n;
}

static void
on_search_changed_cb (GtkSearchEntry *entry,
                      GtkWidget      *page)
{
  GtkWidget *empty = g_object_get_data (G_OBJECT (page), EMPTY_KEY);
  const gboolean any = filter (page, gtk_editable_get_text (GTK_EDITABLE (entry))) > 0;

  gtk_widget_set_visible (page, any);
  gtk_widget_set_visible (empty, !any);
}

/* Escape first ends the search. */
static void
on_stop_search_cb (GtkSearchEntry *entry)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (entry), "window.close", NULL);
}

static gboolean
on_find_cb (GtkWidget *box,
            GVariant  *arguments,
            gpointer   entry)
{
  return gtk_widget_grab_focus (entry);
}

static void
add_search (GtkBox    *box,
            GtkWidget *page)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *empty = gtk_label_new (_("Nothing was found."));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search in Preferences"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_CONTROLS, page,
                                  NULL, -1);
  g_object_set (entry, "placeholder-text", _("Search in Preferences"), NULL);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_widget_set_margin_top (clamp, 6);
  adw_clamp_set_child (ADW_CLAMP (clamp), entry);
  gtk_box_append (box, clamp);
  gtk_widget_set_vexpand (empty, TRUE);
  gtk_widget_set_visible (empty, FALSE);
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_box_append (box, empty);

  g_object_set_data (G_OBJECT (page), EMPTY_KEY, empty);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (on_search_changed_cb), page, 0);
  g_signal_connect (entry, "stop-search", G_CALLBACK (on_stop_search_cb), NULL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                        gtk_callback_action_new (on_find_cb, entry, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (box), keys);
}

/**
 * vac_preferences_dialog_show:
 * @parent: the window that asked
 * @settings: where they are kept
 * @posting: (nullable): the posting that is shown
 *
 * Shows what the user has said once for all postings, to be changed.
 */
void
vac_preferences_dialog_show (GtkWindow   *parent,
                             GSettings   *settings,
                             VacDocument *posting)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = adw_toast_overlay_new ();
  g_autoptr (GSimpleActionGroup) nothing = g_simple_action_group_new ();

  /* Fields of a form ask the window of their posting to do some things. No window shows this one,
   * and what is done here must not be done to the posting behind it. */
  gtk_widget_insert_action_group (page, "win", G_ACTION_GROUP (nothing));
  vac_preferences_add_new_postings (ADW_PREFERENCES_PAGE (page), settings, posting);
  vac_preferences_add_review (ADW_PREFERENCES_PAGE (page), settings,
                              posting != NULL ? vac_document_get_text (posting, VAC_ROLE_LANGUAGE)
                                              : "");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (vac_preferences_folders_new (settings)));
  add_search (GTK_BOX (box), page);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  vac_dialog_present (vac_dialog_new (parent, _("Preferences"), overlay, 560, 640));
}
