/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-preferences-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-names.h"
#include "vac-preferences-private.h"

/* What rows of the preferences have in common: a button that brings the default back. */

/**
 * vac_preferences_row_dup_title:
 * @row: a row
 *
 * Returns: (transfer full): its title as it is read, without a mark for a mnemonic
 */
char *
vac_preferences_row_dup_title (AdwPreferencesRow *row)
{
  const char *title = adw_preferences_row_get_title (row);

  return adw_preferences_row_get_use_underline (row) ? vac_names_strip_mnemonic (title)
                                                     : g_strdup (title);
}

/* The button goes, and with it the focus. */
static void
on_clicked_cb (GtkWidget *row)
{
  gtk_widget_grab_focus (row);
}

/**
 * vac_preferences_reset_button_new:
 * @row: a row with an entry, or an #AdwActionRow
 *
 * Whoever connects to its click finds the focus in @row already.
 *
 * Returns: (transfer none): a button at the end of @row; not visible yet
 */
GtkWidget *
vac_preferences_reset_button_new (GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  g_autofree char *title = vac_preferences_row_dup_title (ADW_PREFERENCES_ROW (row));
  /* Translators: the title of a setting */
  g_autofree char *name = g_strdup_printf (_("Reset “%s”"), title);

  vac_editor_name_button (button, name);
  gtk_widget_set_tooltip_text (button, _("Reset"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), row, G_CONNECT_SWAPPED);
  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return button;
}

static void
on_reset_cb (GtkWidget *button,
             GSettings *settings)
{
  g_settings_reset (settings, gtk_widget_get_name (button));
}

static void
on_setting_changed_cb (GSettings  *settings,
                       const char *key,
                       GtkWidget  *button)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  g_autoptr (GVariant) otherwise = g_settings_get_default_value (settings, key);

  gtk_widget_set_visible (button, !g_variant_equal (value, otherwise));
}

/**
 * vac_preferences_offer_reset:
 * @row: a row that shows a setting
 * @settings: the program's
 * @key: which it shows
 *
 * Adds a button to @row, for as long as the setting is not its default, which brings that back.
 */
void
vac_preferences_offer_reset (GtkWidget  *row,
                             GSettings  *settings,
                             const char *key)
{
  GtkWidget *button = vac_preferences_reset_button_new (row);
  g_autofree char *detail = g_strdup_printf ("changed::%s", key);

  gtk_widget_set_name (button, key);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_reset_cb), settings, 0);
  g_signal_connect_object (settings, detail, G_CALLBACK (on_setting_changed_cb), button, 0);
  on_setting_changed_cb (settings, key, button);
}

/**
 * vac_preferences_add_undo_toast:
 * @widget: something in the preferences
 * @sentence: says what was done
 * @undo: (scope notified): takes it back; called with @what
 * @what: what was done with
 *
 * Returns: (transfer none): a toast that offers to
 */
AdwToast *
vac_preferences_add_undo_toast (GtkWidget  *widget,
                                const char *sentence,
                                GCallback   undo,
                                GObject    *what)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", undo, what, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);

  return toast;
}
